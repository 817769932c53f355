"""Events in the columns of ICEWS and of POLECAT, one row a pair of actor and recipient.

ICEWS: Boschee et al., "ICEWS Coded Event Data" (Harvard Dataverse), 20 columns. POLECAT: Halterman
et al., "POLECAT Weekly Data" (Harvard Dataverse), 40 columns. Both are parted by tabs, with a
header. ``docs/export.md`` says column by column what is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.export.countries import countries, name_of
from dateline.export.layout import Dyadic, LeftOut, Losses, day_of, dyadic, full_code
from dateline.export.source import ExportedEvent, pairs
from dateline.knowledge import cameo as cameos
from dateline.knowledge import ontology as ontologies
from dateline.provenance import package_version
from dateline.records import Modality, Party, Place, Polarity, Stance

Cell = str | int | float | None

ICEWS_COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip

POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
    "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip

# How ICEWS calls the sectors.
SECTORS = {
    "GOV": "Government", "LEG": "Legislative / Parliamentary", "JUD": "Judicial",
    "MIL": "Military", "COP": "Police", "SPY": "Intelligence", "PTY": "Parties",
    "REB": "Rebel", "UAF": "Unidentified Forces", "CRM": "Criminals / Gangs",
    "CVL": "General Population / Civilian / Social", "REF": "Refugees", "BUS": "Business",
    "MED": "News", "EDU": "Education", "REL": "Religious", "LAB": "Labor",
    "NGO": "Nongovernmental Organization", "IGO": "International Government Organization",
}  # fmt: skip


def icews_rows(events: Iterable[ExportedEvent], losses: Losses) -> Iterator[tuple[Cell, ...]]:
    """One row a pair; events that CAMEO has no code for are counted in ``losses``."""
    cameo = cameos.load()
    for exported in events:
        for row in dyadic(exported, losses):
            code = full_code(row.cameo)
            yield (
                row.number,
                row.day.isoformat(),
                *_icews_party(row.pair.actor),
                cameo.name(row.cameo),
                code,
                cameo.goldstein(code),
                *_icews_party(row.pair.recipient),
                row.exported.report.id,
                None,
                row.exported.report.publisher or None,
                *_where(row.exported.event.place),
            )


def polecat_rows(events: Iterable[ExportedEvent], losses: Losses) -> Iterator[tuple[Cell, ...]]:
    """One row a pair. POLECAT holds neither what is denied nor what did not or may not happen."""
    version = f"Dateline {package_version()}"
    for exported in events:
        event, day = exported.event, day_of(exported)
        if (
            event.stance is Stance.DENIES
            or event.polarity is Polarity.NEGATIVE
            or event.modality is not Modality.HAPPENED
        ):
            losses[LeftOut.NOT_SAID] += 1
        elif isinstance(day, LeftOut):
            losses[day] += 1
        else:
            for pair in pairs(event):
                row = Dyadic(exported=exported, pair=pair, day=day, cameo="")
                yield (*_polecat(row), version)


def _polecat(row: Dyadic) -> tuple[Cell, ...]:
    """All columns but the last."""
    event, report, place = row.exported.event, row.exported.report, row.exported.event.place
    quad = cameos.load().quads.index(ontologies.load().types[event.type].quad) + 1
    return (
        row.id,
        row.day.isoformat(),
        event.type,
        event.mode,
        None,
        f"Q{quad}",
        None,
        *_polecat_party(row.pair.actor),
        *_polecat_party(row.pair.recipient),
        (place.name or None) if place else None,
        *_where(place),
        place.geonames if place else None,
        place.text if place else None,
        None,
        report.publisher or None,
        report.published.isoformat() if report.published else None,
        None,
        None,
        None,
        report.language,
    )


def _icews_party(party: Party | None) -> tuple[Cell, ...]:
    if party is None:
        return None, None, None
    return party.text or name_of(party.code), SECTORS.get(party.sector), _country(party)


def _polecat_party(party: Party | None) -> tuple[Cell, ...]:
    if party is None:
        return (None,) * 8
    country = party.code if party.code in countries() else None
    name = name_of(party.code)
    return name, country, None, party.sector, party.sector, None, party.text or None, None


def _country(party: Party) -> str | None:
    return name_of(party.code) if party.code in countries() else None


def _where(place: Place | None) -> tuple[Cell, ...]:
    """City, district, province, country, latitude and longitude."""
    if place is None:
        return (None,) * 6
    city = (place.name or place.text) if place.precision == "city" else None
    country = name_of(place.country) if place.country else None
    return city, None, place.region or None, country, place.latitude, place.longitude
