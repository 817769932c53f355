"""How far to trust an act that the rules propose.

The rules propose every act that the lexicon and the tree allow, and with it what they know: the
entry, the words around it, the path to each party, sectors, mood, who is speaking. One logistic
model (``linear``), trained on coded reports by ``training/acts.py``, turns these into the
probability that a coder would write the act down, which ``join`` holds against what the language
model sees. Where one word could name acts of several types, the likeliest stays.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from dateline.coding.acts import Act, Trigger
from dateline.coding.bystanders import NONE
from dateline.coding.features import PartyFeatures, Salience, trigger_features
from dateline.coding.judgements import Judgements
from dateline.coding.judges import condemning
from dateline.coding.linear import Weights, probability
from dateline.coding.modality import Realis, realis
from dateline.coding.people import People
from dateline.coding.propose import build_act, obligations, with_cause, with_weapon
from dateline.coding.roles import Parties, Roles
from dateline.coding.triggers import carried_nouns, entry_of, possible_triggers
from dateline.coding.voice import speakers_of
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Record, Statement
from dateline.tree import Tree

SURE = 0.4  # of the threshold, where an entry is marked as sure
# What only a state does, or does to its own, needs no author in the sentence; nor does a protest.
UNAUTHORED = frozenset({"passive-state", "own", "own-population", "decree"})


class Candidate(Record):
    """An act that the rules could propose, and the features that speak for and against it.

    ``accused`` marks violence that a named side accuses another of.
    """

    act: Act
    features: tuple[str, ...]
    accused: bool = False


def candidates(
    tree: Tree, people: People, statements: tuple[Statement, ...], lexicon: Lexicon
) -> tuple[Candidate, ...]:
    """Every act of a reading that the lexicon and the tree allow, in order of the text."""
    finder = _Finder(tree, people, statements, lexicon)
    triggers = possible_triggers(tree, lexicon)
    by_head: dict[int, Trigger] = {}
    for trigger in triggers:
        by_head.setdefault(trigger.head, trigger)
    swallowed = set(carried_nouns(by_head.values()))
    found: list[Candidate] = []
    for trigger in triggers:
        carried = with_cause(people, trigger, by_head)
        if carried is not None:
            swallowed.add(carried[0])
            trigger = carried[1]
        candidate = finder.candidate(trigger)
        if candidate is not None:
            found.append(candidate)
    found += finder.spoken()
    return tuple(one for one in found if not _swallowed(one.act.trigger, swallowed))


def _swallowed(trigger: Trigger, swallowed: set[int]) -> bool:
    """Whether a verb's trigger holds the head of another, or a word of a noun's name ("lifted the
    state of *emergency*")."""
    return bool(swallowed & set(trigger.tokens if trigger.noun else (trigger.head,)))


class _Finder:
    """Gathers what is known about each trigger of one reading."""

    def __init__(
        self, tree: Tree, people: People, statements: tuple[Statement, ...], lexicon: Lexicon
    ) -> None:
        self._tree = tree
        self._people = people
        self._statements = statements
        self._cues = lexicon.cues
        self._lexicon = lexicon
        self._parties = Parties(tree, people, lexicon)
        codes = (actor.code for head in people.all_heads() for actor in people.actors(head))
        self._described = PartyFeatures(tree, people, Salience(codes))

    def spoken(self) -> list[Candidate]:
        """What speakers demand, judge, refuse or threaten by saying it."""
        verbs = self._parties.verbs
        judgements = Judgements(self._people, self._statements, self._lexicon, verbs)
        acts = (
            *obligations(self._tree, self._parties, self._statements, self._lexicon),
            *judgements.all(),
        )
        return [
            self._described_act(act, Roles(actors=act.actors, recipients=act.recipients))
            for act in acts
        ]

    def _described_act(self, act: Act, roles: Roles) -> Candidate:
        said = tuple(self._statements[index] for index in act.speakers)
        features = trigger_features(self._tree, act.trigger, roles, Realis(), said, "")
        features += self._described.of(act.trigger, roles)
        return Candidate(act=act, features=tuple(dict.fromkeys(features)))

    def candidate(self, trigger: Trigger) -> Candidate | None:
        """What is known about one trigger; ``None`` where its act is only demanded, threatened
        or promised, or where it is the toll of violence, and so no event of its own (codebook
        section 1)."""
        tree = self._tree
        if self._is_flight_from_violence(trigger):
            return None
        carrier, kind = self._parties.carrier(trigger.head) if trigger.noun else (None, "")
        real = realis(tree, trigger, self._cues, carrier)
        if real.only_wanted:
            return None
        roles = self._roles(trigger)
        speakers = speakers_of(trigger.head, tree, self._statements, self._cues)
        said = tuple(self._statements[index] for index in speakers)
        features = trigger_features(tree, trigger, roles, real, said, kind)
        features += self._described.of(trigger, roles)
        return Candidate(
            act=build_act(
                self._people,
                with_weapon(tree, trigger, self._lexicon),
                roles,
                real,
                speakers,
                carrier,
            ),
            features=tuple(dict.fromkeys(features)),
            accused=trigger.type == "ASSAULT" and self._accused(said),
        )

    def _roles(self, trigger: Trigger) -> Roles:
        """The parties of a trigger; a deed that somebody only judges tells its author itself."""
        roles = self._parties.of(trigger)
        judges = condemning(trigger.head, trigger.type, self._people) if trigger.noun else NONE
        if judges.isdisjoint(roles.actors):
            return roles
        phrases = self._parties.verbs.phrases
        own = phrases.of_noun(trigger.head, trigger.actor_slots, trigger.tokens)
        return msgspec.structs.replace(
            roles, actors=tuple(head for head in own if head not in judges)
        )

    def _is_flight_from_violence(self, trigger: Trigger) -> bool:
        """Whether fighting itself displaces people: that is its toll, and nobody deports them
        (codebook section 3)."""
        if trigger.mode != "deport" or trigger.noun:
            return False
        authors = self._tree.children(trigger.head, "nsubj", "obl:agent")
        deeds = (entry_of(self._tree, author, self._lexicon) for author in authors)
        return any(deed is not None and deed.type == "ASSAULT" for deed in deeds)

    def _accused(self, said: tuple[Statement, ...]) -> bool:
        """Whether the innermost speaker, who is named, accuses somebody."""
        if not said or said[-1].source_head is None:
            return False
        return self._tree.words[said[-1].cue_head] in self._cues.blaming


def weigh(found: tuple[Candidate, ...], weights: Weights) -> tuple[Act, ...]:
    """The acts that the weights trust, each with its probability as score."""
    by_token: dict[int, list[Act]] = defaultdict(list)
    for one in found:
        score = probability(weights.total(one.features))
        if score >= asked(one, weights.threshold):
            why = f"{one.act.why}; trusted {score:.2f}"
            by_token[one.act.trigger.head].append(
                msgspec.structs.replace(one.act, score=score, why=why)
            )
    return tuple(act for rivals in by_token.values() for act in best_of(rivals, weights.second))


def asked(one: Candidate, threshold: float) -> float:
    """The probability asked of an act: less where its words leave little doubt and its parties
    stand in their slots, and where a named side accuses another of violence."""
    trigger = one.act.trigger
    authored = (
        one.act.actors or trigger.type == "PROTEST" or not trigger.flags.isdisjoint(UNAUTHORED)
    )
    told = "sure" in trigger.flags and authored and not one.act.nearby
    return threshold * SURE if told or one.accused else threshold


def best_of(rivals: list[Act], second: float) -> list[Act]:
    """The likeliest reading of one word, and others that are likely by themselves. Only who does
    nothing else comments (codebook 3)."""
    first = max(rivals, key=lambda act: act.score)
    if first.trigger.type == "COMMENT":
        return [first]
    return [
        act
        for act in rivals
        if act is first or (act.score >= second and act.trigger.type != "COMMENT")
    ]
