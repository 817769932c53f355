"""The rule coder over hand-made trees: the codebook's rules, one by one.

The weights play no part here: what is tested is what the rules propose and what the codebook
makes of it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

import dateline
from dateline import knowledge as world
from dateline.attribution import attribute
from dateline.coding import events
from dateline.coding.acts import Act, Trigger
from dateline.coding.draft import Draft
from dateline.coding.mutual import both_ends
from dateline.coding.once import once
from dateline.coding.parties import distinct
from dateline.coding.people import People
from dateline.coding.roles import Parties
from dateline.coding.triggers import possible_triggers
from dateline.coding.weigh import asked, candidates
from dateline.knowledge import Knowledge
from dateline.records import Era, Event, Modality, Party, Place, Polarity, Span, Stance
from dateline.tree import Tree
from tests.trees import cast, reading


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return world.load()


def code(
    knowledge: Knowledge,
    rows: str,
    published: date | None = date(2020, 9, 28),
    dateline_: Span | None = None,
    past: bool = False,
    scene: str = "",
    country: str = "",
    **given: Any,
) -> tuple[Event, ...]:
    """The events of ``rows``; in the ``past``, all verbs are tagged so; ``scene`` is a place."""
    made = reading(rows, published)
    report = replace(made.report, dateline=dateline_)
    tokens = (
        replace(token, tag="VBD") if past and token.part_of_speech == "VERB" else token
        for token in made.tokens
    )
    made = replace(made, report=report, tokens=tuple(tokens))
    places = tuple(
        Place(text=scene, span=token.span, head=index, country=country)
        for index, token in enumerate(made.tokens)
        if token.text == scene
    )
    people = replace(cast(made, **given), places=places)
    statements = attribute(made, knowledge)
    tree = Tree(made)
    found = candidates(tree, People(tree, people, knowledge.lexicon), statements, knowledge.lexicon)
    return events(tuple(one.act for one in found), made, statements, people, knowledge)


def codes(parties: Any) -> set[str]:
    return {party.code for party in parties}


def short(event: Event) -> tuple[str, set[str], set[str]]:
    return event.type, codes(event.actors), codes(event.recipients)


def test_a_denied_attack_is_an_attack_that_its_author_denies(knowledge: Knowledge) -> None:
    rows = (
        "Azerbaijan/PROPN/2/nsubj denied/VERB/0/root attacking/VERB/2/xcomp "
        "Armenia/PROPN/3/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", {"AZE"}, {"ARM"})
    assert event.stance is Stance.DENIES
    assert [voice.code for voice in event.voice] == ["AZE"]
    assert event.polarity is Polarity.POSITIVE
    assert event.actors[0].sector == "MIL"


def test_what_the_report_says_did_not_happen_is_negative(knowledge: Knowledge) -> None:
    rows = (
        "Azerbaijan/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root "
        "Armenia/PROPN/4/obj ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", {"AZE"}, {"ARM"})
    assert event.polarity is Polarity.NEGATIVE
    assert event.voice == ()


def test_a_speaker_who_denies_in_his_own_words_denies(knowledge: Knowledge) -> None:
    rows = (
        "“/PUNCT/5/punct Azerbaijan/PROPN/5/nsubj did/AUX/5/aux not/PART/5/advmod "
        "attack/VERB/9/ccomp Armenia/PROPN/5/obj ,/PUNCT/9/punct ”/PUNCT/9/punct "
        "said/VERB/0/root Russia/PROPN/9/nsubj ./PUNCT/9/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "ASSAULT"]
    assert event.stance is Stance.DENIES
    assert event.polarity is Polarity.POSITIVE
    assert [voice.code for voice in event.voice] == ["RUS"]


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


def test_what_a_speaker_tells_is_on_his_word(knowledge: Knowledge) -> None:
    rows = (
        "Ukraine/PROPN/2/nsubj said/VERB/0/root Russian/ADJ/4/amod forces/NOUN/5/nsubj "
        "killed/VERB/2/ccomp three/NUM/7/nummod civilians/NOUN/5/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, forces="RUS/MIL", civilians="UKR/CVL")
    assert short(event) == ("ASSAULT", {"RUS"}, {"UKR"})
    assert [voice.code for voice in event.voice] == ["UKR"]
    assert event.stance is Stance.ASSERTS


def test_a_document_speaks_for_whoever_wrote_or_published_it(knowledge: Knowledge) -> None:
    issued = (
        "Greece/PROPN/2/nsubj published/VERB/0/root a/DET/4/det report/NOUN/2/obj ./PUNCT/2/punct\n"
    )
    grim = "The/DET/2/det report/NOUN/4/nsubj is/AUX/4/cop grim/ADJ/0/root ./PUNCT/4/punct\n"
    for before, subject, wanted in (
        (issued + grim, "It", "GRC"),
        (grim, "It", "?"),
        ("Iran/PROPN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct\n", "It", "IRN"),
    ):
        told = (
            f"{subject}/PRON/2/nsubj says/VERB/0/root Russia/PROPN/4/nsubj attacked/VERB/2/ccomp "
            "Turkey/PROPN/4/obj ./PUNCT/2/punct"
        )
        found = [e for e in code(knowledge, before + told, It="IRN/GOV") if e.type == "ASSAULT"]
        assert [voice.code for event in found for voice in event.voice] == [wanted]


def test_a_document_speaks_for_the_paper_that_has_seen_it(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/7/ccomp Turkey/PROPN/2/obj Papers/NOUN/7/nsubj "
        "seen/VERB/4/acl by/ADP/8/case show/VERB/0/root Iran/PROPN/5/obl:agent"
    )
    (event,) = code(knowledge, rows)
    assert [voice.code for voice in event.voice] == ["IRN"]


@pytest.mark.parametrize(
    ("article", "between", "voice"),
    [
        pytest.param("The", "", "GRC", id="issued"),
        pytest.param("A", "", "?", id="another"),
        pytest.param("The", "It/PRON/2/nsubj rained/VERB/0/root\n" * 2, "?", id="long-ago"),
    ],
)
def test_the_statement_is_that_of_who_has_just_spoken(
    knowledge: Knowledge, article: str, between: str, voice: str
) -> None:
    rows = (
        f"Greece/PROPN/2/nsubj said/VERB/0/root so/ADV/2/advmod\n{between}"
        f"{article}/DET/2/det statement/NOUN/3/nsubj added/VERB/0/root that/SCONJ/6/mark "
        "Russia/PROPN/6/nsubj attacked/VERB/3/ccomp Turkey/PROPN/6/obj"
    )
    (attack,) = [event for event in code(knowledge, rows) if event.type == "ASSAULT"]
    assert [one.code for one in attack.voice] == [voice]


def test_martial_law_is_done_to_the_own_country(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj declared/VERB/0/root martial/ADJ/4/amod law/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("COERCE", {"ARM"}, {"ARM"})
    assert event.mode == "martial-law"


def test_an_agreement_of_long_ago_is_background(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj signed/VERB/0/root "
        "a/DET/6/det ceasefire/NOUN/4/obj in/ADP/8/case 1994/NUM/4/obl ./PUNCT/4/punct"
    )
    year = ("1994", date(1994, 1, 1), date(1994, 12, 31))
    (event,) = code(knowledge, rows, times=(year,))
    assert short(event) == ("SUPPORT", {"ARM", "AZE"}, {"ARM", "AZE"})
    assert event.era is Era.BACKGROUND
    assert event.date == "1994"


@pytest.mark.parametrize(
    ("verb", "mark", "told"),
    [
        ("had/AUX:VBD/6/aux", "that/SCONJ/6/mark", True),
        ("to/PART/6/mark", "-/PUNCT/6/punct", False),
    ],
)
def test_who_tells_that_it_was_done_demands_nothing(
    knowledge: Knowledge, verb: str, mark: str, told: bool
) -> None:
    rows = (
        f"Ukraine/PROPN/2/nsubj told/VERB/0/root Russia/PROPN/2/obj {mark} {verb} "
        "shelled/VERB:VBN/2/ccomp Syria/PROPN/6/obj ./PUNCT/2/punct"
    )
    found = {event.type for event in code(knowledge, rows)}
    assert ("ASSAULT" in found) is told


def test_what_came_before_a_promise_is_not_promised(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj vowed/VERB/0/root to/PART/4/mark respond/VERB/2/xcomp {}/ADP/8/case "
        "a/DET/8/det Turkish/ADJ/8/amod raid/NOUN/4/obl on/ADP/10/case Greece/PROPN/8/nmod "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows.format("after"), Turkish="TUR/GOV/demonym")
    assert ("ASSAULT", {"TUR"}, {"GRC"}) in [short(event) for event in told]
    wanted = code(knowledge, rows.format("with"), Turkish="TUR/GOV/demonym")
    assert "ASSAULT" not in {event.type for event in wanted}


def test_what_is_only_demanded_is_no_event(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj called/VERB/0/root on/ADP/4/case Russia/PROPN/2/obl "
        "to/PART/6/mark withdraw/VERB/2/xcomp its/PRON/8/nmod:poss troops/NOUN/6/obj "
        "./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, its="RUS/GOV", troops="RUS/MIL")
    assert short(event) == ("REQUEST", {"FRA"}, {"RUS"})
    assert event.mode == "yield"


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


@pytest.mark.parametrize(
    ("opening", "modality"),
    [
        ("are/AUX/4/cop to/PART/4/mark meet/VERB/0/root Macron/PROPN/4/obj", Modality.PLANNED),
        (
            "was/AUX/5/cop due/ADJ/5/mark to/PART/3/fixed meet/VERB/0/root Macron/PROPN/5/obj",
            Modality.PLANNED,
        ),
        (
            "will/AUX/3/aux fly/VERB/0/root to/PART/5/mark meet/VERB/3/advcl Macron/PROPN/5/obj",
            Modality.PLANNED,
        ),
        (
            "flew/VERB/0/root over/ADV/2/advmod to/PART/5/mark meet/VERB/2/advcl "
            "Macron/PROPN/5/obj",
            Modality.HAPPENED,
        ),
    ],
)
def test_who_is_to_meet_has_not_met(knowledge: Knowledge, opening: str, modality: Modality) -> None:
    root = next(i for i, cell in enumerate(opening.split(), 2) if cell.endswith("/0/root"))
    rows = f"Leaders/NOUN/{root}/nsubj {opening} ./PUNCT/{root}/punct"
    met = code(knowledge, rows, Leaders="UKR/GOV", Macron="FRA/GOV")
    assert [e.modality for e in met if "meet" in e.trigger] == [modality]


@pytest.mark.parametrize(
    ("word", "modality"), [("possible", Modality.HYPOTHETICAL), ("clear", Modality.HAPPENED)]
)
def test_what_is_possible_is_only_thought_of(
    knowledge: Knowledge, word: str, modality: Modality
) -> None:
    rows = (
        f"It/PRON/3/expl is/AUX/3/cop {word}/ADJ/0/root that/SCONJ/6/mark Israel/PROPN/6/nsubj "
        "attacked/VERB/3/csubj Iran/PROPN/6/obj ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows)
    assert event.modality is modality


@pytest.mark.parametrize(
    ("mark", "modality"), [("whether", Modality.HYPOTHETICAL), ("that", Modality.HAPPENED)]
)
def test_what_is_asked_has_not_happened(
    knowledge: Knowledge, mark: str, modality: Modality
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj knows/VERB/0/root {mark}/SCONJ/5/mark Israel/PROPN/5/nsubj "
        "attacked/VERB/2/ccomp Syria/PROPN/5/obj"
    )
    (event,) = code(knowledge, rows)
    assert event.modality is modality


def test_who_feels_no_need_to_talk_has_not_talked(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj felt/VERB/0/root {}/DET/4/det pressure/NOUN/2/obj to/PART/6/mark "
        "negotiate/VERB/4/acl with/ADP/8/case Israel/PROPN/6/obl ./PUNCT/2/punct"
    )
    assert code(knowledge, rows.format("no")) == ()
    assert [event.type for event in code(knowledge, rows.format("the"))] == ["CONSULT"]


@pytest.mark.parametrize(
    ("kind", "modality"), [("joint", Modality.PLANNED), ("third", Modality.HAPPENED)]
)
def test_what_is_to_be_done_lies_ahead_unless_it_ranks_whom_it_befell(
    knowledge: Knowledge, kind: str, modality: Modality
) -> None:
    rows = (
        f"Turkey/PROPN/2/nsubj welcomed/VERB/0/root the/DET/5/det {kind}/ADJ/5/amod "
        "reporter/NOUN/2/obj to/PART/8/mark be/AUX/8/aux:pass attacked/VERB/5/acl by/ADP/10/case "
        "Russia/PROPN/8/obl:agent"
    )
    attack = next(e for e in code(knowledge, rows, reporter="SYR/CVL") if e.type == "ASSAULT")
    assert attack.modality is modality


def test_a_fight_that_tells_who_is_to_be_helped_goes_on(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/3/nsubj will/AUX/3/aux send/VERB/0/root troops/NOUN/3/obj to/PART/6/mark "
        "help/VERB/3/advcl Syria/PROPN/6/obj {}/VERB/{}/{} Russia/PROPN/8/obj"
    )
    for verb, head, relation, modality in (
        ("attacking", 7, "acl", Modality.HAPPENED),
        ("attack", 6, "xcomp", Modality.PLANNED),
    ):
        told = code(knowledge, rows.format(verb, head, relation))
        (attack,) = [event for event in told if event.type == "ASSAULT"]
        assert attack.modality is modality


@pytest.mark.parametrize(("noun", "found"), [("request", 0), ("support", 1)])
def test_what_a_request_is_for_has_not_happened(
    knowledge: Knowledge, noun: str, found: int
) -> None:
    rows = (
        f"Turkey/PROPN/2/nsubj heard/VERB/0/root {noun}/NOUN/2/obj for/ADP/5/case "
        "attacks/NOUN/3/nmod by/ADP/7/case Russia/PROPN/5/nmod on/ADP/9/case Syria/PROPN/5/nmod"
    )
    assert sum(event.type == "ASSAULT" for event in code(knowledge, rows)) == found


def test_what_is_postponed_has_not_taken_place(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj postponed/VERB/0/root talks/NOUN/2/obj with/ADP/5/case "
        "Turkey/PROPN/3/nmod ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.type, event.polarity) == ("CONSULT", Polarity.NEGATIVE)


@pytest.mark.parametrize(("kind", "found"), [("Deliberate", 0), ("Russian", 1)])
def test_a_rule_about_attacks_is_no_attack(knowledge: Knowledge, kind: str, found: int) -> None:
    kind = kind.lower() if not found else kind
    rows = (
        f"{kind}/ADJ/2/amod attacks/NOUN:NNS/6/nsubj:pass on/ADP/4/case Syria/PROPN/2/nmod "
        "are/AUX:VBP/6/aux:pass prohibited/VERB:VBN/0/root ./PUNCT/6/punct"
    )
    made = reading(rows, date(2020, 9, 28))
    people = cast(made, Russian="RUS/GOV/demonym")
    tree = Tree(made)
    trigger = Trigger(head=1, tokens=(1,), type="ASSAULT", mode=None, noun=True)
    span = made.tokens[1].span
    act = Act(trigger=trigger, trigger_span=span, sentence=0, actors=(0,), recipients=(3,))
    looked_up = People(tree, people, knowledge.lexicon)
    assert len(events((act,), made, (), people, knowledge, looked_up)) == found


@pytest.mark.parametrize(
    ("sides", "mutual"),
    [("Russia/PROPN/4/nsubj ,/PUNCT/1/punct too/ADV/1/advmod", False),
     ("Russia/PROPN/4/nsubj and/CCONJ/3/cc Germany/PROPN/1/conj", True)],
)  # fmt: skip
def test_who_alone_agrees_to_do_something_has_promised_it(
    knowledge: Knowledge, sides: str, mutual: bool
) -> None:
    rows = (
        f"{sides} agreed/VERB/0/root to/PART/6/mark frob/VERB/4/xcomp Armenia/PROPN/6/obj "
        "./PUNCT/4/punct"
    )
    (event,) = [event for event in code(knowledge, rows) if event.type == "AGREE"]
    assert (codes(event.actors) == codes(event.recipients)) is mutual
    assert mutual or short(event) == ("AGREE", {"RUS"}, {"ARM"})


def test_a_condition_makes_no_attack(knowledge: Knowledge) -> None:
    rows = (
        "If/SCONJ/3/mark Turkey/PROPN/3/nsubj attacks/VERB/7/advcl ,/PUNCT/3/punct "
        "Greece/PROPN/7/nsubj will/AUX/7/aux respond/VERB/0/root ./PUNCT/7/punct"
    )
    made = code(knowledge, rows)
    assert all(event.modality is Modality.HYPOTHETICAL for event in made if event.type == "ASSAULT")


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


def test_an_epithet_is_no_event(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/3/det occupied/VERB/3/amod lands/NOUN/4/nsubj belong/VERB/0/root "
        "to/ADP/6/case Armenia/PROPN/4/obl ./PUNCT/4/punct"
    )
    assert code(knowledge, rows) == ()


def test_a_light_verb_gives_its_subject_to_the_noun(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj launched/VERB/0/root an/DET/4/det attack/NOUN/2/obj "
        "on/ADP/6/case Syria/PROPN/4/nmod ./PUNCT/2/punct"
    )
    made = code(knowledge, rows)
    assert ("ASSAULT", {"TUR"}, {"SYR"}) in [short(event) for event in made]


def test_passives_are_turned_round(knowledge: Knowledge) -> None:
    rows = (
        "Syria/PROPN/3/nsubj:pass was/AUX/3/aux:pass bombed/VERB/0/root by/ADP/5/case "
        "Israel/PROPN/3/obl:agent ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", {"ISR"}, {"SYR"})
    assert event.mode == "aerial"


def test_an_author_of_violence_who_is_not_told_is_unknown(knowledge: Knowledge) -> None:
    rows = (
        "Ten/NUM/2/nummod civilians/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, civilians="SYR/CVL")
    assert short(event) == ("ASSAULT", {"?"}, {"SYR"})
    assert event.actors[0].sector == "UAF"


def test_an_attack_in_the_passive_has_an_unknown_author(knowledge: Knowledge) -> None:
    rows = (
        "Turkish/ADJ/2/amod troops/NOUN/4/nsubj:pass were/AUX/4/aux:pass attacked/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, troops="TUR/MIL")
    assert short(event) == ("ASSAULT", {"?"}, {"TUR"})


@pytest.mark.parametrize(
    ("rows", "sides"),
    [
        (  # whoever weeps was detained
            "Detained/VERB:VBN/6/advcl on/ADP/3/case Monday/PROPN/1/obl the/DET/5/det "
            "editor/NOUN/6/nsubj wept/VERB:VBD/0/root ./PUNCT/6/punct",
            ({"GRC"}, {"GRC"}),
        ),
        (
            "Arrested/VERB:VBN/5/advcl ,/PUNCT/1/punct the/DET/4/det editor/NOUN/5/nsubj:pass "
            "consoled/VERB:VBN/0/root by/ADP/7/case Russia/PROPN/5/obl:agent ./PUNCT/5/punct",
            ({"GRC"}, {"GRC"}),
        ),
        (
            "Turkey/PROPN/2/nsubj had/VERB:VBD/0/root the/DET/4/det editor/NOUN/2/obj "
            "arrested/VERB:VBN/2/xcomp ./PUNCT/2/punct",
            ({"GRC"}, {"GRC"}),
        ),
        (  # a finite verb is active
            "Turkey/PROPN/2/nsubj wept/VERB:VBD/0/root ,/PUNCT/4/punct detained/VERB:VBD/2/advcl "
            "the/DET/6/det editor/NOUN/4/obj ./PUNCT/2/punct",
            ({"TUR"}, {"GRC"}),
        ),
    ],
)
def test_a_bare_participle_of_circumstance_is_passive(
    knowledge: Knowledge, rows: str, sides: tuple[set[str], set[str]]
) -> None:
    (arrest,) = [e for e in code(knowledge, rows, editor="GRC/MED") if e.type == "COERCE"]
    assert short(arrest)[1:] == sides


def test_a_country_puts_no_embargo_on_itself_and_may_dismiss_its_officials(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Sanctions/NOUN/3/nsubj:pass were/AUX/3/aux:pass imposed/VERB/0/root on/ADP/5/case "
        "{}/3/obl ./PUNCT/3/punct"
    )
    assert not code(knowledge, rows.format("Russia/PROPN"))
    assert not code(knowledge, rows.format("ministers/NOUN"), ministers="RUS/GOV")
    dismissed = "Ministers/NOUN/3/nsubj:pass were/AUX/3/aux:pass dismissed/VERB/0/root"
    (event,) = code(knowledge, dismissed, Ministers="RUS/GOV")
    assert short(event) == ("SANCTION", {"RUS"}, {"RUS"})


def test_what_only_names_a_target_has_no_part_in_the_blow(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj struck/VERB/0/root what/PRON/2/obj officials/NOUN/5/nsubj "
        "described/VERB/3/acl:relcl as/ADP/7/case camps/NOUN/5/obl killing/VERB/5/advcl "
        "pilots/NOUN/8/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, officials="FRA/GOV", pilots="SYR/CVL")
    blows = [short(event) for event in told if event.type == "ASSAULT"]
    assert blows and all(blow == ("ASSAULT", {"TUR"}, {"SYR"}) for blow in blows)


def test_the_arrest_of_somebody_is_made_by_the_state(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det arrest/NOUN/6/nsubj of/ADP/5/case two/NUM/5/nummod journalists/NOUN/2/nmod "
        "shocked/VERB/0/root France/PROPN/6/obj ./PUNCT/6/punct"
    )
    arrests = [e for e in code(knowledge, rows, journalists="BLR/MED") if e.type == "COERCE"]
    assert [short(event) for event in arrests] == [("COERCE", {"BLR"}, {"BLR"})]
    assert arrests[0].actors[0].sector == "COP"


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


def test_a_struggle_that_displaces_people_deports_nobody(knowledge: Knowledge) -> None:
    rows = (
        "Villagers/NOUN/3/nsubj:pass were/AUX/3/aux:pass displaced/VERB/0/root by/ADP/7/case "
        "a/DET/7/det power/NOUN/7/compound struggle/NOUN/3/obl:agent ./PUNCT/3/punct"
    )
    assert "COERCE" not in {e.type for e in code(knowledge, rows, Villagers="SYR/CVL")}


@pytest.mark.parametrize(
    ("verb", "found"), [("call", {"REQUEST"}), ("joined", set()), ("echoed", set())]
)
def test_what_is_done_besides_completes_no_entry(
    knowledge: Knowledge, verb: str, found: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj {verb}/VERB/0/root on/ADP/4/case Turkey/PROPN/2/obl and/CCONJ/6/cc "
        "call/VERB/2/conj ./PUNCT/2/punct"
    )
    heads = {e.type for e in code(knowledge, rows) if e.trigger.startswith(verb)}
    assert heads & {"REQUEST"} == found


def test_troops_that_mass_are_moved(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj saw/VERB/0/root tanks/NOUN/2/obj massing/VERB/3/acl near/ADP/6/case "
        "Greece/PROPN/4/obl ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, tanks="SYR/MIL") if e.type == "MOBILIZE"]
    assert short(event) == ("MOBILIZE", {"SYR"}, {"GRC"})
    assert event.trigger == "tanks massing"


@pytest.mark.parametrize(("verb", "left"), [("resigned", set()), ("defected", {"TUR"})])
def test_who_resigns_does_it_to_nobody(knowledge: Knowledge, verb: str, left: set[str]) -> None:
    rows = (
        f"Turkish/ADJ/2/amod ministers/NOUN/3/nsubj {verb}/VERB/0/root on/ADP/5/case "
        "Sunday/PROPN/3/obl ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, ministers="TUR/GOV")
    assert short(event) == ("RETREAT", {"TUR"}, left)


@pytest.mark.parametrize(("verb", "against"), [("tested", set()), ("deployed", {"ISR"})])
def test_weapons_are_tested_against_nobody(
    knowledge: Knowledge, verb: str, against: set[str]
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj {verb}/VERB/0/root missiles/NOUN/2/obj near/ADP/5/case "
        "Israel/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("MOBILIZE", {"IRN"}, against)


@pytest.mark.parametrize(("case", "who"), [("in", [{"SYR"}]), ("about", [])])
def test_a_protest_is_held_by_the_people_of_its_place(
    knowledge: Knowledge, case: str, who: list[set[str]]
) -> None:
    rows = (
        f"Protests/NOUN/2/nsubj erupted/VERB/0/root {case}/ADP/4/case Aleppo/PROPN/2/obl "
        "./PUNCT/2/punct"
    )
    made = code(knowledge, rows, scene="Aleppo", country="SYR")
    assert [codes(event.actors) for event in made if event.type == "PROTEST"] == who


@pytest.mark.parametrize(
    ("doer", "mode"), [("jets", "aerial"), ("artillery", "heavy-weapons"), ("troops", None)]
)
def test_the_weapon_of_an_attack_gives_its_mode(
    knowledge: Knowledge, doer: str, mode: str | None
) -> None:
    rows = (
        f"Turkish/ADJ/2/amod {doer}/NOUN/3/nsubj attacked/VERB/0/root Syria/PROPN/3/obj "
        "./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, **{doer: "TUR/MIL"})
    assert event.mode == mode


def test_what_is_attacked_is_no_weapon(knowledge: Knowledge) -> None:
    rows = (
        "Turkish/ADJ/2/amod troops/NOUN/3/nsubj attacked/VERB/0/root Syrian/ADJ/5/amod "
        "tanks/NOUN/3/obj ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, troops="TUR/MIL", tanks="SYR/MIL")
    assert event.mode is None


def asked_of(knowledge: Knowledge, rows: str, **given: Any) -> float:
    """The part of the usual probability that is asked of the first act of some rows."""
    made = reading(rows)
    tree = Tree(made)
    people = People(tree, cast(made, **given), knowledge.lexicon)
    statements = attribute(made, knowledge)
    return asked(candidates(tree, people, statements, knowledge.lexicon)[0], 1.0)


def test_words_without_doubt_need_their_author(knowledge: Knowledge) -> None:
    told = (
        "Turkey/PROPN/2/nsubj seized/VERB/0/root a/DET/4/det village/NOUN/2/obj from/ADP/6/case "
        "Syria/PROPN/2/obl ./PUNCT/2/punct"
    )
    untold = (
        "The/DET/2/det village/NOUN/4/nsubj:pass was/AUX/4/aux:pass seized/VERB/0/root "
        "./PUNCT/4/punct"
    )
    assert asked_of(knowledge, told) < asked_of(knowledge, untold, village="SYR/CVL") == 1.0


@pytest.mark.parametrize(
    ("teller", "authors"),
    [
        ("deplored", set()),
        ("documented", set()),
        ("mentioned", set()),
        ("directed", {"FRA"}),
    ],
)
def test_who_speaks_of_a_deed_is_not_its_author(
    knowledge: Knowledge, teller: str, authors: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj {teller}/VERB/0/root attacks/NOUN/2/obj on/ADP/5/case "
        "schools/NOUN/3/nmod ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, schools="YEM/EDU")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} == authors


@pytest.mark.parametrize(
    ("speaker", "victims", "authors"),
    [("FRA/GOV", "REB", set()), ("FRA/MIL", "REB", {"FRA"}), ("FRA/MIL", "CVL", set())],
)
def test_only_a_force_tells_its_own_blows_on_fighters(
    knowledge: Knowledge, speaker: str, victims: str, authors: set[str]
) -> None:
    rows = (
        "Paris/PROPN/2/nsubj said/VERB/0/root raids/NOUN/7/nsubj on/ADP/6/case the/DET/6/det "
        "men/NOUN/3/nmod continued/VERB/2/ccomp ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Paris=speaker, men=f"SYR/{victims}")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} == authors


@pytest.mark.parametrize(("word", "authors"), [("against", set()), ("after", {"FRA"})])
def test_who_takes_a_stand_against_a_blow_has_not_struck_it(
    knowledge: Knowledge, word: str, authors: set[str]
) -> None:
    rows = (
        f"France/PROPN/3/nmod:poss 's/PART/1/case stand/NOUN/8/nsubj {word}/ADP/5/case "
        "attacks/NOUN/3/nmod on/ADP/7/case schools/NOUN/5/nmod helped/VERB/0/root ./PUNCT/8/punct"
    )
    told = code(knowledge, rows, schools="YEM/EDU")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} - {"?"} == authors


def test_whose_arrest_it_is_suffers_it(knowledge: Knowledge) -> None:
    rows = (
        "Police/NOUN/2/nsubj confirmed/VERB/0/root the/DET/4/det minister/NOUN/6/nmod:poss "
        "'s/PART/4/case arrest/NOUN/2/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Police="BLR/COP", minister="RUS/GOV")
    for event in told:
        assert event.type != "COERCE" or "RUS" not in codes(event.actors)


def test_who_called_somebody_on_a_day_called_on_nobody(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj called/VERB/0/root Syria/PROPN/2/obj on/ADP/5/case {}/PROPN/2/obl "
        "./PUNCT/2/punct"
    )
    assert [e.type for e in code(knowledge, rows.format("Monday"))] == []
    assert [e.type for e in code(knowledge, rows.format("Iran"))] == ["REQUEST"]


def named(knowledge: Knowledge, rows: str) -> dict[str, set[str | None]]:
    """The modes under each type of act that the words of some sentences may name."""
    found: dict[str, set[str | None]] = {}
    for trigger in possible_triggers(Tree(reading(rows)), knowledge.lexicon):
        found.setdefault(trigger.type, set()).add(trigger.mode)
    return found


def test_what_stands_in_a_circumstance_completes_no_entry(knowledge: Knowledge) -> None:
    rows = (
        "Deputies/NOUN/2/nsubj held/VERB/0/root a/DET/4/det vote/NOUN/2/obj {}/ADP/7/case "
        "the/DET/7/det vigils/NOUN/2/obl ./PUNCT/2/punct"
    )
    tokens = {
        preposition: [
            trigger.tokens
            for trigger in possible_triggers(
                Tree(reading(rows.format(preposition))), knowledge.lexicon
            )
            if trigger.head == 1
        ]
        for preposition in ("during", "with")
    }
    assert tokens == {"during": [], "with": [(1, 6)]}


def test_what_stands_in_another_clause_completes_no_entry(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj cut/VERB/0/root taxes/NOUN/2/obj and/CCONJ/6/cc "
        "relations/NOUN/6/nsubj improved/VERB/2/conj ./PUNCT/2/punct"
    )
    assert "SANCTION" not in named(knowledge, rows)


def test_a_circumstance_may_still_tell_that_no_act_is_meant(knowledge: Knowledge) -> None:
    rows = (
        "Ten/NUM/2/nummod men/NOUN/3/nsubj died/VERB/0/root after/ADP/6/case an/DET/6/det "
        "{}/NOUN/3/obl ./PUNCT/3/punct"
    )
    assert "ASSAULT" not in named(knowledge, rows.format("illness"))
    assert "ASSAULT" in named(knowledge, rows.format("ambush"))


def test_a_relative_clause_is_about_its_noun(knowledge: Knowledge) -> None:
    expelled = (
        "The/DET/2/det ambassador/NOUN/7/nsubj {}/PRON/5/{} Iran/PROPN/5/{} "
        "expelled/VERB/2/acl:relcl yesterday/NOUN/5/obl arrived/VERB/0/root ./PUNCT/7/punct"
    )
    assert "expel" in named(knowledge, expelled.format("whom", "obj", "nsubj"))["SANCTION"]
    assert "SANCTION" not in named(knowledge, expelled.format("who", "nsubj", "obj"))


def test_a_participle_is_about_its_noun_and_what_is_fired_from_a_state_is_its_act(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Rockets/NOUN/5/nsubj fired/VERB/1/acl from/ADP/4/case Syria/PROPN/2/obl hit/VERB/0/root "
        "Israel/PROPN/5/obj ./PUNCT/5/punct"
    )
    told = [e for e in code(knowledge, rows) if e.trigger.endswith("fired")]
    assert [(e.mode, codes(e.actors)) for e in told] == [("heavy-weapons", {"SYR"})]


def test_a_state_that_imposes_something_imposes_no_state_of_emergency(
    knowledge: Knowledge,
) -> None:
    tariffs = (
        "Tariffs/NOUN/0/root imposed/VERB/1/acl by/ADP/6/case the/DET/6/det "
        "United/PROPN/6/compound States/PROPN/2/obl ./PUNCT/1/punct"
    )
    assert "COERCE" not in named(knowledge, tariffs)
    emergency = (
        "Turkey/PROPN/2/nsubj imposed/VERB/0/root a/DET/4/det state/NOUN/2/obj of/ADP/6/case "
        "emergency/NOUN/4/nmod ./PUNCT/2/punct"
    )
    assert "martial-law" in named(knowledge, emergency)["COERCE"]


def test_a_name_gives_a_request_no_mode(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj urged/VERB/0/root the/DET/5/det Free/{0}/5/amod Army/{0}/2/obj "
        "to/PART/7/mark hurry/VERB/2/xcomp ./PUNCT/2/punct"
    )
    assert named(knowledge, rows.format("PROPN"))["REQUEST"] == {None}
    assert named(knowledge, rows.format("NOUN"))["REQUEST"] == {"yield"}


def test_who_is_concerned_is_the_subject(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/3/nsubj was/AUX/3/cop concerned/ADJ/0/root by/ADP/7/case "
        "Russia/PROPN/7/nmod:poss 's/PART/5/case moves/NOUN/3/obl ./PUNCT/3/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "COMMENT"]
    assert codes(event.actors) == {"DEU"}


def test_a_town_falls_to_those_who_take_it(knowledge: Knowledge) -> None:
    rows = (
        "Aleppo/PROPN/2/nsubj fell/VERB/0/root to/ADP/5/case Turkish/ADJ/5/amod troops/NOUN/2/obl "
        "./PUNCT/2/punct"
    )
    (event,) = [
        e for e in code(knowledge, rows, Aleppo="SYR/CVL", troops="TUR/MIL") if e.type == "COERCE"
    ]
    assert short(event) == ("COERCE", {"TUR"}, {"SYR"})


def test_what_somebody_was_forced_to_do_has_happened(knowledge: Knowledge) -> None:
    rows = (
        "Shelling/NOUN/2/nsubj forced/VERB/0/root Turkish/ADJ/4/amod troops/NOUN/2/obj "
        "to/PART/6/mark withdraw/VERB/2/xcomp ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, troops="TUR/MIL") if e.type == "RETREAT"]
    assert [(codes(e.actors), e.modality) for e in told] == [({"TUR"}, Modality.HAPPENED)]


def test_a_passive_that_only_a_state_can_do_is_the_states(knowledge: Knowledge) -> None:
    rows = (
        "Two/NUM/2/nummod journalists/NOUN/4/nsubj:pass were/AUX/4/aux:pass "
        "arrested/VERB/0/root ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, journalists="BLR/MED")
    assert short(event) == ("COERCE", {"BLR"}, {"BLR"})
    assert event.actors[0].sector == "COP"
    (charge,) = code(knowledge, rows.replace("arrested", "indicted"), journalists="BLR/MED")
    assert (charge.type, charge.actors[0].sector) == ("ACCUSE", "JUD")


def test_a_speech_act_told_by_its_own_side_is_seen_by_the_report(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det spokeswoman/NOUN/3/nsubj said/VERB/0/root that/SCONJ/6/mark "
        "Russia/PROPN/6/nsubj condemned/VERB/3/ccomp Turkey/PROPN/6/obj ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, spokeswoman="RUS/GOV")
    assert short(event) == ("ACCUSE", {"RUS"}, {"TUR"})
    assert event.voice == ()
    (event,) = code(knowledge, rows, spokeswoman="USA/GOV")
    assert [voice.code for voice in event.voice] == ["USA"]


def test_who_belongs_to_a_state_without_serving_it_does_not_speak_for_it(
    knowledge: Knowledge,
) -> None:
    rows = (
        "The/DET/2/det lawyer/NOUN/3/nsubj said/VERB/0/root that/SCONJ/6/mark "
        "Russia/PROPN/6/nsubj condemned/VERB/3/ccomp Turkey/PROPN/6/obj ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, lawyer="RUS/CVL")
    assert [voice.code for voice in event.voice] == ["RUS"]


def test_an_aside_in_indirect_speech_is_told_by_the_report(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj says/VERB/0/root it/PRON/4/nsubj fears/VERB/2/ccomp "
        "Russia/PROPN/4/obj {comma}which/PRON/{verb}/nsubj attacked/VERB/5/acl:relcl "
        "Syria/PROPN/{verb}/obj ./PUNCT/2/punct"
    )
    for comma, verb, voices in ((",/PUNCT/8/punct ", 8, []), ("", 7, ["TUR"])):
        told = code(knowledge, rows.format(comma=comma, verb=verb))
        (attack,) = [event for event in told if event.type == "ASSAULT"]
        assert [voice.code for voice in attack.voice] == voices


def test_an_aside_in_an_apposition_is_told_by_the_report_unless_it_is_said_afterwards(
    knowledge: Knowledge,
) -> None:
    fears = (
        "Turkey/PROPN/2/nsubj fears/VERB/0/root Russia/PROPN/2/ccomp ,/PUNCT/6/punct a/DET/6/det "
        "force/NOUN/3/appos that/PRON/8/nsubj attacked/VERB/6/acl:relcl Syria/PROPN/8/obj"
    )
    (attack,) = [event for event in code(knowledge, fears) if event.type == "ASSAULT"]
    assert attack.voice == ()
    said = (
        "Iran/PROPN/2/nsubj met/VERB/12/ccomp Russia/PROPN/2/obj ,/PUNCT/6/punct a/DET/6/det "
        "force/NOUN/3/appos that/PRON/8/nsubj attacked/VERB/6/acl:relcl Syria/PROPN/8/obj "
        ",/PUNCT/12/punct Turkey/PROPN/12/nsubj said/VERB/0/root"
    )
    (attack,) = [event for event in code(knowledge, said) if event.type == "ASSAULT"]
    assert [voice.code for voice in attack.voice] == ["TUR"]


def test_an_aside_stays_one_where_it_is_hedged(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj left/VERB/2/ccomp "
        "Russia/PROPN/4/obj ,/PUNCT/9/punct which/PRON/9/nsubj reportedly/ADV/9/advmod "
        "attacked/VERB/5/acl:relcl Syria/PROPN/9/obj"
    )
    (attack,) = [event for event in code(knowledge, rows) if event.type == "ASSAULT"]
    assert [voice.code for voice in attack.voice] == ["?"]


def test_witnesses_have_no_code_unless_told_whose(knowledge: Knowledge) -> None:
    rows = (
        "{}Witnesses/NOUN/{}/nsubj said/VERB/0/root Russia/PROPN/{}/nsubj "
        "attacked/VERB/{}/ccomp Turkey/PROPN/{}/obj ./PUNCT/{}/punct"
    )
    for before, at, wanted in (("", 2, "?"), ("Syrian/ADJ/2/amod ", 3, "SYR")):
        made = rows.format(before, at, at + 2, at, at + 2, at)
        made = made if not before else made.replace("Witnesses", "witnesses")
        named = {"Witnesses": "SYR/CVL", "witnesses": "SYR/CVL", "Syrian": "SYR/GOV"}
        (event,) = code(knowledge, made, **named)
        assert [voice.code for voice in event.voice] == [wanted]


def test_who_tells_nothing_of_himself_is_not_named_by_what_he_adds(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/5/ccomp Turkey/PROPN/2/obj ,/PUNCT/5/punct "
        "said/VERB/0/root diplomats/NOUN/5/nsubj who/PRON/8/nsubj blamed/VERB/6/acl:relcl "
        "Syrian/ADJ/10/amod weakness/NOUN/8/obj"
    )
    (attack,) = [e for e in code(knowledge, rows, diplomats="SYR/GOV") if e.type == "ASSAULT"]
    assert [voice.code for voice in attack.voice] == ["?"]


@pytest.mark.parametrize(("article", "voices"), [("the", []), ("a", ["GRC"])])
def test_what_is_told_of_something_known_is_on_the_reports_word(
    knowledge: Knowledge, article: str, voices: list[str]
) -> None:
    rows = (
        "Greece/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj feared/VERB/2/ccomp "
        f"{article}/DET/6/det army/NOUN/4/obj that/PRON/8/nsubj attacked/VERB/6/acl:relcl "
        "Syria/PROPN/8/obj"
    )
    (attack,) = [e for e in code(knowledge, rows, army="TUR/MIL") if e.type == "ASSAULT"]
    assert [voice.code for voice in attack.voice] == voices


def test_nobody_who_does_it_has_not_done_it(knowledge: Knowledge) -> None:
    rows = (
        "No/DET/3/det Russian/ADJ/3/amod troops/NOUN/4/nsubj attacked/VERB/0/root "
        "Turkey/PROPN/4/obj ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, troops="RUS/MIL")
    assert event.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(("reason", "found"), [("funeral", 0), ("change", 1)])
def test_who_gathers_for_a_rite_does_not_protest(
    knowledge: Knowledge, reason: str, found: int
) -> None:
    rows = (
        "Villagers/NOUN/2/nsubj rallied/VERB/0/root for/ADP/5/case the/DET/5/det "
        f"{reason}/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Villagers="KEN/CVL")
    assert len([event for event in told if event.type == "PROTEST"]) == found


def test_concern_has_no_recipient(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/2/nsubj expressed/VERB/0/root concern/NOUN/2/obj over/ADP/5/case "
        "Iran/PROPN/3/nmod ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.type, event.mode, event.recipients) == ("COMMENT", "concern", ())


def test_who_condoles_does_so_with_somebody(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj offered/VERB/0/root condolences/NOUN/2/obj to/ADP/5/case "
        "Iran/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.mode, *short(event)) == ("empathy", "COMMENT", {"TUR"}, {"IRN"})


def test_an_obligation_that_a_speaker_states_is_his_request(knowledge: Knowledge) -> None:
    rows = (
        "NATO/PROPN/2/nsubj said/VERB/0/root Armenia/PROPN/5/nsubj must/AUX/5/aux "
        "cease/VERB/2/ccomp fire/NOUN/5/obj ./PUNCT/2/punct"
    )
    requests = [event for event in code(knowledge, rows) if event.type == "REQUEST"]
    assert ("REQUEST", {"NATO"}, {"ARM"}) in [short(event) for event in requests]
    assert {event.mode for event in requests} == {"yield"}


@pytest.mark.parametrize(("tag", "met"), [("VBZ", {"NATO"}), ("VBD", set())])
def test_a_resolution_goes_on_without_a_subject(
    tag: str, met: set[str], knowledge: Knowledge
) -> None:
    rows = (
        "NATO/PROPN/2/nsubj met/VERB:VBD/0/root ;/PUNCT/2/punct\n"
        f"Strongly/ADV/2/advmod condemns/VERB:{tag}/0/root Russia/PROPN/2/obj ;/PUNCT/2/punct\n"
        f"Urges/VERB:{tag}/0/root Russia/PROPN/1/obj to/PART/4/mark leave/VERB/1/xcomp"
    )
    found = {event.type: codes(event.actors) for event in code(knowledge, rows)}
    assert found.get("ACCUSE", set()) == found.get("REQUEST", set()) == met


@pytest.mark.parametrize(
    ("moved", "doers"), [("Troops=GRC/MIL/state", {"GRC"}), ("Convoys=GRC/CVL/state", set())]
)
def test_forces_that_nobody_is_said_to_deploy_move_themselves(
    moved: str, doers: set[str], knowledge: Knowledge
) -> None:
    who, _, actor = moved.partition("=")
    rows = (
        f"{who}/NOUN/3/nsubj:pass were/AUX/3/aux:pass deployed/VERB/0/root troop/NOUN/3/obl "
        "to/ADP/6/case Syria/PROPN/3/obl ./PUNCT/3/punct"
    )
    found = [e for e in code(knowledge, rows, **{who: actor}) if e.type == "MOBILIZE"]
    assert {one for event in found for one in codes(event.actors)} == doers


@pytest.mark.parametrize(("case", "blamed"), [("by", {"RUS"}), ("near", set())])
def test_what_somebody_does_is_held_against_him(
    case: str, blamed: set[str], knowledge: Knowledge
) -> None:
    rows = (
        "Greece/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det demolition/NOUN/2/obj "
        f"of/ADP/6/case houses/NOUN/4/nmod {case}/ADP/8/case Russia/PROPN/4/nmod ./PUNCT/2/punct"
    )
    (found,) = (e for e in code(knowledge, rows) if e.type == "ACCUSE")
    assert codes(found.recipients) == blamed


@pytest.mark.parametrize("negator", ["", "not"])
def test_what_others_must_not_do_they_are_asked_to_leave(
    knowledge: Knowledge, negator: str
) -> None:
    rows = (
        "NATO/PROPN/2/nsubj said/VERB/0/root Armenia/PROPN/6/nsubj must/AUX/6/aux "
        f"{negator or 'now'}/PART/6/advmod help/VERB/2/ccomp Russia/PROPN/6/obj ./PUNCT/2/punct"
    )
    requests = [event for event in code(knowledge, rows) if event.type == "REQUEST"]
    assert {event.mode for event in requests} == {"yield" if negator else "assist"}


def test_on_whom_a_deed_is_blamed_is_accused(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj blamed/VERB/0/root the/DET/4/det attack/NOUN/2/obj on/ADP/6/case "
        "Turkey/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = [event for event in code(knowledge, rows) if event.type == "ACCUSE"]
    assert short(event) == ("ACCUSE", {"FRA"}, {"TUR"})


def judged(knowledge: Knowledge, rows: str, **given: Any) -> list[tuple[str, set[str], set[str]]]:
    """What is said of others in some rows, by type and parties."""
    types = ("ACCUSE", "REQUEST", "REJECT", "THREATEN")
    return [short(event) for event in code(knowledge, rows, **given) if event.type in types]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "France/PROPN/2/nsubj called/VERB/0/root Turkey/PROPN/5/nmod:poss 's/PART/3/case "
            "closure/NOUN/2/obj a/DET/7/det vendetta/NOUN/2/xcomp ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj complained/VERB/0/root that/SCONJ/6/mark Turkey/PROPN/5/compound "
            "jets/NOUN/6/nsubj strayed/VERB/2/ccomp south/ADV/6/advmod ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj summoned/VERB/0/root the/DET/4/det ambassador/NOUN/2/obj "
            "./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, set()),
        ),
        (
            "France/PROPN/2/nsubj spoke/VERB/0/root of/ADP/4/case piracy/NOUN/2/obl by/ADP/6/case "
            "Turkey/PROPN/4/nmod ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj laid/VERB/0/root it/PRON/2/obj at/ADP/6/case the/DET/6/det "
            "door/NOUN/2/obl of/ADP/8/case Turkey/PROPN/6/nmod ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj switched/VERB/0/root recognition/NOUN/2/obj from/ADP/5/case "
            "Iran/PROPN/3/nmod to/ADP/7/case Turkey/PROPN/2/obl ./PUNCT/2/punct",
            ("SUPPORT", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj has/VERB/0/root full/ADJ/4/amod confidence/NOUN/2/obj "
            "in/ADP/6/case Turkey/PROPN/4/nmod ./PUNCT/2/punct",
            ("SUPPORT", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj protested/VERB/0/root ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, set()),
        ),
    ],
)
def test_whom_words_of_blame_and_backing_are_for(
    knowledge: Knowledge, rows: str, told: tuple[str, set[str], set[str]]
) -> None:
    assert told in [short(event) for event in code(knowledge, rows)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Greece/PROPN/5/nsubj:pass would/AUX/5/aux not/PART/5/advmod be/AUX/5/aux:pass "
            "bullied/VERB/0/root by/ADP/7/case Turkey/PROPN/5/obl:agent",
            [("REJECT", {"GRC"}, {"TUR"})],
        ),
        (
            "Greece/PROPN/3/nsubj:pass was/AUX/3/aux:pass bullied/VERB/0/root by/ADP/5/case "
            "Turkey/PROPN/3/obl:agent",
            [],
        ),
    ],
)
def test_who_lets_nobody_force_him_refuses(
    knowledge: Knowledge, sentence: str, found: list[tuple[str, set[str], set[str]]]
) -> None:
    rows = f"{sentence} ./PUNCT/1/punct"
    assert [event for event in judged(knowledge, rows) if event[0] == "REJECT"] == found


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        ("believes", [("ACCUSE", {"FRA"}, {"TUR"})]),
        ("says", [("ACCUSE", {"FRA"}, {"TUR"})]),
        ("doubts", []),
        ("hopes", []),
    ],
)
def test_who_holds_that_a_deed_is_wrong_condemns_it(
    knowledge: Knowledge, verb: str, found: list[tuple[str, set[str], set[str]]]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj {verb}/VERB/0/root that/SCONJ/5/mark Turkey/PROPN/5/nsubj "
        "violates/VERB/2/ccomp the/DET/7/det law/NOUN/5/obj ./PUNCT/2/punct"
    )
    assert judged(knowledge, rows) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Iran/PROPN/2/nsubj violates/VERB/0/root the/DET/4/det law/NOUN/2/obj",
            [("ACCUSE", {"DEU"}, {"IRN"})],
        ),
        (
            "Germany/PROPN/2/nsubj violates/VERB/0/root the/DET/4/det law/NOUN/2/obj",
            [],
        ),
        (
            "Iran/PROPN/2/nsubj needs/VERB/0/root to/PART/4/mark help/VERB/2/xcomp it/PRON/4/obj",
            [("REQUEST", {"DEU"}, {"IRN"})],
        ),
        (
            "Iran/PROPN/3/nsubj will/AUX/3/aux pay/VERB/0/root the/DET/5/det price/NOUN/3/obj",
            [("THREATEN", {"DEU"}, {"IRN"})],
        ),
        (
            "We/PRON/4/nsubj will/AUX/4/aux not/PART/4/advmod retreat/VERB/0/root now/ADV/4/advmod",
            [("REJECT", {"DEU"}, set())],
        ),
        (
            "Iran/PROPN/4/nsubj will/AUX/4/aux not/PART/4/advmod retreat/VERB/0/root "
            "now/ADV/4/advmod",
            [],
        ),
    ],
)
def test_the_later_sentences_of_a_quotation_judge_demand_refuse_and_threaten(
    knowledge: Knowledge, said: str, found: list[tuple[str, set[str], set[str]]]
) -> None:
    head = 1 + next(i for i, row in enumerate(said.split()) if row.endswith("/root"))
    later = " ".join(
        f"{word}/{part}/{int(above) + 1 if int(above) else 0}/{relation}"
        for word, part, above, relation in (row.split("/") for row in said.split())
    )
    rows = (
        "“/PUNCT/5/punct Peace/NOUN/5/nsubj is/AUX/5/cop far/ADV/5/advmod away/ADV/8/ccomp "
        "”/PUNCT/5/punct Germany/PROPN/8/nsubj said/VERB/0/root ./PUNCT/8/punct\n"
        f"“/PUNCT/{head + 1}/punct {later} ”/PUNCT/{head + 1}/punct ./PUNCT/{head + 1}/punct"
    )
    assert judged(knowledge, rows) == found


def test_an_act_told_twice_is_written_once(knowledge: Knowledge) -> None:
    row = "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct"
    assert len(code(knowledge, f"{row}\n{row}")) == 1


def test_an_arrest_and_a_curfew_are_two_acts(knowledge: Knowledge) -> None:
    rows = (
        "Police/NOUN/2/nsubj arrested/VERB/0/root protesters/NOUN/2/obj ./PUNCT/2/punct\n"
        "Police/NOUN/2/nsubj detained/VERB/0/root protesters/NOUN/2/obj ./PUNCT/2/punct\n"
        "Turkey/PROPN/2/nsubj imposed/VERB/0/root a/DET/4/det curfew/NOUN/2/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Police="TUR/COP", protesters="TUR/CVL")
    assert [event.mode for event in told] == ["arrest", "curfew"]


def test_a_mention_without_its_day_is_no_second_attack(knowledge: Knowledge) -> None:
    rows = (
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct\n"
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj on/ADP/5/case "
        "Sunday/PROPN/2/obl ./PUNCT/2/punct"
    )
    day = date(2020, 9, 27)
    (event,) = code(knowledge, rows, times=(("Sunday", day, day),))
    assert event.date == "Sunday"


def test_what_a_speaker_plans_is_told_beside_what_the_report_says_happened(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Iran/PROPN/2/obj ./PUNCT/2/punct\n"
        "Israel/PROPN/2/nsubj said/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux bomb/VERB/2/ccomp "
        "Iran/PROPN/5/obj again/ADV/5/advmod ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, it="ISR/GOV") if e.type == "ASSAULT"]
    assert [event.modality for event in told] == [Modality.HAPPENED, Modality.PLANNED]


def test_sides_that_accuse_each_other_of_not_doing_it_each_deny_it_of_the_other(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj accused/VERB/0/root "
        "each/DET/6/det other/ADJ/4/obj of/SCONJ/9/mark not/PART/9/advmod "
        "withdrawing/VERB/4/advcl troops/NOUN/9/obj ./PUNCT/4/punct"
    )
    told = [e for e in code(knowledge, rows, troops="?/MIL") if e.type == "RETREAT"]
    assert {(e.actors[0].code, e.voice[-1].code, e.stance, e.polarity) for e in told} == {
        ("AZE", "ARM", Stance.DENIES, Polarity.POSITIVE),
        ("ARM", "AZE", Stance.DENIES, Polarity.POSITIVE),
    }


def test_history_without_a_day_of_publication_is_background(knowledge: Knowledge) -> None:
    rows = (
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj in/ADP/5/case "
        "1982/NUM/2/obl ./PUNCT/2/punct\n"
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj in/ADP/5/case "
        "2020/NUM/2/obl ./PUNCT/2/punct"
    )
    years = (
        ("1982", date(1982, 1, 1), date(1982, 12, 31)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    )
    eras = {e.date: e.era for e in code(knowledge, rows, published=None, times=years)}
    assert eras == {"1982": Era.BACKGROUND, "2020": Era.CURRENT}


def test_an_unknown_author_stays_beside_a_named_one(knowledge: Knowledge) -> None:
    rows = (
        "Gunmen/NOUN/2/nsubj killed/VERB/0/root Armenian/ADJ/4/amod villagers/NOUN/2/obj "
        "./PUNCT/2/punct\n"
        "Azerbaijan/PROPN/2/nsubj attacked/VERB/0/root Armenian/ADJ/4/amod troops/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Gunmen="?/UAF", villagers="ARM/CVL", troops="ARM/MIL")
    found = [short(event) for event in told]
    assert found == [("ASSAULT", {"?"}, {"ARM"}), ("ASSAULT", {"AZE"}, {"ARM"})]


def test_who_attacks_is_told_though_his_side_is_not(knowledge: Knowledge) -> None:
    rows = (
        "Gunmen/NOUN/2/nsubj attacked/VERB/0/root Armenian/ADJ/4/amod villagers/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Gunmen="?/UAF", villagers="ARM/CVL")
    assert short(event) == ("ASSAULT", {"?"}, {"ARM"})
    assert [actor.text for actor in event.actors] == ["Gunmen"]


def test_who_is_accused_of_an_attack_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj accused/VERB/0/root Israel/PROPN/2/obj of/ADP/6/case an/DET/6/det "
        "attack/NOUN/2/obl on/ADP/9/case Iranian/ADJ/9/amod troops/NOUN/6/nmod ./PUNCT/2/punct"
    )
    (attack,) = [e for e in code(knowledge, rows, troops="IRN/MIL") if e.type == "ASSAULT"]
    assert short(attack) == ("ASSAULT", {"ISR"}, {"IRN"})
    assert [voice.code for voice in attack.voice] == ["IRN"]


def test_who_claims_responsibility_for_an_attack_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Hezbollah/PROPN/2/nsubj claimed/VERB/0/root responsibility/NOUN/2/obj for/ADP/7/case "
        "a/DET/7/det drone/NOUN/7/compound attack/NOUN/3/nmod on/ADP/9/case Israel/PROPN/7/nmod "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, drone="ISR/MIL", Hezbollah="HEZBOLLAH/REB")
    found = [event for event in told if event.type == "ASSAULT"]
    assert [short(event) for event in found] == [("ASSAULT", {"HEZBOLLAH"}, {"ISR"})]


@pytest.mark.parametrize(
    ("who", "negation", "authors"),
    [("SYR/REB", "The", {"SYR"}), ("SYR/CVL", "The", set()), ("SYR/REB", "No", set())],
)
def test_armed_men_who_claim_an_attack_have_done_it(
    knowledge: Knowledge, who: str, negation: str, authors: set[str]
) -> None:
    rows = (
        f"{negation}/DET/2/det group/NOUN/3/nsubj claimed/VERB/0/root the/DET/5/det "
        "attack/NOUN/3/obj on/ADP/7/case pilgrims/NOUN/5/nmod ./PUNCT/3/punct"
    )
    told = code(knowledge, rows, group=who, pilgrims="IRQ/CVL")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} == authors


def test_who_is_accused_in_a_clause_of_doing_it_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj accused/VERB/0/root Israel/PROPN/2/obj of/SCONJ/5/mark "
        "bombing/VERB/2/ccomp Iranian/ADJ/7/amod troops/NOUN/5/obj ./PUNCT/2/punct"
    )
    (attack,) = [e for e in code(knowledge, rows, troops="IRN/MIL") if e.type == "ASSAULT"]
    assert short(attack) == ("ASSAULT", {"ISR"}, {"IRN"})


@pytest.mark.parametrize(("accuser", "struck"), [("Greece", {"GRC"}), ("NATO", set())])
def test_a_body_that_accuses_was_not_attacked_itself(
    knowledge: Knowledge, accuser: str, struck: set[str]
) -> None:
    rows = (
        f"{accuser}/PROPN/2/nsubj accused/VERB/0/root Israel/PROPN/2/obj of/ADP/6/case "
        "an/DET/6/det attack/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, NATO="NATO/IGO")
    assert {p.code for e in told if e.type == "ASSAULT" for p in e.recipients} == struck


def test_what_nobody_claims_is_nobodys(knowledge: Knowledge) -> None:
    rows = (
        "No/DET/2/det group/NOUN/3/nsubj claimed/VERB/0/root responsibility/NOUN/3/obj "
        "for/ADP/7/case "
        "the/DET/7/det attack/NOUN/4/nmod on/ADP/9/case Israel/PROPN/7/nmod ./PUNCT/3/punct"
    )
    assert "ASSAULT" not in {event.type for event in code(knowledge, rows, group="SYR/REB")}


@pytest.mark.parametrize(("mark", "doer"), [("for", "SYR"), ("while", "DEU")])
def test_who_is_arrested_for_a_deed_has_done_it(knowledge: Knowledge, mark: str, doer: str) -> None:
    rows = (
        "Germany/PROPN/2/nsubj arrested/VERB/0/root two/NUM/4/nummod Syrians/NOUN/2/obj "
        f"{mark}/SCONJ/6/mark attacking/VERB/2/advcl a/DET/8/det mosque/NOUN/6/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Syrians="SYR/CVL", mosque="TUR/REL")
    (attack,) = [e for e in told if e.type == "ASSAULT"]
    assert short(attack) == ("ASSAULT", {doer}, {"TUR"})


def test_a_participle_carries_the_noun_before_it(knowledge: Knowledge) -> None:
    rows = (
        "Sanctions/NOUN/8/nsubj imposed/VERB/1/acl on/ADP/4/case Iran/PROPN/2/{} by/ADP/6/case "
        "France/PROPN/2/obl:agent today/NOUN/2/obl hurt/VERB/0/root trade/NOUN/8/obj "
        "./PUNCT/8/punct"
    )
    for relation in ("obl", "obl:agent"):  # the language model reads both
        found = [e for e in code(knowledge, rows.format(relation)) if e.type == "SANCTION"]
        assert [short(event) for event in found] == [("SANCTION", {"FRA"}, {"IRN"})]


def test_who_is_driven_out_by_a_bombardment_suffers_it(knowledge: Knowledge) -> None:
    rows = (
        "Rebels/NOUN/3/nsubj:pass were/AUX/3/aux:pass moved/VERB/0/root by/ADP/6/case "
        "Turkish/ADJ/6/amod bombardment/NOUN/3/obl with/ADP/8/case Iran/PROPN/3/obl ./PUNCT/3/punct"
    )
    told = code(knowledge, rows, Rebels="SYR/REB", Turkish="TUR/MIL")
    assert [short(e) for e in told if e.type == "ASSAULT"] == [("ASSAULT", {"TUR"}, {"SYR"})]


@pytest.mark.parametrize(
    ("first", "second", "actors"),
    [
        ("together/ADV/6/advmod", "with/ADP/6/case", {"FRA", "DEU"}),
        ("along/ADP/6/case", "with/ADP/4/fixed", {"FRA", "DEU"}),
        ("along/ADP/6/case", "northern/ADJ/6/amod", {"FRA"}),
    ],
)
def test_who_acts_together_with_the_subject_acts_too(
    knowledge: Knowledge, first: str, second: str, actors: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj {first} {second} "
        "Germany/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", actors, {"SYR"})


def test_a_relative_clause_may_leave_out_its_object(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det troops/NOUN/7/nsubj Turkey/PROPN/4/nsubj attacked/VERB/2/acl:relcl "
        "from/ADP/6/case Greece/PROPN/4/obl fled/VERB/0/root ./PUNCT/7/punct"
    )
    (event,) = [e for e in code(knowledge, rows, troops="SYR/MIL") if e.type == "ASSAULT"]
    assert short(event) == ("ASSAULT", {"TUR"}, {"SYR"})


@pytest.mark.parametrize(
    ("rows", "recipients"),
    [
        (  # the clause of another verb
            "France/PROPN/2/nsubj deplored/VERB/0/root and/CCONJ/4/cc asked/VERB/2/conj "
            "Iran/PROPN/4/obj for/ADP/7/case help/NOUN/4/obl ./PUNCT/2/punct",
            set(),
        ),
        (
            "France/PROPN/2/nsubj deplored/VERB/0/root and/CCONJ/4/cc Iran/PROPN/2/conj "
            "./PUNCT/2/punct",
            {"IRN"},
        ),
        (
            "France/PROPN/2/nsubj deplored/VERB/0/root ;/PUNCT/2/punct so/ADV/5/advmod "
            "Iran/PROPN/2/obl ./PUNCT/2/punct",
            set(),
        ),
        (  # a time that another act tells
            "France/PROPN/2/nsubj deplored/VERB/0/root since/SCONJ/5/mark Iran/PROPN/5/nsubj "
            "left/VERB/2/advcl ./PUNCT/2/punct",
            set(),
        ),
        (
            "France/PROPN/2/nsubj deplored/VERB/0/root and/CCONJ/5/cc was/AUX/5/cop "
            "fond/ADJ/2/conj of/ADP/7/case Iran/PROPN/5/obl ./PUNCT/2/punct",
            set(),
        ),
        (  # who the actor is
            "France/PROPN/5/nsubj ,/PUNCT/1/punct Iran/PROPN/1/appos ,/PUNCT/1/punct "
            "deplored/VERB/0/root ./PUNCT/5/punct",
            set(),
        ),
    ],
)
def test_the_missing_side_is_not_taken_from_another_clause(
    knowledge: Knowledge, rows: str, recipients: set[str]
) -> None:
    told = code(knowledge, rows)
    assert [codes(e.recipients) for e in told if e.type == "ACCUSE"] == [recipients]


@pytest.mark.parametrize(
    ("rows", "given", "recipients"),
    [
        (  # what stands near a withdrawal
            "Turkey/PROPN/2/nsubj withdrew/VERB/0/root while/SCONJ/5/mark Greece/PROPN/5/nsubj "
            "waited/VERB/2/advcl ./PUNCT/2/punct",
            {},
            set(),
        ),
        (
            "Turkey/PROPN/2/nsubj withdrew/VERB/0/root from/ADP/4/case Greece/PROPN/2/obl "
            "./PUNCT/2/punct",
            {},
            {"GRC"},
        ),
        (  # whose flag it is
            "Iranians/NOUN/2/nsubj burned/VERB/0/root the/DET/5/det French/ADJ/5/amod "
            "flag/NOUN/2/obj ./PUNCT/2/punct",
            {"Iranians": "IRN/CVL", "French": "FRA/GOV"},
            {"FRA"},
        ),
        (
            "Iranians/NOUN/2/nsubj protested/VERB/0/root while/SCONJ/5/mark Greece/PROPN/5/nsubj "
            "waited/VERB/2/advcl ./PUNCT/2/punct",
            {"Iranians": "IRN/CVL"},
            set(),
        ),
    ],
)
def test_whom_a_protest_or_retreat_meets_its_own_words_tell(
    knowledge: Knowledge, rows: str, given: dict[str, str], recipients: set[str]
) -> None:
    told = [e for e in code(knowledge, rows, **given) if e.type in ("PROTEST", "RETREAT")]
    assert [codes(event.recipients) for event in told] == [recipients]


@pytest.mark.parametrize(("before", "recipients"), [("anti", {"IRN"}), ("big", set())])
def test_whom_a_protest_is_against_may_stand_in_its_name(
    knowledge: Knowledge, before: str, recipients: set[str]
) -> None:
    rows = (
        f"{before}/ADJ/2/amod Iran/PROPN/3/compound protesters/NOUN/4/nsubj protested/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, protesters="GRC/CVL")
    assert short(event) == ("PROTEST", {"GRC"}, recipients)


@pytest.mark.parametrize(
    ("ground", "recipients"),
    [
        ("in/ADP/4/case towns/NOUN/2/obl", set()),
        ("in/ADP/4/case Greece/PROPN/2/obl", {"GRC"}),
        ("against/ADP/4/case rebels/NOUN/2/obl", {"RUS"}),
    ],
)
def test_forces_at_home_enter_no_country(
    knowledge: Knowledge, ground: str, recipients: set[str]
) -> None:
    rows = f"Russia/PROPN/2/nsubj deployed/VERB/0/root {ground} ./PUNCT/2/punct"
    (event,) = code(knowledge, rows, rebels="RUS/REB", towns="RUS/CVL")
    assert short(event) == ("MOBILIZE", {"RUS"}, recipients)


@pytest.mark.parametrize(
    ("asked", "recipients"),
    [
        ("the/DET/5/det world/NOUN/2/obl", set()),
        ("international/ADJ/5/amod community/NOUN/2/obl", set()),
        ("Arab/ADJ/5/amod world/NOUN/2/obl", {"GRC"}),
        ("the/DET/5/det bloc/NOUN/2/obl", {"EU"}),
    ],
)
def test_an_appeal_to_the_world_is_addressed_to_nobody(
    knowledge: Knowledge, asked: str, recipients: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj called/VERB/0/root on/ADP/5/case {asked} to/PART/7/mark "
        "aid/VERB/2/xcomp Greece/PROPN/7/obj ./PUNCT/2/punct"
    )
    told = [
        event
        for event in code(knowledge, rows, community="?/CVL", bloc="EU/IGO")
        if event.type == "REQUEST"
    ]
    assert [codes(event.recipients) for event in told] == [recipients]


@pytest.mark.parametrize(
    ("deed", "recipients"),
    [
        (
            "trial/NOUN/2/obj of/ADP/6/case Greeks/NOUN/4/nmod in/ADP/8/case Iran/PROPN/6/nmod",
            set(),
        ),
        (
            "release/NOUN/2/obj of/ADP/6/case Greeks/NOUN/4/nmod in/ADP/8/case Iran/PROPN/6/nmod",
            {"IRN"},
        ),
        (
            "removal/NOUN/2/obj of/ADP/6/case Greeks/NOUN/4/nmod in/ADP/8/case Iran/PROPN/6/nmod",
            {"GRC"},
        ),
    ],
)
def test_for_whom_a_deed_is_asked_is_not_asked_for_it(
    knowledge: Knowledge, deed: str, recipients: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj demanded/VERB/0/root the/DET/4/det {deed} and/CCONJ/10/cc "
        "thanked/VERB/2/conj Syria/PROPN/10/obj ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, Greeks="GRC/CVL") if e.type == "REQUEST"]
    assert [codes(event.recipients) for event in told] == [recipients]


@pytest.mark.parametrize(("named", "recipients"), [("NATO", set()), ("Turkey", {"TUR"})])
def test_nobody_asks_himself(knowledge: Knowledge, named: str, recipients: set[str]) -> None:
    rows = (
        "NATO/PROPN/2/nsubj demanded/VERB/0/root calm/NOUN/2/obj from/ADP/6/case all/DET/6/det "
        f"groups/NOUN/3/nmod near/ADP/8/case {named}/PROPN/6/nmod ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, NATO="NATO/IGO") if e.type == "REQUEST"]
    assert [codes(event.recipients) for event in told] == [recipients]


@pytest.mark.parametrize("before", ["amid", "on"])
def test_a_body_of_members_meets_by_itself(knowledge: Knowledge, before: str) -> None:
    rows = (
        f"Members/PROPN/2/nsubj held/VERB/0/root talks/NOUN/2/obj {before}/ADP/6/case "
        "Russian/ADJ/6/amod threats/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Members="NATO/IGO/body", Russian="RUS/GOV")
    (met,) = [event for event in told if event.type == "CONSULT"]
    assert short(met) == ("CONSULT", {"NATO"}, set())


@pytest.mark.parametrize(("case", "authors"), [("in", set()), ("with", {"GRC"})])
def test_the_scene_of_violence_is_not_its_author(
    knowledge: Knowledge, case: str, authors: set[str]
) -> None:
    rows = (
        f"Days/NOUN/4/nsubj {case}/ADP/3/case Athens/PROPN/1/nmod saw/VERB/0/root raids/NOUN/4/obj "
        "on/ADP/7/case Iran/PROPN/5/nmod ./PUNCT/4/punct"
    )
    told = code(knowledge, rows, Athens="GRC/GOV", scene="Athens")
    assert {a.code for e in told if e.type == "ASSAULT" for a in e.actors} == authors


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


def test_who_only_describes_a_party_is_not_asked(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj demanded/VERB/0/root calm/NOUN/2/obj amid/ADP/6/case "
        "pro-Iranian/ADJ/6/amod militias/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, militias="HEZBOLLAH/REB", **{"pro-Iranian": "IRN/GOV"})
    assert [codes(e.recipients) for e in told if e.type == "REQUEST"] == [{"HEZBOLLAH"}]


def test_whose_thanks_they_are_is_not_thanked(knowledge: Knowledge) -> None:
    rows = (
        "Ministers/NOUN/2/nsubj expressed/VERB/0/root Syria/PROPN/5/nmod:poss 's/PART/3/case "
        "support/NOUN/2/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Ministers="SYR/GOV")
    assert [codes(e.recipients) for e in told if e.type == "SUPPORT"] == [set()]


def test_a_relative_pronoun_for_an_act_is_nobody(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det deployment/NOUN/7/nsubj ,/PUNCT/2/punct which/PRON/6/obj Iran/PROPN/6/nsubj "
        "condemned/VERB/2/acl:relcl ended/VERB/0/root ./PUNCT/7/punct"
    )
    told = code(knowledge, rows, which="GRC/MIL")
    assert [codes(e.recipients) for e in told if e.type == "ACCUSE"] == [set()]


def test_whom_a_deed_alarms_voices_concern_and_not_its_author(knowledge: Knowledge) -> None:
    rows = "Turkey/PROPN/2/nsubj alarmed/VERB/0/root France/PROPN/2/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows)
    assert short(event) == ("COMMENT", {"FRA"}, set())


def test_who_is_feared_does_not_fear(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/3/nsubj is/AUX/3/cop alarmed/ADJ/0/root by/ADP/5/case Iran/PROPN/3/obl:agent "
        "./PUNCT/3/punct"
    )
    made = reading(rows)
    tree = Tree(made)
    parties = Parties(tree, People(tree, cast(made), knowledge.lexicon), knowledge.lexicon)
    assert parties.subject(2) == (0,)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "Greece/PROPN/2/nsubj handed/VERB/0/root ten/NUM/4/nummod lorries/NOUN/2/obj "
            "to/ADP/7/case the/DET/7/det army/NOUN/2/obl ./PUNCT/2/punct",
            ("AID", {"GRC"}, {"UKR"}),
        ),
        (
            "Ministers/NOUN/2/nsubj took/VERB/0/root refuge/NOUN/2/obj in/ADP/6/case the/DET/6/det "
            "embassy/NOUN/2/obl ./PUNCT/2/punct",
            ("AID", {"FRA"}, {"SYR"}),
        ),
        (
            "Greece/PROPN/2/nsubj received/VERB/0/root missiles/NOUN/2/obj from/ADP/5/case "
            "France/PROPN/2/obl ./PUNCT/2/punct",
            ("AID", {"FRA"}, {"GRC"}),
        ),
        (
            "Greece/PROPN/2/nsubj flew/VERB/0/root students/NOUN/2/obj home/ADV/2/advmod "
            "./PUNCT/2/punct",
            ("AID", {"GRC"}, {"UKR"}),
        ),
        (
            "Greece/PROPN/2/nsubj handed/VERB/0/root a/DET/4/det fugitive/NOUN/2/obj over/ADP/2/"
            "compound:prt to/ADP/7/case Turkey/PROPN/2/obl ./PUNCT/2/punct",
            ("COOPERATE", {"GRC", "TUR"}, {"GRC", "TUR"}),
        ),
        (
            "Militants/NOUN/2/nsubj forced/VERB/0/root the/DET/4/det army/NOUN/2/obj "
            "to/PART/6/mark retreat/VERB/2/xcomp ./PUNCT/2/punct",
            ("RETREAT", {"UKR"}, {"RUS"}),
        ),
    ],
)
def test_who_helps_shares_and_yields_stands_where_the_words_ask(
    knowledge: Knowledge, rows: str, told: tuple[str, set[str], set[str]]
) -> None:
    given = {
        "army": "UKR/MIL", "students": "UKR/CVL", "Ministers": "SYR/GOV", "embassy": "FRA/GOV",
        "Militants": "RUS/REB",
    }  # fmt: skip
    assert told in [short(event) for event in code(knowledge, rows, **given)]


def test_a_diplomat_is_expelled(knowledge: Knowledge) -> None:
    rows = (
        "India/PROPN/2/nsubj expelled/VERB/0/root a/DET/5/det Canadian/ADJ/5/amod "
        "diplomat/NOUN/2/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, India="IND/GOV", diplomat="CAN/GOV")
    assert short(event) == ("SANCTION", {"IND"}, {"CAN"})
    assert event.mode == "expel"


def test_the_victims_of_a_condemned_attack_are_not_accused(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det attack/NOUN/2/obj on/ADP/7/case "
        "Iranian/ADJ/7/amod troops/NOUN/4/nmod ./PUNCT/2/punct"
    )
    found = [e for e in code(knowledge, rows, troops="IRN/MIL") if e.type == "ACCUSE"]
    assert [codes(event.recipients) for event in found] == [set()]


@pytest.mark.parametrize(
    ("owner", "accused"), [("its/PRON/4/nmod:poss", set()), ("Israeli/ADJ/4/amod", {"ISR"})]
)
def test_whoever_condemns_violence_accuses_its_authors_alone(
    knowledge: Knowledge, owner: str, accused: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj condemned/VERB/0/root {owner} bombing/NOUN/2/obj of/ADP/6/case "
        "villagers/NOUN/4/nmod and/CCONJ/8/cc fled/VERB/2/conj Greece/PROPN/8/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, villagers="SYR/CVL", Israeli="ISR/GOV")
    assert [codes(e.recipients) for e in told if e.type == "ACCUSE"] == [accused]


@pytest.mark.parametrize(
    ("behind", "accused"),
    [
        ("by/ADP/8/case Turkey/PROPN/4/nmod", {"TUR"}),
        ("by/ADP/8/case Turkey/PROPN/6/nmod", {"TUR"}),
        ("in/ADP/8/case Turkey/PROPN/6/nmod", {"TUR"}),
        ("by/ADP/8/case night/NOUN/2/obl", {"GRC"}),
    ],
)
def test_whoever_condemns_an_arrest_accuses_the_state_that_made_it(
    knowledge: Knowledge, behind: str, accused: set[str]
) -> None:
    rows = (
        "France/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det arrest/NOUN/2/obj of/ADP/6/case "
        f"Greeks/NOUN/4/nmod {behind} ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Greeks="GRC/CVL")
    assert [codes(e.recipients) for e in told if e.type == "ACCUSE"] == [accused]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            "France/PROPN/2/nsubj said/VERB/0/root the/DET/4/det arrests/NOUN/8/nsubj "
            "by/ADP/6/case Russia/PROPN/4/nmod were/AUX/8/cop unlawful/ADJ/2/ccomp ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"RUS"}),
        ),
        (
            "France/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/5/nsubj had/AUX/5/aux "
            "shelled/VERB/2/ccomp Armenia/PROPN/5/obj ./PUNCT/2/punct",
            None,
        ),
        (
            "France/PROPN/2/nsubj claimed/VERB/0/root Russia/PROPN/5/nsubj had/AUX/5/aux "
            "shelled/VERB/2/ccomp Armenia/PROPN/5/obj ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"RUS"}),
        ),
        (
            "France/PROPN/2/nsubj claimed/VERB/0/root Russia/PROPN/5/nsubj:pass was/AUX/5/aux:pass "
            "shelled/VERB/2/ccomp ./PUNCT/2/punct",
            None,
        ),
        (
            "France/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/5/nsubj will/AUX/5/aux "
            "have/VERB/2/ccomp to/PART/7/mark pay/VERB/5/xcomp the/DET/9/det price/NOUN/7/obj "
            "./PUNCT/2/punct",
            ("THREATEN", {"FRA"}, {"RUS"}),
        ),
        (
            "Moscow/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/6/nsubj would/AUX/6/aux "
            "not/PART/6/advmod accept/VERB/2/ccomp the/DET/8/det plan/NOUN/6/obj ./PUNCT/2/punct",
            ("REJECT", {"RUS"}, set()),
        ),
        (  # nothing tells that the speaker is refused
            "France/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/6/nsubj would/AUX/6/aux "
            "not/PART/6/advmod accept/VERB/2/ccomp the/DET/8/det plan/NOUN/6/obj ./PUNCT/2/punct",
            ("REJECT", {"RUS"}, set()),
        ),
    ],
)
def test_what_is_said_may_make_saying_it_an_act(
    knowledge: Knowledge, rows: str, found: tuple[str, set[str], set[str]] | None
) -> None:
    speech = ("ACCUSE", "THREATEN", "REJECT")
    given = [short(event) for event in code(knowledge, rows) if event.type in speech]
    assert given == ([found] if found else [])


def test_who_speaks_is_not_promised_by_a_pronoun_for_himself(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux "
        "provide/VERB/2/ccomp help/NOUN/5/obj ./PUNCT/2/punct"
    )
    assert [short(e) for e in code(knowledge, rows, it="SYR/GOV") if e.type == "AGREE"] == [
        ("AGREE", {"FRA"}, set())
    ]


def test_what_is_alleged_is_told_too(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj claimed/VERB/0/root Russia/PROPN/5/nsubj had/AUX/5/aux "
        "shelled/VERB/2/ccomp Armenia/PROPN/5/obj ./PUNCT/2/punct"
    )
    found = code(knowledge, rows)
    assert [event.type for event in found] == ["ACCUSE", "ASSAULT"]
    assert codes(found[1].voice) == {"FRA"}


def test_who_came_to_protest_has_protested_to_nobody(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj came/VERB/0/root to/PART/4/mark protest/VERB/2/advcl "
        "the/DET/6/det policy/NOUN/4/obj of/ADP/8/case Russia/PROPN/6/nmod ./PUNCT/2/punct"
    )
    found = possible_triggers(Tree(reading(rows)), knowledge.lexicon)
    assert "protest to" not in {one.why.removeprefix("lexicon: ") for one in found}


def test_whose_the_aggression_is_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det aggression/NOUN/7/nsubj of/ADP/4/case Russia/PROPN/2/nmod "
        "against/ADP/6/case Ukraine/PROPN/2/nmod continued/VERB/0/root ./PUNCT/7/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", {"RUS"}, {"UKR"})


def test_who_deploys_troops_acts_and_not_the_troops(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/3/nmod:poss 's/PART/1/case deployment/NOUN/8/nsubj of/ADP/5/case "
        "troops/NOUN/3/nmod to/ADP/7/case Syria/PROPN/3/nmod began/VERB/0/root ./PUNCT/8/punct"
    )
    (event,) = code(knowledge, rows, troops="SYR/MIL")
    assert codes(event.actors) == {"RUS"}


def test_a_label_before_a_colon_is_no_subject(knowledge: Knowledge) -> None:
    rows = (
        "Syria/PROPN/4/nsubj :/PUNCT/1/punct NATO/PROPN/4/nsubj condemns/VERB/0/root "
        "strikes/NOUN/4/obj ./PUNCT/4/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "ACCUSE"]
    assert short(event) == ("ACCUSE", {"NATO"}, set())


def test_a_dateline_is_no_subject(knowledge: Knowledge) -> None:
    rows = (
        "MOSCOW/PROPN/4/nsubj —/PUNCT/1/punct Iran/PROPN/4/nsubj attacked/VERB/0/root "
        "Syria/PROPN/4/obj ./PUNCT/4/punct"
    )
    for dateline_, actor in ((Span(0, 8), "IRN"), (None, "RUS")):
        made = code(knowledge, rows, MOSCOW="RUS/GOV", dateline_=dateline_)
        assert [codes(event.actors) for event in made] == [{actor}]


@pytest.mark.parametrize(("who", "accuser"), [("GRC/MIL", "FRA"), ("GRC/GOV", "GRC")])
def test_whoever_goes_on_speaking_accuses_not_the_dead(
    knowledge: Knowledge, who: str, accuser: str
) -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root soldiers/NOUN/5/nsubj:pass were/AUX/5/aux:pass "
        "killed/VERB/2/ccomp and/CCONJ/7/cc accused/VERB/5/conj Syria/PROPN/7/obj ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, soldiers=who, past=True) if e.type == "ACCUSE"]
    assert short(event) == ("ACCUSE", {accuser}, {"SYR"})


def test_who_asks_is_not_among_those_asked(knowledge: Knowledge) -> None:
    rows = (
        "Merkel/PROPN/2/nsubj asked/VERB/0/root Merkel/PROPN/2/obj and/CCONJ/5/cc "
        "senators/NOUN/3/conj for/ADP/7/case help/NOUN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Merkel="DEU/GOV", senators="DEU/LEG")
    assert [party.text for party in event.recipients] == ["senators"]


def test_nobody_threatens_himself(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj threatened/VERB/0/root to/PART/4/mark end/VERB/2/xcomp "
        "trade/NOUN/4/obj on/ADP/7/case Ankara/PROPN/5/nmod from/ADP/9/case Syria/PROPN/5/nmod "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Ankara="TUR/GOV")
    assert [short(e) for e in told if e.type == "THREATEN"] == [("THREATEN", {"TUR"}, {"SYR"})]


def test_the_accused_deny_the_deed_and_not_that_they_are_accused(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj denied/VERB/0/root that/SCONJ/5/mark France/PROPN/5/nsubj "
        "accused/VERB/2/ccomp Russia/PROPN/5/obj ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "ACCUSE"]
    assert short(event) == ("ACCUSE", {"FRA"}, {"RUS"})
    assert event.stance is Stance.ASSERTS
    assert event.voice == ()


def test_a_pronoun_of_the_speaker_is_no_second_voice(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj claimed/VERB/2/ccomp "
        "Israel/PROPN/6/nsubj bombed/VERB/4/ccomp Syria/PROPN/6/obj ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, it="IRN/GOV") if e.type == "ASSAULT"]
    assert [voice.text for voice in event.voice] == ["Iran"]
    again = code(knowledge, rows.replace("it/PRON", "Iran/PROPN"))
    assert [len(event.voice) for event in again if event.type == "ASSAULT"] == [1]


@pytest.mark.parametrize(("object_", "mode"), [("rockets", "heavy-weapons"), ("shots", "firearms")])
def test_what_is_fired_tells_the_weapon(knowledge: Knowledge, object_: str, mode: str) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj fired/VERB/0/root {object_}/NOUN/2/obj at/ADP/5/case "
        "Israel/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.type, event.mode) == ("ASSAULT", mode)


def test_trade_is_withdrawn_by_a_government_and_land_taken_by_its_forces(
    knowledge: Knowledge,
) -> None:
    withdrew = (
        "Armenia/PROPN/2/nsubj withdrew/VERB/0/root aid/NOUN/2/obj from/ADP/5/case "
        "Greece/PROPN/2/obl ./PUNCT/2/punct"
    )
    took = (
        "Armenia/PROPN/2/nsubj annexed/VERB/0/root Azerbaijani/ADJ/4/amod land/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (sanction,) = [e for e in code(knowledge, withdrew) if e.type == "SANCTION"]
    (seizure,) = [e for e in code(knowledge, took, land="AZE/CVL") if e.type == "COERCE"]
    assert [party.sector for party in sanction.actors] == ["GOV"]
    assert [party.sector for party in seizure.actors] == ["MIL"]


def test_a_speaker_who_must_do_something_requests_nothing(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root {}/PRON/4/nsubj needs/VERB/2/ccomp to/PART/6/mark "
        "meet/VERB/4/xcomp Greece/PROPN/6/obj ./PUNCT/2/punct"
    )
    own = code(knowledge, rows.format("it"), it="FRA/GOV")
    assert "REQUEST" not in {event.type for event in own}


def test_a_speaker_who_only_confirms_adds_no_record(knowledge: Knowledge) -> None:
    told = "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct"
    said = "Iran/PROPN/2/nsubj said/VERB/0/root Israel/PROPN/4/nsubj bombed/VERB/2/ccomp"
    rows = f"{told}\n{said} Syria/PROPN/4/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows)
    assert event.voice == ()


def test_who_tells_of_another_day_confirms_nothing(knowledge: Knowledge) -> None:
    told = "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj"
    said = "Iran/PROPN/2/nsubj said/VERB/0/root Israel/PROPN/4/nsubj bombed/VERB/2/ccomp"
    rows = (
        f"{told} in/ADP/5/case 1982/NUM/2/obl ./PUNCT/2/punct\n"
        f"{said} Syria/PROPN/4/obj ./PUNCT/2/punct"
    )
    year = ("1982", date(1982, 1, 1), date(1982, 12, 31))
    assert [event.era for event in code(knowledge, rows, times=(year,))] == [
        Era.BACKGROUND,
        Era.CURRENT,
    ]


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


def test_an_army_does_not_shell_its_own_country_by_name(knowledge: Knowledge) -> None:
    rows = (
        "Soldiers/NOUN/2/nsubj shelled/VERB/0/root Armenia/PROPN/2/obj ,/PUNCT/2/punct "
        "Georgia/PROPN/6/nsubj said/VERB/2/parataxis ./PUNCT/2/punct"
    )
    assert code(knowledge, rows, Soldiers="ARM/MIL") == ()
    (event,) = code(knowledge, rows, Soldiers="AZE/MIL")
    assert short(event) == ("ASSAULT", {"AZE"}, {"ARM"})


def test_the_toll_of_a_blow_in_its_own_sentence_is_part_of_it(knowledge: Knowledge) -> None:
    rows = (
        "Azerbaijan/PROPN/2/nsubj shelled/VERB/0/root Georgia/PROPN/2/obj and/CCONJ/5/cc "
        "villages/NOUN/3/conj ,/PUNCT/7/punct killing/VERB/2/advcl {}/NOUN/7/obj ./PUNCT/2/punct"
    )
    sides = {"villages": "ARM/CVL", "farmers": "ARM/CVL", "envoys": "TUR/GOV"}
    assert len(code(knowledge, rows.format("farmers"), **sides)) == 1
    assert len(code(knowledge, rows.format("envoys"), **sides)) == 2


def test_a_toll_told_twice_is_one(knowledge: Knowledge) -> None:
    told = "Israel/PROPN/2/nsubj killed/VERB/0/root two/NUM/4/nummod Syrians/PROPN/2/obj"
    said = "Iran/PROPN/2/nsubj said/VERB/0/root Israel/PROPN/4/nsubj killed/VERB/2/ccomp"
    rows = f"{told} ./PUNCT/2/punct\n{said} {{}}/NUM/6/nummod Syrians/PROPN/4/obj ./PUNCT/2/punct"
    assert len(code(knowledge, rows.format("two"), Syrians="SYR/CVL")) == 1
    assert len(code(knowledge, rows.format("nine"), Syrians="SYR/CVL")) == 2


def test_every_span_of_an_event_stands_in_the_text(knowledge: Knowledge) -> None:
    rows = (
        "Ukraine/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/4/nsubj attacked/VERB/2/ccomp "
        "Syria/PROPN/4/obj ./PUNCT/2/punct"
    )
    made = reading(rows)
    (event,) = code(knowledge, rows)
    assert made.text_of(event.trigger_span) == event.trigger
    assert made.text_of(event.evidence_span) == event.evidence == made.report.text
    for party in (*event.actors, *event.recipients):
        assert party.span is not None
        assert made.text_of(party.span) == party.text


def test_a_measure_by_decree_has_happened_once_decided(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj announced/VERB/0/root that/SCONJ/6/mark the/DET/5/det "
        "government/NOUN/6/nsubj decided/VERB/2/ccomp to/PART/8/mark impose/VERB/6/xcomp "
        "martial/ADJ/10/amod law/NOUN/8/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, government="ARM/GOV")
    assert (event.mode, event.modality) == ("martial-law", Modality.HAPPENED)
    assert event.voice == ()


def test_what_must_be_done_and_what_follows_are_two_requests(knowledge: Knowledge) -> None:
    rows = (
        "NATO/PROPN/2/nsubj said/VERB/0/root Armenia/PROPN/5/nsubj should/AUX/5/aux "
        "cease/VERB/2/ccomp "
        "fire/NOUN/5/obj and/CCONJ/8/cc resume/VERB/5/conj negotiations/NOUN/8/obj ./PUNCT/2/punct"
    )
    made = code(knowledge, rows)
    assert {(event.type, event.mode) for event in made} == {
        ("REQUEST", "yield"),
        ("REQUEST", "meet"),
    }


def test_a_phrase_that_names_an_act_is_nobody(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det war/NOUN/2/obj in/ADP/6/case "
        "Syria/PROPN/4/nmod ./PUNCT/2/punct"
    )
    made = code(knowledge, rows, war="SYR/GOV")
    assert all(party.text != "war" for event in made for party in event.recipients)


def test_a_side_that_two_words_name_is_written_once(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj met/VERB/0/root "
        "their/PRON/6/nmod:poss neighbours/NOUN/4/obj ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, neighbours="ARM/GOV")
    assert [party.text for party in event.actors] == ["Armenia", "Azerbaijan"]
    assert event.recipients == event.actors


def test_a_party_is_not_written_again_by_words_within_its_name_or_a_pronoun() -> None:
    text = "Chadian gunmen, Chadian farmers and they"
    gunmen, state = party_in(text, "Chadian gunmen", "REB"), party_in(text, "Chadian", "GOV")
    farmers, they = party_in(text, "Chadian farmers", "CVL"), party_in(text, "they", "CVL")
    assert distinct((state, gunmen, farmers, they)) == (gunmen, farmers)
    assert distinct((gunmen, they)) == (gunmen, they)
    act = Act(
        trigger=Trigger(head=0, tokens=(0,), type="ASSAULT", mode=None, noun=False),
        trigger_span=gunmen.span or Span(0, 1),
        sentence=0,
        actors=(0,),
        recipients=(1,),
        mutual=True,
    )
    assert both_ends(Draft(act=act, actors=(gunmen,), recipients=(state,))) == ()
    (fight,) = both_ends(Draft(act=act, actors=(gunmen,), recipients=(farmers,)))
    assert fight.actors == fight.recipients == (gunmen, farmers)
    names = tuple(
        replace(one, sector="MIL", why=why)
        for one, why in ((gunmen, "demonym"), (farmers, "state Chad"))
    )
    assert both_ends(Draft(act=act, actors=names, recipients=names)) == ()


def party_in(text: str, words: str, sector: str) -> Party:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Party(text=words, span=span, code="TCD", sector=sector)


def test_nobody_rejects_what_a_pronoun_for_himself_did(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj rejected/VERB/0/root demands/NOUN/2/obj against/ADP/5/case "
        "it/PRON/3/nmod ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, it="RUS/GOV") if e.type == "REJECT"]
    assert codes(event.actors) == {"RUS"}
    assert event.recipients == ()


def test_who_leads_a_state_strikes_by_its_forces(knowledge: Knowledge) -> None:
    rows = "Assad/PROPN/2/nsubj bombed/VERB/0/root Aleppo/PROPN/2/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows, Assad="SYR/GOV/president", Aleppo="SYR/CVL")
    assert event.actors[0].sector == "MIL"


def test_who_is_executed_was_so_by_the_state(knowledge: Knowledge) -> None:
    rows = (
        "Two/NUM/2/nummod men/NOUN/4/nsubj:pass were/AUX/4/aux:pass executed/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, men="IRN/CVL")
    assert short(event) == ("ASSAULT", {"IRN"}, {"IRN"})


@pytest.mark.parametrize(("victims", "authors"), [("men", {"IRN"}), ("hostages", {"?"})])
def test_an_execution_is_the_states_unless_hostages_die(
    knowledge: Knowledge, victims: str, authors: set[str]
) -> None:
    rows = (
        f"The/DET/2/det execution/NOUN/5/nsubj of/ADP/4/case {victims}/NOUN/2/nmod "
        "shocked/VERB/0/root many/ADJ/5/obj ./PUNCT/5/punct"
    )
    told = code(knowledge, rows, men="IRN/CVL", hostages="IRN/CVL")
    assert [short(e) for e in told if e.type == "ASSAULT"] == [("ASSAULT", authors, {"IRN"})]


def test_who_is_executed_abroad_was_so_by_nobody_knows_whom(knowledge: Knowledge) -> None:
    text = "Two American hostages were executed in Syria."
    assert all("USA" not in codes(event.actors) for event in dateline.code(text).events)


def test_what_strangers_take_no_state_has_taken(knowledge: Knowledge) -> None:
    rows = (
        "{}/NOUN/2/nsubj seized/VERB/0/root Armenian/ADJ/4/amod trucks/NOUN/2/obj ./PUNCT/2/punct"
    )
    given = {"Armenian": "ARM/GOV/demonym", "trucks": "ARM/CVL"}
    assert code(knowledge, rows.format("Strangers"), Strangers="?/CVL", **given) == ()
    (event,) = code(knowledge, rows.format("Police"), Police="TUR/COP", **given)
    assert short(event) == ("COERCE", {"TUR"}, {"ARM"})


@pytest.mark.parametrize(("struck", "recipients"), [("Turkey", set()), ("rebels", {"TUR"})])
def test_who_warns_of_an_attack_on_his_country_does_not_threaten_it(
    knowledge: Knowledge, struck: str, recipients: set[str]
) -> None:
    rows = (
        f"Ankara/PROPN/2/nsubj threatened/VERB/0/root {struck}/PROPN/2/obj with/ADP/5/case "
        "sanctions/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Ankara="TUR/GOV/seat", rebels="TUR/REB")
    (event,) = [event for event in told if event.type == "THREATEN"]
    assert short(event) == ("THREATEN", {"TUR"}, recipients)


def test_forces_near_a_blast_did_not_set_it_off(knowledge: Knowledge) -> None:
    rows = (
        "Israel/PROPN/2/nsubj said/VERB/0/root troops/NOUN/5/nsubj:pass were/AUX/5/aux:pass "
        "attacked/VERB/2/ccomp {}./PUNCT/2/punct"
    )
    made = reading(rows.format(""))
    people = cast(made, Israel="ISR/MIL", troops="ISR/MIL")
    trigger = Trigger(head=4, tokens=(4,), type="ASSAULT", mode=None, noun=False)
    span = made.tokens[4].span
    act = Act(trigger=trigger, trigger_span=span, sentence=0, actors=(0,), recipients=(2,))
    looked_up = People(Tree(made), people, knowledge.lexicon)
    (event,) = events((act,), made, (), people, knowledge, looked_up)
    assert short(event) == ("ASSAULT", {"?"}, {"ISR"})
    by = "by/ADP/7/case mutineers/NOUN/5/obl:agent "
    told = code(knowledge, rows.format(by), troops="ISR/MIL", mutineers="ISR/MIL")
    assert [codes(event.actors) for event in told] == [{"ISR"}]


@pytest.mark.parametrize(
    ("sector", "kind"),
    [
        ("JUD", ("SANCTION", "convict")),
        ("COP", ("COERCE", "arrest")),
        ("UAF", ("ASSAULT", "abduct")),
    ],
)
def test_whom_a_court_jails_it_convicts_and_whom_strangers_hold_they_abduct(
    knowledge: Knowledge, sector: str, kind: tuple[str, str]
) -> None:
    rows = "They/PRON/2/nsubj jailed/VERB/0/root editors/NOUN/2/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows, They=f"TUR/{sector}", editors="IRN/MED")
    assert (event.type, event.mode) == kind


def test_who_held_office_may_appeal_and_makes_no_comment(knowledge: Knowledge) -> None:
    rows = (
        "Gbagbo/PROPN/2/nsubj urged/VERB/0/root voters/NOUN/2/obj to/PART/5/mark "
        "wait/VERB/2/xcomp ./PUNCT/2/punct\n"
        "Gbagbo/PROPN/2/nsubj expressed/VERB/0/root concern/NOUN/2/obj ./PUNCT/2/punct"
    )
    former = code(knowledge, rows, Gbagbo="CIV/CVL/former", voters="CIV/CVL")
    assert [event.type for event in former] == ["REQUEST"]
    private = code(knowledge, rows, Gbagbo="CIV/CVL", voters="CIV/CVL")
    assert "REQUEST" not in {event.type for event in private}


def test_towns_in_which_people_march_are_not_whom_they_march_against(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Crowds/NOUN/2/nsubj protested/VERB/0/root in/ADP/4/case Berlin/PROPN/2/obl "
        "and/CCONJ/6/cc Washington/PROPN/4/conj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Crowds="DEU/CVL", Berlin="DEU/GOV/seat")
    assert short(event) == ("PROTEST", {"DEU"}, set())


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
