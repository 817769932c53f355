"""Whose a force, an official or a people is: by its sentence, its clause, its owner."""

from __future__ import annotations

import pytest
from actor_reading import read_roughly
from msgspec import structs
from trees import reading
from whom import DAY, in_reading, of_word, pairs, resolved

from dateline.knowledge.actors import ActorDirectory
from dateline.records import Span
from dateline.resolution.actors import actors_of_span, resolve_actors


@pytest.mark.parametrize("side", ["government", "pro-government", "pro - government"])
def test_a_second_noun_with_a_side_of_its_own_shares_no_owner(
    directory: ActorDirectory, side: str
) -> None:
    words = side.split()
    last, verb = 4 + len(words), 5 + len(words)
    before = " ".join(f"{word}/NOUN/{last}/compound" for word in words)
    rows = (
        f"Houthi/ADJ/2/amod forces/NOUN/{verb}/nsubj and/CCONJ/{last}/cc {before} "
        f"fighters/NOUN/2/conj left/VERB/0/root Yemen/PROPN/{verb}/obj ./PUNCT/{verb}/punct"
    )
    assert of_word(rows, "fighters", directory) == {("YEM", "MIL")}


@pytest.mark.parametrize(("title", "code"), [("Colonel", "TCD"), ("Author", "CHN")])
def test_an_officer_is_of_the_state_and_not_of_private_foreigners(
    title: str, code: str, directory: ActorDirectory
) -> None:
    text = f"Chinese miners were attacked in Chad. {title} Ned Marsh met Chinese miners."
    assert {found for found, _ in pairs(resolved(text, "Ned Marsh", directory))} == {code}


def test_the_police_are_not_those_of_foreign_victims(directory: ActorDirectory) -> None:
    text = (
        "Thirty British tourists were killed in Tunisia. British tourists fled. "
        "Police arrested several men."
    )
    assert pairs(resolved(text, "Police", directory)) == {("TUN", "COP")}


def test_a_governments_jets_are_its_forces(directory: ActorDirectory) -> None:
    text = "Syrian government warplanes bombed the town."
    assert pairs(resolved(text, "warplanes", directory)) == {("SYR", "MIL")}


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Riyadh intervened in Yemen after the Houthis seized the capital.", "the capital", "YEM"),
        ("Yemen met Oman. Fighters entered the capital.", "the capital", "YEM"),
        (
            "The United States gave money. Syria fought in Syria. The administration met Syria.",
            "The administration",
            "USA",
        ),
        (
            "The United States left. Syria fought rebels. Syrian envoys met. "
            "The local administration left Syria.",
            "The local administration",
            "SYR",
        ),
        (
            "The United Nations has a mission in South Sudan. The peacekeepers left South Sudan.",
            "The peacekeepers",
            "UN",
        ),
        (
            "Kenya met Iran. The Foreign Ministry urged Iran. Iran left talks in Iran.",
            "The Foreign Ministry",
            "KEN",
        ),
        (
            "Iran met Syria. Peru left Peru. Peru said the regime killed people.",
            "the regime",
            "SYR",
        ),
    ],
)
def test_whose_nouns_of_state_are(
    text: str, words: str, wanted: str, directory: ActorDirectory
) -> None:
    assert {actor.code for actor in resolved(text, words, directory)} == {wanted}


@pytest.mark.parametrize(("verb", "code"), [("expressed", "OMN"), ("condemned", "IRN")])
def test_a_ministry_voices_the_position_of_its_own_state(
    verb: str, code: str, directory: ActorDirectory
) -> None:
    rows = f"""
        Iran/PROPN/2/nsubj met/VERB/0/root Iranian/ADJ/4/amod envoys/NOUN/2/obj ./PUNCT/2/punct
        The/DET/2/det ministry/NOUN/3/nsubj {verb}/VERB/0/root Oman/PROPN/6/nmod:poss 's/PART/4/case concern/NOUN/3/obj ./PUNCT/3/punct
        """  # noqa: E501
    assert {found for found, _ in of_word(rows, "ministry", directory)} == {code}


