"""Writes a draft as an event: when, where, how many, and the words that show it."""

from __future__ import annotations

from dateline.coding.counts import counts_of
from dateline.coding.draft import Draft
from dateline.coding.people import People
from dateline.coding.when import date_of, era_of
from dateline.coding.where import is_of_another_day, place_of
from dateline.coding.where_met import place_of_meeting
from dateline.knowledge import Knowledge
from dateline.records import Cast, Event, Modality, Place


class Writer:
    """Writes the events of one report."""

    def __init__(self, people: People, cast: Cast, knowledge: Knowledge) -> None:
        self._people = people
        self._tree = people.tree
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
            place=self._place(draft, speech=speech),
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

    def _place(self, draft: Draft, *, speech: bool) -> Place | None:
        """Where an act happened; who telephones is at no one place."""
        trigger, tree, cast = draft.act.trigger, self._tree, self._cast
        meeting = draft.type == "CONSULT"
        if meeting and trigger.mode == "phone":
            return None
        places = tuple(
            place
            for place in cast.places
            if not is_of_another_day(place, trigger.head, tree, cast.times)
        )
        if meeting:
            return place_of_meeting(trigger.head, self._people, places)
        return place_of(trigger.head, tree, places, speech=speech)
