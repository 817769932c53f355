"""Why somebody is taken for an actor, where later steps ask for it."""

from __future__ import annotations

COLLECTIVE = "one of a collective"  # a party of "both sides"
LEADERS = frozenset({"president", "prime minister", "king", "supreme leader"})
