"""Bytes to text, or a clear word why not."""

from __future__ import annotations

import codecs
import re

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind

# The longer marks come first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# How files that a person may take for a report begin (file formats' own documentation).
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (perhaps a Word or OpenDocument file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
)

CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

# One stray control character in a hundred is a blemish, more is no text.
MOST_CONTROL = 0.01


def byte_order_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning tells, if there is one."""
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def decode(data: bytes, encoding: str) -> str:
    """The text in ``data``.

    A byte order mark decides over ``encoding``; the mark itself is dropped, everything
    else is kept character for character. Raises :class:`InputError` for files that hold
    no text and for text in another encoding; nothing is replaced or guessed.
    """
    marked = byte_order_mark(data)
    if marked is not None:
        return _decode_as(data, marked)
    refuse_binary(data, encoding)
    return _decode_as(data, encoding)


def refuse_other_encoding(first_line: bytes, what: str) -> None:
    """Raise :class:`InputError` where a file that must be UTF-8 begins with another mark or
    signature; ``what`` names the format."""
    marked = byte_order_mark(first_line)
    if marked not in (None, "utf-8-sig"):
        raise InputError(
            RejectionKind.ENCODING,
            f"is encoded as {marked.upper()}; {what} must be UTF-8.",
            "Convert it to UTF-8.",
        )
    refuse_binary(first_line, "utf-8")


def refuse_binary(data: bytes, encoding: str) -> None:
    """Raise :class:`InputError` for bytes that hold no text in this encoding, by their looks."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise InputError(
                RejectionKind.BINARY,
                f"is {what}, not text.",
                "Give the file its true ending, or save the report as plain text (UTF-8).",
            )
    if codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")):
        return  # every second byte of English text in UTF-16 is zero
    if b"\x00" in data or len(CONTROL.findall(data)) > MOST_CONTROL * len(data):
        raise InputError(
            RejectionKind.BINARY,
            "holds binary data, not text.",
            "Save the report as plain text (UTF-8) and give that file.",
        )


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        where = ""  # some encodings do not tell
        if isinstance(error, UnicodeDecodeError):
            where = f" (byte {error.start + 1} is {data[error.start]:#04x})"
        raise InputError(
            RejectionKind.ENCODING,
            f"is not encoded as {encoding.removesuffix('-sig').upper()}{where}.",
            "Convert it to UTF-8, or name its encoding, for example --encoding windows-1252.",
        ) from error
