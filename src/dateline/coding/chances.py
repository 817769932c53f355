"""From which probability on the language model's opinion of an act counts."""

from __future__ import annotations

LIKELIER = 0.5  # than not: of an act that is seen, of a party that takes part in it
SURE = 0.5  # of a role that stands although something speaks against it
TAKES_PART = 0.4  # from which a word stands on a side
SEEN = 0.3  # from which the model is taken to see an act
POSSIBLE = 0.08  # enough for the likeliest word of a side that has no other
CERTAIN = 0.8  # of a role that stands against what the tree tells
