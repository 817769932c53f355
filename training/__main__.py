"""Makes the shipped weights anew.

    python -m training --data DIR --gold DIR --base DIR --teacher DIR --work DIR

Runs in order, each as its own command, all steps that make what ships: trees and names; a model
that can parse the texts of quotations and events; everything; the average of some epochs; its
trees once more; a teacher, and what it teaches; names once more; the exported graphs; the gate; the
weights of the act rules; the model card. On two cores it takes about seven hours, on one GPU some
minutes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from dateline.coding.linear import SHIPPED_WEIGHTS
from dateline.language.model import SHIPPED
from dateline.relevance import gate

SHIPPED_GATE = Path(gate.__file__).with_name("weights.json")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--gold", type=Path, required=True, help="folder with train and dev")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM weights")
    parser.add_argument("--teacher", type=Path, required=True, help="folder of MPNet's weights")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints")
    options = parser.parse_args()
    data, base = f"--data={options.data}", f"--base={options.base}"
    syntax, everything = options.work / "syntax", options.work / "all"
    mean, trees, final = options.work / "mean", options.work / "trees", options.work / "final"
    teacher, taught = options.work / "teacher", options.work / "taught"
    parser_model = options.work / "parser"
    step("train", data, base, f"--out={syntax}", "--stage=syntax", "--epochs=7")
    step("export", f"--run={syntax}", base, f"--to={parser_model}")
    learner = ("train", data, base, f"--gold={options.gold}", f"--reader={parser_model}")
    step(
        *learner,
        f"--start={syntax / 'network.safetensors'}",
        f"--out={everything}",
        "--stage=all",
        "--epochs=10",
        "--rate=1e-4",
        "--head-rate=8e-4",
    )
    step("average", f"--run={everything}", "--epochs", "6", "8", "10", f"--to={mean}")
    once = ("--epochs=1", "--head-rate=3e-4")
    step(
        "train",
        data,
        base,
        *once,
        f"--start={mean / 'network.safetensors'}",
        f"--out={trees}",
        "--stage=syntax",
        "--only=tree",
    )
    step(
        *learner,
        f"--start={trees / 'network.safetensors'}",
        f"--out={teacher}",
        f"--teacher={options.teacher}",
        "--stage=events",
        "--epochs=2",
        "--rate=5e-5",
        "--head-rate=4e-4",
        "--mean=0.99",
    )
    step(
        *learner,
        f"--start={trees / 'network.safetensors'}",
        f"--out={taught}",
        f"--acts-taught-by={teacher}",
        *once,
        "--stage=all",
        "--rate=6e-5",
        "--mean=0.995",
    )
    step(
        *learner,
        *once,
        f"--start={taught / 'network.safetensors'}",
        f"--out={final}",
        "--stage=names",
        "--only=name",
    )
    step("export", f"--run={final}", base, f"--to={SHIPPED}")
    news = options.data / "news2020.jsonl.gz"
    step("gate", f"--gold={options.gold / 'train'}", f"--news={news}", f"--out={SHIPPED_GATE}")
    step("acts", f"--gold={options.gold / 'train'}", f"--out={SHIPPED_WEIGHTS}")
    unquantised = options.work / "float"
    step("export", f"--run={final}", base, f"--to={unquantised}", "--float")
    step(
        "card",
        data,
        f"--gold={options.gold}",
        base,
        "--runs",
        *map(str, (everything, trees, taught, final)),
        f"--float={unquantised}",
    )


def step(module: str, *arguments: str) -> None:
    print("==", module, *arguments, flush=True)
    subprocess.run([sys.executable, "-m", f"training.{module}", *arguments], check=True)


if __name__ == "__main__":
    main()
