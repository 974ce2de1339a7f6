"""Where uploaded files lie: whole, and only those that a record names."""

import uuid
import weakref
from pathlib import Path, PurePath

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
        transaction.on_commit(_Unsettled(self.path(name)).settle)
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


class _Unsettled:
    """
    A file written in a transaction. It stays once that is committed; Django lets go of what
    should be done then where it is rolled back, and the file goes with this.
    """

    def __init__(self, path: str) -> None:
        self.removal = weakref.finalize(self, Path(path).unlink, missing_ok=True)

    def settle(self) -> None:
        self.removal.detach()
