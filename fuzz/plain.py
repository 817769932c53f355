"""Fuzzing without a guide: seeds, damaged at random, the same ones for the same number.

It reaches less than atheris for each file that it makes, but runs wherever Python does. And it
makes what a guided fuzzer with its small files does not: long runs of one thing, in which a
reader that goes back and forth loses hours.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

MARKS = (
    *(bytes([byte]) for byte in b" \n\r\t\0\"'#<>&()[]{}*_-=,;:|\\/!a0\xff"),
    b"\xff\xfe",
    b"\xe2\x80\xa8",
    b"\x1b[",
    b"![",
    b"<!--",
    b"<p>",
    b"\\ud800",
    b"# ",
    b"a ",
)
LONG_RUN = 4_000
SLOW = 10.0


class SlowError(Exception):
    """A small file took longer than any should."""


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, cut out, doubled, moved or put in."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(changed))
        end = min(len(changed), start + chance.randint(0, 40))
        piece = bytes(changed[start:end])
        changed[start:end] = chance.choice(
            (
                b"",
                piece * 2,
                piece + chance.choice(MARKS),
                chance.randbytes(chance.randint(1, 8)),
                bytes(byte ^ (1 << chance.randint(0, 7)) for byte in piece[:1]) + piece[1:],
                piece + chance.choice(MARKS) * chance.choice((2, 60, LONG_RUN)),
            )
        )
    return bytes(changed)


def run(
    check: Callable[[bytes], None],
    corpus: Sequence[bytes],
    seconds: float,
    seed: int,
    keep: Callable[[bytes], None],
) -> int:
    """Check damaged files of the corpus for so long; how many they were.

    ``keep`` is given the first file that breaks a promise, and its exception goes on.
    """
    chance = random.Random(seed)
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        whole = number < len(corpus)
        content = corpus[number] if whole else damaged(chance.choice(corpus), chance)
        begun = time.process_time()
        try:
            check(content)
            taken = time.process_time() - begun
            if taken > SLOW:
                raise SlowError(f"{len(content)} bytes took {taken:.0f} seconds of computing")
        except BaseException:
            keep(content)
            raise
        number += 1
    return number
