"""Who says what, over hand-made trees; and quotation marks."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.attribution import attribute
from dateline.knowledge import Knowledge
from dateline.marks import quotations
from dateline.records import NameKind, Stance, Statement, StatementKind
from tests.trees import reading


def told(knowledge: Knowledge, rows: str) -> list[tuple[str, str, Statement]]:
    made = reading(rows)
    return [
        ("" if one.source is None else made.text_of(one.source), made.text_of(one.content), one)
        for one in attribute(made, knowledge)
    ]


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


def test_what_a_denial_comes_after_is_not_denied(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj denied/VERB/0/root shelling/VERB/2/xcomp towns/NOUN/3/obj "
        "{}/SCONJ/7/mark Iraq/PROPN/7/nsubj fled/VERB/2/advcl ./PUNCT/2/punct"
    )
    assert [content for _, content, _ in told(knowledge, rows.format("after"))] == [
        "shelling towns"
    ]
    assert len(told(knowledge, rows.format("that"))) == 2


@pytest.mark.parametrize(("thing", "denied"), [("request", []), ("report", ["report of talks"])])
def test_what_was_asked_is_refused_and_not_denied(
    knowledge: Knowledge, thing: str, denied: list[str]
) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj rejected/VERB/0/root {thing}/NOUN/2/obj "
        "{}/ADP/5/case talks/NOUN/3/nmod"
    )
    assert [content for _, content, _ in told(knowledge, rows.format("of"))] == denied


def test_what_a_denial_is_accompanied_by_is_not_denied(knowledge: Knowledge) -> None:
    rows = "Iran/PROPN/2/nsubj denied/VERB/0/root {}shelling/VERB/2/advcl Russia/PROPN/{}/obj"
    beside = told(knowledge, rows.format("this/PRON/2/obj ", 4))
    assert [content for _, content, _ in beside] == ["this"]
    assert [content for _, content, _ in told(knowledge, rows.format("", 3))] == ["shelling Russia"]


def test_denial_and_doubt_show_in_the_stance(knowledge: Knowledge) -> None:
    rows = "Iran/PROPN/2/nsubj {}/VERB/0/root the/DET/4/det attack/NOUN/2/obj ./PUNCT/2/punct"
    assert [s.stance for _, _, s in told(knowledge, rows.format("denied"))] == [Stance.DENIES]
    assert [s.stance for _, _, s in told(knowledge, rows.format("rejects"))] == [Stance.DENIES]
    assert [s.stance for _, _, s in told(knowledge, rows.format("disputed"))] == [Stance.DOUBTS]


def test_what_is_not_confirmed_is_in_doubt(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod confirm/VERB/0/root "
        "that/SCONJ/7/mark Israel/PROPN/7/nsubj attacked/VERB/4/ccomp ./PUNCT/4/punct"
    )
    ((_, _, one),) = told(knowledge, rows)
    assert one.stance is Stance.DOUBTS


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


def test_the_agency_that_opens_a_report_speaks_behind_its_dateline(knowledge: Knowledge) -> None:
    rows = (
        "KABUL/PROPN/0/root -/PUNCT/1/punct\n"
        "Reuters/PROPN/3/nsubj Monday/PROPN/1/nmod reported/VERB/0/root Russia/PROPN/5/nsubj "
        "attacked/VERB/3/ccomp Syria/PROPN/5/obj ./PUNCT/3/punct"
    )
    made = reading(rows)
    day = msgspec.structs.replace(made.names[2], kind=NameKind.DATE)
    dated = msgspec.structs.replace(made, names=(*made.names[:2], day, *made.names[3:]))
    assert len(attribute(dated, knowledge)) == 1
    opened = msgspec.structs.replace(made.report, dateline=made.sentences[0].span)
    assert attribute(msgspec.structs.replace(dated, report=opened), knowledge) == ()


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


RELEASE = """
    Minister/NOUN/6/nsubj for/ADP/3/case Trade/PROPN/1/nmod ,/PUNCT/1/punct Lee/PROPN/6/nsubj \
said/VERB/0/root :/PUNCT/6/punct

    We/PRON/2/nsubj condemn/VERB/0/root the/DET/5/det “/PUNCT/5/punct war/NOUN/2/obj \
”/PUNCT/5/punct ./PUNCT/2/punct

    Russia/PROPN/2/nsubj attacked/VERB/0/root ./PUNCT/2/punct
"""


def test_what_stands_behind_said_in_a_release_is_told(knowledge: Knowledge) -> None:
    ((source, content, one),) = told(knowledge, RELEASE)
    assert (source, one.kind) == ("Lee", StatementKind.DIRECT)
    assert content.startswith("We condemn") and content.endswith("Russia attacked.")


def test_marked_words_end_what_stands_unmarked(knowledge: Knowledge) -> None:
    more = (
        RELEASE
        + """
    “/PUNCT/3/punct We/PRON/3/nsubj saw/VERB/0/root it/PRON/3/obj here/ADV/3/advmod \
