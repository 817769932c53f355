"""Who says what, over hand-made trees."""

from __future__ import annotations

import pytest
from statements_told import told
from trees import reading

from dateline.attribution import attribute
from dateline.knowledge import Knowledge
from dateline.records import Stance, StatementKind


def test_a_clause_after_a_cue_is_its_content(knowledge: Knowledge) -> None:
    rows = (
        "Ukraine/PROPN/2/nsubj said/VERB/0/root that/SCONJ/5/mark Russia/PROPN/5/nsubj "
        "attacked/VERB/2/ccomp ./PUNCT/2/punct"
    )
    ((source, content, one),) = told(knowledge, rows)
    assert (source, content) == ("Ukraine", "Russia attacked")
    assert (one.kind, one.stance) == (StatementKind.INDIRECT, Stance.ASSERTS)


def test_a_quotation_before_its_cue(knowledge: Knowledge) -> None:
    rows = (
        "“/PUNCT/4/punct Russia/PROPN/4/nsubj has/AUX/4/aux attacked/VERB/7/ccomp "
        ",/PUNCT/7/punct ”/PUNCT/7/punct said/VERB/0/root Ukraine/PROPN/7/nsubj "
        "./PUNCT/7/punct"
    )
    ((source, content, one),) = told(knowledge, rows)
    assert source == "Ukraine"
    assert content.startswith("Russia has attacked")
    assert one.kind is StatementKind.DIRECT


def test_according_to(knowledge: Knowledge) -> None:
    rows = (
        "According/ADP/3/case to/ADP/1/fixed Russia/PROPN/6/obl ,/PUNCT/3/punct "
        "Ukraine/PROPN/6/nsubj attacked/VERB/0/root ./PUNCT/6/punct"
    )
    ((source, content, _),) = told(knowledge, rows)
    assert (source, content) == ("Russia", "Ukraine attacked")


def test_a_hedge_has_no_source(knowledge: Knowledge) -> None:
    rows = "Rebels/NOUN/3/nsubj reportedly/ADV/3/advmod attacked/VERB/0/root ./PUNCT/3/punct"
    ((source, _, one),) = told(knowledge, rows)
    assert (source, one.source_head) == ("", None)


def test_who_is_accused_by_nobody_named(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/3/nsubj:pass was/AUX/3/aux:pass accused/VERB/0/root of/SCONJ/5/mark "
        "bombing/VERB/3/advcl rebels/NOUN/5/obj ./PUNCT/3/punct"
    )
    ((source, content, _),) = told(knowledge, rows)
    assert source == ""
    assert "bombing rebels" in content


def test_the_accused_does_not_accuse(knowledge: Knowledge) -> None:
    rows = (
        "Troops/NOUN/9/nsubj ,/PUNCT/5/punct which/PRON/5/nsubj:pass are/AUX/5/aux:pass "
        "accused/VERB/1/acl:relcl of/SCONJ/7/mark attacking/VERB/5/advcl Syria/PROPN/7/obj "
        "left/VERB/0/root ./PUNCT/9/punct"
    )
    assert {source for source, _, _ in told(knowledge, rows)} == {""}


def test_sources_nest(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj said/VERB/0/root that/SCONJ/5/mark Russia/PROPN/5/nsubj "
        "reported/VERB/2/ccomp that/SCONJ/8/mark Turkey/PROPN/8/nsubj attacked/VERB/5/ccomp "
        "./PUNCT/2/punct"
    )
    made = reading(rows)
    statements = attribute(made, knowledge)
    inner = next(s for s in statements if made.text_of(s.content) == "Turkey attacked")
    assert inner.parent is not None
    outer = statements[inner.parent]
    assert outer.source is not None
    assert made.text_of(outer.source) == "Iran"


def test_what_is_demanded_is_not_told(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj urged/VERB/0/root Russia/PROPN/2/obj to/PART/5/mark "
        "withdraw/VERB/2/xcomp ./PUNCT/2/punct"
    )
    assert told(knowledge, rows) == []


