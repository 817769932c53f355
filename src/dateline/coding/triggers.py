"""Finding the words that name acts, by the lexicon and the tree.

The entry with most words wins ("shot down a plane" before "shot"), and a verb that carries a
noun as part of its entry takes the noun with it ("imposed sanctions" is one act). Words in a
name, words that only describe another noun ("protest leader", "US-backed") name no act
(codebook section 1).
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.acts import Trigger
from dateline.coding.subjects import subject_words
from dateline.knowledge.lexicon import Lexicon, Pattern
from dateline.knowledge.lexicon.patterns import CLAUSE_HEAD, NAMED_PLACE, SUBJECT
from dateline.knowledge.pronouns import RELATIVE
from dateline.records import NameKind
from dateline.tree import TOLD_CLAUSES, Tree

EPITHET_RELATIONS = frozenset(
    {"compound", "amod", "flat", "fixed", "case", "compound:prt", "nmod:desc"}
)
PARTICLES = frozenset({"ADP", "ADV", "PART"})
CLAUSE_HEADS = frozenset({"root", "ccomp", "xcomp", "acl", "advcl", "conj", "parataxis"})
NAMES = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)
# What stands behind these is a matter of its own: who was "held during a protest" held none.
APART = frozenset(
    {"during", "after", "before", "amid", "amidst", "following", "since", "despite", "until",
     "ahead", "prior", "because", "due", "while", "when", "although", "though", "unless", "if"}
)  # fmt: skip


def possible_triggers(tree: Tree, lexicon: Lexicon) -> tuple[Trigger, ...]:
    """Every type that the lexicon allows for every token, the best entry of a token first."""
    return tuple(
        trigger
        for index, word in enumerate(tree.words)
        if (word in lexicon.verbs or word in lexicon.nouns or word in lexicon.adjectives)
        and not tree.is_named(index, *NAMES)
        for trigger in _triggers_at(tree, index, lexicon)
    )


def carried_nouns(triggers: Iterable[Trigger]) -> frozenset[int]:
    """Nouns that are part of a verb's trigger ("imposed *sanctions*"), no acts of their own."""
    return frozenset(
        token
        for trigger in triggers
        if not trigger.noun
        for token in trigger.tokens
        if token != trigger.head
    )


def _triggers_at(tree: Tree, index: int, lexicon: Lexicon) -> list[Trigger]:
    patterns = _patterns_at(tree, index, lexicon)
    if not patterns:
        return []
    near = near_words(tree, index, lexicon)
    negated = lexicon.cues.is_negated(tree, index)
    words, around = frozenset(near), words_apart(tree, index)
    found: dict[str, Trigger] = {}
    for pattern in patterns:
        if pattern.type in found or ("negated" in pattern.flags and not negated):
            continue
        if pattern.matches(words, around):
            found[pattern.type] = from_pattern(tree, index, pattern, near, lexicon)
    return list(found.values())


def _patterns_at(tree: Tree, index: int, lexicon: Lexicon) -> tuple[Pattern, ...]:
    """The entries of a token's word, none where the word only describes another."""
    part_of_speech, word = tree[index].part_of_speech, tree.words[index]
    if part_of_speech == "ADJ" and word in lexicon.adjectives:
        return lexicon.adjectives[word] if tree.relation(index) != "amod" else ()
    if word in lexicon.verbs and (
        part_of_speech in ("VERB", "AUX") or _must_be_verb(tree, index, lexicon)
    ):
        return lexicon.verbs[word] if _is_act_verb(tree, index) else ()
    if part_of_speech in ("ADJ", "ADV", "ADP") or tree.relation(index) in EPITHET_RELATIONS:
        return ()
    return lexicon.nouns.get(word, ())


