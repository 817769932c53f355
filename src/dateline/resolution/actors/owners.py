"""Nouns whose owner a possessive tells: "its forces", "his government", "the army's foes"."""

from __future__ import annotations

from dateline.knowledge.actors import singular
from dateline.knowledge.sectors import ARMED
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.codes import Coder, Resolve, is_state_name
from dateline.resolution.actors.phrases import POSSESSIVES, Phrase
from dateline.resolution.actors.scene import Scene

# Who is under the command of the one that owns them.
_MEN = ("man", "boy")
# What soldiers and rebels have as people, too: a home that is struck is no barracks.
_OF_OTHERS = ("house", "village", "town", "city", "region", "province", "district", "car", "land")


class Owners:
    """Answers for nouns with a possessive before them."""

    def __init__(self, scene: Scene, coder: Coder, resolve: Resolve) -> None:
        self._tree = scene.tree
        self._named = scene.named
        self._agents = scene.agents
        self._context = scene.context
        self._coder = coder
        self._resolve = resolve

    def of_phrase(self, phrase: Phrase) -> tuple[Actor, ...]:
        """ "Its forces", "his government": the agent of whom the pronoun means."""
        noun = singular(phrase.left[-1])
        for child in self._tree.children(phrase.head):
            if self._tree.relation(child) != "nmod:poss":
                continue
            owners = self._resolve(child)
            sector = self._coder.sector(phrase)
            known = [owner for owner in owners if owner.code != UNKNOWN]
            if noun in self._agents.allies and is_state_name(self._named.get(child)):
                return (Actor(code=UNKNOWN, sector="", why="an ally that is not named"),)
            if known and self._is_armed_foe(phrase):
                return (Actor(code=known[0].code, sector="REB", why="armed foe at home"),)
            if self._tree.words[child] in POSSESSIVES and not sector:
                return ()
            if known and (phrase.agent or noun) in self._agents.proxies:
                protege = self._coder.protege_of(known, phrase.head)
                if protege:
                    return protege
            at_home = sector == "PTY" and self._tree.words[child] in ("his", "her")
            if known and noun in self._agents.others and not at_home:
                own = {owner.code for owner in known}
                rest = [c for c in self._context.countries(phrase.head) if c not in own]
                state = known[0].sector != "REB" and self._context.is_state(known[0].code)
                one = rest[0] if state and rest and not phrase.plural else UNKNOWN
                return (Actor(code=one, sector="GOV" if state else "", why="the other"),)
            if known:
                return tuple(self._belonging(phrase, owner, sector, child) for owner in known)
        return ()

    def _is_armed_foe(self, phrase: Phrase) -> bool:
        """ "Its rebel foes", "the army's paramilitary rivals" fight their own state."""
        words = phrase.left[:-1]
        before = self._agents.find(words)
        foes = singular(phrase.left[-1]) in self._agents.others
        return foes and before is not None and before[1] == "REB"

    def _is_of_arms(self, phrase: Phrase) -> bool:
        """Whether a noun, of those in arms, is one of them or theirs: "his men", "their camp"."""
        noun = singular(phrase.left[-1])
        agents = self._agents
        return noun in _MEN or (noun in agents.territory | agents.things and noun not in _OF_OTHERS)

    def _belonging(self, phrase: Phrase, owner: Actor, sector: str, child: int) -> Actor:
        noun = phrase.agent or phrase.left[-1]
        last = noun.split()[-1]
        outside = last in self._agents.outsiders or sector in ("CVL", "REF")
        if self._context.is_state(owner.code) or outside:
            code = owner.code
            if outside and not self._context.is_state(code):
                code = self._context.country(phrase.head)
            sector = sector or owner.sector
            speaks = sector == "GOV" and last in self._agents.roles - self._agents.governing
            if owner.sector == "REB" and (sector == "MIL" or speaks):
                sector = "REB"
            if phrase.agent == "chief of staff" and not is_state_name(self._named.get(child)):
                sector = owner.sector  # "the president's chief of staff" is no soldier
            if owner.sector in ARMED | {"COP"} and self._is_of_arms(phrase):
                sector = owner.sector
        else:
            code, sector = owner.code, owner.sector
        return Actor(code=code, sector=sector, why=f"{noun} of {self._tree.tokens[child].text}")
