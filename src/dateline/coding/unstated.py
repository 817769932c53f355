"""What a report leaves unstated about the parties of an act: filled in by the codebook's rules, or
too little is told for an event."""

from __future__ import annotations

import msgspec

from dateline.coding import own_blows
from dateline.coding.acts import Act
from dateline.coding.bystanders import has_strange_subject
from dateline.coding.captives import abductors, seizers, to_be_freed
from dateline.coding.draft import Draft, codes
from dateline.coding.hosts import host_of, is_abroad, stays_at_home
from dateline.coding.parties import (
    governs,
    is_country,
    is_political,
    is_told,
    known_first,
    the_state,
    unknown,
)
from dateline.coding.rules import Rules
from dateline.knowledge.actors import Kind
from dateline.knowledge.reasons import NAMELESS_STATES, STATES, ground
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Modality, Party, Stance

# Who may be taken for the author of what only a state does; where he is told, no state did it.
OUTSIDERS = frozenset({"CVL", "CRM", "REB", "UAF"})
# Who may be held by his own state for what he says or leads.
HELD = frozenset({"CVL", "GOV", "LAB", "LEG", "MED", "NGO", "PTY", "REL"})
# Slots of a place that something is done to.
WHERE = frozenset({"object", "in", "inside", "on", "of", "into", "at", "near"})
WATCHING = frozenset({"IGO", "NGO", "MED"})  # who accuse others of what befell somebody else


