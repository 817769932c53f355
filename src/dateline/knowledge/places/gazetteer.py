"""Finding places by name in the gazetteer file.

The gazetteer is one SQLite file that is read where it lies: opening it takes milliseconds, and
only the pages that a look-up touches come into memory. :mod:`dateline.knowledge.places.build`
writes it, and says where its content comes from.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge.places.entry import Entry, Kind
from dateline.knowledge.places.fold import fold
from dateline.knowledge.places.overlay import overlay

SCHEMA_VERSION = 1
# Coordinates are kept as whole ten-thousandths of a degree, about eleven metres.
DEGREE = 10_000

_PLACE_COLUMNS = (
    "id, label, kind, latitude, longitude, population, country, region, district, extent"
)


class Gazetteer:
    """Look-ups by folded name and by identifier in one gazetteer file (read only).

    Dateline's own places and names (:mod:`overlay`) are laid over what the file holds.
    Raises :class:`KnowledgeError` if the file is missing or of another schema.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise KnowledgeError(f"no gazetteer at {path}")
        self.path = path
        self._database = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            self.about = dict(self._database.execute("SELECT key, value FROM about"))
        except sqlite3.DatabaseError as error:
            raise KnowledgeError(f"{path} is not a gazetteer: {error}") from error
        if self.about.get("schema") != str(SCHEMA_VERSION):
            raise KnowledgeError(
                f"{path} has gazetteer schema {self.about.get('schema')}, needed is "
                f"{SCHEMA_VERSION}: build it again with `dateline places build`"
            )
        rows = self._database.execute(
            "SELECT alpha2, alpha3, place, capital FROM country"
        ).fetchall()
        self._alpha3 = {alpha2: alpha3 for alpha2, alpha3, _, _ in rows}
        self.capital_of = {alpha2: capital for alpha2, _, _, capital in rows if capital}
        self.capitals = frozenset(self.capital_of.values())
        self._own = overlay(
            countries={alpha2: place for alpha2, _, place, _ in rows},
            regions=dict(self._database.execute("SELECT code, place FROM region")),
            get=self._stored,
            find=self._stored_under,
        )
        self.lookup_key = lru_cache(maxsize=65_536)(self._lookup_key)
        self.get = lru_cache(maxsize=65_536)(self._get)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places that bear the name, most populous first."""
        return self.lookup_key(fold(name))

    def alpha3(self, alpha2: str) -> str:
        """ISO 3166 alpha-3 of an alpha-2 code, "" if there is none."""
        code: str = self._alpha3.get(alpha2, "")
        return code

    def country_of(self, entry: Entry) -> str:
        """ISO 3166 alpha-3 of the country in which a place lies, "" for seas and continents."""
        return self.alpha3(entry.country)

    def countries(self) -> Iterator[tuple[Entry, str]]:
        """All countries with their ISO 3166 alpha-3 codes."""
        rows = self._database.execute("SELECT place, alpha3 FROM country ORDER BY alpha2")
        for place, alpha3 in rows.fetchall():
            entry = self.get(place)
            if entry is not None:
                yield entry, alpha3

    def region_of(self, entry: Entry) -> str:
        """Name of the first-level region in which a place lies, "" if unknown."""
        region = self.get(entry.region) if entry.region else None
        return region.name if region else ""

    def begins_with(self, name: str, limit: int = 20) -> tuple[Entry, ...]:
        """Places with a name that begins so, most populous first: for searching by hand."""
        key = fold(name)
        rows = self._database.execute(
            f"SELECT DISTINCT {_PLACE_COLUMNS} FROM name JOIN place ON place.id = name.place "
            "WHERE name.key >= ? AND name.key < ? ORDER BY population DESC LIMIT ?",
            (key, key + "\U0010ffff", limit),
        )
        return tuple(self._own.entries.get(row[0]) or _entry(row) for row in rows)

    def _stored_under(self, key: str) -> tuple[Entry, ...]:
        rows = self._database.execute(
            f"SELECT {_PLACE_COLUMNS} FROM name JOIN place ON place.id = name.place "
            "WHERE name.key = ?",
            (key,),
        )
        return tuple(_entry(row) for row in rows)

    def _lookup_key(self, key: str) -> tuple[Entry, ...]:
        stored = self._stored_under(key)
        entries = {entry.id: self._own.entries.get(entry.id, entry) for entry in stored}
        for identifier in self._own.keys.get(key, ()):
            entries.setdefault(identifier, self._own.entries[identifier])
        return tuple(sorted(entries.values(), key=lambda entry: -entry.population))

    def _get(self, identifier: int) -> Entry | None:
        return self._own.entries.get(identifier) or self._stored(identifier)

    def _stored(self, identifier: int) -> Entry | None:
        row = self._database.execute(
            f"SELECT {_PLACE_COLUMNS} FROM place WHERE id = ?", (identifier,)
        ).fetchone()
        return _entry(row) if row else None


def _entry(row: tuple[int, str, int, int, int, int, str, int, int, int]) -> Entry:
    return Entry(
        id=row[0],
        name=row[1],
        kind=Kind(row[2]),
        latitude=row[3] / DEGREE,
        longitude=row[4] / DEGREE,
        population=row[5],
        country=row[6],
        region=row[7],
        district=row[8],
        extent=row[9],
    )
