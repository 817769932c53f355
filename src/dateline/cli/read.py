"""``dateline read``: what the language model sees in a report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.terminal import ExitStatus, notices, output, plain_errors, show_rejection
from dateline.ingest import DatedBy, Rejection, find, receive_all
from dateline.records import Frame, NameKind, Quotation, Reading, Sentence
from dateline.settings import Settings

NAME_STYLES = {
    NameKind.PERSON: "bold cyan",
    NameKind.ORGANISATION: "bold magenta",
    NameKind.PLACE: "bold yellow",
    NameKind.NATIONALITY: "yellow",
    NameKind.DATE: "bold green",
    NameKind.OTHER: "bold",
}


# Reading asks no date, receiving does.
ANY_DAY = date(1970, 1, 1)


class ReadFormat(StrEnum):
    """How readings are printed."""

    TEXT = "text"
    TREE = "tree"
    JSON = "json"


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…",
            help="Files of reports, folders of them, or - for standard input.",
            show_default=False,
        ),
    ],
    output_format: Annotated[
        ReadFormat,
        typer.Option(
            "--format",
            help="Sentences with names in colour, frames and quotations (text); "
            "with every word's place in the tree as well (tree); one JSON object a line (json).",
        ),
    ] = ReadFormat.TEXT,
) -> None:
    """Show what the language model reads: words, tree, names, frames, quotations, chains.

    Nothing is coded. Use it to see why an event was found or missed: the coder builds on what
    is shown here.
    """
    settings = Settings()
    found = find(paths)
    rejections = list(found.rejections)
    with plain_errors():
        # The model is loaded only once it is known that the files are there.
        from dateline.language import EVERYTHING, load_model
        from dateline.language import read as read_report

        model = load_model(settings.language_model) if found.sources else None
        for received in receive_all(found.sources, settings, ANY_DAY):
            if isinstance(received, Rejection):
                rejections.append(received)
                continue
            assert model is not None
            report = received.report
            if received.dated_by is DatedBy.GIVEN:
                report = msgspec.structs.replace(report, published=None)
            reading = read_report(report, model, EVERYTHING)
            _show(output(), received.name, reading, output_format)
    for rejection in rejections:
        show_rejection(notices(), rejection)
    if rejections:
        raise typer.Exit(ExitStatus.REJECTED)


def _show(console: Console, name: str, reading: Reading, output_format: ReadFormat) -> None:
    if output_format is ReadFormat.JSON:
        typer.echo(json.dumps({"name": name, **msgspec.to_builtins(reading)}, ensure_ascii=False))
        return
    console.print(Text(name, style="bold underline"))
    for number, sentence in enumerate(reading.sentences):
        console.print(Text(f"{number + 1:>3} ", style="dim") + _coloured(reading, sentence))
        if output_format is ReadFormat.TREE:
            console.print(_tree(reading, sentence))
        for line in _told(reading, sentence):
            console.print(line)
    chains = [chain for chain in reading.chains if len(chain) > 1]
    if chains:
        console.print(Text("the same", style="bold"))
    for chain in chains:
        console.print(Text("    " + " = ".join(_words(reading, m.first, m.end) for m in chain)))
    console.print()


def _coloured(reading: Reading, sentence: Sentence) -> Text:
    """The sentence with its names in the colours of their kinds."""
    text = Text(sentence.span.of(reading.report.text))
    for name in reading.names:
        if sentence.first <= name.first < sentence.end:
            start = sentence.span.start
            text.stylize(NAME_STYLES[name.kind], name.span.start - start, name.span.end - start)
    return text


def _tree(reading: Reading, sentence: Sentence) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for title in ("", "word", "part of speech", "relation", "head"):
        table.add_column(title, no_wrap=True)
    for i in range(sentence.first, sentence.end):
        token = reading.tokens[i]
        head = (
            ""
            if token.head == i
            else f"{token.head - sentence.first + 1} {reading.tokens[token.head].text}"
        )
        table.add_row(
            str(i - sentence.first + 1),
            Text(token.text),
            f"{token.part_of_speech} {token.tag}",
            token.relation,
            Text(head),
        )
    return table


def _told(reading: Reading, sentence: Sentence) -> Iterator[Text]:
    """A line for each quotation and frame of the sentence."""
    for quotation in reading.quotations:
        if sentence.first <= quotation.cue[0] < sentence.end:
            yield _quotation(reading, quotation)
    for frame in reading.frames:
        if sentence.first <= frame.token < sentence.end:
            yield _frame(reading, frame)


def _quotation(reading: Reading, quotation: Quotation) -> Text:
    line = Text("    quotes  ", style="green")
    line.append(_words(reading, *quotation.source) if quotation.source else "nobody", "bold")
    line.append(f" {_words(reading, *quotation.cue)} ", "italic")
    if quotation.content:
        line.append(f"“{_words(reading, *quotation.content)}”")
    return line


def _frame(reading: Reading, frame: Frame) -> Text:
    line = Text("    frame   ", style="blue")
    line.append(reading.tokens[frame.token].text, "bold")
    line.append(f" ({frame.factuality:+.1f})", "dim")
    for argument in frame.arguments:
        line.append(f"  {argument.role} ", "dim")
        line.append(_words(reading, argument.first, argument.end))
    return line


def _words(reading: Reading, first: int, end: int) -> str:
    return reading.report.text[reading.tokens[first].span.start : reading.tokens[end - 1].span.end]
