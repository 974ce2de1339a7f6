"""Preflight asks these checks before a text goes on. Adding one is writing it here."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from releases.models import (
    Address,
    Document,
    Edition,
    Freeze,
    Picture,
    PressRelease,
    Recording,
    Reprint,
    copies,
)
from releases.models.preflight import Finding, check, check_once_decided, error, warning
from releases.reading.attribution import unplaced
from releases.text import changes, html, verbatim
from releases.text.hosts import is_public
from releases.text.languages import languages, name_of_language
from releases.text.names import Names

from . import embargoes

THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]"}

OPENING = 4  # paragraphs, in which a note to editors is looked for

SOON_OVER = timedelta(days=30)  # rights that end before are told when a text goes out

ORDINAL = r"(?:st|nd|rd|th|er|ste|e|\.)?"
TODAY = {"en": "today", "fr": "aujourd['’]hui", "nl": "vandaag", "de": "heute"}


@check_once_decided
def waits_for_its_embargoes(edition: Edition, at: datetime) -> Iterator[Finding]:
    """It is asked before a release is approved: then its own time is the embargo."""
    if edition.release.status != edition.release.Status.APPROVED:
        yield from embargoes_on(edition.release, at)


def embargoes_on(release: PressRelease, at: datetime) -> Iterator[Finding]:
    """Warn of each embargo that a release would break if it went public at `at`."""
    for number, embargo in enumerate(embargoes.of_release(release, at)):
        sentence = _("%(embargo)s It would be public before that.")
        if embargo.until is None:
            sentence = _("%(embargo)s Nobody has said how long the release has to wait.")
        about = f"{number} {embargo.until or ''}"
        yield warning("at", sentence % {"embargo": embargo.sentence}, about)


@check
def has_text(edition: Edition, at: datetime) -> Iterator[Finding]:
    if not html.plain(edition.body):
        yield error("body", _("The text is empty."))


@check
def heads_its_tables(edition: Edition, at: datetime) -> Iterator[Finding]:
    for number, table in enumerate(re.findall(r"<table[ >].*?</table>", edition.body, re.DOTALL)):
        if re.search("<th[ >]", table):
            continue
        sentence = _(
            "The table that begins with “%(words)s” has no header cells. Mark the row or column "
            "that heads it: figures that are read aloud mean nothing without."
        )
        words = Truncator(html.plain(table).partition("\n")[0]).words(6, "…")
        yield error("body", sentence % {"words": words}, number)


@check
def has_summary(edition: Edition, at: datetime) -> Iterator[Finding]:
    if not edition.summary:
        yield warning("summary", _("There is no summary: lists and feeds show the first words."))


@check
def holds_no_embargo_line(edition: Edition, at: datetime) -> Iterator[Finding]:
    for field, line, end in embargoes.lines_in(edition):
        sentence = _("“%(line)s” is meant for the media and would be public: take the line out.")
        # A title may be news of an embargo: "Embargo: how Europe lifts one".
        found = warning if field == "title" and end is None else error
        yield found(field, sentence % {"line": Truncator(line).chars(120, "…")}, line)


@check
def begins_with_no_note_to_editors(edition: Edition, at: datetime) -> Iterator[Finding]:
    """A speech and a statement may begin with "Dear colleagues"."""
    # Only where a text is looked at: this is registered by every process that starts.
    from releases.reading.findings import furniture

    kind = edition.release.kind
    greets = kind not in (edition.release.Kind.SPEECH, edition.release.Kind.STATEMENT)
    for line in html.plain(edition.body).splitlines()[:OPENING]:
        if furniture.covers(line) or (greets and furniture.greets_editors(line)):
            sentence = _("“%(line)s” is a note to the media and would be public: take it out.")
            yield error("body", sentence % {"line": Truncator(line).chars(120, "…")}, line)


@check
def says_what_was_corrected(edition: Edition, at: datetime) -> Iterator[Finding]:
    before = edition.previous()
    if not before:
        return
    if not edition.minor:
        if not edition.change_note:
            sentence = _("Say in one sentence what was corrected, or mark the change as minor.")
            yield error("change_note", sentence)
        return
    if edition.change_note and not Reprint.objects.filter(editions=edition).exists():
        sentence = _("A minor change has no note: remove the note, or do not call it minor.")
        yield error("minor", sentence, "note")
    if reasons := list(changes.reasons_not_minor(before, edition)):
        sentence = _("This is no minor change: %(reasons)s. Say to the public what was corrected.")
        yield error("minor", sentence % {"reasons": "; ".join(str(r) for r in reasons)})


@check
def keeps_its_address(edition: Edition, at: datetime) -> Iterator[Finding]:
    before = edition.previous()
    if before and before.title != edition.title and before.slug == edition.slug:
        sentence = _("The title has changed and the address still says “%(slug)s”. Keep it?")
        yield warning("slug", sentence % {"slug": edition.slug})


@check
def address_is_free(edition: Edition, at: datetime) -> Iterator[Finding]:
    day = _day(edition, at).isoformat()
    if Address.objects.of(day, edition.slug).exclude(owner=edition.release_id).exists():
        sentence = _("Another release of that day has the address “%(slug)s”. Change the address.")
        yield error("slug", sentence % {"slug": edition.slug})


@check
def quotes_are_true(edition: Edition, at: datetime) -> Iterator[Finding]:
    day = _day(edition, at)
    for number, quote in enumerate(edition.quotes.select_related("speaker", "appointment")):
        for sentence in quote.problems(edition.body, day):
            yield error(f"quotes-{number}-words", sentence, quote.key)
        if quote.is_translation and not quote.original_words:
            sentence = _("The quote of %(speaker)s is a translation: give the words as spoken.")
            sentence %= {"speaker": quote.speaker}
            yield warning(f"quotes-{number}-original_words", sentence, f"{quote.key}-words")
        if not quote.appointment and not quote.title_as_printed:
            sentence = _("No office is on record for %(speaker)s on that day.")
            sentence %= {"speaker": quote.speaker}
            yield warning(f"quotes-{number}-appointment", sentence, f"{quote.key}-office")


@check
def quotes_stand_in_marks(edition: Edition, at: datetime) -> Iterator[Finding]:
    quotes = list(edition.quotes.select_related("speaker"))
    apart = unplaced(edition.body, quotes)
    for number, quote in enumerate(quotes):
        if quote in apart and verbatim.contains(html.plain(edition.body), quote.words):
            sentence = _(
                "The words of %(speaker)s, “%(words)s”, have no place of their own in quotation "
                "marks or in a block quotation: readers will not see them marked in the text."
            )
            words = Truncator(quote.in_one_line).words(8)
            sentence %= {"speaker": quote.speaker, "words": words}
            yield warning(f"quotes-{number}-words", sentence, quote.key)


@check
def names_are_spelt_as_on_record(edition: Edition, at: datetime) -> Iterator[Finding]:
    written = set(
        re.findall(r"\w+", f"{edition.title} {edition.summary} {html.plain(edition.body)}")
    )
    by_fold: dict[str, set[str]] = {}
    for word in written:
        by_fold.setdefault(_without_accents(word), set()).add(word)
    for quote in edition.quotes.select_related("speaker"):
        for part in re.findall(r"\w{3,}", quote.speaker.name):
            unlike = by_fold.get(_without_accents(part), set()) - {part, part.upper()}
            for word in sorted(word for word in unlike if word[0].isupper()):
                sentence = _("The text has “%(word)s”, the record of %(person)s “%(part)s”.")
                sentence %= {"word": word, "person": quote.speaker, "part": part}
                yield warning("body", sentence, word)


@check
def weekdays_match_dates(edition: Edition, at: datetime) -> Iterator[Finding]:
    for written in _dates(edition, _day(edition, at)):
        if written.weekday not in (None, written.day.weekday()):
            sentence = _("The text has “%(written)s”, but that day is a %(weekday)s.")
            sentence %= {"written": written.words, "weekday": WEEKDAYS[written.day.weekday()]}
            yield warning("body", sentence, written.words)


@check
def today_is_the_day(edition: Edition, at: datetime) -> Iterator[Finding]:
    pattern = TODAY.get(edition.language)
    day = _day(edition, at)
    if not pattern or not re.search(rf"(?i)\b{pattern}\b", _text(edition)):
        return
    if day != timezone.localdate():
        sentence = _("The text says “today” and goes out on %(day)s: is it written for that day?")
        yield warning("body", sentence % {"day": date_format(day)}, day)
    near = rf"(?i)\b{pattern}\b\W{{0,3}}(?:on |le |op |am )?(?:the |den )?$"
    for written in _dates(edition, day):
        if written.day != day and re.search(near, written.before):
            sentence = _("The text says “today, %(written)s” and goes out on %(day)s.")
            sentence %= {"written": written.words, "day": date_format(day)}
            yield warning("body", sentence, written.words)


@check
def is_free_of_freezes(edition: Edition, at: datetime) -> Iterator[Finding]:
    for freeze in Freeze.objects.on(at):
        if freeze.ends_at:
            sentence = _("A freeze is on then (%(freeze)s): the release will wait until %(end)s.")
            end = timezone.localtime(freeze.ends_at)
            sentence %= {"freeze": freeze, "end": date_format(end, "DATETIME_FORMAT")}
        else:
            sentence = _("Everything is stopped: the release will wait until the stop is lifted.")
        yield warning("at", sentence, freeze.pk)


@check
def languages_are_complete(edition: Edition, at: datetime) -> Iterator[Finding]:
    texts = edition.release.editions.exclude(pk__in=edition.release.editions.drafts())
    ready = set(texts.values_list("language", flat=True).order_by())
    for code, __ in languages():
        if code != edition.language and code not in ready:
            language = name_of_language(code)
            sentence = _("There is no text in %(language)s that is ready.")
            yield warning(
                "texts_to_write", sentence % {"language": language}, code, of_release=True
            )


@check
def renders_the_newest_source(edition: Edition, at: datetime) -> Iterator[Finding]:
    source, newest = edition.source, copies.newest_source(edition)
    if source and newest and newest.version > source.version:
        sentence = _("It renders version %(old)s of the %(language)s text, which is at %(new)s.")
        yield warning(
            "body",
            sentence
            % {
                "old": source.version,
                "new": newest.version,
                "language": source.language_name,
            },
            newest.version,
        )
    elif numbers := sorted(number + 1 for number in copies.paragraphs_behind(edition)):
        sentence = _("The text it is translated from has changed since, in: paragraph %(numbers)s.")
        listed = ", ".join(str(number) for number in numbers)
        yield warning("body", sentence % {"numbers": listed}, listed)


@check
def is_translated(edition: Edition, at: datetime) -> Iterator[Finding]:
    if edition.source and edition.title == edition.source.title:
        yield warning("title", _("The title is still that of the text it is translated from."))
    if numbers := sorted(number + 1 for number in copies.untranslated(edition)):
        sentence = _("Still in the language of the source: paragraph %(numbers)s.")
        listed = ", ".join(str(number) for number in numbers)
        yield warning("body", sentence % {"numbers": listed}, listed)


@check
def documents_are_accessible(edition: Edition, at: datetime) -> Iterator[Finding]:
    for document in edition.documents.filter(alternative=None).exclude(file=""):
        sentence = _("“%(document)s” has no accessible version.")
        sentence %= {"document": document}
        yield warning("documents", sentence, document.pk)


@check
def documents_are_the_newest(edition: Edition, at: datetime) -> Iterator[Finding]:
    for document in Document.objects.filter(replaces__editions=edition).select_related("replaces"):
        sentence = _(
            "“%(old)s” has been replaced by “%(new)s”: list that one, if it is to be read."
        )
        sentence %= {"old": document.replaces, "new": document}
        yield warning("documents", sentence, document.pk)


@check
def lists_the_documents_of_its_source(edition: Edition, at: datetime) -> Iterator[Finding]:
    if edition.source is None:
        return
    listed = Document.objects.filter(editions=copies.newest_source(edition))
    for document in listed.exclude(editions=edition):
        sentence = _("The text it is translated from lists “%(document)s”, and this one does not.")
        yield warning("documents", sentence % {"document": document}, document.pk)


@check
def pictures_say_what_is_to_be_seen(edition: Edition, at: datetime) -> Iterator[Finding]:
    for field, picture in _pictures(edition):
        if picture.decorative or picture.alternative.get(edition.language):
            continue
        if not picture.alternative:
            sentence = _("“%(picture)s” has no alternative text: say what is to be seen.")
            yield error(field, sentence % {"picture": picture}, picture.pk)
            continue
        sentence = _("“%(picture)s” has no alternative text in %(language)s.")
        sentence %= {"picture": picture, "language": edition.language_name}
        yield warning(field, sentence, picture.pk)


@check
def videos_have_captions(edition: Edition, at: datetime) -> Iterator[Finding]:
    """Another host has its own."""
    for field, recording in _recordings(edition):
        if recording.is_video and recording.file and not recording.no_speech:
            none = _("“%(recording)s” has no captions: give them, or say that nobody speaks.")
            other = _("“%(recording)s” has no captions in %(language)s.")
            yield from _said_in(edition, field, recording, recording.captions, none, other)


@check
def sound_has_a_transcript(edition: Edition, at: datetime) -> Iterator[Finding]:
    for field, recording in _recordings(edition):
        if not recording.is_video and not recording.no_speech:
            none = _("“%(recording)s” has no transcript: give it, or say that nobody speaks.")
            other = _("“%(recording)s” has no transcript in %(language)s.")
            yield from _said_in(edition, field, recording, recording.transcript, none, other)


@check
def pictures_and_recordings_may_be_shown(edition: Edition, at: datetime) -> Iterator[Finding]:
    day = timezone.localdate(at)
    for field, shown in (*_pictures(edition), *_recordings(edition)):
        if shown.rights_until is None or shown.rights_until >= day + SOON_OVER:
            continue
        said = {"shown": shown, "day": date_format(shown.rights_until)}
        if shown.rights_until < day:
            sentence = _("“%(shown)s” may be shown until %(day)s, and the text goes out later.")
            yield error(field, sentence % said, shown.pk)
        else:
            sentence = _("“%(shown)s” may be shown until %(day)s, and is gone after that.")
            yield warning(field, sentence % said, shown.pk)


@check
def people_in_pictures_are_known(edition: Edition, at: datetime) -> Iterator[Finding]:
    for field, picture in _pictures(edition):
        if not picture.nobody and not picture.people.exists():
            sentence = _("Nobody has said who is to be seen in “%(picture)s”, or that nobody is.")
            yield warning(field, sentence % {"picture": picture}, picture.pk)


@check
def pictures_are_there(edition: Edition, at: datetime) -> Iterator[Finding]:
    for field, picture in _pictures(edition):
        if picture.missing():
            sentence = _(
                "The files of “%(picture)s” could not be made. Whoever looks after the site can "
                "make them: manage.py make_pictures"
            )
            yield error(field, sentence % {"picture": picture}, picture.pk)


@check
def somebody_can_be_called(edition: Edition, at: datetime) -> Iterator[Finding]:
    if not edition.release.contacts.exists():
        yield warning("contacts", _("There is no press contact."), of_release=True)


@check
def links_can_be_followed(edition: Edition, at: datetime) -> Iterator[Finding]:
    for address in dict.fromkeys(re.findall(r'href="([^"]*)"', edition.body)):
        parts = urlsplit(address)
        if parts.scheme in ("mailto", "tel"):
            continue
        host = parts.hostname or ""
        own = host not in THIS_MACHINE and validate_host(host, settings.ALLOWED_HOSTS)
        if own or not host:
            if not _leads_somewhere(parts.path):
                sentence = _("The link “%(address)s” leads to no page of this site.")
                yield error("body", sentence % {"address": address}, address)
        elif not is_public(host):
            sentence = _("The public cannot open the link “%(address)s”.")
            yield error("body", sentence % {"address": address}, address)


def _day(edition: Edition, at: datetime) -> date:
    """Return the day a text is dated: its release's, also for what is added to it later."""
    release = edition.release
    fixed = release.first_published_at or release.status == release.Status.APPROVED
    return release.day if fixed else timezone.localdate(at)


