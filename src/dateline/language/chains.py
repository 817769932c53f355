"""Mentions of one and the same person, body, place or thing across a report.

Words that head mentions are linked, each to its likeliest antecedent or to none (word-level
coreference, Dobrovolskii 2021); a mention's words are what its head governs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.language.windows import LanguageModel, Scores
from dateline.records import Mention, Token

MOST_MENTIONS = 2000  # linked with one another; a longer report is linked in pieces
# What hangs on a mention's head without being part of the mention (chosen on GUM dev): what is
# joined or added to it, and what a noun governs as the predicate of its clause.
CUT_OFF = frozenset(
    [
        "parataxis",
        "punct",
        "cc",
        "conj",
        "appos",
        "case",
        "mark",
        "cop",
        "nsubj",
        "nsubj:pass",
        "aux",
        "advmod",
        "advcl",
    ]
)


def chains_of(
    tokens: Sequence[Token], parts: Sequence[Scores], model: LanguageModel
) -> list[tuple[Mention, ...]]:
    """Chains in order of their first mention; a mention alone is a chain of its own."""
    mentions = [mention for part in parts for mention in part.mentions]
    ranges = extents(tokens)
    found: list[tuple[Mention, ...]] = []
    for at in range(0, len(mentions), MOST_MENTIONS):
        heads = [word for word, _ in mentions[at : at + MOST_MENTIONS]]
        vectors = np.stack([vector for _, vector in mentions[at : at + MOST_MENTIONS]])
        found += [
            tuple(mention_of(heads[i], ranges) for i in chain)
            for chain in linked(model.antecedents(vectors))
        ]
    return found


def mention_of(head: int, ranges: Sequence[tuple[int, int]]) -> Mention:
    first, end = ranges[head]
    return Mention(head=head, first=first, end=end)


def linked(fit: np.ndarray) -> list[list[int]]:
    """Mention numbers by chain, each mention following its best antecedent that scores over 0."""
    chains: list[list[int]] = []
    member: dict[int, int] = {}
    for i, row in enumerate(fit):
        best = int(row.argmax()) if i else i
        if i and best < i and row[best] > 0:
            member[i] = member[best]
            chains[member[i]].append(i)
        else:
            member[i] = len(chains)
            chains.append([i])
    return chains


def extents(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """For each word, the words ``first <= i < end`` of the phrase that it heads."""
    first = list(range(len(tokens)))
    end = [i + 1 for i in range(len(tokens))]
    depth = depths(tokens)
    for i in sorted(range(len(tokens)), key=lambda i: -depth[i]):
        token = tokens[i]
        if token.head != i and token.relation not in CUT_OFF:
            first[token.head] = min(first[token.head], first[i])
            end[token.head] = max(end[token.head], end[i])
    return list(zip(first, end, strict=True))


def depths(tokens: Sequence[Token]) -> list[int]:
    """Steps from each word to the root of its sentence."""
    found = [-1] * len(tokens)
    for i in range(len(tokens)):
        way = []
        at = i
        while found[at] < 0 and tokens[at].head != at:
            way.append(at)
            at = tokens[at].head
        depth = max(found[at], 0)
        found[at] = depth
        for word in reversed(way):
            depth += 1
            found[word] = depth
    return found
