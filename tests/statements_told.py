"""Statements of hand-made trees, for several tests of attribution."""

from __future__ import annotations

from trees import reading

from dateline.attribution import attribute
from dateline.knowledge import Knowledge
from dateline.records import Statement


def told(knowledge: Knowledge, rows: str) -> list[tuple[str, str, Statement]]:
    made = reading(rows)
    return [
        ("" if one.source is None else made.text_of(one.source), made.text_of(one.content), one)
        for one in attribute(made, knowledge)
    ]
