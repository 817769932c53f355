"""The command ``dateline``: one file per command."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.actors import actors
from dateline.cli.code import code
from dateline.cli.evaluate import evaluate
from dateline.cli.places import places
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


app.command()(code)
app.command()(evaluate)
app.add_typer(actors, name="actors")
app.add_typer(places, name="places")
