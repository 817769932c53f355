"""Writes the trained network as int8 ONNX graphs: ``python -m training.export --run DIR --to DIR``.

Weights are quantised per channel to signed bytes and activations at run time (dynamic
quantisation of onnxruntime); the embedding table is kept in bytes too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import msgspec
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.inventory import Inventory
from training.network import HIDDEN, Network
from training.teacher import load_network


class Reader(nn.Module):
    """The part of the network that runs on every window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, sentence: Tensor
    ) -> tuple[Tensor, ...]:
        network = self.network
        words = network.encoder(pieces, shapes, first, last)
        dependent, governor = network.tree.relation_vectors(words)
        return (
            network.part_of_speech(words).argmax(-1),
            network.tag(words).argmax(-1),
            torch.softmax(network.name(words), dim=-1),
            network.tree.arcs(words, sentence),
            dependent,
            governor,
            words,
            torch.sigmoid(network.trigger(words)),
            torch.softmax(network.cue(words), dim=-1),
            torch.sigmoid(network.predicate(words))[..., 0],
            network.factuality(words)[..., 0],
            network.coreference.mention(words)[..., 0] > 0,
        )


class Acts(nn.Module):
    """Reads the words that may name acts: who takes part in them, how, and which mode."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, words: Tensor, lengths: Tensor, rows: Tensor, anchors: Tensor, paths: Tensor
    ) -> tuple[Tensor, ...]:
        found = words[rows, anchors]
        return (
            torch.sigmoid(self.network.roles(words, lengths, rows, anchors, paths)),
            torch.softmax(self.network.mode(found), dim=-1),
            torch.sigmoid(self.network.traits(found)),
        )


class Parts(nn.Module):
    """Reads the words around an anchor: log probabilities of one label each."""

    def __init__(self, head: nn.Module) -> None:
        super().__init__()
        self.head = head

    def forward(
        self, words: Tensor, lengths: Tensor, rows: Tensor, anchors: Tensor, paths: Tensor
    ) -> Tensor:
        return torch.log_softmax(self.head(words, lengths, rows, anchors, paths), dim=-1)


class Antecedents(nn.Module):
    """Scores every pair of mentions."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.coreference = network.coreference

    def forward(self, mentions: Tensor) -> Tensor:
        later, earlier = self.coreference.vectors(mentions)
        return self.coreference.antecedents(later, earlier)


class Relations(nn.Module):
    """Labels words other than the root, whose relation needs no scoring."""

    def __init__(self, network: Network, root: int) -> None:
        super().__init__()
        self.tree = network.tree
        barred = torch.zeros(network.tree.linear.out_features)
        barred[root] = -1e4
        self.register_buffer("barred", barred)

    def forward(self, dependent: Tensor, governor: Tensor) -> Tensor:
        scores = self.tree.relations(dependent[None], governor[None])[0]
        return (scores + self.barred).argmax(-1)


READER_OUTPUTS = [
    "part_of_speech",
    "tag",
    "name",
    "arcs",
    "dependent",
    "governor",
    "words",
    "trigger",
    "cue",
    "predicate",
    "factuality",
    "mention",
]
# The graphs with products large enough to gain by it.
QUANTISED = frozenset({"network", "acts", "quotations", "frames"})
LABELS = (
    "parts_of_speech",
    "tags",
    "relations",
    "names",
    "triggers",
    "modes",
    "traits",
    "roles",
    "quotation",
    "arguments",
    "branches",
    "tails",
)


def export(module: nn.Module, inputs: dict[str, Tensor], outputs: list[str], path: Path) -> None:
    """Traces ``module`` with the first two axes of every input free in size."""
    axes = {
        name: {axis: f"{name}_{axis}" for axis in range(min(2, value.dim()))}
        for name, value in inputs.items()
    }
    for name in ("dependent", "governor", "mentions"):
        if name in axes:
            axes[name] = {0: "words"}
    torch.onnx.export(
        module.eval(),
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def reader_inputs() -> dict[str, Tensor]:
    torch.manual_seed(0)
    pieces = torch.randint(1000, 2000, (2, 9))
    words = torch.tensor([[1, 2, 4, 6], [1, 3, 5, 0]])
    return {
        "pieces": pieces,
        "shapes": torch.ones_like(pieces),
        "first": words,
        "last": words,
        "sentence": torch.tensor([[1, 1, 2, 2], [1, 1, 1, 0]]),
    }


def anchor_inputs() -> dict[str, Tensor]:
    return {
        "words": torch.rand(2, 5, HIDDEN),
        "lengths": torch.tensor([4, 5]),
        "rows": torch.tensor([0, 1, 1]),
        "anchors": torch.tensor([0, 2, 4]),
        "paths": torch.ones(3, 5, 2, dtype=torch.int64),
    }


Graph = tuple[nn.Module, dict[str, Tensor], list[str]]  # what is traced, its inputs and outputs


def graphs_of(network: Network, inventory: Inventory) -> dict[str, Graph]:
    """The graphs of a model by name."""
    root = inventory.relations.index("root")
    vectors = {"dependent": torch.zeros(3, 64), "governor": torch.zeros(3, 64)}
    return {
        "network": (Reader(network), reader_inputs(), READER_OUTPUTS),
        "relations": (Relations(network, root), vectors, ["relation"]),
        "acts": (Acts(network), anchor_inputs(), ["roles", "mode", "traits"]),
        "quotations": (Parts(network.quotation), anchor_inputs(), ["part"]),
        "frames": (Parts(network.arguments), anchor_inputs(), ["argument"]),
        "coreference": (Antecedents(network), {"mentions": torch.rand(4, HIDDEN)}, ["fit"]),
    }


def with_shared_constants(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with a weight that it uses twice under one name. The exporter gives the second use
    a name of its own, behind which the quantiser sees no weight."""
    graph = model.graph
    constants = {constant.name for constant in graph.initializer}
    second = {
        node.output[0]: node.input[0]
        for node in graph.node
        if node.op_type == "Identity" and node.input[0] in constants
    }
    used = [node for node in graph.node if not set(node.output) & second.keys()]
    for node in used:
        for place, name in enumerate(node.input):
            node.input[place] = second.get(name, name)
    del graph.node[:]
    graph.node.extend(used)
    return model


def small(source: Path, target: Path) -> None:
    """Quantises one graph."""
    quantize_dynamic(
        with_shared_constants(onnx.load(source)),
        target,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    onnx.checker.check_model(str(target))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder of the training run")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM weights")
    parser.add_argument("--to", type=Path, required=True, help="folder of the shipped model")
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights, to compare")
    options = parser.parse_args()
    inventory = msgspec.json.decode((options.run / "inventory.json").read_bytes(), type=Inventory)
    network = load_network(options.run, inventory)
    options.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, graph in graphs_of(network, inventory).items():
            raw = Path(folder) / f"{name}.onnx"
            export(*graph, raw)
            if options.float or name not in QUANTISED:
                shutil.copy(raw, options.to / f"{name}.onnx")
            else:
                small(raw, options.to / f"{name}.onnx")
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(options.to / "tokenizer.json"), pretty=False)
    labels = {name: getattr(inventory, name) for name in LABELS}
    (options.to / "labels.json").write_text(json.dumps(labels, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