def _must_be_verb(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """A form that no noun has, at the head of a clause, whatever part of speech was read."""
    word = tree.words[index]
    return word not in lexicon.nouns and tree.bare(index) in CLAUSE_HEADS


def _is_act_verb(tree: Tree, index: int) -> bool:
    """A participle before its noun is an epithet unless it tells its agent."""
    relation = tree.relation(index)
    if relation in ("amod", "compound", "case", "fixed", "flat", "mark"):
        return bool(tree.children(index, "obl:agent"))
    return True


def entry_of(tree: Tree, word: int, lexicon: Lexicon) -> Pattern | None:
    """The first entry for a word, as the part of speech that was read, that what stands near it
    completes."""
    tables = {"VERB": lexicon.verbs, "NOUN": lexicon.nouns, "ADJ": lexicon.adjectives}
    entries = tables.get(tree[word].part_of_speech, {}).get(tree.words[word], ())
    if not entries:
        return None
    near = frozenset(near_words(tree, word, lexicon))
    return next((entry for entry in entries if entry.matches(near)), None)


def near_words(tree: Tree, index: int, lexicon: Lexicon) -> dict[str, int]:
    """Lower-cased words below a token, two steps down, the particle right after it, and the noun
    that its relative clause is about ("the ambassador, who was summoned"). What a clause that is
    said is about stands there once more, marked so.

    The subject is left out where there is an object ("a minister calls it a tragedy" is no call to
    a minister); without one it may be what the entry asks for ("clashes broke out"). It always
    stands there marked as the subject. So are clauses and circumstances of their own left out.
    """
    near: dict[str, int] = {}
    acted_on = bool(tree.children(index, "obj"))
    for word in subject_words(tree, index, lexicon):
        near.setdefault(f"{SUBJECT}{tree.words[word]}", word)
    for child in tree.children(index):
        relation = tree.relation(child)
        if relation in ("obj", "nsubj:pass") and tree.is_named(child, NameKind.PLACE):
            near[NAMED_PLACE] = child
        if (acted_on and relation == "nsubj") or _apart(tree, child):
            continue
        if relation == "mark" and tree.words[child] == "to":
            continue  # who came "to protest" has protested to nobody
        said = about(tree, child) if relation in TOLD_CLAUSES else ()
        _add_phrase(near, tree, child, said, lexicon)
    following = index + 1
    particle = following < len(tree.tokens) and tree[following].part_of_speech in PARTICLES
    if particle and not _dates(tree, following, lexicon):
        near.setdefault(tree.words[following], following)
    if tree[index].part_of_speech == "NOUN" and index:
        before = index - 1
        if tree[before].part_of_speech in ("NOUN", "ADJ"):
            near.setdefault(tree.words[before], before)
    noun = _antecedent(tree, index)
    if noun is not None:
        near.setdefault(tree.words[noun], noun)
    return near


def words_said(tree: Tree, clause: int, lexicon: Lexicon) -> dict[str, int]:
    """What stands near a verb of saying of which a clause tells what is said; nothing for a clause
    without a subject."""
    near: dict[str, int] = {}
    said = about(tree, clause)
    if said:
        _add_phrase(near, tree, clause, said, lexicon)
    return near


def about(tree: Tree, clause: int) -> tuple[int, ...]:
    """The words that a clause with a subject is about: its head, and what the head's own
    complement adds ("said they *would have to pay*")."""
    if not tree.children(clause, "nsubj", "expl"):
        return ()
    heads = (clause, *tree.children(clause, "xcomp"))
    return tuple(head for head in heads if not tree.is_passive(head))


def _add_phrase(
    near: dict[str, int], tree: Tree, child: int, said: tuple[int, ...], lexicon: Lexicon
) -> None:
    """Add the words of a phrase near a token; for a clause that is said, those of its complement
    too, and what it is about."""
    near.setdefault(tree.words[child], child)
    for head in said:
        near.setdefault(f"{CLAUSE_HEAD}{tree.words[head]}", head)
    for above in (child, *(head for head in said if head != child)):
        for word in tree.children(above):
            apart = tree.relation(word) == "compound:prt" or _dates(tree, word, lexicon)
            if not apart and not (said and _is_object_it(tree, word)):
                near.setdefault(tree.words[word], word)


def _is_object_it(tree: Tree, word: int) -> bool:
    """Whether a word is "it" and no subject: the pronouns of entries for what is said are its
    subjects."""
    return tree.words[word] == "it" and tree.bare(word) not in ("nsubj", "expl")


def words_apart(tree: Tree, index: int) -> frozenset[str]:
    """The words of clauses and circumstances below a token: they complete no entry, and yet may
    tell that it is meant otherwise ("died after an illness")."""
    return frozenset(
        tree.words[word]
        for child in tree.children(index)
        if _apart(tree, child)
        for word in (child, *tree.children(child))
    )


def _apart(tree: Tree, child: int) -> bool:
    """Whether a phrase tells the circumstances of an act, or another act beside it."""
    if tree.relation(child) in ("conj", "parataxis"):
        verbs = tree[child].part_of_speech == tree[tree[child].head].part_of_speech == "VERB"
        if verbs or tree.children(child, "nsubj", "obj"):
            return True
    marks = tree.children(child, "case", "mark", "advmod")
    return any(tree.words[mark] in APART for mark in marks)


def _antecedent(tree: Tree, index: int) -> int | None:
    """The noun that the relative clause or participle of a verb is about, unless it is what acts
    on something else: the subject of an active verb with an object."""
    relation, noun = tree.relation(index), tree.parent(index)
    objects = tree.children(index, "obj")
    if relation == "acl":
        does = not objects and tree.words[index].endswith("ing")  # "troops massing"
        return noun if does or tree.is_passive(index) else None
    if relation != "acl:relcl":
        return None
    relative = next((c for c in tree.children(index) if tree.words[c] in RELATIVE), None)
    if relative is None:
        told = tree.children(index, "nsubj") and not objects
        return noun if told and not tree.children(index, "advmod") else None
    core = tree.bare(relative) in ("nsubj", "obj")
    return noun if core and (relative in objects or not objects) else None


def _dates(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is the preposition of a day or year: who "called Ankara on Monday" called on
    nobody."""
    word = tree.words[tree[index].head]
    return tree.bare(index) == "case" and (word in lexicon.days or word.isdigit())


def from_pattern(
    tree: Tree, index: int, pattern: Pattern, near: dict[str, int], lexicon: Lexicon
) -> Trigger:
    """The trigger that an entry makes of a word and those near it."""
    needs = () if "tells" in pattern.flags else pattern.needs
    others = [
        near[word]
        for forms in needs
        for word in sorted(forms & near.keys())[:1]
        if not word.startswith((SUBJECT, NAMED_PLACE))  # a party, told apart from its act
    ]
    mode = pattern.mode
    if mode is None and "by-complement" in pattern.flags:
        mode = lexicon.complement_mode(pattern.type, complement_words(tree, index))
    return Trigger(
        head=index,
        tokens=tuple(sorted({index, *others})),
        type=pattern.type,
        mode=mode,
        noun=pattern.part == "noun",
        flags=pattern.flags,
        actor_slots=pattern.actor_slots,
        recipient_slots=pattern.recipient_slots,
        why=f"lexicon: {pattern.text}",
    )


def complement_words(tree: Tree, index: int, depth: int = 3) -> list[str]:
    """The words of an act's complements, nearest first; subjects, insertions and names left out
    (who calls on the Free Syrian Army asks nobody to free anyone)."""
    words: list[str] = []
    level = [
        child
        for child in tree.children(index)
        if tree.bare(child) in ("obj", "obl", "xcomp", "ccomp", "nmod", "acl", "advcl", "iobj")
    ]
    for _ in range(depth):
        words += [tree.words[here] for here in level if not tree.is_named(here, *NAMES)]
        level = [
            child
            for here in level
            for child in tree.children(here)
            if tree.bare(child) not in ("nsubj", "punct", "case", "det", "parataxis")
        ]
    return words
