"""What an archive costs: time, memory and money, ``python benchmarks/archive.py SOURCE…``.

Codes the reports of SOURCE (whatever ``dateline code`` reads) into archives in a temporary folder
and prints one table: reports and sentences a second, from text to stored event, for each number of
workers in ``--workers`` and, with ``--ray``, for Ray on this machine; then the peak memory of the
whole run against the size of the archive for each number in ``--memory``.

Where more reports are asked for than SOURCE has, others are made from them: each copy has other
weekdays, months and numbers, so that no two are the same and none is shorter. The reports of the
memory table are cut after their first sentences (``--sentences``), since its archives are large and
its subject is their size. Every line is a run in processes of its own. Memory is the proportional
set size of the parent and all its workers, sampled five times a second (Linux).

Money is arithmetic: processors × hours for a million such reports × ``--price``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

import msgspec

from dateline.cores import usable_cores
from dateline.ingest import Received, find, receive_all
from dateline.language.words import split
from dateline.records import Report
from dateline.run import RunnerName, RunOptions, code_into_archive
from dateline.run.options import SHIPPED_CODER
from dateline.settings import Settings
from dateline.store import Archive

SAMPLES_A_SECOND = 5
UNDATED = date(2020, 1, 1)  # for reports that give no date; any will do to measure time
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # not May, which is also a verb
SUBSTITUTED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS + MONTHS)}|\d{{1,3}})\b")

# For comparison of orders of magnitude only, since the work is not the same: these read sentences
# and code no event.
PEERS = (
    ("spaCy en_core_web_md, parse and names, two cores", "127–140 sentences/s", "measured"),
    ("CoreNLP parser that PETRARCH2 needs", "2,500 stories/h", "its public document"),
)


Row = list[str]


class Job(msgspec.Struct, frozen=True):
    """One run, as the process that does it gets it."""

    sources: list[str]
    given: int  # reports of the sources that are used, and kept in memory
    archive: str
    reports: int
    sentences: int  # of each report, 0 for all
    workers: int
    threads: int
    runner: str
    coder: str


class Measured(msgspec.Struct, frozen=True):
    """What a run took: seconds once the workers were ready, the peak of memory in bytes."""

    reports: int
    seconds: float
    versions: str
    peak: int = 0

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds


# --- the reports --------------------------------------------------------------------------


def given_reports(sources: list[str], most: int) -> list[Report]:
    outcomes = receive_all(find(sources).sources, Settings(), UNDATED)
    readable = (outcome.report for outcome in outcomes if isinstance(outcome, Received))
    return list(islice(readable, most))


def stream(given: list[Report], number: int, sentences: int) -> Iterator[Received]:
    """``number`` different reports, the given ones first; none is kept in memory."""
    made = 0
    for copy in count():
        for report in given:
            if made == number:
                return
            text = substituted(cut(report.text, sentences), copy)
            digest = hashlib.blake2b(f"{copy}\0{text}".encode(), digest_size=16).hexdigest()
            changed = msgspec.structs.replace(report, id=digest, text=text)
            yield Received(name=f"report-{made}", report=changed)
            made += 1


def cut(text: str, sentences: int) -> str:
    if not sentences:
        return text
    found = split(text)[:sentences]
    return text[: found[-1].span.end] if found else text


def substituted(text: str, copy: int) -> str:
    """The text with other weekdays, months and numbers of up to three digits."""
    if not copy:
        return text

    def another(match: re.Match[str]) -> str:
        word = match.group()
        for names in (WEEKDAYS, MONTHS):
            if word in names:
                return names[(names.index(word) + copy) % len(names)]
        return str((int(word) + copy) % 10 ** len(word)).rjust(len(word), "1")

    return SUBSTITUTED.sub(another, text)


# --- one run, in a process of its own ---------------------------------------------------------


def do(job: Job) -> Measured:
    given = given_reports(job.sources, job.given)
    options = RunOptions(
        workers=job.workers,
        threads=job.threads,
        runner=RunnerName(job.runner),
        coder=job.coder,
    )
    reports = stream(given, job.reports, job.sentences)
    progress = code_into_archive(reports, Path(job.archive), Settings(), options)
    with Archive.open(job.archive, read_only=True) as archive:
        (versions,) = archive.query("select versions from runs").column(0).to_pylist()
    return Measured(reports=progress.coded, seconds=progress.seconds, versions=versions)


def measure(job: Job) -> Measured:
    command = [sys.executable, __file__, "--job", msgspec.json.encode(job).decode()]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(proportional_size(one) for one in family(process.pid)))
        time.sleep(1 / SAMPLES_A_SECOND)
    printed = process.communicate()[0]
    if process.returncode:
        sys.exit(f"the run ended with status {process.returncode}")
    measured = msgspec.json.decode(printed.splitlines()[-1], type=Measured)
    return msgspec.structs.replace(measured, peak=peak)


def family(parent: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield parent
    try:
        listed = [path.read_text() for path in Path(f"/proc/{parent}/task").glob("*/children")]
    except OSError:
        return  # it has ended
    for child in " ".join(listed).split():
        yield from family(int(child))


def proportional_size(process: int) -> int:
    """Memory of a process in bytes, pages that it shares counted in part."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