@pytest.mark.parametrize(("verb", "speaks"), [("reported", True), ("continued", False)])
def test_as_makes_a_speaker_only_of_verbs_of_reporting(
    verb: str, speaks: bool, knowledge: Knowledge
) -> None:
    rows = (
        f"As/SCONJ/3/mark France/PROPN/3/nsubj {verb}/VERB/6/advcl ,/PUNCT/6/punct "
        "Russia/PROPN/6/nsubj attacked/VERB/0/root ./PUNCT/6/punct"
    )
    assert bool(told(knowledge, rows)) is speaks


def test_who_claims_what_a_participle_hangs_on_tells_it(knowledge: Knowledge) -> None:
    rows = (
        "An/DET/2/det attack/NOUN/6/nsubj {}/VERB/2/acl by/ADP/5/case Hamas/PROPN/3/obl:agent "
        "hurt/VERB/0/root him/PRON/6/obj ./PUNCT/6/punct"
    )
    assert ("Hamas", "An attack") in [one[:2] for one in told(knowledge, rows.format("claimed"))]
    assert told(knowledge, rows.format("launched")) == []


def test_who_judges_an_act_does_not_tell_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj described/VERB/0/root the/DET/4/det raid/NOUN/2/obj {}/ADP/7/case "
        "a/DET/7/det night/NOUN/2/obl"
    )
    assert told(knowledge, rows.format("as")) == []
    assert [content for _, content, _ in told(knowledge, rows.format("on"))] != []


@pytest.mark.parametrize(
    ("cited", "sources"),
    [
        ("bias/NOUN", []),
        ("officials/NOUN", []),
        ("Ukraine/PROPN", ["Ukraine"]),
        ("sources/NOUN", ["sources"]),
    ],
)
def test_a_reason_that_is_cited_is_no_source(
    knowledge: Knowledge, cited: str, sources: list[str]
) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/0/root Syria/PROPN/2/obj citing/VERB/2/advcl "
        f"{cited}/4/obj"
    )
    assert [source for source, _, _ in told(knowledge, rows)] == sources


def test_whom_a_speaker_cites_tells_what_he_says(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/4/ccomp Iran/PROPN/4/nsubj said/VERB/0/root "
        "citing/VERB/4/advcl officials/NOUN/5/obj"
    )
    outer, inner = told(knowledge, rows)
    assert [outer[:2], inner[:2]] == [("Iran", "Russia attacked"), ("officials", "Russia attacked")]
    assert (outer[2].parent, inner[2].parent) == (None, 0)


@pytest.mark.parametrize(
    ("owner", "sources"), [("Old/ADJ/2/amod", []), ("Syrian/PROPN/2/amod", ["Syrian footage"])]
)
def test_pictures_that_are_nobodys_are_seen_by_the_report(
    knowledge: Knowledge, owner: str, sources: list[str]
) -> None:
    rows = (
        f"{owner} footage/NOUN/3/nsubj showed/VERB/0/root Russia/PROPN/5/nsubj "
        "attacking/VERB/3/ccomp"
    )
    assert [source for source, _, _ in told(knowledge, rows)] == sources


@pytest.mark.parametrize(
    ("clause", "known"),
    [
        pytest.param("taken/VERB/1/acl in/ADP/4/case Syria/PROPN/2/obl", True, id="where-taken"),
        pytest.param("posted/VERB/1/acl by/ADP/4/case rebels/NOUN/2/obl", False, id="by-whom"),
        pytest.param(
            "shared/VERB/1/acl widely/ADV/2/advmod online/ADV/2/advmod", False, id="shown"
        ),
    ],
)
def test_pictures_are_somebodys_who_shows_them_and_not_by_where_they_were_taken(
    knowledge: Knowledge, clause: str, known: bool
) -> None:
    rows = (
        f"Pictures/NOUN/5/nsubj {clause} showed/VERB/0/root Russia/PROPN/7/nsubj "
        "attacking/VERB/5/ccomp"
    )
    assert (told(knowledge, rows) == []) is known


def test_what_is_known_to_be_so_is_no_hearsay(knowledge: Knowledge) -> None:
    rows = (
        "Men/NOUN/3/nsubj:pass are/AUX/3/aux:pass {}/VERB/0/root to/PART/6/mark be/AUX/6/aux:pass "
        "held/VERB/3/xcomp"
    )
    assert len(told(knowledge, rows.format("believed"))) == 1
    assert told(knowledge, rows.format("known")) == []


