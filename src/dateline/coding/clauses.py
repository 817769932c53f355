"""The clause in which a trigger stands: the verb above it and that verb's tense.

Where the reading has no tree, the words right before the trigger stand for its verb's group.
"""

from __future__ import annotations

from dateline.records import Reading
from dateline.tree import VERBAL

_PRESENT = {"has", "have", "is", "are", "'s", "’s", "'ve", "’ve", "says", "say", "now", "will"}
_PRESENT_TAGS = {"VBZ", "VBP"}
_PAST = {"was", "were", "did"}
_PAST_TAG = "VBD"
_BEFORE = 4  # words before a trigger that stand for its verb's group where there is no tree


def has_tree(reading: Reading, index: int) -> bool:
    """Whether the sentence of a token has a tree, and not every word for its own head."""
    sentence = reading.sentences[reading.tokens[index].sentence]
    return any(reading.tokens[at].head != at for at in range(sentence.first, sentence.end))


def chain(reading: Reading, index: int) -> list[int]:
    """The token and its governors up to the root of its sentence."""
    found = [index]
    while (head := reading.tokens[found[-1]].head) not in found:
        found.append(head)
    return found


def is_present(trigger: int, reading: Reading) -> bool:
    """Whether the trigger's verb stands in the present, the perfect or the future."""
    if not has_tree(reading, trigger):
        sentence = reading.sentences[reading.tokens[trigger].sentence]
        window = reading.tokens[max(sentence.first, trigger - _BEFORE) : trigger + 1]
        return any(token.text.lower() in _PRESENT for token in window)
    verb = verb_above(trigger, reading)
    if reading.tokens[verb].tag in _PRESENT_TAGS:
        return True
    return any(word in _PRESENT for word in _auxiliaries(verb, reading))


def is_simple_past(trigger: int, reading: Reading) -> bool:
    """Whether the trigger's verb tells what happened then ("shelled", "were shelled")."""
    verb = verb_above(trigger, reading)
    auxiliaries = _auxiliaries(verb, reading)
    if not auxiliaries:
        return reading.tokens[verb].tag == _PAST_TAG
    return all(word in _PAST for word in auxiliaries)


def verb_above(trigger: int, reading: Reading) -> int:
    """The verb whose clause a word is part of, itself where it is one or none is above."""
    above = (at for at in chain(reading, trigger) if reading.tokens[at].part_of_speech in VERBAL)
    return next(above, trigger)


def _auxiliaries(verb: int, reading: Reading) -> list[str]:
    sentence = reading.sentences[reading.tokens[verb].sentence]
    return [
        reading.tokens[at].text.lower()
        for at in range(sentence.first, sentence.end)
        if reading.tokens[at].head == verb and reading.tokens[at].relation.startswith("aux")
    ]
