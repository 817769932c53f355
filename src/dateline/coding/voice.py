"""On whose word an act is known (codebook section 5)."""

from __future__ import annotations

from dateline.coding.people import People
from dateline.knowledge.lexicon import Cues
from dateline.knowledge.pronouns import DEFINITE, RELATIVE
from dateline.records import UNKNOWN, Span, Stance, Statement, StatementKind, Voice
from dateline.tree import RELATIVE_CLAUSE, Tree

REACH = 8  # sentences from a document that speaks back to where its author is told
SOON = 2  # sentences from "the statement added" back to who issued it
ASIDE_MARKS = frozenset({",", "(", "–", "—"})
TAKEN_UP = frozenset({"obj", "obl", "nmod"})  # what a verb speaks of without a clause
# By these a source without a name is some body or office, not just anybody.
INSTITUTIONAL = frozenset({"the", "these", "those", "state", "international"})


def speakers_of(
    head: int, tree: Tree, statements: tuple[Statement, ...], cues: Cues
) -> tuple[int, ...]:
    """The statements whose content holds a trigger, outermost first.

    ``head`` is the trigger's token: a statement whose cue is the trigger itself is the act, not its
    source. An aside within indirect speech is told by the report.
    """
    trigger = tree[head].span
    holding = [
        index
        for index, one in enumerate(statements)
        if one.content.contains(trigger)
        and one.cue_head != head
        and not _tells_beside(one, head, tree, cues)
    ]
    if not holding:
        return ()
    innermost = min(
        holding, key=lambda i: (_length(statements[i].content), statements[i].parent is None)
    )
    return tuple(
        index
        for index in _chain(innermost, head, statements)
        if not _tells_beside(statements[index], head, tree, cues)
    )


def is_spoken(speakers: tuple[int, ...], statements: tuple[Statement, ...]) -> bool:
    """Whether the innermost of some statements gives the very words of its speaker."""
    return bool(speakers) and statements[speakers[-1]].kind is StatementKind.DIRECT


def _tells_beside(one: Statement, head: int, tree: Tree, cues: Cues) -> bool:
    """Whether a trigger stands in a clause or an apposition that only explains a word of indirect
    speech ("Ankara fears the PKK, with whom it has fought for decades"). What stands before "police
    said" is all told by the police, appositions too."""
    if one.kind is not StatementKind.INDIRECT:
        return False
    if _is_reaction(head, tree, cues):
        return True
    clause = False
    opened = one.cue.start < one.content.start
    for above in (head, *tree.ancestors(head)):
        governor = tree.parent(above)
        if not one.content.contains(tree[above].span) or governor is None:
            return False
        relation = tree.relation(above)
        clause = clause or relation == "acl:relcl"
        explains = relation == "acl:relcl" or (relation == "appos" and clause and opened)
        if explains and one.content.contains(tree[governor].span):
            first = next(i for i in tree.subtree(above) if tree.relation(i) != "punct")
            aside = tree.words[first - 1] in ASIDE_MARKS
            if aside or (relation == "acl:relcl" and _is_known(governor, tree)):
                return True
    return False


def _is_reaction(noun: int, tree: Tree, cues: Cues) -> bool:
    """Whether a noun is what others said to an act, as a report adds it to what a speaker tells of
    the act: "said he had seized power, *drawing criticism* from Canberra"."""
    verb = tree[noun].head
    return (
        tree.words[noun] in cues.reactions
        and tree.bare(noun) == "obj"
        and tree.words[verb] in cues.drawing
        and tree.bare(verb) == "advcl"
        and not tree.children(verb, "mark")
    )


def _is_known(noun: int, tree: Tree) -> bool:
    """Whether a noun stands for something that is known before ("the coup that toppled him")."""
    owned = tree.children(noun, "nmod:poss")
    return bool(owned) or any(tree.words[i] in DEFINITE for i in tree.children(noun, "det"))


def denying(cue_token: int, statements: tuple[Statement, ...], people: People) -> tuple[int, ...]:
    """The statement that a word of denial or doubt opens, outermost first, where the word is taken
    to name the very act that is denied ("denied attacking"). Who "dismissed the cabinet" denies
    nothing."""
    for index, one in enumerate(statements):
        turned_down = one.cue_head == cue_token and one.stance is not Stance.ASSERTS
        if turned_down and not _is_somebody(one.content, people):
            return _chain(index, cue_token, statements)
    return ()


def _is_somebody(content: Span, people: People) -> bool:
    """Whether the noun that governs a content is somebody."""
    tree = people.tree
    inside = [i for i, token in enumerate(tree.tokens) if content.contains(token.span)]
    if not inside:
        return False
    top = tree.top(inside[0], inside[-1] + 1)
    return tree[top].part_of_speech == "NOUN" and people.heads(top)


def _chain(innermost: int, cue_token: int, statements: tuple[Statement, ...]) -> tuple[int, ...]:
    """A statement and those that it is told within, outermost first."""
    chain = [innermost]
    parent = statements[innermost].parent
    while parent is not None and parent not in chain:
        if statements[parent].cue_head != cue_token:
            chain.append(parent)
        parent = statements[parent].parent
    chain.reverse()
    return tuple(chain)


