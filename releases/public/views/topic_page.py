from django.shortcuts import redirect
from django.utils.translation import get_language

from releases.models import Edition, PressRelease, Topic
from releases.public.page import show
from releases.public.parameters import page

from .removed import removed_subject


def topic_detail(request, slug):
    at = request.at
    topic = Topic.objects.public(at).addressed(slug).first()
    if topic is None:
        return removed_subject(request, at, Topic.objects.addressed(slug))
    if topic.slug != slug:
        return redirect(topic, permanent=True)
    editions = Edition.objects.for_readers(get_language(), at).select_related("release")
    listed = page(request, editions.filter(release__topics=topic).newest_first())
    texts = Edition.objects.reachable(at).filter(release__topics=topic)
    context = {
        "topic": topic,
        "page": listed,
        "also_in": Edition.objects.live(at).also_in(listed.items),
        "withdrawn": [] if listed.items else list(PressRelease.objects.withdrawn(texts, at)[:50]),
    }
    return show(request, "releases/topic_detail.html", context)
