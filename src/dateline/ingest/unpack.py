"""Streams of bytes out of gzip and zstd files, counted against bombs and checked for damage."""

from __future__ import annotations

import gzip
import io
import tempfile
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from typing import IO, Any, BinaryIO, cast

from dateline.errors import InputError
from dateline.ingest.extras import need
from dateline.ingest.limits import Limits, Meter, too_large
from dateline.ingest.rejection import RejectionKind

CHUNK = 1 << 17

# Decoding zstd, so many packed bytes at a time: each may unfold to 32,768.
ZSTD_BITE = 1 << 11

# The largest window of zstd's own command line without --long; a larger one takes more memory.
ZSTD_WINDOW = 1 << 27


class Unpacked(io.RawIOBase):
    """The bytes that ``read`` gives, counted by ``meter``, its errors told as damage."""

    def __init__(
        self, read: Callable[[int], bytes], meter: Meter, damage: tuple[type[Exception], ...]
    ):
        super().__init__()
        self._read = read
        self._meter = meter
        self._damage = damage

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._read(len(buffer))
        except self._damage as error:
            raise damaged(str(error)) from error
        buffer[: len(data)] = data
        self._meter.add(len(data))
        return len(data)


def damaged(detail: str) -> InputError:
    """The refusal of an archive that is cut off or holds wrong bytes."""
    return InputError(
        RejectionKind.DAMAGED,
        f"is damaged or cut off ({detail.rstrip('.').lower()}).",
        "Fetch or copy the file anew; what stood before the damage was read.",
    )


def buffered(raw: Unpacked) -> BinaryIO:
    """``raw`` with lines and small reads made cheap."""
    return cast(BinaryIO, io.BufferedReader(raw, CHUNK))


def unpack(stream: BinaryIO, packing: str, meter: Meter) -> BinaryIO:
    """The bytes that ``stream`` holds packed as ``packing`` (``.gz`` or ``.zst``).

    Reading raises :class:`InputError` for damage and for bombs.
    """
    if packing == ".gz":
        unzipped = gzip.GzipFile(fileobj=stream, mode="rb")
        return buffered(Unpacked(unzipped.read1, meter, (EOFError, gzip.BadGzipFile, zlib.error)))
    zstandard = need("zstandard", "archive", "a zstd file")
    damage = (EOFError, zstandard.ZstdError)
    return buffered(Unpacked(_Zstd(stream, zstandard).read, meter, damage))


class _Zstd:
    """Frames after one another; unlike the library's own reader it notices a cut in a frame."""

    def __init__(self, stream: BinaryIO, zstandard: Any) -> None:
        self._stream = stream
        self._decompressor = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
        self._frame: Any = None
        self._packed = b""
        self._plain = memoryview(b"")

    def read(self, size: int) -> bytes:
        while not self._plain:
            packed = self._packed or self._stream.read(ZSTD_BITE)
            self._packed = b""
            if not packed:
                if self._frame is not None:
                    raise EOFError("the file ends within a frame")
                return b""
            if self._frame is None:
                self._frame = self._decompressor.decompressobj()
            self._plain = memoryview(self._frame.decompress(packed))
            if self._frame.eof:
                self._packed = self._frame.unused_data
                self._frame = None
        data = bytes(self._plain[:size])
        self._plain = self._plain[size:]
        return data


def seekable(stream: BinaryIO, limits: Limits) -> IO[bytes]:
    """``stream`` itself where one can jump in it, otherwise its bytes in a temporary file."""
    if stream.seekable():
        return stream
    with ExitStack() as closing:
        spooled = closing.enter_context(tempfile.SpooledTemporaryFile(max_size=1 << 24))
        while chunk := stream.read(CHUNK):
            spooled.write(chunk)
            if spooled.tell() > limits.spooled_bytes:
                raise too_large(limits.spooled_bytes, "Unpack it yourself and give the file.")
        spooled.seek(0)
        closing.pop_all()  # the caller closes it
        return spooled


def read_whole(stream: BinaryIO, largest: int) -> bytes:
    """All bytes, but never many more than ``largest``: then :class:`InputError`."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise too_large(largest)
    return data


def next_chunk(stream: BinaryIO, size: int = CHUNK) -> bytes:
    """Some bytes, as they come: where damage follows, what stands before it is not lost in
    filling up a larger read."""
    chunk: bytes = stream.read1(size)  # type: ignore[attr-defined]
    return chunk
