"""English pronouns by number, sex and sort."""

from __future__ import annotations

MALE = frozenset(("he", "him", "his", "himself"))
FEMALE = frozenset(("she", "her", "hers", "herself"))
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
SPEAKER = frozenset(("i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves"))
RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))
# Determiners of what is known already.
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
EACH = frozenset(("both", "each", "neither", "either"))
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL | SPEAKER | RELATIVE | EACH

# Those of the third person that are not reflexive: who acts on himself is told by "itself".
THIRD_PERSON = (MALE | FEMALE | NEUTER | PLURAL) - {
    "himself",
    "herself",
    "itself",
    "themselves",
}
