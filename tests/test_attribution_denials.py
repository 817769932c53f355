"""What is denied, doubted, declined or left open, over hand-made trees."""

from __future__ import annotations

import pytest
from statements_told import told

from dateline.knowledge import Knowledge
from dateline.records import Stance


def test_what_a_denial_comes_after_is_not_denied(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj denied/VERB/0/root shelling/VERB/2/xcomp towns/NOUN/3/obj "
        "{}/SCONJ/7/mark Iraq/PROPN/7/nsubj fled/VERB/2/advcl ./PUNCT/2/punct"
    )
    assert [content for _, content, _ in told(knowledge, rows.format("after"))] == [
        "shelling towns"
    ]
    assert len(told(knowledge, rows.format("that"))) == 2


@pytest.mark.parametrize(("thing", "denied"), [("request", []), ("report", ["report of talks"])])
def test_what_was_asked_is_refused_and_not_denied(
    knowledge: Knowledge, thing: str, denied: list[str]
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj rejected/VERB/0/root {thing}/NOUN/2/obj "
        "{}/ADP/5/case talks/NOUN/3/nmod"
    )
    assert [content for _, content, _ in told(knowledge, rows.format("of"))] == denied


def test_what_a_denial_is_accompanied_by_is_not_denied(knowledge: Knowledge) -> None:
    rows = "Iran/PROPN/2/nsubj denied/VERB/0/root {}shelling/VERB/2/advcl Russia/PROPN/{}/obj"
    beside = told(knowledge, rows.format("this/PRON/2/obj ", 4))
    assert [content for _, content, _ in beside] == ["this"]
    assert [content for _, content, _ in told(knowledge, rows.format("", 3))] == ["shelling Russia"]


def test_denial_and_doubt_show_in_the_stance(knowledge: Knowledge) -> None:
    rows = "Iran/PROPN/2/nsubj {}/VERB/0/root the/DET/4/det attack/NOUN/2/obj ./PUNCT/2/punct"
    assert [s.stance for _, _, s in told(knowledge, rows.format("denied"))] == [Stance.DENIES]
    assert [s.stance for _, _, s in told(knowledge, rows.format("rejects"))] == [Stance.DENIES]
    assert [s.stance for _, _, s in told(knowledge, rows.format("disputed"))] == [Stance.DOUBTS]


def test_what_is_not_confirmed_is_in_doubt(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod confirm/VERB/0/root "
        "that/SCONJ/7/mark Israel/PROPN/7/nsubj attacked/VERB/4/ccomp ./PUNCT/4/punct"
    )
    ((_, _, one),) = told(knowledge, rows)
    assert one.stance is Stance.DOUBTS


def test_who_turns_down_a_person_denies_nothing_told_of_him(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj rejected/VERB/0/root the/DET/4/det general/NOUN/2/obj who/PRON/6/nsubj "
        "ordered/VERB/4/acl:relcl the/DET/8/det attack/NOUN/6/obj ./PUNCT/2/punct"
    )
    assert [content for _, content, _ in told(knowledge, rows)] == ["the general"]


@pytest.mark.parametrize(
    ("clause", "source"),
    [
        pytest.param(
            "that/PRON/{4}/obj the/DET/{3}/det army/NOUN/{4}/nsubj denies/VERB/{0}/acl:relcl",
            "the army",
            id="relative",
        ),
        pytest.param("denied/VERB/{0}/acl by/ADP/{3}/case rebels/NOUN/{1}/obl", "rebels", id="by"),
    ],
)
def test_who_denies_the_charge_before_him_denies_what_came_before_it(
    knowledge: Knowledge, clause: str, source: str
) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/0/root Syria/PROPN/2/obj ,/PUNCT/6/punct a/DET/6/det "
        "charge/NOUN/2/obl " + clause.format(*range(6, 12))
    )
    ((told_by, content, one),) = told(knowledge, rows)
    assert (told_by, content, one.stance) == (source, "charge", Stance.DENIES)


