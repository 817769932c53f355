"""Whom words mean in readings made by rule or by hand, for several tests of actors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from actor_reading import read_roughly
from trees import reading

from dateline.knowledge.actors import ActorDirectory
from dateline.records import Actor, Reading, Span
from dateline.resolution.actors import actors_of_span, resolve_actors

DAY = date(2020, 9, 28)


def resolved(
    text: str, words: str, directory: ActorDirectory, day: date | None = DAY, last: bool = False
) -> tuple[Actor, ...]:
    """Whom the first or ``last`` mention of ``words`` means, in a text read by rule."""
    return _resolved(read_roughly(text, directory, day), words, directory, last)


def pairs(actors: Iterable[Actor]) -> set[tuple[str, str]]:
    """Their codes with their sectors."""
    return {(actor.code, actor.sector) for actor in actors}


def in_reading(made: Reading, words: str, directory: ActorDirectory) -> set[tuple[str, str]]:
    """Whom the last mention of ``words`` means."""
    return pairs(_resolved(made, words, directory, last=True))


def meant(
    text: str, words: str, directory: ActorDirectory, day: date | None = DAY
) -> set[tuple[str, str]]:
    """Whom the last mention of ``words`` means, in a text read by rule."""
    return pairs(resolved(text, words, directory, day, last=True))


def codes_meant(text: str, words: str, directory: ActorDirectory) -> set[str]:
    """The codes alone of whom the last mention of ``words`` means, in a text read by rule."""
    return {code for code, _ in meant(text, words, directory)}


def of_word(
    rows: str, word: str, directory: ActorDirectory, day: date | None = DAY
) -> set[tuple[str, str]]:
    """Whom the last mention of ``word`` means, in trees written by hand."""
    return in_reading(reading(rows, day), word, directory)


def in_tree(rows: str, word: str, directory: ActorDirectory) -> set[str]:
    """The codes of the mention whose head is the last ``word``, in trees written by hand."""
    made = reading(rows, DAY)
    head = max(i for i, token in enumerate(made.tokens) if token.text == word)
    meant = next(m for m in resolve_actors(made, directory) if m.head == head)
    return {actor.code for actor in meant.actors}


def _resolved(
    made: Reading, words: str, directory: ActorDirectory, last: bool
) -> tuple[Actor, ...]:
    text = made.report.text
    start = text.rindex(words) if last else text.index(words)
    mentions = resolve_actors(made, directory)
    return actors_of_span(made, mentions, Span(start, start + len(words)))
