"""The lexicon's words for what states do with and for each other: visits, talks, help, trade."""

from __future__ import annotations

import pytest
from trees import reading

from dateline import knowledge as world
from dateline.coding.triggers import possible_triggers
from dateline.knowledge import lexicon as lexicons
from dateline.tree import Tree


@pytest.mark.parametrize(
    ("act", "head", "near"),
    [
        ("ACCUSE", "dissatisfied", "with note"),
        ("ACCUSE", "saw", "rival behind killing"),
        ("ACCUSE", "took", "neighbour to oas for"),
        ("not ACCUSE", "saw", "driver behind wheel"),
        ("AGREE", "vowed", "to deepen ties"),
        ("AID", "deposited", "million in bank"),
        ("AID", "earmarked", "million for"),
        ("AID", "supported", "^helicopters soldiers"),
        ("AID", "gave", "use of airspace"),
        ("AID", "released", "loan for"),
        ("AID", "delivery", "of ambulances"),
        ("AID", "escorted", "tanker"),
        ("not AID", "escorted", "minister"),
        ("not AID", "trained", "together"),
        ("COMMENT", "preoccupied", "be by"),
        ("COMMENT", "stands", "with neighbour in hour of grief"),
        ("not COMMENT", "stands", "with neighbour"),
        ("CONSULT", "raised", "crisis with"),
        ("CONSULT", "resumed", "contacts exploratory"),
        ("CONSULT", "relayed", "demand"),
        ("CONSULT", "welcomed", "counterpart"),
        ("CONSULT", "landed", "in ^envoy"),
        ("not CONSULT", "welcomed", "decision counterpart"),
        ("not CONSULT", "landed", "in ^rocket"),
        ("not CONSULT", "summoned", "ambassador"),
        ("COOPERATE", "turned", "over kingpin to"),
        ("COOPERATE", "flew", "patrol joint"),
        ("COOPERATE", "bought", "cargo from"),
        ("COOPERATE", "visit", "port"),
        ("REJECT", "withheld", "consent"),
        ("REJECT", "rejected", "communique"),
        ("REJECT", "said", "=insufficient apology"),
        ("REQUEST", "leaned", "on"),
        ("REQUEST", "applied", "to join"),
        ("not REQUEST", "leaned", "on wall"),
        ("not REQUEST", "made", "call port"),
        ("SUPPORT", "received", "message of solidarity from"),
        ("SUPPORT", "conveyed", "best wishes"),
    ],
)
def test_words_near_a_word_tell_what_is_done_together(act: str, head: str, near: str) -> None:
    lexicon, words = lexicons.load(), frozenset(near.split())
    tables = (lexicon.verbs, lexicon.nouns, lexicon.adjectives)
    told = {e.type for table in tables for e in table.get(head, ()) if e.matches(words)}
    assert (act.removeprefix("not ") in told) is not act.startswith("not ")


@pytest.mark.parametrize(
    ("act", "rows", "recipient", "mutual"),
    [
        pytest.param(
            "CONSULT",
            "Oslo/PROPN/2/nsubj sent/VERB/0/root mediator/NOUN/2/obj to/ADP/5/case "
            "Lima/PROPN/2/obl",
            ("to", "in"),
            False,
            id="who is sent is not the host",
        ),
        pytest.param(
            "AID",
            "Paris/PROPN/2/nsubj forgave/VERB/0/root Togo/PROPN/4/nmod:poss debt/NOUN/2/obj",
            ("possessor", "of", "owed", "object", "for", "to"),
            False,
            id="whose debt is forgiven is helped",
        ),
        pytest.param(
            "SUPPORT",
            "they/PRON/2/nsubj restored/VERB/0/root diplomatic/ADJ/4/amod ties/NOUN/2/obj",
            ("with", "object", "between"),
            True,
            id="two restore their ties",
        ),
    ],
)
def test_who_is_dealt_with_stands_where_the_frame_has_it(
    act: str, rows: str, recipient: tuple[str, ...], mutual: bool
) -> None:
    found = possible_triggers(Tree(reading(rows)), world.load().lexicon)
    trigger = next(one for one in found if one.type == act)
    assert (trigger.recipient_slots, "mutual" in trigger.flags) == (recipient, mutual)
