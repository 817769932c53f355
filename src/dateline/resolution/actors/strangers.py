"""Authors of violence of whom nothing is told: "a man shot a policeman", "her attackers"."""

from __future__ import annotations

from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.codes import Resolve
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.phrases import Phrase
from dateline.resolution.actors.scene import Scene

_ANYBODY = frozenset(("man", "person", "individual", "somebody"))
_NEW = frozenset(("", "a", "an", "another", "one", "some", "several"))
_KNOWN = frozenset(("the", "these", "those", "both", "all"))
_REACH_OF_CLAIMS = 12
# How far back the movement is named whose fighters hold somebody.
_REACH = 3


class Strangers:
    """Answers for nouns of persons whom nobody identifies."""

    def __init__(self, scene: Scene, resolve: Resolve, memory: Memory) -> None:
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._resolve = resolve
        self._memory = memory

    def of_phrase(self, phrase: Phrase) -> tuple[Actor, ...]:
        """One unknown actor, or the movement spoken of; empty for anybody else."""
        if phrase.agent in _ANYBODY and self._strikes(phrase):
            return (Actor(code=UNKNOWN, sector="UAF", why="a stranger who strikes"),)
        if phrase.sector == "UAF" and self._has_victim(phrase.head):
            sentence = self._tree.tokens[phrase.head].sentence
            spoken = self._memory.latest(sentence, self._is_movement, _REACH)
            if spoken is not None:
                return spoken.actors[:1]
            return (Actor(code=UNKNOWN, sector="UAF", why="known by the victim only"),)
        if phrase.sector == "UAF" and phrase.determiner in _KNOWN:
            return self._claimants(phrase.head)
        return ()

    def _claimants(self, head: int) -> tuple[Actor, ...]:
        """The movement that has claimed what was done, where one has: "ISIS claimed responsibility.
        … The attackers"."""
        tree = self._tree

        def claims(spoken: Spoken) -> bool:
            verb = tree.tokens[spoken.head].head
            told = [tree.words[child] for child in tree.children(verb)]
            claim = "responsibility" in told and tree.words[verb] in self._agents.claiming
            return spoken.subject and claim and spoken.actors[0].sector == "REB"

        spoken = self._memory.latest(tree.tokens[head].sentence, claims, _REACH_OF_CLAIMS)
        return spoken.actors[:1] if spoken is not None else ()

    def _strikes(self, phrase: Phrase) -> bool:
        """Whether somebody new and undescribed is the author of an act of arms."""
        tree, head = self._tree, phrase.head
        if phrase.determiner not in _NEW or phrase.modifiers or len(phrase.before) > 1:
            return False
        active = tree.relation(head) == "nsubj"
        author = tree.relation(head) == "obl:agent" or tree.preposition(head) == "by"
        return (active or author) and tree.words[tree.tokens[head].head] in self._agents.war

    def _has_victim(self, head: int) -> bool:
        """ "Her attackers", "Marsh's assailants": owned by whom they struck, and not by those who
        have arms themselves ("the group's gunmen")."""
        return any(
            self._tree.relation(child) == "nmod:poss"
            and not any(a.sector in ("REB", "UAF", "MIL", "CRM") for a in self._resolve(child))
            for child in self._tree.children(head)
        )

    def _is_movement(self, spoken: Spoken) -> bool:
        actor = spoken.actors[0]
        known = actor.code != UNKNOWN and not self._context.is_state(actor.code)
        return known and actor.sector == "REB"
