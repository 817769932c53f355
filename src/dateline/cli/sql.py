"""``dateline sql``: a question to an archive, in SQL."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import Annotated, Any

import msgspec
import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from dateline.cli.archive import DEFAULT_ARCHIVE, ArchiveFile, harmless
from dateline.cli.terminal import notices, output, plain_errors

# A table is set as a whole; whoever wants more rows wants them in a file.
ROWS_OF_A_TABLE = 1000
# Below this width columns are better set one under the other.
NARROWEST_COLUMN = 10

# Kinds of value that JSON lacks are given as DuckDB writes them.
JSON = msgspec.json.Encoder(enc_hook=str, decimal_format="number")

Row = tuple[Any, ...]


class AnswerFormat(StrEnum):
    """How the answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


def sql(
    query: Annotated[
        str, typer.Argument(help="A query, for example: select * from events", show_default=False)
    ],
    archive: ArchiveFile = DEFAULT_ARCHIVE,
    output_format: Annotated[
        AnswerFormat,
        typer.Option("--format", help="A table for people, or rows for other programs."),
    ] = AnswerFormat.TABLE,
) -> None:
    """Ask an archive a question in SQL; nothing in it is changed.

    The tables and views are described in docs/archive.md. Begin with the view `events`.
    """
    from dateline.store import Archive

    with plain_errors(), Archive.open(archive, read_only=True) as opened:
        names, rows = opened.stream(query)
        PRINTERS[output_format](names, rows)


def _print_table(names: list[str], rows: Iterator[Row]) -> None:
    console = output()
    shown = [tuple(_cell(value) for value in row) for row in islice(rows, ROWS_OF_A_TABLE)]
    if len(names) * NARROWEST_COLUMN > console.width:
        for number, row in enumerate(shown, 1):
            console.print(f"[dim]row {number}[/dim]")
            console.print(_fields(names, row))
    else:
        table = Table(box=SIMPLE_HEAD, pad_edge=False)
        for name in names:
            table.add_column(_cell(name), overflow="fold")
        for row in shown:
            table.add_row(*row)
        console.print(table)
    if next(rows, None) is not None:
        notices().print(f"only the first {ROWS_OF_A_TABLE} rows; --format csv gives all")


def _fields(names: list[str], row: tuple[Text, ...]) -> Table:
    """One row as a list of its fields, those without a value left out."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(overflow="fold")
    for name, value in zip(names, row, strict=True):
        if value:
            grid.add_row(_cell(name), value)
    return grid


def _print_csv(names: list[str], rows: Iterable[Row]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_plain(value) for value in row] for row in rows)


def _print_json(names: list[str], rows: Iterable[Row]) -> None:
    before = "[\n"
    for line in _json_lines(names, rows):
        typer.echo(before + line, nl=False)
        before = ",\n"
    typer.echo("[]" if before == "[\n" else "\n]")


def _print_jsonl(names: list[str], rows: Iterable[Row]) -> None:
    for line in _json_lines(names, rows):
        typer.echo(line)


PRINTERS: dict[AnswerFormat, Callable[[list[str], Iterator[Row]], None]] = {
    AnswerFormat.TABLE: _print_table,
    AnswerFormat.CSV: _print_csv,
    AnswerFormat.JSON: _print_json,
    AnswerFormat.JSONL: _print_jsonl,
}


def _json_lines(names: list[str], rows: Iterable[Row]) -> Iterator[str]:
    keys = _distinct(names)
    for row in rows:
        yield JSON.encode(dict(zip(keys, row, strict=True))).decode()


def _distinct(names: list[str]) -> list[str]:
    """Names of columns for an object: a second ``date`` becomes ``date_2``."""
    distinct: list[str] = []
    for name in names:
        candidate, number = name, 2
        while candidate in distinct:
            candidate, number = f"{name}_{number}", number + 1
        distinct.append(candidate)
    return distinct


def _plain(value: Any) -> Any:
    """A value for CSV; lists and the like as JSON."""
    if isinstance(value, list | dict | tuple):
        return JSON.encode(value).decode()
    return value


def _cell(value: Any) -> Text:
    """A value as it is: brackets in it are no markup, and control characters do nothing."""
    return Text("" if value is None else harmless(str(_plain(value))))
