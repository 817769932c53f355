"""A coder without a language model for tests of runs, and what can befall it.

Worker processes build it by its name, ``run_fakes:load``.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from handmade import DENIAL, denied_attack

from dateline.ingest import Received
from dateline.records import Coding, Report
from dateline.settings import Settings

CODER = "run_fakes:load"
SLOW_CODER = "run_fakes:load_slow"
FULL_DISK_CODER = "run_fakes:load_on_a_full_disk"
UNLOADABLE_CODER = "run_fakes:load_nothing"
DYING_ONCE_CODER = "run_fakes:load_dying_once"
GATE = "run_fakes:holds_nothing"

SEGFAULT, EXIT, HANG, RAISE = "SEGFAULT", "EXIT", "HANG", "RAISE"


class FakeCoder:
    """Finds the denied attack where it is told.

    A report that holds one of the words above does to its worker what the word says.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self.run: dict[str, Any] = {"dateline": "0", "model": "fake", "knowledge": "none"}
        self.seconds = seconds

    def code_reports(self, reports: Iterable[Report]) -> Iterator[Coding]:
        for report in reports:
            befall(report.text)
            time.sleep(self.seconds)
            events = (denied_attack(report.text),) if DENIAL in report.text else ()
            yield Coding(report=report, events=events, run=self.run)


def load(settings: Settings, threads: int) -> FakeCoder:
    return FakeCoder()


def load_slow(settings: Settings, threads: int) -> FakeCoder:
    return FakeCoder(seconds=0.002)


class DyingOnceCoder(FakeCoder):
    """Its process is killed in the middle of the second batch; the next process lives."""

    def code_reports(self, reports: Iterable[Report]) -> Iterator[Coding]:
        batch = list(reports)
        if any("report 11 " in report.text for report in batch) and not mark().exists():
            mark().touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield from super().code_reports(batch)


def load_dying_once(settings: Settings, threads: int) -> FakeCoder:
    return DyingOnceCoder()


def holds_nothing(report: Report) -> bool:
    """A gate that lets no report through."""
    return False


def load_nothing(settings: Settings, threads: int) -> FakeCoder:
    os._exit(9)


def load_on_a_full_disk(settings: Settings, threads: int) -> FakeCoder:
    """The coder in a worker whose disk is full from the fourth file of its second shard on."""
    import pyarrow.parquet as pq

    write, written = pq.write_table, 0

    def write_while_there_is_room(*arguments: Any, **options: Any) -> Any:
        nonlocal written
        written += 1
        if written > 16:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(*arguments, **options)

    pq.write_table = write_while_there_is_room
    return FakeCoder()


def befall(text: str) -> None:
    if SEGFAULT in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if EXIT in text:
        os._exit(7)
    if HANG in text:
        mark().touch()
        time.sleep(3600)
    if RAISE in text:
        raise LookupError("no such word")


def mark() -> Path:
    """A file by which a worker tells the test that something has befallen it."""
    return Path(os.environ["DATELINE_TEST_MARK"])


def received(count: int, **words: str) -> list[Received]:
    """``count`` small reports, each its own; ``report_7=SEGFAULT`` puts a word into one."""
    return [one_received(number, words.get(f"report_{number}", "")) for number in range(count)]


def one_received(number: int, word: str = "") -> Received:
    from dateline.ingest import Contents, make_report

    text = f"{DENIAL} It was report {number} of the war. {word}"
    report = make_report(Contents(text=text, title=f"Report {number}"), date(2020, 9, 28))
    return Received(name=f"report-{number}", report=report)


def work_folder(archive: Path) -> Path:
    return archive.with_name(archive.name + ".work")


def main() -> None:
    """A run in a process of its own: archive, number of reports, largest size of a file."""
    from dateline.errors import DatelineError
    from dateline.run import RunOptions, code_into_archive

    archive, reports, limit = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    if limit:
        import resource

        # Else the system ends the process instead of refusing the write.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    options = RunOptions(workers=2, coder=SLOW_CODER)
    try:
        progress = code_into_archive(iter(received(reports)), archive, Settings(), options)
    except DatelineError as error:
        sys.exit(str(error))
    print(json.dumps({"coded": progress.coded, "seconds": progress.seconds}))
