"""Claims that are called false: "branded the report a lie", "said the charges were baseless"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.attribution.claims import claim_span, false_word
from dateline.attribution.sources import is_own_voice, source_of
from dateline.attribution.speech import Cue
from dateline.knowledge.lexicon import Cues
from dateline.records import Span, Stance
from dateline.tree import Tree


def called_false(tree: Tree, cues: Cues) -> Iterator[tuple[Cue, Span]]:
    """The word of falsehood as a cue of denial, with the claim that it turns down."""
    for word, text in enumerate(tree.words):
        if text not in cues.false or cues.is_negated(tree, word):
            continue
        found = _said_of(tree, word, cues)
        if found is None:
            continue
        claim, verb = found
        source = source_of(tree, verb)
        if source is not None:
            own = is_own_voice(tree, source, verb, cues)
            hangs = tree[verb].head == claim
            content = tree.span((claim,)) if hangs else claim_span(tree, claim, cues)
            yield Cue(head=word, source=source, stance=Stance.DENIES, own=own), content


def _said_of(tree: Tree, word: int, cues: Cues) -> tuple[int, int] | None:
    """The claim that a word of falsehood is said of, and the verb of who says it."""
    verb = tree.parent(word)
    if verb is None:
        return None
    if tree.children(word, "cop"):
        says = tree.bare(word) == "ccomp" or tree.bare(verb) == "parataxis"
        things = tree.children(word, "nsubj")
    else:
        says = false_word(tree, verb, cues) == word
        things = tuple(one for one in _named_with(tree, word, verb) if one != word)
    if not says or tree.words[verb] not in cues.speaking:
        return None
    claim = next((one for one in things if tree.words[one] in cues.asserting_nouns), None)
    return None if claim is None else (claim, verb)


def _named_with(tree: Tree, word: int, verb: int) -> tuple[int, ...]:
    """What a verb may call false: its object, what stands behind the word ("dismissed as a lie
    Iraq's claim"), or what its clause hangs on ("a charge that Iraq called a lie")."""
    behind = (*tree.children(word, "nmod", "nsubj"), *tree.children(verb, "obl"))
    before = (tree[verb].head,) if tree.bare(verb) in ("acl", "ccomp") else ()
    return (*tree.children(verb, "obj"), *(one for one in behind if one > word), *before)
