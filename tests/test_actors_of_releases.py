"""Whom the words of statements, communiqués and army bulletins mean."""

from __future__ import annotations

import pytest
from whom import in_tree, meant

from dateline.knowledge.actors import ActorDirectory


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("The coalition struck an ISIS depot in Syria.", "The coalition", "CJTF-OIR"),
        ("Coalition aircraft struck ISIS fighters in Iraq.", "Coalition aircraft", "CJTF-OIR"),
        ("The coalition struck Houthi depots in Yemen.", "The coalition", "SAU"),
        (
            "A Saudi-led coalition left. ISIS left. Coalition forces left.",
            "Coalition forces",
            "SAU",
        ),
        ("The coalition struck a depot in Mali.", "The coalition", "MLI"),
    ],
)
def test_the_coalition_is_the_one_named_or_against_the_movement_named(
    text: str, words: str, code: str, directory: ActorDirectory
) -> None:
    assert meant(text, words, directory) == {(code, "MIL")}


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("UN envoys left Mali. The Secretary-General left.", "Secretary-General", ("UN", "IGO")),
        ("NATO met Mali. The Secretary-General left.", "Secretary-General", ("NATO", "IGO")),
        ("Mali met Chad. The Secretary-General left.", "Secretary-General", ("?", "IGO")),
        ("The EU met Uganda. MEPs urged Uganda to talk.", "MEPs", ("EU", "IGO")),
        (
            "Defense Secretary Ned Marsh of Chad met Malian officials in Mali. The secretary left.",
            "The secretary",
            ("TCD", "GOV"),
        ),
        (
            "Vice President Ned Marsh of Chad met Malian officials in Mali. The president left.",
            "The president",
            ("MLI", "GOV"),
        ),
        (
            "Russian occupation forces left Georgia. Occupation forces met Georgian envoys.",
            "Occupation forces",
            ("RUS", "MIL"),
        ),
        ("The EU met Mali. The Council left Mali.", "The Council", ("EU", "IGO")),
        ("The EU met Mali. A Council left Mali.", "Council", ("MLI", "GOV")),
        ("UN envoys left Mali. The special envoy left.", "envoy", ("UN", "IGO")),
        (
            "Ministry of Foreign Affairs, Kenya. The ministry met Somalia.",
            "ministry",
            ("KEN", "GOV"),
        ),
        ("Russia shelled Kyiv. Ukrainian troops destroyed tanks.", "tanks", ("RUS", "MIL")),
        ("Russia shelled Kyiv. Ukrainian troops deployed tanks.", "tanks", ("UKR", "MIL")),
        (
            "King Abdullah II of Jordan left. Iran met Iran. Then the King left.",
            "King",
            ("JOR", "GOV"),
        ),
        ("ECOWAS met Guinea. The CNRD left.", "The CNRD", ("GIN", "MIL")),
        ("Georgian envoys left. The frigate HMS Kent left.", "The frigate", ("GBR", "MIL")),
        ("Colombia met the Gaitanist Self-Defence Forces.", "Forces", ("COL", "REB")),
        ("The Self-Defence Forces left Japan.", "Forces", ("JPN", "MIL")),
        (
            "Hamas struck Israel. Spokesman Ned Marsh left.",
            "Ned Marsh",
            ("HAMAS", "REB"),
        ),
        ("Secretary of State Antony J. Blinken left Sudan.", "Blinken", ("USA", "GOV")),
    ],
)
def test_offices_bodies_and_forces_of_releases(
    text: str, words: str, wanted: tuple[str, str], directory: ActorDirectory
) -> None:
    assert meant(text, words, directory) == {wanted}


