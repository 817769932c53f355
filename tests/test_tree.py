"""What must hold of the files that the project keeps."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Home, work and scratch folders of one machine; /usr/bin/env and the like are everywhere.
MACHINE_PATH = re.compile(
    r"(?<![\w.:/])/(?:home|root|Users|work|tmp|opt|mnt|srv|private)/\w|\b[A-Z]:\\Users\\"
)
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|--(?:extra-)?index-url|--find-links|anaconda\.org"
)
SKIPPED = {".git", ".venv", "out", "dist", "build", "__pycache__"}


def kept_files() -> Iterator[Path]:
    """The files under version control or about to be; without git, all but what is made here."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode == 0 and (ROOT / ".git").exists():
        names = [name for name in listing.stdout.decode().split("\0") if name]
        yield from (path for path in map(ROOT.joinpath, names) if path.is_file())
        return
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
        if path.is_file() and not hidden and not SKIPPED.intersection(parts):
            yield path


def texts() -> Iterator[tuple[str, str]]:
    for path in kept_files():
        data = path.read_bytes()
        if b"\0" not in data and path != Path(__file__):
            yield str(path.relative_to(ROOT)), data.decode("utf-8")


def test_no_file_names_a_place_on_one_machine() -> None:
    found = [(name, hit[0]) for name, text in texts() if (hit := MACHINE_PATH.search(text))]
    assert not found


def test_no_file_names_a_package_registry() -> None:
    found = [(name, hit[0]) for name, text in texts() if (hit := REGISTRY.search(text))]
    assert not found


def test_every_locked_version_is_exact_and_hashed() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", lock.strip())
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_every_dependency_is_locked_and_has_a_lower_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dev"]]
    for requirement in extras["dev"]:
        if requirement.startswith("dateline["):
            wanted.remove(requirement)
            named, _, _ = requirement.removeprefix("dateline[").partition("]")
            for extra in named.split(","):
                wanted += [one for one in extras[extra] if not one.startswith("dateline[")]
    for requirement in wanted:
        name, _, bound = requirement.partition(">=")
        assert bound, f"{requirement} has no lower bound"
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE), f"{name} is not locked"


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_of_the_readme_exist(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert f"make {target}" in (ROOT / "README.md").read_text(encoding="utf-8")
