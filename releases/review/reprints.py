"""
Texts that print a misspelt record are printed anew: minor corrections of all of them, with the
same words and a public note, submitted in one act and approved by a second person in another.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from releases.models import Edition, Mention, Person, Reprint, Step, copies
from releases.models.printed import KEPT, Kept, all_kept, print_beside, print_quote

from .leaning import prints_of
from .proposals import may_decide

AT_ONCE = 100  # texts that name a record are looked through at once, and printed anew in one act
APPROVED = _("It has been approved already.")


@dataclass
class Text:
    """A text that prints an old form, and why it is left as it is; empty if it is not."""

    edition: Edition
    obstacle: str


def outdated(record: Any, before: int | None = None) -> list[Text]:
    """
    Return the standing texts that print a record otherwise than it is now, of releases that are
    not removed: of the hundred latest that name it, or that stand before the place `before` in
    lists. Some fifteen queries for each.
    """
    found = []
    for mention in _window(record, before)[0]:
        edition = mention.edition
        old, new = _printed(edition), _now(edition)
        if _forms(old, record) != _forms(new, record):
            found.append(Text(edition, _obstacle(edition) or _more_named(old, new)))
    return found


def older(record: Any, before: int | None = None) -> int | None:
    """Return the place before which those stand that `outdated()` has left out; None if none do."""
    return _window(record, before)[1]


@transaction.atomic
def begin(
    record: Any, by: User, note: Mapping[str, str], before: int | None = None
) -> tuple[Reprint, list[Text]]:
    """
    Submit the next version of each text of `outdated()` that nothing stands in the way of, with
    the public `note` in its language. Returns the act, and the texts that are left.

    Raises PermissionDenied, and ValidationError where there is nothing to print anew or the note
    is missing in a language.
    """
    if not may_decide(by):
        raise PermissionDenied
    texts = outdated(record, before)
    free = [text.edition for text in texts if not text.obstacle]
    missing = {text.language_name for text in free if not note.get(text.language, "").strip()}
    if missing:
        sentence = _("Say to the public what was wrong, in each language of the texts: %(names)s.")
        raise ValidationError({"note": sentence % {"names": ", ".join(sorted(missing))}})
    told = {text.language: note[text.language].strip() for text in free}
    reprint = Reprint.objects.create(record=record, by=by, note=told)
    left = [text for text in texts if text.obstacle]
    left += _each(free, lambda edition: _submit(edition, reprint, by))
    if not reprint.editions.exists():
        raise ValidationError(_("There is no text to print anew."))
    return reprint, left


@transaction.atomic
def approve(reprint: Reprint, by: User) -> list[Text]:
    """
    Approve all texts of the act that are still in review. Returns those that are left.

    Raises PermissionDenied to who began it, and ValidationError where it has been approved.
    """
    if not by.has_perm("releases.approve_edition") or by == reprint.by:
        raise PermissionDenied
    stored = Reprint.objects.select_for_update(of=("self",)).get(pk=reprint.pk)
    if stored.approved_at:
        raise ValidationError(APPROVED)
    stored.approved_by, stored.approved_at = by, timezone.now()
    stored.save()
    return _each(stored.editions.select_related("release"), lambda edition: _approve(edition, by))


def warnings(reprint: Reprint) -> dict[str, int]:
    """Count the texts of each warning that was found when they were submitted. One query."""
    counted: dict[str, int] = {}
    steps = Step.objects.filter(edition__reprints=reprint, kind=Step.Kind.SUBMITTED)
    for accepted in steps.values_list("accepted", flat=True):
        for sentence in accepted:
            counted[sentence] = counted.get(sentence, 0) + 1
    return counted


def _submit(edition: Edition, reprint: Reprint, by: User) -> None:
    draft = copies.next_version(edition, by)
    draft.minor, draft.change_note = True, reprint.note[draft.language]
    draft.save()
    reprint.editions.add(draft)
    # The warnings are kept with the step: who approves the list confirms them.
    draft.submit(by, accepted=[found.key for found in draft.findings()])


def _approve(edition: Edition, by: User) -> None:
    """Approve a text; a warning that nobody has seen at its submission stands in the way."""
    seen = edition.steps.filter(kind=Step.Kind.SUBMITTED).last()
    known = set(seen.accepted) if seen else set()
    found = edition.findings(timezone.now())
    edition.approve(by, accepted=[one.key for one in found if one.sentence in known])


def _each(texts: Collection[Edition], act: Callable[[Edition], None]) -> list[Text]:
    """Do something with each text, all of it or nothing, and return those where it is refused."""
    left = []
    for edition in texts:
        try:
            with transaction.atomic():
                act(edition)
        except ValidationError as error:
            left.append(Text(edition, " ".join(error.messages)))
    return left


def _window(record: Any, before: int | None) -> tuple[QuerySet[Mention], int | None]:
    """
    Return where a record is named in the texts that are looked through at once, and the place
    before which the others stand; None if there are none. Two queries at most.
    """
    texts = prints_of(record).filter(edition__release__removal="")
    if before is not None:
        texts = texts.filter(order__lt=before)
    last = next(iter(texts.values_list("order", flat=True)[AT_ONCE - 1 : AT_ONCE]), None)
    if last is None or not texts.filter(order__lt=last).exists():
        return texts, None
    # All languages of a release have one place: they stay together.
    return texts.filter(order__gte=last), last


def _printed(edition: Edition) -> list[tuple[str, Kept]]:
    quotes = edition.quotes.values_list("printed", flat=True)
    return list(all_kept(edition.printed, quotes))


def _now(edition: Edition) -> list[tuple[str, Kept]]:
    """Return what would be printed if the text were approved now."""
    day = edition.release.day
    quotes = edition.quotes.select_related("speaker", "appointment__person", "meeting")
    return list(all_kept(print_beside(edition, day), [print_quote(one, day) for one in quotes]))


def _forms(printed: list[tuple[str, Kept]], record: Any) -> list[str]:
    """List how a record is printed, and of a person the offices: all but addresses."""
    name = record._meta.model_name
    return sorted(
        {
            json.dumps(_form(model, kept), sort_keys=True)
            for model, kept in printed
            if (model == name and kept["id"] == record.pk) or _is_office_of(record, model, kept)
        }
    )


def _form(model: str, kept: Kept) -> Any:
    form = {name: kept.get(name) for name in KEPT[model] if name != "slug"}
    people = [
        (one["capacity"], (one.get("appointment") or one["organisation"])["id"])
        for one in kept.get("people", [])
    ]
    return form, people


def _is_office_of(record: Any, model: str, kept: Kept) -> bool:
    return isinstance(record, Person) and model == "appointment" and _holder(kept) == record.pk


def _holder(office: Kept) -> int | None:
    return office.get("person", {}).get("id")


def _obstacle(edition: Edition) -> str:
    if edition.versions().open().exists():
        return _("A draft of its next version is open.")
    return _("Its next version waits for its time.") if edition.is_waiting else ""


def _more_named(old: list[tuple[str, Kept]], new: list[tuple[str, Kept]]) -> str:
    """Say so where the text would name what it has not named: that is read before it is printed."""
    before, after = ({(model, kept["id"]) for model, kept in side} for side in (old, new))
    if after - before:
        return _("Something was put beside it since: it is corrected by itself.")
    return ""
