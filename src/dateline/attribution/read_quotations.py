"""Statements that the language model reads where the tree and the cue list show none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.attribution.hedges import names_reason
from dateline.attribution.sources import heads_report, is_own_voice
from dateline.attribution.speech import is_judged
from dateline.knowledge.lexicon import Cues
from dateline.records import Quotation, Span, Stance, Statement, StatementKind
from dateline.tree import Tree

LEAST = 0.6  # probability of the cue from which the model is believed by itself


def read_statements(tree: Tree, found: Sequence[Statement], cues: Cues) -> Iterator[Statement]:
    """One statement for each quotation, with source and content, whose cue is in none yet."""
    taken = {statement.cue_head for statement in found}
    taken.update(_denied_claims(tree, found, cues))
    for quotation in tree.reading.quotations:
        made = _statement(tree, quotation, cues)
        if made is not None and made.cue_head not in taken:
            taken.add(made.cue_head)
            yield made


def _denied_claims(tree: Tree, found: Iterable[Statement], cues: Cues) -> Iterator[int]:
    """The nouns for claims that somebody turns down: they tell nothing on another's word."""
    denied = {one.content for one in found if one.stance is Stance.DENIES}
    for noun, token in enumerate(tree.tokens if denied else ()):
        if tree.words[noun] in cues.asserting_nouns:
            first = tree.subtree(noun)[0]
            starts = {token.span.start, tree[first].span.start}
            if any(one.start in starts and one.contains(token.span) for one in denied):
                yield noun


def _statement(tree: Tree, quotation: Quotation, cues: Cues) -> Statement | None:
    if quotation.source is None or quotation.content is None or quotation.score < LEAST:
        return None
    if not _speaks({tree.words[i] for i in range(*quotation.cue)}, cues):
        return None
    source, cue = tree.top(*quotation.source), tree.top(*quotation.cue)
    wanted = (cues.planning | cues.wanting) - cues.asserting
    if tree.words[cue] in cues.judging | wanted or is_own_voice(tree, source, cue, cues):
        return None
    if is_judged(tree, cue) or names_reason(tree, cue, source, cues):
        return None
    stance = _stance(tree, quotation, cues)
    if stance is Stance.ASSERTS and heads_report(tree, source):
        return None
    if stance is not Stance.ASSERTS and tree.words[tree.top(*quotation.content)] in cues.refused:
        return None
    return Statement(
        source=_span(tree, *quotation.source),
        source_head=source,
        cue=_span(tree, *quotation.cue),
        cue_head=cue,
        content=_span(tree, *quotation.content),
        kind=StatementKind.INDIRECT,
        stance=stance,
    )


def _speaks(words: set[str], cues: Cues) -> bool:
    """Whether the words of a cue tell that something is said, and not that it is left unsaid."""
    nouns = cues.asserting_nouns | cues.denying_nouns
    said = words & (cues.speaking | nouns | cues.seeing | {"according"})
    return bool(said) and not words & (cues.negators | cues.declining)


def _stance(tree: Tree, quotation: Quotation, cues: Cues) -> Stance:
    words = {tree.words[i] for i in range(*quotation.cue)}
    if words & cues.denying:
        return Stance.DENIES
    return Stance.DOUBTS if words & cues.doubting else Stance.ASSERTS


def _span(tree: Tree, first: int, end: int) -> Span:
    return Span(tree[first].span.start, tree[end - 1].span.end)
