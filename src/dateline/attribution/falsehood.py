"""Claims that are called false: "branded the report a lie", "said the charges were baseless"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.attribution.sources import is_own_voice, source_of
from dateline.attribution.speech import Cue
from dateline.knowledge.lexicon import Cues
from dateline.records import Span, Stance
from dateline.tree import RELATIVE_CLAUSE, Tree


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
            content = tree.span(tree.subtree(claim, without=RELATIVE_CLAUSE))
            yield Cue(head=word, source=source, stance=Stance.DENIES, own=own), content


def _said_of(tree: Tree, word: int, cues: Cues) -> tuple[int, int] | None:
    """The claim that a word of falsehood is said of, and the verb of who says it."""
    verb = tree.parent(word)
    if verb is None:
        return None
    if tree.children(word, "cop"):
        things = tree.children(word, "nsubj")
        says = tree.bare(word) == "ccomp" or tree.bare(verb) == "parataxis"
    else:
        things = tree.children(verb, "obj")
        says = tree.bare(word) in ("xcomp", "obl", "advcl", "obj")
    if not says or tree.words[verb] not in cues.speaking:
        return None
    claim = next((one for one in things if tree.words[one] in cues.asserting_nouns), None)
    return None if claim is None else (claim, verb)
