"""From the phrases of a slot to the parties in them."""

from __future__ import annotations

from dateline.coding.people import People
from dateline.coding.triggers import near_words
from dateline.knowledge.lexicon import Lexicon
from dateline.tree import Tree


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
        violence, who does it."""
        if self._people.is_party(head):
            return (head,)
        if self.tells_violence(head):
            return self.of_noun(head, self._author_slots(head), self._instruments(head))
        tree = self._tree
        instruments = self._instruments(head)
        for child in tree.children(head, "nmod", "nmod:poss", "compound", "amod", "appos", "flat"):
            if tree.bare(child) == "nmod" and tree.case(child) not in ("of", ""):
                continue
            if child not in instruments and self._people.is_party(child):
                return (child,)
        return ()

    def _instruments(self, head: int) -> tuple[int, ...]:
        """The common nouns before a noun that names an act: a car bomb is no car."""
        if self._tree.words[head] not in self._lexicon.nouns:
            return ()
        compounds = self._tree.children(head, "compound")
        return tuple(one for one in compounds if self._tree[one].part_of_speech == "NOUN")

    def tells_violence(self, noun: int) -> bool:
        """Whether a noun tells violence: what hangs on it are victims ("the killing of X")."""
        return bool(self._author_slots(noun))

    def _author_slots(self, noun: int) -> tuple[str, ...]:
        """The slots that name who does the violence that a noun tells, if it tells any."""
        entries = self._lexicon.nouns.get(self._tree.words[noun], ())
        if not entries or self._tree[noun].part_of_speech != "NOUN":
            return ()
        near = near_words(self._tree, noun, self._lexicon).keys()
        entry = next((one for one in entries if one.matches(near)), None)
        return entry.actor_slots if entry is not None and entry.type == "ASSAULT" else ()

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
                heads = tuple(one for one in modifiers if one not in without)
            else:
                heads = tuple(
                    child
                    for child in tree.children(noun, "nmod", "obl", "obl:agent")
                    if tree.case(child).split(" ")[-1] == slot
                )
            if found := self.parties(heads):
                return found
        return ()

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
