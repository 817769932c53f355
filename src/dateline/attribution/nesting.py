"""Which statement stands in the content of which (codebook section 5: outermost first)."""

from __future__ import annotations

import msgspec

from dateline.attribution.hedges import CITING
from dateline.records import Statement
from dateline.tree import Tree


def nest(statements: list[Statement], tree: Tree) -> tuple[Statement, ...]:
    """Statements in order of their contents, each with the index of its parent.

    The parent is the smallest other statement whose content holds the cue, or the one that cites
    its source.
    """
    cited = [_as_cited(one, statements, tree) for one in statements]
    ordered = sorted(cited, key=lambda s: (s.content.start, -s.content.end, s.cue.start))
    return tuple(
        msgspec.structs.replace(inner, parent=_parent(inner, ordered, tree)) for inner in ordered
    )


def _as_cited(one: Statement, statements: list[Statement], tree: Tree) -> Statement:
    """A source that another speaker cites tells what that speaker does: "the agency said, citing
    officials"."""
    if tree.words[one.cue_head] not in CITING:
        return one
    citing = next((s for s in statements if s.cue_head == tree[one.cue_head].head), None)
    return one if citing is None else msgspec.structs.replace(one, content=citing.content)


def _parent(inner: Statement, statements: list[Statement], tree: Tree) -> int | None:
    best: int | None = None
    citing = tree[inner.cue_head].head if tree.words[inner.cue_head] in CITING else None
    for index, outer in enumerate(statements):
        if outer is inner or outer.cue == inner.cue:
            continue
        if outer.cue_head == citing:
            return index
        if not outer.content.contains(inner.cue):
            continue
        if inner.content.contains(outer.cue):
            continue
        if best is None or _length(outer) < _length(statements[best]):
            best = index
    return best


def _length(statement: Statement) -> int:
    return statement.content.end - statement.content.start
