"""Who suffers a blow or flees from it, and who only counts the dead."""

from __future__ import annotations

import pytest
from rule_coding import code, codes, short

from dateline.knowledge import Knowledge


@pytest.mark.parametrize(
    ("author", "found"), [("Fighting", set()), ("Attacks", set()), ("Rebels", {"COERCE"})]
)
def test_fighting_that_displaces_people_deports_nobody(
    knowledge: Knowledge, author: str, found: set[str]
) -> None:
    rows = (
        f"{author}/NOUN/2/nsubj displaced/VERB/0/root Syrian/ADJ/4/amod villagers/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    given = {"villagers": "SYR/CVL", "Rebels": "SYR/REB"}
    assert {e.type for e in code(knowledge, rows, **given)} & {"COERCE"} == found


@pytest.mark.parametrize(("whose", "found"), [("power", set()), ("military", {"COERCE"})])
def test_a_struggle_that_displaces_people_deports_nobody(
    knowledge: Knowledge, whose: str, found: set[str]
) -> None:
    rows = (
        "Villagers/NOUN/3/nsubj:pass were/AUX/3/aux:pass displaced/VERB/0/root by/ADP/7/case "
        f"a/DET/7/det {whose}/NOUN/7/compound struggle/NOUN/3/obl:agent ./PUNCT/3/punct"
    )
    assert {e.type for e in code(knowledge, rows, Villagers="SYR/CVL")} == found


def test_whose_arrest_it_is_suffers_it(knowledge: Knowledge) -> None:
    rows = (
        "Police/NOUN/2/nsubj confirmed/VERB/0/root the/DET/4/det minister/NOUN/6/nmod:poss "
        "'s/PART/4/case arrest/NOUN/2/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Police="BLR/COP", minister="RUS/GOV")
    assert short(event) == ("COERCE", {"BLR"}, {"RUS"})


def test_who_is_driven_out_by_a_bombardment_suffers_it(knowledge: Knowledge) -> None:
    rows = (
        "Rebels/NOUN/3/nsubj:pass were/AUX/3/aux:pass moved/VERB/0/root by/ADP/6/case "
        "Turkish/ADJ/6/amod bombardment/NOUN/3/obl with/ADP/8/case Iran/PROPN/3/obl ./PUNCT/3/punct"
    )
    told = code(knowledge, rows, Rebels="SYR/REB", Turkish="TUR/MIL")
    assert [short(e) for e in told if e.type == "ASSAULT"] == [("ASSAULT", {"TUR"}, {"SYR"})]


@pytest.mark.parametrize(
    ("before", "authors"),
    [("Moscow/PROPN/3/compound", {"?"}), ("Russian/ADJ/3/amod", {"RUS"})],
)
def test_a_town_before_an_attack_is_where_it_was(
    knowledge: Knowledge, before: str, authors: set[str]
) -> None:
    rows = (
        f"The/DET/3/det {before} bombing/NOUN/4/nsubj killed/VERB/0/root Greeks/NOUN/4/obj "
        "./PUNCT/4/punct"
    )
    named = {"Moscow": "RUS/GOV/seat", "Russian": "RUS/GOV/demonym", "bombing": "?/"}
    told = code(knowledge, rows, Greeks="GRC/CVL", scene="Moscow", **named)
    assert [short(event) for event in told] == [("ASSAULT", authors, {"GRC"})]


@pytest.mark.parametrize(("author", "found"), [("raid", {"?"}), ("army", {"SYR"})])
def test_an_attack_kills_and_not_the_town_it_was_in(
    knowledge: Knowledge, author: str, found: set[str]
) -> None:
    rows = (
        f"The/DET/2/det {author}/NOUN/9/nsubj in/ADP/4/case Homs/PROPN/2/nmod ,/PUNCT/2/punct "
        "which/PRON/7/nsubj killed/VERB/4/acl:relcl Greeks/NOUN/7/obj ended/VERB/0/root "
        "./PUNCT/9/punct"
    )
    told = code(knowledge, rows, Greeks="GRC/CVL", Homs="SYR/MIL", scene="Homs")
    assert [short(event) for event in told] == [("ASSAULT", found, {"GRC"})]


@pytest.mark.parametrize(("verb", "author"), [("attacked", "IRN"), ("visited", "SYR")])
def test_who_attacked_a_market_has_killed_there(
    knowledge: Knowledge, verb: str, author: str
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj {verb}/VERB/0/root shops/NOUN/2/obj ,/PUNCT/3/punct "
        "which/PRON/6/nsubj killed/VERB/3/acl:relcl Greeks/NOUN/6/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Greeks="GRC/CVL", shops="SYR/BUS")
    killed = [e for e in told if e.type == "ASSAULT" and codes(e.recipients) == {"GRC"}]
    assert [codes(event.actors) for event in killed] == [{author}]


def test_unnamed_victims_are_those_of_the_side_that_tells_of_them(knowledge: Knowledge) -> None:
    rows = (
        "Azerbaijan/PROPN/2/nsubj attacked/VERB/0/root Armenia/PROPN/2/obj ./PUNCT/2/punct\n"
        "{}/PROPN/2/nsubj said/VERB/0/root Azerbaijan/PROPN/4/nsubj shelled/VERB/2/ccomp "
        "villages/NOUN/4/obj ./PUNCT/2/punct"
    )
    villages = "AZE/CVL/local"
    told = code(knowledge, rows.format("Armenia"), villages=villages)
    assert [codes(event.recipients) for event in told] == [{"ARM"}]
    told = code(knowledge, rows.format("Georgia"), villages=villages)
    assert [codes(event.recipients) for event in told] == [{"ARM"}, {"AZE"}]
    told = code(knowledge, rows.format("Armenia"), villages=villages, Armenia="AMNESTY/NGO")
    assert [codes(event.recipients) for event in told] == [{"AMNESTY"}, {"AZE"}]


def test_whose_blow_it_is_was_not_hit_by_it(knowledge: Knowledge) -> None:
    rows = (
        "Two/NUM/2/nsubj:pass killed/VERB/0/root as/SCONJ/6/mark Turkish/ADJ/5/amod "
        "{}/NOUN/6/nsubj hit/VERB/2/advcl car/NOUN/6/obj ./PUNCT/2/punct"
    )
    for noun, struck in (("strike", set()), ("soldiers", {"TUR"})):
        told = code(knowledge, rows.format(noun), Turkish="TUR/MIL/demonym")
        hit = [codes(event.recipients) for event in told if "kill" in event.trigger]
        assert hit == ([struck] if struck else [])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            "Ukraine/PROPN/2/nsubj lost/VERB/0/root ten/NUM/4/nummod soldiers/NOUN/2/obj "
            "to/ADP/6/case Russia/PROPN/2/obl ./PUNCT/2/punct",
            [({"RUS"}, {"UKR"})],
        ),
        (
            "Ukraine/PROPN/2/nsubj lost/VERB/0/root contact/NOUN/2/obj with/ADP/6/case "
            "ten/NUM/6/nummod soldiers/NOUN/3/nmod ./PUNCT/2/punct",
            [],
        ),
        (
            "Armenia/PROPN/2/nsubj fell/VERB/0/root under/ADP/4/case fire/NOUN/2/obl "
            "from/ADP/6/case Azerbaijan/PROPN/2/obl ./PUNCT/2/punct",
            [({"AZE"}, {"ARM"})],
        ),
        (
            "Turkey/PROPN/3/nsubj is/AUX/3/cop responsible/ADJ/0/root for/ADP/5/case "
            "attacks/NOUN/3/obl on/ADP/7/case Syria/PROPN/5/nmod ./PUNCT/3/punct",
            [({"TUR"}, {"SYR"})],
        ),
        (
            "Russia/PROPN/2/nsubj counted/VERB/0/root five/NUM/4/nummod bodies/NOUN/2/obj "
            "in/ADP/6/case Syria/PROPN/2/obl ./PUNCT/2/punct",
            [],
        ),
    ],
)
def test_who_suffers_or_counts_has_not_struck(
    rows: str, found: list[tuple[set[str], set[str]]], knowledge: Knowledge
) -> None:
    told = [e for e in code(knowledge, rows) if e.type == "ASSAULT"]
    assert [(codes(e.actors), codes(e.recipients)) for e in told] == found