def _pictures(edition: Edition) -> Iterator[tuple[str, Picture]]:
    """Give each picture of a text, with the field of the form that has it. One query."""
    for number, one in enumerate(edition.illustrations.select_related("picture")):
        yield f"illustrations-{number}-picture", one.picture


def _recordings(edition: Edition) -> Iterator[tuple[str, Recording]]:
    """Give each recording of a text, with the field of the form that has it. One query."""
    for number, one in enumerate(edition.playbacks.select_related("recording")):
        yield f"playbacks-{number}-recording", one.recording


def _said_in(
    edition: Edition, field: str, recording: Recording, words: Names, none: str, other: str
) -> Iterator[Finding]:
    """Find that what is said in a recording is not there at all, or not in the text's language."""
    said = {"recording": recording, "language": edition.language_name}
    if not words:
        yield error(field, none % said, recording.pk)
    elif not words.get(edition.language):
        yield warning(field, other % said, recording.pk)


def _leads_somewhere(path: str) -> bool:
    """Whether an address of this site has the form of one; desk and files of staff do not count."""
    for code, __ in languages():
        with override(code):  # or only the addresses of the interface's language are known
            try:
                return resolve(path or "/").namespace != "admin"
            except Resolver404:
                continue
    return False


def _text(edition: Edition) -> str:
    """Return title, summary and text as a reader sees them, with spaces that are all alike."""
    text = f"{edition.title}\n{edition.summary}\n{html.plain(edition.body)}"
    return re.sub(r"[^\S\n]", " ", unicodedata.normalize("NFC", text))


