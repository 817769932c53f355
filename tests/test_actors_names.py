"""Whom names mean: short, foreign, misspelt and shared ones, and names that are others' words."""

from __future__ import annotations

from datetime import date

import pytest
from trees import reading
from whom import of_word, pairs, resolved

from dateline.knowledge.actors import ActorDirectory
from dateline.resolution.actors import resolve_actors
from dateline.resolution.actors.aliases import is_short_for


def test_a_town_names_an_attack_and_does_not_do_it(directory: ActorDirectory) -> None:
    rows = (
        "Kenya/PROPN/2/nsubj condemned/VERB/0/root the/DET/5/det {}/{}/5/{} "
        "attacks/NOUN/2/obj ./PUNCT/2/punct"
    )
    towns = ((("Paris", "PROPN", "compound"), "?"), (("Brussels", "PROPN", "compound"), "?"))
    for words, code in (*towns, (("French", "ADJ", "amod"), "FRA")):
        mentions = resolve_actors(reading(rows.format(*words)), directory)
        assert [m.actors[0].code for m in mentions if m.head == 4] == [code]


def test_a_treaty_and_its_town_are_nobody(directory: ActorDirectory) -> None:
    rows = (
        "Kenya/PROPN/2/nsubj signed/VERB/0/root the/DET/5/det Rome/PROPN/5/compound "
        "Statute/PROPN/2/obj ./PUNCT/2/punct"
    )
    mentions = resolve_actors(reading(rows), directory)
    assert [(m.head, m.actors[0].code) for m in mentions] == [(0, "KEN"), (4, "?")]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("South American leaders condemned Venezuela.", "leaders", {"?"}),
        ("Ethnic Albanians fled. Macedonia closed its border.", "Albanians", {"MKD"}),
        ("Shiites marched in Pakistan.", "Shiites", {"PAK"}),
        ("Fulani civilians were killed. Mali opened an inquiry.", "civilians", {"MLI"}),
        ("Nepal held talks. The Maoists left Nepal's capital.", "The Maoists", {"NPL"}),
        ("China's Damascus consulate in Syria was hit.", "consulate", {"CHN"}),
        ("Israel held talks. Settlers threw stones.", "Settlers", {"ISR"}),
        ("Mexico held talks. The National Guard left.", "National Guard", {"MEX"}),
        ("The putschists in Niger met.", "putschists", {"NER"}),
        ("African leaders condemned Mali.", "African leaders", {"?"}),
        ("Ships left the Gulf of Oman.", "Oman", {"?"}),
        ("Oman's ships left.", "Oman", {"OMN"}),
        ("Kenya met China's Africa envoy.", "Africa", {"KEN"}),
        ("Damascus, SANA - A source left.", "SANA", {"SYR"}),
        ("Police in Britain published CCTV footage.", "CCTV footage", {"GBR"}),
    ],
)
def test_names_and_nouns_that_mean_others_elsewhere(
    text: str, words: str, wanted: set[str], directory: ActorDirectory
) -> None:
    assert {actor.code for actor in resolved(text, words, directory)} == wanted


def test_a_word_of_many_names_shortens_none(directory: ActorDirectory) -> None:
    rows = (
        "Human/PROPN/3/compound Rights/PROPN/3/compound Watch/PROPN/4/nsubj met/VERB/0/root "
        "Peru/PROPN/4/obj and/CCONJ/9/cc the/DET/9/det Lima/PROPN/9/compound Rights/PROPN/5/conj "
        "./PUNCT/4/punct"
    )
    assert of_word(rows, "Rights", directory) == {("PER", "GOV")}


def test_a_name_may_tell_its_country_behind_it(directory: ActorDirectory) -> None:
    text = "Yemen met General Abhijit Guha of India."
    assert {a.code for a in resolved(text, "Abhijit Guha", directory)} == {"IND"}


def test_a_span_without_the_other_name_of_its_phrase_is_the_one_named(
    directory: ActorDirectory,
) -> None:
    text = "Russian and Syrian planes attacked the town."
    assert {a.code for a in resolved(text, "Syrian planes", directory)} == {"SYR"}
    both = {a.code for a in resolved(text, "Russian and Syrian planes", directory)}
    assert both == {"RUS", "SYR"}


def test_clipped_name_is_explained_by_one_introduced_before(directory: ActorDirectory) -> None:
    text = "Fighting began in Nagorno-Karabakh on Sunday. Naka said the army left."
    assert {a.code for a in resolved(text, "Naka", directory)} == {"NKR"}


def test_the_last_word_of_a_foreign_name_may_tell_what_it_is(directory: ActorDirectory) -> None:
    rows = (
        "Nepal/PROPN/2/nsubj met/VERB/0/root the/DET/4/det Rajya/PROPN/2/obj Morcha/PROPN/4/flat "
        "./PUNCT/2/punct"
    )
    assert of_word(rows, "Rajya Morcha", directory) == {("NPL", "PTY")}


def test_acronym_introduced_in_brackets(directory: ActorDirectory) -> None:
    text = "The Gondar Liberation Front (GLF) attacked Ethiopian soldiers. GLF fighters left."
    assert pairs(resolved(text, "GLF fighters", directory)) == {("ETH", "REB")}


def test_holder_depends_on_the_day_of_publication(directory: ActorDirectory) -> None:
    text = "The president met French officials. President Macron welcomed them."
    now = resolved(text, "Macron", directory, date(2019, 1, 1))
    assert pairs(now) == {("FRA", "GOV")}
    hollande = "President Hollande welcomed French officials."
    then = resolved(hollande, "Hollande", directory, date(2015, 1, 1))
    assert pairs(then) == {("FRA", "GOV")}


def test_us_backed_forces_are_not_american(directory: ActorDirectory) -> None:
    text = "Syria condemned the raid. US-backed fighters took a town in Syria."
    assert pairs(resolved(text, "US-backed fighters", directory)) == {("SDF", "REB")}


@pytest.mark.parametrize(("tie", "codes"), [("made", set()), ("flown", {"TUR"})])
def test_who_made_a_thing_has_no_part_in_its_use(
    tie: str, codes: set[str], directory: ActorDirectory
) -> None:
    found = resolved(f"Mali used Turkish-{tie} drones.", "Turkish", directory)
    assert {actor.code for actor in found if actor.code == "TUR"} == codes


@pytest.mark.parametrize(
    ("short", "words", "fits"),
    [
        ("naka", ("nagorno", "karabakh"), True),
        ("michele", ("charles", "michel"), True),
        ("kara", ("nagorno", "karabakh"), False),
        ("peru", ("nagorno", "karabakh"), False),
    ],
)
def test_short_forms(short: str, words: tuple[str, ...], fits: bool) -> None:
    assert is_short_for(short, words) is fits
