"""Refusals, denials and verdicts that the rules and the language model both see."""

from __future__ import annotations

import msgspec
import pytest
from joining import joined
from trees import cast, read_act, reading, role

from dateline.attribution import attribute
from dateline.coding.people import People
from dateline.coding.read_acts import act_of
from dateline.knowledge import Knowledge
from dateline.records import Stance
from dateline.tree import Tree


def test_who_dismisses_an_officer_denies_nothing(knowledge: Knowledge) -> None:
    rows = "Turkey/PROPN/2/nsubj dismissed/VERB/0/root the/DET/4/det {}/NOUN/2/obj ./PUNCT/2/punct"
    for noun, speakers in (("general", ()), ("claim", (0,))):
        seen = read_act(1, "SANCTION", 0.99, role(0, 0.9, 0.0), role(3, 0.0, 0.9))
        made = msgspec.structs.replace(reading(rows.format(noun)), acts=(seen,))
        people = People(Tree(made), cast(made, general="TUR/MIL"), knowledge.lexicon)
        told = attribute(made, knowledge)
        assert [one.stance for one in told] == [Stance.DENIES]
        assert act_of(seen, people.tree, people, told).speakers == speakers


def test_who_does_anything_else_does_not_comment(knowledge: Knowledge) -> None:
    rows = "Russia/PROPN/2/nsubj frobbed/VERB/0/root Armenia/PROPN/2/obj ./PUNCT/2/punct"
    roles = role(0, 0.9, 0.0), role(2, 0.0, 0.9)
    said = read_act(1, "COMMENT", 0.96, *roles)
    for kind, score, kept in (("REQUEST", 0.98, "REQUEST"), ("THREATEN", 0.94, "COMMENT")):
        acts = joined(knowledge, rows, 0.0, said, read_act(1, kind, score, *roles))
        assert [act.trigger.type for act in acts] == [kept]


def test_a_rejected_allegation_is_a_denial_and_no_refusal(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj rejected/VERB/0/root {}/NOUN/2/obj that/SCONJ/6/mark it/PRON/6/nsubj "
        "shelled/VERB/3/acl Armenia/PROPN/6/obj ./PUNCT/2/punct"
    )
    sides = role(0, 0.9, 0.0), role(6, 0.0, 0.6)
    read = read_act(1, "REJECT", 0.95, *sides), read_act(5, "ASSAULT", 0.95, *sides, voiced=0.9)
    for noun, kinds in (("allegations", {"ASSAULT"}), ("conditions", {"ASSAULT", "REJECT"})):
        acts = joined(knowledge, rows.format(noun), 3.0, *read, it="RUS/MIL")
        assert {act.trigger.type for act in acts} == kinds


@pytest.mark.parametrize(("verb", "kept"), [("denied", []), ("heard", ["REJECT"])])
def test_who_denies_that_something_is_so_refuses_nothing(
    knowledge: Knowledge, verb: str, kept: list[str]
) -> None:
    rows = (
        f"Russia/PROPN/2/nsubj {verb}/VERB/0/root that/SCONJ/5/mark it/PRON/5/nsubj "
        "frobbed/VERB/2/ccomp Armenia/PROPN/5/obj"
    )
    read = read_act(1, "REJECT", 0.95, role(0, 0.9, 0.0), role(5, 0.0, 0.6))
    assert [act.trigger.type for act in joined(knowledge, rows, 3.0, read, it="RUS/GOV")] == kept


def test_reporters_who_are_told_of_a_refusal_are_not_refused(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj told/VERB/0/root audience/NOUN/2/obj that/SCONJ/7/mark "
        "it/PRON/7/nsubj would/AUX/7/aux frob/VERB/2/ccomp ./PUNCT/2/punct"
    )
    refused = read_act(6, "REJECT", 0.97, role(0, 0.9, 0.0), role(2, 0.0, 0.8))
    for sector, heads in (("FRA/MED", ()), ("RUS/LEG", ()), ("FRA/LEG", (2,)), ("FRA/GOV", (2,))):
        (act,) = joined(knowledge, rows, 0.0, refused, audience=sector)
        assert act.recipients == heads


@pytest.mark.parametrize(
    ("verb", "kinds"),
    [
        ("rejected", ["REJECT"]),
        # What is done after a refusal is an act of its own.
        ("began", ["ASSAULT"]),
    ],
)
def test_what_is_refused_is_no_act_of_its_own(
    knowledge: Knowledge, verb: str, kinds: list[str]
) -> None:
    rows = (
        f"Azerbaijan/PROPN/2/nsubj {verb}/VERB/0/root shelling/VERB:VBG/2/xcomp "
        "Armenia/PROPN/3/obj ./PUNCT/2/punct"
    )
    seen = read_act(2, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(3, 0.0, 0.9))
    assert [act.trigger.type for act in joined(knowledge, rows, 3.0, seen)] == kinds


@pytest.mark.parametrize(("score", "kinds"), [(0.95, {"REJECT"}), (0.01, {"CONSULT"})])
def test_talks_that_will_not_be_held_are_refused_once(
    knowledge: Knowledge, score: float, kinds: set[str]
) -> None:
    rows = (
        "Azerbaijan/PROPN/4/nsubj will/AUX/4/aux not/PART/4/advmod hold/VERB/0/root "
        "talks/NOUN/4/obj with/ADP/7/case Armenia/PROPN/5/nmod ./PUNCT/4/punct"
    )
    refused = read_act(3, "REJECT", score, role(0, 0.9, 0.0), role(6, 0.0, 0.9))
    acts = joined(knowledge, rows, 3.0, refused)
    assert {act.trigger.type for act in acts} == kinds


@pytest.mark.parametrize(("verb", "tokens"), [("denied", {2}), ("welcomed", {1, 2})])
def test_what_is_denied_is_told_once(knowledge: Knowledge, verb: str, tokens: set[int]) -> None:
    rows = (
        f"Azerbaijan/PROPN/2/nsubj {verb}/VERB/0/root shelling/VERB:VBG/2/ccomp "
        "Armenia/PROPN/3/obj ./PUNCT/2/punct"
    )
    sides = role(0, 0.9, 0.0), role(3, 0.0, 0.9)
    seen = read_act(1, "ASSAULT", 0.97, *sides), read_act(2, "ASSAULT", 0.9, *sides)
    acts = [act for act in joined(knowledge, rows, 3.0, *seen) if act.trigger.type == "ASSAULT"]
    assert {act.trigger.head for act in acts} == tokens


@pytest.mark.parametrize(
    ("verb", "said", "actors"),
    [
        ("called", "illegal/ADJ/2/xcomp", (7,)),
        ("called", "accident/NOUN/2/xcomp", (7,)),
        ("called", "off/ADP/2/compound:prt", (0,)),
        ("branded", "illegal/ADJ/2/xcomp", (7,)),
    ],
)
def test_who_calls_a_deed_something_has_not_done_it(
    knowledge: Knowledge, verb: str, said: str, actors: tuple[int, ...]
) -> None:
    rows = (
        f"Greece/PROPN/2/nsubj {verb}/VERB/0/root the/DET/4/det shelling/NOUN/2/obj "
        "of/ADP/6/case Armenia/PROPN/4/nmod by/ADP/8/case Azerbaijan/PROPN/4/nmod "
        f"{said} ./PUNCT/2/punct"
    )
    (act,) = (act for act in joined(knowledge, rows, 3.0) if act.trigger.type == "ASSAULT")
    assert act.actors == actors
