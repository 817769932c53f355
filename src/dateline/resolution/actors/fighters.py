"""Fighters and groups without an owner: the movement spoken of before, or a new one."""

from __future__ import annotations

from collections.abc import Callable, Collection

from dateline.knowledge.actors import singular
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.context import UNRECOGNISED
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.phrases import Phrase
from dateline.resolution.actors.scene import Scene

ANAPHORIC = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
_WIDE = frozenset(("body", "organisation", "organization", "agency", "bloc", "alliance"))
# Groups of these sectors are no other kind of group: "the company" is not the party named before.
_OF_ONE_KIND = ("REB", "MIL", "BUS", "MED", "LAB")
_REACH_OF_REBELS = 8
_REACH_OF_GROUPS = 4
_REACH_OF_JIHAD = 12
_JUST_BEFORE = 3


class Fighters:
    """Answers for nouns of fighters and groups, in the order of the text."""

    def __init__(self, scene: Scene, memory: Memory) -> None:
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._memory = memory
        self._day = scene.day.isoformat() if scene.day else ""

    def foe_of_issuer(self, phrase: Phrase, noun: str) -> Actor | None:
        """ "The enemy", "enemy aircraft" in a bulletin of a state: of the other one whose forces
        the report names most."""
        own, foes = self._context.issuer, self._agents.foes
        if not own or not (noun in foes or phrase.has(foes) or phrase.left[-1] in foes):
            return None
        forces = self._context.forces
        code = max((c for c in forces if c != own), key=lambda c: forces[c], default=UNKNOWN)
        return Actor(code=code, sector="MIL", why="of the issuer's foe")

    def of_coalition(self, phrase: Phrase, sector: str, sentence: int) -> Actor | None:
        """ "The coalition", "coalition aircraft": the armed coalition named before, else the one
        against the movement that the report names most."""
        if "coalition" not in phrase.left or sector != "MIL":
            return None
        known, groups = self._agents.coalitions, self._context.groups

        def fits(spoken: Spoken) -> bool:
            actor = spoken.actors[0]
            called = "coalition" in actor.why.lower() or not self._context.is_state(actor.code)
            return actor.code != UNKNOWN and actor.sector == "MIL" and called

        spoken = self._memory.latest(sentence, fits, 30)
        if spoken is not None:
            return Actor(code=spoken.actors[0].code, sector="MIL", why="coalition spoken of")
        foe = max((foe for foe in known if groups[foe]), key=lambda foe: groups[foe], default="")
        if not foe:
            return None
        past = [code for code, start in known[foe] if not self._day or start <= self._day]
        code = past[-1] if past and self._day else known[foe][0][0]
        return Actor(code=code, sector="MIL", why=f"coalition against {foe}")

    def foreign(self, head: int) -> Actor | None:
        """ "Foreign forces": those of the mission that is in the state spoken of at the time."""
        for state in self._context.countries(head)[:1]:
            code, start, end = self._agents.foreign_forces.get(state, ("", "", ""))
            if code and start <= self._day[: len(start)] and self._day[: len(end)] <= end:
                return Actor(code=code, sector="MIL", why="the forces in the country")
        return None

    def spoken_of(self, phrase: Phrase, noun: str, sector: str) -> Actor | None:
        """The movement or group that a noun without an owner points back to."""
        kind = self._agents.kinds.get(noun, "")
        sentence = self._tree.tokens[phrase.head].sentence
        if noun in _WIDE and phrase.has(self._agents.state):
            return None
        if kind == "group" and self._is_named(phrase):
            return None  # "the Liberal Party" is no group of before
        if kind == "group" and phrase.determiner in self._agents.new["none"]:
            return Actor(code=UNKNOWN, sector=sector, why="nothing tells whose")
        partisan = phrase.plural and not self._agents.partisan.isdisjoint(phrase.left)
        if kind == "group" and (partisan or phrase.determiner in self._agents.new["words"]):
            return None
        if self.is_jihadist(phrase, noun):
            meant = self.jihadists(phrase)
            if meant:
                return meant[0]
        if kind == "group" or (sector == "REB" and not phrase.has(self._agents.unknown)):
            return self._named_before(phrase, noun, sector, sentence)
        return None

    def _is_named(self, phrase: Phrase) -> bool:
        """Whether a noun and a word right before it have the capitals of a name."""
        words = [self._tree.tokens[i].text for i in (phrase.head - 1, phrase.head) if i > 0]
        return len(phrase.left) > 1 + bool(phrase.determiner) and all(map(str.istitle, words))

    def _named_before(self, phrase: Phrase, noun: str, sector: str, sentence: int) -> Actor | None:
        plain = self._is_plain_rebel(phrase, noun, sentence)
        bare = phrase.plural and not phrase.determiner
        placed = set(self._context.grounds.places_of_clause(phrase.head)) if bare else set()
        if placed and plain:
            return None
        wide = ("IGO", "NGO", "BUS") if noun in _WIDE else ("NGO",)
        bodies = (*wide, "SPY") if noun == "agency" else wide
        wanted = (sector,) if sector in _OF_ONE_KIND else ("REB", "PTY", "CRM", *bodies)

        def fits(spoken: Spoken) -> bool:
            actor = spoken.actors[0]
            home = self._agents.living_in.get(actor.code, actor.code)
            if placed and self._context.is_state(home) and home not in placed:
                return False  # "in occupied Melitopol, partisans": none of the occupiers'
            if actor.code in UNRECOGNISED and spoken.sort in ("state", "group"):
                return sector == "REB"
            if spoken.sort not in ("group", "crowd") or actor.sector not in wanted:
                return False
            return actor.code != UNKNOWN and not (plain and not self._context.is_state(actor.code))

        reach = _REACH_OF_REBELS if sector == "REB" else _REACH_OF_GROUPS
        spoken = self._memory.latest(sentence, fits, reach)
        if spoken is None:
            return None
        actor = spoken.actors[0]
        side = sector if actor.code in UNRECOGNISED else actor.sector
        return Actor(code=actor.code, sector=side, name=actor.name, why="spoken of")

    def of_home(self, phrase: Phrase, sector: str, states: Collection[str]) -> Actor | None:
        """ "The Lebanese militant group", "Yemen's rebels": the movement spoken of that lives in
        such a state; "Somali militants": the jihadist one, where it does."""
        noun = phrase.agent or singular(phrase.left[-1])
        group = self._agents.kinds.get(noun) == "group"
        if sector not in ("", "REB") or not (sector or group) or (group and phrase.plural):
            return None
        home = self._agents.living_in
        owned = (self._tree.relation(c) == "nmod:poss" for c in self._tree.children(phrase.head))
        if phrase.determiner in ANAPHORIC or any(owned):
            return self._latest_movement(
                phrase, lambda code: code in states or home.get(code) in states, alone=not group
            )
        meant: tuple[Actor, ...] = ()
        if self.is_jihadist(phrase, noun) and not group:
            meant = self._jihad(self._tree.tokens[phrase.head].sentence)
        return next((actor for actor in meant if home.get(actor.code) in states), None)

    def backed(self, phrase: Phrase, patrons: Collection[str]) -> Actor | None:
        """ "The Iranian-backed group": the movement spoken of, other than the patron's own."""
        group = self._agents.kinds.get(phrase.agent or singular(phrase.left[-1])) == "group"
        if not group or phrase.plural or phrase.determiner not in ANAPHORIC:
            return None
        return self._latest_movement(phrase, lambda code: code not in patrons)

    def _latest_movement(
        self, phrase: Phrase, fits: Callable[[str], bool], *, alone: bool = False
    ) -> Actor | None:
        """The armed movement spoken of last whose code ``fits``; ``alone`` where its state is home
        to no second one that has a code."""
        homes = list(self._agents.living_in.values())

        def suits(spoken: Spoken) -> bool:
            actor = spoken.actors[0]
            named = actor.name or not self._context.is_state(actor.code)
            if spoken.sort not in ("group", "crowd") or actor.sector != "REB" or not named:
                return False
            state = self._agents.living_in.get(actor.code, actor.code)
            return fits(actor.code) and not (alone and homes.count(state) > 1)

        sentence = self._tree.tokens[phrase.head].sentence
        spoken = self._memory.latest(sentence, suits, _REACH_OF_GROUPS)
        if spoken is None:
            return None
        actor = spoken.actors[0]
        return Actor(code=actor.code, sector="REB", name=actor.name, why="spoken of")

    def is_jihadist(self, phrase: Phrase, noun: str) -> bool:
        """Whether a noun is one for jihadists: "separatist militants" are none."""
        plain = phrase.has(self._agents.plain_rebels["words"])
        return noun in self._agents.jihad["nouns"] and not plain

    def jihadists(self, phrase: Phrase) -> tuple[Actor, ...]:
        """Whom "the terrorists" mean: gunmen told of just before, else the jihadist movement; no
        "terrorist group" that is new to the report."""
        new = self._agents.new["words"] | self._agents.new["none"]
        if self._agents.kinds.get(phrase.agent) == "group" and phrase.determiner in new:
            return ()
        sentence = self._tree.tokens[phrase.head].sentence
        gunmen = None
        if phrase.determiner in ANAPHORIC:
            gunmen = self._memory.latest(
                sentence,
                lambda s: s.actors[0].sector == "UAF" and s.actors[0].code != UNKNOWN,
                _JUST_BEFORE,
            )
        return gunmen.actors[:1] if gunmen is not None else self._jihad(sentence)

    def _jihad(self, sentence: int) -> tuple[Actor, ...]:
        """The jihadist movement spoken of last, else the one that the report names most."""
        codes = self._agents.jihad["codes"]
        spoken = self._memory.latest(sentence, lambda s: s.actors[0].code in codes, _REACH_OF_JIHAD)
        if spoken is not None:
            actor = spoken.actors[0]
            why = "jihad spoken of"
            return (Actor(code=actor.code, sector="REB", name=actor.name, why=why),)
        named = [code for code in codes if self._context.groups[code]]
        if not named:
            return ()
        code = max(sorted(named), key=lambda c: self._context.groups[c])
        return (Actor(code=code, sector="REB", why="jihad of the report"),)

    def _is_plain_rebel(self, phrase: Phrase, noun: str, sentence: int) -> bool:
        """Rebels and opposition fighters are not the jihadist movements; nor are insurgents, where
        none of these has been spoken of."""
        if self.is_jihadist(phrase, noun):
            return False
        words = {singular(word) for word in phrase.left}
        plain = self._agents.plain_rebels
        if phrase.determiner not in ANAPHORIC and words & plain["indefinite"]:
            return True
        found = words & plain["words"]
        others = any(self._context.total[code] for code in self._agents.armed_opposition)
        if found != {"insurgent"} or others or phrase.determiner not in ANAPHORIC:
            return bool(found)
        codes = self._agents.jihad["codes"]
        jihad = self._memory.latest(sentence, lambda s: s.actors[0].code in codes, _JUST_BEFORE)
        return jihad is None
