"""Whose somebody is: the agent that a noun names, of the actor that its modifier names.

A member shares the sector of what he belongs to, an outsider only its country. The rules are asked
one after the other, and the first that knows decides.
"""

from __future__ import annotations

import msgspec

from dateline.knowledge.actors import Agents, Kind, singular
from dateline.knowledge.sectors import ARMED, OF_THE_STATE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.context import Context
from dateline.resolution.actors.peoples import Peoples
from dateline.resolution.actors.phrases import WHERE, Modifier, Phrase
from dateline.resolution.actors.sectors import PRIVATE

# An entry of these kinds gives its own sector to the people who speak and act for it.
GROUP_KINDS = frozenset((Kind.MOVEMENT, Kind.BODY, Kind.ORGANISATION, Kind.PARTY, Kind.ORGAN))
# Bodies by whose name the people and firms of their members go.
_UNIONS = frozenset(("EU",))
# Irregulars of a state that fight outside it act for it.
_HIRED = frozenset(("militia", "mercenary", "militiaman", "paramilitary"))
# Nouns of office that parties have, too: "the party's president".
_OF_PARTIES = frozenset(("president", "secretary"))
# Who acts for a party, and is no bystander where one is named.
_PARTISANS = frozenset(("supporter", "follower", "activist", "worker", "youth", "volunteer"))
# Bodies whose observers, vehicles and hospitals are theirs wherever they are.
_AT_WORK = frozenset(("IGO", "NGO"))
# Sectors of those whom a party has in its service where it governs.
_SERVING_PARTIES = frozenset(("LEG", "MIL", "COP", "JUD"))
# Sectors of those who work for bodies of their own kind, wherever these are.
_OF_THEIR_KIND = frozenset(("MED", "NGO", "REL", "LAB", "EDU"))
# Sectors that nobody has of a group that is no part of the state.
_STATE_SERVICES = frozenset(("COP", "MIL", "JUD", "SPY", "LEG", "PTY"))


class Bond(msgspec.Struct, frozen=True):
    """A noun, its sector, and the owner that one of its modifiers names.

    ``last`` is the last word of the noun in the singular; ``kind`` tells what the modifier names,
    ``None`` where it is a word only; ``is_state`` whether the owner is a state.
    """

    phrase: Phrase
    modifier: Modifier
    owner: Actor
    sector: str
    noun: str
    last: str
    kind: Kind | None
    is_state: bool

    @property
    def why(self) -> str:
        return f"{self.noun} of {self.owner.name or self.owner.code}"

    def member(self) -> Actor:
        """The owner under his own name: who acts for him."""
        owner = self.owner
        return Actor(code=owner.code, sector=owner.sector, name=owner.name, why=self.why)

    def of(self, sector: str, why: str = "") -> Actor:
        """Somebody of the owner's code."""
        return Actor(code=self.owner.code, sector=sector, why=why or self.why)


