"""Which entry of the lexicon words complete, for several tests of its words."""

from __future__ import annotations

from dateline.knowledge import lexicon as lexicons


def told(act: str, head: str, words: str, part: str = "verbs") -> str | None:
    """The mode, or that there is none, of the first entry of a type that a word and those near it
    complete; nothing where no entry is completed."""
    table, near = getattr(lexicons.load(), part), frozenset(words.split())
    fits = (p for p in table.get(head, ()) if p.type == act and p.matches(near))
    first = next(fits, None)
    return first and (first.mode or "no mode")
