"""Words of two senses: what stands near them tells which act they are, or that they are none."""

from __future__ import annotations

import pytest

from dateline.knowledge import lexicon as lexicons
from dateline.knowledge.lexicon import Pattern


def entry_for(act: str, head: str, words: str) -> Pattern | None:
    """The first entry of a type that a verb or noun and the words near it complete."""
    lexicon, near = lexicons.load(), frozenset(words.split())
    entries = (*lexicon.verbs.get(head, ()), *lexicon.nouns.get(head, ()))
    fits = (p for p in entries if p.type == act and p.matches(near) and "negated" not in p.flags)
    return next(fits, None)


def mode_of(act: str, head: str, words: str) -> str | None:
    """The mode of that entry: "" where it has none, None where no entry fits."""
    entry = entry_for(act, head, words)
    return entry and (entry.mode or "")


@pytest.mark.parametrize(
    ("act", "head", "words", "mode"),
    [
        ("PROTEST", "set", "himself on fire parliament", "demo"),
        ("ASSAULT", "set", "himself on fire parliament", None),
        ("ASSAULT", "set", "barn on fire", "destroy"),
        ("PROTEST", "torched", "^rioters depot", "riot"),
        ("ASSAULT", "torched", "^rioters depot", None),
        ("ASSAULT", "torched", "^rebels village", "destroy"),
        ("ASSAULT", "blew", "up pylons", "explosives"),
        ("ASSAULT", "exploded", "^rockets in town", "heavy-weapons"),
        ("ASSAULT", "exploded", "^grenade in tavern", "explosives"),
        ("ASSAULT", "exploded", "^boiler in tavern", None),
        ("ASSAULT", "killed", "in helicopter strike", "aerial"),
        ("ASSAULT", "killed", "in helicopter crash", None),
        ("ASSAULT", "died", "shot of accidental", None),
        ("ASSAULT", "charged", "^cavalry line the", ""),
        ("ACCUSE", "charged", "^cavalry line the", None),
        ("ACCUSE", "charged", "^prosecutor mayor the", "allege"),
        ("ACCUSE", "filed", "motion court in", "investigate"),
        ("ACCUSE", "filed", "motion no-confidence of", None),
        ("REJECT", "broke", "off talks", ""),
        ("SANCTION", "broke", "off talks", None),
        ("SANCTION", "broke", "off relations", "discontinue"),
        ("SANCTION", "suspended", "withdrawal its", None),
        ("SANCTION", "suspended", "aid its", "discontinue"),
        ("SANCTION", "terminated", "truce the", "discontinue"),
        ("REJECT", "excluded", "negotiating with", ""),
        ("REJECT", "excluded", "him from talks", None),
        ("REJECT", "denied", "entry to", None),
        ("COERCE", "denied", "passage to", "restrict"),
        ("THREATEN", "pledged", "further measures against", ""),
        ("AGREE", "pledged", "further measures against", None),
        ("AGREE", "pledged", "restraint unless", None),
        ("AGREE", "pledged", "tents", ""),
        ("SUPPORT", "signed", "joint declaration", ""),
        ("SUPPORT", "signed", "joint letter denouncing", None),
        ("SUPPORT", "made", "peace", ""),
        ("SUPPORT", "made", "peace offer a", None),
        ("ASSAULT", "traded", "accusations shelling over", None),
        ("CONSULT", "flew", "to capital ^premier", "visit"),
        ("CONSULT", "flew", "to capital paratroopers ^paratroopers", None),
        ("REQUEST", "ordered", "end strike an", ""),
        ("REQUEST", "ordered", "end shelling an", None),
        ("REQUEST", "backed", "call a", None),
        ("AID", "freed", "^commandos hostages", ""),
        ("RETREAT", "freed", "^commandos hostages", None),
        ("RETREAT", "freed", "^rebels hostages", "release"),
        ("RETREAT", "freed", "^army prisoners", "release"),
    ],
)
def test_what_stands_near_a_word_tells_its_sense(
    act: str, head: str, words: str, mode: str | None
) -> None:
    assert mode_of(act, head, words) == mode


@pytest.mark.parametrize(
    ("act", "head", "words"),
    [
        ("ACCUSE", "traded", "insults with"),
        ("ACCUSE", "exchanged", "accusations over"),
        ("ACCUSE", "traded", "blame"),
        ("RETREAT", "exchanged", "prisoners"),
        ("RETREAT", "swapped", "bodies"),
    ],
)
def test_what_is_exchanged_both_give(act: str, head: str, words: str) -> None:
    entry = entry_for(act, head, words)
    assert entry and "mutual" in entry.flags and entry.recipient_slots == ("with",)


def test_a_truce_that_is_declared_leaves_little_doubt() -> None:
    entry = entry_for("CONCEDE", "declared", "ceasefire a")
    assert entry and "sure" in entry.flags
    assert entry_for("CONCEDE", "declared", "ceasefire over") is None


