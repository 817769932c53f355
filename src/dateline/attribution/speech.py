"""Statements that the tree shows: a cue verb, its source and its clause, object or quotation."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.attribution.claims import claim_content, claim_span, clause_span, taken_up
from dateline.attribution.sources import heads_report, is_own_voice, source_of, source_span, told_by
from dateline.attribution.stances import denies, stance_of, turns_down
from dateline.knowledge.lexicon import Cues
from dateline.records import Record, Span, Stance, Statement, StatementKind
from dateline.tree import NOUN_CLAUSES, Tree

# What stands beside a statement, not in it: "denied it, hours *after* Iraq had accused it".
AROUND = frozenset({"after", "following", "since", "during", "amid", "before", "despite"})


class Cue(Record):
    """A cue verb or noun with its source, its stance, and whether it is the report's own."""

    head: int
    source: int | None
    stance: Stance
    own: bool = False


def cue_of(tree: Tree, verb: int, cues: Cues) -> Cue | None:
    """The cue that a word of speaking is, or ``None`` where it is no verb or takes no stance."""
    if tree[verb].part_of_speech not in ("VERB", "AUX"):
        return None
    stance = stance_of(tree, verb, cues)
    if stance is None:
        return None
    source = source_of(tree, verb)
    if source is not None and tree.words[source] in cues.unnamed_sources:
        source = told_by(tree, source, cues)
    told = stance is Stance.ASSERTS and source is not None and heads_report(tree, source)
    own = told or (source is not None and is_own_voice(tree, source, verb, cues))
    return Cue(head=verb, source=source, stance=stance, own=own)


def spoken(tree: Tree, cue: Cue, cues: Cues) -> Iterator[tuple[Span, StatementKind]]:
    """What a cue reports, as spans: clauses, objects, or the sentence around an insertion."""
    verb, word = cue.head, tree.words[cue.head]
    turned_down = turns_down(tree, verb, cues)
    telling = word in cues.asserting or turned_down
    claim = taken_up(tree, verb, cues)
    if claim is not None:
        yield tree.span((claim,)), StatementKind.INDIRECT
        return
    for child in tree.children(verb, "ccomp", "csubj", "csubj:pass"):
        if telling and taken_up(tree, child, cues) is None:
            yield clause_span(tree, child), StatementKind.INDIRECT
    if turned_down:
        for child in _turned_down(tree, verb, cues):
            yield from _denied(tree, child, cues)
    elif word in cues.telling and not is_judged(tree, verb):
        for child in tree.children(verb, "obj", "xcomp", "nsubj:pass"):
            yield clause_span(tree, child), StatementKind.INDIRECT
        if tree.bare(verb) == "acl" and tree.is_passive(verb):
            told = tree.subtree(tree[verb].head, without=NOUN_CLAUSES)
            yield tree.span(told), StatementKind.INDIRECT  # "an attack claimed by rebels"
    if word in cues.blaming:
        for child in tree.children(verb, "advcl", "obl", "acl", "xcomp"):
            if _introduced_by(tree, child, cues.blaming[word]):
                yield clause_span(tree, child), StatementKind.INDIRECT
                yield from _coordinated(tree, verb, child)
    yield from _around(tree, verb, telling, cues)


def is_judged(tree: Tree, verb: int) -> bool:
    """Whether a verb says what its object is like, which others tell: "described the raid as a
    crime"."""
    below = tree.children(verb, "obl", "xcomp", "advcl")
    return any(tree.case(one) == "as" or _introduced_by(tree, one, "as") for one in below)


def _turned_down(tree: Tree, verb: int, cues: Cues) -> Iterator[int]:
    """What hangs on a verb of denial as what is denied. A clause beside an object tells what the
    speaker does besides ("denied the report, accusing Kigali"), a word of falsehood what he calls
    it ("rejected as baseless")."""
    told = tree.children(verb, "obj", "ccomp")
    clauses = () if told else tree.children(verb, "advcl")
    for child in (*tree.children(verb, "xcomp", "obj"), *clauses):
        beside = any(tree.words[mark] in AROUND for mark in tree.children(child, "mark"))
        if child > verb and not beside and tree.words[child] not in cues.false:
            yield child
    yield from tree.children(verb, "nsubj:pass")


