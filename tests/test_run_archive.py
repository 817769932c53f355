"""Runs with worker processes: what ends up in the archive, and what befalls the workers."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from archived import digest
from run_fakes import (
    CODER,
    DYING_ONCE_CODER,
    EXIT,
    FULL_DISK_CODER,
    GATE,
    HANG,
    RAISE,
    SEGFAULT,
    UNLOADABLE_CODER,
    received,
    work_folder,
)

from dateline.errors import DatelineError
from dateline.ingest import Received, Rejection, RejectionKind
from dateline.run import Progress, RunOptions, code_into_archive
from dateline.settings import Settings
from dateline.store import Archive, StoreError

UNREADABLE = Rejection(
    report="bad.txt", kind=RejectionKind.UNREADABLE, reason="is torn.", advice="Mend it."
)


def run(
    reports: list[Received] | list[Received | Rejection],
    archive: Path,
    **options: Any,
) -> Progress:
    chosen = RunOptions(**{"workers": 1, "coder": CODER, "batch_reports": 8, **options})
    return code_into_archive(iter(reports), archive, Settings(), chosen)


def column(archive: Path, query: str) -> list[Any]:
    with Archive.open(archive, read_only=True) as opened:
        return opened.query(query).column(0).to_pylist()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of 60 reports by one worker."""
    archive = tmp_path_factory.mktemp("undisturbed") / "news.duckdb"
    assert run(received(60), archive).coded == 60
    return archive


def test_everything_is_in_the_archive_and_the_work_folder_is_gone(undisturbed: Path) -> None:
    assert set(column(undisturbed, "select report_id from reports")) == {
        item.report.id for item in received(60)
    }
    assert column(undisturbed, "select count(*) from event_records") == [60]
    assert not work_folder(undisturbed).exists()


def test_two_workers_and_other_batches_give_the_same_archive_and_a_repeat_costs_nothing(
    undisturbed: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "news.duckdb"
    run(received(60), archive, batch_reports=7, workers=2)
    assert digest(archive) == digest(undisturbed)
    again = run([*received(60), *received(60)], archive)
    assert (again.coded, again.known) == (0, 120)
    assert digest(archive) == digest(undisturbed)


def test_a_run_goes_on_from_the_shards_of_a_stopped_one(undisturbed: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.duckdb"

    def stopped() -> Any:
        yield from received(30)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(stopped(), archive)
    assert work_folder(archive).exists()
    run(received(60), archive)
    assert digest(archive) == digest(undisturbed)
    assert not work_folder(archive).exists()


def test_rejections_are_stored_once(tmp_path: Path) -> None:
    archive = tmp_path / "news.duckdb"
    for _ in range(2):
        assert run([UNREADABLE, *received(3)], archive).rejected == 1
    assert column(archive, "select report from rejects") == ["bad.txt"]


def test_reports_that_crash_or_fail_are_rejected_by_name_and_the_rest_is_coded(
    tmp_path: Path,
) -> None:
    archive = tmp_path / "news.duckdb"
    words = {"report_2": SEGFAULT, "report_9": EXIT, "report_17": RAISE}
    progress = run(received(20, **words), archive, batch_reports=4, workers=2)
    assert (progress.coded, progress.rejected) == (17, 3)
    rejects = "select report from rejects where kind = 'crash' order by report"
    assert column(archive, rejects) == ["report-17", "report-2", "report-9"]
    reasons = column(archive, "select reason from rejects order by report")
    for reason, word in zip(reasons, ("LookupError", "SIGSEGV", "status 7"), strict=True):
        assert word in reason
    coded = {item.report.id for item in received(20, **words)}
    poisoned = {received(20, **words)[number].report.id for number in (2, 9, 17)}
    assert set(column(archive, "select report_id from reports")) == coded - poisoned


def test_a_report_that_hangs_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the report hangs, an hour has passed; so a slow machine is not taken for it."""
    hanging = tmp_path / "hanging"
    passed = 0.0

    def clock() -> float:
        nonlocal passed
        if hanging.exists():
            hanging.unlink()
            passed += 3_600
        return monotonic() + passed

    monkeypatch.setenv("DATELINE_TEST_MARK", str(hanging))
    monkeypatch.setattr("dateline.run.pool.monotonic", clock)
    archive = tmp_path / "news.duckdb"
    progress = run(received(3, report_1=HANG), archive, batch_reports=1)
    assert (progress.coded, progress.rejected) == (2, 1)
    assert column(archive, "select reason from rejects") == [
        "takes longer than 600 seconds to code."
    ]


def test_a_worker_that_is_killed_once_costs_no_report_and_changes_nothing(
    undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "news.duckdb"
    monkeypatch.setenv("DATELINE_TEST_MARK", str(tmp_path / "died"))
    progress = run(received(60), archive, coder=DYING_ONCE_CODER)
    assert (tmp_path / "died").exists() and progress.retried == 1
    assert digest(archive) == digest(undisturbed)


def test_workers_that_cannot_start_end_the_run(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="status 9"):
        run(received(3), tmp_path / "news.duckdb", coder=UNLOADABLE_CODER)


def test_a_full_disk_ends_the_run_and_it_goes_on_when_there_is_room(
    undisturbed: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "news.duckdb"
    with pytest.raises(StoreError, match="disk is full"):
        run(received(60), archive, coder=FULL_DISK_CODER)
    run(received(60), archive)
    assert digest(archive) == digest(undisturbed)


def test_a_shard_that_is_damaged_is_coded_again(undisturbed: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.duckdb"
    damaged = work_folder(archive) / "shards" / "shard-00"
    damaged.mkdir(parents=True)
    (damaged / "reports.parquet").write_bytes(b"PAR1")
    run(received(60), archive)
    assert digest(archive) == digest(undisturbed)


def test_an_archive_of_one_version_is_coded_again_by_another(tmp_path: Path) -> None:
    archive = tmp_path / "news.duckdb"
    run(received(3), archive)
    assert run(received(3), archive, gate=GATE).coded == 3
    assert column(archive, "select count(*) from event_records") == [0]
