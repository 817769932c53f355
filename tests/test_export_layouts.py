"""The table layouts of other projects: columns, what they hold, and what they cannot."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from exported import CODING, HISTORY, MARCH, MEETING, PLANNED, SHELLING, party, place
from handmade import denied_attack
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import acled, gdelt, icews
from dateline.export.acled import kind_of
from dateline.export.cameo_actors import cameo_actor
from dateline.export.countries import countries, name_of
from dateline.export.files import write_bare, write_delimited
from dateline.export.layout import LeftOut, Losses, full_code
from dateline.export.source import exported_events
from dateline.export.write import ExportFormat, write
from dateline.knowledge import ontology as ontologies
from dateline.records import Coding, Event, Modality, Stance, Voice

DOCS = Path(__file__).parent.parent / "docs"
GDELT_FLOATS = ("GoldsteinScale", "ActionGeo_Lat", "ActionGeo_Long")


def bare(path: Path, header: tuple[str, ...] | None) -> list[dict[str, str]]:
    """Lines split at every tab, as scripts that know of no quoting do."""
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    if header is None:
        header, first = gdelt.COLUMNS, 0
    else:
        assert tuple(lines[0].split("\t")) == header
        first = 1
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[first:]]


def coded(*events: Event, **report: Any) -> Coding:
    return Coding(report=msgspec.structs.replace(CODING.report, **report), events=events)


def in_gdelt(*events: Event, **report: Any) -> list[dict[str, Any]]:
    rows = gdelt.rows(exported_events(coded(*events, **report)), Losses())
    return [dict(zip(gdelt.COLUMNS, row, strict=True)) for row in rows]


def in_acled(*events: Event, **report: Any) -> list[dict[str, Any]]:
    rows = acled.rows(exported_events(coded(*events, **report)), Losses())
    return [dict(zip(acled.COLUMNS, row, strict=True)) for row in rows]


def test_how_many_columns_there_are() -> None:
    assert len(gdelt.COLUMNS) == len(set(gdelt.COLUMNS)) == 58
    assert (gdelt.COLUMNS[0], gdelt.COLUMNS[26], gdelt.COLUMNS[-1]) == (
        "GLOBALEVENTID", "EventCode", "SOURCEURL",
    )  # fmt: skip
    assert len(icews.ICEWS_COLUMNS) == 20 and len(icews.POLECAT_COLUMNS) == 40
    assert len(acled.COLUMNS) == 31


def test_gdelt_has_no_header_and_no_tabs_or_line_ends_in_cells(tmp_path: Path) -> None:
    out = tmp_path / "events.tsv"
    written = write(CODING, ExportFormat.GDELT, out)
    rows = bare(out, None)
    assert written.rows == len(rows)
    shelling = rows[0]
    assert int(shelling["GLOBALEVENTID"]) < 2**53
    assert (shelling["SQLDATE"], shelling["MonthYear"]) == ("20210305", "202103")
    assert (shelling["Year"], shelling["FractionDate"]) == ("2021", "2021.1781")
    assert (shelling["Actor1Code"], shelling["Actor1Name"]) == ("TCDMIL", "CHAD")
    assert (shelling["Actor2CountryCode"], shelling["Actor2Type1Code"]) == ("SDN", "CVL")
    assert (shelling["EventCode"], shelling["EventBaseCode"]) == ("194", "194")
    assert (shelling["EventRootCode"], shelling["QuadClass"]) == ("19", "4")
    assert [float(shelling[name]) for name in GDELT_FLOATS] == [-10, 10.5, -20.25]
    assert shelling["ActionGeo_FullName"] == "Nord, North Darfur, Sudan"
    assert (shelling["ActionGeo_Type"], shelling["ActionGeo_CountryCode"]) == ("4", "SU")
    assert (shelling["DATEADDED"], shelling["IsRootEvent"]) == ("20210308", "1")
    assert shelling["AvgTone"] == shelling["Actor1EthnicCode"] == ""
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows)


def test_what_gdelt_cannot_say_is_left_out_and_counted(tmp_path: Path) -> None:
    written = write(CODING, ExportFormat.GDELT, tmp_path / "events.tsv")
    assert written.left_out == {LeftOut.NO_CODE.value: 2, LeftOut.HISTORY.value: 1}
    others = (Voice(text="", span=None, code="GEO"),)
    assert in_gdelt(denied_attack(voice=others)) == []


def test_in_gdelt_a_denial_is_a_denial_and_a_claim_looks_like_a_fact() -> None:
    (denial,) = in_gdelt(denied_attack())
    assert (denial["EventCode"], denial["Actor1CountryCode"]) == ("016", "AZE")
    (claim,) = in_gdelt(denied_attack(stance=Stance.ASSERTS))
    (fact,) = in_gdelt(denied_attack(stance=Stance.ASSERTS, voice=()))
    del claim["GLOBALEVENTID"], fact["GLOBALEVENTID"]
    assert claim == fact


def test_mutual_acts_are_two_rows_and_plans_are_threats() -> None:
    rows = in_gdelt(MEETING)
    assert [(row["Actor1Code"], row["Actor2Code"]) for row in rows] == [
        ("GHAGOV", "TGOGOV"), ("TGOGOV", "GHAGOV"),
    ]  # fmt: skip
    assert rows[0]["GLOBALEVENTID"] != rows[1]["GLOBALEVENTID"]
    assert rows[0]["EventCode"] == "040"
    (plan,) = in_gdelt(PLANNED)
    assert (plan["EventRootCode"], plan["Actor1Code"], plan["Actor2Code"]) == (
        "13", "IGOEEC", "LBNREB",
    )  # fmt: skip


def test_without_coordinates_gdelt_has_no_place_and_nothing_lies_at_zero() -> None:
    (march,) = in_gdelt(MARCH)
    assert march["ActionGeo_Type"] == 0 and march["ActionGeo_Lat"] is None
    equator = place("Null", "GHA", "city", latitude=0.0, longitude=0.0)
    (row,) = in_gdelt(msgspec.structs.replace(MARCH, place=equator))
    assert (row["ActionGeo_Type"], row["ActionGeo_Lat"]) == (4, 0.0)


@pytest.mark.parametrize(
    ("precision", "country", "kind"),
    [("country", "USA", 1), ("region", "USA", 2), ("city", "USA", 3), ("city", "FRA", 4),
     ("region", "FRA", 5), ("area", "FRA", 4)],
)  # fmt: skip
def test_gdelt_kinds_of_place(precision: str, country: str, kind: int) -> None:
    (row,) = in_gdelt(msgspec.structs.replace(MARCH, place=place("P", country, precision)))
    assert row["ActionGeo_Type"] == kind


def test_the_day_is_that_of_the_event_else_of_publication() -> None:
    (row,) = in_gdelt(MARCH)
    assert row["SQLDATE"] == "20210308"
    assert in_gdelt(MARCH, published=None) == []
    assert in_gdelt(HISTORY) == []
    (old,) = in_gdelt(msgspec.structs.replace(HISTORY, date="0987"))
    assert (old["SQLDATE"], old["Year"]) == ("09870101", "0987")


def test_actors_as_cameo_writes_them() -> None:
    assert cameo_actor(party("NATO", "IGO")).code == "IGONAT"
    assert cameo_actor(party("CSTO", "IGO")).code == "IGOCSTO"
    assert cameo_actor(party("HAMAS", "REB")).code == "PSEREB"
    assert cameo_actor(party("XKX")).code == "KSVGOV"
    assert cameo_actor(party("NKR", "MIL")).code == "NKRMIL"
    assert cameo_actor(party("?", "UAF")).code == "UAF"
    assert cameo_actor(party("FRA", "REL")).code == "FRA"
    assert cameo_actor(None).code == ""


def test_countries_have_names_and_numbers() -> None:
    assert len(countries()) == 250
    assert (countries()["AZE"].fips, countries()["AZE"].number) == ("AJ", 31)
    assert name_of("TUR") == "Turkey" and name_of("NKR") == "NKR"


def test_icews(tmp_path: Path) -> None:
    out = tmp_path / "icews.tsv"
    write(CODING, ExportFormat.ICEWS, out)
    shelling, march, *_ = bare(out, icews.ICEWS_COLUMNS)
    assert (shelling["Source Name"], shelling["Source Country"]) == ("Chad’s army", "Chad")
    assert (shelling["CAMEO Code"], shelling["Intensity"]) == ("194", "-10.0")
    assert (shelling["City"], shelling["Province"], shelling["Country"]) == (
        "Nord", "North Darfur", "Sudan",
    )  # fmt: skip
    assert shelling["Publisher"] == "Le Journal 日本"
    assert (march["Latitude"], march["Target Name"], march["City"]) == ("", "", "Paris")


def test_polecat_keeps_type_and_mode_and_leaves_out_what_is_not_said_to_be(tmp_path: Path) -> None:
    out = tmp_path / "polecat.tsv"
    written = write(CODING, ExportFormat.POLECAT, out)
    rows = bare(out, icews.POLECAT_COLUMNS)
    assert [row["Event Type"] for row in rows] == ["ASSAULT", "PROTEST", "CONSULT", "CONSULT"]
    assert (rows[0]["Event Mode"], rows[0]["Quad Code"]) == ("heavy-weapons", "Q4")
    assert (rows[0]["Actor Country"], rows[0]["GeoNames ID"]) == ("TCD", "77")
    assert written.left_out == {LeftOut.NOT_SAID.value: 4, LeftOut.HISTORY.value: 1}


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


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_any_text_stays_in_its_cell(rows: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        plain, quoted = Path(folder) / "a.tsv", Path(folder) / "a.csv"
        assert write_bare(plain, rows, ("one", "two")) == len(rows)
        write_delimited(quoted, rows, None)
        lines = plain.read_bytes().decode("utf-8").splitlines()
        assert [line.count("\t") for line in lines] == [1] * (len(rows) + 1)
        with quoted.open(encoding="utf-8", newline="") as file:
            assert list(csv.reader(file)) == rows


def test_full_codes() -> None:
    assert (full_code("19"), full_code("193"), full_code("1952")) == ("190", "193", "1952")


def sections() -> Iterator[tuple[str, str]]:
    page = (DOCS / "export.md").read_text(encoding="utf-8")
    for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        name, _, body = section.partition("\n")
        yield name, body


@pytest.mark.parametrize(
    ("name", "columns"),
    [("ICEWS", icews.ICEWS_COLUMNS), ("POLECAT", icews.POLECAT_COLUMNS), ("ACLED", acled.COLUMNS)],
)
def test_every_column_is_documented(name: str, columns: tuple[str, ...]) -> None:
    body = dict(sections())[name]
    for column in columns:
        assert column.replace("Recipient", "Actor") in body or column in body, column


def test_every_column_of_gdelt_is_documented() -> None:
    body = dict(sections())["GDELT"]
    for column in gdelt.COLUMNS:
        ending = re.sub(r"^(Actor[12]|Actor[12]Geo|ActionGeo)_?", "", column)
        whole = "Actor1Geo_…" in body and column.startswith(("Actor1Geo", "Actor2Geo"))
        assert whole or column in body or ending in body, column
