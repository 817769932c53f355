"""Entries by which the one who acts tells what is done: armed men, authorities, crowds, envoys."""

from __future__ import annotations

import pytest
from trees import reading

from dateline import knowledge as world
from dateline.coding.triggers import possible_triggers
from dateline.knowledge import lexicon as lexicons
from dateline.tree import Tree


def act_of(act: str, head: str, words: str) -> str | None:
    """The mode of the first entry of a type that a verb or noun and the words near it complete:
    "" where it has none, None where no entry fits."""
    lexicon, near = lexicons.load(), frozenset(words.split())
    entries = (*lexicon.verbs.get(head, ()), *lexicon.nouns.get(head, ()))
    fits = (p for p in entries if p.type == act and p.matches(near) and "negated" not in p.flags)
    first = next(fits, None)
    return first and (first.mode or "")


@pytest.mark.parametrize(
    ("act", "head", "words", "mode"),
    [
        # Places, goods and people in the hands of armed men and authorities.
        ("COERCE", "entered", "^rebels @place", "seize"),
        ("COERCE", "entered", "^minister @place", None),
        ("COERCE", "took", "^soldiers ridge the", "seize"),
        ("COERCE", "took", "^soldiers part", None),
        ("COERCE", "recaptured", "@place", "seize"),
        ("COERCE", "found", "^police grenades four", "seize"),
        ("COERCE", "found", "^police body", None),
        ("COERCE", "stole", "^bandits mules", "seize"),
        ("COERCE", "intercepted", "^navy trawler", "seize"),
        ("COERCE", "intercepted", "^navy drone", None),
        ("COERCE", "taken", "from house his", "arrest"),
        ("COERCE", "taken", "from house photos", None),
        ("COERCE", "committed", "to hospital a", "arrest"),
        ("COERCE", "closed", "^governor market the", "restrict"),
        ("COERCE", "closed", "^governor deal the", None),
        ("COERCE", "stopped", "^guards bus a", "restrict"),
        ("COERCE", "disperse", "^police wedding a", "restrict"),
        ("COERCE", "searched", "^soldiers cells", "restrict"),
        ("COERCE", "surrounded", "^troops parliament the", "restrict"),
        ("COERCE", "declared", "gathering unlawful", "restrict"),
        ("COERCE", "drove", "thousands across", "deport"),
        ("COERCE", "prolonged", "emergency", "martial-law"),
        ("COERCE", "cut", "internet", "censor"),
        ("COERCE", "accessed", "^hackers server a", "cyber"),
        ("COERCE", "swung", "election by campaign", "misinformation"),
        ("COERCE", "breach", "of server", "cyber"),
        # What is ended, sent home and pronounced.
        ("SANCTION", "cut", "deliveries", "discontinue"),
        ("SANCTION", "cut", "emissions budget", None),
        ("SANCTION", "prohibited", "dealing from banks", "discontinue"),
        ("SANCTION", "voted", "funding cut", "discontinue"),
        ("SANCTION", "traded", "expulsions", "expel"),
        ("SANCTION", "ordered", "attaché to leave country", "expel"),
        ("SANCTION", "dismissed", "auditor the", "expel"),
        ("SANCTION", "dismissed", "auditor claims", None),
        ("SANCTION", "quit", "^party cabinet the", "withdraw"),
        ("SANCTION", "handed", "^judge years nine", "convict"),
        # Crowds.
        ("PROTEST", "burned", "^crowd depot", "riot"),
        ("PROTEST", "set", "^students bus fire", "riot"),
        ("PROTEST", "closed", "^villagers road the", "obstruct"),
        ("PROTEST", "closed", "^weather road the", None),
        ("PROTEST", "surrounded", "^farmers ministry the", "obstruct"),
        ("PROTEST", "felled", "trees across road", "obstruct"),
        ("PROTEST", "stood", "^mothers outside candles", "demo"),
        ("PROTEST", "demanded", "^demonstrators answers", "demo"),
        ("PROTEST", "demanded", "^lawyers answers", None),
        ("PROTEST", "struck", "^nurses over", "strike"),
        ("PROTEST", "stayed", "away from ^lawyers court", "strike"),
        ("PROTEST", "left", "parliament ^deputies", "boycott"),
        # Promises and bargains.
        ("AGREE", "accepted", "at", ""),
        ("AGREE", "accepted", "resignation his", None),
        ("AGREE", "proposed", "to send", ""),
        ("AGREE", "proposed", "treaty a", ""),
        ("AGREE", "obtained", "pledge a", ""),
        ("AGREE", "settled", "quarrel with", ""),
        ("AGREE", "initialled", "protocol a", ""),
        ("CONCEDE", "agreed", "to step aside", ""),
        ("CONCEDE", "regretted", "^army deaths", ""),
        ("CONCEDE", "regretted", "^army decision", None),
        ("CONCEDE", "hold", "fire will", ""),
        ("CONCEDE", "dropped", "warrant the", ""),
        ("CONCEDE", "dropped", "leaflets", None),
        # Officials and whom they see.
        ("CONSULT", "saw", "^envoy delegations both", ""),
        ("CONSULT", "saw", "^envoy signs", None),
        ("CONSULT", "called", "on ^ambassador governor", ""),
        ("CONSULT", "called", "on ^ambassador governor stop", None),
        ("CONSULT", "received", "^king bishop", ""),
        ("CONSULT", "received", "^king letter", None),
        ("CONSULT", "sat", "^delegates together", ""),
        ("CONSULT", "travel", "to ^mediator", "visit"),
    ],
)
def test_who_acts_tells_what_is_done(act: str, head: str, words: str, mode: str | None) -> None:
    assert act_of(act, head, words) == mode


