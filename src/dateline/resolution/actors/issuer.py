"""The state in whose name a report is written, where it is a statement of a government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from dateline.knowledge.actors import Agents, Kind
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.resolution.actors.naming import Named
from dateline.resolution.actors.release import is_release
from dateline.resolution.actors.speech import SPEECH, is_speaker
from dateline.resolution.actors.tree import Tree

_STATES = (Kind.STATE, Kind.SEAT, Kind.ORGAN)
# A statement takes its position in its first sentences.
_LAST_OF_OPENING = 2


def issuer_of(
    tree: Tree,
    named: Iterable[Named],
    agents: Agents,
    located: Mapping[str, int],
    states: Container[str],
) -> str:
    """The code of that state, or an empty string.

    Somebody says "we", or the report is headed as a statement; the state takes a position in the
    present tense, or its organ is the first to act; and things happen rather in another state
    (``located`` counts the places).
    """
    speaks = any(is_speaker(tree, index) for index in range(len(tree.tokens)))
    if not speaks and not is_release(tree, agents):
        return ""
    voices = Counter(
        name.entries[0].code
        for name in named
        if name.entries[0].kind in _STATES and _takes_position(tree, name, agents)
    )
    for code, _ in voices.most_common():
        elsewhere = max((n for one, n in located.items() if one != code), default=0)
        if code in states and elsewhere > located.get(code, 0):
            return code
    return ""


def _takes_position(tree: Tree, name: Named, agents: Agents) -> bool:
    """ "The United Kingdom condemns …" near the top, or an organ as the first to act."""
    entry = name.entries[0]
    for index in filter(tree.is_subject, range(name.first, name.end)):
        verb, sentence = tree.tokens[index].head, tree.tokens[index].sentence
        if tree.base(verb) != "root" or sentence > _LAST_OF_OPENING:
            return False
        word = tree.lower[verb]
        organ = entry.kind is not Kind.STATE and entry.sector in OF_THE_STATE
        return word in agents.positions or (organ and sentence == 0 and word not in SPEECH)
    return False
