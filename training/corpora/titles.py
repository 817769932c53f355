"""Words before a person's name that are no part of it, though some corpora mark them so."""

from __future__ import annotations

WORDS = """
mr mrs ms dr sir lady lord col lt gen sgt maj capt cpl pvt commodore admiral adm brig air major
general colonel lieutenant captain sergeant commander chief marshal vice rear foreign office prime
defence defense secretary minister president ambassador special advisor adviser envoy un us u.s. uk
navy army force spokesman spokesperson deputy senior director press iraqi syrian british american
russian pentagon sheikh king queen prince state of affairs operations permanent representative high
commissioner chairman chairwoman senator justice professor governor mayor pope saint judge
"""
TITLES = frozenset(WORDS.split())


def is_title(word: str) -> bool:
    """Whether the word, with or without its full stop, is one of them."""
    return word.lower().rstrip(".") in TITLES
