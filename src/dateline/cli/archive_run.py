"""``dateline code --archive``: reports into an archive, on many cores or a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from dateline.cli.terminal import ExitStatus, plain_errors, show_rejection
from dateline.ingest import Columns, Found, Received, Rejection, Source, receive_all
from dateline.records import Record
from dateline.run import Progress as Counts
from dateline.run import RunOptions, code_into_archive
from dateline.settings import Settings

SHOWN_REJECTIONS = 20  # more would bury the rest; all of them are in the archive
INTERRUPTED = 130  # what a shell gets from a program that Ctrl-C ends


class ArchiveJob(Record):
    """What is to be coded, and how its reports are read."""

    found: Found
    settings: Settings
    published: date | None
    columns: Columns
    gate: bool = False


def code_archive(job: ArchiveJob, archive: Path, options: RunOptions, console: Console) -> None:
    """Code everything into ``archive`` and tell how it went; ends the command where reports were
    rejected or the run was stopped."""
    sources = _Sources(job.found.sources)
    rejections = _Rejections(console)
    with plain_errors(), _bar(console) as bar:
        task = bar.add_task("coding", total=sources.size, rate="", counts="", start=True)

        def watch(counts: Counts) -> None:
            bar.update(
                task,
                completed=sources.size_read,
                rate=f"{counts.rate:.1f} reports/s",
                counts=_counted(counts),
            )

        try:
            counts = code_into_archive(
                _outcomes(job, sources),
                archive,
                job.settings,
                options,
                watch=watch,
                on_reject=rejections.show,
            )
        except KeyboardInterrupt as interrupt:
            console.print("stopped; the same command goes on from here")
            raise typer.Exit(INTERRUPTED) from interrupt
    _summarise(job, counts, archive, console)
    if counts.rejected:
        raise typer.Exit(ExitStatus.REJECTED)


class _Sources:
    """The sources, and how many of their bytes have been read; 0 where that cannot be told."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self._sources = sources
        # Of a single file the reading says nothing until its end.
        self.size = sum(map(_size_of, sources)) if len(sources) > 1 else None
        self.size_read = 0

    def __iter__(self) -> Iterator[Source]:
        for source in self._sources:
            yield source
            if self.size is not None:
                self.size_read += _size_of(source)


class _Rejections:
    """Shows the first rejections."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._shown = 0

    def show(self, rejection: Rejection) -> None:
        self._shown += 1
        if self._shown <= SHOWN_REJECTIONS:
            show_rejection(self._console, rejection)
        elif self._shown == SHOWN_REJECTIONS + 1:
            self._console.print('more rejected; dateline sql "select * from rejects" shows all')


def _outcomes(job: ArchiveJob, sources: _Sources) -> Iterator[Received | Rejection]:
    yield from job.found.rejections
    yield from receive_all(sources, job.settings, job.published, columns=job.columns)


def _size_of(source: Source) -> int:
    """In bytes; what cannot be read counts as nothing here and is rejected later."""
    try:
        return 0 if source.path is None else source.path.stat().st_size
    except OSError:
        return 0


@contextmanager
def _bar(console: Console) -> Iterator[Progress]:
    """How far, how fast, how long still, how many rejected; only a terminal sees it."""
    with Progress(
        TextColumn("coding"),
        BarColumn(),
        TextColumn("{task.fields[counts]}"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        yield bar


def _counted(counts: Counts) -> str:
    return f"{counts.coded + counts.known:,} reports, {counts.rejected:,} rejected"


def _summarise(job: ArchiveJob, counts: Counts, archive: Path, console: Console) -> None:
    passed_over = job.found.passed_over
    if passed_over:
        noun = "file" if len(passed_over) == 1 else "files"
        console.print(
            f"passed over {len(passed_over):,} {noun} of other formats, "
            f"for example {passed_over[0]}",
            markup=False,
        )
    parts = [
        f"{counts.coded:,} {'report' if counts.coded == 1 else 'reports'}",
        f"{counts.events:,} {'event' if counts.events == 1 else 'events'}",
        f"{counts.rejected:,} rejected",
    ]
    if counts.known:
        parts.append(f"{counts.known:,} known before")
    console.print(f"{', '.join(parts)}; archive {archive}", markup=False)
