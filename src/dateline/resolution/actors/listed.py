"""Names of the directory: which bearer is meant, and as what."""

from __future__ import annotations

from dateline.knowledge.actors import Entry, Kind, in_office, singular
from dateline.records import Actor
from dateline.resolution.actors.codes import Coder
from dateline.resolution.actors.naming import Named, is_ethnic
from dateline.resolution.actors.people import is_person
from dateline.resolution.actors.persons import Persons
from dateline.resolution.actors.scene import Scene

# Words before the name of a people that make it a person of it.
_ONE = frozenset(("a", "an", "every", "each", "one"))


class Listed:
    """Answers for the names that a scene has found in the directory."""

    def __init__(self, scene: Scene, coder: Coder, persons: Persons) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._coder = coder
        self._persons = persons

    def branch_of(self, index: int) -> Named | None:
        """The organisation of which a state's name tells the branch: "Oxfam *Yemen*", but not in
        "told Oxfam Yemen would"."""
        tree, name = self._tree, self._scene.named.get(index)
        if name is None or not name.first or name.entries[0].kind is not Kind.STATE:
            return None
        before = self._scene.named.get(name.first - 1)
        if before is None or before.entries[0].sector not in ("NGO", "IGO"):
            return None
        if before.first and tree.tokens[before.first - 1].part_of_speech == "VERB":
            return None
        own = range(before.first, before.end)
        modifies = tree.bare(index) in ("amod", "compound", "flat")
        if modifies:
            return before if tree.tokens[index].head in own else None
        return before if any(tree.tokens[i].head == index for i in own) else None

    def of_name(self, index: int, name: Named) -> tuple[Actor, ...]:
        """The actors that a name means at a head, of all who bear it."""
        if is_person(name.entries):
            return self._persons.of_person(index)
        entry = self._choose(name.entries)
        word = self._tree.words[name.end - 1]
        if entry.kind is Kind.PEOPLE:
            plural = word.endswith("s") and self._context.is_state(entry.codes[0])
            common = self._tree.tokens[name.end - 1].text.islower() or singular(word) != word
            agent = self._agents.find((word,)) if common else None
            one = any(self._tree.words[c] in _ONE for c in self._tree.children(index))
            sector = agent[1] if agent else ("CVL" if plural or one else "")
            return (self._coder.of_people(entry, sector, index),)
        if entry.kind is Kind.DEMONYM and is_ethnic(self._tree, name):
            abroad = next((c for c in self._context.countries(index) if c != entry.code), None)
            if abroad is not None:
                why = f"ethnic {entry.name}"
                return (Actor(code=abroad, sector="CVL", name=entry.name, why=why),)
        home = self._home_of_kin(entry, word)
        if home:
            return (Actor(code=home, sector="CVL", name=entry.name, why=f"ethnic {entry.name}"),)
        if entry.kind is Kind.DEMONYM:
            movement = self._persons.joined_movement(index) if word.endswith("s") else None
            if movement is not None:
                return (movement,)
            children = [self._tree.words[child] for child in self._tree.children(index)]
            noun = (word.endswith(("s", "men")) or bool(_ONE.intersection(children))) and (
                self._tree.bare(index) not in ("amod", "compound")
            )
            counted = word.endswith("men") or any(
                self._tree.tokens[child].part_of_speech == "NUM"
                for child in self._tree.children(index)
            )
            sector = "CVL" if noun and (counted or "the" not in children) else "GOV"
            return (Actor(code=entry.code, sector=sector, name=entry.name, why="demonym"),)
        why = f"{entry.kind.value} {entry.name}"
        before = self._scene.named.get(name.first - 1) if name.first else None
        if entry.code in self._agents.chapters and before is not None:
            owner = before.entries[0]
            if owner.kind in (Kind.STATE, Kind.DEMONYM):  # "the Kenya Red Cross"
                return (Actor(code=owner.code, sector="NGO", name=entry.name, why=why),)
        return (Actor(code=entry.code, sector=entry.sector, name=entry.name, why=why),)

    def _home_of_kin(self, entry: Entry, word: str) -> str:
        """The state in which "Albanians" live, if the report speaks of it and names Albania
        nowhere."""
        homes = self._agents.kin.get(entry.code, ()) if word.endswith("s") else ()
        if entry.kind is not Kind.DEMONYM or not homes:
            return ""
        others = (name.entries[0] for name in self._scene.named.values())
        if any(e.code == entry.code and e.kind is not Kind.DEMONYM for e in others):
            return ""
        total = self._context.total
        home = max(homes, key=lambda code: total[code])
        return home if total[home] else ""

    def _choose(self, entries: tuple[Entry, ...]) -> Entry:
        """The bearer whose state or group the report names most; then who bears it to this day."""
        fitting = in_office(entries, self._scene.day) or entries
        total, groups_named = self._context.total, self._context.groups
        return max(
            fitting,
            key=lambda entry: (total[entry.code] + groups_named[entry.code], not entry.end),
        )
