"""Names out of tag probabilities: whole ranges, and one kind for one form."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.names import names_of, ranges
from dateline.records import NameKind, Sentence, Span, Token

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")


def of(tags: list[str], sure: float = 0.9) -> np.ndarray:
    rest = (1 - sure) / (len(LABELS) - 1)
    found = np.full((len(tags), len(LABELS)), rest, dtype=np.float32)
    for i, tag in enumerate(tags):
        found[i, LABELS.index(tag)] = sure
    return found


def text_of(*sentences: str) -> tuple[list[Token], list[Sentence]]:
    tokens: list[Token] = []
    found = []
    at = 0
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for word in sentence.split():
            span = Span(at, at + len(word))
            tokens.append(Token(word, span, "PROPN", first, "root", number))
            at = span.end + 1
        whole = Span(tokens[first].span.start, at - 1)
        found.append(
            Sentence(span=whole, first=first, end=len(tokens), root=first, paragraph=number)
        )
    return tokens, found


def test_a_form_has_the_kind_that_its_places_speak_for() -> None:
    tokens, sentences = text_of("Lincoln spoke", "Lincoln is a town", "Lincoln left")
    chances = np.concatenate(
        [
            of(["B-person", "O"], 0.95),
            of(["B-place", "O", "O", "O"], 0.5),
            of(["B-person", "O"], 0.6),
        ]
    )
    names = names_of(tokens, sentences, chances, LABELS)
    assert [(name.first, name.kind) for name in names] == [
        (0, NameKind.PERSON),
        (2, NameKind.PERSON),
        (6, NameKind.PERSON),
    ]


def test_doubt_at_one_place_counts_for_another_kind() -> None:
    tokens, sentences = text_of("Lincoln won", "Lincoln lost", "Lincoln left")
    chances = of(["B-place", "O", "B-place", "O", "B-person", "O"], 0.9)
    chances[[0, 2]] = [0.0, 0.45, 0.0, 0.5, 0.05]
    names = names_of(tokens, sentences, chances, LABELS)
    assert {name.kind for name in names} == {NameKind.PERSON}


def test_a_last_name_is_the_person_who_is_named_in_full() -> None:
    tokens, sentences = text_of("Ada Lincoln spoke", "Lincoln left", "Boston cheered")
    chances = of(["B-person", "I-person", "O", "B-place", "O", "B-place", "O"], 0.6)
    names = names_of(tokens, sentences, chances, LABELS)
    assert [name.kind for name in names] == [NameKind.PERSON, NameKind.PERSON, NameKind.PLACE]


def test_an_inside_of_another_kind_does_not_cut_a_name() -> None:
    chances = of(["B-person", "I-person", "O"])
    chances[1] = [0.02, 0.03, 0.45, 0.0, 0.5]
    assert list(ranges(chances, chances.argmax(axis=1), LABELS)) == [("person", 0, 2)]


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=5, max_size=5), min_size=1, max_size=8))
def test_names_of_a_sentence_lie_apart_and_inside_it(rows: list[list[float]]) -> None:
    chances = np.array(rows, dtype=np.float32)
    found = list(ranges(chances, chances.argmax(axis=1), LABELS))
    ends = [0, *(end for _, _, end in found)]
    assert all(before <= first < end for before, (_, first, end) in zip(ends, found, strict=False))
    assert ends[-1] <= len(rows)
