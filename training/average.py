"""Averages two training runs: ``python -m training.average --first DIR --second DIR --to DIR``.

The second run must have started from the first. What both have learnt, the encoder, trees, tags and
names, is averaged (model soups, Wortsman et al. 2022); the other heads are the second run's.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from safetensors.torch import load_file, save_file

SHARE = 0.4  # of the second run
LATER = ("roles", "mode", "traits", "trigger", "cue", "quotation", "coreference", "factuality")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("first", "second", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    first = load_file(options.first / "network.safetensors")
    second = load_file(options.second / "network.safetensors")
    mixed = {
        name: value
        if name.split(".")[0] in LATER or name not in first or first[name].shape != value.shape
        else ((1 - SHARE) * first[name] + SHARE * value).contiguous()
        for name, value in second.items()
    }
    options.to.mkdir(parents=True, exist_ok=True)
    save_file(mixed, options.to / "network.safetensors")
    for name in ("inventory.json", "log.jsonl"):
        shutil.copy(options.second / name, options.to / name)


if __name__ == "__main__":
    main()
