"""``dateline code`` without an archive: reports in, events printed or written to files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice, tee
from pathlib import Path

import typer
from rich.console import Console

from dateline.cli.results import (
    Format,
    Printer,
    make_folder,
    write_coding,
    write_rejections,
    write_rows,
)
from dateline.cli.terminal import ExitStatus, notices, plain_errors, progress_bar, show_rejection
from dateline.export.codebook_json import coding_document
from dateline.ingest import Columns, Found, Received, Rejection, find, receive_all
from dateline.records import Coding
from dateline.settings import Settings

# Marks that cannot stand in the name of a file on one system or another.
PATH_MARKS = re.compile(r'[/\\:*?"<>|]')


def code_and_print(
    paths: list[str],
    settings: Settings,
    published: date | None,
    columns: Columns,
    output_format: Format | None,
    out: Path | None,
) -> None:
    """Code everything, print and write it, and tell how it went; ends the command where reports
    were rejected."""
    file, folder = _file_or_folder(out, output_format)
    found = find(paths, distinct_names=folder is not None)
    run = _Run(found, settings, published, columns, notices())
    with plain_errors():
        if file:
            write_rows(file, (coding for _, coding in run.codings()))
        else:
            shown = output_format or (None if folder else Format.TABLE)
            single = _names_one_file(paths) and run.holds_one()
            _print_each(run, Printer(shown, single=single), folder)
    run.summarise(f"CSV in {file}" if file else f"JSON in {folder}{os.sep}" if folder else "")
    if run.rejections:
        raise typer.Exit(ExitStatus.REJECTED)


def _print_each(run: _Run, printer: Printer, folder: Path | None) -> None:
    """Code report by report, print each, and write it into the folder."""
    with printer:
        if folder:
            make_folder(folder)
        for received, coding in run.codings():
            document = coding_document(coding, received.name)
            if folder:
                write_coding(folder, _file_name(received.name), document)
            printer.show(coding, received.name, document)
        if folder:
            write_rejections(folder, run.rejections)


def _file_or_folder(
    out: Path | None, output_format: Format | None
) -> tuple[Path | None, Path | None]:
    """What ``--out`` means: a table in CSV is one file, JSON a folder of files."""
    if output_format is not Format.CSV:
        if out and out.is_file():
            raise typer.BadParameter(f"{out} is a file. Give a folder.", param_hint="--out")
        return None, out
    if out and out.is_dir():
        raise typer.BadParameter(
            f"{out} is a folder. --format csv writes one file: give its name.", param_hint="--out"
        )
    return out, None


class _Run:
    """Reads and codes the sources, keeps the rejections, and tells the user on the way."""

    def __init__(
        self,
        found: Found,
        settings: Settings,
        published: date | None,
        columns: Columns,
        console: Console,
    ) -> None:
        self.found = found
        self.settings = settings
        self.published = published
        self.columns = columns
        self.console = console
        self.rejections: list[Rejection] = []
        self.reports = 0
        self.events = 0
        for rejection in found.rejections:
            self._reject(rejection)
        self._readable: Iterator[Received] = self._received()

    def holds_one(self) -> bool:
        """Whether no second report can be read; looks, but takes nothing away."""
        ahead = tuple(islice(self._readable, 2))
        self._readable = chain(ahead, self._readable)
        return len(ahead) < 2

    def codings(self) -> Iterator[tuple[Received, Coding]]:
        """Every report that can be read, with its coding."""
        first = next(self._readable, None)
        if first is None:
            return
        # The model and the gazetteer are loaded only once there is something to code.
        from dateline.pipeline import Coder

        coder = Coder.load(self.settings)
        total = len(self.found.sources)
        with progress_bar(self.console, "coding", shown=total > 1) as progress:
            task = progress.add_task("coding", total=total)
            received, queued = tee(chain((first,), self._readable))
            codings = coder.code_reports(one.report for one in queued)
            for one, coding in zip(received, codings, strict=True):
                self.reports += 1
                self.events += len(coding.events)
                yield one, coding
                done = self.reports + len(self.rejections)
                progress.update(task, completed=done, total=max(total, done))

    def summarise(self, written: str) -> None:
        """What was done, and what was ``written`` where, for whoever watches; one report that
        goes well and is printed needs no words."""
        passed_over = self.found.passed_over
        if passed_over:
            self.console.print(
                f"passed over {_count(len(passed_over), 'file')} of other formats, "
                f"for example {passed_over[0]}",
                markup=False,
            )
        if written or self.reports != 1 or self.rejections:
            self.console.print(
                f"{_count(self.reports, 'report')}, {_count(self.events, 'event')}, "
                f"{len(self.rejections)} rejected{written and '; '}{written}",
                markup=False,
            )

    def _received(self) -> Iterator[Received]:
        for outcome in receive_all(
            self.found.sources, self.settings, self.published, columns=self.columns
        ):
            if isinstance(outcome, Rejection):
                self._reject(outcome)
            else:
                yield outcome

    def _reject(self, rejection: Rejection) -> None:
        self.rejections.append(rejection)
        show_rejection(self.console, rejection)


def _file_name(name: str) -> str:
    """The name of a report as that of a file: reports within files are called by their path."""
    return PATH_MARKS.sub("_", name)


def _names_one_file(paths: list[str]) -> bool:
    """One file asked for gives one JSON object if it holds one report, anything else a list."""
    return len(paths) == 1 and not Path(paths[0]).is_dir()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
