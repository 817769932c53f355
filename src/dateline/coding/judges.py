"""Who judges a deed in the words around it: he has not done it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.bystanders import NONE, Heads, heads_in
from dateline.coding.chances import SEEN, TAKES_PART
from dateline.coding.people import People
from dateline.coding.triggers import entry_of
from dateline.knowledge import ontology as ontologies
from dateline.records import ReadAct

JUDGEMENTS = frozenset({"ACCUSE", "COMMENT", "SUPPORT"})
VIOLENCE = frozenset({"ASSAULT", "COERCE"})
ABOUT = JUDGEMENTS | {"CONSULT"}  # acts that a deed may be the matter of


def seen_acts(people: People) -> Iterator[ReadAct]:
    """The acts that the model sees in the reading."""
    return (one for one in people.tree.reading.acts if one.score >= SEEN)


def judges(act: ReadAct, people: People) -> Heads:
    """Who condemns, mourns or praises a deed in the words around it."""
    if act.type in ABOUT or ontologies.load().is_speech(act.type):
        return NONE
    tree = people.tree
    above = set(tree.ancestors(act.token))
    judging = people.lexicon.cues.judging
    verbs = (v for v in above if tree[v].part_of_speech == "VERB" and tree.words[v] in judging)
    subjects = (one for verb in verbs for one in tree.children(verb, "nsubj"))
    return frozenset(heads_in(subjects, people)) | frozenset(
        people.head_of(role.token)
        for judged in seen_acts(people)
        if judged.type in JUDGEMENTS and judged.token in above
        for role in judged.roles
        if role.actor >= TAKES_PART
    )


def condemning(deed: int, kind: str, people: People) -> Heads:
    """Who condemns or deplores the deed that a noun names, calls it something ("called the raid
    *illegal*"), or takes a stand against it."""
    tree = people.tree
    if kind not in VIOLENCE:
        return NONE
    if tree.bare(deed) == "nmod" and tree.case(deed) == "against":
        return frozenset(heads_in(tree.children(tree[deed].head, "nmod:poss"), people))
    first = tree.first_conjunct(deed)
    if tree.relation(first) != "obj" or not _is_judgement(tree[first].head, people):
        return NONE
    return frozenset(heads_in(tree.children(tree[first].head, "nsubj"), people))


def _is_judgement(verb: int, people: People) -> bool:
    """Whether a verb says what its subject thinks of its object."""
    tree, lexicon = people.tree, people.lexicon
    if tree.words[verb] in lexicon.cues.judging:
        return True
    names = lexicon.cues.quoting | lexicon.cues.asserting | lexicon.cues.seeing
    called = (tree[one].part_of_speech in ("ADJ", "NOUN") for one in tree.children(verb, "xcomp"))
    if tree.words[verb] in names and any(called):
        return True
    entry = entry_of(tree, verb, lexicon)
    return entry is not None and entry.type in JUDGEMENTS
