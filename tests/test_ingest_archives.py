"""Archives that are cut off, damaged or made to fill a disk, and lines without an end."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from many_reports import zipped

from dateline.errors import InputError
from dateline.ingest import Limits, Received, Rejection, RejectionKind, find, receive_all
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.json_reports import read_json_file, read_json_lines
from dateline.ingest.options import Options
from dateline.ingest.tables import read_csv
from dateline.settings import Settings

ENGLISH = "Armenia and Azerbaijan clashed on Sunday, and both said that the other had begun."
DAY = date(2020, 9, 28)
SMALL = Limits(unpacked_bytes=3_000_000, ratio=100, ratio_from=500_000, members=5)


def line(number: int = 0) -> bytes:
    return json.dumps({"text": f"{ENGLISH} {number}"}).encode() + b"\n"


def read(path: Path, limits: Limits | None = None) -> list[Received | Rejection]:
    return list(receive_all(find([path]).sources, Settings(), DAY, limits=limits))


def only_rejection(outcomes: list[Received | Rejection]) -> Rejection:
    (rejection,) = (outcome for outcome in outcomes if isinstance(outcome, Rejection))
    return rejection


def zstandard(content: bytes) -> bytes:
    return bytes(pytest.importorskip("zstandard").ZstdCompressor().compress(content))


class Endless(io.RawIOBase):
    """A beginning, then the same byte for ever; counts what it gave."""

    def __init__(self, beginning: bytes, after: bytes, end: int) -> None:
        super().__init__()
        self.beginning, self.after, self.end = beginning, after, end
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        number = min(len(view), self.end - self.given)
        data = self.beginning[self.given : self.given + number]
        view[: len(data)] = data
        view[len(data) : number] = self.after * (number - len(data))
        self.given += number
        return number


def endless(beginning: bytes, after: bytes, end: int) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(Endless(beginning, after, end)))


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_packed_file_that_is_cut_off_gives_what_stands_before_the_cut(
    tmp_path: Path, ending: str
) -> None:
    lines = b"".join(
        json.dumps({"text": f"{ENGLISH} {number**7}", "n": hash(str(number))}).encode() + b"\n"
        for number in range(20_000)
    )
    packed = gzip.compress(lines) if ending == ".gz" else zstandard(lines)
    path = tmp_path / f"news.jsonl{ending}"
    path.write_bytes(packed[: len(packed) * 2 // 3])
    outcomes = read(path)
    assert isinstance(outcomes[0], Received)
    rejection = only_rejection(outcomes)
    assert rejection is outcomes[-1]
    assert rejection.kind is RejectionKind.DAMAGED
    assert rejection.report == str(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl.gz", b"no gzip at all"),
        ("a.txt.gz", gzip.compress(ENGLISH.encode())[:-6] + b"wrong!"),
        ("a.txt.zst", b"no zstd at all"),
        ("a.zip", b"PK\x03\x04 no zip at all"),
        ("a.parquet", b"PAR1 no Parquet at all PAR1"),
        ("a.parquet.gz", gzip.compress(b"PAR1")),
        ("a.zip", zipped({"a.txt": ENGLISH.encode()})[:-30]),
    ],
)
def test_what_is_no_archive_is_rejected(tmp_path: Path, name: str, content: bytes) -> None:
    pytest.importorskip("zstandard")
    pytest.importorskip("pyarrow")
    path = tmp_path / name
    path.write_bytes(content)
    rejection = only_rejection(read(path))
    assert rejection.kind is RejectionKind.DAMAGED
    assert "\n" not in rejection.message


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_bomb_is_stopped_by_its_ratio(tmp_path: Path, ending: str) -> None:
    bomb = b"\n" * 2_500_000
    path = tmp_path / f"news.jsonl{ending}"
    path.write_bytes(gzip.compress(bomb) if ending == ".gz" else zstandard(bomb))
    rejection = only_rejection(read(path, SMALL))
    assert rejection.kind is RejectionKind.BOMB
    assert "100 times" in rejection.reason


def test_an_archive_that_unfolds_beyond_all_measure_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(line(number) for number in range(40_000))))
    rejection = only_rejection(read(path, Limits(unpacked_bytes=1_000_000)))
    assert rejection.kind is RejectionKind.BOMB
    assert "GB" in rejection.reason


def test_a_zip_bomb_is_stopped_though_each_of_its_files_is_small(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(zipped({f"{number}.jsonl": b"\n" * 400_000 for number in range(5)}))
    rejection = only_rejection(
        [one for one in read(path, SMALL) if one.kind is RejectionKind.BOMB]  # type: ignore[union-attr]
    )
    assert rejection.report == str(path)


def test_a_bomb_in_a_zip_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(zipped({"a.jsonl.gz": gzip.compress(b"\n" * 2_500_000)}))
    assert only_rejection(read(path, SMALL)).kind is RejectionKind.BOMB


def test_a_zip_of_too_many_files_and_one_in_a_zip_are_rejected(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(zipped({f"{number}.txt": b"" for number in range(6)}))
    assert only_rejection(read(path, SMALL)).kind is RejectionKind.BOMB
    path.write_bytes(zipped({"a.txt": ENGLISH.encode(), "b.zip": zipped({})}))
    outcomes = read(path)
    assert isinstance(outcomes[0], Received)
    assert only_rejection(outcomes).report == f"{path}:b.zip"


def test_a_damaged_file_of_a_zip_is_rejected_by_its_name_and_the_rest_goes_on(
    tmp_path: Path,
) -> None:
    content = bytearray(zipped({"a.txt": ENGLISH.encode() * 9, "b.txt": ENGLISH.encode()}))
    content[50] ^= 0xFF
    path = tmp_path / "news.zip"
    path.write_bytes(content)
    first, second = read(path)
    assert isinstance(first, Rejection)
    assert first.kind is RejectionKind.DAMAGED and first.report == f"{path}:a.txt"
    assert isinstance(second, Received) and second.name == "news.zip:b.txt"


@pytest.mark.parametrize("read_lines", [read_json_lines, read_csv])
def test_a_line_without_an_end_is_passed_over_in_pieces(
    read_lines: Callable[[BinaryIO, Options], Iterator[Entry]],
) -> None:
    stream = endless(b"text,n\n", b"a", 50_000_000)
    options = Options(settings=Settings(largest_report=10_000))
    tracemalloc.start()
    outcomes = [entry.outcome for entry in read_lines(stream, options)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(outcomes[-1], InputError) and outcomes[-1].kind == RejectionKind.HUGE
    assert peak < 5_000_000


def test_the_line_after_one_that_is_too_long_is_read() -> None:
    stream = io.BytesIO(line() + b'{"text": "' + b"a" * 99_999 + b'"}\n' + line())
    options = Options(settings=Settings(largest_report=10_000))
    outcomes = [entry.outcome for entry in read_json_lines(stream, options)]
    assert [isinstance(outcome, Contents) for outcome in outcomes] == [True, False, True]


def test_the_row_after_one_that_is_too_long_is_read() -> None:
    rows = [f'"{ENGLISH}",1', f'"{"a" * 99_999}",2', '"' + '","\n' * 9_999, "x"]
    content = "\n".join(["text,n", *rows]) + f'"\n"{ENGLISH}",4\n'
    options = Options(settings=Settings(largest_report=10_000))
    outcomes = [entry.outcome for entry in read_csv(io.BytesIO(content.encode()), options)]
    assert isinstance(outcomes[0], Contents) and isinstance(outcomes[-1], Contents)
    assert not any(isinstance(outcome, Contents) for outcome in outcomes[1:3])


def test_an_element_that_is_too_long_is_refused_and_the_next_one_is_read() -> None:
    records = [{"text": ENGLISH}, {"text": "a" * 99_999}, {"text": ENGLISH}]
    options = Options(settings=Settings(largest_report=10_000))
    stream = io.BytesIO(json.dumps(records).encode())
    outcomes = [entry.outcome for entry in read_json_file(stream, options)]
    assert [isinstance(outcome, Contents) for outcome in outcomes] == [True, False, True]


def test_a_format_whose_library_is_missing_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    path = tmp_path / "news.parquet"
    path.write_bytes(b"PAR1")
    rejection = only_rejection(read(path))
    assert rejection.kind is RejectionKind.NEEDS_EXTRA
    assert "pip install 'dateline[archive]'" in rejection.advice
