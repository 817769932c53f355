"""However reports come in, the archive is the same, and nothing that happens to it damages it."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from archived import SIX, archive_of
from full_codings import REJECTION, RUN, full_coding, full_event
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Coding
from dateline.store import Archive, StoreError, open_archive, rows_of


def test_a_connection_taken_anew_now_and_then_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digest_of_six: str
) -> None:
    monkeypatch.setattr("dateline.store.archive.MERGES_OF_ONE_CONNECTION", 2)
    shards = [[coding] for coding in SIX]
    assert archive_of(tmp_path, *shards, rejections=(REJECTION,)) == digest_of_six


@settings(max_examples=15)
@given(
    order=st.permutations(SIX),
    cuts=st.sets(st.integers(1, 5), max_size=3),
    again=st.lists(st.sampled_from(SIX), max_size=2, unique_by=lambda coding: coding.report.id),
)
def test_order_and_shards_and_repeats_make_no_difference(
    digest_of_six: str, order: list[Coding], cuts: set[int], again: list[Coding]
) -> None:
    bounds = [0, *sorted(cuts), len(order)]
    shards = [order[start:end] for start, end in pairwise(bounds)]
    with tempfile.TemporaryDirectory() as folder:
        assert digest_of_six == archive_of(
            Path(folder), *shards, again, shards[0], rejections=(REJECTION,)
        )


def test_the_digest_sees_what_is_missing_and_what_is_double(
    tmp_path: Path, digest_of_six: str
) -> None:
    with Archive.open(tmp_path / "archive.duckdb") as archive:
        empty = archive.digest()
        archive.add(rows_of(SIX))
        without_rejection = archive.digest()
        archive.add(rows_of([], [REJECTION]))
        assert archive.digest() == digest_of_six
        archive.connection.execute("insert into event_voices from event_voices limit 1")
        assert len({empty, without_rejection, digest_of_six, archive.digest()}) == 4


def test_merging_tells_how_many_reports_were_new(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.duckdb") as archive:
        assert archive.add(rows_of(SIX[:4])) == 4
        assert archive.add(rows_of(SIX)) == 2
        assert archive.add(rows_of(SIX)) == 0


def test_coding_anew_replaces_all_that_a_report_had(tmp_path: Path) -> None:
    anew = full_coding("a", full_event(type="CONSULT"), model="another")
    with Archive.open(tmp_path / "archive.duckdb") as archive:
        archive.add(rows_of([SIX[5], full_coding("a")]))
        assert archive.add(rows_of([anew])) == 1
        assert list(archive.codings()) == [anew, SIX[5]]
        assert archive.query("select count(*) as n from runs")["n"].to_pylist() == [2]
        replaced = archive.digest()
        # A run that no report is left of goes with it.
        archive.add(rows_of([full_coding("f", *SIX[5].events, model="another")]))
        assert archive.query("select model from runs")["model"].to_pylist() == ["another"]
    with Archive.open(tmp_path / "at_once.duckdb") as archive:
        archive.add(rows_of([anew, SIX[5]]))
        assert archive.digest() == replaced


def test_known_tells_which_reports_need_no_coding(tmp_path: Path) -> None:
    a, b = (coding.report.id for coding in SIX[:2])
    with Archive.open(tmp_path / "archive.duckdb") as archive:
        archive.add(rows_of(SIX[:2]))
        assert archive.known([a, b, b, "c" * 32]) == {a, b}
        assert archive.known([]) == set()
        assert archive.known([a, b], RUN) == {a, b}
        assert archive.known([a, b], {**RUN, "model": "another"}) == set()


def test_codings_can_be_had_back_one_by_one(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.duckdb") as archive:
        archive.add(rows_of(SIX))
    with open_archive(tmp_path / "archive.duckdb") as archive:
        assert list(archive.codings()) == SIX
        backwards = [coding.report.id for coding in reversed(SIX)]
        assert list(archive.codings([*backwards, "none"])) == SIX[::-1]


def test_an_archive_opened_to_read_cannot_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    Archive.open(path).close()
    with open_archive(path) as archive, pytest.raises(StoreError, match="read-only"):
        archive.add(rows_of(SIX))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("selec 1", "the query cannot be answered"),
        ("select * from nothing", "nothing does not exist"),
        ("select 1 / 'a' as x", "Conversion Error"),
        ("create table other (a integer)", "read-only"),
    ],
)
def test_what_is_no_query_is_refused_in_plain_words(
    tmp_path: Path, query: str, message: str
) -> None:
    path = tmp_path / "archive.duckdb"
    Archive.open(path).close()
    with open_archive(path) as archive:
        for ask in (archive.query, archive.stream):
            with pytest.raises(StoreError, match=message):
                ask(query)


def test_rows_are_drawn_while_others_are_asked_for(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.duckdb") as archive:
        archive.add(rows_of(SIX))
        names, rows = archive.stream("select range as n from range(5000) order by n")
        drawn: list[Any] = [next(rows)]
        assert archive.query("select count(*) as n from events")["n"].to_pylist() == [21]
        drawn += rows
    assert names == ["n"]
    assert drawn == [(number,) for number in range(5000)]
