"""What the codebook's rules know of one report."""

from __future__ import annotations

from dateline.coding.parties import Resolver
from dateline.coding.people import People
from dateline.knowledge import Knowledge
from dateline.records import Cast, Statement


class Rules:
    """Base of the codebook's rules over one report."""

    def __init__(
        self,
        people: People,
        statements: tuple[Statement, ...],
        cast: Cast,
        knowledge: Knowledge,
        resolver: Resolver,
    ) -> None:
        self._tree = people.tree
        self._people = people
        self._statements = statements
        self._cast = cast
        self._ontology = knowledge.ontology
        self._lexicon = knowledge.lexicon
        self._cues = knowledge.lexicon.cues
        self._directory = knowledge.actors
        self._resolver = resolver
