"""Events in the 58 columns of GDELT 1.0, one row a pair of actor and recipient.

The layout is that of the daily files of GDELT 1.0 since April 2013 (Leetaru and Schrodt,
"GDELT: Global Data on Events, Location, and Tone", and the GDELT event codebook): parted by tabs,
no header, empty for unknown. ``docs/export.md`` says column by column what is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.export.cameo_actors import cameo_actor
from dateline.export.countries import countries, name_of
from dateline.export.layout import Dyadic, Losses, dyadic, full_code
from dateline.export.source import ExportedEvent
from dateline.knowledge import cameo as cameos
from dateline.records import UNKNOWN, Party, Place

Cell = str | int | float | None

ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
    "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in ACTOR),
    *(f"Actor2{part}" for part in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{part}" for part in GEO),
    *(f"Actor2Geo_{part}" for part in GEO),
    *(f"ActionGeo_{part}" for part in GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip

# GDELT's kinds of place.
NOWHERE, COUNTRY, US_STATE, US_CITY, WORLD_CITY, WORLD_STATE = range(6)
NO_GEO: tuple[Cell, ...] = (NOWHERE, *(None,) * 6)


def rows(events: Iterable[ExportedEvent], losses: Losses) -> Iterator[tuple[Cell, ...]]:
    """One row a pair; events that GDELT has no code for are counted in ``losses``."""
    for exported in events:
        for row in dyadic(exported, losses):
            yield _row(row)


def _row(row: Dyadic) -> tuple[Cell, ...]:
    event, report = row.exported.event, row.exported.report
    cameo, code = cameos.load(), full_code(row.cameo)
    return (
        row.number,
        *_days(row.day),
        *_actor(row.pair.actor),
        *_actor(row.pair.recipient),
        int(_leads(row)),
        code,
        code[:3],
        code[:2],
        cameo.root(code).quad,
        cameo.goldstein(code),
        1,
        1,
        1,
        None,
        *NO_GEO,
        *NO_GEO,
        *_geo(event.place),
        f"{report.published:%Y%m%d}" if report.published else None,
        report.url or report.publisher or report.id,
    )


def _days(day: date) -> tuple[Cell, ...]:
    """SQLDATE, MonthYear, Year and FractionDate; GDELT reckons months of 30 days for the last."""
    fraction = ((day.month - 1) * 30 + day.day) / 365
    year = f"{day.year:04}"
    return (
        f"{year}{day.month:02}{day.day:02}",
        f"{year}{day.month:02}",
        year,
        f"{day.year + fraction:.4f}",
    )


def _actor(party: Party | None) -> tuple[Cell, ...]:
    actor = cameo_actor(party)
    name = ""
    if party is not None:
        name = party.text if party.code == UNKNOWN else name_of(party.code)
    return (
        actor.code or None,
        name.upper() or None,
        actor.country or None,
        actor.group or None,
        None,
        None,
        None,
        actor.role or None,
        None,
        None,
    )


def _geo(place: Place | None) -> tuple[Cell, ...]:
    """The seven columns of the place of the act; GDELT's places always have coordinates."""
    if place is None or place.latitude is None or place.longitude is None:
        return NO_GEO
    fips = countries()[place.country].fips if place.country in countries() else ""
    american = place.country == "USA"
    match place.precision:
        case "country":
            kind = COUNTRY
        case "region":
            kind = US_STATE if american else WORLD_STATE
        case _:
            kind = US_CITY if american else WORLD_CITY
    named = [place.name or place.text]
    if kind not in (COUNTRY, US_STATE, WORLD_STATE) and place.region:
        named.append(place.region)
    if kind != COUNTRY and place.country:
        named.append(name_of(place.country))
    # The codes of regions in FIPS 10-4 are not known; GDELT writes the country's for the whole.
    return (
        kind,
        ", ".join(dict.fromkeys(named)),
        fips or None,
        fips or None,
        place.latitude,
        place.longitude,
        fips or None if kind == COUNTRY else None,
    )


def _leads(row: Dyadic) -> bool:
    """Whether the event stands in the first paragraph, which is what GDELT's flag is meant for."""
    before = row.exported.report.text[: row.exported.event.evidence_span.start].lstrip()
    return "\n" not in before
