"""The lexicon's words for what is said of others: blame, refusal, threat, call, praise."""

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
        ("ACCUSE", "called", "act of ill will"),
        ("ACCUSE", "considered", "remark insult"),
        ("ACCUSE", "found", "ban shameful"),
        ("ACCUSE", "repudiated", "statement the"),
        ("ACCUSE", "laid", "guilt on neighbour"),
        ("ACCUSE", "traced", "breach to unit"),
        ("ACCUSE", "suggested", "be behind fire"),
        ("ACCUSE", "claimed", "=rigged vote"),
        ("ACCUSE", "said", "other =started"),
        ("ACCUSE", "tried", "for mutiny"),
        ("ACCUSE", "heard", "petition court against"),
        ("ACCUSE", "reviewing", "strike the"),
        ("ACCUSE", "said", "=was basis legal"),
        ("not ACCUSE", "said", "=was basis if"),
        ("not ACCUSE", "called", "for act of will on"),
        ("not ACCUSE", "considered", "remark kind"),
        ("not ACCUSE", "claimed", "=won vote"),
        ("not ACCUSE", "reviewing", "parade the"),
        ("REJECT", "told", "to mind own business"),
        ("REJECT", "dismissed", "plan as fantasy"),
        ("REJECT", "rejected", "report finding"),
        ("REJECT", "lift", "not will siege"),
        ("REJECT", "do", "thing no such"),
        ("REJECT", "answered", "will =continue"),
        ("REJECT", "said", "=finished dialogue"),
        ("REJECT", "returned", "note unopened"),
        ("REJECT", "abandon", "not claims"),
        ("not REJECT", "abandon", "not allies"),
        ("not REJECT", "abandon", "not @place"),
        ("not REJECT", "said", "will not =abandon @place"),
        ("not REJECT", "lift", "not weights"),
        ("not REJECT", "said", "no one was hurt"),
        ("not REJECT", "walk", "out on street"),
        ("not REJECT", "returned", "note"),
        ("THREATEN", "warned", "enemy that"),
        ("THREATEN", "met", "be would with force"),
        ("THREATEN", "review", "would grants its"),
        ("THREATEN", "turn", "will into ashes"),
        ("THREATEN", "vowed", "to flatten"),
        ("THREATEN", "have", "will consequences"),
        ("THREATEN", "tell", "expect sanctions"),
        ("THREATEN", "threat", "of"),
        ("THREATEN", "stands", "ready take measures"),
        ("THREATEN", "said", "could =withhold funds"),
        ("THREATEN", "threatened", "^army neighbour"),
        ("not THREATEN", "stands", "ready take part"),
        ("not THREATEN", "said", "could =withhold nothing"),
        ("not THREATEN", "threatened", "^drought neighbour"),
        ("not THREATEN", "threatened", "^army peace"),
        ("not THREATEN", "warned", "that =spread cholera"),
        ("not THREATEN", "warned", "against travel"),
        ("not THREATEN", "met", "would minister with"),
        ("not THREATEN", "review", "its grants"),
        ("not THREATEN", "have", "will consequences humanitarian"),
        ("not THREATEN", "threat", "security as"),
        ("REQUEST", "expects", "same from"),
        ("REQUEST", "ordered", "^court army"),
        ("REQUEST", "called", "fighters to lay"),
        ("REQUEST", "wants", "embargo tightened"),
        ("REQUEST", "told", "has to withdraw"),
        ("REQUEST", "proposed", "plebiscite"),
        ("REQUEST", "said", "=vital that"),
        ("REQUEST", "campaigned", "for release"),
        ("not REQUEST", "ordered", "^court arrest"),
        ("not REQUEST", "told", "had that to"),
        ("not REQUEST", "pleaded", "guilty to"),
        ("not REQUEST", "summoned", "ambassador"),
        ("SUPPORT", "took", "side the of"),
        ("SUPPORT", "reaffirmed", "treaty 1951"),
        ("SUPPORT", "said", "=step important"),
        ("SUPPORT", "said", "=have right every"),
        ("SUPPORT", "concluded", "peace"),
        ("SUPPORT", "nominated", "for prize"),
        ("not SUPPORT", "took", "side no"),
        ("not SUPPORT", "said", "=have right it every"),
        ("not SUPPORT", "nominated", "candidate"),
        ("COMMENT", "warned", "that"),
        ("COMMENT", "warned", "would famine =spread"),
        ("COMMENT", "called", "release heartening"),
        ("COMMENT", "declared", "mourning"),
        ("not COMMENT", "warned", "would =strike"),
    ],
)
def test_words_near_a_word_tell_what_is_said_of_others(act: str, head: str, near: str) -> None:
    lexicon, words = lexicons.load(), frozenset(near.split())
    entries = (*lexicon.verbs.get(head, ()), *lexicon.nouns.get(head, ()))
    told = {entry.type for entry in entries if entry.matches(words)}
    assert (act.removeprefix("not ") in told) is not act.startswith("not ")


@pytest.mark.parametrize(
    ("act", "rows", "actor", "recipient"),
    [
        pytest.param(
            "ACCUSE",
            "envoy/NOUN/3/nsubj:pass was/AUX/3/aux:pass summoned/VERB/0/root to/ADP/5/case "
            "ministry/NOUN/3/obl",
            ("subject", "to", "by"),
            ("object",),
            id="summoned by the ministry that the envoy goes to",
        ),
        pytest.param(
            "ACCUSE",
            "Lima/PROPN/2/nsubj voiced/VERB/0/root anger/NOUN/2/obj to/ADP/5/case "
            "Quito/PROPN/2/obl",
            ("subject",),
            ("to", "at", "with", "against", "over", "about", "of", "object"),
            id="voiced to another",
        ),
        pytest.param(
            "THREATEN",
            "raid/NOUN/3/nsubj will/AUX/3/aux have/VERB/0/root consequences/NOUN/3/obj",
            ("by",),
            ("subject", "against", "for"),
            id="who has them has not threatened",
        ),
        pytest.param(
            "SUPPORT",
            "mayor/NOUN/2/nsubj won/VERB/0/root praise/NOUN/2/obj from/ADP/5/case Rome/PROPN/2/obl",
            ("from", "of", "by"),
            ("subject",),
            id="who wins praise is praised",
        ),
        pytest.param(
            "SUPPORT",
            "council/NOUN/3/nsubj:pass is/AUX/3/aux:pass encouraged/VERB/0/root by/ADP/5/case "
            "progress/NOUN/3/obl:agent",
            ("object",),
            ("by",),
            id="who is encouraged approves",
        ),
        pytest.param(
            "REQUEST",
            "Rome/PROPN/2/nsubj wants/VERB/0/root Tunis/PROPN/2/iobj to/PART/5/mark "
            "leave/VERB/2/xcomp",
            ("subject",),
            ("object",),
            id="whom somebody wants to act is asked",
        ),
    ],
)
def test_who_judges_whom_stands_where_the_frame_has_it(
    act: str, rows: str, actor: tuple[str, ...], recipient: tuple[str, ...]
) -> None:
    found = possible_triggers(Tree(reading(rows)), world.load().lexicon)
    trigger = next(one for one in found if one.type == act)
    assert (trigger.actor_slots, trigger.recipient_slots) == (actor, recipient)
