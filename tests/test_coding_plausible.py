"""Roles of the model's acts that the tree gainsays."""

from __future__ import annotations

import pytest
from gainsaid import NOBODY, sides
from trees import read_act, role

from dateline.knowledge import Knowledge


def test_whom_a_later_sentence_names_is_not_guessed_to_have_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/3/nsubj:pass was/AUX/3/aux:pass frobbed/VERB/0/root ./PUNCT/3/punct\n"
        "{}/PROPN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct"
    )
    struck = role(0, 0.0, 0.9)
    guessed = read_act(2, "ASSAULT", 0.9, struck, role(4, 0.3, 0.0))
    assert sides(knowledge, rows.format("Greece"), guessed) == (NOBODY, {"armenia"})
    sure = read_act(2, "ASSAULT", 0.9, struck, role(4, 0.7, 0.0))
    assert sides(knowledge, rows.format("Greece"), sure) == ({"greece"}, {"armenia"})


FREED = (
    "Russia/PROPN/2/nsubj {}/VERB/0/root pilots/NOUN/2/obj who/PRON/6/nsubj:pass "
    "were/AUX/6/aux:pass abducted/VERB/3/acl:relcl ./PUNCT/2/punct"
)


def test_who_frees_captives_did_not_take_them(knowledge: Knowledge) -> None:
    taken = read_act(5, "ASSAULT", 0.9, role(0, 0.8, 0.0), role(2, 0.0, 0.9))
    pilots = {"pilots": "FRA/CVL"}
    assert sides(knowledge, FREED.format("freed"), taken, **pilots) == (NOBODY, {"pilots"})
    struck = read_act(1, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(2, 0.0, 0.9))
    both = sides(knowledge, FREED.format("beat"), taken, struck, **pilots)
    assert both == ({"russia"}, {"pilots"})


def test_who_was_abducted_together_with_another_did_not_do_it(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/3/nsubj:pass was/AUX/3/aux:pass frobbed/VERB/0/root along/ADP/6/case "
        "with/ADP/6/case Greece/PROPN/3/obl ./PUNCT/3/punct"
    )
    seen = read_act(2, "ASSAULT", 0.9, role(0, 0.0, 0.9), role(5, 0.6, 0.1))
    assert sides(knowledge, rows, seen) == (NOBODY, {"armenia", "greece"})


def test_a_passive_that_only_a_state_can_be_behind_has_no_guessed_actor(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Russia/PROPN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct\n"
        "pilots/NOUN/3/nsubj:pass were/AUX/3/aux:pass tried/VERB/0/root ./PUNCT/3/punct"
    )
    for kind, by_state, actors in (
        ("COERCE", False, NOBODY),
        ("ACCUSE", True, NOBODY),
        ("ACCUSE", False, {"russia"}),
    ):
        seen = read_act(5, kind, 0.9, role(0, 0.3, 0.0), role(3, 0.0, 0.9))
        found = sides(knowledge, rows, seen, by_state=by_state, pilots="FRA/CVL")
        assert found == (actors, {"pilots"})


def test_who_did_what_a_passive_tells_is_seldom_guessed(knowledge: Knowledge) -> None:
    rows = (
        "Greece/PROPN/2/nsubj said/VERB/0/root Armenia/PROPN/5/nsubj:pass was/AUX/5/aux:pass "
        "frobbed/VERB/2/ccomp{} ./PUNCT/2/punct"
    )
    agent = " by/ADP/7/case Russia/PROPN/5/obl"
    for chance, behind, actors in (
        (0.2, "", NOBODY),
        (0.35, "", {"greece"}),
        (0.2, agent, {"greece"}),
    ):
        seen = read_act(4, "ASSAULT", 0.9, role(0, chance, 0.0), role(2, 0.0, 0.9))
        assert sides(knowledge, rows.format(behind), seen) == (actors, {"armenia"})


def test_forces_that_are_withdrawn_are_not_what_is_left(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj frobbed/VERB/0/root {}/NOUN/2/obj from/ADP/5/case Syria/PROPN/2/obl "
        "./PUNCT/2/punct"
    )
    seen = read_act(1, "RETREAT", 0.9, role(0, 0.9, 0.0), role(2, 0.2, 0.8), role(4, 0.0, 0.8))
    given = {"troops": "IRN/MIL", "captives": "IRN/CVL"}
    assert sides(knowledge, rows.format("troops"), seen, **given) == ({"iran"}, {"syria"})
    both = {"captives", "syria"}
    assert sides(knowledge, rows.format("captives"), seen, **given) == ({"iran"}, both)


def test_forces_that_move_at_home_enter_no_country(knowledge: Knowledge) -> None:
    rows = "Iran/PROPN/2/nsubj frobbed/VERB/0/root {}/ADP/4/case towns/NOUN/2/obl ./PUNCT/2/punct"
    seen = read_act(1, "MOBILIZE", 0.9, role(0, 0.9, 0.0), role(3, 0.0, 0.8))
    assert sides(knowledge, rows.format("in"), seen, towns="IRN/CVL") == ({"iran"}, NOBODY)
    assert sides(knowledge, rows.format("in"), seen, towns="GRC/CVL") == ({"iran"}, {"towns"})
    assert sides(knowledge, rows.format("against"), seen, towns="IRN/CVL")[1] == {"towns"}


