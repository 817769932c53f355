"""Walking the dependency trees of a reading.

Relations are those of Universal Dependencies (English EWT). This module imports only records.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from dateline.records import NameKind, Reading, Span, Token

VERBAL = frozenset({"VERB", "AUX"})  # parts of speech
TOLD_CLAUSES = frozenset({"ccomp", "parataxis"})  # what somebody says
RELATIVE_CLAUSE = frozenset({"acl:relcl"})
NOUN_CLAUSES = frozenset({"acl", "acl:relcl"})  # relative clauses and participles
OTHER_CLAUSES = NOUN_CLAUSES | {"advcl", "ccomp", "conj", "parataxis"}


@cache
def _without_subtype(relation: str) -> str:
    return relation.partition(":")[0]


class Tree:
    """The trees of all sentences of one reading, with children in order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.words = tuple([token.text.lower() for token in reading.tokens])
        self._relations = tuple([token.relation for token in reading.tokens])
        self._bare = tuple(map(_without_subtype, self._relations))
        below: list[list[int]] = [[] for _ in reading.tokens]
        for index, token in enumerate(reading.tokens):
            if token.head != index:
                below[token.head].append(index)
        self._below = tuple(map(tuple, below))
        self._passive: dict[int, bool] = {}

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def children(self, index: int, *relations: str) -> tuple[int, ...]:
        """Dependents of a token; those with one of ``relations`` (full or bare) if any is given."""
        below = self._below[index]
        if not relations or not below:
            return below
        bare, full = self._bare, self._relations
        return tuple(
            [child for child in below if bare[child] in relations or full[child] in relations]
        )

    def bare(self, index: int) -> str:
        """The relation without its subtype."""
        return self._bare[index]

    def relation(self, index: int) -> str:
        return self._relations[index]

    def parent(self, index: int) -> int | None:
        head = self.tokens[index].head
        return None if head == index else head

    @cached_property
    def _named(self) -> dict[int, NameKind]:
        names = self.reading.names
        return {index: name.kind for name in names for index in range(name.first, name.end)}

    def is_named(self, index: int, *kinds: NameKind) -> bool:
        """Whether a token is part of a name of one of some kinds."""
        return self._named.get(index) in kinds

    def is_pronoun(self, index: int, pronouns: frozenset[str]) -> bool:
        """Whether a token is one of some pronouns, and no name spelt like one ("US")."""
        return self.words[index] in pronouns and self[index].part_of_speech != "PROPN"

    def top(self, first: int, end: int) -> int:
        """The token that governs a range: the first whose head lies outside, or the root."""
        heads = ((i, self[i].head) for i in range(first, end))
        return next((i for i, head in heads if head == i or not first <= head < end), first)

    def ancestors(self, index: int) -> Iterator[int]:
        """Governors from the nearest to the root."""
        seen = {index}
        head = self.tokens[index].head
        while head not in seen:
            yield head
            seen.add(head)
            head = self.tokens[head].head

    def subtree(self, index: int, without: frozenset[str] = frozenset()) -> tuple[int, ...]:
        """A token and all below it, sorted; branches with a relation in ``without`` left out."""
        if not self._below[index]:
            return (index,)
        found: list[int] = []
        waiting = [index]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting += [
                child for child in self._below[here] if self.tokens[child].relation not in without
            ]
        return tuple(sorted(found))

    def span(self, indices: tuple[int, ...]) -> Span:
        """The characters from the first to the last of some tokens."""
        return Span(self.tokens[min(indices)].span.start, self.tokens[max(indices)].span.end)

    def case(self, index: int) -> str:
        """The prepositions before a phrase, joined ("out of"), or ``""``."""
        marks = self.children(index, "case")
        if not marks:
            return ""
        words = [self.words[part] for mark in marks for part in self.subtree(mark)]
        return " ".join(word for word in words if word not in ("'s", "’s", "'", "’"))

    def conjuncts(self, index: int) -> tuple[int, ...]:
        """A token and those coordinated with it (below it)."""
        found = [index]
        for here in found:
            found += [child for child in self._below[here] if self.bare(child) == "conj"]
        return tuple(sorted(set(found)))

    def first_conjunct(self, index: int) -> int:
        """The token that heads the coordination in which this one stands."""
        while self.bare(index) == "conj":
            index = self.tokens[index].head
        return index

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is passive: by its auxiliary or subject, or as a bare participle."""
        known = self._passive.get(verb)
        if known is None:
            known = self._passive[verb] = self._reads_passive(verb)
        return known

    def _reads_passive(self, verb: int) -> bool:
        if self.children(verb, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"):
            return True
        bare_participle = not self.words[verb].endswith("ing") and not self.children(
            verb, "nsubj", "obj", "aux", "mark"
        )
        if self.bare(verb) == "conj" and bare_participle:
            first = self.first_conjunct(verb)
            return (
                self[first].part_of_speech == "VERB"
                and bool(self.children(first, "nsubj:pass", "aux:pass"))
                and self.words[verb].endswith(
                    ("ed", "en", "wn", "nt", "ot", "ht", "rn", "ck", "ld", "pt")
                )
            )
        loose = self.relation(verb) in ("xcomp", "advcl") and self[verb].tag == "VBN"
        return (
            (loose or self.relation(verb) in ("acl", "amod"))
            and not self.words[verb].endswith("ing")
            and not self.children(verb, "nsubj", "obj", "mark")
            and not any(self.words[c] == "to" for c in self._below[verb])
        )
