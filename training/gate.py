"""Trains the relevance gate: which reports can hold no event, told from their words.

    python -m training.gate --gold GOLD/train --news NEWS.jsonl.gz --out FILE

Needs only what the package needs. Reports that hold events are those of GOLD and of
``training/reports``; reports that hold none are the others of these, and the stories of NEWS,
which are not coded. Some of those hold events all the same. They are found by first models, each
of which has seen one half of the documents and judges the other, as the stories that look more
like reports with events than some of these do themselves, and are left out (learning from positive
and unlabelled texts: B. Liu et al., "Building text classifiers using positive and unlabeled
examples", ICDM 2003).

No features are function words, words that many reports of both kinds have, words that tell only the
paper that printed them, and those that tell only the season: the gate is to learn the subject.
Nothing is drawn by chance; folds and windows are chosen by hashes of the ids. The threshold is
where ``SAVED`` of the characters of NEWS are passed over: as much as makes a run fast, not as much
as could be.
"""

from __future__ import annotations

import argparse
import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.relevance.gate import Gate
from training.gate_documents import (
    REPORTS,
    Document,
    beginnings,
    place,
    read_composed,
    read_gold,
    read_news,
)

LEAST, MOST = 10, 0.25  # documents with a word: at least so many, of one kind at most this share
DECAY = 5e-5
FIRST, SECOND = 30, 80  # steps of the first model and of the one that is kept
STEP = 3.0
LIKE_EVENTS = 0.01  # stories above this quantile of the reports with events are left out
SMALLEST = 0.1  # weights below this are not kept
FEWEST = 20  # known words below which a window passes
INNER = 2
SAVED = 0.77  # share of the characters of NEWS, so that about 0.74 of those of other news are


