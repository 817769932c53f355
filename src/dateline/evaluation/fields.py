"""Do two matching dyads agree on the other fields? (codebook section 7)"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from dateline.evaluation.dyads import Dyad
from dateline.evaluation.record import CodedEvent, CodedParty, CodedPlace

NOT_WORDS = re.compile(r"\W+")

# Geocoders are commonly scored at 100 miles: Gritta et al., "A pragmatic guide to geoparsing
# evaluation", Language Resources and Evaluation 54 (2020).
NEAR_KILOMETRES = 161.0
EARTH_RADIUS_KILOMETRES = 6371.0


def same_mode(gold: Dyad, coded: Dyad) -> bool:
    return (gold.event.mode or None) == (coded.event.mode or None)


def same_sectors(gold: Dyad, coded: Dyad) -> bool:
    return _sector(gold.actor) == _sector(coded.actor) and _sector(gold.recipient) == _sector(
        coded.recipient
    )


def same_date(gold: Dyad, coded: Dyad) -> bool:
    """Equal at the coarser of the two precisions; intervals are compared by their first day."""
    if gold.event.date is None or coded.event.date is None:
        return gold.event.date == coded.event.date
    first, second = (date.split("/")[0] for date in (gold.event.date, coded.event.date))
    coarser = min(len(first), len(second))
    return first[:coarser] == second[:coarser]


def same_era(gold: Dyad, coded: Dyad) -> bool:
    return (gold.event.era or None) == (coded.event.era or None)


def same_place(gold: Dyad, coded: Dyad) -> bool:
    """The same name, or near each other where both codings give coordinates."""
    return gold.event.place_name == coded.event.place_name or _near(
        gold.event.place, coded.event.place
    )


def same_counts(gold: Dyad, coded: Dyad) -> bool:
    return (gold.event.counts or {}) == (coded.event.counts or {})


def same_modality(gold: Dyad, coded: Dyad) -> bool:
    return (gold.event.modality or None) == (coded.event.modality or None)


def same_polarity(gold: Dyad, coded: Dyad) -> bool:
    return (gold.event.polarity or None) == (coded.event.polarity or None)


def same_evidence(gold: Dyad, coded: Dyad) -> bool:
    """One holds the other, punctuation and spaces aside: sentences may be cut differently."""
    first, second = _letters(gold.event), _letters(coded.event)
    return first == second or bool(first and second and (first in second or second in first))


FIELDS: dict[str, Callable[[Dyad, Dyad], bool]] = {
    "mode": same_mode,
    "sector": same_sectors,
    "date": same_date,
    "era": same_era,
    "place": same_place,
    "counts": same_counts,
    "modality": same_modality,
    "polarity": same_polarity,
    "evidence": same_evidence,
}


def agreement(gold: Dyad, coded: Dyad) -> dict[str, bool]:
    """For each field whether the two agree."""
    return {field: same(gold, coded) for field, same in FIELDS.items()}


def _sector(party: CodedParty | None) -> str | None:
    return party.sector if party is not None else None


def _letters(event: CodedEvent) -> str:
    return NOT_WORDS.sub("", event.evidence)


def _near(first: CodedPlace | str | None, second: CodedPlace | str | None) -> bool:
    if not isinstance(first, CodedPlace) or not isinstance(second, CodedPlace):
        return False
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return False
    distance = _kilometres((first.lat, first.lon), (second.lat, second.lon))
    return distance <= NEAR_KILOMETRES


def _kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance between two points in degrees (haversine formula)."""
    (lat1, lon1), (lat2, lon2) = (
        (math.radians(latitude), math.radians(longitude)) for latitude, longitude in (first, second)
    )
    half_chord = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KILOMETRES * math.asin(math.sqrt(half_chord))
