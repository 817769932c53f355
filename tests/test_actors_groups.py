"""Whom groups, forces and bodies without a name of their own mean (codebook section 2)."""

from __future__ import annotations

import pytest
from trees import reading
from whom import in_reading, meant

from dateline.knowledge.actors import ActorDirectory


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Hezbollah shelled Israel. The Lebanese group left.", "The Lebanese group", "HEZBOLLAH"),
        ("The Houthis fired rockets. The Yemeni rebels left.", "The Yemeni rebels", "HOUTHI"),
        ("Al-Shabaab took a town. Somali militants left.", "Somali militants", "ALSHABAAB"),
        (
            "Hezbollah shelled Israel. Lebanese militants hit a tank. The Lebanese movement left.",
            "The Lebanese movement",
            "HEZBOLLAH",
        ),
        (
            "Al-Shabaab took Jowhar in Somalia. The al-Qaeda-linked group left.",
            "The al-Qaeda-linked group",
            "ALSHABAAB",
        ),
        # others may be meant: of several, without an article, or of another land
        ("Hamas freed two men. Palestinian militants left.", "Palestinian militants", "PSE"),
        ("The YPG left Manbij. The Syrian rebels left too.", "The Syrian rebels", "SYR"),
        ("The Taliban took Kunduz. Pakistani militants left.", "Pakistani militants", "PAK"),
        ("Hezbollah shelled Israel. A Lebanese rebel group left.", "A Lebanese rebel group", "LBN"),
        ("Hamas freed two men. The Palestinian rebel groups left.", "groups", "PSE"),
    ],
)
def test_a_movement_may_be_called_by_its_home(
    text: str, words: str, code: str, directory: ActorDirectory
) -> None:
    assert meant(text, words, directory) == {(code, "REB")}


@pytest.mark.parametrize(
    ("text", "words", "code", "sector"),
    [
        # who leads an opposition is a politician, its forces are none
        ("The Belarusian opposition's key leaders left.", "leaders", "BLR", "PTY"),
        ("Malian opposition fighters left.", "Malian opposition fighters", "MLI", "REB"),
        # a faith or trade before the armed does not disarm them
        ("Christian militias in Mali left.", "Christian militias", "MLI", "REB"),
        ("Christian leaders in Mali left.", "Christian leaders", "MLI", "REL"),
        # ranks and arms of the police are the police
        ("Police helicopters left Kabul.", "Police helicopters", "AFG", "COP"),
        ("Army helicopters left Kabul.", "Army helicopters", "AFG", "MIL"),
        ("The jihadist alliance in Mali left.", "The jihadist alliance", "MLI", "REB"),
        ("Mutinous soldiers left Gabon.", "Mutinous soldiers", "GAB", "MIL"),
        ("Local self-defence groups in Niger left.", "groups", "NER", "REB"),
        # parties that govern, and those that did
        ("Zambia's former ruling party lost.", "ruling party", "ZMB", "PTY"),
        # peacekeepers of a state are its soldiers, and not of the land where they are
        ("French peacekeepers left Mali.", "French peacekeepers", "FRA", "MIL"),
        ("UN peacekeepers left Mali.", "UN peacekeepers", "UN", "IGO"),
        ("The peacekeepers in Lebanon fired.", "The peacekeepers", "?", "IGO"),
        # paramilitary forces are the police of some states only
        ("Paramilitary forces in India fired.", "Paramilitary forces", "IND", "COP"),
        ("Paramilitary forces in Sudan fired.", "Paramilitary forces", "SDN", "REB"),
        ("India began talks. The centre agreed.", "The centre", "IND", "GOV"),
        ("Wagner mercenaries left Mali.", "Wagner mercenaries", "RUS", "MIL"),
        ("Italy spoke to European firms.", "European firms", "EU", "BUS"),
        ("Lukashenko left Belarus. His opponents marched.", "His opponents", "BLR", "PTY"),
        # of the countries of a report, the one where the outside power has friends
        ("Britain and Syria met. Turkish-backed troops left.", "troops", "SYR", "REB"),
    ],
)
def test_what_words_before_a_noun_make_of_it(
    text: str, words: str, code: str, sector: str, directory: ActorDirectory
) -> None:
    assert meant(text, words, directory) == {(code, sector)}


def test_a_council_of_the_african_union_is_not_that_of_the_united_nations(
    directory: ActorDirectory,
) -> None:
    text = "The Peace and Security Council suspended Mali."
    assert meant(text, "Council", directory) == {("AU", "IGO")}


