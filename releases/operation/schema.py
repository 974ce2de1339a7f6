"""Whether a database was made by the migrations that are here."""

from django.core.management.base import CommandError
from django.db import connections
from django.db.migrations.loader import MigrationLoader


def refuse_unknown(using: str, **kwargs: object) -> None:
    """
    Stop `migrate` before it touches a database made by an earlier, unreleased state of the
    newsroom, whose migrations are no longer here.

    Raises CommandError with a sentence that says what to do.
    """
    loader = MigrationLoader(connections[using])
    unknown = [
        name
        for app, name in loader.applied_migrations
        if app == "releases" and (app, name) not in loader.disk_migrations
    ]
    if unknown:
        raise CommandError(
            "This database was made by an earlier development version of the newsroom and cannot "
            "be brought up to date. Move it away (db.sqlite3, or make a new database and name it "
            "in DATABASE_URL), then run this again: it makes a fresh one."
        )
