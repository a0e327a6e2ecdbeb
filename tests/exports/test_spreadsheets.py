from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl

from generator import links
from generator.checklists import sheets
from generator.exports.sheet import checklist_table
from generator.exports.spreadsheets import spreadsheets
from generator.exports.whole import whole_catalogue
from generator.pages import plan
from generator.pages.provision import ChecklistList
from generator.pages.reference import SourceList

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.lookup import Lookup
    from generator.model import Catalogue

FOLDER = "checklists/files"
PANEL = "Is someone at risk? Do this first"
COLUMNS = [
    "Theme", "Strategy", "What to do", "Tier", "Who does it", "In place?", "Who", "Since", "Review date", "Impact",
    "Source", "Reviewed", "Address",
]  # fmt: skip


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows_of(sheet: Worksheet) -> list[list[str]]:
    """Headings and rows of a worksheet as CSV would write them."""
    first, last = (int(number) for number in re.findall(r"\d+", sheet.auto_filter.ref))
    return [
        ["" if cell.value is None else str(cell.value).removesuffix(" 00:00:00") for cell in row]
        for row in sheet.iter_rows(min_row=first, max_row=last)
    ]


def rows_of_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def above(sheet: Worksheet) -> list[str]:
    first = int(re.findall(r"\d+", sheet.auto_filter.ref)[0])
    return [str(sheet.cell(number, 1).value) for number in range(1, first)]


def test_every_sheet_has_a_workbook_and_a_csv_and_so_has_the_whole_catalogue(
    lookup: Lookup, tables: dict[str, bytes]
) -> None:
    names = [f"{sheet.id}-checklist" for sheet in sheets(lookup)] + ["whole-catalogue"]
    assert tables.keys() == {f"{FOLDER}/{name}.{kind}" for name in names for kind in ("xlsx", "csv")}


def test_a_page_offers_both_after_what_is_to_print(lookup: Lookup) -> None:
    for sheet in sheets(lookup):
        assert [file.address.path for file in sheet.files][-2:] == [
            f"{FOLDER}/{sheet.id}-checklist.xlsx",
            f"{FOLDER}/{sheet.id}-checklist.csv",
        ]


def test_the_list_of_checklists_and_the_sources_offer_the_whole_catalogue(lookup: Lookup) -> None:
    pages = {page.address: page.shows for page in plan(lookup)}
    for shows in (pages[links.CHECKLISTS], pages[links.SOURCES]):
        assert isinstance(shows, ChecklistList | SourceList)
        assert [file.address.path for file in shows.whole] == [
            f"{FOLDER}/whole-catalogue.xlsx",
            f"{FOLDER}/whole-catalogue.csv",
        ]


def test_workbook_csv_and_page_hold_the_same_strategies_in_the_same_order(
    lookup: Lookup, tables: dict[str, bytes], golden: Path
) -> None:
    for sheet in sheets(lookup):
        boxes = re.findall(r'data-tick="([^"]+)"', (golden / sheet.address.path).read_text("utf-8"))
        addresses = [links.address(lookup.strategies[each]).url for each in boxes]
        rows = rows_of(opened(tables[f"{FOLDER}/{sheet.id}-checklist.xlsx"])["Checklist"])
        assert rows == rows_of_csv(tables[f"{FOLDER}/{sheet.id}-checklist.csv"])
        assert [row[-1] for row in rows[1:]] == addresses


def test_a_row_of_a_checklist_says_what_to_do_who_does_it_and_from_where(tables: dict[str, bytes]) -> None:
    rows = rows_of_csv(tables[f"{FOLDER}/senses-extra-checklist.csv"])
    assert rows[0] == COLUMNS
    assert rows[1] == [
        "Calm places", "Plan a break to move", "Walk slowly together (SLW), then come back.", "Extra",
        "Any adult; Lead for safety", "", "", "", "", "", "Notes from Elm", "2026-03-01",
        "guide/strategies/movement-break.html",
    ]  # fmt: skip


def test_a_checklist_says_what_it_is_not_what_continues_and_which_edition_it_is(tables: dict[str, bytes]) -> None:
    prompts, edition = above(opened(tables[f"{FOLDER}/feelings-extra-checklist.xlsx"])["Checklist"])[-2:]
    assert prompts == (
        "Prompts for a conversation: not a test, and not a gate to support. Everything in Base continues. "
        "Fill it in for a class or group. Write no pupil’s name."
    )
    assert edition == "A very small guide to support. Catalogue version 0.1.0-RC1, reviewed 1 March 2026."


def test_a_checklist_with_lines_that_serve_every_area_says_so(tables: dict[str, bytes]) -> None:
    assert above(opened(tables[f"{FOLDER}/senses-base-checklist.xlsx"])["Checklist"])[-2] == (
        "Editor’s note: The sources gathered so far give no lines for this area alone at this tier. "
        "The lines below serve every area."
    )


def test_the_panel_stands_first_on_every_checklist_that_is_flagged(lookup: Lookup, tables: dict[str, bytes]) -> None:
    flagged = [sheet.id for sheet in sheets(lookup) if sheet.safeguarding]
    assert "runs-off" in flagged
    tops = {above(opened(tables[f"{FOLDER}/{each}-checklist.xlsx"])["Checklist"])[1] for each in flagged}
    assert tops == {PANEL}


