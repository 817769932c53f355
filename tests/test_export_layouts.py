"""The table layouts of GDELT, ICEWS and POLECAT: columns, what they hold, and what they cannot."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from exported import CODING, HISTORY, MARCH, MEETING, PLANNED, coded, party, place
from handmade import denied_attack
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import acled, gdelt, icews
from dateline.export.cameo_actors import cameo_actor
from dateline.export.countries import countries, name_of
from dateline.export.files import write_bare, write_delimited
from dateline.export.layout import LeftOut, Losses, full_code
from dateline.export.source import exported_events
from dateline.export.write import ExportFormat, write
from dateline.records import Event, Stance, Voice

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


def in_gdelt(*events: Event, **report: Any) -> list[dict[str, Any]]:
    rows = gdelt.rows(exported_events(coded(*events, **report)), Losses())
    return [dict(zip(gdelt.COLUMNS, row, strict=True)) for row in rows]


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
