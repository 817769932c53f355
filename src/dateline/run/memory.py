"""What a process that codes for days holds of memory: what it needs, not what it once needed."""

from __future__ import annotations

import ctypes
import sys

# Numbers of the GNU C library's malloc.h.
TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
LARGE = 1 << 20  # bytes


def give_large_blocks_back() -> None:
    """Have every freed block of a megabyte or more go back to the system at once.

    Left to itself, the GNU C library raises this bound with the blocks that it meets, up to 32
    megabytes, and keeps what lies below it: the windows of a language model, each of another
    size, leave a heap full of holes. Other libraries have no such choice.
    """
    if sys.platform != "linux":
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(MMAP_THRESHOLD, LARGE)
        library.mallopt(TRIM_THRESHOLD, LARGE)
