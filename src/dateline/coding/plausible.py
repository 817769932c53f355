"""The roles of a model's act, without those that the tree gainsays.

The model tells for every word of its window how likely it stands on a side of an act. Of some
words the tree knows better: who frees captives did not take them, who condemns a deed did not do
it, and whom a later sentence names is seldom meant by the one before.
"""

from __future__ import annotations

import msgspec

from dateline.coding.acts import PROMISES
from dateline.coding.addressees import is_opposed, is_unaddressed, suffering
from dateline.coding.blamed import blamed
from dateline.coding.bystanders import (
    NONE,
    Heads,
    heads_in,
    is_subject_elsewhere,
    objects_of_others,
    unarmed,
)
from dateline.coding.chances import SURE, TAKES_PART
from dateline.coding.judges import (
    ABOUT,
    VIOLENCE,
    condemning,
    judges,
    seen_acts,
)
from dateline.coding.people import People, antecedents, is_violence
from dateline.coding.triggers import entry_of
from dateline.coding.voice import speakers_of
from dateline.knowledge import ontology as ontologies
from dateline.knowledge.pronouns import PRONOUNS, RELATIVE, SPEAKER
from dateline.knowledge.sectors import ARMED
from dateline.records import ReadAct, Role, Statement
from dateline.tree import NOUN_CLAUSES, RELATIVE_CLAUSE, Tree

LIKELY_AGENT = 0.3  # the same for who did what a passive without an agent tells
DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
WITH = frozenset({"with", "alongside"})


def plausible(
    act: ReadAct, people: People, statements: tuple[Statement, ...], *, by_state: bool = False
) -> tuple[Role, ...]:
    """The roles of an act, with no chance on a side that the tree rules out.

    ``by_state``: only a state can be behind the act where nobody is told.
    """
    tree = people.tree
    sentence = tree[act.token].sentence
    lone = _is_lone_passive(tree, act.token)
    by_state = by_state or _is_of_the_state(act)
    unnamed = (TAKES_PART if by_state else LIKELY_AGENT) if lone else 0.0
    labels, subject = _labels(act, people), _subject(act, people, statements)
    innocent = labels | _sites(act, people) | condemning(act.token, act.type, people)
    innocent |= _captors(act, people) if lone else NONE
    innocent |= unarmed(act, people)
    doubtful = judges(act, people) | _tellers(act, people, statements)
    untouched = _victims(act, people) | subject | (labels if act.type in ABOUT else NONE)
    untouched |= _unaddressed(act, people) | objects_of_others(act.token, people)
    struck = _companions(act, people) if lone else NONE
    if act.type in VIOLENCE:
        struck |= _targets(act.token, people)
        untouched |= blamed(tree[act.token].head, people)
    alone = _has_unknown_subject(act, people)
    roles = []
    for role in act.roles:
        head, where = people.head_of(role.token), tree[role.token].sentence
        actor, recipient = role.actor, role.recipient
        if people.only_places(head, tree[head].head):
            actor, recipient = 0.0, recipient * (act.type == "ASSAULT")
        if head in struck or is_opposed(tree, role.token):
            actor, recipient = 0.0, max(actor, recipient)
        later = where > sentence
        least = SURE if later or head in doubtful else unnamed
        if head in innocent or actor < least or (alone and where != sentence):
            recipient *= head in labels or recipient >= actor
            actor = 0.0
        beside = later or is_subject_elsewhere(head, act.token, tree)
        if head in untouched or (beside and recipient < SURE):
            actor *= head in subject or actor >= recipient
            recipient = 0.0
        roles.append(msgspec.structs.replace(role, actor=actor, recipient=recipient))
    return tuple(roles)


def _is_of_the_state(act: ReadAct) -> bool:
    return ontologies.load().types[act.type].unstated == "state"


def _is_lone_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive and its agent is not told."""
    if tree[verb].part_of_speech != "VERB" or not tree.is_passive(verb):
        return False
    return not any(tree.case(child) == "by" for child in tree.children(verb, "obl", "obl:agent"))


def _captors(act: ReadAct, people: People) -> Heads:
    """The subjects above a relative clause that tells what was done to others: who "freed women
    who had been abducted" did not abduct them, unless the verb above names such an act, too."""
    tree, clause = people.tree, act.token
    while tree.bare(clause) in ("conj", "xcomp"):
        clause = tree[clause].head
    passed = {tree.words[child] for child in tree.children(clause, "nsubj:pass")}
    if tree.bare(clause) != "acl" or passed - RELATIVE:
        return NONE
    above = tuple(tree.ancestors(clause))
    if any(one.token in above and one.type == act.type for one in seen_acts(people)):
        return NONE
    return frozenset(
        heads_in((sub for verb in above for sub in tree.children(verb, "nsubj")), people)
    )


def _sites(act: ReadAct, people: People) -> Heads:
    """The places of what a relative clause says to have done something: "an attack on a market in
    Kabul, which killed 14"."""
    tree, lexicon = people.tree, people.lexicon
    found: set[int] = set()
    for one in tree.children(act.token, "nsubj"):
        told = tuple(antecedents(people, one))
        if any(is_violence(tree, word, lexicon) for word in told):
            nouns = (word for word in told if tree[word].part_of_speech != "VERB")
            found.update(
                word for noun in nouns for word in tree.subtree(noun, without=RELATIVE_CLAUSE)
            )
    return frozenset(head for head in people.inside(tuple(found)) if people.is_site(head))


