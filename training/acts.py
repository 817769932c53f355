"""Trains the weights by which the coder trusts an act that its rules propose.

    python -m training.acts --gold GOLD/train --out src/dateline/coding/weights.json

Needs only what the package needs. Every report is read, resolved and attributed by the package
itself; an act is a positive example where one of its dyads (type, actor, recipient) is in the
report's gold coding. Logistic regression by AdaGrad with weight decay, the mean of some orders of
the examples; the threshold is the one with the best Event F1 over four folds, whose scores are
printed. Features seen in fewer than ``LEAST`` acts are left out.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline import knowledge as world
from dateline.attribution import attribute
from dateline.coding.acts import Act
from dateline.coding.codebook import events
from dateline.coding.join import join
from dateline.coding.linear import Blend, Weights
from dateline.coding.people import People
from dateline.coding.weigh import Candidate, candidates, weigh
from dateline.evaluation.dyads import Measure, keyed
from dateline.evaluation.evaluate import as_coded
from dateline.evaluation.gold import Gold, read_gold
from dateline.evaluation.record import CodedEvent
from dateline.evaluation.score import score
from dateline.ingest import Received, Source, receive
from dateline.knowledge import Knowledge
from dateline.language import LanguageModel, load_model, read_reports
from dateline.records import Cast, Coding, Event, Reading, Record, Report, Statement
from dateline.relevance import expects_events
from dateline.resolution import resolve
from dateline.settings import Settings
from dateline.tree import Tree
from training.corpora.mixture import REPORTS

LEAST = 4
EPOCHS = 12
RATE = 0.03
DECAY = 0.02
ORDERS = (1, 2, 3, 4)  # seeds of shuffles
FOLDS = 4
SMALLEST = 0.01  # weights below this are not kept
THRESHOLDS = (0.2, 0.225, 0.25, 0.275, 0.3, 0.325, 0.35)


class Example(Record):
    """A report ready to be coded: everything but the weights, and which acts are true."""

    name: str
    reading: Reading
    statements: tuple[Statement, ...]
    cast: Cast
    found: tuple[Candidate, ...]
    true: tuple[bool, ...]


def prepare(
    name: str, reading: Reading, gold: Sequence[CodedEvent], knowledge: Knowledge
) -> Example:
    """The candidates of one report, each compared with its gold coding."""
    statements, cast = attribute(reading, knowledge), resolve(reading, knowledge)
    tree = Tree(reading)
    found = candidates(tree, People(tree, cast, knowledge.lexicon), statements, knowledge.lexicon)
    wanted = {key[:3] for key in keyed(gold, Measure.ATTRIBUTED)}
    true = []
    for one in found:
        made = events((one.act,), reading, statements, cast, knowledge)
        keys = keyed(as_coded(Coding(report=reading.report, events=made)), Measure.ATTRIBUTED)
        true.append(any(key[:3] in wanted for key in keys))
    return Example(
        name=name, reading=reading, statements=statements, cast=cast, found=found, true=tuple(true)
    )


def train(examples: Iterable[Example]) -> dict[str, float]:
    """Weights of the features of some reports' acts."""
    rows = [
        (one.features, true)
        for example in examples
        for one, true in zip(example.found, example.true, strict=True)
    ]
    seen = Counter(feature for features, _ in rows for feature in features)
    index = {name: place for place, name in enumerate(n for n, k in seen.items() if k >= LEAST)}
    places = [
        np.array([index[name] for name in features if name in index], dtype=np.int64)
        for features, _ in rows
    ]
    truths = [true for _, true in rows]
    weights = np.mean([_descend(places, truths, len(index), order) for order in ORDERS], axis=0)
    return {
        name: round(float(weights[place]), 4)
        for name, place in sorted(index.items())
        if abs(weights[place]) >= SMALLEST
    }


def _descend(
    places: list[NDArray[np.int64]], truths: list[bool], size: int, seed: int
) -> NDArray[np.float64]:
    weights, squares = np.zeros(size), np.ones(size)
    order, shuffle = list(range(len(places))), random.Random(seed)
    for _ in range(EPOCHS):
        shuffle.shuffle(order)
        for row in order:
            here = places[row]
            probability = 1 / (1 + np.exp(-np.clip(weights[here].sum(), -30, 30)))
            slope = (probability - truths[row]) + DECAY * weights[here]
            squares[here] += slope * slope
            weights[here] -= RATE * slope / np.sqrt(squares[here])
    return weights


