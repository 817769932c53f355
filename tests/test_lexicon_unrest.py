"""The lexicon's words for force used on crowds and towns, for standing ready, and for giving in."""

from __future__ import annotations

import pytest
from entries import told

from dateline.knowledge import lexicon as lexicons


@pytest.mark.parametrize(
    ("act", "head", "words", "mode"),
    [
        ("ASSAULT", "pounded", "^gunners positions", "heavy-weapons"),
        ("ASSAULT", "pounded", "^jets positions", "aerial"),
        ("ASSAULT", "struck", "^drones trenches", "drone"),
        ("ASSAULT", "struck", "^jets deal", None),
        ("ASSAULT", "fired", "^helicopters rockets at", "aerial"),
        ("ASSAULT", "raked", "bus with gunfire", "firearms"),
        ("ASSAULT", "sprayed", "crowd with bullets", "firearms"),
        ("ASSAULT", "picked", "off demonstrators", "firearms"),
        ("ASSAULT", "picked", "off apples", None),
        ("ASSAULT", "charged", "^police marchers", "crowd-control"),
        ("ASSAULT", "charged", "^police marchers with rioting", None),
        ("ASSAULT", "lobbed", "grenades stun", "crowd-control"),
        ("ASSAULT", "drove", "truck into explosives-laden", "suicide-attack"),
        ("ASSAULT", "given", "shocks electric", "torture"),
        ("ASSAULT", "kept", "as slaves sex", "sexual"),
        ("ASSAULT", "detonated", "device", "explosives"),
        ("ASSAULT", "detonated", "device nuclear", None),
        ("ASSAULT", "knocked", "out power grid", None),
        ("COERCE", "recovered", "rifles from", "seize"),
        ("COERCE", "recovered", "bodies from", None),
        ("COERCE", "marched", "into town ^rebels", "seize"),
        ("COERCE", "marched", "into town ^pilgrims", None),
        ("COERCE", "ringed", "reservation ^police", "restrict"),
        ("COERCE", "ringed", "bell ^police", None),
        ("COERCE", "flew", "flag over rebel", "seize"),
        ("COERCE", "flew", "flag over their", None),
        ("COERCE", "invoked", "powers emergency", "martial-law"),
        ("COERCE", "invoked", "treaty", None),
        ("COERCE", "ordered", "residents to stay indoors", "curfew"),
        ("COERCE", "pulled", "plug on station", "censor"),
        ("COERCE", "stripped", "reporter of accreditation", "censor"),
        ("COERCE", "dumped", "migrants in desert", "deport"),
        ("COERCE", "dumped", "waste in desert", None),
        ("MOBILIZE", "edged", "closer ^warships", "troops"),
        ("MOBILIZE", "edged", "closer ^parties", None),
        ("MOBILIZE", "rumbled", "towards ^tanks", "troops"),
        ("MOBILIZE", "called", "out militia", "troops"),
        ("MOBILIZE", "called", "out constables", "police"),
        ("MOBILIZE", "appeared", "on streets ^tanks", "troops"),
        ("MOBILIZE", "appeared", "on streets ^posters", None),
        ("MOBILIZE", "faced", "off ^patrols", "troops"),
        ("MOBILIZE", "faced", "off ^candidates", None),
        ("PROTEST", "blocked", "road ^farmers", "obstruct"),
        ("PROTEST", "blocked", "road ^troops", None),
        ("PROTEST", "staged", "go-slow", "strike"),
        ("PROTEST", "jeered", "minister ^crowd", "demo"),
        ("RETREAT", "deserted", "^conscripts", "no mode"),
        ("RETREAT", "deserted", "^luck", None),
        ("RETREAT", "streamed", "out of ^soldiers", "withdraw"),
        ("RETREAT", "melted", "away into jungle ^guerrillas", "withdraw"),
        ("RETREAT", "melted", "away ^snow", None),
        ("RETREAT", "pulled", "out of village", "withdraw"),
        ("RETREAT", "pulled", "out of opec", None),
        ("SANCTION", "pulled", "out of opec", "withdraw"),
        ("SANCTION", "designated", "sponsor terrorism", "discontinue"),
        ("SANCTION", "cut", "off aid", "discontinue"),
        ("SANCTION", "cut", "off electricity", None),
        ("SANCTION", "jailed", "for treason", "convict"),
        ("CONCEDE", "scrapped", "levy ^cabinet", "no mode"),
        ("CONCEDE", "scrapped", "cars ^cabinet", None),
    ],
)
def test_verbs_of_force_and_of_giving_in(act: str, head: str, words: str, mode: str | None) -> None:
    assert told(act, head, words) == mode


@pytest.mark.parametrize(
    ("act", "head", "words", "mode"),
    [
        ("MOBILIZE", "standby", "on ^battalions", "troops"),
        ("MOBILIZE", "standby", "on ^surgeons", None),
        ("MOBILIZE", "duty", "on ^policemen", "police"),
        ("PROTEST", "go-slow", "", "strike"),
        ("ASSAULT", "expedition", "punitive against", "no mode"),
        ("ASSAULT", "expedition", "polar", None),
    ],
)
def test_nouns_of_force_and_of_standing_ready(
    act: str, head: str, words: str, mode: str | None
) -> None:
    assert told(act, head, words, "nouns") == mode


def test_what_a_state_takes_back_at_home_it_yields_to_its_own() -> None:
    (entry, *_) = (
        one
        for one in lexicons.load().verbs["eased"]
        if one.type == "CONCEDE" and one.matches(frozenset({"curfew"}))
    )
    assert "own" in entry.flags
