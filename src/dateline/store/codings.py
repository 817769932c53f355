"""The way back from rows to codings, for whatever wants records and not a table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dateline.records import (
    Actor,
    ActorMention,
    Cast,
    Coding,
    Count,
    Era,
    Event,
    Modality,
    Party,
    Place,
    Polarity,
    Report,
    Span,
    Stance,
    Statement,
    StatementKind,
    TimeExpression,
    Voice,
)

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]


def codings_of(tables: Mapping[str, pyarrow.Table]) -> Iterator[Coding]:
    """The codings that ``rows_of`` made the tables from, in the order of the reports there.

    They are equal to what was coded but for the score, which the tables round.
    """
    runs = {row["run_id"]: json.loads(row["versions"]) for row in tables["runs"].to_pylist()}
    evidence = {row["evidence_id"]: row for row in tables["evidence"].to_pylist()}
    parts = _Parts(tables, evidence)
    statements = _grouped(tables["statements"], "report_id")
    actors = _grouped(tables["actors"], "report_id")
    places = _grouped(tables["places"], "report_id")
    dates = _grouped(tables["dates"], "report_id")
    events = _grouped(tables["event_records"], "report_id")
    for row in tables["reports"].to_pylist():
        report_id = row["report_id"]
        yield Coding(
            report=_report(row),
            events=tuple(parts.event(event) for event in events[report_id]),
            statements=tuple(map(_statement, statements[report_id])),
            cast=Cast(
                actors=_mentions(actors[report_id]),
                places=tuple(map(_place, places[report_id])),
                times=tuple(map(_date, dates[report_id])),
            ),
            run=runs[row["run_id"]],
        )


class _Parts:
    """What belongs to events, ready to be put together."""

    def __init__(self, tables: Mapping[str, pyarrow.Table], evidence: Mapping[str, Row]) -> None:
        self.evidence = evidence
        self.parties = _grouped(tables["event_parties"], "event_id")
        self.voices = _grouped(tables["event_voices"], "event_id")
        self.counts = _grouped(tables["event_counts"], "event_id")

    def event(self, row: Row) -> Event:
        event_id = row["event_id"]
        evidence = self.evidence[row["evidence_id"]]
        return Event(
            type=row["type"],
            mode=row["mode"],
            actors=self._parties(event_id, "actor"),
            recipients=self._parties(event_id, "recipient"),
            date=row["date"],
            date_span=_span(row, "date_span"),
            era=Era(row["era"]),
            place=None if row["place_text"] is None else _place(_place_columns(row)),
            counts={
                count["kind"]: Count(
                    low=count["low"], high=count["high"], span=_told(count, "span")
                )
                for count in self.counts[event_id]
            },
            voice=tuple(
                Voice(text=voice["text"], span=_span(voice, "span"), code=voice["code"])
                for voice in self.voices[event_id]
            ),
            stance=Stance(row["stance"]),
            modality=Modality(row["modality"]),
            polarity=Polarity(row["polarity"]),
            trigger=row["trigger"],
            trigger_span=_told(row, "trigger_span"),
            evidence=evidence["text"],
            evidence_span=_told(evidence, "span"),
            score=row["score"],
            why=row["why"],
        )

    def _parties(self, event_id: str, role: str) -> tuple[Party, ...]:
        return tuple(
            Party(
                text=party["text"],
                span=_span(party, "span"),
                code=party["code"],
                sector=party["sector"],
                why=party["why"],
            )
            for party in self.parties[event_id]
            if party["role"] == role
        )


def _grouped(table: pyarrow.Table, key: str) -> defaultdict[str, list[Row]]:
    """The rows of each report or event, in the order they had there."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.to_pylist():
        groups[row[key]].append(row)
    for rows in groups.values():
        rows.sort(key=lambda row: row["position"] or 0)
    return groups


def _report(row: Row) -> Report:
    return Report(
        id=row["report_id"],
        text=row["text"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        url=row["url"],
        language=row["language"],
        dateline=_span(row, "dateline_span"),
    )


def _statement(row: Row) -> Statement:
    return Statement(
        source=_span(row, "source_span"),
        source_head=row["source_head"],
        cue=_told(row, "cue_span"),
        cue_head=row["cue_head"],
        content=_told(row, "content_span"),
        kind=StatementKind(row["kind"]),
        stance=Stance(row["stance"]),
        parent=row["parent"],
    )


def _mentions(rows: list[Row]) -> tuple[ActorMention, ...]:
    """Mentions from one row for each mention and actor."""
    ordered = sorted(rows, key=lambda row: (row["mention"], row["position"] or 0))
    mentions: list[ActorMention] = []
    for _, group in groupby(ordered, key=lambda row: row["mention"]):
        meant = list(group)
        mentions.append(
            ActorMention(
                span=_told(meant[0], "span"),
                head=meant[0]["head"],
                actors=tuple(
                    Actor(code=row["code"], sector=row["sector"], name=row["name"], why=row["why"])
                    for row in meant
                    if row["position"] is not None
                ),
            )
        )
    return tuple(mentions)


def _place_columns(row: Row) -> Row:
    """The columns of an event's place under the names that the table of places has for them."""
    return {
        name.removeprefix("place_"): value
        for name, value in row.items()
        if name.startswith("place_")
    }


def _place(row: Row) -> Place:
    return Place(
        text=row["text"],
        span=_told(row, "span"),
        head=row["head"],
        name=row["name"],
        geonames=row["geonames"],
        latitude=row["lat"],
        longitude=row["lon"],
        country=row["country"],
        region=row["region"],
        precision=row["precision"],
        metonym=row["metonym"],
        why=row["why"],
    )


def _date(row: Row) -> TimeExpression:
    return TimeExpression(
        text=row["text"],
        span=_told(row, "span"),
        head=row["head"],
        value=row["value"],
        start=row["first_day"],
        end=row["last_day"],
        why=row["why"],
    )


def _span(row: Row, name: str) -> Span | None:
    return None if row[f"{name}_start"] is None else _told(row, name)


def _told(row: Row, name: str) -> Span:
    return Span(row[f"{name}_start"], row[f"{name}_end"])
