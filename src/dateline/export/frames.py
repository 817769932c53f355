"""Events as data frames::

    from dateline.export.frames import to_pandas, to_polars

    events = to_pandas("news.duckdb")                    # an archive
    events = to_pandas("news.duckdb", where="type = 'ASSAULT' and said_to_be_so")
    events = to_polars(dateline.code(text))              # one coding
    events = to_pandas(coder.code_reports(reports))      # many

One row an event, with the columns of ``docs/export.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import OutputError
from dateline.export import columnar
from dateline.export.flat import flat_events
from dateline.export.source import Source
from dateline.libraries import library

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["to_arrow", "to_pandas", "to_polars"]


def to_arrow(source: Source, where: str = "") -> pa.Table:
    """The events as an Arrow table; ``where`` is a condition in SQL on the view ``events``."""
    return columnar.to_arrow(flat_events(source, where))


def to_pandas(source: Source, where: str = "") -> pd.DataFrame:
    """The events as a pandas frame: days are ``datetime64``, counts are ``Int64`` with ``NA``.

    ``source`` is an archive or the path of one, a coding, or any number of codings; of an
    archive ``where`` chooses events by a condition in SQL on the view ``events``. Raises
    ``OutputError`` where pandas is not installed and ``StoreError`` where there is no archive.
    """
    pandas = library("pandas", "", "a data frame", OutputError)
    pa = columnar.arrow()
    kinds = {pa.int64(): pandas.Int64Dtype(), pa.string(): pandas.StringDtype()}
    table = to_arrow(source, where)
    frame: pd.DataFrame = table.to_pandas(types_mapper=kinds.get, date_as_object=False)
    return frame


def to_polars(source: Source, where: str = "") -> pl.DataFrame:
    """The events as a polars frame; like :func:`to_pandas` otherwise."""
    polars = library("polars", "", "a data frame", OutputError)
    frame: pl.DataFrame = polars.from_arrow(to_arrow(source, where))
    return frame
