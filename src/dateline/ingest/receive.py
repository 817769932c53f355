"""A source becomes a report, or is rejected with the reason."""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from pathlib import Path

from dateline.errors import InputError
from dateline.ingest.decode import decode
from dateline.ingest.english import require_english
from dateline.ingest.formats import READERS, Contents, read_json, read_text
from dateline.ingest.publication import parse_date
from dateline.ingest.rejection import Rejection, RejectionKind
from dateline.ingest.sources import Source, unreadable_file
from dateline.records import Record, Report
from dateline.settings import Settings


class Received(Record):
    """A report under the name that its output gets."""

    name: str
    report: Report


def receive(
    source: Source,
    settings: Settings,
    published: date | None = None,
) -> Received | Rejection:
    """Read one source.

    The report's own date of publication counts before ``published``; a report that has
    neither is rejected, since "yesterday" means nothing in it, unless it says outright that
    its date is not known.
    """
    try:
        data = _read_bytes(source.path, settings.largest_report)
        contents = _read_contents(source, data, settings.encoding)
        report = make_report(contents, published)
        if report.published is None and not contents.undated:
            raise InputError(
                RejectionKind.NO_DATE,
                "has no date of publication.",
                "Say when it was published, for example --published 2020-09-28.",
            )
    except InputError as error:
        return Rejection.of(source.shown, error)
    return Received(name=source.name, report=report)


def make_report(contents: Contents, published: date | None = None) -> Report:
    """The report that ``contents`` describe, named by the hash of what it says.

    Raises :class:`InputError` where it holds no words, is not in English, or gives a date
    that is none.
    """
    if not contents.text.strip():
        raise InputError(RejectionKind.EMPTY, "is empty.", "Check that the right file was saved.")
    _require_characters(contents.text)
    require_english(contents.text)
    own = parse_date(contents.published) if contents.published.strip() else published
    return Report(
        id=_content_hash(contents, own),
        text=contents.text,
        title=contents.title,
        publisher=contents.publisher,
        published=own,
        url=contents.url,
    )


def _read_bytes(path: Path | None, largest: int) -> bytes:
    """All bytes of a file or of standard input, but never many more than ``largest``."""
    try:
        if path is None:
            data = sys.stdin.buffer.read(largest + 1)
        elif not path.is_file() and path.exists():
            raise InputError(
                RejectionKind.UNREADABLE,
                "is not a regular file.",
                "Give a file or a folder, or pipe the text in and give -.",
            )
        else:
            with path.open("rb") as file:
                data = file.read(largest + 1)
    except OSError as error:
        raise unreadable_file(error) from error
    if len(data) > largest:
        raise InputError(
            RejectionKind.HUGE,
            f"is larger than {largest / 1_000_000:g} MB, more than a news report can be.",
            "Split it into its reports, one file each.",
        )
    return data


def _read_contents(source: Source, data: bytes, encoding: str) -> Contents:
    if source.path is not None:
        ending = source.path.suffix.lower()
        # JSON is UTF-8 by its standard (RFC 8259), whatever the texts beside it are.
        return READERS[ending](decode(data, "utf-8" if ending == ".json" else encoding))
    text = decode(data, encoding)
    return read_json(text) if text.lstrip().startswith("{") else read_text(text)


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
