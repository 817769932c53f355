"""What the relevance gate saves and costs: ``python -m benchmarks.gate --gold DIR --news FILE``.

DIR has texts and codes of coded reports (``train`` of the gold data), FILE general news that is not
coded (JSON lines, gzip). Both are parted into five folds by the hash of their ids; a gate is
trained on four, threshold included, exactly as the one that ships is (``training/gate.py``), and
judged on the fifth. Printed are, over all five: the share of the news that is passed over, which
the encoder need not read; the events that are lost with coded reports that are passed over, by
source (the first part of a report's name); and the time that the gate which ships takes.

``--also NAME=FILE`` tells how much of another file of texts (JSON lines with text and perhaps
title, gzip or not) the gate that ships passes over.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.records import Report
from dateline.relevance import digest, load
from training.gate import hash_of, score, train
from training.gate_documents import (
    FOLDS,
    REPORTS,
    Document,
    beginnings,
    document,
    is_gold,
    read_composed,
    read_gold,
    read_news,
)

HERE = Path(__file__).parent
SENTENCE = 120  # characters, about
RATES = (150, 250)  # sentences that are coded in a second, on two cores
Judged = list[tuple[Document, bool]]  # whether it passes


def judge(documents: Sequence[Document]) -> Judged:
    """Every document by a gate that has not seen its fold."""
    judged: Judged = []
    for fold in range(FOLDS):
        gate = train([one for one in documents if one.fold != fold])
        held = [one for one in documents if one.fold == fold]
        judged += [(one, score(gate, one) >= gate.threshold) for one in held]
        print(f"fold {fold}: {len(gate.weights)} words, threshold {gate.threshold}", flush=True)
    return judged


def print_sources(judged: Judged) -> None:
    by_source: dict[str, Judged] = defaultdict(list)
    for one, passes in judged:
        if one.events is not None:
            by_source[one.source].append((one, passes))
    by_source["all but composed"] = [pair for pair in judged if is_gold(pair[0])]
    head = ("source", "reports", "events", "lost", "share lost", "without events", "passed over")
    print("{:18}{:>8}{:>8}{:>6}{:>12}{:>16}{:>13}".format(*head))
    for source, pairs in sorted(by_source.items(), key=lambda item: len(item[1])):
        events = sum(one.events or 0 for one, _ in pairs)
        lost = sum(one.events or 0 for one, passes in pairs if not passes)
        empty = [passes for one, passes in pairs if not one.events]
        print(
            f"{source:18}{len(pairs):8}{events:8}{lost:6}{lost / max(events, 1):12.4f}"
            f"{len(empty):16}{len(empty) - sum(empty):13}"
        )
    for one, passes in judged:
        if one.events and not passes:
            print(f"lost: {one.id}, {one.events} events")


def print_news(judged: Judged, seconds_a_character: float) -> None:
    news = [(one, passes) for one, passes in judged if one.source == "news"]
    stories = sum(not passes for _, passes in news) / len(news)
    total = sum(one.characters for one, _ in news)
    characters = sum(one.characters for one, passes in news if not passes) / total
    print(f"news: passed over {stories:.3f} of {len(news)} stories, {characters:.3f} of characters")
    for rate in RATES:
        coding = 1 / (rate * SENTENCE)  # seconds for a character
        factor = coding / ((1 - characters) * coding + seconds_a_character)
        print(f"news is coded {factor:.2f} × as fast, where coding does {rate} sentences/s")


def print_read(judged: Judged) -> None:
    """Of the stories of the news that a person has read."""
    for name in ("no_events.txt", "with_events.txt"):
        lines = (HERE / name).read_text(encoding="utf-8").splitlines()
        ids = {line for line in lines if line and not line.startswith("#")}
        passing = [passes for one, passes in judged if one.source == "news" and one.id in ids]
        print(f"{name}: passed over {len(passing) - sum(passing)} of {len(passing)} stories")


def timed(path: Path) -> float:
    """Seconds for a character; prints those for a report."""
    gate = load()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        stories = [json.loads(line) for line in lines]
    reports = [Report(id=one["id"], title=one["title"] or "", text=one["text"]) for one in stories]
    begun = time.process_time()
    passing = sum(map(gate.passes, reports))
    spent = time.process_time() - begun
    characters = sum(len(one.text) for one in reports)
    print(
        f"the gate that ships: {spent / len(reports) * 1e6:.0f} µs a report of "
        f"{characters / len(reports):.0f} characters; {passing} of {len(reports)} pass"
    )
    return spent / characters


def read_texts(path: Path) -> Iterator[Document]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            one = json.loads(line)
            yield document(str(number), path.stem, one.get("title"), one["text"], None)


def print_other(name: str, path: Path) -> None:
    gate = load()
    passing = [score(gate, one) >= gate.threshold for one in read_texts(path)]
    over = len(passing) - sum(passing)
    print(f"{name}: passed over {over / len(passing):.3f} of {len(passing)} texts")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--also", action="append", default=[], metavar="NAME=FILE")
    options = parser.parse_args()
    cost = timed(options.news)
    for given in options.also:
        name, _, path = given.partition("=")
        print_other(name, Path(path))
    news = read_news(options.news, beginnings(options.gold))
    judged = judge([*read_gold(options.gold), *read_composed(), *news])
    print_sources(judged)
    print_news(judged, cost)
    print_read(judged)
    gold = hash_of(sorted(options.gold.glob("*/*.json")))
    composed = hash_of(sorted(REPORTS.glob("*.jsonl")))
    print(f"gate {digest()} · gold {gold} · composed {composed} · news {hash_of([options.news])}")


if __name__ == "__main__":
    main()
