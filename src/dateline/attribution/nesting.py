"""Which statement stands in the content of which (codebook section 5: outermost first)."""

from __future__ import annotations

import msgspec

from dateline.records import Statement


def nest(statements: list[Statement]) -> tuple[Statement, ...]:
    """Statements in order of their contents, each with the index of its parent.

    The parent is the smallest other statement whose content holds the cue.
    """
    ordered = sorted(statements, key=lambda s: (s.content.start, -s.content.end, s.cue.start))
    return tuple(
        msgspec.structs.replace(inner, parent=_parent(inner, ordered)) for inner in ordered
    )


def _parent(inner: Statement, statements: list[Statement]) -> int | None:
    best: int | None = None
    for index, outer in enumerate(statements):
        if outer is inner or not outer.content.contains(inner.cue) or outer.cue == inner.cue:
            continue
        if inner.content.contains(outer.cue):
            continue
        if best is None or _length(outer) < _length(statements[best]):
            best = index
    return best


def _length(statement: Statement) -> int:
    return statement.content.end - statement.content.start
