"""Reports coded after the codebook, as anchors (trigger words) with their actors, and sentences
with a marked source and target."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.ingest.dateline_line import find_dateline
from dateline.knowledge import Knowledge
from dateline.language import Model, read_reports
from dateline.records import Reading, Report, Span
from training.annotated import Bound, Document, Sentence
from training.corpora.repeated import with_repeats_open
from training.inventory import TRAITS, TYPES

Event = dict[str, Any]
Coded = tuple[str, str, list[Event]]  # id, text, events


def gold(folder: Path) -> list[Coded]:
    """Reports of a folder with ``texts`` and ``codes``."""
    found = []
    for path in sorted((folder / "codes").glob("*.json")):
        text = json.loads((folder / "texts" / path.name).read_text(encoding="utf-8"))["text"]
        found.append((path.stem, text, json.loads(path.read_text(encoding="utf-8"))["events"]))
    return found


def composed(folder: Path) -> list[Coded]:
    """The reports written for this project, one JSON object a line."""
    return [
        (record["id"], record["text"], record["events"])
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
        for record in (json.loads(line),)
    ]


def documents(
    coded: Iterable[Coded], corpus: str, model: Model, knowledge: Knowledge
) -> list[Document]:
    coded = list(coded)
    readings = read_reports([report_of(name, text) for name, text, _ in coded], model)
    return [
        with_repeats_open(
            Document(name, corpus, sentences_of(reading), triggers=tuple(bounds(reading, events))),
            reading,
            knowledge,
        )
        for (name, _, events), reading in zip(coded, readings, strict=True)
    ]


def report_of(name: str, text: str) -> Report:
    """A text as the package reads it: the words of its dateline make a sentence of their own."""
    line = find_dateline(text)
    return Report(id=name, text=text, dateline=None if line is None else line.span)


def sentences_of(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences with the trees, tags and parts of speech that an earlier model reads. They are
    learnt along: without them, words that tell acts lose the part of speech they have (self-
    distillation; Furlanello et al. 2018)."""
    found = []
    for s in reading.sentences:
        tokens = reading.tokens[s.first : s.end]
        found.append(
            Sentence(
                words=tuple(token.text for token in tokens),
                parts_of_speech=tuple(token.part_of_speech for token in tokens),
                tags=tuple(token.tag for token in tokens),
                heads=tuple(token.head - s.first for token in tokens),
                relations=tuple(token.relation for token in tokens),
            )
        )
    return tuple(found)


def bounds(reading: Reading, events: Iterable[Event]) -> Iterator[Bound]:
    placed = ((trigger_of(reading, event), event) for event in events)
    return anchored(placed, lambda event, at: parts_of(reading, event, at), traits_of)


def anchored(
    placed: Iterable[tuple[int | None, Event]],
    parts_of: Callable[[Event, int], Iterable[tuple[str, int, int]]],
    traits_of: Callable[[Event], Iterable[str]],
) -> Iterator[Bound]:
    """One anchor for each trigger word and type; events that share both are joined, events without
    a word left out."""
    groups: dict[tuple[int, str], list[Event]] = defaultdict(list)
    for at, event in placed:
        if at is not None:
            groups[at, event["type"]].append(event)
    for (at, kind), members in groups.items():
        parts = {part for event in members for part in parts_of(event, at)}
        traits = {trait for event in members for trait in traits_of(event)}
        mode = next((event["mode"] for event in members if event.get("mode")), "none")
        yield Bound(
            kind,
            at,
            at + 1,
            parts=tuple(sorted(parts)),
            traits=(("mode", f"{kind}:{mode}"), *((trait, "yes") for trait in sorted(traits))),
        )


def trigger_of(reading: Reading, event: dict[str, Any]) -> int | None:
    evidence = reading.report.text.find(event["evidence"])
    if evidence < 0:
        return None
    found = occurrences(event["evidence"], event["trigger"])
    if not found:
        return None
    start = evidence + found[0]
    return head_of(reading, Span(start, start + len(event["trigger"])))


def occurrences(text: str, words: str) -> list[int]:
    """Starts of ``words`` in ``text``, at word boundaries where there are any."""
    if not words:
        return []
    exact = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return exact or [m.start() for m in re.finditer(re.escape(words), text)]


