import uuid

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from releases.instant import to_the_minute
from releases.models import Edition
from releases.views.page import answer


class AtomWithText(Atom1Feed):
    """Atom whose entries carry the whole text beside the summary."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["text"], {"type": "html"})


class ReleaseFeed(Feed):
    """
    The latest releases in one language, as Atom (RFC 4287).

    A release that comes late in a language is new in that language's feed only. The
    id of an entry follows from the release and the language, never from its address.
    """

    feed_type = AtomWithText
    link = reverse_lazy("home")

    def __init__(self, editions):
        self.items = editions

    def title(self):
        return settings.SITE_NAME

    def subtitle(self):
        return _("Press releases of %(publisher)s") % {"publisher": settings.PUBLISHER}

    def author_name(self):
        return settings.PUBLISHER

    def item_title(self, edition):
        return edition.title

    def item_description(self, edition):
        return edition.lead

    def item_guid(self, edition):
        return uuid.uuid5(edition.release.uuid, edition.language).urn

    def item_pubdate(self, edition):
        return to_the_minute(edition.public_since)

    def item_updateddate(self, edition):
        return to_the_minute(edition.corrected_at or edition.public_since)

    def item_categories(self, edition):
        return [edition.release.get_kind_display()]

    def item_extra_kwargs(self, edition):
        return {"text": edition.body}


def release_feed(request):
    editions = Edition.objects.live(request.at).filter(language=get_language())
    editions = list(editions.select_related("release").newest_first()[:30])
    return answer(request, editions, lambda: ReleaseFeed(editions)(request))
