"""Who speaks and who is spoken of in statements that say at their top whose they are."""

from __future__ import annotations

import pytest
from whom import codes_meant, in_tree

from dateline.knowledge.actors import ActorDirectory

# "We, the G7 ministers of Japan, Italy and the …, met.", as the tree hangs long lists.
G7 = (
    "We/PRON/12/nsubj ,/PUNCT/5/punct the/DET/5/det G7/PROPN/5/compound ministers/NOUN/1/appos "
    "of/ADP/7/case Japan/PROPN/1/nmod ,/PUNCT/9/punct Italy/PROPN/1/conj and/CCONJ/11/cc "
    "Canada/PROPN/1/conj met/VERB/0/root"
)
PRESS = "Ministry/PROPN/0/root of/ADP/3/case Defence/PROPN/1/nmod of/ADP/5/case Kenya/PROPN/3/nmod"
NEWS = "Somali/ADJ/2/amod troops/NOUN/3/nsubj entered/VERB/0/root Kenya/PROPN/3/obj"


@pytest.mark.parametrize("word", ["We", "G7", "ministers"])
def test_ministers_of_a_forum_are_the_states_behind_them(
    word: str, directory: ActorDirectory
) -> None:
    assert in_tree(G7, word, directory) == {"JPN", "ITA", "CAN"}


def test_a_forum_whose_states_are_not_told_stays_one(directory: ActorDirectory) -> None:
    rows = (
        "We/PRON/5/nsubj ,/PUNCT/4/punct G7/PROPN/4/compound ministers/NOUN/1/appos met/VERB/0/root"
    )
    assert in_tree(rows, "We", directory) == {"G7"}


@pytest.mark.parametrize(
    ("top", "code"),
    [
        (f"{PRESS}\n\n", "KEN"),  # a letterhead
        (f"{PRESS}\n", "SOM"),  # the same words within a paragraph
        ("Statement/NOUN/0/root by/ADP/3/case Kenya/PROPN/1/nmod\n", "KEN"),
    ],
)
def test_whoever_heads_a_statement_says_we(top: str, code: str, directory: ActorDirectory) -> None:
    rows = f"{top}{NEWS} ./PUNCT/3/punct\nWe/PRON/2/nsubj left/VERB/0/root"
    assert in_tree(rows, "We", directory) == {code}


@pytest.mark.parametrize(
    ("top", "text", "words", "code"),
    [
        ("Ministry of Defence of Kenya", "Somalia met Somali envoys.", "The Premier", "KEN"),
        ("Ministry of Defence of Kenya", "Somalia met Somali envoys.", "The premier", "SOM"),
        ("Embassy of Kenya in Somalia", "Somalia met Somali envoys.", "The Premier", "KEN"),
        ("", "Kenya condemns Somalia. Kenya condemns Mali. Mali left.", "The Premier", "KEN"),
        ("", "Kenya met Somalia. Somali envoys met Somalia.", "The Premier", "SOM"),
        ("Army of Kenya", "Somali troops entered Mali.", "The enemy", "SOM"),
        ("Army of Kenya", "Somali troops entered Mali.", "The occupiers", "SOM"),
        ("Ministry for Europe and Foreign Affairs", "Mali met Chad.", "The Republic", "FRA"),
    ],
)
def test_offices_and_foes_of_who_puts_a_statement_out(
    top: str, text: str, words: str, code: str, directory: ActorDirectory
) -> None:
    assert codes_meant(f"{top}\n\n{text} {words} left.", words, directory) == {code}


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        # who acted goes on to be the council
        (
            "The UN Security Council met Mali. Chad met the European Council. The council left.",
            "council",
            {"UN"},
        ),
        (
            "The UN Security Council met Mali. The European Council left. The council left.",
            "council",
            {"EU"},
        ),
        # those of before
        (
            "The ministers of Chad and Niger met. Mali left. The ministers left.",
            "ministers",
            {"TCD", "NER"},
        ),
        ("The minister of Chad met Mali. Mali left. The ministers left.", "ministers", {"MLI"}),
        # the world
        ("Chad fought Niger. Mali urged all states to act.", "all states", {"?"}),
        ("Chad fought Niger. Mali urged the two states to act.", "two states", {"TCD", "NER"}),
        # from elsewhere
        ("Mali met Malian envoys. Foreign troops left.", "Foreign troops", {"?"}),
        ("Mali met Malian envoys. The foreign minister left.", "minister", {"MLI"}),
        # the one spoken of
        ("The hospital in Mali left. Chad met Chad. Chad hit the hospital.", "hospital", {"MLI"}),
        # where things happen
        ("Chad met Chad. In the Malian capital, protesters left.", "protesters", {"MLI"}),
        ("Chad met Chad. With the Malian army, protesters left.", "protesters", {"TCD"}),
    ],
)
def test_bodies_collectives_and_places_spoken_of(
    text: str, words: str, codes: set[str], directory: ActorDirectory
) -> None:
    assert codes_meant(text, words, directory) == codes


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        ("met/VERB/0/root Rutte/PROPN/2/obj", {"FRA", "NLD"}),
        ("spoke/VERB/0/root with/ADP/4/case Rutte/PROPN/2/obl", {"FRA", "NLD"}),
        ("spoke/VERB/0/root after/ADP/4/case Rutte/PROPN/2/obl", {"TCD"}),
    ],
)
def test_they_are_those_of_whom_one_met_the_other(
    second: str, codes: set[str], directory: ActorDirectory
) -> None:
    rows = (
        "Chadian/ADJ/2/amod troops/NOUN/3/nsubj left/VERB/0/root\n"
        f"Macron/PROPN/2/nsubj {second} ./PUNCT/2/punct\n"
        "They/PRON/2/nsubj left/VERB/0/root"
    )
    assert in_tree(rows, "They", directory) == codes


