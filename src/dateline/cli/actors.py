"""``dateline actors``: looking into the directory of actors, checking and making one's own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from dateline.cli.terminal import output, plain_errors
from dateline.errors import InputError
from dateline.knowledge import actors as directories
from dateline.knowledge.actors import Entry
from dateline.knowledge.actors.builder import build as build_directory
from dateline.knowledge.actors.check import problems
from dateline.records import UNKNOWN

actors = typer.Typer(
    help="Look up states, bodies, movements and persons in the directory of actors.",
    no_args_is_help=True,
)

OwnFile = Annotated[
    Path | None, typer.Option("--actors", help="A file of your own actors, read before ours.")
]


@actors.command()
def search(
    name: Annotated[str, typer.Argument(help="A name or part of one.")],
    limit: Annotated[int, typer.Option(min=1, help="How many entries to show.")] = 20,
    own: OwnFile = None,
) -> None:
    """Show the actors whose name holds the words; exit status 1 where there is none."""
    with plain_errors():
        directory = directories.load(own)
    found = directory.search(name, limit)
    if not found:
        typer.echo(f"no actor named “{name}”")
        raise typer.Exit(1)
    output().print(_table(found))


@actors.command()
def show(
    code: Annotated[str, typer.Argument(help="A code: ARM, NATO, HAMAS …")],
    own: OwnFile = None,
) -> None:
    """Show all entries of a code, office holders with their terms; exit status 1 for none."""
    with plain_errors():
        directory = directories.load(own)
    found = directory.entries(code.upper())
    if not found:
        typer.echo(f"no actor with the code {code.upper()}")
        raise typer.Exit(1)
    output().print(_table(found))


@actors.command()
def check(
    file: Annotated[Path, typer.Argument(help="An actor file of your own (TOML).")],
) -> None:
    """Check an actor file: columns, sectors, dates. The exit status is 1 where it has faults."""
    try:
        faults = problems(file)
    except OSError as error:
        typer.echo(f"{file}: {error.strerror or error}", err=True)
        raise typer.Exit(2) from error
    for fault in faults:
        typer.echo(f"{file}: {fault}")
    if faults:
        raise typer.Exit(1)
    typer.echo(f"{file}: sound")


@actors.command()
def unknown(
    coded: Annotated[Path, typer.Argument(help="A folder of codings (NAME.json).")],
    limit: Annotated[int, typer.Option(min=1, help="How many texts to show.")] = 50,
) -> None:
    """List the actors that codings left as `?`, the most frequent first, to see what to add."""
    with plain_errors():
        counts = Counter(_unknown_texts(coded))
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("times", justify="right")
    table.add_column("text", overflow="fold")
    table.add_column("sector")
    for (text, sector), count in counts.most_common(limit):
        table.add_row(str(count), text, sector)
    output().print(table if counts else "no unknown actor")


@actors.command()
def build(
    source: Annotated[Path, typer.Argument(help="A Wikidata JSON dump (.json, .gz, .bz2) or CSV.")],
    out: Annotated[Path, typer.Option("--out", help="The actor file to write.")] = Path(
        "actors.toml"
    ),
) -> None:
    """Make an actor file of heads of state, ministers and bodies from Wikidata or a table."""
    with plain_errors():
        count = build_directory(source, out)
    typer.echo(f"{out}: {count:,} entries. Use it with --actors {out}.")


def _table(entries: Iterable[Entry]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("code", "sector", "name", "kind", "office", "from", "to", "source"):
        table.add_column(column, overflow="fold")
    for entry in entries:
        table.add_row(
            entry.code, entry.sector, entry.name, entry.kind.value, entry.office, entry.start,
            entry.end, entry.source,
        )  # fmt: skip
    return table


def _unknown_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Text and sector of every actor and recipient with the code ``?`` in a folder's codings."""
    if not folder.is_dir():
        raise InputError("missing", f"{folder} is no folder.", "Give the folder of codings.")
    for path in sorted(folder.glob("*.json")):
        try:
            coding = json.loads(path.read_text("utf-8"))
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            raise InputError("json", f"{path} is no JSON: {error}.", "Code it again.") from error
        for event in coding.get("events", ()):
            yield from _unknown_parties(event)


def _unknown_parties(event: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for party in (*event.get("actors", ()), *event.get("recipients", ())):
        if party.get("code") == UNKNOWN and party.get("text"):
            yield party["text"], party.get("sector", "")
