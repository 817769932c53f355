"""``dateline export``: the events of an archive in forms that other programs read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.archive import DEFAULT_ARCHIVE, ArchiveFile
from dateline.cli.terminal import notices, plain_errors
from dateline.export.write import ExportFormat, write


def export(
    out: Annotated[
        Path,
        typer.Option("--out", metavar="PATH", help="The file to write.", dir_okay=False),
    ],
    archive: ArchiveFile = DEFAULT_ARCHIVE,
    output_format: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            help="The form. Default: what the ending of PATH says.",
            show_default=False,
        ),
    ] = None,
    where: Annotated[
        str,
        typer.Option(
            "--where",
            metavar="SQL",
            help="Only the events for which this holds: a condition on the view `events`.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Write the events of an archive as a table, a map, or in the layout of another project.

    Layouts of other projects cannot hold everything; how many events were left out, and why,
    is told on standard error.
    """
    form = output_format or _by_ending(out)
    with plain_errors():
        written = write(archive, form, out, where)
    console = notices()
    console.print(f"{out}: {written.rows:,} {_rows(form, written.rows)}", markup=False)
    for reason, count in written.left_out.items():
        console.print(f"left out {count:,}: {reason}", markup=False)


def _by_ending(path: Path) -> ExportFormat:
    ending = path.suffix.lower().removeprefix(".")
    if ending in ("csv", "parquet", "jsonl", "geojson", "xlsx"):
        return ExportFormat(ending)
    raise typer.BadParameter(
        f"the ending of {path.name} names no form. Give one with --format.", param_hint="--format"
    )


def _rows(form: ExportFormat, count: int) -> str:
    match form:
        case ExportFormat.GDELT | ExportFormat.ICEWS | ExportFormat.POLECAT:
            noun = "dyad"
        case _:
            noun = "event"
    return noun if count == 1 else f"{noun}s"
