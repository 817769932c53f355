"""Events in the 31 columns of ACLED, one row an event, below a header.

The columns and their values follow the ACLED Codebook; what is taken for which type of event is in
``acled.toml``. ``docs/export.md`` says column by column what is lost. The rows are codings by
Dateline in ACLED's layout, not data of ACLED.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dateline.export.countries import countries, name_of
from dateline.export.flat import said_to_be_so
from dateline.export.layout import LeftOut, Losses, day_of
from dateline.export.source import ExportedEvent
from dateline.knowledge import cameo as cameos
from dateline.records import UNKNOWN, Event, Modality, Party, Place, Record, Stance
from dateline.store.days import days_of

Cell = str | int | float | None

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip

DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Riots": "Demonstrations",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots")
CROWDS = {"Riots": "Rioters", "Protests": "Protesters"}
CIVILIANS = "Civilians"
WITHOUT_MODE = "-"
# ACLED: 1 the very day, 2 within a week, 3 within a month.
DAY, WEEK, MONTH = 1, 2, 3
# ACLED: 1 the place itself, 2 near it, 3 the region.
HERE, AREA, REGION = 1, 2, 3


class Kind(Record):
    """One of ACLED's sub-event types, and which acts are taken for it."""

    event: str
    sub: str
    mode: tuple[str, ...] = ()
    cameo: str = ""
    actor: frozenset[str] = frozenset()
    recipient: frozenset[str] = frozenset()
    turned: bool = False

    def fits(self, event: Event) -> bool:
        """Whether an act is taken for it."""
        return (
            (not self.mode or (event.mode or WITHOUT_MODE) in self.mode)
            and (cameos.load().of_event(event) or "").startswith(self.cameo)
            and (not self.actor or any(one.sector in self.actor for one in event.actors))
            and (
                not self.recipient or any(one.sector in self.recipient for one in event.recipients)
            )
        )


def rows(events: Iterable[ExportedEvent], losses: Losses) -> Iterator[tuple[Cell, ...]]:
    """One row an event that is said to have happened and is of a kind that ACLED records."""
    for exported in events:
        event = exported.event
        kind = kind_of(event)
        day = day_of(exported)
        if not said_to_be_so(event) or event.modality is not Modality.HAPPENED:
            losses[LeftOut.NOT_SAID] += 1
        elif kind is None:
            losses[LeftOut.OTHER_KIND] += 1
        elif isinstance(day, LeftOut):
            losses[day] += 1
        elif not _country(event):
            losses[LeftOut.NO_PLACE] += 1
        else:
            yield _row(exported, kind, day)


def kind_of(event: Event) -> Kind | None:
    """The sub-event type, or ``None`` where ACLED records no such act."""
    return next((kind for kind in _kinds().get(event.type, ()) if kind.fits(event)), None)


def _row(exported: ExportedEvent, kind: Kind, day: date) -> tuple[Cell, ...]:
    event, report = exported.event, exported.report
    first, second = _sides(event, kind)
    country = _country(event)
    names = [_named(first, kind, country), _named(second, None, country)]
    inters = [_inter(first, kind), _inter(second, None)]
    violent = kind.event in VIOLENT
    targeted = violent and CIVILIANS in inters[1:]
    killed = event.counts.get("killed")
    return (
        f"{country}{exported.id}",
        day.isoformat(),
        day.year,
        _time_precision(event),
        DISORDER[kind.event],
        kind.event,
        kind.sub,
        names[0][0] if names[0] else None,
        "; ".join(names[0][1:]) or None,
        inters[0],
        names[1][0] if names[1] else None,
        "; ".join(names[1][1:]) or None,
        inters[1],
        "-".join(inter for inter in inters if inter) or None,
        "Civilian targeting" if targeted else None,
        countries()[country].number or None,
        None,
        name_of(country),
        *_where(event.place),
        report.publisher or None,
        None,
        event.evidence,
        killed.low if killed else 0,
        _tags(event),
        None,
    )


def _sides(event: Event, kind: Kind) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who stands against whom: in a mutual act the first named against the others."""
    if len(event.actors) > 1 and _who(event.actors) == _who(event.recipients):
        return event.actors[:1], event.actors[1:]
    sides = event.actors, event.recipients
    return sides[::-1] if kind.turned else sides


def _who(parties: tuple[Party, ...]) -> list[tuple[str, str]]:
    return sorted((party.code, party.text) for party in parties)


def _named(parties: tuple[Party, ...], kind: Kind | None, country: str) -> list[str]:
    """ACLED's names: the first is the actor, the others are associated with it."""
    crowd = CROWDS.get(kind.event) if kind else None
    return [*dict.fromkeys(_name(party, crowd, country) for party in parties)]


def _name(party: Party, crowd: str | None, country: str) -> str:
    """ "Military Forces of Chad", "Protesters (Chad)", "Unidentified Armed Group (Chad)"."""
    home = name_of(party.code) if party.code in countries() else ""
    place = home or name_of(country)
    inter = _sectors().get(party.sector)
    if crowd and inter == CIVILIANS:
        return f"{crowd} ({place})"
    match party.sector:
        case "MIL" if home:
            return f"Military Forces of {home}"
        case "COP" if home:
            return f"Police Forces of {home}"
        case "GOV" | "LEG" | "JUD" | "SPY" if home:
            return f"Government of {home}"
        case _ if inter == CIVILIANS:
            return f"{CIVILIANS} ({place})"
        case _ if party.code != UNKNOWN and not home:
            return party.code  # a movement or body has one name, whatever the report calls it
        case "REB" | "CRM" | "PTY" if party.text:
            return party.text
    return f"Unidentified Armed Group ({place})"


def _inter(parties: tuple[Party, ...], kind: Kind | None) -> str | None:
    if not parties:
        return None
    inter = _sectors().get(parties[0].sector)
    crowd = CROWDS.get(kind.event) if kind else None
    return crowd if crowd and inter == CIVILIANS else inter


def _time_precision(event: Event) -> int:
    first, last = days_of(event.date)
    if first is None or last is None:
        return MONTH
    if first == last:
        return DAY
    return WEEK if (last - first).days < 7 else MONTH


def _country(event: Event) -> str:
    """The country of the place, else that of the first recipient or actor who has one."""
    if event.place and event.place.country in countries():
        return event.place.country
    parties = (*event.recipients, *event.actors)
    return next((party.code for party in parties if party.code in countries()), "")


def _where(place: Place | None) -> tuple[Cell, ...]:
    """admin1, admin2, admin3, location, latitude, longitude, geo_precision."""
    if place is None:
        return (None,) * 6 + (REGION,)
    precision = {"city": HERE, "area": AREA}.get(place.precision, REGION)
    name = place.name or place.text
    return place.region or None, None, None, name, place.latitude, place.longitude, precision


def _tags(event: Event) -> str | None:
    """On whose word, which ACLED has no column for."""
    tags = [f"according to={voice.code}" for voice in event.voice]
    tags += ["doubted"] if event.stance is Stance.DOUBTS else []
    return "; ".join(tags) or None


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[Kind, ...]]:
    return {
        act: tuple(
            Kind(
                **{
                    **row,
                    "mode": tuple(row.get("mode", ())),
                    "actor": frozenset(row.get("actor", ())),
                    "recipient": frozenset(row.get("recipient", ())),
                }
            )
            for row in rows
        )
        for act, rows in _table()["types"].items()
    }


def _sectors() -> dict[str, str]:
    sectors: dict[str, str] = _table()["inter"]
    return sectors


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("acled.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
