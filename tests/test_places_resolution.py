"""Place names of a report: which place is meant, and how it is written."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from place_reading import reading

from dateline.knowledge.places import Gazetteer, weights
from dateline.records import NameKind, Place, Reading, Span
from dateline.resolution.disambiguation import FEATURES, choose
from dateline.resolution.places import resolve_places, resolve_toponyms
from dateline.resolution.toponyms import toponyms


def resolve(text: str, names: Sequence[str], gazetteer: Gazetteer) -> dict[str, Place]:
    """Places of the first mention of each name."""
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return dict(zip(names, resolve_toponyms(text, spans, gazetteer), strict=True))


@pytest.mark.parametrize(
    ("text", "name", "country", "region"),
    [
        ("Gunmen clashed in Tripoli in northern Lebanon.", "Tripoli", "LBN", ""),
        ("Rockets fell on the airport of Tripoli, Libya.", "Tripoli", "LBY", ""),
        ("The mayor of Paris, Texas, resigned.", "Paris", "USA", "Texas"),
        ("Strikers marched through Paris.", "Paris", "FRA", ""),
        ("Syria's Idlib was shelled.", "Idlib", "SYR", ""),
        ("The town of Hyderabad in Pakistan's Sindh was under curfew.", "Hyderabad", "PAK", ""),
        ("Police in Hyderabad, India, fired tear gas.", "Hyderabad", "IND", ""),
        ("Atlanta and Savannah in Georgia were calm.", "Georgia", "USA", "Georgia"),
        ("Tbilisi said Georgia would reply to Russia.", "Georgia", "GEO", ""),
        ("Troops left Moscow, Idaho, and drove to Boise.", "Moscow", "USA", "Idaho"),
        ("Peru lost the town of Santiago, which Ecuador shelled.", "Santiago", "PER", ""),
        ("Shells fell on the town of Aleppo.", "Aleppo", "SYR", ""),
        ("Talks began in Geneva. Mali thanked the US, China and Brazil.", "Geneva", "CHE", ""),
        ("Syria shut roads to Damascus. Mali thanked the US and Chad.", "Damascus", "SYR", ""),
    ],
)
def test_the_words_around_a_name_decide_which_place_is_meant(
    text: str, name: str, country: str, region: str, gazetteer: Gazetteer
) -> None:
    place = resolve(text, [name], gazetteer)[name]
    assert place.country == country
    if region:
        assert place.region == region


def test_other_places_of_the_report_draw_a_name_to_them(gazetteer: Gazetteer) -> None:
    text = "Fighting spread from Aleppo to Hama and Homs. Shells hit Salamiyah and Tripoli."
    near = resolve(text, ["Tripoli", "Hama"], gazetteer)
    assert near["Tripoli"].country == "LBN"
    assert near["Hama"].country == "SYR"


def test_a_word_for_the_sort_of_place_decides_the_precision(gazetteer: Gazetteer) -> None:
    text = "Fighting in Idlib province reached Aleppo. Protesters filled the city of Donetsk."
    found = resolve(text, ["Idlib", "Aleppo", "Donetsk"], gazetteer)
    assert found["Idlib"].precision == "region"
    assert found["Aleppo"].precision == "city"
    assert found["Donetsk"].precision == "city"
    assert resolve("Syria was quiet.", ["Syria"], gazetteer)["Syria"].precision == "country"
    assert resolve("Ships crossed the Red Sea.", ["Red Sea"], gazetteer)["Red Sea"].precision == (
        "area"
    )


def test_a_capital_is_preferred_to_the_region_around_it(gazetteer: Gazetteer) -> None:
    text = "Clashes broke out in Jerusalem, Nablus and Hebron. Washington was told."
    found = resolve(text, ["Jerusalem", "Washington"], gazetteer)
    assert found["Jerusalem"].precision == "city"
    assert found["Washington"].region == "District of Columbia"


def test_one_name_means_one_place_unless_a_mention_says_otherwise(gazetteer: Gazetteer) -> None:
    text = "London, Ontario, and London, England, are twinned. Ontario pays. London agreed."
    spans = [Span(at, at + 6) for at in range(len(text)) if text.startswith("London", at)]
    first, second, _ = resolve_toponyms(text, spans, gazetteer)
    assert (first.country, second.country) == ("CAN", "GBR")


def test_an_unknown_name_stays_as_text_and_says_so(gazetteer: Gazetteer) -> None:
    place = resolve("Bandits raided Qwyxholm.", ["Qwyxholm"], gazetteer)["Qwyxholm"]
    assert place.text == "Qwyxholm"
    assert place.latitude is None
    assert place.precision == "unknown"
    assert "not in the gazetteer" in place.why


def test_every_resolved_place_has_a_reason_and_an_identifier(gazetteer: Gazetteer) -> None:
    found = resolve("Kyiv and the Donbas were shelled.", ["Kyiv", "Donbas"], gazetteer)
    assert all(place.why for place in found.values())
    assert found["Kyiv"].geonames == 703448
    assert found["Donbas"].geonames is None, "an area of our own has no GeoNames identifier"


def test_places_come_back_in_the_order_of_the_spans(gazetteer: Gazetteer) -> None:
    text = "From Khartoum to Nyala."
    khartoum, nyala = Span(5, 13), Span(17, 22)
    assert [p.text for p in resolve_toponyms(text, [nyala, khartoum], gazetteer)] == [
        "Nyala",
        "Khartoum",
    ]
    assert resolve_toponyms(text, [], gazetteer) == []


def test_probabilities_of_a_choice_are_probabilities(gazetteer: Gazetteer) -> None:
    text = "Springfield, Illinois, and Springfield near Boston."
    spans = [Span(0, 11), Span(27, 38)]
    choices = choose(toponyms(text, spans, gazetteer), weights("choice"))
    assert all(choice is None or 0.0 < choice.probability <= 1.0 for choice in choices)


def test_every_feature_has_a_weight() -> None:
    assert set(weights("choice")) == set(FEATURES)


# --- with a tree -------------------------------------------------------------------


def shelling() -> Reading:
    return reading(
        "Rebels shelled Marra village in northern Syria and Idlib province near Aleppo.",
        [
            ("Rebels", "NOUN", 1, "nsubj"),
            ("shelled", "VERB", 1, "root"),
            ("Marra", "PROPN", 3, "compound"),
            ("village", "NOUN", 1, "obj"),
            ("in", "ADP", 6, "case"),
            ("northern", "ADJ", 6, "amod"),
            ("Syria", "PROPN", 1, "obl"),
            ("and", "CCONJ", 9, "cc"),
            ("Idlib", "PROPN", 9, "compound"),
            ("province", "NOUN", 6, "conj"),
            ("near", "ADP", 11, "case"),
            ("Aleppo", "PROPN", 1, "obl"),
            (".", "PUNCT", 1, "punct"),
        ],
        [(2, 3, NameKind.PLACE), (6, 7, NameKind.PLACE)],
    )


def test_a_place_is_written_with_the_words_that_belong_to_it(gazetteer: Gazetteer) -> None:
    places = {place.text: place for place in resolve_places(shelling(), gazetteer)}
    assert {"northern Syria", "Idlib province", "Aleppo"} <= set(places)
    syria = places["northern Syria"]
    assert syria.country == "SYR"
    assert syria.precision == "area"
    assert syria.latitude is not None
    assert syria.latitude > 35.0, "the point moves with the direction"
    assert not any(place.metonym for place in places.values())
    for place in places.values():
        assert place.span.of(shelling().report.text) == place.text


@pytest.mark.parametrize(("last", "names"), [("place", ["Cordillera del Norte"]), ("person", [])])
def test_a_romance_particle_joins_two_places_to_one_name(
    last: str, names: list[str], gazetteer: Gazetteer
) -> None:
    words = [
        ("Guards", "NOUN", 1, "nsubj"),
        ("fought", "VERB", 1, "root"),
        ("in", "ADP", 3, "case"),
        ("Cordillera", "PROPN", 1, "obl"),
        ("del", "ADP", 5, "case"),
        ("Norte", "PROPN", 3, "nmod"),
        (".", "PUNCT", 1, "punct"),
    ]
    read = [(3, 4, NameKind.PLACE), (5, 6, NameKind(last))]
    made = reading("Guards fought in Cordillera del Norte.", words, read)
    places = resolve_places(made, gazetteer)
    assert [place.text for place in places if " " in place.text] == names


def test_a_village_that_the_gazetteer_lacks_lies_where_the_text_puts_it(
    gazetteer: Gazetteer,
) -> None:
    made = reading(
        "Gunmen raided Qwyxholm, Chad.",
        [
            ("Gunmen", "NOUN", 1, "nsubj"),
            ("raided", "VERB", 1, "root"),
            ("Qwyxholm", "PROPN", 1, "obj"),
            (",", "PUNCT", 4, "punct"),
            ("Chad", "PROPN", 2, "appos"),
            (".", "PUNCT", 1, "punct"),
        ],
        [(2, 3, NameKind.PLACE), (4, 5, NameKind.PLACE)],
    )
    village, country = resolve_places(made, gazetteer)
    assert village.country == country.country == "TCD"
    assert village.geonames is None
    assert "the text puts it in Chad" in village.why


@pytest.mark.parametrize(("link", "country"), [("in", "PSE"), ("left", "USA")])
def test_a_small_place_outside_the_land_named_is_not_meant(
    link: str, country: str, gazetteer: Gazetteer
) -> None:
    words = [
        ("Settlers", "NOUN", 0, "root"),
        ("of", "ADP", 2, "case"),
        ("Shiloh", "PROPN", 0, "nmod"),
        (link, "ADP", 5, "case"),
        ("West", "PROPN", 5, "compound"),
        ("Bank", "PROPN", 2, "nmod"),
    ]
    names = [(2, 3, NameKind.PLACE), (4, 6, NameKind.PLACE)]
    told = reading(f"Settlers of Shiloh {link} the West Bank", words, names)
    found = {place.text: place.country for place in resolve_places(told, gazetteer)}
    assert found["Shiloh"] == country


def test_a_report_without_place_names_has_none(gazetteer: Gazetteer) -> None:
    made = reading(
        "They met again.",
        [
            ("They", "PRON", 1, "nsubj"),
            ("met", "VERB", 1, "root"),
            ("again", "ADV", 1, "advmod"),
            (".", "PUNCT", 1, "punct"),
        ],
    )
    assert resolve_places(made, gazetteer) == ()


def test_a_report_without_capitals_still_has_places(gazetteer: Gazetteer) -> None:
    made = reading(
        "police fired at a crowd in kolkata .",
        [
            ("police", "NOUN", 1, "nsubj"),
            ("fired", "VERB", 1, "root"),
            ("at", "ADP", 4, "case"),
            ("a", "DET", 4, "det"),
            ("crowd", "NOUN", 1, "obl"),
            ("in", "ADP", 6, "case"),
            ("kolkata", "PROPN", 1, "obl"),
            (".", "PUNCT", 1, "punct"),
        ],
    )
    assert [place.text for place in resolve_places(made, gazetteer)] == ["kolkata"]


def test_the_publisher_tells_what_is_near(gazetteer: Gazetteer) -> None:
    text = "A fire in London burned two houses."
    spans = [Span(10, 16)]
    (abroad,) = resolve_toponyms(text, spans, gazetteer)
    (home,) = resolve_toponyms(
        text, spans, gazetteer, publisher="Ontario Gazette", url="https://example.ca/fire"
    )
    assert (abroad.country, home.country) == ("GBR", "CAN")
