"""Whether a state acts by arms where its name stands, so that it counts as its armed forces."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from dateline.knowledge.actors import singular
from dateline.knowledge.reasons import A_PEOPLE, LEADERS, REGIME, STATES, ground
from dateline.records import Actor
from dateline.resolution.actors.scene import Scene

# How an actor was found whose state has armed forces, if not by who leads it: by its name.
# Ends of the names of seats of government that command nobody.
_DESKS = ("Office", "Ministry", "Department", "Secretary")
_ONE = frozenset(("a", "an", "one"))
_OF_THE_ACT = frozenset(("by", "between"))
_AGAINST = frozenset(("with", "against", "alongside"))


class Arms:
    """Asks the tree around a name: is it whose forces, act of war or warlike verb this is?

    Codebook section 2: a country named as such is ``GOV``, and ``MIL`` where it acts by arms.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents

    def armed(self, index: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """``actors``, with ``MIL`` for states and their leaders where they act by arms, and
        ``REB`` for an opposition or a people without a state that fights."""
        if any(map(self._fights, actors)) and "opposition" in self._scene.phrase(index).left:
            return tuple(
                structs.replace(actor, sector="REB") if self._fights(actor) else actor
                for actor in actors
            )
        if self._rises(index, actors):
            return tuple(structs.replace(actor, sector="REB") for actor in actors)
        if not any(map(_commands_forces, actors)):
            return actors
        side = "MIL" if self._acts(index) else self._organ(index)
        return tuple(
            structs.replace(actor, sector=side) if side and _commands_forces(actor) else actor
            for actor in actors
        )

    def _fights(self, actor: Actor) -> bool:
        """Whether the opposition of the actor's state is an armed one at the time."""
        years = self._agents.armed_opposition.get(actor.code)
        day = self._scene.day
        if actor.sector != "PTY" or years is None:
            return False
        return day is None or years[0] <= day.year <= years[1]

    def _rises(self, index: int, actors: tuple[Actor, ...]) -> bool:
        """Whether a people, by its bare name, fights ("the Nuer raided a camp"); neither one of it
        nor a crowd that meets the police is in arms."""
        people = bool(actors) and all(a.why == A_PEOPLE and a.sector == "CVL" for a in actors)
        if not people or index not in self._scene.named or not self._acts(index):
            return False
        if not _ONE.isdisjoint(self._tree.words[child] for child in self._tree.children(index)):
            return False
        sentence = self._tree.reading.sentences[self._tree.tokens[index].sentence]
        words = range(sentence.first, sentence.end)
        return all(self._scene.phrase(word).sector != "COP" for word in words)

    def _organ(self, index: int) -> str:
        """ "Convicted in Turkey": the courts or police of the country where it was done."""
        index = self._first_conjunct(index)
        if self._tree.preposition(index) != "in" or self._tree.bare(index) not in ("obl", "nmod"):
            return ""
        return self._agents.organs.get(self._tree.words[self._tree.tokens[index].head], "")

    def _acts(self, index: int) -> bool:
        tree = self._tree
        index = self._first_conjunct(index)
        head = tree.tokens[index].head
        if tree.words[head] in self._agents.ties["own"]:  # "the US-led invasion"
            index, head = head, tree.tokens[head].head
        relation = tree.bare(index)
        preposition = tree.preposition(index)
        if relation in ("amod", "compound") or tree.relation(index) == "nmod:poss":
            return self._of_arms(head)
        if relation == "nmod" and preposition in _OF_THE_ACT:
            return self._is_act(head)
        if preposition in _AGAINST or relation == "obj":
            return singular(tree.words[head]) in self._agents.mutual or (
                tree.words[head] in self._agents.mutual
            )
        if tree.relation(index) == "nsubj":
            return self._warlike(head)
        return relation == "obl" and preposition == "by" and tree.words[head] in self._agents.war

    def _first_conjunct(self, index: int) -> int:
        for above in self._tree.ancestors(index):
            if self._tree.bare(index) != "conj":
                break
            index = above
        return index

    def _warlike(self, verb: int) -> bool:
        """ "Shelled", or "launched" with an act of war, "sent" with troops as its object."""
        word = self._tree.words[verb]
        if word in self._agents.war:
            return True
        return word in self._agents.carriers and any(
            self._of_arms(noun) for noun in self._objects(verb)
        )

    def _objects(self, verb: int) -> Iterable[int]:
        return (c for c in self._tree.children(verb) if self._tree.bare(c) == "obj")

    def _of_arms(self, noun: int) -> bool:
        return self._is_act(noun) or self._scene.phrase(noun).sector == "MIL"

    def _is_act(self, noun: int) -> bool:
        word = self._tree.words[noun]
        phrase = f"{self._tree.words[noun - 1]} {singular(word)}" if noun else ""
        # "Canada's position" is an opinion, its positions are trenches.
        named = singular(word) in self._agents.acts or phrase in self._agents.acts
        return word != "position" and named


def _commands_forces(actor: Actor) -> bool:
    if actor.sector != "GOV" or actor.name.endswith(_DESKS):
        return False
    return actor.why in LEADERS or ground(actor.why) in STATES | {REGIME}
