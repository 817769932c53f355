"""How the rules and the language model are best joined: ``python -m training.blend --gold DIR``.

Weights are trained on the coded reports that the language model has seen, and every setting of
``Blend`` is scored on those kept for choosing, with ``--kept`` also on those of ``training.kept``.
One setting at a time is moved to its best value, until none moves; all tries are printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dateline import knowledge as world
from dateline.coding.codebook import events
from dateline.coding.linear import Blend, Weights
from dateline.evaluation.dyads import Measure
from dateline.evaluation.evaluate import as_coded
from dateline.evaluation.gold import read_gold
from dateline.evaluation.record import CodedEvent
from dateline.evaluation.score import score
from dateline.knowledge import Knowledge
from dateline.language import load_model
from dateline.records import Coding
from training.acts import Example, composed_examples, examples_of, joined, train
from training.corpora.mixture import held_out

TRIED = {
    "threshold": (0.15, 0.175, 0.2, 0.225, 0.25, 0.3),
    "model": (0.3, 0.5, 0.7, 0.9),
    "rules": (0.2, 0.4, 0.6, 0.8, 1.0),
    "unseen": (0.01, 0.02, 0.05, 0.1),
    "unlisted": (0.03, 0.06, 0.1, 0.15, 0.2),
    "unexpected": (0.2, 0.4, 0.6, 0.8),
    "lead": (0.1, 0.2, 0.3, 0.5, 0.7, 1.0),
}
Codings = dict[str, tuple[CodedEvent, ...]]


class Trial:
    """Scores settings on prepared reports; knows what it has tried."""

    def __init__(
        self,
        kept: Sequence[Example],
        learned: dict[str, float],
        gold: Codings,
        knowledge: Knowledge,
    ) -> None:
        self.kept = kept
        self.learned = learned
        self.gold = {example.name: gold[example.name] for example in kept}
        self.knowledge = knowledge
        self.known: dict[Blend, float] = {}

    def value(self, blend: Blend) -> float:
        """The mean of Event F1 and Attributed F1."""
        if blend not in self.known:
            weights = Weights(weights=self.learned, threshold=blend.threshold, blend=blend)
            coded = {one.name: self.code(one, weights) for one in self.kept}
            measures = score(self.gold, coded).measures
            event, attributed = measures[Measure.EVENT], measures[Measure.ATTRIBUTED]
            self.known[blend] = (event.f1 + attributed.f1) / 2
            print(
                f"{event.f1:.3f} ({event.precision:.2f} / {event.recall:.2f}) "
                f"{attributed.f1:.3f}  {msgspec.to_builtins(blend)}",
                flush=True,
            )
        return self.known[blend]

    def code(self, one: Example, weights: Weights) -> tuple[CodedEvent, ...]:
        acts = joined(one, weights, self.knowledge)
        made = events(acts, one.reading, one.statements, one.cast, self.knowledge)
        return as_coded(Coding(report=one.reading.report, events=made))


def climb(trial: Trial) -> Blend:
    """The best setting that moving one value at a time reaches."""
    best, moved = Blend(), True
    while moved:
        moved = False
        for name, values in TRIED.items():
            for value in values:
                near = msgspec.structs.replace(best, **{name: value})
                if trial.value(near) > trial.value(best):
                    best, moved = near, True
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with texts/ and codes/")
    parser.add_argument("--kept", type=Path, help="folder that training.kept wrote")
    parser.add_argument("--model", type=Path, help="folder of the model; the shipped one")
    options = parser.parse_args()
    knowledge, model = world.load(), load_model(options.model)
    gold = read_gold(options.gold)
    examples = examples_of(gold, model, knowledge)
    seen = [example for example in examples if not held_out(example.name)]
    kept = [example for example in examples if held_out(example.name)]
    codings = gold.codings
    if options.kept:
        more = read_gold(options.kept)
        kept += examples_of(more, model, knowledge)
        codings = codings | more.codings
    learned = train([*seen, *composed_examples(model, knowledge)])
    print(f"{len(kept)} reports kept; Event F1 (precision / recall), Attributed F1")
    print("best:", climb(Trial(kept, learned, codings, knowledge)))


if __name__ == "__main__":
    main()
