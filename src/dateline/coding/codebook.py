"""The codebook's rules: acts with token heads become events with codes.

Nothing here asks how an act was found. In order: parties are resolved, what is unstated is
filled in or the act dropped, mutual acts are put on both ends, accusations between two sides
are paired, voices and stance are set, and every act is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.coding.acts import PROMISES, Act
from dateline.coding.called_upon import with_those_called_upon
from dateline.coding.camps import in_camps
from dateline.coding.condemned import with_the_condemned
from dateline.coding.denials import with_denials
from dateline.coding.draft import Draft, codes
from dateline.coding.imitated import with_imitators
from dateline.coding.modality import is_rite, states_rule
from dateline.coding.mutual import both_ends
from dateline.coding.once import once
from dateline.coding.parties import Resolver, others
from dateline.coding.people import People
from dateline.coding.rules import Rules
from dateline.coding.sides import with_other_side, with_own_victims
from dateline.coding.told import Teller
from dateline.coding.unstated import Completion
from dateline.coding.wars import with_sides_of_war
from dateline.coding.write import Writer
from dateline.knowledge import Knowledge
from dateline.records import Cast, Event, Modality, NameKind, Party, Reading, Statement
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
    acts = with_imitators(acts, people, statements, knowledge.lexicon)
    drafts = with_own_victims(draft for act in acts for draft in book.drafts(act))
    drafts = with_other_side(drafts, reading)
    drafts = with_sides_of_war(drafts, people.tree, knowledge.lexicon)
    drafts = with_the_condemned(drafts, people, knowledge.lexicon)
    drafts = with_those_called_upon(drafts, people, knowledge.lexicon)
    told = tuple(book.writer.event(draft) for draft in drafts)
    return once(with_denials(told, people, statements, knowledge))


# Prepositions of where something happens.
SCENES = frozenset({"in", "across", "through", "throughout", "around"})
OUTLAWS = frozenset({"UAF", "CRM"})  # who can arrest nobody
# Who attacks a person with words; whoever rules counts as armed once he is said to attack.
SPEAKING = frozenset({"GOV", "MIL", "LEG", "PTY"})


class _Codebook(Rules):
    """The rules, over one report."""

    def __init__(
        self,
        people: People,
        statements: tuple[Statement, ...],
        cast: Cast,
        knowledge: Knowledge,
    ) -> None:
        resolver = Resolver(people.tree, people, statements, knowledge.ontology)
        shared = (people, statements, cast, knowledge, resolver)
        super().__init__(*shared)
        self._teller = Teller(*shared)
        self._unstated = Completion(*shared)
        self.writer = Writer(people, cast, knowledge)

    def drafts(self, act: Act) -> Iterator[Draft]:
        """The records of one act: none where the codebook says it is no event."""
        if act.modality is Modality.HYPOTHETICAL and self._ontology.is_speech(act.trigger.type):
            return
        if act.trigger.noun and states_rule(self._tree, act.trigger.head, self._cues):
            return
        if act.trigger.type == "PROTEST" and is_rite(self._tree, act.trigger.head, self._cues):
            return
        if act.trigger.type in PROMISES and act.modality is Modality.PLANNED:
            act = msgspec.structs.replace(act, modality=Modality.HAPPENED)
        divided = in_camps(act, self._people)
        if divided is None:
            return
        act = divided
        actors = self._resolver.parties(act.actors, act)
        recipients = others(self._resolver.parties(self._targets(act), act), actors)
        act = self._judged(act, actors)
        draft = self._unstated.complete(
            Draft(act=act, actors=actors, recipients=recipients, polarity=act.polarity)
        )
        if draft is None:
            return
        for ended in both_ends(draft):
            for paired in self._teller.pair_accusers(ended):
                yield self._teller.with_voice(self._tidy(paired))

    def _targets(self, act: Act) -> tuple[int, ...]:
        """The recipients' heads; where people protest is not whom they protest against."""
        if act.trigger.type != "PROTEST":
            return act.recipients
        tree = self._tree
        return tuple(
            head for head in act.recipients if tree.case(tree.first_conjunct(head)) not in SCENES
        )

    def _judged(self, act: Act, actors: tuple[Party, ...]) -> Act:
        """Whom a court jails it has convicted, whom strangers hold they have abducted, and whom a
        politician attacks he has criticised."""
        trigger = act.trigger
        word = self._tree.words[trigger.head]
        sectors = {actor.sector for actor in actors}
        if trigger.type == "COERCE" and word in self._cues.jailing and sectors == {"JUD"}:
            judged = msgspec.structs.replace(trigger, type="SANCTION", mode="convict")
        elif (
            (trigger.type, trigger.mode) == ("COERCE", "arrest") and sectors and sectors <= OUTLAWS
        ):
            judged = msgspec.structs.replace(trigger, type="ASSAULT", mode="abduct")
        elif sectors and sectors <= SPEAKING and self._is_verbal(act):
            judged = msgspec.structs.replace(trigger, type="ACCUSE", mode="disapprove")
        else:
            return act
        return msgspec.structs.replace(act, trigger=judged)

    def _is_verbal(self, act: Act) -> bool:
        """Whether somebody named attacks somebody named, and nothing tells by what arms."""
        trigger = act.trigger
        if trigger.type != "ASSAULT" or trigger.mode not in (None, "beat") or act.mutual:
            return False
        if self._tree.words[trigger.head] not in self._cues.attacking or not act.recipients:
            return False
        sides = (*act.actors, *act.recipients)
        return all(self._tree.is_named(head, NameKind.PERSON) for head in sides)

    def _tidy(self, draft: Draft) -> Draft:
        """Nobody does a one-way act to himself, unless it is an act on the own population."""
        doers = codes(draft.actors)
        if draft.paired or (doers == codes(draft.recipients) and len(doers) > 1):
            return draft
        texts = {party.text.lower() for party in draft.actors if party.text}
        recipients = tuple(p for p in draft.recipients if p.text.lower() not in texts)
        if not recipients and doers == codes(draft.recipients):
            return draft
        return msgspec.structs.replace(draft, recipients=recipients)
