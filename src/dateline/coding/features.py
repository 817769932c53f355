"""What speaks for a trigger and for its parties, as words that weights can be learned for.

Features are short strings: the lexicon's entry, the path in the tree between a trigger and a
noun phrase, what the slots of the lexicon say, sectors, distance, who is speaking. They are the
same in training and in use; nothing here names a country, a person or a report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.coding.acts import Trigger
from dateline.coding.modality import Realis
from dateline.coding.people import People
from dateline.coding.roles import Roles
from dateline.knowledge.reasons import ground
from dateline.records import UNKNOWN, Actor, Statement
from dateline.tree import Tree

LONGEST_PATH = 5
DISTANCES = (1, 2, 3, 5, 8, 12, 20)


class Salience:
    """How much a report speaks of each code."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._counts = Counter(code for code in codes if code != UNKNOWN)
        self._most = max(self._counts.values(), default=1)

    def level(self, codes: Iterable[str]) -> str:
        share = max((self._counts[code] for code in codes), default=0) / self._most
        return "main" if share > 0.66 else "often" if share > 0.25 else "seldom"


def path(tree: Tree, start: int, end: int) -> str:
    """The relations from one token up and down to another of its sentence."""
    up = [start, *tree.ancestors(start)]
    down = [end, *tree.ancestors(end)]
    shared = set(down)
    meeting = next((index for index in up if index in shared), None)
    if meeting is None:
        return "none"
    climbed = [f"{tree.relation(index)}<" for index in up[: up.index(meeting)]]
    descended = [f">{tree.relation(index)}" for index in reversed(down[: down.index(meeting)])]
    steps = climbed + descended
    return " ".join(steps) if len(steps) <= LONGEST_PATH else "long"


def bucket(distance: int) -> str:
    """A distance in words, coarsely, with its direction."""
    size = next((str(limit) for limit in DISTANCES if abs(distance) <= limit), "far")
    return f"{'after' if distance > 0 else 'before'} {size}"


def entry_name(trigger: Trigger) -> str:
    """The lexicon's entry without the words it forbids."""
    words = trigger.why.removeprefix("lexicon: ").split()
    return " ".join(word for word in words if not word.startswith("!"))


def form_of(tree: Tree, trigger: Trigger) -> str:
    """Noun, active or passive."""
    if trigger.noun:
        return "noun"
    return "passive" if tree.is_passive(trigger.head) else "active"


class PartyFeatures:
    """Features of the parties that the rules chose for a trigger."""

    def __init__(self, tree: Tree, people: People, salience: Salience) -> None:
        self._tree = tree
        self._people = people
        self._salience = salience

    def of(self, trigger: Trigger, roles: Roles) -> list[str]:
        """Features of both sides of an act and of the two together."""
        sides = {"actor": roles.actors, "recipient": roles.recipients}
        features: list[str] = []
        for side, heads in sides.items():
            features += self._side(side, heads, trigger, side in roles.nearby)
        actors, recipients = (
            tuple(actor for head in heads for actor in self._people.actors(head))
            for heads in sides.values()
        )
        return features + pair_features(trigger, actors, recipients)

    def _side(self, side: str, heads: tuple[int, ...], trigger: Trigger, nearby: bool) -> list[str]:
        act, form = trigger.type, form_of(self._tree, trigger)
        if not heads:
            return [f"{side} none", f"{side} none {act}", f"{side} none {form}"]
        tree, head = self._tree, heads[0]
        distance = bucket(head - trigger.head)
        features = [
            f"{side} path {form} {path(tree, trigger.head, head)}",
            f"{side} nearby {nearby} {distance}", f"{side} nearby {nearby} {act}",
            f"{side} word {tree[head].part_of_speech}", f"{side} relation {tree.relation(head)}",
            f"{side} number {min(3, len(heads))}", f"{side} case {act} {tree.case(head)}",
        ]  # fmt: skip
        return features + self._person(side, act, self._people.actors(head))

    def _person(self, side: str, act: str, actors: Sequence[Actor]) -> list[str]:
        if not actors:
            return []
        first = actors[0]
        reason = ground(first.why).partition(":")[0]
        return [
            f"{side} salience {self._salience.level(a.code for a in actors)}",
            f"{side} reason {reason}", f"{side} reason {act} {reason}",
            f"{side} sector {first.sector}", f"{side} sector {act} {first.sector}",
            f"{side} many {min(3, len(actors))}", f"{side} unknown {act} {first.code == UNKNOWN}",
        ]  # fmt: skip


def pair_features(
    trigger: Trigger, actors: Sequence[Actor], recipients: Sequence[Actor]
) -> list[str]:
    """Features of an actor and a recipient together."""
    act = trigger.type
    same = bool({a.code for a in actors} & {r.code for r in recipients})
    sectors = f"{_sector(actors)}>{_sector(recipients)}"
    return [
        f"pair same {same}", f"pair same {act} {same}", f"pair {sectors}",
        f"pair {act} {sectors}", f"pair same {same} {sectors}",
    ]  # fmt: skip


def _sector(actors: Sequence[Actor]) -> str:
    return actors[0].sector if actors else "-"


def trigger_features(
    tree: Tree,
    trigger: Trigger,
    roles: Roles,
    real: Realis,
    speakers: tuple[Statement, ...],
    carried: str,
) -> list[str]:
    """Features of a trigger as the name of an event."""
    act, head = trigger.type, trigger.head
    entry = entry_name(trigger)
    part = "noun" if trigger.noun else tree[head].part_of_speech
    auxiliaries = "+".join(tree.words[child] for child in tree.children(head, "aux", "aux:pass"))
    parent = tree.parent(head)
    shape = (
        f"{'a' if roles.actors else '-'}{'r' if roles.recipients else '-'} {'+'.join(roles.nearby)}"
    )
    said = speakers[-1].kind.value if speakers else "report"
    features = [
        "bias", f"type {act}", f"entry {act} {entry}", f"form {act} {tree.words[head]}",
        f"part {act} {part}", f"relation {tree.relation(head)}",
        f"relation {act} {tree.relation(head)}",
        f"shape {shape}", f"shape {act} {shape}", f"modality {real.modality.value}",
        f"modality {act} {real.modality.value}", f"wanted {real.only_wanted}",
        f"wanted {act} {real.only_wanted}", f"polarity {act} {real.polarity.value}",
        f"said {said}", f"said {act} {said}", f"auxiliaries {part} {auxiliaries}",
        f"carried {carried}", f"carried {act} {carried}", f"mode {act} {trigger.mode}",
        f"place {min(tree[head].sentence, 5)}", f"wanted {act} {real.why}",
        f"ending {act} {part} {tree.words[head][-3:]}",
    ]  # fmt: skip
    if parent is not None:
        features += [f"parent {act} {tree.words[parent]}", f"parent {tree.words[parent]}"]
    for child in tree.children(head, "obj", "obl", "nmod", "xcomp", "ccomp", "amod", "compound"):
        features.append(f"child {act} {tree.relation(child)} {tree.words[child]}")
    return list(dict.fromkeys(features))
