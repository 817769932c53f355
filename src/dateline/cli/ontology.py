"""``dateline ontology``: looking into the types of act, and converting between vocabularies."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from dateline.cli.terminal import notices, output, plain_errors
from dateline.knowledge import lexicon as lexicons
from dateline.knowledge.crosswalk import Crosswalk, Vocabulary, load
from dateline.knowledge.lexicon import Pattern
from dateline.knowledge.ontology import ActType

EXAMPLES = 12

ontology = typer.Typer(
    help="Look up types and modes of act, and convert between PLOVER, CAMEO and quad class.",
    no_args_is_help=True,
)


class Listed(StrEnum):
    """What ``list`` shows."""

    MODES = "modes"
    TYPES = "types"
    CAMEO = "cameo"


@ontology.command("list")
def list_types(
    what: Annotated[
        Listed, typer.Option("--what", help="Types with their modes, types alone, or CAMEO roots.")
    ] = Listed.MODES,
) -> None:
    """List the types of act with their modes, quad class, CAMEO code and definition."""
    with plain_errors():
        crosswalk = load()
    output().print(
        _roots(crosswalk) if what is Listed.CAMEO else _types(crosswalk, what is Listed.MODES)
    )


@ontology.command()
def show(
    name: Annotated[
        str, typer.Argument(help="A type (ASSAULT), a mode (ASSAULT-drone) or a CAMEO code (195).")
    ],
) -> None:
    """Show a type with its modes, or what a CAMEO code means; exit status 1 for none."""
    with plain_errors():
        crosswalk = load()
    try:
        vocabulary = crosswalk.vocabulary(name)
        if vocabulary is Vocabulary.PLOVER:
            _show_type(crosswalk, *crosswalk.pair(name))
        else:
            _show_code(crosswalk, name, vocabulary)
    except LookupError as error:
        typer.echo(f"no type, mode or code “{name}”")
        raise typer.Exit(1) from error


@ontology.command()
def convert(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME…]",
            help="Types, modes (REQUEST-yield), CAMEO codes or quad classes (1 to 4). "
            "Without any, one a line from standard input.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Vocabulary | None,
        typer.Option(
            "--to",
            help="The vocabulary asked for. Default: CAMEO for types, PLOVER for the others.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Convert names, one line each: the name, a tab, and its counterparts, the likeliest first.

    A name that is none is told on standard error, the others are converted, and the exit
    status is 1.
    """
    with plain_errors():
        crosswalk = load()
    unknown = 0
    for name in names or _lines():
        try:
            found = crosswalk.convert(name, to)
        except LookupError:
            notices().print(f"no type, mode, CAMEO code or quad class “{name}”", markup=False)
            unknown += 1
            continue
        typer.echo(f"{name}\t{' '.join(found)}")
    if unknown:
        raise typer.Exit(1)


def _lines() -> Iterable[str]:
    return (line.strip() for line in sys.stdin if line.strip())


def _types(crosswalk: Crosswalk, with_modes: bool) -> Table:
    table = _table("type", "quad class", "CAMEO", "definition")
    for act in crosswalk.ontology.types.values():
        table.add_row(
            f"[bold]{act.name}[/bold]", act.quad, crosswalk.cameo.code(act.name), act.description
        )
        for mode in act.modes.values() if with_modes else ():
            code = crosswalk.cameo.code(act.name, mode.name)
            table.add_row(f"  {mode.name}", "", code, f"[dim]{mode.description}[/dim]")
    return table


def _roots(crosswalk: Crosswalk) -> Table:
    table = _table("CAMEO", "quad class", "Goldstein", "name", "types")
    for root in crosswalk.cameo.roots.values():
        found = crosswalk.convert(root.code, Vocabulary.PLOVER)
        quad = crosswalk.cameo.quad(root.code)
        table.add_row(root.code, quad, f"{root.goldstein:g}", root.name, " ".join(found))
    return table


