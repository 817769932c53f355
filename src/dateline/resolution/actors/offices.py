"""Offices and bodies that a report has named before: "the foreign secretary", "the council"."""

from __future__ import annotations

from dateline.knowledge.reasons import LEADERS, office
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.doers import Doers
from dateline.resolution.actors.fighters import ANAPHORIC
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.phrases import Phrase
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.speech import speaks

# Organs that deal with the government of their own state.
_CHECKS = frozenset(("LEG", "JUD"))
# Who stands below the holder of an office whose name he has in his own.
_DEPUTY = frozenset(("deputy", "vice", "assistant", "under", "press", "private", "former",
                     "shadow", "general"))  # fmt: skip
# Who heads a house, and within how many sentences he tells whose it is.
_HOLDERS = {"ministry": ("minister", 0), "embassy": ("ambassador", 2), "consulate": ("consul", 2)}


class Offices:
    """Answers for titles and short names, in the order of the text."""

    def __init__(self, scene: Scene, memory: Memory, doers: Doers) -> None:
        self._tree = scene.tree
        self._agents = scene.agents
        self._memory = memory
        self._doers = doers

    def named_so(self, phrase: Phrase, noun: str) -> Actor | None:
        """ "The council", "the Guards": the body named before whose name ends with that word."""
        if phrase.determiner not in ("the", "this", ""):
            return None
        own = self._of_minister(phrase, noun) or self._of_region(phrase, noun)
        if own is not None:
            return own
        word = self._tree.words[phrase.head] if phrase.plural else noun
        named = self._memory.body(word)
        if named is None or named.code == UNKNOWN:
            return None
        return Actor(code=named.code, sector=named.sector, name=named.name, why=f"the {noun} named")

    def _of_minister(self, phrase: Phrase, noun: str) -> Actor | None:
        """ "Foreign Minister Ana Ruiz spoke; the envoy was summoned to the *ministry*": hers. So is
        the *embassy* the ambassador's."""
        holder, reach = _HOLDERS.get(noun, ("", 0))
        if not holder:
            return None
        spoken = self._memory.latest(
            self._tree.tokens[phrase.head].sentence,
            lambda s: s.sort == "person" and self._is_holder(s, holder),
            reach,
        )
        if spoken is None or spoken.actors[0].code == UNKNOWN:
            return None
        return Actor(code=spoken.actors[0].code, sector="GOV", why=f"{noun} of the {holder}")

    def _of_region(self, phrase: Phrase, noun: str) -> Actor | None:
        """ "The forum met in Suva. *Regional leaders* said …": they speak for the body that met."""
        if noun != "leader" or not phrase.plural or "regional" not in phrase.before:
            return None
        spoken = self._memory.latest(
            self._tree.tokens[phrase.head].sentence,
            lambda s: s.actors[0].code in self._agents.regional,
            3,
        )
        return spoken.actors[0] if spoken is not None else None

    def _is_holder(self, spoken: Spoken, holder: str) -> bool:
        """Whether a person is known by an office, or called so."""
        held = office(spoken.actors[0].why).endswith(holder)
        return held or self._tree.words[spoken.head] == holder

    def titled_before(self, phrase: Phrase, sentence: int) -> Actor | None:
        """ "The foreign secretary": the person whom the report gave that office. Who speaks is
        rather who spoke before than somebody spoken of."""
        if phrase.determiner not in ("the", "") or phrase.plural or not phrase.agent:
            return None

        others = self._doers.states(phrase.head) if phrase.agent in LEADERS else frozenset()

        def fits(spoken: Spoken) -> bool:
            actor = spoken.actors[0]
            held = spoken.sort == "person" and self._holds(actor, phrase.agent)
            return held and actor.code not in others

        own = self._parliament_in_clause(phrase.head)
        spoken = self._memory.latest(sentence, lambda s: fits(s) and s.actors[0].code in own, 30)
        if spoken is None and speaks(self._tree, phrase.head):
            spoken = self._memory.latest(
                sentence, lambda s: fits(s) and speaks(self._tree, s.head), 2
            )
        spoken = spoken or self._memory.latest(sentence, fits, 30)
        if spoken is None:
            return None
        actor = spoken.actors[0]
        return Actor(code=actor.code, sector=actor.sector, name=actor.name, why=phrase.agent)

    def _parliament_in_clause(self, head: int) -> set[str]:
        """The codes of lawmakers or courts that act on a head: "senators urged the president"."""
        verb = self._tree.clause(head)
        return {
            spoken.actors[0].code
            for spoken in self._memory
            if spoken.subject and spoken.clause == verb and spoken.actors[0].sector in _CHECKS
        }

    def spokesman_of(self, phrase: Phrase, noun: str, sentence: int) -> Actor | None:
        """ "The spokesman": the same person or body as before."""
        spokesmen = ("spokesman", "spokeswoman", "spokesperson")
        if phrase.left[-1] not in spokesmen or self._agents.kinds.get(noun):
            return None
        if phrase.determiner not in ANAPHORIC | {"a", ""}:
            return None
        spoken = self._memory.latest(
            sentence, lambda s: s.sort in ("person", "group", "state", "organ"), 2
        )
        if spoken is None or spoken.actors[0].code == UNKNOWN:
            return None
        actor = spoken.actors[0]
        return Actor(code=actor.code, sector=actor.sector, name=actor.name, why=phrase.left[-1])

    def _holds(self, actor: Actor, wanted: str) -> bool:
        """Whether an actor is known by an office: "chancellor (2021)", "chancellor of Germany", or
        by one of that rank: "title defense secretary" for "the secretary"; the premier is by any
        name the prime minister."""
        held = office(actor.why.lower())
        rank, _, last = held.rpartition(" ")
        if wanted == held or held in self._agents.called_also.get(wanted, ()):
            return True
        return wanted == last and _DEPUTY.isdisjoint(rank.split())
