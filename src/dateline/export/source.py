"""Where events for an export come from: an archive, or codings that are in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from dateline.errors import OutputError
from dateline.records import UNKNOWN, Coding, Event, Party, Record, Report
from dateline.store import Archive
from dateline.store.identifiers import event_ids

Source = Archive | Path | str | Coding | Iterable[Coding]


class CodedReport(Record):
    """A coding and the identifiers of its events, the same that an archive gives them."""

    coding: Coding
    event_ids: tuple[str, ...]


class ExportedEvent(Record):
    """One event with its identifier and its report."""

    id: str
    event: Event
    report: Report


class Pair(Record):
    """One actor and one recipient of an event; ``None`` where nobody is told."""

    actor: Party | None
    recipient: Party | None


def coded_reports(source: Source, where: str = "") -> Iterator[CodedReport]:
    """All reports of an archive, of the archive at a path, of one coding or of several.

    Codings are drawn bit by bit and not kept. ``where`` is a condition in SQL on the archive's
    view ``events``; then only the events that meet it come, and only their reports. Raises
    ``StoreError`` where there is no archive or the condition is none, and ``OutputError`` for
    a condition on codings in memory.
    """
    if isinstance(source, (str, Path)):
        with Archive.open(source, read_only=True) as archive:
            yield from _of_archive(archive, where)
    elif isinstance(source, Archive):
        yield from _of_archive(source, where)
    elif where:
        raise OutputError("only the events of an archive can be chosen by a condition.")
    else:
        yield from _of_codings((source,) if isinstance(source, Coding) else source)


def exported_events(source: Source, where: str = "") -> Iterator[ExportedEvent]:
    """All events of a source, report by report; ``where`` as in :func:`coded_reports`."""
    for report in coded_reports(source, where):
        for event_id, event in zip(report.event_ids, report.coding.events, strict=True):
            yield ExportedEvent(id=event_id, event=event, report=report.coding.report)


def pairs(event: Event) -> tuple[Pair, ...]:
    """Each actor with each recipient, by the rule of codebook section 7: a code is paired with
    itself only in an act on one's own or where both are unknown; of parties with one code the
    last one stands. There is always at least one pair."""
    actors: tuple[Party | None, ...] = event.actors or (None,)
    recipients: tuple[Party | None, ...] = event.recipients or (None,)
    own = len({party.code for party in (*event.actors, *event.recipients)}) == 1
    found = {
        (actor and actor.code, recipient and recipient.code): Pair(actor=actor, recipient=recipient)
        for actor in actors
        for recipient in recipients
        if own
        or not actor
        or not recipient
        or actor.code != recipient.code
        or actor.code == UNKNOWN
    }
    return tuple(found.values())


def _of_archive(archive: Archive, where: str) -> Iterator[CodedReport]:
    chosen = "from event_records"
    if where:
        # The line end closes a comment that the condition may end in.
        chosen += f" where event_id in (select event_id from events where ({where}\n))"
    _, rows = archive.stream(
        f"select report_id, position, event_id {chosen} order by report_id, position"
    )
    reports: Iterator[str] | None = None
    if where:
        _, names = archive.stream(f"select distinct report_id {chosen} order by report_id")
        reports = (report_id for (report_id,) in names)
    events = groupby(rows, key=lambda row: row[0])
    report_id, told = next(events, (None, iter(())))
    for coding in archive.codings(reports):
        of_report = []
        if coding.report.id == report_id:
            of_report = list(told)
            report_id, told = next(events, (None, iter(())))
        chosen_events = tuple(coding.events[position] for _, position, _ in of_report)
        yield CodedReport(
            coding=msgspec.structs.replace(coding, events=chosen_events),
            event_ids=tuple(event_id for _, _, event_id in of_report),
        )


def _of_codings(codings: Iterable[Coding]) -> Iterator[CodedReport]:
    for coding in codings:
        yield CodedReport(coding=coding, event_ids=event_ids(coding))
