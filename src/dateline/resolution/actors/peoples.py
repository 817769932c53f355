"""Peoples without a state: the movement that fights for them, or the country they live in."""

from __future__ import annotations

from dateline.knowledge.actors import Entry, Kind
from dateline.knowledge.reasons import A_PEOPLE
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.context import Context


class Peoples:
    """Answers for the names of peoples."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def actor(self, entry: Entry, sector: str, index: int) -> Actor:
        """Which of the codes of a people without a state is meant (codebook section 2)."""
        if entry.code == UNKNOWN:
            return Actor(code=UNKNOWN, sector=sector or "GOV", name=entry.name, why="a bloc")
        recognised = [c for c in entry.codes if self._context.is_state(c) and c != "KRG"]
        states = recognised
        groups = [code for code in entry.codes if code not in recognised]
        official = sector in OF_THE_STATE or sector in ("REB", "PTY", "UAF", "")
        if not official or not groups:
            here = [code for code in self._context.countries(index) if code in states]
            code = here[0] if here else (states or list(entry.codes))[0]
            if sector == "MIL" and self._stateless(entry):
                sector = "REB"
            side = sector or ("CVL" if self._stateless(entry) else "GOV")
            return Actor(code=code, sector=side, name=entry.name, why=A_PEOPLE)
        code = self._movement_of(entry, groups, index)
        side = "REB" if sector in ("MIL", "UAF", "") and code != "KRG" else sector
        return Actor(code=code, sector=side, name=entry.name, why="a people's movement")

    def _movement_of(self, entry: Entry, groups: list[str], index: int) -> str:
        """Which movement of a people: that of the country spoken of, the one named first."""
        near = self._context.near_groups(index)
        near_states = self._context.countries(index)[:3]
        home = next((c for c, _ in entry.homes if c in near_states), "")
        groups = list(dict(entry.homes).get(home, groups))
        named = sorted((c for c in groups if near.get(c)), key=lambda code: -near[code])
        named += [c for c in groups if self._context.total[c] and c not in named]
        return named[0] if named else groups[0]

    def _stateless(self, entry: Entry) -> bool:
        return entry.kind is Kind.PEOPLE and entry.name != "Nations of the United Kingdom"
