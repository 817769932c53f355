"""Parties that no slot names, taken from what stands nearest in the sentence.

A trigger deep in a clause often shares its parties with the clauses around it ("the shelling
that followed", "in the fighting"). The actor is looked for among the subjects of the governing
verbs and then before the trigger, the recipient after it and then before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.acts import Trigger
from dateline.coding.addressees import asks_nobody, is_unaddressed
from dateline.coding.bystanders import has_strange_subject, weapon_of
from dateline.coding.people import People, is_violence
from dateline.coding.phrases_of_slots import Phrases
from dateline.coding.tellers import Tellers
from dateline.knowledge import ontology as ontologies
from dateline.knowledge.lexicon import Lexicon
from dateline.records import UNKNOWN
from dateline.tree import OTHER_CLAUSES, Tree

FARTHEST = 12
SCENES = frozenset({"in", "of", "at", "near", "to", "from", "around", "outside", "inside"})
# Prepositions of a time that other acts tell: "since the talks began".
TIMES = frozenset({"since", "until", "before"})
# Clauses below a word that tell of other acts.
# To whom one speaks or whom one judges is not told before a colon.
NOT_LABELLED = frozenset({"ACCUSE", "SUPPORT", "COMMENT", "CONSULT"})


class Nearby:
    """Fills in one missing side of an act from its sentence."""

    def __init__(self, tree: Tree, people: People, lexicon: Lexicon, phrases: Phrases) -> None:
        self._tree = tree
        self._people = people
        self._lexicon = lexicon
        self._phrases = phrases
        self._tellers = Tellers(tree, people, lexicon)

    def fill(
        self,
        trigger: Trigger,
        actors: tuple[int, ...],
        recipients: tuple[int, ...],
        *,
        suffered: bool = False,
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Both sides, completed where a party of the sentence can stand in; not the author of what
        the subject ``suffered`` ("drew criticism"), who stands in a slot or is not told."""
        unaddressed = self._is_unaddressed(trigger, actors)
        hidden = suffered or self._hides_actor(trigger)
        if (actors or hidden) and (recipients or unaddressed):
            return actors, recipients
        barred = self._tellers.of(trigger, recipients)
        if not actors and not hidden:
            weapon = None if trigger.noun else weapon_of(trigger.head, self._people)
            if weapon is None:
                actors = self._actor(trigger, recipients, barred)
            else:
                actors = self._sender(trigger, weapon, recipients)
        if not recipients and not unaddressed:
            recipients = self._recipient(trigger, actors, barred)
        return actors, recipients

    def _is_unaddressed(self, trigger: Trigger, actors: tuple[int, ...]) -> bool:
        """Whether an act has no recipient but one that its slots give."""
        alone = len(self._sides(actors)) < 2
        if "mutual" in trigger.flags and not alone:
            return True
        told = "no-recipient" in trigger.flags or self._condemns(trigger)
        return told or asks_nobody(trigger.type, trigger.head, self._tree, self._lexicon)

    def _hides_actor(self, trigger: Trigger) -> bool:
        hidden = self._tree.is_passive(trigger.head)
        return not trigger.noun and (hidden or has_strange_subject(trigger.head, self._people))

    def _condemns(self, trigger: Trigger) -> bool:
        """Whether violence is condemned: who is accused of it stands in its own slots, or nobody is
        (codebook 3)."""
        objects = self._tree.children(trigger.head, "obj", "nsubj:pass")
        return trigger.type == "ACCUSE" and any(map(self._phrases.tells_violence, objects))

    def _actor(
        self, trigger: Trigger, recipients: tuple[int, ...], barred: frozenset[int]
    ) -> tuple[int, ...]:
        taken = self._people.codes(recipients)
        tree = self._tree
        barred |= self._elsewhere(trigger)
        for governor in tree.ancestors(trigger.head):
            for subject in tree.children(governor, "nsubj", "obl:agent"):
                free = subject not in barred and self._free(subject, taken)
                if subject != trigger.head and free and not self._heads_text(subject):
                    return (subject,)
        for place in self._near(trigger.head, before=True):
            free = place not in barred and self._free(place, taken)
            if free and not self._heads_text(place) and not self._is_scene(place, trigger):
                return (place,)
        return ()

    def _sender(
        self, trigger: Trigger, weapon: int, recipients: tuple[int, ...]
    ) -> tuple[int, ...]:
        """Who laid or fired a weapon that strikes, as its own words tell or the violence around it:
        "a mine *laid by the rebels* killed two"; whoever else is near has not."""
        tree, taken = self._tree, self._people.codes(recipients)
        told = [one for one in tree.subtree(weapon) if self._sends(one)]
        for above in tree.ancestors(trigger.head):
            if is_violence(tree, above, self._lexicon):
                told += tree.children(above, "nsubj")
        return tuple(one for one in told if self._free(one, taken))[:1]

    def _sends(self, word: int) -> bool:
        agent = self._tree.case(word) == "by"
        return agent or self._tree.bare(word) == "nsubj"

    def _recipient(
        self, trigger: Trigger, actors: tuple[int, ...], barred: frozenset[int]
    ) -> tuple[int, ...]:
        taken = self._people.codes(actors)
        barred |= self._elsewhere(trigger) | self._accused_deed(trigger) | self._told_of(actors)
        barred |= self._speakers(trigger, actors) | self._naming(trigger)
        own = self._own_words(trigger)
        for before in (False, True):
            for place in self._near(trigger.head, before):
                label = trigger.type in NOT_LABELLED and self._people.in_label(place)
                kept = place not in barred and (own is None or place in own) and not label
                kept = kept and place not in trigger.tokens
                if kept and self._free(place, taken) and not self._misses(trigger, actors, place):
                    return (place,)
        return ()

    def _misses(self, trigger: Trigger, actors: tuple[int, ...], place: int) -> bool:
        if trigger.type == "ASSAULT" and self._strikes(place):
            return True
        return is_unaddressed(trigger.type, trigger.head, actors, place, self._people)

    def _strikes(self, place: int) -> bool:
        """Whether a word is a blow or tells whose: "killed as an *Israeli strike* hit a car"."""
        tree = self._tree
        noun = tree[place].head if tree.bare(place) == "amod" else place
        entries = self._lexicon.nouns.get(tree.words[noun], ())
        return any(entry.type == "ASSAULT" for entry in entries) and all(
            actor.sector == "MIL" for actor in self._people.actors(place)
        )

    def _own_words(self, trigger: Trigger) -> frozenset[int] | None:
        """The words that hang on an act whose recipient these alone tell, as a burned flag tells
        whom a protest is against; ``None`` where any may."""
        kind = ontologies.load().recipient(trigger.type, trigger.mode)
        if kind not in ("told", "never"):
            return None
        return frozenset(self._tree.subtree(trigger.head, without=OTHER_CLAUSES))

    def _near(self, head: int, before: bool) -> Iterator[int]:
        """The heads of known parties of a sentence on one side of a word, the nearest first, up to
        a semicolon; who only describes another party is passed over."""
        sentence = self._tree.reading.sentences[self._tree[head].sentence]
        if before:
            places = range(head - 1, max(sentence.first, head - FARTHEST) - 1, -1)
        else:
            places = range(head + 1, min(sentence.end, head + FARTHEST))
        for place in places:
            if self._tree.words[place] == ";":
                return
            known = self._people.heads(place) and not self._people.in_dateline(place)
            if known and not self._people.describes(place):
                yield place

    def _heads_text(self, head: int) -> bool:
        """Whether a word is no part of its sentence's clause: the dateline, a label."""
        return self._people.in_dateline(head) or self._people.in_label(head)

    def _is_scene(self, head: int, trigger: Trigger) -> bool:
        """Whether a place is only told as where violence happens: "north of Aleppo"."""
        if trigger.type != "ASSAULT" or self._people.place(head) is None:
            return False
        if self._people.only_places(head, self._tree[head].head):
            return True
        while not self._tree.case(head) and self._tree.bare(head) in ("appos", "flat"):
            head = self._tree[head].head  # "in Kabul, Afghanistan"
        return self._tree.case(head).split(" ")[-1] in SCENES

    def _accused_deed(self, trigger: Trigger) -> frozenset[int]:
        """The words of what is condemned: they name its victims and place ("the arrests of
        villagers in Mosul"), not who is accused of it."""
        if trigger.type != "ACCUSE":
            return frozenset()
        objects = self._tree.children(trigger.head, "obj")
        return frozenset(word for one in objects for word in self._tree.subtree(one))

    def _speakers(self, trigger: Trigger, actors: tuple[int, ...]) -> frozenset[int]:
        """The words that tell who says what another does by words: "*France* said Russia would
        refuse" tells nothing that was refused to France."""
        if trigger.noun or not actors or not ontologies.load().is_speech(trigger.type):
            return frozenset()
        subjects = self._tree.children(trigger.head, "nsubj")
        words = frozenset(word for one in subjects for word in self._tree.subtree(one))
        return frozenset() if words.intersection(actors) else words

    def _naming(self, trigger: Trigger) -> frozenset[int]:
        """The words that tell who gives a name to what is struck: "hit what *officials* called a
        camp"."""
        tree = self._tree
        objects = (one for one in tree.children(trigger.head, "obj") if tree.words[one] == "what")
        clauses = (clause for one in objects for clause in tree.children(one, "acl:relcl"))
        subjects = (subject for clause in clauses for subject in tree.children(clause, "nsubj"))
        return frozenset(word for subject in subjects for word in tree.subtree(subject))

    def _told_of(self, actors: tuple[int, ...]) -> frozenset[int]:
        """The words that only say who the actors are: "the minister, *head of Mali's army*"."""
        tree = self._tree
        asides = [aside for actor in actors for aside in tree.children(actor, "appos", "acl:relcl")]
        return frozenset(word for aside in asides for word in tree.subtree(aside))

    def _elsewhere(self, trigger: Trigger) -> frozenset[int]:
        """The words of other clauses with parties of their own: those coordinated with the trigger
        or its verb, and those that only tell since or until when."""
        tree, below = self._tree, trigger.head
        found: set[int] = set()
        for here in (trigger.head, *tree.ancestors(trigger.head)):
            for child in tree.children(here, "conj", "parataxis", "advcl", "obl"):
                if child != below and self._stands_apart(child):
                    found.update(tree.subtree(child))
            below = here
            if tree[here].part_of_speech == "VERB":
                break
        return frozenset(found)

    def _stands_apart(self, child: int) -> bool:
        tree = self._tree
        if tree.bare(child) in ("conj", "parataxis"):
            told = bool(tree.children(child, "nsubj", "obj", "ccomp", "xcomp", "obl"))
            predicates = tree[child].part_of_speech == "VERB" or bool(tree.children(child, "cop"))
            return predicates and told
        marks = tree.children(child, "mark", "case")
        return any(tree.words[mark] in TIMES for mark in marks)

    def _free(self, head: int, taken: frozenset[str]) -> bool:
        codes = self._people.codes((head,))
        return bool(codes) and not codes & taken and UNKNOWN not in codes

    def _sides(self, heads: tuple[int, ...]) -> frozenset[tuple[str, str]]:
        return frozenset(
            (actor.code, actor.sector) for head in heads for actor in self._people.actors(head)
        )
