"""Events as Arrow tables: for Parquet and for data frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from dateline.errors import OutputError
from dateline.export.files import whole
from dateline.export.flat import COLUMNS, FlatEvent, cells
from dateline.libraries import library

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_A_TIME = 5000


def schema() -> pa.Schema:
    """The columns of :class:`FlatEvent` with their Arrow types; optional fields may be null."""
    pa = arrow()
    types = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        date: pa.date32(),
    }
    fields = []
    for name, hint in get_type_hints(FlatEvent).items():
        if name in COLUMNS:
            options = get_args(hint) or (hint,)
            (kind,) = (option for option in options if option is not NoneType)
            fields.append(pa.field(name, types[kind], nullable=NoneType in options))
    return pa.schema(fields)


def batches(events: Iterable[FlatEvent]) -> Iterator[pa.RecordBatch]:
    """Events as record batches of the same schema, a few thousand rows each."""
    pa = arrow()
    columns = schema()
    drawn = map(cells, events)
    while rows := list(islice(drawn, ROWS_AT_A_TIME)):
        arrays = [
            pa.array(values, field.type)
            for values, field in zip(zip(*rows, strict=True), columns, strict=True)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=columns)


def to_arrow(events: Iterable[FlatEvent]) -> pa.Table:
    """All events as one table; with all columns also where there are none."""
    return arrow().Table.from_batches(batches(events), schema=schema())


def write_parquet(path: Path, events: Iterable[FlatEvent]) -> int:
    """One event a row, typed columns, compressed; how many there were."""
    arrow()
    from pyarrow import parquet

    count = 0
    with (
        whole(path) as temporary,
        parquet.ParquetWriter(temporary, schema(), compression="zstd") as writer,
    ):
        for batch in batches(events):
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def arrow() -> Any:
    """The library; raises ``OutputError`` where it is not installed."""
    return library("pyarrow", "archive", "a Parquet file or a data frame", OutputError)
