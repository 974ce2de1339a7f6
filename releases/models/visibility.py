"""Which texts the public may read at a moment is asked here, beside the rows of `showing`."""

from typing import Any, Self

from django.db.models import Case, Q, When

from releases.text.languages import languages

from .immutable import ImmutableQuerySet
from .moment import Moment
from .showing import visible

# Nobody reads the words of a text there, nor what is beside it.
LIGHT = ("body", "source_body", "summary", "lead", "printed")


class VisibleEditions(ImmutableQuerySet[Any]):
    """
    They are asked what the public may see of them at a moment; now if not given.

    Of lists, `Showing` is asked. What has an address of its own goes these three steps.
    """

    def reachable(self, moment: Moment | None = None) -> Self:
        """Return those that stand, of withdrawn releases too: for what has its own address."""
        moment = moment or Moment.now()
        # Against the limit, not the instant: a freeze that holds a version keeps the one before.
        return self.readable(moment).filter(visible(moment))

    def readable(self, moment: Moment | None = None) -> Self:
        """Return the versions before the reachable ones too: for old versions."""
        # A withdrawn text stays under its notice; what was removed in another way is gone.
        return self.ever_public(moment).filter(release__removal__in=("", "withdrawn"))

    def ever_public(self, moment: Moment | None = None) -> Self:
        """
        Return all that have gone public, whatever became of them: for redirects and notices.

        Where a freeze is on, what came due since it began has not.
        """
        moment = moment or Moment.now()
        return self.filter(visible_from__lte=moment.limit)

    def standing_with(self, edition: Any, at: Any) -> Self:
        """
        Return `edition`, whatever its state, and the approved texts of its release in other
        languages that stand at `at`, an aware datetime: what readers choose from if it goes
        public then.
        """
        others = Q(visible_from__lte=at) & (Q(visible_until=None) | Q(visible_until__gt=at))
        others &= ~Q(language=edition.language)
        return self.filter(Q(pk=edition.pk) | others, release=edition.release_id)


def rank_of_languages(language: str | None) -> Case:
    """Rank `language` as 0, then the newsroom's other languages in their order."""
    order = [language, *(code for code, name in languages() if code != language)]
    return Case(
        *(When(language=code, then=place) for place, code in enumerate(order)),
        default=len(order),
    )
