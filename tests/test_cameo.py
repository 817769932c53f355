"""CAMEO beside PLOVER: what each act becomes, and what CAMEO cannot say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from handmade import denied_attack
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from dateline.cli.ontology import ontology as command
from dateline.knowledge import cameo as cameos
from dateline.knowledge import crosswalk as crosswalks
from dateline.knowledge import ontology as ontologies
from dateline.knowledge.crosswalk import Vocabulary, written
from dateline.records import Event, Modality, Party, Polarity, Span, Stance, Voice

CAMEO = cameos.load()
CROSSWALK = crosswalks.load()
TYPES = ontologies.load().types
PAIRS = [(act.name, mode) for act in TYPES.values() for mode in (None, *act.modes)]
run = CliRunner()


def event(act: str, mode: str | None, evidence: str, trigger: str, **changes: Any) -> Event:
    """An act of France against Chad, asserted by the report itself."""
    begin = evidence.index(trigger)
    fields: dict[str, Any] = {
        "type": act,
        "mode": mode,
        "actors": (Party(text="France", span=None, code="FRA", sector="GOV"),),
        "recipients": (Party(text="Chad", span=None, code="TCD", sector="GOV"),),
        "voice": (),
        "stance": Stance.ASSERTS,
        "trigger": trigger,
        "trigger_span": Span(100 + begin, 100 + begin + len(trigger)),
        "evidence": evidence,
        "evidence_span": Span(100, 100 + len(evidence)),
    }
    return denied_attack(**{**fields, **changes})


def code(act: str, mode: str | None, evidence: str, trigger: str, **changes: Any) -> str | None:
    return CAMEO.of_event(event(act, mode, evidence, trigger, **changes))


def test_the_data_has_twenty_roots_with_quad_class_and_score() -> None:
    assert list(CAMEO.roots) == [f"{number:02}" for number in range(1, 21)]
    assert [root.quad for root in CAMEO.roots.values()] == [1] * 5 + [2] * 4 + [3] * 4 + [4] * 7
    scores = [CAMEO.goldstein(known) for known in (*CAMEO.roots, *CAMEO.codes)]
    assert min(scores) == -10 and max(scores) <= 10
    assert (CAMEO.goldstein("19"), CAMEO.goldstein("057")) == (-10, 8)


@pytest.mark.parametrize(("act", "mode"), PAIRS)
def test_every_type_and_mode_has_a_code_that_leads_back_to_it(act: str, mode: str | None) -> None:
    found = CAMEO.code(act, mode)
    back = CAMEO.types(found)
    assert act in {name for name, _ in back}
    if CAMEO.row(act, mode).match == "exact" and mode and len(found) > 2:
        assert (act, mode) in back


@pytest.mark.parametrize(("act", "mode"), PAIRS)
def test_plans_become_intents_or_threats_or_stay(act: str, mode: str | None) -> None:
    plan = CAMEO.row(act, mode, planned=True).cameo
    assert plan[:2] in ("03", "13") or plan == CAMEO.code(act, mode)


def test_mode_settles_the_sub_code() -> None:
    assert code("ASSAULT", "drone", "France struck a camp.", "struck") == "1952"
    assert code("COERCE", "curfew", "France imposed a curfew.", "curfew") == "1723"
    assert code("SANCTION", "convict", "France convicted a rebel.", "convicted") == "116"


def test_words_settle_what_the_mode_leaves_open() -> None:
    assert code("REQUEST", "yield", "France urged Chad to stop.", "urged") == "025"
    assert code("REQUEST", "yield", "France demanded that Chad stop.", "demanded") == "105"
    assert code("AID", None, "France sent two tonnes of medicine.", "sent") == "073"
    assert code("AID", None, "France sent Chad new tanks.", "sent") == "072"
    assert code("SUPPORT", None, "France ratified the accord.", "ratified") == "057"
    assert code("SUPPORT", None, "France backed Chad.", "backed") == "05"
    assert (
        code("SANCTION", "discontinue", "France imposed new economic sanctions.", "imposed")
        == "163"
    )


def test_words_before_the_act_or_far_from_it_settle_nothing() -> None:
    before = "After the tanks came France helped Chad."
    far = "France helped Chad to mend the long road for its tanks."
    assert code("AID", None, before, "helped") == code("AID", None, far, "helped") == "07"


def test_sectors_part_assault_from_fight() -> None:
    def by(sector: str) -> str | None:
        actors = (Party(text="", span=None, code="FRA", sector=sector),)
        return code("ASSAULT", None, "They attacked it.", "attacked", actors=actors)

    assert (by("MIL"), by("REB"), by("UAF"), by("COP")) == ("19", "19", "18", "175")


def test_what_is_planned_is_an_intent_or_a_threat() -> None:
    planned = {"modality": Modality.PLANNED}
    assert code("CONSULT", "visit", "France will visit Chad.", "visit", **planned) == "036"
    assert code("ASSAULT", None, "France will attack Chad.", "attack", **planned) == "138"
    assert code("REQUEST", "meet", "France will call for talks.", "call for", **planned) == "026"


def test_cameo_has_no_code_for_what_did_not_happen_or_only_may() -> None:
    assert code("ASSAULT", None, "A hit B.", "hit", modality=Modality.HYPOTHETICAL) is None
    assert code("ASSAULT", None, "A hit B.", "hit", polarity=Polarity.NEGATIVE) is None


def test_a_denial_is_coded_only_where_the_accused_denies() -> None:
    assert CAMEO.of_event(denied_attack()) == "016"
    other = (Voice(text="Georgia", span=None, code="GEO"),)
    assert CAMEO.of_event(denied_attack(voice=other)) is None
    doubted = denied_attack(stance=Stance.DOUBTS)
    assert CAMEO.of_event(doubted) == "19"


@settings(max_examples=50)
@given(act=st.sampled_from(PAIRS), text=st.text(), planned=st.booleans(), sector=st.text())
def test_any_words_lead_to_a_known_code(
    act: tuple[str, str | None], text: str, planned: bool, sector: str
) -> None:
    row = CAMEO.row(*act, planned=planned, trigger=text, following=text, sectors=[sector])
    assert row.cameo in {*CAMEO.roots, *CAMEO.codes}
    assert row.match in cameos.MATCHES


def test_conversion_in_every_direction() -> None:
    assert CROSSWALK.convert("REQUEST-yield") == ("025", "105")
    assert CROSSWALK.convert("request/yield", Vocabulary.QUAD) == ("verbal-conflict",)
    assert CROSSWALK.convert("REQUEST", Vocabulary.PLOVER) == ("REQUEST",)
    assert CROSSWALK.convert("0256") == ("REQUEST-yield",), "a code unknown to the table"
    assert CROSSWALK.convert("0256", Vocabulary.CAMEO) == ("02",)
    assert CROSSWALK.convert("195", Vocabulary.QUAD) == ("material-conflict",)
    assert CROSSWALK.convert("4") == CROSSWALK.convert("Material-Conflict")
    assert CROSSWALK.convert("2", Vocabulary.CAMEO) == ("06", "07", "08", "09")
    assert CROSSWALK.convert("2", Vocabulary.QUAD) == ("material-cooperation",)
    assert CROSSWALK.convert("016") == ()


@pytest.mark.parametrize(
    "name", ["", "0", "5", "00", "21", "99", "19999", "HUG", "ASSAULT-hug", "A-", "²", "-"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(LookupError):
        CROSSWALK.convert(name)


@pytest.mark.parametrize(("act", "mode"), PAIRS[::4])
def test_types_and_modes_can_be_shown(act: str, mode: str | None) -> None:
    shown = run.invoke(command, ["show", written(act, mode)])
    assert shown.exit_code == 0, shown.output
    assert TYPES[act].description[:20] in shown.output
    assert CAMEO.code(act, mode) in shown.output


def test_list_names_all() -> None:
    modes = run.invoke(command, ["list"]).output
    assert all(act in modes for act in TYPES) and "suicide-attack" in modes
    assert "suicide-attack" not in run.invoke(command, ["list", "--what", "types"]).output
    assert "Exhibit force posture" in run.invoke(command, ["list", "--what", "cameo"]).output


def test_show_codes_and_quad_classes() -> None:
    shown = run.invoke(command, ["show", "195"]).output
    assert "Goldstein -10" in shown and "ASSAULT-aerial" in shown
    assert "a voice" in run.invoke(command, ["show", "016"]).output
    assert "PROTEST" in run.invoke(command, ["show", "4"]).output
    missing = run.invoke(command, ["show", "HUG"])
    assert missing.exit_code == 1 and "HUG" in missing.output


def test_convert_goes_on_after_an_unknown_name() -> None:
    answer = run.invoke(command, ["convert", "HUG", "0871", "--to", "plover"])
    assert answer.exit_code == 1
    assert answer.stdout == "0871\tRETREAT-ceasefire CONCEDE\n"
    assert "HUG" in answer.stderr


def test_convert_reads_standard_input() -> None:
    answer = run.invoke(command, ["convert"], input="AGREE\n\n 19 \n")
    assert (answer.exit_code, answer.stdout) == (0, "AGREE\t03\n19\tASSAULT\n")


def test_the_page_tells_the_code_of_every_type() -> None:
    page = (Path(__file__).parent.parent / "docs" / "ontology.md").read_text(encoding="utf-8")
    for act in TYPES.values():
        assert f"| {act.name} | {act.quad} | {CAMEO.code(act.name)} |" in page
