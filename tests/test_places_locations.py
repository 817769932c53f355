"""Which names of places are locations, and which speak, are addressed or only name."""

from __future__ import annotations

import pytest
from place_reading import reading

from dateline.knowledge.places import Gazetteer
from dateline.records import NameKind, Reading
from dateline.resolution.places import resolve_places


def said(subject: str) -> Reading:
    return reading(
        f"{subject} said troops left Nyala.",
        [
            (subject, "PROPN", 1, "nsubj"),
            ("said", "VERB", 1, "root"),
            ("troops", "NOUN", 3, "nsubj"),
            ("left", "VERB", 1, "ccomp"),
            ("Nyala", "PROPN", 3, "obj"),
            (".", "PUNCT", 1, "punct"),
        ],
        [(0, 1, NameKind.PLACE), (4, 5, NameKind.PLACE)],
    )


@pytest.mark.parametrize("subject", ["Moscow", "Russia", "Ankara"])
def test_a_capital_or_country_that_speaks_stands_for_its_government(
    subject: str, gazetteer: Gazetteer
) -> None:
    speaker, town = resolve_places(said(subject), gazetteer)
    assert speaker.text == subject
    assert speaker.metonym
    assert town.text == "Nyala"
    assert not town.metonym


def test_a_country_addressed_is_no_location_but_one_entered_is(gazetteer: Gazetteer) -> None:
    made = reading(
        "France called on Russia to leave Ukraine and sent aid to Poland.",
        [
            ("France", "PROPN", 1, "nsubj"),
            ("called", "VERB", 1, "root"),
            ("on", "ADP", 3, "case"),
            ("Russia", "PROPN", 1, "obl"),
            ("to", "PART", 5, "mark"),
            ("leave", "VERB", 1, "xcomp"),
            ("Ukraine", "PROPN", 5, "obj"),
            ("and", "CCONJ", 8, "cc"),
            ("sent", "VERB", 1, "conj"),
            ("aid", "NOUN", 8, "obj"),
            ("to", "ADP", 11, "case"),
            ("Poland", "PROPN", 8, "obl"),
            (".", "PUNCT", 1, "punct"),
        ],
    )
    metonym = {place.text: place.metonym for place in resolve_places(made, gazetteer)}
    assert metonym["France"]
    assert metonym["Russia"]
    assert not metonym["Poland"]


@pytest.mark.parametrize(
    ("given", "preposition", "metonym"),
    [("support", "from", True), ("sanctions", "on", True), ("raids", "on", False)],
)
def test_who_gives_support_or_bears_sanctions_is_no_location(
    given: str, preposition: str, metonym: bool, gazetteer: Gazetteer
) -> None:
    made = reading(
        f"They saw {given} {preposition} Ukraine.",
        [
            ("They", "PRON", 1, "nsubj"),
            ("saw", "VERB", 1, "root"),
            (given, "NOUN", 1, "obj"),
            (preposition, "ADP", 4, "case"),
            ("Ukraine", "PROPN", 2, "nmod"),
            (".", "PUNCT", 1, "punct"),
        ],
    )
    (place,) = resolve_places(made, gazetteer)
    assert place.metonym is metonym


def test_what_is_left_or_fought_over_is_a_location(gazetteer: Gazetteer) -> None:
    made = reading(
        "Refugees left Syria as Yemen's war spread.",
        [
            ("Refugees", "NOUN", 1, "nsubj"),
            ("left", "VERB", 1, "root"),
            ("Syria", "PROPN", 1, "obj"),
            ("as", "SCONJ", 7, "mark"),
            ("Yemen", "PROPN", 6, "nmod:poss"),
            ("'s", "PART", 4, "case"),
            ("war", "NOUN", 7, "nsubj"),
            ("spread", "VERB", 1, "advcl"),
            (".", "PUNCT", 1, "punct"),
        ],
    )
    metonym = {place.text: place.metonym for place in resolve_places(made, gazetteer)}
    assert metonym == {"Syria": False, "Yemen": False}


def test_part_of_a_longer_name_is_no_place(gazetteer: Gazetteer) -> None:
    made = reading(
        "Michael Jordan told the Washington Post that Jordan was calm.",
        [
            ("Michael", "PROPN", 2, "nsubj"),
            ("Jordan", "PROPN", 0, "flat"),
            ("told", "VERB", 2, "root"),
            ("the", "DET", 5, "det"),
            ("Washington", "PROPN", 5, "compound"),
            ("Post", "PROPN", 2, "obj"),
            ("that", "SCONJ", 9, "mark"),
            ("Jordan", "PROPN", 9, "nsubj"),
            ("was", "AUX", 9, "cop"),
            ("calm", "ADJ", 2, "ccomp"),
            (".", "PUNCT", 2, "punct"),
        ],
        [(0, 2, NameKind.PERSON), (4, 6, NameKind.ORGANISATION), (7, 8, NameKind.PLACE)],
    )
    found = resolve_places(made, gazetteer)
    assert [(place.text, place.span.start) for place in found] == [
        ("Jordan", made.tokens[7].span.start)
    ]


def test_a_building_called_after_a_place_is_where_things_happen(gazetteer: Gazetteer) -> None:
    made = reading(
        "Shells fell at Khartoum International Airport and on al-Fashir.",
        [
            ("Shells", "NOUN", 1, "nsubj"),
            ("fell", "VERB", 1, "root"),
            ("at", "ADP", 5, "case"),
            ("Khartoum", "PROPN", 5, "compound"),
            ("International", "PROPN", 5, "compound"),
            ("Airport", "PROPN", 1, "obl"),
            ("and", "CCONJ", 10, "cc"),
            ("on", "ADP", 10, "case"),
            ("al", "PROPN", 10, "compound"),
            ("-", "PUNCT", 10, "punct"),
            ("Fashir", "PROPN", 5, "conj"),
            (".", "PUNCT", 1, "punct"),
        ],
    )
    airport, town = resolve_places(made, gazetteer)
    assert airport.text == "Khartoum International Airport"
    assert airport.country == town.country == "SDN"
    assert town.text == "al-Fashir"
    assert not airport.metonym
