"""How much a packed source may unfold, and how much may be read at once."""

from __future__ import annotations

from collections.abc import Callable

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind
from dateline.records import Record


class Limits(Record):
    """Bounds against archives that are made to unfold without end ("bombs").

    ``unpacked_bytes``   most bytes that one gzip, zstd or zip file may unfold to
    ``ratio``            most unpacked bytes for each packed byte; news in JSON packs 3 to 20 times
    ``ratio_from``       unpacked bytes below which the ratio is not looked at
    ``members``          most files in one zip archive
    ``spooled_bytes``    most bytes of a packed Parquet or zip file that are laid out in a
                         temporary file, since these cannot be read from front to back
    """

    unpacked_bytes: int = 1_000_000_000_000
    ratio: int = 200
    ratio_from: int = 64_000_000
    members: int = 1_000_000
    spooled_bytes: int = 20_000_000_000


class Meter:
    """Counts what one packing unfolds to and stops it beyond the limits.

    ``packed`` tells how many packed bytes were read so far (or how many there are).
    """

    def __init__(self, limits: Limits, packed: Callable[[], int]) -> None:
        self.limits = limits
        self.packed = packed
        self.unpacked = 0

    def add(self, number: int) -> None:
        """Count ``number`` unpacked bytes. Raises :class:`InputError` beyond a limit."""
        self.unpacked += number
        if self.unpacked > self.limits.unpacked_bytes:
            raise self._bomb(f"more than {self.limits.unpacked_bytes / 1e9:g} GB")
        ratio = self.limits.ratio
        if self.unpacked > self.limits.ratio_from and self.unpacked > ratio * self.packed():
            raise self._bomb(f"more than {ratio} times its size")

    def _bomb(self, size: str) -> InputError:
        return InputError(
            RejectionKind.BOMB,
            f"unfolds to {size}, as an archive does that is made to fill a disk.",
            "If you trust it, unpack it yourself and give the files.",
        )


def too_large(
    largest: int, advice: str = "Split it into its reports, one file each."
) -> InputError:
    """The refusal of a report of more than ``largest`` bytes."""
    return InputError(
        RejectionKind.HUGE,
        f"is larger than {largest / 1_000_000:g} MB, more than a news report can be.",
        advice,
    )
