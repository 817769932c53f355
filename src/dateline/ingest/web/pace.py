"""How often a host is asked, and how long it is left alone when it does not answer."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from random import Random
from urllib.parse import urlsplit

from dateline.ingest.web.clock import Clock
from dateline.records import Record

# The first pause after a failure, doubled with each further one.
FIRST_PAUSE = 60.0
LONGEST_PAUSE = 6 * 3_600.0
# Nobody is obeyed who asks to be left alone for longer; then we ask again.
LONGEST_WISH = 24 * 3_600.0

SECONDS = re.compile(r"[0-9]{1,12}")


class HostState(Record):
    """A host that failed: until when it is left alone, and how often it failed in a row."""

    until: float
    failures: int


class Pace:
    """Keeps the time between two requests to a host.

    ``gap`` is the least, in seconds; ``states`` are the hosts that failed in an earlier run.
    """

    def __init__(
        self,
        clock: Clock,
        random: Random,
        gap: float,
        states: dict[str, HostState] | None = None,
    ) -> None:
        self.clock = clock
        self.random = random
        self.gap = gap
        self.states = dict(states or {})
        self.delays: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def ready(self, host: str) -> float:
        """When ``host`` may be asked next, in seconds since 1970."""
        state = self.states.get(host)
        until = max(self._next.get(host, 0.0), state.until if state else 0.0)
        # A clock that was set back must not keep us waiting for years.
        return min(until, self.clock.now() + LONGEST_WISH)

    def asked(self, host: str) -> None:
        """``host`` was asked just now."""
        gap = max(self.gap, self.delays.get(host, 0.0))
        self._next[host] = self.clock.now() + gap

    def answered(self, host: str) -> None:
        """``host`` is well."""
        self.states.pop(host, None)

    def failed(self, host: str, wish: float) -> None:
        """``host`` as a whole gave no answer; it wishes to be left alone for ``wish`` seconds."""
        state = self.states.get(host)
        failures = state.failures + 1 if state else 1
        until = self.clock.now() + max(wish, self.pause(failures))
        self.states[host] = HostState(until=until, failures=failures)

    def pause(self, failures: int) -> float:
        """Seconds to wait after so many failures in a row: doubling, and half of it by chance,

        so that a host that comes back is not asked by everybody at once.
        """
        whole = min(FIRST_PAUSE * 2.0 ** min(failures - 1, 20), LONGEST_PAUSE)
        return whole * self.random.uniform(0.5, 1.0)


def host_of(url: str) -> str:
    """The host whose pace a URL keeps; ``""`` for what is no URL."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def retry_after(value: str, now: float) -> float:
    """The seconds that a Retry-After header asks for, given as a number or as a date.

    0 for what is neither; never more than a day.
    """
    value = value.strip()
    if SECONDS.fullmatch(value):
        return min(float(value), LONGEST_WISH)
    try:
        seconds = parsedate_to_datetime(value).timestamp() - now
    except (ValueError, TypeError, OverflowError):
        return 0.0
    return min(max(seconds, 0.0), LONGEST_WISH)
