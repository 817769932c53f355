"""The date of publication: read in the forms that people write, found where none is written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.errors import InputError
from dateline.ingest import (
    DatedBy,
    Received,
    Rejection,
    RejectionKind,
    Source,
    find,
    parse_date,
    receive_all,
)
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.publication import date_in_path, date_report
from dateline.ingest.receive import receive_entry
from dateline.settings import Settings

DAY = date(2020, 10, 2)
WORDS = "The army said on Friday that the fighting was over."


@pytest.mark.parametrize(
    "written",
    [
        "2020-10-02",
        " 2020-10-02T23:30:00+04:00 ",
        "2020-10-02 14:05:00",
        "20201002",
        "20201002140500",
        "2020/10/02",
        "2020.10.2 14:05",
        "Fri, 02 Oct 2020 14:05:00 GMT",
        "2 October 2020",
        "Oct. 2, 2020",
        "October 2nd, 2020 at 5 pm",
        "Friday, October 2, 2020",
        "1601647500",
        "1601647500000",
    ],
)
def test_a_date_is_read_as_people_and_machines_write_it(written: str) -> None:
    assert parse_date(written) == DAY


@pytest.mark.parametrize(
    "written",
    ["02/10/2020", "2020", "202010", "Friday", "2020-13-02", "31 June 2020", "1200-01-01", "1e9"],
)
def test_what_is_no_date_or_two_is_refused(written: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_date(written)
    assert caught.value.kind == RejectionKind.BAD_DATE


@given(some.text(alphabet="0123456789-/.:TZ+ OctMay,", max_size=24))
def test_anything_is_a_date_or_refused(written: str) -> None:
    try:
        assert 1600 <= parse_date(written).year <= 2400
    except InputError as error:
        assert error.kind == RejectionKind.BAD_DATE


@given(some.dates(date(1600, 1, 1), date(2400, 12, 31)))
def test_every_day_is_read_in_each_form(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day:%Y%m%d}") == day
    assert parse_date(f"{day:%d %B} {day.year}") == day


@pytest.mark.parametrize(
    "path",
    [
        "https://example.org/world/2020/10/02/talks-98765432.html",
        "https://example.org/2019/01/01/x/2020/10/2/talks",
        "archive/20201002.txt",
        "CC-NEWS-20201002140500-00012.warc.gz",
        "news_2020-10-02_33.jsonl",
    ],
)
def test_a_day_is_found_in_a_path(path: str) -> None:
    assert date_in_path(path) == DAY


@pytest.mark.parametrize(
    "path", ["2020/10/talks", "talks-920201002", "20201302", "12345678", "2020-10/02", ""]
)
def test_other_numbers_in_a_path_are_no_day(path: str) -> None:
    assert date_in_path(path) is None


def dated(
    text: str = WORDS, path: str = "", given: date | None = None, **fields: str
) -> tuple[date | None, DatedBy]:
    return date_report(Contents(text=text, **fields), path, given)  # type: ignore[arg-type]


def test_the_surest_source_of_a_date_counts_first() -> None:
    line = "BAKU, Azerbaijan, Oct. 1, 2020 (AP) — " + WORDS
    path, given = "a/2020/10/02/b", date(2020, 10, 3)
    fields = {"published": "2020-09-30", "captured": "2020-10-04"}
    assert dated(line, path, given, **fields) == (date(2020, 9, 30), DatedBy.METADATA)
    del fields["published"]
    assert dated(line, path, given, **fields) == (date(2020, 10, 1), DatedBy.DATELINE)
    assert dated(WORDS, path, given, **fields) == (DAY, DatedBy.PATH)
    assert dated(WORDS, "", given, **fields) == (given, DatedBy.GIVEN)
    assert dated(WORDS, "", None, **fields) == (date(2020, 10, 4), DatedBy.CAPTURE)
    assert dated() == (None, DatedBy.UNKNOWN)


def test_an_address_counts_before_the_path_of_its_file() -> None:
    found = dated(path="2020-11-30.jsonl", url="https://example.org/2020/10/02/talks")
    assert found == (DAY, DatedBy.PATH)


def test_a_dateline_without_a_year_takes_the_nearest_one() -> None:
    line = "BAKU, Dec. 31 (AP) — " + WORDS
    assert dated(line, given=date(2021, 1, 2))[0] == date(2020, 12, 31)
    assert dated(line, "2020/12/30")[0] == date(2020, 12, 31)
    assert dated(line) == (None, DatedBy.UNKNOWN)
    assert dated("BAKU, Dec. 30 —  " + WORDS, given=date(2021, 1, 2))[0] == date(2020, 12, 30)
    assert dated("BAKU, Feb. 29 (AP) — " + WORDS, given=date(2021, 3, 1))[0] == date(2021, 3, 1)


def test_a_report_that_says_that_it_has_no_date_is_not_given_one(tmp_path: Path) -> None:
    path = tmp_path / "2020-10-02.json"
    path.write_text(json.dumps({"text": WORDS, "published": None}), encoding="utf-8")
    (one,) = receive_all(find([path]).sources, Settings())
    assert isinstance(one, Received)
    assert (one.report.published, one.dated_by) == (None, DatedBy.UNKNOWN)


def test_the_number_of_a_line_is_no_day(tmp_path: Path) -> None:
    entry = Entry(outcome=Contents(text=WORDS), part="a/news.csv:20201002")
    source = Source(name="dump", path=tmp_path / "dump.zip")
    assert isinstance(receive_entry(entry, source, None), Rejection)


def test_a_file_named_after_its_day_is_dated_by_it(tmp_path: Path) -> None:
    path = tmp_path / "2020-10-02.txt"
    path.write_text(WORDS, encoding="utf-8")
    (one,) = receive_all(find([path]).sources, Settings(), date(2020, 12, 1))
    assert isinstance(one, Received)
    assert (one.report.published, one.dated_by) == (DAY, DatedBy.PATH)
