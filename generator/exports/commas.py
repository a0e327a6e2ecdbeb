"""Writes a table as comma-separated values that Excel opens as they are: in UTF-8, and with no formula in them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from generator.exports.tables import may_begin_a_formula

if TYPE_CHECKING:
    from generator.exports.tables import Cell, Table

BYTE_ORDER_MARK = "\ufeff"  # without it, Excel takes the letters for those of another alphabet


def comma_separated(table: Table) -> bytes:
    """The headings, then the rows; a cell that could be taken for a formula begins with an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.heading for column in table.columns)
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if may_begin_a_formula(cell) else cell
    return cell.isoformat()
