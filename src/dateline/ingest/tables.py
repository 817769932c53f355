"""Reports in tables as text: CSV, and TSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dateline.errors import InputError
from dateline.ingest.columns import FIELDS, choose_columns
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.decode import byte_order_mark, refuse_binary
from dateline.ingest.limits import too_large
from dateline.ingest.options import Options
from dateline.ingest.rejection import RejectionKind

DELIMITERS = (",", ";", "\t", "|")
UNDECODED = range(0xDC80, 0xDD00)
LONGEST_HEADER = 100_000


def read_csv(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    """One report a row, named by the line on which the row begins; the first row names the
    columns, and the delimiter is the one that divides it.

    A row of another length than the header, with bytes in another encoding or with quotation
    marks that do not close is refused by its line; the rest goes on.
    """
    largest = options.settings.largest_report
    # The module has one limit for the whole program; ours counts the row, so it may only rise.
    csv.field_size_limit(max(csv.field_size_limit(), largest + 1))
    text = _as_text(stream, options.settings.encoding)
    try:
        yield from _read_rows(_Lines(text, largest), options)
    finally:
        text.detach()  # the stream is its opener's to close


def _read_rows(lines: _Lines, options: Options) -> Iterator[Entry]:
    header_line = lines.first()
    delimiter = max(DELIMITERS, key=header_line.count)
    header = _names(next(csv.reader([header_line], delimiter=delimiter), []))
    chosen = choose_columns(header, options.columns)
    if not chosen.text:
        raise InputError(
            RejectionKind.NO_TEXT,
            f"has no column with the text; its columns are {', '.join(header)[:200]}.",
            "Name it with --column text=NAME.",
        )
    where = {field: header.index(name) for field in FIELDS if (name := getattr(chosen, field))}
    for line, row in _rows(lines, delimiter):
        if row != []:
            yield Entry(part=str(line), outcome=_contents(row, len(header), where))


class _RowTooLongError(Exception):
    """A row takes more than a report may; unlike damage to the file it ends only that row."""


class _Lines:
    """Lines of a table, counted, with a bound on what one row may take."""

    def __init__(self, text: io.TextIOBase, largest: int) -> None:
        self._text = text
        self.largest = largest
        self._row_characters = 0
        self.number = 0

    def first(self) -> str:
        try:
            line = self._text.readline(LONGEST_HEADER)
        except UnicodeError as error:
            raise _other_encoding() from error
        self.number = 1
        return line

    def begin_row(self) -> None:
        self._row_characters = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self.largest + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._row_characters += len(line)
        if self._row_characters > self.largest:
            while line and not line.endswith("\n"):
                line = self._text.readline(self.largest + 1)
            raise _RowTooLongError
        return line


def _as_text(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """Bytes that are not of the encoding stay visible (as surrogates), so that one such row
    does not end the table."""
    head = stream.peek(4)[:4] if isinstance(stream, io.BufferedReader) else b""
    marked = byte_order_mark(head)
    if marked is None:
        refuse_binary(head, encoding)
    return io.TextIOWrapper(stream, marked or encoding, errors="surrogateescape", newline="")


def _names(row: list[str]) -> tuple[str, ...]:
    names = tuple(name.strip() for name in row)
    if not any(names):
        raise InputError(
            RejectionKind.EMPTY, "has no row with the names of its columns.", "Add one."
        )
    return names


def _rows(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | InputError]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        first_line = lines.number + 1
        try:
            row = next(reader, None)
        except _RowTooLongError:
            advice = "Check that the quotation marks of this row and its lines end."
            yield first_line, too_large(lines.largest, advice)
        except csv.Error as error:
            yield first_line, _broken(f"its row cannot be read: {error}")
        except UnicodeError as error:
            raise _other_encoding() from error
        else:
            if row is None:
                return
            yield first_line, row


def _contents(
    row: list[str] | InputError, width: int, where: dict[str, int]
) -> Contents | InputError:
    if isinstance(row, InputError):
        return row
    if len(row) != width:
        return _broken(f"it has {len(row)} fields where the header has {width}")
    fields = {field: row[index] for field, index in where.items()}
    if any(ord(character) in UNDECODED for field in fields.values() for character in _odd(field)):
        return _other_encoding()
    return msgspec.convert(fields, Contents)


def _odd(field: str) -> str:
    return "" if field.isascii() else field


def _other_encoding() -> InputError:
    return InputError(
        RejectionKind.ENCODING,
        "holds bytes in another encoding than the rest of its table.",
        "Convert it to UTF-8, or name its encoding, for example --encoding windows-1252.",
    )


def _broken(what: str) -> InputError:
    return InputError(
        RejectionKind.MALFORMED,
        f"is no row of its table ({what}).",
        "Put quotation marks around fields that hold commas, lines or quotation marks, and double "
        "those within.",
    )
