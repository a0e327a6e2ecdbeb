"""Every spreadsheet of the guide: two for each checklist, and two for the whole catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checklists import sheets, spreadsheets_of, spreadsheets_of_all
from generator.exports.commas import comma_separated
from generator.exports.sheet import checklist_table
from generator.exports.whole import strategies, whole_catalogue
from generator.exports.workbook import workbook
from generator.lookup import Lookup

if TYPE_CHECKING:
    from generator.checklists import Sheet
    from generator.model import Catalogue


def spreadsheets(catalogue: Catalogue) -> dict[str, bytes]:
    """The spreadsheets by their path in the folder of generated pages."""
    lookup = Lookup(catalogue)
    files = _of_all(lookup)
    for sheet in sheets(lookup):
        files |= _of_sheet(lookup, sheet)
    return files


def _of_sheet(lookup: Lookup, sheet: Sheet) -> dict[str, bytes]:
    excel, commas = spreadsheets_of(sheet.id)
    table = checklist_table(lookup, sheet)
    return {
        excel.address.path: workbook(table.title, lookup.catalogue.guide, [table]),
        commas.address.path: comma_separated(table),
    }


def _of_all(lookup: Lookup) -> dict[str, bytes]:
    excel, commas = spreadsheets_of_all()
    guide = lookup.catalogue.guide
    return {
        excel.address.path: workbook(guide.title, guide, whole_catalogue(lookup)),
        commas.address.path: comma_separated(strategies(lookup)),
    }
