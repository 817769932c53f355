"""Whom somebody asks to be freed ("called for the release of the Malian opposition leader"), and
who holds him."""

from __future__ import annotations

from dateline.coding.addressees import asked_deeds
from dateline.coding.bystanders import heads_in
from dateline.coding.chances import LIKELIER
from dateline.coding.people import People
from dateline.knowledge.lexicon import Lexicon
from dateline.records import UNKNOWN
from dateline.tree import Tree

RELEASE = ("RETREAT", "release")
SEIZURES = frozenset({"COERCE"})


def to_be_freed(asking: int, people: People, lexicon: Lexicon) -> tuple[int, ...]:
    """The heads of those whose release a word asks for, but for those whom strangers hold."""
    tree = people.tree
    phrases = (
        phrase
        for deed, entry in asked_deeds(asking, tree, lexicon)
        if (entry.type, entry.mode) == RELEASE
        for phrase in tree.children(deed, "nmod")
        if tree.case(phrase) == "of" and not _are_abducted(phrase, tree, lexicon)
    )
    return tuple(heads_in(phrases, people))


def seizers(code: str, asking: int, people: People) -> frozenset[str]:
    """The codes of others whom the model has seen before a word to seize somebody of a code."""
    found: set[str] = set()
    for act in people.tree.reading.acts:
        if act.type not in SEIZURES or act.score < LIKELIER or act.token > asking:
            continue
        taken = people.codes(one.token for one in act.roles if one.recipient >= LIKELIER)
        if code in taken:
            found |= people.codes(one.token for one in act.roles if one.actor >= LIKELIER)
    return frozenset() if code in found else frozenset(found - {UNKNOWN})


def abductors(freed: int, code: str, people: People) -> tuple[int, ...] | None:
    """The heads of those known whom the model has seen carry off somebody of a code, before a word
    that tells that he was freed; ``None`` where nobody was. No state frees him then."""
    found: dict[int, None] = {}
    taken = False
    for act in people.tree.reading.acts:
        if act.mode != "abduct" or act.score < LIKELIER or act.token > freed:
            continue
        sides = [(people.head_of(one.token), one) for one in act.roles]
        if code in people.codes(head for head, one in sides if one.recipient >= LIKELIER):
            taken = True
            found.update((head, None) for head, one in sides if one.actor >= LIKELIER)
    return tuple(head for head in found if people.known(head)) if taken else None


def _are_abducted(phrase: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a phrase says that somebody was carried off: "the kidnapped priest"."""
    return any(
        entry.mode == "abduct"
        for word in tree.subtree(phrase)
        for table in (lexicon.verbs, lexicon.nouns)
        for entry in table.get(tree.words[word], ())
    )
