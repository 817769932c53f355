"""Agent nouns: which common nouns name an actor, of which sector and kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from dateline.knowledge import inflection
from dateline.knowledge.actors.forms import fold

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "troops": "troop",
    "forces": "force", "wives": "wife", "thieves": "thief", "police": "police", "clergy": "clergy",
    "media": "media", "series": "series", "allies": "ally", "chiefs": "chief", "lives": "life",
    "persons": "person", "press": "press", "congress": "congress", "headquarters": "headquarters",
    "buses": "bus", "corps": "corps", "aircraft": "aircraft", "status": "status", "bus": "bus",
    "mujahideen": "mujahideen", "fedayeen": "fedayeen", "proxies": "proxy", "duchess": "duchess",
    "politics": "politics", "governess": "governess", "witness": "witness", "business": "business",
    "princess": "princess", "headquarter": "headquarters", "sheriffs": "sheriff", "spies": "spy",
}  # fmt: skip


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """The singular of a lower-cased English noun, by rule and exception."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("is") and not word.endswith(("sis", "xis", "ris", "lis")) and len(word) > 4:
        return word[:-1]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a lower-cased noun is written in the plural."""
    return word in ("people", "police", "troops", "forces") or singular(word) != word


class Agents(msgspec.Struct, frozen=True):
    """The tables of ``agents.toml``: phrase → sector, and word sets by use."""

    sectors: Mapping[str, str]
    longest: Mapping[str, int]  # words of the longest phrase that ends with a word
    acts: Mapping[str, str]
    owned: Mapping[str, str]
    shared: frozenset[tuple[str, ...]]
    organs: Mapping[str, str]
    bodies: frozenset[str]
    chapters: frozenset[str]
    capitalised: Mapping[str, str]
    definite: Mapping[str, str]
    governing: frozenset[str]
    disguise: frozenset[str]
    placed: frozenset[str]
    body_towns: frozenset[str]
    desks: frozenset[str]
    instruments: frozenset[str]
    ships: frozenset[str]
    waters: Mapping[str, frozenset[str]]
    things: frozenset[str]
    premises: frozenset[str]
    generic: frozenset[str]
    called: Mapping[str, frozenset[str]]
    called_also: Mapping[str, frozenset[str]]
    war: frozenset[str]
    carriers: frozenset[str]
    mutual: frozenset[str]
    meeting: frozenset[str]
    kinds: Mapping[str, str]
    gender: Mapping[str, str]
    roles: frozenset[str]
    outsiders: frozenset[str]
    former: frozenset[str]
    ruling: frozenset[str]
    contingents: frozenset[str]
    ranks: Mapping[str, frozenset[str]]
    paramilitary: Mapping[str, frozenset[str]]
    unknown: frozenset[str]
    rebel: frozenset[str]
    vague: frozenset[str]
    regular: frozenset[str]
    state: frozenset[str]
    territory: frozenset[str]
    holders: frozenset[str]
    honorifics: frozenset[str]
    name_heads: Mapping[str, str]
    ties: Mapping[str, frozenset[str]]
    jihad: Mapping[str, frozenset[str]]
    rootless: frozenset[str]
    partitives: frozenset[str]
    crowds: frozenset[str]
    membership: frozenset[str]
    others: frozenset[str]
    allies: frozenset[str]
    proxies: frozenset[str]
    collectives: Mapping[str, frozenset[str]]
    currencies: frozenset[str]
    joint_nouns: Mapping[str, tuple[str, ...]]
    joint_adjectives: Mapping[str, tuple[str, ...]]
    positions: frozenset[str]
    outposts: frozenset[str]
    diplomats: frozenset[str]
    harming: frozenset[str]
    striking: frozenset[str]
    living_in: Mapping[str, str]
    armed_opposition: Mapping[str, tuple[int, int]]
    partisan: frozenset[str]
    mediating: frozenset[str]
    plain_rebels: Mapping[str, frozenset[str]]
    new: Mapping[str, frozenset[str]]
    garrisons: Mapping[str, str]
    citizens: Mapping[str, Mapping[str, str]]
    standing_alone: Mapping[str, tuple[str, ...]]
    capital_bodies: Mapping[str, tuple[str, ...]]
    coalitions: Mapping[str, Sequence[Sequence[str]]]
    unpeopled: frozenset[str]
    kin: Mapping[str, Sequence[str]]
    regional: frozenset[str]
    foreign_forces: Mapping[str, Sequence[str]]
    destroying: frozenset[str]
    claiming: frozenset[str]
    releases: frozenset[str]
    letterheads: frozenset[str]
    foes: frozenset[str]
    grounds: frozenset[str]
    dealings: frozenset[str]
    voicing: frozenset[str]

    def find(self, words: Sequence[str]) -> tuple[str, str] | None:
        """The longest agent phrase that ends the lower-cased ``words``: (phrase, sector)."""
        if not words:
            return None
        lasts = dict.fromkeys((words[-1], singular(words[-1])))
        reach = max([self.longest.get(last.rpartition("-")[2], 0) for last in lasts])
        for length in range(min(reach, len(words)), 0, -1):
            before = words[len(words) - length : -1]
            for last in lasts:
                phrase = " ".join((*before, last)).replace("-", " ")
                sector = self.sectors.get(phrase)
                if sector:
                    return phrase, sector
        return None


def build(table: Mapping[str, Any]) -> Agents:
    """Make :class:`Agents` from the parsed ``agents.toml``."""

    def inverted(part: Mapping[str, Sequence[str]]) -> dict[str, str]:
        return {
            word.lower().replace("-", " "): name for name, words in part.items() for word in words
        }

    sectors = inverted(table["sectors"])
    return Agents(
        sectors=sectors,
        longest={words[-1]: len(words) for words in sorted(map(str.split, sectors), key=len)},
        acts=inverted(table["acts"]),
        owned=inverted(table["owned"]),
        organs={
            form: sector
            for sector, lemmas in table["organs"].items()
            for form in _verb_forms(lemmas)
        },
        capitalised=inverted(table["capitalised"]),
        definite=inverted(table["definite"]),
        bodies=frozenset(table["bodies"]["nouns"]),
        chapters=frozenset(table["chapters"]["bodies"]),
        governing=frozenset(table["governing"]["nouns"]),
        disguise=frozenset(table["disguise"]["words"]),
        placed=frozenset(table["placed"]["acts"]),
        desks=frozenset(table["placed"]["desks"]),
        body_towns=frozenset(table["placed"]["towns"]),
        instruments=frozenset(table["instruments"]["nouns"]),
        ships=frozenset(table["ships"]["prefixes"]),
        waters={side: frozenset(words) for side, words in table["waters"].items()},
        things=frozenset(table["things"]["nouns"]),
        premises=frozenset(table["premises"]["nouns"]),
        generic=frozenset(table["generic"]["words"]),
        currencies=frozenset(table["currencies"]["nouns"]),
        joint_nouns={word: tuple(codes) for word, codes in table["joint_nouns"].items()},
        joint_adjectives={word: tuple(codes) for word, codes in table["joint_adjectives"].items()},
        called={word: frozenset(codes) for word, codes in table["called"].items()},
        called_also={office: frozenset(others) for office, others in table["called_also"].items()},
        shared=frozenset(fold(name) for name in table["shared"]["names"]),
        war=_verb_forms(table["arms"]["verbs"]),
        mutual=_verb_forms(table["mutual"]["verbs"]) | frozenset(table["mutual"]["nouns"]),
        meeting=_verb_forms(table["meeting"]["verbs"]),
        carriers=_verb_forms(table["arms"]["carriers"]),
        kinds=inverted(table["kinds"]),
        gender=inverted(table["gender"]),
        roles=frozenset(table["roles"]["nouns"]),
        outsiders=frozenset(table["outsiders"]["nouns"]),
        former=frozenset(table["former"]["words"]),
        ruling=frozenset(table["ruling"]["words"]),
        contingents=frozenset(table["contingents"]["nouns"]),
        ranks={name: frozenset(words) for name, words in table["ranks"].items()},
        paramilitary={name: frozenset(words) for name, words in table["paramilitary"].items()},
        unknown=frozenset(table["unknown"]["words"]),
        rebel=frozenset(table["sides"]["rebel"]),
        vague=frozenset(table["sides"]["vague"]),
        regular=frozenset(table["sides"]["regular"]),
        state=frozenset(table["sides"]["state"]),
        holders=frozenset(table["holders"]["words"]),
        territory=frozenset(table["territory"]["nouns"]),
        honorifics=frozenset(table["honorifics"]["words"]),
        name_heads=inverted(table["name_heads"]),
        jihad={name: frozenset(words) for name, words in table["jihad"].items()},
        rootless=frozenset(table["rootless"]["nouns"]),
        proxies=frozenset(table["proxies"]["nouns"]),
        allies=frozenset(table["allies"]["nouns"]),
        others=frozenset(table["others"]["nouns"]),
        partitives=frozenset(table["partitives"]["nouns"]),
        crowds=frozenset(table["partitives"]["crowds"]),
        membership=frozenset(table["membership"]["verbs"]),
        ties={name: frozenset(words) for name, words in table["ties"].items()},
        collectives={name: frozenset(words) for name, words in table["collectives"].items()},
        positions=frozenset(table["positions"]["verbs"]),
        outposts=frozenset(table["outposts"]["nouns"]),
        diplomats=frozenset(table["diplomats"]["nouns"]),
        harming=frozenset(table["harming"]["verbs"]),
        striking=_verb_forms(table["striking"]["verbs"]),
        living_in=table["living_in"],
        armed_opposition={code: (a, b) for code, (a, b) in table["armed_opposition"].items()},
        partisan=frozenset(table["partisan"]["words"]),
        mediating=_verb_forms(table["mediating"]["verbs"]),
        plain_rebels={name: frozenset(words) for name, words in table["plain_rebels"].items()},
        new={name: frozenset(words) for name, words in table["new"].items()},
        garrisons=table["garrisons"],
        citizens=table["citizens"],
        standing_alone={noun: tuple(codes) for noun, codes in table["standing_alone"].items()},
        capital_bodies={noun: tuple(codes) for noun, codes in table["capital_bodies"].items()},
        coalitions=table["coalitions"],
        unpeopled=frozenset(table["unpeopled"]["states"]),
        kin=table["kin"],
        regional=frozenset(table["regional"]["bodies"]),
        foreign_forces=table["foreign_forces"],
        destroying=_verb_forms(table["destroying"]["verbs"]),
        claiming=_verb_forms(table["claiming"]["verbs"]),
        releases=frozenset(table["releases"]["nouns"]),
        letterheads=frozenset(table["letterheads"]["nouns"]),
        foes=frozenset(table["foes"]["nouns"]),
        grounds=frozenset(table["grounds"]["nouns"]),
        dealings=_verb_forms(table["dealings"]["verbs"]),
        voicing=_verb_forms(table["voicing"]["verbs"]),
    )


def _verb_forms(lemmas: Sequence[str]) -> frozenset[str]:
    forms = inflection.load()
    return frozenset(form for lemma in lemmas for form in forms.verb(lemma))