# --- the table ------------------------------------------------------------------------------------


def rows_of_speed(options: argparse.Namespace, folder: Path) -> Iterator[tuple[Measured, Row]]:
    given = given_reports(options.sources, options.reports)
    sentences = sum(len(split(item.report.text)) for item in stream(given, options.reports, 0))
    first: Measured | None = None
    runs = [(RunnerName.LOCAL, workers) for workers in options.workers]
    runs += [(RunnerName.RAY, max(options.workers))] if options.ray else []
    for runner, workers in runs:
        archive = folder / f"speed-{runner.value}-{workers}.duckdb"
        measured = measure(job_of(options, archive, options.reports, workers, runner))
        first = first or measured
        hours = 1_000_000 / measured.rate / 3600
        cost = hours * workers * options.threads * options.price
        row = [
            f"{runner.value}, {workers} × {options.threads} thread",
            f"{measured.reports:,}",
            f"{measured.rate:.2f}",
            f"{measured.rate * sentences / options.reports:.0f}",
            f"{measured.rate / first.rate:.2f}",
            f"{measured.peak / 1e6:,.0f}" if runner is RunnerName.LOCAL else "",
            f"{archive.stat().st_size / 1e6:,.1f}",
            f"{hours:,.1f} h, {cost:,.2f}",
        ]
        yield measured, row


def rows_of_memory(options: argparse.Namespace, folder: Path) -> Iterator[tuple[Measured, Row]]:
    workers = max(options.workers)
    for number in options.memory:
        archive = folder / f"memory-{number}.duckdb"
        job = job_of(options, archive, number, workers, RunnerName.LOCAL, options.sentences)
        measured = measure(job)
        row = [
            f"local, {workers} × {options.threads} thread, {options.sentences} sentences each",
            f"{number:,}",
            f"{measured.rate:.2f}",
            "",
            "",
            f"{measured.peak / 1e6:,.0f}",
            f"{archive.stat().st_size / 1e6:,.1f}",
            "",
        ]
        archive.unlink()
        yield measured, row


def job_of(
    options: argparse.Namespace,
    archive: Path,
    reports: int,
    workers: int,
    runner: RunnerName,
    sentences: int = 0,
) -> Job:
    return Job(
        sources=options.sources,
        given=options.reports,
        archive=str(archive),
        reports=reports,
        sentences=sentences,
        workers=workers,
        threads=options.threads,
        runner=runner.value,
        coder=options.coder,
    )


def signature(options: argparse.Namespace, versions: str) -> str:
    """Two tables may be compared if nothing differs here but what was meant to."""
    texts = hashlib.blake2b(digest_size=6)
    for report in given_reports(options.sources, options.reports):
        texts.update(report.id.encode())
    parts = [
        *(f"{name} {value}" for name, value in msgspec.json.decode(versions).items()),
        f"texts {texts.hexdigest()}",
        f"{usable_cores()} of {os.cpu_count()} processors ({platform.machine()})",
        f"Python {platform.python_version()}",
    ]
    return " · ".join(parts)


def print_row(row: Row, head: Row) -> None:
    widths = [42, *(max(len(cell), 9) for cell in head[1:])]
    first, *others = zip(row, widths, strict=True)
    line = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    print("  ".join(line), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", nargs="*", metavar="SOURCE")
    parser.add_argument("--reports", type=int, default=400, help="of each run for speed")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--threads", type=int, default=1, help="of each worker")
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("--memory", type=int, nargs="*", default=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--sentences", type=int, default=2, help="of each report for memory")
    parser.add_argument("--price", type=float, default=0.05, help="of a processor for an hour")
    parser.add_argument("--coder", default=SHIPPED_CODER, help="module:function, see RunOptions")
    parser.add_argument("--job", help=argparse.SUPPRESS)
    options: Any = parser.parse_args()
    if options.job:
        measured = do(msgspec.json.decode(options.job, type=Job))
        print(msgspec.json.encode(measured).decode())
        return
    if not options.sources:
        parser.error("name the reports to measure with")
    head = ["run", "reports", "reports/s", "sentences/s", "of first", "peak MB", "archive MB"]
    head.append(f"a million (at {options.price:g} an hour)")
    print_row(head, head)
    versions = ""
    with tempfile.TemporaryDirectory() as folder:
        runs = chain(rows_of_speed(options, Path(folder)), rows_of_memory(options, Path(folder)))
        for measured, row in runs:
            print_row(row, head)
            versions = measured.versions
    for name, figure, source in PEERS:
        print(f"for comparison: {name}: {figure} ({source})")
    print(signature(options, versions))


if __name__ == "__main__":
    main()
