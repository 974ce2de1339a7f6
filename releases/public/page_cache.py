"""Answers are kept in the process where no other cache is set up."""

from collections import OrderedDict
from threading import Lock
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

MOST_BYTES = 32_000_000


class Answers:
    """Answers by their key; the one that was not asked for longest goes first."""

    def __init__(self) -> None:
        self.held: OrderedDict[str, tuple[bytes, dict[str, str]]] = OrderedDict()
        self.size = 0
        self.lock = Lock()

    def get(self, key: str) -> tuple[bytes, dict[str, str]] | None:
        with self.lock:
            if key not in self.held:
                return None
            self.held.move_to_end(key)
            return self.held[key]

    def put(self, key: str, answer: tuple[bytes, dict[str, str]]) -> None:
        with self.lock:
            self._drop(key)
            self.held[key] = answer
            self.size += len(answer[0])
            while self.size > MOST_BYTES:
                self._drop(next(iter(self.held)))

    def _drop(self, key: str) -> None:
        if answer := self.held.pop(key, None):
            self.size -= len(answer[0])


ANSWERS = Answers()


class InProcess(BaseCache):
    """
    A cache of answers, pairs of a body and its headers, in the memory of this process.

    It is bounded in bytes and knows no age: an answer is kept under a key that nobody asks for
    once something else is public.
    """

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return ANSWERS.get(self.make_and_validate_key(key, version)) or default

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        ANSWERS.put(self.make_and_validate_key(key, version), value)
