"""How often the actor of a phrase is resolved to the gold code and sector.

    python benchmarks/actors.py GOLD_DIR [--errors N] [--cache DIR]

GOLD_DIR holds ``texts/`` and ``codes/`` as the codebook says. Every distinct actor and recipient
text that stands in its evidence sentence is looked up there (the first occurrence on a word
boundary) and resolved with the whole report read by the language model. An item is right in code
where the resolved codes are exactly the gold codes of that text in that sentence; right in sector
where the sectors are. A state or its head of state that acts by arms is ``MIL`` in the gold and
``GOV`` here until the event is known: ``sector*`` counts these as right.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline.knowledge import actors as directory_module
from dateline.knowledge import places as gazetteer_module
from dateline.language import load_model, read
from dateline.records import Actor, Reading, Report, Span
from dateline.resolution.actors import actors_of_span, resolve_actors
from dateline.resolution.places import resolve_places

Item = tuple[str, str, str]


def main() -> None:
    options = parse()
    directory = directory_module.load()
    gazetteer = gazetteer_module.load()
    right: Counter[str] = Counter()
    errors: list[str] = []
    seconds, sentences = 0.0, 0
    for report, gold in reports(options.gold):
        reading = read_cached(report, options.cache)
        places = resolve_places(reading, gazetteer)
        started = time.perf_counter()
        mentions = resolve_actors(reading, directory, places)
        seconds += time.perf_counter() - started
        sentences += len(reading.sentences)
        for (evidence, text, _), wanted in gold.items():
            span = locate(report.text, evidence, text)
            if span is None:
                right["not located"] += 1
                continue
            found = actors_of_span(reading, mentions, span)
            judge(right, errors, (report.id, evidence, text), found, wanted)
    items = right["items"]
    for line in errors[: options.errors]:
        print(line)
    for name in ("code", "sector", "sector*"):
        print(f"{name:8} {right[name] / items:.3f}  ({right[name]} of {items})")
    print(f"not located: {right['not located']}")
    print(f"resolution: {1000 * seconds / sentences:.2f} ms a sentence")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder with texts/ and codes/")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong items")
    parser.add_argument("--cache", type=Path, help="folder that keeps readings between runs")
    return parser.parse_args()


def reports(gold: Path) -> Iterator[tuple[Report, dict[Item, set[tuple[str, str]]]]]:
    """Each report with its distinct (evidence, text) and the codes and sectors they stand for."""
    for path in sorted((gold / "codes").glob("*.json")):
        coding = json.loads(path.read_text("utf-8"))
        raw = json.loads((gold / "texts" / path.name).read_text("utf-8"))
        published = date.fromisoformat(raw["published"]) if raw.get("published") else None
        report = Report(
            id=path.stem, text=raw["text"], title=raw.get("title") or "", published=published
        )
        items: dict[Item, set[tuple[str, str]]] = {}
        for event in coding["events"]:
            for party in parties(event):
                key = (event["evidence"], party["text"], path.stem)
                items.setdefault(key, set()).add((party["code"], party["sector"]))
        yield report, items


def parties(event: dict[str, Any]) -> Iterator[dict[str, str]]:
    yield from (party for party in event["actors"] + event["recipients"] if party["text"])


def read_cached(report: Report, cache: Path | None) -> Reading:
    if cache is None:
        return read(report, model())
    path = cache / f"{report.id}.pickle"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(read(report, model())))
    reading: Reading = pickle.loads(path.read_bytes())
    return reading


_model: list[Any] = []


def model() -> Any:
    if not _model:
        _model.append(load_model())
    return _model[0]


def locate(text: str, evidence: str, words: str) -> Span | None:
    """The first occurrence of ``words`` in the evidence sentence, on word boundaries."""
    start = text.find(evidence)
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", evidence) if start >= 0 else None
    return Span(start + found.start(), start + found.end()) if found else None


def judge(
    right: Counter[str],
    errors: list[str],
    item: Item,
    found: tuple[Actor, ...],
    wanted: set[tuple[str, str]],
) -> None:
    right["items"] += 1
    codes = {actor.code for actor in found} == {code for code, _ in wanted}
    sectors = {actor.sector for actor in found}
    gold_sectors = {sector for _, sector in wanted}
    strict = sectors <= gold_sectors and bool(found)
    loose = {"GOV" if s == "MIL" else s for s in sectors} <= {
        "GOV" if s == "MIL" else s for s in gold_sectors
    }
    armed = strict or (bool(found) and loose and "GOV" in sectors)
    right["code"] += codes
    right["sector"] += strict
    right["sector*"] += armed
    if not (codes and armed):
        got = " + ".join(f"{a.code}/{a.sector} ({a.why})" for a in found) or "no mention"
        gold = " + ".join(f"{code}/{sector}" for code, sector in sorted(wanted))
        mark = ("C" if not codes else "-") + ("S" if not armed else "-")
        errors.append(f"{mark} {item[0]} | {item[2]} | gold {gold} | {got} | {item[1][:160]}")


if __name__ == "__main__":
    main()
