"""Lists and tables of reports that are broken: cut, of another encoding, without texts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from many_reports import (
    FIRST,
    RECORDS,
    read,
)

from dateline.errors import InputError
from dateline.ingest import (
    Columns,
    Received,
    Rejection,
    RejectionKind,
    parse_columns,
)
from dateline.ingest.json_reports import read_json_file
from dateline.ingest.options import Options
from dateline.ingest.tables import read_csv
from dateline.settings import Settings


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


def test_a_file_without_reports_is_rejected(tmp_path: Path) -> None:
    for name, content in [("a.jsonl", b"\n \n"), ("b.json", b"[]"), ("c.csv", b"text\n")]:
        path = tmp_path / name
        path.write_bytes(content)
        (rejection,) = read(path)
        assert isinstance(rejection, Rejection) and rejection.kind is RejectionKind.EMPTY, name


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
