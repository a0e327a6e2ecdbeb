from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from generator.exports.tables import Column, Table
from generator.exports.workbook import workbook
from tests.exports.conftest import HOSTILE

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.model import Catalogue

HEADINGS = 5  # under the title, the panel's two rows and one line


@pytest.fixture(scope="module")
def content(small: Catalogue, table: Table) -> bytes:
    return workbook("Tea & toast", small.guide, [table])


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def sheet(book: Workbook) -> Worksheet:
    return book["Awkward"]


def texts(sheet: Worksheet, column: int) -> list[object]:
    return [sheet.cell(HEADINGS + number, column).value for number in range(1, len(HOSTILE) + 1)]


def test_text_comes_back_as_typed_whatever_it_looks_like(sheet: Worksheet) -> None:
    assert [unescape(str(text)) for text in texts(sheet, 1)] == list(HOSTILE)
    assert {sheet.cell(HEADINGS + number, 1).data_type for number in range(1, len(HOSTILE) + 1)} == {"s"}


def test_text_that_looks_like_a_formula_stays_text_when_somebody_edits_it(sheet: Worksheet) -> None:
    quoted = [sheet.cell(HEADINGS + number, 1).quotePrefix for number in range(1, len(HOSTILE) + 1)]
    assert quoted == [True] * 7 + [False] * 12


def test_nothing_becomes_a_link(content: bytes, sheet: Worksheet) -> None:
    assert {cell.hyperlink for row in sheet.iter_rows() for cell in row} == {None}
    assert b"hyperlink" not in content


def test_the_only_formulas_count_the_choices_under_the_table(sheet: Worksheet) -> None:
    formulas = {
        formula.coordinate: (label.value, formula.value)
        for row in sheet.iter_rows()
        for label, formula in pairwise(row)
        if formula.data_type == "f"
    }
    assert formulas == {
        "B26": ("Ready? yes", '=COUNTIF($B$6:$B$24,"yes")'),
        "B27": ("Ready? no", '=COUNTIF($B$6:$B$24,"no")'),
        "B28": ("Ready? still to answer", "=COUNTBLANK($B$6:$B$24)"),
    }


def test_the_counts_are_right_before_anything_is_filled_in(content: bytes) -> None:
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["Awkward"]
    assert [values[place].value for place in ("B26", "B27", "B28")] == [0, 0, len(HOSTILE)]


def test_the_panel_stands_above_everything_but_the_title(sheet: Worksheet) -> None:
    assert [sheet.cell(number, 1).value for number in range(1, HEADINGS + 1)] == [
        "Tea & toast: a table",
        "Is someone at risk? Do this first",
        "1. If anyone is in danger, call for help. 2. Tell the lead for safety now. Then ask the QTT.",
        "Never a name.",
        "Text",
    ]


def test_without_a_panel_the_lines_follow_the_title(small: Catalogue) -> None:
    table = Table(name="Plain", title="Plain", columns=(Column("A", 20), Column("B", 20)), rows=(), lines=("A line.",))
    plain = openpyxl.load_workbook(io.BytesIO(workbook("Plain", small.guide, [table])))["Plain"]
    assert [row[0] for row in plain.iter_rows(values_only=True)] == ["Plain", "A line.", "A"]
    assert plain.freeze_panes == "A4"


def test_what_stands_above_is_as_high_as_its_words_need(small: Catalogue) -> None:
    line = "Four words and more. " * 10
    table = Table(name="Long", title="Long", columns=(Column("A", 30), Column("B", 30)), rows=(), lines=(line,))
    long = openpyxl.load_workbook(io.BytesIO(workbook("Long", small.guide, [table])))["Long"]
    assert str(long.merged_cells) == "A2:B2"
    assert long["A2"].alignment.wrap_text
    assert long.row_dimensions[2].height == 15 * 4 + 3


