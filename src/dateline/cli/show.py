"""``dateline show``: one report or event of an archive, with the words it rests on."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.archive import DEFAULT_ARCHIVE, ArchiveFile, harmless_coding
from dateline.cli.table import coding_table
from dateline.cli.terminal import ExitStatus, notices, output, plain_errors
from dateline.records import Coding, Event, Party, Place, Report, Span, Voice
from dateline.store import Archive

IDENTIFIERS = """
    select report_id, null as event_id, title as words from reports
    where starts_with(report_id, $1)
    union all
    select event_records.report_id, event_id, type || ' “' || trigger || '”'
    from event_records where starts_with(event_id, $1)
    order by report_id, event_id limit 20
"""

EVIDENCE = "on grey23"
TRIGGER = "bold red"
ACTOR = "cyan"
RECIPIENT = "magenta"
VOICE = "green"
PLACE_AND_DATE = "yellow"


def show(
    identifier: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The identifier of a report or an event, or its first characters.",
            show_default=False,
        ),
    ],
    archive: ArchiveFile = DEFAULT_ARCHIVE,
) -> None:
    """Show a report or an event: the text with its evidence marked, every field, and why.

    The exit status is 1 where no identifier begins so, or several do; those are then listed.
    """
    with plain_errors(), Archive.open(archive, read_only=True) as opened:
        found = opened.query(IDENTIFIERS, [identifier.strip().lower()]).to_pylist()
        if len(found) != 1:
            _complain(identifier, [row["event_id"] or row["report_id"] for row in found])
            raise typer.Exit(ExitStatus.FAILED)
        (row,) = found
        (coding,) = opened.codings([row["report_id"]])
        identifiers = opened.query(
            "select event_id from event_records where report_id = ? order by position",
            [row["report_id"]],
        )["event_id"].to_pylist()
    coding = harmless_coding(coding)
    if row["event_id"] is None:
        _show_report(output(), coding, identifiers)
    else:
        event = coding.events[identifiers.index(row["event_id"])]
        _show_event(output(), coding.report, event, row["event_id"])


def _complain(identifier: str, found: list[str]) -> None:
    if not found:
        notices().print(f"no report or event begins with “{identifier}”", markup=False)
        return
    notices().print(f"several reports or events begin with “{identifier}”:", markup=False)
    for one in found:
        notices().print(f"  {one}")


def _show_report(console: Console, coding: Coding, identifiers: list[str]) -> None:
    report = coding.report
    _print_heading(console, report)
    text = Text(report.text)
    for event in coding.events:
        _mark(text, EVIDENCE, event.evidence_span)
        _mark(text, TRIGGER, event.trigger_span)
    console.print(text)
    console.print()
    console.print(coding_table(coding, report.id))
    for event, identifier in zip(coding.events, identifiers, strict=True):
        console.print(f"{identifier}  {event.type} “{event.trigger}”", markup=False)
    versions = ", ".join(f"{name} {value}" for name, value in coding.run.items())
    console.print(f"coded by {versions}" if versions else "", style="dim", markup=False)


def _show_event(console: Console, report: Report, event: Event, identifier: str) -> None:
    _print_heading(console, report)
    text = Text(report.text)
    _mark(text, EVIDENCE, event.evidence_span)
    for party in event.actors:
        _mark(text, ACTOR, party.span)
    for party in event.recipients:
        _mark(text, RECIPIENT, party.span)
    for voice in event.voice:
        _mark(text, VOICE, voice.span)
    _mark(text, PLACE_AND_DATE, event.place.span if event.place else None)
    _mark(text, PLACE_AND_DATE, event.date_span)
    _mark(text, TRIGGER, event.trigger_span)
    console.print(text)
    console.print()
    console.print(_fields(event, identifier))


def _print_heading(console: Console, report: Report) -> None:
    day = report.published.isoformat() if report.published else "no date"
    heading = Text.assemble((report.title or "(no title)", "bold"))
    parts = (day, report.publisher, report.url, report.id)
    heading.append("\n" + " · ".join(part for part in parts if part), style="dim")
    console.print(heading)
    console.print()


def _mark(text: Text, style: str, span: Span | None) -> None:
    if span is not None:
        text.stylize(style, span.start, span.end)


def _fields(event: Event, identifier: str) -> Table:
    """Every field of an event, a line each, with the words it stands on and the reason."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold", style="dim")

    def add(name: str, value: str, why: str = "", style: str = "") -> None:
        if value:
            grid.add_row(name, Text(value, style=style), Text(why))

    add("event", identifier)
    add("type", event.type + (f" {event.mode}" if event.mode else ""), event.why)
    add("trigger", event.trigger, style=TRIGGER)
    for party in event.actors:
        add("actor", _party(party), party.why, ACTOR)
    for party in event.recipients:
        add("recipient", _party(party), party.why, RECIPIENT)
    add("date", event.date or "", style=PLACE_AND_DATE)
    add("era", event.era.value)
    if event.place:
        add("place", _place(event.place), event.place.why, PLACE_AND_DATE)
    for kind, count in event.counts.items():
        add(kind, str(count.low) if count.low == count.high else f"{count.low} to {count.high}")
    for voice in event.voice:
        add("voice", _voice(voice), style=VOICE)
    add("stance", event.stance.value if event.voice else "the report states it")
    add("modality", event.modality.value)
    add("polarity", event.polarity.value)
    add("evidence", event.evidence)
    add("score", f"{event.score:.2f}")
    return grid


def _party(party: Party) -> str:
    return f"{party.code} {party.sector}" + (f" “{party.text}”" if party.text else "")


def _voice(voice: Voice) -> str:
    return voice.code + (f" “{voice.text}”" if voice.text else "")


def _place(place: Place) -> str:
    parts = [f"“{place.text}”", place.name, place.region, place.country]
    if place.latitude is not None and place.longitude is not None:
        parts.append(f"{place.latitude:.4f}, {place.longitude:.4f}")
    return " · ".join(part for part in parts if part)
