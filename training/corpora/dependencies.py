"""UD English EWT and GUM: trees, with PropBank frames, UDS factuality and names joined in."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from training.annotated import NAME_KINDS, Bound, Document, Sentence

# Genres of GUM whose texts allow redistribution of derived works for any purpose.
GUM_GENRES = (
    "academic",
    "bio",
    "conversation",
    "court",
    "interview",
    "news",
    "speech",
    "textbook",
    "vlog",
    "voyage",
)
GUM_NAME_KINDS = {
    "person": "person",
    "organization": "organisation",
    "place": "place",
    "time": "date",
}


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


# --- EWT with frames, factuality and names ------------------------------------------


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


def nationalities(
    rows: list[Row], taken: tuple[tuple[str, int, int], ...]
) -> tuple[tuple[str, int, int], ...]:
    """Capitalised adjectives are names of nations, peoples or faiths; the trees mark them."""
    return tuple(
        ("nationality", i, i + 1)
        for i, row in enumerate(rows)
        if row.part_of_speech == "ADJ"
        and re.fullmatch(r"[A-Z][a-z]+", row.form)
        and (i > 0 or row.form.endswith(("an", "ish", "ese", "i", "ch")))
        and not any(a <= i < b for _, a, b in taken)
    )


# --- GUM ---------------------------------------------------------------------------


def gum(data: Path, part: str) -> list[Document]:
    """GUM documents of a split whose genre may be used, with names read off the entity layer."""
    ids = gum_split(data / "gum" / "splits.md", part)
    found = []
    for path in sorted((data / "gum" / "dep").glob("GUM_*.conllu")):
        if path.stem not in ids or path.stem.split("_")[1] not in GUM_GENRES:
            continue
        held, mentions, offset = [], [], 0
        open_entities: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for _, rows in sentences(path):
            names, sentence_mentions = gum_entities(rows, open_entities, offset)
            mentions += sentence_mentions
            held.append(replace(tree(rows), names=names, name_kinds=frozenset(NAME_KINDS)))
            offset += len(rows)
        chains = mention_heads(held, mentions)
        found.append(Document(path.stem, "gum", tuple(held), mentions=chains))
    return found


def mention_heads(
    held: list[Sentence], mentions: list[tuple[int, int, int]]
) -> tuple[tuple[int, int], ...]:
    """(head word, chain) of each mention; of several with one head the longest counts."""
    heads: list[int] = []
    for sentence in held:
        offset = len(heads)
        heads += (offset + head for head in sentence.heads or ())
    found: dict[int, tuple[int, int]] = {}
    for first, end, chain in mentions:
        top = next((i for i in range(first, end) if not first <= heads[i] < end), None)
        top = top if top is not None else next(i for i in range(first, end) if heads[i] == i)
        if end - first > found.get(top, (0, 0))[0]:
            found[top] = (end - first, chain)
    return tuple((top, chain) for top, (_, chain) in sorted(found.items()))


def gum_split(path: Path, part: str) -> set[str]:
    current, found = "", set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            current = line[3:].strip()
        elif line.strip().startswith("* ") and current == part:
            found.add(line.strip()[2:].strip())
    return found


def gum_entities(
    rows: list[Row], held: dict[str, list[tuple[int, str, str]]], offset: int
) -> tuple[tuple[tuple[str, int, int], ...], list[tuple[int, int, int]]]:
    """Names of one sentence, and all its mentions as (first, end, chain) of the document.

    ``held`` carries entities opened and not yet closed.
    """
    names: list[tuple[str, int, int]] = []
    mentions: list[tuple[int, int, int]] = []
    for i, row in enumerate(rows):
        layer = re.search(r"(?:^|\|)Entity=([^|]*)", row.misc)
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", layer[1]) if layer else ():
            if piece.startswith("("):
                cells = piece.strip("()").split("-")
                kind, small = cells[1], cells[5]
                held[cells[0]].append((offset + i, kind, small))
            if piece.endswith(")"):
                group = piece.strip("()").split("-")[0]
                if not held[group]:
                    continue
                first, kind, small = held[group].pop()
                if first >= offset:
                    chain = int(re.sub(r"\D", "", group) or 0)
                    mentions.append((first, offset + i + 1, chain))
                    names += gum_name(rows, first - offset, i + 1, kind, small)
    chosen: list[tuple[str, int, int]] = []
    for name in sorted(names, key=lambda n: n[1] - n[2]):
        if not any(name[1] < b and a < name[2] for _, a, b in chosen):
            chosen.append(name)
    found = tuple(sorted(chosen, key=lambda n: n[1]))
    return found + nationalities(rows, found), mentions


def gum_name(
    rows: list[Row], first: int, end: int, kind: str, small: str
) -> list[tuple[str, int, int]]:
    if kind == "time":
        return [("date", first, end)] if end - first <= 8 else []
    places = [first + int(n) - 1 for n in small.split(",") if n.isdigit()]
    if not places or max(places) >= end:
        return []
    a, b = min(places), max(places) + 1
    if b - a > 7 or any(row.part_of_speech in ("VERB", "PRON", "PUNCT") for row in rows[a:b]):
        return []
    head_words = rows[a:b]
    if not any(row.part_of_speech == "PROPN" for row in head_words) or not any(
        row.form[0].isupper() for row in head_words
    ):
        return []
    while b < end and rows[b].relation in ("flat", "flat:name", "goeswith"):
        b += 1
    while (
        kind == "person"
        and a < b
        and rows[a].relation in ("nmod:desc", "compound")
        and rows[a].form.lower() in TITLES
    ):
        a += 1
    return [(GUM_NAME_KINDS.get(kind, "other"), a, b)]


TITLES = frozenset(
    ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "king", "queen", "president"]
)
