"""Joins the acts that the rules propose with those that the language model reads.

Both give an act a probability. Where both see it, the two are joined in their logits; its
parties are those that the rules find in a slot and those that the model sees, its mood and voice
those that the tree shows. What only one of them sees must convince by itself; of several types of
one word the likeliest stays.
"""

from __future__ import annotations

from collections import defaultdict
from math import log

import msgspec

from dateline.coding.acts import Act
from dateline.coding.linear import Blend, Weights, probability
from dateline.coding.people import People
from dateline.coding.read_acts import act_of
from dateline.coding.weigh import Candidate, asked, best_of
from dateline.records import ReadAct, Statement
from dateline.tree import Tree

Key = tuple[int, str]
SEEN = 0.3  # probability from which the model is taken to see an act


def join(
    tree: Tree,
    people: People,
    statements: tuple[Statement, ...],
    found: tuple[Candidate, ...],
    weights: Weights,
    expected: bool = True,
) -> tuple[Act, ...]:
    """The acts of a reading by both opinions, in order of the text.

    Where no events are ``expected`` of the report, an act must convince more.
    """
    blend = weights.blend or Blend()
    threshold = blend.threshold if expected else blend.unexpected
    read = {(act.token, act.type): act for act in tree.reading.acts}
    matched: set[Key] = set()
    acts: list[Act] = []
    for one in found:
        key = _match(one, read)
        if key is None and _guessed(one.act):
            continue
        trust = probability(weights.total(one.features))
        if key is None:
            # An accusation vouches for what it tells; the model's silence is no evidence then.
            score = trust if one.accused else blended(blend, blend.unseen, trust)
            act, by = one.act, "rules"
        else:
            matched.add(key)
            score = blended(blend, read[key].score, trust)
            act, by = one.act, "rules and model"
        if score < asked(one, threshold):
            continue
        if key is not None and read[key].score >= SEEN:
            act = _merged(act, act_of(read[key], tree, people, statements), read[key], blend.lead)
        acts.append(_scored(act, score, by))
    for key, alone in read.items():
        score = blended(blend, alone.score, blend.unlisted)
        if key not in matched and score >= threshold:
            acts.append(_scored(act_of(alone, tree, people, statements), score, "model"))
    by_token: dict[int, list[Act]] = defaultdict(list)
    for act in acts:
        by_token[act.trigger.head].append(act)
    return tuple(
        act for head in sorted(by_token) for act in best_of(by_token[head], weights.second)
    )


def blended(blend: Blend, model: float, rules: float) -> float:
    """One probability from two."""
    return probability(blend.bias + blend.model * _logit(model) + blend.rules * _logit(rules))


def _match(one: Candidate, read: dict[Key, ReadAct]) -> Key | None:
    """The model's act of the same type on one of the words of the rules' trigger."""
    trigger = one.act.trigger
    for token in (trigger.head, *trigger.tokens):
        if (token, trigger.type) in read:
            return token, trigger.type
    return None


def _guessed(act: Act) -> bool:
    """Whether a noun has both parties from near by alone: then neither can be told (codebook
    section 1)."""
    return act.trigger.noun and {"actor", "recipient"} <= set(act.nearby)


def _merged(act: Act, seen: Act, read: ReadAct, lead: float) -> Act:
    """The rules' act with the parties of both; a side that the tree did not give is the model's
    where it sees the act as well, both sides where it is sure of it."""
    sure = read.score >= lead
    trigger = act.trigger
    if trigger.mode is None and seen.trigger.mode is not None:
        trigger = msgspec.structs.replace(trigger, mode=seen.trigger.mode)
    return msgspec.structs.replace(
        act,
        trigger=trigger,
        actors=_side(act.actors, seen.actors, sure or "actor" in act.nearby),
        recipients=_side(act.recipients, seen.recipients, sure or "recipient" in act.nearby),
    )


def _side(ruled: tuple[int, ...], read: tuple[int, ...], leads: bool) -> tuple[int, ...]:
    """The heads of one side: the model's where it ``leads`` and sees any, else those of both."""
    return read if leads and read else tuple(dict.fromkeys((*ruled, *read)))


def _logit(value: float) -> float:
    kept = min(0.999, max(0.001, value))
    return log(kept / (1.0 - kept))


def _scored(act: Act, score: float, by: str) -> Act:
    return msgspec.structs.replace(act, score=score, why=f"{act.why}; {by} {score:.2f}")
