"""Parties that no slot names, taken from what stands nearest in the sentence.

A trigger deep in a clause often shares its parties with the clauses around it ("the shelling
that followed", "in the fighting"). The actor is looked for among the subjects of the governing
verbs and then before the trigger, the recipient after it and then before it.
"""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.coding.people import People
from dateline.records import UNKNOWN
from dateline.tree import Tree

FARTHEST = 12


class Nearby:
    """Fills in one missing side of an act from its sentence."""

    def __init__(self, tree: Tree, people: People) -> None:
        self._tree = tree
        self._people = people

    def fill(
        self, trigger: Trigger, actors: tuple[int, ...], recipients: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Both sides, completed where a party of the sentence can stand in."""
        if not actors and not self._hides_actor(trigger):
            actors = self._actor(trigger, recipients)
        complete = "mutual" in trigger.flags and len(self._codes(actors)) > 1
        if not recipients and not complete and "no-recipient" not in trigger.flags:
            recipients = self._recipient(trigger, actors)
        return actors, recipients

    def _hides_actor(self, trigger: Trigger) -> bool:
        return not trigger.noun and self._tree.is_passive(trigger.head)

    def _actor(self, trigger: Trigger, recipients: tuple[int, ...]) -> tuple[int, ...]:
        taken = self._codes(recipients)
        tree = self._tree
        for governor in tree.ancestors(trigger.head):
            for subject in tree.children(governor, "nsubj", "obl:agent"):
                if subject != trigger.head and self._free(subject, taken):
                    return (subject,)
        return self._closest(trigger.head, taken, before=True)

    def _recipient(self, trigger: Trigger, actors: tuple[int, ...]) -> tuple[int, ...]:
        taken, barred = self._codes(actors), self._condemned(trigger)
        return self._closest(trigger.head, taken, False, barred) or self._closest(
            trigger.head, taken, True, barred
        )

    def _condemned(self, trigger: Trigger) -> frozenset[int]:
        """The words of a deed that is condemned: they name its victims and place ("the attack on
        civilians in Mosul"), not who is accused of it."""
        if trigger.type != "ACCUSE":
            return frozenset()
        objects = self._tree.children(trigger.head, "obj")
        return frozenset(word for one in objects for word in self._tree.subtree(one))

    def _closest(
        self, head: int, taken: frozenset[str], before: bool, barred: frozenset[int] = frozenset()
    ) -> tuple[int, ...]:
        sentence = self._tree.reading.sentences[self._tree[head].sentence]
        if before:
            places = range(head - 1, max(sentence.first, head - FARTHEST) - 1, -1)
        else:
            places = range(head + 1, min(sentence.end, head + FARTHEST))
        for place in places:
            if place not in barred and self._people.heads(place) and self._free(place, taken):
                return (place,)
        return ()

    def _free(self, head: int, taken: frozenset[str]) -> bool:
        codes = self._codes((head,))
        return bool(codes) and not codes & taken and UNKNOWN not in codes

    def _codes(self, heads: tuple[int, ...]) -> frozenset[str]:
        return frozenset(actor.code for head in heads for actor in self._people.actors(head))
