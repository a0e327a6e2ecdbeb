from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from generator.exports.commas import comma_separated
from tests.exports.conftest import HOSTILE

if TYPE_CHECKING:
    from generator.exports.tables import Table


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_headings_come_first(table: Table) -> None:
    assert read(comma_separated(table))[0] == ["Text", "Ready?", "Who", "Day"]


def test_excel_is_told_that_the_letters_are_utf_8(table: Table) -> None:
    content = comma_separated(table)
    assert content.startswith(b"\xef\xbb\xbfText,")
    assert "Tŷ Ŵyn — “Ŷsgol”".encode() in content


def test_every_line_ends_as_the_standard_says(table: Table) -> None:
    content = comma_separated(table).replace(b"two\nlines", b"").replace(b"\r=1", b"")
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r") == len(table.rows) + 1


def test_what_could_be_taken_for_a_formula_begins_with_an_apostrophe(table: Table) -> None:
    written = [row[0] for row in read(comma_separated(table))[1:]]
    assert written[:7] == [
        "'=1+1", "'+44 1632 960000", "'-1", "'@SUM(A1)", "'\t=1", "'\r=1", '\'=HYPERLINK("http://example.org","x")',
    ]  # fmt: skip


def test_every_other_text_is_written_as_it_is(table: Table) -> None:
    written = [row[0] for row in read(comma_separated(table))[1:]]
    assert written[7:] == list(HOSTILE[7:])


def test_a_date_is_written_so_that_it_sorts(table: Table) -> None:
    assert {row[3] for row in read(comma_separated(table))[1:]} == {"2026-03-01"}
