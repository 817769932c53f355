"""Who says what: a reading becomes statements with source, cue, content and stance.

The way: cue verbs and nouns through the tree, "according to" and hedges, claims called false, what
the language model reads beside them, words behind "said:" without marks, quotation marks with the
cue or the last speaker they belong to, then nesting. What the report's own agency or paper says is
the report itself and makes no statement (codebook section 5).
"""

from __future__ import annotations

from dateline.attribution.direct import attach_quotations
from dateline.attribution.falsehood import called_false
from dateline.attribution.hedges import hedged
from dateline.attribution.nesting import nest
from dateline.attribution.read_quotations import read_statements
from dateline.attribution.speech import Cue, cue_of, noun_statements, spoken, statement
from dateline.attribution.unmarked import unmarked
from dateline.knowledge import Knowledge
from dateline.marks import quotations
from dateline.records import Reading, Statement, StatementKind
from dateline.tree import Tree

__all__ = ["attribute"]


def attribute(reading: Reading, knowledge: Knowledge) -> tuple[Statement, ...]:
    """All statements of a report, in order of their contents; ``parent`` indexes the result."""
    tree, cues = Tree(reading), knowledge.lexicon.cues
    found: list[Statement] = []
    speakers: list[Cue] = []
    speaking = cues.speaking | cues.brushing.keys()
    for index, word in enumerate(tree.words):
        cue = cue_of(tree, index, cues) if word in speaking else None
        if cue is None:
            continue
        speakers.append(cue)
        if cue.own:
            continue
        if cue.source is not None:
            for content, kind in spoken(tree, cue, cues):
                found.append(statement(tree, cue, content, kind))
    false = tuple(called_false(tree, cues))
    claims = (
        (cue, content)
        for cue, content in noun_statements(tree, cues)
        if not any(denied.contains(tree[cue.head].span) for _, denied in false)
    )
    for cue, content in (*hedged(tree, cues), *claims, *false):
        if not cue.own:
            found.append(statement(tree, cue, content, StatementKind.INDIRECT))
    found += list(read_statements(tree, found, cues))
    quoted = quotations(reading.report.text)
    for cue, content in unmarked(tree, speakers, quoted, cues):
        found = [one for one in found if one.cue_head != cue.head]
        found.append(statement(tree, cue, content, StatementKind.DIRECT))
    found = attach_quotations(tree, quoted, found, speakers)
    return nest(list(dict.fromkeys(found)), tree)
