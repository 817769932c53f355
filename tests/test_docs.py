"""The documentation cannot fall behind the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer
from handmade import denied_attack

from dateline.cli import app
from dateline.export.codebook_json import event_document
from dateline.ingest import RejectionKind
from dateline.settings import Settings

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def commands(name: str = "dateline", command: Any = None) -> Iterator[tuple[str, Any]]:
    """Every command with its full name, groups included."""
    command = command or typer.main.get_command(app)
    yield name, command
    for below, inner in getattr(command, "commands", {}).items():
        yield from commands(f"{name} {below}", inner)


def options() -> Iterator[tuple[str, str]]:
    for name, command in commands():
        for parameter in command.params:
            if parameter.param_type_name == "option":
                yield name, parameter.opts[0]


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_has_its_section(name: str) -> None:
    assert re.search(rf"^## `{name}(?:`| [^a-z])", read("usage.md"), re.MULTILINE)


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_option_stands_in_the_section_of_its_command(command: str, option: str) -> None:
    sections = re.split(r"^## ", read("usage.md"), flags=re.MULTILINE)
    (section,) = (part for part in sections if re.match(rf"`{command}(?:`| [^a-z])", part))
    assert f"`{option}" in section


def test_no_option_is_documented_that_does_not_exist() -> None:
    known = {option for _, option in options()} | {"--help"}
    assert set(re.findall(r"`(--[a-z][\w-]*)", read("usage.md"))) <= known


def test_every_setting_is_documented() -> None:
    for field in msgspec.structs.fields(Settings):
        assert f"`{field.name}`" in read("usage.md")


def test_every_field_of_the_json_is_documented() -> None:
    page = read("json.md")
    event = event_document(denied_attack())
    nested = [*event["actors"], *event["voice"], event["place"]]
    for field in {name for node in (event, *nested) for name in node}:
        assert f"`{field}`" in page, field


@pytest.mark.parametrize("kind", list(RejectionKind))
def test_every_kind_of_rejection_is_documented(kind: RejectionKind) -> None:
    assert f"`{kind.value}`" in read("bad-input.md")


def test_links_between_pages_lead_somewhere() -> None:
    for page in (*DOCS.glob("**/*.md"), *ROOT.glob("*.md")):
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_architecture_names_every_file_and_no_other() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    source = ROOT / "src" / "dateline"
    files = {path.name for path in source.rglob("*.py")} - {"__main__.py"}
    assert files - set(re.findall(r"\b(\w+\.py)\b", page)) == set()
    _, _, listed = page.partition("## Every file")
    blocks = re.split(r"\n\*\*`([\w/]+)/`\*\*\n", listed.partition("\n## ")[0])
    assert len(blocks) > 1
    for package, block in zip(blocks[1::2], blocks[2::2], strict=True):
        there = {path.name for path in (source / package).glob("*.py")} - {"__init__.py"}
        assert set(re.findall(r"^\| `(\w+\.py)`", block, re.MULTILINE)) == there, package
