"""How an act is made of a trigger: by its roles, by the noun that caused it, by obligation."""

from __future__ import annotations

import msgspec

from dateline.coding.acts import Act, Trigger
from dateline.coding.modality import Realis
from dateline.coding.people import People, antecedents
from dateline.coding.roles import Parties, Roles
from dateline.coding.triggers import complement_words
from dateline.coding.verb_roles import each_other
from dateline.coding.voice import speakers_of
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Span, Statement
from dateline.tree import Tree

BETWEEN = frozenset({"with", "between"})


def with_cause(
    people: People, trigger: Trigger, by_head: dict[int, Trigger]
) -> tuple[int, Trigger] | None:
    """ "The air strike killed ten": one act, with the noun's mode and the verb's toll."""
    if "toll" not in trigger.flags:
        return None
    tree = people.tree
    passive = tree.is_passive(trigger.head)
    places = (
        tree.children(trigger.head, "obl", "obl:agent")
        if passive
        else tree.children(trigger.head, "nsubj", "obl")
    )
    for place in (told for one in places for told in (one, *antecedents(people, one))):
        cause = by_head.get(place)
        if cause is None or cause.type != "ASSAULT" or not cause.noun:
            continue
        mode = trigger.mode or cause.mode
        return place, msgspec.structs.replace(
            trigger, mode=mode, tokens=tuple(sorted({*trigger.tokens, place}))
        )
    return None


# Prepositions of the weapon.
WITH = frozenset({"with", "by", "from", "in", "using"})


def with_weapon(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> Trigger:
    """An attack whose weapon is told in its clause ("struck by drones", "jets attacked") has the
    weapon's mode, whatever its verb (codebook section 3)."""
    if trigger.type != "ASSAULT" or trigger.mode is not None or "mutual" in trigger.flags:
        return trigger
    head = trigger.head
    tools = [
        tool for tool in tree.children(head, "obl", "obl:agent", "nmod") if tree.case(tool) in WITH
    ]
    if not trigger.noun and not tree.is_passive(head):
        tools += tree.children(head, "nsubj")
    words = [
        tree.words[word]
        for tool in tools
        for word in (*tree.children(tool, "compound", "amod"), tool)
    ]
    mode = lexicon.complement_mode("ASSAULT", words)
    return trigger if mode is None else msgspec.structs.replace(trigger, mode=mode)


def build_act(
    people: People,
    trigger: Trigger,
    roles: Roles,
    real: Realis,
    speakers: tuple[int, ...],
    carrier: int | None = None,
) -> Act:
    """An act from what was found about a trigger."""
    tree = people.tree
    tokens = trigger.tokens if carrier is None else tuple(sorted({*trigger.tokens, carrier}))
    notes = (trigger.why, real.why, *(f"{side} nearby" for side in roles.nearby))
    return Act(
        trigger=trigger,
        trigger_span=_tight_span(tree, trigger.head, tokens),
        sentence=tree[trigger.head].sentence,
        actors=roles.actors,
        recipients=roles.recipients,
        carrier=carrier,
        nearby=roles.nearby,
        mutual=_is_mutual(people, trigger, roles),
        speakers=speakers,
        modality=real.modality,
        polarity=real.polarity,
        stance=real.stance,
        why="; ".join(note for note in notes if note),
    )


def _is_mutual(people: People, trigger: Trigger, roles: Roles) -> bool:
    """Whether both sides do it. Who alone agrees to do something promises it, and whoever the
    infinitive names ("agreed to free two Americans") has agreed to nothing."""
    tree, verb = people.tree, trigger.head
    if "mutual" not in trigger.flags:
        return each_other(tree, verb)
    doers = [actor for head in roles.actors for actor in people.actors(head)]
    promised = trigger.type == "AGREE" and len(doers) == 1 and tree.children(verb, "xcomp")
    return not promised or any(tree.case(head) in BETWEEN for head in roles.recipients)


def _tight_span(tree: Tree, head: int, tokens: tuple[int, ...]) -> Span:
    """From the first to the last word of a trigger, if they stand close together."""
    span = tree.span(tokens)
    return span if max(tokens) - min(tokens) <= 5 else tree[head].span


def obligations(
    tree: Tree,
    parties: Parties,
    statements: tuple[Statement, ...],
    lexicon: Lexicon,
) -> list[Act]:
    """ "X said the two sides must cease fire": a request by the speaker to the sides."""
    found: list[Act] = []
    for index, word in enumerate(tree.words):
        if word not in lexicon.cues.obliging or tree.bare(index) != "aux":
            continue
        verb = tree[index].head
        speakers = speakers_of(index, tree, statements, lexicon.cues)
        if not speakers or tree.children(verb, "mark") or tree.is_passive(verb):
            continue
        source = statements[speakers[-1]].source_head
        recipients = parties.subject(verb)
        if source is None or not recipients:
            continue
        for wanted in (verb, *_coordinated(tree, verb)):
            act = _obligation(tree, index, wanted, source, recipients, speakers, lexicon)
            if act is not None:
                found.append(act)
    return found


def _coordinated(tree: Tree, verb: int) -> tuple[int, ...]:
    """Verbs coordinated with one that share its subject and auxiliaries."""
    return tuple(
        other
        for other in tree.children(verb, "conj")
        if tree[other].part_of_speech == "VERB" and not tree.children(other, "nsubj", "aux")
    )


def _obligation(
    tree: Tree,
    modal: int,
    verb: int,
    source: int,
    recipients: tuple[int, ...],
    speakers: tuple[int, ...],
    lexicon: Lexicon,
) -> Act | None:
    if lexicon.cues.is_negated(tree, verb):
        mode: str | None = "yield"  # what others must not do they shall leave
    else:
        words = [tree.words[verb], *complement_words(tree, verb)]
        mode = lexicon.complement_mode("REQUEST", words)
    if mode is None:
        return None
    trigger = Trigger(
        head=verb,
        tokens=(modal, verb),
        type="REQUEST",
        mode=mode,
        noun=False,
        flags=frozenset({"one-way", "weak"}),
        why=f"lexicon: obligation {tree.words[modal]}",
    )
    return Act(
        trigger=trigger,
        trigger_span=tree[modal].span,
        sentence=tree[modal].sentence,
        actors=(source,),
        recipients=tuple(head for head in recipients if head != source),
        speakers=speakers,
        why=trigger.why,
    )
