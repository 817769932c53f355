"""re3d: names in documents on Syria and Iraq (openly licensed folders only)."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from dateline.language.words import split
from training.annotated import Document, Sentence
from training.corpora.texts import lines
from training.corpora.titles import is_title

KINDS = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "place",
    "Nationality": "nationality",
    "Temporal": "date",
}
BARRED = ("BBC Online",)  # its licence does not allow commercial use
NO_NAMES = frozenset(
    ["I", "We", "He", "She", "They", "Our", "His", "Her", "Their", "You", "It", "Us", "Its", "This"]
)


def re3d(data: Path, without: frozenset[str]) -> list[Document]:
    """Documents whose id does not begin as one of ``without`` (those kept for measuring)."""
    found = []
    for folder in sorted((data / "re3d").iterdir()):
        if not folder.is_dir() or folder.name in BARRED:
            continue
        names: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for entity in lines(folder / "entities.json"):
            if entity["type"] in KINDS and capitalised(entity["value"], entity["type"]):
                place = (KINDS[entity["type"]], entity["begin"], entity["end"])
                names[entity["documentId"]].append(place)
        found += (
            document(record["_id"], record["text"], names[record["_id"]])
            for record in lines(folder / "documents.json")
            if not any(record["_id"].startswith(prefix) for prefix in without)
        )
    return found


def capitalised(value: str, kind: str) -> bool:
    """re3d marks descriptions as well ("the rebels"); names start and end in capitals."""
    words = value.removeprefix("the ").removeprefix("The ").split()
    return kind == "Temporal" or (
        bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()
    )


def bare(kind: str, inside: list[int], words: list[str]) -> list[int]:
    """The name alone: re3d takes articles and titles with it, and marks pronouns and offices."""
    while inside and (
        words[inside[0]].lower() == "the" or (kind == "person" and title(words[inside[0]]))
    ):
        inside = inside[1:]
    if kind == "person" and any(not words[i][:1].isupper() for i in inside):
        return []
    return [] if len(inside) == 1 and words[inside[0]] in NO_NAMES else inside


def title(word: str) -> bool:
    return is_title(word) or not word[:1].isupper()


def document(name: str, text: str, entities: list[tuple[str, int, int]]) -> Document:
    sentences = []
    for raw in split(text):
        chosen: list[tuple[str, int, int]] = []
        for kind, start, end in sorted(entities, key=lambda e: e[1] - e[2]):
            inside = [i for i, word in enumerate(raw.words) if start <= word.span.start < end]
            inside = bare(kind, inside, [word.text for word in raw.words])
            if inside and not any(a <= i < b for i in inside for _, a, b in chosen):
                chosen.append((kind, inside[0], inside[-1] + 1))
        sentences.append(
            Sentence(
                words=tuple(word.text for word in raw.words),
                names=tuple(sorted(chosen, key=lambda n: n[1])),
                name_kinds=frozenset({"person", "organisation", "place", "nationality", "date"}),
            )
        )
    return Document(name, "re3d", tuple(sentences))
