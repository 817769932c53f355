"""What the coder owes to what: ``python -m training.study --gold DIR``, for docs/study.md.

All figures are on the coded reports kept for choosing, which neither the language model nor the
weights of the act rules (trained here anew) have seen.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline import knowledge as world
from dateline.coding.acts import Act
from dateline.coding.codebook import events
from dateline.coding.linear import Blend, Weights
from dateline.coding.linear import load as load_weights
from dateline.coding.people import People
from dateline.coding.read_acts import read_acts
from dateline.coding.weigh import weigh
from dateline.evaluation.dyads import NOBODY, Dyad, Measure, keyed
from dateline.evaluation.evaluate import as_coded
from dateline.evaluation.gold import read_gold
from dateline.evaluation.record import CodedEvent
from dateline.evaluation.score import Codings, score
from dateline.knowledge import Knowledge
from dateline.language import load_model
from dateline.records import Coding
from dateline.tree import Tree
from training.acts import Example, composed_examples, examples_of, joined, train
from training.corpora.mixture import held_out

SIZES = (20, 40, 80, 160, 1000)
ALONE = 0.15  # probability from which the model's acts count when it codes alone
MOST_ERRORS = 20
Way = Callable[[Example], tuple[Act, ...]]


class Study:
    """The kept reports, and the ways to code them."""

    def __init__(self, kept: Sequence[Example], gold: Codings, knowledge: Knowledge) -> None:
        self.kept = kept
        self.gold = {one.name: gold[one.name] for one in kept}
        self.knowledge = knowledge

    def joined(self, weights: Weights) -> Way:
        return lambda one: joined(one, weights, self.knowledge)

    def alone(self, one: Example) -> tuple[Act, ...]:
        tree = Tree(one.reading)
        people = People(tree, one.cast, self.knowledge.lexicon)
        acts = read_acts(one.reading, tree, people, one.statements)
        return tuple(act for act in acts if act.score >= ALONE)

    def coded(self, way: Way) -> dict[str, tuple[CodedEvent, ...]]:
        found = {}
        for one in self.kept:
            made = events(way(one), one.reading, one.statements, one.cast, self.knowledge)
            found[one.name] = as_coded(Coding(report=one.reading.report, events=made))
        return found

    def row(self, name: str, way: Way) -> str:
        measures = score(self.gold, self.coded(way)).measures
        event, attributed = measures[Measure.EVENT], measures[Measure.ATTRIBUTED]
        return (
            f"| {name} | {event.precision:.2f} | {event.recall:.2f} | {event.f1:.3f} "
            f"| {attributed.f1:.3f} |"
        )


def per_type(gold: Codings, coded: Codings) -> list[str]:
    """Precision, recall and F1 of event dyads by type, the commonest types first."""
    hits: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for name, own in gold.items():
        true, found = keyed(own, Measure.EVENT), keyed(coded[name], Measure.EVENT)
        wanted.update(key[0] for key in true)
        given.update(key[0] for key in found)
        hits.update(key[0] for key in true.keys() & found.keys())
    rows = []
    for kind, number in wanted.most_common():
        precision, recall = hits[kind] / max(1, given[kind]), hits[kind] / number
        f1 = 2 * hits[kind] / (given[kind] + number)
        rows.append(f"| {kind} | {number} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")
    return rows


def causes(gold: Codings, coded: Codings) -> list[str]:
    """The commonest ways in which dyads were missed or made up."""
    found: Counter[tuple[str, str]] = Counter()
    for name, own in gold.items():
        true, given = keyed(own, Measure.EVENT), keyed(coded[name], Measure.EVENT)
        near: dict[str, list[Dyad]] = defaultdict(list)
        for key, dyads in given.items():
            near[key[0]] += dyads
        for key in true.keys() - given.keys():
            found[key[0], cause_of_miss(true[key][0], near[key[0]])] += 1
        types = {key[0] for key in true}
        for key in given.keys() - true.keys():
            if key[0] not in types:
                found[key[0], "made up: the report has no such act"] += 1
    return [f"| {kind} | {why} | {n} |" for (kind, why), n in found.most_common(MOST_ERRORS)]


def cause_of_miss(gold: Dyad, near: Sequence[Dyad]) -> str:
    same = [dyad for dyad in near if share_a_word(dyad.event.trigger, gold.event.trigger)]
    if not same:
        return "act not found"
    actors = {dyad.codes[0] for dyad in same}
    recipients = {dyad.codes[1] for dyad in same}
    if gold.codes[0] not in actors:
        both = gold.codes[1] not in recipients
        return "act found, both parties wrong" if both else "act found, actor wrong"
    if recipients == {NOBODY}:
        return "act found, recipient missing"
    return "act found, recipient wrong"


def share_a_word(a: str, b: str) -> bool:
    return bool(set(a.lower().split()) & set(b.lower().split()))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with texts/ and codes/")
    options = parser.parse_args()
    knowledge, model, gold = world.load(), load_model(), read_gold(options.gold)
    examples = examples_of(gold, model, knowledge)
    seen = [one for one in examples if not held_out(one.name)]
    composed = composed_examples(model, knowledge)
    study = Study([one for one in examples if held_out(one.name)], gold.codings, knowledge)
    random.Random(0).shuffle(seen)
    blend = Blend()
    print("| reports | precision | recall | Event F1 | Attributed F1 |\n|---|---|---|---|---|")
    for size in SIZES:
        learned = train(seen[:size])
        weights = Weights(weights=learned, threshold=blend.threshold, blend=blend)
        print(study.row(str(min(size, len(seen))), study.joined(weights)), flush=True)
    learned = train([*seen, *composed])
    rules = Weights(weights=learned, threshold=load_weights().threshold)
    both = Weights(weights=learned, threshold=blend.threshold, blend=blend)
    print(study.row(f"{len(seen)} and {len(composed)} composed", study.joined(both)))
    print(study.row("rules only", lambda one: weigh(one.found, rules)))
    print(study.row("model only", study.alone))
    coded = study.coded(study.joined(both))
    print("\n| type | dyads | precision | recall | F1 |\n|---|---|---|---|---|")
    print(*per_type(study.gold, coded), sep="\n")
    print("\n| type | cause | dyads |\n|---|---|---|")
    print(*causes(study.gold, coded), sep="\n")


if __name__ == "__main__":
    main()
