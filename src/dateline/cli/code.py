"""``dateline code``: reports in, events out."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from datetime import date
from itertools import chain, tee
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.results import Format, Printer, make_folder, write_coding, write_rejections
from dateline.cli.terminal import ExitStatus, notices, plain_errors, progress_bar, show_rejection
from dateline.errors import InputError
from dateline.export.codebook_json import coding_document
from dateline.ingest import Found, Received, Rejection, find, parse_date, receive
from dateline.records import Coding
from dateline.settings import Settings


def _published(value: str) -> date:
    try:
        return parse_date(value)
    except InputError as error:
        raise typer.BadParameter(f"“{value}” is no date. Write it as YYYY-MM-DD.") from error


def _encoding(value: str) -> str:
    try:
        return codecs.lookup(value).name
    except LookupError as error:
        raise typer.BadParameter(f"“{value}” is no encoding that Python knows.") from error


def code(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…",
            help="Files (.txt, .md, .json), folders of them, or - for standard input.",
            show_default=False,
        ),
    ],
    published: Annotated[
        date | None,
        typer.Option(
            parser=_published,
            metavar="DATE",
            help="Day of publication (YYYY-MM-DD) of reports that do not give their own.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="What to print: a table, one JSON document, or one JSON object a line. "
            "Default: a table, or nothing if --out is given.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            file_okay=False,
            help="Write one NAME.json a report here, NAME being the input file's name.",
            show_default=False,
        ),
    ] = None,
    encoding: Annotated[
        str,
        typer.Option(
            parser=_encoding,
            metavar="NAME",
            help="Encoding of text files, for example windows-1252.",
        ),
    ] = "utf-8",
    actors: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Actors of your own (TOML), which count before Dateline's. See docs/actors.md.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Code the events that reports tell.

    A report that cannot be read is named on standard error and the others are coded; the
    exit status is then 2.
    """
    settings = Settings(encoding=encoding, actors_file=actors)
    found = find(paths, distinct_names=out is not None)
    shown = output_format or (None if out else Format.TABLE)
    run = _Run(found, settings, published, notices())
    with plain_errors(), Printer(shown, single=_names_one_report(paths)) as printer:
        if out:
            make_folder(out)
        for received, coding in run.codings():
            document = coding_document(coding, received.name)
            if out:
                write_coding(out, received.name, document)
            printer.show(coding, received.name, document)
        if out:
            write_rejections(out, run.rejections)
    run.summarise(out)
    if run.rejections:
        raise typer.Exit(ExitStatus.REJECTED)


class _Run:
    """Reads and codes the sources, keeps the rejections, and tells the user on the way."""

    def __init__(
        self, found: Found, settings: Settings, published: date | None, console: Console
    ) -> None:
        self.found = found
        self.settings = settings
        self.published = published
        self.console = console
        self.rejections: list[Rejection] = []
        self.reports = 0
        self.events = 0
        for rejection in found.rejections:
            self._reject(rejection)

    def codings(self) -> Iterator[tuple[Received, Coding]]:
        """Every report that can be read, with its coding."""
        readable = self._received()
        first = next(readable, None)
        if first is None:
            return
        # The model and the gazetteer are loaded only once there is something to code.
        from dateline.pipeline import Coder

        coder = Coder.load(self.settings)
        total = len(self.found.sources)
        with progress_bar(self.console, "coding", shown=total > 1) as progress:
            task = progress.add_task("coding", total=total)
            received, queued = tee(chain((first,), readable))
            codings = coder.code_reports(one.report for one in queued)
            for one, coding in zip(received, codings, strict=True):
                self.reports += 1
                self.events += len(coding.events)
                yield one, coding
                progress.update(task, completed=self.reports + len(self.rejections))

    def summarise(self, out: Path | None) -> None:
        """What was done, for whoever watches; one report that goes well needs no words."""
        passed_over = self.found.passed_over
        if passed_over:
            self.console.print(
                f"passed over {_count(len(passed_over), 'file')} of other formats, "
                f"for example {passed_over[0]}",
                markup=False,
            )
        if out or self.reports != 1 or self.rejections:
            where = f"; JSON in {out}{os.sep}" if out else ""
            self.console.print(
                f"{_count(self.reports, 'report')}, {_count(self.events, 'event')}, "
                f"{len(self.rejections)} rejected{where}",
                markup=False,
            )

    def _received(self) -> Iterator[Received]:
        for source in self.found.sources:
            outcome = receive(source, self.settings, self.published)
            if isinstance(outcome, Rejection):
                self._reject(outcome)
            else:
                yield outcome

    def _reject(self, rejection: Rejection) -> None:
        self.rejections.append(rejection)
        show_rejection(self.console, rejection)


def _names_one_report(paths: list[str]) -> bool:
    """One file asked for gives one JSON object, anything else a list."""
    return len(paths) == 1 and not Path(paths[0]).is_dir()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
