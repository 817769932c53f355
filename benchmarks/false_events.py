"""False events on texts without events: ``python benchmarks/false_events.py STORIES``.

STORIES is a file of JSON lines (gzip or not) with id, published, title and text. The stories that
``no_events.txt`` names are coded; it says how they were chosen. As they hold no event, each event
that the coder finds is a false one. The aim is at most one in five reports.

``--errors N`` prints the first N of them: type, trigger, sentence. ``--gate`` passes over what the
relevance gate holds back, as ``dateline code --gate`` does.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from dateline.evaluation.evaluate import as_coded
from dateline.pipeline import Coder
from dateline.records import Coding, Report
from dateline.relevance import digest as gate_digest
from dateline.relevance import may_hold_events

IDS = Path(__file__).with_name("no_events.txt")


def read_ids(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def read_stories(path: Path, ids: frozenset[str]) -> Iterator[Report]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)
            if story["id"] in ids:
                yield Report(
                    id=story["id"],
                    title=story["title"] or "",
                    text=story["text"],
                    published=date.fromisoformat(story["published"]),
                )


def digest_of(reports: list[Report]) -> str:
    digest = hashlib.blake2b(digest_size=6)
    for report in reports:
        digest.update(f"{report.id}\n{report.published}\n{report.title}\n{report.text}\n".encode())
    return digest.hexdigest()


def said_to_be_so(coding: Coding) -> int:
    """How many events Event F1 would count (codebook section 7)."""
    return sum(event.said_to_be_so for event in as_coded(coding))


def print_figures(codings: list[Coding], reports: int) -> None:
    sums = (
        ("false events", sum(len(coding.events) for coding in codings)),
        ("said to be so", sum(map(said_to_be_so, codings))),
        ("reports with any", sum(bool(coding.events) for coding in codings)),
    )
    for name, number in sums:
        print(f"{name:18} {number:5} {number / reports:7.3f} a report")
    types = Counter(event.type for coding in codings for event in coding.events)
    print("of type", ", ".join(f"{type_} {number}" for type_, number in types.most_common()))


def print_errors(codings: list[Coding], most: int) -> None:
    found = ((coding.report, event) for coding in codings for event in coding.events)
    for report, event in islice(found, most):
        mode = f"-{event.mode}" if event.mode else ""
        print(f"\n{report.id}\n  {event.type}{mode}, {event.trigger!r}, score {event.score:.2f}")
        print(f"  {' '.join(event.evidence.split())}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", type=Path)
    parser.add_argument("--ids", type=Path, default=IDS, help="one id a line, # before a comment")
    parser.add_argument("--reports", type=int, help="only so many, to try it out")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print so many of them")
    parser.add_argument("--gate", action="store_true")
    options = parser.parse_args()
    ids = read_ids(options.ids)
    reports = list(islice(read_stories(options.stories, ids), options.reports))
    if options.reports is None and len(reports) < len(ids):
        parser.error(f"{options.stories} lacks {len(ids) - len(reports)} of {len(ids)} stories")
    coder = Coder.load()
    passing = [report for report in reports if not options.gate or may_hold_events(report)]
    codings = list(coder.code_reports(passing))
    print(f"{len(reports)} reports without events, {len(reports) - len(passing)} passed over")
    print_figures(codings, len(reports))
    print_errors(codings, options.errors)
    parts = [f"{name} {value}" for name, value in coder.run.items()]
    parts += [f"gate {gate_digest()}"] if options.gate else []
    print(" · ".join([*parts, f"data {digest_of(reports)} ({len(reports)} reports)"]))


if __name__ == "__main__":
    main()