@pytest.mark.parametrize(
    ("noun", "verb", "source"),
    [
        pytest.param("a/DET/4/det claim/NOUN/2/obj", "made", "Iran", id="maker"),
        pytest.param("a/DET/4/det claim/NOUN/2/obj", "heard", "", id="hearer"),
        pytest.param("Iraqi/PROPN/4/compound claims/NOUN/2/obj", "heard", "Iraqi", id="owner"),
        pytest.param("fresh/ADJ/4/amod claims/NOUN/2/obj", "heard", "", id="kind"),
    ],
)
def test_a_claim_is_told_by_its_owner_or_maker(
    knowledge: Knowledge, noun: str, verb: str, source: str
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj {verb}/VERB/0/root {noun} that/SCONJ/7/mark Russia/PROPN/7/nsubj "
        "attacked/VERB/4/acl"
    )
    assert [one[:2] for one in told(knowledge, rows) if one[1] == "Russia attacked"] == [
        (source, "Russia attacked")
    ]


def test_according_to_a_report_whose_author_is_told(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/0/root according/VERB/5/case to/ADP/3/fixed "
        "reports/NOUN/2/obl {}/ADP/7/case Iran/PROPN/5/nmod"
    )
    assert [source for source, _, _ in told(knowledge, rows.format("by"))] == ["Iran"]
    assert [source for source, _, _ in told(knowledge, rows.format("in"))] == [""]


def test_what_is_set_against_a_speaker_is_not_his(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/0/root Iran/PROPN/4/nsubj said/VERB/2/parataxis "
        "{}/CCONJ/7/cc Syria/PROPN/7/nsubj fled/VERB/2/conj"
    )
    assert [content for _, content, _ in told(knowledge, rows.format("but"))] == ["Russia attacked"]
    assert len(told(knowledge, rows.format("and"))) == 2


def test_a_hedge_does_not_cover_what_came_before(knowledge: Knowledge) -> None:
    rows = (
        "A/DET/2/det leader/NOUN/7/nsubj arrested/VERB/2/acl in/ADP/5/case Spain/PROPN/3/obl "
        "allegedly/ADV/7/advmod planned/VERB/0/root an/DET/9/det attack/NOUN/7/obj "
        "./PUNCT/7/punct"
    )
    contents = [content for _, content, _ in told(knowledge, rows)]
    assert any("attack" in content for content in contents)
    assert all("arrested" not in content for content in contents)


def test_a_clause_behind_a_semicolon_tells_nothing_of_what_came_before(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/0/root Syria/PROPN/2/obj ;/PUNCT/6/punct "
        "Iran/PROPN/6/nsubj responded/VERB/2/parataxis"
    )
    assert told(knowledge, rows) == []
    assert told(knowledge, rows.replace(";/", ",/"))


@pytest.mark.parametrize(
    ("noun", "comma", "source"),
    [
        ("count", ",", "Iran"),
        ("count", "down", None),  # not set apart
        ("raid", ",", None),
    ],
)
def test_by_whose_account_it_is_told(
    knowledge: Knowledge, noun: str, comma: str, source: str | None
) -> None:
    rows = (
        f"Russia/PROPN/2/nsubj fell/VERB/0/root {comma}/ADV/2/advmod by/ADP/7/case "
        f"Iran/PROPN/7/nmod:poss own/ADJ/7/amod {noun}/NOUN/2/obl"
    )
    assert next((who for who, _, _ in told(knowledge, rows)), None) == source


def test_data_of_somebody_are_his_word(knowledge: Knowledge) -> None:
    rows = (
        "By/ADP/2/case data/NOUN/8/obl of/ADP/4/case Iran/PROPN/2/nmod ,/PUNCT/2/punct "
        "Syrians/PROPN/8/nsubj:pass were/AUX/8/aux:pass killed/VERB/0/root ./PUNCT/8/punct"
    )
    ((source, content, _),) = told(knowledge, rows)
    assert (source, content) == ("Iran", "Syrians were killed")
