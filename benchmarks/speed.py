"""Sentences a second, from text to events: ``python benchmarks/speed.py FOLDER [--reports N]``.

Takes report files that ``dateline code`` reads, loads the coder first, and times each step over all
reports together. Prints the rate of reading, of all that follows it, and of both as the coder does
them, which codes one report while the next are read; and what coding adds to the time of reading.
The language model computes on all cores or on ``--threads``.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from dateline import knowledge as world
from dateline.cores import take_short_turns
from dateline.ingest import Received, find, receive
from dateline.language import load_model, read_reports
from dateline.pipeline import Coder, code_reading
from dateline.records import Report
from dateline.settings import Settings

Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    begun = time.perf_counter()
    return work(), time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--threads", type=int, default=0, help="of the language model; 0: all")
    options = parser.parse_args()
    take_short_turns()
    settings = Settings()
    sources = find([options.folder], distinct_names=False).sources[: options.reports]
    outcomes = [receive(source, settings, date(2020, 1, 1)) for source in sources]
    reports: list[Report] = [o.report for o in outcomes if isinstance(o, Received)]
    model = load_model(settings.language_model, options.threads)
    coder = Coder(model, world.load(settings), settings)
    list(coder.code_reports(reports[:5]))
    readings, reading = timed(lambda: list(read_reports(reports, coder.model)))
    _, coding = timed(lambda: [code_reading(one, coder.knowledge) for one in readings])
    codings, both = timed(lambda: list(coder.code_reports(reports)))
    sentences = sum(len(one.sentences) for one in readings)
    events = sum(len(one.events) for one in codings)
    print(f"{len(reports)} reports, {sentences} sentences, {events} events")
    for name, seconds in (("reading", reading), ("coding", coding), ("both", both)):
        print(f"{name:8} {seconds:6.1f} s {sentences / seconds:8.0f} sentences/s")
    print(f"coding adds {both / reading - 1:.0%} to the time of reading")


if __name__ == "__main__":
    main()
