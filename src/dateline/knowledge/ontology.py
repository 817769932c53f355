"""The ontology: types and modes of act, and quad classes (CAMEO beside them: ``cameo.py``).

The data is ``ontology.toml``; codebook section 3 says what each type means.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.records import Record

DATA = Path(__file__).with_name("ontology.toml")


class Mode(Record):
    """A finer kind of act within a type; ``armed`` is ``None`` and ``recipient`` empty where it is
    as the type says."""

    name: str
    description: str
    armed: bool | None = None
    covert: bool = False
    recipient: str = ""


class ActType(Record):
    """One type of act. ``recipient`` is ``expected``, ``optional``, ``told`` or ``never``;
    ``unstated`` tells who acts where nobody is told: ``?``, ``state``, or nobody (empty)."""

    name: str
    description: str
    quad: str
    recipient: str
    modes: dict[str, Mode]
    speech: bool = False
    mutual: bool = False
    reciprocal: bool = False
    armed: bool = False
    unstated: str = ""


class Ontology(Record):
    """All types, by name; ``everybody`` has the words for the world at large, which receives no
    act, ``states`` those that stand for it where all of them are meant."""

    version: str
    everybody: frozenset[str]
    states: frozenset[str]
    types: dict[str, ActType]

    def is_armed(self, name: str, mode: str | None) -> bool:
        """Whether a country that does such an act does it by its armed forces."""
        type_ = self.types[name]
        finer = type_.modes.get(mode or "")
        return type_.armed if finer is None or finer.armed is None else finer.armed

    def is_covert(self, name: str, mode: str | None) -> bool:
        """Whether a leader who does such violence does it without the armed forces."""
        finer = self.types[name].modes.get(mode or "")
        return finer is not None and finer.covert

    def recipient(self, name: str, mode: str | None) -> str:
        """How such an act has a recipient: ``expected``, ``optional``, ``told`` or ``never``."""
        finer = self.types[name].modes.get(mode or "")
        return (finer and finer.recipient) or self.types[name].recipient

    def has_recipient(self, name: str, mode: str | None) -> bool:
        """Whether such an act may have a recipient."""
        return self.recipient(name, mode) != "never"

    def is_speech(self, name: str) -> bool:
        """Whether a type is done by words."""
        return self.types[name].speech

    def has_two_sides(self, name: str) -> bool:
        """Whether one act of a type may be done by two sides to each other."""
        return self.types[name].mutual or self.types[name].reciprocal


def _act_type(name: str, table: dict[str, Any]) -> ActType:
    modes = {mode: Mode(name=mode, **fields) for mode, fields in table["modes"].items()}
    return ActType(name=name, **{**table, "modes": modes})


@lru_cache(maxsize=1)
def load() -> Ontology:
    """Read the ontology that ships with the package."""
    table = tomllib.loads(DATA.read_text(encoding="utf-8"))
    types = {name: _act_type(name, fields) for name, fields in table["types"].items()}
    everybody, states = frozenset(table["everybody"]), frozenset(table["states"])
    return Ontology(version=table["version"], everybody=everybody, states=states, types=types)
