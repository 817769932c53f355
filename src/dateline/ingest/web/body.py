"""The body of an answer: taken in up to a limit, decompressed up to the same limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web.trouble import RefusedError, UnavailableError

# What we tell the server that we can undo.
ACCEPTED = "gzip, deflate"
# Of the decompressed bytes, so many at a time: a bomb goes off in small pieces.
PIECE = 65_536

GZIP = b"\x1f"
AUTOMATIC = zlib.MAX_WBITS | 32  # the header tells whether it is gzip or zlib
BARE = -zlib.MAX_WBITS  # "deflate" without any header, as some servers send it


class _Inflate(Protocol):
    """What ``zlib.decompressobj`` gives."""

    @property
    def eof(self) -> bool: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


def read_body(chunks: Iterable[bytes], coding: str, most: int, *, cut: bool = False) -> bytes:
    """All that ``chunks`` hold, decompressed as ``coding`` (Content-Encoding) says.

    With ``cut``, what exceeds ``most`` bytes is left out. Otherwise raises :class:`RefusedError`
    for more than ``most`` bytes before or after decompression. Raises :class:`RefusedError` for a
    compression that was not asked for and for damage, :class:`UnavailableError` for an answer
    that breaks off.
    """
    match coding.strip().lower():
        case "" | "identity":
            pieces: Iterable[bytes] = chunks
        case "gzip" | "x-gzip" | "deflate":
            pieces = _inflated(_counted(chunks, most))
        case other:
            raise RefusedError(
                RejectionKind.UNKNOWN_FORMAT,
                f"is compressed as “{other[:40]}”, which was not asked for.",
                "Save the page with a browser and code the file.",
            )
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            if cut:
                return bytes(body[:most])
            raise too_long(most)
    return bytes(body)


def too_long(most: int) -> RefusedError:
    """The answer has more than ``most`` bytes."""
    return RefusedError(
        RejectionKind.HUGE,
        f"is longer than {most / 1_000_000:g} MB, more than a page or a feed of news can be.",
        "Check that it is one.",
    )


def _counted(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Compressed bytes count, too: empty members without end are no way around the limit."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > most:
            raise too_long(most)
        yield chunk


def _inflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    inflate: _Inflate | None = None
    for chunk in chunks:
        data = chunk
        while data:
            if inflate is None:
                inflate = _begin(data)
            elif inflate.eof:
                # Members of a gzip file may follow each other; what else follows is padding.
                if data[:1] != GZIP:
                    break
                inflate = _begin(data)
            try:
                piece = inflate.decompress(data, PIECE)
            except zlib.error as error:
                raise RefusedError(
                    RejectionKind.DAMAGED,
                    f"is damaged: it cannot be decompressed ({error}).",
                    "Save the page with a browser and code the file.",
                ) from error
            data = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
            yield piece
    while inflate is not None and not inflate.eof:
        # The last bytes may still be inside.
        piece = inflate.decompress(b"", PIECE)
        if not piece:
            raise UnavailableError("breaks off before its end.")
        yield piece


def _begin(data: bytes) -> _Inflate:
    gzip_or_zlib = data[:1] == GZIP or (data[0] & 0x0F == 8 and data[0] >> 4 <= 7)
    return zlib.decompressobj(AUTOMATIC if gzip_or_zlib else BARE)
