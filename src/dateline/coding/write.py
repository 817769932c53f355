"""Writes a draft as an event: when, where, how many, and the words that show it."""

from __future__ import annotations

from collections.abc import Callable

from dateline.coding.counts import counts_of
from dateline.coding.draft import Draft
from dateline.coding.when import date_of, era_of
from dateline.knowledge import Knowledge
from dateline.records import Cast, Event, Modality, Place
from dateline.tree import Tree


class Writer:
    """Writes the events of one report."""

    def __init__(self, tree: Tree, cast: Cast, knowledge: Knowledge) -> None:
        self._tree = tree
        self._cast = cast
        self._words = knowledge.counts
        self._ontology = knowledge.ontology

    def event(self, draft: Draft) -> Event:
        act, tree = draft.act, self._tree
        reading = tree.reading
        speech = self._ontology.is_speech(draft.type)
        head, planned = act.trigger.head, act.modality is Modality.PLANNED
        time = date_of(head, reading, self._cast.times, speech=speech, planned=planned)
        sentence = reading.sentences[act.sentence]
        return Event(
            type=draft.type,
            mode=act.trigger.mode,
            actors=draft.actors,
            recipients=draft.recipients,
            date=None if time is None else time.value,
            date_span=None if time is None else time.span,
            era=era_of(head, reading, time, self._cast.times, planned=planned),
            place=self._place(draft, speech),
            counts=counts_of(head, tree, self._words, draft.type),
            voice=draft.voice,
            stance=draft.stance,
            modality=act.modality,
            polarity=draft.polarity,
            trigger=reading.text_of(act.trigger_span),
            trigger_span=act.trigger_span,
            evidence=reading.text_of(sentence.span),
            evidence_span=sentence.span,
            score=act.score,
            why=act.why,
        )

    def _place(self, draft: Draft, speech: bool) -> Place | None:
        """The toponym nearest below the trigger, else one in its sentence; for a speech only
        one that says where it was given."""
        tree, act = self._tree, draft.act
        sentence = tree.reading.sentences[act.sentence]
        here = [
            place
            for place in self._cast.places
            if sentence.first <= place.head < sentence.end and not place.metonym
        ]
        own = set(tree.subtree(act.trigger.head))
        located = [place for place in here if self._locates(place)]
        below = [place for place in located if place.head in own]
        if speech:
            direct = set(tree.children(act.trigger.head, "obl"))
            below = [place for place in below if place.head in direct]
            return min(below, key=self._distance(act.trigger.head), default=None)
        for choice in (below, located):
            if choice:
                return min(choice, key=self._distance(act.trigger.head))
        return None

    def _locates(self, place: Place) -> bool:
        case = self._tree.case(place.head).split(" ")[-1]
        relation = self._tree.bare(place.head)
        return case in (
            "in", "at", "near", "on", "outside", "around", "into", "inside", "of", "from", "to",
            "across", "throughout", "over", "towards", "through",
        ) or relation in ("obj", "appos", "conj")  # fmt: skip

    def _distance(self, head: int) -> Callable[[Place], int]:
        specific = {"city": 0, "area": 1, "region": 2, "country": 3}
        return lambda place: specific.get(place.precision, 4) * 3 + abs(place.head - head)
