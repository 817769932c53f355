"""What stands behind "the minister said:" without quotation marks, as releases print it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.attribution.speech import Cue
from dateline.knowledge.lexicon import Cues
from dateline.marks import is_speech
from dateline.records import Span, Stance
from dateline.tree import Tree

MOST_BETWEEN = 6  # words from the cue to its colon ("said in Geneva on Tuesday:")


def unmarked(
    tree: Tree, speakers: Iterable[Cue], quoted: tuple[Span, ...], cues: Cues
) -> Iterator[tuple[Cue, Span]]:
    """Each speaker whose cue opens words without marks, with the span of these words.

    They go on to the end of the paragraph, and where the report marks no quotation behind them,
    to the next such cue or the end of the report.
    """
    text = tree.reading.report.text
    outside = (
        cue
        for cue in speakers
        if tree.words[cue.head] in cues.asserting
        and not any(span.contains(tree[cue.head].span) for span in quoted)
    )
    opened = [(cue, start) for cue in outside if (start := _opening(tree, cue)) is not None]
    begins = [tree.reading.sentences[tree[cue.head].sentence].span.start for cue, _ in opened]
    for place, (cue, start) in enumerate(opened):
        end = next((begin for begin in begins[place + 1 :] if begin > start), len(text))
        if any(start <= span.start < end and is_speech(span, text) for span in quoted):
            end = min(end, _paragraph_end(text, start))
        end = start + len(text[start:end].rstrip())
        if end > start:
            yield msgspec.structs.replace(cue, stance=Stance.ASSERTS), Span(start, end)


def _opening(tree: Tree, cue: Cue) -> int | None:
    """Where the words behind the colon of a cue begin, if they are a sentence without marks: what
    goes on in small letters belongs to the sentence before."""
    if cue.source is None or cue.own or cue.stance is not Stance.ASSERTS:
        return None
    sentence = tree.reading.sentences[tree[cue.head].sentence]
    last = min(sentence.end, cue.head + MOST_BETWEEN + 2)
    colon = next((i for i in range(cue.head + 1, last) if tree[i].text == ":"), None)
    if colon is None:
        return None
    behind = tree.reading.report.text[tree[colon].span.end :]
    words = behind.lstrip()
    spoken = words[:1].isupper() or words[:1].isdigit()
    return tree[colon].span.end + len(behind) - len(words) if spoken else None


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
