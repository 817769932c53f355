"""Who the sides of an act are, in whole lists, and which of those of a mutual act act together, as
its words tell (codebook 1)."""

from __future__ import annotations

import msgspec

from dateline.coding.acts import Act
from dateline.coding.people import People, is_violence
from dateline.coding.verb_roles import COMPANY
from dateline.knowledge.reasons import ground
from dateline.records import NameKind
from dateline.tree import Tree

PHRASES = ("obj", "iobj", "obl", "nmod")
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "parataxis"})
BETWEEN = frozenset({"between", "among"})
SCENES = frozenset({"in", "at"})
BESIDE = frozenset({"alongside", "beside"})
# Nouns of what a third one does for two who meet: "at the invitation of", "in the presence of".
HOSTING = frozenset({"invitation", "presence", "auspices", "patronage", "behest"})
# Acts that send something, and the prepositions of the way that it takes.
SENDING = frozenset({"AID", "COOPERATE", "MOBILIZE"})
ROUTES = frozenset({"through", "via"})
LEADING = frozenset({"led", "headed", "commanded"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
Heads = tuple[int, ...]


def in_camps(act: Act, people: People) -> Act | None:
    """An act with the whole lists of its parties; a mutual one with these in the two camps that its
    words tell apart: those it is fought or agreed "with" or "against", and the others, who act
    together.

    Who fights "alongside" others opposes only those named behind; without any, the other side is
    not told (``None``). Parties that nothing tells apart stay as they are, and so do those of
    talks, where all talk to all.
    """
    act = _without_hosts(_with_whole_lists(act, people), people)
    if not act.mutual:
        return act
    tree = people.tree
    phrases = _phrases(act, tree)
    if act.trigger.type == "AGREE":
        act = _without_aims(act, people, phrases)
    elif act.trigger.type == "CONSULT":
        act = _in_session(act, people, phrases)
    if act.mutual:
        act = _among_named(act, people, phrases)
    talks = act.trigger.type == "CONSULT" and "severally" not in act.trigger.flags
    if not act.mutual or talks:
        return act
    sides = tuple(dict.fromkeys((*act.actors, *act.recipients)))
    if any(tree.case(one) in BETWEEN for one in phrases):
        return act
    beside = {word for one in phrases if _is_beside(one, tree) for word in _words(one, tree)}
    against = {word for one in _opposed(act, people, phrases) for word in _words(one, tree)}
    opposed = against - beside
    if beside and not opposed.intersection(sides):
        end = tree.reading.sentences[act.sentence].end
        opposed = set(range(max(beside) + 1, end))
    camp = tuple(head for head in sides if head in opposed)
    others = tuple(head for head in sides if head not in opposed)
    if beside and not camp and act.trigger.type == "ASSAULT":
        return None
    if not others or not camp:
        return act
    return msgspec.structs.replace(act, actors=others, recipients=camp)


def _without_hosts(act: Act, people: People) -> Act:
    """The act without those who only stand behind one of its parties, are hosts to both or lie
    between: "a mission *led by Mr. Mbeki* urged", "met *at the invitation of Uganda*"."""
    actors, recipients = (
        tuple(
            head
            for head in side
            if len(side) == 1
            or not (
                _hosts(head, people)
                or _is_passed(head, act, people.tree)
                or _stands_behind(head, side, act, people)
            )
        )
        for side in (act.actors, act.recipients)
    )
    return msgspec.structs.replace(act, actors=actors, recipients=recipients)


def _hosts(head: int, people: People) -> bool:
    tree = people.tree
    above = tree.parent(head)
    if above is None or tree.words[above] not in HOSTING:
        return False
    return tree.case(head) == "of" or tree.relation(head) == "nmod:poss"


def _is_passed(head: int, act: Act, tree: Tree) -> bool:
    """Whether what is sent only goes through a country: "arms for the rebels *via Mali*"."""
    return act.trigger.type in SENDING and tree.case(tree.first_conjunct(head)) in ROUTES


def _stands_behind(head: int, side: Heads, act: Act, people: People) -> bool:
    """Whether somebody only leads one of his ``side`` as a person or, in what two sides do to each
    other, backs or judges one of them: "the rebels, *armed by Chad*, fought Sudan". Who leads a
    force as a country, or struck it, is a side himself."""
    tree = people.tree
    agent, above = head, tree.parent(head)
    while above is not None and tree[above].part_of_speech in NOMINAL:
        agent, above = above, tree.parent(above)
    if above is None or tree.case(agent) != "by" or tree.bare(above) != "acl":
        return False
    if above == act.trigger.head or is_violence(tree, above, people.lexicon):
        return False
    described = tree[above].head
    if not people.known(described) or people.is_site(described):
        return False
    if tree.is_named(head, NameKind.PERSON):
        return described in side
    sides = (*act.actors, *act.recipients)
    return act.mutual and described in sides and tree.words[above] not in LEADING


def _with_whole_lists(act: Act, people: People) -> Act:
    """The act with all the names of a list of which one is a party, if it is one by the words of
    the act and not by nearness: who strikes Mali strikes "Mali, Chad and Niger"."""
    sides = tuple(dict.fromkeys((*act.actors, *act.recipients)))
    actors, recipients = act.actors, act.recipients
    if "actor" not in act.nearby:
        actors = _listed(actors, sides, people)
    if "recipient" not in act.nearby:
        recipients = _listed(recipients, sides, people)
    return msgspec.structs.replace(act, actors=actors, recipients=recipients)


def _listed(heads: Heads, sides: Heads, people: People) -> Heads:
    """Some heads with the names that are coordinated with them, if none of these is a party on the
    other side: a town only beside a town ("the Medellin and Cali cartels")."""
    tree = people.tree
    found = set(heads)
    for head in heads:
        listed = tree.conjuncts(tree.first_conjunct(head))
        apart = not set(heads).issuperset(set(sides).intersection(listed))
        if tree[head].part_of_speech == "PROPN" and not apart:
            found.update(
                one
                for one in listed
                if tree[one].part_of_speech == "PROPN" and people.heads(one)
                if _is_town(head, people) or not _is_town(one, people)
            )
    return heads if found == set(heads) else tuple(sorted(found))


def _is_town(head: int, people: People) -> bool:
    return all(ground(actor.why) == "place" for actor in people.actors(head))


def _without_aims(act: Act, people: People, phrases: Heads) -> Act:
    """An agreement to do something, without whom only the infinitive names ("agreed to send
    troops to Mali"); of one country alone it is a promise."""
    tree = people.tree
    infinitives = tree.children(act.trigger.head, "xcomp")
    if not infinitives:
        return act
    aims = {word for one in infinitives for word in tree.subtree(one)}
    sides = tuple(dict.fromkeys((*act.actors, *act.recipients)))
    promising = _subject(act, sides, tree)
    if len(people.codes(promising)) == 1 and not _partners(act, sides, phrases, tree):
        promised = tuple(head for head in sides if head not in promising)
        return msgspec.structs.replace(act, actors=promising, recipients=promised, mutual=False)
    return _only(act, set(sides) - aims, people)


def _in_session(act: Act, people: People, phrases: Heads) -> Act:
    """A body that meets by itself meets nobody whom it only speaks of ("the Security Council met
    to discuss Mali")."""
    sides = tuple(dict.fromkeys((*act.actors, *act.recipients)))
    body = _subject(act, sides, people.tree)
    sectors = {actor.sector for head in body for actor in people.actors(head)}
    alone = sectors == {"IGO"} and len(people.codes(body)) == 1
    if not alone or _partners(act, sides, phrases, people.tree):
        return act
    flags = act.trigger.flags - {"needs-parties"}
    trigger = msgspec.structs.replace(act.trigger, flags=flags)
    return msgspec.structs.replace(act, trigger=trigger, actors=body, recipients=(), mutual=False)


def _subject(act: Act, sides: Heads, tree: Tree) -> Heads:
    """The parties in the subject of an act's verb."""
    verb = act.trigger.head if act.carrier is None else act.carrier
    subjects = (one for one in tree.children(verb, "nsubj") if one not in act.trigger.tokens)
    words = {word for one in subjects for word in tree.subtree(one, without=CLAUSES)}
    return tuple(head for head in sides if head in words)


def _partners(act: Act, sides: Heads, phrases: Heads, tree: Tree) -> Heads:
    """The parties with whom something is done, or to whom as its object, or whose it is ("a
    *Russian* conference")."""
    told = [
        one
        for one in phrases
        if one not in act.trigger.tokens and tree.case(one) in {"", "with", "to", *BETWEEN}
    ]
    for token in act.trigger.tokens:
        told += tree.children(token, "amod", "compound", "nmod:poss")
        if tree.bare(token) == "obj":  # "hosted the Russian *president*"
            told.append(token)
    words = {word for one in told for word in _words(one, tree)}
    return tuple(head for head in sides if head in words)


def _among_named(act: Act, people: People, phrases: Heads) -> Act:
    """A mutual act without others than those it is "between", and without where it was ("talks
    in Geneva"), as long as two sides are left."""
    tree = people.tree
    between = {
        word
        for one in phrases
        if tree.case(one) in BETWEEN
        for word in tree.subtree(one, without=CLAUSES)
    }
    act = _only(act, between, people)
    sides = (*act.actors, *act.recipients)
    scenes = {head for head in sides if tree.case(tree.first_conjunct(head)) in SCENES}
    return _only(act, set(sides) - scenes, people)


def _only(act: Act, kept: set[int], people: People) -> Act:
    """The act with only some of its parties, if they are two sides at least."""
    actors = tuple(head for head in act.actors if head in kept)
    recipients = tuple(head for head in act.recipients if head in kept)
    if len(people.codes((*actors, *recipients))) < 2:
        return act
    return msgspec.structs.replace(act, actors=actors or recipients, recipients=recipients)


def _phrases(act: Act, tree: Tree) -> Heads:
    """What hangs on the words of an act, and who stands for or against behind other phrases: "in
    the fight *against*"."""
    carrier = () if act.carrier is None else (act.carrier,)
    words = dict.fromkeys((act.trigger.head, *act.trigger.tokens, *carrier))
    near = [child for word in words for child in tree.children(word, *PHRASES)]
    below = [child for one in near for child in tree.children(one, "nmod")]
    told = (one for one in below if tree.case(one) in {"against", *BESIDE})
    return tuple(dict.fromkeys((*near, *told)))


def _opposed(act: Act, people: People, phrases: Heads) -> Heads:
    """The phrases that name the other camp: behind "against", else behind "with", or who is fought
    or called as the object (a war that is fought is none)."""
    tree = people.tree
    against = tuple(one for one in phrases if tree.case(one).split(" ")[-1] == "against")
    if against:
        return against
    whole = act.trigger.type == "ASSAULT" or "severally" in act.trigger.flags
    fought = tree.children(act.trigger.head, "obj") if whole else ()
    parties = tuple(one for one in fought if people.is_party(one))
    behind = {"with", "to"} if "severally" in act.trigger.flags else {"with"}
    return (*parties, *(one for one in phrases if tree.case(one) in behind))


def _is_beside(phrase: int, tree: Tree) -> bool:
    """Whether a phrase names who acts on the same side: "alongside", "together with"."""
    first = tree.subtree(phrase)[0]
    near = {*tree.case(phrase).split(" "), tree.words[first - 1] if first else ""}
    near |= {tree.words[child] for child in tree.children(phrase)}
    return not near.isdisjoint(BESIDE) or ("with" in near and not near.isdisjoint(COMPANY))


def _words(phrase: int, tree: Tree) -> range:
    """The words of a phrase, with what the tree may have hung elsewhere: "with *US* and allies"."""
    told = tree.subtree(phrase, without=CLAUSES)
    return range(told[0], told[-1] + 1)
