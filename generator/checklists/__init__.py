"""What a printed sheet holds and which files there are of it, whoever prints it: page, PDF or spreadsheet."""

from __future__ import annotations

from generator.checklists import wording
from generator.checklists.cards import Card, card
from generator.checklists.files import (
    File,
    Kind,
    file_of_card,
    file_of_record,
    spreadsheets_of,
    spreadsheets_of_all,
    steps_of_the_code,
)
from generator.checklists.sheets import (
    Checklist,
    Sheet,
    ThemeGroup,
    by_theme,
    checklist,
    checklists,
    sheets,
    symptom_sheet,
    tier_sheet,
)

__all__ = [
    "Card",
    "Checklist",
    "File",
    "Kind",
    "Sheet",
    "ThemeGroup",
    "by_theme",
    "card",
    "checklist",
    "checklists",
    "file_of_card",
    "file_of_record",
    "sheets",
    "spreadsheets_of",
    "spreadsheets_of_all",
    "steps_of_the_code",
    "symptom_sheet",
    "tier_sheet",
    "wording",
]
