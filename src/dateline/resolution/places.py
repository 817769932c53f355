"""Resolution of place names: which places a report speaks of, and where they lie.

:func:`resolve_toponyms` takes the spans of the toponyms as given; :func:`resolve_places` finds
them in a reading first and tells locations from names that stand for a government.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from dateline.knowledge.places import Entry, Gazetteer, Kind, distance, weights
from dateline.records import Place, Reading, Span
from dateline.resolution.disambiguation import Choice, choose
from dateline.resolution.place_names import PlaceName, place_names
from dateline.resolution.place_roles import stands_for_government
from dateline.resolution.toponyms import Toponym, home_of, said_to_hold, said_within, toponyms
from dateline.tree import Tree

_PRECISION = {
    Kind.COUNTRY: "country",
    Kind.REGION: "region",
    Kind.DISTRICT: "region",
    Kind.CITY: "city",
    Kind.AREA: "area",
    Kind.CONTINENT: "area",
}
# Where one name has a town, a district and a region around it, the reading that a newspaper
# means without saying more; within so many kilometres the choice does not move the place.
_PREFERRED = (Kind.COUNTRY, Kind.CONTINENT, Kind.AREA, Kind.CITY, Kind.REGION, Kind.DISTRICT)
_SAME_SPOT_KILOMETRES = 60.0
# Weighted agreement with the rest of the report, and population, that make another name credible.
_SUPPORTED = 0.5
_WELL_KNOWN = 100_000
_KILOMETRES_PER_DEGREE = 111.2
# What puts one name in another, with no verb between them: "Shiloh in the West Bank", "Shiloh
# (West Bank)", "the West Bank settlement of Shiloh".
_LANDS = frozenset({Kind.COUNTRY, Kind.AREA, Kind.REGION})
_RIGHT_IN = re.compile(r"\sin\s(?:the\s)?|\s\((?:in\s)?")
_LAND_OF = re.compile(
    r"(?:['’]s)?\s(?:\w+\s)?(?:village|town|city|settlement|suburb|camp)\s(?:of\s)?"
)
_COMPASS = {
    "north": (1.0, 0.0),
    "south": (-1.0, 0.0),
    "east": (0.0, 1.0),
    "west": (0.0, -1.0),
}


def resolve_toponyms(
    text: str,
    spans: Sequence[Span],
    gazetteer: Gazetteer,
    *,
    publisher: str = "",
    url: str = "",
) -> list[Place]:
    """A place for each span, in the order given; without coordinates where nothing is known.

    Name and site of the publisher, where given, tell which country is nearest at hand. ``head``
    of the places is -1, since no tree is read.
    """
    found = _resolve(text, tuple(spans), home_of(publisher, url, gazetteer), gazetteer)
    return [_place(text, span, span, -1, found.get(span), gazetteer) for span in spans]


def resolve_places(reading: Reading, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that a reading names, in order of the text.

    ``Place.text`` is the name as written with the words that belong to it ("northern Syria",
    "Ain Issa camp"), ``name`` that of the gazetteer. A place that the gazetteer does not know
    has the coordinates of the place in which the text says it lies, or none.
    """
    text = reading.report.text
    tree = Tree(reading)
    names = place_names(reading, tree, gazetteer)
    home = home_of(reading.report.publisher, reading.report.url, gazetteer)
    resolved = _resolve(text, tuple(name.core for name in names), home, gazetteer)
    found = {span: choice for span, choice in resolved.items() if not _far_fetched(choice)}
    for one, holder in pairwise(names):
        for core, other in ((one.core, holder.core), (holder.core, one.core)):
            if core in found and other in found and _denied(text, core, other, found):
                del found[core]
    places = []
    for index, name in enumerate(names):
        choice = found.get(name.core)
        place = _place(text, name.core, name.span, name.head, choice, gazetteer)
        if choice is None:
            place = _unknown_within(place, text, names, index, found, gazetteer)
        places.append(
            msgspec.structs.replace(
                place,
                metonym=stands_for_government(
                    tree, name, choice.candidate.entry if choice else None, gazetteer
                ),
            )
        )
    return tuple(places)


def _resolve(
    text: str, spans: tuple[Span, ...], home: tuple[Toponym, ...], gazetteer: Gazetteer
) -> dict[Span, Choice]:
    choices = choose((*toponyms(text, spans, gazetteer), *home), weights("choice"))
    return {
        mention.span: _plainest(choice)
        for choice in choices
        if choice is not None
        for mention in choice.toponym.mentions
        if mention.given
    }


def _plainest(choice: Choice) -> Choice:
    """The same spot under the sort of place that the words speak for, else the usual sort."""
    chosen = choice.candidate
    if chosen.entry.kind is Kind.COUNTRY:
        return choice
    spot = [
        candidate
        for candidate in choice.toponym.candidates
        if (candidate.entry.country == chosen.entry.country or candidate.capital)
        and candidate.exact >= chosen.exact
        and distance(
            candidate.entry.latitude,
            candidate.entry.longitude,
            chosen.entry.latitude,
            chosen.entry.longitude,
        )
        < _SAME_SPOT_KILOMETRES
    ]
    best = min(
        spot,
        key=lambda candidate: (-candidate.cue, _PREFERRED.index(candidate.entry.kind)),
        default=chosen,
    )
    return Choice(
        toponym=choice.toponym,
        candidate=best,
        probability=choice.probability,
        reasons=choice.reasons,
    )


