"""Roles that the tree gainsays of acts of words: condemnations, threats, warnings, denials."""

from __future__ import annotations

import msgspec
import pytest
from gainsaid import NOBODY, sides
from trees import cast, read_act, reading, role

from dateline.attribution import attribute
from dateline.coding.people import People
from dateline.coding.read_acts import act_of
from dateline.knowledge import Knowledge
from dateline.records import Stance
from dateline.tree import Tree


def test_who_condemns_a_deed_has_not_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj {}/VERB/0/root the/DET/4/det frobbing/NOUN/2/obj of/ADP/6/case "
        "Armenia/PROPN/4/nmod ./PUNCT/2/punct"
    )
    deed = read_act(3, "ASSAULT", 0.9, role(0, 0.3, 0.0), role(5, 0.0, 0.9))
    judged = read_act(1, "ACCUSE", 0.9, role(0, 0.9, 0.0))
    assert sides(knowledge, rows.format("condemned"), deed, judged) == (NOBODY, {"armenia"})
    assert sides(knowledge, rows.format("deplored"), deed) == (NOBODY, {"armenia"})
    assert sides(knowledge, rows.format("began"), deed) == ({"iran"}, {"armenia"})


def test_who_takes_a_stand_against_a_deed_has_not_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nmod:poss stand/NOUN/0/root {}/ADP/4/case frobbing/NOUN/2/nmod of/ADP/6/case "
        "Armenia/PROPN/4/nmod ./PUNCT/2/punct"
    )
    deed = read_act(3, "ASSAULT", 0.9, role(0, 0.7, 0.0), role(5, 0.0, 0.9))
    assert sides(knowledge, rows.format("against"), deed) == (NOBODY, {"armenia"})
    assert sides(knowledge, rows.format("after"), deed) == ({"iran"}, {"armenia"})


def test_whoever_condemns_an_attack_on_somebody_names_its_target(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj {}/VERB/0/root the/DET/4/det frobbing/NOUN/2/obj on/ADP/6/case "
        "Armenia/PROPN/4/nmod ./PUNCT/2/punct"
    )
    deed = read_act(3, "ASSAULT", 0.9, role(0, 0.7, 0.0), role(5, 0.5, 0.4))
    assert sides(knowledge, rows.format("condemned"), deed) == (NOBODY, {"armenia"})
    assert sides(knowledge, rows.format("began"), deed) == ({"iran"}, {"armenia"})
    judged = read_act(1, "ACCUSE", 0.9, role(0, 0.9, 0.0), role(5, 0.0, 0.8))
    assert sides(knowledge, rows.format("condemned"), judged) == ({"iran"}, NOBODY)


def test_whose_killing_is_judged_is_not_accused_of_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj frobbed/VERB/0/root Greece/PROPN/5/nmod:poss 's/PART/3/case "
        "{}/NOUN/2/obl ./PUNCT/2/punct"
    )
    judged = read_act(1, "ACCUSE", 0.9, role(0, 0.9, 0.0), role(2, 0.0, 0.8))
    assert sides(knowledge, rows.format("killing"), judged) == ({"iran"}, NOBODY)
    assert sides(knowledge, rows.format("raid"), judged) == ({"iran"}, {"greece"})


def test_who_is_threatened_may_be_the_subject_of_the_words_of_another(
    knowledge: Knowledge,
) -> None:
    rows = (
        "“/PUNCT/3/punct {}/PROPN/3/nsubj frobs/VERB/6/ccomp ,/PUNCT/6/punct ”/PUNCT/6/punct "
        "said/VERB/0/root Iran/PROPN/6/nsubj ./PUNCT/6/punct"
    )
    threat = read_act(2, "THREATEN", 0.9, role(1, 0.1, 0.8), role(6, 0.9, 0.0))
    assert sides(knowledge, rows.format("Greece"), threat) == ({"iran"}, {"greece"})
    own = sides(knowledge, rows.format("Tehran"), threat, Tehran="IRN/GOV/seat")
    assert own == ({"iran"}, NOBODY)
    promise = read_act(2, "AGREE", 0.9, role(1, 0.1, 0.8), role(6, 0.9, 0.0))
    assert sides(knowledge, rows.format("Greece"), promise) == ({"iran"}, NOBODY)


