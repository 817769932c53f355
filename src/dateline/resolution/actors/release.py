"""Who puts out a statement, where the report is one and says so at its top."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actors import Agents, singular
from dateline.records import Sentence
from dateline.resolution.actors.speech import is_speaker
from dateline.resolution.actors.tree import Tree

# A statement says in its first sentences whose it is.
_LAST_OF_OPENING = 2
_ISSUED = frozenset(("by", "of", "from"))


def is_release(tree: Tree, agents: Agents) -> bool:
    """Whether a report is headed as a statement: "Joint declaration on Sudan", "Press release"."""
    return any(_is_heading(tree, sentence.root, agents) for sentence in _opening(tree))


def issuers(tree: Tree, agents: Agents) -> Iterator[int]:
    """The heads of those who say "we" in a report, as its top names them: "Joint statement by *the
    ministers* of", "We, *the governments* of", "the following was released by *the leaders* of"."""
    for sentence in _opening(tree):
        for index in range(sentence.first, sentence.end):
            if is_speaker(tree, index):
                named = (c for c in tree.children[index] if tree.base(c) == "appos")
                yield from (c for c in named if c > index and c < tree.tokens[index].head)
        heading = _is_heading(tree, sentence.root, agents)
        for child in tree.children[sentence.root]:
            by = tree.preposition(child)
            told = by == "by" and _tells_release(tree, sentence)
            if told or (heading and by in _ISSUED):
                yield from (child, *tree.conjuncts(child))


def _opening(tree: Tree) -> tuple[Sentence, ...]:
    return tree.reading.sentences[: _LAST_OF_OPENING + 1]


def _is_heading(tree: Tree, root: int, agents: Agents) -> bool:
    """Whether a sentence is no clause but the name of a statement."""
    return singular(tree.lower[root]) in agents.releases and not any(
        tree.is_subject(child) or tree.base(child) == "cop" for child in tree.children[root]
    )


def _tells_release(tree: Tree, sentence: Sentence) -> bool:
    """Whether a sentence tells of the statement itself: "the following statement was issued"."""
    return "following" in tree.lower[sentence.first : sentence.root]
