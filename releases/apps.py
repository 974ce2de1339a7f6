from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class ReleasesConfig(AppConfig):
    name = "releases"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from releases.desk.audit_log import record
        from releases.operation import system_checks  # noqa: F401 (registers them)
        from releases.operation.schema import refuse_unknown
        from releases.review import checks  # noqa: F401 (registers them)
        from releases.review.roles import give_rights

        pre_migrate.connect(refuse_unknown, sender=self)
        post_migrate.connect(make_cache_table, sender=self)
        post_migrate.connect(give_rights, sender=self)
        record()


class DeskConfig(AdminConfig):
    default_site = "releases.desk.site.Desk"

    def ready(self) -> None:
        """Secrets of second factors are nothing to read or type in at the desk."""
        super().ready()
        from allauth.account.models import EmailAddress
        from allauth.mfa.models import Authenticator
        from django.contrib import admin

        from releases.desk import admins  # noqa: F401 (registers them)

        admin.site.unregister([EmailAddress, Authenticator])


def make_cache_table(using: str, **kwargs: object) -> None:
    """
    The table of a cache in the database comes with `migrate`, whichever CACHE_URL names.

    Does nothing where the table exists, or where the cache is elsewhere.
    """
    call_command("createcachetable", database=using, verbosity=0)
