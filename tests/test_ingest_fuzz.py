"""No bytes at all break a reader: each gives reports or says why not, in every format."""

from __future__ import annotations

import gzip
import importlib
import io
import json
import random
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dateline.errors import InputError
from dateline.ingest import Received, Rejection, RejectionKind, Source, make_report, receive_all
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.options import Options
from dateline.ingest.page import MOST_PARAGRAPHS, read_page
from dateline.ingest.readers import READERS
from dateline.settings import Settings

for needed in ("trafilatura", "warcio", "pyarrow", "defusedxml", "zstandard"):
    pytest.importorskip(needed)

sys.path.insert(0, str(Path(__file__).parents[1]))  # the fuzzer is no part of the package
contract = importlib.import_module("fuzz.contract")
fuzz = importlib.import_module("fuzz.seeds")

TEXT: str = fuzz.TEXT
SEEDS: dict[str, bytes] = {ending: files[0] for ending, files in fuzz.seeds().items()}
PACKERS = fuzz.PACKERS
PACKINGS = tuple(PACKERS)
LARGE = Options(settings=Settings(largest_report=1_000_000))


def entries(content: bytes, name: str, options: Options = contract.OPTIONS) -> list[Entry]:
    """What a file of these bytes gives, read to its end."""
    found: list[Entry] = contract.entries(content, name, options)
    return found


def test_every_format_has_a_seed() -> None:
    assert set(READERS) == set(SEEDS) | set(fuzz.SAME)


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
    contract.check_file(content, f"a{ending}")


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
    contract.check_file(data.draw(damage(content)), f"a{ending}{packing}")


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


# --- what fuzzing found, and what was found beside it -------------------------------


def outcomes(content: bytes, name: str, options: Options = contract.OPTIONS) -> list[str | None]:
    """Of each report of a file the kind of its rejection, ``None`` for one that is read."""
    contract.check_file(content, name, options)
    return [
        entry.outcome.kind if isinstance(entry.outcome, InputError) else None
        for entry in entries(content, name, options)
    ]


@pytest.mark.parametrize("content", [b"\xff\xfet", b"\xff\xfet\0\0\xd8x\0\n\0"])
def test_a_table_whose_header_is_cut_is_refused(content: bytes) -> None:
    assert outcomes(content, "a.csv") == [RejectionKind.ENCODING]


def test_a_table_without_the_mark_that_its_encoding_needs_is_refused() -> None:
    options = Options(settings=Settings(encoding="utf-16"))
    table = "text\nBoth sides met.\n".encode("utf-16-le")
    assert outcomes(table, "a.csv", options) == [RejectionKind.ENCODING]
    options = Options(settings=Settings(encoding="utf-16-le"))
    assert outcomes(table, "a.csv", options) == [None]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_to_one_file_of_a_zip_spares_the_next_however_it_is_packed(method: int) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", TEXT)
    content = bytearray(written.getvalue())
    start = content.index(b"a.txt") + len("a.txt")
    # A block of bzip2 begins with these bytes; an LZMA stream tells the length of its settings.
    content[start + 4 : start + 10] = b"\xff" * 6
    assert outcomes(bytes(content), "a.zip") == [RejectionKind.DAMAGED, None]


def parquet(**columns: object) -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    written = io.BytesIO()
    write_table(pyarrow.table(columns), written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("unit", "zone", "number", "kinds"),
    [
        ("s", None, 1 << 40, [RejectionKind.MALFORMED, None]),
        ("us", "Nowhere/Nowhen", 1, [RejectionKind.MALFORMED, None]),
        ("ns", "UTC", 1_601_600_000_123_456_789, [None, None]),
    ],
)
def test_a_time_that_python_does_not_know_spoils_no_other_row(
    unit: str, zone: str | None, number: int, kinds: list[str | None]
) -> None:
    import pyarrow

    times = pyarrow.array([number, None], pyarrow.timestamp(unit, zone))
    assert outcomes(parquet(text=[TEXT] * 2, date=times), "a.parquet") == kinds


