"""A run that is killed at any moment, or whose disk is full, ends with the same archive."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from run_fakes import CODER, received, work_folder

from dateline.errors import OutputError
from dateline.run import RunOptions, code_into_archive
from dateline.settings import Settings
from dateline.store import Archive

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits are of POSIX")

REPORTS = int(os.environ.get("DATELINE_TEST_REPORTS", "2000"))
KILLS = int(os.environ.get("DATELINE_TEST_KILLS", "20"))
TESTS = str(Path(__file__).parent)
PROGRAM = "import run_fakes; run_fakes.main()"
SMALL_FILES = 200_000  # bytes; less than the log of a database of some hundred reports
SMALL_DISK = "32m"
LITTLE = 600_000  # bytes; some shards, but not the archive of a thousand reports


def start(archive: Path, reports: int = REPORTS, *, limit: int = 0) -> subprocess.Popen[str]:
    """A run in a process group of its own; it prints its progress as JSON when it ends."""
    arguments = [str(archive), str(reports), str(limit)]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        env={**os.environ, "PYTHONPATH": TESTS},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(archive: Path, reports: int = REPORTS) -> dict[str, float]:
    """A run that nothing happens to; its progress."""
    process = start(archive, reports)
    printed, errors = process.communicate()
    assert process.returncode == 0, errors
    progress: dict[str, float] = json.loads(printed)
    return progress


def contents(archive: Path) -> tuple[str, int, int]:
    """Digest, reports, and different reports."""
    with Archive.open(archive, read_only=True) as opened:
        counts = opened.query("select count(*), count(distinct report_id) from reports")
        return opened.digest(), counts.column(0)[0].as_py(), counts.column(1)[0].as_py()


def kill(process: subprocess.Popen[str], how: str) -> None:
    """With SIGKILL: the parent alone, whose workers then end by themselves, or all at once."""
    if how == "parent":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def test_killed_at_twenty_moments_a_run_ends_with_the_archive_of_an_undisturbed_one(
    tmp_path: Path,
) -> None:
    begun = time.monotonic()
    undisturbed = tmp_path / "undisturbed.duckdb"
    coding = finish(undisturbed)["seconds"]
    starting = time.monotonic() - begun - coding
    chance = random.Random(2020)
    archive = tmp_path / "killed.duckdb"
    kills = 0
    while kills < KILLS:
        process = start(archive)
        try:
            # On average a kill comes when another twentieth of the reports has been coded.
            process.wait(starting * chance.random() * 2 + coding / 10 * chance.random())
        except subprocess.TimeoutExpired:
            kill(process, chance.choice(["parent", "group"]))
            kills += 1
        else:
            # All was coded before the kill came; the rest of the kills go to a second archive.
            assert process.communicate()[1] == ""
            assert contents(archive) == contents(undisturbed)
            archive = tmp_path / f"killed-{kills}.duckdb"
    finish(archive)
    assert contents(archive) == contents(undisturbed)
    assert contents(archive)[1:] == (REPORTS, REPORTS)
    assert not work_folder(archive).exists()


def test_two_writers_at_once(tmp_path: Path) -> None:
    archive = tmp_path / "news.duckdb"
    first = start(archive, 300)
    while not (work_folder(archive) / "lock").exists() or not archive.exists():
        assert first.poll() is None, first.communicate()[1]
        time.sleep(0.01)
    with pytest.raises(OutputError, match=f"another run .process {first.pid}."):
        code_into_archive(iter(received(3)), archive, Settings(), RunOptions(coder=CODER))
    printed, errors = first.communicate()
    assert first.returncode == 0, errors
    assert json.loads(printed)["coded"] == 300
    assert contents(archive)[1:] == (300, 300)


def test_a_quota_that_is_used_up(tmp_path: Path) -> None:
    """No file may grow beyond some size: shards fit, the archive does not."""
    archive = tmp_path / "news.duckdb"
    process = start(archive, 600, limit=SMALL_FILES)
    _, errors = process.communicate()
    assert process.returncode == 1 and "disk is full" in errors, errors
    finish(archive, 600)
    finish(tmp_path / "undisturbed.duckdb", 600)
    assert contents(archive) == contents(tmp_path / "undisturbed.duckdb")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("there is no command to mount a small disk with")
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    archive = small_disk / "news.duckdb"
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - LITTLE))
    process = start(archive, 1_000)
    _, errors = process.communicate()
    assert process.returncode == 1 and "disk is full" in errors, errors
    ballast.unlink()
    finish(archive, 1_000)
    finish(tmp_path / "undisturbed.duckdb", 1_000)
    assert contents(archive) == contents(tmp_path / "undisturbed.duckdb")
