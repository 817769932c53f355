"""What a worker holds of memory once a window is read."""

from __future__ import annotations

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from dateline.language import load_model
from dateline.language.model import EVERY_SO_MANY_RUNS, Window
from dateline.run.memory import give_large_blocks_back

SHORT, LONG = 40, 500  # word pieces


def resident() -> int:
    """Bytes that this process has of its own."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon"))


def held_after_windows(sizes: tuple[int, ...]) -> list[int]:
    """Bytes that a fresh process holds more after each window than after a short one; ``sizes``
    are the word pieces of the windows."""
    give_large_blocks_back()
    model = load_model(threads=1)
    model.run(window(SHORT))
    before = resident()
    held = []
    for size in sizes:
        model.run(window(size))
        held.append(resident() - before)
    return held


def window(pieces: int) -> Window:
    return Window(sentences=(("word",) * pieces,), pieces=((2773,),) * pieces)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory it holds")
def test_the_memory_of_long_sentences_goes_back_to_the_system() -> None:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as process:
        sizes = (LONG, *[SHORT] * EVERY_SO_MANY_RUNS)
        first, *_, last = process.submit(held_after_windows, sizes).result()
    assert last < first / 2
