"""Words for the people of a country and their adjective ("Armenian"), by country.

Taken from the directory of states that the actors use (``actors/states.toml``), so that each
word is kept in one place only.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from dateline.knowledge.places.fold import fold

_STATES = Path(__file__).parents[1] / "actors" / "states.toml"


@cache
def demonyms() -> dict[str, str]:
    """Folded demonym to the usual name of its country ("armenians" to "Armenia")."""
    with _STATES.open("rb") as file:
        states = tomllib.load(file)
    return {
        fold(word): state["name"] for state in states.values() for word in state.get("demonyms", ())
    }
