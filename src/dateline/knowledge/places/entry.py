"""A place of the gazetteer."""

from __future__ import annotations

from enum import IntEnum

from dateline.records import Record


class Kind(IntEnum):
    """What sort of place an entry is; the number is what the gazetteer file stores."""

    COUNTRY = 1
    REGION = 2
    DISTRICT = 3
    CITY = 4
    AREA = 5
    CONTINENT = 6


class Entry(Record):
    """A place of the gazetteer.

    ``id`` is the GeoNames identifier, or negative for the places that Dateline adds itself.
    ``country`` is ISO 3166 alpha-2, "" for seas and continents; ``region`` and ``district`` are
    identifiers of the first- and second-level region, 0 if none. ``extent`` is the radius in
    kilometres of a circle that holds most of the place; coordinates are degrees (WGS 84).
    """

    id: int
    name: str
    kind: Kind
    latitude: float
    longitude: float
    population: int = 0
    country: str = ""
    region: int = 0
    district: int = 0
    extent: int = 1
