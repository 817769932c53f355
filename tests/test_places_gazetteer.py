"""The gazetteer: folding, look-ups, Dateline's own places over it, and building another one."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from dateline.cli.places import places as command
from dateline.errors import KnowledgeError
from dateline.knowledge import places
from dateline.knowledge.places import Gazetteer, Kind, distance, fold, own_data
from dateline.knowledge.places.build import build
from dateline.knowledge.places.sphere import middle


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Île-de-France", "Ile de France"),
        ("St. Petersburg", "Saint Petersburg"),
        ("U.S.", "US"),
        ("the Gambia", "Gambia"),
        ("Hawai'i", "Hawaii"),
        ("Łódź", "Lodz"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("Xankəndi", "Xankandi"),
        ("Mt. Hermon", "Mount Hermon"),
    ],
)
def test_spellings_that_are_one_name_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_a_key_changes_nothing(name: str) -> None:
    key = fold(name)
    # "the the" loses one article a time.
    assert fold(key) == key or key.startswith("the ")


def test_a_name_gives_all_places_that_bear_it_the_most_populous_first(
    gazetteer: Gazetteer,
) -> None:
    found = gazetteer.lookup("Tripoli")
    assert {"LBY", "LBN"} <= {gazetteer.country_of(entry) for entry in found}
    populations = [entry.population for entry in found]
    assert populations == sorted(populations, reverse=True)


def test_alternate_names_and_articles_are_found(gazetteer: Gazetteer) -> None:
    kyiv = {entry.id for entry in gazetteer.lookup("Kyiv")}
    assert kyiv & {entry.id for entry in gazetteer.lookup("Kiev")}
    hasakah = {entry.id for entry in gazetteer.lookup("al-Hasakah")}
    assert hasakah & {entry.id for entry in gazetteer.lookup("Hasakah")}


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("Donbass", 48.3, 38.2),
        ("Nagorny Karabakh", 39.9, 46.7),
        ("Strait of Hormuz", 26.6, 56.3),
        ("Golan", 33.0, 35.8),
        ("Sahel", 15.0, 2.0),
        ("South China Sea", 13.0, 114.0),
    ],
)
def test_areas_of_conflict_are_known(
    gazetteer: Gazetteer, name: str, latitude: float, longitude: float
) -> None:
    assert any(
        entry.kind in (Kind.AREA, Kind.CONTINENT)
        and distance(entry.latitude, entry.longitude, latitude, longitude) < 100
        for entry in gazetteer.lookup(name)
    )


def test_every_country_and_first_level_region_described_is_in_the_gazetteer(
    gazetteer: Gazetteer,
) -> None:
    known = {entry.country for entry, _ in gazetteer.countries()}
    assert set(own_data.countries()) == known
    for code, described in own_data.first_level().items():
        country = code.split(".")[0]
        for name in described.names:
            assert any(
                entry.kind is Kind.REGION and entry.country == country
                for entry in gazetteer.lookup(name)
            ), (code, name)


def test_points_of_own_places_are_on_the_globe() -> None:
    for area, _ in own_data.areas():
        assert -90 <= area.latitude <= 90
        assert -180 <= area.longitude <= 180
        assert area.extent > 0


def test_areas_with_a_country_lie_near_it(gazetteer: Gazetteer) -> None:
    countries = {entry.country: entry for entry, _ in gazetteer.countries()}
    for area, _ in own_data.areas():
        if area.country:
            country = countries[area.country]
            apart = distance(area.latitude, area.longitude, country.latitude, country.longitude)
            assert apart < 5 * country.extent + 1000, (area.name, apart)


def test_towns_know_their_country_and_region(gazetteer: Gazetteer) -> None:
    aleppo = next(e for e in gazetteer.lookup("Aleppo") if e.kind is Kind.CITY)
    assert gazetteer.country_of(aleppo) == "SYR"
    assert gazetteer.region_of(aleppo)
    seas = [e for e in gazetteer.lookup("Red Sea") if e.kind is Kind.AREA]
    assert [gazetteer.country_of(sea) for sea in seas] == [""]
    mosque = next(e for e in gazetteer.lookup("Al-Aqsa") if e.kind is Kind.AREA)
    assert gazetteer.country_of(mosque) == "PSE"  # as East Jerusalem, in which it stands


def test_the_middle_of_points_does_not_break_at_the_date_line() -> None:
    latitude, longitude = middle([(0.0, 179.0), (0.0, -179.0)])
    assert latitude == pytest.approx(0.0)
    assert abs(longitude) == pytest.approx(180.0)


def _row(identifier: int, name: str, feature: str, code: str, **more: str) -> str:
    fields = {
        "names": "", "latitude": "10.5", "longitude": "20.25", "country": "TD",
        "region": "", "district": "", "population": "0", **more,
    }  # fmt: skip
    return "\t".join(
        [
            str(identifier),
            name,
            name,
            fields["names"],
            fields["latitude"],
            fields["longitude"],
            feature,
            code,
            fields["country"],
            "",
            fields["region"],
            fields["district"],
            "",
            "",
            fields["population"],
            "",
            "",
            "",
            "2024-01-01",
        ]
    )


TABLE = "\n".join(
    [
        _row(901, "Vale Region", "A", "ADM1", region="77"),
        _row(902, "Upper Vale", "A", "ADM2", region="77", district="5"),
        _row(903, "Marrowby", "P", "PPL", region="77", district="5", population="4100",
             names="Maroubi,ماروبي,MRW"),
        _row(904, "Marrowby Wadi", "H", "WAD", region="77"),
        _row(905, "Marrowby Bakery", "S", "SHOP", region="77"),
    ]
)  # fmt: skip


def test_a_gazetteer_is_built_from_a_geonames_table(tmp_path: Path) -> None:
    archive = tmp_path / "TD.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("readme.txt", "about the table")
        file.writestr("TD.txt", TABLE + "\n")
    build(tmp_path / "own.sqlite", archive)
    own = places.load(tmp_path / "own.sqlite")
    (town,) = own.lookup("Maroubi")
    assert (town.name, town.kind, town.population) == ("Marrowby", Kind.CITY, 4100)
    assert (town.latitude, town.longitude) == (10.5, 20.25)
    assert own.country_of(town) == "TCD"
    assert own.region_of(town) == "Vale Region"
    assert own.lookup("Marrowby Wadi")[0].kind is Kind.AREA
    assert not own.lookup("Marrowby Bakery")
    assert own.lookup("Donbas"), "Dateline's own areas lie over any gazetteer"
    assert own.lookup("Chad")[0].kind is Kind.COUNTRY


def test_a_table_of_another_form_is_refused_and_leaves_no_gazetteer(tmp_path: Path) -> None:
    table = tmp_path / "towns.txt"
    table.write_text("name,lat,lon\nMarrowby,10,20\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="line 1"):
        build(tmp_path / "own.sqlite", table)
    assert not (tmp_path / "own.sqlite").exists()


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.sqlite"
    wrong.write_text("not a database, but long enough to be read as one" * 20, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="not a gazetteer"):
        places.load(wrong)
    with pytest.raises(KnowledgeError, match="no gazetteer"):
        places.load(tmp_path / "missing.sqlite")
    old = tmp_path / "old.sqlite"
    with sqlite3.connect(old) as database:
        database.execute("CREATE TABLE about (key TEXT, value TEXT)")
        database.execute("INSERT INTO about VALUES ('schema', '0')")
    database.close()
    with pytest.raises(KnowledgeError, match="build it again"):
        places.load(old)


def test_the_command_shows_places_and_says_when_there_are_none() -> None:
    runner = CliRunner()
    shown = runner.invoke(command, ["search", "Deir ez-Zor"])
    assert shown.exit_code == 0
    assert "SYR" in shown.output
    assert runner.invoke(command, ["search", "Qqqxyz"]).exit_code == 1
    assert runner.invoke(command, ["search", "Zaporizh", "--prefix"]).exit_code == 0


def test_the_command_builds_a_gazetteer_that_it_can_search(tmp_path: Path) -> None:
    table = tmp_path / "TD.txt"
    table.write_text(TABLE + "\n", encoding="utf-8")
    out = tmp_path / "td.sqlite"
    runner = CliRunner()
    assert runner.invoke(command, ["build", str(table), "--out", str(out)]).exit_code == 0
    shown = runner.invoke(command, ["search", "Marrowby", "--gazetteer", str(out)])
    assert "4,100" in shown.output
    missing = runner.invoke(command, ["build", str(tmp_path / "none.txt"), "--out", str(out)])
    assert missing.exit_code == 1
