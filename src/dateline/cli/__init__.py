"""The command ``dateline``: one file per command."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.actors import actors
from dateline.cli.code import code
from dateline.cli.evaluate import evaluate
from dateline.cli.export import export
from dateline.cli.fetch import fetch
from dateline.cli.ontology import ontology
from dateline.cli.places import places
from dateline.cli.read import read
from dateline.cli.show import show
from dateline.cli.sql import sql
from dateline.cli.stats import stats
from dateline.cli.watch import watch
from dateline.cores import take_short_turns
from dateline.provenance import package_version

app = typer.Typer(
    name="dateline",
    help=(
        "Reads news reports about conflicts and crises and writes down who did what to whom, "
        "when, where, and on whose word."
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {package_version()}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options of the command as a whole."""
    take_short_turns()


CODING, ARCHIVE, SOURCES, WORLD = "Coding", "Archives", "Sources", "What Dateline knows"

app.command(rich_help_panel=CODING)(code)
app.command(rich_help_panel=CODING)(read)
app.command(rich_help_panel=CODING)(evaluate)
app.command(rich_help_panel=SOURCES)(fetch)
app.command(rich_help_panel=SOURCES)(watch)
app.command(rich_help_panel=ARCHIVE)(stats)
app.command(rich_help_panel=ARCHIVE)(sql)
app.command(rich_help_panel=ARCHIVE)(show)
app.command(rich_help_panel=ARCHIVE)(export)
app.add_typer(ontology, name="ontology", rich_help_panel=WORLD)
app.add_typer(actors, name="actors", rich_help_panel=WORLD)
app.add_typer(places, name="places", rich_help_panel=WORLD)