def test_a_checklist_that_is_not_flagged_has_no_panel(lookup: Lookup) -> None:
    assert checklist_table(lookup, replace(sheets(lookup)[0], safeguarding=False)).panel is None


def test_in_place_is_chosen_from_three_answers_on_every_row(tables: dict[str, bytes]) -> None:
    sheet = opened(tables[f"{FOLDER}/shared-base-checklist.xlsx"])["Checklist"]
    choice = next(each for each in sheet.data_validations.dataValidation if each.type == "list")
    assert (str(choice.sqref), choice.formula1) == ("F7:F8", '"Yes,Partly,Not yet"')
    assert [row[5] for row in rows_of(sheet)] == ["In place?", "", ""]


def test_no_column_asks_for_a_pupil(lookup: Lookup) -> None:
    hints = [column.hint for column in checklist_table(lookup, sheets(lookup)[0]).columns if column.hint]
    assert hints == [
        "A class, a group or a role. Never a pupil’s name.",
        "What has changed for the class or group. Never a pupil’s name.",
    ]


def test_the_whole_catalogue_has_a_worksheet_for_each_kind_of_record(
    small: Catalogue, tables: dict[str, bytes]
) -> None:
    book = opened(tables[f"{FOLDER}/whole-catalogue.xlsx"])
    assert book.properties.title == small.guide.title
    assert {sheet.title: len(rows_of(sheet)) - 1 for sheet in book} == {
        "Strategies": len(small.strategies),
        "Symptoms": len(small.symptoms),
        "Services": len(small.services),
        "Cycle": sum(1 + len(step.actions) + len(step.paragraphs) + bool(step.note) for step in small.cycle),
        "Glossary": len(small.glossary),
        "Sources": len(small.sources) + len(small.withheld),
    }


def test_the_panel_stands_first_wherever_the_whole_catalogue_says_what_to_do_for_a_pupil(
    tables: dict[str, bytes],
) -> None:
    book = opened(tables[f"{FOLDER}/whole-catalogue.xlsx"])
    assert [sheet.title for sheet in book if above(sheet)[1] == PANEL] == ["Strategies", "Symptoms"]


def test_the_csv_of_the_whole_catalogue_holds_the_strategies_of_its_workbook(tables: dict[str, bytes]) -> None:
    sheet = opened(tables[f"{FOLDER}/whole-catalogue.xlsx"])["Strategies"]
    assert rows_of_csv(tables[f"{FOLDER}/whole-catalogue.csv"]) == rows_of(sheet)


def test_a_strategy_is_written_down_whole(tables: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(tables[f"{FOLDER}/whole-catalogue.csv"].decode("utf-8-sig"), newline="")))
    assert next(row for row in rows if row["Id"] == "movement-break") == {
        "Strategy": "Plan a break to move",
        "What to do": "Walk slowly together (SLW), then come back.",
        "Needs first": "A second adult",
        "Take care": "Never alone, and never near a road",
        "Tier": "Extra",
        "Areas": "Senses",
        "Theme": "Calm places",
        "Who does it": "Any adult; Lead for safety",
        "Source": "Notes from Elm",
        "Helps with": "Runs off",
        "Safeguarding first": "yes",
        "Examples": "for example, Elm's own walking trail",
        "Phases": "Lower school",
        "Nation": "Southland",
        "Locality": "Elm",
        "Builds on": "Keep a quiet corner",
        "Editor’s note": "",
        "Tier given by": "editor",
        "Statements": "elm-notes.ideas.02",
        "Reviewed": "2026-03-01",
        "Id": "movement-break",
        "Address": "guide/strategies/movement-break.html",
    }


def test_what_is_withheld_is_named_with_its_reason_among_the_sources_and_nowhere_else(
    tables: dict[str, bytes],
) -> None:
    book = opened(tables[f"{FOLDER}/whole-catalogue.xlsx"])
    rows = [row for row in rows_of(book["Sources"]) if row[4] == "withheld"]
    assert rows == [
        ["Cold water (Notes from Elm)", "", "Southland", "", "withheld", "Nobody here can tell whether it is safe.",
         "A nurse", "elm-notes.ideas.03", "", "", "guide/sources/index.html#cold-water"],
    ]  # fmt: skip
    elsewhere = [cell for sheet in book if sheet.title != "Sources" for row in rows_of(sheet) for cell in row]
    elsewhere += [cell for path in tables if path.endswith(".csv") for row in rows_of_csv(tables[path]) for cell in row]
    assert not [cell for cell in elsewhere if "Cold water" in cell or "elm-notes.ideas.03" in cell]


def test_every_row_has_a_cell_for_every_column(lookup: Lookup) -> None:
    all_tables = [*whole_catalogue(lookup), *(checklist_table(lookup, sheet) for sheet in sheets(lookup))]
    assert {(table.title, len(row)) for table in all_tables for row in table.rows} == {
        (table.title, len(table.columns)) for table in all_tables
    }


def test_words_that_staff_type_are_not_in_any_table(lookup: Lookup) -> None:
    cells = {str(cell) for table in whole_catalogue(lookup) for row in table.rows for cell in row}
    assert not [cell for cell in cells if "legs it" in cell]


def test_the_same_catalogue_gives_the_same_bytes(small: Catalogue, tables: dict[str, bytes]) -> None:
    assert spreadsheets(small.model_copy(deep=True)) == tables
