"""Who puts out a statement, where the report is one and says so at its top."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actors import Agents, singular
from dateline.records import Sentence
from dateline.resolution.actors.phrase_tree import PhraseTree
from dateline.resolution.actors.speech import is_speaker
from dateline.tree import VERBAL

# A statement says in its first sentences whose it is.
_LAST_OF_OPENING = 2
_ISSUED = frozenset(("by", "of", "from"))
_OF_NEWS = frozenset(("press", "news", "media"))


def is_release(tree: PhraseTree, agents: Agents) -> bool:
    """Whether a report is headed as a statement: "Joint declaration on Sudan", "Press release"."""
    return any(_is_heading(tree, sentence.root, agents) for sentence in _opening(tree))


def issuers(tree: PhraseTree, agents: Agents) -> Iterator[int]:
    """The heads of those who say "we" in a report, as its top names them: "We, *the governments*
    of", else those of :func:`headed_by`, or "the following was released by *the leaders* of"."""
    named = [head for sentence in _opening(tree) for head in _named_as_we(tree, sentence)]
    if named:
        yield from named
        return
    yield from headed_by(tree, agents)
    for sentence in _opening(tree):
        for child in tree.children(sentence.root):
            if tree.preposition(child) == "by" and _tells_release(tree, sentence):
                yield from (child, *tree.children(child, "conj"))


def headed_by(tree: PhraseTree, agents: Agents) -> Iterator[int]:
    """The heads of those in whose name the top of a report heads it: "Joint statement by *the
    ministers* of", or a line of its own that is the name of an organ, "*Ministry* of Defence"."""
    for sentence in _opening(tree):
        if _is_heading(tree, sentence.root, agents):
            for child in tree.children(sentence.root):
                if tree.preposition(child) in _ISSUED or _is_owner(tree, child, agents):
                    yield from (child, *tree.children(child, "conj"))
        elif is_letterhead(tree, sentence, agents):
            yield sentence.root


def is_letterhead(tree: PhraseTree, sentence: Sentence, agents: Agents) -> bool:
    """Whether a sentence is a line that only names an organ."""
    following = next((s for s in tree.reading.sentences if s.first == sentence.end), None)
    alone = following is not None and following.paragraph != sentence.paragraph
    tags = (tree.tokens[i].part_of_speech for i in range(sentence.first, sentence.end))
    return (
        alone
        and singular(tree.words[sentence.root]) in agents.letterheads
        and VERBAL.isdisjoint(tags)
    )


def named_as_we(tree: PhraseTree, index: int) -> int | None:
    """The "we" that a noun, or a name before it, stands behind in place of the states that the tree
    hangs on "we": "We, *the G7 ministers* of Japan and Italy"."""
    noun = tree.tokens[index].head if tree.bare(index) in ("amod", "compound") else index
    we = tree.tokens[noun].head
    if tree.bare(noun) != "appos" or not is_speaker(tree, we):
        return None
    return we if any(tree.preposition(c) == "of" for c in tree.children(we) if c > noun) else None


def _named_as_we(tree: PhraseTree, sentence: Sentence) -> Iterator[int]:
    """Those whom "We, the ministers of …" names. The tree may hang the states on "we" itself: then
    these are named, and not the ministers."""
    for index in range(sentence.first, sentence.end):
        if not is_speaker(tree, index):
            continue
        behind = [c for c in tree.children(index) if index < c < tree.tokens[index].head]
        named = [c for c in behind if tree.bare(c) == "appos"]
        owners = [c for c in behind if named and tree.preposition(c) == "of"]
        joined = [c for c in tree.children(index, "conj") if named and c in behind]
        for head in (*(owners or named), *joined):
            yield from (head, *tree.children(head, "conj"))


def _opening(tree: PhraseTree) -> tuple[Sentence, ...]:
    return tree.reading.sentences[: _LAST_OF_OPENING + 1]


def _is_heading(tree: PhraseTree, root: int, agents: Agents) -> bool:
    """Whether a sentence is no clause but the name of a statement."""
    return singular(tree.words[root]) in agents.releases and not any(
        tree.is_subject(child) or tree.bare(child) == "cop" for child in tree.children(root)
    )


def _is_owner(tree: PhraseTree, word: int, agents: Agents) -> bool:
    """Whether a word before a heading tells whose it is: "*IDF* Spokesperson's announcement",
    "Foreign *Secretary* statement", and not "*Press* release"."""
    if tree.relation(word) == "nmod:poss":
        return True
    named = tree.tokens[word].text.isupper() or agents.find((tree.words[word],)) is not None
    return tree.bare(word) == "compound" and named and tree.words[word] not in _OF_NEWS


def _tells_release(tree: PhraseTree, sentence: Sentence) -> bool:
    """Whether a sentence tells of the statement itself: "the following statement was issued"."""
    return "following" in tree.words[sentence.first : sentence.root]
