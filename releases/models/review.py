from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .address import Address
from .immutable import ImmutableModel
from .optimistic_lock import OptimisticLock
from .profile import may_write
from .release import PressRelease
from .step import Step


class Reviewed(OptimisticLock, ImmutableModel):
    """
    The way of a text from draft to public: submitted by one person, approved by another.

    Each step is refused, with a sentence, to who may not take it, to a text it does not
    fit, and to a copy of the text that is no longer the newest (StaleError).
    """

    class Meta:
        abstract = True

    def steps_for(self, user):
        """The steps, by the names of their methods, that `user` may take now. Two queries."""
        steps = []
        submits = user.has_perm("releases.submit_edition") and may_write(user, self.language)
        if not user.has_perm("releases.approve_edition"):
            return ["submit"] if submits and not (self.is_approved or self.is_in_review) else []
        if self.is_approved:
            steps += ["unschedule"] if self.is_waiting else []
            alone = self.steps.unconfirmed().exclude(by=user)
            steps += ["confirm"] if alone.exists() else []
        elif self.is_in_review:
            steps += ["approve", "send_back"]
        elif submits:
            steps += ["submit"]
        return steps

    @transaction.atomic
    def submit(self, by, accepted=()):
        """
        Hand a draft in for approval. `accepted` are the keys of the warnings `by` confirms.

        Raises PermissionDenied, StaleError, or ValidationError if it is none or not ready.
        """
        if not (by.has_perm("releases.submit_edition") and may_write(by, self.language)):
            raise PermissionDenied
        edition, release = self._locked()
        if edition.is_approved or edition.is_in_review:
            raise ValidationError(_("This text has been submitted already."))
        kept = _check(edition.findings(), accepted)
        edition.order_quotes()
        edition.submitted_at, edition.submitted_by = timezone.now(), by
        edition.save(update_fields=["submitted_at", "submitted_by"])
        if release.status == PressRelease.Status.DRAFT:
            release.status = PressRelease.Status.IN_REVIEW
            release.save(update_fields=["status"])
        edition.steps.create(kind=Step.Kind.SUBMITTED, by=by, accepted=kept)
        self.refresh_from_db()

    @transaction.atomic
    def send_back(self, by, reason):
        """
        Give a text in review back to its writer, saying why.

        Raises PermissionDenied, StaleError, or ValidationError without a reason.
        """
        if not by.has_perm("releases.approve_edition"):
            raise PermissionDenied
        edition = self._locked()[0]
        if not edition.is_in_review:
            raise ValidationError(_("This text is not in review."))
        if not reason.strip():
            raise ValidationError({"reason": _("Say what has to change.")})
        edition.submitted_at = edition.submitted_by = None
        edition.save(update_fields=["submitted_at", "submitted_by"])
        edition._review_ended()
        edition.steps.create(kind=Step.Kind.SENT_BACK, by=by, reason=reason.strip())
        self.refresh_from_db()

    @transaction.atomic
    def approve(self, by, at=None, accepted=(), reason=""):
        """
        Make this the standing text, public from `at`, an aware datetime; now if not given.

        For a release that is not approved yet, `at` is when all of it goes public. One that was
        first published elsewhere is public at once and keeps the date it had there. Where the
        release is approved, a later language or version takes over at `at`, never before it.
        `accepted` are the keys of the warnings `by` confirms; `reason` says why the person
        who submitted the text approves it alone. Raises PermissionDenied, StaleError, or
        ValidationError, and changes nothing, if the text is not submitted or not ready, if
        the time has passed, or if another release of that day has the same address.
        """
        if not by.has_perm("releases.approve_edition"):
            raise PermissionDenied
        edition, release = self._locked()
        now = timezone.now()  # once it is our turn: a stop that began meanwhile counts
        alone = by == edition.submitted_by
        edition._check_approval(release, alone, reason, at, now)
        at = max(at.replace(second=0, microsecond=0), now) if at else now
        first = release.status != PressRelease.Status.APPROVED
        kept = _check(edition.findings(at if first else max(at, release.publish_at)), accepted)
        if first:
            release.publish_at = release.first_published_at or at
            release.status = PressRelease.Status.APPROVED
            release.save()
        edition._take_over(now if first else at)
        edition.approved_by = by
        edition.save()
        edition.steps.create(
            kind=Step.Kind.APPROVED,
            by=by,
            accepted=kept,
            alone=alone,
            reason=reason.strip() if alone else "",
        )
        PressRelease.objects.number_those_out(now)
        self.refresh_from_db()

    @transaction.atomic
    def confirm(self, by):
        """
        Stand by the approval that the person who submitted this text gave alone.

        Raises PermissionDenied to that person, and ValidationError where there is none.
        """
        edition = self._locked()[0]
        step = edition.steps.unconfirmed().last()
        if not step:
            raise ValidationError(_("There is no approval to confirm."))
        step.confirm(by)

    @transaction.atomic
    def unschedule(self, by):
        """
        Take a text that is approved and not public yet back to its draft.

        Of a release that is not public either, all texts. Raises PermissionDenied,
        StaleError, or ValidationError where it is public.
        """
        if not by.has_perm("releases.approve_edition"):
            raise PermissionDenied
        edition, release = self._locked()
        if not edition.is_waiting:
            raise ValidationError(_("This text is not waiting to go out."))
        if release.is_scheduled:
            release.unschedule(by)
        else:
            edition.back_to_draft(by)
        self.refresh_from_db()

    @transaction.atomic
    def delete(self, *args, **kwargs):
        """Raises ValidationError if it is approved."""
        self.hold()
        deleted = super().delete(*args, **kwargs)
        self._review_ended()
        return deleted

    def back_to_draft(self, by):
        """What `unschedule()` does to each text; the version it would have replaced stands on."""
        before = self._versions().filter(live_until=self.live_from).first()
        self.live_from = self.public_since = self.corrected_at = None
        self.submitted_at = self.submitted_by = self.approved_by = None
        super().save()
        if before:
            before.live_until = None
            before.save(update_fields=["live_until"])
        own = Address.objects.filter(scope=self.release.day.isoformat(), owner=self.release_id)
        kept = type(self).objects.approved().filter(release=self.release_id)
        own.exclude(slug__in=kept.values("slug")).delete()
        self.steps.create(kind=Step.Kind.UNSCHEDULED, by=by)

    def hold(self):
        """
        The release as stored, locked until the transaction ends: the texts of a release and
        their quotes change one after the other.

        Comes before any other lock on them, so that two never wait for each other.
        """
        return PressRelease.objects.select_for_update().get(pk=self.release_id)

    def reopen(self):
        """Make a draft again of a text in review, as one of its quotes has changed."""
        stored = type(self).objects.in_review().filter(pk=self.pk).first()
        if stored:
            stored.submitted_at = stored.submitted_by = None
            stored.save(update_fields=["submitted_at", "submitted_by"])
            stored._review_ended()
            self.submitted_at = self.submitted_by = None
            self.revision = stored.revision

    def _check_approval(self, release, alone, reason, at, now):
        if self.is_approved:
            raise ValidationError(_("This text has been approved already."))
        if not self.is_in_review:
            raise ValidationError(_("Submit the text before you approve it."))
        if release.removal:
            raise ValidationError(_("This release has been removed. Put it back first."))
        if alone and not reason.strip():
            raise ValidationError(
                {"reason": _("You submitted this text: say why nobody else approves it.")}
            )
        if at and at < now:
            raise ValidationError({"at": _("This time has passed. Leave it empty to publish now.")})
        if at and release.goes_out_at_once:
            message = _("It was first published elsewhere: it is public as soon as it is approved.")
            raise ValidationError({"at": message})

    def foresee(self, at):
        """
        Say of a draft, in this copy alone, what approving it for `at` will say of it and of its
        release: for a preview. Never saved. Two queries.
        """
        if self.release.status != PressRelease.Status.APPROVED:
            self.release.publish_at = self.release.first_published_at or at
        self._stand(at, self.previous())

    def _take_over(self, at):
        """Stand from `at` on, in place of the version that stands now."""
        standing = self._versions().standing().first()
        self._stand(at, standing)
        if standing:
            standing.live_until = at
            standing.save(update_fields=["live_until"])

    def _stand(self, at, before):
        """The dates of a text that stands from `at` on; `before` is the version it replaces."""
        self.live_from = at
        self.public_since = self.release.first_published_at or max(at, self.release.publish_at)
        if before:
            self.public_since = before.public_since
            self.corrected_at = before.corrected_at if self.minor else at

    def _locked(self):
        """This edition and its release as stored, locked until the transaction ends."""
        release = self.hold()
        edition = self.locked()
        edition.release = release
        return edition, release

    def _review_ended(self):
        self.release = PressRelease.objects.get(pk=self.release_id)
        self.release.review_ended()


def _check(findings, accepted):
    """The sentences of the warnings accepted. Raises ValidationError for what is not."""
    if errors := [finding.sentence for finding in findings if finding.blocks]:
        raise ValidationError([ValidationError(sentence, "blocked") for sentence in errors])
    if left := [finding.sentence for finding in findings if finding.key not in accepted]:
        raise ValidationError([ValidationError(sentence, "unconfirmed") for sentence in left])
    return [str(finding.sentence) for finding in findings]
