"""From a token of the tree to the actors that it means.

The coder speaks of parties as tokens; the cast knows noun phrases. :class:`People` joins the
two: a token stands for the mention that it heads, or for the smallest mention around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.pronouns import RELATIVE
from dateline.knowledge.reasons import A_PEOPLE, ground
from dateline.records import UNKNOWN, Actor, ActorMention, Cast, Place
from dateline.tree import VERBAL, Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_OF_THINGS = frozenset({"which", "that"})
_WITHIN = frozenset({"nmod", "appos", "flat", "compound", "conj", "obj", "obl"})
_GROUND = frozenset({"seat", "place", "body"})  # reasons of names that may be towns
_CIVIL = frozenset({"CVL", "BUS", "EDU", "LAB", "MED", "NGO", "REL"})
LONGEST_LABEL = 5  # words before a colon ("South Sudan war: UN condemns attack")


class People:
    """The cast of a report, looked up by token."""

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self._by_head: dict[int, ActorMention] = {}
        for mention in cast.actors:
            if not self._is_act(mention):
                self._by_head.setdefault(mention.head, mention)
        self._unauthored = frozenset(
            mention.head for mention in cast.actors if self._is_unauthored(mention)
        )
        self._around = self._cover()
        self._places: dict[int, Place] = {}
        for place in cast.places:
            self._places.setdefault(place.head, place)

    def _is_act(self, mention: ActorMention) -> bool:
        """Whether a phrase names an act ("the war", "the escalation") and nobody."""
        named = antecedent(self.tree, mention.head)
        patterns = self.lexicon.nouns.get(self.tree.words[named])
        if patterns is None or self.tree[named].part_of_speech != "NOUN":
            return False
        return any(not pattern.needs for pattern in patterns) and not _acts(mention.actors)

    def _is_unauthored(self, mention: ActorMention) -> bool:
        """Whether a phrase names violence and says nothing of its author."""
        nobody = all(actor.code == UNKNOWN and not actor.sector for actor in mention.actors)
        return nobody and is_violence(self.tree, mention.head, self.lexicon)

    def _cover(self) -> dict[int, ActorMention]:
        """The smallest mention around each word that is not itself the head of one."""
        tokens = self.tree.tokens
        around: dict[int, ActorMention] = {}
        by_length = sorted(
            self._by_head.values(), key=lambda m: m.span.end - m.span.start, reverse=True
        )
        for mention in by_length:
            for step in (-1, 1):
                index = mention.head
                while 0 <= index < len(tokens) and mention.span.contains(tokens[index].span):
                    if tokens[index].part_of_speech in _NOMINAL:
                        around[index] = mention
                    index += step
        return around

    def mention(self, head: int) -> ActorMention | None:
        """The mention that a token heads or, failing that, stands in."""
        return self._by_head.get(head) or self._around.get(head)

    def all_heads(self) -> tuple[int, ...]:
        """The heads of all mentions, in order of the text."""
        return tuple(sorted(self._by_head))

    def head_of(self, token: int) -> int:
        """The head of the mention that a token stands in, else the token itself."""
        mention = self.mention(token)
        return token if mention is None else mention.head

    def heads(self, token: int) -> bool:
        """Whether a token is itself the head of a mention with a known code."""
        return token in self._by_head and self.known(token)

    def place(self, head: int) -> Place | None:
        return self._places.get(head)

    def codes(self, heads: Iterable[int]) -> frozenset[str]:
        """The codes of all whom some tokens stand for, the unknown one too."""
        return frozenset(actor.code for head in heads for actor in self.actors(head))

    def known(self, head: int) -> bool:
        """Whether the token stands for an actor with a code."""
        mention = self.mention(head)
        return mention is not None and any(actor.code != UNKNOWN for actor in mention.actors)

    def is_party(self, head: int) -> bool:
        """Whether the token stands for somebody who can act, if only an unknown gunman."""
        return any(actor.code != UNKNOWN or actor.sector for actor in self.actors(head))

    def only_places(self, modifier: int, noun: int) -> bool:
        """Whether a town or province before an act only tells where it was ("the *Nairobi*
        bombing", "the *Kashmir* blast")."""
        reasons = {actor.why for actor in self.actors(modifier)}
        if self.place(modifier) is not None:
            reasons.discard(A_PEOPLE)
        return (
            noun in self._unauthored
            and self.is_party(modifier)
            and all(ground(reason) in _GROUND for reason in reasons)
        )

    def is_site(self, head: int) -> bool:
        """Whether a token stands for a place, a building or what else strikes nobody."""
        sectors = {actor.sector for actor in self.actors(head)}
        return self.place(head) is not None or (bool(sectors) and sectors <= _CIVIL)

    def actors(self, head: int) -> tuple[Actor, ...]:
        mention = self.mention(head)
        return () if mention is None else mention.actors

    def inside(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """The heads of the mentions among some tokens, in order."""
        return tuple(token for token in tokens if self.heads(token) and not self.describes(token))

    def describes(self, token: int) -> bool:
        """Whether a token only tells of which kind another party is ("a *pro-Iranian* militia")."""
        first = self.tree.first_conjunct(token)
        above = self.tree.parent(first)
        return (
            self.tree.bare(first) in ("amod", "compound")
            and above is not None
            and self.is_party(above)
            and not _acts(self.actors(above))
        )

    def in_dateline(self, token: int) -> bool:
        dateline = self.tree.reading.report.dateline
        return dateline is not None and dateline.contains(self.tree[token].span)

    def in_label(self, token: int) -> bool:
        """Whether a token stands in the words before a colon that head a sentence ("Yemen: UN
        condemns attack")."""
        first = self.tree.reading.sentences[self.tree[token].sentence].first
        label = self.tree.words[first : first + LONGEST_LABEL + 1]
        end = first + label.index(":") if ":" in label else first
        return token < end and all(
            self.tree[index].part_of_speech not in VERBAL for index in range(first, end)
        )


def _acts(actors: tuple[Actor, ...]) -> bool:
    """Whether a noun that names an act stands for who does it ("the Turkish *offensive*")."""
    return any(actor.why == "by its act" for actor in actors)


def is_violence(tree: Tree, word: int, lexicon: Lexicon) -> bool:
    """Whether a noun or verb by itself tells violence."""
    table = lexicon.verbs if tree[word].part_of_speech == "VERB" else lexicon.nouns
    entries = table.get(tree.words[word], ())
    return any(entry.type == "ASSAULT" and not entry.needs for entry in entries)


def antecedents(people: People, token: int) -> Iterator[int]:
    """The nouns that "which" may stand for, nearest first: what it hangs on and, if that is a place
    or building, those around it ("an *attack* on a market in Kabul, which killed 14")."""
    tree = people.tree
    noun = antecedent(tree, token)
    if tree.words[token] not in _OF_THINGS or noun == token:
        return
    yield noun
    while people.is_site(noun) and tree.bare(noun) in _WITHIN:
        noun = tree[noun].head
        yield noun


def antecedent(tree: Tree, token: int) -> int:
    """The noun that a relative pronoun stands for, any other token itself."""
    if tree.words[token] in RELATIVE:
        for here in tree.ancestors(token):
            if tree.relation(here) == "acl:relcl":
                return tree[here].head
    return token
