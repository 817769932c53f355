"""A run on a small Ray cluster, for tests: ``main`` takes the archive and what happens to it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from run_fakes import CODER, EXIT, SLOW_CODER, received

from dateline.ingest import Received
from dateline.run import Progress, RunnerName, RunOptions, code_into_archive
from dateline.settings import Settings


def main() -> None:
    archive, happening = Path(sys.argv[1]), sys.argv[2]
    progress = lose_a_node(archive) if happening == "node lost" else meet_poison(archive)
    counts = {
        "coded": progress.coded,
        "rejected": progress.rejected,
        "retried": progress.retried,
    }
    print(json.dumps(counts))


def lose_a_node(archive: Path) -> Progress:
    """Two nodes with a worker each; the second is killed when half of the reports are coded."""
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    second = cluster.add_node(num_cpus=1)
    cluster.wait_for_nodes()
    alive = True

    def kill_half_way(progress: Progress) -> None:
        nonlocal alive
        if alive and progress.coded >= 100:
            alive = False
            cluster.remove_node(second, allow_graceful=False)

    try:
        progress = run(received(200), archive, SLOW_CODER, 10, cluster.address, kill_half_way)
    finally:
        cluster.shutdown()
    assert not alive, "the node was to be killed half-way"
    return progress


def meet_poison(archive: Path) -> Progress:
    """On a cluster that the run starts for itself."""
    return run(received(12, report_5=EXIT), archive, CODER, 4)


def run(
    reports: list[Received],
    archive: Path,
    coder: str,
    batch: int,
    address: str = "",
    watch: Callable[[Progress], Any] | None = None,
) -> Progress:
    options = RunOptions(
        runner=RunnerName.RAY, workers=2, coder=coder, address=address, batch_reports=batch
    )
    return code_into_archive(iter(reports), archive, Settings(), options, watch=watch)