def test_a_denial_may_follow_the_charge_without_a_pronoun(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/8/ccomp Syria/PROPN/2/obj ,/PUNCT/6/punct an/DET/6/det "
        "{}/NOUN/2/obl Moscow/PROPN/8/nsubj denies/VERB/0/root"
    )
    ((_, content, _),) = told(knowledge, rows.format("allegation"))
    assert content == "allegation"
    ((_, content, _),) = told(knowledge, rows.format("ally"))
    assert content == "Russia attacked Syria, an ally"


@pytest.mark.parametrize(
    ("verbs", "stance"),
    [
        pytest.param("declined/VERB/0/root confirm/VERB/2/xcomp", Stance.DOUBTS, id="declined"),
        pytest.param("failed/VERB/0/root confirm/VERB/2/xcomp", Stance.ASSERTS, id="failed"),
        pytest.param("refused/VERB/0/root deny/VERB/2/xcomp", None, id="refused-to-deny"),
        pytest.param("sat/VERB/0/root deny/VERB/2/xcomp", Stance.DENIES, id="deny"),
    ],
)
def test_who_declines_to_say_something_has_not_said_it(
    knowledge: Knowledge, verbs: str, stance: Stance | None
) -> None:
    rows = f"Iran/PROPN/2/nsubj {verbs} Russia/PROPN/5/nsubj attacked/VERB/3/ccomp"
    assert [one.stance for _, _, one in told(knowledge, rows)] == (
        [] if stance is None else [stance]
    )


def test_what_is_neither_confirmed_nor_denied_is_left_open(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/3/nsubj {}/ADV/3/advmod confirmed/VERB/0/root nor/CCONJ/5/cc "
        "denied/VERB/3/conj Russia/PROPN/7/nsubj attacked/VERB/5/ccomp"
    )
    assert [one.stance for _, _, one in told(knowledge, rows.format("neither"))] == [Stance.DOUBTS]
    assert [one.stance for _, _, one in told(knowledge, rows.format("now"))] == [Stance.DENIES]


def test_who_turns_down_a_charge_tells_nothing_of_the_sentence_before(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/0/root Syria/PROPN/2/obj ,/PUNCT/6/punct "
        "Iran/PROPN/6/nsubj {}/VERB/2/parataxis {}/NOUN/6/obj"
    )
    denied = told(knowledge, rows.format("denied", "this"))
    assert [content for _, content, _ in denied] == ["this"]
    said = told(knowledge, rows.format("told", "reporters"))
    assert [content for _, content, _ in said] == ["Russia attacked Syria"]


@pytest.mark.parametrize(
    ("verb", "noun", "stance"),
    [
        ("brushed", "claims", Stance.DENIES),
        ("waved", "allegations", Stance.DENIES),
        # what is no claim is not denied, and without its particle the verb denies nothing
        ("brushed", "sanctions", None),
        ("cited", "claims", Stance.ASSERTS),
    ],
)
def test_who_brushes_claims_off_denies_them(
    knowledge: Knowledge, verb: str, noun: str, stance: Stance | None
) -> None:
    rows = (
        f"Russia/PROPN/2/nsubj {verb}/VERB/0/root off/ADP/2/compound:prt {noun}/NOUN/2/obj "
        "that/SCONJ/7/mark it/PRON/7/nsubj attacked/VERB/4/acl ./PUNCT/2/punct"
    )
    assert next((one.stance for _, _, one in told(knowledge, rows)), None) is stance


@pytest.mark.parametrize(
    ("noun", "that", "clause", "denied"),
    [
        ("statement", "PRON/7/obj", "acl:relcl", False),
        ("stance", "PRON/7/obj", "acl:relcl", False),
        ("statement", "SCONJ/7/mark", "acl", True),
    ],
)
def test_a_statement_is_denied_where_it_is_told_what_it_says(
    knowledge: Knowledge, noun: str, that: str, clause: str, denied: bool
) -> None:
    rows = (
        f"Russia/PROPN/2/nsubj rejected/VERB/0/root the/DET/4/det {noun}/NOUN/2/obj "
        f"that/{that} Ukraine/PROPN/7/nsubj attacked/VERB/4/{clause} ./PUNCT/2/punct"
    )
    assert bool(told(knowledge, rows)) is denied
