"""
What the test of leaks is made of: made-up words, a map of every address, and a stranger.

Each text of the newsroom is a word of its own here, so that an answer that holds one tells
whose it is. The stranger asks for all there is: each route of the URL map, filled with what
the records have, whatever the answers lead to, and what somebody curious would guess. Then
there are two proofs. No answer holds a word that is still secret; and every answer is, byte
for byte and header for header, the one given where the secret has never been.
"""

from .addresses import CLOSED, Route, mapped, offers, routes
from .newsroom import SECOND, Newsroom
from .stranger import Request
from .words import said_in

__all__ = [
    "CLOSED",
    "SECOND",
    "Newsroom",
    "Request",
    "Route",
    "mapped",
    "offers",
    "routes",
    "said_in",
]