def _show_type(crosswalk: Crosswalk, act: str, mode: str | None) -> None:
    known = crosswalk.ontology.types[act]
    printer = output()
    printer.print(f"[bold]{act}[/bold]  {known.description}")
    printer.print(f"quad class {known.quad}; CAMEO {_cameo(crosswalk, act, None)}")
    printer.print("; ".join(_traits(known)))
    printer.print(_modes(crosswalk, known, mode))
    printer.print(_refinements(crosswalk, act, mode))
    printer.print(_words(act, mode), markup=False)


def _modes(crosswalk: Crosswalk, known: ActType, only: str | None) -> Table | str:
    if not known.modes:
        return "no modes"
    entries = _entries(known.name)
    table = _table("mode", "CAMEO", "fit", "lexicon", "definition")
    for mode in known.modes.values():
        if only in (None, mode.name):
            row = crosswalk.cameo.row(known.name, mode.name)
            count = sum(entry.mode == mode.name for entry in entries)
            table.add_row(mode.name, row.cameo, row.match, str(count), mode.description)
    return table


def _refinements(crosswalk: Crosswalk, act: str, mode: str | None) -> Table | str:
    """The CAMEO codes that words, sectors or a plan give instead of the mode's own."""
    cameo = crosswalk.cameo
    table = _table("CAMEO instead", "mode", "when", "meaning")
    rows = cameo.crosswalk[act] if mode is None else cameo.rows(act, mode)
    plans = cameo.planned.get(act, ()) if mode is None else cameo.rows(act, mode, planned=True)
    for row in (row for row in rows if row.refined):
        table.add_row(row.cameo, row.mode or "", row.when, cameo.name(row.cameo))
    for row in plans:
        when = f"planned; {row.when}" if row.when else "planned"
        table.add_row(row.cameo, row.mode or "", when, cameo.name(row.cameo))
    return table if table.row_count else "no other CAMEO codes"


def _show_code(crosswalk: Crosswalk, name: str, vocabulary: Vocabulary) -> None:
    types = ", ".join(crosswalk.convert(name, Vocabulary.PLOVER)) or "no event, but a voice"
    if vocabulary is Vocabulary.QUAD:
        roots = ", ".join(crosswalk.convert(name, Vocabulary.CAMEO))
        output().print(f"{crosswalk.quad_class(name)}: CAMEO {roots}; types {types}")
        return
    cameo = crosswalk.cameo
    root = cameo.root(name)
    output().print(f"[bold]{name}[/bold]  {cameo.name(name)}  (root {root.code}, {root.name})")
    output().print(f"quad class {cameo.quad(name)}; Goldstein {cameo.goldstein(name):g}")
    output().print(f"types: {types}")


def _traits(known: ActType) -> list[str]:
    traits = ["done by words" if known.speech else "done by deeds"]
    traits += ["mutual"] if known.mutual else []
    traits += ["may be done to each other"] if known.reciprocal else []
    traits += ["a country acts by its armed forces"] if known.armed else []
    return [*traits, f"recipient {known.recipient}"]


def _words(act: str, mode: str | None) -> str:
    """How many entries of the lexicon lead to a type or mode, and the plainest of them."""
    lexicon = lexicons.load()
    if mode in lexicon.complement_order.get(act, ()):
        words = sorted(lexicon.complements[str(mode)], key=len)
        return f"told by {len(words)} words after the act: {', '.join(words[:EXAMPLES])} …"
    entries = [entry.text for entry in _entries(act) if mode is None or entry.mode == mode]
    plain = sorted(entries, key=lambda text: (len(text.split()), "|" in text or "!" in text))
    return f"lexicon: {len(entries)} entries: {', '.join(plain[:EXAMPLES])} …"


def _entries(act: str) -> list[Pattern]:
    """The lexicon's entries for a type, each once."""
    lexicon = lexicons.load()
    found = {
        (pattern.text, pattern.part, pattern.mode): pattern
        for table in (lexicon.verbs, lexicon.nouns, lexicon.adjectives)
        for patterns in table.values()
        for pattern in patterns
        if pattern.type == act
    }
    return list(found.values())


def _cameo(crosswalk: Crosswalk, act: str, mode: str | None) -> str:
    code = crosswalk.cameo.code(act, mode)
    return f"{code} ({crosswalk.cameo.name(code)})"


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
