"""What a host wants robots to leave alone: robots.txt as RFC 9309 reads it.

Python's own ``urllib.robotparser`` takes the first rule that fits, where the standard and the
hosts mean the longest, and knows no wildcards: of "Allow: /" and "Disallow: /*?print" it would
obey neither. The rules are matched by plain search, since they too are written by strangers
and a regular expression could be made to search for hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from dateline.records import Record

# More than this need not be read (RFC 9309, section 2.5).
LARGEST = 512_000
# A longer pause than this is a wish to be left alone, and is not waited for in one piece.
LONGEST_DELAY = 3_600.0

ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)


class Rule(Record):
    """A path with ``*`` for anything and ``$`` at its end, and whether it is allowed."""

    path: str
    allowed: bool


class Robots(Record):
    """The rules of one host for us, and how many seconds it wants between two requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether ``path`` (with its query) may be asked for: the longest rule that fits counts."""
        path = _normal(path)
        fitting = [rule for rule in self.rules if _fits(rule.path, path)]
        if not fitting:
            return True
        return max(fitting, key=lambda rule: (len(rule.path), rule.allowed)).allowed


def read_robots(content: bytes, product: str) -> Robots:
    """The rules that ``content`` has for the robot called ``product``, else those for all.

    Never raises: lines that are no rules are passed over, as the standard wants it.
    """
    named: list[tuple[str, str]] = []
    general: list[tuple[str, str]] = []
    found_name = False
    group: set[str] = set()
    in_rules = False
    for field, value in _lines(content):
        if field == "user-agent":
            if in_rules:
                group, in_rules = set(), False
            group.add(_product(value))
            found_name = found_name or product.lower() in group
            continue
        if field not in ("allow", "disallow", "crawl-delay"):
            continue  # "Sitemap" and others belong to no group
        in_rules = True
        if product.lower() in group:
            named.append((field, value))
        if "*" in group:
            general.append((field, value))
    return _robots(named if found_name else general)


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules: list[Rule] = []
    delay = 0.0
    for field, value in lines:
        if field == "crawl-delay":
            if NUMBER.fullmatch(value):
                delay = min(float(value), LONGEST_DELAY)
        elif value:
            rules.append(Rule(path=_normal(value), allowed=field == "allow"))
    return Robots(rules=tuple(rules), delay=delay)


def _lines(content: bytes) -> Iterator[tuple[str, str]]:
    text = content[:LARGEST].decode("utf-8", "replace").removeprefix("\ufeff")
    for line in text.splitlines():
        field, colon, value = line.split("#", 1)[0].partition(":")
        if colon:
            yield field.strip().lower(), value.strip()


def _product(value: str) -> str:
    """The name in "Dateline/1.0 (research)"."""
    words = re.split(r"[/\s]", value, maxsplit=1)
    return words[0].lower()


def _normal(path: str) -> str:
    """One way to write a path: what needs no escape has none, all else has one in capitals."""

    def rewritten(escape: re.Match[str]) -> str:
        character = chr(int(escape.group(1), 16))
        return character if character in UNRESERVED else escape.group().upper()

    return ESCAPED.sub(rewritten, quote(path, safe="%/?#[]@!$&'()*+,;=:~-._"))


def _fits(pattern: str, path: str) -> bool:
    anchored = pattern.endswith("$")
    first, *others = (pattern[:-1] if anchored else pattern).split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not anchored or path == first
    position = len(first)
    last = others.pop() if anchored else ""
    for piece in others:
        position = path.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return path.endswith(last) and len(path) - len(last) >= position
