"""The layout of ACLED: columns, kinds of event, and what it has no place for."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import msgspec
import pytest
from exported import CODING, MARCH, SHELLING, coded, party

from dateline.export import acled
from dateline.export.acled import kind_of
from dateline.export.layout import Losses
from dateline.export.source import exported_events
from dateline.export.write import ExportFormat, write
from dateline.knowledge import ontology as ontologies
from dateline.records import Event, Modality, Voice


def in_acled(*events: Event, **report: Any) -> list[dict[str, Any]]:
    rows = acled.rows(exported_events(coded(*events, **report)), Losses())
    return [dict(zip(acled.COLUMNS, row, strict=True)) for row in rows]


def test_acled_has_one_row_an_event_and_no_cooperation(tmp_path: Path) -> None:
    out = tmp_path / "acled.csv"
    written = write(CODING, ExportFormat.ACLED, out)
    with out.open(encoding="utf-8", newline="") as file:
        shelling, march = csv.DictReader(file)
    assert sum(written.left_out.values()) == len(CODING.events) - 2
    assert shelling["event_type"] == "Explosions/Remote violence"
    assert shelling["sub_event_type"] == "Shelling/artillery/missile attack"
    assert (shelling["actor1"], shelling["actor2"]) == (
        "Military Forces of Chad", "Civilians (Sudan)",
    )  # fmt: skip
    assert shelling["interaction"] == "State forces-Civilians"
    assert shelling["civilian_targeting"] == "Civilian targeting"
    assert (shelling["iso"], shelling["fatalities"], shelling["time_precision"]) == (
        "729",
        "2",
        "1",
    )
    assert shelling["notes"] == SHELLING.evidence
    assert (march["actor1"], march["inter1"], march["interaction"]) == (
        "Protesters (France)", "Protesters", "Protesters",
    )  # fmt: skip
    assert (march["latitude"], march["fatalities"], march["time_precision"]) == ("", "0", "3")


@pytest.mark.parametrize("act", ["AGREE", "CONSULT", "COOPERATE", "AID", "REQUEST", "ACCUSE",
                                 "REJECT", "THREATEN", "SANCTION", "COMMENT"])  # fmt: skip
def test_acled_records_neither_words_nor_cooperation(act: str) -> None:
    for mode in (None, *ontologies.load().types[act].modes):
        assert kind_of(msgspec.structs.replace(MARCH, type=act, mode=mode)) is None


def kinds(**changes: Any) -> tuple[str, str]:
    kind = kind_of(msgspec.structs.replace(SHELLING, **changes))
    assert kind is not None
    return kind.event, kind.sub


def test_acled_kinds_by_mode_and_sector() -> None:
    army, people, rebels = party("TCD", "MIL"), party("TCD", "CVL"), party("TCD", "REB")
    fight = {"mode": "firearms", "actors": (army,)}
    assert kinds(**fight, recipients=(rebels,)) == ("Battles", "Armed clash")
    assert kinds(**fight, recipients=(people,)) == ("Violence against civilians", "Attack")
    assert kinds(mode=None, actors=(people,), recipients=(people,)) == ("Riots", "Mob violence")
    assert kinds(mode="drone")[1] == "Air/drone strike"
    assert kinds(type="COERCE", mode="arrest")[1] == "Arrests"
    assert kinds(type="SUPPORT", mode=None, trigger="signed")[1] == "Agreement"
    assert kind_of(msgspec.structs.replace(SHELLING, type="SUPPORT", mode=None)) is None


def test_acled_puts_the_crowd_first_that_police_disperse() -> None:
    (row,) = in_acled(
        msgspec.structs.replace(
            SHELLING,
            mode="crowd-control",
            actors=(party("SDN", "COP"),),
            recipients=(party("SDN", "CVL"), party("FRA", "CVL")),
            voice=(Voice(text="", span=None, code="GEO"),),
        )
    )
    assert (row["actor1"], row["assoc_actor_1"]) == ("Protesters (Sudan)", "Protesters (France)")
    assert (row["actor2"], row["inter2"]) == ("Police Forces of Sudan", "State forces")
    assert row["event_type"] == "Protests" and row["civilian_targeting"] is None
    assert row["tags"] == "according to=GEO"


def test_acled_has_one_row_for_a_clash_and_one_name_for_a_movement() -> None:
    sides = (party("TCD", "MIL"), party("BOKOHARAM", "REB", "the sect"), party("TCD", "REB", "X"))
    (row,) = in_acled(
        msgspec.structs.replace(SHELLING, mode=None, actors=sides, recipients=sides[::-1])
    )
    assert (row["actor1"], row["actor2"], row["assoc_actor_2"]) == (
        "Military Forces of Chad", "BOKOHARAM", "X",
    )  # fmt: skip
    assert row["interaction"] == "State forces-Rebel group" and row["assoc_actor_1"] is None


def test_acled_without_any_country_is_left_out() -> None:
    nowhere = {"place": None, "actors": (party("?", "UAF"),), "recipients": ()}
    assert in_acled(msgspec.structs.replace(SHELLING, **nowhere)) == []
    planned = msgspec.structs.replace(SHELLING, modality=Modality.PLANNED)
    assert in_acled(planned) == []


@pytest.mark.parametrize(
    ("when", "day", "precision"),
    [
        ("2021-03-05", "2021-03-05", 1),
        ("2021-03-01/2021-03-07", "2021-03-01", 2),
        ("2021-02", "2021-02-01", 3),
        (None, "2021-03-08", 3),
    ],
)
def test_acled_day_and_time_precision(when: str | None, day: str, precision: int) -> None:
    (row,) = in_acled(msgspec.structs.replace(SHELLING, date=when))
    assert (row["event_date"], row["time_precision"]) == (day, precision)
