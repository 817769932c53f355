"""The shipped language model: int8 ONNX graphs, their tokenizer and label sets.

``network.onnx`` turns windows of word pieces into word vectors and scores; ``relations.onnx``
labels each word's arc once its head is known; ``acts.onnx``, ``quotations.onnx`` and
``frames.onnx`` look from one word (a trigger, a cue, a predicate) at all words of its window;
``coreference.onnx`` says which mention speaks of the same as an earlier one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import cycle
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.cores import usable_cores
from dateline.errors import ModelError
from dateline.language.paths import PathTables
from dateline.language.shapes import shape_of

SHIPPED = Path(__file__).parent / "models"
GRAPHS = ("network", "relations", "acts", "quotations", "frames", "coreference")
FIRST, LAST, UNKNOWN = 101, 102, 100  # [CLS], [SEP] and [UNK] of the vocabulary
MOST_PIECES = 12  # of one word
CACHED_WORDS = 50_000  # a dozen megabytes; rarer words are cut into pieces again
# Windows have ever other shapes. What their runs took, in pieces that fit no later window, would
# pile up for as long as a worker lives, so it goes back to the system; not after each run, since
# to get memory anew takes time.
GIVE_MEMORY_BACK = ("memory.enable_memory_arena_shrinkage", "cpu:0")
EVERY_SO_MANY_RUNS = 64

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


class Labels(msgspec.Struct, frozen=True):
    """Label names in the order of each head's outputs (``labels.json``)."""

    parts_of_speech: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    triggers: tuple[str, ...]
    modes: tuple[str, ...]
    traits: tuple[str, ...]
    roles: tuple[str, ...]
    quotation: tuple[str, ...]
    arguments: tuple[str, ...]
    branches: tuple[str, ...]
    tails: tuple[str, ...]


class Window(msgspec.Struct, frozen=True):
    """Consecutive sentences of one report, read together.

    ``pieces`` holds the word pieces of every word, ``start`` the report's number of the first
    word; the first ``context`` words were read before and stand here only as context.
    """

    sentences: tuple[tuple[str, ...], ...]
    pieces: tuple[tuple[int, ...], ...]
    start: int = 0
    context: int = 0

    @property
    def length(self) -> int:
        """Word pieces, the markers at both ends included."""
        return sum(map(len, self.pieces)) + 2


class Outputs(msgspec.Struct, frozen=True):
    """What the network says of a window; arrays lead with [words]."""

    part_of_speech: Indices
    tag: Indices
    name: Floats  # name labels, probabilities
    arcs: Floats  # [words, words], the diagonal for the root
    dependent: Floats
    governor: Floats
    words: Floats
    trigger: Floats  # types, probabilities
    cue: Floats  # outside, begins, goes on; probabilities
    predicate: Floats  # probability of being one
    factuality: Floats  # −3 (surely not) … 3 (surely so), of predicates
    mention: NDArray[np.bool_]  # whether the word heads a mention of somebody or something


class Seen(msgspec.Struct, frozen=True):
    """A window as some of its words see it: the vectors of all words [words, size], the numbers of
    these ``anchors`` [anchors], and the ways through the tree from each to every word
    [anchors, words, 2] (``paths``)."""

    words: Floats
    anchors: Indices
    paths: Indices


