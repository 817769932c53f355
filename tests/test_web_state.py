"""What is kept between runs."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import OutputError
from dateline.ingest.web.state import State, load_state, save_state


@given(st.binary(max_size=200))
def test_any_bytes_are_a_state_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("state") / "state.json"
    path.write_bytes(content)
    try:
        load_state(path)
    except OutputError as error:
        assert "Delete it" in str(error)


def test_a_state_of_another_version_is_not_guessed_at(tmp_path: Path) -> None:
    save_state(tmp_path / "state.json", msgspec.structs.replace(State(), version=99))
    with pytest.raises(OutputError, match="another version"):
        load_state(tmp_path / "state.json")


def test_a_state_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        save_state(tmp_path / "file" / "state.json", State())
