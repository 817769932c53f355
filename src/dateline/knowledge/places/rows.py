"""What the builder of the gazetteer collects before it is written."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.places.entry import Kind
from dateline.records import Record


class Row(Record):
    """A place on its way into the gazetteer file; fields as in :class:`entry.Entry`.

    ``names`` are further forms under which it is found; ``code`` is that of a first-level region
    ("US.TX") or the ISO 3166 alpha-3 of a country.
    """

    id: int
    label: str
    kind: Kind
    latitude: float
    longitude: float
    names: tuple[str, ...] = ()
    population: int = 0
    country: str = ""
    region: int = 0
    district: int = 0
    extent: int = 0
    code: str = ""


class Source(Record):
    """Where a gazetteer's rows come from: how to call it, and the capitals by alpha-2 code."""

    about: str
    rows: Iterable[Row]
    capitals: dict[str, int]
