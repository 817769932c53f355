"""Where the directory's names stand in a report."""

from __future__ import annotations

import msgspec

from dateline.knowledge.actors import ActorDirectory, Entry, Kind, fold
from dateline.records import UNKNOWN, NameKind, Reading, Sentence
from dateline.resolution.actors.phrase_tree import PhraseTree

_LEAST_SHARE_OF_CAPITALS = 0.01
_LONGEST_ACRONYM = 4
_NATIONAL = (Kind.ORGAN, Kind.PARTY)
_PLACE_LIKE = (Kind.STATE, Kind.SEAT, Kind.DEMONYM, Kind.PEOPLE)
_NO_WATER = (*_PLACE_LIKE, Kind.ORGAN)  # "the Sea of Azov" is no battalion
_OWNING = ("'s", "’s")
# Marks that part names where a blank stands beside them, and dashes that do so anywhere.
_MARKS = frozenset('-–/:;"“”')
_DASHES = ("—", "--")
# What stands for such a mark among folded words: no name has it.
_BREAK = "\0"


class Named(msgspec.Struct, frozen=True):
    """Tokens ``first <= i < end`` that write a name of the directory."""

    first: int
    end: int
    entries: tuple[Entry, ...]


def is_caseless(text: str) -> bool:
    """Whether a report is written without capitals, so that case tells nothing."""
    capitals = sum(map(str.isupper, text))
    if capitals >= len(text) * _LEAST_SHARE_OF_CAPITALS:
        return False
    letters = sum(map(str.isalpha, text))
    return letters > 0 and capitals < letters * _LEAST_SHARE_OF_CAPITALS


def find_names(tree: PhraseTree, directory: ActorDirectory, *, caseless: bool) -> list[Named]:
    """The longest names of each sentence from left to right, none overlapping."""
    reading = tree.reading
    found: list[Named] = []
    owned: set[tuple[str, ...]] = set()
    for sentence in reading.sentences:
        words, written, owners = _folded(reading, sentence)
        position = 0
        while position < len(words):
            if tree.words[owners[position]] in _OWNING:
                position += 1  # "China's Africa policy" is none of S. Africa
                continue
            match = directory.match(words, position, written, caseless=caseless)
            if match is None:
                position += 1
                continue
            first, end = owners[position], owners[match.end - 1] + 1
            entries = _without_people_named_like_places(tree, first, end, match.entries)
            if _is_water(tree, first, end, directory):
                entries = tuple(entry for entry in entries if entry.kind not in _NO_WATER)
            if (words[position] == "the" and _goes_on(tree, end)) or _is_language(tree, end):
                entries = ()
            if caseless and match.end - position == 1 and _is_noun(words[position], directory):
                entries = ()
            if match.end - position == 1 and _in_capitals(tree, first, end):
                entries = tuple(
                    e for e in entries if e.kind is not Kind.ORGANISATION and e.code != UNKNOWN
                )
                if _ends_name(tree, first, found, directory):
                    entries = tuple(e for e in entries if e.kind not in _NATIONAL)
            if found and _owns(tree, found[-1], first):
                common = " ".join(words[position : match.end]) in directory.agents.owned
                own = _of_same_state(found[-1], entries, directory, common)
                if entries and not own:
                    owned.add(tree.words[first:end])
                entries = own
            if entries:
                found.append(Named(first, end, entries))
                position = match.end
            else:
                position += 1
    return _without_owned(tree, found, owned)


def _owns(tree: PhraseTree, before: Named, first: int) -> bool:
    """Whether a name stands right before a word of its sentence, perhaps as its owner."""
    same = tree.tokens[before.first].sentence == tree.tokens[first].sentence
    between = tree.words[before.end : first]
    return same and (not between or (len(between) == 1 and between[0] in _OWNING))


def is_ethnic(tree: PhraseTree, name: Named) -> bool:
    """ "Ethnic Albanians" are people of the country that they live in."""
    return tree.words[max(0, name.first - 1) : name.first] == ("ethnic",)


def _without_owned(
    tree: PhraseTree, found: list[Named], owned: set[tuple[str, ...]]
) -> list[Named]:
    """The names without bodies that the report gives to another state than the directory ("the
    Foreign Office" where Pakistan's was named), if it names the directory's state nowhere else."""
    given = [tree.words[name.first : name.end] in owned for name in found]
    if not any(given):
        return found
    spoken_of = {
        entry.code
        for name, away in zip(found, given, strict=True)
        if not away
        for entry in name.entries
    }
    return [
        name
        for name, away in zip(found, given, strict=True)
        if not away or any(entry.code in spoken_of for entry in name.entries)
    ]


def _folded(reading: Reading, sentence: Sentence) -> tuple[list[str], list[str], list[int]]:
    """The folded words of a sentence, each with how it is written and the token that it is of."""
    words: list[str] = []
    written: list[str] = []
    owners: list[int] = []
    for index in range(sentence.first, sentence.end):
        text = reading.tokens[index].text
        parts = (_BREAK,) if _parts_names(reading, index) else fold(text)
        words += parts
        if len(parts) == 1:
            written.append(text)
            owners.append(index)
        else:
            owners += [index] * len(parts)
            written += text.split("-")[: len(parts)]
            written += [text] * (len(words) - len(written))
    return words, written, owners