def _companions(act: ReadAct, people: People) -> Heads:
    """Who suffers it "together with" the subject of a passive."""
    tree = people.tree
    behind = tree.children(act.token, "obl", "nmod", "advcl")
    return frozenset(
        heads_in((one for one in behind if tree.case(one).split(" ")[-1] in WITH), people)
    )


def _tellers(act: ReadAct, people: People, statements: tuple[Statement, ...]) -> Heads:
    """Who tells of violence that is named by a noun, unless he bears arms himself: "the ministry
    said the attack had killed six"."""
    tree = people.tree
    if act.type not in VIOLENCE or tree[act.token].part_of_speech != "NOUN":
        return NONE
    source = _source(act, people, statements)
    if source is None:
        return NONE
    return frozenset(
        head
        for head in heads_in((source,), people)
        if all(actor.sector not in ARMED for actor in people.actors(head))
    )


def _victims(act: ReadAct, people: People) -> Heads:
    """The victims of a deed that is condemned ("condemned the attack on civilians"), whom the
    model takes for the accused now and then."""
    if act.type != "ACCUSE":
        return NONE
    deeds = {role.token for role in act.roles if role.recipient >= TAKES_PART}
    told = (people.head_of(role.token) for role in act.roles)
    objects = people.tree.children(act.token, "obj")
    deeds.update(objects)
    targets = frozenset(one for deed in objects for one in _targets(deed, people))
    targets |= frozenset(head for head in told if _is_victim(head, people))
    return (targets - blamed(act.token, people)) | frozenset(
        people.head_of(role.token)
        for deed in people.tree.reading.acts
        if deed.type in DEEDS and deed.token in deeds
        for role in deed.roles
        if role.recipient > role.actor and role.recipient >= TAKES_PART
    )


def _is_victim(head: int, people: People) -> bool:
    """Whether a word only tells whom a noun of violence struck: "*his* killing"."""
    tree = people.tree
    deed = tree.parent(head)
    entry = None if deed is None else entry_of(tree, deed, people.lexicon)
    if entry is None or entry.part != "noun" or entry.type != "ASSAULT":
        return False
    slot = "possessor" if tree.relation(head) == "nmod:poss" else tree.case(head)
    return slot in entry.recipient_slots and slot not in entry.actor_slots


def _targets(deed: int, people: People) -> Heads:
    """Whom a noun of violence names behind "on" or "against"."""
    tree = people.tree
    if tree[deed].part_of_speech != "NOUN":
        return NONE
    behind = (one for one in tree.children(deed, "nmod") if tree.case(one) in ("on", "against"))
    above = tree.parent(deed)
    return frozenset(
        people.head_of(word)
        for one in behind
        for word in tree.subtree(one, without=NOUN_CLAUSES)
        if people.is_party(word)
    ).difference(NONE if above is None else blamed(above, people))


def _unaddressed(act: ReadAct, people: People) -> Heads:
    """The world at large, and what is the actors' own where others receive such an act."""
    doers = tuple(people.head_of(one.token) for one in act.roles if one.actor >= TAKES_PART)
    heads = {people.head_of(one.token) for one in act.roles if one.actor < one.recipient}
    struck = suffering(act.type, act.token, people) & heads
    return struck | frozenset(
        head for head in heads if is_unaddressed(act.type, act.token, doers, head, people)
    )


def _subject(act: ReadAct, people: People, statements: tuple[Statement, ...]) -> Heads:
    """The subject of a promise, refusal or threat, which is nobody's to receive, unless another
    speaks of it and its verb names no act: "'the rebels will suffer,' a minister said"."""
    tree = people.tree
    if act.type not in PROMISES or act.traits["mutual"] >= SURE or tree.is_passive(act.token):
        return NONE
    subjects = frozenset(heads_in(tree.children(act.token, "nsubj"), people))
    source = _source(act, people, statements)
    apart = source is not None and not people.codes(subjects) & people.codes((source,))
    suffers = apart and entry_of(tree, act.token, people.lexicon) is None
    return NONE if suffers and act.type == "THREATEN" else subjects


def _source(act: ReadAct, people: People, statements: tuple[Statement, ...]) -> int | None:
    """The head of who says the words that hold an act."""
    speakers = speakers_of(act.token, people.tree, statements, people.lexicon.cues)
    return statements[speakers[-1]].source_head if speakers else None


def _labels(act: ReadAct, people: People) -> Heads:
    """What stands before the colon of a heading ("Yemen: NGO condemns ..."); who is quoted behind
    a colon is none."""
    tree = people.tree
    first = tree.reading.sentences[tree[act.token].sentence].first
    label = [here for here in range(first, act.token) if people.in_label(here)]
    subjects = (
        here
        for here in range(first + len(label) + 1, act.token)
        if tree.bare(here) == "nsubj" and not tree.is_pronoun(here, SPEAKER)
    )
    if not any(people.is_party(here) for here in subjects):
        return NONE
    return frozenset(map(people.head_of, label))


def _has_unknown_subject(act: ReadAct, people: People) -> bool:
    """Whether an act of words has a subject who is nobody known ("Some", "Critics"), and so no
    actor in another sentence."""
    tree = people.tree
    if not ontologies.load().is_speech(act.type) or tree.is_passive(act.token):
        return False
    return any(
        not people.is_party(one)
        and not tree.is_pronoun(one, PRONOUNS)
        and (people.mention(one) is not None or tree[one].part_of_speech in ("PRON", "DET", "ADJ"))
        for one in tree.children(act.token, "nsubj")
    )
