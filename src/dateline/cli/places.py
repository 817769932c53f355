"""``dateline places``: looking into the gazetteer, and building a larger one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from dateline.cli.terminal import output, plain_errors
from dateline.knowledge import places as gazetteers
from dateline.knowledge.places import Entry, Gazetteer
from dateline.knowledge.places.build import build as build_gazetteer

places = typer.Typer(
    help="Look up places in the gazetteer, or build a gazetteer from a GeoNames table.",
    no_args_is_help=True,
)

GazetteerFile = Annotated[
    Path | None,
    typer.Option("--gazetteer", help="A gazetteer built by `dateline places build`."),
]


@places.command()
def search(
    name: Annotated[str, typer.Argument(help="A place name, in any spelling.")],
    prefix: Annotated[
        bool, typer.Option("--prefix", help="Also names that only begin so.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many places to show.")] = 20,
    gazetteer: GazetteerFile = None,
) -> None:
    """Show the places that bear a name, the most populous first.

    The exit status is 1 where the gazetteer knows none.
    """
    with plain_errors():
        opened = gazetteers.load(gazetteer)
    found = opened.begins_with(name, limit) if prefix else opened.lookup(name)[:limit]
    if not found:
        typer.echo(f"no place named “{name}”")
        raise typer.Exit(1)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("id", "name", "sort", "country", "region"):
        table.add_column(column, overflow="fold")
    for column in ("population", "latitude", "longitude"):
        table.add_column(column, justify="right")
    for entry in found:
        table.add_row(*_cells(entry, opened))
    output().print(table)


def _cells(entry: Entry, gazetteer: Gazetteer) -> tuple[str, ...]:
    return (
        str(entry.id) if entry.id > 0 else "",
        entry.name,
        entry.kind.name.lower(),
        gazetteer.country_of(entry),
        gazetteer.region_of(entry),
        f"{entry.population:,}" if entry.population else "",
        f"{entry.latitude:.4f}",
        f"{entry.longitude:.4f}",
    )


@places.command()
def build(
    table: Annotated[
        Path, typer.Argument(help="A GeoNames table: allCountries.zip, cities500.txt, UA.zip …")
    ],
    out: Annotated[Path, typer.Option("--out", help="Where to write the gazetteer.")] = Path(
        "gazetteer.sqlite"
    ),
) -> None:
    """Build a gazetteer from a GeoNames table, with Dateline's own areas and names laid over it."""
    with plain_errors():
        count = build_gazetteer(out, table)
    size = out.stat().st_size / 1e6
    typer.echo(f"{out}: {count:,} places, {size:.1f} MB. Use it with --gazetteer {out}.")
