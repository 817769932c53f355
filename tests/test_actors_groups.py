"""Whom groups, forces and bodies without a name of their own mean (codebook section 2)."""

from __future__ import annotations

from datetime import date

import pytest
from actor_reading import read_roughly
from msgspec import structs
from trees import reading

from dateline.knowledge.actors import ActorDirectory
from dateline.records import UNKNOWN, Name, NameKind, Reading, Span
from dateline.resolution.actors import actors_of_span, resolve_actors


def meant(text: str, words: str, directory: ActorDirectory) -> set[tuple[str, str]]:
    return in_reading(read_roughly(text, directory, date(2020, 9, 28)), words, directory)


def in_reading(made: Reading, words: str, directory: ActorDirectory) -> set[tuple[str, str]]:
    mentions = resolve_actors(made, directory)
    start = made.report.text.rindex(words)
    found = actors_of_span(made, mentions, Span(start, start + len(words)))
    return {(actor.code, actor.sector) for actor in found}


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


@pytest.mark.parametrize(
    ("text", "words", "code", "sector"),
    [
        ("Pro-Iranian militias in Iraq left.", "Pro-Iranian militias", "IRQ", "REB"),
        ("Pro-Russian forces in Ukraine left.", "Pro-Russian forces", "UKR", "REB"),
        ("A pro-Russian party in Moldova won.", "A pro-Russian party", "MDA", "PTY"),
        ("Pro-Ukrainian fighters left.", "Pro-Ukrainian fighters", "UKR", "MIL"),
        ("Anti-Taliban fighters left.", "Anti-Taliban fighters", "AFG", "REB"),
        ("Anti-Houthi forces left.", "Anti-Houthi forces", "YEM", "REB"),
        ("Anti-American militias in Iraq left.", "Anti-American militias", "IRQ", "REB"),
        ("Anti-China elements in Nepal left.", "Anti-China elements", "?", "UAF"),
        ("The UN-backed government in Libya left.", "government", "LBY", "GOV"),
        ("Emirati-backed separatists in Yemen left.", "separatists", "YEM", "REB"),
        ("Emirati-backed forces in Yemen left.", "forces", "YEM", "MIL"),
        ("Russian-backed authorities in Abkhazia left.", "authorities", "ABK", "GOV"),
        ("Iranian proxies in Yemen left.", "Iranian proxies", "HOUTHI", "REB"),
        ("Kurdish partners in Syria left.", "Kurdish partners", "SDF", "REB"),
        # what a capital tells, and what the last word of a name does
        ("Britain met. The House agreed.", "The House", "GBR", "LEG"),
        ("Britain met. The house burned.", "The house", "GBR", "CVL"),
        ("The Revolutionary Guards left. The Guards agreed.", "The Guards", "IRN", "MIL"),
        ("Iran met. The guards agreed.", "The guards", "IRN", "COP"),
        ("Turkey's central bank agreed.", "bank", "TUR", "GOV"),
        ("A Turkish bank agreed.", "bank", "TUR", "BUS"),
        ("Iran met the IAEA. The nuclear watchdog agreed.", "watchdog", "IAEA", "IGO"),
        ("Ceasefire monitors in Ukraine agreed.", "Ceasefire monitors", "?", "IGO"),
        ("A naval officer left Nigeria.", "A naval officer", "NGA", "MIL"),
        ("A police officer left Nigeria.", "A police officer", "NGA", "COP"),
        ("A car bomber left Kabul.", "A car bomber", "?", "UAF"),
        (
            "The Taliban fought Pakistan. Separatist militants left.",
            "Separatist militants",
            "PAK",
            "REB",
        ),
        ("The Taliban fought Pakistan. The militants left.", "The militants", "TALIBAN", "REB"),
        # whose own the dissidents, commissions and governments of groups and persons are
        ("Dissidents of the FARC left.", "Dissidents of the FARC", "COL", "REB"),
        ("Chinese dissidents left.", "Chinese dissidents", "CHN", "PTY"),
        ("The M23 commission left.", "The M23 commission", "COD", "REB"),
        ("The Rwandan commission left.", "The Rwandan commission", "RWA", "GOV"),
        # names that several lands share, and names of water
        ("The State Security Service in Georgia left.", "Service", "GEO", "SPY"),
        ("Nigeria left. The State Security Service left.", "Service", "NGA", "SPY"),
        ("Mali left. Fulani herders left.", "Fulani herders", "MLI", "CVL"),
        ("Mali met aid agencies. Federal agencies left.", "Federal agencies", "MLI", "GOV"),
        ("The West Bank was calm.", "The West Bank", "PSE", "CVL"),
        ("Israel met Jewish settlers.", "settlers", "ISR", "CVL"),
        ("Kenya met army rangers.", "army rangers", "KEN", "MIL"),
        ("Westerners left Kenya.", "Westerners", "?", "CVL"),
        ("Syrian mercenaries left Libya.", "Syrian mercenaries", "SYR", "MIL"),
        ("Gunmen in Nairobi left.", "Gunmen in Nairobi", "?", "UAF"),
        ("Kenyan gunmen left.", "Kenyan gunmen", "KEN", "UAF"),
        ("A Greek container ship left.", "A Greek container ship", "GRC", "BUS"),
        ("Turkish-backed Syrian mercenaries left Libya.", "mercenaries", "SYR", "REB"),
        ("Cameroon left. English-speaking rebels met.", "rebels", "CMR", "REB"),
        ("Cameroon left. English rebels met.", "rebels", "GBR", "REB"),
        ("Armenia's Security Council secretary left.", "secretary", "ARM", "GOV"),
        ("Armenia met the Security Council.", "Council", "UN", "IGO"),
        ("Ecuador met a former vice-president.", "a former vice-president", "ECU", "CVL"),
        ("Ecuador met a vice-president.", "a vice-president", "ECU", "GOV"),
        ("A former British Army soldier left.", "A former British Army soldier", "GBR", "CVL"),
        ("A British Army soldier left.", "A British Army soldier", "GBR", "MIL"),
        ("Kenya met park rangers.", "park rangers", "KEN", "COP"),
    ],
)
def test_friends_foes_and_words_of_the_report(
    text: str, words: str, code: str, sector: str, directory: ActorDirectory
) -> None:
    assert meant(text, words, directory) == {(code, sector)}


