"""The places that Dateline describes itself: countries, first-level regions, areas.

Also the words and weights of their resolution. Reads ``countries.toml``, ``first_level.toml``,
``areas.toml``, ``features.toml``, ``roles.toml`` and ``weights.toml`` beside this module; each
file says what it holds.
"""

from __future__ import annotations

import tomllib
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from dateline.errors import KnowledgeError
from dateline.knowledge.places.entry import Entry, Kind
from dateline.records import Record

FOLDER = Path(__file__).parent


class Described(Record):
    """What a data file says of a country or region: a point in degrees and more names."""

    names: tuple[str, ...]
    point: tuple[float, float]


class FeatureWords(Record):
    """Words that tell the sort of place: kinds by word, those of places that are no metropolis, and
    words that a look-up may leave out."""

    kinds: dict[str, frozenset[Kind]]
    small: frozenset[str]
    droppable: frozenset[str]
    prefixes: tuple[str, ...]


@cache
def feature_words() -> FeatureWords:
    """``features.toml``."""
    data = _read("features.toml")
    return FeatureWords(
        kinds={
            word: frozenset(Kind[kind.upper()] for kind in kinds)
            for word, kinds in data["words"].items()
        },
        small=frozenset(data["small"]["words"]),
        droppable=frozenset(data["part"]["words"]),
        # The longest first, so that "north eastern" is tried before "north".
        prefixes=tuple(sorted(data["part"]["before"], key=len, reverse=True)),
    )


class RoleWords(Record):
    """``roles.toml``: words that tell locations from names that stand for a government."""

    locative: frozenset[str]
    actor: frozenset[str]
    addressing: frozenset[str]
    directions: frozenset[str]
    kept: frozenset[str]
    inner: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    organisations: frozenset[str]
    other_before: frozenset[str]
    bodies: frozenset[str]
    moving: frozenset[str]
    scenes: frozenset[str]
    facilities: frozenset[str]
    grounds: frozenset[str]


@cache
def role_words() -> RoleWords:
    """``roles.toml``."""
    return RoleWords(**{key: frozenset(words) for key, words in _read("roles.toml").items()})


@cache
def weights(table: str) -> dict[str, float]:
    """One table of ``weights.toml``: ``choice`` or ``recognition``."""
    return {name: float(value) for name, value in _read("weights.toml")[table].items()}


def countries() -> dict[str, Described]:
    """``countries.toml`` by alpha-2 code."""
    return {code: _described(entry) for code, entry in _read("countries.toml")["countries"].items()}


def first_level() -> dict[str, Described]:
    """``first_level.toml`` by code as in GeoNames ("US.TX")."""
    return {
        f"{country}.{code}": _described(entry)
        for country, regions in _read("first_level.toml").items()
        for code, entry in regions.items()
    }


def areas() -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    """``areas.toml``: entries and their other names.

    Identifiers are negative and follow from sort and name. Raises ``KnowledgeError`` where two
    areas of a sort have the same name.
    """
    found = tuple(
        _area(sort, entry)
        for sort, blocks in _read("areas.toml").items()
        for block in blocks
        for entry in block["places"]
    )
    if len({area.id for area, _ in found}) != len(found):
        raise KnowledgeError("areas.toml: two areas of one sort have the same name")
    return found


_KINDS = {"continent": Kind.CONTINENT, "town": Kind.CITY}


def _area(sort: str, entry: dict[str, Any]) -> tuple[Entry, tuple[str, ...]]:
    latitude, longitude = entry["point"]
    area = Entry(
        id=-zlib.crc32(f"{sort}/{entry['name']}".encode()),
        name=entry["name"],
        kind=_KINDS.get(sort, Kind.AREA),
        latitude=latitude,
        longitude=longitude,
        population=entry.get("population", 0),
        country=entry.get("country", ""),
        extent=entry.get("extent", 1),
    )
    return area, tuple(entry.get("names", ()))


def _described(entry: dict[str, Any]) -> Described:
    latitude, longitude = entry["point"]
    return Described(names=tuple(entry["names"]), point=(latitude, longitude))


def _read(name: str) -> dict[str, Any]:
    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)
