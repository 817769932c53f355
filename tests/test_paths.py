"""Branches and tails: how the words of a sentence stand to one of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.paths import AFTER, BEFORE, FIXED, PathTables, children_of, paths

# "Chad 's army attacked and burned towns": attacked is the root.
WORDS = ("Chad", "'s", "army", "attacked", "and", "burned", "towns")
HEADS = (2, 0, 3, 3, 5, 3, 5)
RELATIONS = ("nmod:poss", "case", "nsubj", "root", "cc", "conj", "obj")


def seen_from(anchor: int) -> dict[str, tuple[str, str]]:
    found = paths(HEADS, RELATIONS, children_of(HEADS), anchor)
    return {WORDS[word]: (branch, tail) for word, branch, tail in found}


def test_the_words_of_a_subject_share_its_branch() -> None:
    seen = seen_from(WORDS.index("attacked"))
    assert seen["army"] == ("<nsubj", "0")
    assert seen["Chad"] == ("<nsubj", "1nmod:poss")
    assert seen["'s"] == ("<nsubj", "2case")


def test_the_subject_of_the_verb_that_the_anchor_is_joined_to() -> None:
    seen = seen_from(WORDS.index("burned"))
    assert seen["army"] == ("conj<nsubj", "0")
    assert seen["attacked"] == ("conj=", "=")
    assert seen["towns"] == ("<obj", "0")


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], int]:
    """Heads of a tree whose root is word 0 before the words are mixed, and a word of it."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place in range(size):
        above = draw(st.integers(0, place - 1)) if place else 0
        heads[order[place]] = order[above]
    return heads, draw(st.integers(0, size - 1))


@given(trees())
def test_every_word_of_a_tree_is_told_once(drawn: tuple[list[int], int]) -> None:
    heads, anchor = drawn
    told = [word for word, _, _ in paths(heads, ["r"] * len(heads), children_of(heads), anchor)]
    assert sorted(told) == list(range(len(heads)))


def test_words_of_other_sentences_and_unknown_paths() -> None:
    tables = PathTables((*FIXED, "<nsubj"), (*FIXED, "0"))
    row = np.zeros((len(WORDS) + 3, 2), dtype=np.int64)
    tables.fill(row, 2, (HEADS, RELATIONS, children_of(HEADS)), 2 + WORDS.index("attacked"))
    assert row[:2].tolist() == [[FIXED.index(BEFORE)] * 2] * 2
    assert row[-1].tolist() == [FIXED.index(AFTER)] * 2
    assert row[2 + WORDS.index("army")].tolist() == [4, 4]
    assert row[2 + WORDS.index("towns")].tolist() == [FIXED.index("other")] * 2
