"""Groups and organs that a name right beside a noun tells: "the militant group Hezbollah"."""

from __future__ import annotations

from dateline.knowledge.actors import Kind, singular
from dateline.records import Actor
from dateline.resolution.actors.belonging import GROUP_KINDS
from dateline.resolution.actors.codes import Resolve
from dateline.resolution.actors.phrases import Phrase
from dateline.resolution.actors.scene import Scene

# By names of which kinds an apposition can say what a noun for a group or organ refers to.
_NAMED_AS = {"group": GROUP_KINDS, "organ": frozenset((Kind.ORGAN,))}


class Beside:
    """Answers for nouns that a name explains."""

    def __init__(self, scene: Scene, resolve: Resolve) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._resolve = resolve

    def of_noun(self, phrase: Phrase) -> tuple[Actor, ...]:
        """ "The Lebanese militant group Hezbollah", "Hamas, a Palestinian movement": the group that
        an apposition names; "the army, the SAF" is an organ."""
        kinds = self._agents.kinds
        word = singular(phrase.left[-1])
        noun = kinds.get(phrase.agent) or kinds.get(word, "")
        fitting = _NAMED_AS.get("group" if word == "force" else noun)
        if fitting is None:
            return self._ship_named(phrase)
        tree, head = self._tree, phrase.head
        beside = [*tree.children(head, "appos")]
        beside += [named for one in beside for named in tree.children(one, "conj")]
        if tree.bare(head) == "appos":
            first = tree.tokens[head].head
            before = (one for one in tree.children(first, "conj") if one < head)
            beside.append(max(before, default=first))
        if head + 1 in self._scene.named and self._goes_on_with(head, head + 1):
            beside.append(head + 1)
        names = {index: self._scene.named.get(index) for index in beside}
        return tuple(
            actor
            for index, name in names.items()
            if name is not None and name.entries[0].kind in fitting
            for actor in self._resolve(index)
        )

    def _ship_named(self, phrase: Phrase) -> tuple[Actor, ...]:
        """ "The destroyer HMS Daring": of whose navy a warship's own name is."""
        behind = phrase.head + 1
        name = self._scene.named.get(behind)
        if phrase.sector != "MIL" or name is None or name.entries[0].kind is not Kind.ORGAN:
            return ()
        return self._resolve(behind) if self._goes_on_with(phrase.head, behind) else ()

    def _goes_on_with(self, head: int, name: int) -> bool:
        """Whether the name right behind a noun is its own, wherever the tree hangs it."""
        own, governor = self._tree.whole(name), self._tree.tokens[head].head
        same = self._tree.relation(own) == self._tree.relation(head)
        hung = self._tree.tokens[own].head
        return governor == own or hung == head or (hung == governor and same)
