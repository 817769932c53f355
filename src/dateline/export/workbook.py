"""An Excel workbook of events, written row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from dateline.errors import OutputError
from dateline.export.files import whole
from dateline.export.flat import COLUMNS, Cell, FlatEvent, cells
from dateline.libraries import library

# What Excel allows.
LARGEST_SHEET = 1_048_576
LONGEST_CELL = 32_767
LARGEST_NUMBER = 2**53
# Characters that XML 1.0 has no way to write.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
WIDTHS = {"evidence": 80, "title": 40, "why": 40, "actor_texts": 24, "recipient_texts": 24}
USUAL_WIDTH = 13
CUT = " […]"


def write_workbook(
    path: Path, events: Iterable[FlatEvent], largest_sheet: int = LARGEST_SHEET
) -> int:
    """One event a row on the sheet "events" (and "events 2" … beyond Excel's million rows).

    Texts are texts, also where they begin with "=". Text beyond what a cell holds is cut and
    ends in "[…]". Raises ``OutputError`` where xlsxwriter is not installed.
    """
    xlsxwriter = library("xlsxwriter", "export", "an Excel workbook", OutputError)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    count = 0
    with whole(path) as temporary:
        try:
            with xlsxwriter.Workbook(str(temporary), options) as workbook:
                sheet = _sheet(workbook, 1)
                for event in events:
                    number, row = divmod(count, largest_sheet - 1)
                    if number and not row:
                        sheet = _sheet(workbook, number + 1)
                    for column, cell in enumerate(cells(event)):
                        _write(sheet, row + 1, column, cell)
                    count += 1
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OutputError(f"{path} cannot be written: {error}.") from error
    return count


def _sheet(workbook: Any, number: int) -> Any:
    sheet = workbook.add_worksheet("events" if number == 1 else f"events {number}")
    bold = workbook.add_format({"bold": True})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, WIDTHS.get(name, USUAL_WIDTH))
        sheet.write_string(0, column, name, bold)
    sheet.freeze_panes(1, 0)
    return sheet


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:
    match cell:
        case None | "":
            return
        case bool():
            sheet.write_boolean(row, column, cell)
        case date():
            # Excel's calendar begins in 1900.
            if cell.year < 1900:
                sheet.write_string(row, column, cell.isoformat())
            else:
                sheet.write_datetime(row, column, cell)
        case int() | float() if abs(cell) <= LARGEST_NUMBER:
            sheet.write_number(row, column, cell)
        case _:
            sheet.write_string(row, column, _fitting(str(cell)))


def _fitting(text: str) -> str:
    text = UNWRITABLE.sub("\ufffd", text)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT
