"""Proper names that the directory lacks: by the report's other names, by place, by their words."""

from __future__ import annotations

from msgspec import structs

from dateline.knowledge.actors import Kind, fold
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.codes import Coder, Resolve
from dateline.resolution.actors.persons import Persons
from dateline.resolution.actors.phrases import Phrase
from dateline.resolution.actors.scene import Scene

# "Eastern Anatolia Command": of the land, and what the last word tells.
_LANDS = frozenset((Kind.STATE, Kind.DEMONYM, Kind.PEOPLE))


class Unlisted:
    """Answers for proper nouns that are neither listed nor persons."""

    def __init__(self, scene: Scene, coder: Coder, resolve: Resolve, persons: Persons) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._coder = coder
        self._resolve = resolve
        self._persons = persons

    def _named_as(self, index: int) -> str:
        """The sector that the head of an organisation's name tells, or else its last word."""
        heads = self._agents.name_heads
        last = self._tree.words[self._tree.name_end(index) - 1]
        return heads.get(self._tree.words[index], "") or heads.get(last, "")

    def of_name(self, index: int, phrase: Phrase) -> tuple[Actor, ...]:
        """A proper name that the directory lacks: acronym, short form, place, organisation."""
        words = fold(self._tree.tokens[index].text)
        if self._tree.words[index] in self._agents.instruments:
            return (Actor(code=UNKNOWN, sector="", why="an instrument"),)
        alias = self._persons.alias(words) if words else None
        if alias is not None and alias != index:
            return self._resolve(alias)
        if len(words) == 1:
            holder = None if self._scene.may_be_adjective(index) else self._persons.known(words)
            if holder is not None:
                return (holder.actor,)
        place = self._scene.places.get(index)
        sector = self._named_as(index)
        if place is not None and place.country and not sector:
            why = f"place in {place.country}"
            return (Actor(code=place.country, sector="CVL", name=place.name, why=why),)
        half = self._half(index)
        if half is not None:
            return (half,)
        before = self._scene.named.get(index - 1)
        if before is not None and self._tree.tokens[index - 1].head in (
            index,
            self._tree.tokens[index].head,
        ):
            owners = self._resolve(self._scene.name_head(before))
            if sector and before.entries[0].kind in _LANDS:
                return tuple(structs.replace(one, sector=sector) for one in owners)
            return owners
        described = self._coder.described(phrase)
        if described and sector:
            return tuple(
                Actor(code=actor.code, sector=sector, why="organisation") for actor in described
            )
        if described:
            return described
        if sector:
            code = self._context.country(index)
            return (Actor(code=code, sector=sector, why="organisation by its name"),)
        return (Actor(code=UNKNOWN, sector="", why="unknown name"),)

    def _half(self, index: int) -> Actor | None:
        """ "North and South Korea": the state whose name the next one ends."""
        last = self._scene.named.get(index + 2)
        if last is None or self._tree.words[index + 1 : index + 2] != ("and",):
            return None
        name = self._tree.words[last.first + 1 : last.end]
        entries = self._scene.directory.named(" ".join((self._tree.words[index], *name)))
        state = next((e for e in entries if name and e.kind is Kind.STATE), None)
        if state is None:
            return None
        return Actor(code=state.code, sector="GOV", name=state.name, why=f"state {state.name}")
