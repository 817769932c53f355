"""Which words complete an entry of the lexicon, and which mode they give."""

from __future__ import annotations

import pytest
from rule_coding import code, named
from trees import reading

from dateline.coding.triggers import possible_triggers
from dateline.knowledge import Knowledge
from dateline.tree import Tree


def test_an_epithet_is_no_event(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/3/det occupied/VERB/3/amod lands/NOUN/4/nsubj belong/VERB/0/root "
        "to/ADP/6/case Armenia/PROPN/4/obl ./PUNCT/4/punct"
    )
    assert code(knowledge, rows) == ()


@pytest.mark.parametrize(
    ("verb", "found"), [("call", {"REQUEST"}), ("joined", set()), ("echoed", set())]
)
def test_what_is_done_besides_completes_no_entry(
    knowledge: Knowledge, verb: str, found: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj {verb}/VERB/0/root on/ADP/4/case Turkey/PROPN/2/obl and/CCONJ/6/cc "
        "call/VERB/2/conj ./PUNCT/2/punct"
    )
    heads = {e.type for e in code(knowledge, rows) if e.trigger.startswith(verb)}
    assert heads & {"REQUEST"} == found


@pytest.mark.parametrize(
    ("doer", "mode"), [("jets", "aerial"), ("artillery", "heavy-weapons"), ("troops", None)]
)
def test_the_weapon_of_an_attack_gives_its_mode(
    knowledge: Knowledge, doer: str, mode: str | None
) -> None:
    rows = (
        f"Turkish/ADJ/2/amod {doer}/NOUN/3/nsubj attacked/VERB/0/root Syria/PROPN/3/obj "
        "./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, **{doer: "TUR/MIL"})
    assert event.mode == mode


def test_what_is_attacked_is_no_weapon(knowledge: Knowledge) -> None:
    rows = (
        "Turkish/ADJ/2/amod troops/NOUN/3/nsubj attacked/VERB/0/root Syrian/ADJ/5/amod "
        "tanks/NOUN/3/obj ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, troops="TUR/MIL", tanks="SYR/MIL")
    assert event.mode is None


def test_who_called_somebody_on_a_day_called_on_nobody(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj called/VERB/0/root Syria/PROPN/2/obj on/ADP/5/case {}/PROPN/2/obl "
        "./PUNCT/2/punct"
    )
    assert [e.type for e in code(knowledge, rows.format("Monday"))] == []
    assert [e.type for e in code(knowledge, rows.format("Iran"))] == ["REQUEST"]


def test_what_stands_in_a_circumstance_completes_no_entry(knowledge: Knowledge) -> None:
    rows = (
        "Deputies/NOUN/2/nsubj held/VERB/0/root a/DET/4/det vote/NOUN/2/obj {}/ADP/7/case "
        "the/DET/7/det vigils/NOUN/2/obl ./PUNCT/2/punct"
    )
    tokens = {
        preposition: [
            trigger.tokens
            for trigger in possible_triggers(
                Tree(reading(rows.format(preposition))), knowledge.lexicon
            )
            if trigger.head == 1
        ]
        for preposition in ("during", "with")
    }
    assert tokens == {"during": [], "with": [(1, 6)]}


def test_what_stands_in_another_clause_completes_no_entry(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj cut/VERB/0/root taxes/NOUN/2/obj and/CCONJ/6/cc "
        "relations/NOUN/6/nsubj improved/VERB/2/conj ./PUNCT/2/punct"
    )
    assert "SANCTION" not in named(knowledge, rows)
    object_of_it = "Turkey/PROPN/2/nsubj cut/VERB/0/root relations/NOUN/2/obj ./PUNCT/2/punct"
    assert "SANCTION" in named(knowledge, object_of_it)


def test_a_circumstance_may_still_tell_that_no_act_is_meant(knowledge: Knowledge) -> None:
    rows = (
        "Ten/NUM/2/nummod men/NOUN/3/nsubj died/VERB/0/root after/ADP/6/case an/DET/6/det "
        "{}/NOUN/3/obl ./PUNCT/3/punct"
    )
    assert "ASSAULT" not in named(knowledge, rows.format("illness"))
    assert "ASSAULT" in named(knowledge, rows.format("ambush"))


@pytest.mark.parametrize(("object_", "mode"), [("rockets", "heavy-weapons"), ("shots", "firearms")])
def test_what_is_fired_tells_the_weapon(knowledge: Knowledge, object_: str, mode: str) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj fired/VERB/0/root {object_}/NOUN/2/obj at/ADP/5/case "
        "Israel/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.type, event.mode) == ("ASSAULT", mode)
