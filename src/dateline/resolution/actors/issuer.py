"""The state in whose name a report is written, where it is a statement of a government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable

from dateline.knowledge.actors import Agents, Kind
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.resolution.actors.naming import Named
from dateline.resolution.actors.phrase_tree import PhraseTree
from dateline.resolution.actors.release import headed_by, is_release
from dateline.resolution.actors.speech import SPEECH, is_speaker

_STATES = (Kind.STATE, Kind.SEAT, Kind.ORGAN)
# What names before and behind an organ tell whose it is.
_OWNING = (Kind.STATE, Kind.DEMONYM, Kind.ORGAN)
_OWNED = ("", "of", "for")
# A statement takes its position in its first sentences.
_LAST_OF_OPENING = 2


def issuer_of(
    tree: PhraseTree, named: Iterable[Named], agents: Agents, states: Container[str]
) -> str:
    """The code of that state, or an empty string.

    The report's heading names an organ of it; or somebody says "we", or the report is headed as a
    statement, and the state takes a position in the present tense, or its organ is the first to
    act.
    """
    listed = tuple(named)
    for head in headed_by(tree, agents):
        code = _owner(tree, head, listed)
        if code in states:
            return code
    speaks = any(is_speaker(tree, index) for index in range(len(tree.tokens)))
    if not speaks and not is_release(tree, agents):
        return _speaks_alone(tree, listed, agents, states)
    voices = Counter(
        name.entries[0].code
        for name in listed
        if name.entries[0].kind in _STATES and _takes_position(tree, name, agents)
    )
    return next((code for code, _ in voices.most_common() if code in states), "")


def _speaks_alone(
    tree: PhraseTree, named: Iterable[Named], agents: Agents, states: Container[str]
) -> str:
    """The one state that takes positions in the present tense, in two sentences or more: "Peru
    rejects …. Peru reaffirms …"."""
    taken = {
        (name.entries[0].code, tree.tokens[index].sentence)
        for name in named
        for index in filter(tree.is_subject, range(name.first, name.end))
        if tree.words[tree.tokens[index].head] in agents.positions
    }
    codes = {code for code, _ in taken}
    code = codes.pop() if len(codes) == 1 and len(taken) > 1 else ""
    return code if code in states else ""


def _owner(tree: PhraseTree, head: int, named: Iterable[Named]) -> str:
    """Whose an organ is by the first name in its phrase: "Ministry of Defence of *Chile*", not
    "Embassy in *Chile*"."""
    for name in named:
        entry = name.entries[0]
        for index in range(name.first, name.end):
            above = (index, *tree.ancestors(index))
            if index == head and entry.kind in _STATES:
                return entry.code
            if entry.kind not in _OWNING or head not in above:
                continue
            within = above[: above.index(head)]
            if all(tree.preposition(one) in _OWNED for one in within):
                return entry.code
    return ""


def _takes_position(tree: PhraseTree, name: Named, agents: Agents) -> bool:
    """ "The United Kingdom condemns …" near the top, or an organ as the first to act."""
    entry = name.entries[0]
    for index in filter(tree.is_subject, range(name.first, name.end)):
        verb, sentence = tree.tokens[index].head, tree.tokens[index].sentence
        if tree.bare(verb) not in ("root", "parataxis") or sentence > _LAST_OF_OPENING:
            return False
        word = tree.words[verb]
        organ = entry.kind is not Kind.STATE and entry.sector in OF_THE_STATE
        return word in agents.positions or (organ and sentence == 0 and word not in SPEECH)
    return False
