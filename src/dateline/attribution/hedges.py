"""Statements without a cue verb of their own: "according to X", "reportedly", "it is said"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dateline.attribution.sources import heads_report, is_own_voice, told_by
from dateline.attribution.speech import AROUND, Cue
from dateline.knowledge.lexicon import Cues
from dateline.records import Span, Stance
from dateline.tree import Tree

CITING = frozenset({"citing", "quoting"})  # of a source or of a reason


def hedged(tree: Tree, cues: Cues) -> Iterator[tuple[Cue, Span]]:
    """Cues and contents of all hedges and "according to" phrases of a reading."""
    openers = {phrase[0] for phrase in cues.according}
    for index, word in enumerate(tree.words):
        if word in openers:
            yield from _according(tree, index, cues)
        if word == "by":
            yield from _by_account(tree, index, cues)
        if word in cues.hedge_adverbs or word in cues.hedge_adjectives:
            yield from _adverb(tree, index, cues)
        if word in cues.hedge_verbs:
            yield from _passive(tree, index, cues)


def _according(tree: Tree, index: int, cues: Cues) -> Iterator[tuple[Cue, Span]]:
    """ "according to the ministry": the clause that the phrase hangs on is its content."""
    if not any(_starts(tree, index, phrase) for phrase in cues.according):
        return
    relation = tree.bare(index)
    if relation == "case":
        source = tree[index].head
    elif relation in ("advcl", "obl", "advmod") and tree.children(index, "obj", "obl"):
        source = tree.children(index, "obj", "obl")[0]
    else:
        return
    top = index if relation != "case" else source
    governor = tree.parent(top)
    if governor is None or names_reason(tree, index, source, cues):
        return
    content = _rest(tree, _clause(tree, governor), top)
    if content is None:
        return
    unnamed = tree.words[source] in cues.unnamed_sources
    named = told_by(tree, source, cues) if unnamed else source
    own = named is not None and (
        heads_report(tree, named) or is_own_voice(tree, named, index, cues)
    )
    yield Cue(head=index, source=named, stance=Stance.ASSERTS, own=own), content


def _by_account(tree: Tree, index: int, cues: Cues) -> Iterator[tuple[Cue, Span]]:
    """ "…, by the army's own count", "By data of the UN, …": set apart, as no cause or agent is."""
    noun = tree[index].head
    clause = tree.parent(noun)
    if clause is None or tree.bare(noun) != "obl" or tree.bare(index) != "case":
        return
    apart = noun < clause or tree.words[index - 1] == ","
    if not apart or tree.words[noun] not in cues.documents | cues.asserting_nouns:
        return
    of = (one for one in tree.children(noun, "nmod") if tree.case(one) == "of")
    source = told_by(tree, noun, cues) or next(of, None)
    content = _rest(tree, _clause(tree, clause), noun)
    if source is not None and content is not None:
        yield Cue(head=index, source=source, stance=Stance.ASSERTS), content


def names_reason(tree: Tree, opener: int, cited: int, cues: Cues) -> bool:
    """Whether what is cited is a reason ("vetoed it, citing bias"): neither a name nor what speaks
    or is written, and nobody is said to report anything."""
    if tree.words[opener] not in CITING or tree[cited].part_of_speech == "PROPN":
        return False
    speaking = cues.documents | cues.nameless | cues.media | cues.unnamed_sources
    above = tree.ancestors(opener)
    said = (one for here in above for one in (here, *tree.children(here, "parataxis")))
    return tree.words[cited] not in speaking and not any(
        tree.words[one] in cues.speaking for one in said
    )


def _adverb(tree: Tree, index: int, cues: Cues) -> Iterator[tuple[Cue, Span]]:
    word, relation = tree.words[index], tree.bare(index)
    governor = tree.parent(index)
    if governor is None:
        return
    adverb = word in cues.hedge_adverbs and relation in ("advmod", "parataxis")
    adjective = word in cues.hedge_adjectives and relation == "amod"
    if adverb or adjective:
        for words in _hedged_words(tree, governor, adjective):
            yield _unsourced(index), tree.span(words)


def _hedged_words(tree: Tree, governor: int, adjective: bool) -> Iterator[tuple[int, ...]]:
    """The words below a hedged one without what stands beside it, as runs: other clauses, what is
    told of its subject ("a leader *arrested in Spain* allegedly planned …"), what came before."""
    beside = [*tree.children(governor, "conj", "advcl", "parataxis", "appos")]
    for subject in tree.children(governor, "nsubj", "nsubj:pass"):
        beside += [i for i in tree.subtree(subject) if tree.bare(i) == "acl"]
    beside += [c for c in tree.children(governor, "obl") if tree.case(c).split(" ")[0] in AROUND]
    if adjective:
        beside += [c for c in tree.children(governor, "acl") if tree.relation(c) == "acl:relcl"]
    outside = {i for head in beside for i in tree.subtree(head)}
    inside = [i for i in tree.subtree(governor) if i not in outside]
    for _, run in groupby(enumerate(inside), lambda pair: pair[1] - pair[0]):
        words = tuple(i for _, i in run)
        if any(tree.relation(i) != "punct" for i in words):
            yield words


def _passive(tree: Tree, verb: int, cues: Cues) -> Iterator[tuple[Cue, Span]]:
    """ "is said to have …", "is accused of …", "it is reported that …" without an agent."""
    if tree[verb].part_of_speech != "VERB" or not tree.is_passive(verb):
        return
    if tree.children(verb, "obl:agent"):
        return
    if cues.is_negated(tree, verb, "advmod"):
        return
    preposition = cues.blaming.get(tree.words[verb], "of")
    for child in tree.children(verb, "xcomp", "ccomp", "csubj", "advcl", "obl", "csubj:pass"):
        if child < verb and tree.bare(child) != "csubj":
            continue
        if tree.bare(child) in ("advcl", "obl") and preposition not in (
            *(tree.words[mark] for mark in tree.children(child, "mark")),
            tree.case(child),
        ):
            continue
        yield _unsourced(verb), tree.span(tree.subtree(child))


def _unsourced(head: int) -> Cue:
    return Cue(head=head, source=None, stance=Stance.ASSERTS)


def _starts(tree: Tree, index: int, phrase: tuple[str, ...]) -> bool:
    return tree.words[index : index + len(phrase)] == phrase


def _clause(tree: Tree, index: int) -> int:
    """The head of the smallest clause around a token."""
    while True:
        if tree[index].part_of_speech in ("VERB", "AUX") or tree.children(index, "cop", "nsubj"):
            return index
        head = tree.parent(index)
        if head is None:
            return index
        index = head


def _rest(tree: Tree, clause: int, phrase: int) -> Span | None:
    """A clause without the phrase that names its source."""
    outside = set(tree.subtree(phrase))
    rest = [i for i in tree.subtree(clause) if i not in outside and tree.relation(i) != "punct"]
    before = [i for i in rest if i < min(outside)]
    after = [i for i in rest if i > max(outside)]
    longer = before if len(before) > len(after) else after
    return tree.span(tuple(longer)) if longer else None