def _far_fetched(choice: Choice) -> bool:
    """Whether a place is known by another name only, is small, and nothing else of the report
    lies in its country: such a name had better stay unknown."""
    together = max(
        choice.reasons.get(feature, 0.0)
        for feature in ("same_country", "near", "qualified", "same_name")
    )
    return (
        not choice.candidate.exact
        and choice.candidate.entry.population < _WELL_KNOWN
        and choice.candidate.entry.kind in (Kind.CITY, Kind.DISTRICT)
        and together < _SUPPORTED
    )


def _denied(text: str, core: Span, holder: Span, found: Mapping[Span, Choice]) -> bool:
    """Whether the text puts a small place right in a land that the gazetteer's lies outside of
    ("the West Bank settlement of Shiloh")."""
    entry, land = found[core].candidate.entry, found[holder].candidate.entry
    first, second = sorted((core, holder))
    gap = text[first.end : second.start]
    told = _RIGHT_IN.fullmatch(gap) if core < holder else _LAND_OF.fullmatch(gap)
    small = entry.kind in (Kind.CITY, Kind.DISTRICT) and entry.population < _WELL_KNOWN
    return bool(told) and small and land.kind in _LANDS and entry.country != land.country


def _place(
    text: str, core: Span, span: Span, head: int, choice: Choice | None, gazetteer: Gazetteer
) -> Place:
    if choice is None:
        why = "not in the gazetteer"
        return Place(text=span.of(text), span=span, head=head, why=why)
    entry = choice.candidate.entry
    direction = _direction(text[span.start : core.start])
    latitude, longitude = _moved(entry, direction)
    part = any(direction) and entry.kind is Kind.COUNTRY
    return Place(
        text=span.of(text),
        span=span,
        head=head,
        name=entry.name,
        geonames=entry.id if entry.id > 0 else None,
        latitude=latitude,
        longitude=longitude,
        country=gazetteer.country_of(entry),
        region=gazetteer.region_of(entry),
        precision="area" if part else _PRECISION[entry.kind],
        why=_why(choice),
    )


def _why(choice: Choice) -> str:
    """The features that spoke most for the choice, and how many places it was chosen from."""
    places = len(choice.toponym.candidates)
    if places == 1:
        return "the only place of that name in the gazetteer"
    reasons = sorted(choice.reasons.items(), key=lambda reason: -reason[1])[:3]
    told = ", ".join(f"{name.replace('_', ' ')} {value:+.1f}" for name, value in reasons)
    return f"likeliest of {places} places ({choice.probability:.2f}): {told}"


def _unknown_within(
    place: Place,
    text: str,
    names: Sequence[PlaceName],
    index: int,
    found: Mapping[Span, Choice],
    gazetteer: Gazetteer,
) -> Place:
    """A place that the gazetteer lacks, put where a neighbouring place name says it lies."""
    core = names[index].core
    for other in (*names[index + 1 : index + 2], *names[max(0, index - 1) : index]):
        choice = found.get(other.core)
        said = (
            said_within(text, core, other.core)
            if other.core > core
            else said_to_hold(text, other.core, core)
        )
        if choice is not None and said:
            entry = choice.candidate.entry
            return msgspec.structs.replace(
                place,
                latitude=entry.latitude,
                longitude=entry.longitude,
                country=gazetteer.country_of(entry),
                region=gazetteer.region_of(entry),
                precision="region" if entry.kind is Kind.CITY else _PRECISION[entry.kind],
                why=f"not in the gazetteer; the text puts it in {entry.name}",
            )
    return place


def _direction(words: str) -> tuple[float, float]:
    """North and east as a unit vector, (0, 0) where the words name no direction."""
    lowered = words.lower()
    north = sum(_COMPASS[point][0] for point in _COMPASS if point in lowered)
    east = sum(_COMPASS[point][1] for point in _COMPASS if point in lowered)
    length = math.hypot(north, east)
    return (north / length, east / length) if length else (0.0, 0.0)


def _moved(entry: Entry, direction: tuple[float, float]) -> tuple[float, float]:
    """The point of a place, moved by half its extent for "northern Syria" and the like."""
    if direction == (0.0, 0.0):
        return entry.latitude, entry.longitude
    degrees = entry.extent / 2 / _KILOMETRES_PER_DEGREE
    latitude = max(-89.0, min(89.0, entry.latitude + degrees * direction[0]))
    longitude = entry.longitude + degrees * direction[1] / math.cos(math.radians(latitude))
    return round(latitude, 4), round((longitude + 180.0) % 360.0 - 180.0, 4)
