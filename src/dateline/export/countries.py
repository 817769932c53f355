"""Names and numbers of countries in other tables (``countries.toml``)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from dateline.records import Record


class Country(Record):
    """``fips`` is the code of FIPS 10-4, ``number`` that of ISO 3166-1; empty and 0 for none."""

    name: str
    fips: str
    number: int


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """All countries by ISO 3166-1 alpha-3, Kosovo as XKX."""
    text = files(__package__).joinpath("countries.toml").read_text(encoding="utf-8")
    return {code: Country(**fields) for code, fields in tomllib.loads(text)["countries"].items()}


def name_of(code: str) -> str:
    """The country's English name; a code that is no country's stays as it is."""
    known = countries().get(code)
    return known.name if known else code