”/PUNCT/3/punct ./PUNCT/3/punct
"""
    )
    (first, *_) = told(knowledge, more)
    assert first[1].endswith("war”.")


def test_small_letters_behind_a_colon_open_no_speech(knowledge: Knowledge) -> None:
    rows = (
        "He/PRON/2/nsubj explained/VERB/0/root it/PRON/2/obj :/PUNCT/2/punct the/DET/6/det "
        "war/NOUN/7/nsubj ended/VERB/2/parataxis ./PUNCT/2/punct\n"
        "Russia/PROPN/2/nsubj attacked/VERB/0/root ./PUNCT/2/punct"
    )
    assert all("attacked" not in content for _, content, _ in told(knowledge, rows))


@pytest.mark.parametrize(("verb", "speaks"), [("reported", True), ("continued", False)])
def test_as_makes_a_speaker_only_of_verbs_of_reporting(
    verb: str, speaks: bool, knowledge: Knowledge
) -> None:
    rows = (
        f"As/SCONJ/3/mark France/PROPN/3/nsubj {verb}/VERB/6/advcl ,/PUNCT/6/punct "
        "Russia/PROPN/6/nsubj attacked/VERB/0/root ./PUNCT/6/punct"
    )
    assert bool(told(knowledge, rows)) is speaks


def test_who_turns_down_a_person_denies_nothing_told_of_him(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj rejected/VERB/0/root the/DET/4/det general/NOUN/2/obj who/PRON/6/nsubj "
        "ordered/VERB/4/acl:relcl the/DET/8/det attack/NOUN/6/obj ./PUNCT/2/punct"
    )
    assert all("attack" not in content for _, content, _ in told(knowledge, rows))


def test_who_claims_what_a_participle_hangs_on_tells_it(knowledge: Knowledge) -> None:
    rows = (
        "An/DET/2/det attack/NOUN/6/nsubj {}/VERB/2/acl by/ADP/5/case Hamas/PROPN/3/obl:agent "
        "hurt/VERB/0/root him/PRON/6/obj ./PUNCT/6/punct"
    )
    assert ("Hamas", "An attack") in [one[:2] for one in told(knowledge, rows.format("claimed"))]
    assert told(knowledge, rows.format("launched")) == []


@pytest.mark.parametrize(
    ("clause", "source"),
    [
        pytest.param(
            "that/PRON/{4}/obj the/DET/{3}/det army/NOUN/{4}/nsubj denies/VERB/{0}/acl:relcl",
            "the army",
            id="relative",
        ),
        pytest.param("denied/VERB/{0}/acl by/ADP/{3}/case rebels/NOUN/{1}/obl", "rebels", id="by"),
    ],
)
def test_who_denies_the_charge_before_him_denies_what_came_before_it(
    knowledge: Knowledge, clause: str, source: str
) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/0/root Syria/PROPN/2/obj ,/PUNCT/6/punct a/DET/6/det "
        "charge/NOUN/2/obl " + clause.format(*range(6, 12))
    )
    ((told_by, content, one),) = told(knowledge, rows)
    assert (told_by, content, one.stance) == (source, "charge", Stance.DENIES)


def test_a_denial_may_follow_the_charge_without_a_pronoun(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/8/ccomp Syria/PROPN/2/obj ,/PUNCT/6/punct an/DET/6/det "
        "{}/NOUN/2/obl Moscow/PROPN/8/nsubj denies/VERB/0/root"
    )
    ((_, content, _),) = told(knowledge, rows.format("allegation"))
    assert content == "allegation"
    ((_, content, _),) = told(knowledge, rows.format("ally"))
    assert content == "Russia attacked Syria, an ally"


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


@pytest.mark.parametrize(
    ("verbs", "stance"),
    [
        pytest.param("declined/VERB/0/root confirm/VERB/2/xcomp", Stance.DOUBTS, id="declined"),
        pytest.param("failed/VERB/0/root confirm/VERB/2/xcomp", Stance.ASSERTS, id="failed"),
        pytest.param("refused/VERB/0/root deny/VERB/2/xcomp", None, id="refused-to-deny"),
        pytest.param("sat/VERB/0/root deny/VERB/2/xcomp", Stance.DENIES, id="deny"),
    ],
)
def test_who_declines_to_say_something_has_not_said_it(
    knowledge: Knowledge, verbs: str, stance: Stance | None
) -> None:
    rows = f"Iran/PROPN/2/nsubj {verbs} Russia/PROPN/5/nsubj attacked/VERB/3/ccomp"
    assert [one.stance for _, _, one in told(knowledge, rows)] == (
        [] if stance is None else [stance]
    )


def test_what_is_neither_confirmed_nor_denied_is_left_open(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/3/nsubj {}/ADV/3/advmod confirmed/VERB/0/root nor/CCONJ/5/cc "
        "denied/VERB/3/conj Russia/PROPN/7/nsubj attacked/VERB/5/ccomp"
    )
    assert [one.stance for _, _, one in told(knowledge, rows.format("neither"))] == [Stance.DOUBTS]
    assert [one.stance for _, _, one in told(knowledge, rows.format("now"))] == [Stance.DENIES]


def test_who_turns_down_a_charge_tells_nothing_of_the_sentence_before(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/0/root Syria/PROPN/2/obj ;/PUNCT/6/punct "
        "Iran/PROPN/6/nsubj {}/VERB/2/parataxis {}/NOUN/6/obj"
    )
    denied = told(knowledge, rows.format("denied", "this"))
    assert [content for _, content, _ in denied] == ["this"]
    said = told(knowledge, rows.format("told", "reporters"))
    assert [content for _, content, _ in said] == ["Russia attacked Syria"]


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


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said: “We will not leave.”", ["We will not leave."]),
        ('He said: "We will not leave."', ["We will not leave."]),
        ("The soldiers' homes were 'burnt to the ground', he said.", ["burnt to the ground"]),
        ("‘We don’t know,’ she said. ‘Not yet.’", ["We don’t know,", "Not yet."]),
        ("“It begins here\n“and ends here,” he said.", ["It begins here", "and ends here,"]),
        ("It's the '90s, isn't it?", []),
        (
            "He said: 'The boys' school burned. It was hit.\n\n'Nobody came.' He left.",
            ["The boys' school burned. It was hit.", "Nobody came."],
        ),
        ("He said: 'We go.' The boys' school burned.\n\n'Yes,' he said.", ["We go.", "Yes,"]),
        ("They sang 'Go on and left the boys.\n\n'Yes,' he said.", ["Yes,"]),
    ],
)
def test_quotation_marks(text: str, inside: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == inside


@given(st.text(alphabet="ab s'’‘“”\"\n.,", max_size=60))
def test_quotations_never_overlap_and_stay_in_the_text(text: str) -> None:
    spans = quotations(text)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


PRESS = "Ministry/PROPN/0/root of/ADP/3/case Defence/PROPN/1/nmod"


@pytest.mark.parametrize(
    ("top", "cue", "spoken"),
    [
        (f"{PRESS}\n\n", "said", False),
        (f"{PRESS}\n", "said", True),  # no line of its own
        (f"{PRESS}\n\n", "denied", True),
    ],
)
def test_whose_name_heads_the_report_tells_it(
    knowledge: Knowledge, top: str, cue: str, spoken: bool
) -> None:
    rows = (
        f"{top}The/DET/2/det ministry/NOUN/3/nsubj {cue}/VERB/0/root that/SCONJ/6/mark "
        "Russia/PROPN/6/nsubj attacked/VERB/3/ccomp ./PUNCT/3/punct"
    )
    assert bool(told(knowledge, rows)) is spoken


@pytest.mark.parametrize(
    ("verb", "noun", "stance"),
    [
        ("brushed", "claims", Stance.DENIES),
        ("waved", "allegations", Stance.DENIES),
        # what is no claim is not denied, and without its particle the verb denies nothing
        ("brushed", "sanctions", None),
        ("cited", "claims", Stance.ASSERTS),
    ],
)
def test_who_brushes_claims_off_denies_them(
    knowledge: Knowledge, verb: str, noun: str, stance: Stance | None
) -> None:
    rows = (
        f"Russia/PROPN/2/nsubj {verb}/VERB/0/root off/ADP/2/compound:prt {noun}/NOUN/2/obj "
        "that/SCONJ/7/mark it/PRON/7/nsubj attacked/VERB/4/acl ./PUNCT/2/punct"
    )
    assert next((one.stance for _, _, one in told(knowledge, rows)), None) is stance


@pytest.mark.parametrize(
    ("noun", "that", "clause", "denied"),
    [
        ("statement", "PRON/7/obj", "acl:relcl", False),
        ("stance", "PRON/7/obj", "acl:relcl", False),
        ("statement", "SCONJ/7/mark", "acl", True),
    ],
)
def test_a_statement_is_denied_where_it_is_told_what_it_says(
    knowledge: Knowledge, noun: str, that: str, clause: str, denied: bool
) -> None:
    rows = (
        f"Russia/PROPN/2/nsubj rejected/VERB/0/root the/DET/4/det {noun}/NOUN/2/obj "
        f"that/{that} Ukraine/PROPN/7/nsubj attacked/VERB/4/{clause} ./PUNCT/2/punct"
    )
    assert bool(told(knowledge, rows)) is denied