class Belonging:
    """Tells whose the people and things of a report are."""

    def __init__(self, agents: Agents, context: Context, peoples: Peoples) -> None:
        self._agents = agents
        self._context = context
        self._peoples = peoples
        self._rules = (
            self._of_a_people,
            self._former,
            self._company,
            self._of_a_party,
            self._acting_for_a_group,
            self._follower,
            self._as_its_owner,
            self._of_a_body_at_work,
            self._outsider,
            self._in_service,
            self._hired,
            self._of_an_office,
        )

    def actor(self, phrase: Phrase, owner: Actor, modifier: Modifier, sector: str) -> Actor:
        """The actor of a phrase, of the sector of its noun, that belongs to ``owner``."""
        noun = phrase.agent or phrase.left[-1]
        bond = Bond(
            phrase=phrase,
            modifier=modifier,
            owner=owner,
            sector=sector,
            noun=noun,
            last=singular(noun.split()[-1]),
            kind=modifier.named.entries[0].kind if modifier.named else None,
            is_state=self._context.is_state(owner.code),
        )
        for rule in self._rules:
            found = rule(bond)
            if found is not None:
                return found
        return bond.of(sector)

    def _of_a_people(self, bond: Bond) -> Actor | None:
        if bond.kind is not Kind.PEOPLE or bond.modifier.named is None:
            return None
        side = "" if bond.last in self._agents.allies else bond.sector
        return self._peoples.actor(bond.modifier.named.entries[0], side, bond.phrase.head)

    def _former(self, bond: Bond) -> Actor | None:
        """Who served a state and does no more."""
        served = bond.sector in OF_THE_STATE or bond.phrase.sector in OF_THE_STATE
        former = bond.phrase.is_itself(self._agents.former)
        if not former or (bond.is_state and not served):
            return None
        code = bond.owner.code if bond.is_state else self._context.country(bond.phrase.head)
        return Actor(code=code, sector="CVL", why=f"former {bond.noun}")

    def _company(self, bond: Bond) -> Actor | None:
        of_arms = bond.owner.sector in ARMED | {"COP"}
        return bond.member() if bond.last == "company" and of_arms else None

    def _of_a_party(self, bond: Bond) -> Actor | None:
        """The armed men of a party are rebels; who governs for it is the government."""
        owner, sector, agents = bond.owner, bond.sector, self._agents
        if owner.sector == "PTY" and sector in ("REB", "MIL", "UAF"):
            return bond.of("REB")
        governing = bond.last in agents.governing
        led = bond.is_state and bond.kind not in GROUP_KINDS
        if led and owner.sector in ("PTY", "MIL", "CVL") and sector == "GOV" and governing:
            return bond.of("GOV")
        if owner.sector != "PTY" or bond.kind not in (Kind.PARTY, Kind.ORGAN):
            return None
        if bond.phrase.has(agents.ruling):
            return bond.of("GOV")
        governs = (sector in _SERVING_PARTIES or governing) and bond.last not in _OF_PARTIES
        if governs or (sector == "GOV" and bond.last not in agents.roles):
            return bond.of(sector or "GOV")
        return None

    def _acting_for_a_group(self, bond: Bond) -> Actor | None:
        acts = bond.kind in GROUP_KINDS and bond.last in self._agents.roles
        return bond.member() if acts and bond.owner.sector not in ("GOV", "CVL") else None

    def _follower(self, bond: Bond) -> Actor | None:
        """Who stands by a party, and who leads protesters."""
        owner, sector = bond.owner, bond.sector
        if owner.sector == "PTY" and sector == "CVL" and bond.last in _PARTISANS:
            return bond.of("PTY")
        leads = owner.sector == "CVL" and bond.kind is Kind.PARTY and sector == "GOV"
        return bond.of("CVL") if leads else None

    def _as_its_owner(self, bond: Bond) -> Actor | None:
        """Whose noun has no sector of its own, or whose soldiers are those of an armed group."""
        owner, sector = bond.owner, bond.sector
        if bond.last == "side" and not sector:
            return owner
        movement = bond.kind is Kind.MOVEMENT
        armed = owner.sector in ("REB", "CRM") and sector in ("MIL", "COP", "CRM")
        armed = armed or (owner.sector == "REB" and movement and sector == "GOV")
        thing = movement and bond.last in self._agents.things | self._agents.premises
        return bond.member() if not sector or armed or thing else None

    def _is_private(self, bond: Bond) -> bool:
        return bond.sector in PRIVATE and bond.last not in self._agents.roles

    def _of_a_body_at_work(self, bond: Bond) -> Actor | None:
        agents = self._agents
        sent = bond.sector == "NGO" or bond.last in agents.premises | agents.things
        at_work = bond.owner.sector in _AT_WORK and not bond.is_state
        return bond.member() if at_work and sent and self._is_private(bond) else None

    def _outsider(self, bond: Bond) -> Actor | None:
        """Who has only the country of the owner, or of the report where he is none."""
        owner, sector = bond.owner, bond.sector
        private = self._is_private(bond)
        if bond.last not in self._agents.outsiders and (not private or bond.is_state):
            return None
        of_its_kind = sector in _OF_THEIR_KIND and owner.sector == sector
        if bond.is_state or (private and owner.code in _UNIONS) or of_its_kind:
            return bond.of(sector)
        return Actor(code=self._context.country(bond.phrase.head), sector=sector, why=bond.why)

    def _in_service(self, bond: Bond) -> Actor | None:
        """Who serves a body that is no government; ranks of police are those of soldiers."""
        if not bond.is_state or bond.owner.sector not in ("GOV", "CVL"):
            shared = bond.last in self._agents.roles or not bond.is_state
            if shared and not (bond.is_state and bond.sector in _STATE_SERVICES):
                return bond.member()
        if bond.owner.sector == "COP" and bond.sector == "MIL":
            return bond.of("COP")
        return None

    def _hired(self, bond: Bond) -> Actor | None:
        if bond.last not in _HIRED:
            return None
        if bond.owner.sector == "MIL":
            return bond.of("MIL")
        backed = any(modifier.tie == "friend" for modifier in bond.phrase.modifiers)
        abroad = bond.owner.code != self._context.country(bond.phrase.head)
        return bond.of("MIL", f"{bond.why} abroad") if abroad and not backed else None

    def _of_an_office(self, bond: Bond) -> Actor | None:
        """A chief of staff is of the office of his chief, troops sent abroad are soldiers, and
        unknown gunmen of a country are not of it."""
        phrase = bond.phrase
        if phrase.agent == "chief of staff" and bond.kind in (Kind.SEAT, Kind.PERSON):
            return bond.of(bond.owner.sector)
        if bond.is_state and phrase.agent in self._agents.contingents:
            return bond.of("MIL")
        unknown = phrase.has(self._agents.unknown) or bond.modifier.place in WHERE
        if bond.sector == "UAF" and unknown:
            return Actor(code=UNKNOWN, sector="UAF", why=bond.why)
        return None