@pytest.mark.parametrize(
    ("act", "rows", "actor", "recipient"),
    [
        (
            "AGREE",
            "Chad/PROPN/2/nsubj obtained/VERB/0/root assurances/NOUN/2/obj from/ADP/5/case "
            "Togo/PROPN/2/obl",
            ("from", "of", "by"),
            ("subject",),
        ),
        (
            "CONSULT",
            "consul/NOUN/2/nsubj called/VERB/0/root on/ADP/4/case governor/NOUN/2/obl",
            ("subject",),
            ("on",),
        ),
        (
            "PROTEST",
            "Miners/NOUN/2/nsubj stood/VERB/0/root outside/ADP/4/case court/NOUN/2/obl "
            "with/ADP/6/case candles/NOUN/2/obl",
            ("subject",),
            ("against", "over"),
        ),
    ],
)
def test_whom_it_concerns_stands_where_the_frame_has_it(
    act: str, rows: str, actor: tuple[str, ...], recipient: tuple[str, ...]
) -> None:
    found = possible_triggers(Tree(reading(rows)), world.load().lexicon)
    (trigger,) = [one for one in found if one.type == act and not one.noun]
    assert (trigger.actor_slots, trigger.recipient_slots) == (actor, recipient)


@pytest.mark.parametrize(
    ("rows", "enters"),
    [
        (
            "Soldiers/NOUN/2/nsubj waited/VERB/0/root and/CCONJ/4/cc entered/VERB/2/conj "
            "Mombasa/PROPN/4/obj",
            True,
        ),
        (
            "Tourists/NOUN/2/nsubj waited/VERB/0/root and/CCONJ/4/cc entered/VERB/2/conj "
            "Mombasa/PROPN/4/obj",
            False,
        ),
        (
            "Hundreds/NOUN/4/nsubj of/ADP/3/case soldiers/NOUN/1/nmod entered/VERB/0/root "
            "Mombasa/PROPN/4/obj",
            True,
        ),
        (
            "Friends/NOUN/4/nsubj of/ADP/3/case soldiers/NOUN/1/nmod entered/VERB/0/root "
            "Mombasa/PROPN/4/obj",
            False,
        ),
        (
            "Police/NOUN/4/nsubj and/CCONJ/3/cc soldiers/NOUN/1/conj entered/VERB/0/root "
            "Mombasa/PROPN/4/obj",
            True,
        ),
        (
            "soldiers/NOUN/0/root who/PRON/3/nsubj entered/VERB/1/acl:relcl Mombasa/PROPN/3/obj",
            True,
        ),
        (
            "Soldiers/NOUN/2/nsubj began/VERB/0/root to/PART/4/mark enter/VERB/2/xcomp "
            "Mombasa/PROPN/4/obj",
            True,
        ),
        (
            "Soldiers/NOUN/2/nsubj let/VERB/0/root pilgrims/NOUN/2/obj enter/VERB/2/xcomp "
            "Mombasa/PROPN/4/obj",
            False,
        ),
    ],
)
def test_the_subject_that_an_entry_asks_for_may_be_shared_or_counted(
    rows: str, enters: bool
) -> None:
    found = possible_triggers(Tree(reading(rows)), world.load().lexicon)
    assert any(one.type == "MOBILIZE" for one in found) == enters
