"""Rules about ids: each stands for one record for ever, and makes the name of one page."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.facts import Facts
    from generator.problems import Path, Problem

SHARED_IDS = ("strategies", "withheld")
"""Collections whose ids share one space, because what is withheld is a strategy that nobody is offered."""

WITH_PAGES = ("symptoms", "strategies", "areas", "tiers", "themes", "sources")
"""Collections in which an id is the name of a page, beside the page that lists them all."""

LIST_PAGE = "index"
"""The name of each page that lists a collection."""


def ids_are_unique(facts: Facts) -> Iterator[Problem]:
    """No two records of a collection share an id, nor what is offered and what is withheld."""
    first: dict[tuple[str, str], Path] = {}
    for name, records in facts.catalogue:
        if not isinstance(records, tuple):
            continue
        space = SHARED_IDS[0] if name in SHARED_IDS else name
        for number, record in enumerate(records):
            path = (name, number, "id")
            other = first.setdefault((space, record.id), path)
            if other != path:
                message = f'"{record.id}" is the id of the record at {facts.where(other)} too: give one another id'
                yield facts.problem(path, message)


def former_ids_stay_unused(facts: Facts) -> Iterator[Problem]:
    """Every id that a record once had leads to that record for ever."""
    for name in facts.ids:
        spaces = SHARED_IDS if name in SHARED_IDS else (name,)
        first: dict[str, Path] = {}
        for path, former in facts.values(f"{name}.former_ids"):
            taken = next((space for space in spaces if former in facts.ids[space]), None)
            other = first.setdefault(former, path)
            if taken:
                where = facts.where((taken, facts.ids[taken][former], "id"))
                message = f'"{former}" is the id of the record at {where}: remove it here, or give that record another'
                yield facts.problem(path, message)
            elif other[:2] != path[:2]:
                message = f'"{former}" is a former id of the record at {facts.where(other)} too: remove it from one'
                yield facts.problem(path, message)


def no_page_takes_the_place_of_a_list(facts: Facts) -> Iterator[Problem]:
    """No record has, or once had, the name of the page that lists its collection."""
    for collection in WITH_PAGES:
        for fields, advice in (("id", "give this record another id"), ("former_ids", "remove it here")):
            for path, name in facts.values(f"{collection}.{fields}"):
                if name == LIST_PAGE:
                    yield facts.problem(path, f'"{name}" is the name of the page that lists all {collection}: {advice}')


def no_two_checklists_share_a_name(facts: Facts) -> Iterator[Problem]:
    """No area and tier, joined by a hyphen, read the same as another area and tier."""
    areas, tiers = facts.ids["areas"], facts.ids["tiers"]
    longer_tiers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for longer in tiers:
        for beginning, tier in _parted(longer):
            if tier in tiers:
                longer_tiers[beginning].append((longer, tier))
    for area, number in areas.items():
        for shorter, end in _parted(area):
            for longer, tier in longer_tiers.get(end, []) if shorter in areas else []:
                yield facts.problem(
                    ("areas", number, "id"),
                    f'with tier "{tier}" this names the checklist "{area}-{tier}", and so does area "{shorter}" '
                    f'with tier "{longer}": give one of these areas or tiers another id',
                )


def no_checklists_of_two_kinds_share_a_name(facts: Facts) -> Iterator[Problem]:
    """The checklists of tiers, of symptoms (by former ids too), and of areas at tiers all have different names."""
    areas, tiers = facts.ids["areas"], facts.ids["tiers"]
    symptoms = (*facts.values("symptoms.id"), *facts.values("symptoms.former_ids"))
    for path, name in (*facts.values("tiers.id"), *symptoms):
        for area, tier in _parted(name):
            if area in areas and tier in tiers:
                yield facts.problem(
                    path, f'the checklist of area "{area}" with tier "{tier}" has this name too: choose another id'
                )
    for path, name in symptoms:
        if name in tiers:
            where = facts.where(("tiers", tiers[name], "id"))
            yield facts.problem(path, f"the checklist of the tier at {where} has this name too: choose another id")


def _parted(name: str) -> list[tuple[str, str]]:
    """Return what stands before and after each hyphen."""
    words = name.split("-")
    return [("-".join(words[:count]), "-".join(words[count:])) for count in range(1, len(words))]
