"""On whose word an act is known (codebook section 5)."""

from __future__ import annotations

from dateline.coding.people import People
from dateline.records import UNKNOWN, Span, Stance, Statement, Voice
from dateline.tree import Tree


def speakers_of(
    trigger: Span, cue_token: int, statements: tuple[Statement, ...]
) -> tuple[int, ...]:
    """The statements whose content holds a trigger, outermost first.

    ``cue_token`` is the trigger's own head: a statement whose cue is the trigger itself is the
    act, not its source.
    """
    holding = [
        index
        for index, one in enumerate(statements)
        if one.content.contains(trigger) and one.cue_head != cue_token
    ]
    if not holding:
        return ()
    innermost = min(holding, key=lambda i: _length(statements[i].content))
    return _chain(innermost, cue_token, statements)


def denying(cue_token: int, statements: tuple[Statement, ...]) -> tuple[int, ...]:
    """The statement that a word of denial or doubt opens, outermost first, where the word is taken
    to name the very act that is denied ("denied attacking")."""
    for index, one in enumerate(statements):
        if one.cue_head == cue_token and one.stance is not Stance.ASSERTS:
            return _chain(index, cue_token, statements)
    return ()


def _chain(innermost: int, cue_token: int, statements: tuple[Statement, ...]) -> tuple[int, ...]:
    """A statement and those that it is told within, outermost first."""
    chain = [innermost]
    parent = statements[innermost].parent
    while parent is not None and parent not in chain:
        if statements[parent].cue_head != cue_token:
            chain.append(parent)
        parent = statements[parent].parent
    chain.reverse()
    return tuple(chain)


def _length(span: Span) -> int:
    return span.end - span.start


def voice_of(one: Statement, tree: Tree, people: People) -> tuple[Voice, ...]:
    """The speakers of one statement: one voice for each code that its source stands for."""
    if one.source is None or one.source_head is None:
        return (Voice(text="", span=None, code=UNKNOWN),)
    mention = people.mention(one.source_head)
    if mention is None:
        text = tree.reading.text_of(one.source)
        return (Voice(text=text, span=one.source, code=UNKNOWN),)
    text = tree.reading.text_of(mention.span)
    codes = dict.fromkeys(actor.code for actor in mention.actors) or {UNKNOWN: None}
    return tuple(Voice(text=text, span=mention.span, code=code) for code in codes)


def is_nobody(one: Statement, people: People) -> bool:
    """Whether the source of a statement is no speaker: reports, figures, measures."""
    if one.source_head is None:
        return True
    mention = people.mention(one.source_head)
    return mention is None or all(a.code == UNKNOWN and not a.sector for a in mention.actors)
