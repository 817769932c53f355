"""Who acts and who is acted upon in a clause.

Passives, relative clauses, infinitives and coordinated verbs are turned to their plain form first.
"""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.coding.people import People
from dateline.coding.phrases_of_slots import Phrases
from dateline.knowledge.lexicon import Lexicon
from dateline.tree import Tree

RECIPROCAL = frozenset({"other", "another"})
OBJECT_CONTROL_TAKES = ("obj", "iobj")


class VerbRoles:
    """Finds the parties of verbs in one reading."""

    def __init__(self, tree: Tree, people: People, lexicon: Lexicon) -> None:
        self._tree = tree
        self._people = people
        self._lexicon = lexicon
        self.phrases = Phrases(tree, people, lexicon)

    def of(self, trigger: Trigger) -> tuple[tuple[int, ...], tuple[int, ...]]:
        verb = trigger.head
        actors = self._first(verb, trigger.actor_slots, trigger)
        used = set(actors)
        recipients = tuple(
            head for head in self._first(verb, trigger.recipient_slots, trigger) if head not in used
        )
        if not recipients and "by-complement" in trigger.flags:
            recipients = tuple(h for h in self._in_complement(verb) if h not in used)
        return actors, recipients

    def _first(self, verb: int, slots: tuple[str, ...], trigger: Trigger) -> tuple[int, ...]:
        for slot in slots:
            found = self._in_slot(verb, slot, trigger)
            if found:
                return found
        return ()

    def _in_slot(self, verb: int, slot: str, trigger: Trigger) -> tuple[int, ...]:
        tree = self._tree
        if slot == "subject":
            return self.subject(verb)
        if slot == "object":
            if tree.is_passive(verb):
                return self.patient(verb)
            return self.phrases.parties(tree.children(verb, "obj", "iobj"), trigger.tokens)
        if slot == "clause":
            return self._clause_subject(verb)
        if slot == "possessor":
            owners = [
                owner
                for child in tree.children(verb, "obj", "obl")
                for owner in tree.children(child, "nmod:poss")
            ]
            return self.phrases.parties(tuple(owners))
        return self.phrases.behind(verb, slot, trigger.tokens)

    def subject(self, verb: int) -> tuple[int, ...]:
        """The doer of a verb: its subject, the agent of a passive, or the doer it shares."""
        tree = self._tree
        if tree.is_passive(verb):
            agents = tree.children(verb, "obl:agent") + tuple(
                child for child in tree.children(verb, "obl") if tree.case(child) == "by"
            )
            return self.phrases.parties(agents)
        subjects = tree.children(verb, "nsubj", "nsubj:outer")
        if subjects:
            return self.phrases.parties(tuple(self._antecedent(verb, s) for s in subjects[:1]))
        return self._shared_subject(verb)

    def _shared_subject(self, verb: int) -> tuple[int, ...]:
        tree = self._tree
        governor, relation = tree.parent(verb), tree.bare(verb)
        if governor is None:
            return ()
        if relation == "acl" and not self.blames(governor):
            return self.phrases.parties((governor,))
        if relation in ("conj", "parataxis") and _predicates(tree, governor):
            # "A has warned, B has also called for talks": B hangs on the first verb, but behind it.
            late = [s for s in tree.children(governor, "nsubj") if governor < s < verb]
            if late and tree.children(governor, "nsubj")[0] < governor:
                return self.phrases.parties((late[-1],))
            if tree.is_passive(governor) and not tree.is_passive(verb):
                return self.patient(governor)
            return self.subject(governor)
        if relation == "xcomp":
            objects = tree.children(governor, *OBJECT_CONTROL_TAKES)
            if objects and objects[0] < verb:
                return self.phrases.parties(objects[:1])
            if tree.is_passive(governor):
                return self.patient(governor)
            return self.subject(governor)
        if relation in ("advcl", "acl", "obl") and self.blames(governor):
            if tree.is_passive(governor):
                return self.patient(governor)
            if each_other(tree, governor):
                return self.subject(governor)
            return self.phrases.parties(tree.children(governor, "obj")[:1])
        if relation == "advcl" and _predicates(tree, governor):
            if tree.is_passive(governor):
                return self.patient(governor)
            return self.subject(governor)
        if relation in ("ccomp", "obl", "obj") and _predicates(tree, governor):
            return self.subject(governor)
        return ()

    def patient(self, verb: int) -> tuple[int, ...]:
        """The one acted upon in a passive."""
        tree = self._tree
        subjects = tree.children(verb, "nsubj:pass")
        if subjects:
            return self.phrases.parties(tuple(self._antecedent(verb, s) for s in subjects[:1]))
        governor = tree.parent(verb)
        if governor is None:
            return ()
        if tree.bare(verb) == "acl":
            return self.phrases.parties((governor,))
        if tree.bare(verb) == "conj":
            if tree.children(governor, "nsubj:pass") or tree.is_passive(governor):
                return self.patient(governor)
            return self.subject(governor)
        if tree.bare(verb) in ("xcomp", "advcl") and _predicates(tree, governor):
            return self.subject(governor)
        return ()

    def _antecedent(self, verb: int, subject: int) -> int:
        """The noun that a relative pronoun stands for."""
        relative = self._tree.words[subject] in ("who", "which", "that", "whom")
        if not relative:
            return subject
        for here in (verb, *self._tree.ancestors(verb)):
            if self._tree.relation(here) == "acl:relcl":
                return self._tree[here].head
        return subject

    def _clause_subject(self, verb: int) -> tuple[int, ...]:
        tree = self._tree
        for clause in tree.children(verb, "ccomp", "xcomp", "advcl"):
            subjects = tree.children(clause, "nsubj", "nsubj:pass")
            found = self.phrases.parties(subjects[:1])
            if found:
                return found
        return ()

    def _in_complement(self, verb: int) -> tuple[int, ...]:
        """Parties anywhere in what is asked, refused or threatened, the outermost first."""
        tree = self._tree
        for child in tree.children(verb, "obj", "obl", "xcomp", "ccomp", "acl", "nmod"):
            within = tree.subtree(child, without=frozenset({"acl:relcl", "parataxis"}))
            found = self._people.inside(within)
            if found:
                return self.phrases.parties(found[:1])
        return ()

    def blames(self, verb: int) -> bool:
        """Whether a verb blames its object for what follows ("accused Israel of")."""
        return self._tree.words[verb] in self._lexicon.cues.blaming


def each_other(tree: Tree, verb: int) -> bool:
    """Whether the object of a verb is "each other" or "one another"."""
    return any(
        tree.words[child] in RECIPROCAL
        and any(tree.words[part] in ("each", "one") for part in tree.children(child))
        for child in tree.children(verb, "obj", "obl")
    )


def _predicates(tree: Tree, index: int) -> bool:
    return tree[index].part_of_speech in ("VERB", "AUX", "ADJ") or bool(
        tree.children(index, "nsubj", "cop")
    )
