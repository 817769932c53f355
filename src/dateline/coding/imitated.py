"""Acts that are told by the word of doing the same: "France recalled its envoy. Spain *followed
suit*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.coding.acts import Act
from dateline.coding.people import People
from dateline.coding.verb_roles import VerbRoles
from dateline.coding.voice import speakers_of
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Modality, Polarity, Statement
from dateline.tree import Tree

TOLD = frozenset({"root", "conj", "parataxis"})  # clauses that say that it was done
PERFECT = frozenset({"has", "have", "had", "did", "'s", "’s", "'ve", "’ve"})


def with_imitators(
    acts: Iterable[Act], people: People, statements: tuple[Statement, ...], lexicon: Lexicon
) -> tuple[Act, ...]:
    """The acts with those of others who are told to have done the same after them, in place of
    what else was read in these words."""
    made, tree = tuple(acts), people.tree
    same = dict(_imitations(tree, lexicon))
    if not same:
        return made
    roles = VerbRoles(tree, people, lexicon)
    words = {*same, *same.values()}
    kept = tuple(act for act in made if act.trigger.head not in words)
    copies = []
    for verb, word in same.items():
        copied, actors = _before(verb, kept, tree), roles.subject(verb)
        if copied is None or not people.codes(actors).isdisjoint(people.codes(copied.actors)):
            continue
        copies.append(
            msgspec.structs.replace(
                copied,
                trigger=msgspec.structs.replace(copied.trigger, head=verb, tokens=(verb, word)),
                trigger_span=tree.span((verb, word)),
                sentence=tree[verb].sentence,
                actors=actors,
                carrier=None,
                nearby=(),
                speakers=speakers_of(verb, tree, statements, lexicon.cues),
                why=f"the same as: {copied.why}",
            )
        )
    found = {copy.trigger.head: copy for copy in copies if copy.actors}
    others = (act for act in made if act in kept or _verb(act, same) not in found)
    return (*others, *found.values())


def _verb(act: Act, same: dict[int, int]) -> int:
    """The verb of doing the same whose words an act was read in."""
    head = act.trigger.head
    return next((verb for verb, word in same.items() if head in (verb, word)), -1)


def _imitations(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The verbs that say that somebody has done the same, each with the word that says so."""
    for verb, form in enumerate(tree.words):
        objects = lexicon.cues.imitating.get(form)
        if objects is None or tree.bare(verb) not in TOLD or not _is_done(verb, tree, lexicon):
            continue
        for word in tree.children(verb, "obj", "advmod", "obl"):
            near = [word]
            if tree.words[word] in lexicon.cues.steps:
                near += tree.children(word, "amod")
            if any(tree.words[one] in objects for one in near):
                yield verb, word
                break


def _is_done(verb: int, tree: Tree, lexicon: Lexicon) -> bool:
    helped = {tree.words[one] for one in tree.children(verb, "aux")}
    return helped <= PERFECT and not lexicon.cues.is_negated(tree, verb)


def _before(verb: int, acts: tuple[Act, ...], tree: Tree) -> Act | None:
    """The last one-way act told before a verb, in its sentence or the one before."""
    near = [
        act
        for act in acts
        if act.trigger.head < verb
        and tree[verb].sentence - act.sentence <= 1
        and not (act.mutual or act.trigger.noun)
        and act.actors
        and act.modality is Modality.HAPPENED
        and act.polarity is Polarity.POSITIVE
    ]
    return max(near, key=lambda act: (act.sentence, act.trigger.head), default=None)