@pytest.mark.parametrize(
    ("rows", "sides"),
    [
        (
            "Crowds/NOUN/2/nsubj assembled/VERB/0/root at/ADP/4/case gates/NOUN/2/obl "
            "in/ADP/6/case Russia/PROPN/4/nmod ./PUNCT/2/punct",
            ("PROTEST", {"KEN"}, set()),
        ),
        (
            "Crowds/NOUN/2/nsubj heckled/VERB/0/root Ukraine/PROPN/2/obj ./PUNCT/2/punct",
            ("PROTEST", {"KEN"}, {"UKR"}),
        ),
        (
            "Soldiers/NOUN/2/nsubj came/VERB/0/root at/ADP/5/case the/DET/5/det "
            "request/NOUN/2/obl of/ADP/7/case Ukraine/PROPN/5/nmod ./PUNCT/2/punct",
            ("REQUEST", {"UKR"}, {"KEN"}),
        ),
        (
            "France/PROPN/2/nsubj carried/VERB/0/root messages/NOUN/2/obj between/ADP/5/case "
            "Armenia/PROPN/3/nmod and/CCONJ/7/cc Ukraine/PROPN/5/conj ./PUNCT/2/punct",
            ("CONSULT", {"FRA"}, {"ARM", "UKR"}),
        ),
    ],
)
def test_crowds_messengers_and_who_asked_for_a_deed_have_their_sides(
    knowledge: Knowledge, rows: str, sides: tuple[str, set[str], set[str]]
) -> None:
    told = code(knowledge, rows, Crowds="KEN/CVL", Soldiers="KEN/MIL")
    assert [short(event) for event in told] == [sides]
