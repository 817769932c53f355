"""Whom others back or fight: "US-backed forces", "pro-Russian militias", "anti-Assad fighters"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dateline.knowledge.actors import Agents, Entry, Kind, singular
from dateline.knowledge.sectors import ARMED
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.context import UNRECOGNISED, Context
from dateline.resolution.actors.phrases import Modifier, Phrase

# How many of a report's countries can be the one where an outside power has its friends.
_LIKELY = 3


class Partisans:
    """Codes for those whom a name before them only tells the friends or foes of."""

    def __init__(
        self,
        agents: Agents,
        context: Context,
        resolve: Callable[[int], tuple[Actor, ...]],
        proteges: Mapping[tuple[str, str], tuple[str, str]],
    ) -> None:
        self._agents = agents
        self._context = context
        self._resolve = resolve
        self._proteges = proteges

    def protege(self, phrase: Phrase, modifier: Modifier, sector: str) -> tuple[Actor, ...]:
        """ "US-backed forces" are not the United States': a movement or rebels of the country."""
        if sector not in ARMED and sector not in ("GOV", "PTY", ""):
            return ()
        codes = (m.named.entries[0].code for m in phrase.modifiers if m.named and m.place == "in")
        entity = next((code for code in codes if code in UNRECOGNISED), "")
        if entity:
            return (Actor(code=entity, sector=sector or "REB", why="of the entity backed"),)
        friends = {actor.code for actor in self._resolve(modifier.index)}
        if not _is_state(modifier) and friends == {self._context.country(phrase.head)}:
            return ()  # "the army, backed by former rebels"
        countries = [c for c in self._context.countries(phrase.head) if c not in friends]
        country = countries[0] if countries else UNKNOWN
        known = next(
            (
                self._proteges[friend, one]
                for one in countries[:_LIKELY]
                for friend in sorted(friends)
                if (friend, one) in self._proteges
            ),
            None,
        )
        if known is not None and sector != "PTY":
            side = known[1] if sector != "REB" or known[1] == "REB" else "MIL"
            if side == "MIL" and self._agents.plain_rebels["words"] & {singular(phrase.left[-1])}:
                side = "REB"
            return (Actor(code=known[0], sector=side, why="backed from outside"),)
        armed = "REB" if sector in ARMED else sector or "REB"
        return (Actor(code=country, sector=armed, why="backed from outside"),)

    def protege_of(self, patrons: Iterable[Actor], index: int) -> tuple[Actor, ...]:
        """Whom one of the patrons backs in the country spoken of, if the data know it."""
        codes = [patron.code for patron in patrons]
        for country in self._context.countries(index):
            for patron in codes:
                known = self._proteges.get((patron, country))
                if known is not None:
                    return (Actor(code=known[0], sector=known[1], why=f"proxy of {patron}"),)
        return ()

    def partisan(self, phrase: Phrase, modifier: Modifier, sector: str) -> tuple[Actor, ...]:
        """ "Anti-Assad fighters" fight their own state, "pro-Assad" ones for it."""
        owner = self._resolve(modifier.index)
        if not owner or owner[0].code == UNKNOWN:
            return ()
        if modifier.tie == "foe" and sector == "UAF":
            return (Actor(code=UNKNOWN, sector=sector, why="nothing tells whose"),)
        if modifier.tie != "held" and modifier.named is not None:
            abroad = self._abroad(phrase, modifier, modifier.named.entries[0], sector)
            if abroad is not None:
                return (abroad,)
        if modifier.tie == "held":
            return (Actor(code=owner[0].code, sector=owner[0].sector, why="held territory"),)
        if sector == "CVL":
            return (Actor(code=self._context.country(phrase.head), sector="CVL", why="protest"),)
        side = "MIL" if modifier.tie == "pro" else "REB"
        if sector and sector not in ARMED:
            side = sector if modifier.tie == "pro" else "PTY"
        return (Actor(code=owner[0].code, sector=side, why=f"{modifier.tie} {owner[0].code}"),)

    def _abroad(
        self, phrase: Phrase, modifier: Modifier, entry: Entry, sector: str
    ) -> Actor | None:
        """ "Pro-Iranian militias" in Iraq are whom Iran backs there, a "pro-Russian party" in
        Moldova is Moldova's, "anti-Houthi forces" are of the Houthis' country."""
        armed = sector in ARMED or not sector
        why = f"{modifier.tie} {entry.name} abroad"
        if modifier.tie == "foe" and entry.kind is Kind.MOVEMENT:
            home = self._agents.living_in.get(entry.code) or self._context.country(phrase.head)
            return Actor(code=home, sector=sector or "REB", why=why)
        if entry.kind not in (Kind.STATE, Kind.DEMONYM, Kind.PEOPLE) or sector == "CVL":
            return None
        countries = [c for c in self._context.countries(phrase.head) if c != entry.code]
        if modifier.tie == "pro" and armed:
            known = (self._proteges.get((entry.code, c)) for c in countries[:_LIKELY])
            code, side = next((one for one in known if one is not None), ("", ""))
            return Actor(code=code, sector=side, why=why) if code else None
        if not countries:
            return None
        return Actor(code=countries[0], sector="REB" if armed else sector, why=why)


def _is_state(modifier: Modifier) -> bool:
    """Whether a patron is a state by its name, and no force or group of the country itself."""
    kind = modifier.named.entries[0].kind if modifier.named else None
    return kind in (Kind.STATE, Kind.DEMONYM, Kind.SEAT, Kind.BODY)
