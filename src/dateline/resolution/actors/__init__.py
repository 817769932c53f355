"""Actors of a report: which state, movement or body each noun phrase and pronoun means."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.actors import ActorDirectory
from dateline.records import UNKNOWN, Actor, ActorMention, Place, Reading, Span
from dateline.resolution.actors.phrase_tree import PhraseTree
from dateline.resolution.actors.resolver import Resolver

__all__ = ["actors_of_span", "resolve_actors"]


def resolve_actors(
    reading: Reading, directory: ActorDirectory, places: Iterable[Place] = ()
) -> tuple[ActorMention, ...]:
    """An :class:`ActorMention` for every noun phrase head, pronoun and name that modifies one.

    ``places`` are the resolved toponyms of the report: a town named as a target stands for its
    people. Heads that no rule explains have one actor with code ``?``. Codebook, section 2.
    """
    return Resolver(reading, directory, places).mentions()


def actors_of_span(
    reading: Reading, mentions: Iterable[ActorMention], span: Span
) -> tuple[Actor, ...]:
    """The actors that a span of the report means: those of its head and what is joined to it.

    A span that names no known kind of actor stands for people of the country spoken of; the
    result is empty only where the span holds no nominal word.
    """
    mentions = tuple(mentions)
    tree = PhraseTree(reading)
    by_head = {mention.head: mention for mention in mentions}
    found: list[Actor] = []
    for head in tree.heads_of(span):
        if head in by_head:
            found.extend(by_head[head].actors)
    if not found:
        for mention in by_head.values():
            if span.contains(reading.tokens[mention.head].span):
                found.extend(mention.actors)
    if not found:
        wider = [mention for mention in by_head.values() if mention.span.contains(span)]
        if wider:
            narrowest = min(wider, key=lambda m: m.span.end - m.span.start)
            found.extend(narrowest.actors)
    if not any(actor.code != UNKNOWN or actor.sector for actor in found):
        found.extend(_owners(tree, by_head, span))
    found = _within(tree, by_head, span, found)
    known = [actor for actor in found if actor.code != UNKNOWN]
    if not known and found and not any(actor.sector for actor in found):
        return (_somebody(reading, mentions, span),)
    return tuple(dict.fromkeys(known or found))


def _within(
    tree: PhraseTree, by_head: dict[int, ActorMention], span: Span, found: list[Actor]
) -> list[Actor]:
    """Without actors whose name stands in the phrase but outside the span ("Russian and …")."""
    inside, outside = set[str](), set[str]()
    for head in tree.heads_of(span):
        if head not in by_head:
            continue
        for index in tree.covered(by_head[head].span):
            if index != head and index in by_head:
                named = inside if span.contains(tree.tokens[index].span) else outside
                named.update(actor.code for actor in by_head[index].actors)
    apart = outside - inside - {UNKNOWN}
    kept = [actor for actor in found if actor.code not in apart]
    return kept if inside and kept else found


def _owners(tree: PhraseTree, by_head: dict[int, ActorMention], span: Span) -> list[Actor]:
    """Whose a thing is that is no agent itself: the names within its span, nearest its head."""
    heads = tree.heads_of(span)
    inside = [i for i in tree.covered(span) if i in by_head and i not in heads]
    owned = [i for i in inside if any(actor.code != UNKNOWN for actor in by_head[i].actors)]
    if not owned:
        return []
    nearest = min(owned, key=lambda i: abs(i - heads[0]))
    return [actor for actor in by_head[nearest].actors if actor.code != UNKNOWN]


def _somebody(reading: Reading, mentions: Iterable[ActorMention], span: Span) -> Actor:
    """Who acts or suffers but is no known kind of actor: people of the country spoken of."""
    score: dict[str, float] = {}
    here = next((i for i, s in enumerate(reading.sentences) if s.span.overlaps(span)), 0)
    for mention in mentions:
        distance = abs(reading.tokens[mention.head].sentence - here)
        for actor in mention.actors:
            if len(actor.code) == 3 and actor.why.startswith(
                ("state", "demonym", "place", "local")
            ):
                score[actor.code] = score.get(actor.code, 0.0) + 0.2 + 1 / (1 + distance)
    code = max(score, key=lambda code: score[code], default=UNKNOWN)
    return Actor(code=code, sector="CVL", why="no agent noun: the country spoken of")
