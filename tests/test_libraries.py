"""What a user is told where a library of an extra is not installed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from dateline.cli.collecting import require_web
from dateline.errors import DatelineError, InputError, OutputError
from dateline.export import frames
from dateline.export.workbook import write_workbook
from dateline.ingest.extras import need
from dateline.ingest.rejection import RejectionKind
from dateline.libraries import library, require
from dateline.run.errors import RunError
from dateline.run.ray_actors import RayActors
from dateline.store import StoreError, rows_of


def test_a_library_that_is_there_comes_back() -> None:
    assert (
        library("json.decoder", "archive", "an archive", StoreError) is sys.modules["json.decoder"]
    )


@pytest.mark.parametrize(
    ("missing", "asked", "error", "extra"),
    [
        ("pyarrow", lambda: rows_of([]), StoreError, "'dateline[archive]'"),
        ("pyarrow", lambda: frames.to_arrow([]), OutputError, "'dateline[archive]'"),
        ("pandas", lambda: frames.to_pandas([]), OutputError, "pandas"),
        ("xlsxwriter", lambda: write_workbook(None, []), OutputError, "'dateline[export]'"),
        ("lxml", lambda: need("lxml.etree", "web", "XML"), InputError, "'dateline[web]'"),
        ("httpx", require_web, InputError, "'dateline[web]'"),
        ("ray", lambda: RayActors(None, None, Options()), RunError, "'dateline[ray]'"),
    ],
)
def test_every_part_says_in_the_same_words_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
    missing: str,
    asked: Callable[[], Any],
    error: type[DatelineError],
    extra: str,
) -> None:
    for loaded in [name for name in sys.modules if name.partition(".")[0] == missing]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(error) as refused:
        asked()
    words = f" needs {missing}, which is not installed. Install it with: pip install {extra}"
    assert str(refused.value).endswith(words)


class Options:
    """As much of a run's options as Ray's runner takes before it looks for Ray."""

    workers, address, batch_seconds = 1, "", 1.0


def test_a_library_without_what_it_stands_on_names_that(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / "upper_storey.py").write_text("import ground_floor_gone", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(OutputError, match="a house needs ground_floor_gone, which"):
        library("upper_storey", "archive", "a house", OutputError)


def test_what_is_required_is_not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)
    require(("json", "this"), "web", "a poem", OutputError)
    assert "this" not in sys.modules
    with pytest.raises(OutputError, match="a poem needs no_such_module, which"):
        require(("json", "no_such_module"), "web", "a poem", OutputError)


def test_a_report_is_rejected_with_reason_and_advice_apart() -> None:
    with pytest.raises(InputError) as refused:
        need("no_such_module.inner", "archive", "a Parquet file")
    assert refused.value.kind == RejectionKind.NEEDS_EXTRA
    assert refused.value.reason.startswith("reading a Parquet file needs no_such_module,")
    assert refused.value.advice == "Install it with: pip install 'dateline[archive]'"
