"""Windows laid into batches, and batches computed side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from dateline.language import load_model, read_reports
from dateline.language.model import Window
from dateline.language.windows import BATCH, of_like_length
from dateline.records import Report

SENTENCE = "Georgia accused Russia of moving the border posts near Orchosani by night. "


def window(pieces: int) -> Window:
    return Window(report=0, sentences=(("word",) * pieces,), pieces=((7,),) * pieces)


@given(some.lists(some.integers(1, 400), max_size=60))
def test_every_window_is_in_one_batch_and_no_batch_is_too_large(sizes: list[int]) -> None:
    windows = [window(size) for size in sizes]
    batches = list(of_like_length(windows))
    assert sorted(i for batch in batches for i in batch) == list(range(len(windows)))
    for batch in batches:
        padded = len(batch) * max(windows[i].length for i in batch)
        assert len(batch) == 1 or padded <= BATCH


def test_a_report_is_read_the_same_on_any_number_of_threads() -> None:
    reports = [Report(id=str(i), text=SENTENCE * (6 * i + 1)) for i in range(18)]
    one, many = (read_reports(reports, load_model(threads=threads)) for threads in (1, 4))
    assert one == many
    assert [reading.report for reading in many] == reports
