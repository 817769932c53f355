"""Sources become reports, one after another, or are rejected with the reason."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from dateline.errors import InputError
from dateline.ingest.columns import Columns
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.dateline_line import find_dateline
from dateline.ingest.english import require_english
from dateline.ingest.limits import Limits
from dateline.ingest.options import Options
from dateline.ingest.publication import DatedBy, date_report, parse_date
from dateline.ingest.readers import read_entries
from dateline.ingest.rejection import Rejection, RejectionKind
from dateline.ingest.sources import Source, unreadable_file
from dateline.ingest.standard_input import read_standard_input
from dateline.records import Record, Report
from dateline.settings import Settings

# The number of a line or row may look like a day.
LAST_NUMBER = re.compile(r"(?:^|:)\d+$")


class Received(Record):
    """A report under the name that its output gets, and how its date is known."""

    name: str
    report: Report
    dated_by: DatedBy = DatedBy.UNKNOWN


def receive_all(
    sources: Iterable[Source],
    settings: Settings,
    published: date | None = None,
    *,
    columns: Columns | None = None,
    limits: Limits | None = None,
) -> Iterator[Received | Rejection]:
    """Every report of every source in turn, read as a stream: what is held in memory is a report
    and the buffers of its file, however large that is.

    A report in a file of several is called ``FILE:LINE``, ``FILE:ROW`` or ``FILE:PATH WITHIN``, a
    page in a WARC by its address. Its own date of publication counts before ``published``; a
    report for which no date is found is rejected, since "yesterday" means nothing in it, unless
    it says outright that its date is not known. What cannot be read is a :class:`Rejection`, of
    a report or of (the rest of) a file, and the others go on.
    """
    options = Options(settings=settings, columns=columns or Columns(), limits=limits or Limits())
    for source in sources:
        yield from _receive_source(source, options, published)


def receive(
    source: Source,
    settings: Settings,
    published: date | None = None,
    *,
    columns: Columns | None = None,
) -> Received | Rejection:
    """The one report of a source; a source that holds several is rejected (:func:`receive_all`
    reads those)."""
    outcomes = list(islice(receive_all((source,), settings, published, columns=columns), 2))
    if len(outcomes) == 1:
        return outcomes[0]
    several = InputError(
        RejectionKind.MALFORMED,
        "holds several reports where one is expected.",
        "Put each report into a file of its own.",
    )
    return Rejection.of(source.shown, several)


def make_report(contents: Contents, published: date | None = None) -> Report:
    """The report that ``contents`` describe, named by the hash of what it says.

    Raises :class:`InputError` where it holds no words, is not in English, or gives a date
    that is none.
    """
    if not contents.text.strip():
        raise InputError(RejectionKind.EMPTY, "is empty.", "Check that the right file was saved.")
    for field in (contents.text, contents.title, contents.publisher, contents.url):
        _require_characters(field)
    require_english(contents.text)
    own = parse_date(contents.published) if contents.published.strip() else published
    line = find_dateline(contents.text)
    return Report(
        id=_content_hash(contents, own),
        text=contents.text,
        title=contents.title,
        publisher=contents.publisher,
        published=own,
        url=contents.url,
        dateline=None if line is None else line.span,
    )


def _receive_source(
    source: Source, options: Options, published: date | None
) -> Iterator[Received | Rejection]:
    number = 0
    try:
        for entry in _entries(source, options):
            number += 1
            yield receive_entry(entry, source, published)
        if not number:
            raise InputError(
                RejectionKind.EMPTY, "holds no reports.", "Check that the right file was saved."
            )
    except InputError as error:
        yield Rejection.of(source.shown, error)


def _entries(source: Source, options: Options) -> Iterator[Entry]:
    if source.path is None:
        yield from read_standard_input(sys.stdin.buffer, options)
        return
    try:
        _require_file(source.path)
        with source.path.open("rb") as stream:
            yield from read_entries(stream, source.path.name, options)
    except OSError as error:
        raise unreadable_file(error) from error


def _require_file(path: Path) -> None:
    if not path.is_file() and path.exists():
        raise InputError(
            RejectionKind.UNREADABLE,
            "is not a regular file.",
            "Give a file or a folder, or pipe the text in and give -.",
        )


def receive_entry(entry: Entry, source: Source, published: date | None) -> Received | Rejection:
    """The report that one entry of a source becomes, or why it cannot."""
    shown = f"{source.shown}:{entry.part}" if entry.part else source.shown
    try:
        if isinstance(entry.outcome, InputError):
            raise entry.outcome
        path = "" if source.path is None else str(source.path)
        within = LAST_NUMBER.sub("", entry.part)
        day, dated_by = date_report(entry.outcome, f"{path}/{within}", published)
        report = make_report(entry.outcome, day)
    except InputError as error:
        return Rejection.of(shown, error)
    if report.published is None and not entry.outcome.undated:
        return Rejection.of(shown, _no_date())
    name = entry.name or (f"{_file_name(source)}:{entry.part}" if entry.part else source.name)
    return Received(name=name, report=report, dated_by=dated_by)


def _file_name(source: Source) -> str:
    return source.name if source.path is None else source.path.name


def _no_date() -> InputError:
    return InputError(
        RejectionKind.NO_DATE,
        "has no date of publication.",
        "Say when it was published, for example --published 2020-09-28.",
    )


def _require_characters(text: str) -> None:
    """Python strings can hold halves of characters (lone surrogates) that no file can."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            RejectionKind.ENCODING,
            f"holds half a character at position {error.start + 1}.",
            "Decode the text anew from its source.",
        ) from error


def _content_hash(contents: Contents, published: date | None) -> str:
    """32 hexadecimal digits; the lengths keep "ab" + "c" apart from "a" + "bc"."""
    digest = hashlib.blake2b(digest_size=16)
    day = published.isoformat() if published is not None else ""
    for part in (contents.text, contents.title, day, contents.publisher, contents.url):
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()
