"""The place of an event: which of the report's places belongs to its trigger."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from trees import cast, reading

from dateline.coding.people import People
from dateline.coding.where import is_of_another_day, place_of
from dateline.coding.where_met import place_of_meeting
from dateline.knowledge import lexicon as lexicons
from dateline.records import Place, TimeExpression
from dateline.tree import Tree

STRUCK = (
    "Volunteers/NOUN/4/nsubj from/ADP/3/case Leeds/PROPN/1/nmod died/VERB/0/root when/ADV/7/advmod "
    "shells/NOUN/7/nsubj struck/VERB/4/advcl near/ADP/9/case Bakhmut/PROPN/7/obl"
)
DISTRICT = (
    "Rebels/NOUN/2/nsubj held/VERB/0/root a/DET/4/det depot/NOUN/2/obj in/ADP/7/case "
    "Kibati/PROPN/7/compound area/NOUN/2/obl"
)
ATTACK = "The/DET/3/det Salisbury/PROPN/3/compound attack/NOUN/4/nsubj failed/VERB/0/root"
MET = "Lopez/PROPN/2/nsubj met/VERB/0/root the/DET/5/det Basra/PROPN/5/compound mayor/NOUN/2/obj"
FLEW = (
    "Lopez/PROPN/2/nsubj flew/VERB/0/root {}/ADP/6/case the/DET/6/det Basra/PROPN/6/compound "
    "office/NOUN/2/obl"
)
FAR = (
    "Envoys/NOUN/2/nsubj regretted/VERB/0/root the/DET/4/det arrests/NOUN/2/obj and/CCONJ/6/cc "
    "recalled/VERB/2/conj a/DET/8/det verdict/NOUN/6/obj that/PRON/10/obj judges/NOUN/11/nsubj "
    "wrote/VERB/8/acl:relcl when/ADV/14/advmod they/PRON/14/nsubj sat/VERB/11/advcl in/ADP/16/case "
    "Ghent/PROPN/14/obl"
)
SAID = (
    "Envoys/NOUN/2/nsubj condemned/VERB/0/root raids/NOUN/2/obj in/ADP/5/case Mali/PROPN/3/nmod "
    "at/ADP/8/case talks/NOUN/8/compound Geneva/PROPN/2/obl"
)
IN_TOWN_AND_COUNTRY = (
    "Troops/NOUN/2/nsubj entered/VERB/0/root Tabarka/PROPN/2/obj in/ADP/5/case Tunisia/PROPN/2/obl"
)


def place(rows: str, trigger: str, *names: str, speech: bool = False, **kinds: str) -> str | None:
    """The name chosen for a trigger among some names; ``kinds`` says how precise one is."""
    made = reading(rows)
    at = {token.text: index for index, token in enumerate(made.tokens)}
    places = tuple(
        Place(
            text=name, span=made.tokens[at[name]].span, head=at[name],
            precision=kinds.get(name, "city"),
        )
        for name in names
    )  # fmt: skip
    found = place_of(at[trigger], Tree(made), places, speech=speech)
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("rows", "trigger", "names", "expected"),
    [
        pytest.param(STRUCK, "struck", ("Leeds", "Bakhmut"), "Bakhmut", id="where-not-whence"),
        pytest.param(DISTRICT, "held", ("Kibati",), "Kibati", id="name-before-its-noun"),
        pytest.param(ATTACK, "attack", ("Salisbury",), "Salisbury", id="name-of-the-act"),
        pytest.param(ATTACK, "failed", ("Salisbury",), None, id="name-of-another-act"),
        pytest.param(MET, "met", ("Basra",), None, id="name-of-an-office"),
        pytest.param(FLEW.format("to"), "flew", ("Basra",), None, id="to-an-office"),
        pytest.param(FLEW.format("in"), "flew", ("Basra",), "Basra", id="in-an-office"),
        pytest.param(FAR, "arrests", ("Ghent",), None, id="place-of-another-clause"),
        pytest.param(FAR, "wrote", ("Ghent",), "Ghent", id="place-of-its-own-clause"),
    ],
)
def test_the_place_of_an_act_is_that_of_its_clause(
    rows: str, trigger: str, names: tuple[str, ...], expected: str | None
) -> None:
    assert place(rows, trigger, *names) == expected


@pytest.mark.parametrize(("day", "apart"), [("2004", True), ("haste", False)])
def test_what_was_done_on_another_day_was_done_elsewhere(day: str, apart: bool) -> None:
    made = reading(
        "Chad/PROPN/2/nsubj fought/VERB/0/root Sudan/PROPN/2/obj in/ADP/5/case 1999/NUM/2/obl "
        "and/CCONJ/7/cc signed/VERB/2/conj a/DET/9/det truce/NOUN/7/obj in/ADP/11/case "
        f"Tripoli/PROPN/9/nmod in/ADP/13/case {day}/NUM/7/obl"
    )
    tree, tokens = Tree(made), made.tokens
    (town,) = (
        Place(text=token.text, span=token.span, head=at)
        for at, token in enumerate(tokens)
        if token.text == "Tripoli"
    )
    times = tuple(
        TimeExpression(
            text=tokens[at].text, span=tokens[at].span, head=at, value=tokens[at].text,
            start=date(int(tokens[at].text), 1, 1), end=date(int(tokens[at].text), 12, 31),
        )
        for at in (4, 12)
        if tokens[at].text.isdigit()
    )  # fmt: skip
    assert is_of_another_day(town, 1, tree, times) is apart
    assert not is_of_another_day(town, 6, tree, times)


def test_a_town_says_more_than_its_country() -> None:
    names = ("Tabarka", "Tunisia")
    assert place(IN_TOWN_AND_COUNTRY, "entered", *names, Tunisia="country") == "Tabarka"


def test_a_speech_is_where_it_was_given_and_not_where_what_it_speaks_of_happened() -> None:
    assert place(SAID, "condemned", "Mali", speech=True) is None
    assert place(SAID, "condemned", "Mali", "Geneva", speech=True) == "Geneva"
    assert place(SAID, "raids", "Mali") == "Mali"


WARNED = (
    "Envoys/NOUN/2/nsubj warned/VERB/0/root rebels/NOUN/2/obj {}/ADP/5/case talks/NOUN/2/obl "
    "{}/ADP/7/case Geneva/PROPN/5/nmod"
)
FRONTED = (
    "In/ADP/2/case Geneva/PROPN/4/obl envoys/NOUN/4/nsubj warned/VERB/0/root rebels/NOUN/4/obj "
    "and/CCONJ/7/cc demanded/VERB/4/conj talks/NOUN/7/obj"
)
LATER = (
    "Envoys/NOUN/2/nsubj warned/VERB/0/root rebels/NOUN/2/obj in/ADP/5/case Geneva/PROPN/2/obl "
    "and/CCONJ/7/cc demanded/VERB/2/conj talks/NOUN/7/obj"
)
TOLD = (
    "Rebels/NOUN/2/nsubj fired/VERB/5/ccomp {}envoys/NOUN/5/nsubj said/VERB/0/root "
    "in/ADP/7/case Geneva/PROPN/5/obl"
)


@pytest.mark.parametrize(
    ("rows", "trigger", "expected"),
    [
        pytest.param(WARNED.format("at", "in"), "warned", "Geneva", id="occasion"),
        pytest.param(WARNED.format("during", "in"), "warned", "Geneva", id="during"),
        pytest.param(WARNED.format("over", "in"), "warned", None, id="matter"),
        pytest.param(FRONTED, "demanded", "Geneva", id="said-of-two-verbs"),
        pytest.param(LATER, "demanded", None, id="said-of-the-first"),
    ],
)
def test_a_speech_has_the_place_of_its_occasion(
    rows: str, trigger: str, expected: str | None
) -> None:
    assert place(rows, trigger, "Geneva", speech=True) == expected


def test_the_place_where_an_act_was_told_is_not_its_own() -> None:
    rows = TOLD.format("the/DET/4/det ")
    assert place(rows, "fired", "Geneva") is None
    assert place(rows, "said", "Geneva") == "Geneva"


RESORT = (
    "Envoys/NOUN/2/nsubj met/VERB/0/root in/ADP/5/case Ligurian/PROPN/5/compound "
    "{}/NOUN/2/obl of/ADP/7/case Rapallo/PROPN/5/nmod"
)


def test_a_place_that_says_where_another_lies_is_not_that_of_the_act() -> None:
    rows = RESORT.format("resort")
    assert place(rows, "met", "Ligurian", "Rapallo", Ligurian="area") == "Rapallo"
    assert place(rows, "met", "Ligurian", Ligurian="area") is None
    assert place(rows, "met", "Ligurian", Ligurian="city") == "Ligurian"


@pytest.mark.parametrize(
    ("verb", "noun", "preposition", "expected"),
    [
        pytest.param("met", "the/DET/4/det leaders/NOUN/2/obj", "in", "Syria", id="whom-there"),
        pytest.param("met", "the/DET/4/det leaders/NOUN/2/obj", "of", None, id="whose"),
        pytest.param("discussed", "the/DET/4/det events/NOUN/2/obj", "in", None, id="what"),
        pytest.param("met", "during/ADP/4/case talks/NOUN/2/obl", "in", "Syria", id="where"),
        pytest.param("talked", "about/ADP/4/case events/NOUN/2/obl", "in", None, id="of-what"),
    ],
)
def test_who_is_met_and_what_is_spoken_of_tell_no_place(
    verb: str, noun: str, preposition: str, expected: str | None
) -> None:
    made = reading(
        f"Envoys/NOUN/2/nsubj {verb}/VERB/0/root {noun} {preposition}/ADP/6/case Syria/PROPN/4/nmod"
    )
    syria = Place(text="Syria", span=made.tokens[5].span, head=5, precision="country")
    told = replace(cast(made, leaders="SYR/GOV"), places=(syria,))
    people = People(Tree(made), told, lexicons.load())
    found = place_of_meeting(1, people, told.places)
    assert (None if found is None else found.text) == expected
