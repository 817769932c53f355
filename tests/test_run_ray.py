"""Runs on a Ray cluster of two nodes; only where Ray is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from archived import digest
from run_fakes import CODER, received

from dateline.run import RunOptions, code_into_archive
from dateline.settings import Settings
from dateline.store import Archive

TESTS = str(Path(__file__).parent)

pytestmark = pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed")


def on_ray(archive: Path, happening: str) -> dict[str, int]:
    """A run in a process of its own: Ray's threads and warnings stay out of the others' way."""
    done = subprocess.run(
        [sys.executable, "-c", "import run_on_ray; run_on_ray.main()", str(archive), happening],
        # Ray's own processes find the fake coder by the same path.
        env={**os.environ, "PYTHONPATH": TESTS, "RAY_USAGE_STATS_ENABLED": "0"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    progress: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return progress


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of 200 reports by a worker process."""
    archive = tmp_path_factory.mktemp("undisturbed") / "news.duckdb"
    options = RunOptions(coder=CODER)
    code_into_archive(iter(received(200)), archive, Settings(), options)
    return archive


def test_a_node_that_is_killed_half_way_costs_no_report(undisturbed: Path, tmp_path: Path) -> None:
    progress = on_ray(tmp_path / "news.duckdb", "node lost")
    assert (progress["coded"], progress["rejected"]) == (200, 0)
    assert digest(tmp_path / "news.duckdb") == digest(undisturbed)


def test_a_report_that_crashes_is_found_on_a_cluster_too(tmp_path: Path) -> None:
    progress = on_ray(tmp_path / "news.duckdb", "poison")
    assert (progress["coded"], progress["rejected"]) == (11, 1)
    with Archive.open(tmp_path / "news.duckdb", read_only=True) as opened:
        assert opened.query("select report from rejects").column(0).to_pylist() == ["report-5"]
