"""Many reports in JSON: lines, and lists of objects, read as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.decode import decode, refuse_other_encoding
from dateline.ingest.formats import contents_of_json, decode_json, read_json
from dateline.ingest.limits import too_large
from dateline.ingest.lines import bounded_lines
from dateline.ingest.options import Options
from dateline.ingest.rejection import RejectionKind
from dateline.ingest.unpack import next_chunk, read_whole

UTF8_MARK = b"\xef\xbb\xbf"

OUTSIDE = re.compile(rb'["\[\]{},]')
INSIDE = re.compile(rb'["\\]')

LIST = re.compile(rb"\s*\[")
LIST_OF_LISTS = re.compile(rb"\s*\[\s*\[")
HEAD = 4096


def read_json_lines(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    """One object a line, in UTF-8; empty lines are passed over, broken ones refused by number."""
    return read_object_lines(bounded_lines(stream, options.settings.largest_report), options)


def read_object_lines(
    lines: Iterable[tuple[int, bytes | InputError]], options: Options
) -> Iterator[Entry]:
    """The same for lines that are drawn already, each with its number."""
    for number, line in lines:
        if number == 1 and isinstance(line, bytes):
            refuse_other_encoding(line, "JSON lines")
            line = line.removeprefix(UTF8_MARK)
        if isinstance(line, bytes) and not line.strip():
            continue
        yield Entry(part=str(number), outcome=_contents(line, options))


def read_json_file(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    """A JSON file: one report, or a list of them."""
    head = stream.read(HEAD)
    if LIST.match(head) and not LIST_OF_LISTS.match(head):
        for number, element in _elements(head, stream, options.settings.largest_report):
            yield Entry(part=str(number), outcome=_contents(element, options))
        return
    largest = options.settings.largest_report
    data = head + read_whole(stream, max(largest - len(head), 0))
    if len(data) > largest:
        raise too_large(largest)
    # JSON is UTF-8 by its standard (RFC 8259), whatever the texts beside it are.
    yield Entry(outcome=read_json(decode(data, "utf-8"), options.columns))


def _contents(data: bytes | InputError, options: Options) -> Contents | InputError:
    if isinstance(data, InputError):
        return data
    try:
        return contents_of_json(decode_json(data), options.columns)
    except InputError as error:
        return error


def _elements(
    head: bytes, stream: BinaryIO, largest: int
) -> Iterator[tuple[int, bytes | InputError]]:
    """The elements of a list, each as its bytes; only its commas and brackets are looked at."""
    scan = _ListScan(largest)
    chunk = LIST.sub(b"", head, count=1) or next_chunk(stream)
    while chunk:
        yield from scan.feed(chunk)
        if scan.rest is not None:
            if (scan.rest or next_chunk(stream)).strip():
                yield scan.number + 1, _no_list("goes on after the end of its list")
            return
        chunk = next_chunk(stream)
    yield scan.number + 1, _no_list("breaks off within its list")


def _no_list(reason: str) -> InputError:
    return InputError(
        RejectionKind.MALFORMED,
        f"is not valid JSON (it {reason}).",
        "Mend it, or write one object a line and call the file .jsonl.",
    )


class _ListScan:
    """Cuts a JSON list, fed in chunks from after its first bracket, into its elements.

    ``rest`` is what follows the closing bracket in its chunk; ``None`` until that is met.
    """

    def __init__(self, largest: int) -> None:
        self.largest = largest
        self.number = 0
        self.rest: bytes | None = None
        self._depth = 1
        self._in_string = False
        self._escaped = False
        self._element = bytearray()
        self._too_large = False

    def feed(self, chunk: bytes) -> Iterator[tuple[int, bytes | InputError]]:
        position, kept = int(self._escaped), 0
        self._escaped = False
        while found := (INSIDE if self._in_string else OUTSIDE).search(chunk, position):
            position = found.end()
            if self._in_string:
                if found.group() == b'"':
                    self._in_string = False
                else:
                    self._escaped = position == len(chunk)
                    position += 1
            elif self._ends_element(found.group()):
                self._keep(chunk[kept : found.start()])
                kept = position
                yield from self._finish()
                if self._depth == 0:
                    self.rest = chunk[position:]
                    return
        self._keep(chunk[kept:])

    def _ends_element(self, mark: bytes) -> bool:
        if mark == b'"':
            self._in_string = True
        elif mark in b"[{":
            self._depth += 1
        elif mark in b"]}":
            self._depth -= 1
            return self._depth == 0
        return mark == b"," and self._depth == 1

    def _keep(self, data: bytes) -> None:
        self._too_large = self._too_large or len(self._element) + len(data) > self.largest
        if self._too_large:
            self._element.clear()
        else:
            self._element += data

    def _finish(self) -> Iterator[tuple[int, bytes | InputError]]:
        element, too_long = bytes(self._element).strip(), self._too_large
        self._element.clear()
        self._too_large = False
        if element or too_long or self._depth or self.number:
            self.number += 1
            yield self.number, too_large(self.largest) if too_long else element
