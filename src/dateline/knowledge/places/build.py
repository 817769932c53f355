"""Writing the gazetteer file: ``python -m dateline.knowledge.places.build [OUT] [--dump FILE]``.

Without a dump the rows come from :mod:`packages`, with one from a GeoNames table file
(``allCountries.zip``, ``cities500.zip``, the table of one country; :mod:`dump`). Dateline's
own names, points and areas are laid over any gazetteer when it is opened (:mod:`overlay`). The
gazetteer that ships with Dateline is ``gazetteer.sqlite`` in this folder.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.knowledge.places import SHIPPED, dump, own_data, packages
from dateline.knowledge.places.entry import Kind
from dateline.knowledge.places.fold import fold, without_article
from dateline.knowledge.places.gazetteer import DEGREE, SCHEMA_VERSION, Gazetteer
from dateline.knowledge.places.rows import Row

_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE country (alpha2 TEXT PRIMARY KEY, alpha3 TEXT NOT NULL, place INTEGER NOT NULL,
    capital INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE region (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, label TEXT NOT NULL, kind INTEGER NOT NULL,
    latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, population INTEGER NOT NULL,
    country TEXT NOT NULL, region INTEGER NOT NULL, district INTEGER NOT NULL,
    extent INTEGER NOT NULL
);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


def build(out: Path, dump_file: Path | None = None) -> int:
    """Writes a gazetteer and returns the number of places in it.

    The file appears under its name only when it is complete. Raises ``KnowledgeError`` where
    the dump is not a GeoNames table.
    """
    part = out.with_name(out.name + ".part")
    part.unlink(missing_ok=True)
    source = dump.source(dump_file, Gazetteer(SHIPPED)) if dump_file else packages.source()
    database = sqlite3.connect(part)
    try:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_SCHEMA)
        _write(database, source.rows)
        database.executemany(
            "UPDATE country SET capital = ? WHERE alpha2 = ?",
            [(capital, country) for country, capital in source.capitals.items()],
        )
        database.executemany(
            "INSERT INTO about VALUES (?, ?)",
            [("schema", str(SCHEMA_VERSION)), ("source", source.about), ("licence", "CC BY 4.0")],
        )
        database.commit()
        count: int = database.execute("SELECT count(*) FROM place").fetchone()[0]
        database.execute("VACUUM")
    finally:
        database.close()
    part.replace(out)
    return count


def _write(database: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """One pass over the rows, so that a dump of millions need not fit into memory."""
    for row in rows:
        if row.kind is Kind.COUNTRY:
            country = (row.country, row.code, row.id)
            database.execute("INSERT INTO country VALUES (?, ?, ?, 0)", country)
        elif row.code:
            database.execute("INSERT OR REPLACE INTO region VALUES (?, ?)", (row.code, row.id))
        database.execute(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row.id,
                row.label,
                int(row.kind),
                round(row.latitude * DEGREE),
                round(row.longitude * DEGREE),
                row.population,
                row.country,
                row.region,
                row.district,
                row.extent,
            ),
        )
        database.executemany(
            "INSERT OR IGNORE INTO name VALUES (?, ?)",
            [(key, row.id) for key in sorted(set(_keys(row)))],
        )


def _keys(row: Row) -> Iterator[str]:
    for name in (row.label, *row.names):
        key = fold(name)
        if not key:
            continue
        yield key
        yield without_article(key)
        if row.kind is Kind.REGION:
            yield _without_type(key)


def _without_type(key: str) -> str:
    """The key of a region without "province", "oblast" and the like at either end."""
    droppable = own_data.feature_words().droppable
    words = key.split()
    while len(words) > 1 and words[-1] in droppable:
        words.pop()
    while len(words) > 1 and words[0] in droppable:
        words.pop(0)
    return " ".join(words)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a gazetteer file.")
    parser.add_argument("out", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--dump", type=Path, help="a GeoNames table, .txt or .zip")
    arguments = parser.parse_args()
    count = build(arguments.out, arguments.dump)
    print(f"{arguments.out}: {count} places, {arguments.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
