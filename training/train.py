"""Trains the language model: ``python -m training.train --data DIR --base DIR --out DIR``.

``--stage syntax`` starts from the published MiniLM weights and learns trees, names, frames and
factuality. ``--stage all`` goes on from such weights (``--start``) with quotations and events as
well; parts of the first stage's corpora stay in the mixture. ``--stage names`` reads all texts in
which names are marked, ``--stage events`` those in which acts are, ``--stage reading`` those in
which anything else is. ``--only`` names the heads that learn while all else stays as it is.
``--everything`` learns the reports that are kept for choosing, too. ``--teacher`` trains MPNet in
MiniLM's place; ``--acts-taught-by`` and ``--labels-taught-by`` let a run learn from such teachers
as well, and from texts that nobody marked. Killed runs go on from ``OUT/last.pt``.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from dateline.language import load_model
from training.annotated import Document, Sentence
from training.corpora.dependencies import ewt
from training.corpora.gum import gum
from training.corpora.mixture import (
    SHARES,
    drawn,
    event_documents,
    modes,
    name_documents,
    quotation_documents,
)
from training.corpora.substitution import Pools
from training.corpora.unmarked import unmarked_documents
from training.distil import Teachers
from training.evaluate import scores
from training.inventory import Inventory, inventory_of
from training.losses import WEIGHTS, losses
from training.network import Network
from training.targets import Batch, lay_out
from training.teacher import Teacher, load_network
from training.windows import LONGEST, Cutter, Window, batches

STAGES = ("syntax", "names", "events", "reading", "all")
BATCH = 1600  # word pieces of one step
WARM_UP = 100  # steps
FITTED = 45  # batches by which a teacher's word vectors are first brought near the small encoder's


def syntax_documents(data: Path) -> list[Document]:
    return [*ewt(data, "train"), *gum(data, "train"), *map(names_only, ewt(data, "dev"))]


def names_only(document: Document) -> Document:
    """The document without its trees and frames, which are kept for choosing."""
    bare = tuple(
        Sentence(words=s.words, names=s.names, name_kinds=s.name_kinds)
        for s in document.sentences
        if s.names is not None
    )
    return Document(document.id, document.corpus, bare)


class Trainer:
    """One run: network, optimiser, the order of batches, and the log of scores."""

    def __init__(
        self, options: argparse.Namespace, documents: list[Document], inventory: Inventory
    ) -> None:
        torch.manual_seed(options.seed)
        random.seed(options.seed)
        self.options = options
        self.inventory = inventory
        self.documents = documents
        self.seed = random.Random(options.seed)
        self.teachers = teachers_of(options, inventory)
        self.cutter = Cutter(Tokenizer.from_file(str(options.base / "tokenizer.json")))
        self.pools = Pools(documents)
        self.network = network_of(inventory, options.teacher)
        self.network.encoder.load_base(
            load_file((options.teacher or options.base) / "model.safetensors")
        )
        if options.start:
            state = load_file(options.start)
            own = self.network.state_dict()
            fit = {k: v for k, v in state.items() if k in own and own[k].shape == v.shape}
            self.network.load_state_dict(own | fit)
            if apart := {k.split(".")[0] for k in state.keys() - fit.keys()}:
                print(f"--start: of {', '.join(sorted(apart))} not all fits; that begins anew")
        if options.only:
            hold_all_but(options.only, self.network)
        encoder = list(self.network.encoder.published())
        held = {id(parameter) for parameter in encoder}
        heads = [p for p in self.network.parameters() if id(p) not in held]
        groups = [
            {"params": heads, "lr": options.head_rate, "peak": options.head_rate},
            {"params": encoder, "lr": options.rate, "peak": options.rate},
        ]
        self.optimiser = torch.optim.AdamW(
            groups,
            weight_decay=0.01,
            betas=(0.9, 0.98),
            fused=True,
        )
        self.mean = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        self.step = 0
        self.epoch = 0
        self.steps = options.epochs * sum(1 for _ in self.epoch_batches(random.Random(0)))

    def epoch_batches(self, seed: random.Random) -> Iterator[list[Window]]:
        shares = SHARES["taught" if self.teachers else self.options.stage]
        documents = drawn(self.documents, self.pools, seed, shares)
        windows = [w for d in documents for w in self.cutter.cut(d, LONGEST, seed)]
        return batches(windows, BATCH, seed)

    def set_rate(self) -> None:
        share = min(1.0, self.step / WARM_UP) * max(0.02, 1 - self.step / max(1, self.steps))
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * share

    def train_epoch(self) -> dict[str, float]:
        self.network.train()
        totals: dict[str, list[float]] = defaultdict(list)
        for windows in self.epoch_batches(self.seed):
            batch: Batch = lay_out(windows, self.inventory)
            taught = self.teachers.taught(batch) if self.teachers else None
            found = losses(self.network, batch, taught)
            total = sum(WEIGHTS[name] * value for name, value in found.items())
            self.set_rate()
            total.backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
            self.optimiser.step()
            self.optimiser.zero_grad(set_to_none=True)
            self.step += 1
            self.average()
            for name, value in found.items():
                totals[name].append(value.item())
            if self.step % 50 == 0:
                recent = {name: round(sum(v[-20:]) / len(v[-20:]), 3) for name, v in totals.items()}
                print(f"step {self.step}/{self.steps}", recent, flush=True)
        self.epoch += 1
        return {name: sum(v) / len(v) for name, v in totals.items()}

    def begin_teacher(self) -> None:
        """Brings the teacher's word vectors near those that the heads of ``--start`` know."""
        small = Network(self.inventory)
        small.load_state_dict(load_file(self.options.start))
        some = islice(self.epoch_batches(random.Random(0)), FITTED)
        batches = [lay_out(windows, self.inventory) for windows in some]
        self.network.eval()
        explained = self.network.encoder.fit(small.eval().encoder, batches)
        print(f"{explained:.2f} of the variance of the small encoder's vectors explained")
        self.mean = {k: v.detach().clone() for k, v in self.network.state_dict().items()}

    @torch.no_grad()
    def average(self) -> None:
        """Moves the running mean a little towards the weights (Polyak averaging), more at first."""
        decay = min(self.options.mean, self.step / (self.step + 10))
        for name, value in self.network.state_dict().items():
            self.mean[name].lerp_(value, 1 - decay)

    def save(self) -> None:
        out: Path = self.options.out
        save_file(self.mean, out / "network.safetensors")
        save_file(self.mean, out / f"epoch-{self.epoch}.safetensors")
        torch.save(
            {
                "network": self.network.state_dict(),
                "mean": self.mean,
                "optimiser": self.optimiser.state_dict(),
                "step": self.step,
                "epoch": self.epoch,
                "seed": self.seed.getstate(),
            },
            out / "last.pt",
        )

    def resume(self) -> None:
        path = self.options.out / "last.pt"
        if path.exists():
            state = torch.load(path, weights_only=False)
            self.network.load_state_dict(state["network"])
            self.mean = state["mean"]
            self.optimiser.load_state_dict(state["optimiser"])
            self.step, self.epoch = state["step"], state["epoch"]
            self.seed.setstate(state["seed"])


