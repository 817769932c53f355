"""Reports coded by us for choosing: ``python -m training.kept --data CORPORA --out DIR``.

Releases, encyclopedia articles, Wikinews and web news, unlike most of what is learnt from. Their
codes are in ``annotations/kept.jsonl`` without the texts: a part of a text is a pair of character
places. Written out, they are a folder for ``dateline evaluate`` and ``training.blend``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from training.corpora.texts import ANNOTATIONS, lines, texts

KEPT = ANNOTATIONS / "kept.jsonl"


def write(data: Path, folder: Path) -> int:
    """Write the kept reports as ``texts/ID.json`` and ``codes/ID.json``; returns how many."""
    known = texts(data)
    for part in ("texts", "codes"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    records = list(lines(KEPT))
    for record in records:
        text = known[record["id"]]
        name = record["id"].replace(":", "_")
        report = {"id": name, "published": None, "title": "", "text": text}
        codes = {"report": name, "published": None, "events": filled(record["events"], text)}
        for part, value in (("texts", report), ("codes", codes)):
            path = folder / part / f"{name}.json"
            path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(records)


def filled(value: Any, text: str) -> Any:
    """A value of the codes with the words of the text in place of ``{"at": [first, end]}``."""
    if isinstance(value, list):
        return [filled(one, text) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"at"}:
        first, end = value["at"]
        return text[first:end]
    return {key: filled(one, text) for key, one in value.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    print(write(options.data, options.out), "reports")


if __name__ == "__main__":
    main()
