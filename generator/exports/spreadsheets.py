"""Every spreadsheet of the guide, and the pages that offer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import links
from generator.checklists import sheets
from generator.downloads import Download
from generator.exports.commas import comma_separated
from generator.exports.sheet import checklist_table
from generator.exports.whole import strategies, whole_catalogue
from generator.exports.workbook import workbook
from generator.lookup import Lookup

if TYPE_CHECKING:
    from generator.checklists import Sheet
    from generator.downloads import Offers
    from generator.model import Catalogue

EXCEL, COMMAS = "Excel", "CSV"


def spreadsheets(catalogue: Catalogue) -> Offers:
    """What the page of each checklist offers, and the whole catalogue for the pages that lead to all of it."""
    lookup = Lookup(catalogue)
    whole = _whole(lookup)
    return {
        **{sheet.address: _of_sheet(lookup, sheet) for sheet in sheets(lookup)},
        links.CHECKLISTS: whole,
        links.SOURCES: whole,
    }


def _of_sheet(lookup: Lookup, sheet: Sheet) -> tuple[Download, ...]:
    table = checklist_table(lookup, sheet)
    name = f"{sheet.id}-checklist"
    return (
        Download(
            label="Spreadsheet to fill in",
            kind=EXCEL,
            address=links.file(f"{name}.xlsx"),
            content=workbook(table.title, lookup.catalogue.guide, [table]),
        ),
        Download(
            label="The same rows for other programs",
            kind=COMMAS,
            address=links.file(f"{name}.csv"),
            content=comma_separated(table),
        ),
    )


def _whole(lookup: Lookup) -> tuple[Download, ...]:
    guide = lookup.catalogue.guide
    return (
        Download(
            label="The whole catalogue",
            kind=EXCEL,
            address=links.file("whole-catalogue.xlsx"),
            content=workbook(guide.title, guide, whole_catalogue(lookup)),
        ),
        Download(
            label="Every strategy, for other programs",
            kind=COMMAS,
            address=links.file("whole-catalogue.csv"),
            content=comma_separated(strategies(lookup)),
        ),
    )
