"""Actors as CAMEO writes them (``cameo_actors.toml``)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dateline.export.countries import countries
from dateline.records import UNKNOWN, Party, Record


class CameoActor(Record):
    """The parts of a CAMEO actor code; empty where there is none. ``code`` is all of it."""

    country: str = ""
    group: str = ""
    role: str = ""

    @property
    def code(self) -> str:
        """ "AZEMIL", "IGOUNO", "LBNREB"."""
        if self.role in ("IGO", "NGO", "IMG"):
            return self.role + (self.group or self.country)
        return (self.country or self.group) + self.role


def cameo_actor(party: Party | None) -> CameoActor:
    """The CAMEO actor for an actor or recipient; all empty for nobody."""
    if party is None:
        return CameoActor()
    table = _table()
    role = table["roles"].get(party.sector, "")
    if party.code in table["bodies"]:
        generic, group = table["bodies"][party.code]
        return CameoActor(group=group, role=generic)
    if party.code in table["movements"]:
        return CameoActor(country=table["movements"][party.code], group=party.code, role=role)
    if party.code in countries():
        return CameoActor(country=table["countries"].get(party.code, party.code), role=role)
    return CameoActor(group="" if party.code == UNKNOWN else party.code, role=role)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("cameo_actors.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
