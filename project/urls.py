"""The whole site: what has one address in every language, then the pages by language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from releases.public import sitemaps, views
from releases.public.converters import DigestConverter, NumberConverter, YearConverter
from releases.public.urls import ages, fixed, public

register_converter(DigestConverter, "digest")
register_converter(NumberConverter, "number")
register_converter(YearConverter, "year")

admin.site.index_title = _("The desk")

EDITOR_WORDS = ["django.contrib.admin", "django_prose_editor", "releases"]

urlpatterns = [
    fixed("", views.choose_language, name="choose-language"),
    public("<year:year>/<number:number>", views.reference, name="reference"),
    public("documents/<digest:digest>/<str:name>", views.document_file, name="document-file"),
    public("pictures/<slug:key>/<str:name>", views.picture_file, name="picture-file"),
    public("recordings/<slug:key>/<str:name>", views.recording_file, name="recording-file"),
    public("emblem/<str:name>", views.emblem, name="emblem"),
    public("icon/<str:name>", views.icon, name="icon"),
    fixed("robots.txt", views.robots, name="robots"),
    fixed(".well-known/security.txt", views.security, name="security"),
    fixed("healthz", views.healthz, name="healthz"),
    ages("sitemap.xml", sitemaps.index, name="sitemap"),
    ages("sitemap-<slug:section>.xml", sitemaps.section, "sitemap-section", asked=["p"]),
    # Before the admin's own, which lacks the words of the editor.
    path("admin/jsi18n/", JavaScriptCatalog.as_view(packages=EDITOR_WORDS)),
    path("admin/", admin.site.urls),
    path("account/", include("project.account")),
    *i18n_patterns(path("", include("releases.public.urls"))),
]

handler400 = "releases.public.views.bad_request"
handler404 = "releases.public.views.not_found"
handler500 = "releases.public.views.server_error"
