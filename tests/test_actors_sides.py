"""Whom "both sides", "the parties" and other words for several mean."""

from __future__ import annotations

import pytest
from actor_reading import read_roughly
from trees import reading
from whom import in_reading, meant, of_word, pairs, resolved

from dateline.knowledge.actors import ActorDirectory
from dateline.records import UNKNOWN
from dateline.resolution.actors import resolve_actors


def test_both_sides_of_a_war_at_home_are_the_state_and_its_rebels(
    directory: ActorDirectory,
) -> None:
    text = (
        "Peruvian rebels attacked soldiers. Peru's army shelled the rebels. Chile held talks. "
        "Spain urged both sides to stop."
    )
    assert pairs(resolved(text, "both sides", directory)) == {("PER", "MIL"), ("PER", "REB")}


def test_all_parties_to_a_conflict_are_no_bystanders(directory: ActorDirectory) -> None:
    text = (
        "Yemeni soldiers shelled a town in Yemen. Houthi fighters left. Talks began in Geneva. "
        "Swiss officials met Swiss envoys. The UN urged all parties to stop."
    )
    assert {a.code for a in resolved(text, "all parties", directory)} == {"YEM", "HOUTHI"}


def test_who_mediates_or_has_urged_both_sides_is_none_of_them(directory: ActorDirectory) -> None:
    mediated = reading(
        """
        Iran/PROPN/2/nsubj fought/VERB/0/root Iraq/PROPN/2/obj ./PUNCT/2/punct
        Qatar/PROPN/4/nsubj and/CCONJ/3/cc Egypt/PROPN/1/conj brokered/VERB/0/root talks/NOUN/4/obj ./PUNCT/4/punct
        Both/DET/2/det sides/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct
        """  # noqa: E501
    )
    sides = next(m for m in resolve_actors(mediated, directory) if m.head == 11)
    assert {actor.code for actor in sides.actors} == {"IRN", "IRQ"}
    text = (
        "Ethiopia shelled Eritrea. Kenya urged both sides to stop. Kenya met Kenyan envoys. "
        "Djibouti urged the two sides to talk."
    )
    assert {a.code for a in resolved(text, "the two sides", directory)} == {"ETH", "ERI"}


@pytest.mark.parametrize(
    ("fought", "sides"), [("Iraq/PROPN/2/obj", {"IRN", "IRQ"}), ("hard/ADV/2/advmod", {"IRN"})]
)
def test_who_urges_both_sides_by_a_later_verb_is_none_of_them(
    directory: ActorDirectory, fought: str, sides: set[str]
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj fought/VERB/0/root {fought} ./PUNCT/2/punct\n"
        "Qatar/PROPN/2/nsubj wept/VERB/0/root and/CCONJ/4/cc urged/VERB/2/conj both/DET/6/det "
        "sides/NOUN/4/obj ./PUNCT/2/punct"
    )
    meant = next(m for m in resolve_actors(reading(rows), directory) if m.head == 9)
    assert {actor.code for actor in meant.actors} == sides


@pytest.mark.parametrize(("kind", "sector"), [("all", "GOV"), ("political", "PTY")])
def test_the_parties_in_a_conflict_are_not_of_politics(
    directory: ActorDirectory, kind: str, sector: str
) -> None:
    rows = (
        f"Norway/PROPN/2/nsubj urged/VERB/0/root {kind}/ADJ/4/amod parties/NOUN/2/obj "
        "in/ADP/6/case Sudan/PROPN/4/nmod ./PUNCT/2/punct"
    )
    meant = next(m for m in resolve_actors(reading(rows), directory) if m.head == 3)
    assert {(actor.code, actor.sector) for actor in meant.actors} == {("SDN", sector)}


def test_the_two_sides_who_act_in_a_sentence_are_those_it_names(directory: ActorDirectory) -> None:
    met = reading(
        """
        Turkey/PROPN/2/nsubj fought/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct
        Brazil/PROPN/2/nsubj received/VERB/0/root Peru/PROPN/2/obj ,/PUNCT/7/punct both/DET/6/det sides/NOUN/7/nsubj signing/VERB/2/advcl papers/NOUN/7/obj ./PUNCT/2/punct
        """  # noqa: E501
    )
    sides = next(m for m in resolve_actors(met, directory) if m.head == 9)
    assert {actor.code for actor in sides.actors} == {"BRA", "PER"}


def test_political_parties_are_no_sides(directory: ActorDirectory) -> None:
    text = "Kenya met Kenyan envoys. Somalia left. The political parties met."
    assert pairs(resolved(text, "The political parties", directory)) == {("KEN", "PTY")}


