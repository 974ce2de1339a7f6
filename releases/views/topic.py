from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language

from releases.models import Edition, Topic
from releases.parameters import page

from .page import show


def topic_detail(request, slug):
    at = request.at
    topic = get_object_or_404(Topic.objects.public(at).addressed(slug))
    if topic.slug != slug:
        return redirect(topic, permanent=True)
    editions = Edition.objects.for_readers(get_language(), at).select_related("release")
    editions = editions.filter(release__topics=topic).newest_first()
    return show(
        request, "releases/topic_detail.html", {"topic": topic, "page": page(request, editions)}
    )
