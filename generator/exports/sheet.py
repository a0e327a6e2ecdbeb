"""The table of a checklist: a row for each strategy, and columns to fill in for a class or a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import links
from generator.checklists import wording
from generator.exports.tables import ADDRESS, EMPTY, Column, Columns, Table, edition, listed, rows

if TYPE_CHECKING:
    from generator.checklists import Sheet
    from generator.lookup import Lookup
    from generator.model import Strategy

NAME = "Checklist"
FOR_WHOM = "Fill it in for a class or group."


def checklist_table(lookup: Lookup, sheet: Sheet) -> Table:
    """The strategies of a sheet in the order of its boxes."""
    columns = _columns(lookup)
    return Table(
        name=NAME,
        title=f"Checklist. {sheet.title}",
        columns=tuple(columns),
        rows=rows(sheet.strategies, columns),
        panel=lookup.catalogue.safeguarding if sheet.safeguarding else None,
        lines=(
            f"{wording.prompts(sheet)} {FOR_WHOM} {wording.NO_NAMES}",
            *(f"Editor’s note: {wording.BORROWED}" for _ in sheet.borrowed[:1]),
            edition(lookup.catalogue.guide),
        ),
    )


def _columns(lookup: Lookup) -> Columns[Strategy]:
    return {
        Column("Theme", 13): lambda each: lookup.themes[each.theme].label,
        Column("Strategy", 24): lambda each: each.title,
        Column("What to do", 38): lambda each: each.summary,
        Column("Tier", 7): lambda each: lookup.tier_of(each).label,
        Column("Who does it", 22): lambda each: listed(lookup.roles[role].label for role in each.roles),
        Column(wording.IN_PLACE, 10, choices=wording.ANSWERS): _to_fill_in,
        Column("Who", 12, hint="A class, a group or a role. Never a pupil’s name."): _to_fill_in,
        Column("Since", 10): _to_fill_in,
        Column("Review date", 10): _to_fill_in,
        Column("Impact", 18, hint="What has changed for the class or group. Never a pupil’s name."): _to_fill_in,
        Column("Source", 14): lambda each: listed(wording.publishers(lookup, each.statements)),
        Column("Reviewed", 12, printed=False): lambda each: each.reviewed,
        ADDRESS: lambda each: links.on_the_web(lookup.catalogue.guide, each),
    }


def _to_fill_in(_: Strategy) -> str:
    return EMPTY
