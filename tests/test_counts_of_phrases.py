"""How many a phrase counts: numbers, words for them, bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain import parsed_reading

from dateline.coding.quantities import quantity_of
from dateline.knowledge import counts as vocabulary
from dateline.tree import Tree

WORDS = vocabulary.load()


def phrase(words: str, noun_tag: str = "NNS") -> Tree:
    """A tree in which all words of a phrase hang from its last."""
    cells = words.split()
    rows = [f"{word} {_part(word)} {len(cells)} {_relation(word)}" for word in cells[:-1]]
    return Tree(parsed_reading("\n".join([*rows, f"{cells[-1]} NOUN 0 root {noun_tag}"])))


def _part(word: str) -> str:
    return "NUM" if word[0].isdigit() or word in WORDS.numbers else "ADV"


def _relation(word: str) -> str:
    return "nummod" if _part(word) == "NUM" else "advmod"


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("20 people", 20, 20),
        ("at least 20 people", 20, 20),
        ("more than 1,200 people", 1200, 1200),
        ("up to 20 people", 0, 20),
        ("as many as 20 people", 0, 20),
        ("15 to 20 people", 15, 20),
        ("between 15 and 20 people", 15, 20),
        ("twenty - two people", 22, 22),
        ("two hundred people", 200, 200),
        ("half a million people", 500000, 500000),
        ("a million people", 1000000, 1000000),
        ("1.5 million people", 1500000, 1500000),
        ("dozens", 24, 99),
        ("scores", 40, 99),
        ("hundreds", 200, 999),
        ("thousands", 2000, 9999),
    ],
)
def test_numbers_of_the_codebook(words: str, low: int, high: int) -> None:
    tree = phrase(words)
    found = quantity_of(tree, len(tree.tokens) - 1, WORDS)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_tens_of_thousands_are_one_number() -> None:
    tree = Tree(
        parsed_reading(
            """
            tens NOUN 0 root NNS
            of ADP 3 case IN
            thousands NOUN 1 nmod NNS
            """
        )
    )
    found = quantity_of(tree, 0, WORDS)
    assert found is not None
    assert (found.low, found.high) == (20000, 99999)


@pytest.mark.parametrize(
    ("noun", "tag", "count"),
    [("policeman", "NN", 1), ("soldiers", "NNS", None), ("tower", "NN", None), ("pair", "NN", 2)],
)
def test_one_person_is_one_and_a_plural_without_number_unknown(
    noun: str, tag: str, count: int | None
) -> None:
    found = quantity_of(phrase(f"the {noun}", tag), 1, WORDS)
    assert (found.high if found else None) == count


@given(number=st.integers(0, 10**9))
def test_any_number_is_read_as_written(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        found = quantity_of(phrase(f"{written} people"), 1, WORDS)
        assert found is not None
        assert (found.low, found.high) == (number, number)


ROWS = st.lists(
    st.sampled_from(
        [
            *WORDS.round,
            *WORDS.numbers,
            *WORDS.multipliers,
            "-",
            "and",
            "to",
            "up",
            "half",
            "a",
            "2,000",
        ]
    ).map(lambda words: words.split()[0]),
    min_size=1,
    max_size=8,
)


@given(words=ROWS)
def test_no_row_of_number_words_gives_a_crooked_range(words: list[str]) -> None:
    found = quantity_of(phrase(" ".join([*words, "people"])), len(words), WORDS)
    assert found is None or 0 <= found.low <= found.high
