"""Sentences that coders of political events get wrong, from text to event."""

from __future__ import annotations

from functools import cache

import dateline
from dateline.records import Era, Event, Modality, Polarity, Stance


@cache
def events(text: str) -> tuple[Event, ...]:
    return dateline.code(text, published="2023-06-01").events


def parties(event: Event) -> tuple[set[str], set[str]]:
    return {one.code for one in event.actors}, {one.code for one in event.recipients}


def only(text: str, kind: str) -> Event:
    (event,) = [event for event in events(text) if event.type == kind]
    return event


def test_a_denied_attack() -> None:
    event = only("Azerbaijan denied attacking Armenia.", "ASSAULT")
    assert parties(event) == ({"AZE"}, {"ARM"})
    assert (event.stance, event.voice[-1].code) == (Stance.DENIES, "AZE")


def test_an_attack_that_was_none() -> None:
    event = only("Azerbaijan did not attack Armenia.", "ASSAULT")
    assert parties(event) == ({"AZE"}, {"ARM"})
    assert event.polarity is Polarity.NEGATIVE


def test_mutual_accusation() -> None:
    text = "Armenia and Azerbaijan accused each other of violating the ceasefire."
    assert parties(only(text, "ACCUSE")) == ({"ARM", "AZE"}, {"ARM", "AZE"})


def test_on_whose_word() -> None:
    event = only("Ukraine said Russian forces killed three civilians.", "ASSAULT")
    assert parties(event)[0] == {"RUS"}
    assert event.voice[-1].code == "UKR"


def test_martial_law() -> None:
    event = only("Armenia declared martial law.", "COERCE")
    assert parties(event) == ({"ARM"}, {"ARM"})
    assert event.mode == "martial-law"


def test_an_agreement_of_long_ago() -> None:
    text = "Armenia and Azerbaijan signed a ceasefire in 1994."
    event = only(text, "SUPPORT")
    assert parties(event) == ({"ARM", "AZE"}, {"ARM", "AZE"})
    assert event.era is Era.BACKGROUND


def test_a_call_to_withdraw_is_no_withdrawal() -> None:
    text = "France called on Russia to withdraw its troops."
    event = only(text, "REQUEST")
    assert parties(event) == ({"FRA"}, {"RUS"})
    assert event.mode == "yield"
    assert not [one for one in events(text) if one.type == "RETREAT"]


def test_a_meeting() -> None:
    event = only("Zelenskyy met Macron in Paris.", "CONSULT")
    assert parties(event) == ({"UKR", "FRA"}, {"UKR", "FRA"})
    assert event.place is not None
    assert event.place.text == "Paris"


def test_a_condition_is_no_attack() -> None:
    text = "If Turkey attacks, Greece will respond."
    assert parties(only(text, "THREATEN"))[0] == {"GRC"}
    attacks = {one.modality for one in events(text) if one.type == "ASSAULT"}
    assert attacks <= {Modality.HYPOTHETICAL}


def test_a_name_shared_by_two_states() -> None:
    event = only("North and South Korea exchanged fire across the border.", "ASSAULT")
    assert parties(event) == ({"PRK", "KOR"}, {"PRK", "KOR"})


def test_a_town_that_bears_a_capitals_name() -> None:
    text = "Rebels seized the town of Santiago in northern Colombia. Colombia's army fought back."
    assert parties(only(text, "COERCE")) == ({"COL"}, {"COL"})


def test_who_stands_outside_an_embassy_is_of_the_country_around_it() -> None:
    text = (
        "Soldiers seized the presidential palace in Guinea-Bissau. About 200 people protested "
        "outside the Senegalese embassy."
    )
    assert parties(only(text, "PROTEST"))[0] == {"GNB"}


def test_anothers_foreign_office_is_not_the_british_one() -> None:
    event = only("Pakistan's Foreign Office urged Kabul to hand over a commander.", "REQUEST")
    assert parties(event) == ({"PAK"}, {"AFG"})


def test_a_verb_of_shelling_is_no_money() -> None:
    assert parties(only("Israel pounds Gaza as talks go on.", "ASSAULT"))[0] == {"ISR"}


def test_a_treaty_of_two_is_between_them() -> None:
    text = "Iran is far. India and Pakistan signed a treaty between the two countries."
    assert {"IND", "PAK"} == set().union(*parties(only(text, "SUPPORT")))


def test_a_politician_who_attacks_another_speaks_against_him() -> None:
    event = only("President Joe Biden attacked Kevin McCarthy on Tuesday.", "ACCUSE")
    assert event.mode == "disapprove"
    war = only("President Vladimir Putin attacked Ukraine on Tuesday.", "ASSAULT")
    assert parties(war) == ({"RUS"}, {"UKR"})


def test_a_rally_of_whoever_governs_is_no_protest() -> None:
    assert events("President Joe Biden held a rally in Nevada on Sunday.") == ()
    event = only("Opposition supporters held a rally in Minsk on Sunday.", "PROTEST")
    assert parties(event)[0] == {"BLR"}


def test_the_seat_of_a_government_acts_for_its_state() -> None:
    event = only("Britain and Washington expelled three Russian envoys on Monday.", "SANCTION")
    assert parties(event) == ({"GBR", "USA"}, {"RUS"})


def test_who_speaks_with_several_speaks_with_each() -> None:
    text = "President Emmanuel Macron spoke with the leaders of Mali, Chad and Niger on Tuesday."
    talks = [parties(event) for event in events(text) if event.type == "CONSULT"]
    assert talks == [({"FRA"}, {"MLI", "TCD", "NER"}), ({"MLI", "TCD", "NER"}, {"FRA"})]
