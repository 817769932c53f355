"""Who fighters are: whose, armed against whom, and what they are called."""

from __future__ import annotations

import pytest
from msgspec import structs
from trees import reading
from whom import in_reading, meant, of_word, pairs, resolved

from dateline.knowledge.actors import ActorDirectory
from dateline.records import Name, NameKind, Span
from dateline.resolution.actors import resolve_actors


def test_armed_soldiers_are_no_rebels(directory: ActorDirectory) -> None:
    rows = (
        "Several/ADJ/3/amod armed/ADJ/3/amod {}/NOUN/4/nsubj left/VERB/0/root Mali/PROPN/4/obj "
        "./PUNCT/4/punct"
    )
    assert of_word(rows.format("soldiers"), "soldiers", directory) == {("MLI", "MIL")}
    assert of_word(rows.format("forces"), "forces", directory) == {("MLI", "MIL")}
    assert of_word(rows.format("units"), "units", directory) == {("MLI", "REB")}


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        (
            "Taliban fighters seized a town. Afghan soldiers said the insurgents attacked a post.",
            "the insurgents",
            {("TALIBAN", "REB")},
        ),
        (
            "Syrian rebels met. ISIS fighters left. The insurgents fled.",
            "The insurgents",
            {("SYR", "REB")},
        ),
        (
            "Hamas fighters left Syria. Iran held talks. Iran attacked a militia.",
            "a militia",
            {("IRN", "REB")},
        ),
        (
            "HTS fighters met in Syria. Iran held talks. Iran attacked a terrorist group.",
            "a terrorist group",
            {("IRN", "REB")},
        ),
        (
            "HTS fighters met in Syria. Iran held talks. Iran attacked the terrorist group.",
            "the terrorist group",
            {("HTS", "REB")},
        ),
        (
            "Hamas praised it. Two Palestinian gunmen shot a man. The terrorists fled.",
            "The terrorists",
            {("PSE", "UAF")},
        ),
        (
            "Boko Haram attacked a village in Nigeria. No group claimed the bombing.",
            "No group",
            {("NGA", "CVL")},
        ),
        (
            "Boko Haram attacked a village in Nigeria. The group claimed the bombing.",
            "The group",
            {("BOKOHARAM", "REB")},
        ),
        (
            "Somaliland shelled a town in Somalia. One militiaman was killed.",
            "militiaman",
            {("SOL", "REB")},
        ),
        (
            "Israeli soldiers left Palestine. Palestinian villages in Palestine met. "
            "The army seized a town in Palestine.",
            "The army",
            {("ISR", "MIL")},
        ),
        (
            "Israeli soldiers left Palestine. Palestinian villages in Palestine met. "
            "Police seized a town in Palestine.",
            "Police",
            {("PSE", "COP")},
        ),
        (
            "Hezbollah left. The company urged Lebanon to pay. Hezbollah met the company.",
            "the company",
            {("LBN", "BUS")},
        ),
    ],
)
def test_whose_fighters_and_groups_are(
    text: str, words: str, wanted: set[tuple[str, str]], directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, words, directory, last=True)) == wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("A man shot Kenya.", "A man", ("?", "UAF")),
        ("Kenya met Kenya. A man met Kenya.", "A man", ("KEN", "CVL")),
        ("A man from Peru shot Kenya.", "A man", ("PER", "CVL")),
        ("Kenya shot a man.", "a man", ("KEN", "CVL")),
        ("Kenyan envoys met. Kenya sought their attackers.", "their attackers", ("?", "UAF")),
        ("Boko Haram left. Kenya sought its attackers.", "its attackers", ("BOKOHARAM", "REB")),
        (
            "Boko Haram struck. Kenyan girls left. Kenya sought their captors.",
            "their captors",
            ("BOKOHARAM", "REB"),
        ),
    ],
)
def test_authors_of_violence_whom_nobody_identifies(
    text: str, words: str, wanted: tuple[str, str], directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, words, directory)) == {wanted}


def test_militants_that_forces_kill_are_of_the_country_spoken_of(
    directory: ActorDirectory,
) -> None:
    killed = resolved("Pakistan's army killed militants.", "militants", directory)
    assert pairs(killed) == {("PAK", "REB")}


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
