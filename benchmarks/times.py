"""Measure times: `times.py MEANTIME_DIR`, or `times.py --events GOLD_DIR`.

MEANTIME: precision, recall and F1 of the DATE and TIME expressions of the English section: spans
that are exactly the same, spans that overlap, and those that overlap and have exactly the same
value; with and without the line that dates the article. The day of publication is the one that
this line gives; the words are taken as the corpus cuts them, without a tree. Only the first six
lines of an article are counted: no expression is marked after them, though the articles go on.
Values are compared as codebook section 4 writes them: a week is its days, a quarter its months, a
time of day its day. What the corpus calls a duration or a set is left out on both sides. Articles
are halved by every second file name; choices were made on the first half.

Events: how often the date and the era that are chosen for the trigger of a gold event are those
of the gold coding, dates by the rule of codebook section 7. The trigger is looked up in the
evidence; type and modality are taken from the gold.
"""

from __future__ import annotations

import argparse
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from dateline.coding.when import date_of, era_of
from dateline.knowledge import ontology as ontologies
from dateline.knowledge.times import load
from dateline.language import load_model, read_reports
from dateline.records import Reading, Report, Sentence, Span, TimeExpression, Token
from dateline.resolution.times import resolve_times

DATE_LINE = 1  # headline, date, then the text
MARKED_LINES = 6
BATCH = 16


class Gold(NamedTuple):
    """An expression of the corpus: characters, its value as we write it, kind and place."""

    span: Span
    value: str | None
    kind: str
    creation: bool
    raw: str


# --- MEANTIME ------------------------------------------------------------------------------


def value_of(timex: str) -> str | None:
    """A TIMEX3 value as codebook section 4 writes it, ``None`` if it names no days."""
    timex = timex.split("T")[0].removesuffix("-XX")
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", timex):
        return timex
    if re.fullmatch(r"\d{3}", timex):
        return f"{timex}0/{timex}9"
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", timex):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        start = monday + timedelta(days=5) if week[3] else monday
        return f"{start}/{monday + timedelta(days=6)}"
    if quarter := re.fullmatch(r"(\d{4})-Q(\d)", timex):
        last = int(quarter[2]) * 3
        return f"{quarter[1]}-{last - 2:02}/{quarter[1]}-{last:02}"
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season[2]]
        year = int(season[1]) + (first == 12)
        return f"{season[1]}-{first:02}/{year}-{(first + 1) % 12 + 1:02}"
    return None


def article(path: Path) -> tuple[Reading, list[Gold]]:
    """One file of the corpus as a reading without a tree, with its expressions."""
    root = ElementTree.parse(path).getroot()
    lines: dict[int, list[tuple[int, str]]] = {}
    for token in root.iter("token"):
        identity, line = int(token.get("t_id", "")), int(token.get("sentence", ""))
        lines.setdefault(line, []).append((identity, token.text or ""))
    text = "\n".join(" ".join(word for _, word in words) for words in lines.values())
    spans: dict[int, Span] = {}
    line_of: dict[int, int] = {}
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for line, words in lines.items():
        first = len(tokens)
        for identity, word in words:
            spans[identity], line_of[identity] = Span(at, at + len(word)), line
            tokens.append(
                Token(
                    text=word,
                    span=spans[identity],
                    part_of_speech="",
                    head=len(tokens),
                    relation="",
                    sentence=len(sentences),
                )
            )
            at += len(word) + 1
        span = Span(tokens[first].span.start, tokens[-1].span.end)
        sentences.append(
            Sentence(span=span, first=first, end=len(tokens), root=first, paragraph=line)
        )
    written = " ".join(word for _, word in lines[DATE_LINE])
    reading = Reading(
        report=Report(
            id=path.stem, text=text, published=datetime.strptime(written, "%B %d , %Y").date()
        ),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        names=(),
    )
    return reading, list(expressions(root, spans, line_of))


def expressions(
    root: ElementTree.Element, spans: dict[int, Span], line_of: dict[int, int]
) -> Iterator[Gold]:
    for timex in root.iter("TIMEX3"):
        anchors = sorted(int(a.get("t_id", "")) for a in timex.findall("token_anchor"))
        raw = timex.get("value", "")
        if anchors:
            span = Span(spans[anchors[0]].start, spans[anchors[-1]].end)
            creation = line_of[anchors[0]] == DATE_LINE
            yield Gold(span, value_of(raw), timex.get("type", ""), creation, raw)


def score(paths: list[Path], *, creation: bool, verbose: bool) -> Counter[str]:
    """Hits and totals over the articles; ``creation`` counts the line that dates the article."""
    counts: Counter[str] = Counter()
    for path in paths:
        reading, gold = article(path)
        wanted = [g for g in gold if g.kind in ("DATE", "TIME") and (creation or not g.creation)]
        others = [g for g in gold if g not in wanted]
        found = [
            t
            for t in resolve_times(reading, load())
            if reading.tokens[t.head].sentence < MARKED_LINES
            and (touches(t, wanted) or not touches(t, others))
        ]
        counts["gold"] += len(wanted)
        counts["days"] += sum(g.value is not None for g in wanted)
        counts["found"] += len(found)
        for g in wanted:
            over = [t for t in found if t.span.overlaps(g.span)]
            over.sort(key=lambda t: (t.value != g.value, t.span != g.span))
            best = over[0] if over else None
            if best is not None:
                found.remove(best)
                counts["overlap"] += 1
                counts["exact"] += best.span == g.span
                counts["value"] += best.value == g.value
            if verbose and (best is None or best.value != g.value):
                show(reading, g.span, f"{g.raw} but {best.value if best else 'nothing'}")
        for t in found if verbose else ():
            show(reading, t.span, f"nothing but {t.value} ({t.why})")
    return counts


