"""However reports come in, the archive is the same, and nothing that happens to it damages it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest
from full_codings import REJECTION, RUN, full_coding, full_event
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest.rejection import Rejection
from dateline.records import Coding
from dateline.store import Archive, StoreError, open_archive, rows_of, write_shard
from dateline.store.merging import take_in

TESTS = Path(__file__).parent
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs signals and limits of POSIX")

SIX = [
    full_coding(name, *(full_event(score=number / 10) for number in range(number + 1)))
    for number, name in enumerate("abcdef")
]


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


def archive_of(folder: Path, *shards: list[Coding], rejections: tuple[Rejection, ...] = ()) -> str:
    """The digest of an archive made from shards with these codings."""
    with Archive.open(folder / "archive.duckdb") as archive:
        archive.merge(
            write_shard(rows_of(codings, rejections), folder / "shards") for codings in shards
        )
        return archive.digest()


def test_a_connection_taken_anew_now_and_then_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digest_of_six: str
) -> None:
    monkeypatch.setattr("dateline.store.archive.MERGES_OF_ONE_CONNECTION", 2)
    shards = [[coding] for coding in SIX]
    assert archive_of(tmp_path, *shards, rejections=(REJECTION,)) == digest_of_six


@pytest.fixture(scope="module")
def digest_of_six(tmp_path_factory: pytest.TempPathFactory) -> str:
    return archive_of(tmp_path_factory.mktemp("six"), SIX, rejections=(REJECTION,))


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
