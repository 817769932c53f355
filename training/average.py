"""Averages two training runs: ``python -m training.average --first DIR --second DIR --to DIR``.

What rules stand on, the encoder, trees, tags and names, is averaged (model soups, Wortsman et al.
2022): news is not what the trees were learnt from, and averages bear the change better. All other
heads are the second run's, and are trained again on the averaged encoder (``--heads-only``).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from safetensors.torch import load_file, save_file

from training.train import READING

SHARE = 0.5  # of the second run
AVERAGED = ("encoder", *READING)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("first", "second", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    first = load_file(options.first / "network.safetensors")
    second = load_file(options.second / "network.safetensors")
    mixed = {
        name: ((1 - SHARE) * first[name] + SHARE * value).contiguous()
        if name.split(".")[0] in AVERAGED
        else value
        for name, value in second.items()
    }
    options.to.mkdir(parents=True, exist_ok=True)
    save_file(mixed, options.to / "network.safetensors")
    for name in ("inventory.json", "log.jsonl"):
        shutil.copy(options.second / name, options.to / name)


if __name__ == "__main__":
    main()
