"""Reports in Parquet files (extra ``archive``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.errors import InputError
from dateline.ingest.columns import FIELDS, Columns, choose_columns, contents_of
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.extras import need
from dateline.ingest.limits import too_large
from dateline.ingest.options import Options
from dateline.ingest.rejection import RejectionKind, first_line
from dateline.ingest.unpack import damaged, seekable

# Rows read at once: few, since each may be as long as a report may be.
ROWS = 64


def read_parquet(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    """One report a row, named by its number from 1; only the columns that matter are read."""
    arrow = need("pyarrow", "archive", "a Parquet file")
    parquet = need("pyarrow.parquet", "archive", "a Parquet file")
    with seekable(stream, options.limits) as file:
        try:
            table = parquet.ParquetFile(file)
            names = tuple(table.schema_arrow.names)
            chosen = _chosen(names, options.columns)
            wanted = [name for field in FIELDS if (name := getattr(chosen, field))]
            number = 0
            for batch in table.iter_batches(batch_size=ROWS, columns=wanted, use_threads=False):
                for row in _rows(_microseconds(batch, arrow), arrow):
                    number += 1
                    yield Entry(part=str(number), outcome=_contents(row, chosen, options))
        except (arrow.ArrowException, OSError, UnicodeDecodeError) as error:
            raise damaged(first_line(error)) from error


def _chosen(names: tuple[str, ...], columns: Columns) -> Columns:
    chosen = choose_columns(names, columns)
    if not chosen.text:
        raise InputError(
            RejectionKind.NO_TEXT,
            f"has no column with the text; its columns are {', '.join(names)[:200]}.",
            "Name it with --column text=NAME.",
        )
    return chosen


def _microseconds(batch: Any, arrow: Any) -> Any:
    """The same with times that Python has without pandas: it knows no nanoseconds."""
    for index, field in enumerate(batch.schema):
        if arrow.types.is_timestamp(field.type) and field.type.unit == "ns":
            times = batch.column(index).cast(arrow.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(index, field.name, times)
    return batch


def _rows(batch: Any, arrow: Any) -> Iterator[dict[str, object] | InputError]:
    """The rows as Python has them; one that Python cannot have is refused, and the rest goes on."""
    unknown = (ValueError, LookupError, OverflowError, arrow.ArrowException)
    try:
        rows = batch.to_pylist()
    except unknown as error:
        if len(batch) == 1:
            yield _no_value(error)
            return
        for number in range(len(batch)):
            yield from _rows(batch.slice(number, 1), arrow)
    else:
        yield from rows


def _no_value(error: Exception) -> InputError:
    """Times before the first or after the last year, of zones that are none, and broken letters."""
    return InputError(
        RejectionKind.MALFORMED,
        f"holds a value that cannot be read ({first_line(error)}).",
        "Write texts in UTF-8 and dates as dates, or leave them out.",
    )


def _contents(
    row: dict[str, object] | InputError, chosen: Columns, options: Options
) -> Contents | InputError:
    if isinstance(row, InputError):
        return row
    text = row[chosen.text]
    if isinstance(text, str) and len(text) > options.settings.largest_report:
        return too_large(options.settings.largest_report)
    # An empty cell is how tables leave things out; it does not say that no date is known.
    filled = {name: value for name, value in row.items() if value is not None}
    given = {field: name for field in FIELDS if (name := getattr(options.columns, field)) in filled}
    try:
        return contents_of(filled, Columns(**given))
    except InputError as error:
        return error
