"""Scores of the place resolver, and what the gazetteer costs.

    python benchmarks/places.py FOLDER            # gold names: accuracy within 161 km
    python benchmarks/places.py FOLDER --names    # recognition too (needs the language model)
    python benchmarks/places.py --cost            # opening time, memory, look-ups a second

FOLDER holds ``lgl.xml``, ``TR-News.xml`` and ``GeoVirus.xml`` as their authors publish them
(Lieberman et al. 2010; Kamalloo and Rafiei 2018; Gritta et al. 2018). As is usual, toponyms
without gold coordinates are left out. "id or km" counts the gold GeoNames identifier as right
whatever the point (GeoNames and others put the middle of Canada 1,000 km apart); "km" goes by
coordinates alone; "with site" is "id or km" with the newspaper's site told besides. The weights
were fitted on the half of LGL called "fitted".
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dateline.knowledge import places as gazetteers
from dateline.knowledge.places import Gazetteer, distance
from dateline.records import Place, Record, Report, Span
from dateline.resolution.places import resolve_places, resolve_toponyms

CORPORA = {"LGL": "lgl.xml", "TR-News": "TR-News.xml", "GeoVirus": "GeoVirus.xml"}
NEAR = 161.0
SEED = 13


class GoldToponym(Record):
    """A toponym of a gold article; ``latitude`` is ``None`` where the gold has no point."""

    span: Span
    latitude: float | None
    longitude: float | None
    geonames: int | None


class Article(Record):
    text: str
    site: str
    toponyms: tuple[GoldToponym, ...]

    @property
    def located(self) -> tuple[GoldToponym, ...]:
        return tuple(toponym for toponym in self.toponyms if toponym.latitude is not None)


def read_corpus(path: Path) -> list[Article]:
    """The articles of one of the three corpora."""
    read = _wikipedia_toponyms if path.name == "GeoVirus.xml" else _geonames_toponyms
    articles = []
    for element in ElementTree.parse(path).getroot().iter("article"):
        text = element.findtext("text") or ""
        site = (element.findtext("domain") or "").strip()
        articles.append(Article(text=text, site=site, toponyms=tuple(read(element, text))))
    return articles


def _geonames_toponyms(article: ElementTree.Element, text: str) -> Iterator[GoldToponym]:
    for element in article.iter("toponym"):
        phrase = element.findtext("phrase") or ""
        start = _start(text, phrase, int(element.findtext("start") or 0))
        if start < 0:
            continue
        tag = element.find("gaztag")
        latitude = tag.findtext("lat") if tag is not None else None
        longitude = tag.findtext("lon") if tag is not None else None
        yield GoldToponym(
            span=Span(start, start + len(phrase)),
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
            geonames=int(tag.get("geonameid") or 0) or None if tag is not None else None,
        )


def _start(text: str, phrase: str, told: int) -> int:
    """Where the phrase begins: as told or, since some offsets of TR-News are off, nearest to it."""
    if text.startswith(phrase, told):
        return told
    found = [at for at in range(len(text)) if text.startswith(phrase, at)] if phrase else []
    return min(found, key=lambda at: abs(at - told), default=-1)


def _wikipedia_toponyms(article: ElementTree.Element, text: str) -> Iterator[GoldToponym]:
    for element in article.iter("location"):
        name = element.findtext("name") or ""
        start = _start(text, name, int(element.findtext("start") or 0) - 1)
        yield GoldToponym(
            span=Span(start, start + len(name)),
            latitude=float(element.findtext("lat") or 0),
            longitude=float(element.findtext("lon") or 0),
            geonames=None,
        )


def is_right(place: Place, gold: GoldToponym, *, by_identifier: bool) -> bool:
    """Whether a resolved place lies within 161 km of the gold, or is the same GeoNames entry."""
    if by_identifier and gold.geonames and place.geonames == gold.geonames:
        return True
    if place.latitude is None or place.longitude is None:
        return False
    if gold.latitude is None or gold.longitude is None:
        return False
    return distance(place.latitude, place.longitude, gold.latitude, gold.longitude) <= NEAR


def halves(articles: Sequence[Article]) -> tuple[list[Article], list[Article]]:
    """The half that the weights were fitted on, and the other."""
    order = list(range(len(articles)))
    random.Random(SEED).shuffle(order)
    fitted = set(order[: len(articles) // 2])
    return (
        [article for index, article in enumerate(articles) if index in fitted],
        [article for index, article in enumerate(articles) if index not in fitted],
    )


def accuracy(
    articles: Sequence[Article], gazetteer: Gazetteer, *, by_site: bool = False
) -> tuple[int, float, float]:
    """Number of toponyms, share right by identifier or distance, share right by distance."""
    total = either = near = 0
    for article in articles:
        spans = [toponym.span for toponym in article.located]
        url = article.site if by_site else ""
        resolved = resolve_toponyms(article.text, spans, gazetteer, url=url)
        for place, gold in zip(resolved, article.located, strict=True):
            total += 1
            either += is_right(place, gold, by_identifier=True)
            near += is_right(place, gold, by_identifier=False)
    return total, either / total, near / total


def recognition(
    articles: Sequence[Article], find: Callable[[str], Sequence[Place]], *, overlap: bool
) -> tuple[float, float, float]:
    """Precision, recall and F1 of the mentions found, by equal or by overlapping spans."""
    matched = found_total = gold_total = gold_matched = 0
    for article in articles:
        gold = [toponym.span for toponym in article.toponyms]
        found = [place.span for place in find(article.text)]
        agree = Span.overlaps if overlap else Span.__eq__
        matched += sum(any(agree(span, other) for other in gold) for span in found)
        gold_matched += sum(any(agree(span, other) for other in found) for span in gold)
        found_total += len(found)
        gold_total += len(gold)
    precision = matched / max(1, found_total)
    recall = gold_matched / max(1, gold_total)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def print_accuracy(folder: Path, gazetteer: Gazetteer) -> None:
    print(f"{'corpus':<16}{'toponyms':>9}{'id or km':>10}{'km':>8}{'with site':>11}{'seconds':>9}")
    for name, file in CORPORA.items():
        articles = read_corpus(folder / file)
        parts = {name: articles}
        if name == "LGL":
            fitted, other = halves(articles)
            parts |= {"LGL, fitted": fitted, "LGL, other": other}
        for label, part in parts.items():
            begin = time.perf_counter()
            total, either, near = accuracy(part, gazetteer)
            seconds = time.perf_counter() - begin
            _, with_site, _ = accuracy(part, gazetteer, by_site=True)
            print(
                f"{label:<16}{total:>9}{either:>10.3f}{near:>8.3f}{with_site:>11.3f}{seconds:>9.2f}"
            )


def print_recognition(folder: Path, gazetteer: Gazetteer) -> None:
    from dateline.language import load_model, read

    model = load_model()
    spent = {"reading": 0.0, "resolving": 0.0}

    def find(text: str) -> tuple[Place, ...]:
        begin = time.perf_counter()
        reading = read(Report(id="benchmark", text=text), model)
        between = time.perf_counter()
        places = resolve_places(reading, gazetteer)
        spent["reading"] += between - begin
        spent["resolving"] += time.perf_counter() - between
        return places

    print(f"{'corpus':<16}{'match':<9}{'precision':>10}{'recall':>8}{'F1':>7}")
    for name, file in CORPORA.items():
        articles = read_corpus(folder / file)
        found = {article.text: find(article.text) for article in articles}
        for label, overlap in (("exact", False), ("overlap", True)):
            scores = recognition(articles, found.__getitem__, overlap=overlap)
            print(f"{name:<16}{label:<9}{scores[0]:>10.3f}{scores[1]:>8.3f}{scores[2]:>7.3f}")
    share = spent["resolving"] / spent["reading"]
    print(f"resolving took {share:.1%} of the reading time ({spent['reading']:.1f} s)")


def print_cost() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    gazetteer = gazetteers.load()
    opened = time.perf_counter() - begin
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    names = [entry.name for entry in gazetteer.begins_with("ka", limit=2000)]
    begin = time.perf_counter()
    for name in names:
        gazetteer.lookup(name)
    rate = len(names) / (time.perf_counter() - begin)
    size = gazetteer.path.stat().st_size / 1e6
    print(f"{gazetteer.path.name}: {size:.1f} MB; opened in {opened:.3f} s, {memory:.0f} MB more")
    print(f"{rate:,.0f} look-ups a second")


def main() -> None:
    parser = argparse.ArgumentParser(description="Scores of the place resolver.")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--names", action="store_true", help="measure recognition too")
    parser.add_argument("--cost", action="store_true", help="measure the gazetteer's cost")
    arguments = parser.parse_args()
    if arguments.cost:
        print_cost()
    if arguments.folder is None:
        if not arguments.cost:
            sys.exit("a folder with the corpora is needed")
        return
    gazetteer = gazetteers.load()
    print_accuracy(arguments.folder, gazetteer)
    if arguments.names:
        print_recognition(arguments.folder, gazetteer)


if __name__ == "__main__":
    main()
