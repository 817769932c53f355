"""Web pages in WARC files (extra ``web``), as Common Crawl and the Internet Archive keep them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from dateline.errors import InputError
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.extras import need
from dateline.ingest.limits import too_large
from dateline.ingest.options import Options
from dateline.ingest.page import MEDIA_TYPES, read_page
from dateline.ingest.rejection import first_line
from dateline.ingest.unpack import damaged, next_chunk

BEGINNINGS = (b"WARC/", b"filedesc:")
# What the library raises on headers that are wrong or missing (it is not written for such).
TROUBLE = (
    EOFError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    OverflowError,
    zlib.error,
)


def read_warc(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    """Every page that was fetched whole (status 200, HTML), named by its address.

    Other records (requests, pictures, errors, redirections) are no reports and are passed over.
    """
    need("warcio", "web", "a WARC file")
    need("trafilatura", "html", "a WARC file of web pages")
    archive = need("warcio.archiveiterator", "web", "a WARC file")
    exceptions = need("warcio.exceptions", "web", "a WARC file")
    if isinstance(stream, io.BufferedReader) and not stream.peek(8).startswith(BEGINNINGS):
        raise damaged("it does not begin as a WARC file")
    records = archive.ArchiveIterator(_AsItComes(stream), arc2warc=True)
    records.INC_RECORD = ""  # what the library would print of broken records, bytes and all
    trouble = (exceptions.ArchiveLoadFailed, *TROUBLE)
    number = 0
    while True:
        try:
            record = next(records, None)
        except trouble as error:
            raise damaged(f"record {number + 1}: {first_line(error)}") from error
        if record is None:
            return
        number += 1
        if _is_page(record):
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            address = address.strip("<> ")
            part = address or f"record {number}"
            yield Entry(part=part, name=part, outcome=_page(record, address, options, trouble))


class _AsItComes:
    """A stream whose reads give what there is, so that damage further on spares it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        return next_chunk(self._stream, size)


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    return (
        record.rec_type == "response"
        and headers is not None
        and headers.get_statuscode() == "200"
        and (headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in MEDIA_TYPES
    )


def _page(
    record: Any, address: str, options: Options, trouble: tuple[type[Exception], ...]
) -> Contents | InputError:
    largest = options.settings.largest_report
    try:
        # The stream undoes chunks and gzip as it goes, so that no more than this is unpacked.
        unpacked = record.content_stream()
        data = unpacked.read(largest + 1)
    except trouble as error:
        return damaged(first_line(error))
    if len(data) > largest:
        return too_large(largest, "Save its text as a file of its own.")
    if _breaks_off(record, unpacked):
        return damaged("the page breaks off")
    content_type = record.http_headers.get_header("Content-Type") or ""
    _, _, charset = content_type.lower().partition("charset=")
    try:
        contents = read_page(
            data,
            options.settings.encoding,
            url=address,
            charset=charset.split(";")[0].strip(" \"'"),
        )
    except InputError as error:
        return error
    captured = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    return msgspec.structs.replace(contents, captured=captured)


def _breaks_off(record: Any, unpacked: Any) -> bool:
    """Whether a page that was read to its end lacks some: bytes of its record, or the end of what
    it is packed in."""
    raw = record.raw_stream
    if getattr(raw, "limit", 0) > 0 and not raw.read(1):
        return True
    return getattr(getattr(unpacked, "decompressor", None), "eof", True) is False
