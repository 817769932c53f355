"""Whom an act is done to, and by whom, where more is named than takes part in it."""

from __future__ import annotations

import pytest
from rule_coding import code, short

from dateline.coding.parties import distinct
from dateline.knowledge import Knowledge
from dateline.knowledge.reasons import COLLECTIVE
from dateline.records import Party, Span

ASKED = (
    "Turkey/PROPN/2/nsubj urged/VERB/0/root {} to/PART/{}/mark intervene/VERB/2/xcomp "
    "./PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("asked", "mark", "found"),
    [
        ("all/DET/4/det countries/NOUN/2/obj", 6, set()),
        ("Member/NOUN/4/compound States/NOUN/2/obj", 6, set()),
        ("several/ADJ/4/amod countries/NOUN/2/obj", 6, {"?"}),
        ("all/DET/4/det countries/NOUN/2/obj of/ADP/6/case Asia/PROPN/4/nmod", 8, {"?"}),
    ],
)
def test_an_appeal_to_all_states_is_addressed_to_nobody(
    knowledge: Knowledge, asked: str, mark: int, found: set[str]
) -> None:
    (event,) = code(knowledge, ASKED.format(asked, mark), countries="?/GOV", States="?/GOV")
    assert short(event) == ("REQUEST", {"TUR"}, found)


@pytest.mark.parametrize(
    ("actor", "country", "found"), [("GOV", "PHL", 0), ("GOV", "TUR", 1), ("REB", "PHL", 1)]
)
def test_who_governs_visits_nobody_in_a_town_of_his_own(
    knowledge: Knowledge, actor: str, country: str, found: int
) -> None:
    rows = "Leaders/NOUN/2/nsubj visited/VERB/0/root Frobton/PROPN/2/obj ./PUNCT/2/punct"
    told = code(
        knowledge,
        rows,
        scene="Frobton",
        country=country,
        Leaders=f"PHL/{actor}",
        Frobton=f"{country}/CVL/place",
    )
    assert len(told) == found


def test_who_is_named_is_not_also_one_of_both() -> None:
    named = Party(text="Mali", span=Span(0, 4), code="MLI", sector="GOV", why="state Mali")
    both = (
        Party(text="both", span=Span(9, 13), code=code, sector="GOV", why=COLLECTIVE)
        for code in ("MLI", "TCD")
    )
    told = [(party.text, party.code) for party in distinct((named, *both))]
    assert told == [("Mali", "MLI"), ("both", "TCD")]


LAID = (
    "Turkey/PROPN/2/nsubj blamed/VERB/0/root the/DET/4/det attack/NOUN/2/obj on/ADP/6/case "
    "Syria/PROPN/4/nmod {} ./PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("rest", "accused", "attack"),
    [
        ("or/CCONJ/8/cc Iran/PROPN/6/conj", {"SYR", "IRN"}, []),
        ("on/ADP/8/case Iran/PROPN/6/nmod", {"IRN"}, [("ASSAULT", {"IRN"}, {"SYR"})]),
        ("for/ADP/8/case hunger/NOUN/2/obl", set(), []),
    ],
)
def test_on_whom_a_deed_is_laid_has_done_it(
    knowledge: Knowledge,
    rest: str,
    accused: set[str],
    attack: list[tuple[str, set[str], set[str]]],
) -> None:
    told = [short(event) for event in code(knowledge, LAID.format(rest))]
    assert told == [("ACCUSE", {"TUR"}, accused), *attack]


def test_who_is_blamed_himself_is_blamed_wherever(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj blamed/VERB/0/root Iran/PROPN/2/obj on/ADP/5/case radio/NOUN/2/obl "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, radio="SYR/MED")
    assert [short(event) for event in told] == [("ACCUSE", {"TUR"}, {"IRN"})]


def test_a_place_inside_which_a_bomb_explodes_is_struck(knowledge: Knowledge) -> None:
    rows = (
        "A/DET/2/det bomb/NOUN/3/nsubj exploded/VERB/0/root inside/ADP/5/case Frobton/PROPN/3/obl "
        "./PUNCT/3/punct"
    )
    told = code(knowledge, rows, scene="Frobton", country="PHL")
    assert [short(event) for event in told] == [("ASSAULT", {"?"}, {"PHL"})]


INVADED = "Turkey/PROPN/2/nsubj invaded/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct\n"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("Iran/PROPN/2/nsubj followed/VERB/0/root suit/NOUN/2/obj", True),
        ("Iran/PROPN/2/nsubj did/VERB/0/root the/DET/4/det same/ADJ/2/obj", True),
        (
            "Iran/PROPN/3/nsubj has/AUX/3/aux taken/VERB/0/root the/DET/6/det same/ADJ/6/amod "
            "step/NOUN/3/obj",
            True,
        ),
        ("Turkey/PROPN/2/nsubj followed/VERB/0/root suit/NOUN/2/obj", False),
        ("Iran/PROPN/3/nsubj may/AUX/3/aux follow/VERB/0/root suit/NOUN/3/obj", False),
        (
            "Iran/PROPN/2/nsubj took/VERB/0/root the/DET/5/det same/ADJ/5/amod road/NOUN/2/obj",
            False,
        ),
    ],
)
def test_who_follows_suit_does_the_same(knowledge: Knowledge, rows: str, found: bool) -> None:
    told = [short(event) for event in code(knowledge, INVADED + rows)]
    assert told[:1] == [("ASSAULT", {"TUR"}, {"SYR"})]
    assert told[1:] == ([("ASSAULT", {"IRN"}, {"SYR"})] if found else [])