class Completion(Rules):
    """The rules for what is unstated, over one report."""

    def complete(self, draft: Draft) -> Draft | None:
        """Fill in what is unstated, or ``None`` where too little is told for an event."""
        act, flags = draft.act, draft.flags
        onward = not {"own", "own-population"} & flags and not act.mutual
        recipients = self._recipients(draft, onward)
        actors = self._actors(draft, recipients)
        if not actors:
            return None
        recipients = self._struck(draft, actors, recipients)
        if not self._told_enough(draft, actors, recipients):
            return None
        actors, recipients = self._resolver.in_sectors(act, actors, recipients)
        if onward:
            actors = self._not_at_themselves(act, actors, recipients)
        if "decree" in flags and act.modality is Modality.PLANNED and self._decided(act):
            act = msgspec.structs.replace(act, modality=Modality.HAPPENED)
        return msgspec.structs.replace(draft, act=act, actors=actors, recipients=recipients)

    def _recipients(self, draft: Draft, onward: bool) -> tuple[Party, ...]:
        """The recipients told, or the place where it is done; none for what is done to nobody.
        ``onward``: to others than the actors' own."""
        act, recipients = draft.act, draft.recipients
        if onward:
            recipients = self._without_own_state(draft.type, draft.actors, recipients)
        if not recipients and self._ontology.types[draft.type].recipient == "expected":
            recipients = self._resolver.place_as_party(self._place_heads(act))
        if not self._is_addressed(draft) or "no-recipient" in draft.flags:
            return ()
        if not recipients and draft.type == "REQUEST":
            recipients = self._captors(act, draft.actors)
        if act.mutual:
            return recipients
        return tuple(r for r in recipients if r.code != UNKNOWN) or recipients[:1]

    def _captors(self, act: Act, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """The state that is asked to free people of its own, or who was told to have seized them.
        Who asks for his countrymen asks somebody else."""
        people = to_be_freed(act.trigger.head, self._people, self._lexicon)
        held = {
            party.code
            for party in self._resolver.parties(people, act)
            if party.sector in HELD and ground(party.why) not in STATES
        }
        if len(held) != 1 or not self._is_state(min(held)):
            return ()
        holding = seizers(min(held), act.trigger.head, self._people) or held
        asked = sorted(holding - codes(actors))
        return tuple(the_state(code, act) for code in asked if self._is_state(code))

    def _is_addressed(self, draft: Draft) -> bool:
        return self._ontology.has_recipient(draft.type, draft.act.trigger.mode)

    def _actors(self, draft: Draft, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
        """The actors told, or whoever the type lets stand for an unstated one."""
        unstated, actors = self._ontology.types[draft.type].unstated, known_first(draft.actors)
        by_state = unstated == "state" or "passive-state" in draft.flags
        if by_state and unstated != UNKNOWN and self._is_told_unknown(draft.act, actors):
            return ()
        if unstated != UNKNOWN:
            actors = tuple(a for a in actors if a.code != UNKNOWN or a.why == NAMELESS_STATES)
        return actors or self._unstated(draft, recipients)

    def _struck(
        self, draft: Draft, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """The recipients; whoever accuses another of an attack on nobody told, and the people of a
        state that acts on its own."""
        act, flags = draft.act, draft.flags
        violent = self._ontology.types[draft.type].unstated == UNKNOWN
        if violent and not (recipients or act.mutual or codes(actors) == {UNKNOWN}):
            accusers = self._accuser(act)
            recipients = tuple(
                p for p in accusers if p.code not in codes(actors) and p.sector not in WATCHING
            )
            if len(codes(actors)) > 1 and codes(accusers) == codes(actors):
                recipients = accusers  # each side tells what the other did to it
        if "own-population" in flags and not codes(recipients) & codes(actors):
            recipients = ()
        if recipients or not self._is_addressed(draft) or not {"own", "own-population"} & flags:
            return recipients
        return tuple(
            msgspec.structs.replace(actor, text="", span=None, sector="CVL") for actor in actors
        )

    def _is_told_unknown(self, act: Act, actors: tuple[Party, ...]) -> bool:
        """Whether the report says who acts but not whose he is: "unknown men stole the arms"."""
        tree, head = self._tree, act.trigger.head
        passive = not act.trigger.noun and tree.is_passive(head)
        by = (one for one in tree.children(head, "obl", "obl:agent") if tree.case(one) == "by")
        if passive and not any(by):
            return False
        strangers = (a for a in actors if a.code == UNKNOWN and a.text and a.sector in OUTSIDERS)
        return any(strangers) and codes(actors) == {UNKNOWN}

    def _without_own_state(
        self, kind: str, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """The recipients but for the country that the actors serve, by its name: who warns of an
        attack on his country threatens somebody else, and no army shells "Armenia" as its own."""
        outward = self._ontology.is_speech(kind) or kind in ("AID", "ASSAULT", "MOBILIZE")
        if not outward or not all(actor.sector in OF_THE_STATE for actor in actors):
            return recipients
        return tuple(
            one
            for one in recipients
            if codes(actors) != {one.code}
            or one.sector not in ("GOV", "MIL")
            or ground(one.why) not in STATES
        )

    def _not_at_themselves(
        self, act: Act, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """The actors, or nobody known where only nearness says that forces strike themselves."""
        tree, head = self._tree, act.trigger.head
        agents = tree.children(head, "obl:agent")
        untold = not act.trigger.noun and tree.is_passive(head) and not agents
        sides = {(party.code, party.sector) for party in (*actors, *recipients)}
        forces = len(sides) == 1 and bool(recipients) and actors[0].sector == "MIL"
        guessed = untold or "actor" in act.nearby
        return (unknown(),) if act.trigger.type == "ASSAULT" and forces and guessed else actors

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
        slots = WHERE.union(act.trigger.recipient_slots)
        return tuple(
            part
            for child in near
            for part in tree.conjuncts(child)
            if not tree.case(child) or tree.case(child).split(" ")[-1] in slots
        )

    def _unstated(self, draft: Draft, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
        kind = self._ontology.types[draft.type]
        known = [
            party.code
            for party in recipients
            if party.code != UNKNOWN and not _is_shielded(draft, party)
        ]
        act, by_state = draft.act, "passive-state" in draft.flags
        told = not act.trigger.noun or (by_state and "recipient" not in act.nearby)
        strange = has_strange_subject(act.trigger.head, self._people)
        if known and draft.type == "RETREAT":
            captors = abductors(act.trigger.head, known[0], self._people)
            if captors is not None:
                return self._resolver.parties(captors, act)
        if known and told and not strange:
            abroad = is_abroad(known[0], act, recipients, self._people, self._cast)
            alone = kind.unstated == "state" and not act.trigger.noun
            if (by_state or alone) and abroad and (host := host_of(act, self._people)) is not None:
                return (the_state(host, act),)
            if (alone or (by_state and not abroad)) and self._is_state(known[0]):
                return (the_state(known[0], act),)
        if kind.unstated == UNKNOWN and recipients and "needs-parties" not in draft.flags:
            tellers = self._accuser(act)
            own = own_blows.of_tellers(act, tellers, recipients, self._people, self._lexicon)
            return own or (unknown(),)
        if draft.type == "PROTEST":
            return self._people_of(act) or self._governed(recipients)
        return ()

    def _people_of(self, act: Act) -> tuple[Party, ...]:
        """The people of the place where a protest is told to be held."""
        return tuple(
            msgspec.structs.replace(one, text="", span=None, sector="CVL")
            for one in self._resolver.place_as_party(self._place_heads(act))
        )

    def _governed(self, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
        """The people whose rulers a protest is against, where nothing else tells who protests."""
        rulers = {party.code: party for party in recipients if governs(party)}
        if len(rulers) != 1 or not self._is_state(min(rulers)):
            return ()
        (ruler,) = rulers.values()
        return (msgspec.structs.replace(ruler, text="", span=None, sector="CVL"),)

    def _is_state(self, code: str) -> bool:
        return any(entry.kind is Kind.STATE for entry in self._directory.entries(code))

    def _accuser(self, act: Act) -> tuple[Party, ...]:
        """Who accuses another of an attack without saying on whom was attacked itself."""
        if not act.speakers:
            return ()
        one = self._statements[act.speakers[-1]]
        if one.source_head is None or one.stance is not Stance.ASSERTS:
            return ()
        return self._resolver.parties(self._tree.conjuncts(one.source_head), act)

    def _told_enough(
        self, draft: Draft, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> bool:
        flags, kind = draft.flags, self._ontology.types[draft.type]
        if draft.act.trigger.mode == "demo" and all(map(governs, actors)):
            return False  # a rally, but no protest
        if stays_at_home(draft.act, actors, recipients, self._people):
            return False
        if "actor-told" in flags and "actor" in draft.act.nearby:
            return False
        former = all(ground(actor.why) == "former" for actor in actors)
        if former and draft.type == "COMMENT":
            return False  # codebook 2: who used to hold office makes no COMMENT
        political = former or is_political(actors) or is_political(recipients)
        if "weak" in flags and not political:
            return False
        if "official" in flags and not is_political(actors):
            return False
        noun = draft.act.trigger.noun
        needs = "needs-parties" in flags or (noun and "noun-needs-parties" in flags)
        if draft.act.mutual and needs:
            return len(actors) + len(recipients) > 1
        if needs and not (recipients and is_told(actors)):
            return False
        needs_actor = "needs-actor" in flags or (noun and "noun-needs-actor" in flags)
        if needs_actor and not is_told(actors):
            return False
        if kind.recipient == "expected" and not recipients and not draft.act.mutual:
            return False
        if "needs-recipient" in flags and not recipients:
            return False
        known = codes(actors) | codes(recipients)
        return known != {UNKNOWN} and bool(known)


def _is_shielded(draft: Draft, party: Party) -> bool:
    """Whether the state of a party is not behind an act: no country sanctions itself, nor puts
    its own officials under an embargo."""
    if draft.type != "SANCTION":
        return False
    embargo = draft.act.trigger.mode == "discontinue" and party.sector in OF_THE_STATE
    return embargo or is_country(party)
