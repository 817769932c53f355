"""``dateline evaluate``: codes gold reports and prints how good the coding is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from dateline.cli.terminal import (
    ExitStatus,
    notices,
    output,
    plain_errors,
    progress_bar,
    show_rejection,
)
from dateline.evaluation import Scores, Tally, code_gold, read_codings, read_gold, score, signature
from dateline.settings import Settings


def evaluate(
    gold_dir: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD_DIR",
            help="A folder with the reports in texts/ and their gold codings in codes/.",
            show_default=False,
        ),
    ],
    coded: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Score the codings in this folder (NAME.json) instead of coding anew.",
            show_default=False,
        ),
    ] = None,
    per_report: Annotated[
        bool, typer.Option("--per-report", help="Also list the event dyads of each report.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything as one JSON object.")
    ] = False,
) -> None:
    """Score codings against gold codings, as section 7 of the codebook says.

    Prints precision, recall and F1 over dyads, the agreement of the other fields on dyads that
    match, and a signature line: two scores with the same signature are comparable.
    """
    with plain_errors():
        gold = read_gold(gold_dir)
        if coded is not None:
            run, codings, rejections = None, read_codings(coded), None
        else:
            from dateline.pipeline import Coder

            settings = Settings()
            coder = Coder.load(settings)
            run = coder.run
            with progress_bar(notices(), "coding", shown=True) as progress:
                task = progress.add_task("coding", total=len(gold.texts))
                codings, rejections = code_gold(
                    gold, coder, settings, after_each=lambda: progress.advance(task)
                )
        scores = score(gold.codings, codings)
        line = signature(gold, run)
    for rejection in rejections or ():
        show_rejection(notices(), rejection)
    if as_json:
        document = _document(scores, line)
        typer.echo(msgspec.json.format(msgspec.json.encode(document), indent=1).decode())
    else:
        _print(output(), scores, line, per_report=per_report)
    if rejections:
        raise typer.Exit(ExitStatus.REJECTED)


def _print(console: Console, scores: Scores, line: str, *, per_report: bool) -> None:
    table = Table("", box=SIMPLE_HEAD, pad_edge=False)
    for column in ("precision", "recall", "F1", "hits", "false", "missed"):
        table.add_column(column, justify="right")
    for measure, tally in scores.measures.items():
        ratios = (f"{ratio:.3f}" for ratio in (tally.precision, tally.recall, tally.f1))
        table.add_row(measure.value, *ratios, *_numbers(tally))
    console.print(table)
    shares = ", ".join(f"{field} {share:.2f}" for field, share in scores.fields.items())
    console.print(f"on the {scores.matched} dyads that match: {shares}")
    if per_report:
        reports = Table("report", box=SIMPLE_HEAD, pad_edge=False)
        for column in ("hits", "false", "missed"):
            reports.add_column(column, justify="right")
        for name, tally in scores.per_report.items():
            reports.add_row(name, *_numbers(tally))
        console.print(reports)
    console.print(line, style="dim", soft_wrap=True)


def _numbers(tally: Tally) -> tuple[str, str, str]:
    return str(tally.hits), str(tally.false), str(tally.missed)


def _document(scores: Scores, line: str) -> dict[str, Any]:
    return {
        "measures": {
            measure.value: {
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
                **_tally_document(tally),
            }
            for measure, tally in scores.measures.items()
        },
        "matched": scores.matched,
        "fields": scores.fields,
        "per_report": {name: _tally_document(tally) for name, tally in scores.per_report.items()},
        "signature": line,
    }


def _tally_document(tally: Tally) -> dict[str, int]:
    return {"hits": tally.hits, "false": tally.false, "missed": tally.missed}
