from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from releases.models import Edition, Freeze, Meeting, Person, PressRelease, Topic
from releases.public.page import show
from releases.public.parameters import in_words, page, period


def release_list(request):
    at, asked = request.at, request.asked
    about = _about(asked, at)
    texts = Edition.objects.for_readers(get_language(), at).select_related("release")
    live = Edition.objects.live(at)
    labels = _labels(asked, about)
    listed = page(request, texts.about(**about).newest_first())
    context = {
        "freeze": None if asked else Freeze.objects.announced(at).first(),
        "page": listed,
        "also_in": live.also_in(listed.items),
        "labels": labels,
        "called": _called(asked, labels),
        "kinds": live.about(**about | {"kind": None}).kinds(),
        "years": live.about(**about | {"first": None, "last": None}).years(),
    }
    return show(request, "releases/release_list.html", context)


def _about(asked, at):
    """What the list is narrowed to, as `EditionQuerySet.about()` takes it. Raises Http404."""
    kind = asked.get("kind")
    if kind and kind not in PressRelease.Kind.values:
        raise Http404
    about = {"kind": kind}
    for name, model in (("topic", Topic), ("person", Person), ("meeting", Meeting)):
        records = model.objects.public(at)
        slug = asked.get(name)
        about[name] = get_object_or_404(records.addressed(slug)) if slug else None
    about["first"] = period(asked["from"]) if "from" in asked else None
    about["last"] = period(asked["to"], last=True) if "to" in asked else None
    return about


def _labels(asked, about):
    """What was asked, in words: pairs of what to show and the names of what asks it."""
    labels = [(about[name], [name]) for name in ("topic", "person", "meeting") if about[name]]
    if about["kind"]:
        labels.append((PressRelease.Kind(about["kind"]).label, ["kind"]))
    first, last = asked.get("from"), asked.get("to")
    if first and first == last:
        return [*labels, (in_words(first), ["from", "to"])]
    if first:
        labels.append((_("from %(day)s") % {"day": in_words(first)}, ["from"]))
    if last:
        labels.append((_("until %(day)s") % {"day": in_words(last)}, ["to"]))
    return labels


def _called(asked, labels):
    """The name of the list: “Releases of 2024”, “Releases – Statement – from 2019”."""
    called, said = _("Releases"), [str(label) for label, __ in labels]
    if asked.get("from") and asked.get("from") == asked.get("to"):
        called = _("Releases of %(period)s") % {"period": said.pop()}
    return " – ".join([called, *said])
