"""Towns, squares and ways that reports from Latin America and Africa name."""

from __future__ import annotations

import pytest
from place_reading import reading

from dateline.knowledge.places import Gazetteer
from dateline.records import Span
from dateline.resolution.places import resolve_places, resolve_toponyms


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Supporters marched from El Alto.", "El Alto", "BOL"),
        ("Gangs set houses alight in Cité Soleil.", "Cité Soleil", "HTI"),
        ("Fighters entered Bunagana at dawn.", "Bunagana", "COD"),
        ("Shells hit the camp of Zamzam.", "Zamzam", "SDN"),
        ("Soldiers shelled Mendhar again.", "Mendhar", "IND"),
    ],
)
def test_towns_of_conflict_news_are_known(
    text: str, name: str, country: str, gazetteer: Gazetteer
) -> None:
    start = text.index(name)
    (place,) = resolve_toponyms(text, [Span(start, start + len(name))], gazetteer)
    assert place.country == country


def test_a_way_between_two_towns_puts_neither_into_the_other(gazetteer: Gazetteer) -> None:
    text = "Bolivia was calm. Crowds in La Paz waited. Miners marched from Oruro to La Paz."
    spans = [Span(at, at + 6) for at in (text.index("La Paz"), text.rindex("La Paz"))]
    first, second = resolve_toponyms(text, spans, gazetteer)
    assert first.geonames == second.geonames


@pytest.mark.parametrize("word", ["Plaza", "Avenida", "Maidan"])
def test_a_word_for_a_square_or_street_is_no_town(word: str, gazetteer: Gazetteer) -> None:
    text = f"Crowds gathered in {word} Victoria"
    found = resolve_places(
        reading(
            text,
            [
                ("Crowds", "NOUN", 1, "nsubj"),
                ("gathered", "VERB", 1, "root"),
                ("in", "ADP", 3, "case"),
                (word, "PROPN", 1, "obl"),
                ("Victoria", "PROPN", 3, "flat"),
            ],
        ),
        gazetteer,
    )
    assert word not in [place.text for place in found]
