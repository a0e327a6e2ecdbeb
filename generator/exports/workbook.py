"""The only module that knows Excel: writes tables as a workbook to fill in and to print, a worksheet for each."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from textwrap import shorten
from typing import TYPE_CHECKING

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs

from generator.exports.tables import EMPTY, may_begin_a_formula
from generator.figures import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from generator.exports.tables import Cell, Column, Table
    from generator.model import Guide

A4 = 9
LINE = 15  # points: the height of a line of text
MARGIN, FOOT = 0.4, 0.7  # inches
LONGEST_TITLE, LONGEST_EDITION = 70, 45  # characters; a footer may have 255, where an ampersand counts twice
FILLED = 0.9  # how much of a line words fill before they break
GAP = 3  # points: the air under a line
UNANSWERED = "still to answer"
FIXED_DATE = (1980, 1, 1, 0, 0, 0)

GRID = {"border": 1, "border_color": "#808080", "valign": "top", "text_wrap": True}
BOX = {"border": 2, "valign": "vcenter", "text_wrap": True}


@dataclass(frozen=True)
class Formats:
    """The looks of a workbook's cells, which read in black and white."""

    title: Format
    alert: Format
    panel: Format
    line: Format
    heading: Format
    text: Format
    quoted: Format
    day: Format
    label: Format
    count: Format


def workbook(title: str, guide: Guide, tables: Sequence[Table]) -> bytes:
    """A workbook with a worksheet for each table: the same bytes on any day and any machine."""
    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties(
        {
            "title": title,
            "subject": guide.title,
            "comments": f"Catalogue version {guide.version}, reviewed {day(guide.reviewed)}",
            "created": datetime.combine(guide.reviewed, time(), UTC),
        }
    )
    formats = _formats(book)
    for table in tables:
        _write(book.add_worksheet(table.name), table, guide, formats)
    book.close()
    return _same_everywhere(content)


def _formats(book: Workbook) -> Formats:
    return Formats(
        title=book.add_format({"bold": True, "font_size": 16}),
        alert=book.add_format({**BOX, "bold": True, "font_size": 12}),
        panel=book.add_format(BOX),
        line=book.add_format({"text_wrap": True, "valign": "top"}),
        heading=book.add_format({**GRID, "bold": True, "bg_color": "#EDEDED"}),
        text=book.add_format(GRID),
        quoted=book.add_format({**GRID, "quote_prefix": True}),
        day=book.add_format({**GRID, "num_format": "d mmm yyyy", "align": "left"}),
        label=book.add_format({"align": "right"}),
        count=book.add_format({"align": "left", "bold": True}),
    )


def _write(sheet: Worksheet, table: Table, guide: Guide, formats: Formats) -> None:
    """Write what stands above the table, the table, its totals, and how all of it goes on to paper."""
    heading = _write_above(sheet, table, formats)
    first, last = heading + 1, heading + len(table.rows)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(heading, place, column.heading, formats.heading)
        _guide_typing(sheet, (first, place, last, place), column)
    for number, row in enumerate(table.rows, start=first):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, formats)
    sheet.autofilter(heading, 0, last, len(table.columns) - 1)
    sheet.freeze_panes(first, 0)
    end = _write_totals(sheet, table, (first, last), formats)
    sheet.print_area(0, 0, end, _printed(table) - 1)
    sheet.repeat_rows(heading)
    _set_up_paper(sheet, table, guide)


def _write_above(sheet: Worksheet, table: Table, formats: Formats) -> int:
    """Write the title, the panel and the lines over the width of the print; return the row for the headings."""
    sheet.write_string(0, 0, table.title, formats.title)
    below = [(line, formats.line) for line in table.lines]
    if table.panel:
        steps = (f"{number}. {step}" for number, step in enumerate(table.panel.steps, start=1))
        text = " ".join((*steps, table.panel.afterwards))
        below = [(table.panel.title, formats.alert), (text, formats.panel), *below]
    right = _printed(table) - 1
    characters = sum(column.width for column in table.columns[: right + 1])
    for number, (text, look) in enumerate(below, start=1):
        sheet.merge_range(number, 0, number, right, EMPTY, look)
        sheet.write_string(number, 0, text, look)
        sheet.set_row(number, LINE * -(-len(text) // int(characters * FILLED)) + GAP)  # Excel sizes no merged row
    return len(below) + 1


def _printed(table: Table) -> int:
    """How many columns go on to paper."""
    return sum(column.printed for column in table.columns)


def _guide_typing(sheet: Worksheet, cells: tuple[int, int, int, int], column: Column) -> None:
    """Offer the choices of a column, or say what belongs into it."""
    if column.choices:
        *others, last = column.choices
        sheet.data_validation(
            *cells,
            {
                "validate": "list",
                "source": list(column.choices),
                "error_title": column.heading,
                "error_message": f"Choose {', '.join(others)} or {last}.",
            },
        )
    if column.hint:
        sheet.data_validation(*cells, {"validate": "any", "input_title": column.heading, "input_message": column.hint})


def _write_cell(sheet: Worksheet, number: int, place: int, cell: Cell, formats: Formats) -> None:
    """Write text as text, whatever it looks like, and a date as a date."""
    if isinstance(cell, date):
        sheet.write_datetime(number, place, cell, formats.day)
    elif cell == EMPTY:
        sheet.write_blank(number, place, None, formats.text)
    else:
        sheet.write_string(number, place, cell, formats.quoted if may_begin_a_formula(cell) else formats.text)


def _write_totals(sheet: Worksheet, table: Table, rows: tuple[int, int], formats: Formats) -> int:
    """Count each choice under the table, in the only formulas that there are; return the last row that is used."""
    first, last = rows
    end = last
    for place, column in enumerate(table.columns):
        if column.choices:
            cells = xl_range_abs(first, place, last, place)
            counts = [(choice, f'=COUNTIF({cells},"{choice}")', 0) for choice in column.choices]
            counts.append((UNANSWERED, f"=COUNTBLANK({cells})", len(table.rows)))
            for end, (label, formula, value) in enumerate(counts, start=last + 2):
                sheet.write_string(end, place - 1, f"{column.heading} {label}", formats.label)
                sheet.write_formula(end, place, formula, formats.count, value)
    return end


def _set_up_paper(sheet: Worksheet, table: Table, guide: Guide) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=MARGIN, right=MARGIN, top=MARGIN, bottom=FOOT)
    sheet.fit_to_pages(1, 0)
    edition = f"Version {guide.version}, reviewed {day(guide.reviewed)}"
    left, centre = _in_footer(table.title, LONGEST_TITLE), _in_footer(edition, LONGEST_EDITION)
    sheet.set_footer(f"&L{left}&C{centre}&RPage &P of &N")


def _in_footer(text: str, longest: int) -> str:
    return shorten(text, longest, placeholder="…").replace("&", "&&")


def _same_everywhere(archive: io.BytesIO) -> bytes:
    """The same files in an archive that no system marks as its own, nor any version of zlib by how it packs."""
    content = io.BytesIO()
    with zipfile.ZipFile(archive) as packed, zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as stored:
        for name in packed.namelist():
            member = zipfile.ZipInfo(name, FIXED_DATE)
            member.create_system = 0
            stored.writestr(member, packed.read(name))
    return content.getvalue()
