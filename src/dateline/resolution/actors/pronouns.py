"""Whom pronouns mean: by number, sex and sort, the nearest and most prominent before them."""

from __future__ import annotations

from collections.abc import Callable

from dateline.records import Actor
from dateline.resolution.actors.context import UNKNOWN, Context
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.tree import Tree

_MALE = frozenset(("he", "him", "his", "himself"))
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_NEUTER = frozenset(("it", "its", "itself"))
_PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_SPEAKER = frozenset(("i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves"))
_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))
_EACH = frozenset(("both", "each", "neither", "either"))
PRONOUNS = _MALE | _FEMALE | _NEUTER | _PLURAL | _SPEAKER | _RELATIVE | _EACH

SPEECH = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "tells",
        "added",
        "adds",
        "warned",
        "warns",
        "tweeted",
        "wrote",
        "writes",
        "stated",
        "states",
        "insisted",
        "insists",
        "explained",
        "explains",
        "announced",
        "declared",
        "claimed",
        "claims",
        "argued",
        "argues",
        "continued",
        "concluded",
        "replied",
        "asked",
        "vowed",
        "pledged",
        "called",
        "urged",
        "accused",
        "denied",
        "confirmed",
        "noted",
        "stressed",
    ]
)
_QUOTES = frozenset(("“", "”", '"', "``", "''", "‘", "'", "«", "»"))
_BODIES = frozenset(("state", "organ", "group"))

Resolve = Callable[[int], tuple[Actor, ...]]


class Pronouns:
    def __init__(self, tree: Tree, memory: Memory, context: Context) -> None:
        self._tree = tree
        self._memory = memory
        self._context = context

    def features(self, index: int, number: int) -> tuple[str, bool, str]:
        """Sort, number and sex of a pronoun, as memory keeps them."""
        lower = self._tree.lower[index]
        if lower in _MALE:
            return "person", False, "male"
        if lower in _FEMALE:
            return "person", False, "female"
        if lower in _NEUTER:
            return "group", False, ""
        return "crowd", lower in _PLURAL or number > 1, ""

    def resolve(self, index: int, resolve: Resolve) -> tuple[Actor, ...]:
        """The actors of a pronoun, or one unknown actor."""
        lower = self._tree.lower[index]
        if lower in _RELATIVE:
            return self._relative(index, resolve)
        if lower in _SPEAKER:
            return self._speaker(index, resolve)
        spoken = self._antecedent(index, lower)
        if spoken is None:
            return (Actor(code=UNKNOWN, sector="", why=f"nobody for {lower}"),)
        if lower in _EACH:
            return spoken.actors
        return tuple(
            Actor(code=a.code, sector=a.sector, name=a.name, why=f"{lower}: {a.name or a.code}")
            for a in spoken.actors
        )

    def _antecedent(self, index: int, lower: str) -> Spoken | None:
        sentence = self._tree.tokens[index].sentence
        clause = self._tree.clause(index)
        is_object = self._tree.base(index) in ("obj", "iobj", "obl")

        def free(spoken: Spoken) -> bool:
            return not (is_object and spoken.subject and spoken.clause == clause)

        if lower in _MALE | _FEMALE:
            wanted, other = ("female", "male") if lower in _FEMALE else ("male", "female")
            fitting = self._memory.latest(
                sentence,
                lambda s: s.sort == "person" and not s.plural and s.sex != other and free(s),
            )
            sure = self._memory.latest(
                sentence, lambda s: s.sort == "person" and s.sex == wanted and free(s), 2
            )
            return sure if wanted == "female" and sure is not None else fitting
        if lower in _NEUTER:
            return self._memory.latest(
                sentence, lambda s: s.sort in _BODIES and not s.plural and free(s)
            )
        if lower in _EACH:
            return self._memory.latest(sentence, lambda s: len(s.actors) > 1)
        plural = self._memory.latest(sentence, lambda s: s.plural and free(s), 2)
        return plural or self._memory.latest(
            sentence, lambda s: s.sort in ("group", "organ") and free(s), 3
        )

    def _relative(self, index: int, resolve: Resolve) -> tuple[Actor, ...]:
        """ "The rebels who …": the noun that the relative clause hangs on."""
        for above in self._tree.climb(index):
            if self._tree.relation(above).startswith("acl"):
                return resolve(self._tree.tokens[above].head)
        return (Actor(code=UNKNOWN, sector="", why="no noun before"),)

    def _speaker(self, index: int, resolve: Resolve) -> tuple[Actor, ...]:
        """ "We", "our": who is speaking, from the verb of speech of this or the last sentence."""
        sentence = self._tree.tokens[index].sentence
        if not self._quoted(sentence):
            return self._issuer(sentence, resolve)
        for number in (sentence + step for step in (0, -1, 1, -2, 2, -3)):
            if not 0 <= number < len(self._tree.reading.sentences):
                continue
            for subject in self._speakers(number):
                if subject == index:
                    continue
                actors = resolve(subject)
                if actors and actors[0].code != UNKNOWN:
                    return actors
        return (Actor(code=UNKNOWN, sector="", why="no speaker"),)

    def _quoted(self, sentence: int) -> bool:
        """Whether a sentence or one shortly before it holds a quotation mark."""
        sentences = self._tree.reading.sentences[max(0, sentence - 3) : sentence + 1]
        return any(
            self._tree.tokens[i].text in _QUOTES for s in sentences for i in range(s.first, s.end)
        )

    def _issuer(self, sentence: int, resolve: Resolve) -> tuple[Actor, ...]:
        """Who speaks in a statement without quotation marks: whoever "said:" last before it,
        else the first body or state that acts in the report."""
        for number in range(sentence, -1, -1):
            last = self._tree.reading.sentences[number].end - 1
            subjects = self._speakers(number) if self._tree.lower[last] == ":" else []
            for subject in subjects:
                actors = resolve(subject)
                if actors[0].code != UNKNOWN:
                    return actors
        for spoken in self._memory:
            if spoken.subject and spoken.actors[0].sector in ("GOV", "IGO", "NGO", "MIL"):
                return spoken.actors
        return (Actor(code=UNKNOWN, sector="", why="no speaker"),)

    def _speakers(self, number: int) -> list[int]:
        tree = self._tree
        sentence = tree.reading.sentences[number]
        subjects = [
            index
            for index in range(sentence.first, sentence.end)
            if tree.is_subject(index) and tree.lower[tree.tokens[index].head] in SPEECH
        ]
        if subjects:
            return subjects
        return [
            beside
            for index in range(sentence.first, sentence.end)
            if tree.lower[index] in SPEECH
            for beside in self._beside(index, sentence.first, sentence.end)
        ]

    def _beside(self, verb: int, first: int, end: int) -> list[int]:
        """The noun before a verb of speech, or else after it, where the tree has no subject."""
        tree = self._tree
        for index in (verb - 1, verb + 1):
            if not first <= index < end:
                continue
            for above in tree.climb(index):
                if tree.base(index) not in ("flat", "det", "compound", "amod"):
                    break
                index = above
            if tree.tokens[index].part_of_speech in ("NOUN", "PROPN"):
                return [index]
        return []
