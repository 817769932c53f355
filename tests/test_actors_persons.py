"""Which person is meant, and of which state and office he is."""

from __future__ import annotations

from datetime import date

import pytest
from actor_reading import read_roughly
from msgspec import structs
from plain import parsed_reading
from trees import reading
from whom import DAY, of_word, pairs, resolved

from dateline.knowledge.actors import ActorDirectory
from dateline.records import Name, NameKind, Place, Span
from dateline.resolution.actors import resolve_actors


@pytest.mark.parametrize(
    ("text", "code", "sector"),
    [
        ("Laila Marsh of Human Rights Watch left Syria. Marsh urged talks.", "HRW", "NGO"),
        ("The coroner David Marsh left London. Marsh urged talks.", "GBR", "JUD"),
        ("Gunman Ned Marsh fled to Canada. Marsh was shot.", "CAN", "CVL"),
        ("Opposition spokesman Ali Marsh left Syria.", "SYR", "REB"),
        ("Opposition spokesman Jan Marsh left Belarus.", "BLR", "PTY"),
        ("Kenya asked Commander Ned Marsh, a spokesman of the rebels.", "KEN", "REB"),
        ("Kenya asked Commander Ned Marsh, a father of three.", "KEN", "MIL"),
        ("Peru's envoy to Chile left. Chile thanked Envoy Marsh. Chile left.", "PER", "GOV"),
        ("Ana Ruiz, 55, from Chad, left Peru. Ned Marsh, 20, from Fiji, left Peru.", "FJI", "CVL"),
    ],
)
def test_a_person_is_what_the_words_around_the_name_say(
    text: str, code: str, sector: str, directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, "Marsh", directory, last=True)) == {(code, sector)}


def test_an_office_holder_may_have_a_middle_initial(directory: ActorDirectory) -> None:
    text = "Michael R. Pompeo urged talks with China."
    assert pairs(resolved(text, "Michael R. Pompeo", directory)) == {("USA", "GOV")}


@pytest.mark.parametrize(
    ("text", "words", "day", "wanted"),
    [
        ("President Tayyip Erdogan condemned Russia.", "Tayyip Erdogan", DAY, ("TUR", "GOV")),
        ("Foreign Minister Wong left China.", "Wong", date(2025, 1, 1), ("AUS", "GOV")),
        ("Prime Minister Wong left China.", "Wong", date(2025, 1, 1), ("SGP", "GOV")),
        ("Shimon Peres, an opposition leader, left.", "Shimon Peres", DAY, ("ISR", "PTY")),
        ("Kim Tong Chol left North Korea.", "Kim Tong Chol", DAY, ("PRK", "CVL")),
        ("The alliance's Javier Solana left.", "Solana", date(1999, 4, 1), ("NATO", "IGO")),
    ],
)
def test_which_listed_person_is_meant(
    text: str, words: str, day: date, wanted: tuple[str, str], directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, words, directory, day)) == {wanted}


def test_a_person_may_be_called_by_the_end_of_a_name(directory: ActorDirectory) -> None:
    text = "Chad met Iranian writer Omid Reza Karimi. Reza Karimi urged Chad. Ali Reza Sadri left."
    assert {a.code for a in resolved(text, "Reza Karimi urged", directory)} == {"IRN"}
    assert {a.code for a in resolved(text, "Ali Reza Sadri", directory)} == {"TCD"}


def test_a_party_beside_a_titled_name_tells_the_state(directory: ActorDirectory) -> None:
    made = reading(
        """
        Chad/PROPN/2/nsubj met/VERB/0/root Senator/NOUN/4/nmod:desc Marsh/PROPN/2/obj ,/PUNCT/6/punct Likud/PROPN/4/appos ./PUNCT/2/punct
        Chad/PROPN/2/nsubj thanked/VERB/0/root Chad/PROPN/2/obj ./PUNCT/2/punct
        """  # noqa: E501
    )
    name = Name(span=made.tokens[3].span, first=3, end=4, kind=NameKind.PERSON)
    mentions = resolve_actors(structs.replace(made, names=(name,)), directory)
    assert [pairs(m.actors) for m in mentions if m.head == 3] == [{("ISR", "LEG")}]


def test_an_office_before_a_listed_name_is_no_other_party(directory: ActorDirectory) -> None:
    rows = (
        "The/DET/2/det president/NOUN/6/nsubj ,/PUNCT/4/punct Tsai/PROPN/2/appos "
        "Ing-wen/PROPN/4/flat met/VERB/0/root Kenya/PROPN/6/obj in/ADP/9/case "
        "Nairobi/PROPN/6/obl ./PUNCT/6/punct"
    )
    assert of_word(rows, "president", directory) == {("TWN", "GOV")}


