"""What becomes of a batch that failed: cut in halves, or, when it is a single report, tried again
and rejected by name."""

from __future__ import annotations

import msgspec

from dateline.ingest import Rejection, RejectionKind
from dateline.run.work import Batch, Cause, Failed

TRIES = 2  # with which a report is given up
ADVICE = "The other reports were coded. Leave it out, or send it to Dateline's authors."


def after_failure(failed: Failed) -> tuple[Batch, ...] | Rejection:
    """The batches to code instead, or the rejection of the one report that is to blame.

    Halves, down to the one report. A worker can be lost for no fault of its reports, so the one
    is tried twice.
    """
    batch = failed.batch
    single = len(batch.items) == 1
    if failed.cause is Cause.ELSEWHERE:
        return (batch,)
    if single and failed.cause is Cause.CRASH and batch.tries + 1 < TRIES:
        return (msgspec.structs.replace(batch, tries=batch.tries + 1),)
    if single:
        return Rejection(
            report=batch.items[0].name,
            kind=RejectionKind.CRASH,
            reason=failed.reason,
            advice=ADVICE,
        )
    middle = len(batch.items) // 2
    return Batch(items=batch.items[:middle]), Batch(items=batch.items[middle:])
