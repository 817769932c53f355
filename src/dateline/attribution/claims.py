"""Claims named by nouns: what they say, and the clauses behind them that turn them down."""

from __future__ import annotations

from dateline.attribution.stances import turns_down
from dateline.knowledge.lexicon import Cues
from dateline.knowledge.pronouns import RELATIVE
from dateline.records import Span
from dateline.tree import RELATIVE_CLAUSE, Tree

LEAVE_OUT = frozenset({"punct", "mark"})


def claim_content(tree: Tree, noun: int, cues: Cues) -> Span | None:
    """What a claim says, by the clause or the phrase behind it; ``None`` where it does not tell."""
    for child in tree.children(noun, "acl", "ccomp"):
        if taken_up(tree, child, cues) is not None or false_word(tree, child, cues) is not None:
            continue
        marks = tree.children(child, "mark")
        if any(tree.words[mark] in ("that", "of") for mark in marks):
            return clause_span(tree, child)
    for child in tree.children(noun, "nmod"):
        if tree.case(child) == "of" and tree.words[noun] not in ("account", "view", "statement"):
            return clause_span(tree, child)
    return None


def claim_span(tree: Tree, noun: int, cues: Cues) -> Span:
    """A noun with what it says, and without what a relative clause tells of it besides."""
    span = tree.span(tree.subtree(noun, without=RELATIVE_CLAUSE))
    content = claim_content(tree, noun, cues) if tree.words[noun] in cues.asserting_nouns else None
    return span if content is None else Span(span.start, max(span.end, content.end))


def taken_up(tree: Tree, verb: int, cues: Cues) -> int | None:
    """What stands for a claim made before it where a verb of denial hangs on that or follows it:
    the noun ("…, a charge that the army denies", "…, an allegation the army disputes") or "which"
    behind a whole clause ("accused it of theft, which the army denies")."""
    if not turns_down(tree, verb, cues):
        return None
    told = tree.children(verb, "obj", "ccomp", "xcomp")
    if tree.bare(verb) in ("acl", "ccomp") and all(tree.words[one] in RELATIVE for one in told):
        noun = tree[verb].head
        which = next((one for one in told if one < verb and tree.words[one] == "which"), None)
        if which is not None and tree[noun].part_of_speech not in ("NOUN", "PROPN"):
            return which
    else:
        subject = next(iter(tree.children(verb, "nsubj")), verb)
        noun = min((subject, *tree.subtree(subject))) - 1
        if not any(noun in tree.subtree(one) for one in told):
            return None
    return noun if tree.words[noun] in cues.asserting_nouns else None


def false_word(tree: Tree, verb: int, cues: Cues) -> int | None:
    """The word of falsehood that a verb of speaking calls something: "called it *a lie*"."""
    if tree.words[verb] not in cues.speaking:
        return None
    said = tree.children(verb, "xcomp", "obl", "advcl", "obj")
    return next((one for one in said if tree.words[one] in cues.false), None)


def clause_span(tree: Tree, head: int) -> Span:
    """A clause without the marks that open it."""
    below = tree.subtree(head)
    inner = tuple(
        i for i in below if not (tree.bare(i) in LEAVE_OUT and tree[i].head == head and i < head)
    )
    return tree.span(inner or below)
