"""How static files are sent."""

from collections.abc import MutableMapping
from pathlib import Path


def add_weak_tag(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """
    An ETag that a file and its compressed copy may share: WhiteNoise gives both a strong one,
    which would promise that they are the same byte by byte.
    """
    file = Path(path).stat()
    headers["ETag"] = f'W/"{int(file.st_mtime):x}-{file.st_size:x}"'
