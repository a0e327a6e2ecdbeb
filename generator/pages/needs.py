"""The pages that start from what an adult sees: symptoms, and the strategies for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import links
from generator.checklists import file_of_card, symptom_sheet
from generator.lookup import own
from generator.pages.page import HOME_TRAIL, Link, Neighbours, Page, chained, described, link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checklists import File
    from generator.lookup import Lookup
    from generator.model import Area, Phase, Role, Section, Situation, Source, Strategy, Symptom, Theme, Tier

SYMPTOMS = Link("What are you seeing?", links.SYMPTOMS)
STRATEGIES = Link("All strategies", links.STRATEGIES)


@dataclass(frozen=True)
class AtTier:
    """Strategies at one tier; `others` help as well, but are not above all for what the page is about."""

    tier: Tier
    strategies: tuple[Strategy, ...]
    others: tuple[Strategy, ...] = ()


@dataclass(frozen=True)
class Rests:
    """A numbered statement, and the section and source in which it stands."""

    statement: str
    section: Section
    source: Source


@dataclass(frozen=True)
class Moved:
    """Where a record stands, or its sheet, whose id has changed."""

    to: Link
    file: str


@dataclass(frozen=True)
class SymptomList:
    """Every symptom, by area."""

    groups: tuple[tuple[Area, tuple[Symptom, ...]], ...]


@dataclass(frozen=True)
class SymptomPage:
    """What to notice, what to try first, and then everything that helps."""

    symptom: Symptom
    area: Area
    first: tuple[Strategy, ...]
    situations: tuple[tuple[Situation, tuple[Strategy, ...]], ...]
    tiers: tuple[AtTier, ...]
    checklist: links.Address
    card: File
    related: tuple[Symptom, ...]
    rests: tuple[Rests, ...]


@dataclass(frozen=True)
class StrategyList:
    """Every strategy by its title, under its first letter."""

    letters: tuple[tuple[str, tuple[Strategy, ...]], ...]


@dataclass(frozen=True)
class StrategyPage:
    """What to do, for whom, what comes before and after, and where it comes from."""

    strategy: Strategy
    tier: Tier
    theme: Theme
    areas: tuple[Area, ...]
    roles: tuple[Role, ...]
    phases: tuple[Phase, ...]
    nation: str | None
    symptoms: tuple[Symptom, ...]
    builds_on: tuple[Strategy, ...]
    next_steps: tuple[Strategy, ...]
    next_tier: Tier | None
    rests: tuple[Rests, ...]


def symptom_pages(lookup: Lookup) -> tuple[Page, ...]:
    """The list of symptoms, then a page for each."""
    symptoms = lookup.catalogue.symptoms
    groups = ((area, tuple(each for each in symptoms if each.area == area.id)) for area in lookup.catalogue.areas)
    front = Page(
        address=links.SYMPTOMS,
        template="symptoms",
        title=SYMPTOMS.label,
        description="Find strategies by what you see in class, at break or at the gate.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=SymptomList(tuple(group for group in groups if group[1])),
    )
    neighbours = Neighbours("Other things you may see", tuple(link(each) for each in symptoms))
    return chained((front, *(_symptom_page(lookup, symptom, neighbours) for symptom in symptoms)))


def _symptom_page(lookup: Lookup, symptom: Symptom, neighbours: Neighbours) -> Page:
    tiers = (_at_tier(lookup, symptom, tier) for tier in lookup.catalogue.tiers)
    return Page(
        address=links.address(symptom),
        template="symptom",
        title=symptom.label,
        description=described(symptom.summary, "What to notice, and what to try first."),
        reviewed=lookup.catalogue.guide.reviewed,
        shows=SymptomPage(
            symptom=symptom,
            area=lookup.areas[symptom.area],
            first=tuple(lookup.strategies[each] for each in symptom.try_first),
            situations=tuple(
                (each, tuple(lookup.strategies[name] for name in each.try_first))
                for each in lookup.situations_of(symptom)
            ),
            tiers=tuple(each for each in tiers if each.strategies or each.others),
            checklist=symptom_sheet(lookup, symptom).address,
            card=file_of_card(symptom),
            related=tuple(lookup.symptoms[each] for each in symptom.related),
            rests=rests(lookup, symptom.statements),
        ),
        trail=(*HOME_TRAIL, SYMPTOMS),
        neighbours=neighbours,
        safeguarding=symptom.safeguarding,
    )


def _at_tier(lookup: Lookup, symptom: Symptom, tier: Tier) -> AtTier:
    helping = tuple(each for each in lookup.helping(symptom) if each.tier == tier.id)
    return AtTier(
        tier,
        strategies=tuple(each for each in helping if own(symptom, each)),
        others=tuple(each for each in helping if not own(symptom, each)),
    )


def strategy_pages(lookup: Lookup) -> tuple[Page, ...]:
    """The list of strategies from A to Z, then a page for each in the order of the ladders."""
    by_title = sorted(lookup.catalogue.strategies, key=lambda each: (each.title.casefold(), each.id))
    letters: dict[str, list[Strategy]] = {}
    for strategy in by_title:
        letters.setdefault(strategy.title[0].upper(), []).append(strategy)
    front = Page(
        address=links.STRATEGIES,
        template="strategies",
        title=STRATEGIES.label,
        description="Every strategy of the guide from A to Z, each with its tier.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=StrategyList(tuple((letter, tuple(group)) for letter, group in letters.items())),
    )
    ladder = lookup.ladder(lookup.catalogue.strategies)
    return chained((front, *(_strategy_page(lookup, strategy) for strategy in ladder)))


def _strategy_page(lookup: Lookup, strategy: Strategy) -> Page:
    tier, theme = lookup.tier_of(strategy), lookup.themes[strategy.theme]
    next_tier = lookup.next_tier(tier)
    shows = StrategyPage(
        strategy=strategy,
        tier=tier,
        theme=theme,
        areas=tuple(lookup.areas[each] for each in strategy.areas),
        roles=tuple(lookup.roles[each] for each in strategy.roles),
        phases=tuple(lookup.phases[each] for each in strategy.phases),
        nation=strategy.nation and lookup.nations[strategy.nation].label,
        symptoms=tuple(lookup.symptoms[each] for each in strategy.symptoms),
        builds_on=tuple(lookup.strategies[each] for each in strategy.builds_on),
        next_steps=_next_steps(lookup, strategy, next_tier),
        next_tier=next_tier,
        rests=rests(lookup, strategy.statements),
    )
    return Page(
        address=links.address(strategy),
        template="strategy",
        title=strategy.title,
        description=described(strategy.summary, f"A strategy at {tier.label}, with its sources."),
        reviewed=strategy.reviewed,
        shows=shows,
        trail=(*HOME_TRAIL, Link("Themes", links.THEMES), link(theme)),
        safeguarding=lookup.flagged(strategy),
        with_contents=False,
    )


def _next_steps(lookup: Lookup, strategy: Strategy, next_tier: Tier | None) -> tuple[Strategy, ...]:
    """What to try if this is not enough: what names it as its ground, else its theme at the tier that follows."""
    followers = lookup.built_upon_by(strategy)
    if followers or not next_tier:
        return followers
    return tuple(each for each in lookup.of_theme(lookup.themes[strategy.theme]) if each.tier == next_tier.id)


def moved_pages(lookup: Lookup) -> tuple[Page, ...]:
    """A page at each former address of a record, which leads on to the present one."""
    records: tuple[Symptom | Strategy, ...] = (*lookup.catalogue.symptoms, *lookup.catalogue.strategies)
    return (
        *(
            _moved_page(lookup, links.address(record.model_copy(update={"id": former})), link(record), record.id)
            for record in records
            for former in record.former_ids
        ),
        *(
            _moved_page(lookup, links.checklist(former), Link(f"Checklist. {sheet.title}", sheet.address), sheet.id)
            for symptom in lookup.catalogue.symptoms
            for sheet in (symptom_sheet(lookup, symptom),)
            for former in symptom.former_ids
        ),
    )


def _moved_page(lookup: Lookup, former: links.Address, present: Link, name: str) -> Page:
    return Page(
        address=former,
        template="moved",
        title="This page has moved",
        description=f"This page has moved: {present.label}",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=Moved(present, f"{name}.html"),
        with_contents=False,
    )


def rests(lookup: Lookup, statements: Iterable[str]) -> tuple[Rests, ...]:
    """Where each statement stands."""
    found = ((statement, lookup.section_of(statement)) for statement in statements)
    return tuple(Rests(statement, section, source) for statement, (source, section) in found)
