"""Weights to go on from, out of a shipped model: ``python -m training.restore --to DIR``.

The run that made a model is four times as large as the model and is seldom kept. Its weights are
those of the graphs but for the rounding to bytes, which changes no head's score by more than two
tenths of a point (model card); a run that goes on from them (``--start``) soon learns it away.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file
from torch import Tensor

from dateline.language.model import SHIPPED
from training.export import LABELS, export, graphs_of
from training.inventory import Inventory
from training.network import Network

# What quantisation adds to the names of constants.
BYTES, SCALE, ZERO, TURNED = "_quantized", "_scale", "_zero_point", "_Transposed"


def restored(model: Path) -> tuple[Network, Inventory]:
    """The network that a folder of graphs was exported from. Raises ``KeyError`` where a graph
    lacks a weight of today's network."""
    labels = json.loads((model / "labels.json").read_text("utf-8"))
    inventory = Inventory(**{name: tuple(labels[name]) for name in LABELS})
    network = Network(inventory).eval()
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter)  # no two alike, so that each is known in the graph
    names = names_in_graphs(network, inventory)
    found = {graph: constants(model / f"{graph}.onnx") for graph in {g for g, *_ in names.values()}}
    state = {}
    for name, (graph, constant, turned) in names.items():
        value = found[graph][constant]
        state[name] = torch.tensor(value.T if turned else value).float()
    network.load_state_dict(network.state_dict() | state)
    return network, inventory


def names_in_graphs(network: Network, inventory: Inventory) -> dict[str, tuple[str, str, bool]]:
    """For every parameter: a graph, the constant that holds it there, and whether transposed."""
    parameters = dict(network.named_parameters())
    wanted = {print_of(value): name for name, value in parameters.items()}
    turned = {print_of(value.T): name for name, value in parameters.items() if value.dim() == 2}
    names: dict[str, tuple[str, str, bool]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for graph, parts in graphs_of(network, inventory).items():
            path = Path(folder) / f"{graph}.onnx"
            export(*parts, path)
            for constant, value in constants(path).items():
                mark = print_of(torch.tensor(value))
                for known, is_turned in ((wanted, False), (turned, True)):
                    if mark in known:
                        names.setdefault(known[mark], (graph, constant, is_turned))
    if lost := parameters.keys() - names.keys():
        raise KeyError(f"in no graph: {', '.join(sorted(lost))}")
    return names


def print_of(value: Tensor) -> tuple[tuple[int, ...], bytes]:
    """What tells one drawn parameter from all others: its shape and first numbers."""
    return tuple(value.shape), value.detach().flatten()[:8].numpy().tobytes()


def constants(path: Path) -> dict[str, np.ndarray]:
    """The constants of a graph by name, those in bytes as the numbers they stand for."""
    stored = {c.name: numpy_helper.to_array(c) for c in onnx.load(path).graph.initializer}
    found = {}
    for name, value in stored.items():
        if name.endswith(BYTES):
            name = name.removesuffix(BYTES)
            whole = value.astype(np.float32) - stored[name + ZERO].astype(np.float32)
            value = whole * stored[name + SCALE]  # one scale a column, or one for all
            if name.endswith(TURNED):
                name, value = name.removesuffix(TURNED), value.T
        found[name] = value
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=SHIPPED, help="folder of the graphs")
    parser.add_argument("--to", type=Path, required=True, help="folder of a run, for --start")
    options = parser.parse_args()
    network, inventory = restored(options.model)
    options.to.mkdir(parents=True, exist_ok=True)
    save_file(network.state_dict(), options.to / "network.safetensors")
    (options.to / "inventory.json").write_bytes(msgspec.json.encode(inventory))


if __name__ == "__main__":
    main()
