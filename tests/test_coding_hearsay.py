"""Whose word an act is known on that reports tell of, or that others only answer (codebook 5)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rule_coding import code
from trees import reading

from dateline.coding.voice import is_hearsay
from dateline.knowledge import Knowledge
from dateline.records import Stance, Statement, StatementKind
from dateline.tree import Tree

REPORTS = (
    "Turkey/PROPN/2/nsubj {}/VERB/0/root reports/NOUN/2/obj that/SCONJ/6/mark Russia/PROPN/6/nsubj "
    "attacked/VERB/3/acl Syria/PROPN/6/obj ./PUNCT/2/punct"
)


def voices(knowledge: Knowledge, rows: str, kind: str) -> list[list[str]]:
    events = code(knowledge, rows)
    return [[voice.code for voice in event.voice] for event in events if event.type == kind]


@pytest.mark.parametrize(
    ("verb", "found"),
    [("cited", "?"), ("confirmed", "TUR")],
)
def test_what_reports_say_that_somebody_cites_is_hearsay(
    knowledge: Knowledge, verb: str, found: str
) -> None:
    (chain,) = voices(knowledge, REPORTS.format(verb), "ASSAULT")
    assert chain[-1] == found


@pytest.mark.parametrize(("verb", "hearsay"), [("voiced", True), ("confirmed", False)])
def test_reports_that_one_is_concerned_at_are_hearsay(
    knowledge: Knowledge, verb: str, hearsay: bool
) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj {}/VERB/0/root concern/NOUN/2/obj at/ADP/5/case reports/NOUN/3/nmod "
        "that/SCONJ/8/mark Russia/PROPN/8/nsubj fell/VERB/5/acl ./PUNCT/2/punct"
    )
    tree = Tree(reading(rows.format(verb)))
    outer = Statement(
        source=tree[0].span,
        source_head=0,
        cue=tree[1].span,
        cue_head=1,
        content=tree.span(tuple(range(2, 8))),
        kind=StatementKind.INDIRECT,
        stance=Stance.ASSERTS,
    )
    inner = replace(outer, source=None, source_head=None, cue=tree[4].span, cue_head=4)
    assert is_hearsay(inner, outer, tree, knowledge.lexicon.cues) is hearsay


def test_who_says_that_there_are_reports_tells_what_they_say(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj had/VERB/2/ccomp reports/NOUN/4/obj "
        "that/SCONJ/8/mark Russia/PROPN/8/nsubj attacked/VERB/5/acl Syria/PROPN/8/obj "
        "./PUNCT/2/punct"
    )
    assert voices(knowledge, rows, "ASSAULT") == [["TUR"]]


ANSWERED = (
    "Iran/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj attacked/VERB/2/ccomp Syria/PROPN/4/obj "
    ",/PUNCT/7/punct {}/VERB/4/advcl {}/NOUN/7/obj from/ADP/10/case France/PROPN/8/nmod "
    "./PUNCT/2/punct"
)


def test_what_others_said_to_an_act_the_report_adds(knowledge: Knowledge) -> None:
    assert voices(knowledge, ANSWERED.format("drawing", "condemnation"), "ACCUSE") == [[]]
    assert voices(knowledge, ANSWERED.format("drawing", "condemnation"), "ASSAULT") == [["IRN"]]


def test_what_a_speaker_tells_of_what_was_said_is_his_word(knowledge: Knowledge) -> None:
    assert voices(knowledge, ANSWERED.format("hearing", "condemnation"), "ACCUSE") == [["IRN"]]