def head_of(reading: Reading, span: Span) -> int | None:
    """The token of the span that governs it: the first whose own head lies outside."""
    inside = [i for i, token in enumerate(reading.tokens) if token.span.overlaps(span)]
    held = set(inside)
    tops = [i for i in inside if reading.tokens[i].head not in held or reading.tokens[i].head == i]
    tops = [i for i in tops if reading.tokens[i].part_of_speech not in ("PUNCT", "ADP")] or tops
    return tops[0] if tops else None


def parts_of(
    reading: Reading, event: dict[str, Any], trigger: int
) -> Iterator[tuple[str, int, int]]:
    named = [
        ("actor", [party["text"] for party in event["actors"]]),
        ("recipient", [party["text"] for party in event["recipients"]]),
        ("voice", [voice["text"] for voice in event["voice"]]),
        ("place", [event["place"]] if isinstance(event["place"], str) else []),
    ]
    for role, texts in named:
        for words in texts:
            head = mention(reading, words, event["evidence"], trigger)
            if head is not None:
                yield role, head, head + 1


def mention(reading: Reading, words: str, evidence: str, trigger: int) -> int | None:
    """The head of the occurrence of ``words`` that the coder most likely meant: in the evidence
    nearest to the trigger, else the last before it, else the first after."""
    text = reading.report.text
    places = occurrences(text, words)
    if not places:
        return None
    start = text.find(evidence)
    at = reading.tokens[trigger].span.start
    inside = [p for p in places if start <= p < start + len(evidence)]
    before = [p for p in places if p < start]
    if inside:
        chosen = min(inside, key=lambda p: abs(p - at))
    else:
        chosen = before[-1] if before else places[0]
    return head_of(reading, Span(chosen, chosen + len(words)))


def traits_of(event: dict[str, Any]) -> Iterator[str]:
    actors = {party["code"] for party in event["actors"]}
    recipients = {party["code"] for party in event["recipients"]}
    conditions = {
        "planned": event["modality"] == "planned",
        "hypothetical": event["modality"] == "hypothetical",
        "negative": event["polarity"] == "negative",
        "background": event["era"] == "background",
        "own": len(actors) == 1 and actors == recipients and "?" not in actors,
        "mutual": len(actors) > 1 and actors == recipients,
        "voiced": bool(event["voice"]),
        "denied": event["stance"] == "denies",
        "doubted": event["stance"] == "doubts",
    }
    yield from (trait for trait in TRAITS if conditions.get(trait))


# --- sentences with a marked source and target --------------------------------------


def marked(data: Path, model: Model) -> list[Document]:
    """``data/events``: the trigger is not marked; where source and target meet in the tree, it
    is taken to be the word that governs both. Other words of the sentence are left open."""
    records = [
        json.loads(line)
        for line in (data / "events" / "events_train_pool.jsonl").open(encoding="utf-8")
    ]
    readings = read_reports(
        [report_of(str(i), record["text"]) for i, record in enumerate(records)], model
    )
    found = []
    for i, (record, reading) in enumerate(zip(records, readings, strict=True)):
        triggers = tuple(marked_bounds(reading, record["events"]))
        if triggers:
            found.append(
                Document(
                    f"marked-{i}",
                    "marked",
                    sentences_of(reading),
                    triggers=triggers,
                    only_anchors=True,
                )
            )
    return found


def marked_bounds(reading: Reading, events: Iterable[dict[str, Any]]) -> Iterator[Bound]:
    for event in events:
        heads = [
            head_of(reading, Span(places[0], places[0] + len(words)))
            for words in (event["source"], event["target"])
            if words and (places := occurrences(reading.report.text, words))
        ]
        if len(heads) < 2 or None in heads or event["root"] not in TYPES:
            continue
        source, target = heads
        assert source is not None and target is not None
        meeting = common_governor(reading, source, target)
        if meeting is None or reading.tokens[meeting].part_of_speech not in ("VERB", "NOUN"):
            continue
        yield Bound(
            event["root"],
            meeting,
            meeting + 1,
            parts=(("actor", source, source + 1), ("recipient", target, target + 1)),
            traits=(("unknown", "yes"),),
        )


def common_governor(reading: Reading, a: int, b: int) -> int | None:
    """The lowest word that governs both, other than the two themselves."""
    above = [set(path(reading, a)), set(path(reading, b))]
    return next((i for i in path(reading, a)[1:] if i in above[1] and i not in (a, b)), None)


def path(reading: Reading, i: int) -> list[int]:
    found = [i]
    while reading.tokens[i].head != i:
        i = reading.tokens[i].head
        found.append(i)
    return found
