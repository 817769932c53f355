"""Who acts and who is acted upon, read from the tree by the slots of the lexicon.

Each slot names a place in the tree: subject, object, the subject of the clause that follows,
a possessor, a modifier, or a preposition. The first slot with a party in it wins.
"""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.coding.addressees import is_unaddressed, opposed
from dateline.coding.nearby import Nearby
from dateline.coding.noun_roles import NounRoles
from dateline.coding.people import People
from dateline.coding.verb_roles import VerbRoles
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Record
from dateline.tree import Tree


class Roles(Record):
    """The heads of an act's parties; ``nearby`` names the sides that no slot gave."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    nearby: tuple[str, ...] = ()


class Parties:
    """Finds the parties of triggers in one reading."""

    def __init__(self, tree: Tree, people: People, lexicon: Lexicon) -> None:
        self._people = people
        self.verbs = VerbRoles(tree, people, lexicon)
        self._nouns = NounRoles(tree, lexicon, self.verbs)
        self._nearby = Nearby(tree, people, lexicon, self.verbs.phrases)

    def of(self, trigger: Trigger) -> Roles:
        """Actors and recipients of a trigger, as heads of mentions.

        Where the slots give one side or none, the nearest parties of the same clause or
        sentence stand in.
        """
        found = self._nouns.of(trigger) if trigger.noun else self.verbs.of(trigger)
        actors, recipients = found
        kind, people = trigger.type, self._people
        recipients = tuple(
            head
            for head in recipients
            if not is_unaddressed(kind, trigger.head, actors, head, people)
        )
        if kind == "PROTEST":
            recipients = recipients or opposed((*trigger.tokens, *actors), people)
        judged = trigger.noun and trigger.type == "ACCUSE"
        suffered = judged and self.carrier(trigger.head)[1] == "passive"
        filled = self._nearby.fill(trigger, actors, recipients, suffered=suffered)
        near = [
            side
            for side, before, after in zip(
                ("actor", "recipient"), (actors, recipients), filled, strict=True
            )
            if before != after
        ]
        return Roles(actors=filled[0], recipients=filled[1], nearby=tuple(near))

    def subject(self, verb: int) -> tuple[int, ...]:
        """The doer of a verb: its subject, the agent of a passive, or the doer it shares."""
        return self.verbs.subject(verb)

    def carrier(self, noun: int) -> tuple[int | None, str]:
        """The verb that carries an event noun, and how (:meth:`NounRoles.carrier`)."""
        return self._nouns.carrier(noun)
