"""Who acts and who is acted upon, read from the tree by the slots of the lexicon.

Each slot names a place in the tree: subject, object, the subject of the clause that follows,
a possessor, a modifier, or a preposition. The first slot with a party in it wins. Passives,
relative clauses, infinitives and coordinated verbs are turned to their plain form first.
"""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.coding.nearby import Nearby
from dateline.coding.people import People
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Record
from dateline.tree import Tree

RECIPROCAL = frozenset({"other", "another"})
OBJECT_CONTROL_TAKES = ("obj", "iobj")


class Roles(Record):
    """The heads of an act's parties; ``nearby`` names the sides that no slot gave."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    nearby: tuple[str, ...] = ()


class Parties:
    """Finds the parties of triggers in one reading."""

    def __init__(self, tree: Tree, people: People, lexicon: Lexicon) -> None:
        self._tree = tree
        self._people = people
        self._lexicon = lexicon
        self._nearby = Nearby(tree, people)

    def of(self, trigger: Trigger) -> Roles:
        """Actors and recipients of a trigger, as heads of mentions.

        Where the slots give one side or none, the nearest parties of the same clause or
        sentence stand in.
        """
        actors, recipients = self._of_noun(trigger) if trigger.noun else self._of_verb(trigger)
        filled = self._nearby.fill(trigger, actors, recipients)
        near = [
            side
            for side, before, after in zip(
                ("actor", "recipient"), (actors, recipients), filled, strict=True
            )
            if before != after
        ]
        return Roles(actors=filled[0], recipients=filled[1], nearby=tuple(near))

    # --- verbs ---------------------------------------------------------------------

    def _of_verb(self, trigger: Trigger) -> tuple[tuple[int, ...], tuple[int, ...]]:
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
            return self._phrases(tree.children(verb, "obj", "iobj"), trigger.tokens)
        if slot == "clause":
            return self._clause_subject(verb)
        if slot == "possessor":
            owners = [
                owner
                for child in tree.children(verb, "obj", "obl")
                for owner in tree.children(child, "nmod:poss")
            ]
            return self._phrases(tuple(owners))
        return self._prepositional(verb, slot, trigger.tokens)

    def subject(self, verb: int) -> tuple[int, ...]:
        """The doer of a verb: its subject, the agent of a passive, or the doer it shares."""
        tree = self._tree
        if tree.is_passive(verb):
            agents = tree.children(verb, "obl:agent") + tuple(
                child for child in tree.children(verb, "obl") if tree.case(child) == "by"
            )
            return self._phrases(agents)
        subjects = tree.children(verb, "nsubj", "nsubj:outer")
        if subjects:
            return self._phrases(tuple(self._antecedent(verb, s) for s in subjects[:1]))
        return self._shared_subject(verb)

    def _shared_subject(self, verb: int) -> tuple[int, ...]:
        tree = self._tree
        governor, relation = tree.parent(verb), tree.bare(verb)
        if governor is None:
            return ()
        if relation == "acl" and not self._blames(governor):
            return self._phrases((governor,))
        if relation in ("conj", "parataxis") and _predicates(tree, governor):
            # "A has warned, B has also called for talks": B hangs on the first verb, but behind it.
            late = [s for s in tree.children(governor, "nsubj") if governor < s < verb]
            if late and tree.children(governor, "nsubj")[0] < governor:
                return self._phrases((late[-1],))
            if tree.is_passive(governor) and not tree.is_passive(verb):
                return self.patient(governor)
            return self.subject(governor)
        if relation == "xcomp":
            objects = tree.children(governor, *OBJECT_CONTROL_TAKES)
            if objects and objects[0] < verb:
                return self._phrases(objects[:1])
            if tree.is_passive(governor):
                return self.patient(governor)
            return self.subject(governor)
        if relation in ("advcl", "acl", "obl") and self._blames(governor):
            if tree.is_passive(governor):
                return self.patient(governor)
            if each_other(tree, governor):
                return self.subject(governor)
            return self._phrases(tree.children(governor, "obj")[:1])
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
            return self._phrases(tuple(self._antecedent(verb, s) for s in subjects[:1]))
        governor = tree.parent(verb)
        if governor is None:
            return ()
        if tree.bare(verb) == "acl":
            return self._phrases((governor,))
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
            found = self._phrases(subjects[:1])
            if found:
                return found
        return ()

    def _prepositional(
        self, head: int, preposition: str, without: tuple[int, ...] = ()
    ) -> tuple[int, ...]:
        tree = self._tree
        phrases = [
            child
            for child in tree.children(head, "obl", "nmod", "obl:agent")
            if tree.case(child).split(" ")[-1] == preposition or tree.case(child) == preposition
        ]
        below = [
            child
            for carried in tree.children(head, "obj", "xcomp")
            for child in tree.children(carried, "nmod", "obl")
            if tree.case(child) == preposition
        ]
        return self._phrases(tuple(phrases) + tuple(below), without)

    def _in_complement(self, verb: int) -> tuple[int, ...]:
        """Parties anywhere in what is asked, refused or threatened, the outermost first."""
        tree = self._tree
        for child in tree.children(verb, "obj", "obl", "xcomp", "ccomp", "acl", "nmod"):
            within = tree.subtree(child, without=frozenset({"acl:relcl", "parataxis"}))
            found = self._people.inside(within)
            if found:
                return self._phrases(found[:1])
        return ()

    # --- nouns ---------------------------------------------------------------------

    def _of_noun(self, trigger: Trigger) -> tuple[tuple[int, ...], tuple[int, ...]]:
        noun = trigger.head
        actors = self._noun_slots(trigger, trigger.actor_slots)
        recipients = self._noun_slots(trigger, trigger.recipient_slots)
        carrier, kind = self.carrier(noun)
        if carrier is not None and kind == "active":
            subject = self.subject(carrier)
            if subject and not (actors and self._named_by(noun)):
                actors = subject
            if not recipients:
                recipients = self._carrier_slots(carrier, trigger.recipient_slots)
        elif carrier is not None and kind == "passive":
            recipients = recipients or self.subject(carrier)
        actors = actors or self._accused(noun)
        return actors, tuple(
            head for head in recipients if head not in actors or "mutual" in trigger.flags
        )

    def _accused(self, noun: int) -> tuple[int, ...]:
        """Who is blamed for a deed or claims it: "accused Israel of an attack", "was blamed for
        the bombing", "claimed responsibility for the raid"."""
        tree = self._tree
        head = tree.first_conjunct(noun)
        verb = tree.parent(head)
        if verb is None or tree.case(head) not in ("of", "for", "over"):
            return ()
        above = tree.parent(verb)
        objects = {tree.words[child] for child in tree.children(verb, "obj")}
        if "responsibility" in objects:
            return self.subject(verb)
        if tree.words[verb] == "responsibility" and above is not None:
            return self.subject(above)
        if tree.relation(verb) == "obj" and above is not None:
            return self._phrases((verb,)) if self._blames(above) else ()
        if not self._blames(verb):
            return ()
        if tree.is_passive(verb):
            return self.patient(verb)
        return self._phrases(tree.children(verb, "obj")[:1])

    def _blames(self, verb: int) -> bool:
        return self._tree.words[verb] in self._lexicon.cues.blaming

    def _named_by(self, noun: int) -> bool:
        """Whether a noun tells its own parties: "Iran's attack", "a truce between A and B"."""
        tree = self._tree
        return bool(tree.children(noun, "nmod:poss")) or any(
            tree.case(child) == "between" for child in tree.children(noun, "nmod")
        )

    def _carrier_slots(self, verb: int, slots: tuple[str, ...]) -> tuple[int, ...]:
        for slot in slots:
            if slot not in ("possessor", "modifier"):
                found = self._prepositional(verb, slot)
                if found:
                    return found
        return ()

    def _noun_slots(self, trigger: Trigger, slots: tuple[str, ...]) -> tuple[int, ...]:
        tree, noun = self._tree, trigger.head
        for slot in slots:
            if slot == "possessor":
                found = self._phrases(tree.children(noun, "nmod:poss"))
            elif slot == "modifier":
                modifiers = tree.children(noun, "amod", "compound", "nmod:desc")
                # What a "drone attack" is done with belongs to its name.
                found = self._phrases(tuple(m for m in modifiers if m not in trigger.tokens))
            else:
                found = self._phrases(
                    tuple(
                        child
                        for child in tree.children(noun, "nmod", "obl", "obl:agent")
                        if tree.case(child).split(" ")[-1] == slot
                    )
                )
            if found:
                return found
        return ()

    def carrier(self, noun: int) -> tuple[int | None, str]:
        """The verb that carries an event noun, and whether its subject acts, is acted upon,
        or is the event itself ("launched an attack", "suffered", "fighting erupted")."""
        tree = self._tree
        head = tree.first_conjunct(noun)
        verb = tree.parent(head)
        if verb is None or tree[verb].part_of_speech not in ("VERB", "AUX"):
            return None, ""
        relation = tree.relation(head)
        wanted = {
            "obj": ("active", "passive"),
            "nsubj:pass": ("active",),
            "nsubj": ("happening",),
            "obl": ("active", "passive"),
        }.get(relation, ())
        near = {tree.words[c] for c in tree.children(verb)} | {tree.case(head)}
        for pattern in self._lexicon.light.get(tree.words[verb], ()):
            if pattern.type in wanted and pattern.matches(near):
                if relation == "obl" and not pattern.needs:
                    continue
                return verb, pattern.type
        return None, ""

    # --- phrases -------------------------------------------------------------------

    def _phrases(self, heads: tuple[int, ...], without: tuple[int, ...] = ()) -> tuple[int, ...]:
        """The parties in some phrases: coordinated ones spread out, others looked into."""
        found: list[int] = []
        for head in heads:
            if head in without and not self._people.is_party(head):
                continue
            for part in self._tree.conjuncts(head):
                found += self._party(part)
        return tuple(dict.fromkeys(found))

    def _party(self, head: int) -> tuple[int, ...]:
        """The mention of a phrase: its head, or for measures and parts, what they are of."""
        if self._people.is_party(head):
            return (head,)
        tree = self._tree
        deed = tree.words[head] in self._lexicon.nouns
        for child in tree.children(head, "nmod", "nmod:poss", "compound", "amod", "appos", "flat"):
            if tree.bare(child) == "nmod" and tree.case(child) not in ("of", ""):
                continue
            if deed and tree.relation(child) == "compound" and tree[child].part_of_speech == "NOUN":
                continue  # a car bomb is no car
            if self._people.is_party(child):
                return (child,)
        return ()


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
