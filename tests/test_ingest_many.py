"""Files that hold many reports: each is read, under a name that leads back to its place."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.errors import InputError
from dateline.ingest import (
    Columns,
    DatedBy,
    Received,
    Rejection,
    RejectionKind,
    find,
    parse_columns,
    receive,
    receive_all,
)
from dateline.ingest.json_reports import read_json_file
from dateline.ingest.options import Options
from dateline.ingest.tables import read_csv
from dateline.settings import Settings

FIRST = "Armenia said that “both sides” met in Geneva; Nagorno‑Karabakh’s leaders did not."
SECOND = "The minister told reporters that the talks would go on,\nand that he had high hopes."
DAY = date(2020, 9, 28)

RECORDS = [
    {"text": FIRST, "title": "Talks", "published": "2020-10-02", "publisher": "The Courier"},
    {"text": SECOND, "title": "", "published": "2020-10-03", "publisher": ""},
]


def read(path: Path, **choices: Columns) -> list[Received | Rejection]:
    return list(receive_all(find([path]).sources, Settings(), DAY, **choices))


def reports(path: Path, **choices: Columns) -> list[Received]:
    outcomes = read(path, **choices)
    assert all(isinstance(outcome, Received) for outcome in outcomes), outcomes
    return [outcome for outcome in outcomes if isinstance(outcome, Received)]


def as_lines() -> bytes:
    return "\n\n".join(json.dumps(record) for record in RECORDS).encode()


def as_list() -> bytes:
    return json.dumps(RECORDS, indent=1, ensure_ascii=False).encode()


def as_csv(delimiter: str = ",") -> bytes:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, ["text", *list(RECORDS[0])[1:]], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(RECORDS)
    return written.getvalue().encode()


def as_parquet() -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    written = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(RECORDS), written)
    return written.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def zstandard(content: bytes) -> bytes:
    library = pytest.importorskip("zstandard")
    half = len(content) // 2
    frames = library.ZstdCompressor().compress(content[:half])
    return bytes(frames + library.ZstdCompressor().compress(content[half:]))


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


@pytest.mark.parametrize("given", ["text", "text=", "=body", "words=body"])
def test_a_column_that_is_not_written_as_one_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="FIELD=NAME"):
        parse_columns([given])


@pytest.mark.parametrize("name", ["news.csv", "news.parquet"])
def test_a_table_without_a_column_of_texts_is_rejected_as_a_whole(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if name == "news.csv":
        path.write_text("day,words\n2020-10-02,Armenia\n", encoding="utf-8")
    else:
        pyarrow = pytest.importorskip("pyarrow")
        table = pyarrow.table({"day": ["2020-10-02"], "words": ["Armenia"]})
        pytest.importorskip("pyarrow.parquet").write_table(table, path)
    (rejection,) = read(path)
    assert isinstance(rejection, Rejection)
    assert rejection.kind is RejectionKind.NO_TEXT
    assert "day, words" in rejection.reason and "--column" in rejection.advice
    (rejection,) = read(path, columns=Columns(text="body"))
    assert isinstance(rejection, Rejection) and "“body”" in rejection.reason


def test_a_broken_line_is_rejected_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    good = json.dumps(RECORDS[0]).encode()
    path.write_bytes(b"\n".join([good, b'{"text": "Arm', b"\xff\xfe", b"7", b"{}", good]))
    outcomes = read(path)
    assert [isinstance(outcome, Received) for outcome in outcomes] == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]
    rejected = [outcome for outcome in outcomes if isinstance(outcome, Rejection)]
    assert [one.report for one in rejected] == [f"{path}:{line}" for line in (2, 3, 4, 5)]


def test_a_row_of_another_length_or_encoding_is_rejected_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    good = f'"{FIRST}",Talks\n'.encode()
    rows = [
        good,
        b"only text\n",
        good,
        b"Erdo\xf0an spoke to the press,x\n",
        b'"Both "sides" met",x\n',
        good,
    ]
    path.write_bytes(b"text,title\n" + b"".join(rows))
    outcomes = read(path)
    rejected = [outcome for outcome in outcomes if isinstance(outcome, Rejection)]
    broken = [one.report for one in rejected if one.kind is RejectionKind.MALFORMED]
    assert broken == [f"{path}:3", f"{path}:6"]
    assert [one.report for one in rejected if one.kind is RejectionKind.ENCODING] == [f"{path}:5"]
    assert sum(isinstance(outcome, Received) for outcome in outcomes) == 3


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


def test_a_file_without_reports_is_rejected(tmp_path: Path) -> None:
    for name, content in [("a.jsonl", b"\n \n"), ("b.json", b"[]"), ("c.csv", b"text\n")]:
        path = tmp_path / name
        path.write_bytes(content)
        (rejection,) = read(path)
        assert isinstance(rejection, Rejection) and rejection.kind is RejectionKind.EMPTY, name


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


words = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(some.lists(words, min_size=1, max_size=5), some.sampled_from([None, 1]))
def test_any_text_survives_a_json_list(texts: list[str], indent: int | None) -> None:
    content = json.dumps([{"text": text, "more": [{"a": "]"}]} for text in texts], indent=indent)
    entries = list(read_json_file(io.BytesIO(content.encode()), Options(settings=Settings())))
    assert [entry.outcome.text for entry in entries] == texts  # type: ignore[union-attr]


@given(some.lists(words, min_size=1, max_size=5))
def test_any_text_survives_a_table(texts: list[str]) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerows([("text", "n"), *((text, "0") for text in texts)])
    stream = io.BufferedReader(io.BytesIO(written.getvalue().encode()))  # type: ignore[arg-type]
    entries = list(read_csv(stream, Options(settings=Settings())))
    assert [entry.outcome.text for entry in entries] == texts  # type: ignore[union-attr]


@given(some.lists(words, min_size=1, max_size=3), some.data())
def test_a_json_list_cut_anywhere_gives_no_false_report(
    texts: list[str], data: some.DataObject
) -> None:
    content = json.dumps([{"text": text} for text in texts]).encode()
    cut = data.draw(some.integers(1, len(content) - 1))
    outcomes = [
        entry.outcome
        for entry in read_json_file(io.BytesIO(content[:cut]), Options(settings=Settings()))
    ]
    whole = [outcome for outcome in outcomes if not isinstance(outcome, InputError)]
    assert [outcome.text for outcome in whole] == texts[: len(whole)]
    assert isinstance(outcomes[-1], InputError)
