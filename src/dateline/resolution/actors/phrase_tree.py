"""The dependency tree of a reading, asked in the terms of noun phrases."""

from __future__ import annotations

from dateline.records import Reading, Span
from dateline.tree import Tree

NOMINAL = frozenset(("NOUN", "PROPN"))
# Relations by which words before a noun belong to its phrase.
_BEFORE = frozenset(
    [
        "det",
        "det:predet",
        "cc:preconj",
        "amod",
        "compound",
        "nummod",
        "nmod:poss",
        "nmod:desc",
        "nmod",
        "flat",
        "advmod",
        "punct",
        "obl:npmod",
        "obl:unmarked",
        "nmod:unmarked",
        "dep",
        "goeswith",
    ]
)
# Relations by which words after the head of a name belong to it.
_AFTER = frozenset(("flat", "flat:name", "flat:foreign", "compound", "nummod", "goeswith", "fixed"))


class PhraseTree(Tree):
    """The trees of one reading with the base noun phrases in them, each computed once."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._phrases: dict[int, tuple[int, int]] = {}

    def link_to(self, index: int, head: int) -> int | None:
        """The child of ``head`` through which ``index`` hangs on it, or ``None``."""
        below, seen = index, {index}
        while (above := self.tokens[below].head) != head:
            if above in seen:
                return None
            seen.add(above)
            below = above
        return below

    def phrase(self, head: int) -> tuple[int, int]:
        """The base noun phrase of a head: tokens ``first <= i < end``."""
        known = self._phrases.get(head)
        if known is None:
            known = self._phrases[head] = self._first(head), self.name_end(head)
        return known

    def _first(self, head: int) -> int:
        """The first word of the base noun phrase of a head."""
        sentence = self.reading.sentences[self.tokens[head].sentence]
        first = head
        for index in range(head - 1, sentence.first - 1, -1):
            link = self.link_to(index, head)
            if link is None or link > head or self.relation(link) not in _BEFORE:
                if self._joins_modifiers(index, head):
                    continue
                break
            if self.relation(link) == "nmod" and self.preposition(link):
                break  # "In Syria, US-backed fighters": a place before the phrase
            first = index
        while first < head and self.tokens[first].part_of_speech in ("PUNCT", "CCONJ", "ADP"):
            if self.words[first] in ("both", "either", "neither"):
                break
            first += 1
        if first and self.words[first] in ("least", "most") and self.words[first - 1] == "at":
            first -= 1
        return first - 1 if self.lone_modifier(first, head) else first

    def _joins_modifiers(self, index: int, head: int) -> bool:
        """Whether "and" or a hyphen, hung elsewhere in the tree, joins modifiers of a head."""
        before = index - 1
        return (
            self.words[index] in ("and", "or", "-", "–")
            and before >= 0
            and self.tokens[before].head == head
            and self.bare(before) in ("amod", "compound")
            and (self.tokens[before].part_of_speech != "PROPN" or self.words[index] == "-")
        )

    def lone_modifier(self, first: int, head: int) -> bool:
        """Whether the word before ``first`` is an adjective that the tree hangs elsewhere."""
        before = first - 1
        if before < self.reading.sentences[self.tokens[head].sentence].first:
            return False
        token = self.tokens[before]
        return token.part_of_speech == "ADJ" and token.text[:1].isupper()

    def name_end(self, head: int) -> int:
        """The end of the words that continue a name behind its head."""
        sentence = self.reading.sentences[self.tokens[head].sentence]
        end = head + 1
        for index in range(head + 1, sentence.end):
            link = self.link_to(index, head)
            if link is None or self.relation(link) not in _AFTER:
                break
            if self.tokens[index].part_of_speech != "PUNCT" or self.words[index] == "-":
                end = index + 1
        return end

    def span_from(self, first: int, end: int) -> Span:
        """The characters of the tokens ``first <= i < end``."""
        return Span(self.tokens[first].span.start, self.tokens[end - 1].span.end)

    def covered(self, span: Span) -> list[int]:
        """The tokens that overlap a span."""
        return [
            index
            for sentence in self.reading.sentences
            if sentence.span.overlaps(span)
            for index in range(sentence.first, sentence.end)
            if self.tokens[index].span.overlaps(span)
        ]

    def heads_of(self, span: Span) -> list[int]:
        """Tokens of a span whose head lies outside it, and those coordinated with them."""
        covered = self.covered(span)
        inside = set(covered)
        tops = [
            index
            for index in covered
            if (self.tokens[index].head not in inside or self.tokens[index].head == index)
            and self.tokens[index].part_of_speech not in ("PUNCT", "ADP", "DET", "CCONJ", "PART")
        ] or covered[-1:]
        found: list[int] = []
        for top in self._joined_tops(covered, tops):
            found.append(top)
            found.extend(c for c in self.children(top, "conj") if c in inside)
        return found

    def _joined_tops(self, covered: list[int], tops: list[int]) -> list[int]:
        """All tops of a coordination; else the last before a verb or preposition."""
        if len(tops) < 2 or any(self.words[i] in ("and", "or", ",", "&") for i in covered):
            return tops
        ends = (i for i in covered if self.tokens[i].part_of_speech in ("VERB", "ADP", "SCONJ"))
        end = next((i for i in ends if i > tops[0]), covered[-1] + 1)
        return [top for top in tops if top < end][-1:]

    def whole(self, index: int) -> int:
        """The token that heads the name or compound which ``index`` is part of."""
        while self.bare(index) in ("flat", "compound") and self.tokens[index].head != index:
            index = self.tokens[index].head
        return index

    def preposition(self, index: int) -> str:
        """The lower-cased preposition of an oblique or nominal modifier, or an empty string."""
        for child in self.children(index):
            if self.bare(child) == "case" and child < index:
                return self.words[child]
        return ""

    def clause(self, index: int) -> int:
        """The verb or root that a token hangs on."""
        for above in self.ancestors(index):
            if self.tokens[above].part_of_speech in ("VERB", "AUX"):
                return above
        return self.reading.sentences[self.tokens[index].sentence].root

    def is_patient(self, index: int) -> bool:
        """Whether a token is what a verb is done to: its object, or the subject of a passive."""
        return self.bare(index) == "obj" or self.relation(index) == "nsubj:pass"

    def is_subject(self, index: int) -> bool:
        return self.bare(index) in ("nsubj", "csubj")
