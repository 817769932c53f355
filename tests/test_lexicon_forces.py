"""The lexicon's words for what the armed enter, leave, take and strike, and for help and trade."""

from __future__ import annotations

import pytest
from entries import told
from trees import reading

from dateline import knowledge as world
from dateline.coding.triggers import possible_triggers
from dateline.tree import Tree


@pytest.mark.parametrize(
    ("act", "head", "words", "mode"),
    [
        ("MOBILIZE", "entered", "^battalion @place", "troops"),
        ("MOBILIZE", "entered", "^minister @place", None),
        ("MOBILIZE", "reached", "^flotilla gulf", "troops"),
        ("MOBILIZE", "reached", "^talks frontier", None),
        ("MOBILIZE", "left", "^corvette @place for strait", "troops"),
        ("MOBILIZE", "left", "^minister @place for talks", None),
        ("MOBILIZE", "flooded", "^police squares", "troops police"),
        ("MOBILIZE", "flooded", "^water squares", None),
        ("MOBILIZE", "put", "sentries guards along canal", "troops"),
        ("MOBILIZE", "put", "guards on trial", None),
        ("RETREAT", "left", "^rebels valley", "withdraw"),
        ("RETREAT", "left", "^rebels village bodies behind", None),
        ("RETREAT", "quit", "^garrison outpost", "withdraw"),
        ("RETREAT", "quit", "^premier", "resign"),
        ("RETREAT", "quit", "^premier talks", None),
        ("RETREAT", "walked", "free ^hostages", "release"),
        ("RETREAT", "quashed", "verdict his", "release"),
        ("RETREAT", "halted", "bombardment the", "ceasefire"),
        ("RETREAT", "ended", "^raid raid", None),
        ("RETREAT", "began", "^army truce", "ceasefire"),
        ("RETREAT", "began", "^truce truce", None),
        ("RETREAT", "crushed", "missiles", "disarm"),
        ("RETREAT", "crushed", "hopes", None),
        ("ASSAULT", "struck", "bridge", "no mode"),
        ("ASSAULT", "struck", "alliance", None),
        ("AGREE", "struck", "alliance", "no mode"),
        ("ASSAULT", "fought", "for control of", "no mode"),
        ("ASSAULT", "fought", "for independence", "no mode"),
        ("ASSAULT", "fought", "for group", None),
        ("ASSAULT", "fired", "bullets live", "firearms"),
        ("ASSAULT", "fired", "bullets rubber", "crowd-control"),
        ("COERCE", "forced", "plane to land", "seize"),
        ("COERCE", "forced", "minister to land", None),
        ("COERCE", "captured", "@place", "seize"),
        ("COERCE", "captured", "moment", None),
        ("COERCE", "suspended", "asylum claims", "restrict"),
        ("COERCE", "stops", "from migrants", "restrict"),
        ("COERCE", "stops", "from longer migrants", None),
        ("MOBILIZE", "remain", "soldiers would", "troops"),
        ("MOBILIZE", "remain", "soldiers", None),
        ("SANCTION", "tore", "up treaty", "no mode discontinue"),
        ("SANCTION", "tore", "up road", None),
        ("MOBILIZE", "sent", "in tanks", "troops"),
        ("MOBILIZE", "sent", "in applications", None),
        ("COOPERATE", "shared", "technology with", "no mode"),
        ("COOPERATE", "shared", "meal with", None),
        ("COERCE", "displaced", "villagers", "deport"),
        ("COERCE", "displaced", "villagers floods", None),
        ("COERCE", "put", "down protests", "no mode"),
        ("COERCE", "put", "down foundations", None),
        ("CONCEDE", "said", "will longer =stop", "no mode"),
        ("CONCEDE", "gave", "in to strikers", "no mode"),
        ("CONCEDE", "gave", "in ^minister", "no mode"),
        ("CONCEDE", "gave", "interview in ^minister", None),
        ("PROTEST", "sat", "in road", "demo obstruct"),
        ("PROTEST", "sat", "in jail", None),
        ("AID", "dropped", "weapons to", "no mode"),
        ("AID", "dropped", "weapons", None),
        ("AID", "opened", "border to those", "no mode"),
        ("AID", "reached", "^convoy @place", "no mode"),
        ("AID", "reached", "^convoy agreement camp", None),
        ("AID", "landed", "^plane tents", "no mode"),
        ("AID", "landed", "^plane", None),
        ("AID", "freed", "^commandos sailors", "no mode"),
        ("AID", "freed", "^judge sailors", None),
        ("AID", "treated", "^surgeons villagers", "no mode"),
        ("AID", "treated", "patients", "no mode"),
        ("AID", "treated", "fairly villagers", None),
        ("AID", "admitted", "refugees", "no mode"),
        ("AID", "admitted", "guilt refugees", None),
        ("COOPERATE", "sold", "army locomotives", "no mode"),
        ("COOPERATE", "sold", "newspapers", None),
        ("COOPERATE", "hand", "over banker wanted man", "no mode"),
        ("COOPERATE", "hand", "over man keys", None),
        ("ASSAULT", "seized", "^bandits teachers", "abduct"),
        ("ASSAULT", "seized", "^bandits power teachers", None),
        ("ASSAULT", "seized", "^police teachers", None),
        ("ASSAULT", "advanced", "^columns beyond river", "no mode"),
        ("ASSAULT", "advanced", "^talks beyond formalities", None),
        ("ASSAULT", "planted", "charge under bridge", "explosives"),
        ("ASSAULT", "planted", "trees under bridge", None),
        ("ASSAULT", "burnt", "granaries", "destroy"),
        ("ASSAULT", "burnt", "flags outside embassy", None),
        ("ASSAULT", "fell", "bombs on market", "heavy-weapons"),
        ("ASSAULT", "fell", "prices on market", None),
    ],
)
def test_who_acts_and_on_what_tells_the_act(
    act: str, head: str, words: str, mode: str | None
) -> None:
    found = told(act, head, words)
    assert found == mode or (mode is not None and found in mode.split())


@pytest.mark.parametrize("noun", ["war", "conflict", "hostilities", "poisoning"])
def test_whoever_stands_near_a_war_or_a_poisoning_did_not_do_it(noun: str) -> None:
    found = possible_triggers(Tree(reading(f"{noun}/NOUN/0/root")), world.load().lexicon)
    (trigger,) = [one for one in found if one.type == "ASSAULT"]
    assert "actor-told" in trigger.flags


@pytest.mark.parametrize(
    ("rows", "act", "actor", "recipient"),
    [
        (
            "hostages/NOUN/2/nsubj came/VERB/0/root home/ADV/2/advmod ./PUNCT/2/punct",
            "RETREAT",
            ("by",),
            ("subject",),
        ),
        (
            "rebels/NOUN/2/nsubj received/VERB/0/root training/NOUN/2/obj in/ADP/5/case "
            "Syria/PROPN/2/obl",
            "AID",
            ("from", "by", "in"),
            ("subject",),
        ),
        (
            "militia/NOUN/2/nsubj lost/VERB/0/root nine/NUM/4/nummod men/NOUN/2/obj",
            "ASSAULT",
            ("by", "to"),
            ("subject",),
        ),
    ],
)
def test_who_is_freed_or_helped_or_struck_may_be_the_subject(
    rows: str, act: str, actor: tuple[str, ...], recipient: tuple[str, ...]
) -> None:
    found = possible_triggers(Tree(reading(rows)), world.load().lexicon)
    (trigger,) = [one for one in found if one.type == act]
    assert (trigger.actor_slots, trigger.recipient_slots) == (actor, recipient)
