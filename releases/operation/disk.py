"""The room that is left for files and for the database, and errors that say there is none."""

import errno
import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NO_ROOM_IN_SQLITE = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"}
NO_ROOM_IN_POSTGRESQL = "53100"

ENOUGH = 200_000_000  # bytes: some of the largest files, and a day's work


def is_full(error: BaseException | None) -> bool:
    """Tell whether an error, or one that it came from, says that the disk is full."""
    while error:
        if (
            getattr(error, "errno", None) in NO_ROOM
            or getattr(error, "sqlite_errorname", None) in NO_ROOM_IN_SQLITE
            or getattr(error, "sqlstate", None) == NO_ROOM_IN_POSTGRESQL
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


def free() -> int:
    """Count the bytes left where files are put, or where the database is, if that is less."""
    places = [Path(settings.MEDIA_ROOT)]
    if connection.vendor == "sqlite":
        places.append(Path(connection.settings_dict["NAME"]))
    return min(shutil.disk_usage(_there(place)).free for place in places)


def _there(place: Path) -> Path:
    """Return the place itself, or the folder above it that is there."""
    return next(path for path in (place, *place.absolute().parents) if path.exists())
