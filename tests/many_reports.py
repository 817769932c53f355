"""Records of reports, in every form in which a file holds many."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dateline.ingest import (
    Columns,
    Received,
    Rejection,
    find,
    receive_all,
)
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
