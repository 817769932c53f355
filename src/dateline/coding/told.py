"""Whose word a draft is on: its voices, their stance, and what two sides tell of each other
(codebook section 5)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.coding.acts import Act
from dateline.coding.draft import Draft, codes
from dateline.coding.rules import Rules
from dateline.coding.voice import is_hearsay, is_nobody, voice_of
from dateline.knowledge.pronouns import THIRD_PERSON
from dateline.knowledge.sectors import ARMED, OF_THE_STATE
from dateline.records import UNKNOWN, Party, Polarity, Stance, Statement, Voice


class Teller(Rules):
    """Gives the drafts of one report their voices."""

    def pair_accusers(self, draft: Draft) -> Iterator[Draft]:
        """Two sides that accuse each other: each tells the other's act, as two records; two that
        deny something together each deny their own part."""
        act = draft.act
        if not act.speakers or self._ontology.is_speech(draft.type):
            yield draft
            return
        one = self._statements[act.speakers[-1]]
        heads = () if one.source_head is None else self._people.tree.conjuncts(one.source_head)
        sides = self._resolver.parties(heads, act)
        theirs = codes(draft.actors) == codes(sides) and not self._tell_of_themselves(act, one)
        if len(codes(sides)) != 2 or not theirs or draft.paired:
            yield draft
            return
        for speaker in sides:
            own = one.stance is Stance.DENIES
            doers = tuple(p for p in draft.actors if (p.code == speaker.code) is own)
            told = Voice(text=speaker.text, span=speaker.span, code=speaker.code)
            stance, polarity = _as_told(act, one.stance)
            struck = self._resolver.in_sectors(act, (speaker,), ())[0]
            yield msgspec.structs.replace(
                draft,
                actors=doers,
                recipients=draft.recipients if own else struck,
                voice=(told,),
                stance=stance,
                polarity=polarity,
                paired=True,
            )

    def _tell_of_themselves(self, act: Act, one: Statement) -> bool:
        """Whether speakers tell a deed of their own and blame nobody: "said *they* shelled it"."""
        tree, deed = self._people.tree, act.trigger.head
        if one.stance is Stance.DENIES or tree.words[one.cue_head] in self._cues.blaming:
            return False
        subjects = tree.children(deed, "nsubj")
        return tree.bare(deed) == "xcomp" or any(tree.words[i] in THIRD_PERSON for i in subjects)

    def with_voice(self, draft: Draft) -> Draft:
        if draft.voice:
            return draft
        draft = self._with_claimant(draft)
        act = draft.act
        if act.voices and not act.speakers:
            return self._with_seen_voices(draft)
        chain = [self._statements[index] for index in act.speakers]
        while len(chain) > 1 and is_nobody(chain[-1], self._people):
            if is_hearsay(chain[-1], chain[-2], self._people.tree, self._cues):
                break
            chain.pop()
        voices = [voice_of(one, self._people.tree, self._people, self._cues) for one in chain]
        stances = [one.stance for one in chain]
        if self._ontology.is_speech(draft.type) or "decree" in draft.flags:
            while (
                voices
                and stances[-1] is Stance.ASSERTS
                and self._speaks_for(voices[-1], draft.actors)
            ):
                voices, stances = voices[:-1], stances[:-1]
        while voices and stances[-1] is Stance.DENIES and _is_accused(voices[-1], draft):
            voices, stances = voices[:-1], stances[:-1]
        if not voices:
            return draft
        stance, polarity = _as_told(act, stances[-1])
        told = _without_echoes(tuple(one[0] for one in voices))
        return msgspec.structs.replace(draft, voice=told, stance=stance, polarity=polarity)

    def _with_claimant(self, draft: Draft) -> Draft:
        """An attack by unknown men as that of the armed group which claims it: "the Taliban claimed
        responsibility for the raid by gunmen"."""
        act, tree = draft.act, self._people.tree
        if draft.type != "ASSAULT" or codes(draft.actors) != {UNKNOWN} or not act.speakers:
            return draft
        one = self._statements[act.speakers[-1]]
        claims = tree.words[one.cue_head] in self._cues.claiming
        if not claims or one.source_head is None or tree.children(one.cue_head, "ccomp"):
            return draft
        claimants = self._resolver.parties(tree.conjuncts(one.source_head), act)
        armed = bool(claimants) and all(party.sector in ARMED for party in claimants)
        if not armed or one.stance is not Stance.ASSERTS:
            return draft
        return msgspec.structs.replace(draft, actors=claimants)

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
            camp(actor.sector) == camp(party.sector) for actor in mention.actors
        )


def _is_accused(voice: tuple[Voice, ...], draft: Draft) -> bool:
    """Whether a speaker is accused by an act: he denies the deed, not that he is accused of it."""
    accused = draft.type == "ACCUSE" and draft.act.stance is None
    return accused and not codes(draft.recipients).isdisjoint(one.code for one in voice)


def _without_echoes(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The voices, outermost first, but for the one before said again, by name or by a pronoun:
    "Baku said it claims"."""
    return tuple(
        voice
        for i, voice in enumerate(voices)
        if not (i and voice.code == voices[i - 1].code and _repeats(voice, voices[i - 1]))
    )


def _repeats(voice: Voice, before: Voice) -> bool:
    text = voice.text.lower()
    return text in THIRD_PERSON or text == before.text.lower()


def camp(sector: str) -> str:
    """The side that a sector serves within its country."""
    return "state" if sector in OF_THE_STATE else sector


def _as_told(act: Act, stance: Stance) -> tuple[Stance, Polarity]:
    """The stance of a voice that tells an act: who says that it did not happen denies it."""
    if act.stance is not None:
        return act.stance, Polarity.POSITIVE
    if act.polarity is Polarity.NEGATIVE:
        stance = Stance.DENIES if stance is Stance.ASSERTS else Stance.ASSERTS
    return stance, Polarity.POSITIVE
