"""Names exchanged for others of their kind and length, so that few marked names teach many.

Mention replacement after Dai and Adel (2020). The pools are Dateline's own directory and
gazetteer and the names that the corpora mark. A document exchanges a name for the same other
one wherever it stands; a name keeps its number of words, so that trees and frames still hold.
"""

from __future__ import annotations

import random
import re
import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from importlib import resources

from training.annotated import Document, Sentence

CHANCE = 0.5  # of a document to have its names exchanged in an epoch
COMMON_PLACES = 20_000  # the most populous places of the gazetteer
FRAMES = (  # of organisations; {place} and {surname} are drawn
    "{place} University",
    "University of {place}",
    "{place} City Council",
    "{place} United",
    "{place} Rovers",
    "{place} Times",
    "{place} Police Department",
    "{place} National Bank",
    "Bank of {place}",
    "{surname} Corporation",
    "{surname} Group",
    "{surname} Records",
    "{surname} & {surname}",
    "{surname} and Sons",
    "{surname} Brothers Ltd.",
    "{surname} Industries",
    "{surname} Foundation",
    "Ministry of {place} Affairs",
    "{place} Symphony Orchestra",
    "{place} Chamber of Commerce",
    "{place} State University",
    "{place} Football Association",
    "{place} Liberation Front",
    "{place} Communist Party",
    "{place} Airlines",
    "{place} Museum of Art",
    "{surname} Institute of Technology",
    "Federation of {place} Workers",
)
SIMPLE = re.compile(r"[^\W\d_]+\.?|&|[A-Z]\.")
KINDS = ("person", "organisation", "place", "nationality")


class Pools:
    """Names to draw from, by kind and number of words."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.names: dict[tuple[str, int], list[tuple[str, ...]]] = defaultdict(list)
        persons = office_holders()
        self.first = [name[0] for name in persons]
        self.last = [name[-1] for name in persons]
        self.places = places()
        for name in self.places:
            self.add("place", name)
        for name in demonyms():
            self.add("nationality", name)
        for document in documents:
            for sentence in document.sentences:
                for kind, first, end in sentence.names or ():
                    self.add(kind, sentence.words[first:end])

    def add(self, kind: str, words: tuple[str, ...]) -> None:
        if words and all(SIMPLE.fullmatch(word) and word[0].isupper() for word in words):
            self.names[kind, len(words)].append(words)

    def draw(self, kind: str, length: int, seed: random.Random) -> tuple[str, ...] | None:
        """A name of that many words, or ``None`` where the pools hold none."""
        if kind == "person" and length <= 3 and seed.random() < 0.8:
            middle = [seed.choice(self.first)] if length == 3 else []
            given = [seed.choice(self.first)] if length > 1 else []
            return (*given, *middle, seed.choice(self.last))
        if kind == "organisation" and length > 1 and seed.random() < 0.6:
            for _ in range(8):
                made = self.organisation(seed)
                if len(made) == length:
                    return made
        pool = self.names.get((kind, length))
        return seed.choice(pool) if pool else None

    def organisation(self, seed: random.Random) -> tuple[str, ...]:
        words: list[str] = []
        for part in seed.choice(FRAMES).split():
            if part == "{place}":
                words += seed.choice(self.places)
            else:
                words.append(seed.choice(self.last) if part == "{surname}" else part)
        return tuple(words)


def exchanged(document: Document, pools: Pools, seed: random.Random) -> Document:
    """The document with other names, or as it is."""
    if all(sentence.names is None for sentence in document.sentences) or seed.random() > CHANCE:
        return document
    taken: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    return replace(
        document,
        sentences=tuple(rename(s, taken, pools, seed) for s in document.sentences),
    )


def rename(
    sentence: Sentence,
    taken: dict[tuple[str, tuple[str, ...]], tuple[str, ...]],
    pools: Pools,
    seed: random.Random,
) -> Sentence:
    words = list(sentence.words)
    for kind, first, end in sentence.names or ():
        own = sentence.words[first:end]
        if kind not in KINDS or not all(SIMPLE.fullmatch(word) for word in own):
            continue
        if (kind, own) not in taken:
            taken[kind, own] = pools.draw(kind, len(own), seed) or own
        words[first:end] = taken[kind, own]
    return replace(sentence, words=tuple(words))


def office_holders() -> list[tuple[str, ...]]:
    """Full names of people in the directory: the first cell of each row."""
    folder = resources.files("dateline.knowledge.actors") / "office_holders"
    names = {
        row[0]
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
        for state in tomllib.loads(file.read_text(encoding="utf-8")).values()
        for row in state["holders"]
    }
    split = [tuple(name.split()) for name in sorted(names)]
    return [
        name
        for name in split
        if 2 <= len(name) <= 3 and all(SIMPLE.fullmatch(w) and w[0].isupper() for w in name)
    ]


def places() -> list[tuple[str, ...]]:
    """Names of the most populous places."""
    path = resources.files("dateline.knowledge.places") / "gazetteer.sqlite"
    with (
        resources.as_file(path) as file,
        closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as base,
    ):
        rows = base.execute(
            "SELECT label FROM place ORDER BY population DESC, id LIMIT ?", (COMMON_PLACES,)
        ).fetchall()
    split = [tuple(name.split()) for (name,) in rows]
    return [name for name in split if len(name) <= 3 and all(map(SIMPLE.fullmatch, name))]


def demonyms() -> list[tuple[str, ...]]:
    """Adjectives and names of peoples of the states that the directory knows."""
    text = resources.files("dateline.knowledge.actors").joinpath("states.toml").read_text("utf-8")
    words = {word for state in tomllib.loads(text).values() for word in state.get("demonyms", ())}
    return [tuple(word.split()) for word in sorted(words)]
