"""Tolls: how many an event killed, injured, detained or displaced (codebook section 4).

Every word of a toll ("killed", "dead", "arrests") is looked up in the sentence of the trigger
with those whom it befell; the tolls that hang together with the trigger in the tree are its own.
The abducted count as detained, the beaten as injured.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.quantities import Quantity, quantity_beside, quantity_of
from dateline.knowledge.counts import CountWords, TollVerb
from dateline.records import Count, Record, Span
from dateline.tree import VERBAL, Tree

# Of a type's acts these are told by other words of the sentence than the trigger ("the blast
# killed ten"); arrests and abductions only by the trigger itself.
SHARED = {"ASSAULT": ("killed", "injured", "displaced"), "COERCE": ()}
OWN = {
    "ASSAULT": ("killed", "injured", "detained", "displaced"),
    "COERCE": ("detained", "displaced"),
}
APPOSITION = 15  # words between two commas
LASTING = ("detained", "displaced")  # what somebody may be long before the act
FARTHEST = 5  # steps in the tree between a trigger and the word of its toll
_BE = {"was", "were", "been", "being", "are", "is", "be"}
_ACTIVE = {"VBD", "VBG", "VBN", "VB", ""}


class Toll(Record):
    """A word that tells a toll, what it tells, and how many."""

    kind: str
    head: int
    quantity: Quantity


def counts_of(trigger: int, tree: Tree, words: CountWords, event_type: str) -> dict[str, Count]:
    """The tolls of the event whose trigger is a token, by kind; empty where none is told."""
    if event_type not in OWN:
        return {}
    best: dict[str, tuple[int, Quantity]] = {}
    tolls = tolls_in(tree, tree[trigger].sentence, words)
    own = any(_is_own(tree, trigger, toll) for toll in tolls)
    for toll in tolls:
        steps = _steps(tree, trigger, toll.head, own)
        kinds = SHARED[event_type] if steps else OWN[event_type]
        if toll.kind not in kinds or steps > FARTHEST:
            continue
        if toll.kind not in best or steps < best[toll.kind][0]:
            best[toll.kind] = (steps, toll.quantity)
    return {kind: _count(tree, best[kind][1]) for kind in OWN[event_type] if kind in best}


def _is_own(tree: Tree, trigger: int, toll: Toll) -> bool:
    """Whether a trigger tells a toll itself, or its complement does: "left ten *dead*"."""
    harm = toll.kind in ("killed", "injured")
    complement = tree[toll.head].head == trigger and tree.bare(toll.head) in ("obj", "xcomp")
    return harm and (toll.head == trigger or complement)


def _count(tree: Tree, quantity: Quantity) -> Count:
    span = Span(tree[quantity.first].span.start, tree[quantity.end - 1].span.end)
    return Count(low=quantity.low, high=quantity.high, span=span)


def _steps(tree: Tree, trigger: int, toll: int, own: bool) -> int:
    """Steps in the tree from trigger to toll; a coordinated act has a toll of its own, unless
    the trigger tells one too ("killing two and wounding five")."""
    up, down = [trigger, *tree.ancestors(trigger)], [toll, *tree.ancestors(toll)]
    meeting = next((index for index in up if index in down), None)
    if meeting is None:
        return FARTHEST + 1
    climbed, descended = up[: up.index(meeting)], down[: down.index(meeting)]
    told = any(tree.bare(i) == "ccomp" for i in climbed)
    apart = climbed and not told and tree[trigger].part_of_speech == "VERB"
    if any(_is_earlier(tree, i) or (apart and tree.bare(i) == "ccomp") for i in descended):
        # "struck after ten were killed", "denied firing and said ten were killed"
        return FARTHEST + 1
    if not own and not descended and _has_doer(tree, climbed):
        return FARTHEST + 1
    beside = climbed + descended
    if beside and (not climbed or not descended) and all(tree.bare(i) == "conj" for i in beside):
        return len(beside) if own else FARTHEST + 1
    return len(climbed) + len(descended)


def _has_doer(tree: Tree, climbed: list[int]) -> bool:
    """Whether an act stands in a coordinated clause with a doer of its own: "raiders killed ten
    and the minister *ordered* strikes"."""
    act = next((index for index in climbed[:2] if tree.bare(index) in ("conj", "parataxis")), None)
    return act is not None and bool(tree.children(act, "nsubj"))


