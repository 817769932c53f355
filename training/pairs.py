"""Which act binds a marked source and target: ``python -m training.pairs --data DIR --gold GOLD``.

Five-fold over the sentences of ``data/events``, sorted by PLOVER's root types (CONCEDE and RETREAT
are one type there, YIELD). The encoder of the syntax stage, which has seen none of them, first
learns from the pairs of the coded, composed and noted reports, then from four folds; the fifth is
scored. Source and target are set between marks (Baldini Soares et al. 2019); the vectors of the two
opening marks tell the type.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from dateline import knowledge as world
from dateline.language import Model, load_model
from dateline.language.words import split
from dateline.records import Span
from training.annotated import Document, Sentence
from training.corpora.coded import composed, documents, gold, occurrences
from training.corpora.mixture import REPORTS
from training.corpora.standoff import noted_events
from training.network import HIDDEN, Encoder
from training.windows import Cutter, Window, batches, inputs_of

TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "YIELD",
    "COOPERATE",
    "AID",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
YIELDS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
FOLDS = 5
BATCH = 1600  # word pieces of one step
WARM_UP = 30  # steps
OPEN = (("<", ">"), ("{", "}"))  # around the source, around the target
Pair = tuple[tuple[str, ...], int, int, int]  # words with marks, where the marks open, type


class Binder(nn.Module):
    """The encoder and a scorer of types that sees both opening marks."""

    def __init__(self, encoder: dict[str, Tensor]) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.encoder.load_state_dict(encoder)
        self.inner = nn.Linear(2 * HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, len(TYPES))
        self.dropout = nn.Dropout(0.2)

    def forward(self, grid: dict[str, Tensor], opens: Tensor) -> Tensor:
        """Scores [pairs, types]; ``opens`` [pairs, 2] are the words that open the marks."""
        words = self.encoder(grid["pieces"], grid["shapes"], grid["first"], grid["last"])
        rows = torch.arange(len(opens))
        both = torch.cat([words[rows, opens[:, 0]], words[rows, opens[:, 1]]], dim=-1)
        return self.out(self.dropout(functional.gelu(self.inner(self.dropout(both)))))  # type: ignore[no-any-return]


def marked(
    words: Sequence[str], source: tuple[int, int], target: tuple[int, int], kind: int
) -> Pair:
    """The words with both spans between marks, and where the marks open."""
    held: list[str] = []
    opens = [0, 0]
    spans = (source, target)
    for i, word in enumerate(words):
        for k in (0, 1):
            if spans[k][0] == i:
                opens[k] = len(held)
                held.append(OPEN[k][0])
        held.append(word)
        held += [OPEN[k][1] for k in (1, 0) if spans[k][1] == i + 1]
    return tuple(held), opens[0], opens[1], kind


def pairs(data: Path) -> list[Pair]:
    """The marked sentences of the corpus that have a source and a target."""
    found = []
    path = data / "events" / "events_train_pool.jsonl"
    for record in map(json.loads, path.open(encoding="utf-8")):
        words = [word for sentence in split(record["text"]) for word in sentence.words]
        for event in record["events"]:
            places = [
                within([w.span for w in words], Span(start, start + len(event[side])))
                for side in ("source", "target")
                for start in occurrences(record["text"], event[side])[:1]
            ]
            if len(places) == 2 and event["root"] in TYPES:
                kind = TYPES.index(event["root"])
                found.append(marked([w.text for w in words], places[0], places[1], kind))
    return found


def within(words: Sequence[Span], span: Span) -> tuple[int, int]:
    inside = [i for i, word in enumerate(words) if word.overlaps(span)]
    return inside[0], inside[-1] + 1


def told(found: Iterable[Document]) -> Iterator[Pair]:
    """Pairs of actor and recipient in the sentence of their trigger."""
    for document in found:
        start = 0
        for sentence in document.sentences:
            end = start + len(sentence.words)
            for trigger in document.triggers or ():
                kind = YIELDS.get(trigger.label, trigger.label)
                if kind in TYPES and start <= trigger.first < end:
                    yield from around(sentence, start, trigger.parts, TYPES.index(kind))
            start = end


def around(
    sentence: Sentence, start: int, parts: Iterable[tuple[str, int, int]], kind: int
) -> Iterator[Pair]:
    end = start + len(sentence.words)
    by_role = {
        role: [(a - start, b - start) for name, a, b in parts if name == role and start <= a < end]
        for role in ("actor", "recipient")
    }
    for source in by_role["actor"][:2]:
        for target in by_role["recipient"][:2]:
            if source != target:
                yield marked(sentence.words, source, target, kind)


class Learner:
    """Trains and scores one binder."""

    def __init__(self, encoder: dict[str, Tensor], cutter: Cutter) -> None:
        self.binder = Binder(encoder)
        self.cutter = cutter

    def laid_out(
        self, chosen: Sequence[Pair], seed: random.Random | None
    ) -> Iterator[tuple[dict[str, Tensor], Tensor, Tensor]]:
        """Batches of inputs, opening marks and types."""
        windows = {id(pair): self.window(pair) for pair in chosen}
        of = {id(windows[id(pair)]): pair for pair in chosen}
        for group in batches(windows.values(), BATCH, seed):
            rows = [of[id(window)] for window in group]
            opens = torch.tensor([[pair[1], pair[2]] for pair in rows])
            yield inputs_of(group), opens, torch.tensor([pair[3] for pair in rows])

    def window(self, pair: Pair) -> Window:
        return next(self.cutter.cut(Document("", "pairs", (Sentence(words=pair[0]),)), 500, None))

    def train(self, chosen: Sequence[Pair], epochs: int, rate: float, seed: random.Random) -> None:
        """Peak ``rate`` for the encoder, five times that for the scorer; falls to zero."""
        heads = [*self.binder.inner.parameters(), *self.binder.out.parameters()]
        groups = [
            {"params": list(self.binder.encoder.parameters()), "lr": rate, "peak": rate},
            {"params": heads, "lr": 5 * rate, "peak": 5 * rate},
        ]
        optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        steps = epochs * sum(1 for _ in self.laid_out(chosen, random.Random(0)))
        self.binder.train()
        step = 0
        for _ in range(epochs):
            for grid, opens, kinds in self.laid_out(chosen, seed):
                share = min(1.0, step / WARM_UP) * max(0.02, 1 - step / steps)
                for group in optimiser.param_groups:
                    group["lr"] = group["peak"] * share
                loss = functional.cross_entropy(
                    self.binder(grid, opens), kinds, label_smoothing=0.05
                )
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.binder.parameters(), 5.0)
                optimiser.step()
                optimiser.zero_grad(set_to_none=True)
                step += 1

    @torch.no_grad()
    def sorted_out(self, chosen: Sequence[Pair]) -> Counter[tuple[int, int]]:
        """How often a pair of a type (first) was given a type (second)."""
        self.binder.eval()
        found: Counter[tuple[int, int]] = Counter()
        for grid, opens, kinds in self.laid_out(chosen, None):
            best = self.binder(grid, opens).argmax(-1)
            found.update(zip(kinds.tolist(), best.tolist(), strict=True))
        return found


def f1_by_type(found: Counter[tuple[int, int]]) -> dict[str, float]:
    scores = {}
    for i, name in enumerate(TYPES):
        right = found[i, i]
        true = sum(n for (kind, _), n in found.items() if kind == i)
        given = sum(n for (_, best), n in found.items() if best == i)
        scores[name] = 2 * right / (true + given) if true + given else 0.0
    return scores


def other_pairs(data: Path, gold_folder: Path, model: Model) -> list[Pair]:
    knowledge = world.load()
    coded = documents(gold(gold_folder / "train"), "gold", model, knowledge)
    return [
        *told(coded),
        *told(documents(composed(REPORTS), "composed", model, knowledge)),
        *told(noted_events(data, model, knowledge)),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--gold", type=Path, required=True, help="folder of coded reports")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM weights")
    parser.add_argument("--start", type=Path, required=True, help="weights of the syntax stage")
    parser.add_argument("--epochs", type=int, default=6, help="on the folds")
    parser.add_argument("--rate", type=float, default=1e-4, help="peak rate of the encoder")
    options = parser.parse_args()
    torch.manual_seed(1)
    seed = random.Random(1)
    state = {
        name.removeprefix("encoder."): value
        for name, value in load_file(options.start).items()
        if name.startswith("encoder.")
    }
    cutter = Cutter(Tokenizer.from_file(str(options.base / "tokenizer.json")))
    first = Learner(state, cutter)
    others = other_pairs(options.data, options.gold, load_model(None))
    print(f"{len(others)} pairs of reports", flush=True)
    first.train(others, 2, options.rate, seed)
    own = pairs(options.data)
    seed.shuffle(own)
    print(f"{len(own)} marked pairs; before learning from any of them:", flush=True)
    report(first.sorted_out(own))
    total: Counter[tuple[int, int]] = Counter()
    for fold in range(FOLDS):
        learner = Learner(first.binder.encoder.state_dict(), cutter)
        learner.binder.load_state_dict(first.binder.state_dict())
        held = own[fold::FOLDS]
        kept = {id(pair) for pair in held}
        learner.train([p for p in own if id(p) not in kept], options.epochs, options.rate, seed)
        found = learner.sorted_out(held)
        print(
            f"fold {fold + 1}: {100 * sum(f1_by_type(found).values()) / len(TYPES):.1f}", flush=True
        )
        total += found
    report(total)


def report(found: Counter[tuple[int, int]]) -> None:
    scores = f1_by_type(found)
    right = sum(n for (kind, best), n in found.items() if kind == best)
    print(" ".join(f"{name} {100 * value:.0f}" for name, value in scores.items()))
    print(
        f"macro-F1 {100 * sum(scores.values()) / len(scores):.1f}, "
        f"accuracy {100 * right / sum(found.values()):.1f}"
    )


if __name__ == "__main__":
    main()
