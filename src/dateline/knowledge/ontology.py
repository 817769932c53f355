"""The ontology: types and modes of act, quad classes, and the crosswalk to CAMEO.

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
    """A finer kind of act within a type."""

    name: str
    cameo: str
    description: str


class ActType(Record):
    """One type of act. ``recipient`` is ``expected``, ``optional`` or ``never``;
    ``unstated`` tells who acts where nobody is told: ``?``, ``state``, or nobody (empty)."""

    name: str
    description: str
    quad: str
    cameo: str
    recipient: str
    modes: dict[str, Mode]
    speech: bool = False
    mutual: bool = False
    armed: bool = False
    unstated: str = ""


class Ontology(Record):
    """All types, by name."""

    version: str
    types: dict[str, ActType]

    def cameo(self, name: str, mode: str | None = None) -> str:
        """The nearest CAMEO code: the mode's where it has one, else the type's root code."""
        act = self.types[name]
        return act.modes[mode].cameo if mode else act.cameo

    def of_cameo(self, code: str) -> tuple[tuple[str, str | None], ...]:
        """Types and modes whose CAMEO code is ``code`` or, failing that, shares its root."""
        pairs: list[tuple[str, str | None, str]] = []
        for act in self.types.values():
            pairs.append((act.name, None, act.cameo))
            pairs += [(act.name, mode.name, mode.cameo) for mode in act.modes.values()]
        exact = tuple((name, mode) for name, mode, known in pairs if known == code)
        return exact or tuple((name, mode) for name, mode, known in pairs if known == code[:2])

    def is_speech(self, name: str) -> bool:
        """Whether a type is done by words."""
        return self.types[name].speech


def _act_type(name: str, table: dict[str, Any]) -> ActType:
    modes = {mode: Mode(name=mode, **fields) for mode, fields in table["modes"].items()}
    return ActType(name=name, **{**table, "modes": modes})


@lru_cache(maxsize=1)
def load() -> Ontology:
    """Read the ontology that ships with the package."""
    table = tomllib.loads(DATA.read_text(encoding="utf-8"))
    types = {name: _act_type(name, fields) for name, fields in table["types"].items()}
    return Ontology(version=table["version"], types=types)
