"""Whom pronouns mean: by number, sex and sort, the nearest and most prominent before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import structs

from dateline.knowledge.actors import singular
from dateline.knowledge.pronouns import (
    EACH,
    FEMALE,
    MALE,
    NEUTER,
    PLURAL,
    RELATIVE,
    SPEAKER,
)
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.codes import Resolve
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.release import issuers
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.speech import SPEECH, is_speaker

_QUOTES = frozenset(("“", "”", '"', "``", "''", "‘", "'", "«", "»"))
_DOUBLE_QUOTES = _QUOTES - {"‘", "’", "'"}
ISSUING = ("GOV", "IGO", "NGO", "MIL")  # sectors that put out statements
ISSUERS = OF_THE_STATE.union(ISSUING, ("REB", "PTY"))  # and those where a heading says so
_BODIES = frozenset(("state", "organ", "group"))

# Prepositions of whom one deals with: "spoke with", "spoke to".
_DEALT = ("", "with", "to")


class Pronouns:
    def __init__(self, scene: Scene, memory: Memory) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._memory = memory
        self._context = scene.context

    def features(self, index: int, number: int) -> tuple[str, bool, str]:
        """Sort, number and sex of a pronoun, as memory keeps them."""
        lower = self._tree.words[index]
        if lower in MALE:
            return "person", False, "male"
        if lower in FEMALE:
            return "person", False, "female"
        if lower in NEUTER:
            return "group", False, ""
        return "crowd", lower in PLURAL or number > 1, ""

    def resolve(self, index: int, resolve: Resolve) -> tuple[Actor, ...]:
        """The actors of a pronoun, or one unknown actor."""
        lower = self._tree.words[index]
        if lower in RELATIVE:
            return self._relative(index, resolve)
        if lower in SPEAKER:
            return self._speaker(index, resolve)
        if lower in MALE | FEMALE and self._is_of_unknown_sayer(index):
            return (Actor(code=UNKNOWN, sector="", why="as the speaker"),)
        spoken = self._antecedent(index, lower)
        if spoken is None:
            return (Actor(code=UNKNOWN, sector="", why=f"nobody for {lower}"),)
        if lower in EACH:
            return spoken.actors
        return tuple(
            Actor(code=a.code, sector=a.sector, name=a.name, why=f"{a.why} ({lower})")
            for a in spoken.actors
        )

    def _antecedent(self, index: int, lower: str) -> Spoken | None:
        """Who is meant: rather not whoever says "we" before, nor one of that state or body."""
        own = self._speaker_of(index) if lower in PLURAL | NEUTER else frozenset()
        codes = frozenset(actor.code for actor in own)
        other = self._free_antecedent(index, lower, lambda a: a.code not in codes) if own else None
        return other or self._free_antecedent(index, lower, lambda a: a not in own)

    def _free_antecedent(
        self, index: int, lower: str, other_than_speaker: Callable[[Actor], bool]
    ) -> Spoken | None:
        sentence = self._tree.tokens[index].sentence
        is_object = self._tree.bare(index) in ("obj", "iobj", "obl")
        acted_on = is_object or self._owns_what_is_struck(index)
        clauses = self._of_one_subject(self._tree.clause(index)) if acted_on else set()

        def free(spoken: Spoken) -> bool:
            same = spoken.subject and spoken.clause in clauses
            return not same and all(map(other_than_speaker, spoken.actors))

        speaker = self._spoke_before(index, lower, free)
        if speaker is not None:
            return speaker
        if lower in MALE | FEMALE:
            wanted, other = ("female", "male") if lower in FEMALE else ("male", "female")
            fitting = self._memory.latest(
                sentence,
                lambda s: s.sort == "person" and not s.plural and s.sex != other and free(s),
            )
            sure = self._memory.latest(
                sentence, lambda s: s.sort == "person" and s.sex == wanted and free(s), 2
            )
            return sure if wanted == "female" and sure is not None else fitting
        if lower in NEUTER:
            return self._memory.latest(
                sentence, lambda s: s.sort in _BODIES and not s.plural and free(s)
            )
        if lower in EACH:
            return self._memory.latest(sentence, lambda s: len(s.actors) > 1)
        plural = self._memory.latest(sentence, lambda s: s.plural and free(s), 2)
        acted = plural is not None and plural.subject and plural.sentence >= sentence - 1
        if self._tree.is_subject(index) and not acted:
            plural = self._met_before(sentence) or plural
        return plural or self._memory.latest(
            sentence, lambda s: s.sort in ("group", "organ") and free(s), 3
        )

    def _is_of_unknown_sayer(self, index: int) -> bool:
        """Whether a pronoun is subject of what a name says that nothing explains: in "Marsh, who
        met the king, said he was ready" it is not the king."""
        tree = self._tree
        clause = tree.tokens[index].head
        verb = tree.tokens[clause].head
        told = tree.is_subject(index) and tree.bare(clause) == "ccomp"
        if not told or tree.words[verb] not in SPEECH:
            return False
        sayers = [i for i in tree.children(verb) if tree.is_subject(i) and i < index]
        named = [i for i in sayers if tree.tokens[i].part_of_speech == "PROPN"]
        return bool(named) and all(spoken.head not in named for spoken in self._memory)

    def _owns_what_is_struck(self, index: int) -> bool:
        """ "Rebels stormed *their* camp": a place or thing of somebody else than who strikes it."""
        tree, agents = self._tree, self._scene.agents
        noun = tree.tokens[index].head
        if tree.relation(index) != "nmod:poss" or tree.bare(noun) != "obj":
            return False
        owned = agents.territory | agents.things
        struck = tree.words[tree.tokens[noun].head] in agents.war
        return (
            struck
            and singular(tree.words[noun]) in owned
            and "own" not in (tree.words[child] for child in tree.children(noun))
        )

    def _met_before(self, sentence: int) -> Spoken | None:
        """Two persons or states of whom the sentence before tells above all what one did with or to
        the other: "The premier spoke with the king. *They* agreed …"."""
        before = [s for s in self._memory if s.sentence == sentence - 1 and _is_one(s)]
        root = self._tree.reading.sentences[sentence - 1].root
        for doer in (spoken for spoken in before if spoken.subject and spoken.clause == root):
            for other in before:
                same = other.clause == doer.clause and other.sort == doer.sort
                dealt = self._tree.bare(other.head) in ("obj", "iobj", "obl")
                preposition = self._tree.preposition(other.head)
                if same and dealt and preposition in _DEALT and other.actors != doer.actors:
                    return structs.replace(other, actors=doer.actors + other.actors)
        return None

    def _spoke_before(
        self, index: int, lower: str, free: Callable[[Spoken], bool]
    ) -> Spoken | None:
        """Who goes on speaking: "The army said three rebels were killed. They added …"."""
        tree, number = self._tree, self._tree.tokens[index].sentence
        speaks = tree.is_subject(index) and tree.words[tree.tokens[index].head] in SPEECH
        if lower not in PLURAL | NEUTER or not speaks:
            return None

        def fits(spoken: Spoken) -> bool:
            verb = tree.tokens[spoken.head].head
            tells = any(tree.bare(child) == "ccomp" for child in tree.children(verb))
            told = spoken.subject and (tells or tree.words[verb] in SPEECH)
            sort = spoken.plural if lower in PLURAL else spoken.sort in _BODIES
            return told and sort and spoken.sentence < number and free(spoken)

        return self._memory.latest(number, fits, 1)

    def _speaker_of(self, index: int) -> frozenset[Actor]:
        """Whoever says "we" before a pronoun: "we talk to them" is to others."""
        first = self._tree.reading.sentences[self._tree.tokens[index].sentence].first
        before = filter(self._tree.is_subject, range(index - 1, first - 1, -1))
        subject = next(before, index)
        if not is_speaker(self._tree, subject) or self._quotation_ends(subject, index):
            return frozenset()
        return frozenset(
            a for spoken in self._memory if spoken.head == subject for a in spoken.actors
        )

    def _quotation_ends(self, first: int, end: int) -> bool:
        """Whether words stand inside and outside a quotation: "'We will stay', its envoy said"."""
        between = (self._tree.tokens[i].text for i in range(first, end))
        return sum(text in _DOUBLE_QUOTES for text in between) % 2 == 1

    def _of_one_subject(self, clause: int) -> set[int]:
        """A clause and those above it that share its subject ("used tear gas to disperse them")."""
        found = {clause}
        while self._tree.bare(clause) in ("xcomp", "advcl") and not any(
            self._tree.is_subject(child) for child in self._tree.children(clause)
        ):
            above = self._tree.tokens[clause].head
            verb = self._tree.tokens[above].part_of_speech in ("VERB", "AUX")
            clause = above if verb else self._tree.clause(above)
            if clause in found:
                break
            found.add(clause)
        return found

    def _relative(self, index: int, resolve: Resolve) -> tuple[Actor, ...]:
        """ "The rebels who …": the noun that the relative clause hangs on, or stands behind."""
        for above in self._tree.ancestors(index):
            if self._tree.relation(above).startswith("acl"):
                return resolve(self._tree.tokens[above].head)
        before = index - 2 if self._tree.words[index - 1 : index] == (",",) else index - 1
        if before >= 0 and self._tree.tokens[before].part_of_speech in ("NOUN", "PROPN"):
            return resolve(self._tree.whole(before))
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
        """Who speaks in a statement without quotation marks: whoever "said:" last before it, those
        whose statement it says to be, the body or state that first "welcomes" or "condemns"
        something in its own name, else the first that acts in the report."""
        for number in range(sentence, -1, -1):
            its = self._tree.reading.sentences[number]
            opens = ":" in self._tree.words[its.first : its.end]
            for subject in self._speakers(number) if opens else ():
                actors = resolve(subject)
                if actors[0].code != UNKNOWN:
                    return actors
        named = [a for head in issuers(self._tree, self._scene.agents) for a in resolve(head)]
        own = tuple(dict.fromkeys(a for a in named if a.code != UNKNOWN and a.sector in ISSUERS))
        if own:
            return own
        for index in self._takers_of_position():
            actors = resolve(index)
            if actors[0].sector in ISSUING:
                return actors
        for spoken in self._memory:
            if spoken.subject and spoken.actors[0].sector in ISSUING:
                return spoken.actors
        return (Actor(code=UNKNOWN, sector="", why="no speaker"),)

    def _takers_of_position(self) -> Iterator[int]:
        """Names that take a position in the present tense."""
        tree = self._tree
        for index in self._scene.named:
            governor = tree.words[tree.tokens[index].head]
            if governor in self._scene.agents.positions and tree.is_subject(index):
                yield index

    def _speakers(self, number: int) -> list[int]:
        tree = self._tree
        sentence = tree.reading.sentences[number]
        subjects = [
            index
            for index in range(sentence.first, sentence.end)
            if tree.is_subject(index) and tree.words[tree.tokens[index].head] in SPEECH
        ]
        if subjects:
            return subjects
        return [
            beside
            for index in range(sentence.first, sentence.end)
            if tree.words[index] in SPEECH
            for beside in self._beside(index, sentence.first, sentence.end)
        ]

    def _beside(self, verb: int, first: int, end: int) -> list[int]:
        """The noun before a verb of speech, or else after it, where the tree has no subject."""
        tree = self._tree
        for index in (verb - 1, verb + 1):
            if not first <= index < end:
                continue
            for above in tree.ancestors(index):
                if tree.bare(index) not in ("flat", "det", "compound", "amod"):
                    break
                index = above
            if tree.tokens[index].part_of_speech in ("NOUN", "PROPN"):
                return [index]
        return []


def _is_one(spoken: Spoken) -> bool:
    """Whether a mention is of one person or state that can be half of "they"."""
    single = not spoken.plural and len(spoken.actors) == 1 and not spoken.modifier
    return single and spoken.sort in ("person", "state") and spoken.actors[0].code != UNKNOWN
