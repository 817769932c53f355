"""Who acts and who is acted upon in a clause.

Passives, relative clauses, infinitives and coordinated verbs are turned to their plain form first.
"""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.coding.addressees import appeals_to_everybody, sides, suffering
from dateline.coding.people import People, antecedent, antecedents, is_violence
from dateline.coding.phrases_of_slots import Phrases
from dateline.coding.shared_subjects import answers_for, around_naming, goes_on, predicates
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.pronouns import RELATIVE
from dateline.knowledge.sectors import ARMED
from dateline.tree import Tree

# Words that head "each other" and "one another", with the word that hangs on them.
RECIPROCAL = frozenset({("other", "each"), ("another", "one"), ("one", "another")})
OBJECT_CONTROL_TAKES = ("obj", "iobj")
COMPANY = frozenset({"together", "along", "jointly"})
OPENING = RELATIVE | {"where", "when"}  # of relative clauses
# Prepositions of where something is demanded and of what about.
ASIDE = frozenset({"in", "over"})
_WITHDRAWAL = ("RETREAT", "withdraw")


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
        actors = actors or self._moved(trigger) or self.phrases.causing(trigger)
        used = {*actors, *suffering(trigger.type, verb, self._people)}
        recipients = tuple(
            head for head in self._first(verb, trigger.recipient_slots, trigger) if head not in used
        )
        open_to_all = appeals_to_everybody(trigger.type, verb, self._tree)
        if not recipients and "by-complement" in trigger.flags and not open_to_all:
            recipients = self._in_complement(verb, actors, used)
        return actors, recipients

    def _moved(self, trigger: Trigger) -> tuple[int, ...]:
        """Forces that are sent or withdrawn by nobody named: "Chadian troops were deployed"."""
        verb = trigger.head
        moves = trigger.type == "MOBILIZE" or (trigger.type, trigger.mode) == _WITHDRAWAL
        if not moves or not self._tree.is_passive(verb):
            return ()
        moved = self.patient(verb)
        return moved if moved and self.are_armed(moved) else ()

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
            if blamed := self.phrases.blamed(verb):
                return blamed
            if tree.is_passive(verb):
                return self.patient(verb)
            objects = tree.children(verb, "obj", "iobj") or self._left_out(verb)
            return self.phrases.parties(objects, trigger.tokens)
        if slot == "clause":
            return self._clause_subject(verb)
        if slot == "possessor":
            # In "expressed its thanks" they are given by their owner, and not to him.
            owners = [
                owner
                for child in tree.children(verb, "obj", "obl")
                if child not in trigger.tokens
                for owner in tree.children(child, "nmod:poss")
            ]
            return self.phrases.parties(tuple(owners))
        return self.phrases.behind(verb, slot, trigger.tokens)

    def subject(self, verb: int) -> tuple[int, ...]:
        """The doer of a verb: its subject, the agent of a passive, or the doer it shares."""
        tree = self._tree
        # "Concerned by" a deed is not done by its author.
        if tree.is_passive(verb) and tree[verb].part_of_speech != "ADJ":
            phrases = tree.children(verb, "obl", "obl:agent")
            return self.phrases.parties(tuple(one for one in phrases if self._is_agent(one)))
        subjects = self._own(tree.children(verb, "nsubj", "nsubj:outer"))
        if subjects:
            for above in antecedents(self._people, subjects[0]):
                if self.phrases.tells_violence(above):
                    return self.phrases.parties((above,))
                if tree[above].part_of_speech == "VERB" and is_violence(tree, above, self._lexicon):
                    return self.subject(above)
            phrases = tree.children(verb, "obl") + tree.children(subjects[0], "nmod")
            company = tuple(phrase for phrase in phrases if self._joins_in(phrase))
            return self.phrases.parties((antecedent(tree, subjects[0]), *company))
        return self._shared_subject(verb) or self._resolving(verb)

    def _resolving(self, verb: int) -> tuple[int, ...]:
        """Whose resolution a verb goes on with that opens a sentence without a subject: "The
        Council … Condemns the coup; *Demands* the release"."""
        tree, number = self._tree, self._tree[verb].sentence
        if not number or not self._opens_sentence(verb):
            return ()
        for sentence in reversed(tree.reading.sentences[:number]):
            if not self._opens_sentence(sentence.root):
                named = (sentence.root,) if tree[sentence.root].part_of_speech == "PROPN" else ()
                return self.subject(sentence.root) or self.phrases.parties(named)
        return ()

    def _opens_sentence(self, verb: int) -> bool:
        """Whether a verb in the present tense is the first word of its sentence but for adverbs,
        marks and numbers."""
        tree = self._tree
        first = tree.reading.sentences[tree[verb].sentence].first
        before = (tree[i].part_of_speech for i in range(first, verb))
        present = tree[verb].tag == "VBZ" and tree.bare(verb) == "root"
        return present and all(tag in ("ADV", "PUNCT", "NUM", "X") for tag in before)

    def _is_agent(self, phrase: int) -> bool:
        """Whether a phrase tells by whom; "*by data of the UN* ten were killed" does not."""
        tree, case = self._tree, self._tree.case(phrase)
        if phrase < tree[phrase].head and tree.words[phrase] in self._lexicon.cues.documents:
            return False
        return case == "by" or (not case and tree.relation(phrase) == "obl:agent")

    def _own(self, subjects: tuple[int, ...]) -> tuple[int, ...]:
        """The subjects of a verb without the dateline and, where it has another, the label before
        a colon, which the language model reads as subjects now and then."""
        found = tuple(one for one in subjects if not self._people.in_dateline(one))
        return tuple(one for one in found if not self._people.in_label(one)) or found

    def _joins_in(self, phrase: int) -> bool:
        """Whether a phrase tells who does it with the subject: "together with France"."""
        tree, case = self._tree, self._tree.case(phrase).split(" ")
        first = tree.subtree(phrase)[0]
        near = {tree.words[first - 1] if first else "", *case}
        near |= {tree.words[child] for child in tree.children(phrase)}
        return case == ["alongside"] or ("with" in case and not near.isdisjoint(COMPANY))

    def _left_out(self, verb: int) -> tuple[int, ...]:
        """The object that a relative clause leaves out: "the town rebels captured"."""
        tree = self._tree
        governor = tree.parent(verb)
        if governor is None or tree.relation(verb) != "acl:relcl":
            return ()
        told = any(tree.words[part] in OPENING for part in tree.subtree(verb))
        between = any(governor < one < verb for one in tree.children(verb, "nsubj"))
        return (governor,) if between and not told else ()

    def _shared_subject(self, verb: int) -> tuple[int, ...]:
        tree = self._tree
        governor, relation = tree.parent(verb), tree.bare(verb)
        if governor is None:
            return ()
        if relation == "advcl" and (above := around_naming(tree, governor)) is not None:
            governor = above
        if relation == "acl" and not self.blames(governor):
            return self.phrases.parties((governor,))
        if relation in ("conj", "parataxis") and predicates(tree, governor):
            return self._coordinated_subject(verb, governor)
        if relation == "xcomp":
            objects = tree.children(governor, *OBJECT_CONTROL_TAKES)
            if objects and objects[0] < verb:
                return self.phrases.parties(objects[:1])
            if tree.is_passive(governor):
                return self.patient(governor)
            return self.subject(governor)
        if relation in ("advcl", "acl", "obl", "ccomp") and self.blames(governor):
            if tree.is_passive(governor):
                return self.patient(governor)
            if each_other(tree, governor):
                return self.subject(governor)
            return self.phrases.parties(tree.children(governor, "obj")[:1])
        if relation in ("advcl", "acl", "obl") and answers_for(verb, governor, tree, self._lexicon):
            return self.patient(governor) or self.phrases.parties(
                tree.children(governor, "obj")[:1]
            )
        if relation == "advcl" and predicates(tree, governor):
            if tree.is_passive(governor):
                return self.patient(governor)
            return self.subject(governor)
        if relation in ("ccomp", "obl", "obj") and predicates(tree, governor):
            return self.subject(governor)
        return ()

    def _coordinated_subject(self, verb: int, governor: int) -> tuple[int, ...]:
        tree = self._tree
        # "A has warned, B has also called for talks": B hangs on the first verb, but behind it.
        late = [s for s in tree.children(governor, "nsubj") if governor < s < verb]
        if late and tree.children(governor, "nsubj")[0] < governor:
            return self.phrases.parties((late[-1],))
        above = tree.parent(governor)
        if above is not None and goes_on(verb, governor, above, self._people, self._lexicon):
            return self.subject(above)
        if tree.is_passive(governor) and not tree.is_passive(verb):
            return self.patient(governor)
        return self.subject(governor)

    def patient(self, verb: int) -> tuple[int, ...]:
        """The one acted upon in a passive."""
        tree = self._tree
        subjects = self._own(tree.children(verb, "nsubj:pass"))
        if subjects:
            return self.phrases.parties((antecedent(tree, subjects[0]),))
        governor = tree.parent(verb)
        if governor is None:
            return ()
        if tree.bare(verb) == "acl":
            return self.phrases.parties((governor,))
        if tree.bare(verb) == "conj":
            if tree.children(governor, "nsubj:pass") or tree.is_passive(governor):
                return self.patient(governor)
            return self.subject(governor)
        objects = tree.children(governor, *OBJECT_CONTROL_TAKES)
        if tree.bare(verb) == "xcomp" and objects and objects[0] < verb:
            return self.phrases.parties(objects[:1])  # "had two men arrested"
        if tree.bare(verb) in ("xcomp", "advcl") and predicates(tree, governor):
            passive = tree.is_passive(governor)
            return self.patient(governor) if passive else self.subject(governor)
        return ()

    def _clause_subject(self, verb: int) -> tuple[int, ...]:
        tree = self._tree
        for clause in tree.children(verb, "ccomp", "xcomp", "advcl"):
            subjects = tree.children(clause, "nsubj", "nsubj:pass")
            found = self.phrases.parties(subjects[:1])
            if found:
                return found
        return ()

    def _in_complement(self, verb: int, actors: tuple[int, ...], used: set[int]) -> tuple[int, ...]:
        """The first party in what is asked, refused or threatened, the outermost first; nobody
        does so to himself, nor a state to its own."""
        tree = self._tree
        doers = sides(actors, self._people)
        for child in tree.children(verb, "obj", "obl", "xcomp", "ccomp", "acl", "nmod"):
            if tree.case(child) in ASIDE:
                continue
            within = tree.subtree(child, without=frozenset({"acl:relcl", "advcl", "parataxis"}))
            for found in self._people.inside(within):
                if found not in used and not sides((found,), self._people) <= doers:
                    return self.phrases.parties((found,))
        return ()

    def are_armed(self, heads: tuple[int, ...]) -> bool:
        """Whether all of some parties bear arms."""
        return all(actor.sector in ARMED for head in heads for actor in self._people.actors(head))

    def blames(self, verb: int) -> bool:
        """Whether a verb blames its object for what follows ("accused Israel of")."""
        return self._tree.words[verb] in self._lexicon.cues.blaming


def each_other(tree: Tree, verb: int) -> bool:
    """Whether the object of a verb is "each other" or "one another", or what belongs to them."""
    objects = tree.children(verb, "obj", "obl")
    owners = tuple(owner for one in objects for owner in tree.children(one, "nmod:poss"))
    whole = ({tree.words[part] for part in tree.children(one)} for one in objects)
    return any(
        (tree.words[head], tree.words[part]) in RECIPROCAL
        for head in (*objects, *owners)
        for part in tree.children(head)
    ) or any({"one", "another"} <= words for words in whole)
