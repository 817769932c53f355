"""Measure tolls: `counts.py GOLD_DIR` compares the counts given to gold events with the gold's.

The trigger is looked up in the evidence, the type is taken from the gold; counts agree when every
kind and both ends are the same (codebook section 7).
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from times import gold_readings, trigger_of

from dateline.coding.counts import counts_of
from dateline.knowledge.counts import load
from dateline.tree import Tree


def measure(folder: Path) -> None:
    sums: Counter[str] = Counter()
    for reading, coded in gold_readings(folder):
        tree = Tree(reading)
        for event in coded:
            found = counts_of(trigger_of(reading, event), tree, load(), event["type"])
            given = {kind: [count.low, count.high] for kind, count in found.items()}
            right = given == event["counts"]
            parts = {"events": True, "told": bool(event["counts"]), "given": bool(given)}
            parts["assaults and coercion"] = event["type"] in ("ASSAULT", "COERCE")
            for part, holds in parts.items():
                sums[part] += holds
                sums[f"{part} right"] += holds and right
    for part in ("events", "assaults and coercion", "told", "given"):
        print(f"{part:22} {sums[part]:5}: {sums[f'{part} right'] / max(sums[part], 1):.3f} right")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    measure(parser.parse_args().folder)


if __name__ == "__main__":
    main()
