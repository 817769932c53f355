"""UD English EWT: trees, with PropBank frames, UDS factuality and names joined in."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from training.annotated import Bound, Document, Sentence


@dataclass(frozen=True)
class Row:
    form: str
    part_of_speech: str
    tag: str
    head: int
    relation: str
    misc: str


def sentences(path: Path) -> Iterator[tuple[dict[str, str], list[Row]]]:
    """The comment fields and word rows of each sentence of a CoNLL-U file."""
    meta: dict[str, str] = {}
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line:
            if rows:
                yield meta, rows
            meta, rows = {}, []
        elif line.startswith("#"):
            key, _, value = line[1:].partition("=")
            meta[key.strip()] = value.strip()
        else:
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(Row(cells[1], cells[3], cells[4], int(cells[6]), cells[7], cells[9]))
    if rows:
        yield meta, rows


def tree(rows: list[Row]) -> Sentence:
    return Sentence(
        words=tuple(row.form for row in rows),
        parts_of_speech=tuple(row.part_of_speech for row in rows),
        tags=tuple(row.tag for row in rows),
        heads=tuple(row.head - 1 if row.head else i for i, row in enumerate(rows)),
        relations=tuple(row.relation for row in rows),
    )


def documents(
    path: Path, corpus: str, build: dict[str, Sentence] | None = None
) -> Iterator[Document]:
    """Documents of a CoNLL-U file; ``build`` replaces sentences by id with richer ones."""
    current, held = "", []
    for meta, rows in sentences(path):
        if "newdoc id" in meta and held:
            yield Document(current, corpus, tuple(held))
            held = []
        current = meta.get("newdoc id", current)
        sentence = tree(rows)
        held.append((build or {}).get(meta["sent_id"], sentence))
    if held:
        yield Document(current, corpus, tuple(held))


def ewt(data: Path, part: str) -> list[Document]:
    """UD EWT with PropBank frames, UDS factuality and (dev, test) UNER names where present."""
    path = data / "ewt" / f"en_ewt-ud-{part}.conllu"
    frames = propbank(data)
    judged = factuality(
        data, part, [[row.form.lower() for row in rows] for _, rows in sentences(path)]
    )
    named = uner(data / "uner" / f"en_ewt-ud-{part}.iob2") if part != "train" else {}
    built = {}
    for number, (meta, rows) in enumerate(sentences(path), start=1):
        sentence = tree(rows)
        found = frames.get(meta["sent_id"])
        if found is not None and found[0] == sentence.words:
            sentence = replace(sentence, frames=found[1])
        if number in judged:
            sentence = replace(sentence, factuality=judged[number])
        names = named.get(meta["sent_id"])
        if names is not None:
            sentence = replace(
                sentence,
                names=names + nationalities(rows, names),
                name_kinds=frozenset({"person", "organisation", "place", "nationality"}),
            )
        built[meta["sent_id"]] = sentence
    return list(documents(path, "ewt", built))


def propbank(data: Path) -> dict[str, tuple[tuple[str, ...], tuple[Bound, ...]]]:
    found = {}
    for line in (data / "propbank_ewt" / "ewt_propbank_merged.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        frames = tuple(
            Bound(
                label=frame["sense"],
                first=frame["pred"],
                end=frame["pred"] + 1,
                parts=tuple((role, a, b + 1) for role, a, b in frame["args"] if role != "V"),
            )
            for frame in record["frames"]
        )
        found[record["id"]] = (tuple(record["tokens"]), frames)
    return found


Judged = dict[int, tuple[tuple[int, float], ...]]


def factuality(data: Path, part: str, forms: list[list[str]]) -> Judged:
    """Mean UDS judgement (−3 … 3) of words, by sentence number (from 1) and word index (from 0).

    The protocol of White et al. (2016) and Rudinger et al. (2018): "happened" with a
    confidence of 0–4, mapped to ±3 · confidence / 4. The judgements number the sentences of
    UD 1.2; see ``shifted`` for how they find today's.
    """
    folder = data / "factuality" / "uds" / "factuality_eng_udewt" / "it-happened"
    votes: dict[tuple[int, int], list[float]] = defaultdict(list)
    lemmas: dict[int, dict[int, str]] = defaultdict(dict)
    table = folder / "it-happened_eng_ud1.2_07092017.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for line in lines[1:]:
        row = dict(zip(header, line.split("\t"), strict=False))
        if (
            row["Split"] != part
            or row["Keep"] != "True"
            or row["Is.Predicate"] != "True"
            or row["Happened"] == "na"
        ):
            continue
        number, index = int(row["Sentence.ID"].split()[-1]), int(row["Pred.Token"]) - 1
        sign = 1 if row["Happened"] == "true" else -1
        votes[number, index].append(sign * 3 * int(row["Confidence"]) / 4)
        lemmas[number][index] = row["Pred.Lemma"].lower()
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    shift = shifted(lemmas, forms)
    for (number, index), values in sorted(votes.items()):
        if number in shift:
            found[number + shift[number] + 1].append((index, fmean(values)))
    return {number: tuple(values) for number, values in found.items()}


def shifted(lemmas: dict[int, dict[int, str]], forms: list[list[str]]) -> dict[int, int]:
    """By how much each numbered sentence has moved since UD 1.2.

    Sentences were added and dropped in few places, so neighbours moved alike: the shift under
    which most judged lemmas of a sentence and its neighbours match today's words is taken,
    and kept where the sentence itself matches.
    """

    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place, words in enumerate(forms):
        for i, word in enumerate(words):
            places[i, word[:2]].append(place)
    numbers = sorted(lemmas)
    own: list[Counter[int]] = []
    for number in numbers:
        votes: Counter[int] = Counter()
        for i, lemma in lemmas[number].items():
            votes.update(place - number for place in places[i, lemma[:2]])
        own.append(votes)
    found = {}
    near: Counter[int] = Counter()
    for k, number in enumerate(numbers):
        for entering in own[0:7] if k == 0 else own[k + 6 : k + 7]:
            near.update(entering)
        if k > 6:
            near.subtract(own[k - 7])
        best = max(own[k], key=near.__getitem__, default=None)
        if best is not None and near[best] >= 6:
            found[number] = best
    return found


UNER_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def uner(path: Path) -> dict[str, tuple[tuple[str, int, int], ...]]:
    found: dict[str, tuple[tuple[str, int, int], ...]] = {}
    current, tags = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            current = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            tags.append(line.split("\t")[2])
        elif not line and tags:
            found[current] = spans(tags)
            tags = []
    return found


def spans(tags: list[str]) -> tuple[tuple[str, int, int], ...]:
    """(kind, first, end) of the BIO tags that UNER_KINDS knows."""
    found, start, kind = [], -1, ""
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and not tag.startswith("I-"):
            if kind in UNER_KINDS:
                found.append((UNER_KINDS[kind], start, i))
            start = -1
        if tag.startswith("B-"):
            start, kind = i, tag[2:]
    return tuple(found)


NATIONS = re.compile(r"[A-Z][a-z]+(?:an|ish|ese|[eo]i|qi|ni|ench|utch|reek|zech|ic|iss)")


def nationalities(
    rows: list[Row], taken: tuple[tuple[str, int, int], ...]
) -> tuple[tuple[str, int, int], ...]:
    """Capitalised adjectives are names of nations, peoples or faiths; the trees mark them."""
    return tuple(
        ("nationality", i, i + 1)
        for i, row in enumerate(rows)
        if row.part_of_speech == "ADJ"
        and NATIONS.fullmatch(row.form)
        and not any(a <= i < b for _, a, b in taken)
    )
