"""Who, where and when the words of a report mean: a reading becomes a cast.

Places come first: a town named as a target stands for its people.
"""

from __future__ import annotations

from dateline.knowledge import Knowledge
from dateline.records import Cast, Reading
from dateline.resolution.actors import resolve_actors
from dateline.resolution.places import resolve_places
from dateline.resolution.times import resolve_times

__all__ = ["resolve"]


def resolve(reading: Reading, knowledge: Knowledge) -> Cast:
    """Everybody, every place and every day that the report speaks of, each with its reason."""
    places = resolve_places(reading, knowledge.places)
    return Cast(
        actors=resolve_actors(reading, knowledge.actors, places),
        places=places,
        times=resolve_times(reading, knowledge.times),
    )
