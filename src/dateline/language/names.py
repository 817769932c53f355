"""Names out of the tags of words, of one kind for one form throughout a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.language.segments import segments
from dateline.records import Name, NameKind, Sentence, Span, Token

Forms = tuple[str, ...]


def names_of(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    probabilities: NDArray[np.float32],
    labels: tuple[str, ...],
) -> tuple[Name, ...]:
    """The names of a report, in order. ``probabilities`` is [tokens, labels].

    One form has one kind in a report, the one for which all its places together speak most
    strongly: what "Lincoln" is, is clear from the sentence that introduces it.
    """
    found = list(_each(tokens, sentences, probabilities, labels))
    votes: dict[Forms, Counter[NameKind]] = defaultdict(Counter)
    forms = [tuple(token.text for token in tokens[name.first : name.end]) for name in found]
    for form, name in zip(forms, found, strict=True):
        votes[form][name.kind] += name.score  # type: ignore[assignment]  # counts may be fractions
    kinds = {form: count.most_common(1)[0][0] for form, count in votes.items()}
    return tuple(
        name if name.kind is kinds[form] else msgspec.structs.replace(name, kind=kinds[form])
        for form, name in zip(forms, found, strict=True)
    )


def _each(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    probabilities: NDArray[np.float32],
    labels: tuple[str, ...],
) -> Iterator[Name]:
    """Names, sentence by sentence."""
    best = probabilities.argmax(axis=1)
    outside = labels.index("O")
    for sentence in sentences:
        start, stop = sentence.first, sentence.end
        if (best[start:stop] == outside).all():
            continue
        for kind, first, end in ranges(probabilities[start:stop], best[start:stop], labels):
            score = float(probabilities[start + first : start + end].max(axis=1).mean())
            yield Name(
                span=Span(tokens[start + first].span.start, tokens[start + end - 1].span.end),
                first=start + first,
                end=start + end,
                kind=NameKind(kind),
                score=round(score, 3),
            )


def ranges(
    probabilities: NDArray[np.float32], best: NDArray[np.int64], labels: tuple[str, ...]
) -> Iterator[tuple[str, int, int]]:
    """(kind, first, end) of the names in one sentence; ``best`` is each word's likeliest tag.

    Where these do not fit together (an "inside" without its beginning), the likeliest tags that
    do are taken.
    """
    tags = [labels[i] for i in best]
    if any(
        tag.startswith("I-") and before[2:] != tag[2:]
        for before, tag in zip(["O", *tags], tags, strict=False)
    ):
        yield from segments(np.log(np.maximum(probabilities, 1e-9)), labels)
        return
    for first in [i for i, tag in enumerate(tags) if tag.startswith("B-")]:
        end = first + 1
        while end < len(tags) and tags[end].startswith("I-"):
            end += 1
        yield tags[first][2:], first, end
