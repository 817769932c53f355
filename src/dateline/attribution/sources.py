"""Who speaks: the source of a cue, found through the tree, and the report's own voice."""

from __future__ import annotations

from itertools import pairwise

from dateline.knowledge.lexicon import Cues
from dateline.records import Span
from dateline.tree import VERBAL, Tree

_LAST_OF_OPENING = 2
TRIMMED = frozenset(
    {"acl:relcl", "acl", "appos", "parataxis", "advcl", "punct", "cc", "conj", "case"}
)


def source_of(tree: Tree, cue: int) -> int | None:
    """The token that heads the source of a cue verb, or ``None`` where nobody is named."""
    own = _own_subject(tree, cue)
    if own is not None or tree.is_passive(cue):
        return own  # who "is accused" or "was told" does not say it
    relation = tree.bare(cue)
    governor = tree.parent(cue)
    if governor is None:
        return None
    if tree.relation(cue) == "acl:relcl" or relation == "acl":
        return governor
    if relation in ("conj", "xcomp", "advcl", "parataxis"):
        if relation == "advcl" and tree.children(cue, "mark"):
            return None
        if tree[governor].part_of_speech in ("VERB", "AUX", "ADJ"):
            return source_of(tree, governor)
    return None


def _own_subject(tree: Tree, cue: int) -> int | None:
    if tree.is_passive(cue):
        agents = tree.children(cue, "obl:agent")
        by = [child for child in tree.children(cue, "obl") if tree.case(child) == "by"]
        return next(iter((*agents, *by)), None)
    subjects = tree.children(cue, "nsubj", "nsubj:outer")
    if not subjects:
        return None
    # Of two subjects ("Minister for Trade, Ann Lee said") the name stands nearest to the verb.
    child = next((one for one in reversed(subjects) if one < cue), subjects[0])
    if tree.words[child] in ("who", "which", "that") and tree.relation(cue) == "acl:relcl":
        return tree[cue].head
    return child


def told_by(tree: Tree, noun: int, cues: Cues) -> int | None:
    """Who tells what a claim, report or rumour says: its owner, whom it is by, or who makes it
    ("the police made the claim that"); ``None`` where nobody is named."""
    owners = tree.children(noun, "nmod:poss")
    names = (c for c in tree.children(noun, "compound", "amod") if _is_name(tree, c))
    authors = (c for c in tree.children(noun, "nmod") if tree.case(c) == "by")
    named = next(iter((*owners, *names, *authors)), None)
    verb = tree[noun].head
    if named is None and tree.bare(noun) == "obj" and tree.words[verb] in cues.issuing:
        return source_of(tree, verb)
    return named


def _is_name(tree: Tree, word: int) -> bool:
    first = tree.reading.sentences[tree[word].sentence].first
    return tree[word].part_of_speech == "PROPN" or (word > first and tree[word].text[:1].isupper())


def source_span(tree: Tree, source: int) -> Span:
    """The noun phrase of a source, without clauses, appositions and coordinated phrases."""
    return tree.span(tree.subtree(source, without=TRIMMED))


def is_medium(tree: Tree, source: int, cues: Cues) -> bool:
    """Whether a source is named like a paper, agency or station."""
    name = tree.subtree(source, without=TRIMMED)
    return any(tree.words[i] in cues.media for i in name)


def is_own_voice(tree: Tree, source: int, cue: int, cues: Cues) -> bool:
    """Whether a source is the report itself (codebook section 5).

    True for the publisher, for the agency whose dateline opens the report ("X News Service,
    September 28, reported that …"), for the paper a digest credits ("…, reports X"), and for
    pictures of which nobody is said to have made or shown them ("footage showed").
    """
    report = tree.reading.report
    if tree.words[source] in cues.pictures:
        return not _is_somebodys(tree, source, cues)
    name = source_span(tree, source).of(report.text).lower().removeprefix("the ")
    if report.publisher and report.publisher.lower().removeprefix("the ") == name:
        return True
    if not is_medium(tree, source, cues):
        return False
    if tree.words[cue] in ("reports", "reported") and source > cue:
        return True
    first = tree[cue].sentence == _lead(tree)
    dated = any(name_.kind == "date" and name_.first < cue for name_ in tree.reading.names[:3])
    return first and dated and tree.words[cue] in ("reported", "reports", "said") and source < cue


def heads_report(tree: Tree, source: int) -> bool:
    """Whether a line of its own at the top of the report, with no verb in it, is the name of a
    source or has it for its head: "Ministry of Defence of Chile" above what "the ministry" says."""
    name = source_span(tree, source).of(tree.reading.report.text).lower().removeprefix("the ")
    sentences = tree.reading.sentences
    for line, following in pairwise(sentences[: _LAST_OF_OPENING + 2]):
        if line.paragraph == following.paragraph:
            continue
        heading = line.span.of(tree.reading.report.text).lower().removeprefix("the ").strip(" .")
        if name not in (heading, tree.words[line.root]):
            continue
        if all(tree[i].part_of_speech not in VERBAL for i in range(line.first, line.end)):
            return True
    return False


def _is_somebodys(tree: Tree, picture: int, cues: Cues) -> bool:
    """Whether it is told whose pictures are, or that somebody has shown them, and not only where
    they were taken."""
    clauses = tree.children(picture, "acl")
    shown = any(
        tree.words[clause] in cues.issuing or tree.children(clause, "obl:agent")
        for clause in clauses
    )
    outside = {word for clause in clauses for word in tree.subtree(clause)}
    named = (i for i in tree.subtree(picture) if i not in outside)
    return (
        shown
        or bool(tree.children(picture, "nmod:poss"))
        or any(tree[i].part_of_speech == "PROPN" for i in named)
    )


def _lead(tree: Tree) -> int:
    """The first sentence of a report, behind the dateline that may stand as one of its own."""
    reading = tree.reading
    dateline, first = reading.report.dateline, reading.sentences[0]
    return int(dateline is not None and first.span.end <= dateline.end)
