"""Codings become rows and come back; identifiers tell what is the same."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from full_codings import REJECTION, codings, full_coding, full_event
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.records import Coding, Count, Span
from dateline.store import rows_of
from dateline.store.codings import codings_of
from dateline.store.days import days_of
from dateline.store.identifiers import event_ids
from dateline.store.rows import LARGEST_COUNT
from dateline.store.schema import arrow_schemas


def empty_fields(record: Any, where: str = "") -> list[str]:
    """Fields that hold nothing, in a record and those within it; lists need one full entry."""
    if isinstance(record, msgspec.Struct):
        return [
            name
            for field in msgspec.structs.fields(record)
            for name in empty_fields(getattr(record, field.name), f"{where}.{field.name}")
        ]
    if isinstance(record, dict) and record:
        return [name for key, one in record.items() for name in empty_fields(one, f"{where}.{key}")]
    if isinstance(record, tuple) and record:
        return min((empty_fields(one, where) for one in record), key=len)
    return [where] if record is None or record in ("", (), {}) else []


def test_the_full_coding_leaves_no_field_of_the_records_out() -> None:
    # Whoever adds a field to the records has to fill it there, and so to store it.
    assert empty_fields(full_coding()) == [".events.recipients.why"]


def test_a_coding_with_everything_comes_back_as_it_was() -> None:
    coding = full_coding()
    assert list(codings_of(rows_of([coding]))) == [coding]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(codings, max_size=3, unique_by=lambda coding: coding.report.id))
def test_any_codings_come_back_as_they_were(some: list[Coding]) -> None:
    assert list(codings_of(rows_of(some))) == some


def test_tables_have_the_columns_of_the_schema_even_without_rows() -> None:
    tables = rows_of([])
    assert {name: table.schema for name, table in tables.items()} == arrow_schemas()
    assert all(table.num_rows == 0 for table in tables.values())


def test_every_column_of_every_table_is_filled_by_the_full_coding() -> None:
    tables = rows_of([full_coding()], [REJECTION])
    for name, table in tables.items():
        for column in table.column_names:
            assert table[column].null_count < table.num_rows, f"{name}.{column}"


def test_two_events_that_say_the_same_have_two_identifiers() -> None:
    coding = full_coding("a", full_event(), full_event())
    identifiers = event_ids(coding)
    assert len(set(identifiers)) == 2
    assert rows_of([coding])["event_records"]["event_id"].to_pylist() == list(identifiers)
    # Archives that are there already hold this one.
    assert identifiers[0] == "88f8bf9bfae6f993f98ec24467854e1e"


def test_an_event_keeps_its_identifier_when_only_score_and_reason_change() -> None:
    def identifier(**changes: Any) -> str:
        rows = rows_of([full_coding("a", full_event(**changes))])
        return str(rows["event_records"]["event_id"][0])

    assert identifier() == identifier(score=0.1, why="another rule")
    assert identifier() != identifier(mode="aerial")


def test_the_coding_identifier_sees_every_change() -> None:
    def identifier(coding: Coding) -> str:
        return str(rows_of([coding])["reports"]["coding_id"][0])

    whole = full_coding()
    changed = [
        full_coding(model="another"),
        full_coding("a", full_event(why="another")),
        msgspec.structs.replace(whole, statements=whole.statements[:1]),
        msgspec.structs.replace(whole, events=()),
    ]
    assert identifier(full_coding()) == identifier(whole)
    assert len({identifier(coding) for coding in [whole, *changed]}) == 5


def test_of_two_codings_of_one_report_the_later_counts() -> None:
    first, second = full_coding(), full_coding(model="another")
    assert list(codings_of(rows_of([first, second]))) == [second]


def test_a_number_beyond_all_columns_is_the_largest() -> None:
    many = full_event(counts={"killed": Count(low=2, high=10**30, span=Span(0, 1))})
    (high,) = rows_of([full_coding("a", many)])["event_counts"]["high"].to_pylist()
    assert high == LARGEST_COUNT


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-09-27", date(2020, 9, 27), date(2020, 9, 27)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-09-27/2020-10", date(2020, 9, 27), date(2020, 10, 31)),
        ("2020-09-31", None, None),
        ("some day", None, None),
        (None, None, None),
    ],
)
def test_dates_have_a_first_and_a_last_day(
    value: str | None, first: date | None, last: date | None
) -> None:
    assert days_of(value) == (first, last)
