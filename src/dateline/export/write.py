"""One call for every form: events of a source into a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from dateline.export import acled, gdelt, icews
from dateline.export.columnar import write_parquet
from dateline.export.files import write_bare, write_delimited
from dateline.export.flat import flat_events
from dateline.export.layout import Losses
from dateline.export.plain import write_csv, write_geojson, write_json_lines
from dateline.export.source import Source, coded_reports, exported_events
from dateline.export.workbook import write_workbook
from dateline.records import Record


class ExportFormat(StrEnum):
    """The forms that events can be written in."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"
    GEOJSON = "geojson"
    XLSX = "xlsx"
    GDELT = "gdelt"
    ICEWS = "icews"
    POLECAT = "polecat"
    ACLED = "acled"


class Written(Record):
    """How many rows (reports' events for JSON lines) were written, and how many events were
    left out for which reason, because the layout has no place for them."""

    rows: int
    left_out: dict[str, int]


def write(source: Source, form: ExportFormat, path: Path, where: str = "") -> Written:
    """Write the events of a source to ``path``, whole or not at all.

    ``source`` is an archive or the path of one, a coding, or any number of codings; of an
    archive ``where`` chooses events by a condition in SQL on the view ``events``. Raises
    ``OutputError`` where the file cannot be written or a library is not installed, and
    ``StoreError`` where there is no archive.
    """
    losses: Losses = Losses()
    events = exported_events(source, where)
    match form:
        case ExportFormat.CSV:
            rows = write_csv(path, flat_events(source, where))
        case ExportFormat.PARQUET:
            rows = write_parquet(path, flat_events(source, where))
        case ExportFormat.JSONL:
            rows = write_json_lines(path, coded_reports(source, where))
        case ExportFormat.GEOJSON:
            rows = write_geojson(path, flat_events(source, where))
        case ExportFormat.XLSX:
            rows = write_workbook(path, flat_events(source, where))
        case ExportFormat.GDELT:
            rows = write_bare(path, gdelt.rows(events, losses), None)
        case ExportFormat.ICEWS:
            rows = write_bare(path, icews.icews_rows(events, losses), icews.ICEWS_COLUMNS)
        case ExportFormat.POLECAT:
            rows = write_bare(path, icews.polecat_rows(events, losses), icews.POLECAT_COLUMNS)
        case ExportFormat.ACLED:
            rows = write_delimited(path, acled.rows(events, losses), acled.COLUMNS)
    return Written(rows=rows, left_out={reason.value: count for reason, count in losses.items()})
