"""Who has been spoken of so far, for pronouns and definite descriptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import msgspec

from dateline.records import Actor

# Grammatical role counts beside recency: a subject outlives other mentions of its sentence.
_SUBJECT_BONUS = 0.9
_SENTENCE_STEP = 1.0
_LONGEST_LOOK_BACK = 6
# On which side of a civil war the armed of a country stand.
_FORCES = {"MIL": "MIL", "COP": "MIL", "REB": "REB", "UAF": "REB"}


class Spoken(msgspec.Struct, frozen=True):
    """A resolved mention as memory keeps it.

    ``sort`` is ``person``, ``state``, ``organ``, ``group``, ``crowd`` or ``place``; ``sex`` is
    ``female``, ``male`` or empty; ``clause`` is the token of its verb,
    ``number`` how many it counts where a numeral tells.
    """

    head: int
    sentence: int
    actors: tuple[Actor, ...]
    sort: str
    plural: bool
    sex: str
    subject: bool
    clause: int
    modifier: bool = False
    number: int = 0


class Memory:
    """Mentions in order of the text; the newest are asked first."""

    def __init__(self) -> None:
        self._spoken: list[Spoken] = []
        # The last body whose name ends with a word ("council", "commission"), and whether it acted.
        self._bodies: dict[str, tuple[Actor, bool]] = {}
        # Codes of those who fight in the report; how often each has arms, as a state's force (MIL)
        # or a movement (REB).
        self.fighting: set[str] = set()
        self.armed: Counter[tuple[str, str]] = Counter()
        # Codes of those who mediate, or speak to "both sides": they are none of them.
        self.apart: set[str] = set()

    def add(self, spoken: Spoken) -> None:
        self._spoken.append(spoken)

    def note_body(self, word: str, actor: Actor, *, acts: bool) -> None:
        """Remember a body by the last word of its name. Who acted goes on to be "the council" where
        another is only spoken of."""
        if acts or not self._bodies.get(word, (actor, False))[1]:
            self._bodies[word] = actor, acts

    def body(self, word: str) -> Actor | None:
        """The body that was spoken of by a name ending with a word."""
        return self._bodies[word][0] if word in self._bodies else None

    def note_arms(self, actors: Iterable[Actor]) -> None:
        """Remember who of the actors of a mention fights."""
        for actor in actors:
            if actor.sector in _FORCES:
                self.armed[actor.code, _FORCES[actor.sector]] += 1
            if actor.sector in ("MIL", "REB"):
                self.fighting.add(actor.code)

    def __iter__(self) -> Iterator[Spoken]:
        return iter(self._spoken)

    def latest(
        self, sentence: int, fits: Callable[[Spoken], bool], reach: int = _LONGEST_LOOK_BACK
    ) -> Spoken | None:
        """The most salient earlier mention that fits, within ``reach`` sentences."""
        best: Spoken | None = None
        best_score = float("-inf")
        for order, spoken in enumerate(reversed(self._spoken)):
            distance = sentence - spoken.sentence
            if distance > reach:
                break
            if not fits(spoken):
                continue
            score = -_SENTENCE_STEP * distance - 0.05 * min(order, 20)
            score += _SUBJECT_BONUS if spoken.subject else 0.0
            score -= 0.6 if spoken.modifier else 0.0
            if score > best_score:
                best, best_score = spoken, score
        return best