def test_both_sides_are_those_who_fight(directory: ActorDirectory) -> None:
    text = (
        "Taliban fighters attacked Afghan soldiers. Germany welcomed Qatar. "
        "Germany urged both sides to stop."
    )
    found = {actor.code for actor in resolved(text, "both sides", directory)}
    assert found == {"AFG", "TALIBAN"}


@pytest.mark.parametrize(
    ("doers", "codes"), [("Peruvian farmers", {"PER"}), ("Chilean envoys", {"PER"})]
)
def test_who_lives_between_the_sides_is_on_neither(
    doers: str, codes: set[str], directory: ActorDirectory
) -> None:
    text = (
        "Peruvian soldiers killed rebels in Peru. Rebels attacked soldiers. "
        f"{doers} urged both sides to stop. Bolivia met Ecuador."
    )
    assert {actor.code for actor in resolved(text, "both sides", directory)} == codes


def test_the_camps_of_a_land_are_not_states_named_in_passing(directory: ActorDirectory) -> None:
    rows = (
        "Thai/ADJ/2/amod police/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct\n"
        "Thai/ADJ/2/amod farmers/NOUN/4/nsubj:pass were/AUX/4/aux:pass shot/VERB/0/root "
        "in/ADP/6/case clashes/NOUN/4/obl between/ADP/9/case both/DET/9/det camps/NOUN/6/nmod\n"
        "Peru/PROPN/2/nsubj met/VERB/0/root Chad/PROPN/2/obj ./PUNCT/2/punct"
    )
    assert {code for code, _ in of_word(rows, "camps", directory)} == {"THA"}


def test_both_of_both_sides_is_no_party_of_its_own(directory: ActorDirectory) -> None:
    rows = (
        "Qatar/PROPN/3/nsubj and/CCONJ/3/cc hosted/VERB/0/root both/DET/5/det "
        "sides/NOUN/3/obj ./PUNCT/3/punct"
    )
    assert [m.head for m in resolve_actors(reading(rows), directory)] == [0, 4]


def test_who_acts_on_both_sides_is_neither_of_them(directory: ActorDirectory) -> None:
    text = "Ethiopia and Djibouti fought over the port. Kenya met Somalia. Kenya urged both sides."
    assert {a.code for a in resolved(text, "both sides", directory)} == {"ETH", "DJI"}


def test_two_leaders_are_not_those_of_troops_named_by_nation(directory: ActorDirectory) -> None:
    text = "Jordan met Egypt. Iraqi and Polish troops left. The two leaders will talk again."
    assert {a.code for a in resolved(text, "The two leaders", directory)} == {"JOR", "EGY"}


def test_two_leaders_are_not_those_of_things_named_by_nation(directory: ActorDirectory) -> None:
    goods_between = reading(
        """
        Ukraine/PROPN/4/nsubj and/CCONJ/3/cc Turkey/PROPN/1/conj met/VERB/0/root ./PUNCT/4/punct
        French/ADJ/4/amod and/CCONJ/3/cc German/ADJ/1/conj goods/NOUN/6/nsubj:pass were/AUX/6/aux:pass sold/VERB/0/root ./PUNCT/6/punct
        The/DET/3/det two/NUM/3/nummod leaders/NOUN/5/nsubj will/AUX/5/aux talk/VERB/0/root ./PUNCT/5/punct
        """  # noqa: E501
    )
    leaders = next(
        mention
        for mention in resolve_actors(goods_between, directory)
        if goods_between.tokens[mention.head].text == "leaders"
    )
    assert {actor.code for actor in leaders.actors} == {"UKR", "TUR"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chadian soldiers left. Kenyan soldiers left. Kenya said “we met them”.", "TCD"),
        ("Chadian soldiers left. Kenyan soldiers left. Peru said Chad met them.", "KEN"),
        ("Chadian soldiers left. Kenyan soldiers left. The US met them.", "KEN"),
    ],
)
def test_whom_we_meet_are_others(text: str, code: str, directory: ActorDirectory) -> None:
    assert {actor.code for actor in resolved(text, "them", directory)} == {code}


@pytest.mark.parametrize(
    ("first", "parties"),
    [
        ("Palestinian", {"PSE", "ISR"}),
        ("Sudanese", {"SDN"}),
    ],
)
def test_both_sides_in_an_occupied_land_are_not_both_its_own(
    first: str, parties: set[str], directory: ActorDirectory
) -> None:
    text = (
        f"{first} rebels fired. {first} militants fired. {first} fighters fired. "
        "Israeli troops fired. Egypt met both sides."
    )
    assert {code for code, _ in meant(text, "both sides", directory)} == parties


