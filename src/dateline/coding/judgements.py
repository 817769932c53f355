"""What a speaker does by saying it in words of his own: judging, demanding, refusing, threatening.

Behind a verb of saying the lexicon has entries for what is said ("said the raid *was unlawful*").
In the later sentences of a quotation no such verb stands above the clause, nor behind other verbs
("believes that the raid was unlawful"); there the same entries hold for the clause alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.coding.acts import Act, Trigger
from dateline.coding.addressees import sides
from dateline.coding.people import People
from dateline.coding.triggers import complement_words, from_pattern, words_said
from dateline.coding.verb_roles import VerbRoles
from dateline.coding.voice import is_spoken, speakers_of
from dateline.knowledge.lexicon import Lexicon, Pattern
from dateline.knowledge.pronouns import SPEAKER, THIRD_PERSON
from dateline.records import Stance, Statement

JUDGEMENTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
DONE_TO = frozenset({"ACCUSE", "REQUEST"})  # nobody is judged or asked where none is named
SPOKEN = frozenset({"root", "parataxis"})  # clauses that say something by themselves
CLAUSES = SPOKEN | {"ccomp", "conj"}


class Judgements:
    """Finds what the speakers of one reading do by what they say of others."""

    def __init__(
        self,
        people: People,
        statements: tuple[Statement, ...],
        lexicon: Lexicon,
        roles: VerbRoles,
    ) -> None:
        self._tree = people.tree
        self._people = people
        self._statements = statements
        self._lexicon = lexicon
        self._roles = roles
        self._entries = tuple(entry for entry in lexicon.said if entry.type in JUDGEMENTS)
        self._texts = frozenset(entry.text for entry in lexicon.said)

    def all(self) -> Iterator[Act]:
        """The acts, in order of the text."""
        tree = self._tree
        for clause in range(len(tree.tokens)) if self._statements else ():
            if tree.bare(clause) not in CLAUSES or not self._stands_alone(clause):
                continue
            speakers = speakers_of(clause, tree, self._statements, self._lexicon.cues)
            if not speakers or self._statements[speakers[-1]].stance is not Stance.ASSERTS:
                continue
            near = words_said(tree, clause, self._lexicon)
            if is_spoken(speakers, self._statements):
                # Within a speaker's very words "they" are others.
                near = {word: at for word, at in near.items() if word not in THIRD_PERSON}
            words = frozenset(near)
            told: set[str] = set()
            for entry in self._entries:
                if entry.type not in told and entry.matches(words):
                    told.add(entry.type)
                    yield from self._judgement(clause, entry, near, speakers)

    def _stands_alone(self, clause: int) -> bool:
        """Whether a word heads a clause that says something and hangs on no verb of saying, no
        question and no condition."""
        tree, cues = self._tree, self._lexicon.cues
        first = tree.first_conjunct(clause)
        marks = {tree.words[mark] for mark in tree.children(clause, "mark")}
        end = tree.reading.sentences[tree[clause].sentence].end
        if not marks <= {"that"} or "?" in tree.words[max(clause, end - 2) : end]:
            return False
        above = tree.parent(first)
        if above is None or tree.relation(first) == "parataxis":
            return tree.relation(first) in SPOKEN
        if tree.relation(first) != "ccomp" or cues.is_negated(tree, above):
            return False
        if first == clause and self._says(above):
            return False
        return tree.words[above] in (cues.asserting | cues.seeing) - cues.wanting

    def _says(self, verb: int) -> bool:
        entries = self._lexicon.verbs.get(self._tree.words[verb], ())
        return any(entry.text in self._texts for entry in entries)

    def _judgement(
        self, clause: int, entry: Pattern, near: dict[str, int], speakers: tuple[int, ...]
    ) -> Iterator[Act]:
        tree, cues = self._tree, self._lexicon.cues
        source = self._statements[speakers[-1]].source_head
        modals = {tree.words[modal] for modal in tree.children(clause, "aux")}
        if source is None or (entry.type == "REQUEST" and not modals.isdisjoint(cues.obliging)):
            return  # obligations are found by themselves
        trigger = from_pattern(tree, clause, entry, near, self._lexicon)
        if "by-complement" in entry.flags:
            words = [tree.words[clause], *complement_words(tree, clause)]
            mode = self._lexicon.complement_mode(entry.type, words)
            trigger = msgspec.structs.replace(trigger, mode=mode)
        if trigger.type == "REQUEST" and trigger.mode is None:
            return
        speaker = sides((source,), self._people)
        if "clause" in entry.actor_slots and not self._is_of(clause, speaker):
            return
        found = self._recipients(trigger)
        recipients = tuple(one for one in found if not sides((one,), self._people) <= speaker)
        if recipients or trigger.type not in DONE_TO:
            yield Act(
                trigger=trigger,
                trigger_span=tree[clause].span,
                sentence=tree[clause].sentence,
                actors=(source,),
                recipients=recipients,
                speakers=speakers,
                why=trigger.why,
            )

    def _recipients(self, trigger: Trigger) -> tuple[int, ...]:
        """The parties in an entry's slots, as they stand in the clause itself."""
        slots = tuple("subject" if slot == "clause" else slot for slot in trigger.recipient_slots)
        asked = msgspec.structs.replace(trigger, actor_slots=(), recipient_slots=slots)
        return self._roles.of(asked)[1]

    def _is_of(self, clause: int, speaker: frozenset[tuple[str, str]]) -> bool:
        """Whether the subject of a clause is the speaker's own side: what Turkey "will never
        accept" Ankara refuses."""
        subjects = self._tree.children(clause, "nsubj")
        own = any(self._tree.is_pronoun(one, SPEAKER) for one in subjects)
        return own or not sides(self._roles.subject(clause), self._people).isdisjoint(speaker)
