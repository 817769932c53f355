"""What is only thought of and has not happened (codebook 5)."""

from __future__ import annotations

from datetime import date

import pytest
from rule_coding import code, codes, short
from trees import cast, reading

from dateline.coding import events
from dateline.coding.acts import Act, Trigger
from dateline.coding.people import People
from dateline.knowledge import Knowledge
from dateline.records import Era, Modality, Polarity
from dateline.tree import Tree

FIRING = (
    "the/DET/2/det {}/NOUN/9/nsubj of/ADP/5/case Russian/ADJ/5/amod troops/NOUN/2/nmod "
    "{}/VERB/5/acl Ukraine/PROPN/6/obj has/AUX/9/aux grown/VERB/0/root ./PUNCT/9/punct"
)
AGREED = (
    "Turkey/PROPN/2/nsubj sees/VERB/0/root a/DET/4/det {}/NOUN/2/obj that/SCONJ/7/mark "
    "Russia/PROPN/7/nsubj attacked/VERB/4/acl Ukraine/PROPN/7/obj ./PUNCT/2/punct"
)


def modalities(knowledge: Knowledge, rows: str) -> list[Modality]:
    events = code(knowledge, rows, Russian="RUS/MIL")
    return [event.modality for event in events if event.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("noun", "verb", "modality"),
    [
        ("danger", "attacking", Modality.HYPOTHETICAL),
        ("number", "attacking", Modality.HAPPENED),
    ],
)
def test_what_a_danger_is_of_is_only_thought_of(
    knowledge: Knowledge, noun: str, verb: str, modality: Modality
) -> None:
    assert modalities(knowledge, FIRING.format(noun, verb)) == [modality]


@pytest.mark.parametrize(
    ("noun", "modality"),
    [("chance", Modality.HYPOTHETICAL), ("proof", Modality.HAPPENED)],
)
def test_what_there_is_a_chance_of_is_only_thought_of(
    knowledge: Knowledge, noun: str, modality: Modality
) -> None:
    assert modalities(knowledge, AGREED.format(noun)) == [modality]


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


def test_a_condition_makes_no_attack(knowledge: Knowledge) -> None:
    rows = (
        "If/SCONJ/3/mark Turkey/PROPN/3/nsubj attacks/VERB/7/advcl ,/PUNCT/3/punct "
        "Greece/PROPN/7/nsubj will/AUX/7/aux respond/VERB/0/root ./PUNCT/7/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.type, event.modality) == ("ASSAULT", Modality.HYPOTHETICAL)


def test_what_somebody_was_forced_to_do_has_happened(knowledge: Knowledge) -> None:
    rows = (
        "Shelling/NOUN/2/nsubj forced/VERB/0/root Turkish/ADJ/4/amod troops/NOUN/2/obj "
        "to/PART/6/mark withdraw/VERB/2/xcomp ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, troops="TUR/MIL") if e.type == "RETREAT"]
    assert [(codes(e.actors), e.modality) for e in told] == [({"TUR"}, Modality.HAPPENED)]


def test_nobody_who_does_it_has_not_done_it(knowledge: Knowledge) -> None:
    rows = (
        "No/DET/3/det Russian/ADJ/3/amod troops/NOUN/4/nsubj attacked/VERB/0/root "
        "Turkey/PROPN/4/obj ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, troops="RUS/MIL")
    assert event.polarity is Polarity.NEGATIVE


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


def test_a_measure_by_decree_has_happened_once_decided(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj announced/VERB/0/root that/SCONJ/6/mark the/DET/5/det "
        "government/NOUN/6/nsubj decided/VERB/2/ccomp to/PART/8/mark impose/VERB/6/xcomp "
        "martial/ADJ/10/amod law/NOUN/8/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, government="ARM/GOV")
    assert (event.mode, event.modality) == ("martial-law", Modality.HAPPENED)
    assert event.voice == ()