@pytest.mark.parametrize(
    ("behind", "met"),
    [
        ("to/PART/4/mark discuss/VERB/2/advcl Greece/PROPN/4/obj", {"iran"}),
        ("seeking/VERB/4/case talks/NOUN/2/obj Greece/PROPN/4/nmod", {"iran", "greece"}),
        ("on/ADP/4/case aid/NOUN/2/obl Greece/PROPN/4/nmod", {"iran"}),
        ("near/ADP/4/case aid/NOUN/2/obl Greece/PROPN/4/nmod", {"iran", "greece"}),
    ],
)
def test_what_is_talked_of_takes_no_part_in_talks(
    knowledge: Knowledge, behind: str, met: set[str]
) -> None:
    rows = f"Iran/PROPN/2/nsubj frobbed/VERB/0/root {behind} ./PUNCT/2/punct"
    roles = role(0, 0.9, 0.8), role(4, 0.3, 0.8)
    actors, recipients = sides(knowledge, rows, read_act(1, "CONSULT", 0.9, *roles, mutual=0.9))
    assert actors | recipients == met


@pytest.mark.parametrize(
    ("case", "governor", "struck"),
    [("from", 2, NOBODY), ("towards", 2, {"syria"}), ("from", 4, {"syria"})],
)
def test_where_a_blow_came_from_is_not_struck(
    knowledge: Knowledge, case: str, governor: int, struck: frozenset[str]
) -> None:
    rows = (
        "Iran/PROPN/2/nsubj frobbed/VERB/0/root to/PART/4/mark wrest/VERB/2/advcl towns/NOUN/4/obj "
        f"{case}/ADP/7/case Syria/PROPN/{governor}/obl ./PUNCT/2/punct"
    )
    seen = read_act(1, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(6, 0.0, 0.8))
    assert sides(knowledge, rows, seen) == ({"iran"}, struck)


def test_whom_a_protest_is_against_does_not_take_part(knowledge: Knowledge) -> None:
    rows = "{}/ADJ/2/amod protests/NOUN/3/nsubj frobbed/VERB/0/root ./PUNCT/3/punct"
    seen = read_act(1, "PROTEST", 0.9, role(0, 0.8, 0.1))
    word = "anti-Russian"
    assert sides(knowledge, rows.format(word), seen, **{word: "RUS/GOV"}) == (
        NOBODY,
        {word.lower()},
    )
    named = sides(knowledge, rows.format("Russian"), seen, Russian="RUS/GOV")
    assert named == ({"russian"}, NOBODY)


def test_who_tells_of_an_attack_has_not_done_it_unless_he_bears_arms(knowledge: Knowledge) -> None:
    rows = (
        "ministry/NOUN/2/nsubj said/VERB/0/root an/DET/4/det attack/NOUN/5/nsubj hit/VERB/2/ccomp "
        "Armenia/PROPN/5/obj ./PUNCT/2/punct"
    )
    seen = read_act(3, "ASSAULT", 0.9, role(0, 0.3, 0.0), role(5, 0.0, 0.9))
    for teller, actors in (("RUS/GOV", NOBODY), ("RUS/MIL", {"ministry"})):
        assert sides(knowledge, rows, seen, ministry=teller) == (actors, {"armenia"})


def test_the_place_of_an_attack_that_killed_did_not_do_it(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det {}/NOUN/8/nsubj in/ADP/4/case shops/NOUN/2/nmod which/PRON/6/nsubj "
        "killed/VERB/2/acl:relcl Greeks/NOUN/6/obj ended/VERB/0/root ./PUNCT/8/punct"
    )
    seen = read_act(5, "ASSAULT", 0.9, role(3, 0.4, 0.0), role(6, 0.0, 0.9))
    given = {"shops": "SYR/BUS", "Greeks": "GRC/CVL"}
    assert sides(knowledge, rows.format("attack"), seen, **given) == (NOBODY, {"greeks"})
    assert sides(knowledge, rows.format("frobbing"), seen, **given) == ({"shops"}, {"greeks"})


def test_a_label_before_a_colon_is_no_actor(knowledge: Knowledge) -> None:
    rows = (
        "Syria/PROPN/4/nsubj :/PUNCT/4/punct {}/PROPN/4/nsubj frobs/VERB/0/root "
        "attack/NOUN/4/obj ./PUNCT/4/punct"
    )
    roles = role(0, 0.8, 0.2), role(2, 0.6, 0.3)
    seen = read_act(3, "ACCUSE", 0.9, *roles)
    assert sides(knowledge, rows.format("NATO"), seen) == ({"nato"}, NOBODY)
    asked = read_act(3, "REQUEST", 0.9, role(0, 0.1, 0.8), role(2, 0.6, 0.3))
    assert sides(knowledge, rows.format("NATO"), asked) == ({"nato"}, {"syria"})
    assert "syria" in sides(knowledge, rows.format("We"), seen)[0]


@pytest.mark.parametrize(
    ("relation", "sector", "authors"),
    [("nmod", "NGO", NOBODY), ("nmod", "MIL", {"msf"}), ("nsubj", "NGO", {"msf"})],
)
def test_aid_workers_attack_nobody_unless_it_is_said_of_them(
    knowledge: Knowledge, relation: str, sector: str, authors: set[str]
) -> None:
    rows = f"MSF/PROPN/2/{relation} frobbed/VERB/0/root Armenia/PROPN/2/obj ./PUNCT/2/punct"
    seen = read_act(1, "ASSAULT", 0.9, role(0, 0.8, 0.0), role(2, 0.0, 0.9))
    assert sides(knowledge, rows, seen, MSF=f"MSF/{sector}") == (authors, {"armenia"})
