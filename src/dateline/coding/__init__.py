"""The event coder: a reading, its statements and its cast become attributed events.

Two stages. Acts are proposed, by the lexicon and the tree (``weigh``) and by the language model
(``read_acts``), and joined (``join``); then the codebook's rules turn acts into
events (``codebook``). The second stage does not ask where an act comes from.
"""

from __future__ import annotations

from dateline.coding import linear
from dateline.coding.acts import Act, Trigger
from dateline.coding.codebook import events
from dateline.coding.join import join
from dateline.coding.people import People
from dateline.coding.weigh import candidates
from dateline.knowledge import Knowledge
from dateline.records import Cast, Event, Reading, Statement
from dateline.tree import Tree

__all__ = ["Act", "Trigger", "code", "events"]


def code(
    reading: Reading,
    statements: tuple[Statement, ...],
    cast: Cast,
    knowledge: Knowledge,
    *,
    expected: bool = True,
) -> tuple[Event, ...]:
    """All events of a report, in order of the text.

    ``expected`` says whether the report's words speak of events at all: where they do not (a
    football report), what looks like an act must be surer to be one.
    """
    tree, lexicon = Tree(reading), knowledge.lexicon
    people = People(tree, cast, lexicon)
    found = candidates(tree, people, statements, lexicon)
    acts = join(tree, people, statements, found, linear.load(), expected)
    return events(acts, reading, statements, cast, knowledge, people)
