"""The codebook's rules: acts with token heads become events with codes.

Nothing here asks how an act was found. In order: parties are resolved, what is unstated is
filled in or the act dropped, mutual acts are put on both ends, accusations between two sides
are paired, voices and stance are set, and every act is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.coding.acts import Act
from dateline.coding.draft import Draft, codes
from dateline.coding.mutual import both_ends
from dateline.coding.once import once
from dateline.coding.parties import Resolver, is_political, others, the_state, unknown
from dateline.coding.people import People
from dateline.coding.voice import is_nobody, voice_of
from dateline.coding.write import Writer
from dateline.knowledge import Knowledge
from dateline.knowledge.pronouns import THIRD_PERSON
from dateline.knowledge.reasons import NAMELESS_STATES
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import (
    UNKNOWN,
    Cast,
    Event,
    Modality,
    Party,
    Polarity,
    Reading,
    Stance,
    Statement,
    Voice,
)
from dateline.tree import Tree


def events(
    acts: Iterable[Act],
    reading: Reading,
    statements: tuple[Statement, ...],
    cast: Cast,
    knowledge: Knowledge,
    people: People | None = None,
) -> tuple[Event, ...]:
    """The events of a report from the acts proposed for it, in order of the text.

    ``people`` is the cast looked up by token, where the caller has it already.
    """
    people = people or People(Tree(reading), cast, knowledge.lexicon)
    book = _Codebook(people, statements, cast, knowledge)
    drafts = [draft for act in acts for draft in book.drafts(act)]
    return once(tuple(book.writer.event(draft) for draft in drafts))


# Prepositions of where something happens.
SCENES = frozenset({"in", "across", "through", "throughout", "around"})
# What is promised, threatened or refused lies ahead; the promise itself has been made (codebook 3).
PROMISES = frozenset({"AGREE", "THREATEN", "REJECT"})


class _Codebook:
    """The rules, over one report."""

    def __init__(
        self,
        people: People,
        statements: tuple[Statement, ...],
        cast: Cast,
        knowledge: Knowledge,
    ) -> None:
        self._tree = people.tree
        self._people = people
        self._statements = statements
        self._ontology = knowledge.ontology
        self._cues = knowledge.lexicon.cues
        self._resolver = Resolver(self._tree, self._people, statements, knowledge.ontology)
        self._cast = cast
        self.writer = Writer(self._tree, cast, knowledge)

    def drafts(self, act: Act) -> Iterator[Draft]:
        """The records of one act: none where the codebook says it is no event."""
        if act.modality is Modality.HYPOTHETICAL and self._ontology.is_speech(act.trigger.type):
            return
        if act.trigger.type in PROMISES and act.modality is Modality.PLANNED:
            act = msgspec.structs.replace(act, modality=Modality.HAPPENED)
        actors = self._resolver.parties(act.actors, act)
        recipients = others(self._resolver.parties(self._targets(act), act), actors)
        draft = self._complete(
            Draft(act=act, actors=actors, recipients=recipients, polarity=act.polarity)
        )
        if draft is None:
            return
        for ended in both_ends(draft):
            for paired in self._pair_accusers(ended):
                yield self._with_voice(self._tidy(paired))

    def _targets(self, act: Act) -> tuple[int, ...]:
        """The recipients' heads; where people protest is not whom they protest against."""
        if act.trigger.type != "PROTEST":
            return act.recipients
        return tuple(head for head in act.recipients if self._tree.case(head) not in SCENES)

    # --- parties -------------------------------------------------------------------

    def _complete(self, draft: Draft) -> Draft | None:
        """Fill in what is unstated, or ``None`` where too little is told for an event."""
        act, flags = draft.act, draft.flags
        kind = self._ontology.types[draft.type]
        actors, recipients = draft.actors, draft.recipients
        if not recipients and kind.recipient == "expected":
            recipients = self._resolver.place_as_party(self._place_heads(act))
        if kind.recipient == "never" or "no-recipient" in flags:
            recipients = ()
        if not act.mutual:
            recipients = tuple(r for r in recipients if r.code != UNKNOWN) or recipients[:1]
        actors = _known_first(actors)
        if kind.unstated != UNKNOWN:
            actors = tuple(a for a in actors if a.code != UNKNOWN or a.why == NAMELESS_STATES)
        if not actors:
            actors = self._unstated(draft, recipients)
        if not actors:
            return None
        if kind.unstated == UNKNOWN and not recipients and not act.mutual:
            if codes(actors) == {UNKNOWN}:
                return None
            accusers = self._accuser(act)
            recipients = tuple(p for p in accusers if p.code not in codes(actors))
            if len(codes(actors)) > 1 and codes(accusers) == codes(actors):
                recipients = accusers  # each side tells what the other did to it
        if "own-population" in flags and not codes(recipients) & codes(actors):
            recipients = ()
        if not recipients and ("own" in flags or "own-population" in flags):
            recipients = tuple(
                msgspec.structs.replace(actor, text="", span=None, sector="CVL") for actor in actors
            )
        if not self._told_enough(draft, actors, recipients):
            return None
        actors, recipients = self._resolver.in_sectors(act, actors, recipients)
        if "decree" in flags and act.modality is Modality.PLANNED and self._decided(act):
            act = msgspec.structs.replace(act, modality=Modality.HAPPENED)
        return msgspec.structs.replace(draft, act=act, actors=actors, recipients=recipients)

    def _decided(self, act: Act) -> bool:
        """A measure by decree has happened once it is declared or decided (codebook 3)."""
        above = {self._tree.words[here] for here in self._tree.ancestors(act.trigger.head)}
        return not above.isdisjoint(self._cues.deciding)

    def _place_heads(self, act: Act) -> tuple[int, ...]:
        """Places among the objects and prepositional phrases of a trigger."""
        tree, head = self._tree, act.trigger.head
        relations = ("obj", "obl", "nmod", "nsubj:pass")
        near = tree.children(head, *relations)
        if act.trigger.noun:
            near += tree.children(tree[head].head, "obl")
        slots = {*act.trigger.recipient_slots, "object", "in", "on", "of", "into", "at", "near"}
        return tuple(
            part
            for child in near
            for part in tree.conjuncts(child)
            if not tree.case(child) or tree.case(child).split(" ")[-1] in slots
        )

    def _unstated(self, draft: Draft, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
        kind = self._ontology.types[draft.type]
        known = [party.code for party in recipients if party.code != UNKNOWN]
        act, by_state = draft.act, "passive-state" in draft.flags
        told = not act.trigger.noun or (by_state and "recipient" not in act.nearby)
        if known and told and len(known[0]) == 3:
            at_home = by_state and not self._abroad(known[0], act)
            if at_home or (kind.unstated == "state" and not act.trigger.noun):
                return (the_state(known[0], act),)
        if kind.unstated == UNKNOWN and recipients and "needs-parties" not in draft.flags:
            return (unknown(),)
        return ()

    def _abroad(self, code: str, act: Act) -> bool:
        """Whether the sentence names places, and none in that state."""
        named = {
            place.country
            for place in self._cast.places
            if self._tree[place.head].sentence == act.sentence and place.country
        }
        return bool(named) and code not in named

    def _accuser(self, act: Act) -> tuple[Party, ...]:
        """Who accuses another of an attack without saying on whom was attacked itself."""
        if not act.speakers:
            return ()
        one = self._statements[act.speakers[-1]]
        if one.source_head is None or one.stance is not Stance.ASSERTS:
            return ()
        return self._resolver.parties(self._spread((one.source_head,)), act)

    def _told_enough(
        self, draft: Draft, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> bool:
        flags, kind = draft.flags, self._ontology.types[draft.type]
        if "actor-told" in flags and "actor" in draft.act.nearby:
            return False
        if "weak" in flags and not (is_political(actors) or is_political(recipients)):
            return False
        if "official" in flags and not is_political(actors):
            return False
        noun = draft.act.trigger.noun
        needs = "needs-parties" in flags or (noun and "noun-needs-parties" in flags)
        if draft.act.mutual and needs:
            return len(actors) + len(recipients) > 1
        if needs and not (recipients and _told(actors)):
            return False
        needs_actor = "needs-actor" in flags or (noun and "noun-needs-actor" in flags)
        if needs_actor and not _told(actors):
            return False
        if kind.recipient == "expected" and not recipients and not draft.act.mutual:
            return False
        if "needs-recipient" in flags and not recipients:
            return False
        known = codes(actors) | codes(recipients)
        return known != {UNKNOWN} and bool(known)

    def _tidy(self, draft: Draft) -> Draft:
        """Nobody does a one-way act to himself, unless it is an act on the own population."""
        if draft.paired or codes(draft.actors) == codes(draft.recipients):
            return draft
        texts = {party.text.lower() for party in draft.actors if party.text}
        recipients = tuple(p for p in draft.recipients if p.text.lower() not in texts)
        return msgspec.structs.replace(draft, recipients=recipients)

    # --- voices --------------------------------------------------------------------

    def _pair_accusers(self, draft: Draft) -> Iterator[Draft]:
        """Two sides that accuse each other: each tells the other's act, as two records."""
        act = draft.act
        if not act.speakers or self._ontology.is_speech(draft.type):
            yield draft
            return
        one = self._statements[act.speakers[-1]]
        heads = () if one.source_head is None else (one.source_head,)
        sides = self._resolver.parties(self._spread(heads), act)
        if len(codes(sides)) != 2 or codes(draft.actors) != codes(sides) or draft.paired:
            yield draft
            return
        for speaker in sides:
            accused = tuple(party for party in draft.actors if party.code != speaker.code)
            told = Voice(text=speaker.text, span=speaker.span, code=speaker.code)
            stance, polarity = _as_told(act, one.stance)
            yield msgspec.structs.replace(
                draft,
                actors=accused,
                recipients=self._resolver.in_sectors(act, (speaker,), ())[0],
                voice=(told,),
                stance=stance,
                polarity=polarity,
                paired=True,
            )

    def _spread(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(part for head in heads for part in self._tree.conjuncts(head))

    def _with_voice(self, draft: Draft) -> Draft:
        if draft.voice:
            return draft
        act = draft.act
        if act.voices and not act.speakers:
            return self._with_seen_voices(draft)
        chain = [self._statements[index] for index in act.speakers]
        while len(chain) > 1 and is_nobody(chain[-1], self._people):
            chain.pop()
        voices = [voice_of(one, self._tree, self._people, self._cues) for one in chain]
        stances = [one.stance for one in chain]
        if self._ontology.is_speech(draft.type) or "decree" in draft.flags:
            while voices and self._speaks_for(voices[-1], draft.actors):
                voices, stances = voices[:-1], stances[:-1]
        while voices and stances[-1] is Stance.DENIES and _is_accused(voices[-1], draft):
            voices, stances = voices[:-1], stances[:-1]
        if not voices:
            return draft
        stance, polarity = _as_told(act, stances[-1])
        told = _without_echoes(tuple(one[0] for one in voices))
        return msgspec.structs.replace(draft, voice=told, stance=stance, polarity=polarity)

    def _with_seen_voices(self, draft: Draft) -> Draft:
        """The voice of speakers whom the model saw and no statement shows."""
        act = draft.act
        speakers = self._resolver.parties(act.voices, act)[:1]
        told = tuple(Voice(text=p.text, span=p.span, code=p.code) for p in speakers)
        own = self._ontology.is_speech(draft.type) and self._speaks_for(told, draft.actors)
        if own or not told:
            return draft
        stance, polarity = _as_told(act, Stance.ASSERTS)
        return msgspec.structs.replace(draft, voice=told, stance=stance, polarity=polarity)

    def _speaks_for(self, voice: tuple[Voice, ...], actors: tuple[Party, ...]) -> bool:
        """Whether a speech act is told by its own speaker or that speaker's side: a minister speaks
        for the state, a detainee's lawyer does not."""
        return any(
            one.code == actor.code and self._shares_camp(one, actor)
            for one in voice
            for actor in actors
        )

    def _shares_camp(self, voice: Voice, party: Party) -> bool:
        """Whether a speaker serves the same side as a party of his code; nobody tells otherwise of
        one who is no mention of the cast."""
        mention = next((m for m in self._cast.actors if m.span == voice.span), None)
        return mention is None or any(
            _camp(actor.sector) == _camp(party.sector) for actor in mention.actors
        )


def _is_accused(voice: tuple[Voice, ...], draft: Draft) -> bool:
    """Whether a speaker is accused by an act: he denies the deed, not that he is accused of it."""
    accused = draft.type == "ACCUSE" and draft.act.stance is None
    return accused and not codes(draft.recipients).isdisjoint(one.code for one in voice)


def _without_echoes(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The voices, outermost first, but for pronouns of the one before: "Baku said it claims"."""
    return tuple(
        voice
        for i, voice in enumerate(voices)
        if not (i and voice.code == voices[i - 1].code and voice.text.lower() in THIRD_PERSON)
    )


def _camp(sector: str) -> str:
    return "state" if sector in OF_THE_STATE else sector


def _as_told(act: Act, stance: Stance) -> tuple[Stance, Polarity]:
    """The stance of a voice that tells an act: who says that it did not happen denies it."""
    if act.stance is not None:
        return act.stance, Polarity.POSITIVE
    if act.polarity is Polarity.NEGATIVE:
        stance = Stance.DENIES if stance is Stance.ASSERTS else Stance.ASSERTS
    return stance, Polarity.POSITIVE


def _told(actors: tuple[Party, ...]) -> bool:
    """Whether the report says who acts: a known actor, or "gunmen" whose side it does not know."""
    return any(party.code != UNKNOWN or (party.text and party.sector) for party in actors)


def _known_first(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    known = tuple(party for party in parties if party.code != UNKNOWN)
    return known or parties[:1]
