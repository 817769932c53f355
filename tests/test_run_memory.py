"""What a worker holds of memory once a batch is coded."""

from __future__ import annotations

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from dateline.language import load_model
from dateline.language.model import EVERY_SO_MANY_RUNS
from dateline.language.windows import cut
from dateline.language.words import split
from dateline.run.memory import give_large_blocks_back

SENTENCE = "Azerbaijan denied on Sunday that its soldiers had attacked a village near Tovuz. "


def resident() -> int:
    """Bytes that this process has of its own."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon"))


def held_after_batches(sizes: tuple[int, ...]) -> list[int]:
    """Bytes that a fresh process holds more after each batch than after one window; ``sizes``
    are the windows of the batches."""
    give_large_blocks_back()
    model = load_model(threads=1)
    window = next(cut(0, split(SENTENCE * 12), model))
    model.run([window])
    before = resident()
    held = []
    for size in sizes:
        model.run([window] * size)
        held.append(resident() - before)
    return held


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory it holds")
def test_the_memory_of_large_batches_goes_back_to_the_system() -> None:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as process:
        sizes = (12, *[1] * EVERY_SO_MANY_RUNS)
        first, *_, last = process.submit(held_after_batches, sizes).result()
    assert last < first / 2
