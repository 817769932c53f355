"""What every corpus reader yields: documents of sentences with their layers of annotation."""

from __future__ import annotations

from dataclasses import dataclass

NAME_KINDS = ("person", "organisation", "place", "nationality", "date", "other")


@dataclass(frozen=True)
class Bound:
    """An anchor (words ``first <= i < end`` of its sentence or document) and its parts.

    ``label`` is the anchor's class; ``parts`` are (role, first, end) triples over the same
    numbering. A predicate with its arguments, a cue with source and content, and a trigger
    with its actors are all of this form. ``open`` are (role, word) pairs of which nothing is
    known.
    """

    label: str
    first: int
    end: int
    parts: tuple[tuple[str, int, int], ...] = ()
    traits: tuple[tuple[str, str], ...] = ()
    open: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Sentence:
    """One sentence; a layer that the corpus does not annotate is ``None``."""

    words: tuple[str, ...]
    parts_of_speech: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None  # index in the sentence; the root is its own head
    relations: tuple[str, ...] | None = None
    names: tuple[tuple[str, int, int], ...] | None = None  # kind, first, end
    name_kinds: frozenset[str] = frozenset()  # the kinds that this corpus marks
    frames: tuple[Bound, ...] | None = None
    factuality: tuple[tuple[int, float], ...] | None = None

    @property
    def tree(self) -> tuple[tuple[int, ...], tuple[str, ...]] | None:
        """Heads and relations, where the sentence has them."""
        if self.heads is None or self.relations is None:
            return None
        return self.heads, self.relations


@dataclass(frozen=True)
class Document:
    """Sentences in order; ``cues``, ``triggers`` and ``mentions`` number the document's words.

    ``repeats`` are (type, word) pairs that may or may not name an act; with ``only_anchors`` this
    is so of all words but the anchors. With ``marked`` false, ``cues`` and ``triggers`` are only
    words to judge.
    """

    id: str
    corpus: str
    sentences: tuple[Sentence, ...]
    cues: tuple[Bound, ...] | None = None
    triggers: tuple[Bound, ...] | None = None
    repeats: tuple[tuple[str, int], ...] = ()
    only_anchors: bool = False
    marked: bool = True
    mentions: tuple[tuple[int, int], ...] | None = None  # head word, chain
