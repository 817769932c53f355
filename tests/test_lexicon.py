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
        ("pleaded", {"guilty"}, ("SANCTION", "convict")),
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
        ("called", {"minister"}, ("CONSULT", "phone")),
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
        ("recalled", {"ambassador"}, ("SANCTION", "expel")),
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
