"""Lines of a stream, none longer than a report may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.limits import too_large

SKIP = 1 << 20


def bounded_lines(stream: BinaryIO, largest: int) -> Iterator[tuple[int, bytes | InputError]]:
    """Each line with its number from 1; a line of more than ``largest`` bytes is passed over
    a piece at a time and stands as an :class:`InputError`."""
    number = 0
    while line := stream.readline(largest + 1):
        number += 1
        if len(line) > largest and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, too_large(largest, "Split it, or check that its lines end.")
        else:
            yield number, line


def _skip_line(stream: BinaryIO) -> None:
    while piece := stream.readline(SKIP):
        if piece.endswith(b"\n"):
            return
