"""The words that stand around the strategies of a sheet, whoever prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.checklists.sheets import Sheet
    from generator.lookup import Lookup
    from generator.model import Strategy

PROMPTS = "Prompts for a conversation: not a test, and not a gate to support."
NO_NAMES = "Write no pupil’s name."
GROUP = "Class or group"
IN_PLACE = "In place?"
DO = "Tick what is in place."
ANSWERS = ("Yes", "Partly", "Not yet")
BORROWED = (
    "The sources gathered so far give no lines for this area alone at this tier. The lines below serve every area."
)
EDITORIAL_MARK = "†"
EDITORIAL = "The guide’s editors chose the tier: the source gives none, or a lower one."
CODE = "SEND Code of Practice (2015)"


def heading(sheet: Sheet) -> str:
    """What a sheet is about, above its tier."""
    if sheet.symptom:
        return sheet.symptom.label
    return sheet.area.label if sheet.area else "All areas together"


def prompts(sheet: Sheet) -> str:
    """What the sheet is and is not, and what it builds on."""
    return f"{PROMPTS} {continues(sheet)}".strip()


def continues(sheet: Sheet) -> str:
    """What the sheet builds on, in a sentence; empty where it builds on nothing."""
    labels = [tier.label for tier in sheet.below]
    return f"Everything in {listed(labels)} continues." if labels else ""


def listed(labels: Sequence[str]) -> str:
    """Labels as a sentence lists them."""
    return f"{', '.join(labels[:-1])} and {labels[-1]}" if labels[1:] else labels[0]


def where(lookup: Lookup, strategy: Strategy) -> str:
    """Where a strategy applies, if not everywhere."""
    if not strategy.nation:
        return ""
    nation = lookup.nations[strategy.nation].label
    return f"{strategy.locality}, {nation}" if strategy.locality else nation


def editorial(strategy: Strategy) -> bool:
    """Whether the guide's editors gave a strategy its tier."""
    return strategy.placement == "editor"


def sources(lookup: Lookup, statements: Iterable[str]) -> str:
    """The sources of statements in short, in a sentence."""
    return f"Sources: {'; '.join(publishers(lookup, statements))}."


def publishers(lookup: Lookup, statements: Iterable[str]) -> tuple[str, ...]:
    """Who published the sources of statements, or their titles where nobody says who."""
    cited = {lookup.section_of(each)[0].id for each in statements}
    names = (source.publisher or source.title for source in lookup.catalogue.sources if source.id in cited)
    return tuple(dict.fromkeys(names))
