"""A user's file of acts over the lexicon that ships."""

from __future__ import annotations

from pathlib import Path

import pytest
from trees import cast, reading

from dateline import knowledge as world
from dateline.coding.judges import condemning
from dateline.coding.people import People
from dateline.errors import KnowledgeError
from dateline.knowledge import lexicon as lexicons
from dateline.provenance import knowledge_digest
from dateline.settings import Settings
from dateline.tree import Tree


def test_a_users_file_adds_entries(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'type = "ASSAULT"\n[roles]\nverb_actor = ["subject"]\nverb_recipient = ["object"]\n'
        '[[group]]\nmode = "aerial"\nverbs = ["zonk"]\n'
    )
    assert lexicons.load((own,)).verbs["zonked"][0].mode == "aerial"


def test_the_lexicon_that_ships_is_compiled_once_however_it_is_asked_for() -> None:
    assert lexicons.load() is lexicons.load(()) is world.load().lexicon


def test_a_users_words_count_before_those_of_the_package_and_change_the_digest(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('type = "SUPPORT"\n[[group]]\nverbs = ["condemn"]\n')
    settings = Settings(lexicon_files=(own,))
    for chosen, kind in ((settings, "SUPPORT"), (Settings(), "ACCUSE")):
        alone = (one for one in world.load(chosen).lexicon.verbs["condemned"] if not one.needs)
        assert next(alone).type == kind
    assert knowledge_digest(settings.own_files) != knowledge_digest()


def test_a_users_words_tell_all_steps_who_judges_a_deed(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('type = "ACCUSE"\n[[group]]\nverbs = ["zonk"]\n')
    made = reading(
        "Chad/PROPN/2/nsubj zonked/VERB/0/root the/DET/4/det shelling/NOUN/2/obj ./PUNCT/2/punct"
    )
    for settings, judging in ((Settings(lexicon_files=(own,)), {0}), (Settings(), set())):
        people = People(Tree(made), cast(made), world.load(settings).lexicon)
        assert condemning(3, "ASSAULT", people) == judging


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('type = "ASSAULT"\n[[group]]\nverbs = ["zap"]\nflags = ["needs-lihgt"]\n', "needs-lihgt"),
        ('type = "ASSAULT"\n[[group]]\nverb = ["zap"]\n', "verb"),
        ('type = "ASSAULT\n', "own.toml"),
    ],
)
def test_what_is_misspelt_in_a_users_file_is_named(text: str, told: str, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(KnowledgeError, match=told):
        lexicons.load((own,))


def test_an_unknown_type_or_mode_is_refused_by_name(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('type = "NONSENSE"\n')
    with pytest.raises(KnowledgeError, match="NONSENSE"):
        lexicons.load((own,))
    own.write_text('type = "ASSAULT"\n[[group]]\nmode = "nonsense"\nverbs = ["zap"]\n')
    with pytest.raises(KnowledgeError, match="nonsense"):
        lexicons.load((own,))
