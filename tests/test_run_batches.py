"""Batches, retries, the lock and the gate: the parts of a run that need no worker."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as some
from run_fakes import FakeCoder, one_received, received

from dateline.errors import OutputError
from dateline.ingest import Received, Rejection, RejectionKind
from dateline.records import Report
from dateline.run.batches import Batches
from dateline.run.feeder import Feeder
from dateline.run.mapping import BatchMap
from dateline.run.options import RunOptions
from dateline.run.retry import after_failure
from dateline.run.work import Batch, Cause, Failed
from dateline.run.work_folder import Met, WorkFolder

UNREADABLE = Rejection(
    report="bad.txt", kind=RejectionKind.UNREADABLE, reason="is torn.", advice="Mend it."
)


def met_in(folder: str | Path) -> Met:
    return Met(Path(folder) / "met.sqlite")


def numbered(numbers: list[int]) -> list[Received]:
    """Reports that are the same where their numbers are; without the cost of telling English."""
    return [
        Received(name=str(n), report=Report(id=f"id{n}", text="x" * (n % 7), published=None))
        for n in numbers
    ]


def ids_of(batches: Iterable[Batch | Rejection]) -> list[list[str]]:
    return [
        [item.report.id for item in batch.items] for batch in batches if isinstance(batch, Batch)
    ]


@given(
    numbers=some.lists(some.integers(0, 30), max_size=60),
    stored=some.sets(some.integers(0, 30)),
    size=some.integers(1, 7),
    stops=some.lists(some.integers(0, 20), max_size=4),
)
def test_however_often_a_run_is_stopped_each_new_report_gets_into_the_archive(
    numbers: list[int], stored: set[int], size: int, stops: list[int]
) -> None:
    options = RunOptions(batch_reports=size)
    archive = {f"id{n}" for n in stored}
    coded: list[str] = []
    with TemporaryDirectory() as folder:
        for stop in [*stops, None]:
            met = met_in(folder)
            made = Batches(options, met, archive.intersection)
            for position, batch in enumerate(ids_of(made.of(numbered(numbers)))):
                if position == stop:
                    break
                assert not set(batch) & archive
                coded += batch
                archive |= set(batch)
            met.close()
    assert len(coded) == len(set(coded))
    assert archive == {f"id{n}" for n in [*stored, *numbers]}


def test_each_report_is_in_one_batch_and_batches_keep_their_limits(tmp_path: Path) -> None:
    options = RunOptions(batch_reports=5, batch_characters=12)
    made = Batches(options, met_in(tmp_path), lambda ids: set())
    reports = numbered(list(range(40)))
    batches = [batch for batch in made.of([*reports, *reports]) if isinstance(batch, Batch)]
    assert [item for batch in batches for item in batch.items] == reports
    assert made.passed == 40, "the second time each is passed over"
    for batch in batches:
        assert len(batch.items) <= 5
        characters = sum(len(item.report.text) for item in batch.items)
        assert characters <= 12 or len(batch.items) == 1


def test_rejections_pass_through(tmp_path: Path) -> None:
    made = Batches(RunOptions(), met_in(tmp_path), lambda ids: set())
    drawn = list(made.of([UNREADABLE, *numbered([1]), UNREADABLE]))
    assert drawn.count(UNREADABLE) == 2 and ids_of(drawn) == [["id1"]]


def test_another_run_has_met_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        met = met_in(tmp_path)
        assert met.enter(["id1", "id2", "id1"]) == [True, True, False]
        met.close()


def test_what_was_met_and_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"met\.sqlite"):
        met_in(tmp_path / "no such folder")


# --- failures ------------------------------------------------------------------------


def failed(count: int, cause: Cause = Cause.CRASH, **changes: object) -> Failed:
    batch = Batch(items=tuple(numbered(list(range(count)))), **changes)  # type: ignore[arg-type]
    return Failed(batch=batch, cause=cause, reason="crashed its worker.")


@pytest.mark.parametrize("failure", [failed(9), failed(9, Cause.ERROR)])
def test_a_batch_that_fails_is_cut_in_halves(failure: Failed) -> None:
    halves = after_failure(failure)
    assert isinstance(halves, tuple)
    assert [len(half.items) for half in halves] == [4, 5]
    assert tuple(item for half in halves for item in half.items) == failure.batch.items


def test_a_report_is_rejected_only_after_a_second_crash() -> None:
    (again,) = after_failure(failed(1))  # type: ignore[misc]
    rejection = after_failure(Failed(batch=again, cause=Cause.CRASH, reason="crashed."))
    assert isinstance(rejection, Rejection)
    assert (rejection.report, rejection.kind) == ("0", RejectionKind.CRASH)


def test_a_machine_that_is_gone_is_no_report_s_fault() -> None:
    failure = failed(1, Cause.ELSEWHERE, tries=1)
    assert after_failure(failure) == (failure.batch,)


@given(some.sets(some.integers(0, 31)), some.integers(1, 32))
def test_exactly_the_reports_that_crash_are_rejected(bad: set[int], size: int) -> None:
    waiting = [Batch(items=tuple(numbered(list(range(size)))))]
    rejected: set[str] = set()
    coded: set[str] = set()
    while waiting:
        batch = waiting.pop()
        names = {item.name for item in batch.items}
        if not names & set(map(str, bad)):
            coded |= names
            continue
        instead = after_failure(Failed(batch=batch, cause=Cause.CRASH, reason="crashed."))
        if isinstance(instead, Rejection):
            rejected.add(instead.report)
        else:
            waiting += instead
    everything = {str(n) for n in range(size)}
    assert rejected == everything & set(map(str, bad)) and coded == everything - rejected


# --- the lock and reading ahead ------------------------------------------------------------


def test_a_second_run_is_refused_and_the_first_one_named(tmp_path: Path) -> None:
    archive = tmp_path / "news.duckdb"
    with WorkFolder(archive) as folder:
        with pytest.raises(OutputError, match=r"news\.duckdb is being written .*process \d+"):
            WorkFolder(archive)
        folder.remove()
    assert list(tmp_path.iterdir()) == []
    with WorkFolder(archive):
        pass


def test_a_work_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "news.duckdb.work").write_text("a file")
    with pytest.raises(OutputError, match="cannot be made and locked"):
        WorkFolder(tmp_path / "news.duckdb")


def test_reading_ahead_is_bounded_and_ends() -> None:
    drawn = 0
    enough = threading.Event()

    def endless() -> Iterator[Rejection]:
        nonlocal drawn
        while True:
            drawn += 1
            if drawn == 5:
                enough.set()
            yield UNREADABLE

    feeder = Feeder(endless(), ahead=3)
    assert not enough.wait(0.1), "three are read ahead and one waits to be put"
    while feeder.next() is None:
        pass
    assert enough.wait(10)
    feeder.close()
    assert drawn <= 7


def test_what_reading_raises_is_raised_where_batches_are_drawn() -> None:
    def broken() -> Iterator[Rejection]:
        yield UNREADABLE
        raise OutputError("no more")

    feeder = Feeder(broken(), ahead=3)
    with pytest.raises(OutputError, match="no more"):
        while not feeder.exhausted:
            feeder.next()


# --- the map -----------------------------------------------------------------------------------


def tells_of_war(report: Report) -> bool:
    return "report 3" not in report.text


def test_the_gate_keeps_reports_from_the_coder_but_in_the_archive() -> None:
    items = tuple(received(5))
    batch_map = BatchMap(FakeCoder(), tells_of_war, "test_run_batches:tells_of_war")
    codings = list(batch_map.codings(tuple(item.report for item in items)))
    assert [coding.report for coding in codings] == [item.report for item in items]
    assert [len(coding.events) for coding in codings] == [1, 1, 1, 0, 1]
    assert all(coding.run == batch_map.run for coding in codings)
    assert batch_map.run["gate"] == "test_run_batches:tells_of_war"


def test_what_the_gate_passes_over_is_named_in_the_rejects() -> None:
    items = tuple(received(5))
    batch_map = BatchMap(FakeCoder(), tells_of_war, "test_run_batches:tells_of_war")
    tables, counts = batch_map.rows(Batch(items=items))
    assert counts.reports == tables["reports"].num_rows == 5
    (row,) = tables["rejects"].to_pylist()
    assert row["kind"] == RejectionKind.IRRELEVANT.value
    assert items[3].name in row.values()


def test_the_map_gives_rows_and_counts() -> None:
    tables, counts = BatchMap(FakeCoder()).rows(Batch(items=tuple(received(3))))
    assert (counts.reports, counts.events) == (3, 3)
    assert tables["reports"].num_rows == tables["event_records"].num_rows == 3


def test_threads_are_shared_out_among_workers() -> None:
    assert RunOptions(workers=2).threads_each(cores=8) == 4
    assert RunOptions(workers=16).threads_each(cores=8) == 1
    assert RunOptions().threads_each(cores=8) == 8
    assert RunOptions(workers=2, threads=3).threads_each(cores=8) == 3


def test_the_report_of_a_fake_is_one_that_can_be_coded() -> None:
    assert one_received(7).report.published == date(2020, 9, 28)
