"""The texts that we marked, by "corpus:id", as their corpora spread them.

RAMS (five-sentence windows of news), CausalNews (protest news), MUC-4 (reports from Latin America),
newspaper stories of 2020, re3d (releases and encyclopedia on Syria and Iraq), WikiEvents, ECB+
(web news), Wikinews in GUM, PolNeAR (US political news), TR-News (web news; kept for choosing), and
the reports written for this project.
"""

from __future__ import annotations

import csv
import gzip
import json
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from training.corpora.muc import muc

ANNOTATIONS = Path(__file__).parent.parent / "annotations"
SHORTEST = 5  # words of a line of ECB+; shorter ones are remains of web pages


@cache
def texts(data: Path) -> dict[str, str]:
    """All texts that may be marked."""
    return {
        **rams(data),
        **causal_news(data),
        **muc(data),
        **stories(data),
        **re3d(data),
        **wikievents(data),
        **ecb(data),
        **wikinews(data),
        **polnear(data),
        **tr_news(data),
        **written(),
    }


def rams(data: Path) -> dict[str, str]:
    found = {}
    for path in sorted((data / "rams").glob("*.jsonlines")):
        for record in lines(path):
            sentences = (" ".join(words) for words in record["sentences"])
            found[f"rams:{record['doc_key']}"] = "\n".join(sentences)
    return found


def causal_news(data: Path) -> dict[str, str]:
    """Sentences "part_document_number", those of one document together."""
    documents: dict[str, dict[int, str]] = defaultdict(dict)
    for path in sorted((data / "causalnews" / "V2").glob("*subtask1*.csv")):
        for row in csv.DictReader(path.open(encoding="utf-8-sig")):
            name, number, place = row["index"].rsplit("_", 2)
            documents[f"causal:{name}_{number}"][int(place)] = row["text"]
    return {name: "\n".join(parts[i] for i in sorted(parts)) for name, parts in documents.items()}


def stories(data: Path) -> dict[str, str]:
    with gzip.open(data / "news2020.jsonl.gz", "rt", encoding="utf-8") as found:
        return {f"news:{record['id']}": record["text"] for record in map(json.loads, found)}


def re3d(data: Path) -> dict[str, str]:
    paths = sorted((data / "re3d").glob("*/documents.json"))
    return {f"re3d:{record['_id']}": record["text"] for path in paths for record in lines(path)}


def wikievents(data: Path) -> dict[str, str]:
    paths = [data / "wikievents" / f"{part}.jsonl" for part in ("dev", "test")]
    return {f"wikievents:{r['doc_id']}": r["text"] for path in paths for r in lines(path)}


def ecb(data: Path) -> dict[str, str]:
    found = {}
    for path in sorted((data / "ecbplus" / "ECB+").glob("*/*.xml")):
        sentences: dict[int, list[str]] = defaultdict(list)
        for token in ET.parse(path).getroot().iter("token"):
            sentences[int(token.attrib["sentence"])].append(token.text or "")
        full = [sentences[i] for i in sorted(sentences) if len(sentences[i]) >= SHORTEST]
        text = "\n".join(" ".join(words) for words in full if not words[0].startswith("http"))
        found[f"ecb:{path.stem}"] = text
    return found


def wikinews(data: Path) -> dict[str, str]:
    found = {}
    for path in sorted((data / "gum" / "dep").glob("GUM_news*.conllu")):
        marked = path.read_text(encoding="utf-8").splitlines()
        own = (line.removeprefix("# text = ") for line in marked if line.startswith("# text = "))
        found[f"gum:{path.stem}"] = "\n".join(line.strip() for line in own)
    return found


def polnear(data: Path) -> dict[str, str]:
    paths = sorted((data / "polnear" / "train" / "text").glob("*.txt"))
    return {f"polnear:{path.stem}": path.read_text(encoding="utf-8") for path in paths}


def tr_news(data: Path) -> dict[str, str]:
    articles = ET.parse(data / "geoparsing" / "TR-News.xml").getroot()
    return {f"tr-news:{i}": article.findtext("text") or "" for i, article in enumerate(articles)}


def written() -> dict[str, str]:
    """Short reports of ``annotations/reports_*.txt``: ``=== id``, then a sentence a line."""
    found: dict[str, list[str]] = {}
    for path in sorted(ANNOTATIONS.glob("reports_*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=== "):
                found[line[4:].strip()] = sentences = []
            elif line.strip():
                sentences.append(line.strip())
    return {f"own:{name}": " ".join(sentences) for name, sentences in found.items()}


def lines(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as found:
        yield from (json.loads(line) for line in found if line.strip())