def test_nameless_officials_are_of_the_state_of_whose_holders_they_tell(
    directory: ActorDirectory,
) -> None:
    rows = (
        "Iran/PROPN/2/nsubj met/VERB/0/root Iranian/ADJ/4/amod envoys/NOUN/2/obj ./PUNCT/2/punct\n"
        "Merkel/PROPN/3/nsubj will/AUX/3/aux visit/VERB/7/ccomp Iran/PROPN/3/obj ,/PUNCT/7/punct "
        "officials/NOUN/7/nsubj said/VERB/0/root ./PUNCT/7/punct"
    )
    assert of_word(rows, "officials", directory) == {("DEU", "GOV")}


def test_troops_that_a_state_deploys_are_its_own(directory: ActorDirectory) -> None:
    text = "Russia met Russian officials. Ethiopia's deployment of troops to Russia began."
    assert pairs(resolved(text, "troops", directory)) == {("ETH", "MIL")}


def test_a_noun_of_state_that_describes_another_is_no_state(directory: ActorDirectory) -> None:
    made = reading(
        """
        Kenya/PROPN/2/nsubj closed/VERB/0/root ./PUNCT/2/punct
        Power/NOUN/2/compound lines/NOUN/3/nsubj burned/VERB/0/root ./PUNCT/3/punct
        """
    )
    power = next(m for m in resolve_actors(made, directory) if m.head == 3)
    assert pairs(power.actors) == {("?", "")}


@pytest.mark.parametrize(("word", "code"), [("where", "TCD"), ("when", "RUS")])
def test_people_are_of_the_place_that_their_clause_describes(
    word: str, code: str, directory: ActorDirectory
) -> None:
    rows = f"""
    Russia/PROPN/2/nsubj warned/VERB/0/root Russian/ADJ/4/amod envoys/NOUN/2/obj
    against/ADP/6/case Chad/PROPN/2/obl {word}/ADV/9/advmod refugees/NOUN/9/nsubj
    left/VERB/6/acl:relcl ./PUNCT/2/punct
    """
    assert {found for found, _ in of_word(" ".join(rows.split()), "refugees", directory)} == {code}


@pytest.mark.parametrize(
    ("verb", "noun", "case", "code"),
    [
        ("hit", "towns", "of", "GEO"),
        ("hit", "posters", "of", "RUS"),
        ("made", "raids", "on", "GEO"),
        ("made", "remarks", "on", "RUS"),
    ],
)
def test_those_killed_are_of_the_country_that_is_struck(
    verb: str, noun: str, case: str, code: str, directory: ActorDirectory
) -> None:
    rows = (
        f"Russian/ADJ/2/amod soldiers/NOUN/3/nsubj {verb}/VERB/0/root {noun}/NOUN/3/obj "
        f"{case}/ADP/6/case Georgia/PROPN/4/nmod killing/VERB/3/advcl people/NOUN/7/obj "
        "Russian/ADJ/10/amod shells/NOUN/7/obl ./PUNCT/3/punct"
    )
    assert of_word(rows, "people", directory) == {(code, "CVL")}


@pytest.mark.parametrize(
    ("body", "words", "code"),
    [
        ("Villagers left. Syrian envoys met.", "Villagers", "SYR"),
        ("Villagers left.", "Villagers", "ARE"),
        ("The United Arab Emirates met Syrian envoys. Villagers left.", "Villagers", "ARE"),
        ("Its troops left Syria.", "Its", "SYR"),
    ],
)
def test_a_dateline_tells_little_of_whom_a_report_speaks(
    body: str, words: str, code: str, directory: ActorDirectory
) -> None:
    line = "ABU DHABI (AP) — "
    made = read_roughly(line + body, directory, DAY)
    report = structs.replace(made.report, dateline=Span(0, len(line)))
    mentions = resolve_actors(structs.replace(made, report=report), directory)
    start = made.report.text.index(words)
    found = actors_of_span(made, mentions, Span(start, start + len(words)))
    assert {actor.code for actor in found} == {code}


