"""Joins the acts that the rules propose with those that the language model reads.

Both give an act a probability. Where both see it, the two are joined in their logits; its
parties are those that the rules find in a slot and those that the model sees, its mood and voice
those that the tree shows. What only one of them sees must convince by itself; of several types of
one word the likeliest stays, and what another act tells already goes (``redundant``).
"""

from __future__ import annotations

from collections import defaultdict
from math import log

import msgspec

from dateline.coding.acts import Act
from dateline.coding.bystanders import is_subject_elsewhere
from dateline.coding.chances import SEEN, SURE
from dateline.coding.guessed import without_guesses, without_long_shots
from dateline.coding.linear import Blend, Weights, probability
from dateline.coding.people import People
from dateline.coding.read_acts import act_of, kinds
from dateline.coding.redundant import is_taken_up, without_repeats
from dateline.coding.weigh import Candidate, asked, best_of
from dateline.records import ReadAct, Statement
from dateline.tree import Tree

Key = tuple[int, str]


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
        keys = _matches(one, read)
        seen = read[keys[0]] if keys else None
        if _guessed(one.act) and (seen is None or seen.score < SEEN):
            continue
        matched.update(keys[:1])
        score = _trust(one, seen, weights, blend)
        if score < asked(one, threshold):
            continue
        matched.update(keys)
        act = one.act
        if seen is not None and seen.score >= SEEN:
            told = _seen(act, keys, read, people, statements)
            act = _of_both(act, told, seen, blend, people)
        acts.append(_scored(act, score, "rules" if seen is None else "rules and model"))
    settled = {act.trigger.head for act in acts if "sure" in act.trigger.flags}
    alone = []
    for key, one_read in read.items():
        score = blended(blend, one_read.score, blend.unlisted)
        if key not in matched and key[0] not in settled and score >= threshold:
            alone.append(_scored(act_of(one_read, tree, people, statements), score, "model"))
    both = (*acts, *alone)
    acts += [act for act in alone if not is_taken_up(act, both, tree, statements)]
    return without_repeats(_likeliest(acts, weights.second), people, statements)


def _trust(one: Candidate, seen: ReadAct | None, weights: Weights, blend: Blend) -> float:
    """How likely an act of the rules is one, by both opinions."""
    trust = probability(weights.total(one.features))
    if seen is not None:
        return blended(blend, seen.score, trust)
    # An accusation vouches for what it tells; the model's silence is no evidence then.
    return trust if one.accused else blended(blend, blend.unseen, trust)


def _of_both(act: Act, told: Act, seen: ReadAct, blend: Blend, people: People) -> Act:
    """The rules' act with what the model tells of its parties."""
    if not (act.mutual or told.mutual):
        act = without_guesses(act, told, seen, people)
    told = without_long_shots(act, told, seen, people)
    return _merged(act, told, seen.score >= blend.lead, people)


def _likeliest(acts: list[Act], second: float) -> list[Act]:
    """Of the acts that one word may tell the likeliest, in order of the text."""
    by_token: dict[int, list[Act]] = defaultdict(list)
    for act in acts:
        by_token[act.trigger.head].append(act)
    return [act for head in sorted(by_token) for act in best_of(by_token[head], second)]


def blended(blend: Blend, model: float, rules: float) -> float:
    """One probability from two."""
    return probability(blend.bias + blend.model * _logit(model) + blend.rules * _logit(rules))


def _matches(one: Candidate, read: dict[Key, ReadAct]) -> list[Key]:
    """The model's acts of the same type on the words of the rules' trigger and on the verb that
    carries it, the surest first. What two sides do to each other is another act than what one of
    them does ("hosted the talks"), but for the toll that it took."""
    trigger = one.act.trigger
    carrier = () if one.act.carrier is None else (one.act.carrier,)
    words = dict.fromkeys((trigger.head, *trigger.tokens, *carrier))
    any_way = one.act.mutual or "toll" in trigger.flags
    keys = [
        (token, trigger.type)
        for token in words
        if (seen := read.get((token, trigger.type))) is not None
        and (token == trigger.head or any_way or seen.traits["mutual"] < SURE)
    ]
    return sorted(keys, key=lambda key: -read[key].score)


