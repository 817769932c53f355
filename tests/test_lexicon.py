"""The lexicon: which words near a word tell an act, and in which order entries are tried."""

from __future__ import annotations

import pytest

from dateline.knowledge import lexicon as lexicons
from dateline.knowledge import ontology as ontologies


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
