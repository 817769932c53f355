"""A noun phrase as the resolver sees it: its agent noun, its modifiers and its number."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dateline.knowledge.actors import Agents, is_plural, singular
from dateline.resolution.actors.naming import Named
from dateline.resolution.actors.phrase_tree import PhraseTree

POSSESSIVES = frozenset(("his", "her", "its", "their", "our", "my", "your", "whose"))
_OWN_PREPOSITIONS = ("of", "for", "from", "in", "at", "within", "inside", "with", "on", "across")
# Those of places, which may only tell where somebody is.
WHERE = frozenset(("in", "at", "within", "inside", "across", "on"))
# Prepositions behind which a name right after the noun tells whose it is.
_BY_ORDER = frozenset(("of", "for", "from"))
_PRO = frozenset(("pro", "pre"))
_FOE = frozenset(("anti", "counter"))
_PLURAL_DETERMINERS = frozenset(("these", "those", "both", "all", "several", "many", "some", "few"))


class Modifier(msgspec.Struct, frozen=True):
    """A word or name that says whose the head is.

    ``place`` is ``before`` or the preposition behind the head; ``tie`` is empty where the named
    one is the actor, else ``friend``, ``foe``, ``pro`` or ``held``.
    """

    index: int
    place: str
    tie: str
    named: Named | None


class Phrase(msgspec.Struct, frozen=True):
    """A base noun phrase with what follows from its words alone.

    ``left`` are its words up to the head, ``before`` those of them before the agent noun, of which
    the first ``owning`` are of who owns it.
    """

    head: int
    first: int
    end: int
    left: tuple[str, ...]
    before: tuple[str, ...]
    owning: int
    agent: str
    sector: str
    determiner: str
    plural: bool
    modifiers: tuple[Modifier, ...]

    def has(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.before)

    def is_itself(self, words: frozenset[str]) -> bool:
        """Whether such a word is said of the noun: "the *ousted* leader's troops" are no former
        troops."""
        return not words.isdisjoint(self.before[self.owning :])


def read_phrase(
    tree: PhraseTree, head: int, names: Mapping[int, Named], agents: Agents, *, titles: bool = False
) -> Phrase:
    """The phrase around a head. With ``titles`` the agent is sought before the head only."""
    first, end = tree.phrase(head)
    if tree.tokens[head].part_of_speech in ("NOUN", "ADJ"):
        first = _with_name_before(tree, first, head, names)
    left = tuple(
        tree.words[i].strip("'’.") or tree.words[i]
        for i in range(first, head + 1)
        if i == head
        or (tree.tokens[i].part_of_speech != "PUNCT" and tree.words[i] not in ("'s", "’s"))
    )
    found = agents.find(left[:-1] if titles else left)
    if not titles:
        found = _with_of(tree, head, left, agents) or found
    agent, sector = found or ("", "")
    determiner = next(
        (tree.words[c] for c in tree.children(head) if c < head and _is_determiner(tree, c)), ""
    )
    word = tree.words[head]
    return Phrase(
        head=head,
        first=first,
        end=end,
        left=left,
        before=left[: -_size(left, agent)],
        owning=_owning(tree, first, head),
        agent=agent,
        sector=sector,
        determiner=determiner,
        plural=is_plural(word) or determiner in _PLURAL_DETERMINERS,
        modifiers=tuple(
            modifier
            for modifier in _modifiers(tree, head, first, names, agents)
            if not _in_agent(tree, modifier, agent)
        ),
    )


def _owning(tree: PhraseTree, first: int, head: int) -> int:
    """How many of the words before a noun are of who owns it ("the party's new spokesman")."""
    marks = [i for i in range(first, head) if tree.words[i] in ("'s", "’s", "'", "’")]
    if not marks:
        return 0
    return sum(
        tree.tokens[i].part_of_speech not in ("PUNCT", "PART") for i in range(first, marks[-1])
    )


def _size(left: tuple[str, ...], agent: str) -> int:
    """How many of the last words make the agent noun: "vice-president" may be one."""
    rest, size = len(agent.split()), 0
    while rest > 0 and size < len(left):
        size += 1
        rest -= len(left[-size].split("-"))
    return max(1, size)


def _with_name_before(tree: PhraseTree, first: int, head: int, names: Mapping[int, Named]) -> int:
    """Takes in a name right before the phrase that the tree hangs elsewhere ("US envoys")."""
    sentence = tree.reading.sentences[tree.tokens[head].sentence]
    before = names.get(first - 1) if first > sentence.first else None
    apart = tree.tokens[first].part_of_speech in ("ADP", "DET", "NUM")  # "told Mali the men died"
    if before is None or before.end != first or apart:
        return first
    own, noun = tree.tokens[before.end - 1], tree.tokens[head]
    twice = (own.head, own.relation) == (noun.head, noun.relation)
    if tree.bare(before.first) in ("nsubj", "obj", "iobj") and not twice:
        return first
    return max(before.first, sentence.first)


def _with_of(
    tree: PhraseTree, head: int, left: tuple[str, ...], agents: Agents
) -> tuple[str, str] | None:
    """Phrases like "chief of staff", "head of state", "attorney general"."""
    behind = tree.words[head + 1 : head + 2]
    if behind == ("general",):
        phrase = f"{singular(left[-1])} general"
        return (phrase, agents.sectors[phrase]) if phrase in agents.sectors else None
    if head + 2 >= len(tree.tokens) or behind != ("of",):
        return None
    for last in (tree.words[head + 2], singular(tree.words[head + 2])):
        phrase = f"{singular(left[-1])} of {last}"
        if phrase in agents.sectors:
            return phrase, agents.sectors[phrase]
    return None


def _in_agent(tree: PhraseTree, modifier: Modifier, agent: str) -> bool:
    """Whether a modifier is the last word of the agent phrase itself ("secretary of state")."""
    return (
        modifier.place == "of"
        and " of " in agent
        and singular(tree.words[modifier.index]) == singular(agent.split()[-1])
    )


def _is_determiner(tree: PhraseTree, index: int) -> bool:
    return tree.bare(index) == "det" or (
        tree.relation(index) == "nmod:poss" and tree.words[index] in POSSESSIVES
    )


def _modifiers(
    tree: PhraseTree, head: int, first: int, names: Mapping[int, Named], agents: Agents
) -> list[Modifier]:
    found: list[Modifier] = []
    index = head - 1
    while index >= first:
        named = names.get(index)
        if named is None:
            if _is_owner(tree, index, head, agents):
                found.append(Modifier(index, "before", "", None))
            index -= 1
            continue
        if named.end <= head:
            found.append(Modifier(named.first, "before", _tie(tree, named, agents), named))
        index = named.first - 1
    for child in tree.children(head):
        if child <= head:
            continue
        relation = tree.bare(child)
        preposition = tree.preposition(child)
        if relation == "nmod" and preposition in _OWN_PREPOSITIONS:
            found.append(Modifier(child, preposition, "", names.get(child)))
            found.extend(
                Modifier(c, preposition, "", names.get(c))
                for c in tree.children(child, "conj")
                if child not in names or c in names or not _is_new(tree, c)
            )
        elif relation in ("acl", "amod"):
            found.extend(_participle(tree, child, names, agents))
    if not any(modifier.place in _BY_ORDER for modifier in found):
        found.extend(_owner_by_order(tree, head, names))
    return found


def _is_new(tree: PhraseTree, noun: int) -> bool:
    """Whether a noun beside an owner brings in somebody else: "militants of ISIS and a soldier"."""
    return any(
        tree.bare(child) == "nummod" or tree.words[child] in ("a", "an")
        for child in tree.children(noun)
    )


def _is_owner(tree: PhraseTree, index: int, head: int, agents: Agents) -> bool:
    """Whether a name before a noun may tell whose it is: a proper noun, or what is written like
    one and read as an adjective ("the Mubarak regime")."""
    if tree.tokens[head].part_of_speech != "NOUN" or agents.find((tree.words[index],)) is not None:
        return False
    if tree.tokens[index].part_of_speech != "PROPN":
        return tree.relation(index) == "amod" and tree.tokens[index].text.istitle()
    return tree.relation(index) in ("compound", "nmod:poss") or (
        tree.words[index + 1] in ("'s", "’s", "’", "'")
    )


def _owner_by_order(tree: PhraseTree, head: int, names: Mapping[int, Named]) -> list[Modifier]:
    """The noun behind "of" right after the head, where the tree hangs it elsewhere; behind other
    prepositions a name only, for they may belong to the verb."""
    index = head + 1
    if tree.words[index : index + 1] in (("d'affaires",), ("d’affaires",)):
        index += 1  # "the chargé d'affaires of Chad"
    place = tree.words[index] if index < len(tree.tokens) - 1 else ""
    if place not in _BY_ORDER or (tree.tokens[head].part_of_speech != "NOUN" and place != "of"):
        return []
    if tree.bare(index) == "mark":
        return []  # "accused the army of killing herders"
    index += 1
    skipped = ("DET", "ADJ", "NUM", "PRON", "VERB")
    while index < len(tree.tokens) - 1 and tree.tokens[index].part_of_speech in skipped:
        if index in names:
            break
        index += 1
    if index in names:
        named = names[index]
        while tree.bare(index) in ("flat", "compound") and named.first <= tree.tokens[index].head:
            if tree.tokens[index].head >= named.end or tree.tokens[index].head == index:
                break
            index = tree.tokens[index].head
        return [Modifier(index, place, "", named)]
    if place != "of" or tree.tokens[index].part_of_speech not in ("NOUN", "PROPN"):
        return []
    while tree.bare(index) in ("compound", "flat") and tree.tokens[index].head > index:
        index = tree.tokens[index].head
    return [Modifier(index, "of", "", names.get(index))]


def _tie(tree: PhraseTree, named: Named, agents: Agents) -> str:
    """How "X-backed", "anti-X" or "pro-X" binds the named one to the head."""
    before = tree.words[named.first - 1] if named.first else ""
    earlier = tree.words[named.first - 2] if named.first > 1 else ""
    if before in _FOE or (before == "-" and earlier in _FOE):
        return "foe"
    if before in _PRO or (before == "-" and earlier in _PRO):
        return "pro"
    own = tree.words[named.end - 1].rpartition("-")[2]
    if own in agents.ties["friend"]:
        return "friend"  # "UN-backed" is one token
    position = named.end
    hyphen = position < len(tree.tokens) and tree.words[position] == "-"
    if hyphen:
        position += 1
    following = tree.words[position] if position < len(tree.tokens) else ""
    if not hyphen and following not in ("backed", "supported"):
        return ""
    for tie in ("friend", "held"):
        if following in agents.ties[tie]:
            return tie
    return ""


def _participle(
    tree: PhraseTree, verb: int, names: Mapping[int, Named], agents: Agents
) -> list[Modifier]:
    """ "Backed by X" is a friend, "loyal to X" and "led by X" make X the actor; so does "suspected
    of belonging to X"."""
    word = tree.words[verb]
    if word in agents.ties["supposed"]:
        below = tree.children(verb, "advcl", "xcomp")
        return [one for clause in below for one in _participle(tree, clause, names, agents)]
    if word in agents.ties["friend"] and word not in agents.ties["loyal"]:
        tie = "friend"
    elif word in agents.ties["own"] or word in agents.ties["loyal"]:
        tie = ""
    else:
        return []
    return [
        Modifier(child, "by", tie, names.get(child))
        for child in tree.children(verb)
        if child > verb and tree.preposition(child) in ("by", "to", "with", "for", "alongside")
    ]
