"""From the phrases of a slot to the parties in them."""

from __future__ import annotations

from dateline.coding.people import People
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
        """The mention of a phrase: its head, or for measures and parts, what they are of."""
        if self._people.is_party(head):
            return (head,)
        tree = self._tree
        deed = tree.words[head] in self._lexicon.nouns
        for child in tree.children(head, "nmod", "nmod:poss", "compound", "amod", "appos", "flat"):
            if tree.bare(child) == "nmod" and tree.case(child) not in ("of", ""):
                continue
            if deed and tree.relation(child) == "compound" and tree[child].part_of_speech == "NOUN":
                continue  # a car bomb is no car
            if self._people.is_party(child):
                return (child,)
        return ()

    def behind(self, head: int, preposition: str, without: tuple[int, ...] = ()) -> tuple[int, ...]:
        """The parties behind a preposition, of a word or of its object ("put pressure *on*")."""
        tree = self._tree
        phrases = [
            child
            for child in tree.children(head, "obl", "nmod", "obl:agent")
            if tree.case(child).split(" ")[-1] == preposition or tree.case(child) == preposition
        ]
        below = [
            child
            for carried in tree.children(head, "obj", "xcomp")
            for child in tree.children(carried, "nmod", "obl")
            if tree.case(child) == preposition
        ]
        return self.parties(tuple(phrases) + tuple(below), without)
