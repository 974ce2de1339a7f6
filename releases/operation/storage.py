"""Where uploaded files lie: whole, and only those that a record names."""

import uuid
import weakref
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.db import transaction


class Files(FileSystemStorage):
    """
    Files on a disk, which may be full: what does not fit leaves nothing behind, nor does what
    was written in a transaction that came to nothing.
    """

    def _save(self, name: str, content: File) -> str:
        # Under a name that nobody else can mean, to be taken away without asking.
        part = Path(self.path(str(PurePath(name).with_name(uuid.uuid4().hex))))
        try:
            # Django's stubs leave out what every storage has to have.
            super()._save(str(part.relative_to(self.location)), content)  # type: ignore[misc]
            name = self._take_place(part, name)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        remove = Path(self.path(name)).unlink
        transaction.on_commit(Unsettled(remove, missing_ok=True).settle)
        return name

    def _take_place(self, part: Path, name: str) -> str:
        """Move it to `name`, or to a name like it that is free. Nothing is written over."""
        while True:
            try:
                with Path(self.path(name)).open("x"):
                    pass
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                part.replace(self.path(name))
                return name


class Unsettled:
    """
    A file written in a transaction, and what removes it. It stays once that is committed; Django
    lets go of what should be done then where it is rolled back, and the file goes with this.
    """

    def __init__(self, remove: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        self.removal = weakref.finalize(self, remove, *args, **kwargs)

    def settle(self) -> None:
        self.removal.detach()