@dataclass(frozen=True)
class Written:
    """A date is written out, after `before`; `weekday` is the one given (0 is Monday) or None."""

    words: str
    before: str
    weekday: int | None
    day: date


def _dates(edition: Edition, near: date) -> Iterator[Written]:
    """Find the dates written out in a text; without a year, the one nearest to `near`."""
    with override(edition.language):
        months = {str(name).casefold(): number for number, name in MONTHS.items()}
        weekdays = {str(name).casefold(): number for number, name in WEEKDAYS.items()}
    month_names, weekday_names = "|".join(map(re.escape, months)), "|".join(weekdays)
    weekday = rf"(?:(?P<weekday>{weekday_names})\W{{1,2}}(?:the |le |de[nrm] )?)?"
    day_first = rf"(?P<day>\d{{1,2}}){ORDINAL} (?:of )?(?P<month>{month_names})"
    month_first = rf"(?P<month2>{month_names}) (?P<day2>\d{{1,2}}){ORDINAL}"
    pattern = rf"(?i)\b{weekday}(?:{day_first}|{month_first})(?:,? (?P<year>\d{{4}}))?\b"
    text = _text(edition)
    for found in re.finditer(pattern, text):
        parts = found.groupdict()
        month = months[(parts["month"] or parts["month2"]).casefold()]
        number = int(parts["day"] or parts["day2"])
        if day := _nearest(parts["year"], month, number, near):
            named = weekdays.get((parts["weekday"] or "").casefold())
            yield Written(found[0], text[: found.start()], named, day)


def _nearest(year: str | None, month: int, number: int, near: date) -> date | None:
    """Return the date in `year`, else in the year that brings it nearest to `near`, or None."""
    days = []
    for one in [int(year)] if year else range(near.year - 1, near.year + 2):
        with suppress(ValueError):
            days.append(date(one, month, number))
    return min(days, key=lambda day: abs(day - near), default=None)


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
