"""CSV, JSON lines and GeoJSON, written row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from dateline.export.codebook_json import Document, coding_document, to_json
from dateline.export.files import delimited, whole, write_delimited
from dateline.export.flat import COLUMNS, FlatEvent, cells
from dateline.export.source import CodedReport

CSV_HEADER = ",".join(COLUMNS) + "\n"


def write_csv(path: Path, events: Iterable[FlatEvent]) -> int:
    """One event a row, below a header; how many there were."""
    return write_delimited(path, map(cells, events), COLUMNS)


def csv_lines(events: Iterable[FlatEvent]) -> Iterator[str]:
    """What :func:`write_csv` writes below the header, line by line, for other outputs."""
    return delimited(map(cells, events))


def write_json_lines(path: Path, reports: Iterable[CodedReport]) -> int:
    """One report a line with all its events, in the form of ``docs/json.md``; how many events.

    ``name`` is the report's identifier; beside that form stand ``publisher``, ``url`` and
    each event's ``event_id``.
    """
    count = 0
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        for report in reports:
            file.write(to_json(_document(report), indented=False) + "\n")
            count += len(report.event_ids)
    return count


def _document(coded: CodedReport) -> Document:
    report = coded.coding.report
    document = coding_document(coded.coding, report.id)
    named = zip(coded.event_ids, document["events"], strict=True)
    return {
        **document,
        "publisher": report.publisher,
        "url": report.url,
        "events": [{"event_id": event_id, **event} for event_id, event in named],
    }


def write_geojson(path: Path, events: Iterable[FlatEvent]) -> int:
    """A FeatureCollection (RFC 7946), one feature an event; how many there were.

    An event whose place has no coordinates is a feature without geometry.
    """
    count = 0
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for event in events:
            file.write(",\n" if count else "\n")
            file.write(msgspec.json.encode(_feature(event)).decode("utf-8"))
            count += 1
        file.write("\n]}\n")
    return count


def _feature(event: FlatEvent) -> dict[str, Any]:
    properties = msgspec.to_builtins(event)
    place = None
    if event.lat is not None and event.lon is not None:
        place = {"type": "Point", "coordinates": [event.lon, event.lat]}
    return {
        "type": "Feature",
        "id": event.event_id,
        "geometry": place,
        "properties": {name: properties[name] for name in COLUMNS if name not in ("lat", "lon")},
    }
