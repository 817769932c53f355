"""The events of one report as a table for the terminal."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.records import Coding, Era, Event, Modality, Party, Polarity, Stance

STANCE_VERBS = {Stance.ASSERTS: "says", Stance.DENIES: "denies", Stance.DOUBTS: "doubts"}


def coding_table(coding: Coding, name: str) -> RenderableType:
    """A heading with the report's name, date and title; one row an event, in order of the text."""
    report = coding.report
    published = report.published.isoformat() if report.published else "no date"
    heading = Text.assemble((name, "bold"), (f" · {published}", "dim"))
    if report.title:
        heading.append(f" · {report.title}")
    if not coding.events:
        return Group(heading, Text("  no events\n", style="dim"))
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), expand=False)
    table.add_column("who", ratio=3)
    table.add_column("did", ratio=4)
    table.add_column("to whom", ratio=3)
    table.add_column("when", min_width=10)
    table.add_column("where", ratio=2)
    table.add_column("on whose word", ratio=3)
    for event in sorted(coding.events, key=lambda event: event.trigger_span):
        table.add_row(
            _parties(event.actors),
            _act(event),
            _parties(event.recipients),
            _time(event),
            Text(event.place.text if event.place else ""),
            _voice(event),
        )
    return Group(heading, table)


def _parties(parties: tuple[Party, ...]) -> Text:
    cell = Text()
    for party in parties:
        if cell:
            cell.append("\n")
        cell.append(party.code, style="bold")
        if party.text:
            cell.append(f" {_shortened(party.text)}", style="dim")
    return cell


def _act(event: Event) -> Text:
    cell = Text()
    if event.polarity is Polarity.NEGATIVE:
        cell.append("not ", style="red")
    if event.modality is not Modality.HAPPENED:
        cell.append(f"{event.modality.value} ", style="yellow")
    cell.append(event.type, style="bold")
    if event.mode:
        cell.append(f" {event.mode}")
    cell.append(f" “{_shortened(event.trigger)}”", style="dim")
    for kind, count in event.counts.items():
        number = str(count.low) if count.low == count.high else f"{count.low}–{count.high}"
        cell.append(f"\n{number} {kind}")
    return cell


def _time(event: Event) -> Text:
    cell = Text((event.date or "").replace("/", "/\n"))
    if event.era is Era.BACKGROUND:
        cell.append("\nbackground" if event.date else "background", style="dim")
    return cell


def _voice(event: Event) -> Text:
    """The chain of speakers, innermost first: "AZE denies (told by USA)"."""
    if not event.voice:
        return Text("the report", style="dim")
    *tellers, speaker = event.voice
    cell = Text.assemble((speaker.code, "bold"), f" {STANCE_VERBS[event.stance]}")
    if event.stance is not Stance.ASSERTS:
        cell.stylize("red", len(speaker.code))
    if speaker.text:
        cell.append(f" ({_shortened(speaker.text)})", style="dim")
    for teller in reversed(tellers):
        cell.append(f", told by {teller.code}")
    return cell


def _shortened(words: str, longest: int = 40) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
