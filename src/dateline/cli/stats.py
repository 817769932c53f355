"""``dateline stats``: what an archive holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import msgspec
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.archive import DEFAULT_ARCHIVE, ArchiveFile, harmless
from dateline.cli.terminal import output, plain_errors

Row = dict[str, Any]

WHOLE = """
    select
        (select count(*) from reports) as reports,
        (select count(*) from event_records) as events,
        (select count(*) from statements) as statements,
        (select count(*) from rejects) as rejects,
        (select min(published) from reports) as first_published,
        (select max(published) from reports) as last_published,
        (select min(first_day) from event_records where era = 'current') as first_event,
        (select max(last_day) from event_records where era = 'current') as last_event
"""

# What each list counts; the names are the keys of the JSON and the headings of the tables.
LISTS = {
    "types": """
        select
            type,
            count(*) as events,
            count(*) filter (said_to_be_so) as said_to_be_so,
            count(*) filter (stance <> 'asserts') as disputed,
            count(distinct report_id) as reports
        from events group by type order by events desc, type
    """,
    "dyads": """
        select actor, recipient, count(*) as events, count(distinct report_id) as reports
        from dyads where said_to_be_so and recipient <> '-'
        group by actor, recipient order by events desc, actor, recipient limit $limit
    """,
    "rejects": """
        select kind, count(*) as reports from rejects group by kind order by reports desc, kind
    """,
    "runs": """
        select dateline, model, knowledge, count(report_id) as reports
        from runs left join reports using (run_id)
        group by run_id, dateline, model, knowledge order by reports desc, run_id
    """,
}


def stats(
    archive: ArchiveFile = DEFAULT_ARCHIVE,
    limit: Annotated[int, typer.Option(min=1, help="How many dyads to list.")] = 10,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything as one JSON object.")
    ] = False,
) -> None:
    """Tell what an archive holds: reports, events by type, dyads, rejects, and what coded them."""
    from dateline.store import Archive

    with plain_errors(), Archive.open(archive, read_only=True) as opened:
        (whole,) = opened.query(WHOLE).to_pylist()
        lists: dict[str, list[Row]] = {
            name: opened.query(query.replace("$limit", str(limit))).to_pylist()
            for name, query in LISTS.items()
        }
    if as_json:
        document = msgspec.json.encode({**whole, **_counted(lists)})
        typer.echo(msgspec.json.format(document, indent=2).decode())
    else:
        _print(output(), str(archive), whole, lists)


def _counted(lists: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """The lists under names that do not hide the number of rejects."""
    return {("reject_kinds" if name == "rejects" else name): rows for name, rows in lists.items()}


def _print(console: Console, name: str, whole: Row, lists: Mapping[str, list[Row]]) -> None:
    numbers = ", ".join(
        f"{whole[key]:,} {words}"
        for key, words in (
            ("reports", "reports"),
            ("events", "events"),
            ("statements", "statements"),
            ("rejects", "rejected"),
        )
    )
    console.print(f"{name}: {numbers}", markup=False)
    console.print(f"published {_between(whole['first_published'], whole['last_published'])}")
    console.print(f"current events {_between(whole['first_event'], whole['last_event'])}")
    for title, rows in lists.items():
        if rows:
            console.print(_table(title, rows))


def _between(first: date | None, last: date | None) -> str:
    return "without a date" if first is None or last is None else f"{first} to {last}"


def _table(title: str, rows: list[Row]) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for name, value in rows[0].items():
        table.add_column(
            name.replace("_", " "), justify="right" if isinstance(value, int) else "left"
        )
    for row in rows:
        table.add_row(*(_cell(value) for value in row.values()))
    return table


def _cell(value: Any) -> Text:
    if isinstance(value, int):
        return Text(f"{value:,}")
    return Text("" if value is None else harmless(str(value)))
