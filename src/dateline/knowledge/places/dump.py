"""The gazetteer's rows from a GeoNames table file, as on its download page.

The table has nineteen columns, tab-separated, UTF-8 (see the file's own read-me):
``allCountries``, ``cities500`` … ``cities15000``, or a country's. Populated places, first-
and second-level regions, waters, land forms and sites that news names are taken; streets,
shops and single buildings are not. Countries are those of the gazetteer that
ships with Dateline.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TextIO

from dateline.errors import KnowledgeError
from dateline.knowledge.places import packages
from dateline.knowledge.places.entry import Entry, Kind
from dateline.knowledge.places.gazetteer import Gazetteer
from dateline.knowledge.places.rows import Row, Source

_COLUMNS = 19
_SITES = frozenset({"AIRB", "AIRP", "AIRF", "CMP", "CMPRF", "DAM", "FRT", "INSM", "MNMT", "PSN"})
_REGIONS = {"ADM1": Kind.REGION, "ADM2": Kind.DISTRICT}
_EXTENT = {Kind.REGION: 120, Kind.DISTRICT: 30, Kind.AREA: 15}


def source(path: Path, known: Gazetteer) -> Source:
    """Countries, then every place of the table that news may name, in the table's order.

    ``known`` is a gazetteer from which countries and capitals are taken over. Raises
    ``KnowledgeError`` where the file is missing, or while the rows are read, for a line that
    is not of a GeoNames table.
    """
    if not path.is_file():
        raise KnowledgeError(f"no file {path}")
    return Source(
        about=f"GeoNames, {path.name}",
        rows=chain(map(_country, known.countries()), _rows(path)),
        capitals=dict(known.capital_of),
    )


def _country(entry: tuple[Entry, str]) -> Row:
    country, alpha3 = entry
    return Row(
        id=country.id,
        label=country.name,
        kind=Kind.COUNTRY,
        latitude=country.latitude,
        longitude=country.longitude,
        population=country.population,
        country=country.country,
        extent=country.extent,
        code=alpha3,
    )


def _rows(path: Path) -> Iterator[Row]:
    codes = _region_codes(path)
    for fields in _lines(path):
        row = _row(fields, codes)
        if row:
            yield row


def _row(fields: list[str], codes: dict[str, int]) -> Row | None:
    kind = _kind(fields[6], fields[7])
    if kind is None:
        return None
    population = int(fields[14] or 0)
    region = codes.get(f"{fields[8]}.{fields[10]}", 0)
    return Row(
        id=int(fields[0]),
        label=fields[1],
        kind=kind,
        latitude=float(fields[4]),
        longitude=float(fields[5]),
        names=(fields[2], *filter(packages.usable, fields[3].split(","))),
        population=population,
        country=fields[8],
        region=region,
        district=codes.get(f"{fields[8]}.{fields[10]}.{fields[11]}", 0),
        extent=packages.city_extent(population) if kind is Kind.CITY else _EXTENT[kind],
        code=f"{fields[8]}.{fields[10]}" if kind is Kind.REGION else "",
    )


def _kind(feature_class: str, feature_code: str) -> Kind | None:
    if feature_class == "P":
        return Kind.CITY
    if feature_class == "A":
        return _REGIONS.get(feature_code)
    if feature_class in ("H", "T", "L", "V") or feature_code in _SITES:
        return Kind.AREA
    return None


def _region_codes(path: Path) -> dict[str, int]:
    """Identifiers of the first- and second-level regions by code, from a first pass."""
    codes: dict[str, int] = {}
    for fields in _lines(path):
        if fields[7] == "ADM1":
            codes[f"{fields[8]}.{fields[10]}"] = int(fields[0])
        elif fields[7] == "ADM2":
            codes[f"{fields[8]}.{fields[10]}.{fields[11]}"] = int(fields[0])
    return codes


def _lines(path: Path) -> Iterator[list[str]]:
    with _open(path) as file:
        for number, line in enumerate(file, start=1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != _COLUMNS or not fields[0].isdigit():
                raise KnowledgeError(
                    f"{path.name}, line {number}: not a row of a GeoNames table "
                    f"({_COLUMNS} columns, the first a number)"
                )
            yield fields


@contextmanager
def _open(path: Path) -> Iterator[TextIO]:
    if path.suffix != ".zip":
        with path.open(encoding="utf-8") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        tables = [name for name in archive.namelist() if not name.lower().startswith("readme")]
        if len(tables) != 1:
            raise KnowledgeError(f"{path.name}: expected one table in the archive, found {tables}")
        with archive.open(tables[0]) as raw, io.TextIOWrapper(raw, encoding="utf-8") as file:
            yield file