def _denied(tree: Tree, child: int, cues: Cues) -> Iterator[tuple[Span, StatementKind]]:
    """A clause or a claim that is denied; of a noun, without what a relative clause tells of it,
    and nothing of a name: who "rejected the militants, who burned his house" denies no fire. What
    was asked or offered is refused, and so is a statement of which it is not told what it says."""
    word = tree.words[child]
    says = word in cues.asserting_nouns and claim_content(tree, child, cues) is not None
    if word in cues.refused and not says:
        return
    part_of_speech = tree[child].part_of_speech
    if part_of_speech == "NOUN":
        yield claim_span(tree, child, cues), StatementKind.INDIRECT
    elif part_of_speech != "PROPN":
        yield clause_span(tree, child), StatementKind.INDIRECT


def _coordinated(tree: Tree, verb: int, clause: int) -> Iterator[tuple[Span, StatementKind]]:
    """ "accused X of shelling a town and *taking* another", hung on the verb of accusing."""
    if tree.words[clause].endswith("ing"):
        for other in tree.children(verb, "conj"):
            if tree.words[other].endswith("ing") and not tree.children(other, "nsubj", "aux"):
                yield clause_span(tree, other), StatementKind.INDIRECT


def _is_as_clause(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether "as" makes a speaker of a clause ("…, as he said") and no time or cause ("as Western
    leaders agreed to send tanks")."""
    if tree.bare(verb) != "advcl" or tree.words[verb] not in cues.as_clause:
        return False
    if tree.children(verb, "xcomp") or any(
        tree.words[told] not in ("it", "this") for told in tree.children(verb, "obj")
    ):
        return False
    return any(tree.words[mark] == "as" for mark in tree.children(verb, "mark", "advmod"))


def _around(
    tree: Tree, verb: int, telling: bool, cues: Cues
) -> Iterator[tuple[Span, StatementKind]]:
    """The sentence into which a cue is inserted ("…, he said, …", "…, as he said")."""
    governor = tree.parent(verb)
    if governor is None or not telling or tree.children(verb, "ccomp"):
        return
    if denies(tree, verb, cues) and tree.children(verb, "obj"):
        return  # "…; Moscow denied the charge"
    as_clause = _is_as_clause(tree, verb, cues)
    inserted = tree.bare(verb) == "parataxis" and tree.children(verb, "nsubj", "nsubj:pass")
    if not (as_clause or inserted):
        return
    outside = set(tree.subtree(verb))
    if inserted and ";" in tree.words[max(0, min(outside) - 1) : verb]:
        return  # "…; France responded by sending troops"
    outside.update(i for other in _opposed(tree, governor) for i in tree.subtree(other))
    rest = tuple(i for i in tree.subtree(governor) if i not in outside and i != verb)
    if inserted and tree.relation(governor) == "parataxis":
        return
    before = tuple(i for i in rest if i < verb)
    after = tuple(i for i in rest if i > verb)
    for part in (before, after):
        words = tuple(i for i in part if tree.relation(i) != "punct")
        if words:
            yield tree.span(words), StatementKind.INDIRECT


def _opposed(tree: Tree, verb: int) -> Iterator[int]:
    """Clauses with a subject of their own that "but" sets against a verb."""
    for other in tree.children(verb, "conj"):
        opening = {tree.words[mark] for mark in tree.children(other, "cc")}
        if "but" in opening and tree.children(other, "nsubj", "nsubj:pass"):
            yield other


def _introduced_by(tree: Tree, child: int, preposition: str) -> bool:
    marks = tree.children(child, "mark", "case")
    return any(tree.words[mark] == preposition for mark in marks)


def noun_statements(tree: Tree, cues: Cues) -> Iterator[tuple[Cue, Span]]:
    """Claims and denials named by nouns ("claims that …", "Turkey's denial of …").

    A noun whose verb already takes a stance ("denied claims that …") is left to the verb.
    """
    for noun, word in enumerate(tree.words):
        asserting, denying = word in cues.asserting_nouns, word in cues.denying_nouns
        if not (asserting or denying) or tree[noun].part_of_speech != "NOUN":
            continue
        governor = tree.parent(noun)
        if governor is not None and turns_down(tree, governor, cues):
            continue
        content = claim_content(tree, noun, cues)
        if content is None:
            continue
        source = told_by(tree, noun, cues)
        if source is None:
            source = next((c for c in tree.children(noun, "nmod") if tree.case(c) == "from"), None)
        stance = Stance.DENIES if denying else Stance.ASSERTS
        yield Cue(head=noun, source=source, stance=stance), content


def statement(tree: Tree, cue: Cue, content: Span, kind: StatementKind) -> Statement:
    """A statement of a cue; parents are found later."""
    source = cue.source
    return Statement(
        source=None if source is None else source_span(tree, source),
        source_head=source,
        cue=tree[cue.head].span,
        cue_head=cue.head,
        content=content,
        kind=kind,
        stance=cue.stance,
    )
