"""``dateline code``: reports in, events out."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.archive_run import ArchiveJob, code_archive
from dateline.cli.plain_run import code_and_print
from dateline.cli.results import Format
from dateline.cli.terminal import notices
from dateline.errors import InputError
from dateline.ingest import Columns, find, parse_columns, parse_date
from dateline.run.options import SHIPPED_CODER, SHIPPED_GATE, RunnerName, RunOptions
from dateline.settings import Settings

CODER = SHIPPED_CODER  # tests put another in its place


def _published(value: str) -> date:
    try:
        return parse_date(value)
    except InputError as error:
        raise typer.BadParameter(f"“{value}” is no date. Write it as YYYY-MM-DD.") from error


def _encoding(value: str) -> str:
    try:
        name = codecs.lookup(value).name
        "".encode(name)  # refused where the codec is none of text ("base64")
    except (LookupError, ValueError) as error:
        raise typer.BadParameter(f"“{value}” is no encoding that Python knows.") from error
    return name


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
            help="What to print: a table, one JSON document, one JSON object a line, or CSV, one "
            "row an event. Default: a table, or nothing if --out is given.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="A folder: write one NAME.json a report there, NAME being the input file's name. "
            "With --format csv a file: write the rows there instead of printing them.",
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
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Words of your own for a type of act (TOML), which count before Dateline's; may "
            "be repeated. See docs/ontology.md.",
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
    settings = Settings(encoding=encoding, actors_file=actors, lexicon_files=tuple(lexicon or ()))
    columns = _columns(column or [])
    if archive is None:
        if workers or address or gate or runner is not RunnerName.LOCAL:
            raise typer.BadParameter("--workers, --runner, --address and --gate need --archive.")
        code_and_print(paths, settings, published, columns, output_format, out)
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


def _columns(given: list[str]) -> Columns:
    try:
        return parse_columns(given)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--column") from error
