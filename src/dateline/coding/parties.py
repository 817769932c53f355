"""From token heads to the parties of a record: codes, sectors, what is left unstated."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.coding.acts import Act
from dateline.coding.attackers import meant_by
from dateline.coding.people import People
from dateline.knowledge.ontology import Ontology
from dateline.knowledge.pronouns import SPEAKER, THIRD_PERSON
from dateline.knowledge.reasons import COLLECTIVE, LEADERS, REGIME, STATES, ground, office
from dateline.records import UNKNOWN, Party, Place, Statement
from dateline.tree import Tree

POLITICAL = frozenset(
    {"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "REB", "UAF", "NGO", "IGO", "REF", "REL"}
)
# Which organ a state acts by where a passive leaves it unnamed: charges are brought in court.
STATE_SECTORS = {
    "COERCE-arrest": "COP",
    "SANCTION-convict": "JUD",
    "ACCUSE-investigate": "JUD",
    "ACCUSE-allege": "JUD",
}
# Acts upon a place that are done to the state that it belongs to, and not to its people.
TAKEN = frozenset({("COERCE", "seize"), ("RETREAT", "withdraw")})


class Resolver:
    """Turns the heads of an act into parties."""

    def __init__(
        self, tree: Tree, people: People, statements: tuple[Statement, ...], ontology: Ontology
    ) -> None:
        self._tree = tree
        self._people = people
        self._statements = statements
        self._ontology = ontology

    def parties(self, heads: tuple[int, ...], act: Act) -> tuple[Party, ...]:
        """The parties of some heads, one for each actor that a mention stands for."""
        named = (head for head in heads if not self._is_renamed(head, heads))
        return distinct(
            party for head in named for party in self._of_head(self._stand_in(head, act))
        )

    def _is_renamed(self, head: int, heads: tuple[int, ...]) -> bool:
        """Whether a noun only says who another of the parties is, and stands for him: "Mali's main
        *ally*, Niger". Who belongs to Mali is not Niger; both names stand."""
        tree = self._tree
        if tree[head].part_of_speech != "NOUN":
            return False
        same = tree.children(head, "appos")
        if tree.bare(head) == "appos":
            same += (tree[head].head,)
        return any(
            tree[other].part_of_speech == "PROPN"
            and other in heads
            and (self._people.codes((other,)) - {UNKNOWN}).isdisjoint(self._people.codes((head,)))
            for one in same
            for other in tree.conjuncts(one)
        )

    def _stand_in(self, head: int, act: Act) -> int:
        """ "We" within a quotation is its speaker; the US is not "us". The attackers are those who
        attacked."""
        if not self._tree.is_pronoun(head, SPEAKER) or not act.speakers:
            return meant_by(head, self._people)
        source = self._statements[act.speakers[-1]].source_head
        return head if source is None else source

    def _of_head(self, head: int) -> list[Party]:
        mention = self._people.mention(head)
        if mention is None:
            return []
        text = self._tree.reading.text_of(mention.span)
        return [
            Party(text=text, span=mention.span, code=a.code, sector=a.sector, why=a.why)
            for a in mention.actors
            if a.code != UNKNOWN or a.sector
        ]

    def place_as_party(self, heads: tuple[int, ...]) -> tuple[Party, ...]:
        """A place that is attacked or entered stands for its country."""
        for head in heads:
            place = self._people.place(head)
            if place is not None and place.country:
                return (party_of_place(place),)
        return ()

    def in_sectors(
        self, act: Act, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Both sides with the sectors that this act gives to states (codebook 2, sector): by arms
        a country or government acts as its armed forces, in any other act as its government,
        whatever words of war stand near."""
        if "by-arms" in act.trigger.flags:
            return _forces(actors), _forces(recipients)
        if act.trigger.type == "COOPERATE":
            return actors, recipients
        kind = act.trigger.type, act.trigger.mode
        actors = _forces(actors) if self._ontology.is_armed(*kind) else _governments(actors)
        if act.trigger.type == "ASSAULT":
            actors = tuple(map(_of_unknown_hand, actors))
            if not self._ontology.is_covert(*kind):
                actors = tuple(map(_commander, actors))
            return actors, _forces(recipients) if act.mutual else struck(recipients)
        if kind in TAKEN or act.trigger.type == "MOBILIZE":
            recipients = tuple(map(_taken, recipients))
        return actors, _governments(recipients)


def _of_unknown_hand(party: Party) -> Party:
    """An unknown author of violence, whatever the words call him (codebook 2)."""
    return msgspec.structs.replace(party, sector="UAF") if party.code == UNKNOWN else party


def _taken(party: Party) -> Party:
    """A place that is seized or entered is taken from its state."""
    place = party.sector == "CVL" and ground(party.why) == "place"
    return msgspec.structs.replace(party, sector="GOV") if place else party


def _forces(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(
        msgspec.structs.replace(party, sector="MIL") if _commands(party) else party
        for party in parties
    )


def _commander(party: Party) -> Party:
    """Who leads a state strikes by its forces: "the president bombed the town"."""
    leads = party.sector == "GOV" and office(party.why) in LEADERS
    return msgspec.structs.replace(party, sector="MIL") if leads else party


def _governments(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(
        msgspec.structs.replace(party, sector="GOV") if _is_state(party) else party
        for party in parties
    )


def struck(recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """A country that suffers violence without fighting back is its people, as a town is."""
    return tuple(
        msgspec.structs.replace(party, sector="CVL")
        if party.sector == "GOV" and is_named_state(party)
        else party
        for party in recipients
    )


def is_named_state(party: Party) -> bool:
    """Whether a party is a country by its name: "the Turkish state" is its government."""
    return ground(party.why) == "state" and not party.why.startswith("state of ")


def _commands(party: Party) -> bool:
    """Whether a party is a country, perhaps as one of "both sides", or its government, whose arms
    are its forces."""
    governs = ground(party.why) in ("government", REGIME)
    return (party.sector == "GOV" and (governs or party.why == COLLECTIVE)) or is_country(party)


def _is_state(party: Party) -> bool:
    """Whether a party is a state or who leads it, counted as its forces for the words around."""
    named = ground(party.why) in STATES | {REGIME}
    return party.sector == "MIL" and (named or party.why in LEADERS)


def is_country(party: Party) -> bool:
    """Whether a party is a state named as such, by its name, seat or demonym."""
    return party.sector == "GOV" and ground(party.why) in STATES


def others(recipients: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The recipients without pronouns that stand for an actor: who acts on himself is told by
    "itself", not by "it"."""
    doers = {(actor.code, actor.sector) for actor in actors}
    return tuple(
        one
        for one in recipients
        if one.text.lower() not in THIRD_PERSON or (one.code, one.sector) not in doers
    )


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Every party once; a country once however it is named, others under each of their names, but
    not by words within those that name another of the same code, nor by a pronoun as well."""
    found: dict[tuple[str, str, str], Party] = {}
    for party in parties:
        name = "" if is_country(party) else party.text.lower()
        found.setdefault((party.code, party.sector, name), party)
    return tuple(
        party
        for party in found.values()
        if not any(_names_again(party, other) for other in found.values())
    )


def _names_again(party: Party, other: Party) -> bool:
    """Whether a party only repeats another: within its words, by a pronoun, or as one of several
    that "both countries" stands for."""
    if party.code != other.code or party.span is None or other.span is None:
        return False
    if COLLECTIVE == party.why != other.why and party.sector == other.sector:
        return True
    if party.span != other.span and other.span.contains(party.span):
        return True
    repeats = _is_pronoun(party.text) and not _is_pronoun(other.text)
    return repeats and party.sector == other.sector


def _is_pronoun(text: str) -> bool:
    """Whether a text is a pronoun: "us" is one, "US" is not."""
    name = text.isupper() and len(text) > 1
    return not name and text.lower() in THIRD_PERSON | SPEAKER


def party_of_place(place: Place) -> Party:
    """The country of a place, as a party."""
    return Party(
        text=place.text, span=place.span, code=place.country, sector="CVL", why="place acted upon"
    )


def is_political(parties: tuple[Party, ...]) -> bool:
    return any(party.sector in POLITICAL and party.code != UNKNOWN for party in parties)


def unknown() -> Party:
    """The unstated author of violence."""
    return Party(text="", span=None, code=UNKNOWN, sector="UAF", why="unstated")


def the_state(code: str, act: Act) -> Party:
    """The state that alone can do what a passive tells (codebook 2)."""
    key = f"{act.trigger.type}-{act.trigger.mode}"
    sector = STATE_SECTORS.get(key, "GOV")
    return Party(text="", span=None, code=code, sector=sector, why="an act only a state can do")


def governs(party: Party) -> bool:
    """Whether somebody in office is meant, and not the people of a country."""
    return party.sector == "GOV" and ground(party.why) not in STATES


def known_first(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that somebody known is, else the first."""
    known = tuple(party for party in parties if party.code != UNKNOWN)
    return known or parties[:1]


def is_told(actors: tuple[Party, ...]) -> bool:
    """Whether the report says who acts: a known actor, or "gunmen" whose side it does not know."""
    return any(party.code != UNKNOWN or (party.text and party.sector) for party in actors)
