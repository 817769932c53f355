"""The dated directory of political and armed actors, and the nouns that name their agents.

``load()`` reads the data files of this folder: ``states.toml``, ``office_holders/*.toml``,
``bodies.toml``, ``movements.toml``, ``institutions.toml``, ``organisations.toml``,
``people.toml``, ``peoples.toml`` and ``agents.toml``; codes and sectors follow section 2 of the
codebook.
"""

from __future__ import annotations

from dateline.knowledge.actors.agents import Agents, is_plural, singular
from dateline.knowledge.actors.directory import PARTICLES, ActorDirectory, Match, in_office
from dateline.knowledge.actors.entry import Entry, Kind
from dateline.knowledge.actors.forms import fold, key
from dateline.knowledge.actors.loading import load

__all__ = [
    "PARTICLES",
    "ActorDirectory",
    "Agents",
    "Entry",
    "Kind",
    "Match",
    "fold",
    "in_office",
    "is_plural",
    "key",
    "load",
    "singular",
]
