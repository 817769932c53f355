"""What a coding leaves open: other words for the same act or the same party.

A coder marks an act once, at its fullest mention, and a party by one of its words (codebook
section 1). Other words for them are neither right nor wrong, so nothing is learnt from them: not
that "the raid" three sentences on is no act, nor that "Moscow" does not act where "Russia" was
marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from dateline.attribution import attribute
from dateline.coding.people import People
from dateline.coding.read_acts import read_acts
from dateline.coding.weigh import candidates
from dateline.knowledge import Knowledge
from dateline.records import Reading
from dateline.resolution import resolve
from dateline.tree import Tree
from training.annotated import Bound, Document

ROLES = ("actor", "recipient", "voice")
NEAR = 1  # sentences between an act and a word that may stand for a party of it
Dyad = tuple[str, str, str]  # type, codes of actor and recipient, "-" where there is none


def with_repeats_open(document: Document, reading: Reading, knowledge: Knowledge) -> Document:
    """The document, read as ``reading``, with the ``repeats`` of its acts and the ``open`` words of
    their parties."""
    bounds = document.triggers or ()
    tree = Tree(reading)
    people = People(tree, resolve(reading, knowledge), knowledge.lexicon)
    return replace(
        document,
        triggers=tuple(replace(b, open=tuple(_other_words(b, people))) for b in bounds),
        repeats=tuple(_repeats(bounds, people, knowledge)),
    )


def _repeats(
    bounds: Sequence[Bound], people: People, knowledge: Knowledge
) -> Iterator[tuple[str, int]]:
    """Words that seem to tell, by the rules or by an earlier model, an act of the same type and
    parties as a coded one."""
    tree = people.tree
    coded = {(bound.label, bound.first) for bound in bounds}
    wanted = {
        dyad
        for bound in bounds
        for dyad in _dyads(
            bound.label, _marked(bound, "actor"), _marked(bound, "recipient"), people
        )
    }
    statements = attribute(tree.reading, knowledge)
    ruled = (one.act for one in candidates(tree, people, statements, knowledge.lexicon))
    told = {
        (act.trigger.type, act.trigger.head)
        for act in chain(ruled, read_acts(tree.reading, tree, people, statements))
        if not wanted.isdisjoint(_dyads(act.trigger.type, act.actors, act.recipients, people))
    }
    yield from sorted(told - coded)


def _dyads(
    kind: str, actors: Iterable[int], recipients: Iterable[int], people: People
) -> Iterator[Dyad]:
    one, other = (
        {actor.code for head in side for actor in people.actors(people.head_of(head))} or {"-"}
        for side in (actors, recipients)
    )
    yield from ((kind, a, b) for a in one for b in other)


def _marked(bound: Bound, role: str) -> tuple[int, ...]:
    return tuple(first for name, first, _ in bound.parts if name == role)


def _other_words(bound: Bound, people: People) -> Iterator[tuple[str, int]]:
    """Words near the act that stand for nobody but those whom the coder marked in a role, by code
    and sector."""
    tree = people.tree
    taken = {people.head_of(word) for role in ROLES for word in _marked(bound, role)}
    marked: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for role in ROLES:
        for word in _marked(bound, role):
            marked[role] |= _parties(people.head_of(word), people)
    sentence = tree[bound.first].sentence
    for head in people.all_heads():
        near = abs(tree[head].sentence - sentence) <= NEAR
        if near and head not in taken and people.known(head):
            own = _parties(head, people)
            yield from ((role, head) for role in ROLES if own <= marked[role])


def _parties(head: int, people: People) -> set[tuple[str, str | None]]:
    return {(actor.code, actor.sector) for actor in people.actors(head)}
