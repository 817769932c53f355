"""No bytes at all break a reader: each gives reports or says why not, in every format."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dateline.errors import InputError
from dateline.ingest import Received, Rejection, Source, receive_all
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.limits import Limits
from dateline.ingest.options import Options
from dateline.ingest.publication import date_report
from dateline.ingest.readers import READERS, read_entries
from dateline.settings import Settings

for needed in ("trafilatura", "warcio", "pyarrow", "defusedxml", "zstandard"):
    pytest.importorskip(needed)

TEXT = "Armenia said that both sides met in Geneva; the leaders did not."
OPTIONS = Options(
    settings=Settings(largest_report=2_000),
    limits=Limits(unpacked_bytes=100_000, ratio_from=20_000, spooled_bytes=50_000),
)
PACKINGS = ("", ".gz", ".zst")


def parquet() -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    written = io.BytesIO()
    write_table(pyarrow.table({"text": [TEXT] * 3, "date": ["2020-10-02"] * 3}), written)
    return written.getvalue()


def zipped() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.jsonl.gz", gzip.compress(json.dumps({"text": TEXT}).encode()))
    return written.getvalue()


def warc() -> bytes:
    page = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        f"<html><head><meta charset='utf-8'></head><p>{TEXT}</p></html>"
    ).encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n"
        f"WARC-Date: 2020-10-05T01:02:03Z\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


def packed_zstd(content: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(content)


SEEDS: dict[str, bytes] = {
    ".conll": f"# newdoc id = a\n# text = {TEXT}\n1\tArmenia\t_\t_\n\n".encode(),
    ".csv": f'text,title,date\n"{TEXT}",Talks,2020-10-02\n"a ""b""\nc",,\n'.encode(),
    ".html": f"<html><head><meta charset='utf-8'></head><p>{TEXT}</p></html>".encode(),
    ".json": json.dumps([{"text": TEXT, "title": "Talks"}, {"text": TEXT}]).encode(),
    ".jsonl": json.dumps({"text": TEXT, "date": "2020-10-02"}).encode() + b"\n{}\n",
    ".md": f"---\ntitle: Talks\n---\n# Talks\n{TEXT}".encode(),
    ".parquet": parquet(),
    ".txt": f"BAKU, Oct. 2 (AP) — {TEXT}".encode(),
    ".warc": warc(),
    ".xml": f'<S><Sentence id="1" date="20201002"><Text>{TEXT}</Text></Sentence></S>'.encode(),
    ".zip": zipped(),
}
SAME = {
    ".conllu": ".conll",
    ".htm": ".html",
    ".xhtml": ".html",
    ".ndjson": ".jsonl",
    ".tsv": ".csv",
}

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": packed_zstd,
}


def entries(content: bytes, name: str) -> list[Entry]:
    """What a file of these bytes gives, read to its end."""
    stream = cast(BinaryIO, io.BufferedReader(io.BytesIO(content)))  # type: ignore[arg-type]
    found: list[Entry] = []
    try:
        found.extend(read_entries(stream, name, OPTIONS))
    except InputError as error:
        found.append(Entry(outcome=error))
    return found


def check(found: list[Entry]) -> None:
    for entry in found:
        if isinstance(entry.outcome, InputError):
            assert entry.outcome.reason.endswith(".") and entry.outcome.advice
            assert "\n" not in str(entry.outcome)
        else:
            assert isinstance(entry.outcome.text, str)
            try:
                date_report(entry.outcome, "", None)
            except InputError as error:
                assert error.kind == "bad-date"


def test_every_format_has_a_seed() -> None:
    assert set(READERS) == set(SEEDS) | set(SAME)


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("ending", SEEDS)
def test_the_seeds_are_read(ending: str, packing: str) -> None:
    found = entries(PACKERS[packing](SEEDS[ending]), f"a{ending}{packing}")
    texts = [one.outcome.text for one in found if isinstance(one.outcome, Contents)]
    assert any(TEXT in text for text in texts), found


names = some.tuples(some.sampled_from(sorted(READERS)), some.sampled_from(PACKINGS)).map("".join)


@given(some.binary(max_size=300), names)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_bytes_are_read_or_refused_with_a_reason(content: bytes, ending: str) -> None:
    check(entries(content, f"a{ending}"))


@some.composite
def damage(draw: some.DrawFn, content: bytes) -> bytes:
    """The bytes with some changed, cut out, doubled or put in."""
    changed = bytearray(content)
    for _ in range(draw(some.integers(1, 4))):
        start = draw(some.integers(0, len(changed)))
        end = draw(some.integers(start, min(len(changed), start + 40)))
        changed[start:end] = draw(
            some.binary(max_size=8)
            | some.just(bytes(changed[start:end]) * 2)
            | some.sampled_from([b"", b'"', b"\n", b"\0", b"<", b"[", b"\xff\xfe"])
        )
    return bytes(changed)


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("ending", SEEDS)
@given(data=some.data())
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_damaged_files_are_read_or_refused_with_a_reason(
    ending: str, packing: str, data: some.DataObject
) -> None:
    content = PACKERS[packing](SEEDS[ending])
    check(entries(data.draw(damage(content)), f"a{ending}{packing}"))


@pytest.mark.parametrize("packing", [".gz", ".zst"])
@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".conll", ".txt", ".zip"])
def test_a_packed_file_cut_anywhere_is_never_taken_for_whole(ending: str, packing: str) -> None:
    content = PACKERS[packing](SEEDS[ending])
    for cut in random.Random(0).sample(range(1, len(content)), 20):
        found = entries(content[:cut], f"a{ending}{packing}")
        assert any(isinstance(entry.outcome, InputError) for entry in found), cut


@given(some.text(some.characters(exclude_categories=["Cs"]), max_size=80))
@settings(deadline=None)
def test_text_and_json_keep_every_character(text: str) -> None:
    """What offsets count in is the file's field, whatever it looks like."""
    for ending, content in ((".jsonl", json.dumps({"text": text})), (".txt", text)):
        if ending == ".txt" and (text.startswith("\ufeff") or "\0" in text):
            continue
        for entry in entries(content.encode(), f"a{ending}"):
            if isinstance(entry.outcome, Contents):
                assert entry.outcome.text == text
            else:
                assert ending == ".txt", entry


@pytest.mark.parametrize("ending", sorted(SEEDS))
def test_the_outcome_of_a_file_is_a_report_or_a_rejection(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(SEEDS[ending])
    outcomes = list(receive_all([Source(name="a", path=path)], Settings()))
    assert outcomes
    assert all(isinstance(outcome, Received | Rejection) for outcome in outcomes)
