"""The embedded gazetteer: places by name, with coordinates, country and region."""

from __future__ import annotations

from pathlib import Path

from dateline.knowledge.places.entry import Entry, Kind
from dateline.knowledge.places.fold import fold
from dateline.knowledge.places.gazetteer import Gazetteer
from dateline.knowledge.places.own_data import (
    FeatureWords,
    RoleWords,
    feature_words,
    role_words,
    weights,
)
from dateline.knowledge.places.sphere import distance

__all__ = [
    "SHIPPED",
    "Entry",
    "FeatureWords",
    "Gazetteer",
    "Kind",
    "RoleWords",
    "distance",
    "feature_words",
    "fold",
    "load",
    "role_words",
    "weights",
]

SHIPPED = Path(__file__).with_name("gazetteer.sqlite")


def load(path: Path | None = None) -> Gazetteer:
    """Opens the gazetteer that ships with Dateline, or one built by ``dateline places build``.

    Raises ``KnowledgeError`` if the file is missing or of another schema.
    """
    return Gazetteer(path or SHIPPED)
