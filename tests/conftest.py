"""What holds for all tests, and the data of the package that many of them ask."""

from __future__ import annotations

import pytest
from hypothesis import settings

from dateline import knowledge as world
from dateline.knowledge import Knowledge
from dateline.knowledge import actors as known_actors
from dateline.knowledge.actors import ActorDirectory

# A busy machine is slow now and then; how long a test takes says nothing about its subject.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The data that ship: lexicon, actors, places, times."""
    return world.load()


@pytest.fixture(scope="session")
def directory() -> ActorDirectory:
    """The actors that ship, without any user's file."""
    return known_actors.load()
