"""What Dateline promises of every file: reports that hold, or a reason why there is none."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from dateline.errors import InputError
from dateline.ingest import Received, Rejection, RejectionKind, Source, furniture
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.limits import Limits
from dateline.ingest.options import Options
from dateline.ingest.publication import FIRST_YEAR, LAST_YEAR
from dateline.ingest.readers import read_entries
from dateline.ingest.receive import receive_entry
from dateline.ingest.standard_input import read_standard_input
from dateline.records import Report, Span
from dateline.settings import Settings

# So small that made-up files reach every limit.
OPTIONS = Options(
    settings=Settings(largest_report=2_000),
    limits=Limits(unpacked_bytes=100_000, ratio_from=20_000, spooled_bytes=50_000, members=50),
)
PUBLISHED = date(2020, 10, 2)
STANDARD_INPUT = "-"


def entries(content: bytes, name: str, options: Options = OPTIONS) -> list[Entry]:
    """What a file of these bytes gives, read to its end; ``-`` for what is piped in."""
    stream = cast(BinaryIO, io.BufferedReader(io.BytesIO(content)))
    found: list[Entry] = []
    try:
        if name == STANDARD_INPUT:
            found.extend(read_standard_input(stream, options))
        else:
            found.extend(read_entries(stream, name, options))
    except InputError as error:
        found.append(Entry(outcome=error))
    return found


def check_file(content: bytes, name: str, options: Options = OPTIONS) -> None:
    """Read a file of these bytes as the program does. Raises ``AssertionError`` where what comes
    of it breaks a promise; any other exception is one that the reader let out."""
    source = Source(name="a", path=None if name == STANDARD_INPUT else Path(name))
    for entry in entries(content, name, options):
        check_entry(entry)
        outcome = receive_entry(entry, source, PUBLISHED)
        if isinstance(outcome, Rejection):
            check_rejection(outcome)
        else:
            assert isinstance(entry.outcome, Contents)
            check_received(outcome, entry.outcome)


def check_entry(entry: Entry) -> None:
    """What a reader hands on."""
    if isinstance(entry.outcome, InputError):
        check_rejection(Rejection.of("a", entry.outcome))
        return
    for field in ("text", "title", "published", "publisher", "url", "captured"):
        assert isinstance(getattr(entry.outcome, field), str), field


def check_rejection(rejection: Rejection) -> None:
    """A person can be told in one line, which no terminal takes for a command."""
    assert rejection.kind in RejectionKind
    assert rejection.reason.endswith("."), rejection
    assert rejection.advice, rejection
    assert rejection.message.isprintable(), rejection


def check_received(received: Received, contents: Contents) -> None:
    """The report is the file's words, and can be written."""
    report = received.report
    assert received.name
    assert report.text == contents.text
    assert report.text.strip()
    assert len(report.id) == 32
    assert report.published is None or FIRST_YEAR <= report.published.year <= LAST_YEAR
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report
    check_spans(report)


def check_spans(report: Report) -> None:
    """Every span lies in the text, holds something, and does not overlap the next."""
    found = furniture(report.text)
    line = found.dateline
    assert report.dateline == (None if line is None else line.span)
    end = 0
    for span in found.spans:
        assert end <= span.start, found
        end = _checked(span, report.text)
    if line is not None:
        for part in (line.place_span, line.agency_span):
            if part is not None:
                _checked(part, report.text)
                assert line.span.contains(part), line


def _checked(span: Span, text: str) -> int:
    assert 0 <= span.start < span.end <= len(text), span
    assert span.of(text).strip(), span
    return span.end