@pytest.mark.parametrize(
    ("foes", "side"),
    [
        ("rebel/ADJ/3/amod foes/NOUN/4/nsubj left/VERB/0/root", ("MLI", "REB")),
        ("western/ADJ/3/amod foes/NOUN/4/nsubj left/VERB/0/root", ("?", "GOV")),
    ],
)
def test_armed_foes_are_at_home(
    foes: str, side: tuple[str, str], directory: ActorDirectory
) -> None:
    made = reading(f"Mali/PROPN/2/nsubj met/VERB/0/root\nIts/PRON/3/nmod:poss {foes}")
    assert in_reading(made, "foes", directory) == {side}


@pytest.mark.parametrize(("word", "number"), [("paramilitary", 1), ("military", 2)])
def test_rival_forces_of_one_kind_are_one_side(
    word: str, number: int, directory: ActorDirectory
) -> None:
    made = reading(
        "Sudan/PROPN/2/nsubj met/VERB/0/root Egypt/PROPN/2/obj\n"
        f"The/DET/4/det rival/ADJ/4/amod {word}/ADJ/4/amod forces/NOUN/5/nsubj left/VERB/0/root"
    )
    assert len({code for code, _ in in_reading(made, "forces", directory)}) == number


@pytest.mark.parametrize(
    ("owner", "noun", "code"),
    [
        ("Kyiv/PROPN", "allies", "?"),
        ("Hamas/PROPN", "allies", "HAMAS"),
        ("Hamas/PROPN", "rivals", "?"),
        ("Iran/PROPN", "foes", "?"),
    ],
)
def test_the_allies_of_a_state_and_the_rivals_of_any_are_others(
    owner: str, noun: str, code: str, directory: ActorDirectory
) -> None:
    made = reading(f"{owner}/3/nmod:poss 's/PART/1/case {noun}/NOUN/4/nsubj left/VERB/0/root")
    allies = next(m for m in resolve_actors(made, directory) if m.head == 2)
    assert {actor.code for actor in allies.actors} == {code}


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
    ("text", "words", "side"),
    [
        ("The Nuer raided a camp in South Sudan.", "The Nuer", ("SSD", "REB")),
        ("The Nuer fled a camp in South Sudan.", "The Nuer", ("SSD", "CVL")),
        ("Uighurs attacked police in China.", "Uighurs", ("CHN", "CVL")),
    ],
)
def test_a_people_that_fights_is_armed_unless_it_meets_the_police(
    text: str, words: str, side: tuple[str, str], directory: ActorDirectory
) -> None:
    assert meant(text, words, directory) == {side}


def test_the_act_of_a_people_is_that_of_its_fighters(directory: ActorDirectory) -> None:
    rows = "Nuer/ADJ/2/amod attacks/NOUN/3/nsubj shook/VERB/0/root Mali/PROPN/3/obj"
    assert in_reading(reading(rows), "attacks", directory) == {("SSD", "REB")}


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
    ("group", "side"), [("Hamas", ("HAMAS", "REB")), ("parents", ("PER", "MIL"))]
)
def test_a_commander_may_be_a_member_of_rebels(
    group: str, side: tuple[str, str], directory: ActorDirectory
) -> None:
    made = reading(
        "Commander/PROPN/2/nmod:desc Ned/PROPN/9/nsubj Marsh/PROPN/2/flat ,/PUNCT/6/punct "
        f"a/DET/6/det member/NOUN/2/appos of/ADP/8/case {group}/PROPN/6/nmod left/VERB/0/root "
        "Peru/PROPN/9/obj"
    )
    span = Span(made.tokens[1].span.start, made.tokens[2].span.end)
    name = Name(span=span, first=1, end=3, kind=NameKind.PERSON)
    named = structs.replace(made, names=(name,))
    assert in_reading(named, "Ned", directory) == {side}


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
