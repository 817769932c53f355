"""The fuzzer's own parts, without atheris: its seeds are sound, and what it looks for it sees."""

from __future__ import annotations

import importlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.ingest import Rejection, RejectionKind
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.readers import READERS

for needed in ("trafilatura", "warcio", "pyarrow", "defusedxml", "zstandard"):
    pytest.importorskip(needed)

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the fuzzer is no part of the package
contract = importlib.import_module("fuzz.contract")
fuzz = importlib.import_module("fuzz.seeds")
plain = importlib.import_module("fuzz.plain")

ALL_SEEDS = [
    pytest.param(content, name, id=f"{name}{number}")
    for name, files in (*fuzz.seeds().items(), ("-", fuzz.piped()))
    for number, content in enumerate(files)
]


@pytest.mark.parametrize(("content", "name"), ALL_SEEDS)
def test_every_seed_keeps_the_promises(content: bytes, name: str) -> None:
    contract.check_file(content, name if name == "-" else f"a{name}")


def test_seeds_are_made_the_same_every_time_and_are_small() -> None:
    assert fuzz.seeds.__wrapped__() == fuzz.seeds()
    assert all(len(content) < 2_000 for files in fuzz.seeds().values() for content in files)


def test_every_reader_has_seeds_that_give_reports() -> None:
    assert set(READERS) == set(fuzz.seeds()) | set(fuzz.SAME)
    for ending, files in fuzz.seeds().items():
        found = contract.entries(files[0], f"a{ending}")
        assert any(isinstance(entry.outcome, Contents) for entry in found), ending


def test_random_damage_is_the_same_for_the_same_number() -> None:
    content = fuzz.seeds()[".txt"][0]
    made = [
        [plain.damaged(content, chance) for _ in range(50)] for chance in map(random.Random, [1, 1])
    ]
    assert made[0] == made[1]
    assert len(set(made[0])) > 40


def test_a_file_that_breaks_a_promise_is_kept() -> None:
    kept: list[bytes] = []

    def check(content: bytes) -> None:
        assert content != b"b"

    with pytest.raises(AssertionError):
        plain.run(check, (b"a", b"b"), seconds=9, seed=0, keep=kept.append)
    assert kept == [b"b"]


@pytest.mark.parametrize(
    "rejection",
    [
        Rejection(report="a", kind=RejectionKind.EMPTY, reason="is empty", advice="Check."),
        Rejection(report="a", kind=RejectionKind.EMPTY, reason="is\nempty.", advice=""),
    ],
)
def test_a_rejection_that_says_too_little_is_seen(rejection: Rejection) -> None:
    with pytest.raises(AssertionError):
        contract.check_rejection(rejection)


def test_a_reader_that_lets_an_exception_out_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[Entry]:
        raise KeyError("text")

    monkeypatch.setitem(READERS, ".txt", broken)
    with pytest.raises(KeyError):
        contract.check_file(b"a", "a.txt")


def test_a_refusal_of_a_whole_file_is_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> list[Entry]:
        raise InputError(RejectionKind.DAMAGED, "is damaged.", "Copy it anew.")

    monkeypatch.setitem(READERS, ".txt", refusing)
    contract.check_file(b"a", "a.txt")


def test_the_command_runs_without_atheris(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "fuzz.readers", ".txt", "--plain", "--seconds", "0.5"]
    done = subprocess.run(
        [*command, "--keep", tmp_path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "none broke a promise" in done.stdout
