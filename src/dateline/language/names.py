"""Names out of the tags of words, of one kind for one form throughout a report."""

from __future__ import annotations

from collections import defaultdict
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
    found = tuple(_each(tokens, sentences, probabilities, labels))
    if not found:
        return ()
    forms = [tuple(token.text for token in tokens[name.first : name.end]) for name in found]
    kinds = _agreed(found, forms, probabilities, labels)
    return tuple(
        name if name.kind is kinds[form] else msgspec.structs.replace(name, kind=kinds[form])
        for form, name in zip(forms, found, strict=True)
    )


def _agreed(
    found: Sequence[Name],
    forms: Sequence[Forms],
    probabilities: NDArray[np.float32],
    labels: tuple[str, ...],
) -> dict[Forms, NameKind]:
    """The kind of each form: every place votes with what its words give to each kind, and whoever
    is named in full votes for a person where the last name stands alone."""
    kinds = [kind for kind in NameKind if f"B-{kind}" in labels]
    of_kind = np.array([[label[2:] == kind for kind in kinds] for label in labels], np.float32)
    by_kind = probabilities @ of_kind
    votes: dict[Forms, NDArray[np.float32]] = {}
    for form, name in zip(forms, found, strict=True):
        own = by_kind[name.first : name.end].mean(axis=0)
        votes[form] = votes[form] + own if form in votes else own
    person = kinds.index(NameKind.PERSON)
    in_full: dict[Forms, float] = defaultdict(float)
    for form, given in votes.items():
        if len(form) > 1 and given.argmax() == person:
            in_full[form[-1:]] += float(given[person])
    for form, more in in_full.items():
        if form in votes:
            votes[form][person] += more
    return {form: kinds[given.argmax()] for form, given in votes.items()}


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
