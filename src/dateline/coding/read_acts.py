"""Acts as the language model reads them: its triggers, roles and traits, as acts with parties.

The model marks words that name an act and, for each, how likely every word of the window is to
head an actor, a recipient or a voice. What it is sure enough of becomes an :class:`Act`; the
codebook's rules then treat it like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.coding.acts import Act, Trigger
from dateline.coding.chances import POSSIBLE, SURE, TAKES_PART
from dateline.coding.people import People
from dateline.coding.plausible import plausible
from dateline.coding.voice import denying, is_spoken, speakers_of
from dateline.knowledge import ontology as ontologies
from dateline.records import Modality, Polarity, ReadAct, Reading, Role, Stance, Statement
from dateline.tree import Tree

VOICED = 0.15  # that a voice tells the act, where a statement holds it
LIKELY = 0.25  # the same for the recipient of an act that need not have one
Kinds = frozenset[tuple[str, str]]  # codes and sectors
NOBODY: Kinds = frozenset()


def read_acts(
    reading: Reading, tree: Tree, people: People, statements: tuple[Statement, ...]
) -> Iterator[Act]:
    """One act for each of the model's, whatever its score, in order of the text."""
    for act in reading.acts:
        yield act_of(act, tree, people, statements)


def act_of(
    act: ReadAct,
    tree: Tree,
    people: People,
    statements: tuple[Statement, ...],
    *,
    by_state: bool = False,
) -> Act:
    """The act with its parties; a word stands on its likelier side alone, unless the act is
    mutual. ``by_state``: only a state can be behind the act where nobody is told."""
    roles = plausible(act, people, statements, by_state=by_state)
    actors, recipients, mutual = _parties(act, roles, people)
    speakers, voices, stance = _word_of(act, tree, people, statements)
    token = tree[act.token]
    return Act(
        trigger=Trigger(
            head=act.token,
            tokens=(act.token,),
            type=act.type,
            mode=act.mode,
            noun=token.part_of_speech in ("NOUN", "PROPN"),
            flags=frozenset({"own"}) if act.traits["own"] >= SURE else frozenset(),
        ),
        trigger_span=token.span,
        sentence=token.sentence,
        actors=actors,
        recipients=recipients,
        mutual=mutual,
        speakers=speakers,
        voices=voices,
        modality=modality_of(act),
        polarity=Polarity.NEGATIVE if act.traits["negative"] >= SURE else Polarity.POSITIVE,
        stance=stance,
        score=act.score,
        why=f"model: {act.type} {act.score:.2f}",
    )


def _parties(
    act: ReadAct, roles: tuple[Role, ...], people: People
) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
    """Who acts, whom it is done to, and whether each does it to the other."""
    ontology = ontologies.load()
    two_sided = ontology.has_two_sides(act.type)
    both = two_sided and act.traits["mutual"] >= SURE
    doers, struck = certain(roles, people) if act.type == "ASSAULT" else (NOBODY, NOBODY)
    actors = side(
        roles,
        lambda role: role.actor * (both or role.actor >= role.recipient),
        people,
        apart=struck,
    )
    expected = ontology.types[act.type].recipient == "expected"
    recipients = side(
        roles,
        lambda role: role.recipient * (both or role.recipient >= role.actor),
        people,
        apart=doers,
        possible=POSSIBLE if expected else LIKELY,
    )
    mutual = both or (two_sided and len(actors) > 1 and set(actors) == set(recipients))
    if not mutual:
        others = tuple(head for head in recipients if head not in actors)
        # Nobody addresses himself, unless he acts on his own.
        alone = ontology.is_speech(act.type) and act.traits["own"] < SURE
        recipients = others if alone else others or recipients
    return actors, recipients, mutual


def _word_of(
    act: ReadAct, tree: Tree, people: People, statements: tuple[Statement, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], Stance | None]:
    """On whose word the act is told: the statements that hold it, else the words of its voices;
    and the stance of both where no statement says it."""
    told = max(act.traits[name] for name in ("voiced", "denied", "doubted"))
    is_speech = ontologies.load().is_speech(act.type)
    denied = () if is_speech else denying(act.token, statements, people)
    holding = speakers_of(act.token, tree, statements, people.lexicon.cues)
    if told < VOICED and not is_spoken(holding, statements):
        holding = ()
    speakers, voiced = denied or holding, told >= SURE
    voices = side(act.roles, lambda role: role.voice, people) if voiced and not speakers else ()
    stance = stance_of(act, speakers, people, statements) if voiced and not denied else None
    return speakers, voices, stance


