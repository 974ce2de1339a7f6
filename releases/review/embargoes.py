"""A release's plan, its file and its texts may say that it is not to be public yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from releases.models import Edition, PressRelease
from releases.reading.document import Document, Span, text_at
from releases.text import html


@dataclass(frozen=True)
class Embargo:
    """
    An embargo has a sentence for a person, and an end: `until`, an aware datetime; None
    where a line speaks of an embargo and nobody has understood until when.
    """

    sentence: str
    until: datetime | None = None

    def is_over(self, at: datetime) -> bool:
        """Whether it has ended by `at`, an aware datetime; one without a known end never has."""
        return self.until is not None and self.until <= at


def of_release(release: PressRelease, at: datetime | None = None) -> list[Embargo]:
    """
    Return what speaks against a release being public at `at`, an aware datetime, or now.

    A list of `Embargo`s: its planned time, or what journalists were promised when there was
    one; the embargo line of the file it was made from; and such lines in its drafts. Whoever
    publishes while this is not empty is to be asked a second time, and told these sentences.
    Three queries at most.
    """
    at = at or timezone.now()
    planned = [*_planned(release), *_promised(release)]
    found = [*planned, *_on_intakes(release), *_in_texts(release)]
    return [embargo for embargo in found if not embargo.is_over(at)]


def _planned(release: PressRelease) -> Iterator[Embargo]:
    if release.publish_at and not release.first_published_at:
        hour = date_format(timezone.localtime(release.publish_at), "DATETIME_FORMAT")
        sentence = _("The release is planned for %(time)s.") % {"time": hour}
        yield Embargo(sentence, release.publish_at)


def _promised(release: PressRelease) -> Iterator[Embargo]:
    if release.publish_at is None and release.accesses.filter(revoked_at=None).exists():
        yield Embargo(_("Journalists read it under embargo, and its planned time was taken away."))


def _on_intakes(release: PressRelease) -> Iterator[Embargo]:
    says = _("The file it was made from says: “%(line)s”.")
    unread = _("Nobody could look for an embargo in the file it was made from.")
    for intake in release.intakes.all():
        # The line as it stood in the file: the draft may have lost it since.
        if found := intake.proposal.get("embargo"):
            blocks = Document.from_json(intake.document).blocks
            line = text_at(blocks, [Span(*span) for span in found["spans"][:1]])
            sentence = says % {"line": _in_one_line(line)} if line else unread
            value = found["value"] and datetime.fromisoformat(found["value"])
            if value and "T" not in found["value"]:
                value = value.date()
            yield Embargo(sentence, _end(value))


def _in_texts(release: PressRelease) -> Iterator[Embargo]:
    sentence = _("The text (%(language)s) says: “%(line)s”.")
    for edition in release.editions.open():
        for _field, line, value in lines_in(edition):
            values = {"line": _in_one_line(line), "language": edition.language_name}
            yield Embargo(sentence % values, _end(value))


def lines_in(edition: Edition) -> list[tuple[str, str, datetime | date | None]]:
    """
    Find the embargo lines of a text, each with its field's name and its end: an aware datetime,
    a date, or None where that is not understood. No query, if its release is known.
    """
    # Only where a text is looked at: what finding such a line needs is large.
    from releases.reading.findings.embargo import embargo_lines

    body = html.plain(edition.body).splitlines()
    texts = [edition.title, edition.summary, *body]
    fields = ["title", "summary"] + ["body"] * len(body)
    return [
        (fields[span.block], texts[span.block][span.start : span.end], value)
        for span, value, sure in embargo_lines(texts, edition.release.day)
    ]


def _end(value: datetime | date | None) -> datetime | None:
    """Return when it is over: a day without its hour, when it has passed in the newsroom."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return timezone.make_aware(datetime.combine(value + timedelta(days=1), time.min))
    return value


def _in_one_line(line: str) -> str:
    return " ".join(line.split())
