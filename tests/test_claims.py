"""Claims that somebody turns down, over hand-made trees (codebook section 5)."""

from __future__ import annotations

import pytest
from trees import reading

from dateline.attribution import attribute
from dateline.knowledge import Knowledge
from dateline.records import Stance

ATTACKED = "Iraq/PROPN/2/nsubj said/VERB/0/root Iran/PROPN/4/nsubj attacked/VERB/2/ccomp "
ITSELF = "its/PRON/{0}/nmod:poss jets/NOUN/{1}/nsubj bombed/VERB/{2}/{3}"


def told(knowledge: Knowledge, rows: str, stance: Stance) -> list[tuple[str, str]]:
    """Who asserts or denies what in a reading."""
    made = reading(rows)
    return [
        (made.text_of(one.source) if one.source else "", made.text_of(one.content))
        for one in attribute(made, knowledge)
        if one.stance is stance
    ]


@pytest.mark.parametrize(
    ("clause", "taken_up"),
    [
        pytest.param(
            "which/PRON/7/obj Tehran/PROPN/7/nsubj denies/VERB/2/ccomp", "which", id="clause"
        ),
        pytest.param(
            "charges/NOUN/2/parataxis that/SCONJ/8/mark Tehran/PROPN/8/nsubj denied/VERB/5/ccomp",
            "charges",
            id="clause-read-as-content",
        ),
        pytest.param(
            "charges/NOUN/2/parataxis Tehran/PROPN/7/nsubj called/VERB/5/acl:relcl "
            "a/DET/9/det lie/NOUN/7/obj",
            "charges",
            id="called-false",
        ),
        pytest.param(
            "charges/NOUN/2/parataxis described/VERB/5/acl by/ADP/8/case Tehran/PROPN/6/obl:agent "
            "as/ADP/10/case baseless/ADJ/6/obl",
            "charges",
            id="described-as-false",
        ),
    ],
)
def test_what_others_say_is_taken_up_by_who_denies_it(
    knowledge: Knowledge, clause: str, taken_up: str
) -> None:
    assert told(knowledge, ATTACKED + clause, Stance.DENIES) == [("Tehran", taken_up)]
    assert told(knowledge, ATTACKED + clause, Stance.ASSERTS) == [("Iraq", "Iran attacked")]


def test_what_a_relative_clause_says_of_a_thing_is_no_claim(knowledge: Knowledge) -> None:
    rows = ATTACKED + "ports/NOUN/4/obj which/PRON/8/obj Tehran/PROPN/8/nsubj denies/VERB/5/{}"
    assert told(knowledge, rows.format("acl:relcl"), Stance.DENIES) == []


@pytest.mark.parametrize("relation", ["acl", "acl:relcl", "ccomp"])
def test_a_claim_is_denied_with_what_it_says(knowledge: Knowledge, relation: str) -> None:
    rows = "Iran/PROPN/2/nsubj dismissed/VERB/0/root reports/NOUN/2/obj that/SCONJ/7/mark "
    found = told(knowledge, rows + ITSELF.format(6, 7, 3, relation), Stance.DENIES)
    assert found == [("Iran", "reports that its jets bombed")]


def test_what_is_told_of_a_claim_besides_is_not_denied(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj denied/VERB/0/root reports/NOUN/2/obj which/PRON/5/nsubj "
        "spread/VERB/3/acl:relcl"
    )
    assert told(knowledge, rows, Stance.DENIES) == [("Iran", "reports")]


@pytest.mark.parametrize(
    ("word", "claim"),
    [("lie/NOUN/2/obl", "nmod"), ("lie/NOUN/2/obl", "nsubj"), ("baseless/ADJ/2/advcl", "obl")],
)
def test_a_claim_may_stand_behind_what_it_is_called(
    knowledge: Knowledge, word: str, claim: str
) -> None:
    hangs = 2 if claim == "obl" else 4
    rows = (
        f"Iran/PROPN/2/nsubj dismissed/VERB/0/root as/ADP/4/case {word} Iraq/PROPN/6/nmod:poss "
        f"claim/NOUN/{hangs}/{claim} that/SCONJ/10/mark "
    )
    rows += ITSELF.format(9, 10, 6, "acl")
    assert told(knowledge, rows, Stance.DENIES) == [
        ("Iran", "Iraq claim that its jets bombed"),
    ]
    assert told(knowledge, rows, Stance.ASSERTS) == []