def test_men_sent_at_a_request_are_help_and_the_request_stays_told() -> None:
    entry = entry_for("AID", "dispatched", "policemen to at request")
    assert entry and "tells" in entry.flags
    assert entry_for("AID", "dispatched", "policemen to scene") is None


@pytest.mark.parametrize(
    ("act", "head", "words", "mode"),
    [
        ("CONSULT", "conference", "peace at", "multilateral"),
        ("CONSULT", "conference", "press a", None),
        ("CONSULT", "received", "call distress", None),
        ("CONSULT", "received", "phone call from minister", "phone"),
        ("CONSULT", "took", "credit call", None),
        ("CONSULT", "left", "for capital ^minister", "visit"),
        ("CONSULT", "left", "for capital ^frigate frigate", None),
        ("MOBILIZE", "left", "for capital ^frigate frigate", "troops"),
        ("MOBILIZE", "left", "in force ban", None),
        ("CONCEDE", "acquitted", "councillors court", None),
        ("RETREAT", "acquitted", "councillors court", "release"),
        ("CONCEDE", "gave", "speech in", None),
        ("CONCEDE", "gave", "in to mutineers", ""),
        ("RETREAT", "ordered", "envoy to leave", None),
        ("RETREAT", "ordered", "garrison to withdraw", "withdraw"),
        ("RETREAT", "held", "fire drill", None),
        ("RETREAT", "ended", "war ^war", None),
        ("RETREAT", "ended", "hostilities with", "ceasefire"),
        ("RETREAT", "disarmed", "by policemen them", None),
        ("SANCTION", "deposed", "president colonels", None),
        ("COERCE", "deposed", "president colonels", "seize"),
        ("SANCTION", "declared", "persona consul", "expel"),
        ("COERCE", "declared", "persona consul", None),
        ("COERCE", "hacked", "villagers death to", None),
        ("COERCE", "hacked", "ministry", "cyber"),
        ("COERCE", "blocked", "square ^demonstrators", None),
        ("COERCE", "blocked", "strait", "restrict"),
        ("COERCE", "liberated", "@place", "seize"),
        ("COERCE", "liberated", "captives", None),
        ("PROTEST", "clashed", "^protesters police with", None),
        ("ASSAULT", "clashed", "^protesters police with", ""),
        ("PROTEST", "vandalised", "shops", "vandalize"),
        ("ASSAULT", "vandalised", "shops", None),
        ("PROTEST", "obstructed", "justice", None),
        ("PROTEST", "obstructed", "railway", "obstruct"),
        ("ASSAULT", "slashed", "jobs", None),
        ("ASSAULT", "slashed", "tents", "primitive"),
        ("AID", "supported", "army crowd", None),
        ("AID", "supported", "army with artillery", ""),
        ("AID", "escorted", "ship grain a", ""),
        ("MOBILIZE", "escorted", "ship grain a", None),
        ("COMMENT", "confidence", "full in minister", None),
        ("COMMENT", "trust", "that not", None),
        ("ASSAULT", "reprisals", "in for arrest", None),
        ("ASSAULT", "reprisals", "against villagers", ""),
        ("MOBILIZE", "scrambled", "to quarantine travellers", None),
        ("MOBILIZE", "scrambled", "jets two", "troops"),
        ("RETREAT", "disarm", "to begin ^guerrillas", "disarm"),
        ("RETREAT", "disarm", "robbers passers-by", None),
        ("RETREAT", "left", "country poor", None),
        ("RETREAT", "left", "outpost the", "withdraw"),
        ("CONSULT", "briefed", "reporters", None),
        ("CONSULT", "briefed", "ambassadors", ""),
        ("COOPERATE", "gave", "warning that", None),
        ("COOPERATE", "gave", "warning advance of", ""),
        ("REJECT", "blocked", "plan ^crowd", None),
        ("CONCEDE", "promised", "to release", None),
        ("AGREE", "promised", "to release", ""),
        ("COMMENT", "expressed", "disappointment", None),
        ("ACCUSE", "expressed", "disappointment", "disapprove"),
        ("MOBILIZE", "launched", "missile ballistic", "weapons"),
        ("MOBILIZE", "launched", "missiles at", None),
        ("SANCTION", "gave", "million year last", None),
        ("THREATEN", "promised", "to continue", None),
        ("ASSAULT", "marched", "on capital ^students", None),
        ("ASSAULT", "marched", "on capital ^rebels", ""),
        ("AID", "armed", "militia", ""),
        ("COERCE", "looted", "shops ^mob", None),
        ("COERCE", "looted", "shops ^soldiers", "seize"),
        ("REJECT", "blocked", "resolution", ""),
    ],
)
def test_a_sense_that_is_mostly_another_act_is_left_to_that(
    act: str, head: str, words: str, mode: str | None
) -> None:
    assert mode_of(act, head, words) == mode
