"""What states do by their offices and forces: arrests, expulsions, measures, moves."""

from __future__ import annotations

import pytest
from rule_coding import code, codes, named, short

import dateline
from dateline.knowledge import Knowledge


def test_martial_law_is_done_to_the_own_country(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj declared/VERB/0/root martial/ADJ/4/amod law/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("COERCE", {"ARM"}, {"ARM"})
    assert event.mode == "martial-law"


def test_a_country_puts_no_embargo_on_itself_and_may_dismiss_its_officials(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Sanctions/NOUN/3/nsubj:pass were/AUX/3/aux:pass imposed/VERB/0/root on/ADP/5/case "
        "{}/3/obl ./PUNCT/3/punct"
    )
    assert not code(knowledge, rows.format("Russia/PROPN"))
    assert not code(knowledge, rows.format("ministers/NOUN"), ministers="RUS/GOV")
    dismissed = "Ministers/NOUN/3/nsubj:pass were/AUX/3/aux:pass dismissed/VERB/0/root"
    (event,) = code(knowledge, dismissed, Ministers="RUS/GOV")
    assert short(event) == ("SANCTION", {"RUS"}, {"RUS"})


def test_the_arrest_of_somebody_is_made_by_the_state(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det arrest/NOUN/6/nsubj of/ADP/5/case two/NUM/5/nummod journalists/NOUN/2/nmod "
        "shocked/VERB/0/root France/PROPN/6/obj ./PUNCT/6/punct"
    )
    arrests = [e for e in code(knowledge, rows, journalists="BLR/MED") if e.type == "COERCE"]
    assert [short(event) for event in arrests] == [("COERCE", {"BLR"}, {"BLR"})]
    assert arrests[0].actors[0].sector == "COP"


def test_troops_that_mass_are_moved(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj saw/VERB/0/root tanks/NOUN/2/obj massing/VERB/3/acl near/ADP/6/case "
        "Greece/PROPN/4/obl ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, tanks="SYR/MIL") if e.type == "MOBILIZE"]
    assert short(event) == ("MOBILIZE", {"SYR"}, {"GRC"})
    assert event.trigger == "tanks massing"


@pytest.mark.parametrize(("verb", "against"), [("tested", set()), ("deployed", {"ISR"})])
def test_weapons_are_tested_against_nobody(
    knowledge: Knowledge, verb: str, against: set[str]
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj {verb}/VERB/0/root missiles/NOUN/2/obj near/ADP/5/case "
        "Israel/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("MOBILIZE", {"IRN"}, against)


def test_a_state_that_imposes_something_imposes_no_state_of_emergency(
    knowledge: Knowledge,
) -> None:
    tariffs = (
        "Tariffs/NOUN/0/root imposed/VERB/1/acl by/ADP/6/case the/DET/6/det "
        "United/PROPN/6/compound States/PROPN/2/obl ./PUNCT/1/punct"
    )
    assert "COERCE" not in named(knowledge, tariffs)
    emergency = (
        "Turkey/PROPN/2/nsubj imposed/VERB/0/root a/DET/4/det state/NOUN/2/obj of/ADP/6/case "
        "emergency/NOUN/4/nmod ./PUNCT/2/punct"
    )
    assert "martial-law" in named(knowledge, emergency)["COERCE"]


def test_a_town_falls_to_those_who_take_it(knowledge: Knowledge) -> None:
    rows = (
        "Aleppo/PROPN/2/nsubj fell/VERB/0/root to/ADP/5/case Turkish/ADJ/5/amod troops/NOUN/2/obl "
        "./PUNCT/2/punct"
    )
    (event,) = [
        e for e in code(knowledge, rows, Aleppo="SYR/CVL", troops="TUR/MIL") if e.type == "COERCE"
    ]
    assert short(event) == ("COERCE", {"TUR"}, {"SYR"})


def test_a_passive_that_only_a_state_can_do_is_the_states(knowledge: Knowledge) -> None:
    rows = (
        "Two/NUM/2/nummod journalists/NOUN/4/nsubj:pass were/AUX/4/aux:pass "
        "arrested/VERB/0/root ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, journalists="BLR/MED")
    assert short(event) == ("COERCE", {"BLR"}, {"BLR"})
    assert event.actors[0].sector == "COP"
    (charge,) = code(knowledge, rows.replace("arrested", "indicted"), journalists="BLR/MED")
    assert (charge.type, charge.actors[0].sector) == ("ACCUSE", "JUD")


@pytest.mark.parametrize(
    ("moved", "doers"), [("Troops=GRC/MIL/state", {"GRC"}), ("Convoys=GRC/CVL/state", set())]
)
def test_forces_that_nobody_is_said_to_deploy_move_themselves(
    moved: str, doers: set[str], knowledge: Knowledge
) -> None:
    who, _, actor = moved.partition("=")
    rows = (
        f"{who}/NOUN/3/nsubj:pass were/AUX/3/aux:pass deployed/VERB/0/root troop/NOUN/3/obl "
        "to/ADP/6/case Syria/PROPN/3/obl ./PUNCT/3/punct"
    )
    found = [e for e in code(knowledge, rows, **{who: actor}) if e.type == "MOBILIZE"]
    assert {one for event in found for one in codes(event.actors)} == doers


@pytest.mark.parametrize(
    ("ground", "recipients"),
    [
        ("in/ADP/4/case towns/NOUN/2/obl", set()),
        ("in/ADP/4/case Greece/PROPN/2/obl", {"GRC"}),
        ("against/ADP/4/case rebels/NOUN/2/obl", {"RUS"}),
    ],
)
def test_forces_at_home_enter_no_country(
    knowledge: Knowledge, ground: str, recipients: set[str]
) -> None:
    rows = f"Russia/PROPN/2/nsubj deployed/VERB/0/root {ground} ./PUNCT/2/punct"
    (event,) = code(knowledge, rows, rebels="RUS/REB", towns="RUS/CVL")
    assert short(event) == ("MOBILIZE", {"RUS"}, recipients)


def test_a_diplomat_is_expelled(knowledge: Knowledge) -> None:
    rows = (
        "India/PROPN/2/nsubj expelled/VERB/0/root a/DET/5/det Canadian/ADJ/5/amod "
        "diplomat/NOUN/2/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, India="IND/GOV", diplomat="CAN/GOV")
    assert short(event) == ("SANCTION", {"IND"}, {"CAN"})
    assert event.mode == "expel"


def test_who_deploys_troops_acts_and_not_the_troops(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/3/nmod:poss 's/PART/1/case deployment/NOUN/8/nsubj of/ADP/5/case "
        "troops/NOUN/3/nmod to/ADP/7/case Syria/PROPN/3/nmod began/VERB/0/root ./PUNCT/8/punct"
    )
    (event,) = code(knowledge, rows, troops="SYR/MIL")
    assert codes(event.actors) == {"RUS"}


def test_trade_is_withdrawn_by_a_government_and_land_taken_by_its_forces(
    knowledge: Knowledge,
) -> None:
    withdrew = (
        "Armenia/PROPN/2/nsubj withdrew/VERB/0/root aid/NOUN/2/obj from/ADP/5/case "
        "Greece/PROPN/2/obl ./PUNCT/2/punct"
    )
    took = (
        "Armenia/PROPN/2/nsubj annexed/VERB/0/root Azerbaijani/ADJ/4/amod land/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (sanction,) = [e for e in code(knowledge, withdrew) if e.type == "SANCTION"]
    (seizure,) = [e for e in code(knowledge, took, land="AZE/CVL") if e.type == "COERCE"]
    assert [party.sector for party in sanction.actors] == ["GOV"]
    assert [party.sector for party in seizure.actors] == ["MIL"]


def test_an_army_does_not_shell_its_own_country_by_name(knowledge: Knowledge) -> None:
    rows = (
        "Soldiers/NOUN/2/nsubj shelled/VERB/0/root Armenia/PROPN/2/obj ,/PUNCT/2/punct "
        "Georgia/PROPN/6/nsubj said/VERB/2/parataxis ./PUNCT/2/punct"
    )
    assert code(knowledge, rows, Soldiers="ARM/MIL") == ()
    (event,) = code(knowledge, rows, Soldiers="AZE/MIL")
    assert short(event) == ("ASSAULT", {"AZE"}, {"ARM"})


def test_who_is_executed_was_so_by_the_state(knowledge: Knowledge) -> None:
    rows = (
        "Two/NUM/2/nummod men/NOUN/4/nsubj:pass were/AUX/4/aux:pass executed/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, men="IRN/CVL")
    assert short(event) == ("ASSAULT", {"IRN"}, {"IRN"})


@pytest.mark.parametrize(("victims", "authors"), [("men", {"IRN"}), ("hostages", {"?"})])
def test_an_execution_is_the_states_unless_hostages_die(
    knowledge: Knowledge, victims: str, authors: set[str]
) -> None:
    rows = (
        f"The/DET/2/det execution/NOUN/5/nsubj of/ADP/4/case {victims}/NOUN/2/nmod "
        "shocked/VERB/0/root many/ADJ/5/obj ./PUNCT/5/punct"
    )
    told = code(knowledge, rows, men="IRN/CVL", hostages="IRN/CVL")
    assert [short(e) for e in told if e.type == "ASSAULT"] == [("ASSAULT", authors, {"IRN"})]


def test_who_is_executed_abroad_was_not_so_by_his_own_state() -> None:
    (event,) = dateline.code("Two American hostages were executed in Syria.").events
    assert codes(event.recipients) == {"USA"}
    assert "USA" not in codes(event.actors)


@pytest.mark.parametrize(
    ("sector", "kind"),
    [
        ("JUD", ("SANCTION", "convict")),
        ("COP", ("COERCE", "arrest")),
        ("UAF", ("ASSAULT", "abduct")),
    ],
)
def test_whom_a_court_jails_it_convicts_and_whom_strangers_hold_they_abduct(
    knowledge: Knowledge, sector: str, kind: tuple[str, str]
) -> None:
    rows = "They/PRON/2/nsubj jailed/VERB/0/root editors/NOUN/2/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows, They=f"TUR/{sector}", editors="IRN/MED")
    assert (event.type, event.mode) == kind
