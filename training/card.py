"""Writes the model card beside the weights: what they are, learnt from, and are worth.

``python -m training.card --data DIR --gold DIR --base DIR --run DIR --float DIR``, the last being
the folder that ``training.export --float`` wrote.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from dateline.language.model import GRAPHS, SHIPPED, load_model
from training.corpora.mixture import HELD_OUT, REPORTS
from training.corpora.texts import ANNOTATIONS
from training.measure import measure

CORPORA = (
    ("UD English EWT, train", "ewt", "trees, parts of speech", "CC BY-SA 4.0"),
    ("UNER on EWT, dev", "uner/en_ewt-ud-dev.iob2", "names", "CC BY-SA 4.0"),
    ("PropBank on EWT, train", "propbank_ewt", "frames", "CC BY-SA 4.0"),
    ("UDS-IH2 on EWT, train", "factuality/uds", "factuality", "research"),
    ("GUM, train, genres without NC", "gum/dep", "trees, names, coreference, events", "CC BY"),
    ("re3d, folders without NC", "re3d", "names, events", "OGL, CC BY-SA, public domain"),
    ("PolNeAR, train", "polnear/train", "quotations, events", "research; news text"),
    ("sentences with source and target", "events", "event types and roles", "research"),
    ("reports coded by the codebook", "", "events", "research; news text"),
    ("RAMS, dev, with our marks", "rams", "events", "CC BY-SA 4.0"),
    ("CausalNews, train and texts of test, with our marks", "causalnews", "events", "CC0"),
    ("MUC-4, train, with our marks", "muc4/train.json", "events", "US government text"),
    ("WikiEvents, dev and test, with our marks", "wikievents", "events", "MIT"),
    ("ECB+, topics 1 to 35, with our marks", "ecbplus", "events", "CC BY 3.0"),
    ("newspaper stories, with our marks", "news2020.jsonl.gz", "events, names", "news text"),
    ("texts written for it (training/annotations)", "", "names, events", "Apache-2.0"),
    ("composed reports (training/reports)", "", "events", "Apache-2.0"),
)


def digest(paths: Iterable[Path]) -> str:
    """First twelve hex digits of the SHA-256 of some files, in order of their names."""
    sha = hashlib.sha256()
    for path in sorted(paths):
        if path.is_file():
            sha.update(path.read_bytes())
    return sha.hexdigest()[:12]


def files(path: Path) -> list[Path]:
    return [path] if path.is_file() else list(path.rglob("*"))


def rows(options: argparse.Namespace) -> Iterable[str]:
    for name, place, use, licence in CORPORA:
        if place:
            found = digest(files(options.data / place))
        elif "composed" in name:
            found = digest(REPORTS.glob("*.jsonl"))
        elif "annotations" in name:
            found = digest(ANNOTATIONS.glob("*"))
        else:
            found = digest(files(options.gold / "train"))
        yield f"| {name} | {use} | {licence} | `{found}` |"


def shown(value: float) -> str:
    """Per cent with one digit; a correlation with two."""
    return f"{value:.1f}" if value > 1 else f"{value:.2f}"


def card(options: argparse.Namespace) -> str:
    model = load_model()
    scores = measure(model, options.data)
    unquantised = measure(load_model(options.float), options.data)
    log = [
        json.loads(line)
        for run in options.runs
        for line in (run / "log.jsonl").read_text().splitlines()
    ]
    minutes = round(sum(epoch["minutes"] for epoch in log))
    weights = [SHIPPED / f"{name}.onnx" for name in GRAPHS]
    size = sum(path.stat().st_size for path in weights) / 1e6
    table = [
        f"| {name} | {shown(value)} | {shown(unquantised[name])} |"
        for name, value in scores.items()
    ]
    return f"""# Model card: Dateline's language model

**What it is.** One encoder (all-MiniLM-L6-v2, 22 million parameters, Apache-2.0) with heads for
parts of speech, dependency trees, names, predicates with their arguments, how factual they are,
coreference, quotations, and the events of Dateline's codebook: triggers, modes, traits, and the
roles of the words around. The network is kept as int8 ONNX, {size:.1f} MB together. It reads
English news; it was not made for other genres or languages, for translation, or for judging
whether a claim is true.

**Digest.** `{model.digest}`; the base weights' SHA-256 begins
`{hashlib.sha256((options.base / "model.safetensors").read_bytes()).hexdigest()[:12]}`.

**Training.** AdamW (seeds in `training/EXPERIMENTS.md`), windows of at most 200 word pieces, the
running mean of the weights;
the last runs (all heads, trees alone, all heads with a teacher, names alone) took {minutes} minutes
for {len(log)} epochs on two CPU cores shared with other work. The teacher (all-mpnet-base-v2, 109
million parameters, Apache-2.0) learnt events from the same texts, and was also asked about texts of
MUC-4, ECB+, CausalNews, RAMS, PolNeAR and newspapers that nobody marked (`corpora/unmarked.py`).
One coded report in {HELD_OUT} (by hash of its name) was kept for choosing. No label of a test part
was learnt; texts of the test parts of WikiEvents and CausalNews bear marks of our own.
`python -m training` makes such weights anew; these came by a longer way, which
`training/EXPERIMENTS.md` tells.

| corpus | for | licence | SHA-256 of what was read |
|---|---|---|---|
{chr(10).join(rows(options))}

Corpora marked "research" were published for research without a clear licence; of all corpora only
what the weights learnt from them is shipped, no text.

**Scores** in per cent (r as it is), of the int8 graphs as shipped and of the same weights in 32-bit
floats (`python -m training.measure`): trees on UD EWT test with gold words; names on WikiGold
(never trained on); quotations on PolNeAR dev, exact spans; arguments of gold predicates on
PropBank EWT test, exact spans; factuality on UDS-IH2 test; coreference on GUM test (genres without
NC), exact spans, mentions that stand alone counted and not counted.

| measure | int8 | float |
|---|---|---|
{chr(10).join(table)}

**Limits.** Names of persons and organisations that appear once are often missed or given the wrong
kind. The boundaries of long quotations are uncertain. Events of rare types (CONCEDE, COOPERATE)
were seen a few dozen times. Activations are quantised by the window, and each window is read by
itself, so that a report is read the same beside any others.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "gold", "base", "float"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument(
        "--runs", type=Path, nargs="+", required=True, help="folders of the runs whose time is told"
    )
    options = parser.parse_args()
    (SHIPPED / "MODEL_CARD.md").write_text(card(options), encoding="utf-8")


if __name__ == "__main__":
    main()
