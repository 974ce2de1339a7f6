"""Lists of what grows with the archive: they are counted, searched and paged so far as a person
reads on, in one order that an index has."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from releases.models.years import in_year, years_of

from .sent_numbers import number_sent

MOST = 1000  # the sentences below say so


class CappedPaginator(Paginator):
    """Counts to a thousand rows and no further: a count of everything grows with the archive."""

    object_list: QuerySet

    @cached_property
    def count(self):
        return self.object_list.order_by().values("pk")[:MOST].count()


class LongList(admin.ModelAdmin):
    """
    A ModelAdmin whose list, and whose choices in other forms, cost the same in a long archive.

    It is in the order of `get_ordering()`, which an index has to serve, and in no other one. A
    search looks through the thousand rows that come first there, of those that the filters leave;
    but what a whole word of it names, in the field `known_by`, is found at once.
    """

    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    sortable_by = ()
    known_by = ""
    search_help_text = _(
        "Looks through the first thousand of the list. Narrow the list to look further back."
    )

    def get_search_results(self, request, queryset, search_term):
        if not search_term:
            return queryset, False
        if self.known_by:
            known = queryset.filter(**{self.known_by: search_term.strip()})
            if known.exists():
                return known, False
        order = self.get_ordering(request) or self.opts.ordering or []
        # A query of its own: PostgreSQL would look for the words in all rows before.
        first = list(queryset.order_by(*order).values_list("pk", flat=True)[:MOST])
        return super().get_search_results(request, queryset.filter(pk__in=first), search_term)


class YearFilter(admin.SimpleListFilter):
    """Narrows a list to a year of the instants in `dated_by`, a field that has an index."""

    title = _("year")
    parameter_name = "year"
    dated_by: str

    def lookups(self, request, model_admin):
        years = years_of(model_admin.model.objects.all(), self.dated_by)
        return [(str(year), year) for year in years]

    def queryset(self, request, queryset):
        year = number_sent(self.value())
        return in_year(queryset, self.dated_by, year) if 1 <= year < 9999 else queryset
