"""Where a report says things happen: states told as places, struck, or scenes of a paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from dateline.knowledge.actors import singular
from dateline.knowledge.actors.agents import Agents
from dateline.resolution.actors.phrase_tree import PhraseTree

# What the tree says: a place named in the noun's own clause ("activists burn posters in India"),
# the one that its clause describes ("in Chad, where refugees"),
# the state of whom the noun is joined with ("the Sudanese army and paramilitary forces"), and the
# state that it is given to ("Pakistan's Balochistan province").
_IN_CLAUSE = 3.0
_THERE = 5.0
_JOINED = 4.0
_OWNED = 6.0
# A paragraph that opens with a place ("In Niamey, …") goes on there.
_OPENING_WORDS = 2
_SCENE_REACH = 4
_UPON = ("on", "against")
_OF_A_NAME = ("nmod", "appos", "conj")
LOCATING = ("in", "at", "near", "across", "inside", "from", "into")


class Grounds:
    """The states that a report names as places, by token, clause and sentence."""

    def __init__(self, tree: PhraseTree, agents: Agents) -> None:
        self.tree = tree
        self._agents = agents
        self._named: dict[int, str] = {}
        self._located: defaultdict[int, list[str]] = defaultdict(list)
        self._struck: defaultdict[int, set[str]] = defaultdict(set)
        self._scenes: dict[int, str] = {}
        self._fronted: dict[int, str] = {}

    def add(self, index: int, code: str) -> None:
        """Count a name of a state's as told of a place."""
        head = self._ground_of(index)
        self._named[head] = code
        if self.tree.preposition(head) in LOCATING:
            self._located[self.tree.clause(head)].append(code)
            number = self.tree.tokens[index].sentence
            if self._opens_sentence(head, index):
                self._fronted.setdefault(number, code)
                if self._opens_paragraph(number):
                    self._scenes.setdefault(number, code)
        elif self._is_struck(head):
            self._struck[self.tree.tokens[index].sentence].add(code)

    def place_before(self, index: int) -> str:
        """The state named last before a token, in its sentence, as the place of something."""
        first = self.tree.reading.sentences[self.tree.tokens[index].sentence].first
        placed = [
            code
            for head, code in self._named.items()
            if first <= head < index and self.tree.preposition(head) in LOCATING
        ]
        return placed[-1] if placed else ""

    def places_of_clause(self, index: int) -> list[str]:
        """The states in which the clause of a token says that it happens."""
        return self._located.get(self.tree.clause(index), [])

    def of_sentence(self, sentence: int) -> frozenset[str]:
        """The states in which a sentence says that something happens or whose places it says are
        struck: "hit a market in Kharkiv", "the raid on Odesa"."""
        located = (
            code
            for clause, codes in self._located.items()
            if self.tree.tokens[clause].sentence == sentence
            for code in codes
        )
        return frozenset((*located, *self._struck.get(sentence, ())))

    def fronted(self, sentence: int) -> str:
        """The state with which a sentence opens as its place: "In *Niamey*, police arrested"."""
        return self._fronted.get(sentence, "")

    def struck(self, sentence: int) -> frozenset[str]:
        """The states whose places a sentence says are struck."""
        return frozenset(self._struck.get(sentence, ()))

    def mostly_outside(self, state: str) -> bool:
        """Whether more things happen, by the places told, in some other state."""
        places = Counter(code for codes in self._located.values() for code in codes)
        others = (count for code, count in places.items() if code != state)
        return max(others, default=0) > places[state]

    def bound(self, index: int) -> Iterator[tuple[str, float]]:
        """The states that the tree binds to a token, and how much that counts."""
        tree = self.tree
        clause = tree.clause(index)
        for code in self._located.get(clause, ()):
            yield code, _IN_CLAUSE
        for word in tree.children(clause):
            before = word - 2 if tree.words[word - 1 : word] == (",",) else word - 1
            if tree.words[word] == "where" and tree.whole(before) in self._named:
                yield self._named[tree.whole(before)], _THERE
        for owner in tree.children(tree.whole(index)):
            if tree.relation(owner) == "nmod:poss" and owner in self._named:
                yield self._named[owner], _OWNED
        partners = tree.children(index, "conj")
        if tree.bare(index) == "conj":
            head = tree.tokens[index].head
            partners += (head, *(other for other in tree.children(head, "conj") if other != index))
        for partner in partners:
            for word in (partner, *tree.children(partner)):
                if word in self._named and word not in (index, *tree.children(partner, "conj")):
                    yield self._named[word], _JOINED

    def scene(self, sentence: int) -> str:
        """The state in which the paragraph of a sentence was said to go on, shortly before it."""
        sentences = self.tree.reading.sentences
        for number in range(sentence - 1, max(-1, sentence - _SCENE_REACH - 1), -1):
            if sentences[number].paragraph != sentences[sentence].paragraph:
                break
            if number in self._scenes:
                return self._scenes[number]
        return ""

    def _ground_of(self, index: int) -> int:
        """The head of a name, or of the place whose state it tells: "the Iranian *capital*"."""
        head = self.tree.whole(index)
        noun = self.tree.tokens[head].head
        owns = self.tree.bare(head) == "amod" or self.tree.relation(head) == "nmod:poss"
        return noun if owns and self.tree.words[noun] in self._agents.grounds else head

    def _opens_sentence(self, head: int, first: int) -> bool:
        """Whether a place stands before its clause at the beginning of a sentence."""
        opening = self.tree.reading.sentences[self.tree.tokens[head].sentence]
        fronted = self.tree.preposition(head) == "in" and head < opening.root
        return fronted and first - opening.first <= _OPENING_WORDS

    def _opens_paragraph(self, number: int) -> bool:
        sentences = self.tree.reading.sentences
        return not number or sentences[number - 1].paragraph != sentences[number].paragraph

    def _is_struck(self, head: int) -> bool:
        tree, name = self.tree, head
        while tree.bare(head) in _OF_A_NAME:
            deed = tree.tokens[head].head
            if tree.preposition(head) in _UPON and singular(tree.words[deed]) in self._agents.acts:
                return True
            head = deed
        noun, verb = singular(tree.words[head]), tree.words[tree.tokens[head].head]
        agents = self._agents
        place = head == name or noun in agents.territory or agents.kinds.get(noun) == "place"
        strikes = verb in agents.war or verb in agents.striking
        return place and strikes and tree.is_patient(head)
