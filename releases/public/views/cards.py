"""The cards of a release, of a quote and of the site; see `releases.public.cards`."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from releases.models import Edition
from releases.public.identity import identity_of
from releases.public.pages.quote import quote_page
from releases.public.pages.texts import for_reader
from releases.public.requests import ReaderRequest
from releases.text.languages import in_marks

from .releases import of_addressed
from .removed import removed_quote


@of_addressed
def release_card(request: ReaderRequest, public: list[Edition], slug: str) -> HttpResponse:
    """Show the card of the text that the page of a release shows."""
    edition = for_reader([text for text in public if text.stands_at(request.moment.limit)])
    if edition.slug != slug:
        return redirect(edition.get_card_url())
    with override(edition.language):
        place = str(edition.release.place)
        filed = ", ".join(filter(None, (place, date_format(edition.release.day))))
        above = f"{edition.release.get_kind_display()} · {filed}"
        if edition.release.removal:
            above = f"{_('Withdrawn')} · {above}"
        return _show(request, above, edition.title, [edition.release.reference or ""])


def quote_card(request: ReaderRequest, key: str) -> HttpResponse:
    """Show the card of a quote, with who said it under which office."""
    page = quote_page(key, request.moment)
    if page is None:
        return removed_quote(request, key)
    quote, edition = page.quote, page.quote.edition
    with override(edition.language):
        words = in_marks(quote.in_brief, edition.language)
        above = date_format(edition.release.day)
        if page.dropped_in or edition.release.removal:
            above = f"{_('Withdrawn')} · {above}"
        return _show(request, above, words, [quote.speaker.name, quote.office], spoken=True)


def site_card(request: ReaderRequest) -> HttpResponse:
    """Show the card of the pages that have no picture and no card of their own."""
    publisher = identity_of(request).publisher
    words = _("Press releases, meetings and quotes of %(publisher)s") % {"publisher": publisher}
    return _show(request, "", words, [])


def _show(
    request: ReaderRequest, above: str, words: str, below: list[str], spoken: bool = False
) -> HttpResponse:
    from releases.public.cards import Card, png_of  # as few pages need what draws

    identity = identity_of(request)
    card = Card(
        site=identity.site_name,
        publisher=identity.publisher,
        accent=identity.colour,
        host=request.get_host(),
        above=above,
        words=words,
        below=tuple(filter(None, below)),
        spoken=spoken,
    )
    return HttpResponse(png_of(card), content_type="image/png")