class Model:
    """The language model, loaded once and safe to share between threads."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        """``threads``: windows that are read at once, all cores' number if none is given.
        Raises ``ModelError`` where ``folder`` does not hold a model."""
        files = [*(f"{name}.onnx" for name in GRAPHS), "tokenizer.json", "labels.json"]
        missing = [name for name in files if not (folder / name).is_file()]
        if missing:
            raise ModelError(f"No language model in {folder}: {', '.join(missing)} missing.")
        share_memory()
        options = session_options()
        self.folder = folder
        self.threads = threads or usable_cores()
        self._graphs = {
            name: onnxruntime.InferenceSession(
                folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"]
            )
            for name in GRAPHS
        }
        keeping, giving_back = onnxruntime.RunOptions(), onnxruntime.RunOptions()
        giving_back.add_run_config_entry(*GIVE_MEMORY_BACK)
        self._run_options = cycle([*[keeping] * (EVERY_SO_MANY_RUNS - 1), giving_back])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)
        self._pieces: dict[str, tuple[int, ...]] = {}

    @cached_property
    def digest(self) -> str:
        """First twelve hex digits of the SHA-256 of the weights and labels."""
        sha = hashlib.sha256()
        for name in (*(f"{name}.onnx" for name in GRAPHS), "labels.json"):
            sha.update((self.folder / name).read_bytes())
        return sha.hexdigest()[:12]

    def pieces(self, word: str) -> tuple[int, ...]:
        """The word pieces of a word, at least one."""
        known = self._pieces.get(word)
        if known is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
            known = tuple(ids) or (UNKNOWN,)
            if len(self._pieces) < CACHED_WORDS:
                self._pieces[word] = known
        return known

    def run(self, window: Window) -> Outputs:
        """The scores of one window, which owe nothing to any other."""
        names = Outputs.__struct_fields__
        return Outputs(*(found[0] for found in self._run("network", names, lay_out(window))))

    def relations(self, dependent: Floats, governor: Floats) -> Indices:
        """Relation ids [words] of words with the vectors of their heads, both [words, size]."""
        inputs = {"dependent": dependent, "governor": governor}
        found: Indices = self._run("relations", ("relation",), inputs)[0]
        return found

    @cached_property
    def path_tables(self) -> PathTables:
        """The numbers of paths through a tree."""
        return PathTables(self.labels.branches, self.labels.tails)

    def acts(self, seen: Seen) -> tuple[Floats, Floats, Floats]:
        """Roles [anchors, words, roles], and modes and traits [anchors, …] of the anchors."""
        roles, modes, traits = self._look("acts", ("roles", "mode", "traits"), seen)
        return roles, modes, traits

    def quotations(self, seen: Seen) -> Floats:
        """Log probabilities [anchors, words, parts] of a cue's surroundings."""
        found: Floats = self._look("quotations", ("part",), seen)[0]
        return found

    def frames(self, seen: Seen) -> Floats:
        """Log probabilities [anchors, words, arguments] of what a predicate takes."""
        found: Floats = self._look("frames", ("argument",), seen)[0]
        return found

    def antecedents(self, mentions: Floats) -> Floats:
        """Scores [mentions, mentions] of the column being what the row refers back to.

        ``mentions`` are word vectors [mentions, 384] in order of the text; a score under 0
        speaks for none, and later mentions have −1e4.
        """
        fit: Floats = self._run("coreference", ("fit",), {"mentions": mentions})[0]
        return fit

    def _look(self, graph: str, outputs: Sequence[str], seen: Seen) -> list[Any]:
        inputs = {
            "words": seen.words[None],
            "lengths": np.array([len(seen.words)]),
            "rows": np.zeros_like(seen.anchors),
            "anchors": seen.anchors,
            "paths": seen.paths,
        }
        return self._run(graph, outputs, inputs)

    def _run(self, graph: str, outputs: Sequence[str], inputs: Mapping[str, object]) -> list[Any]:
        options = next(self._run_options)
        found: list[Any] = self._graphs[graph].run(outputs, inputs, options)
        return found


def session_options() -> onnxruntime.SessionOptions:
    """How the graphs run, whatever the shapes of their inputs: each call on one thread. The layers
    are too small to be worth sharing out; windows are."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # one would be kept for each shape ever met
    options.add_session_config_entry("session.use_env_allocators", "1")  # see share_memory
    return options


@cache
def share_memory() -> None:
    """One store of memory for all graphs of this process.

    With a store for each, what one has no use for would be kept from the others.
    """
    kind, use = onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, onnxruntime.OrtMemType.DEFAULT
    place = onnxruntime.OrtMemoryInfo("Cpu", kind, 0, use)
    growth = onnxruntime.OrtArenaCfg({"max_mem": 0, "arena_extend_strategy": 0})
    onnxruntime.create_and_register_allocator(place, growth)


def load_model(folder: Path | None = None, threads: int | None = None) -> Model:
    """The model in ``folder``, or the shipped one."""
    return Model(folder or SHIPPED, threads)


def lay_out(window: Window) -> dict[str, Indices]:
    """The network's inputs: [1, pieces] and [1, words]."""
    sizes = np.fromiter(map(len, window.pieces), np.int64, len(window.pieces))
    ends = np.cumsum(sizes)
    forms = [
        shape_of(form, first=i == 0) for words in window.sentences for i, form in enumerate(words)
    ]
    pieces = [FIRST, *(piece for word in window.pieces for piece in word), LAST]
    sentences = np.arange(1, len(window.sentences) + 1)
    return {
        "pieces": np.array([pieces]),
        "shapes": np.concatenate([[0], np.repeat(forms, sizes), [0]])[None],
        "first": (ends - sizes + 1)[None],
        "last": ends[None],
        "sentence": np.repeat(sentences, [len(words) for words in window.sentences])[None],
    }
