"""``dateline code``: reports in, events out."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice, tee
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.archive_run import ArchiveJob, code_archive
from dateline.cli.results import Format, Printer, make_folder, write_coding, write_rejections
from dateline.cli.terminal import ExitStatus, notices, plain_errors, progress_bar, show_rejection
from dateline.errors import InputError
from dateline.export.codebook_json import coding_document
from dateline.ingest import (
    Columns,
    Found,
    Received,
    Rejection,
    find,
    parse_columns,
    parse_date,
    receive_all,
)
from dateline.records import Coding
from dateline.run.options import SHIPPED_CODER, SHIPPED_GATE, RunnerName, RunOptions
from dateline.settings import Settings

# Marks that cannot stand in the name of a file on one system or another.
PATH_MARKS = re.compile(r'[/\\:*?"<>|]')
CODER = SHIPPED_CODER  # tests put another in its place


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
            help="Files of reports, folders of them, or - for standard input.",
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
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=NAME",
            help="Which column or JSON field holds text, title, published, publisher or url.",
            show_default=False,
        ),
    ] = None,
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
    archive: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            dir_okay=False,
            help="Store everything in this archive (DuckDB) instead of printing it; what it "
            "already holds is not coded again. See docs/scale.md.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="NUMBER",
            help="Processes that code into the archive, a language model each; 0: one, or with "
            "Ray as many as fit.",
        ),
    ] = 0,
    runner: Annotated[
        RunnerName,
        typer.Option(help="Where the workers are: on this machine or on a Ray cluster."),
    ] = RunnerName.LOCAL,
    gate: Annotated[
        bool,
        typer.Option(
            "--gate",
            help="Pass over reports whose words speak of no event, before the language model reads "
            "them: three times as fast on general news. See docs/gate.md.",
        ),
    ] = False,
    address: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Of the Ray cluster, for example auto or ray://head:10001; without it, one is "
            "started on this machine.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Code the events that reports tell.

    A report that cannot be read is named on standard error and the others are coded; the
    exit status is then 2.
    """
    settings = Settings(encoding=encoding, actors_file=actors)
    columns = _columns(column or [])
    if archive is None:
        if workers or address or gate or runner is not RunnerName.LOCAL:
            raise typer.BadParameter("--workers, --runner, --address and --gate need --archive.")
        _code_and_print(paths, settings, published, columns, output_format, out)
        return
    if out or output_format:
        raise typer.BadParameter(
            "--archive stores the events; --out and --format print them. Give one or the other."
        )
    job = ArchiveJob(
        found=find(paths), settings=settings, published=published, columns=columns, gate=gate
    )
    options = RunOptions(
        workers=workers,
        runner=runner,
        address=address,
        coder=CODER,
        gate=SHIPPED_GATE if gate else "",
    )
    code_archive(job, archive, options, notices())


def _code_and_print(
    paths: list[str],
    settings: Settings,
    published: date | None,
    columns: Columns,
    output_format: Format | None,
    out: Path | None,
) -> None:
    found = find(paths, distinct_names=out is not None)
    shown = output_format or (None if out else Format.TABLE)
    run = _Run(found, settings, published, columns, notices())
    single = _names_one_file(paths) and run.holds_one()
    with plain_errors(), Printer(shown, single=single) as printer:
        if out:
            make_folder(out)
        for received, coding in run.codings():
            document = coding_document(coding, received.name)
            if out:
                write_coding(out, _file_name(received.name), document)
            printer.show(coding, received.name, document)
        if out:
            write_rejections(out, run.rejections)
    run.summarise(out)
    if run.rejections:
        raise typer.Exit(ExitStatus.REJECTED)


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


def _columns(given: list[str]) -> Columns:
    try:
        return parse_columns(given)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--column") from error


def _names_one_file(paths: list[str]) -> bool:
    """One file asked for gives one JSON object if it holds one report, anything else a list."""
    return len(paths) == 1 and not Path(paths[0]).is_dir()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