def code_with(example: Example, weights: Weights, knowledge: Knowledge) -> tuple[Event, ...]:
    """The events of a prepared report."""
    acts = weigh(example.found, weights)
    return events(acts, example.reading, example.statements, example.cast, knowledge)


def examples_of(gold: Gold, model: LanguageModel, knowledge: Knowledge) -> list[Example]:
    """The coded reports of a folder, read and prepared."""
    reports = []
    for name, path in gold.texts.items():
        received = receive(Source(name=name, path=path), Settings())
        if isinstance(received, Received):
            reports.append((name, received.report))
    readings = read_reports((report for _, report in reports), model)
    return [
        prepare(name, reading, gold.codings[name], knowledge)
        for (name, _), reading in zip(reports, readings, strict=True)
    ]


def joined(example: Example, weights: Weights, knowledge: Knowledge) -> tuple[Act, ...]:
    """The acts of a prepared report by rules and language model together."""
    tree = Tree(example.reading)
    people = People(tree, example.cast, knowledge.lexicon)
    expected = expects_events(example.reading.report)
    return join(tree, people, example.statements, example.found, weights, expected)


def composed_examples(model: LanguageModel, knowledge: Knowledge) -> list[Example]:
    """The composed reports, which every set of weights learns from."""
    reports = []
    gold = {}
    for path in sorted(REPORTS.glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            record = msgspec.json.decode(line)
            day = date.fromisoformat(record["published"]) if record["published"] else None
            reports.append(Report(id=record["id"], text=record["text"], published=day))
            gold[record["id"]] = msgspec.convert(record["events"], tuple[CodedEvent, ...])
    readings = read_reports(reports, model)
    return [prepare(one.report.id, one, gold[one.report.id], knowledge) for one in readings]


def folded(
    examples: Sequence[Example], composed: Sequence[Example], knowledge: Knowledge
) -> dict[float, dict[str, tuple[CodedEvent, ...]]]:
    """Codings of every report by weights that have not seen it, for each threshold."""
    mixed = list(examples)
    random.Random(0).shuffle(mixed)
    coded: dict[float, dict[str, tuple[CodedEvent, ...]]] = {t: {} for t in THRESHOLDS}
    for fold in range(FOLDS):
        held = mixed[fold::FOLDS]
        names = {example.name for example in held}
        others = [example for example in mixed if example.name not in names]
        learned = train([*others, *composed])
        for threshold in THRESHOLDS:
            weights = Weights(weights=learned, threshold=threshold)
            for example in held:
                made = code_with(example, weights, knowledge)
                report = example.reading.report
                coded[threshold][example.name] = as_coded(Coding(report=report, events=made))
    return coded


def best_threshold(
    examples: Sequence[Example],
    composed: Sequence[Example],
    gold: dict[str, tuple[CodedEvent, ...]],
    knowledge: Knowledge,
) -> float:
    """The threshold with the best Event F1 over the folds; prints all."""
    found: dict[float, float] = {}
    for threshold, coded in folded(examples, composed, knowledge).items():
        scores = score(gold, coded)
        event, attributed = scores.measures[Measure.EVENT], scores.measures[Measure.ATTRIBUTED]
        found[threshold] = event.f1
        print(f"threshold {threshold}: Event F1 {event.f1:.3f} (precision {event.precision:.3f}, "
              f"recall {event.recall:.3f}), Attributed F1 {attributed.f1:.3f}")  # fmt: skip
    return max(found, key=lambda threshold: found[threshold])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    knowledge, model, gold = world.load(), load_model(None), read_gold(chosen.gold)
    examples = examples_of(gold, model, knowledge)
    composed = composed_examples(model, knowledge)
    threshold = best_threshold(examples, composed, gold.codings, knowledge)
    kept = Weights(weights=train([*examples, *composed]), threshold=threshold, blend=Blend())
    chosen.out.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=0) + b"\n")


if __name__ == "__main__":
    main()
