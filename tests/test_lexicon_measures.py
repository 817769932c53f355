"""The lexicon's words for what is seized, barred, withheld, cut and dismissed."""

from __future__ import annotations

import pytest
from trees import reading

from dateline import knowledge as world
from dateline.coding.triggers import possible_triggers
from dateline.knowledge import lexicon as lexicons
from dateline.tree import Tree


def mode_of(act: str, head: str, words: str) -> str | None:
    """The mode of the first entry of a type that a verb and the words near it complete."""
    verbs, near = lexicons.load().verbs.get(head, ()), frozenset(words.split())
    fits = (p for p in verbs if p.type == act and p.matches(near) and "negated" not in p.flags)
    first = next(fits, None)
    return first and first.mode


@pytest.mark.parametrize(
    ("head", "words", "mode"),
    [
        ("taken", "away by gendarmes four youths", "arrest"),
        ("taken", "away their rights", None),
        ("taken", "away ambulances wounded", None),
        ("led", "away marchers", "arrest"),
        ("leads", "away path from war", None),
        ("held", "for nights two guards", "arrest"),
        ("held", "for days two talks", None),
        ("held", "in barracks sailors at", "arrest"),
        ("held", "at headquarters a conference", None),
        ("picked", "up by police editor", "arrest"),
        ("picked", "up two awards", None),
        ("caught", "with rifles herders", "arrest"),
        ("caught", "by surprise army", None),
        ("put", "under guard sheikh", "arrest"),
        ("took", "rifles off villagers", "seize"),
        ("took", "photographs of rifles", None),
        ("carried", "off cattle", "seize"),
        ("took", "power in", "seize"),
        ("took", "power after election", None),
        ("took", "fort the", "seize"),
        ("took", "part in village", None),
        ("took", "without a fight pass", "seize"),
        ("towed", "trawler into port", "seize"),
        ("towed", "trawler disabled", None),
        ("searched", "monastery the", "restrict"),
        ("searched", "building rubble", None),
        ("stopped", "at roadblock bishop", "restrict"),
        ("closed", "frontier the", "restrict"),
        ("closed", "market strike", None),
        ("turned", "back traders forty", "restrict"),
        ("turned", "backs traders their", None),
        ("refused", "landing permission", "restrict"),
        ("disarmed", "battalion by rebels", "seize"),
        ("disarmed", "rebels under agreement", None),
        ("declared", "valley closed", "restrict"),
        ("stripped", "province of autonomy", "restrict"),
        ("halted", "convoy the", "restrict"),
        ("pushed", "back over river families", "deport"),
        ("pushed", "back over river army", None),
        ("put", "on plane traders", "deport"),
        ("drove", "farmers out", "deport"),
        ("decreed", "state of exception", "martial-law"),
        ("decreed", "curfew nightly", "curfew"),
        ("jammed", "navigation satellite", "censor"),
        ("withheld", "passports their", "withhold"),
        ("hijacked", "account the", "cyber"),
    ],
)
def test_words_tell_that_something_is_taken_or_barred(
    head: str, words: str, mode: str | None
) -> None:
    assert mode_of("COERCE", head, words) == mode


@pytest.mark.parametrize(
    ("head", "words", "mode"),
    [
        ("suspended", "republic the", "discontinue"),
        ("suspended", "sentence a", None),
        ("suspended", "hotline between armies", "discontinue"),
        ("suspended", "constable the", "expel"),
        ("cut", "contribution its", "discontinue"),
        ("cut", "corners", None),
        ("froze", "loan a", "discontinue"),
        ("held", "up shipment arms", "discontinue"),
        ("paused", "deliveries", "discontinue"),
        ("barred", "import of wine", "discontinue"),
        ("switched", "recognition from to", "discontinue"),
        ("expelled", "attachés two", "expel"),
        ("threw", "out envoy", "expel"),
        ("threw", "out proposal envoy", None),
        ("told", "to leave envoy", "expel"),
        ("ordered", "out of country two", "expel"),
        ("dismissed", "him by decree", "expel"),
        ("dismissed", "him as liar", None),
        ("fired", "teachers forty", "expel"),
        ("fired", "teachers at rockets", None),
        ("carried", "motion no-confidence", "expel"),
        ("called", "consul home", "withdraw"),
        ("called", "fans home", None),
        ("recalled", "for consultations", "withdraw"),
        ("left", "coalition", "withdraw"),
        ("left", "corridor coalition troops", None),
        ("condemned", "to ten years prison", "convict"),
        ("condemned", "shelling", None),
        ("held", "minister in contempt", "convict"),
    ],
)
def test_words_tell_that_something_is_cut_or_somebody_dismissed(
    head: str, words: str, mode: str | None
) -> None:
    assert mode_of("SANCTION", head, words) == mode


@pytest.mark.parametrize(
    ("rows", "actor", "recipient"),
    [
        ("rebels/NOUN/2/obl lost/VERB/0/root town/NOUN/2/obj to/ADP/1/case", ("to",), ("subject",)),
        (
            "took/VERB/0/root rifles/NOUN/1/obj off/ADP/4/case villagers/NOUN/1/obl",
            ("subject",),
            ("from", "off"),
        ),
        (
            "recalled/VERB/0/root consul/NOUN/1/obj home/ADV/1/advmod from/ADP/5/case "
            "Rome/PROPN/1/obl",
            ("subject",),
            ("from", "in", "to", "with"),
        ),
    ],
)
def test_the_parties_stand_where_the_frame_has_them(
    rows: str, actor: tuple[str, ...], recipient: tuple[str, ...]
) -> None:
    found = possible_triggers(Tree(reading(rows)), world.load().lexicon)
    (trigger,) = [one for one in found if one.type in ("COERCE", "SANCTION")]
    assert (trigger.actor_slots, trigger.recipient_slots) == (actor, recipient)