@pytest.mark.parametrize(
    ("rows", "words", "actors"),
    [
        (  # who is another than the fighters of a group
            "Fighters/NOUN/9/nsubj of/ADP/3/case Hamas/PROPN/1/nmod and/CCONJ/6/cc a/DET/6/det "
            "guard/NOUN/3/conj from/ADP/8/case Cairo/PROPN/6/nmod left/VERB/0/root",
            "Fighters",
            {("HAMAS", "REB")},
        ),
        (
            "Fighters/NOUN/6/nsubj of/ADP/3/case Hamas/PROPN/1/nmod and/CCONJ/5/cc "
            "Hezbollah/PROPN/3/conj left/VERB/0/root",
            "Fighters",
            {("HAMAS", "REB"), ("HEZBOLLAH", "REB")},
        ),
        (  # a deed behind "of" is nobody's owner
            "Chad/PROPN/2/nsubj blamed/VERB/0/root soldiers/NOUN/2/obj of/SCONJ/5/mark "
            "killing/VERB/2/advcl Sudanese/ADJ/7/amod villagers/NOUN/5/obj",
            "soldiers",
            {("TCD", "MIL")},
        ),
        (  # a name that the tree hangs on the verb beside its noun
            "The/DET/4/det US/PROPN/4/nsubj military/ADJ/4/nsubj left/VERB/0/root "
            "Haiti/PROPN/4/obj",
            "military",
            {("USA", "MIL")},
        ),
        (
            "Mali/PROPN/3/nsubj soldiers/NOUN/3/obj met/VERB/0/root in/ADP/5/case "
            "Haiti/PROPN/3/obl",
            "soldiers",
            {("HTI", "MIL")},
        ),
        (  # where another's envoys are
            "Colombian/ADJ/2/amod rebels/NOUN/3/nsubj fled/VERB/0/root\n"
            "The/DET/2/det rebels/NOUN/4/nmod:poss '/PART/2/case envoys/NOUN/7/nsubj in/ADP/6/case "
            "Caracas/PROPN/4/nmod left/VERB/0/root",
            "envoys",
            {("COL", "REB")},
        ),
        (
            "Envoys/NOUN/4/nsubj in/ADP/3/case Cairo/PROPN/1/nmod met/VERB/0/root Mali/PROPN/4/obj",
            "Envoys",
            {("EGY", "GOV")},
        ),
        (  # backed by one's own
            "The/DET/2/det army/NOUN/7/nsubj backed/VERB/2/acl by/ADP/6/case former/ADJ/6/amod "
            "rebels/NOUN/3/obl:agent left/VERB/0/root Sudan/PROPN/7/obj",
            "army",
            {("SDN", "MIL")},
        ),
        (
            "Rebels/NOUN/5/nsubj backed/VERB/1/acl by/ADP/4/case Chad/PROPN/2/obl:agent "
            "left/VERB/0/root Sudan/PROPN/5/obj",
            "Rebels",
            {("SDN", "REB")},
        ),
        (
            "The/DET/4/det West/PROPN/4/compound Philippine/ADJ/4/amod Sea/PROPN/5/nsubj "
            "calmed/VERB/0/root",
            "Sea",
            {("?", "CVL")},
        ),
    ],
)
def test_whose_a_noun_is_by_the_tree(
    rows: str, words: str, actors: set[tuple[str, str]], directory: ActorDirectory
) -> None:
    assert in_reading(reading(rows), words, directory) == actors


@pytest.mark.parametrize(
    ("place", "side"), [("Kyiv/PROPN", ("UKR", "REB")), ("Moscow/PROPN", ("RUS", "REB"))]
)
def test_partisans_are_of_the_place_of_their_clause(
    place: str, side: tuple[str, str], directory: ActorDirectory
) -> None:
    made = reading(
        "Russian/ADJ/2/amod mercenaries/NOUN/3/nsubj left/VERB/0/root Mali/PROPN/3/obj\n"
        f"In/ADP/2/case {place}/4/obl partisans/NOUN/4/nsubj struck/VERB/0/root"
    )
    assert in_reading(made, "partisans", directory) == {side}
