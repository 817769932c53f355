"""Dateline's own places and names, laid over the gazetteer file when it is opened.

The file holds what GeoNames knows; what this package writes itself (``countries.toml``,
``first_level.toml``, ``areas.toml``) stays in text files that can be read and changed without
building the file again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

import msgspec

from dateline.knowledge.places import own_data
from dateline.knowledge.places.entry import Entry, Kind
from dateline.knowledge.places.fold import fold
from dateline.knowledge.places.sphere import distance
from dateline.records import Record

# Two towns of one name so many kilometres apart are one.
_ONE_TOWN = 20.0


class Overlay(Record):
    """Entries that replace or add to those of the file, and further keys of entries."""

    entries: dict[int, Entry]
    keys: dict[str, tuple[int, ...]]


def overlay(
    countries: Mapping[str, int],
    regions: Mapping[str, int],
    get: Callable[[int], Entry | None],
    find: Callable[[str], tuple[Entry, ...]],
) -> Overlay:
    """Lays the data files over a gazetteer.

    ``countries`` gives identifiers by alpha-2 code, ``regions`` by code ("US.TX"), ``get`` the
    entry of the file by identifier, ``find`` those by folded name.
    """
    entries: dict[int, Entry] = {}
    keys: dict[str, list[int]] = defaultdict(list)
    described = [(countries.get(code), own) for code, own in own_data.countries().items()]
    described += [(regions.get(code), own) for code, own in own_data.first_level().items()]
    for identifier, own in described:
        entry = get(identifier) if identifier is not None else None
        if entry is None:
            continue
        entries[entry.id] = msgspec.structs.replace(
            entry, latitude=own.point[0], longitude=own.point[1]
        )
        for name in own.names:
            keys[fold(name)].append(entry.id)
    for area, names in own_data.areas():
        own_keys = {fold(name) for name in (area.name, *names)}
        twin = _twin(area, own_keys, find)
        if twin is None:
            entries[area.id] = area
        for key in own_keys:
            keys[key].append(area.id if twin is None else twin.id)
    for identifier in {identifier for ids in keys.values() for identifier in ids}:
        entry = entries.get(identifier) or get(identifier)
        if entry is not None:
            entries[identifier] = entry
    return Overlay(
        entries=entries, keys={key: tuple(dict.fromkeys(ids)) for key, ids in keys.items()}
    )


def _twin(area: Entry, keys: set[str], find: Callable[[str], tuple[Entry, ...]]) -> Entry | None:
    """The town of the file that a town of ours is, under one of its names."""
    if area.kind is not Kind.CITY:
        return None
    candidates = (
        entry
        for key in sorted(keys)
        for entry in find(key)
        if entry.kind is Kind.CITY
        and distance(area.latitude, area.longitude, entry.latitude, entry.longitude) < _ONE_TOWN
    )
    return max(candidates, key=lambda entry: entry.population, default=None)
