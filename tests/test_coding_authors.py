"""Whose violence it was: named by its cause, its weapon, its teller, or by nobody."""

from __future__ import annotations

from datetime import date

import pytest

from dateline import knowledge as world
from dateline.language import load_model, read_reports
from dateline.pipeline import code_reading
from dateline.records import Report

Told = set[tuple[str, tuple[str, ...], tuple[str, ...]]]

CAUSES = [
    ("Hezbollah said two fighters had been killed in an Israeli raid.", "ISR"),
    ("The Israeli army said two Hamas militants were killed in a US strike.", "USA"),
    ("Twelve Ukrainian civilians were wounded after a Russian bombardment of Kherson.", "RUS"),
    ("Three Somali soldiers died in an attack by al-Shabaab.", "ALSHABAAB"),
]
WEAPONS = [
    ("A rocket which struck a base in Gao killed two Chadian soldiers, MINUSMA reported.", "?"),
    ("The ICRC said that a shell that landed near its office in Bangui had hurt a nurse.", "?"),
    ("The UN said a mine which hit a truck near Kidal had killed three Togolese soldiers.", "?"),
    ("A mine laid by Boko Haram killed six Chadian soldiers, the UN said.", "BOKOHARAM"),
    ("Israel bombed Beirut; a missile killed four Lebanese soldiers.", "ISR"),
    ("A Houthi missile hit an oil depot in Jeddah, Saudi Arabia.", "HOUTHI"),
    ("NATO said it had killed a Taliban commander in Kunar.", "NATO"),
    ("A car bomb killed nine Kenyan soldiers in Garissa.", "?"),
    ("The Helmand blast killed nine children.", "?"),
    ("By data of the Observatory, ten Syrian soldiers were killed.", "?"),
    ("Police fire killed nine demonstrators in Bamako.", "MLI"),
]
TELLERS = [
    ("Seven al-Shabaab fighters were killed in an operation, the Somali army said.", "SOM"),
    ("The Nigerian military said 20 Boko Haram fighters had been killed in Sambisa.", "NGA"),
    ("The Colombian army said three ELN rebels had been killed in an explosion.", "?"),
    ("The Iraqi army said five Islamic State fighters were killed in infighting.", "?"),
    ("The Israeli army said three of its soldiers had been killed in Gaza.", "?"),
]
MEANT = [
    ("Boko Haram raided a village in Borno. The attackers took ten people hostage.", "BOKOHARAM"),
    ("Gunmen attacked a bus in Borno, Nigeria. The attackers killed nine people.", "?"),
]
AUTHORS = [*CAUSES, *WEAPONS, *TELLERS, *MEANT]
MUTUAL = [
    ("India and Pakistan shelled one another across the Line of Control.", "ASSAULT"),
    ("India and Pakistan accuse one another of shelling villages.", "ACCUSE"),
    ("India and Pakistan struck each other's positions.", "ASSAULT"),
    ("India and Pakistan expelled one another's diplomats.", "SANCTION"),
]
BACKED = "The PKK, listed as a terrorist group by Turkey and the EU, fought Iraqi troops on Friday."
THROUGH = "The Soviet Union sends weapons to the FMLN through Cuba and Nicaragua."
FREED = "Two Kenyan nurses kidnapped by al-Shabaab were released on Sunday."
DENIED = "Paris and Berlin denied arming Kyiv."
OWN = "Iran and Russia said they had shelled Idlib."
CRITICISM = "The deportation of 300 Ethiopian migrants by Saudi Arabia drew criticism."


@pytest.fixture(scope="module")
def coded() -> dict[str, Told]:
    """The acts of the sentences of this module, with the codes of both sides."""
    texts = [
        *(text for text, _ in (*AUTHORS, *MUTUAL)),
        BACKED,
        CRITICISM,
        THROUGH,
        FREED,
        DENIED,
        OWN,
    ]
    reports = [
        Report(id=str(place), text=text, published=date(2021, 2, 10))
        for place, text in enumerate(texts)
    ]
    knowledge = world.load()
    return {
        one.report.text: {
            (
                event.type,
                tuple(sorted({party.code for party in event.actors})),
                tuple(sorted({party.code for party in event.recipients})),
            )
            for event in code_reading(one, knowledge).events
        }
        for one in read_reports(reports, load_model(None))
    }


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_violence_has_the_author_that_its_words_tell(
    coded: dict[str, Told], text: str, author: str
) -> None:
    assert {by for kind, by, _ in coded[text] if kind == "ASSAULT"} == {(author,)}


@pytest.mark.parametrize(("text", "kind"), MUTUAL)
def test_what_is_done_to_one_another_has_both_sides_on_both_ends(
    coded: dict[str, Told], text: str, kind: str
) -> None:
    both = ("IND", "PAK")
    assert (kind, both, both) in coded[text]


def test_who_only_judges_a_side_of_a_fight_is_none(coded: dict[str, Told]) -> None:
    sides = {(by, on) for kind, by, on in coded[BACKED] if kind == "ASSAULT"}
    assert sides == {(("IRQ", "PKK"), ("IRQ", "PKK"))}


def test_who_is_near_has_not_criticised(coded: dict[str, Told]) -> None:
    assert not any(kind == "ACCUSE" for kind, *_ in coded[CRITICISM])


def test_what_is_sent_through_a_country_is_not_given_to_it(coded: dict[str, Told]) -> None:
    sides = {(by, on) for kind, by, on in coded[THROUGH] if kind == "AID"}
    assert sides == {(("RUS",), ("SLV",))}


def test_no_state_frees_whom_others_abducted(coded: dict[str, Told]) -> None:
    sides = {(by, on) for kind, by, on in coded[FREED] if kind == "RETREAT"}
    assert sides == {(("ALSHABAAB",), ("KEN",))}


def test_two_that_deny_something_each_deny_their_own_part(coded: dict[str, Told]) -> None:
    assert {told for told in coded[DENIED] if told[0] == "AID"} == {
        ("AID", ("DEU",), ("UKR",)),
        ("AID", ("FRA",), ("UKR",)),
    }


def test_two_that_tell_what_they_did_together_have_not_struck_each_other(
    coded: dict[str, Told],
) -> None:
    assert ("ASSAULT", ("IRN", "RUS"), ("SYR",)) in coded[OWN]
