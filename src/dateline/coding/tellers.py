"""Who tells a deed or judges it, and so is taken for neither its author nor its victim.

"Spain condemned the arrests", "the ministry said a blast had killed two": the subject of the verb
above a deed is party to it only where that verb does not speak of it.
"""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.coding.people import People
from dateline.coding.triggers import entry_of
from dateline.knowledge import ontology as ontologies
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.sectors import ARMED, OF_THE_STATE
from dateline.tree import NOUN_CLAUSES, TOLD_CLAUSES, Tree


class Tellers:
    """Finds those who speak of the deeds of one reading."""

    def __init__(self, tree: Tree, people: People, lexicon: Lexicon) -> None:
        self._tree = tree
        self._people = people
        self._lexicon = lexicon

    def of(self, trigger: Trigger, recipients: tuple[int, ...]) -> frozenset[int]:
        """The words of the phrases that name who tells or judges a deed; none for what is done by
        words or by two sides."""
        kind = ontologies.load().types[trigger.type]
        if kind.speech or kind.mutual:
            return frozenset()
        found: set[int] = set()
        judged, below = False, trigger.head
        for governor in self._tree.ancestors(trigger.head):
            judged = judged or self._judges(governor, below)
            told = self._tells(governor, below)
            if judged or told:
                subjects = self._subjects(governor, below)
                if judged or not self._is_own(trigger, subjects, recipients):
                    found.update(word for one in subjects for word in self._phrase(one))
                judged = judged and not self._tree.children(governor, "nsubj")
            below = governor
        return frozenset(found)

    def _subjects(self, governor: int, below: int) -> tuple[int, ...]:
        tree = self._tree
        children = tree.children(governor, "nsubj", "nmod:poss", "obl:agent")
        above = tree.parent(governor) if tree.bare(governor) == "acl" else None
        return tuple(
            child
            for child in (*children, *(() if above is None else (above,)))
            if child != below and tree.relation(child) != "nsubj:pass"
        )

    def _phrase(self, head: int) -> tuple[int, ...]:
        clauses = NOUN_CLAUSES | {"parataxis"}
        return self._tree.subtree(head, without=clauses)

    def _judges(self, governor: int, below: int) -> bool:
        """Whether a word condemns or regrets what hangs on it, or is directed against it."""
        tree, cues = self._tree, self._lexicon.cues
        if tree.bare(below) == "nmod" and tree.case(below) == "against":
            return True
        if tree.relation(below) in ("nsubj", "xcomp"):
            return False
        if tree[governor].part_of_speech == "VERB" and tree.words[governor] in cues.judging:
            return True
        entry = entry_of(tree, governor, self._lexicon)
        if entry is None or entry.type not in ("ACCUSE", "COMMENT"):
            return False
        return entry.part != "noun" or entry.mode != "investigate"

    def _tells(self, governor: int, below: int) -> bool:
        """Whether a verb of speech has a deed in its clause, or as an object that it cannot carry
        out ("announced an attack" can)."""
        word, cues = self._tree.words[governor], self._lexicon.cues
        if self._tree.bare(below) in TOLD_CLAUSES:
            return word in cues.speaking | cues.seeing
        if self._tree.bare(below) not in ("obj", "obl") or word not in cues.speaking | cues.telling:
            return False
        return all(entry.type != "active" for entry in self._lexicon.light.get(word, ()))

    def _is_own(
        self, trigger: Trigger, subjects: tuple[int, ...], recipients: tuple[int, ...]
    ) -> bool:
        """Whether speakers may tell their own deed: a force its blow on fighters, a state its
        measures."""
        cues = self._lexicon.cues
        if any(cues.is_negated(self._tree, one) for one in subjects):
            return False  # "no group has claimed the attack"
        told = self._sectors(subjects)
        if trigger.type == "ASSAULT":
            return told <= ARMED and "CVL" not in self._sectors(recipients)
        return told <= ARMED | OF_THE_STATE

    def _sectors(self, heads: tuple[int, ...]) -> frozenset[str]:
        return frozenset(actor.sector for head in heads for actor in self._people.actors(head))
