"""What each printed sheet is made from: its template, and the words and numbers that the template is handed."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import segno

from generator import links
from generator.checklists import (
    card,
    file_of_card,
    file_of_record,
    files,
    sheets,
    steps_of_the_code,
    wording,
)
from generator.figures import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checklists import File, Kind, Sheet
    from generator.links import Address
    from generator.lookup import Lookup
    from generator.model import Strategy, Symptom, Tier

Values = dict[str, Any]

LOOKS: dict[Kind, Values] = {
    files.WALL: {
        "paper": "a4", "margin": 28, "small": 8.5, "qr": 62, "wide": True,
        "sizes": (10, 10.5, 11, 11.5, 12, 13, 14, 16, 18), "sides": 2,
    },
    files.LARGE_PRINT: {
        "paper": "a4", "margin": 40, "small": 16, "qr": 90, "wide": False,
        "sizes": (17,), "sides": 0,
    },
    files.POSTER: {
        "paper": "a3", "margin": 40, "small": 12, "qr": 96, "wide": True,
        "sizes": (14, 15, 16, 17, 18, 20, 22, 24, 26), "sides": 2,
    },
}  # fmt: skip
"""How one template becomes each of these forms: lengths in points, and the most sides that may be fitted."""

PLANNING = {"columns": ("Strategy", wording.IN_PLACE, "Who", "Since", "Review date", "Impact")}
SELF_EVALUATION = {
    "columns": ("Strategy", "Evidence", "Next step"),
    "totals": {"title": "Totals", "columns": ("Theme", "Lines"), "all": "All themes"},
}
CARD = {
    "titles": {"notice": "You may notice", "first": "Try first", "next": "Next"},
    "then": ("Review what has helped, and ask your SENCO or ALNCo what to add.",),
}


@dataclass(frozen=True)
class Handed:
    """A file to print, the name of its template, and what that is handed."""

    file: File
    template: str
    values: Values


def handed(lookup: Lookup) -> tuple[Handed, ...]:
    """Everything that is printed."""
    return (
        *(form for sheet in sheets(lookup) for form in _forms(lookup, sheet)),
        *(_card(lookup, symptom) for symptom in lookup.catalogue.symptoms),
        _record(lookup),
    )


def banner(lookup: Lookup) -> Values:
    """What the picture shows that stands for the whole site."""
    guide = lookup.catalogue.guide
    return {
        "title": guide.title,
        "summary": guide.summary,
        "tiers": [_tier(lookup, tier) for tier in lookup.catalogue.tiers],
    }


def _forms(lookup: Lookup, sheet: Sheet) -> Iterator[Handed]:
    """The forms in which a sheet is printed. A card is not of them: it holds less."""
    particular: dict[Kind, tuple[str, Values]] = {
        **{kind: ("checklist", {"look": look}) for kind, look in LOOKS.items()},
        files.PLANNING: ("planning", PLANNING),
        files.SELF_EVALUATION: ("self-evaluation", SELF_EVALUATION),
    }
    around = _around(lookup, sheet)
    groups = [
        {"title": group.theme.label, "lines": [_line(lookup, each, sheet) for each in group.strategies]}
        for group in sheet.groups
    ]
    for file in sheet.files:
        if file.kind in particular:
            template, values = particular[file.kind]
            yield Handed(file, template, around | _named(file, sheet.title) | {"groups": groups} | values)


def _card(lookup: Lookup, symptom: Symptom) -> Handed:
    held = card(lookup, symptom)
    file = file_of_card(symptom)
    lines = {
        "notice": symptom.notice,
        "first": [_line(lookup, each, held.sheet) | {"summary": each.summary} for each in held.first],
        "next": [_line(lookup, each, held.sheet) | {"summary": ""} for each in held.next],
    }
    return Handed(file, "card", _around(lookup, held.sheet) | _named(file, symptom.label) | lines | CARD)


def _record(lookup: Lookup) -> Handed:
    file = file_of_record(lookup.catalogue)
    first, *others = (step.label for step in steps_of_the_code(lookup.catalogue))
    title = ", ".join((first, *map(str.lower, others)))
    steps = [
        {
            "label": step.label,
            "summary": step.summary,
            "paragraphs": [{"number": each.number, "text": each.text} for each in step.paragraphs],
        }
        for step in lookup.catalogue.cycle
    ]
    values = {
        "heading": title,
        "tier": None,
        "legend": None,
        "sources": wording.sources(lookup, [each for step in lookup.catalogue.cycle for each in step.statements]),
        "steps": steps,
        "code": wording.CODE,
        "fields": (wording.GROUP, "From", "To"),
        "written": "What we found, agreed or did",
    }
    return Handed(file, "cycle", _on_every_sheet(lookup, links.CYCLE, "The cycle") | _named(file, title) | values)


def _around(lookup: Lookup, sheet: Sheet) -> Values:
    """What stands around the strategies of a sheet, whatever its form."""
    statements = [each for strategy in sheet.strategies for each in strategy.statements]
    guarding = lookup.catalogue.safeguarding
    return {
        **_on_every_sheet(lookup, sheet.address, f"Checklists, {sheet.title}"),
        "heading": wording.heading(sheet),
        "tier": _tier(lookup, sheet.tier) if sheet.tier else None,
        "continues": wording.continues(sheet),
        "borrowed": wording.BORROWED if sheet.borrowed else None,
        "panel": guarding.model_dump() if sheet.safeguarding else None,
        "legend": f"{wording.EDITORIAL_MARK} {wording.EDITORIAL}" if sheet.editorial else None,
        "sources": wording.sources(lookup, statements),
        "do": wording.DO,
        "answers": wording.ANSWERS,
        "group": wording.GROUP,
        "day": "Date",
    }


def _on_every_sheet(lookup: Lookup, page: Address, by_name: str) -> Values:
    """The guide, its edition, what a sheet is not, and where the live page is: an address or, without one, a name."""
    guide = lookup.catalogue.guide
    return {
        "guide": guide.title,
        "date": (guide.reviewed.year, guide.reviewed.month, guide.reviewed.day),
        "edition": f"Catalogue version {guide.version}, reviewed {day(guide.reviewed)}.",
        "prompts": wording.PROMPTS,
        "no_names": wording.NO_NAMES,
        **(_live(guide.address + page.url) if guide.address else _by_name(f"{guide.title}, {by_name}.")),
    }


def _live(address: str) -> Values:
    return {
        "qr": _qr(address),
        "qr_alt": f"QR code of the live page: {address}",
        "live": "Live page:",
        "address": address,
        "short": address.split("://", 1)[1],
    }


def _by_name(name: str) -> Values:
    return {"qr": None, "live": f"Live page: {name}", "address": None}


def _qr(address: str) -> str:
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()


def _named(file: File, title: str) -> Values:
    return {"kind": file.kind.name, "document": f"{title}. {file.kind.name}"}


def _line(lookup: Lookup, strategy: Strategy, sheet: Sheet) -> Values:
    """A strategy as it stands on a sheet: with its tier where the sheet itself has none."""
    return {
        "title": strategy.title,
        "tier": None if sheet.tier else _tier(lookup, lookup.tier_of(strategy)),
        "mark": wording.EDITORIAL_MARK if wording.editorial(strategy) else "",
        "where": wording.where(lookup, strategy),
    }


def _tier(lookup: Lookup, tier: Tier) -> Values:
    return {"label": tier.label, "name": tier.name, "step": lookup.order(tier), "steps": len(lookup.catalogue.tiers)}
