"""A rough Reading without the language model, for tests of actors: chunks hung up by rule.

Good enough for plain sentences: noun phrases end at their last noun, a name that follows a
title is headed by its first word, prepositions hang their phrase on the noun before, and the
phrases around a verb are its subject and object.
"""

from __future__ import annotations

from datetime import date

from actor_words import AUXILIARIES, DETERMINERS, NUMBERS, OTHER, PREPOSITIONS, PRONOUN, VERBS

from dateline.knowledge.actors import ActorDirectory, Kind, fold, singular
from dateline.language.words import split
from dateline.records import Name, NameKind, Reading, Report, Sentence, Span, Token


def read_roughly(
    text: str, directory: ActorDirectory, published: date | None = None, title: str = ""
) -> Reading:
    """A Reading of ``text`` by chunks."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for number, raw in enumerate(split(text)):
        first = len(tokens)
        words = [word.text for word in raw.words]
        tags = [_tag(words, i, directory) for i in range(len(words))]
        heads, relations = _attach(words, tags, directory)
        for i, word in enumerate(raw.words):
            tokens.append(
                Token(
                    text=word.text, span=word.span, part_of_speech=tags[i], head=first + heads[i],
                    relation=relations[i], sentence=number,
                )
            )  # fmt: skip
        names.extend(_persons(tokens, first))
        span = Span(raw.words[0].span.start, raw.words[-1].span.end)
        root = first + relations.index("root")
        sentences.append(
            Sentence(span=span, first=first, end=len(tokens), root=root, paragraph=raw.paragraph)
        )
    report = Report(id="rough", text=text, title=title, published=published)
    return Reading(
        report=report, sentences=tuple(sentences), tokens=tuple(tokens), names=tuple(names)
    )


def _tag(words: list[str], i: int, directory: ActorDirectory) -> str:
    word, lower = words[i], words[i].lower()
    if not any(c.isalnum() for c in word):
        return "PUNCT"
    if lower in ("his", "her", "its", "their", "our", "my", "your"):
        return "PRON"
    for known, tag in ((DETERMINERS, "DET"), (PREPOSITIONS, "ADP"), (AUXILIARIES, "AUX")):
        if lower in known:
            return tag
    if word[0].isdigit() or lower in NUMBERS:
        return "NUM"
    if lower in OTHER:
        return OTHER[lower]
    if word.isupper() and len(word) > 1:
        return "PROPN"
    if lower in PRONOUN:
        return "PRON"
    kinds = {entry.kind for entry in directory.named(word)} if word[0].isupper() else set()
    if kinds & {Kind.DEMONYM, Kind.PEOPLE} and not lower.endswith("s"):
        return "ADJ"
    following = words[i + 1] if i + 1 < len(words) else "."
    named = i > 0 or kinds or following[0].isupper() or following in VERBS
    if word[0].isupper() and named and lower not in directory.agents.sectors:
        return "PROPN"
    if directory.agents.sectors.get(singular(lower)) or lower in directory.agents.acts:
        return "NOUN"
    if lower in VERBS or lower.endswith(("ed", "ing")):
        return "VERB"
    if lower.endswith("ly"):
        return "ADV"
    if lower.endswith(("al", "ary", "ous", "ive", "ish", "ed", "ful", "ent", "er")):
        return "ADJ"
    return "NOUN"


def _chunks(words: list[str], tags: list[str]) -> list[tuple[int, int]]:
    chunks: list[tuple[int, int]] = []
    start: int | None = None
    for i, tag in enumerate([*tags, "PUNCT"]):
        word = words[i] if i < len(words) else "."
        inside = tag in ("DET", "ADJ", "NUM", "NOUN", "PROPN") or word in ("-", "'s", "’s", "(")
        inside = inside and (start is not None or word not in ("-", "'s", "’s", "("))
        inside = inside and word != "("
        if tag == "PRON":
            possessive = word.lower() in ("his", "her", "its", "their", "our", "my")
            following = tags[i + 1] if i + 1 < len(tags) else "PUNCT"
            possessive = possessive and following in ("ADJ", "NOUN", "PROPN", "NUM")
            if start is not None:
                chunks.append((start, i))
            start = i if possessive else None
            if not possessive:
                chunks.append((i, i + 1))
        elif tag in ("VERB", "ADJ") and start is not None and i and words[i - 1] == "-":
            continue
        elif inside and tag == "DET" and start is not None:
            chunks.append((start, i))
            start = i
        elif inside:
            start = i if start is None else start
        elif start is not None:
            chunks.append((start, i))
            start = None
    return chunks


def _attach(
    words: list[str], tags: list[str], directory: ActorDirectory
) -> tuple[list[int], list[str]]:
    size = len(words)
    chunks = _chunks(words, tags)
    inside = {i for first, end in chunks for i in range(first, end)}
    verbs = [i for i, tag in enumerate(tags) if tag == "VERB" and i not in inside]
    root = verbs[0] if verbs else (_head(words, tags, *chunks[0], directory) if chunks else 0)
    heads, relations = [root] * size, ["dep"] * size
    relations[root] = "root"
    for i, tag in enumerate(tags):
        relations[i] = {"PUNCT": "punct", "AUX": "aux", "CCONJ": "cc"}.get(tag, relations[i])
        if tag == "VERB" and i != root:
            relations[i] = "ccomp"
    relations[root] = "root"
    previous: int | None = None
    for first, end in chunks:
        head = _head(words, tags, first, end, directory)
        if head == root and not verbs:
            _inside(words, tags, first, end, head, heads, relations)
            previous = head
            continue
        _inside(words, tags, first, end, head, heads, relations)
        _outside(words, tags, first, head, previous, verbs, root, heads, relations)
        previous = head
    return heads, relations


def _head(
    words: list[str], tags: list[str], first: int, end: int, directory: ActorDirectory
) -> int:
    last = end - 1
    while last > first and tags[last] in ("PUNCT", "PART"):
        last -= 1
    if tags[last] != "PROPN":
        return last
    start = last
    while (
        start > first and tags[start - 1] == "PROPN" and not _is_title(words[start - 1], directory)
    ):
        start -= 1
    text = " ".join(words[start : last + 1])
    entries = directory.named(text)
    organisation = words[last].lower() in directory.agents.name_heads or (
        entries and entries[0].kind is not Kind.PERSON
    )
    return last if organisation or _is_title(words[last], directory) else start


def _is_title(word: str, directory: ActorDirectory) -> bool:
    lower = word.lower().rstrip(".")
    return (
        lower in directory.agents.sectors
        or lower in directory.agents.honorifics
        or lower in directory.agents.roles
    )


def _inside(
    words: list[str],
    tags: list[str],
    first: int,
    end: int,
    head: int,
    heads: list[int],
    relations: list[str],
) -> None:
    possessor_end = max((i for i in range(first, head) if words[i] in ("'s", "’s")), default=None)
    for i in range(first, end):
        if i == head:
            continue
        heads[i] = head
        if i > head:
            relations[i] = "flat" if tags[i] == "PROPN" else "punct"
        elif words[i] == "-":
            relations[i] = "punct"
        else:
            relations[i] = {
                "DET": "det", "ADJ": "amod", "NUM": "nummod", "PRON": "nmod:poss", "VERB": "amod",
                "PART": "case",
            }.get(tags[i], "compound")  # fmt: skip
    if possessor_end is not None:
        owner = possessor_end - 1
        for i in range(first, possessor_end + 1):
            heads[i] = owner
        start = owner
        while start > first and tags[start - 1] == "PROPN":
            start -= 1
        heads[owner], relations[owner] = head, "nmod:poss"
        relations[possessor_end] = "case"


def _outside(
    words: list[str], tags: list[str], first: int, head: int, previous: int | None,
    verbs: list[int], root: int, heads: list[int], relations: list[str],
) -> None:  # fmt: skip
    before = words[first - 1].lower() if first else ""
    earlier = [v for v in verbs if v < first]
    later = [v for v in verbs if v > head]
    if first and tags[first - 1] == "ADP":
        heads[first - 1], relations[first - 1] = head, "case"
        adjacent = previous is not None and not any(v > previous for v in earlier)
        if adjacent and before in ("of", "for", "from", "in", "at") and previous is not None:
            heads[head], relations[head] = previous, "nmod"
        else:
            heads[head], relations[head] = (earlier[-1] if earlier else root), "obl"
        return
    if previous is not None and before in ("and", "or") and not any(v > previous for v in earlier):
        heads[head], relations[head] = previous, "conj"
        heads[first - 1], relations[first - 1] = head, "cc"
        return
    if previous is not None and before == "," and not any(v > previous for v in earlier):
        heads[head], relations[head] = previous, "appos"
        return
    clause = any(w in ("that", "who", "which") for w in words[first - 1 : first])
    if later and (not earlier or clause or tags[first - 1] in ("PUNCT", "SCONJ", "VERB", "ADV")):
        heads[head], relations[head] = later[0], "nsubj"
    elif earlier:
        heads[head], relations[head] = earlier[-1], "obj"
    elif head != root:
        heads[head], relations[head] = root, "nsubj"


def _persons(tokens: list[Token], first: int) -> list[Name]:
    """Runs of capitalised words headed by their first word."""
    found: list[Name] = []
    for i in range(first, len(tokens)):
        flats = [
            j
            for j in range(i + 1, len(tokens))
            if tokens[j].head == i and tokens[j].relation == "flat"
        ]
        if tokens[i].part_of_speech == "PROPN" and flats:
            end = max(flats) + 1
            span = Span(tokens[i].span.start, tokens[end - 1].span.end)
            found.append(Name(span=span, first=i, end=end, kind=NameKind.PERSON))
    return found


__all__ = ["fold", "read_roughly"]
