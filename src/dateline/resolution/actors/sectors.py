"""The sector of a noun phrase: its agent noun, and what the words before it make of that."""

from __future__ import annotations

from dateline.knowledge.actors import Agents, singular
from dateline.knowledge.sectors import ARMED, OF_THE_STATE
from dateline.resolution.actors.phrases import Phrase

PRIVATE = frozenset(("CVL", "REF", "MED", "BUS", "EDU", "REL", "LAB", "NGO", "CRM"))
_FORCE_NOUNS = frozenset((
    "force", "forces", "fighter", "troop", "troops", "group", "unit", "army", "militia", "faction",
    "commander", "leader", "brigade", "battalion", "area", "region", "position", "stronghold",
    "official", "alliance",
))  # fmt: skip
# Of an opposition these are politicians, until it is known to be an armed one.
_POLITICIANS = frozenset(("leader", "official"))
_PUBLICITY = (("press",), ("media",), ("information",))
_MINISTERIAL = ("minister", "ministry", "government", "cabinet")
_SERVICES = ("force", "forces", "services")


def sector_of(phrase: Phrase, agents: Agents) -> str:
    """The sector of the agent noun with the words before it, empty for no agent."""
    words, sector = phrase.left, phrase.sector
    if singular(words[-1]) in agents.territory and phrase.has(agents.holders):
        return "REB"
    own = phrase.agent.split()
    if not sector and not {phrase.agent, singular(words[-1])} & agents.roles:
        return ""
    last = singular(own[-1] if own else words[-1])
    if own and singular(words[-1]) != last:
        words = words[:-1]  # a title: the name that follows it comes last
    if last == "speaker" and phrase.plural:
        return "CVL"  # "Russian-speakers" preside over no parliament
    if last in _POLITICIANS and "opposition" in phrase.before:
        return "PTY"
    sector = _of_employer(words, own, sector, agents)
    if last in _FORCE_NOUNS or (sector in ("MIL", "CVL") and last not in agents.outsiders):
        rebel = _against_state(phrase, last, agents)
        if rebel and sector in ("MIL", "REB", "GOV", "CVL", "UAF", "IGO", ""):
            sector = "REB" if sector != "CVL" else sector
        elif phrase.has(agents.state) and sector in ("REB", "UAF"):
            sector = "MIL"
    if phrase.is_itself(agents.former) and sector in OF_THE_STATE:
        sector = "CVL"
    elif agents.kinds.get(phrase.agent) == "group" and phrase.has(agents.ruling):
        sector = "GOV"
    if phrase.has(agents.unknown) and sector in ("REB", "CVL", "UAF", "CRM"):
        sector = "UAF"
    return sector


def _of_employer(words: tuple[str, ...], own: list[str], sector: str, agents: Agents) -> str:
    """The sector of whom the agent noun ``own`` serves, where words before it tell that: "army
    officials", "a police colonel". "Christian militias" are armed all the same."""
    size = max(1, len(own))
    if words[-size - 1 : -size] in _PUBLICITY and len(words) > size + 1:
        size += 1  # "the armed forces press office" is no medium
    before = None if words[-3:-2] == ("anti",) else agents.find(words[:-size])
    if before is None or before[0] in ("state", "country"):
        return sector
    if sector == "MIL" and before[1] == "COP":
        return "COP"
    if sector == "COP" and before[1] in ("GOV", "LEG", "JUD") and own[-1:] == ["police"]:
        return "COP"  # "the treasury police", "court police"
    last = singular(own[-1] if own else words[-1])
    if sector == "GOV" and before[1] == "MIL" and last in agents.governing:
        return sector  # soldiers who govern
    if last == "party" and before[0] in ("president", "premier", "prime minister", "leader"):
        return sector  # "the ousted president's party" governs no longer
    if last in _MINISTERIAL and before[1] not in ("REB", "PTY"):
        return sector  # "the justice minister", "the Union government"
    armed = sector in ARMED and before[1] in PRIVATE - {"CRM"}
    if last not in agents.roles or len(own) > 1 or armed or before[1] in ("CVL", "REF"):
        return sector
    if sector in ("MIL", "REB") and before[1] == "GOV":
        return "MIL"  # the jets and fighters of a government are its forces
    return before[1]


def _against_state(phrase: Phrase, noun: str, agents: Agents) -> bool:
    """Whether words before a noun make it a movement's: "armed" does not make soldiers such, nor
    "armed forces" their chief."""
    words = agents.rebel.intersection(phrase.before)
    forces = "armed" in words and phrase.left[phrase.left.index("armed") + 1] in _SERVICES
    return bool(words - (agents.vague if forces or noun in agents.regular else set()))