def certain(roles: tuple[Role, ...], people: People) -> tuple[Kinds, Kinds]:
    """Who surely acts, and who surely suffers it."""
    doers = (role.token for role in roles if role.actor >= TAKES_PART)
    struck = (role.token for role in roles if role.recipient >= TAKES_PART)
    return kinds(doers, people), kinds(struck, people)


def side(
    roles: tuple[Role, ...],
    chance: Callable[[Role], float],
    people: People,
    *,
    apart: Kinds = NOBODY,
    possible: float = POSSIBLE,
) -> tuple[int, ...]:
    """The tokens that likely stand on one side, else the likeliest one that is no likelier to be
    the place, since acts seldom have none. Who is ``apart`` must be surer, or the only one:
    "police dispersed the crowd; ten protesters were injured" were not injured by the crowd."""
    likely = {
        role.token: chance(role)
        for role in roles
        if chance(role) >= (possible if chance(role) >= role.place else TAKES_PART)
    }
    alike = {token for token in likely if kinds((token,), people) & apart} if apart else set()
    sure = [
        token
        for token, value in likely.items()
        if value >= (SURE if token in alike else TAKES_PART)
    ]
    if not sure and likely:
        others = [token for token in likely if token not in alike]
        sure = [max(others or likely, key=lambda token: likely[token])]
    return tuple(dict.fromkeys(party_at(people.head_of(token), people) for token in sure))


def kinds(tokens: Iterable[int], people: People) -> Kinds:
    """The codes and sectors of the parties that some words stand for."""
    heads = (party_at(people.head_of(token), people) for token in tokens)
    return frozenset((actor.code, actor.sector) for head in heads for actor in people.actors(head))


def party_at(head: int, people: People) -> int:
    """The head of a phrase, or of the party that it belongs to where it is none itself ("imports
    of Russian oil"); what is only there owns nothing ("a *car* bomb")."""
    if people.is_party(head):
        return head
    tree = people.tree
    return next(
        (
            one
            for one in tree.children(head, "amod", "compound", "nmod:poss")
            if people.is_party(one) and not people.only_places(one, head)
            if tree[one].part_of_speech != "NOUN" or not people.is_site(one)
        ),
        head,
    )


def modality_of(act: ReadAct) -> Modality:
    if act.traits["hypothetical"] >= SURE:
        return Modality.HYPOTHETICAL
    return Modality.PLANNED if act.traits["planned"] >= SURE else Modality.HAPPENED


def stance_of(
    act: ReadAct, speakers: tuple[int, ...], people: People, statements: tuple[Statement, ...]
) -> Stance | None:
    """``None`` where the statement that tells the act shall say: a denial is never overruled."""
    if act.traits["denied"] >= SURE and _is_denied(act, speakers, people, statements):
        return Stance.DENIES
    if act.traits["doubted"] >= SURE:
        return Stance.DOUBTS
    return None if speakers else Stance.ASSERTS


def _is_denied(
    act: ReadAct, speakers: tuple[int, ...], people: People, statements: tuple[Statement, ...]
) -> bool:
    """Whether a word of the act's sentence, of its speakers' or of the likeliest voice's denies."""
    tree, cues = people.tree, people.lexicon.cues
    words = cues.denying | cues.denying_nouns | cues.doubting | cues.negators | cues.negative_verbs
    words |= cues.false | cues.brushing.keys()
    voice = max(act.roles, key=lambda role: role.voice, default=None)
    told = (act.token, *(statements[index].cue_head for index in speakers))
    told += () if voice is None else (voice.token,)
    sentences = (tree.reading.sentences[tree[token].sentence] for token in told)
    return any(not words.isdisjoint(tree.words[one.first : one.end]) for one in sentences)