def function_words() -> frozenset[str]:
    """The English ones of those by which languages are told apart."""
    data = files("dateline.ingest").joinpath("function_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(data)["languages"]["English"].split())


# Words that say who printed a report, how it is written and when, not what is in it.
PAPER = """
    afp agency com copyright dailymail femail getty guardian image images mail mailonline media
    observer photo photograph photos pic pictured posted press reuters scroll sportsmail stock video
    www http https twitter instagram facebook read shared snap file left right above per cent
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
"""
STYLE = """
    she her hers herself he him himself it its itself me my we our us you your they them themselves
    am an can could did do does may might must or so if while during because though although since
    just also even still now then than too very really how what why where whose which while yet
    get got getting go going gone make making made see seen take taking taken come back time times
    year years old new one two three first last next many much most more some any all other another
    like look looking well good great big best top way thing things being having such only own same
    didn isn wasn doesn don won couldn wouldn hasn haven aren weren ve ll re added however
"""
SEASON = """
    coronavirus covid pandemic virus lockdown lockdowns outbreak quarantine infection infections
    infected vaccine cases restrictions distancing mask masks tier
"""
IDLE = function_words() | frozenset(f"{PAPER} {STYLE} {SEASON}".split())

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class Rows:
    """Windows as rows of a sparse matrix of zeros and ones, each row of length one."""

    def __init__(self, sets: Sequence[frozenset[str]], columns: dict[str, int]) -> None:
        found = [[columns[word] for word in words if word in columns] or [0] for words in sets]
        lengths = np.array([len(row) for row in found])
        self.columns: Integers = np.concatenate([np.array(row) for row in found])
        self.starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self.scale = (1 / np.sqrt(lengths)).astype(np.float32)
        order = np.argsort(self.columns, kind="stable")
        self.rows = np.repeat(np.arange(len(found)), lengths)[order]
        counts = np.bincount(self.columns, minlength=len(columns))
        self.used = np.flatnonzero(counts)
        self.column_starts = np.concatenate([[0], np.cumsum(counts[self.used])[:-1]])
        self.width = len(columns)

    def times(self, weights: Floats) -> Floats:
        product: Floats = np.add.reduceat(weights[self.columns], self.starts) * self.scale
        return product

    def transposed_times(self, values: Floats) -> Floats:
        product = np.zeros(self.width, np.float32)
        scaled = (values * self.scale)[self.rows]
        product[self.used] = np.add.reduceat(scaled, self.column_starts)
        return product


def logistic(rows: Rows, true: Floats, share: Floats, steps: int) -> tuple[Floats, float]:
    """Weights and bias that fit, by accelerated gradient descent (Y. Nesterov, 1983)."""
    weights: Floats = np.zeros(rows.width, np.float32)
    ahead = weights
    bias = bias_ahead = 0.0
    pace = 1.0
    for _ in range(steps):
        logits = rows.times(ahead) + bias_ahead
        error = (share * (1 / (1 + np.exp(-logits)) - true)).astype(np.float32)
        gradient = rows.transposed_times(error) + DECAY * ahead
        stepped: Floats = (ahead - STEP * gradient).astype(np.float32)
        bias_stepped = bias_ahead - STEP / 2 * float(error.sum())
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        momentum = (pace - 1) / faster
        ahead = (stepped + momentum * (stepped - weights)).astype(np.float32)
        bias_ahead = bias_stepped + momentum * (bias_stepped - bias)
        weights, bias, pace = stepped, bias_stepped, faster
    return weights, bias


def vocabulary(sets: Sequence[frozenset[str]], true: Floats) -> dict[str, int]:
    """Columns of the words that may tell the two kinds apart."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for words, kind in zip(sets, true, strict=True):
        counts[bool(kind)].update(words)
    positive = float(true.sum())
    totals = {True: positive, False: len(sets) - positive}
    kept = [
        word
        for word in sorted(counts[True].keys() | counts[False].keys())
        if word not in IDLE
        and counts[True][word] + counts[False][word] >= LEAST
        and any(counts[kind][word] <= MOST * totals[kind] for kind in (True, False))
    ]
    return {word: column for column, word in enumerate(kept)}


def fit(documents: Sequence[Document]) -> Gate:
    """A gate without a threshold (it lets everything pass)."""
    sets = [one.windows[place(one.id, len(one.windows), "window ")] for one in documents]
    true = np.array([bool(one.events) for one in documents], np.float32)
    columns = vocabulary(sets, true)
    kept = 1 - like_events(documents, sets, columns, true)
    weights, bias = logistic(Rows(sets, columns), true, balanced(true, kept), SECOND)
    words = {
        word: round(float(weights[column]), 2)
        for word, column in columns.items()
        if abs(weights[column]) >= SMALLEST
    }
    return Gate(bias=round(bias, 3), threshold=-1e9, fewest=FEWEST, weights=words)


def like_events(
    documents: Sequence[Document],
    sets: Sequence[frozenset[str]],
    columns: dict[str, int],
    true: Floats,
) -> Floats:
    """One for each story that is not coded and looks as if it held events, else zero."""
    half = np.array([place(one.id, 2, "half ") for one in documents])
    logits = np.zeros(len(documents), np.float32)
    for seen in (0, 1):
        learnt, judged = np.flatnonzero(half == seen), np.flatnonzero(half != seen)
        share = balanced(true[learnt], np.ones(len(learnt), np.float32))
        rows = Rows([sets[i] for i in learnt.tolist()], columns)
        weights, bias = logistic(rows, true[learnt], share, FIRST)
        unseen = Rows([sets[i] for i in judged.tolist()], columns)
        logits[judged] = unseen.times(weights) + bias
    unlabelled = np.array([one.events is None for one in documents])
    most = np.quantile(logits[true > 0], LIKE_EVENTS)
    return (unlabelled & (logits > most)).astype(np.float32)


def balanced(true: Floats, kept: Floats) -> Floats:
    """The share of each window in the loss: both kinds have one half."""
    share: Floats = np.where(true > 0, 0.5 / (true * kept).sum(), 0.5 / ((1 - true) * kept).sum())
    return (share * kept).astype(np.float32)


def threshold(scored: Iterable[tuple[float, int]], saved: float) -> float:
    """The score under which the share ``saved`` of the characters lies, from the scores of
    stories and their lengths."""
    ordered = sorted(scored)
    wanted = saved * sum(characters for _, characters in ordered)
    for score, characters in ordered:
        wanted -= characters
        if wanted <= 0:
            return score
    raise ValueError("there are no stories")


def score(gate: Gate, one: Document) -> float:
    """As the gate scores the report; infinite where that is too short to be judged."""
    best = -np.inf
    for words in one.windows:
        known = [gate.weights[word] for word in words if word in gate.weights]
        if len(known) < gate.fewest:
            return np.inf
        best = max(best, gate.bias + sum(known) / len(known) ** 0.5)
    return best


def train(documents: Sequence[Document]) -> Gate:
    """A gate with a threshold that is chosen on stories which the weights have not seen."""
    scored: list[tuple[float, int]] = []
    for inner in range(INNER):
        held = [place(one.id, INNER, "inner ") == inner for one in documents]
        gate = fit([one for one, out in zip(documents, held, strict=True) if not out])
        scored += [
            (score(gate, one), one.characters)
            for one, out in zip(documents, held, strict=True)
            if out and one.events is None
        ]
    chosen = threshold(scored, SAVED)
    return msgspec.structs.replace(fit(documents), threshold=round(chosen, 2))


def hash_of(paths: Iterable[Path]) -> str:
    digest = hashlib.blake2b(digest_size=6)
    for path in paths:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with texts and codes")
    parser.add_argument("--news", type=Path, required=True, help="stories, JSON lines, gzip")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    documents = [
        *read_gold(options.gold),
        *read_composed(),
        *read_news(options.news, beginnings(options.gold)),
    ]
    gate = train(documents)
    options.out.write_bytes(msgspec.json.encode(gate))
    print(f"{len(gate.weights)} words, threshold {gate.threshold}, to {options.out}")
    for name, paths in (
        ("gold", sorted(options.gold.glob("*/*.json"))),
        ("composed", sorted(REPORTS.glob("*.jsonl"))),
        ("news", [options.news]),
    ):
        print(f"{name} {hash_of(paths)}")


if __name__ == "__main__":
    main()