def _length(span: Span) -> int:
    return span.end - span.start


def voice_of(one: Statement, tree: Tree, people: People, cues: Cues) -> tuple[Voice, ...]:
    """The speakers of one statement: one voice for each code that its source stands for."""
    if one.source is None or one.source_head is None:
        return (Voice(text="", span=None, code=UNKNOWN),)
    if _is_nameless(one.source_head, tree, people, cues):
        return (Voice(text=tree.reading.text_of(one.source), span=one.source, code=UNKNOWN),)
    mention = people.mention(_author(one.source_head, tree, people, cues))
    if mention is None:
        text = tree.reading.text_of(one.source)
        return (Voice(text=text, span=one.source, code=UNKNOWN),)
    text = tree.reading.text_of(mention.span)
    codes = dict.fromkeys(actor.code for actor in mention.actors) or {UNKNOWN: None}
    return tuple(Voice(text=text, span=mention.span, code=code) for code in codes)


def _is_nameless(source: int, tree: Tree, people: People, cues: Cues) -> bool:
    """Whether a source is one of many of its kind ("witnesses", not "Idlib residents")."""
    if tree.words[source] not in cues.nameless:
        return False
    first = tree.reading.sentences[tree[source].sentence].first
    told = [i for i in tree.subtree(source, without=RELATIVE_CLAUSE) if i != source]
    named = any(people.known(i) if i == first else tree[i].text[:1].isupper() for i in told)
    return not named and not any(tree.words[i] in INSTITUTIONAL for i in told)


def _author(source: int, tree: Tree, people: People, cues: Cues) -> int:
    """Who wrote a document that is a source ("a UN report"), where it has no code itself."""
    source = _document(source, tree, cues)
    if tree.words[source] not in cues.documents | cues.pictures or people.known(source):
        return source
    here = tree[source].sentence
    told = (
        i
        for i in range(source, -1, -1)
        if tree.words[i] == tree.words[source] and here - tree[i].sentence <= REACH
    )
    authors = (author for one in told for author in _authors(one, tree))
    known = next((author for author in authors if people.known(author)), None)
    return known if known is not None else _issuer(source, tree, people, cues)


def _issuer(document: int, tree: Tree, people: People, cues: Cues) -> int:
    """Who spoke shortly before "the statement added", where its author is not told; else the
    document itself."""
    if not any(tree.words[i] == "the" for i in tree.children(document, "det")):
        return document
    here = tree[document].sentence
    spoke = (
        i
        for i in range(document - 1, -1, -1)
        if tree.bare(i) == "nsubj" and tree.words[tree[i].head] in cues.asserting
    )
    last = next((i for i in spoke if tree[i].sentence < here), None)
    near = last is not None and here - tree[last].sentence <= SOON
    return last if last is not None and near and people.known(last) else document


def _authors(document: int, tree: Tree) -> tuple[int, ...]:
    """Who may have written a document: its owners, "by" and "from" whom it is, who publishes it or
    has seen it ("documents seen by Reuters")."""
    by = (c for c in tree.children(document, "nmod") if tree.case(c) in ("by", "from", "of"))
    seen = (
        agent
        for clause in tree.children(document, "acl")
        for agent in tree.children(clause, "obl:agent", "obl")
        if tree.case(agent) == "by"
    )
    owners = (*tree.children(document, "nmod:poss", "compound", "amod"), *by, *seen)
    verb = tree.parent(document) if tree.relation(document) == "obj" else None
    return owners if verb is None else (*owners, *tree.children(verb, "nsubj"))


def _document(source: int, tree: Tree, cues: Cues) -> int:
    """The document that "it" stands for: the subject of the clause or sentence before ("The report
    lists raids. It documents ...")."""
    if tree.words[source] != "it":
        return source
    subjects = (i for i in range(source - 1, -1, -1) if tree.bare(i) == "nsubj")
    before = next((i for i in subjects if tree.words[i] not in RELATIVE), None)
    if before is None or tree[source].sentence - tree[before].sentence > 1:
        return source
    if tree.words[before] == "it":
        return _document(before, tree, cues)
    return before if tree.words[before] in cues.documents else source


def is_hearsay(one: Statement, told_by: Statement, tree: Tree, cues: Cues) -> bool:
    """Whether a speaker takes up the reports of others and does not tell himself what they say:
    "voiced concern at *reports* that", not "said there were reports of"."""
    if one.source_head is not None or tree.words[one.cue_head] not in cues.unnamed_sources:
        return False
    if tree.words[told_by.cue_head] in cues.telling | cues.confirming:
        return False  # "confirmed reports that"
    noun = one.cue_head
    while tree.bare(noun) in TAKEN_UP and noun != told_by.cue_head:
        noun = tree[noun].head
    return noun == told_by.cue_head


def is_nobody(one: Statement, people: People) -> bool:
    """Whether the source of a statement is no speaker: reports, figures, measures."""
    if one.source_head is None:
        return True
    mention = people.mention(one.source_head)
    return mention is None or all(a.code == UNKNOWN and not a.sector for a in mention.actors)
