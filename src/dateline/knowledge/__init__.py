"""What the world is like: types of act, words, actors, places and times, kept as data files.

One frozen :class:`Knowledge` is handed to every step; its parts are read from their files
when they are first asked for.
"""

from __future__ import annotations

from functools import cached_property

from dateline.knowledge import actors as directories
from dateline.knowledge import counts as tolls
from dateline.knowledge import lexicon as lexicons
from dateline.knowledge import ontology as ontologies
from dateline.knowledge import places as gazetteers
from dateline.knowledge import times as grammars
from dateline.knowledge.actors import ActorDirectory
from dateline.knowledge.counts import CountWords
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.ontology import Ontology
from dateline.knowledge.places import Gazetteer
from dateline.knowledge.times import Grammar
from dateline.settings import Settings

__all__ = ["Knowledge", "load"]


class Knowledge:
    """All data files of one run. Parts load lazily and never change once loaded."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def ontology(self) -> Ontology:
        return ontologies.load()

    @cached_property
    def lexicon(self) -> Lexicon:
        return lexicons.load(self._settings.lexicon_files)

    @cached_property
    def actors(self) -> ActorDirectory:
        return directories.load(self._settings.actors_file)

    @cached_property
    def places(self) -> Gazetteer:
        return gazetteers.load()

    @cached_property
    def counts(self) -> CountWords:
        return tolls.load()

    @cached_property
    def times(self) -> Grammar:
        return grammars.load()


def load(settings: Settings | None = None) -> Knowledge:
    """The knowledge that the settings choose."""
    return Knowledge(settings or Settings())
