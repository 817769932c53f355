"""From the phrases of a slot to the parties in them."""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.coding.addressees import is_opposed
from dateline.coding.blamed import blamed_by
from dateline.coding.people import People
from dateline.coding.triggers import entry_of
from dateline.knowledge.lexicon import Lexicon, Pattern
from dateline.knowledge.reasons import ground
from dateline.tree import Tree

# Prepositions of the violence in which people die.
CAUSES = frozenset({"in", "by", "during", "from", "after", "following", "under", "amid"})


class Phrases:
    """The parties that phrases of one reading name."""

    def __init__(self, tree: Tree, people: People, lexicon: Lexicon) -> None:
        self._tree = tree
        self._people = people
        self._lexicon = lexicon

    def parties(self, heads: tuple[int, ...], without: tuple[int, ...] = ()) -> tuple[int, ...]:
        """The parties in some phrases: coordinated ones spread out, others looked into."""
        found: list[int] = []
        for head in heads:
            if head in without and not self._people.is_party(head):
                continue
            for part in self._tree.conjuncts(head):
                found += self._party(part)
        return tuple(dict.fromkeys(found))

    def _party(self, head: int) -> tuple[int, ...]:
        """The mention of a phrase: its head, or for measures and parts, what they are of; for
        violence, who does it, and for an arrest, if that is told."""
        if self._people.is_party(head):
            return (head,)
        deed, instruments = self._deed(head), self._instruments(head)
        if deed is not None and deed.type == "ASSAULT" and deed.actor_slots:
            return self.of_noun(head, deed.actor_slots, instruments)
        if deed is not None and "passive-state" in deed.flags:
            found = self.of_noun(head, deed.actor_slots, instruments) or self._state_around(head)
            if found:
                return found
        tree = self._tree
        authors = (child for child in tree.children(head, "nmod") if tree.case(child) == "by")
        for author in authors:  # "the sale of arms to Mali *by Chad*"
            if self._people.is_party(author):
                return (author,)
        for child in tree.children(head, "nmod", "nmod:poss", "compound", "amod", "appos", "flat"):
            if tree.bare(child) == "nmod" and tree.case(child) not in ("of", ""):
                continue
            if child not in instruments and self._people.is_party(child):
                return (child,)
        return ()

    def blamed(self, verb: int) -> tuple[int, ...]:
        """On whom a verb lays the deed that is its object."""
        return self.parties(blamed_by(verb, self._people))

    def _instruments(self, head: int) -> tuple[int, ...]:
        """The common nouns before a noun that names an act, and the things before one that names
        a weapon: a car bomb is no car."""
        words, compounds = self._tree.words, self._tree.children(head, "compound")
        nouns = tuple(one for one in compounds if self._tree[one].part_of_speech == "NOUN")
        if words[head] in self._lexicon.nouns:
            return nouns
        weapon = self._lexicon.complement_mode("ASSAULT", [words[head]]) is not None
        return tuple(one for one in nouns if weapon and self._people.is_site(one))

    def tells_violence(self, noun: int) -> bool:
        """Whether a noun tells violence: what hangs on it are victims ("the killing of X")."""
        deed = self._deed(noun)
        return deed is not None and deed.type == "ASSAULT" and bool(deed.actor_slots)

    def causing(self, trigger: Trigger) -> tuple[int, ...]:
        """Who does the violence in which somebody dies: "was killed *in an Israeli raid*"."""
        tree, verb = self._tree, trigger.head
        told = tree.is_passive(verb) or "subject" in trigger.recipient_slots
        if "toll" not in trigger.flags or not told:
            return ()
        for phrase in tree.children(verb, "obl", "obl:agent"):
            if tree.case(phrase) in CAUSES and (found := self._authors(phrase)):
                return found
        return ()

    def _authors(self, noun: int) -> tuple[int, ...]:
        """Who does the violence that a noun tells or, since people are told to die of it, must
        tell ("a *US* strike"), as its own slots say."""
        entries = self._lexicon.nouns.get(self._tree.words[noun], ())
        deeds = (self._deed(noun), *entries)
        violent = (one for one in deeds if one is not None and one.type == "ASSAULT")
        deed = next(violent, None)
        if deed is None or "mutual" in deed.flags:
            return ()
        return self.of_noun(noun, deed.actor_slots, self._instruments(noun))

    def _deed(self, noun: int) -> Pattern | None:
        """The entry of the act that a noun names, if it names any."""
        if self._tree[noun].part_of_speech != "NOUN":
            return None
        return entry_of(self._tree, noun, self._lexicon)

    def _state_around(self, noun: int) -> tuple[int, ...]:
        """The state in which only it can do what a noun tells: "the arrest of a lawyer in Iran"."""
        tree = self._tree
        near = tree.children(noun, "nmod")
        near += tuple(child for one in near for child in tree.children(one, "nmod"))
        return tuple(
            one
            for one in near
            if tree.case(one) == "in"
            and any(ground(actor.why) == "state" for actor in self._people.actors(one))
        )

    def of_noun(
        self, noun: int, slots: tuple[str, ...], without: tuple[int, ...] = ()
    ) -> tuple[int, ...]:
        """The parties in the first of a noun's slots that has any."""
        tree = self._tree
        for slot in slots:
            if slot == "possessor":
                heads = tree.children(noun, "nmod:poss")
            elif slot == "modifier":
                modifiers = tree.children(noun, "amod", "compound", "nmod:desc")
                # What a "drone attack" is done with belongs to its name.
                heads = tuple(
                    one
                    for one in modifiers
                    if one not in without
                    and not self._people.only_places(one, noun)
                    and not is_opposed(tree, one)
                )
            else:
                heads = tuple(
                    child
                    for child in self._behind_noun(noun, slot)
                    if tree.case(child).split(" ")[-1] == slot
                )
            if found := self.parties(heads):
                return found
        return ()

    def _behind_noun(self, noun: int, slot: str) -> tuple[int, ...]:
        """The phrases behind a noun, for "by" also those behind whom it was done to."""
        tree = self._tree
        near = tree.children(noun, "nmod", "obl", "obl:agent")
        if slot != "by":
            return near
        below = (child for one in near if tree.case(one) == "of" for child in tree.children(one))
        return near + tuple(child for child in below if tree.bare(child) == "nmod")

    def behind(self, head: int, preposition: str, without: tuple[int, ...] = ()) -> tuple[int, ...]:
        """The parties behind a preposition, of a word or of its object ("put pressure *on*"); not
        of violence as an object, whose parties are its own ("condemned the attack *on*")."""
        tree = self._tree
        phrases = [
            child
            for child in tree.children(head, "obl", "nmod", "obl:agent")
            if tree.case(child).split(" ")[-1] == preposition or tree.case(child) == preposition
        ]
        below = [
            child
            for carried in tree.children(head, "obj", "xcomp")
            if carried in without or not self.tells_violence(carried)
            for child in tree.children(carried, "nmod", "obl")
            if tree.case(child) == preposition
        ]
        return self.parties(tuple(phrases) + tuple(below), without)
