"""Who is called upon, and to whom one complains, where the words do not name those meant."""

from __future__ import annotations

import pytest
from rule_coding import code, codes

from dateline.knowledge import Knowledge

FIGHT = (
    "Turkey/PROPN/4/nsubj and/CCONJ/3/cc Greece/PROPN/1/conj fought/VERB/0/root ./PUNCT/4/punct\n"
)
STRIKE = "Turkey/PROPN/2/nsubj shelled/VERB/0/root Greece/PROPN/2/obj ./PUNCT/2/punct\n"
CALL = (
    "{}/PROPN/2/nsubj called/VERB/0/root for/ADP/5/case an/DET/5/det {}/NOUN/2/obl ./PUNCT/2/punct"
)
COUP = "Syria/PROPN/2/nsubj seized/VERB/0/root power/NOUN/2/obj ./PUNCT/2/punct\n"
CONDEMNED = "France/PROPN/2/nsubj condemned/VERB/0/root {}/DET/4/det {}/NOUN/2/obj ./PUNCT/2/punct"


def told(knowledge: Knowledge, rows: str, kind: str, **given: str) -> list[set[str]]:
    events = code(knowledge, rows, **given)
    return [codes(event.recipients) for event in events if event.type == kind]


@pytest.mark.parametrize("fight", [FIGHT, STRIKE], ids=["mutual", "one-way"])
@pytest.mark.parametrize("wanted", ["armistice", "dialogue"])
def test_a_call_for_peace_is_addressed_to_those_who_fight(
    knowledge: Knowledge, fight: str, wanted: str
) -> None:
    assert told(knowledge, fight + CALL.format("France", wanted), "REQUEST") == [{"TUR", "GRC"}]


def test_who_fights_himself_calls_upon_the_other(knowledge: Knowledge) -> None:
    assert told(knowledge, STRIKE + CALL.format("Greece", "armistice"), "REQUEST") == [{"TUR"}]


@pytest.mark.parametrize(
    ("fight", "wanted"),
    [
        pytest.param(STRIKE, "inquiry", id="no-peace"),
        pytest.param("", "armistice", id="no-fight"),
        pytest.param(
            STRIKE + "It/PRON/2/nsubj rained/VERB/0/root\n" * 13, "armistice", id="long-ago"
        ),
    ],
)
def test_other_calls_are_left_as_they_are(knowledge: Knowledge, fight: str, wanted: str) -> None:
    assert told(knowledge, fight + CALL.format("France", wanted), "REQUEST") == [set()]


def test_who_is_asked_in_the_same_sentence_is_meant(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj urged/VERB/0/root Iran/PROPN/2/obj to/PART/5/mark stop/VERB/2/xcomp "
        "the/DET/7/det fighting/NOUN/5/obj ./PUNCT/2/punct"
    )
    assert told(knowledge, STRIKE + rows, "REQUEST") == [{"IRN"}]


@pytest.mark.parametrize(("article", "accused"), [("the", {"SYR"}), ("any", set())])
def test_who_seized_power_is_condemned_for_the_coup(
    knowledge: Knowledge, article: str, accused: set[str]
) -> None:
    rows = COUP + CONDEMNED.format(article, "coup")
    assert told(knowledge, rows, "ACCUSE", Syria="SYR/MIL") == [accused]


LODGED = (
    "Greece/PROPN/2/nsubj lodged/VERB/0/root a/DET/4/det {}/NOUN/2/obj with/ADP/6/case "
    "{}/PROPN/2/obl over/ADP/8/case Turkey/PROPN/2/obl ./PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("place", "accused"),
    [("NATO", {"TUR"}), ("Washington", {"USA"})],
)
def test_with_which_body_a_protest_is_lodged_is_not_accused(
    knowledge: Knowledge, place: str, accused: set[str]
) -> None:
    assert told(knowledge, LODGED.format("protest", place), "ACCUSE", NATO="NATO/IGO") == [accused]


@pytest.mark.parametrize(("case", "asked"), [("in", {"TUR", "GRC"}), ("for", {"SYR"})])
def test_where_one_calls_for_peace_is_not_who_is_asked(
    knowledge: Knowledge, case: str, asked: set[str]
) -> None:
    rows = (
        f"{case}/ADP/2/case Syria/PROPN/4/obl France/PROPN/4/nsubj called/VERB/0/root "
        "for/ADP/7/case an/DET/7/det armistice/NOUN/4/obl ./PUNCT/4/punct"
    )
    assert told(knowledge, STRIKE + rows, "REQUEST") == [asked]