@pytest.mark.parametrize(
    ("rows", "sector"),
    [
        (
            "The/DET/3/det ruling/ADJ/3/amod coalition/NOUN/6/nsubj in/ADP/5/case "
            "Germany/PROPN/3/nmod fell/VERB/0/root",
            "GOV",
        ),
        (
            "The/DET/3/det western/ADJ/3/amod coalition/NOUN/6/nsubj in/ADP/5/case "
            "Germany/PROPN/3/nmod fired/VERB/0/root",
            "MIL",
        ),
        (
            "The/DET/5/det ruling/ADJ/5/amod Georgian/PROPN/5/compound Dream/PROPN/3/flat "
            "party/NOUN/6/nsubj won/VERB/0/root",
            "GOV",
        ),
        (
            "The/DET/5/det small/ADJ/5/amod Georgian/PROPN/5/compound Dream/PROPN/3/flat "
            "party/NOUN/6/nsubj won/VERB/0/root",
            "PTY",
        ),
        (
            "Rebels/NOUN/3/nmod:poss 's/PART/1/case envoys/NOUN/4/nsubj left/VERB/0/root "
            "Mali/PROPN/4/obj",
            "REB",
        ),
        (
            "Rebels/NOUN/3/nmod:poss 's/PART/1/case prisoners/NOUN/4/nsubj left/VERB/0/root "
            "Mali/PROPN/4/obj",
            "CVL",
        ),
    ],
)
def test_who_governs_and_who_does_not(rows: str, sector: str, directory: ActorDirectory) -> None:
    head = next(row.split("/")[0] for row in rows.split() if row.endswith("/nsubj"))
    found = in_reading(reading(rows), head, directory)
    assert {side for _, side in found} == {sector}


@pytest.mark.parametrize(
    ("rows", "words", "code"),
    [
        (
            "The/DET/4/det Lebanese/ADJ/4/amod militant/ADJ/4/amod group/NOUN/6/nsubj "
            "Hezbollah/PROPN/4/appos fired/VERB/0/root",
            "The Lebanese militant group",
            "HEZBOLLAH",
        ),
        (  # both hung on the verb
            "The/DET/4/det Lebanese/ADJ/4/amod militant/ADJ/4/amod group/NOUN/6/nsubj "
            "Hezbollah/PROPN/6/nsubj fired/VERB/0/root",
            "The Lebanese militant group",
            "HEZBOLLAH",
        ),
        (
            "Hezbollah/PROPN/8/nsubj and/CCONJ/3/cc Hamas/PROPN/1/conj ,/PUNCT/7/punct "
            "a/DET/7/det Palestinian/ADJ/7/amod group/NOUN/1/appos left/VERB/0/root",
            "a Palestinian group",
            "HAMAS",
        ),
        (  # an organ of a state is no movement
            "Hezbollah/PROPN/7/nsubj ,/PUNCT/5/punct the/DET/5/det Lebanese/ADJ/5/amod "
            "army/NOUN/1/appos both/DET/7/advmod left/VERB/0/root",
            "the Lebanese army",
            "LBN",
        ),
        (  # who attacked the group is not the group
            "The/DET/3/det Lebanese/ADJ/3/amod group/NOUN/6/nsubj Hamas/PROPN/5/nsubj "
            "attacked/VERB/3/acl:relcl left/VERB/0/root",
            "The Lebanese group",
            "LBN",
        ),
    ],
)
def test_a_name_beside_a_noun_tells_which_group_it_is(
    rows: str, words: str, code: str, directory: ActorDirectory
) -> None:
    assert {found for found, _ in in_reading(reading(rows), words, directory)} == {code}


def test_the_ranks_of_a_police_are_no_soldiers(directory: ActorDirectory) -> None:
    rows = "NYPD/PROPN/2/nmod:poss sergeant/NOUN/3/nsubj fell/VERB/0/root"
    assert in_reading(reading(rows), "sergeant", directory) == {("USA", "COP")}


@pytest.mark.parametrize(("gap", "code"), [("", "TCD"), ("\n", "MLI")])
def test_a_paragraph_goes_on_where_it_opened(
    gap: str, code: str, directory: ActorDirectory
) -> None:
    mali = "Mali/PROPN/2/nsubj met/VERB/0/root soldiers/NOUN/2/obj"
    made = reading(
        f"{mali}\n{mali}\n{mali}\n\n"
        "In/ADP/2/case Chad/PROPN/4/obl Brazil/PROPN/4/nsubj spoke/VERB/0/root\n"
        f"{gap}Crowds/NOUN/2/nsubj met/VERB/0/root"
    )
    assert {found for found, _ in in_reading(made, "Crowds", directory)} == {code}


@pytest.mark.parametrize(
    ("verb", "side"), [("added/VERB", ("MLI", "MIL")), ("fled/VERB", ("MLI", "REB"))]
)
def test_who_goes_on_speaking_spoke_before(
    verb: str, side: tuple[str, str], directory: ActorDirectory
) -> None:
    made = reading(
        "Forces/NOUN/2/nsubj reported/VERB/0/root that/SCONJ/6/mark Mali/PROPN/5/nmod:poss "
        "guerrillas/NOUN/6/nsubj struck/VERB/2/ccomp\n"
        f"They/PRON/2/nsubj {verb}/0/root"
    )
    assert in_reading(made, "They", directory) == {side}


@pytest.mark.parametrize(
    ("prefix", "code"), [("USS", {"USA"}), ("HMS", {"GBR"}), ("Fort", {"USA"})]
)
def test_a_ship_named_after_a_seat_is_its_navys(
    prefix: str, code: set[str], directory: ActorDirectory
) -> None:
    made = reading(
        f"The/DET/3/det {prefix}/PROPN/3/compound Washington/PROPN/4/nsubj left/VERB/0/root "
        "Japan/PROPN/4/obj"
    )
    found = in_reading(made, f"The {prefix} Washington", directory)
    assert {one for one, _ in found} == code
