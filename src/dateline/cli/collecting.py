"""What ``dateline fetch`` and ``dateline watch`` share: how they begin, and what they tell."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from rich.console import Console

from dateline.errors import OutputError
from dateline.ingest.extras import needs_extra
from dateline.libraries import require

if TYPE_CHECKING:
    from dateline.ingest.web import Clock, Collector, Downloader, Memory
    from dateline.ingest.web.progress import Progress

USUAL_GAP = 2.0
NEEDED = ("httpcore", "httpx", "lxml", "trafilatura")
# What a stranger wrote is shown on one line of a terminal, and not more than this of it.
LONGEST_SHOWN = 300
# Shorter pauses, as between two pages of a host, are nothing to tell of.
LONG_PAUSE = 30.0


def require_web() -> None:
    """Raises ``InputError`` where the libraries of the extra ``web`` are not installed."""
    require(NEEDED, "web", "fetching from the web", needs_extra)


def make_downloader(memory: Memory, contact: str, gap: float, *, allow_private: bool) -> Downloader:
    """A downloader that goes on with the patience that earlier runs promised to hosts."""
    from dateline.ingest.web import Downloader, Pace, RequestLimits, SystemClock

    clock = SystemClock()
    pace = Pace(clock, Random(), gap, memory.hosts)
    return Downloader(RequestLimits(allow_private=allow_private), pace, clock, contact=contact)


@contextmanager
def locked(state: Path, out: Path) -> Iterator[None]:
    """Keeps a second run from fetching into ``out`` with the same state."""
    from dateline.run.lock import RunLock

    try:
        lock = RunLock(state.with_name(state.name + ".lock"), state)
    except OutputError as error:
        raise OutputError(
            f"Another run is fetching into {out} just now. Wait for it to end, or give another "
            "folder with --out."
        ) from error
    except OSError as error:
        raise OutputError(f"{state} cannot be locked: {error.strerror}.") from error
    try:
        yield
    finally:
        lock.release()


class Summary:
    """Counts what a run did."""

    def __init__(self) -> None:
        self.saved = 0
        self.unchanged = 0
        self.rejected = 0
        self.pages_left = 0
        self.pages_failed = 0
        self.sources_left = 0

    @property
    def trouble(self) -> bool:
        """Whether something that was asked for is not there and will not come by itself."""
        return self.rejected + self.pages_failed + self.sources_left > 0

    def sentence(self, out: Path) -> str:
        parts = [f"{self.saved} new in {out}", f"{self.unchanged} already there"]
        if self.rejected:
            parts.append(f"{self.rejected} rejected")
        if self.pages_left:
            parts.append(f"{self.pages_left} left for the next run")
        if self.sources_left:
            parts.append(f"{self.sources_left} not to be asked now: run it again later")
        return ", ".join(parts)


def tell(collector: Collector, console: Console, clock: Clock, *, timed: bool = False) -> Summary:
    """Run the collector and print a line for each step, with the time of day if ``timed``.

    Ctrl-C ends it as if it had come to its end.
    """
    summary = Summary()
    with closing(collector.run()) as steps:
        try:
            for step in steps:
                line = _line(step, summary)
                if line:
                    moment = time.strftime("%H:%M:%S ", time.localtime(clock.now()))
                    console.print(f"{moment if timed else ''}{_shown(line)}", markup=False)
        except KeyboardInterrupt:
            console.print("stopped; the next run goes on from here")
    return summary


def _line(step: Progress, summary: Summary) -> str:
    """What a person reads of a step; ``""`` for what is not worth a line."""
    from dateline.ingest.web import progress

    match step:
        case progress.Listed(source=source, new=new, known=known, moved=moved):
            hint = f"; it has moved for good, change its url to {moved}" if moved else ""
            return f"{source.name}: {new} new, {known} known{hint}"
        case progress.NotModified(source=source):
            return f"{source.name}: nothing new"
        case progress.Saved():
            summary.saved += 1
            about = ", ".join(part for part in (step.publisher, step.published[:10]) if part)
            return f"  {step.path.name}  {step.title or step.url} ({about or 'no date'})"
        case progress.Unchanged():
            summary.unchanged += 1
            return ""
        case progress.Rejected(rejection=rejection):
            summary.rejected += 1
            return f"rejected {rejection.message}"
        case progress.Postponed(rejection=rejection, wait=wait):
            return f"postponed by {_duration(wait)}: {rejection.message}"
        case progress.Idle(seconds=seconds):
            return f"nothing to do for {_duration(seconds)}" if seconds > LONG_PAUSE else ""
        case progress.Left(pages=pages, failed=failed, sources=sources):
            summary.pages_left += pages
            summary.pages_failed += failed
            summary.sources_left += sources
            return ""


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5_400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3_600:.0f} h"


def _shown(line: str) -> str:
    """Without what would move the cursor, change colours or fill the screen."""
    shown = "".join(character if character.isprintable() else " " for character in line)
    return shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"