def touches(time: TimeExpression, gold: list[Gold]) -> bool:
    return any(time.span.overlaps(g.span) for g in gold)


def show(reading: Reading, span: Span, what: str) -> None:
    text = reading.report.text
    near = text[max(0, span.start - 50) : span.end + 30].replace("\n", " / ")
    print(f"{reading.report.published} {span.of(text)!r}: {what} | {near}")


def f1(hits: int, found: int, gold: int) -> str:
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f} R {recall:.3f} F1 {both:.3f}"


def meantime(folder: Path, verbose: bool) -> None:
    paths = sorted(folder.glob("**/intra_cross-doc_annotation/*/*.xml"))
    halves = {"first half": paths[::2], "second half": paths[1::2], "all": paths}
    for creation in (True, False):
        print("with the line that dates the article" if creation else "without it")
        for name, part in halves.items():
            loud = verbose and name == "first half" and not creation
            c = score(part, creation=creation, verbose=loud)
            print(f"  {name}: {len(part)} articles, {c['gold']} expressions, {c['days']} name days")
            for measure in ("exact", "overlap", "value"):
                print(f"    {measure:8} {f1(c[measure], c['found'], c['gold'])}")
            print(f"    value, of those that name days: {f1(c['value'], c['found'], c['days'])}")


# --- events --------------------------------------------------------------------------------


def trigger_of(reading: Reading, event: dict[str, Any]) -> int:
    """The token that heads the trigger's words, looked up in the evidence."""
    text = reading.report.text
    evidence = max(text.find(event["evidence"]), 0)
    start = text.find(event["trigger"], evidence)
    end = start + len(event["trigger"])
    if start < 0 or not event["trigger"]:
        start, end = evidence, evidence + 1
    inside = [
        index
        for index, token in enumerate(reading.tokens)
        if token.span.start < end and token.span.end > start
    ]
    heads = [
        index
        for index in inside
        if reading.tokens[index].head not in inside or reading.tokens[index].head == index
    ]
    return next((i for i in heads if reading.tokens[i].part_of_speech != "PUNCT"), inside[0])


def gold_readings(folder: Path) -> Iterator[tuple[Reading, list[dict[str, Any]]]]:
    """Every report of a gold folder as the language model reads it, with its coded events."""
    model = load_model()
    codes = sorted((folder / "codes").glob("*.json"))
    for first in range(0, len(codes), BATCH):
        coded = [json.loads(path.read_text()) for path in codes[first : first + BATCH]]
        reports = []
        for path, coding in zip(codes[first : first + BATCH], coded, strict=True):
            source = json.loads((folder / "texts" / path.name).read_text())
            day = coding["published"]
            reports.append(
                Report(
                    id=path.stem,
                    text=source["text"],
                    published=date.fromisoformat(day) if day else None,
                )
            )
        for reading, coding in zip(read_reports(reports, model), coded, strict=True):
            yield reading, coding["events"]


def same_date(gold: str | None, coded: str | None) -> bool:
    """Equal at the coarser of the two precisions; intervals are compared by their first day."""
    if gold is None or coded is None:
        return gold == coded
    first, second = gold.split("/")[0], coded.split("/")[0]
    coarser = min(len(first), len(second))
    return first[:coarser] == second[:coarser]


def events(folder: Path) -> None:
    counts: Counter[str] = Counter()
    ontology = ontologies.load()
    for reading, coded in gold_readings(folder):
        times = resolve_times(reading, load())
        for event in coded:
            trigger = trigger_of(reading, event)
            time = date_of(
                trigger,
                reading,
                times,
                speech=ontology.is_speech(event["type"]),
                planned=event["modality"] == "planned",
            )
            right = same_date(event["date"], time.value if time else None)
            counts["events"] += 1
            counts["right"] += right
            counts["dated"] += event["date"] is not None
            counts["dated right"] += right and event["date"] is not None
            counts["given"] += time is not None
            counts["given right"] += right and time is not None
            counts["era"] += era_of(trigger, reading, time, times) == event["era"]
    for part, whole in (("right", "events"), ("dated right", "dated"), ("given right", "given")):
        share = counts[part] / max(counts[whole], 1)
        print(f"date, of {whole:6} {counts[whole]:5}: {share:.3f}")
    print(f"era,  of events {counts['events']:5}: {counts['era'] / max(counts['events'], 1):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", action="store_true", help="measure dates of gold events")
    parser.add_argument("--verbose", action="store_true", help="print the misses of the first half")
    arguments = parser.parse_args()
    if arguments.events:
        events(arguments.folder)
    else:
        meantime(arguments.folder, arguments.verbose)


if __name__ == "__main__":
    main()