def documents_of(options: argparse.Namespace) -> list[Document]:
    """What a stage learns from."""
    documents = syntax_documents(options.data)
    if options.stage == "syntax":
        return documents
    model = load_model(options.reader)
    if options.stage == "events":
        return event_documents(options.data, options.gold, model, options.everything)
    named = name_documents(options.data, options.gold, model)
    if options.stage == "names":
        return [d for d in documents + named if any(s.names is not None for s in d.sentences)]
    quoted = quotation_documents(options.data, model)
    if options.stage == "reading":
        return documents + quoted + named
    told = event_documents(options.data, options.gold, model, options.everything)
    if options.acts_taught_by or options.labels_taught_by:
        told += unmarked_documents(options.data, options.gold, model)
    return documents + quoted + named + told


def teachers_of(options: argparse.Namespace, inventory: Inventory) -> Teachers | None:
    if not (options.acts_taught_by or options.labels_taught_by):
        return None
    acts, labels = (
        load_network(run, inventory) if run else None
        for run in (options.acts_taught_by, options.labels_taught_by)
    )
    return Teachers(acts, labels)


def hold_all_but(parts: list[str], network: Network) -> None:
    """Lets only the named parts of the network learn. Raises ``SystemExit`` for other names."""
    known = [name for name, _ in network.named_children()]
    if unknown := [part for part in parts if part not in known]:
        raise SystemExit(f"--only: no part {', '.join(unknown)}; there are {', '.join(known)}")
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name.split(".")[0] in parts)


def network_of(inventory: Inventory, teacher: Path | None) -> Network:
    return Network(inventory, encoder=Teacher() if teacher else None)


def begun_inventory(start: Path | None) -> Inventory | None:
    """The labels of the weights to go on from, where they are of this stage: the rows of the
    tables of labels keep their meaning."""
    path = start.with_name("inventory.json") if start else None
    if path is None or not path.exists():
        return None
    inventory = msgspec.json.decode(path.read_bytes(), type=Inventory)
    return inventory if inventory.modes else None


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--gold", type=Path, help="folder of coded reports (all stages but syntax)")
    parser.add_argument("--reader", type=Path, help="exported model that parses coded reports")
    parser.add_argument("--everything", action="store_true", help="hold no coded report out")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--only", nargs="*", help="parts of the network that learn, e.g. tree")
    parser.add_argument("--stage", choices=STAGES, default="syntax")
    parser.add_argument("--teacher", type=Path, help="folder of MPNet's weights, in MiniLM's place")
    parser.add_argument("--acts-taught-by", type=Path, help="run of a teacher to learn acts from")
    parser.add_argument(
        "--labels-taught-by", type=Path, help="the same for names, quotations and arguments"
    )
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="peak rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument(
        "--mean",
        type=float,
        default=0.998,
        help="decay, a step, of the running mean of the weights, which is what is kept",
    )
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    options = parse()
    options.out.mkdir(parents=True, exist_ok=True)
    documents = documents_of(options)
    named_modes = modes() if options.stage in ("all", "events") else []
    inventory = begun_inventory(options.start) or inventory_of(documents, named_modes)
    (options.out / "inventory.json").write_bytes(msgspec.json.encode(inventory))
    trainer = Trainer(options, documents, inventory)
    trainer.resume()
    if options.teacher and options.start and trainer.epoch == 0:
        trainer.begin_teacher()
    averaged = network_of(inventory, options.teacher)
    dev = {"ewt": ewt(options.data, "dev"), "gum": gum(options.data, "dev")}
    print(f"{len(documents)} documents, {trainer.steps} steps", flush=True)
    while trainer.epoch < options.epochs:
        begun = time.time()
        mean = trainer.train_epoch()
        trainer.save()
        averaged.load_state_dict(trainer.mean)
        row = {
            "epoch": trainer.epoch,
            "minutes": round((time.time() - begun) / 60, 1),
            "loss": {name: round(value, 4) for name, value in mean.items()},
            "dev": {n: scores(averaged, trainer.cutter, d, inventory) for n, d in dev.items()},
        }
        print(json.dumps(row), flush=True)
        with (options.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