@pytest.mark.parametrize(
    "opening",
    [
        # "Joint statement by ministers of …"
        "Joint/ADJ/2/amod statement/NOUN/0/root by/ADP/4/case ministers/NOUN/2/nmod of/ADP/6/case "
        "Chad/PROPN/4/nmod ,/PUNCT/8/punct Niger/PROPN/6/conj and/CCONJ/10/cc Mali/PROPN/6/conj",
        # "We, ministers of …, met."
        "We/PRON/11/nsubj ,/PUNCT/3/punct ministers/NOUN/1/appos of/ADP/5/case Chad/PROPN/3/nmod "
        ",/PUNCT/7/punct Niger/PROPN/5/conj and/CCONJ/9/cc Mali/PROPN/5/conj ,/PUNCT/1/punct "
        "met/VERB/0/root",
        # "The following was issued by ministers of …"
        "The/DET/2/det following/NOUN/4/nsubj:pass was/AUX/4/aux:pass issued/VERB/0/root "
        "by/ADP/6/case ministers/NOUN/4/obl:agent of/ADP/8/case Chad/PROPN/6/nmod "
        ",/PUNCT/10/punct Niger/PROPN/8/conj and/CCONJ/12/cc Mali/PROPN/8/conj",
    ],
)
def test_a_joint_statement_is_of_all_who_put_it_out(
    opening: str, directory: ActorDirectory
) -> None:
    rows = f"{opening}\nWe/PRON/2/nsubj urge/VERB/0/root Iran/PROPN/2/obj ./PUNCT/2/punct"
    assert in_tree(rows, "We", directory) == {"TCD", "NER", "MLI"}


def test_a_statement_that_somebody_makes_in_a_sentence_heads_no_release(
    directory: ActorDirectory,
) -> None:
    rows = (
        "Iran/PROPN/2/nsubj condemns/VERB/0/root a/DET/4/det statement/NOUN/2/obj by/ADP/6/case "
        "Chad/PROPN/4/nmod ./PUNCT/2/punct\n"
        "We/PRON/2/nsubj urge/VERB/0/root Mali/PROPN/2/obj ./PUNCT/2/punct"
    )
    assert in_tree(rows, "We", directory) == {"IRN"}


@pytest.mark.parametrize(("tag", "code"), [("VBZ", "OMN"), ("VBD", "IRN")])
def test_a_ministry_informs_of_its_own_government(
    tag: str, code: str, directory: ActorDirectory
) -> None:
    rows = (
        "Iran/PROPN/2/nsubj met/VERB/0/root Iranian/ADJ/4/amod envoys/NOUN/2/obj ./PUNCT/2/punct\n"
        f"The/DET/2/det ministry/NOUN/3/nsubj informs/VERB:{tag}/0/root that/SCONJ/9/mark "
        "the/DET/6/det government/NOUN/9/nsubj of/ADP/8/case Oman/PROPN/6/nmod "
        "left/VERB/3/ccomp ./PUNCT/3/punct"
    )
    assert in_tree(rows, "ministry", directory) == {code}


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("UNICEF/PROPN/2/compound Chad/PROPN/3/nsubj left/VERB/0/root ./PUNCT/3/punct", "UNICEF"),
        (
            "Kenya/PROPN/2/nsubj told/VERB/0/root UNICEF/PROPN/4/compound Chad/PROPN/5/nsubj "
            "left/VERB/2/ccomp ./PUNCT/2/punct",
            "TCD",
        ),
    ],
)
def test_a_branch_of_an_organisation_is_no_state(
    rows: str, wanted: str, directory: ActorDirectory
) -> None:
    assert in_tree(rows, "Chad", directory) == {wanted}


@pytest.mark.parametrize(
    ("rows", "office"),
    [
        (
            "The/DET/2/det premier/NOUN/3/nsubj spoke/VERB/0/root with/ADP/5/case "
            "Macron/PROPN/3/obl in/ADP/7/case Chad/PROPN/3/obl",
            "premier",
        ),
        (
            "The/DET/2/det premier/NOUN/3/nsubj held/VERB/0/root talks/NOUN/3/obj with/ADP/7/case "
            "the/DET/7/det king/NOUN/4/nmod of/ADP/9/case France/PROPN/7/nmod in/ADP/11/case "
            "Chad/PROPN/3/obl",
            "premier",
        ),
    ],
)
def test_a_head_of_government_talks_with_those_of_other_states(
    rows: str, office: str, directory: ActorDirectory
) -> None:
    text = f"{rows} ./PUNCT/3/punct\nFrance/PROPN/2/nsubj left/VERB/0/root France/PROPN/2/obj"
    assert in_tree(text, office, directory) == {"TCD"}


def test_whose_charge_d_affaires(directory: ActorDirectory) -> None:
    rows = (
        "Chad/PROPN/2/nsubj summoned/VERB/0/root the/DET/4/det chargé/NOUN/2/obj "
        "d'affaires/NOUN/4/nmod of/ADP/7/case Mali/PROPN/5/nmod ./PUNCT/2/punct"
    )
    assert in_tree(rows, "chargé", directory) == {"MLI"}
