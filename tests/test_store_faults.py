"""A writer that is killed, and a disk that is full, leave the archive as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from archived import SIX
from full_codings import REJECTION

from dateline.store import Archive, StoreError, open_archive, rows_of
from dateline.store.merging import take_in

TESTS = Path(__file__).parent
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs signals and limits of POSIX")


def program(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process; it can import what these tests import."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(
        command,
        cwd=TESTS,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def test_a_second_writer_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    code = """
import sys
from dateline.store import Archive, StoreError
for read_only in (False, True):
    try:
        Archive.open(sys.argv[1], read_only=read_only)
    except StoreError as error:
        print(error)
"""
    with Archive.open(path) as archive:
        archive.add(rows_of(SIX))
        said, _ = program(code, path).communicate()
        lines = said.splitlines()
        assert len(lines) == 2
        for line in lines:
            assert line.startswith(f"{path} is in use by another program (process {os.getpid()})")
        assert archive.add(rows_of(SIX)) == 0


@posix_only
def test_a_writer_killed_at_work_leaves_an_archive_that_can_go_on(
    tmp_path: Path, digest_of_six: str
) -> None:
    path = tmp_path / "archive.duckdb"
    code = """
import sys
from full_codings import REJECTION
from test_store_archive import SIX
from dateline.store import Archive, rows_of
archive = Archive.open(sys.argv[1])
archive.add(rows_of(SIX[:3], [REJECTION]))
archive.connection.begin()
archive.connection.execute("delete from reports")
print("in the middle", flush=True)
sys.stdin.read()
"""
    with program(code, path) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "in the middle\n"
        writer.send_signal(signal.SIGKILL)
    with open_archive(path) as archive:
        assert list(archive.codings()) == SIX[:3]
    with Archive.open(path) as archive:
        assert archive.add(rows_of(SIX, [REJECTION])) == 3
        assert archive.digest() == digest_of_six


@posix_only
def test_a_full_disk_is_told_and_the_archive_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    # A limit on the size of files stands in for the end of a disk.
    code = """
import random, resource, signal, sys
from pathlib import Path
import msgspec
from full_codings import full_coding
from dateline.store import Archive, StoreError, rows_of
path = Path(sys.argv[1])
letters = random.Random(1)
archive = Archive.open(path)
archive.add(rows_of([full_coding("a")]))
size = path.stat().st_size
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 2_000_000, -1))
try:
    for number in range(100):
        coding = full_coding(f"b{number}")
        text = "".join(map(chr, letters.choices(range(32, 0x3000), k=100_000)))
        report = msgspec.structs.replace(coding.report, text=text)
        archive.add(rows_of([msgspec.structs.replace(coding, report=report)]))
        print("taken in", number)
except StoreError as error:
    print(error)
"""
    said, _ = program(code, path).communicate()
    *taken_in, told = said.splitlines()
    assert "disk is full" in told
    with Archive.open(path) as archive:
        # What was reported as taken in is there, and each report whole.
        assert archive.query("select count(*) as n from reports")["n"].to_pylist() == [
            1 + len(taken_in)
        ]
        assert len(list(archive.codings())) == 1 + len(taken_in)
        archive.add(rows_of(SIX))
        assert archive.known(coding.report.id for coding in SIX) == {
            coding.report.id for coding in SIX
        }


def test_missing_libraries_are_named_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(StoreError, match=r"pip install 'dateline\[archive\]'"):
        Archive.open(tmp_path / "archive.duckdb")


def test_a_merge_that_lacks_memory_is_tried_again_with_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digest_of_six: str
) -> None:
    limits: list[str] = []

    def poor(connection: duckdb.DuckDBPyConnection, rows: Any) -> int:
        ((limit,),) = connection.execute("select current_setting('memory_limit')").fetchall()
        limits.append(limit)
        taken_in = take_in(connection, rows)
        if len(limits) < 3:
            # As when the rows are stored but the checkpoint after them fails.
            raise duckdb.FatalException("failed to pin block of size 980.0 KiB")
        return taken_in

    monkeypatch.setattr("dateline.store.archive.take_in", poor)
    with Archive.open(tmp_path / "archive.duckdb") as archive:
        archive.add(rows_of(SIX, [REJECTION]))
        assert archive.digest() == digest_of_six
        assert len(set(limits)) == 3
        monkeypatch.setattr(
            "dateline.store.archive.take_in",
            lambda connection, rows: connection.execute("select * from nothing"),
        )
        with pytest.raises(StoreError, match="nothing does not exist"):
            archive.add(rows_of(SIX))
