"""Tables to write: one with everything that a spreadsheet could mistake, and the workbook made of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.exports.tables import Column, Table

if TYPE_CHECKING:
    from generator.model import Catalogue

HOSTILE = (
    "=1+1", "+44 1632 960000", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://example.org","x")',
    "https://example.org/", "0123", "1e5", "TRUE", "#N/A", "{=1}", "'quoted", 'with "quotes", and commas',
    "two\nlines", "Tŷ Ŵyn — “Ŷsgol”", "<b>&amp;</b>", "~!%",
)  # fmt: skip


@pytest.fixture(scope="session")
def table(small: Catalogue) -> Table:
    return Table(
        name="Awkward",
        title="Tea & toast: a table",
        columns=(
            Column("Text", 30),
            Column("Ready?", 10, choices=("yes", "no")),
            Column("Who", 12, hint="A class or a group."),
            Column("Day", 12, printed=False),
        ),
        rows=tuple((text, "", "", date(2026, 3, 1)) for text in HOSTILE),
        panel=small.safeguarding,
        lines=("Never a name.",),
    )