def test_former_tells_of_another_office_where_one_is_held(directory: ActorDirectory) -> None:
    text = "Former diplomat Mike Pompeo urged China to stop."
    assert pairs(resolved(text, "Pompeo", directory)) == {("USA", "GOV")}
    later = resolved(text, "Pompeo", directory, date(2023, 1, 1))
    assert pairs(later) == {("USA", "CVL")}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Bolton left. John Bolton met China. Former adviser John Bolton left.", "CVL"),
        ("John Bolton, a former American adviser, met China.", "CVL"),
        ("John Bolton, an adviser, met a former envoy.", "GOV"),
    ],
)
def test_an_office_without_dates_ends_where_the_report_says_so(
    text: str, sector: str, directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, "Bolton", directory)) == {("USA", sector)}


def test_a_title_is_no_family_name(directory: ActorDirectory) -> None:
    text = "Egypt closed the border. The Grand Mufti condemned it."
    assert pairs(resolved(text, "The Grand Mufti", directory)) == {("EGY", "REL")}


def test_the_three_are_the_persons_counted_before(directory: ActorDirectory) -> None:
    text = (
        "Germany met France. Police arrested two Syrian women and a British man in Turkey. "
        "The three were accused."
    )
    assert pairs(resolved(text, "The three", directory)) == {("SYR", "CVL"), ("GBR", "CVL")}


def test_an_office_is_its_last_holders(directory: ActorDirectory) -> None:
    text = "The German chancellor met Greek officials. The chancellor urged Greece."
    assert pairs(resolved(text, "The chancellor", directory)) == {("DEU", "GOV")}


def test_an_office_named_is_a_person_for_pronouns(directory: ActorDirectory) -> None:
    text = "Britain left. The Foreign Secretary met Iranian officials. He urged Iran to talk."
    assert pairs(resolved(text, "He", directory)) == {("GBR", "GOV")}


def test_the_president_who_speaks_is_the_one_who_spoke_before(directory: ActorDirectory) -> None:
    text = (
        "Kenyan president Daniel Kimani said that Ugandan president Moses Okello left. "
        "The president denied it."
    )
    assert pairs(resolved(text, "The president", directory)) == {("KEN", "GOV")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Kenyan president Daniel Kimani left. Ugandan president Moses Okello left. "
            "Kenyan lawmakers urged the president to stop.",
            "KEN",
        ),
        (
            "Ugandan president Moses Okello left. Kenyan officials urged the president to stop.",
            "UGA",
        ),
    ],
)
def test_lawmakers_urge_their_own_president(
    text: str, code: str, directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, "the president", directory)) == {(code, "GOV")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A Kenyan cook died in Chad. Ned Marsh, 25, left Chad. Marsh loved Chad.", "KEN"),
        ("A Kenyan cook died in Chad. Ned Marsh left Chad. Marsh loved Chad.", "KEN"),
        ("A Kenyan official said Chad left. Ned Marsh left Chad. Marsh loved Chad.", "TCD"),
        ("The Kenyan cook died in Chad. Ned Marsh, 25, left Chad. Marsh loved Chad.", "TCD"),
        ("Chad met Kenyan writer Mary Kimani. Her husband, Ned Marsh, left Chad.", "KEN"),
        ("Chad met Kenyan writer Mary Kimani. Her son Ned Marsh left Chad.", "KEN"),
        ("Chad met Kenyan writer Mary Kimani. A son, Ned Marsh, left Chad.", "TCD"),
    ],
)
def test_a_lead_or_a_relation_tells_who_is_named_next(
    text: str, code: str, directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, "Marsh", directory, last=True)) == {(code, "CVL")}


@pytest.mark.parametrize(
    ("home", "code"), [(", 25, of Leeds", "GBR"), (", from Leeds", "GBR"), (" of Leeds", "KEN")]
)
def test_a_town_behind_a_name_or_an_age_is_home(
    home: str, code: str, directory: ActorDirectory
) -> None:
    made = read_roughly(f"Kenya met Ned Marsh{home}.", directory, DAY)
    town = next(i for i, token in enumerate(made.tokens) if token.text == "Leeds")
    place = Place(text="Leeds", span=made.tokens[town].span, head=town, country="GBR")
    mentions = resolve_actors(made, directory, [place])
    assert [pairs(m.actors) for m in mentions if m.head == 2] == [{(code, "CVL")}]


def test_a_rank_may_be_the_first_word_of_a_name(directory: ActorDirectory) -> None:
    rows = (
        "Col./PROPN/4/nsubj Ned/PROPN/1/flat Marsh/PROPN/1/flat left/VERB/0/root Chad/PROPN/4/obj"
    )
    assert of_word(rows, "Marsh", directory) == {("TCD", "MIL")}


