"""Parties of the rules that the language model knows better: pronouns, and subjects misread."""

from __future__ import annotations

import msgspec

from dateline.coding.acts import Act
from dateline.coding.chances import CERTAIN, POSSIBLE, SURE, TAKES_PART
from dateline.coding.people import People
from dateline.knowledge.pronouns import PRONOUNS, SPEAKER, THIRD_PERSON
from dateline.records import ReadAct

GUESSED = SPEAKER | THIRD_PERSON  # "each other" and "who" have their bearers in the clause
Chances = dict[int, float]


def without_guesses(act: Act, told: Act, seen: ReadAct, people: People) -> Act:
    """The rules' act without the parties of which the model knows better.

    ``seen`` is the act as the model sees it, ``told`` the same with its parties. Whom a pronoun
    means is guessed: it gives way to a name that the model sees on its side. An actor whom the
    model does not see at all gives way to one of the sentence of whom it is certain.
    """
    actor = {people.head_of(role.token): role.actor for role in seen.roles}
    recipient = {people.head_of(role.token): role.recipient for role in seen.roles}
    actors = _without_pronouns(act.actors, told.actors, actor, people)
    actors = _without_unseen(act, actors, told.actors, actor, people)
    recipients = _without_pronouns(act.recipients, told.recipients, recipient, people)
    return msgspec.structs.replace(act, actors=actors, recipients=recipients)


def without_long_shots(act: Act, told: Act, seen: ReadAct, people: People) -> Act:
    """The model's act without the parties that it only finds likelier than others, on a side for
    which the tree gives somebody known. Who is told to take a place may hold it from others."""
    actors = {people.head_of(role.token): role.actor for role in seen.roles}
    recipients = {people.head_of(role.token): role.recipient for role in seen.roles}
    if "actor" in act.nearby or not any(map(people.known, act.actors)):
        actors = {}
    placed = all(people.place(head) is not None for head in act.recipients)
    if "recipient" in act.nearby or placed or not any(map(people.known, act.recipients)):
        recipients = {}
    return msgspec.structs.replace(
        told,
        actors=tuple(head for head in told.actors if actors.get(head, SURE) >= TAKES_PART),
        recipients=tuple(
            head for head in told.recipients if recipients.get(head, SURE) >= TAKES_PART
        ),
    )


def _without_pronouns(
    ruled: tuple[int, ...], read: tuple[int, ...], chances: Chances, people: People
) -> tuple[int, ...]:
    """The heads of a side, but for pronouns that are neither seen as well nor coordinated with a
    name that is."""
    tree = people.tree
    seen = {head for head, chance in chances.items() if chance >= TAKES_PART}
    named = {
        tree.first_conjunct(head)
        for head in read
        if chances.get(head, 0.0) >= SURE
        and people.is_party(head)
        and not tree.is_pronoun(head, PRONOUNS)
    }
    return tuple(
        head
        for head in ruled
        if not named
        or head in seen
        or not tree.is_pronoun(head, GUESSED)
        or tree.first_conjunct(head) in named
    )


def _without_unseen(
    act: Act, ruled: tuple[int, ...], read: tuple[int, ...], chances: Chances, people: People
) -> tuple[int, ...]:
    """The actors, but for those whom the model does not see, where it is certain of another of the
    sentence who is not coordinated with them."""
    tree = people.tree
    certain = {
        tree.first_conjunct(head)
        for head in read
        if chances.get(head, 0.0) >= CERTAIN
        and people.is_party(head)
        and tree[head].sentence == act.sentence
    }
    return tuple(
        head
        for head in ruled
        if not certain or chances.get(head, 0.0) >= POSSIBLE or tree.first_conjunct(head) in certain
    )
