"""Who acts and who is acted upon by an event noun: by its own slots, by the verb that carries it
("launched an attack"), or by who is blamed for it."""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.coding.verb_roles import VerbRoles
from dateline.knowledge.lexicon import Lexicon
from dateline.tree import Tree

SCENES = frozenset({"in", "at"})  # where a protest is "held" is not whom it is against


class NounRoles:
    """Finds the parties of event nouns in one reading."""

    def __init__(self, tree: Tree, lexicon: Lexicon, verbs: VerbRoles) -> None:
        self._tree = tree
        self._lexicon = lexicon
        self._verbs = verbs
        self._phrases = verbs.phrases

    def of(self, trigger: Trigger) -> tuple[tuple[int, ...], tuple[int, ...]]:
        noun = trigger.head
        actors = self._phrases.of_noun(noun, trigger.actor_slots, trigger.tokens)
        recipients = self._phrases.of_noun(noun, trigger.recipient_slots, trigger.tokens)
        carrier, kind = self.carrier(noun)
        if carrier is not None and kind == "active":
            subject = self._verbs.subject(carrier)
            if subject and not (actors and self._named_by(noun)):
                actors = subject
            if not recipients:
                recipients = self._carrier_slots(carrier, trigger.recipient_slots)
        elif carrier is not None and kind == "passive":
            recipients = recipients or self._verbs.subject(carrier)
            actors = actors or self._carrier_slots(carrier, ("from", "by"))
        for participle in self._carried_by(noun):
            actors = actors or self._verbs.subject(participle)
            slots = tuple(slot for slot in trigger.recipient_slots if slot not in SCENES)
            recipients = recipients or self._carrier_slots(participle, slots)
        if trigger.type == "ASSAULT":
            recipients = recipients or self._struck(noun)
        actors = self._blamed(noun) or actors or self._accused(noun)
        return actors, tuple(
            head for head in recipients if head not in actors or "mutual" in trigger.flags
        )

    def _carried_by(self, noun: int) -> tuple[int, ...]:
        """Participles that carry a noun from behind: "sanctions *imposed* on A by B"."""
        tree, light = self._tree, self._lexicon.light
        return tuple(
            verb
            for verb in tree.children(noun, "acl")
            if tree.is_passive(verb)
            and any(entry.type == "active" for entry in light.get(tree.words[verb], ()))
        )

    def _struck(self, noun: int) -> tuple[int, ...]:
        """Who suffers in a passive what violence does: "was driven out *by* a bombardment"."""
        tree = self._tree
        verb = tree.parent(noun)
        if verb is None or tree.case(noun) != "by" or not tree.is_passive(verb):
            return ()
        return self._verbs.patient(verb)

    def _blamed(self, noun: int) -> tuple[int, ...]:
        """On whom a deed is laid: "blamed the attack *on Russia*"."""
        head = self._tree.first_conjunct(noun)
        verb = self._tree.parent(head)
        laid = self._tree.relation(head) in ("obj", "nsubj:pass")
        if verb is None or not laid or self._is_negated(verb):
            return ()
        return self._phrases.blamed(verb)

    def _accused(self, noun: int) -> tuple[int, ...]:
        """Who is blamed for a deed or claims it: "accused Israel of an attack", "was blamed for
        the bombing", "claimed responsibility for the raid"."""
        tree = self._tree
        head = tree.first_conjunct(noun)
        verb = tree.parent(head)
        if verb is None:
            return ()
        if tree.relation(head) == "obj" and tree.words[verb] in self._lexicon.cues.claiming:
            return () if self._is_negated(verb) else self._authors(verb)
        if tree.case(head) not in ("of", "for", "over"):
            return ()
        above = tree.parent(verb)
        if self._is_negated(verb) or (above is not None and self._is_negated(above)):
            return ()
        objects = {tree.words[child] for child in tree.children(verb, "obj")}
        if "responsibility" in objects:
            return self._verbs.subject(verb)
        if tree.words[verb] == "responsibility" and above is not None:
            return self._verbs.subject(above)
        if tree.relation(verb) == "obj" and above is not None:
            return self._phrases.parties((verb,)) if self._verbs.blames(above) else ()
        if not self._verbs.blames(verb):
            return ()
        if tree.is_passive(verb):
            return self._verbs.patient(verb)
        return self._phrases.parties(tree.children(verb, "obj")[:1])

    def _authors(self, verb: int) -> tuple[int, ...]:
        """The subjects of a verb, if they bear arms: "*Islamic State* claimed the attack"."""
        subjects = self._verbs.subject(verb)
        return subjects if subjects and self._verbs.are_armed(subjects) else ()

    def _is_negated(self, verb: int) -> bool:
        """Whether nobody does what a verb tells: "*no* group has claimed responsibility"."""
        tree, cues = self._tree, self._lexicon.cues
        subjects = tree.children(verb, "nsubj")
        nobody = any(tree.words[one] in cues.negators for one in subjects)
        return nobody or any(cues.is_negated(tree, one) for one in (verb, *subjects))

    def _named_by(self, noun: int) -> bool:
        """Whether a noun tells its own parties: "Iran's attack", "a truce between A and B"."""
        tree = self._tree
        return bool(tree.children(noun, "nmod:poss")) or any(
            tree.case(child) == "between" for child in tree.children(noun, "nmod")
        )

    def _carrier_slots(self, verb: int, slots: tuple[str, ...]) -> tuple[int, ...]:
        for slot in slots:
            if slot not in ("possessor", "modifier"):
                found = self._phrases.behind(verb, slot)
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
