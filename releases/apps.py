from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ReleasesConfig(AppConfig):
    name = "releases"
    verbose_name = _("Newsroom")

    def ready(self):
        post_migrate.connect(make_cache_table, sender=self)


def make_cache_table(using, **kwargs):
    """
    The table of a cache in the database comes with `migrate`, whichever CACHE_URL names.

    Does nothing where the table exists, or where the cache is elsewhere.
    """
    call_command("createcachetable", database=using, verbosity=0)