def _seen(
    act: Act,
    keys: list[Key],
    read: dict[Key, ReadAct],
    people: People,
    statements: tuple[Statement, ...],
) -> Act:
    """The model's act as its surest reading gives it; who is killed stands by the verb of a toll,
    not by the noun of the blow."""
    flags, tree = act.trigger.flags, people.tree
    by_state = "passive-state" in flags and not act.actors
    surest = act_of(read[keys[0]], tree, people, statements, by_state=by_state)
    own = read.get((act.trigger.head, act.trigger.type))
    if "toll" not in flags or own is None or own.score < SEEN:
        return surest
    if _is_toll_of_clash(act, surest, people):
        return surest
    verb = act_of(own, tree, people, statements)
    return msgspec.structs.replace(
        surest,
        actors=verb.actors or surest.actors,
        recipients=verb.recipients or surest.recipients,
    )


def _guessed(act: Act) -> bool:
    """Whether a noun has both parties from near by alone: then neither can be told (codebook
    section 1)."""
    return act.trigger.noun and {"actor", "recipient"} <= set(act.nearby)


def _merged(act: Act, seen: Act, sure: bool, people: People) -> Act:
    """The rules' act with the parties of both; a side that the tree did not give is the model's
    where it sees the act as well, both sides where it is ``sure`` of it."""
    trigger = act.trigger
    if trigger.mode is None and seen.trigger.mode is not None:
        trigger = msgspec.structs.replace(trigger, mode=seen.trigger.mode)
    if _is_toll_of_clash(act, seen, people):
        sides = {"actors": seen.actors, "recipients": seen.recipients}
        return msgspec.structs.replace(act, trigger=trigger, mutual=True, nearby=(), **sides)
    actors, recipients = seen.actors, seen.recipients
    clause = None if act.nearby else _relative_clause(act, people)
    if clause and act.actors and act.recipients:
        actors, recipients = (
            tuple(head for head in side if head in clause) for side in (actors, recipients)
        )
    actors = _side(act.actors, actors, people, sure or "actor" in act.nearby)
    recipients = _side(act.recipients, recipients, people, sure or "recipient" in act.nearby)
    if not act.mutual:
        actors = _apart(act, actors, recipients, people)
    return msgspec.structs.replace(act, trigger=trigger, actors=actors, recipients=recipients)


def _apart(
    act: Act, actors: tuple[int, ...], recipients: tuple[int, ...], people: People
) -> tuple[int, ...]:
    """The actors without the model's that are among the recipients; where the tree tells the actor,
    without those that are coordinated with a recipient, are one by another name, or are the
    subjects of another clause."""
    if not act.actors or "actor" in act.nearby:
        return tuple(head for head in actors if head in act.actors or head not in recipients)
    tree, codes = people.tree, people.codes(recipients)
    struck = frozenset(map(tree.first_conjunct, recipients))
    return tuple(
        head
        for head in actors
        if head in act.actors
        or not (
            tree.first_conjunct(head) in struck
            or (codes and people.codes((head,)) <= codes)
            or is_subject_elsewhere(head, act.trigger.head, tree)
        )
    )


def _is_toll_of_clash(act: Act, seen: Act, people: People) -> bool:
    """Whether a toll is that of a clash whose sides the model sees: "died in fighting with"."""
    told = "toll" in act.trigger.flags and seen.trigger.head != act.trigger.head and seen.mutual
    sides = (*seen.actors, *seen.recipients)
    return told and len(kinds(sides, people)) > 1


def _relative_clause(act: Act, people: People) -> frozenset[int] | None:
    """The words of the relative clause that a verb stands in and of its noun; ``None`` where it
    stands in none. Who is named outside has no part in the act, if the clause tells both sides."""
    tree, clause = people.tree, act.trigger.head
    while tree.bare(clause) in ("conj", "xcomp"):
        clause = tree[clause].head
    if act.trigger.noun or tree.relation(clause) != "acl:relcl":
        return None
    noun = tree[clause].head
    names = (name for one in tree.children(noun, "appos", "conj") for name in tree.subtree(one))
    return frozenset((people.head_of(noun), noun, *names, *tree.subtree(clause)))


def _side(
    ruled: tuple[int, ...], read: tuple[int, ...], people: People, leads: bool
) -> tuple[int, ...]:
    """The heads of one side: the model's where it ``leads`` and sees any party ("two bridges in
    Lebanon" are none), else those of both."""
    if leads and any(map(people.is_party, read)):
        return read
    return tuple(dict.fromkeys((*ruled, *read)))


def _logit(value: float) -> float:
    kept = min(0.999, max(0.001, value))
    return log(kept / (1.0 - kept))


def _scored(act: Act, score: float, by: str) -> Act:
    return msgspec.structs.replace(act, score=score, why=f"{act.why}; {by} {score:.2f}")
