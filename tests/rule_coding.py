"""The rule coder over hand-made trees, for tests of the codebook's rules one by one.

The weights play no part here: what is tested is what the rules propose and what the codebook
makes of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace
from trees import cast, reading

from dateline.attribution import attribute
from dateline.coding import events
from dateline.coding.people import People
from dateline.coding.triggers import possible_triggers
from dateline.coding.weigh import candidates
from dateline.knowledge import Knowledge
from dateline.records import Event, Party, Place, Span
from dateline.tree import Tree


def code(
    knowledge: Knowledge,
    rows: str,
    published: date | None = date(2020, 9, 28),
    dateline_: Span | None = None,
    past: bool = False,
    scene: str = "",
    country: str = "",
    **given: Any,
) -> tuple[Event, ...]:
    """The events of ``rows``; in the ``past``, all verbs are tagged so; ``scene`` is a place."""
    made = reading(rows, published)
    report = replace(made.report, dateline=dateline_)
    tokens = (
        replace(token, tag="VBD") if past and token.part_of_speech == "VERB" else token
        for token in made.tokens
    )
    made = replace(made, report=report, tokens=tuple(tokens))
    places = tuple(
        Place(text=scene, span=token.span, head=index, country=country)
        for index, token in enumerate(made.tokens)
        if token.text == scene
    )
    people = replace(cast(made, **given), places=places)
    statements = attribute(made, knowledge)
    tree = Tree(made)
    found = candidates(tree, People(tree, people, knowledge.lexicon), statements, knowledge.lexicon)
    return events(tuple(one.act for one in found), made, statements, people, knowledge)


def codes(parties: Iterable[Party]) -> set[str]:
    """Who they are."""
    return {party.code for party in parties}


def short(event: Event) -> tuple[str, set[str], set[str]]:
    """Its type, and who is on either side."""
    return event.type, codes(event.actors), codes(event.recipients)


def named(knowledge: Knowledge, rows: str) -> dict[str, set[str | None]]:
    """The modes under each type of act that the words of some sentences may name."""
    found: dict[str, set[str | None]] = {}
    for trigger in possible_triggers(Tree(reading(rows)), knowledge.lexicon):
        found.setdefault(trigger.type, set()).add(trigger.mode)
    return found
