"""Denials of what was told before: "Moscow denied any involvement" (codebook section 5).

Such a denial names no act. It is the denial of the last deed that is told before it of the one who
denies, or in the same sentence: each gets a further record, on the word of who denies it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from dateline.coding.draft import codes
from dateline.coding.people import People
from dateline.coding.told import camp
from dateline.coding.voice import voice_of
from dateline.knowledge import Knowledge
from dateline.knowledge.lexicon import Cues
from dateline.records import (
    UNKNOWN,
    Event,
    Modality,
    Party,
    Polarity,
    Span,
    Stance,
    Statement,
    Voice,
)
from dateline.tree import Tree

REACH = 10  # sentences from a denial back to the deed
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID"})  # deeds that one is accused of
TAKEN_UP = frozenset({"it", "this", "that", "which", "these", "those"})


def with_denials(
    events: tuple[Event, ...],
    people: People,
    statements: tuple[Statement, ...],
    knowledge: Knowledge,
) -> tuple[Event, ...]:
    """The events with a further record for each deed that somebody denies without naming it, in
    place of the deeds read on the words of the denial alone. Who denies what a claim says refuses
    nothing by it."""
    denials = _Denials(events, people, statements, knowledge)
    found = tuple(denials.found())
    kept = (
        event
        for event in events
        if (event.type not in HOSTILE or event.trigger_span not in denials.words)
        and (event.type != "REJECT" or not denials.is_of_claim(event))
    )
    return (*kept, *found)


class _Denials:
    """The denials of one report."""

    def __init__(
        self,
        events: tuple[Event, ...],
        people: People,
        statements: tuple[Statement, ...],
        knowledge: Knowledge,
    ) -> None:
        self.words: set[Span] = set()  # those of the denials found
        self._events = events
        self._people = people
        self._tree = people.tree
        self._statements = statements
        self._cues = knowledge.lexicon.cues
        self._starts = [token.span.start for token in people.tree.tokens]
        sentences = enumerate(people.tree.reading.sentences)
        self._places = {sentence.span: place for place, sentence in sentences}
        self._deeds = tuple(
            event
            for event in events
            if event.type in HOSTILE
            and event.stance is Stance.ASSERTS
            and event.polarity is Polarity.POSITIVE
            and event.modality is not Modality.HYPOTHETICAL
        )

    def found(self) -> Iterator[Event]:
        for one in self._statements:
            top = self._top(one.content)
            word = None if top is None else turning_down(one, top, self._people, self._cues)
            if word is None or one.source is None or self._names_act(one, word):
                continue
            about = self._tree.words[word]
            guilt = one.stance is Stance.ASSERTS or about in self._cues.guilt | self._cues.guilty
            if guilt:
                self.words.update(self._words(one, word))
            for voice in voice_of(one, self._tree, self._people, self._cues):
                denied = self._denied(one, voice, guilt=guilt)
                if denied:
                    self.words.update(self._words(one, word))
                yield from (self._record(deed, one, voice) for deed in denied)

    def is_of_claim(self, event: Event) -> bool:
        """Whether an act is read on the verb by which somebody denies what a claim says."""
        return any(
            event.trigger_span.contains(one.cue)
            for one in self._statements
            if one.stance is Stance.DENIES and self._says_something(one.content)
        )

    def _says_something(self, content: Span) -> bool:
        top = self._top(content)
        if top is None or self._tree.words[top] not in self._cues.asserting_nouns:
            return False
        clauses = self._tree.children(top, "acl", "ccomp")
        marks = (mark for clause in clauses for mark in self._tree.children(clause, "mark"))
        return any(self._tree.words[mark] == "that" for mark in marks)

    def _top(self, content: Span) -> int | None:
        """The word that heads a content, if it holds any."""
        first, end = (bisect_left(self._starts, at) for at in (content.start, content.end))
        return self._tree.top(first, end) if first < end else None

    def _names_act(self, one: Statement, word: int) -> bool:
        """Whether a word other than that of guilt, claim or falsehood names what is denied."""
        return any(
            one.content.contains(event.trigger_span)
            and not self._tree[word].span.overlaps(event.trigger_span)
            for event in self._events
        )

    def _words(self, one: Statement, word: int) -> Iterator[Span]:
        """The words by which something is denied, with the verb by which it is called false."""
        tree = self._tree
        yield tree[word].span
        yield one.cue
        if tree.words[one.cue_head] in self._cues.false:
            yield tree[tree[one.cue_head].head].span

    def _denied(self, one: Statement, voice: Voice, *, guilt: bool) -> tuple[Event, ...]:
        """The deeds of the nearest sentence before a denial that may be meant by it: those of who
        denies; in its own sentence all that others tell, where a claim is denied; those of nobody
        known, where who denies speaks of his own ``guilt``, which are then denied as his. Who is
        accused denies that, and not what the report had told of him before."""
        here = self._tree[one.cue_head].sentence
        accused = -1 if guilt else self._accused(one, voice)
        meant = [
            (self._places[deed.evidence_span], deed)
            for deed in self._deeds
            if deed.trigger_span.start < one.cue.start
            and deed.trigger_span not in self.words
            and here - self._places[deed.evidence_span] <= REACH
            and (deed.voice or self._places[deed.evidence_span] >= accused)
            and not any(teller.text == voice.text for teller in deed.voice)
        ]
        own = [
            (place, deed)
            for place, deed in meant
            if (place == here and not guilt) or self._is_author(voice, one.source_head, deed)
        ]
        if guilt:
            own += self._unsolved(meant, one, voice)
        nearest = max((place for place, _ in own), default=here)
        return tuple(deed for place, deed in own if place == nearest)

    def _accused(self, one: Statement, voice: Voice) -> int:
        """The sentence in which a speaker was accused last before he denies it, -1 if in none."""
        return max(
            (
                self._places[event.evidence_span]
                for event in self._events
                if event.type == "ACCUSE" and event.trigger_span.start < one.cue.start
                if voice.code in codes(event.recipients)
            ),
            default=-1,
        )

    def _unsolved(
        self, meant: list[tuple[int, Event]], one: Statement, voice: Voice
    ) -> list[tuple[int, Event]]:
        """The attacks by nobody known, as those of who denies them, if he is not their victim."""
        if one.source_head is None:
            return []
        accused = tuple(
            Party(text=voice.text, span=voice.span, code=who.code, sector=who.sector, why=who.why)
            for who in self._people.actors(one.source_head)
            if who.code == voice.code != UNKNOWN
        )
        sides = {(one.code, one.sector) for one in accused}
        return [
            (place, msgspec.structs.replace(deed, actors=accused))
            for place, deed in meant
            if accused and deed.type == "ASSAULT" and codes(deed.actors) == {UNKNOWN}
            if sides.isdisjoint((struck.code, struck.sector) for struck in deed.recipients)
        ]

    def _is_author(self, voice: Voice, source: int | None, deed: Event) -> bool:
        """Whether a speaker is of the side that did a deed, and not its victim."""
        if source is None or any(party.span == voice.span for party in deed.recipients):
            return False
        camps = {camp(actor.sector) for actor in self._people.actors(source)}
        return any(
            actor.code == voice.code and (camp(actor.sector) in camps or not camps)
            for actor in deed.actors
        )

    def _record(self, deed: Event, one: Statement, voice: Voice) -> Event:
        reading = self._tree.reading
        sentence = reading.sentences[self._tree[one.cue_head].sentence]
        return msgspec.structs.replace(
            deed,
            counts={},
            voice=(voice,),
            stance=Stance.DENIES,
            trigger=reading.text_of(one.cue),
            trigger_span=one.cue,
            evidence=reading.text_of(sentence.span),
            evidence_span=sentence.span,
            why=f"denied: {deed.why}",
        )


def turning_down(one: Statement, top: int, people: People, cues: Cues) -> int | None:
    """The word of guilt, claim or deed by which a statement denies what was told before; ``None``
    where it denies nothing, or names it. ``top`` heads what the statement says."""
    tree = people.tree
    if one.stance is Stance.ASSERTS:
        return _no_guilt(top, tree, cues)
    turned_down = one.stance is Stance.DENIES and tree.words[one.cue_head] not in cues.believing
    return top if turned_down and _is_untold(top, people, cues) else None


def _is_untold(word: int, people: People, cues: Cues) -> bool:
    """Whether what is denied is only taken up: a claim of which no clause tells what it says, a
    part in nobody's affairs, "this"."""
    tree = people.tree
    said = tree.words[word]
    if said in cues.asserting_nouns:
        if said in cues.documents and any(map(people.is_party, tree.children(word, "nmod"))):
            return False  # "rejected the statement *of Turkey*"
        clauses = (
            clause
            for clause in tree.children(word, "acl", "ccomp")
            if tree.relation(clause) != "acl:relcl"
        )
        return all(tree.words[clause] in cues.guilty | cues.doing for clause in clauses)
    if said in cues.guilt:
        return not any(map(people.is_party, tree.children(word, "nmod")))
    return said in cues.guilty | cues.doing or (said in TAKEN_UP and not tree.children(word))


def _no_guilt(top: int, tree: Tree, cues: Cues) -> int | None:
    """The word of guilt that a clause denies of somebody: "was not involved", "had no part in",
    "had nothing to do with"."""
    negated = cues.is_negated(tree, top)
    if tree.words[top] in cues.guilty:
        return top if negated else None
    if tree.words[top] not in cues.having:
        return None
    for thing in tree.children(top, "obj"):
        none = tree.words[thing] in cues.negators or cues.is_negated(tree, thing)
        idle = tree.words[thing] == "nothing" and "do" in {tree.words[i] for i in tree.subtree(top)}
        if idle or tree.words[thing] in cues.guilt:
            return thing if none or negated else None
    return None
