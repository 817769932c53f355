"""What becomes of a batch that failed: tried again, cut in halves, or, when it is a single report,
rejected by name."""

from __future__ import annotations

import msgspec

from dateline.ingest import Rejection, RejectionKind
from dateline.run.work import Batch, Cause, Failed

TRIES = 2  # with which a batch or a single report is given up
ADVICE = "The other reports were coded. Leave it out, or send it to Dateline's authors."


def after_failure(failed: Failed) -> tuple[Batch, ...] | Rejection:
    """The batches to code instead, or the rejection of the one report that is to blame.

    A worker can be lost for no fault of its reports, so a batch gets a second try as it was:
    what the language model sees in a report depends a little on the reports beside it, and an
    accident must not change the archive. Then halves, down to the one report; that one, too,
    is tried twice.
    """
    batch = failed.batch
    single = len(batch.items) == 1
    if failed.cause is Cause.ELSEWHERE:
        return (batch,)
    if failed.cause is Cause.CRASH and batch.tries + 1 < TRIES and (batch.whole or single):
        return (msgspec.structs.replace(batch, tries=batch.tries + 1),)
    if single:
        return Rejection(
            report=batch.items[0].name,
            kind=RejectionKind.CRASH,
            reason=failed.reason,
            advice=ADVICE,
        )
    middle = len(batch.items) // 2
    return (
        Batch(items=batch.items[:middle], whole=False),
        Batch(items=batch.items[middle:], whole=False),
    )
