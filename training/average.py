"""Averages the weights after several epochs: ``python -m training.average --run DIR --epochs 1 3 4
--to DIR``.

The mean of checkpoints of one run generalises better than its last one (Izmailov et al. 2018): the
coded reports are few and soon known by heart, and what each epoch makes of them differs.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from safetensors.torch import load_file, save_file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder of the training run")
    parser.add_argument("--epochs", type=int, nargs="+", required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    states = [load_file(options.run / f"epoch-{n}.safetensors") for n in options.epochs]
    options.to.mkdir(parents=True, exist_ok=True)
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    save_file(mean, options.to / "network.safetensors")
    for name in ("inventory.json", "log.jsonl"):
        shutil.copy(options.run / name, options.to / name)


if __name__ == "__main__":
    main()