def test_the_headings_stay_in_view_and_can_be_filtered(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "A6"
    assert sheet.auto_filter.ref == "A5:D24"
    assert [cell.value for cell in sheet[HEADINGS]] == ["Text", "Ready?", "Who", "Day"]
    assert all(cell.font.b for cell in sheet[HEADINGS])


def test_columns_are_as_wide_as_they_say_and_words_wrap(sheet: Worksheet) -> None:
    assert [round(sheet.column_dimensions[letter].width) for letter in "ABCD"] == [31, 11, 13, 13]
    assert all(cell.alignment.wrap_text for cell in sheet[HEADINGS + 1])


def test_a_choice_is_offered_and_anything_else_refused(sheet: Worksheet) -> None:
    choice = next(each for each in sheet.data_validations.dataValidation if each.type == "list")
    assert (str(choice.sqref), choice.formula1, choice.errorStyle or "stop") == ("B6:B24", '"yes,no"', "stop")
    assert (choice.errorTitle, choice.error) == ("Ready?", "Choose yes or no.")


def test_a_hint_shows_where_something_is_to_be_filled_in(sheet: Worksheet) -> None:
    hint = next(each for each in sheet.data_validations.dataValidation if each.type != "list")
    assert (str(hint.sqref), hint.promptTitle, hint.prompt) == ("C6:C24", "Who", "A class or a group.")


def test_a_date_is_a_date(sheet: Worksheet) -> None:
    assert set(texts(sheet, 4)) == {datetime(2026, 3, 1)}  # noqa: DTZ001 - a spreadsheet knows no time zones
    assert sheet.cell(HEADINGS + 1, 4).number_format == "d mmm yyyy"


def test_it_prints_on_a4_landscape_one_page_wide_with_its_headings_on_every_page(sheet: Worksheet) -> None:
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$5:$5"


def test_only_printed_columns_go_on_to_paper_with_the_counts(sheet: Worksheet) -> None:
    assert sheet.print_area == "'Awkward'!$A$1:$C$28"


def foot(sheet: Worksheet) -> list[str | None]:
    assert sheet.oddFooter
    return [part.text for part in (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right)]


def test_the_foot_of_a_page_says_what_it_is_which_edition_and_how_many_there_are(sheet: Worksheet) -> None:
    assert foot(sheet) == [
        "Tea && toast: a table",
        "Version 0.1.0-RC1, reviewed 1 March 2026",
        "Page &P of &N",
    ]


@pytest.mark.parametrize(
    ("title", "shown"), [("Tea & toast " * 20, "Tea && toast " * 5 + "Tea &&…"), ("& " * 99, "&& " * 34 + "&&…")]
)
def test_a_title_too_long_for_the_foot_is_cut_at_a_word(small: Catalogue, title: str, shown: str) -> None:
    table = Table(name="Long", title=title, columns=(Column("A", 20), Column("B", 20)), rows=())
    long = openpyxl.load_workbook(io.BytesIO(workbook("Long", small.guide, [table])))["Long"]
    assert foot(long)[0] == shown


def test_the_document_says_what_it_is_and_is_as_old_as_the_edition(book: Workbook) -> None:
    properties = book.properties
    assert (properties.title, properties.subject) == ("Tea & toast", "A very small guide to support")
    assert properties.description == "Catalogue version 0.1.0-RC1, reviewed 1 March 2026"
    midnight = datetime(2026, 3, 1)  # noqa: DTZ001 - as it is read back
    assert (properties.created, properties.modified) == (midnight, midnight)


def test_nothing_in_the_archive_tells_of_the_day_the_system_or_the_version_of_zlib(content: bytes) -> None:
    members = zipfile.ZipFile(io.BytesIO(content)).infolist()
    assert {(each.date_time, each.create_system, each.compress_type, each.external_attr) for each in members} == {
        ((1980, 1, 1, 0, 0, 0), 0, zipfile.ZIP_STORED, 0o600 << 16)
    }
    assert not re.search(rb"20\d\d-\d\d-\d\dT(?!00:00:00Z)", content)


def test_the_same_tables_give_the_same_bytes(small: Catalogue, table: Table, content: bytes) -> None:
    assert workbook("Tea & toast", small.guide, [table]) == content
