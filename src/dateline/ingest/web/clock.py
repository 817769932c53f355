"""Time, as a part that can be replaced: tests run days of polling in no time at all."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    def now(self) -> float:
        """Seconds since 1970: for times that outlive the program."""

    def elapsed(self) -> float:
        """Seconds of a clock that nobody sets: for time limits."""

    def sleep(self, seconds: float) -> None:
        """Wait; Ctrl-C ends it."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> float:
        return time.time()

    def elapsed(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)
