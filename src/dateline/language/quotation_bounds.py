"""The bounds of a quotation as annotators draw them (PolNeAR, Newell et al. 2018).

The model marks words one by one; here an auxiliary gets its verb, a cue the preposition that leads
on to what is said, and content that begins at its quotation mark goes on to where the marks close,
and behind the cue where the quotation is taken up again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from dateline.marks import quotations
from dateline.records import Quotation, Sentence, Token

Range = tuple[int, int]  # tokens ``first <= i < end``
# A cue is more than these ("*has* said", "*to* deny"); words between them and their verb.
AUXILIARY = frozenset({"AUX", "PART"})
PREDICATES = frozenset({"VERB", "ADJ"})
BETWEEN = 3
LONGEST = 200  # words by which quotation marks lengthen a content
NEXT_CUE = 6  # words behind a quotation within which another cue claims it


def completed(
    found: Sequence[Quotation], tokens: Sequence[Token], sentences: Sequence[Sentence], text: str
) -> tuple[Quotation, ...]:
    """The quotations of a report with whole cues, and contents to their quotation marks."""
    if not found:
        return ()
    whole = [with_whole_cue(one, tokens) for one in found]
    cues = [one.cue[0] for one in whole]
    marked = _marked(tokens, text)
    bounds = _Bounds(tokens, sentences, cues, marked)
    return tuple(bounds.closed(one) for one in whole)


def with_whole_cue(quotation: Quotation, tokens: Sequence[Token]) -> Quotation:
    """An auxiliary goes with its verb, and the preposition that leads on to the content or the
    source with the cue ("calling *for*", "supported *by*"), but not that of a time or place ("said
    on Friday")."""
    source, content = quotation.source, quotation.content
    first, end = quotation.cue
    if all(tokens[i].part_of_speech in AUXILIARY for i in range(first, end)):
        verb = tokens[end - 1].head
        if end <= verb <= end + BETWEEN and tokens[verb].part_of_speech in PREDICATES:
            end = verb + 1
    parts = [part for part in (content, source) if part is not None]
    opens = any(part[0] in (end, end + 1) for part in parts)
    if opens and _leads_on(end, first, tokens):
        content, source = _after(content, end), _after(source, end)
        end += 1
    elif end - first > 1 and _is_preposition(end - 1, tokens):
        governor = tokens[end - 1].head
        leads_on = any(a == end or a <= governor < b for a, b in parts)
        if tokens[governor].part_of_speech in ("NOUN", "PROPN") and not leads_on:
            end -= 1
    return msgspec.structs.replace(quotation, cue=(first, end), source=source, content=content)


def _leads_on(index: int, first: int, tokens: Sequence[Token]) -> bool:
    """Whether a word is a preposition by which the cue from ``first`` governs what follows: "called
    *for* a ban", not "said *at* least ten died" or "said *in* 2010 that"."""
    if not _is_preposition(index, tokens):
        return False
    noun = tokens[index].head
    return tokens[noun].part_of_speech != "NUM" and first <= tokens[noun].head < index


def _is_preposition(index: int, tokens: Sequence[Token]) -> bool:
    return index < len(tokens) and tokens[index].part_of_speech == "ADP"


def _after(part: Range | None, index: int) -> Range | None:
    """A part without the word at ``index``, if it begins there and says more."""
    begins = part is not None and part[0] == index and part[1] - index > 1
    return (index + 1, part[1]) if begins and part is not None else part


def _marked(tokens: Sequence[Token], text: str) -> list[Range]:
    """The words between quotation marks."""
    starts = [token.span.start for token in tokens]
    ranges = (
        (bisect_left(starts, span.start), bisect_left(starts, span.end))
        for span in quotations(text)
    )
    return [(first, end) for first, end in ranges if first < end]


class _Bounds:
    """Lengthens contents to their quotation marks, where no other cue stands between."""

    def __init__(
        self,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        cues: Sequence[int],
        marked: Sequence[Range],
    ) -> None:
        self._tokens = tokens
        self._sentences = sentences
        self._cues = cues
        self._marked = marked

    def closed(self, quotation: Quotation) -> Quotation:
        if quotation.content is None:
            return quotation
        first, end = quotation.content
        for begin, close in self._marked:
            if first - 1 <= begin < end < close and self._free(end, close):
                end = close
            if begin < first < close <= end and self._free(begin, first):
                first = begin
        if end <= quotation.cue[0]:
            end = self._gone_on(quotation.cue[0], end)
        return msgspec.structs.replace(quotation, content=(first, end))

    def _free(self, first: int, end: int) -> bool:
        return end - first < LONGEST and not any(first <= cue < end for cue in self._cues)

    def _gone_on(self, cue: int, end: int) -> int:
        """The end of what goes on behind its cue: '"We left," he said. "It rained."'

        The cue and its source then stand within the content, as annotators draw it.
        """
        if not any(begin < end <= close + 2 for begin, close in self._marked):
            return end
        sentence = self._sentences[self._tokens[cue].sentence]
        for begin, close in self._marked:
            if sentence.end <= begin <= sentence.end + 1:
                following = self._sentences[self._tokens[begin].sentence]
                claimed = any(begin - 1 <= other < close + NEXT_CUE for other in self._cues)
                if following.paragraph == sentence.paragraph and not claimed:
                    return close
        return end
