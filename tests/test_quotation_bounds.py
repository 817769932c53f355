"""Where a quotation that the model marks begins and ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from trees import reading

from dateline.language.quotation_bounds import completed
from dateline.records import Quotation, Reading


def words(made: Reading, part: tuple[int, int] | None) -> str:
    return "" if part is None else " ".join(token.text for token in made.tokens[slice(*part)])


def complete(
    rows: str, cue: tuple[int, int], source: tuple[int, int], content: tuple[int, int]
) -> tuple[str, str, str]:
    made = reading(rows)
    marked = Quotation(cue=cue, source=source, content=content, score=1.0)
    (one,) = completed([marked], made.tokens, made.sentences, made.report.text)
    return words(made, one.cue), words(made, one.source), words(made, one.content)


def test_an_auxiliary_goes_with_its_verb() -> None:
    rows = (
        "France/PROPN/3/nsubj has/AUX/3/aux demanded/VERB/0/root a/DET/5/det ban/NOUN/3/obj "
        "./PUNCT/3/punct"
    )
    assert complete(rows, (1, 2), (0, 1), (3, 5)) == ("has demanded", "France", "a ban")


def test_the_preposition_before_the_content_is_of_the_cue() -> None:
    rows = (
        "France/PROPN/2/nsubj called/VERB/0/root for/ADP/5/case a/DET/5/det ban/NOUN/2/obl "
        "./PUNCT/2/punct"
    )
    whole = ("called for", "France", "a ban")
    assert complete(rows, (1, 2), (0, 1), (3, 5)) == whole
    assert complete(rows, (1, 2), (0, 1), (2, 5)) == whole


def test_the_preposition_of_a_day_is_not() -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root on/ADP/4/case Monday/PROPN/2/obl it/PRON/6/nsubj "
        "left/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert complete(rows, (1, 3), (0, 1), (4, 6)) == ("said", "France", "it left")


def test_what_stands_between_marks_is_not_cut_off() -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root :/PUNCT/2/punct “/PUNCT/5/punct We/PRON/6/nsubj "
        "left/VERB/2/ccomp ./PUNCT/6/punct It/PRON/9/nsubj rained/VERB/6/parataxis ./PUNCT/9/punct "
        "”/PUNCT/9/punct"
    )
    assert complete(rows, (1, 2), (0, 1), (4, 6))[2] == "We left . It rained ."


def test_at_least_so_many_is_what_was_said() -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root at/ADP/4/case least/ADJ/5/nmod ten/NUM/6/nsubj "
        "died/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert complete(rows, (1, 2), (0, 1), (2, 6)) == ("said", "France", "at least ten died")


def test_a_quotation_goes_on_behind_its_cue() -> None:
    rows = (
        "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/6/ccomp ,/PUNCT/6/punct ”/PUNCT/6/punct "
        "said/VERB/0/root France/PROPN/6/nsubj ./PUNCT/6/punct\n"
        "“/PUNCT/3/punct It/PRON/3/nsubj rained/VERB/0/root ./PUNCT/3/punct ”/PUNCT/3/punct"
    )
    assert complete(rows, (5, 6), (6, 7), (1, 3))[2].endswith("It rained .")


def test_a_quotation_ends_where_another_is_claimed() -> None:
    rows = (
        "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/6/ccomp ,/PUNCT/6/punct ”/PUNCT/6/punct "
        "said/VERB/0/root France/PROPN/6/nsubj ./PUNCT/6/punct"
    )
    made = reading(rows)
    one = Quotation(cue=(5, 6), source=(6, 7), content=(1, 2), score=1.0)
    other = Quotation(cue=(2, 3), source=None, content=None, score=1.0)
    first, _ = completed([one, other], made.tokens, made.sentences, made.report.text)
    assert words(made, first.content) == "We"


ROWS = (
    "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/6/ccomp ,/PUNCT/6/punct ”/PUNCT/6/punct "
    "said/VERB/0/root France/PROPN/6/nsubj on/ADP/9/case Monday/PROPN/6/obl ./PUNCT/6/punct"
)
RANGES = st.tuples(st.integers(0, 9), st.integers(1, 4)).map(lambda r: (r[0], min(r[0] + r[1], 10)))


@given(cue=RANGES, source=st.none() | RANGES, content=st.none() | RANGES)
def test_every_part_stays_a_range_of_the_report(
    cue: tuple[int, int], source: tuple[int, int] | None, content: tuple[int, int] | None
) -> None:
    made = reading(ROWS)
    marked = Quotation(cue=cue, source=source, content=content, score=1.0)
    (one,) = completed([marked], made.tokens, made.sentences, made.report.text)
    for part in (one.cue, one.source, one.content):
        assert part is None or 0 <= part[0] < part[1] <= len(made.tokens)
    assert (one.source is None, one.content is None) == (source is None, content is None)
