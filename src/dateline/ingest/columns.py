"""Which field of a record is the text, which the title, the date, the publisher, the address."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from types import NoneType
from typing import Any

from dateline.errors import InputError
from dateline.ingest.contents import Contents
from dateline.ingest.rejection import RejectionKind
from dateline.records import Record

JSON_TYPES: dict[type, str] = {
    bool: "true or false",
    dict: "object",
    float: "number",
    int: "number",
    list: "list",
    str: "string",
    NoneType: "null",
}

SEPARATORS = re.compile(r"[\s.\-]+")


class Columns(Record):
    """Names of columns or JSON fields, as a user gives them; an empty one is guessed."""

    text: str = ""
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""


FIELDS = ("text", "title", "published", "publisher", "url")


def parse_columns(given: Iterable[str]) -> Columns:
    """The columns in ``["text=body", "published=day"]``. Raises ``ValueError`` for others."""
    named: dict[str, str] = {}
    for pair in given:
        field, equals, name = pair.partition("=")
        if not equals or field.strip() not in FIELDS or not name.strip():
            raise ValueError(
                f"“{pair}” names no column. Write FIELD=NAME, FIELD being one of "
                f"{', '.join(FIELDS)}."
            )
        named[field.strip()] = name.strip()
    return Columns(**named)


@lru_cache(maxsize=256)
def choose_columns(names: tuple[str, ...], columns: Columns) -> Columns:
    """For each field the name in ``names`` that holds it, or nothing.

    A name that the user gave counts as it stands; without one the first that
    ``data/columns.toml`` knows. Raises :class:`InputError` where a given name is not there.
    """
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(SEPARATORS.sub("_", name.strip().casefold()), name)
    chosen: dict[str, str] = {}
    for field in FIELDS:
        given: str = getattr(columns, field)
        if given and given not in names:
            raise InputError(
                RejectionKind.NO_TEXT if field == "text" else RejectionKind.MALFORMED,
                f"has no column “{given}”; it has {_listed(names)}.",
                f"Name the right one with --column {field}=NAME.",
            )
        known = (folded[name] for name in _known_names()[field] if name in folded)
        chosen[field] = given or next(known, "")
    return Columns(**chosen)


def contents_of(record: Mapping[str, Any], columns: Columns) -> Contents:
    """What one record of a JSON or Parquet file says.

    ``"published": null`` says that the date is not known. Raises :class:`InputError` where
    there is no text, or where a field is no string and cannot be taken for one.
    """
    chosen = choose_columns(tuple(record), columns)
    text = record.get(chosen.text) if chosen.text else None
    if not isinstance(text, str):
        name = chosen.text or columns.text or "text"
        what = "no field" if text is None else f"a {_type_name(text)} as"
        raise InputError(
            RejectionKind.NO_TEXT,
            f"has {what} “{name}”.",
            "Put the words of the report there, or name their field with --column text=NAME.",
        )
    return Contents(
        text=text,
        undated=chosen.published == "published" and record["published"] is None,
        title=_field(record, chosen.title, "title", columns),
        published=_field(record, chosen.published, "published", columns),
        publisher=_field(record, chosen.publisher, "publisher", columns),
        url=_field(record, chosen.url, "url", columns),
    )


def _field(record: Mapping[str, Any], name: str, field: str, columns: Columns) -> str:
    """The field as a string; one that was only guessed and holds something else is left alone."""
    value = record.get(name) if name else None
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    written = _written_date(value) if field == "published" else _name_within(value)
    if written is not None:
        return written
    if name == field or name == getattr(columns, field):
        raise InputError(
            RejectionKind.MALFORMED,
            f"has a {_type_name(value)} as “{name}”.",
            "Write it as a string, or leave the field out.",
        )
    return ""


def _written_date(value: object) -> str | None:
    """Dates as Parquet (dates), older tables (20201002) and MongoDB ({"$date": …}) keep them."""
    if isinstance(value, dict) and len(value) == 1:
        value = value.get("$date")
    if isinstance(value, str):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return str(value)
    return None


def _name_within(value: object) -> str | None:
    """``{"id": …, "name": "The Courier"}``, as news interfaces write a source."""
    inner = value.get("name") if isinstance(value, dict) else None
    return inner if isinstance(inner, str) else None


def _type_name(value: object) -> str:
    return JSON_TYPES.get(type(value), type(value).__name__)


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(name[:40] for name in names[:8]) or "none"
    return shown + (", …" if len(names) > 8 else "")


@cache
def _known_names() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(
        files("dateline.ingest").joinpath("data/columns.toml").read_text(encoding="utf-8")
    )["columns"]
    return {field: tuple(table[field]) for field in FIELDS}
