"""Who protests, where, and against whom."""

from __future__ import annotations

import pytest
from rule_coding import code, codes, short
from trees import reading

from dateline.coding.triggers import possible_triggers
from dateline.knowledge import Knowledge
from dateline.tree import Tree


@pytest.mark.parametrize(("case", "who"), [("in", [{"SYR"}]), ("about", [])])
def test_a_protest_is_held_by_the_people_of_its_place(
    knowledge: Knowledge, case: str, who: list[set[str]]
) -> None:
    rows = (
        f"Protests/NOUN/2/nsubj erupted/VERB/0/root {case}/ADP/4/case Aleppo/PROPN/2/obl "
        "./PUNCT/2/punct"
    )
    made = code(knowledge, rows, scene="Aleppo", country="SYR")
    assert [codes(event.actors) for event in made if event.type == "PROTEST"] == who


@pytest.mark.parametrize(("reason", "found"), [("funeral", 0), ("change", 1)])
def test_who_gathers_for_a_rite_does_not_protest(
    knowledge: Knowledge, reason: str, found: int
) -> None:
    rows = (
        "Villagers/NOUN/2/nsubj rallied/VERB/0/root for/ADP/5/case the/DET/5/det "
        f"{reason}/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Villagers="KEN/CVL")
    assert len([event for event in told if event.type == "PROTEST"]) == found


@pytest.mark.parametrize(
    ("rows", "given", "recipients"),
    [
        (  # what stands near a withdrawal
            "Turkey/PROPN/2/nsubj withdrew/VERB/0/root while/SCONJ/5/mark Greece/PROPN/5/nsubj "
            "waited/VERB/2/advcl ./PUNCT/2/punct",
            {},
            set(),
        ),
        (
            "Turkey/PROPN/2/nsubj withdrew/VERB/0/root from/ADP/4/case Greece/PROPN/2/obl "
            "./PUNCT/2/punct",
            {},
            {"GRC"},
        ),
        (  # whose flag it is
            "Iranians/NOUN/2/nsubj burned/VERB/0/root the/DET/5/det French/ADJ/5/amod "
            "flag/NOUN/2/obj ./PUNCT/2/punct",
            {"Iranians": "IRN/CVL", "French": "FRA/GOV"},
            {"FRA"},
        ),
        (
            "Iranians/NOUN/2/nsubj protested/VERB/0/root while/SCONJ/5/mark Greece/PROPN/5/nsubj "
            "waited/VERB/2/advcl ./PUNCT/2/punct",
            {"Iranians": "IRN/CVL"},
            set(),
        ),
    ],
)
def test_whom_a_protest_or_retreat_meets_its_own_words_tell(
    knowledge: Knowledge, rows: str, given: dict[str, str], recipients: set[str]
) -> None:
    told = [e for e in code(knowledge, rows, **given) if e.type in ("PROTEST", "RETREAT")]
    assert [codes(event.recipients) for event in told] == [recipients]


@pytest.mark.parametrize(("before", "recipients"), [("anti", {"IRN"}), ("big", set())])
def test_whom_a_protest_is_against_may_stand_in_its_name(
    knowledge: Knowledge, before: str, recipients: set[str]
) -> None:
    rows = (
        f"{before}/ADJ/2/amod Iran/PROPN/3/compound protesters/NOUN/4/nsubj protested/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, protesters="GRC/CVL")
    assert short(event) == ("PROTEST", {"GRC"}, recipients)


@pytest.mark.parametrize(
    ("whom", "found"),
    [("the/DET/6/det policy/NOUN/4/obj", False), ("to/ADP/6/case Russia/PROPN/4/obl", True)],
)
def test_who_came_to_protest_has_protested_to_nobody(
    knowledge: Knowledge, whom: str, found: bool
) -> None:
    rows = (
        "France/PROPN/2/nsubj came/VERB/0/root to/PART/4/mark protest/VERB/2/advcl "
        f"{whom} ./PUNCT/2/punct"
    )
    triggers = possible_triggers(Tree(reading(rows)), knowledge.lexicon)
    assert ("lexicon: protest to" in {one.why for one in triggers}) is found


def test_towns_in_which_people_march_are_not_whom_they_march_against(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Crowds/NOUN/2/nsubj protested/VERB/0/root in/ADP/4/case Berlin/PROPN/2/obl "
        "and/CCONJ/6/cc Washington/PROPN/4/conj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Crowds="DEU/CVL", Berlin="DEU/GOV/seat")
    assert short(event) == ("PROTEST", {"DEU"}, set())