@pytest.mark.parametrize(
    ("rows", "parties"),
    [
        ("The/DET/3/det three/NUM/3/nummod countries/NOUN/4/nsubj", {"PER", "CHL", "BOL"}),
        ("The/DET/2/det trio/NOUN/5/nsubj of/ADP/4/case states/NOUN/2/nmod", {"PER", "CHL", "BOL"}),
        ("The/DET/2/det E3/PROPN/3/nsubj", {"DEU", "FRA", "GBR"}),
        (
            "The/DET/3/det permanent/ADJ/3/amod members/NOUN/4/nsubj",
            {"CHN", "FRA", "RUS", "GBR", "USA"},
        ),
        ("The/DET/3/det junior/ADJ/3/amod members/NOUN/4/nsubj", {"BRA"}),
    ],
)
def test_a_collective_of_several_is_the_one_of_before(
    rows: str, parties: set[str], directory: ActorDirectory
) -> None:
    made = reading(
        "Peru/PROPN/4/nsubj Chile/PROPN/1/conj Bolivia/PROPN/1/conj met/VERB/0/root\n"
        "The/DET/3/det three/NUM/3/nummod countries/NOUN/4/nsubj agreed/VERB/0/root\n"
        + "Brazil/PROPN/2/nsubj thanked/VERB/0/root Ghana/PROPN/2/obj\n" * 10
        + f"{rows} left/VERB/0/root"
    )
    head = next(word for word in ("countries", "trio", "E3", "members") if f"{word}/" in rows)
    assert {code for code, _ in in_reading(made, head, directory)} == parties


@pytest.mark.parametrize(("number", "meant_by_it"), [("five", 5), ("six", 1)])
def test_more_than_four_are_those_named_together(
    number: str, meant_by_it: int, directory: ActorDirectory
) -> None:
    made = reading(
        "Peru/PROPN/6/nsubj Chile/PROPN/1/conj Bolivia/PROPN/1/conj Ecuador/PROPN/1/conj "
        "Brazil/PROPN/1/conj met/VERB/0/root\n"
        f"The/DET/3/det {number}/NUM/3/nummod countries/NOUN/4/nsubj agreed/VERB/0/root"
    )
    assert len(in_reading(made, "countries", directory)) == meant_by_it


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        (
            "Chad shelled Niger. Peru and Chile condemned it. Both sides left.",
            "Both sides",
            "TCD NER",
        ),
        (
            "Chad fired at Niger. Peru and Chile condemned it. Both sides left.",
            "Both sides",
            "TCD NER",
        ),
        (
            "Chad met Niger. The two sides left. Peru and Chile condemned it.",
            "The two sides",
            "TCD NER",
        ),
        # who fights or meets each other last is meant, not who did so before
        ("Chad shelled Niger. Peru and Chile fought. Both sides left.", "Both sides", "PER CHL"),
        (
            "Chad fired at Niger. Peru and Chile signed a truce. Both sides left.",
            "Both sides",
            "PER CHL",
        ),
        # those of one state keep to it
        ("Rival camps in Chad fought. Peru and Chile left. Both camps left.", "Both camps", "TCD"),
    ],
)
def test_both_sides_are_those_who_stand_against_each_other(
    text: str, words: str, codes: str, directory: ActorDirectory
) -> None:
    assert {code for code, _ in meant(text, words, directory)} == set(codes.split())


def test_enemies_of_nobody_told_are_no_states(directory: ActorDirectory) -> None:
    made = read_roughly("Chad and Niger met. Peru warned the enemies.", directory)
    enemies = next(m for m in resolve_actors(made, directory) if "enemies" in made.text_of(m.span))
    assert {actor.code for actor in enemies.actors} == {UNKNOWN}
    two = meant("Chad and Niger met. Peru warned the two enemies.", "the two enemies", directory)
    assert {code for code, _ in two} == {"TCD", "NER"}


@pytest.mark.parametrize(
    ("before", "codes"),
    [
        ("Chad spoke. Niger left.", {"TCD", "NER"}),
        # where one alone was named before, the other can come later
        ("Chad spoke.", {"TCD", "PER"}),
    ],
)
def test_both_sides_are_named_before_them_where_two_are(
    before: str, codes: set[str], directory: ActorDirectory
) -> None:
    text = f"{before} Both sides left. {'Peru spoke. Peru led. ' * 4}"
    assert {code for code, _ in meant(text, "Both sides", directory)} == codes
