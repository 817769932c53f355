"""Acts with both sides on both ends, and the camps that they are told apart into."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rule_coding import code, codes, short
from trees import cast, reading

from dateline.coding import events
from dateline.coding.acts import Act, Trigger
from dateline.coding.once import once
from dateline.coding.people import People
from dateline.knowledge import Knowledge
from dateline.records import Span
from dateline.tree import Tree


def test_mutual_accusation_names_both_sides_on_both_ends(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj accused/VERB/0/root "
        "each/DET/6/det other/ADJ/4/obj of/SCONJ/8/mark violating/VERB/4/advcl "
        "the/DET/10/det ceasefire/NOUN/8/obj ./PUNCT/4/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "ACCUSE"]
    assert codes(event.actors) == codes(event.recipients) == {"ARM", "AZE"}
    assert event.mode == "allege"
    assert event.voice == ()


def test_sides_that_accuse_each_other_of_an_attack_each_tell_the_others(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj accused/VERB/0/root "
        "each/DET/6/det other/ADJ/4/obj of/SCONJ/8/mark launching/VERB/4/advcl an/DET/10/det "
        "attack/NOUN/8/obj ./PUNCT/4/punct"
    )
    told = [e for e in code(knowledge, rows) if e.type == "ASSAULT"]
    assert {(e.actors[0].code, e.recipients[0].code, e.voice[-1].code) for e in told} == {
        ("AZE", "ARM", "ARM"),
        ("ARM", "AZE", "AZE"),
    }


def test_a_meeting_is_mutual(knowledge: Knowledge) -> None:
    rows = (
        "Zelenskyy/PROPN/2/nsubj met/VERB/0/root Macron/PROPN/2/obj in/ADP/5/case "
        "Paris/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Zelenskyy="UKR/GOV", Macron="FRA/GOV")
    assert event.type == "CONSULT"
    assert codes(event.actors) == codes(event.recipients) == {"UKR", "FRA"}


@pytest.mark.parametrize(
    ("verb", "mode"), [("met", "multilateral"), ("telephoned", "phone"), ("clashed", None)]
)
def test_talks_of_several_are_multilateral(
    knowledge: Knowledge, verb: str, mode: str | None
) -> None:
    rows = (
        f"France/PROPN/4/nsubj Greece/PROPN/1/conj Iran/PROPN/1/conj {verb}/VERB/0/root "
        "with/ADP/6/case Russia/PROPN/4/obl ./PUNCT/4/punct"
    )
    assert {event.mode for event in code(knowledge, rows)} == {mode}
    two = rows.replace("Greece/PROPN/1/conj Iran/PROPN/1/conj ", "of/ADP/1/case late/ADV/1/advmod ")
    assert "multilateral" not in {event.mode for event in code(knowledge, two)}


@pytest.mark.parametrize(
    ("guest", "found"), [("Putin", [{"FRA", "RUS"}]), ("Erdogan", [{"FRA"}, {"FRA", "TUR"}])]
)
def test_a_visit_for_talks_is_the_talks(
    knowledge: Knowledge, guest: str, found: list[set[str]]
) -> None:
    rows = (
        "Macron/PROPN/2/nsubj visited/VERB/0/root Moscow/PROPN/2/obj and/CCONJ/5/cc "
        f"met/VERB/2/conj {guest}/PROPN/5/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Macron="FRA/GOV", Putin="RUS/GOV", Erdogan="TUR/GOV")
    assert [codes(event.actors) for event in told] == found


def test_who_receives_a_guest_and_talks_with_him_meets_him_once(knowledge: Knowledge) -> None:
    rows = "Macron/PROPN/2/nsubj met/VERB/0/root Putin/PROPN/2/obj ./PUNCT/2/punct"
    (met,) = code(knowledge, rows, Macron="FRA/GOV", Putin="RUS/GOV")
    talks = replace(met, mode="multilateral")
    visit = replace(met, mode="visit", trigger_span=Span(0, 6))
    later = replace(visit, evidence_span=Span(40, 60))
    assert once((visit, talks)) == (talks,)
    assert len(once((later, talks))) == 2


def test_camps_make_one_record_for_each_direction(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/4/nsubj and/CCONJ/3/cc Syria/PROPN/1/conj fought/VERB/0/root "
        "Turkey/PROPN/4/obj ./PUNCT/4/punct"
    )
    made = [e for e in code(knowledge, rows) if e.type == "ASSAULT"]
    assert {(frozenset(codes(e.actors)), frozenset(codes(e.recipients))) for e in made} == {
        (frozenset({"RUS", "SYR"}), frozenset({"TUR"})),
        (frozenset({"TUR"}), frozenset({"RUS", "SYR"})),
    }


FOUGHT = "Russia/PROPN/4/nsubj and/CCONJ/3/cc Syria/PROPN/1/conj fought/VERB/0/root "


@pytest.mark.parametrize(
    ("kind", "rows", "sides"),
    [
        ("ASSAULT", FOUGHT + "Turkey/PROPN/4/obj", {("RUS SYR", "TUR"), ("TUR", "RUS SYR")}),
        (
            "ASSAULT",
            FOUGHT + "against/ADP/6/case Turkey/PROPN/4/obl alongside/ADP/8/case Iran/PROPN/4/obl",
            {("IRN RUS SYR", "TUR"), ("TUR", "IRN RUS SYR")},
        ),
        (
            "ASSAULT",
            FOUGHT + "with/ADP/6/case Iran/PROPN/4/obl in/ADP/9/case the/DET/9/det war/NOUN/4/obl "
            "against/ADP/11/case Turkey/PROPN/9/nmod",
            {("IRN RUS SYR", "TUR"), ("TUR", "IRN RUS SYR")},
        ),
        ("ASSAULT", FOUGHT + "alongside/ADP/6/case Iran/PROPN/4/obl", set()),
        ("ASSAULT", FOUGHT + "near/ADP/6/case Iran/PROPN/4/obl", {("IRN RUS SYR",) * 2}),
        ("ASSAULT", FOUGHT + "wars/NOUN/4/obj for/ADP/7/case Iran/PROPN/5/nmod",
         {("IRN RUS SYR",) * 2}),
        ("CONSULT", FOUGHT + "with/ADP/6/case Iran/PROPN/4/obl", {("IRN RUS SYR",) * 2}),
        ("AGREE", FOUGHT + "with/ADP/6/case Iran/PROPN/4/obl to/PART/8/mark go/VERB/4/xcomp",
         {("RUS SYR", "IRN"), ("IRN", "RUS SYR")}),
    ],
)  # fmt: skip
def test_allies_are_not_paired(
    knowledge: Knowledge, kind: str, rows: str, sides: set[tuple[str, str]]
) -> None:
    assert paired(knowledge, kind, rows) == sides


@pytest.mark.parametrize(
    ("start", "sides"),
    [("Russia/PROPN/4/nsubj and/CCONJ/3/cc Syria/PROPN/1/conj", {("RUS SYR",) * 2}),
     ("Russia/PROPN/4/nsubj ,/PUNCT/1/punct too/ADV/1/advmod", {("RUS", "IRN")})],
)  # fmt: skip
def test_whom_an_agreed_aim_names_has_agreed_to_nothing(
    knowledge: Knowledge, start: str, sides: set[tuple[str, str]]
) -> None:
    rows = f"{start} agreed/VERB/0/root to/PART/6/mark help/VERB/4/xcomp Iran/PROPN/6/obj"
    beside = rows + " with/ADP/9/case Turkey/PROPN/4/obl"
    assert all("TUR" in one + other for one, other in paired(knowledge, "AGREE", beside))
    assert paired(knowledge, "AGREE", rows) == sides


@pytest.mark.parametrize(
    ("ally", "part", "sides"),
    [("ally", "NOUN", {("IRN RUS",) * 2}), ("Syria", "PROPN", {("IRN RUS SYR",) * 2})],
)
def test_who_is_named_is_not_also_the_country_that_he_is_described_by(
    knowledge: Knowledge, ally: str, part: str, sides: set[tuple[str, str]]
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj met/VERB/0/root its/PRON/4/det {ally}/{part}/2/obj ,/PUNCT/6/punct "
        "Russia/PROPN/4/appos"
    )
    assert paired(knowledge, "CONSULT", rows) == sides


@pytest.mark.parametrize(
    ("rest", "sides"),
    [("between/ADP/3/case Turkey/PROPN/1/obl and/CCONJ/5/cc Syria/PROPN/3/conj in/ADP/7/case "
      "Geneva/PROPN/1/obl ,/PUNCT/9/punct Russia/PROPN/1/parataxis", {("SYR TUR",) * 2}),
     ("with/ADP/3/case Turkey/PROPN/1/obl in/ADP/5/case Syria/PROPN/1/obl ,/PUNCT/7/punct "
      "Russia/PROPN/1/nsubj", {("RUS TUR",) * 2}),
     ("in/ADP/3/case Syria/PROPN/1/obl ,/PUNCT/5/punct Russia/PROPN/1/nsubj",
      {("RUS SYR",) * 2})],
)  # fmt: skip
def test_where_two_sides_talk_is_no_third(
    knowledge: Knowledge, rest: str, sides: set[tuple[str, str]]
) -> None:
    assert paired(knowledge, "CONSULT", "talking/VERB/0/root " + rest) == sides


@pytest.mark.parametrize(
    ("rest", "sides"),
    [("to/PART/3/mark discuss/VERB/1/advcl Syria/PROPN/3/obj", {("NATO", "")}),
     ("over/ADP/3/case Syria/PROPN/1/obl", {("NATO", "")}),
     ("with/ADP/3/case Syria/PROPN/1/obl", {("NATO SYR",) * 2}),
     ("Syria/PROPN/1/obj", {("NATO SYR",) * 2})],
)  # fmt: skip
def test_a_body_meets_by_itself_and_not_whom_it_speaks_of(
    knowledge: Knowledge, rest: str, sides: set[tuple[str, str]]
) -> None:
    rows = f"met/VERB/0/root {rest} NATO/PROPN/1/nsubj"
    assert paired(knowledge, "CONSULT", rows, "NATO/IGO") == sides
    rows = rows.replace("NATO/", "Iran/")
    assert paired(knowledge, "CONSULT", rows) == {("IRN SYR",) * 2}


@pytest.mark.parametrize(
    ("article", "author", "sides"),
    [("The/DET/2/det", "ISR", {"ISR", "SYR"}), ("A/DET/2/det", "ISR", None),
     ("The/DET/2/det", "?", None)],
)  # fmt: skip
def test_a_war_kills_by_both_its_sides(
    knowledge: Knowledge, article: str, author: str, sides: set[str] | None
) -> None:
    rows = (
        "Attackers/NOUN/2/nsubj shelled/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct\n"
        f"{article} war/NOUN/4/nsubj has/AUX/4/aux killed/VERB/0/root thousands/NOUN/4/obj "
        "./PUNCT/4/punct"
    )
    told = code(knowledge, rows, Attackers=f"{author}/MIL", thousands="SYR/CVL")
    toll = told[-1]
    assert (codes(toll.actors), codes(toll.recipients)) == (
        (sides, sides) if sides else ({"?"}, {"SYR"})
    )


@pytest.mark.parametrize(
    ("actors", "nearby", "chad", "struck"),
    [
        ((0,), (), "TCD/MIL", {"MLI", "TCD"}),
        ((0,), (), "TCD/CVL/place", {"MLI"}),
        ((0,), ("recipient",), "TCD/MIL", {"MLI"}),
        ((0, 4), (), "TCD/MIL", {"MLI"}),
    ],
)
def test_who_is_a_party_is_one_with_all_of_its_list(
    knowledge: Knowledge,
    actors: tuple[int, ...],
    nearby: tuple[str, ...],
    chad: str,
    struck: set[str],
) -> None:
    made = reading(
        "Rebels/NOUN/2/nsubj struck/VERB/0/root Mali/PROPN/2/obj and/CCONJ/5/cc Chad/PROPN/3/conj"
    )
    people = cast(made, Rebels="BOKOHARAM/REB", Mali="MLI/MIL", Chad=chad)
    act = Act(
        trigger=Trigger(head=1, tokens=(1,), type="ASSAULT", mode=None, noun=False),
        trigger_span=made.tokens[1].span,
        sentence=0,
        actors=actors,
        recipients=(2,),
        nearby=nearby,
    )
    (told,) = events((act,), made, (), people, knowledge)
    assert codes(told.recipients) == struck


def paired(
    knowledge: Knowledge, kind: str, rows: str, alliance: str = "NATO/GOV"
) -> set[tuple[str, str]]:
    """The two ends of the events of a mutual act whose every party stands on both sides."""
    made = reading(rows + " ./PUNCT/1/punct")
    people = cast(made, ally="SYR/GOV", NATO=alliance)
    heads = tuple(mention.head for mention in people.actors)
    verb = next(i for i, token in enumerate(made.tokens) if token.part_of_speech == "VERB")
    act = Act(
        trigger=Trigger(head=verb, tokens=(verb,), type=kind, mode=None, noun=False),
        trigger_span=made.tokens[verb].span,
        sentence=0,
        actors=heads,
        recipients=heads,
        mutual=True,
    )
    looked_up = People(Tree(made), people, knowledge.lexicon)
    return {
        (" ".join(sorted(codes(one.actors))), " ".join(sorted(codes(one.recipients))))
        for one in events((act,), made, (), people, knowledge, looked_up)
    }


@pytest.mark.parametrize("before", ["amid", "on"])
def test_a_body_of_members_meets_by_itself(knowledge: Knowledge, before: str) -> None:
    rows = (
        f"Members/PROPN/2/nsubj held/VERB/0/root talks/NOUN/2/obj {before}/ADP/6/case "
        "Russian/ADJ/6/amod threats/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Members="NATO/IGO/body", Russian="RUS/GOV")
    (met,) = [event for event in told if event.type == "CONSULT"]
    assert short(met) == ("CONSULT", {"NATO"}, set())