@pytest.mark.parametrize(
    ("title", "code"), [("representative", "UNICEF"), ("director", "UNICEF"), ("friend", "TCD")]
)
def test_its_representative_is_one_of_the_body(
    title: str, code: str, directory: ActorDirectory
) -> None:
    text = f"Chad met Chad. UNICEF left Chad. Its {title} Ned Marsh left."
    assert codes_meant(text, "Ned Marsh", directory) == {code}


@pytest.mark.parametrize(("text", "named"), [("the Sea of Azov", False), ("Azov", True)])
def test_a_sea_is_no_battalion(text: str, named: bool, directory: ActorDirectory) -> None:
    assert ("UKR" in codes_meant(f"Mali met Mali. Mali left {text}.", "Azov", directory)) is named


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Mali left. ISIS claimed responsibility. The attackers left.", "attackers", "ISIS"),
        ("Mali met Mali. Al-Shabaab claimed responsibility. Attackers left.", "Attackers", "?"),
        ("Mali met Mali. Al-Shabaab denied responsibility. The attackers left.", "attackers", "?"),
        (
            "American envoys met Peru. Peru met Peru. The country's Congress left.",
            "Congress",
            "PER",
        ),
        ("American envoys met Peru. Peru met Peru. Congress left.", "Congress", "USA"),
    ],
)
def test_attackers_who_claimed_and_bodies_that_are_owned(
    text: str, words: str, code: str, directory: ActorDirectory
) -> None:
    assert codes_meant(text, words, directory) == {code}


@pytest.mark.parametrize(("mark", "code"), [("(", "UN"), (",", "MLI")])
def test_a_known_short_form_in_brackets_tells_whose_a_body_is(
    mark: str, code: str, directory: ActorDirectory
) -> None:
    rows = (
        "The/DET/2/det Mission/PROPN/8/nsubj in/ADP/4/case Mali/PROPN/2/nmod "
        f"{mark}/PUNCT/6/punct MINUSMA/PROPN/2/appos )/PUNCT/6/punct left/VERB/0/root"
    )
    assert in_tree(rows, "Mission", directory) == {code}


def test_whose_spokesperson_announces(directory: ActorDirectory) -> None:
    rows = (
        "ECOWAS/PROPN/2/compound Spokesperson/NOUN/4/nmod:poss 's/PART/2/case "
        "announcement/NOUN/0/root\n"
        "Mali/PROPN/2/nsubj condemns/VERB/0/root Chad/PROPN/2/obj\n"
        "We/PRON/2/nsubj left/VERB/0/root"
    )
    assert in_tree(rows, "We", directory) == {"ECOWAS"}
