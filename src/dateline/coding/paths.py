"""How far a word of a sentence is from the trigger of an act: clauses and nouns that the path in
the tree leaves and enters. What is near belongs to the act: its day, its place.
"""

from __future__ import annotations

from dateline.coding.clauses import chain
from dateline.records import Reading, Record
from dateline.tree import VERBAL

# What it costs to leave the trigger's branch for the word that it hangs from, by the relation.
_UP = {
    "xcomp": 0.5, "nsubj": 1.0, "nsubj:pass": 1.0, "obj": 0.5, "obl": 1.0, "conj": 1.0,
    "advcl": 1.5, "nmod": 1.0, "ccomp": 2.0, "parataxis": 2.0, "acl": 2.0, "acl:relcl": 2.5,
    "appos": 2.5,
}  # fmt: skip
# What it costs to enter a clause below, on the way down to the word; a noun costs _NOUN.
_DOWN = {
    "xcomp": 1.0, "conj": 3.0, "advcl": 1.5, "ccomp": 2.5, "parataxis": 3.0, "acl": 2.0,
    "acl:relcl": 3.0,
}  # fmt: skip
_NOUN = 1.0


class Path(Record):
    """The way from a trigger up to the word where it meets the branch of another word, and down
    this branch; ``below`` goes from that word upwards."""

    above: tuple[int, ...]
    meeting: int
    below: tuple[int, ...]


def path_between(reading: Reading, trigger: int, word: int) -> Path | None:
    """The path from a trigger to a word; ``None`` where no tree joins them."""
    up, down = chain(reading, trigger), chain(reading, word)
    meeting = next((index for index in up if index in down), None)
    if meeting is None:
        return None
    return Path(
        above=tuple(up[: up.index(meeting)]),
        meeting=meeting,
        below=tuple(down[: down.index(meeting)]),
    )


def cost_of(path: Path, reading: Reading) -> float:
    """What a path costs; the word at its end costs nothing."""
    cost = sum(_UP.get(reading.tokens[index].relation, 0.5) for index in path.above)
    for index in path.below[1:]:
        token = reading.tokens[index]
        verb = token.part_of_speech in VERBAL
        cost += _DOWN.get(token.relation, 0.5) if verb else _NOUN
    return cost