def test_nanoseconds_need_no_other_library() -> None:
    import pyarrow

    times = pyarrow.array([1_601_600_000_123_456_789], pyarrow.timestamp("ns"))
    (entry,) = entries(parquet(text=[TEXT], date=times), "a.parquet")
    assert isinstance(entry.outcome, Contents)
    assert entry.outcome.published == "2020-10-02T00:53:20.123456"


def test_columns_whose_names_are_no_text_are_damage() -> None:
    content = SEEDS[".parquet"].replace(b"date", b"\xf3ate")
    assert outcomes(content, "a.parquet") == [RejectionKind.DAMAGED]


def response(content: bytes, *headers: bytes) -> bytes:
    http = b"\r\n".join((b"HTTP/1.1 200 OK", *headers, b"", content))
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n"
        f"WARC-Date: 2020-10-05T01:02:03Z\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_a_server_that_names_no_encoding_that_can_be_does_no_harm() -> None:
    page = response(SEEDS[".html"], b"Content-Type: text/html; charset=a\0b")
    assert outcomes(page, "a.warc") == [None]


def test_a_packed_page_that_breaks_off_is_not_taken_for_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    packed = gzip.compress(SEEDS[".html"] * 3)
    headers = (b"Content-Type: text/html", b"Content-Encoding: gzip")
    assert outcomes(response(packed, *headers), "a.warc") == [None]
    assert outcomes(response(packed[:-20], *headers), "a.warc") == [RejectionKind.DAMAGED]
    assert outcomes(response(packed, *headers) + b"\x1b" * 99, "a.warc")[0] is None
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("encoding", ["utf-7", "unicode_escape", "raw_unicode_escape", "punycode"])
def test_pages_are_not_read_in_encodings_that_the_web_does_not_know(encoding: str) -> None:
    page = SEEDS[".html"].replace(b"utf-8", encoding.encode())
    page = page.replace(TEXT.encode(), TEXT.encode() + rb" +2AA- \ud800")
    assert read_page(page, "utf-8").text == TEXT + r" +2AA- \ud800"


@pytest.mark.parametrize("field", ["text", "title", "publisher", "url"])
def test_half_a_character_in_any_field_is_refused(field: str) -> None:
    with pytest.raises(InputError, match="half a character"):
        make_report(Contents(**{"text": TEXT, field: TEXT + "\ud800"}), date(2020, 10, 2))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (json.dumps({"text": TEXT, "date": "2\n\x1b[31m0"}).encode(), "a.json"),
        (b"# newdoc id = a\x1b[2J\n# date = \x1b[31m\n1\tThey\n", "a.conll"),
        (b"a\x1b[31m,b\nc,d\n", "a.csv"),
        (parquet(**{"a\n\x1b[31m": ["b"]}), "a.parquet"),
    ],
)
def test_no_file_can_speak_to_the_terminal_through_a_rejection(content: bytes, name: str) -> None:
    source = Source(name="a", path=Path(name))
    for entry in entries(content, name):
        outcome = contract.receive_entry(entry, source, None)
        assert isinstance(outcome, Rejection)
        assert outcome.message.isprintable()


def test_lines_that_are_piped_in_may_begin_with_a_mark() -> None:
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    assert outcomes(b"\xef\xbb\xbf" + line + line, "-") == [None, None]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"#" + b" " * 5_000 + b"!\n" + SEEDS[".conll"], "a.conll"),
        (b"---\na: b" + b" " * 100_000 + b"c\n---\n" + TEXT.encode(), "a.md"),
        (
            SEEDS[".html"].replace(b"<p>", b"<p>(" * (4 * MOST_PARAGRAPHS) + b"<p>"),
            "a.html",
        ),
        (b"<meta charset=punycode><p>" + b"a" * 100_000 + b"-" + b"9" * 100_000, "a.html"),
    ],
    ids=["comment", "front matter", "paragraphs", "punycode"],
)
def test_long_runs_of_one_thing_come_to_an_end(content: bytes, name: str) -> None:
    assert entries(content, name, LARGE)
