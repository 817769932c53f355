"""Who acts in the clause of a noun that is acted upon, and so is not meant by it."""

from __future__ import annotations

from dateline.knowledge.reasons import STATES, ground
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import Actor
from dateline.resolution.actors.codes import Resolve
from dateline.resolution.actors.memory import Memory
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.sectors import PRIVATE


class Doers:
    """Answers for the subjects of the clauses of a scene."""

    def __init__(self, scene: Scene, resolve: Resolve, memory: Memory) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._resolve = resolve
        self._memory = memory

    def codes(self, head: int) -> frozenset[str]:
        """The codes of who acts on a noun, which is neither subject nor part of one. Where a state
        fights rebels at home, private persons there are on neither side of it."""
        return frozenset(
            actor.code
            for actor in self._actors(head)
            if not (actor.sector in PRIVATE and self._memory.armed[actor.code, "REB"])
        )

    def states(self, head: int) -> frozenset[str]:
        """The codes of the states that, by their names, act on a noun."""
        return frozenset(a.code for a in self._actors(head) if ground(a.why) in STATES)

    def officials(self, head: int) -> frozenset[str]:
        """The codes of the states whose governments or officials, by their names, act on a noun."""
        acting = self._actors(head)
        return frozenset(one.code for one in acting if one.sector == "GOV" and one.name)

    def invaders(self, head: int) -> frozenset[str]:
        """The states that act on a noun by arms, or call upon somebody of it: "Peru occupied half
        of the *country*", "Peru urged the *country*'s rulers"."""
        verb = self._tree.words[self._tree.clause(head)]
        owns = self._tree.relation(head) == "nmod:poss"
        called = owns and self._scene.phrase(self._tree.tokens[head].head).sector in OF_THE_STATE
        acts = verb in self._agents.war or (called and verb in self._agents.dealings)
        return self.states(head) if acts else frozenset()

    def _actors(self, head: int) -> list[Actor]:
        verb = self._tree.clause(head)
        subjects = self._subjects(verb)
        while not subjects and self._tree.bare(verb) == "conj":
            verb = self._tree.tokens[verb].head
            subjects = self._subjects(verb)
        if head in subjects or any(self._tree.link_to(head, s) is not None for s in subjects):
            return []
        for subject in subjects:
            subjects += self._tree.children(subject, "conj")
        return [
            actor
            for doer in subjects
            if doer < head and self._scene.is_head(doer)
            for actor in self._resolve(doer)
        ]

    def _subjects(self, verb: int) -> list[int]:
        """The subjects of a verb who act: who "was shot in clashes between two camps" does not."""
        return [i for i in self._tree.children(verb) if self._tree.relation(i) == "nsubj"]
