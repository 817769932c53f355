"""Codings as rows: the one place where records become the tables of an archive.

A pure function, so that it runs where the coding runs and only plain tables travel to the
one writer. :mod:`dateline.store.codings` is the way back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.knowledge import cameo as cameos
from dateline.libraries import library
from dateline.records import (
    ActorMention,
    Cast,
    Coding,
    Event,
    Party,
    Place,
    Span,
    Statement,
    TimeExpression,
)
from dateline.store.days import days_of
from dateline.store.errors import StoreError
from dateline.store.identifiers import event_ids, hash_of
from dateline.store.schema import arrow_schemas, tables

if TYPE_CHECKING:
    import pyarrow

    from dateline.ingest.rejection import Rejection

Row = dict[str, Any]
Rows = dict[str, list[Row]]

# Scores beyond this are noise of the arithmetic, which differs with the batch a report was in.
SCORE_DECIMALS = 4
# A report may write any number; a column cannot hold it.
LARGEST_COUNT = 2**63 - 1


def rows_of(
    codings: Iterable[Coding], rejections: Iterable[Rejection] = ()
) -> dict[str, pyarrow.Table]:
    """One Arrow table for each table of the schema (``schema.toml``), some without rows.

    Where a report is coded twice, the later coding counts. Raises ``StoreError`` where
    pyarrow is not installed.
    """
    pa = library("pyarrow", "archive", "an archive", StoreError)
    by_report = {coding.report.id: _rows_of_coding(coding) for coding in codings}
    runs = {row["run_id"]: row for rows in by_report.values() for row in rows["runs"]}
    rejects = {row["reject_id"]: row for row in map(_reject, rejections)}
    found: dict[str, pyarrow.Table] = {}
    for name, schema in arrow_schemas().items():
        if name == "runs":
            chosen = list(runs.values())
        elif name == "rejects":
            chosen = list(rejects.values())
        else:
            chosen = [row for rows in by_report.values() for row in rows[name]]
        columns = [pa.array([row[field.name] for row in chosen], field.type) for field in schema]
        found[name] = pa.Table.from_arrays(columns, schema=schema)
    return found


def run_id_of(run: dict[str, Any]) -> str:
    """The identifier of a run: the hash of all its versions."""
    return hash_of(_versions(run))


def _rows_of_coding(coding: Coding) -> Rows:
    report = coding.report
    rows: Rows = {table.name: [] for table in tables()}
    rows["runs"].append(_run(coding.run))
    _add_events(rows, coding)
    rows["statements"] = [
        _statement(statement, position, report.id, report.text)
        for position, statement in enumerate(coding.statements)
    ]
    _add_cast(rows, coding.cast, report.id, report.text)
    contents: Row = {
        "report_id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published,
        "url": report.url,
        "language": report.language,
        "text": report.text,
        "dateline_text": report.dateline.of(report.text) if report.dateline else None,
        **_span("dateline_span", report.dateline),
        "run_id": run_id_of(coding.run),
    }
    rows["reports"].append({**contents, "coding_id": hash_of(contents, rows)})
    return rows


def _run(run: dict[str, Any]) -> Row:
    named = {name: run.get(name) for name in ("dateline", "model", "knowledge")}
    return {
        "run_id": run_id_of(run),
        **{name: None if value is None else str(value) for name, value in named.items()},
        "versions": _versions(run),
    }


def _versions(run: dict[str, Any]) -> str:
    return msgspec.json.encode(run, order="deterministic").decode()


def _add_events(rows: Rows, coding: Coding) -> None:
    """Events with their parties, voices, counts and sentences."""
    report_id = coding.report.id
    evidence: dict[str, Row] = {}
    named = zip(event_ids(coding), coding.events, strict=True)
    for position, (event_id, event) in enumerate(named):
        keys: Row = {"event_id": event_id, "report_id": report_id}
        sentence = _evidence(event, report_id)
        evidence[sentence["evidence_id"]] = sentence
        rows["event_records"].append(
            {**keys, "position": position, "evidence_id": sentence["evidence_id"], **_event(event)}
        )
        for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
            rows["event_parties"] += [
                {**keys, "role": role, "position": number, **_party(party)}
                for number, party in enumerate(parties)
            ]
        rows["event_voices"] += [
            {
                **keys,
                "position": number,
                "text": voice.text,
                **_span("span", voice.span),
                "code": voice.code,
            }
            for number, voice in enumerate(event.voice)
        ]
        rows["event_counts"] += [
            {
                **keys,
                "position": number,
                "kind": kind,
                "low": min(count.low, LARGEST_COUNT),
                "high": min(count.high, LARGEST_COUNT),
                **_span("span", count.span),
            }
            for number, (kind, count) in enumerate(event.counts.items())
        ]
    rows["evidence"] = list(evidence.values())


def _event(event: Event) -> Row:
    first_day, last_day = days_of(event.date)
    return {
        "type": event.type,
        "mode": event.mode,
        "date": event.date,
        **_span("date_span", event.date_span),
        "first_day": first_day,
        "last_day": last_day,
        "era": event.era.value,
        **{f"place_{name}": value for name, value in _place(event.place).items()},
        "stance": event.stance.value,
        "modality": event.modality.value,
        "polarity": event.polarity.value,
        "trigger": event.trigger,
        **_span("trigger_span", event.trigger_span),
        "score": round(event.score, SCORE_DECIMALS),
        "why": event.why,
        "cameo": cameos.load().of_event(event),
    }


def _evidence(event: Event, report_id: str) -> Row:
    span = event.evidence_span
    return {
        "evidence_id": hash_of(report_id, span.start, span.end, event.evidence),
        "report_id": report_id,
        "text": event.evidence,
        **_span("span", span),
    }


def _party(party: Party) -> Row:
    return {
        "text": party.text,
        **_span("span", party.span),
        "code": party.code,
        "sector": party.sector,
        "why": party.why,
    }


def _place(place: Place | None) -> Row:
    """The columns of a place, all null where there is none."""
    return {
        "text": place.text if place else None,
        **_span("span", place.span if place else None),
        "head": place.head if place else None,
        "name": place.name if place else None,
        "geonames": place.geonames if place else None,
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
        "country": place.country if place else None,
        "region": place.region if place else None,
        "precision": place.precision if place else None,
        "metonym": place.metonym if place else None,
        "why": place.why if place else None,
    }


def _statement(statement: Statement, position: int, report_id: str, text: str) -> Row:
    return {
        "report_id": report_id,
        "position": position,
        "source": statement.source.of(text) if statement.source else None,
        **_span("source_span", statement.source),
        "source_head": statement.source_head,
        "cue": statement.cue.of(text),
        **_span("cue_span", statement.cue),
        "cue_head": statement.cue_head,
        "content": statement.content.of(text),
        **_span("content_span", statement.content),
        "kind": statement.kind.value,
        "stance": statement.stance.value,
        "parent": statement.parent,
    }


def _add_cast(rows: Rows, cast: Cast, report_id: str, text: str) -> None:
    for number, mention in enumerate(cast.actors):
        rows["actors"] += _mention(mention, number, report_id, text)
    rows["places"] = [
        {"report_id": report_id, "position": position, **_place(place)}
        for position, place in enumerate(cast.places)
    ]
    rows["dates"] = [
        _date(expression, position, report_id) for position, expression in enumerate(cast.times)
    ]


def _mention(mention: ActorMention, number: int, report_id: str, text: str) -> list[Row]:
    words: Row = {
        "report_id": report_id,
        "mention": number,
        "text": mention.span.of(text),
        **_span("span", mention.span),
        "head": mention.head,
    }
    if not mention.actors:
        unknown = dict.fromkeys(("position", "code", "sector", "name", "why"))
        return [{**words, **unknown}]
    return [
        {
            **words,
            "position": position,
            "code": actor.code,
            "sector": actor.sector,
            "name": actor.name,
            "why": actor.why,
        }
        for position, actor in enumerate(mention.actors)
    ]


def _date(expression: TimeExpression, position: int, report_id: str) -> Row:
    return {
        "report_id": report_id,
        "position": position,
        "text": expression.text,
        **_span("span", expression.span),
        "head": expression.head,
        "value": expression.value,
        "first_day": expression.start,
        "last_day": expression.end,
        "why": expression.why,
    }


def _reject(rejection: Rejection) -> Row:
    row: Row = {
        "report": rejection.report,
        "kind": rejection.kind.value,
        "reason": rejection.reason,
        "advice": rejection.advice,
    }
    return {"reject_id": hash_of(row), **row}


def _span(name: str, span: Span | None) -> Row:
    return {
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
    }
