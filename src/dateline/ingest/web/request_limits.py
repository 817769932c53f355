"""How much of a stranger's answer is taken in."""

from __future__ import annotations

from dateline.records import Record


class RequestLimits(Record):
    """Limits of one request.

    ``redirects``      hops followed
    ``body``           bytes, compressed or not; a longer answer is refused
    ``seconds``        for one hop, from the first byte sent to the last one read
    ``silence``        seconds without a byte, and for a connection to stand
    ``allow_private``  ask addresses of the own machine and of private networks, too
    """

    redirects: int = 5
    body: int = 10_000_000
    seconds: float = 60.0
    silence: float = 15.0
    allow_private: bool = False
