"""What a result shows and what filters ask of it: records in the order of the index, linked by their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import links
from generator.search.documents import name, with_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checklists import Checklist
    from generator.lookup import Lookup
    from generator.model import Situation

MOST_ANSWERS = 11
"""How many answers of a situation can count: a page shows ten, and another situation may share one."""


def records(lookup: Lookup, sheets: Iterable[Checklist]) -> dict[str, object]:
    """What a result shows and what filters ask of it. Records stand in the order of the index; links by position."""
    catalogue = lookup.catalogue
    place = {
        name: {record.id: number for number, record in enumerate(getattr(catalogue, name))}
        for name in (
            "symptoms",
            "strategies",
            "services",
            "cycle",
            "tiers",
            "areas",
            "themes",
            "roles",
            "phases",
            "nations",
        )
    }

    def url(record: object) -> str:
        return links.address(record).url.removeprefix(f"{links.FOLDER}/")

    def answer(name: str) -> str:
        kinds = {"strategies": "a", "services": "v", "cycle": "c"}
        return next(f"{letter}{place[kind][name]}" for kind, letter in kinds.items() if name in place[kind])

    return {
        "labels": {
            name: [[record.id, record.label] for record in getattr(catalogue, name)]
            for name in ("tiers", "areas", "themes", "roles", "phases", "nations")
        },
        "symptoms": [
            {
                "id": each.id,
                "title": each.label,
                "text": each.summary,
                "url": url(each),
                "within": place["symptoms"][each.within] if each.within else -1,
                "first": [place["strategies"][s] for s in each.try_first],
            }
            for each in catalogue.symptoms
        ],
        "situations": [
            {
                "title": each.label,
                "alarm": each.safeguarding,
                "symptoms": [place["symptoms"][s] for s in each.symptoms],
                "answers": [answer(s) for s in _in_order(each)[:MOST_ANSWERS]],
            }
            for each in catalogue.situations
        ],
        "topics": [{"answers": [answer(s) for s in each.answers]} for each in catalogue.topics],
        "strategies": [
            {
                "id": each.id,
                "title": each.title,
                "text": each.summary,
                "tier": place["tiers"][each.tier],
                "areas": [place["areas"][a] for a in each.areas],
                "theme": place["themes"][each.theme],
                "roles": [place["roles"][r] for r in each.roles],
                "phases": [place["phases"][p] for p in each.phases],
                "nation": place["nations"][each.nation] if each.nation else -1,
                "url": url(each),
            }
            for each in catalogue.strategies
        ],
        "steps": [
            {"id": each.id, "title": each.label, "text": each.summary, "url": url(each)} for each in catalogue.cycle
        ],
        "services": [
            {
                "id": each.id,
                "title": each.label,
                "text": each.summary,
                "nation": place["nations"][each.nation] if each.nation else -1,
                "url": url(each),
            }
            for each in catalogue.services
        ],
        "checklists": [
            {
                "id": sheet.id,
                "title": f"{sheet.area.label}: {sheet.tier.label}",
                "area": place["areas"][sheet.area.id],
                "tier": place["tiers"][sheet.tier.id],
                "url": sheet.address.url.removeprefix(f"{links.FOLDER}/"),
            }
            for sheet in sheets
        ],
        "terms": [
            {
                "id": each.id,
                "title": each.term,
                "text": " ".join(filter(None, (each.expansion and f"{each.expansion}.", each.meaning))),
                "url": url(each),
            }
            for each in catalogue.glossary
        ],
        "pages": [{"id": each.id, "title": name(each), "url": url(each)} for each in with_pages(catalogue)],
        "safeguarding": {
            "title": catalogue.safeguarding.title,
            "steps": catalogue.safeguarding.steps,
            "afterwards": catalogue.safeguarding.afterwards,
        },
        "common": [place["symptoms"][each] for each in catalogue.guide.common_symptoms],
    }


def _in_order(situation: Situation) -> tuple[str, ...]:
    """What to try for a situation, best first. Where somebody may be at risk, whom to ask comes before what to try."""
    if situation.safeguarding:
        return (*situation.services, *situation.strategies)
    return tuple(dict.fromkeys((*situation.try_first, *situation.services, *situation.strategies)))
