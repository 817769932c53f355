"""Telling a location from a toponym that stands for an actor ("Moscow said").

The name of a country, a capital or a seat of government stands for the government where it is
the subject or the object of a verb, the agent of a passive, a possessor, or follows a preposition
of dealing ("talks with Ankara"); any other place does so only as the subject of a verb. After a
preposition of place it is a location, unless the verb addresses it ("called on Russia").
"""

from __future__ import annotations

from functools import cache

from dateline.knowledge.inflection import load as load_inflection
from dateline.knowledge.places import Entry, Gazetteer, Kind, role_words
from dateline.resolution.place_names import PlaceName
from dateline.tree import Tree

_ACTING = frozenset({"nsubj", "obl:agent"})
_DEALT_WITH = frozenset({"nsubj:pass", "obj", "iobj", "nmod:poss", "vocative"})
_PARTS_OF_NAMES = frozenset({"compound", "flat", "nmod:desc"})


def stands_for_government(
    tree: Tree, name: PlaceName, entry: Entry | None, gazetteer: Gazetteer
) -> bool:
    """Whether a place name stands for who governs or lives there; ``entry`` is what it means."""
    head = tree.first_conjunct(name.head)
    # "Idlib province": the phrase is headed by the word for the sort of place.
    if tree.relation(head) in _PARTS_OF_NAMES and name.span.end >= tree[tree[head].head].span.end:
        head = tree.first_conjunct(tree[head].head)
    relation = tree.relation(head)
    governs = entry is not None and (entry.kind is Kind.COUNTRY or entry.id in gazetteer.capitals)
    if relation in _ACTING:
        return True
    if not governs:
        return False
    if relation in _DEALT_WITH or relation in _PARTS_OF_NAMES:
        return not _is_scene(tree, head)
    preposition = tree.case(head)
    if preposition in role_words().actor:
        return True
    if preposition in ("on", "to", "from", "between"):
        governor = tree.parent(head)
        return preposition == "between" or (
            governor is not None and tree.words[governor] in _forms(role_words().addressing)
        )
    return False


def _is_scene(tree: Tree, head: int) -> bool:
    """Whether a phrase is where something is: what a verb of moving enters or leaves, or the
    possessor of a war, a coast, a north."""
    parent = tree.parent(head)
    if parent is None:
        return False
    if tree.relation(head) == "obj":
        return tree.words[parent] in _forms(role_words().moving)
    return tree.relation(head) == "nmod:poss" and tree.words[parent] in role_words().scenes


@cache
def _forms(verbs: frozenset[str]) -> frozenset[str]:
    """All inflected forms of verbs given by their base form."""
    inflection = load_inflection()
    return frozenset(form for verb in verbs for form in inflection.verb(verb))
