"""The desk asks in which state its texts are, and whose turn it is."""

from typing import Any, Self

from django.contrib.auth.models import User
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.utils import timezone
from django.utils.translation import get_language

from .moment import Moment
from .profile import languages_of
from .states import APPROVED, DRAFT, IN_REVIEW, OPEN, STANDING
from .step import Step
from .visibility import VisibleEditions, rank_of_languages


class Worklists(VisibleEditions):
    """They are asked for their state, and whose turn it is."""

    def open(self) -> Self:
        """Return drafts and texts in review."""
        return self.filter(OPEN)

    def drafts(self) -> Self:
        """Return those that nobody has submitted, or that were made drafts again since."""
        return self.filter(DRAFT)

    def in_review(self) -> Self:
        """Return those that are submitted and wait for an editor."""
        return self.filter(IN_REVIEW)

    def approved(self) -> Self:
        """Return those that change no more, whether they are public yet or not."""
        return self.filter(APPROVED)

    def standing(self) -> Self:
        """Return the approved ones that no later version replaces, now or later."""
        return self.filter(STANDING)

    def waiting(self) -> Self:
        """Return approved ones that are not public yet, in the order in which they are due."""
        waiting = self.standing().filter(visible_from__gt=Moment.now().limit)
        return waiting.order_by("visible_from", "pk")

    def undeletable(self) -> Self:
        """Return what is or was approved: who approved it stays on record."""
        approved = Step.objects.filter(edition=OuterRef("pk"), kind=Step.Kind.APPROVED)
        return self.filter(APPROVED | Exists(approved))

    def behind(self) -> Self:
        """Return standing ones and drafts whose source was corrected since they were written."""
        behind = self.model.objects.filter(is_behind=True, visible_until=None)
        # A draft that is translated goes on changing without a new version.
        changed = self.model.objects.open().filter(source__isnull=False)
        changed = changed.exclude(source__body=F("source_body"))
        return self._of([behind, changed])

    def waiting_for(self, user: User) -> Self:
        """
        Return what `user` can move on: texts to approve or to confirm, own drafts, and for a
        translator the drafts and the texts behind their source in the own languages.
        """
        texts = self.model.objects
        mine = [texts.drafts().filter(written_by=user)]
        if user.has_perm("releases.approve_edition"):
            # What one has submitted waits for somebody else.
            mine.append(texts.in_review().exclude(submitted_by=user))
            alone = Step.objects.unconfirmed().exclude(by=user)
            mine.append(texts.filter(pk__in=alone.values("edition")))
        if own := not user.has_perm("releases.write_any_language") and languages_of(user):
            mine.append(texts.drafts().filter(language__in=own))
            mine.append(texts.behind().filter(language__in=own))
        return self._of(mine)

    def _of(self, sets: list[Any]) -> Self:
        """
        Return those of small sets of texts, each found by an index: for one condition of them
        all, a database reads every text there is.
        """
        first, *others = (one.order_by().values("pk") for one in sets)
        return self.filter(pk__in=first.union(*others))

    def naming_first(self) -> Self:
        """
        Put first the text that names its release at the desk: the one that stands now,
        else one that is approved, else that of a draft; in the active language, else in the
        first of the newsroom's; of the newest version.
        """
        now = timezone.now()
        stands = Q(visible_from__lte=now) & (Q(visible_until=None) | Q(visible_until__gt=now))
        state = Case(When(stands, then=0), When(APPROVED, then=1), default=2)
        return self.order_by(state, rank_of_languages(get_language()), "-version")