@pytest.mark.parametrize(
    ("rank", "seen", "sector"),
    [
        ("Sgt", "Police", "COP"),
        ("Sgt", "Police and soldiers", "MIL"),
        ("Sgt", "Nurses", "MIL"),
        ("General", "Police", "MIL"),
    ],
)
def test_a_rank_is_that_of_the_police_where_no_soldiers_are_spoken_of(
    rank: str, seen: str, sector: str, directory: ActorDirectory
) -> None:
    text = f"{seen} in Chad left. {rank} Ned Marsh left Chad."
    assert pairs(resolved(text, "Marsh", directory, last=True)) == {("TCD", sector)}


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        ("Canada condemns the attack in Chad. We urge talks in Chad.", "CAN"),
        ("Canada condemned the attack in Chad. We urge talks in Chad.", "TCD"),
        ("Canada condemns the attack in Chad. Peru urged talks in Chad.", "TCD"),
        ("Chad condemns the attack in Chad. We urge talks. Canada left.", "TCD"),
    ],
)
def test_officers_in_a_governments_statement_are_its_own(
    opening: str, code: str, directory: ActorDirectory
) -> None:
    text = f"{opening} Minister Marsh said Chad left. Marsh met civilians."
    assert pairs(resolved(text, "Marsh", directory, last=True)) == {(code, "GOV")}
    assert pairs(resolved(text, "civilians", directory)) == {("TCD", "CVL")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya arrested Dutch jihadist Ned Marsh of Chad near Islamic State.", ("ISIS", "REB")),
        ("Kenya arrested Dutch jihadist Ned Marsh of Chad near Peru.", ("NLD", "REB")),
        ("Israel arrested Palestinian militant Ned Marsh near Islamic State.", ("PSE", "REB")),
        ("Kenya arrested Dutch writer Ned Marsh near Islamic State.", ("NLD", "CVL")),
    ],
)
def test_a_named_jihadist_serves_the_movement_of_the_report(
    text: str, wanted: tuple[str, str], directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, "Marsh", directory)) == {wanted}


@pytest.mark.parametrize(("relation", "code"), [("iobj", "MLI"), ("compound", "GBR")])
def test_who_is_told_owns_nobody_behind_him(
    relation: str, code: str, directory: ActorDirectory
) -> None:
    rows = (
        f"Mali/PROPN/2/nsubj told/VERB/0/root Reuters/PROPN/2/{relation} staff/NOUN/5/nsubj "
        "left/VERB/2/ccomp Mali/PROPN/5/obj ./PUNCT/2/punct"
    )
    if relation == "compound":
        rows = rows.replace("/2/compound", "/4/compound")
    assert {found for found, _ in of_word(rows, "staff", directory)} == {code}


@pytest.mark.parametrize(("tag", "heads"), [("NN", [0, 3]), ("NNS", [0, 2, 3])])
def test_a_title_that_the_tree_hangs_on_the_verb_is_no_second_party(
    tag: str, heads: list[int], directory: ActorDirectory
) -> None:
    rows = f"""
    Troops NOUN 2 nsubj NNS
    arrested VERB 0 root VBD
    writer NOUN 2 obj {tag}
    Salem PROPN 2 obj NNP
    Bahri PROPN 4 flat NNP
    """
    made = parsed_reading(rows)
    span = Span(made.tokens[3].span.start, made.tokens[4].span.end)
    name = Name(span=span, first=3, end=5, kind=NameKind.PERSON)
    named = structs.replace(made, names=(name,))
    assert [mention.head for mention in resolve_actors(named, directory)] == heads


def test_whose_guards_are_those_of_the_name_before(directory: ActorDirectory) -> None:
    rows = (
        "Thousands/NOUN/2/nsubj left/VERB/0/root Greece/PROPN/2/obj for/ADP/5/case "
        "Turkey/PROPN/2/obl ,/PUNCT/9/punct whose/PRON/8/nmod:poss guards/NOUN/9/nsubj "
        "met/VERB/2/advcl them/PRON/9/obj ./PUNCT/2/punct"
    )
    assert {code for code, _ in of_word(rows, "whose", directory)} == {"TUR"}


def test_unknown_spokeswoman_takes_state_from_title_and_keeps_it(
    directory: ActorDirectory,
) -> None:
    text = (
        "US State Department spokesperson Jane Rivers urged France to stop. "
        "Rivers said the army left. She said nothing more."
    )
    for words in ("Jane Rivers", "Rivers said", "She"):
        words = words.removesuffix(" said")
        assert pairs(resolved(text, words, directory, last=True)) == {("USA", "GOV")}, words


def test_misspelt_office_holder_whose_title_fits(directory: ActorDirectory) -> None:
    text = "European Council President Michele called for calm."
    assert pairs(resolved(text, "Michele", directory)) == {("EU", "IGO")}
