"""The ontology, the lexicon and English inflection."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import knowledge as world
from dateline.errors import KnowledgeError
from dateline.knowledge import inflection as inflections
from dateline.knowledge import lexicon as lexicons
from dateline.knowledge import ontology as ontologies
from dateline.provenance import knowledge_digest
from dateline.settings import Settings

TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "COMMENT",
}  # fmt: skip


def test_the_ontology_holds_the_seventeen_types() -> None:
    ontology = ontologies.load()
    assert set(ontology.types) == TYPES
    speech = {name for name in TYPES if ontology.is_speech(name)}
    assert speech == {
        "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "COMMENT", "CONCEDE",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("act", "mode", "recipient"),
    [
        ("COMMENT", "concern", "never"),
        ("COMMENT", "empathy", "told"),
        ("RETREAT", "release", "told"),
        ("RETREAT", "resign", "never"),
        ("ASSAULT", None, "expected"),
        ("MOBILIZE", "troops", "optional"),
    ],
)
def test_a_mode_may_have_a_recipient_otherwise_than_its_type(
    act: str, mode: str | None, recipient: str
) -> None:
    ontology = ontologies.load()
    assert ontology.recipient(act, mode) == recipient
    assert ontology.has_recipient(act, mode) == (recipient != "never")


def test_every_type_and_mode_has_words() -> None:
    lexicon, ontology = lexicons.load(), ontologies.load()
    tables = (lexicon.verbs, lexicon.nouns, lexicon.adjectives)
    patterns = {p for table in tables for found in table.values() for p in found}
    named = {(p.type, p.mode) for p in patterns}
    by_complement = {p.type for p in patterns if "by-complement" in p.flags}
    for name, act in ontology.types.items():
        for mode in act.modes:
            listed = mode in lexicon.complement_order.get(name, ()) and name in by_complement
            assert (name, mode) in named or listed, (name, mode)
    assert len({(p.type, p.text) for p in patterns}) > 1200


def test_the_entry_with_most_words_comes_first() -> None:
    patterns = lexicons.load().verbs["called"]
    lengths = [len(pattern.needs) for pattern in patterns]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("act", "words", "mode"),
    [
        ("REQUEST", ["ceasefire", "immediate"], "yield"),
        ("REQUEST", ["help"], "assist"),
        ("REQUEST", ["resign"], "change"),
        ("REJECT", ["talks"], "meet"),
        ("THREATEN", ["invade"], "violence"),
        ("THREATEN", ["consequences"], None),
        ("REQUEST", ["inquiry", "independent"], None),
        ("REQUEST", ["intervene"], "assist"),
        ("ASSAULT", ["ceasefire"], None),
    ],
)
def test_the_complement_gives_the_mode(act: str, words: list[str], mode: str | None) -> None:
    assert lexicons.load().complement_mode(act, words) == mode


def test_every_word_that_decides_a_mode_is_one_word() -> None:
    complements = lexicons.load().complements
    assert not [word for words in complements.values() for word in words if " " in word]


def test_no_entry_forbids_what_it_asks_for() -> None:
    lexicon = lexicons.load()
    tables = (lexicon.verbs, lexicon.nouns, lexicon.adjectives, lexicon.light)
    patterns = [p for table in tables for found in table.values() for p in found]
    assert not {p.text for p in patterns if any(forms <= p.forbids for forms in p.needs)}


@pytest.mark.parametrize(
    ("head", "near", "act"),
    [
        ("issued", {"warrant", "for"}, ("ACCUSE", "investigate")),
        ("pleaded", {"guilty"}, None),
        ("launched", {"rockets", "at"}, ("ASSAULT", "heavy-weapons")),
        ("retaliated", set(), ("ASSAULT", None)),
        ("retaliated", {"tariffs"}, None),
        ("wounded", set(), ("ASSAULT", None)),
        ("wound", {"up"}, None),
        ("sent", {"aid"}, ("AID", None)),
        ("violated", {"airspace"}, ("MOBILIZE", "troops")),
        ("held", {"exercise"}, ("MOBILIZE", "troops")),
        ("held", {"exercise", "joint"}, ("COOPERATE", None)),
        ("announced", {"strike"}, ("PROTEST", "strike")),
        ("announced", {"strike", "on"}, None),
        ("rejected", {"proposal"}, ("REJECT", None)),
        ("rejected", {"allegations"}, None),
        ("forms", {"coalition"}, ("SUPPORT", None)),
        ("forms", {"coalition", "part"}, None),
        ("dismissed", {"general", "as"}, None),
        ("seized", {"activists", "from"}, ("COERCE", "seize")),
        ("placed", {"under", "house"}, ("COERCE", "arrest")),
        ("placed", {"under", "sanctions", "white", "house"}, ("SANCTION", "discontinue")),
        ("blocked", {"access", "internet"}, ("COERCE", "censor")),
        ("backed", {"down", "government"}, ("CONCEDE", None)),
        ("backed", {"plan"}, ("SUPPORT", None)),
        ("called", {"minister", "discuss"}, ("CONSULT", "phone")),
        ("called", {"counterpart"}, ("CONSULT", "phone")),
        ("called", {"minister", "negligent"}, ("ACCUSE", "disapprove")),
        ("called", {"minister", "for"}, ("REQUEST", None)),
        ("vowed", {"not", "to", "surrender"}, ("REJECT", None)),
        ("vowed", {"to", "crush"}, ("THREATEN", None)),
        ("talked", {"to", "radio"}, None),
        ("met", {"response"}, None),
        ("told", {"to", "him"}, ("REQUEST", None)),
        ("told", {"to", "him", "was", "=closed"}, None),
        ("asked", {"if", "him"}, None),
        ("said", {"=unlawful", "arrests", "were"}, ("ACCUSE", "disapprove")),
        ("insisted", {"=unlawful", "arrests", "were"}, ("ACCUSE", "disapprove")),
        ("said", {"=unlawful", "arrests", "were", "not"}, None),
        ("said", {"=seized", "unlawful"}, None),
        ("said", {"=concerned", "is"}, None),
        ("claimed", {"=shelled", "army", "is"}, ("ACCUSE", "allege")),
        ("claimed", {"=shelled", "it"}, None),
        ("said", {"it", "will", "=help"}, ("AGREE", None)),
        ("said", {"it", "will", "not", "=help"}, ("REJECT", None)),
        ("said", {"they", "will", "=crush"}, ("THREATEN", None)),
        ("said", {"will", "=pay", "price"}, ("THREATEN", None)),
        ("routed", {"fighters"}, ("ASSAULT", None)),
        ("defeated", {"insurgents"}, ("ASSAULT", None)),
        ("defeated", {"incumbent"}, None),
        ("fought", {"alongside"}, ("AID", None)),
        ("fought", {"alongside", "against"}, ("ASSAULT", None)),
        ("rammed", {"car", "into"}, ("ASSAULT", "primitive")),
        ("slammed", {"missiles", "into"}, ("ASSAULT", "heavy-weapons")),
        ("slammed", {"drones", "into"}, ("ASSAULT", "drone")),
        ("hit", {"by", "drone"}, ("ASSAULT", "drone")),
        ("killed", {"in", "shelling"}, ("ASSAULT", "heavy-weapons")),
        ("killed", {"earthquake"}, None),
        ("damaged", {"reputation"}, None),
        ("surrounded", {"mystery"}, None),
        ("blocked", {"bill"}, ("REJECT", None)),
        ("displaced", {"internally"}, None),
        ("stripped", {"citizenship", "of"}, ("COERCE", "restrict")),
        ("forced", {"withdraw", "to"}, None),
        ("dispatched", {"frigate"}, ("MOBILIZE", "troops")),
        ("launched", {"exercises"}, ("MOBILIZE", "troops")),
        ("launched", {"exercises", "joint"}, ("COOPERATE", None)),
        ("recruited", {"children"}, ("MOBILIZE", "militia")),
        ("crossed", {"border", "refugees"}, None),
        ("supplied", {"drones", "to"}, ("AID", None)),
        ("supplied", {"evidence"}, None),
        ("handed", {"over", "tanks", "to"}, ("AID", None)),
        ("handed", {"over", "weapons", "to", "its"}, ("RETREAT", "disarm")),
        ("rescued", {"migrants"}, ("AID", None)),
        ("launched", {"strikes"}, None),
        ("chained", {"themselves", "to"}, ("PROTEST", "obstruct")),
        ("stepped", {"down", "as"}, ("RETREAT", "resign")),
        ("handed", {"in", "weapons"}, ("RETREAT", "disarm")),
        ("released", {"clip"}, None),
        ("severed", {"ties"}, ("SANCTION", "discontinue")),
        ("gave", {"term", "sixth"}, None),
        ("recalled", {"ambassador"}, ("SANCTION", "withdraw")),
        ("shared", {"border", "with"}, None),
        ("exported", {"gas", "to"}, ("COOPERATE", None)),
        ("said", {"=free", "vote", "neither"}, ("ACCUSE", "disapprove")),
        ("considers", {"illegal", "vote"}, ("ACCUSE", "disapprove")),
        ("consider", {"offer"}, None),
        ("hunted", {"gunman", "for"}, ("ACCUSE", "investigate")),
        ("hunt", {"votes", "for"}, None),
        ("declined", {"invitation"}, ("REJECT", None)),
        ("declined", {"to", "meet"}, ("REJECT", None)),
        ("declined", {"to", "comment"}, None),
        ("declined", {"support"}, None),
        ("warned", {"against", "helping"}, ("REQUEST", "yield")),
        ("declared", {"group", "terrorist"}, ("SANCTION", "discontinue")),
        ("looted", {"clinic"}, ("COERCE", "seize")),
        ("stripped", {"nationality", "critics"}, ("COERCE", "restrict")),
        ("detained", {"hospital"}, None),
        ("killed", {"flood"}, None),
        ("lifted", {"sanctions"}, ("CONCEDE", None)),
        ("lifted", {"spirits"}, None),
        ("fired", {"missile", "into", "sea"}, ("MOBILIZE", "weapons")),
        ("listed", {"officials"}, ("SANCTION", "discontinue")),
        ("called", {"closure", "vendetta", "a"}, ("ACCUSE", "disapprove")),
        ("called", {"him", "coward", "a"}, ("ACCUSE", "disapprove")),
        ("termed", {"refusal", "childish"}, ("ACCUSE", "disapprove")),
        ("described", {"as", "sale", "theft"}, ("ACCUSE", "disapprove")),
        ("described", {"route", "as", "long"}, None),
        ("called", {"on", "invaders", "withdraw"}, ("REQUEST", None)),
        ("complained", {"left", "that", "was"}, ("ACCUSE", "disapprove")),
        ("questioned", {"legality", "the"}, ("ACCUSE", "disapprove")),
        ("questioned", {"need", "for"}, ("ACCUSE", "disapprove")),
        ("summoned", {"ambassador", "its", "home"}, ("SANCTION", "withdraw")),
        ("spoke", {"of", "piracy"}, ("ACCUSE", "disapprove")),
        ("spoke", {"against", "of", "piracy"}, None),
        ("laid", {"killings", "door"}, ("ACCUSE", "allege")),
        ("hold", {"answerable", "regime"}, ("ACCUSE", "allege")),
        ("identified", {"as", "perpetrator"}, ("ACCUSE", "allege")),
        ("identified", {"as", "plumber"}, None),
        ("took", {"court", "to", "neighbour"}, ("ACCUSE", "investigate")),
        ("examining", {"footage"}, ("ACCUSE", "investigate")),
        ("examining", {"patients"}, None),
        ("appear", {"charges", "on"}, ("ACCUSE", "investigate")),
        ("said", {"=failed", "act", "cabinet"}, ("ACCUSE", "allege")),
        ("said", {"=failed", "act", "it"}, None),
        ("said", {"=sent", "fighters", "neighbour"}, ("ACCUSE", "allege")),
        ("said", {"=sent", "fighters", "it"}, None),
        ("replied", {"=shelled", "army"}, ("ACCUSE", "allege")),
        ("replied", {"=shelled", "army", "not"}, None),
        ("switched", {"channels"}, None),
        ("aligned", {"itself", "with"}, ("SUPPORT", None)),
        ("wished", {"success", "them"}, ("SUPPORT", None)),
        ("prayed", {"for", "dead"}, ("COMMENT", "empathy")),
        ("learned", {"with", "dismay"}, ("COMMENT", "concern")),
        ("learned", {"with", "tutor"}, None),
    ],
)
def test_words_near_a_verb_tell_its_act(
    head: str, near: set[str], act: tuple[str, str | None] | None
) -> None:
    verbs = lexicons.load().verbs[head]
    first = next((p for p in verbs if p.matches(near) and "negated" not in p.flags), None)
    assert (first and (first.type, first.mode)) == act


@pytest.mark.parametrize(
    ("head", "near", "mode"),
    [
        ("burned", {"bus"}, "destroy"),
        ("burnt", {"flag"}, None),
        ("used", {"mortars"}, "heavy-weapons"),
        ("used", {"cannon", "water"}, "crowd-control"),
        ("used", {"firearms"}, "firearms"),
        ("used", {"machetes"}, "primitive"),
        ("used", {"phone"}, None),
        ("inflicted", {"strike", "depot"}, ""),
        ("lost", {"soldiers"}, ""),
        ("lost", {"soldiers", "contact", "with"}, None),
        ("lost", {"men", "in", "ambush"}, ""),
        ("lost", {"men"}, None),
        ("fell", {"under", "fire"}, "firearms"),
        ("counted", {"bodies"}, ""),
        ("counted", {"votes"}, None),
        ("taken", {"at", "gunpoint"}, "abduct"),
        ("taken", {"by", "rebels", "villagers"}, "abduct"),
        ("taken", {"by", "rebels", "town"}, None),
        ("dragged", {"from", "church"}, "abduct"),
        ("exploded", {"grenade"}, "explosives"),
        ("placed", {"bomb"}, "explosives"),
        ("placed", {"order"}, None),
        ("drove", {"rebels", "from"}, ""),
        ("beat", {"off", "attack"}, ""),
        ("broke", {"truce"}, ""),
        ("broke", {"truce", "down"}, None),
        ("launched", {"war"}, ""),
        ("launched", {"operation", "rescue"}, None),
        ("answered", {"with", "artillery"}, "heavy-weapons"),
        ("answered", {"question"}, None),
        ("intercepted", {"missiles"}, "heavy-weapons"),
        ("sank", {"trawler"}, "heavy-weapons"),
        ("charged", {"with", "batons"}, "primitive"),
        ("hurled", {"at", "police"}, "primitive"),
        ("scattered", {"protesters"}, "crowd-control"),
        ("kneeling", {"on", "neck"}, "beat"),
        ("assaulted", {"sexually"}, "sexual"),
        ("marched", {"on", "capital"}, ""),
        ("marched", {"on", "parliament"}, None),
        ("smashed", {"windows"}, None),
        ("took", {"out", "launcher"}, ""),
        ("took", {"out", "wallet"}, None),
        ("harmed", {"civilians"}, ""),
        ("harmed", {"exports"}, None),
        ("pushed", {"back", "against"}, None),
    ],
)
def test_words_near_a_verb_tell_how_it_does_harm(
    head: str, near: set[str], mode: str | None
) -> None:
    """An empty mode is harm without one, ``None`` no harm."""
    harm = (p for p in lexicons.load().verbs.get(head, ()) if p.type == "ASSAULT")
    found = next((p for p in harm if p.matches(near)), None)
    assert (found and (found.mode or "")) == mode


@pytest.mark.parametrize(
    ("head", "near", "harms"),
    [
        ("strike", {"hunger"}, False),
        ("strike", {"nationwide"}, False),
        ("strikes", {"israeli"}, True),
        ("fire", {"heavy"}, True),
        ("fire", {"forest"}, False),
        ("firing", {"minister", "of"}, False),
        ("shots", {"from", "position"}, True),
        ("burning", {"of", "village"}, True),
        ("burning", {"of", "flag"}, False),
        ("sinking", {"of", "trawler"}, True),
        ("operation", {"mopping-up"}, True),
        ("operation", {"rescue"}, False),
        ("exchange", {"of", "shots"}, True),
        ("exchange", {"of", "views"}, False),
    ],
)
def test_words_near_a_noun_tell_whether_it_is_harm(head: str, near: set[str], harms: bool) -> None:
    nouns = lexicons.load().nouns.get(head, ())
    assert any(p.type == "ASSAULT" and p.matches(near) for p in nouns) is harms


@pytest.mark.parametrize(
    ("head", "near", "act"),
    [
        ("confidence", {"full"}, ("SUPPORT", None)),
        ("confidence", {"little"}, ("COMMENT", "optimism")),
        ("letter", {"of", "support"}, ("SUPPORT", None)),
        ("letter", {"of", "intent"}, None),
        ("charge", {"that", "shelled"}, ("ACCUSE", "allege")),
        ("charge", {"in", "of"}, None),
        ("sorrow", {"at"}, ("COMMENT", "empathy")),
        ("attack", {"withering", "on"}, ("ACCUSE", "disapprove")),
        ("attack", {"on", "post"}, ("ASSAULT", None)),
    ],
)
def test_words_near_a_noun_tell_its_act(
    head: str, near: set[str], act: tuple[str, str | None] | None
) -> None:
    first = next((p for p in lexicons.load().nouns[head] if p.matches(near)), None)
    assert (first and (first.type, first.mode)) == act


@pytest.mark.parametrize(
    ("kind", "head", "near"),
    [
        ("REJECT", "heard", {"would", "not", "of", "plan"}),
        ("REJECT", "blocked", {"opening", "chapters", "of"}),
        ("REJECT", "declined", {"minister"}),
        ("REJECT", "stayed", {"away", "from", "round"}),
        ("REJECT", "told", {"neighbour", "mind", "business"}),
        ("REJECT", "replied", {"that", "nobody", "would", "=leave"}),
        ("REJECT", "said", {"it", "would", "not", "=sit"}),
        ("REJECT", "said", {"would", "not", "=would"}),
        ("REJECT", "said", {"be", "would", "not", "blackmailed"}),
        ("REJECT", "called", {"offer", "inadequate"}),
        ("THREATEN", "warned", {"that", "will", "=shut"}),
        ("THREATEN", "warned", {"it", "might", "=freeze"}),
        ("THREATEN", "vowed", {"to", "sink"}),
        ("THREATEN", "promised", {"answer", "kind"}),
        ("THREATEN", "hinted", {"it", "may", "=withdraw"}),
        ("THREATEN", "said", {"would", "be", "shot", "intruders"}),
        ("THREATEN", "said", {"it", "would", "=answer", "fire"}),
        ("THREATEN", "said", {"=have", "deeds", "consequences"}),
        ("THREATEN", "bear", {"consequences", "all"}),
        ("AGREE", "offered", {"offices", "good", "its"}),
        ("AGREE", "offered", {"helicopters"}),
        ("AGREE", "promised", {"inquiry"}),
        ("AGREE", "promised", {"that", "=begin", "works"}),
        ("AGREE", "agreed", {"president"}),
        ("AGREE", "accepted", {"both", "at", "once"}),
        ("AGREE", "said", {"yes"}),
        ("AGREE", "said", {"it", "would", "=lend"}),
        ("CONCEDE", "called", {"off", "blockade"}),
        ("CONCEDE", "offered", {"amnesty"}),
        ("CONCEDE", "offered", {"to", "free"}),
        ("CONCEDE", "begged", {"pardon"}),
        ("CONCEDE", "announced", {"bring", "would", "home"}),
        ("CONCEDE", "lifted", {"roadblocks"}),
        ("not REJECT", "declined", {"sales"}),
        ("not REJECT", "stayed", {"away", "from", "school"}),
        ("not REJECT", "sat", {"not", "well", "with"}),
        ("not REJECT", "replied", {"that", "not", "knew", "=knew"}),
        ("not REJECT", "said", {"will", "=stay", "open"}),
        ("not THREATEN", "warned", {"that", "would", "=spread", "famine"}),
        ("not THREATEN", "warned", {"that", "=spread", "cholera"}),
        ("not THREATEN", "vowed", {"to", "rebuild"}),
        ("not THREATEN", "bear", {"consequences", "civilians"}),
        ("not AGREE", "offered", {"condolences"}),
        ("not AGREE", "offered", {"apology"}),
        ("not AGREE", "promised", {"revenge"}),
        ("not AGREE", "agreed", {"with", "critics"}),
        ("not AGREE", "said", {"would", "no", "longer", "=supply"}),
        ("not CONCEDE", "called", {"off", "wedding"}),
        ("not CONCEDE", "offered", {"truck"}),
    ],
)
def test_words_near_a_verb_tell_refusals_threats_promises_and_what_is_yielded(
    kind: str, head: str, near: set[str]
) -> None:
    told = {entry.type for entry in lexicons.load().verbs[head] if entry.matches(near)}
    assert (kind.removeprefix("not ") in told) is not kind.startswith("not ")


@pytest.mark.parametrize(
    ("head", "near", "act"),
    [
        ("march", {"army", "the"}, None),
        ("marched", {"mayor", "to"}, ("PROTEST", "demo")),
        ("marched", {"soldiers", "to"}, None),
        ("gathered", {"at", "embassy"}, ("PROTEST", "demo")),
        ("gathered", {"at", "embassy", "mourners"}, None),
        ("unfurled", {"banner"}, ("PROTEST", "demo")),
        ("burned", {"effigy"}, ("PROTEST", "demo")),
        ("joined", {"strikers"}, ("PROTEST", "demo")),
        ("pelted", {"eggs", "with"}, ("PROTEST", "riot")),
        ("hurled", {"stones", "at", "consulate"}, ("PROTEST", "riot")),
        ("ended", {"strike", "their"}, ("PROTEST", "strike")),
        ("ended", {"strike", "air"}, None),
        ("refused", {"to", "unload"}, ("PROTEST", "strike")),
        ("refused", {"to", "sign"}, None),
        ("closed", {"shops", "mourning"}, ("PROTEST", "strike")),
        ("closed", {"shops"}, None),
        ("went", {"food", "without"}, ("PROTEST", "hunger")),
        ("blocked", {"depot"}, ("PROTEST", "obstruct")),
        ("disrupted", {"session"}, ("PROTEST", "obstruct")),
        ("marches", {"rival"}, ("PROTEST", "demo")),
        ("march", {"a"}, ("PROTEST", "demo")),
        ("strike", {"on"}, ("PROTEST", "strike")),
        ("strikes", {"on", "launchers"}, None),
        ("strike", {"dockers"}, ("PROTEST", "strike")),
        ("fast", {"indefinite"}, ("PROTEST", "hunger")),
        ("fast", {"ramadan"}, None),
        ("received", {"envoy"}, ("CONSULT", None)),
        ("received", {"mediators", "letter"}, None),
        ("saw", {"premier"}, ("CONSULT", None)),
        ("seen", {"premier", "speaking"}, None),
        ("rang", {"colleague"}, ("CONSULT", "phone")),
        ("rang", {"bells"}, None),
        ("went", {"to", "see"}, ("CONSULT", "visit")),
        ("expected", {"in"}, ("CONSULT", "visit")),
        ("expected", {"in", "weeks"}, None),
        ("arranged", {"truce"}, ("CONSULT", "third-party")),
        ("wants", {"culprits", "tried"}, ("REQUEST", None)),
        ("gave", {"week", "to"}, ("REQUEST", None)),
        ("gave", {"week", "to", "ambassador"}, None),
        ("insisted", {"that", "withdraw"}, ("REQUEST", None)),
        ("insisted", {"that", "had"}, None),
        ("submitted", {"memorandum"}, ("REQUEST", None)),
        ("told", {"was", "to", "disarm"}, ("REQUEST", None)),
        ("request", {"at"}, ("REQUEST", None)),
    ],
)
def test_words_near_a_word_may_tell_of_a_protest_a_talk_or_a_call(
    head: str, near: set[str], act: tuple[str, str | None] | None
) -> None:
    lexicon = lexicons.load()
    entries = (*lexicon.verbs.get(head, ()), *lexicon.nouns.get(head, ()))
    told = {
        (p.type, p.mode)
        for p in entries
        if p.type in ("PROTEST", "CONSULT", "REQUEST") and p.matches(near)
    }
    assert told == (set() if act is None else {act})


@pytest.mark.parametrize(
    ("head", "near", "sure"),
    [
        ("lifted", {"sanctions"}, True),
        ("lifted", {"restrictions"}, False),
        ("fired", {"missile", "into", "sea"}, True),
        ("fired", {"missile", "at"}, False),
    ],
)
def test_some_words_leave_little_doubt(head: str, near: set[str], sure: bool) -> None:
    first = next(p for p in lexicons.load().verbs[head] if p.matches(near))
    assert ("sure" in first.flags) is sure


@pytest.mark.parametrize(
    ("act", "head", "near", "mode"),
    [
        ("MOBILIZE", "ordered", {"battalions", "to"}, "troops"),
        ("MOBILIZE", "ordered", {"troops", "to", "withdraw"}, None),
        ("MOBILIZE", "landed", {"commandos"}, "troops"),
        ("MOBILIZE", "landed", {"shells"}, None),
        ("MOBILIZE", "called", {"up", "brigades"}, "troops"),
        ("MOBILIZE", "entered", {"village"}, "troops"),
        ("MOBILIZE", "entered", {"village", "refugees"}, None),
        ("MOBILIZE", "doubled", {"garrison"}, "troops"),
        ("MOBILIZE", "doubled", {"profits"}, None),
        ("MOBILIZE", "fired", {"into", "sea"}, "weapons"),
        ("MOBILIZE", "posted", {"guards", "outside"}, "police"),
        ("MOBILIZE", "posted", {"photos", "on", "guards"}, None),
        ("AID", "sent", {"flour"}, ""),
        ("AID", "sent", {"letters"}, None),
        ("AID", "handed", {"lorries", "to"}, ""),
        ("AID", "handed", {"rifles", "to", "police"}, None),
        ("AID", "dropped", {"tonnes"}, ""),
        ("AID", "dropped", {"tonnes", "bombs"}, None),
        ("AID", "took", {"in", "villagers"}, ""),
        ("AID", "took", {"in", "villagers", "hostage"}, None),
        ("AID", "flew", {"wounded", "home"}, ""),
        ("AID", "took", {"refuge", "in"}, ""),
        ("COOPERATE", "drilled", {"navies", "together"}, ""),
        ("COOPERATE", "opened", {"exercise"}, ""),
        ("COOPERATE", "sells", {"electricity", "to"}, ""),
        ("COOPERATE", "handed", {"over", "fugitive"}, ""),
        ("COOPERATE", "handed", {"over", "keys"}, None),
        ("RETREAT", "recalled", {"frigate", "home"}, "withdraw"),
        ("RETREAT", "lifted", {"roadblocks"}, "withdraw"),
        ("RETREAT", "pulled", {"out", "survivors"}, None),
        ("RETREAT", "handed", {"captives", "over"}, "release"),
        ("RETREAT", "handed", {"in", "rifles"}, "disarm"),
        ("RETREAT", "handed", {"town", "back"}, "return"),
        ("RETREAT", "let", {"lorries", "through"}, "access"),
        ("RETREAT", "ordered", {"ceasefire"}, "ceasefire"),
        ("RETREAT", "quit", {"minister"}, "resign"),
        ("RETREAT", "quit", {"minister", "calls"}, None),
    ],
)
def test_words_near_a_verb_tell_who_moves_helps_shares_and_yields(
    act: str, head: str, near: set[str], mode: str | None
) -> None:
    entries = (p for p in lexicons.load().verbs[head] if p.type == act and "negated" not in p.flags)
    found = [p.mode or "" for p in entries if p.matches(near)]
    assert found[:1] == ([] if mode is None else [mode])


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("strike", {"strike", "strikes", "struck", "striking"}),
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("ram", {"ram", "rams", "rammed", "ramming"}),
        ("rap", {"rap", "raps", "rapped", "rapping"}),
        ("mobilise", {"mobilise", "mobilised", "mobilize", "mobilized", "mobilizing"}),
    ],
)
def test_verbs_have_their_forms(lemma: str, forms: set[str]) -> None:
    assert forms <= set(inflections.load().verb(lemma))


@given(st.sampled_from(["attack", "withdraw", "deny", "ban", "urge", "free", "shoot", "agree"]))
def test_a_form_leads_back_to_its_lemma(lemma: str) -> None:
    english = inflections.load()
    assert all(english.lemma(form, "VERB") == lemma for form in english.verb(lemma))


def test_a_users_file_adds_entries(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'type = "ASSAULT"\n[roles]\nverb_actor = ["subject"]\nverb_recipient = ["object"]\n'
        '[[group]]\nmode = "aerial"\nverbs = ["zonk"]\n'
    )
    assert lexicons.load((own,)).verbs["zonked"][0].mode == "aerial"


def test_a_users_words_count_before_those_of_the_package_and_change_the_digest(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('type = "SUPPORT"\n[[group]]\nverbs = ["condemn"]\n')
    settings = Settings(lexicon_files=(own,))
    for chosen, kind in ((settings, "SUPPORT"), (Settings(), "ACCUSE")):
        alone = (one for one in world.load(chosen).lexicon.verbs["condemned"] if not one.needs)
        assert next(alone).type == kind
    assert knowledge_digest(settings.own_files) != knowledge_digest()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('type = "ASSAULT"\n[[group]]\nverbs = ["zap"]\nflags = ["needs-lihgt"]\n', "needs-lihgt"),
        ('type = "ASSAULT"\n[[group]]\nverb = ["zap"]\n', "verb"),
        ('type = "ASSAULT\n', "own.toml"),
    ],
)
def test_what_is_misspelt_in_a_users_file_is_named(text: str, told: str, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(KnowledgeError, match=told):
        lexicons.load((own,))


def test_an_unknown_type_or_mode_is_refused_by_name(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('type = "NONSENSE"\n')
    with pytest.raises(KnowledgeError, match="NONSENSE"):
        lexicons.load((own,))
    own.write_text('type = "ASSAULT"\n[[group]]\nmode = "nonsense"\nverbs = ["zap"]\n')
    with pytest.raises(KnowledgeError, match="nonsense"):
        lexicons.load((own,))
