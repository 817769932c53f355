"""MUC-4 reports (Latin America, 1989 to 1990), which are spread in lower case: capitals restored.

A word takes the form that it most often has inside the sentences of newspaper stories; one never
met there is taken for a name. Lengths do not change, so places of characters hold.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")  # words that no sentence begins with
WORD = re.compile(r"[^\W\d_]+")
OPENS = re.compile(r"(?:^|[.?!][\"')]*\s+|\n)[\"'(]*[a-z]")
ACRONYM = re.compile(r"\(([a-z]{2,6})\)")


def muc(data: Path) -> dict[str, str]:
    """Reports of the training part by "muc:id"; a blank line for each wide gap of the source."""
    forms = common_forms(data)
    found = {}
    for line in (data / "muc4" / "train.json").open(encoding="utf-8"):
        record = json.loads(line)
        found[f"muc:{record['docid']}"] = restored(record["doctext"], forms)
    return found


def common_forms(data: Path) -> dict[str, str]:
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(data / "news2020.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for word in INSIDE.findall(json.loads(line)["text"]):
                seen[word.lower()][word] += 1
    return {word: counts.most_common(1)[0][0] for word, counts in seen.items()}


def restored(text: str, forms: dict[str, str]) -> str:
    acronyms = {match[1] for match in ACRONYM.finditer(text)} - forms.keys()

    def form(match: re.Match[str]) -> str:
        word = match[0]
        if word in acronyms:
            return word.upper()
        return forms.get(word, word.capitalize() if len(word) > 1 else word)

    cased = WORD.sub(form, text)
    cased = OPENS.sub(lambda match: match[0][:-1] + match[0][-1].upper(), cased)
    return re.sub(r" {2}(?=\s*\S)", " \n", cased)
