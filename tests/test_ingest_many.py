"""Files that hold many reports: each is read, under a name that leads back to its place."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from many_reports import (
    DAY,
    FIRST,
    RECORDS,
    SECOND,
    as_csv,
    as_lines,
    as_list,
    as_parquet,
    reports,
    zipped,
    zstandard,
)

from dateline.ingest import (
    DatedBy,
    Received,
    Rejection,
    find,
    parse_columns,
    receive,
    receive_all,
)
from dateline.settings import Settings

FILES: list[tuple[str, Callable[[], bytes], tuple[str, str]]] = [
    ("news.jsonl", as_lines, ("1", "3")),
    ("news.ndjson", as_lines, ("1", "3")),
    ("news.json", as_list, ("1", "2")),
    ("news.csv", as_csv, ("2", "3")),
    ("news.tsv", lambda: as_csv("\t"), ("2", "3")),
    ("news.csv", lambda: as_csv(";"), ("2", "3")),
    ("news.parquet", as_parquet, ("1", "2")),
    ("news.zip", lambda: zipped({"deep/a.csv": as_csv()}), ("deep/a.csv:2", "deep/a.csv:3")),
    (
        "news.zip",
        lambda: zipped(
            {
                "a.json": json.dumps(RECORDS[0]).encode(),
                "b.jsonl.gz": gzip.compress(json.dumps(RECORDS[1]).encode()),
                "picture.png": b"\x89PNG",
                "__MACOSX/a.json": b"nothing",
            }
        ),
        ("a.json", "b.jsonl.gz:1"),
    ),
]


@pytest.mark.parametrize(("name", "content", "parts"), FILES)
@pytest.mark.parametrize("packing", ["", ".gz", ".zst"])
def test_every_report_of_a_file_is_read_and_named(
    tmp_path: Path, name: str, content: Callable[[], bytes], parts: tuple[str, str], packing: str
) -> None:
    packers = {"": bytes, ".gz": gzip.compress, ".zst": zstandard}
    path = tmp_path / (name + packing)
    path.write_bytes(packers[packing](content()))
    first, second = reports(path)
    assert [one.name for one in (first, second)] == [f"{path.name}:{part}" for part in parts]
    assert [one.report.text for one in (first, second)] == [FIRST, SECOND]
    assert (first.report.title, first.report.publisher) == ("Talks", "The Courier")
    assert [one.report.published for one in (first, second)] == [
        date(2020, 10, 2),
        date(2020, 10, 3),
    ]
    assert first.dated_by is DatedBy.METADATA


def test_gzip_files_joined_to_one_are_read_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    lines = as_lines().split(b"\n\n")
    path.write_bytes(b"".join(gzip.compress(line + b"\n") for line in lines))
    assert len(reports(path)) == 2


def test_fields_are_found_under_the_names_that_others_give_them(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    record = {
        "Headline": "Talks",
        "Body": FIRST,
        "pubDate": "Fri, 02 Oct 2020 14:05:00 GMT",
        "source": {"id": None, "name": "The Courier"},
        "Source URL": "https://example.org/talks",
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    (one,) = reports(path)
    assert (one.report.text, one.report.title) == (FIRST, "Talks")
    assert (one.report.publisher, one.report.url) == ("The Courier", "https://example.org/talks")
    assert one.report.published == date(2020, 10, 2)


def test_named_columns_count_before_guessed_ones(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text(f'text,words,day\nnothing,"{FIRST}",2020-10-02\n', encoding="utf-8")
    (one,) = reports(path, columns=parse_columns(["text=words", "published=day"]))
    assert one.report.text == FIRST
    assert one.report.published == date(2020, 10, 2)


def test_a_table_in_another_encoding_is_read_when_named(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    text = "Erdoğan said that the talks would go on."
    path.write_bytes(f"text\n{text}\n".encode("iso8859-9"))
    sources = find([path]).sources
    (one,) = receive_all(sources, Settings(encoding="iso8859-9"), DAY)
    assert isinstance(one, Received) and one.report.text == text
    path.write_bytes(f"text\n{text}\n".encode("utf-16"))
    (one,) = receive_all(sources, Settings(), DAY)
    assert isinstance(one, Received) and one.report.text == text


def test_one_report_is_asked_for_and_several_are_there(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(as_lines())
    (source,) = find([path]).sources
    outcome = receive(source, Settings(), DAY)
    assert isinstance(outcome, Rejection) and "several" in outcome.reason


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    line = json.dumps({**RECORDS[0], "padding": "x" * 10_000}) + "\n"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line for _ in range(3_000))
    (source,) = find([path]).sources
    tracemalloc.start()
    count = sum(1 for _ in receive_all([source], Settings(), DAY))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 3_000
    assert peak < 8_000_000 < path.stat().st_size
