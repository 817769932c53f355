"""Who the persons of a report are: full names, titles, descriptions and their short forms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from dateline.knowledge.actors import PARTICLES, ActorDirectory, Agents, Entry, Kind, fold
from dateline.records import Actor
from dateline.resolution.actors.aliases import is_close
from dateline.resolution.actors.context import Context

# Sectors that a title tells better than a list of public roles.
_OFFICES = frozenset(("GOV", "LEG", "JUD", "PTY"))

# Words of the longest title that a name may be read with ("secretary of state").
_LONGEST_TITLE = 3


class Person(msgspec.Struct, frozen=True):
    """A person of the report: who is meant, and the sex where the report tells it.

    ``known`` persons have been described or named in full; of ``sure`` ones the report or the
    directory tells the state or body, too.
    """

    name: str
    actor: Actor
    sex: str = ""
    known: bool = True
    sure: bool = True


class People:
    """Persons by the words that name them; the fullest and first description holds."""

    def __init__(self, directory: ActorDirectory, context: Context, day: date | None) -> None:
        self._directory = directory
        self._context = context
        self._day = day
        self._by_name: dict[str, Person] = {}
        self._by_first_name: dict[str, Person] = {}

    def add(self, words: tuple[str, ...], person: Person) -> None:
        """Remember a person under the full name and its last word."""
        if len(words) == 1 and person.known:
            for name, before in self._by_name.items():
                if name.endswith(f" {words[0]}") and not before.known:
                    self._by_name[name] = person
        if len(words) > 1 and len(words[0]) > 2:
            self._by_first_name.setdefault(words[0], person)
        for name in (" ".join(words), words[-1]):
            earlier = self._by_name.get(name)
            if (
                earlier is None
                or (person.known and not earlier.known)
                or (person.actor.why == "former" and person.name == earlier.name)
                or (not earlier.sex and person.sex and earlier.actor == person.actor)
            ):
                self._by_name[name] = person

    def tell(self, before: Person, person: Person) -> None:
        """Put what a later mention tells in the place of what was known of somebody."""
        for names in (self._by_name, self._by_first_name):
            names.update({name: person for name, one in names.items() if one == before})

    def find(self, words: tuple[str, ...]) -> Person | None:
        """The person of this report with that full name or family name."""
        known = self._by_name.get(" ".join(words)) or self.longer(words)
        if known is None and (len(words) == 1 or words[0] in PARTICLES):
            known = self._by_name.get(words[-1]) or self._by_first_name.get(words[-1])
        return known

    def longer(self, words: tuple[str, ...]) -> Person | None:
        """The one person of the report whose longer name ends with several words."""
        tail = f" {' '.join(words)}"
        found = {p for name, p in self._by_name.items() if name.endswith(tail)}
        return found.pop() if len(words) > 1 and len(found) == 1 else None

    def is_short(self, words: tuple[str, ...]) -> bool:
        """Whether words may be a family name alone: one, with a particle, or listed as such."""
        listed = self._directory.surname(" ".join(words))
        return len(words) == 1 or words[0] in PARTICLES or bool(listed)

    def names(self) -> Iterable[str]:
        return self._by_name

    def by_surname(
        self, surname: str, titled: bool, code: str = "", title: str = ""
    ) -> Person | None:
        """An office holder whom the report calls by the family name only.

        Without a title, only those count who hold their office at the time and whose state or
        body the report names, or who lead a state and share the name with nobody in the
        directory. ``code`` narrows to the state or body of the title, ``title`` to holders of
        such an office, if there are any.
        """
        entries = self._directory.surname(surname)
        if code:
            entries = tuple(entry for entry in entries if entry.code == code) or entries
        if not entries:
            return None
        current = tuple(entry for entry in entries if entry.in_office(self._day))
        current = tuple(e for e in current if title and title in e.office.lower()) or current
        chosen = self._likeliest(current or (entries if titled else ()))
        if chosen is None:
            return None
        alone = len({entry.name for entry in entries}) == 1
        expected = self._spoken_of(chosen) and (prominence(chosen) > 1 or len(entries) == 1)
        if not titled and not expected and not (alone and prominence(chosen) == LEADER):
            return None
        return Person(chosen.name, person_actor(chosen, self._day))

    def by_likeness(self, words: tuple[str, ...]) -> Person | None:
        """An office holder with that family name and a first name written nearly so."""
        for length in (2, 1):
            if len(words) <= length:
                continue
            for entry in self._directory.surname(" ".join(words[-length:])):
                full = fold(entry.name)
                first, middle = full[0], full[1:-1]
                alike = first[0] == words[0][0] and is_close(first, words[0], 2)
                if length == 1 and middle and words[1:-1] and middle != words[1:-1]:
                    continue  # "Kim Tong Chol" is another than "Kim Yong Chol"
                if alike and entry.in_office(self._day) and self._spoken_of(entry):
                    return Person(entry.name, person_actor(entry, self._day))
        return None

    def without_initials(self, words: tuple[str, ...]) -> Person | None:
        """An office holder whose name the report writes with a middle initial."""
        plain = tuple(word for word in words if len(word) > 1)
        if len(plain) == len(words) or len(plain) < 2:
            return None
        entries = self._directory.named(" ".join(plain))
        if not entries or not is_person(entries):
            return None
        entry = self.choose(entries)
        return Person(entry.name, person_actor(entry, self._day))

    def choose(self, entries: tuple[Entry, ...]) -> Entry:
        """The bearer of a full name who fits the day and the report best."""
        current = tuple(entry for entry in entries if entry.in_office(self._day))
        return self._likeliest(current or entries) or entries[0]

    def _likeliest(self, entries: Iterable[Entry]) -> Entry | None:
        total, groups = self._context.total, self._context.groups
        return max(
            entries,
            key=lambda entry: (
                bool(total[entry.code] + groups[entry.code]),
                prominence(entry),
                total[entry.code] + groups[entry.code],
                entry.start,
            ),
            default=None,
        )

    def _spoken_of(self, entry: Entry) -> bool:
        return bool(self._context.total[entry.code] or self._context.groups[entry.code])


def person_actor(entry: Entry, day: date | None) -> Actor:
    """The actor that an office holder counts as on a day (codebook section 2)."""
    role = entry.office or entry.kind.value
    when = "" if entry.in_office(day) else " (not in office at the time)"
    return Actor(code=entry.code, sector=entry.sector, name=entry.name, why=f"{role}{when}")


LEADER = 3


def prominence(entry: Entry) -> int:
    """How likely a bare family name means this office holder: heads of government first."""
    office = entry.office.lower()
    if "vice" in office or "deputy" in office:
        return 1
    if any(
        word in office
        for word in ("president", "prime minister", "chancellor", "king", "crown prince")
    ):
        return LEADER
    return 2 if "minister" in office or "secretary" in office else 1


def is_person(entries: tuple[Entry, ...]) -> bool:
    return all(entry.kind is Kind.PERSON for entry in entries)


def out_of_office(entry: Entry, holder: Actor, described: Actor | None, sure: bool) -> Actor:
    """Someone whose listed office is of another time is what the report says of him, if it does."""
    if described is not None and described.sector not in ("", "UAF"):
        code = described.code if sure else entry.code
        sector = entry.sector if code == entry.code and entry.sector == "IGO" else described.sector
        return Actor(code=code, sector=sector, name=entry.name, why=described.why)
    return holder


def only_ranks(described: Actor, earlier: Person) -> bool:
    """Whether a soldier's rank says nothing new of an office holder: "Prime Minister Bo Thein … Gen
    Bo"."""
    ranked = described.sector == "MIL" and described.why.startswith("title ")
    return ranked and earlier.known and earlier.actor.sector in _OFFICES


def is_better_told(entry: Entry, described: Actor) -> bool:
    """Whether a report's own words tell the office of a person whose entry has no dated one."""
    return (
        entry.source == "people.toml"
        and described.code == entry.code
        and described.sector in _OFFICES
        and entry.sector != "IGO"
        and not entry.end
    )


def without_title(words: list[str], agents: Agents) -> tuple[str, ...]:
    """The words of a name without a title that was read with it; never none of them."""
    for length in range(min(_LONGEST_TITLE, len(words) - 1), 0, -1):
        title = " ".join(words[:length])
        if title in agents.sectors or title in agents.roles:
            return without_title(words[length:], agents)
    return tuple(words)
