"""Makes a draft of each item of an archive by itself: what is wrong with one stops no other."""

from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from releases.intake.address import likely_address
from releases.intake.alike import Alike, fingerprint, folded
from releases.intake.draft import make_release
from releases.intake.report import reason
from releases.intake.take import digest_of, intake_of, keep_original
from releases.intake.unattended import draft_of
from releases.models import Edition, Intake
from releases.reading.document import BODY, Found
from releases.reading.find import find
from releases.reading.readers import read


class Status(models.TextChoices):
    FOUND = "found", gettext_lazy("found")
    SAVED = "saved", gettext_lazy("saved")
    DONE = "done", gettext_lazy("done before")
    DUPLICATE = "duplicate", gettext_lazy("duplicate")
    FAILED = "failed", gettext_lazy("failed")


@dataclass
class Outcome:
    """
    The end of an item: `reasons` are the doubts about what was found or saved, or say why
    it was not.
    """

    where: str
    status: str
    title: str = ""
    address: str = ""
    reasons: list[str] = field(default_factory=list)

    @property
    def is_doubtful(self):
        return self.status in {Status.FOUND, Status.SAVED} and bool(self.reasons)


class Keeper:
    """
    Makes drafts of items one after the other; without `save` it only looks.

    `language` is that of texts whose archive names none, `tracked` as for the readers.
    """

    def __init__(self, *, save=False, add_people=False, language=None, tracked="accept"):
        self.save, self.add_people = save, add_people
        self.language, self.tracked = language, tracked
        self.digests, self.alike = set(), Alike()

    def take(self, item):
        """The `Outcome` of an item; whatever is raised for it becomes the reason it failed."""
        try:
            return self._take(item)
        except Exception as error:  # of a thousand files one is worse than anybody thought of
            return Outcome(item.where, Status.FAILED, item.title, item.address, [reason(error)])

    def _take(self, item):
        data = item.load()
        digest = digest_of(data)
        if digest in self.digests:
            sentence = _("The same file came before, in this archive.")
            return _outcome(item, Status.DUPLICATE, [sentence])
        document = read(
            data, "" if item.content_type else item.name, item.content_type, self.tracked
        )
        own = fingerprint("\n".join(block.text for block in document.blocks))
        outcome = self._made(item, document, data, digest, self.alike.find(own))
        self.digests.add(digest)
        self.alike.add(item.where, own)
        return outcome

    def _made(self, item, document, data, digest, twin):
        if Intake.objects.filter(digest=digest, release__isnull=False).exists():
            return _outcome(item, Status.DONE)
        if twin:
            sentence = _("Nearly the same text came before, in this archive: %(where)s.")
            return _outcome(item, Status.DUPLICATE, [sentence % {"where": twin}])
        intake = self._intake(item, document, digest)
        if same := intake.proposal["same"]:
            edition = Edition.objects.get(pk=same[0])
            sentence = _("Nearly the same text is in the newsroom: “%(title)s”.")
            return _outcome(item, Status.DUPLICATE, [sentence % {"title": edition.title}])
        draft, doubts = draft_of(intake, self.add_people)
        if self.save:
            _keep(draft, intake, data)
        status = Status.SAVED if self.save else Status.FOUND
        return Outcome(item.where, status, draft.title, intake.address, doubts)

    def _intake(self, item, document, digest):
        """An `Intake` that is not saved, as what the archive states comes before matching."""
        document.title = item.title or document.title
        findings = find(document.blocks, item.language or self.language, document)
        _state(item, findings)
        address = item.address or likely_address(document.address)
        about = {"digest": digest, "name": item.name, "address": address}
        intake = intake_of(document, findings, **about)
        if item.at:
            intake.proposal["day"]["value"] = item.at.isoformat()
        return intake


def _outcome(item, status, reasons=()):
    return Outcome(item.where, status, item.title, item.address, list(reasons))


def _state(item, findings):
    """Put what the archive states for what was found; no word of the text is lost by that."""
    if item.title:
        found = findings.title
        findings.title = Found(item.title, 1.0)
        if found and folded(found.value) == folded(item.title):
            findings.title.spans = found.spans
        elif found:
            for span in found.spans:
                findings.places[span.block] = BODY
    if item.at:
        findings.day = Found(timezone.localdate(item.at), 1.0)


@transaction.atomic
def _keep(draft, intake, data):
    """The file comes last: what fails before leaves none behind."""
    make_release(draft, intake)
    keep_original(intake, data)