def _is_earlier(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what came before."""
    return any(tree.words[mark] in ("after", "since") for mark in tree.children(clause, "mark"))


# --- tolls of a sentence -------------------------------------------------------------------


def tolls_in(tree: Tree, sentence: int, words: CountWords) -> tuple[Toll, ...]:
    """The tolls that a sentence tells, in order; who is killed is not counted as injured too."""
    place = tree.reading.sentences[sentence]
    tolls = [
        toll for index in range(place.first, place.end) for toll in _tolls_at(tree, index, words)
    ]
    dead = {(toll.quantity.first, toll.quantity.end) for toll in tolls if toll.kind == "killed"}
    return tuple(
        toll
        for toll in tolls
        if toll.kind != "injured" or (toll.quantity.first, toll.quantity.end) not in dead
    )


def _tolls_at(tree: Tree, index: int, words: CountWords) -> Iterator[Toll]:
    word, token = tree.words[index], tree[index]
    if _is_condition(tree, index, words):
        return
    if token.part_of_speech in ("NOUN", "PROPN"):
        found = _noun_toll(tree, index, words)
        if found is not None:
            yield found
    verb = token.part_of_speech in VERBAL
    for entries, victims in ((words.verbs, _harmed), (words.suffering, _subject)):
        entry = _entry(tree, index, entries.get(word, ())) if verb else None
        if entry is not None and _only_tried(tree, index, words):
            continue
        if entry is None:
            continue
        surely = not entry.unsure
        quantity = _before_participle(tree, index, words, surely)
        head = victims(tree, index) if quantity is None else None
        if head is not None:
            quantity = quantity_of(tree, head, words, surely=surely)
        quantity = quantity or _beside_verb(tree, index, words, surely)
        if quantity is not None and (quantity.high > 1 or entry.kind != "displaced"):
            yield Toll(kind=entry.kind, head=index, quantity=quantity)
            return
    if word in words.states:
        head = _left_so(tree, index)
        quantity = quantity_of(tree, head, words) if head is not None else None
        quantity = quantity or quantity_beside(tree, _before(tree, index), -1, words)
        if quantity is not None:
            yield Toll(kind=words.states[word], head=index, quantity=quantity)


def _is_condition(tree: Tree, index: int, words: CountWords) -> bool:
    """Whether a word only says who somebody is: "a camp of 3,000 *displaced* families"."""
    lasting = words.states.get(tree.words[index]) in LASTING
    return lasting and tree.bare(index) == "amod" and index < tree[index].head


def _only_tried(tree: Tree, verb: int, words: CountWords) -> bool:
    """ "Tried to kill the minister", "a plot to kill him": nobody is said to be harmed."""
    governor = tree.parent(verb)
    bare = tree.relation(verb) in ("xcomp", "acl") and not tree.is_passive(verb)
    return bare and governor is not None and tree.words[governor] in words.tried


def _before(tree: Tree, index: int) -> int:
    """The last token before one that is no adverb or auxiliary; an apposition between commas
    ("a guard, named as X (42), was killed") is passed over."""
    before = index - 1
    while before > 0 and tree[before].part_of_speech in ("AUX", "ADV"):
        before -= 1
    if tree.words[max(before, 0)] == ",":
        for earlier in range(before - 1, max(before - APPOSITION, 0), -1):
            if tree.words[earlier] == ",":
                return earlier - 1
    return max(before, 0)


def _before_participle(tree: Tree, verb: int, words: CountWords, surely: bool) -> Quantity | None:
    """Those before a participle that shares the auxiliary of another toll: "ten were killed and
    *another 15* wounded", "left ten dead and *scores* injured"."""
    shares = tree.bare(verb) == "conj" and tree[verb].tag == "VBN" and tree[verb].head < verb - 1
    if not shares or tree.children(verb, "nsubj", "nsubj:pass", "obj", "aux:pass"):
        return None
    return quantity_beside(tree, verb - 1, -1, words, surely=surely)


def _beside_verb(tree: Tree, verb: int, words: CountWords, surely: bool) -> Quantity | None:
    """Those harmed by word order: before "were killed" and "another wounded", after "killing"."""
    before = _before(tree, verb)
    passive = any(tree.words[at] in _BE for at in range(max(0, verb - 4), verb))
    if passive:
        return quantity_beside(tree, before, -1, words, surely=surely)
    if tree[verb].tag in _ACTIVE and verb + 1 < len(tree.tokens):
        return quantity_beside(tree, verb + 1, 1, words, surely=surely)
    return None


def _entry(tree: Tree, index: int, entries: tuple[TollVerb, ...]) -> TollVerb | None:
    """The first entry all of whose other words hang from the verb or follow it closely, and none
    that it bars."""
    near = {tree.words[child] for child in tree.children(index)}
    near |= set(tree.words[index + 1 : index + 4])
    for entry in entries:
        if all(need & near for need in entry.needs) and not entry.bars & near:
            return entry
    return None


def _harmed(tree: Tree, verb: int) -> int | None:
    """The phrase that a verb of harm is done to: object, subject of the passive, or noun above."""
    done_to = (*tree.children(verb, "nsubj:pass"), *tree.children(verb, "obj"))
    if done_to:
        return done_to[0]
    if tree.is_passive(verb):
        if tree.children(verb, "aux:pass"):
            return None
        if tree.relation(verb) in ("acl", "acl:relcl") or tree.relation(verb) == "amod":
            return tree[verb].head
        if tree.bare(verb) in ("conj", "xcomp", "advcl"):
            above = tree[verb].head
            subjects = tree.children(above, "nsubj:pass", "obj", "nsubj")
            return subjects[0] if subjects else None
    if tree.bare(verb) == "conj" and tree[verb].tag in ("VBN", "VBD"):
        return _harmed(tree, tree[verb].head)
    return None


def _subject(tree: Tree, verb: int) -> int | None:
    for here in (verb, *(a for a in (tree[verb].head,) if tree.bare(verb) in ("conj", "xcomp"))):
        subjects = tree.children(here, "nsubj", "nsubj:pass")
        if subjects:
            return subjects[0]
        objects = tree.children(here, "obj") if here != verb else ()
        if objects:
            return objects[0]
    if tree.relation(verb) in ("acl", "acl:relcl"):
        return tree[verb].head
    return None


def _left_so(tree: Tree, state: int) -> int | None:
    """Who is dead, hurt or held: "left ten people dead", "ten dead", "ten were dead"."""
    relation, head = tree.bare(state), tree[state].head
    if tree.children(state, "nummod") or tree[state].part_of_speech == "NOUN":
        return state
    subjects = tree.children(state, "nsubj", "nsubj:pass")
    if subjects:
        return subjects[0]
    if relation in ("xcomp", "advcl", "obl"):
        objects = tree.children(head, "obj") or tree.children(head, "nsubj")
        return objects[0] if objects else None
    if relation in ("amod", "acl") and head < state:
        return head
    return None


def _noun_toll(tree: Tree, noun: int, words: CountWords) -> Toll | None:
    """ "the killing of two men", "his arrest", "ten deaths", "ten dead"."""
    word = tree.words[noun]
    if word in words.nouns:
        for child in tree.children(noun, "nmod", "nmod:poss"):
            if tree.case(child) == "of" or tree.relation(child) == "nmod:poss":
                possessor = tree.words[child] in ("his", "her", "my")
                quantity = quantity_of(tree, child, words)
                if possessor:
                    quantity = Quantity(low=1, high=1, first=child, end=child + 1)
                if quantity is not None:
                    return Toll(kind=words.nouns[word], head=noun, quantity=quantity)
    if word in words.counted and tree[noun].tag != "NN":
        quantity = quantity_of(tree, noun, words)
        if quantity is not None:
            return Toll(kind=words.counted[word], head=noun, quantity=quantity)
    return None
