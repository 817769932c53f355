"""What holds for all tests, and what many of them ask for: the data that ship, a site to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from archived import SIX, archive_of
from full_codings import REJECTION
from hypothesis import settings
from web_desk import Desk
from web_site import Site, open_site

from dateline import knowledge as world
from dateline.knowledge import Knowledge
from dateline.knowledge import actors as known_actors
from dateline.knowledge import places as known_places
from dateline.knowledge.actors import ActorDirectory
from dateline.knowledge.places import Gazetteer

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


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The places that ship, without any user's file."""
    return known_places.load()


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on this machine, open for one test."""
    with open_site() as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A folder of reports that a collector fills."""
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def digest_of_six(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the digest of an archive of the six codings of all kinds must be."""
    return archive_of(tmp_path_factory.mktemp("six"), SIX, rejections=(REJECTION,))
