"""Where codings go: printed as they come, and written to files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import typer

from dateline.cli.archive import harmless, harmless_coding
from dateline.cli.table import coding_table
from dateline.cli.terminal import output
from dateline.errors import OutputError
from dateline.export.codebook_json import Document, to_json
from dateline.export.flat import flat_events
from dateline.export.plain import CSV_HEADER, csv_lines, write_csv
from dateline.ingest import Rejection
from dateline.records import Coding

REJECTS = "rejects.jsonl"


class Format(StrEnum):
    """How events are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Printer:
    """Prints codings as they come: a list in JSON needs its brackets around them, a table in CSV
    its header above."""

    def __init__(self, output_format: Format | None, *, single: bool) -> None:
        self.format = output_format
        self.single = single
        self.console = output()
        self.printed = 0

    def __enter__(self) -> Printer:
        return self

    def __exit__(self, *raised: object) -> None:
        if self.format is Format.JSON and not self.single:
            typer.echo("\n]" if self.printed else "[]")
        if self.format is Format.CSV and not self.printed and raised[0] is None:
            sys.stdout.write(CSV_HEADER)

    def show(self, coding: Coding, name: str, document: Document) -> None:
        match self.format:
            case Format.TABLE:
                self.console.print(coding_table(harmless_coding(coding), harmless(name)))
            case Format.JSONL:
                typer.echo(to_json(document, indented=False))
            case Format.JSON if self.single:
                typer.echo(to_json(document))
            case Format.JSON:
                typer.echo(",\n" if self.printed else "[\n", nl=False)
                typer.echo(to_json(document), nl=False)
            case Format.CSV:
                if not self.printed:
                    sys.stdout.write(CSV_HEADER)
                shown = harmless_coding(coding) if sys.stdout.isatty() else coding
                # Not by echo, which takes out of a file what it holds for colours.
                sys.stdout.writelines(csv_lines(flat_events(shown)))
            case None:
                pass
        self.printed += 1


def make_folder(out: Path) -> None:
    """Make the folder for results, before any work is done that could not be kept."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{out} cannot be made: {error.strerror}.") from error


def write_coding(out: Path, name: str, document: Document) -> None:
    """Write the coding of one report to ``NAME.json``."""
    _write(out / f"{name}.json", to_json(document) + "\n")


def write_rows(out: Path, codings: Iterable[Coding]) -> None:
    """Write the events of all reports to one file in CSV, whole or not at all."""
    write_csv(out, flat_events(codings))


def write_rejections(out: Path, rejections: list[Rejection]) -> None:
    """The rejected reports beside the coded ones; the file of an earlier run goes."""
    if rejections:
        lines = (
            to_json(
                {
                    "report": rejection.report,
                    "kind": rejection.kind.value,
                    "reason": rejection.reason,
                    "advice": rejection.advice,
                },
                indented=False,
            )
            for rejection in rejections
        )
        _write(out / REJECTS, "\n".join(lines) + "\n")
    else:
        (out / REJECTS).unlink(missing_ok=True)


def _write(path: Path, content: str) -> None:
    """Write a file whole or not at all, so that a stopped run leaves no half of one."""
    temporary = path.parent / f".dateline-{os.getpid()}.part"
    try:
        temporary.write_text(content, encoding="utf-8", newline="\n")
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        temporary.unlink(missing_ok=True)
