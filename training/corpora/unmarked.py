"""Texts of the corpora that nobody marked, for a teacher to tell what it sees in them.

Their anchors are the words in which an earlier model sees acts, surely or not, and those by which
it sees somebody quoted: those words the small network will have to judge.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from dateline.language import Model
from dateline.records import ReadAct, Reading
from training.annotated import Bound, Document
from training.corpora.coded import gold, sentences_of
from training.corpora.standoff import parsed, records
from training.corpora.texts import texts

MOST = {"muc": 1000, "ecb": 1000, "causal": 2000, "rams": 1000, "polnear": 200, "news": 300}
UNTIL = 1800  # characters of a text that are read; what comes later tells more rarely of acts
ECB_TEST = 36  # the first topic of its test part
OPENING = 60  # letters by which a coded report is known again


def unmarked_documents(data: Path, gold_folder: Path, model: Model) -> list[Document]:
    """At most ``MOST`` texts of a corpus, drawn by their ids, without those marked, coded or of a
    test part."""
    known = texts(data)
    marked = {record["id"] for record in records("events")}
    reports = (report for part in ("train", "dev") for report in gold(gold_folder / part))
    coded = {letters(text) for _, text, _ in reports}
    left: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known, key=drawn_by):
        if not (name in marked or is_of_test(name) or letters(known[name]) in coded):
            left[name.split(":")[0]].append(name)
    names = [name for corpus, most in MOST.items() for name in left[corpus][:most]]
    readings = parsed((beginning(known[name]) for name in names), model)
    return [
        Document(
            name,
            "unmarked",
            sentences_of(reading),
            cues=tuple(Bound("cue", *quotation.cue) for quotation in reading.quotations),
            triggers=tuple(anchors_of(reading)),
            marked=False,
        )
        for name, reading in zip(names, readings, strict=True)
    ]


def is_of_test(name: str) -> bool:
    """Whether a text is of the test part of ECB+ (topics 36 to 45) or CausalNews."""
    corpus, _, place = name.partition(":")
    part = place.split("_")[0]
    return (corpus == "ecb" and int(part) >= ECB_TEST) or (corpus == "causal" and part == "test")


def drawn_by(name: str) -> bytes:
    return hashlib.sha256(name.encode()).digest()


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[: 3 * OPENING].lower()))[:OPENING]


def beginning(text: str) -> str:
    """The text as far as the last line or sentence that ends before ``UNTIL``."""
    if len(text) <= UNTIL:
        return text
    end = max(text.rfind(mark, 0, UNTIL) for mark in ("\n", ". ", ".\n"))
    return text[: end + 1] if end > 0 else text[:UNTIL]


def anchors_of(reading: Reading) -> Iterator[Bound]:
    """One for each word, of its likeliest type."""
    ordered = sorted(reading.acts, key=lambda act: (act.token, -act.score))
    for token, acts in groupby(ordered, key=lambda act: act.token):
        best: ReadAct = next(acts)
        yield Bound(best.type, token, token + 1)