def test_what_stands_in_ones_own_words_is_told_by_him(knowledge: Knowledge) -> None:
    rows = (
        "“/PUNCT/3/punct Russia/PROPN/3/nsubj frobbed/VERB/7/ccomp Armenia/PROPN/3/obj "
        ",/PUNCT/7/punct ”/PUNCT/7/punct said/VERB/0/root Iran/PROPN/7/nsubj ./PUNCT/7/punct"
    )
    made = reading(rows)
    tree = Tree(made)
    people = People(tree, cast(made), knowledge.lexicon)
    seen = read_act(2, "ASSAULT", 0.9, role(1, 0.9, 0.0), role(3, 0.0, 0.9))
    assert act_of(seen, tree, people, attribute(made, knowledge)).speakers
    indirect = reading(rows.replace("“/PUNCT/3/punct", "-/PUNCT/3/punct").replace("”", "-"))
    tree = Tree(indirect)
    people = People(tree, cast(indirect), knowledge.lexicon)
    assert not act_of(seen, tree, people, attribute(indirect, knowledge)).speakers


@pytest.mark.parametrize("kind", ["ASSAULT", "COERCE"])
def test_the_victims_of_a_condemned_deed_are_not_accused(knowledge: Knowledge, kind: str) -> None:
    rows = (
        "Iran/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det frobbing/NOUN/2/obj of/ADP/6/case "
        "Armenia/PROPN/4/nmod by/ADP/8/case Turkey/PROPN/4/nmod ./PUNCT/2/punct"
    )
    accused = role(0, 0.9, 0.0), role(5, 0.0, 0.6), role(7, 0.0, 0.5)
    deed = read_act(3, kind, 0.9, role(7, 0.9, 0.0), role(5, 0.0, 0.9))
    found = sides(knowledge, rows, read_act(1, "ACCUSE", 0.9, *accused), deed)
    assert found == ({"iran"}, {"turkey"})


def test_who_announces_is_not_whom_he_threatens(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj said/VERB/0/root Moscow/PROPN/5/nsubj would/AUX/5/aux "
        "retaliate/VERB/2/ccomp ./PUNCT/2/punct"
    )
    seen = read_act(4, "THREATEN", 0.9, role(0, 0.8, 0.0), role(2, 0.1, 0.6))
    assert sides(knowledge, rows, seen) == ({"iran"}, NOBODY)


def test_nobody_accuses_himself(knowledge: Knowledge) -> None:
    made = reading("NATO/PROPN/2/compound officials/NOUN/3/nsubj frobbed/VERB/0/root")
    (bloc,) = cast(made).actors
    span = msgspec.structs.replace(bloc.span, end=made.tokens[1].span.end)
    officials = msgspec.structs.replace(bloc, head=1, span=span)
    told = msgspec.structs.replace(cast(made), actors=(officials,))
    people = People(Tree(made), told, knowledge.lexicon)
    roles = role(1, 0.9, 0.0), role(0, 0.0, 0.9)
    for kind, own, recipients in (
        ("ACCUSE", 0.0, ()),
        ("ACCUSE", 1.0, (1,)),
        ("COERCE", 0.0, (1,)),
    ):
        act = act_of(read_act(2, kind, 0.9, *roles, own=own), people.tree, people, ())
        assert (act.actors, act.recipients) == ((1,), recipients)


def test_critics_who_are_nobody_do_not_speak_for_those_named_before(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct\n"
        "{}/nsubj frobbed/VERB/0/root Armenia/PROPN/2/obj ./PUNCT/2/punct"
    )
    seen = read_act(4, "ACCUSE", 0.9, role(0, 0.8, 0.0), role(5, 0.0, 0.9))
    for subject, actors in (
        ("critics/NOUN/2", NOBODY),
        ("some/DET/2", NOBODY),
        ("they/PRON/2", {"russia"}),
        ("statement/NOUN/2", {"russia"}),
    ):
        found = sides(knowledge, rows.format(subject), seen, critics="?/")
        assert found == (actors, {"armenia"})


def test_a_denial_is_somebodys_word(knowledge: Knowledge) -> None:
    rows = "Iran/PROPN/2/nsubj {}/VERB/0/root frobbing/VERB/2/xcomp Armenia/PROPN/3/obj"
    seen = read_act(2, "ASSAULT", 0.9, role(0, 0.9, 0.0), voiced=0.9, denied=0.9)
    for cue, stance in (
        ("refused", Stance.DENIES),
        ("fabricated", Stance.DENIES),
        ("enjoyed", Stance.ASSERTS),
    ):
        tree = Tree(reading(rows.format(cue)))
        people = People(tree, cast(tree.reading), knowledge.lexicon)
        assert act_of(seen, tree, people, ()).stance is stance
