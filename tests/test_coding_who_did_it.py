"""Who has struck or killed, by the tree: whom words blame, and who only stands near."""

from __future__ import annotations

from typing import Any

import pytest
from rule_coding import code, codes, short
from trees import cast, reading

from dateline.attribution import attribute
from dateline.coding import events
from dateline.coding.acts import Act, Trigger
from dateline.coding.people import People
from dateline.coding.weigh import asked, candidates
from dateline.knowledge import Knowledge
from dateline.tree import Tree


def test_an_author_of_violence_who_is_not_told_is_unknown(knowledge: Knowledge) -> None:
    rows = (
        "Ten/NUM/2/nummod civilians/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, civilians="SYR/CVL")
    assert short(event) == ("ASSAULT", {"?"}, {"SYR"})
    assert event.actors[0].sector == "UAF"


def test_an_attack_in_the_passive_has_an_unknown_author(knowledge: Knowledge) -> None:
    rows = (
        "Turkish/ADJ/2/amod troops/NOUN/4/nsubj:pass were/AUX/4/aux:pass attacked/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, troops="TUR/MIL")
    assert short(event) == ("ASSAULT", {"?"}, {"TUR"})


def test_what_only_names_a_target_has_no_part_in_the_blow(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj struck/VERB/0/root what/PRON/2/obj officials/NOUN/5/nsubj "
        "described/VERB/3/acl:relcl as/ADP/7/case camps/NOUN/5/obl killing/VERB/5/advcl "
        "pilots/NOUN/8/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, officials="FRA/GOV", pilots="SYR/CVL")
    blows = [short(event) for event in told if event.type == "ASSAULT"]
    assert blows and all(blow == ("ASSAULT", {"TUR"}, {"SYR"}) for blow in blows)


def asked_of(knowledge: Knowledge, rows: str, **given: Any) -> float:
    """The part of the usual probability that is asked of the first act of some rows."""
    made = reading(rows)
    tree = Tree(made)
    people = People(tree, cast(made, **given), knowledge.lexicon)
    statements = attribute(made, knowledge)
    return asked(candidates(tree, people, statements, knowledge.lexicon)[0], 1.0)


def test_words_without_doubt_need_their_author(knowledge: Knowledge) -> None:
    told = (
        "Turkey/PROPN/2/nsubj seized/VERB/0/root a/DET/4/det village/NOUN/2/obj from/ADP/6/case "
        "Syria/PROPN/2/obl ./PUNCT/2/punct"
    )
    untold = (
        "The/DET/2/det village/NOUN/4/nsubj:pass was/AUX/4/aux:pass seized/VERB/0/root "
        "./PUNCT/4/punct"
    )
    assert asked_of(knowledge, told) < asked_of(knowledge, untold, village="SYR/CVL") == 1.0


@pytest.mark.parametrize(
    ("teller", "authors"),
    [
        ("deplored", set()),
        ("documented", set()),
        ("mentioned", set()),
        ("directed", {"FRA"}),
    ],
)
def test_who_speaks_of_a_deed_is_not_its_author(
    knowledge: Knowledge, teller: str, authors: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj {teller}/VERB/0/root attacks/NOUN/2/obj on/ADP/5/case "
        "schools/NOUN/3/nmod ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, schools="YEM/EDU")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} == authors


@pytest.mark.parametrize(
    ("speaker", "victims", "authors"),
    [("FRA/GOV", "REB", set()), ("FRA/MIL", "REB", {"FRA"}), ("FRA/MIL", "CVL", set())],
)
def test_only_a_force_tells_its_own_blows_on_fighters(
    knowledge: Knowledge, speaker: str, victims: str, authors: set[str]
) -> None:
    rows = (
        "Paris/PROPN/2/nsubj said/VERB/0/root raids/NOUN/7/nsubj on/ADP/6/case the/DET/6/det "
        "men/NOUN/3/nmod continued/VERB/2/ccomp ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Paris=speaker, men=f"SYR/{victims}")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} == authors


@pytest.mark.parametrize(("word", "authors"), [("against", set()), ("after", {"FRA"})])
def test_who_takes_a_stand_against_a_blow_has_not_struck_it(
    knowledge: Knowledge, word: str, authors: set[str]
) -> None:
    rows = (
        f"France/PROPN/3/nmod:poss 's/PART/1/case stand/NOUN/8/nsubj {word}/ADP/5/case "
        "attacks/NOUN/3/nmod on/ADP/7/case schools/NOUN/5/nmod helped/VERB/0/root ./PUNCT/8/punct"
    )
    told = code(knowledge, rows, schools="YEM/EDU")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} - {"?"} == authors


def test_an_unknown_author_stays_beside_a_named_one(knowledge: Knowledge) -> None:
    rows = (
        "Gunmen/NOUN/2/nsubj killed/VERB/0/root Armenian/ADJ/4/amod villagers/NOUN/2/obj "
        "./PUNCT/2/punct\n"
        "Azerbaijan/PROPN/2/nsubj attacked/VERB/0/root Armenian/ADJ/4/amod troops/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Gunmen="?/UAF", villagers="ARM/CVL", troops="ARM/MIL")
    found = [short(event) for event in told]
    assert found == [("ASSAULT", {"?"}, {"ARM"}), ("ASSAULT", {"AZE"}, {"ARM"})]


def test_who_attacks_is_told_though_his_side_is_not(knowledge: Knowledge) -> None:
    rows = (
        "Gunmen/NOUN/2/nsubj attacked/VERB/0/root Armenian/ADJ/4/amod villagers/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Gunmen="?/UAF", villagers="ARM/CVL")
    assert short(event) == ("ASSAULT", {"?"}, {"ARM"})
    assert [actor.text for actor in event.actors] == ["Gunmen"]


def test_who_is_accused_of_an_attack_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj accused/VERB/0/root Israel/PROPN/2/obj of/ADP/6/case an/DET/6/det "
        "attack/NOUN/2/obl on/ADP/9/case Iranian/ADJ/9/amod troops/NOUN/6/nmod ./PUNCT/2/punct"
    )
    (attack,) = [e for e in code(knowledge, rows, troops="IRN/MIL") if e.type == "ASSAULT"]
    assert short(attack) == ("ASSAULT", {"ISR"}, {"IRN"})
    assert [voice.code for voice in attack.voice] == ["IRN"]


def test_who_claims_responsibility_for_an_attack_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Hezbollah/PROPN/2/nsubj claimed/VERB/0/root responsibility/NOUN/2/obj for/ADP/7/case "
        "a/DET/7/det drone/NOUN/7/compound attack/NOUN/3/nmod on/ADP/9/case Israel/PROPN/7/nmod "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, drone="ISR/MIL", Hezbollah="HEZBOLLAH/REB")
    found = [event for event in told if event.type == "ASSAULT"]
    assert [short(event) for event in found] == [("ASSAULT", {"HEZBOLLAH"}, {"ISR"})]


@pytest.mark.parametrize(
    ("who", "negation", "authors"),
    [("SYR/REB", "The", {"SYR"}), ("SYR/CVL", "The", set()), ("SYR/REB", "No", set())],
)
def test_armed_men_who_claim_an_attack_have_done_it(
    knowledge: Knowledge, who: str, negation: str, authors: set[str]
) -> None:
    rows = (
        f"{negation}/DET/2/det group/NOUN/3/nsubj claimed/VERB/0/root the/DET/5/det "
        "attack/NOUN/3/obj on/ADP/7/case pilgrims/NOUN/5/nmod ./PUNCT/3/punct"
    )
    told = code(knowledge, rows, group=who, pilgrims="IRQ/CVL")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} == authors


def test_who_is_accused_in_a_clause_of_doing_it_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj accused/VERB/0/root Israel/PROPN/2/obj of/SCONJ/5/mark "
        "bombing/VERB/2/ccomp Iranian/ADJ/7/amod troops/NOUN/5/obj ./PUNCT/2/punct"
    )
    (attack,) = [e for e in code(knowledge, rows, troops="IRN/MIL") if e.type == "ASSAULT"]
    assert short(attack) == ("ASSAULT", {"ISR"}, {"IRN"})


@pytest.mark.parametrize(("accuser", "struck"), [("Greece", {"GRC"}), ("NATO", set())])
def test_a_body_that_accuses_was_not_attacked_itself(
    knowledge: Knowledge, accuser: str, struck: set[str]
) -> None:
    rows = (
        f"{accuser}/PROPN/2/nsubj accused/VERB/0/root Israel/PROPN/2/obj of/ADP/6/case "
        "an/DET/6/det attack/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, NATO="NATO/IGO")
    assert {p.code for e in told if e.type == "ASSAULT" for p in e.recipients} == struck


@pytest.mark.parametrize(("article", "found"), [("No", set()), ("The", {"ASSAULT"})])
def test_what_nobody_claims_is_nobodys(knowledge: Knowledge, article: str, found: set[str]) -> None:
    rows = (
        f"{article}/DET/2/det group/NOUN/3/nsubj claimed/VERB/0/root responsibility/NOUN/3/obj "
        "for/ADP/7/case "
        "the/DET/7/det attack/NOUN/4/nmod on/ADP/9/case Israel/PROPN/7/nmod ./PUNCT/3/punct"
    )
    assert {event.type for event in code(knowledge, rows, group="SYR/REB")} == found


@pytest.mark.parametrize(("mark", "doer"), [("for", "SYR"), ("while", "DEU")])
def test_who_is_arrested_for_a_deed_has_done_it(knowledge: Knowledge, mark: str, doer: str) -> None:
    rows = (
        "Germany/PROPN/2/nsubj arrested/VERB/0/root two/NUM/4/nummod Syrians/NOUN/2/obj "
        f"{mark}/SCONJ/6/mark attacking/VERB/2/advcl a/DET/8/det mosque/NOUN/6/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Syrians="SYR/CVL", mosque="TUR/REL")
    (attack,) = [e for e in told if e.type == "ASSAULT"]
    assert short(attack) == ("ASSAULT", {doer}, {"TUR"})


@pytest.mark.parametrize(("case", "authors"), [("in", set()), ("with", {"GRC"})])
def test_the_scene_of_violence_is_not_its_author(
    knowledge: Knowledge, case: str, authors: set[str]
) -> None:
    rows = (
        f"Days/NOUN/4/nsubj {case}/ADP/3/case Athens/PROPN/1/nmod saw/VERB/0/root raids/NOUN/4/obj "
        "on/ADP/7/case Iran/PROPN/5/nmod ./PUNCT/4/punct"
    )
    told = code(knowledge, rows, Athens="GRC/GOV", scene="Athens")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} == authors


def test_whose_the_aggression_is_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det aggression/NOUN/7/nsubj of/ADP/4/case Russia/PROPN/2/nmod "
        "against/ADP/6/case Ukraine/PROPN/2/nmod continued/VERB/0/root ./PUNCT/7/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", {"RUS"}, {"UKR"})


def test_who_leads_a_state_strikes_by_its_forces(knowledge: Knowledge) -> None:
    rows = "Assad/PROPN/2/nsubj bombed/VERB/0/root Aleppo/PROPN/2/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows, Assad="SYR/GOV/president", Aleppo="SYR/CVL")
    assert event.actors[0].sector == "MIL"


def test_what_strangers_take_no_state_has_taken(knowledge: Knowledge) -> None:
    rows = (
        "{}/NOUN/2/nsubj seized/VERB/0/root Armenian/ADJ/4/amod trucks/NOUN/2/obj ./PUNCT/2/punct"
    )
    given = {"Armenian": "ARM/GOV/demonym", "trucks": "ARM/CVL"}
    assert code(knowledge, rows.format("Strangers"), Strangers="?/CVL", **given) == ()
    (event,) = code(knowledge, rows.format("Police"), Police="TUR/COP", **given)
    assert short(event) == ("COERCE", {"TUR"}, {"ARM"})


def test_forces_near_a_blast_did_not_set_it_off(knowledge: Knowledge) -> None:
    rows = (
        "Israel/PROPN/2/nsubj said/VERB/0/root troops/NOUN/5/nsubj:pass were/AUX/5/aux:pass "
        "attacked/VERB/2/ccomp {}./PUNCT/2/punct"
    )
    made = reading(rows.format(""))
    people = cast(made, Israel="ISR/MIL", troops="ISR/MIL")
    trigger = Trigger(head=4, tokens=(4,), type="ASSAULT", mode=None, noun=False)
    span = made.tokens[4].span
    act = Act(trigger=trigger, trigger_span=span, sentence=0, actors=(0,), recipients=(2,))
    looked_up = People(Tree(made), people, knowledge.lexicon)
    (event,) = events((act,), made, (), people, knowledge, looked_up)
    assert short(event) == ("ASSAULT", {"?"}, {"ISR"})
    by = "by/ADP/7/case mutineers/NOUN/5/obl:agent "
    told = code(knowledge, rows.format(by), troops="ISR/MIL", mutineers="ISR/MIL")
    assert [codes(event.actors) for event in told] == [{"ISR"}]