def _parts_names(reading: Reading, index: int) -> bool:
    """Whether a mark keeps the words around it apart ("SANA - A source said")."""
    token = reading.tokens[index]
    if token.text in _DASHES:
        return True
    around = reading.report.text[max(0, token.span.start - 1) : token.span.end + 1]
    return token.text in _MARKS and any(map(str.isspace, around))


def _is_water(tree: PhraseTree, first: int, end: int, directory: ActorDirectory) -> bool:
    """ "The Gulf of Oman", "the South China Sea": water, which is nobody."""
    waters = directory.agents.waters
    before = tree.words[max(0, first - 2) : first]
    if before[-1:] == ("of",) and before[0] in waters["before"]:
        return tree.tokens[first - 2].text.istitle()
    behind = [token.text for token in tree.tokens[end : end + 2]]
    if len(behind) > 1 and behind[0].istitle() and tree.tokens[end].part_of_speech == "ADJ":
        behind.pop(0)  # "the West Philippine Sea"
    return bool(behind) and behind[0].istitle() and behind[0].lower() in waters["behind"]


def _is_language(tree: PhraseTree, end: int) -> bool:
    """ "English-speaking regions", "Russian speakers": of whatever state they live in."""
    following = end + 1 if tree.words[end : end + 1] == ("-",) else end
    return tree.words[following : following + 1] in (("speaking",), ("speaker",), ("speakers",))


def _without_people_named_like_places(
    tree: PhraseTree, first: int, end: int, entries: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """Drop states and towns where the words belong to a longer person's name ("Jordan Hill")."""
    if not any(entry.kind in _PLACE_LIKE for entry in entries):
        return entries
    if not _in_longer_person(tree.reading, tree, first, end):
        return entries
    return tuple(entry for entry in entries if entry.kind not in _PLACE_LIKE)


def _of_same_state(
    before: Named, entries: tuple[Entry, ...], directory: ActorDirectory, common: bool
) -> tuple[Entry, ...]:
    """Drop national bodies of another state than the demonym or owner before ("Indian Congress",
    "Pakistan's Foreign Office"), and others called by a ``common`` noun ("Mali's Security
    Council")."""
    if before.entries[0].kind not in _PLACE_LIKE:
        return entries
    codes = {code for entry in before.entries for code in (entry.code, *entry.codes)}
    return tuple(
        e
        for e in entries
        if e.code in codes or not (_is_national(e, directory) or (e.kind is Kind.BODY and common))
    )


def _is_national(entry: Entry, directory: ActorDirectory) -> bool:
    """Whether an entry is a body of a state; of seats of government those named like bodies."""
    if entry.kind is not Kind.SEAT:
        return entry.kind in _NATIONAL
    words = fold(entry.name)
    return len(words) > 1 and words[-1] in directory.agents.name_heads


def _in_capitals(tree: PhraseTree, first: int, end: int) -> bool:
    """Whether a word is part of a longer name ("Liberation" in "Gondar Liberation Front")."""
    sentence = tree.tokens[first].sentence
    return any(
        0 <= index < len(tree.tokens)
        and tree.tokens[index].sentence == sentence
        and tree.tokens[index].part_of_speech == "PROPN"
        and tree.tokens[index].text[:1].isupper()
        for index in (first - 1, end)
    )


def _ends_name(tree: PhraseTree, first: int, found: list[Named], directory: ActorDirectory) -> bool:
    """Whether a word ends a name that is not listed ("Congress" in "World Congress"), where what
    stands before is neither a country nor a title."""
    before = first - 1
    if before < 0 or (found and found[-1].end == first):
        return False
    token = tree.tokens[before]
    name = token.part_of_speech == "PROPN" and token.text[:1].isupper()
    same = token.sentence == tree.tokens[first].sentence
    return name and same and directory.agents.find((tree.words[before],)) is None


def _is_noun(word: str, directory: ActorDirectory) -> bool:
    """Whether a short word in small letters is a noun rather than an acronym ("car")."""
    return len(word) <= _LONGEST_ACRONYM and directory.agents.find((word,)) is not None


def _goes_on(tree: PhraseTree, end: int) -> bool:
    """Whether a noun follows, so that "The Times" is no newspaper in "The Times building"."""
    return end < len(tree.tokens) and tree.tokens[end].part_of_speech in ("NOUN", "PROPN", "ADJ")


def _in_longer_person(reading: Reading, tree: PhraseTree, first: int, end: int) -> bool:
    for name in reading.names:
        if name.kind is NameKind.PERSON and name.first <= first and end <= name.end:
            return (name.first, name.end) != (first, end)
    last = tree.tokens[end - 1]
    if last.relation.startswith("flat") and last.head < first:
        return tree.tokens[last.head].part_of_speech == "PROPN"
    return False
