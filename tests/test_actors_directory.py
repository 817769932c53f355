"""The directory of actors: size, dates, case, the user's own file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.actors import ActorDirectory, Kind, fold, in_office, load, singular
from dateline.knowledge.actors.check import SECTORS, problems
from dateline.knowledge.actors.loading import shipped_forms


def test_the_directory_is_as_large_as_promised() -> None:
    entries = {form.entry for form in shipped_forms()}
    size = {kind: sum(entry.kind is kind for entry in entries) for kind in Kind}
    assert size[Kind.PERSON] >= 1500
    assert size[Kind.BODY] >= 150
    assert size[Kind.MOVEMENT] >= 300
    assert size[Kind.ORGANISATION] >= 200
    assert size[Kind.STATE] >= 200


def test_every_entry_is_sound() -> None:
    for form in shipped_forms():
        entry = form.entry
        assert entry.sector in SECTORS, entry
        assert fold(form.text), entry
        assert not (entry.start and entry.end) or entry.start[:4] <= entry.end[:4], entry


@pytest.mark.parametrize(
    "code",
    [
        "ISIS", "HEZBOLLAH", "HAMAS", "PKK", "YPG", "SDF", "HTS", "TALIBAN", "ALQAEDA",
        "BOKOHARAM", "ALSHABAAB", "HOUTHI", "CJTF-OIR", "AMNESTY", "HRW", "MSF", "UN", "EU", "NATO",
        "OSCE", "ICRC", "AU", "ECOWAS", "CSTO", "OPCW", "WHO", "XKX", "PSE", "TWN", "HKG", "NKR",
        "DNR", "LNR", "ABK", "SOS", "PMR", "TRNC", "SOL", "KRG",
    ],
)  # fmt: skip
def test_the_codebooks_codes_are_there(code: str, directory: ActorDirectory) -> None:
    assert directory.entries(code)


def test_office_holders_are_dated(directory: ActorDirectory) -> None:
    def president(day: date) -> set[str]:
        trump = in_office(directory.named("Donald Trump"), day)
        return {entry.sector for entry in trump}

    assert president(date(2018, 1, 1)) == {"GOV"}
    assert president(date(2016, 1, 1)) == {"PTY"}


def match(text: str, directory: ActorDirectory) -> set[str]:
    words = text.split()
    folded = [part for word in words for part in fold(word)]
    found = directory.match(folded, 0, words)
    return {entry.code for entry in found.entries} if found else set()


def test_case_tells_an_acronym_from_a_word(directory: ActorDirectory) -> None:
    assert match("US", directory) == {"USA"}
    assert match("us", directory) == set()
    assert match("Nato", directory) == {"NATO"}
    assert match("who", directory) == set()


def test_accents_and_points_do_not_matter(directory: ActorDirectory) -> None:
    assert directory.named("Recep Tayyip Erdogan") and directory.named("Recep Tayyip Erdoğan")
    assert match("U.S.", directory) == {"USA"}


def test_words_that_media_share_with_other_things_are_no_media(directory: ActorDirectory) -> None:
    for word in ("Liberation", "Fars", "CCTV", "SITE", "Europeans"):
        assert match(word, directory) == set(), word
    assert match("Fars news agency", directory) == {"IRN"}


def test_a_family_name_alone_is_no_name(directory: ActorDirectory) -> None:
    assert match("Macron", directory) == set()
    assert {entry.code for entry in directory.surname("macron")} == {"FRA"}


@pytest.mark.parametrize(
    ("plural", "noun"),
    [("soldiers", "soldier"), ("policemen", "policeman"), ("armies", "army"), ("people", "people"),
     ("jihadis", "jihadi"), ("crisis", "crisis"), ("allies", "ally"), ("press", "press")],
)  # fmt: skip
def test_singular(plural: str, noun: str) -> None:
    assert singular(plural) == noun


OWN = """
movements = [
  ["FRA", "REB", "Blue Lanterns", ["Lanterns"], "2019", "", ["Anna Bell"]],
]
[FRA]
holders = [["Tomas Quill", "minister of rivers", "GOV", "2020-01", "", ["Quill"]]]
"""


def test_own_file_comes_first(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, "utf-8")
    assert problems(file) == []
    directory = load(file)
    assert [entry.source for entry in directory.named("Blue Lanterns")] == ["own.toml"]
    assert directory.surname("quill")[0].office == "minister of rivers"
    assert directory.named("France")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('movements = [["FRA", "REB", "X"]]', "columns"),
        ('institutions = [["FRA", "ARMY", "X", []]]', "no sector"),
        ('people = [["FRA", "GOV", "X Y", [], "May 2018", "", ""]]', "no date"),
        ('animals = [["FRA"]]', "no such list"),
        ("movements = [", "not TOML"),
        ('bodies = [["XX", "", [], []]]', "name is empty"),
    ],
)
def test_faults_of_an_own_file_are_named(content: str, fault: str, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(content, "utf-8")
    assert any(fault in problem for problem in problems(file))
    with pytest.raises(KnowledgeError, match="malformed"):
        load(file)


def test_missing_own_file(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load(tmp_path / "none.toml")
