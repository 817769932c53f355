"""What another act of the same words tells already: beginnings, tolls, denials, audiences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dateline.coding.acts import Act
from dateline.coding.people import People
from dateline.coding.voice import speakers_of
from dateline.knowledge import ontology as ontologies
from dateline.records import Modality, Polarity, Stance, Statement
from dateline.tree import Tree

PRESENT = frozenset({"MED", "EDU"})  # who listens wherever one speaks


def is_taken_up(
    act: Act, acts: Iterable[Act], tree: Tree, statements: tuple[Statement, ...]
) -> bool:
    """Whether a surer act of the same type stands on the verb's infinitive or object, on the verb
    above it, or in what it denies: who "continued to shell" or "declared martial law" did one
    thing, who "denied shelling" none besides. Who "hosted talks" did another thing than the talks'
    two sides did to each other."""
    head = act.trigger.head
    linked = tree.children(head, "xcomp", "obj")
    if tree.bare(head) in ("xcomp", "obj"):
        linked += (tree[head].head,)
    denied = [
        one.content for one in statements if one.cue_head == head and one.stance is Stance.DENIES
    ]
    return any(
        other.trigger.type == act.trigger.type
        and other.score >= act.score
        and (
            (other.trigger.head in linked and (other.mutual or not act.mutual))
            or any(content.contains(other.trigger_span) for content in denied)
        )
        for other in acts
    )


def without_repeats(
    acts: Sequence[Act], people: People, statements: tuple[Statement, ...]
) -> tuple[Act, ...]:
    """The acts without tolls of a clash, refusals that are denials, what is refused and what
    protesters demand; none is done to whom it is only told."""
    kept = (
        act
        for act in acts
        if not _is_toll(act, acts, people)
        and not _is_denial(act, acts, people, statements)
        and not _is_refused(act, acts, people)
        and not _is_demand_of_protest(act, acts, people)
    )
    return tuple(_without_audience(act, people, statements) for act in kept)


def _is_toll(act: Act, acts: Sequence[Act], people: People) -> bool:
    """Whether a verb tells the toll of a clash whose sides it does not name itself: those killed
    are part of the clash (codebook 3)."""
    tree, verb = people.tree, act.trigger.head
    if "toll" not in act.trigger.flags or tree.bare(verb) not in ("advcl", "xcomp", "conj"):
        return False
    if tree.children(verb, "nsubj", "nsubj:pass", "obl:agent"):
        return False
    return any(
        other.trigger.head == tree[verb].head
        and other.trigger.type == "ASSAULT"
        and other.mutual
        and len(people.codes((*other.actors, *other.recipients))) > 1
        for other in acts
    )


def _is_denial(
    act: Act, acts: Sequence[Act], people: People, statements: tuple[Statement, ...]
) -> bool:
    """Whether who rejects an allegation denies an act that is coded as denied, or denies what a
    clause tells."""
    tree, head = people.tree, act.trigger.head
    if act.trigger.type != "REJECT":
        return False
    denying = {i for i, one in enumerate(statements) if one.cue_head == head}
    denying = {i for i in denying if statements[i].stance is Stance.DENIES}
    if tree.children(head, "ccomp"):
        return bool(denying)
    objects = {tree.words[child] for child in tree.children(head, "obj", "nsubj:pass")}
    if objects.isdisjoint(people.lexicon.cues.asserting_nouns):
        return False
    return any(not denying.isdisjoint(other.speakers) for other in acts)


def _is_refused(act: Act, acts: Iterable[Act], people: People) -> bool:
    """Whether a verb only tells what its own actor refuses to do: "ruled out *sending* troops" and
    "will not *hold* talks" are one act (codebook 1)."""
    tree, head = people.tree, act.trigger.head
    first = tree.first_conjunct(head)
    refusing = {tree[first].head} if tree.bare(first) == "xcomp" else set()
    if act.modality is Modality.PLANNED and act.polarity is Polarity.NEGATIVE:
        refusing.add(head)
    return any(
        other is not act
        and other.trigger.head in refusing
        and other.trigger.type == "REJECT"
        and not people.codes(other.actors).isdisjoint(people.codes(act.actors))
        for other in acts
    )


def _is_demand_of_protest(act: Act, acts: Iterable[Act], people: People) -> bool:
    """Whether a verb tells what those who protest demand by it: "marched, *calling* for his
    release" and "marched and *demanded* his release" are one act (codebook 3)."""
    tree, head = people.tree, act.trigger.head
    if act.trigger.type != "REQUEST" or tree.children(head, "nsubj"):
        return False
    if tree.bare(head) not in ("conj", "advcl", "xcomp"):
        return False
    return any(
        other.trigger.type == "PROTEST"
        and other.trigger.head == tree[head].head
        and people.codes(act.actors) <= people.codes(other.actors)
        for other in acts
    )


def _without_audience(act: Act, people: People, statements: tuple[Statement, ...]) -> Act:
    """An act of words without those as recipients whom its speaker tells of it: the assembly that
    one speaks before is none (codebook 3)."""
    tree = people.tree
    speakers = speakers_of(act.trigger.head, tree, statements, people.lexicon.cues)
    if not speakers or not ontologies.load().is_speech(act.trigger.type):
        return act
    one = statements[speakers[-1]]
    own = () if one.source_head is None else people.codes((one.source_head,))
    told = {
        people.head_of(child)
        for child in tree.children(one.cue_head, "obj", "iobj", "obl")
        if tree.case(child) in ("", "to")
    }
    present = {head for head in told if _only_listens(head, own, people)}
    recipients = tuple(head for head in act.recipients if head not in present)
    return msgspec.structs.replace(act, recipients=recipients)


def _only_listens(head: int, own: Iterable[str], people: People) -> bool:
    """Whether somebody is the press or the parliament of the speaker's own country."""
    return all(
        actor.sector in PRESENT or (actor.sector == "LEG" and actor.code in own)
        for actor in people.actors(head)
    )
