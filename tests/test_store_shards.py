"""Shards are there whole or not at all, and the same shard is one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from full_codings import REJECTION, full_coding

from dateline.store import (
    StoreError,
    clear_unfinished,
    read_shard,
    rows_of,
    shards_in,
    write_shard,
)

TESTS = Path(__file__).parent

# Writes a shard and is killed when it is complete but for its name.
KILLED_BEFORE_THE_RENAME = """
import os, signal, sys
from pathlib import Path
from full_codings import full_coding
from dateline.store import rows_of, shards, write_shard
shards._rename = lambda unfinished, target: os.kill(os.getpid(), signal.SIGKILL)
write_shard(rows_of([full_coding()]), Path(sys.argv[1]))
"""


def test_a_shard_holds_what_was_written(tmp_path: Path) -> None:
    rows = rows_of([full_coding("a"), full_coding("b")], [REJECTION])
    path = write_shard(rows, tmp_path / "shards")
    assert read_shard(path) == rows
    assert shards_in(tmp_path / "shards") == [path]


def test_a_shard_is_named_by_what_it_holds(tmp_path: Path) -> None:
    first, second = full_coding("a"), full_coding("b")
    path = write_shard(rows_of([first, second], [REJECTION]), tmp_path)
    assert write_shard(rows_of([second, first], [REJECTION]), tmp_path) == path
    others = [
        rows_of([first], [REJECTION]),
        rows_of([first, second]),
        rows_of([first, full_coding("b", model="another")], [REJECTION]),
    ]
    assert len({path, *(write_shard(rows, tmp_path) for rows in others)}) == 4


def test_two_writers_of_one_shard_do_not_disturb_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = rows_of([full_coding()])
    path = write_shard(rows, tmp_path)
    # The second looks before the first is done, and finishes after it.
    exists = Path.exists
    answers = iter([False])
    monkeypatch.setattr(Path, "exists", lambda self: next(answers, None) or exists(self))
    assert write_shard(rows, tmp_path) == path
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    assert read_shard(path) == rows


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_writer_killed_before_the_rename_leaves_no_shard(tmp_path: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_BEFORE_THE_RENAME, str(tmp_path)], cwd=TESTS, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1
    assert shards_in(tmp_path) == []
    clear_unfinished(tmp_path)
    assert list(tmp_path.iterdir()) == []
    path = write_shard(rows_of([full_coding()]), tmp_path)
    assert shards_in(tmp_path) == [path]


def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("dateline.store.shards._bring_to_disk", full)
    with pytest.raises(StoreError, match="disk is full"):
        write_shard(rows_of([full_coding()]), tmp_path / "shards")
    assert list((tmp_path / "shards").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.joinpath("file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="file cannot be read or written"):
        write_shard(rows_of([full_coding()]), tmp_path / "file")


def test_a_damaged_shard_is_named(tmp_path: Path) -> None:
    path = write_shard(rows_of([full_coding()]), tmp_path)
    damaged = path / "event_records.parquet"
    damaged.write_bytes(damaged.read_bytes()[:-20])
    with pytest.raises(StoreError, match=r"event_records\.parquet cannot be read"):
        read_shard(path)
    damaged.unlink()
    with pytest.raises(StoreError, match=r"event_records\.parquet cannot be read"):
        read_shard(path)


def test_a_shard_of_another_schema_is_refused(tmp_path: Path) -> None:
    rows = rows_of([full_coding()])
    older = {**rows, "runs": rows["runs"].drop_columns(["model"])}
    with pytest.raises(StoreError, match="another version of Dateline"):
        read_shard(write_shard(older, tmp_path))
