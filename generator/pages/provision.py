"""The pages that show provision by area, tier and theme, and the checklists."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import links
from generator.checklists import (
    Sheet,
    ThemeGroup,
    by_theme,
    checklist,
    checklists,
    sheets,
    spreadsheets_of_all,
    tier_sheet,
)
from generator.pages.needs import AtTier
from generator.pages.page import HOME_TRAIL, Link, Neighbours, Page, chained, described, link

if TYPE_CHECKING:
    from generator.checklists import File
    from generator.lookup import Lookup
    from generator.model import Area, Symptom, Theme, Tier

AREAS = Link("Areas and tiers", links.AREAS)
TIERS = Link("Tiers", links.TIERS)
THEMES = Link("Themes", links.THEMES)
CHECKLISTS = Link("Checklists", links.CHECKLISTS)
TO_PRINT = "Checklist to print"
DEPTHS = 4  # as many shades as can be told apart


@dataclass(frozen=True)
class Cell:
    """How much an area holds at a tier, how dark that is beside other areas, and the page that shows it."""

    tier: Tier
    address: links.Address
    own: int
    shared: int
    depth: int


@dataclass(frozen=True)
class AreaRow:
    """An area, and what it holds at each tier."""

    area: Area
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class AreaGrid:
    """Area by tier at a glance."""

    rows: tuple[AreaRow, ...]


@dataclass(frozen=True)
class AreaPage:
    """An area: what staff see, and what is provided at each tier."""

    row: AreaRow
    symptoms: tuple[Symptom, ...]
    shared: tuple[Area, ...]


@dataclass(frozen=True)
class Shared:
    """Provision that serves every area, shown on the page of another."""

    area: Area
    groups: tuple[ThemeGroup, ...]


@dataclass(frozen=True)
class AreaAtTier:
    """An area at a tier, by theme; then what serves every area at the same tier."""

    area: Area
    tier: Tier
    groups: tuple[ThemeGroup, ...]
    shared: tuple[Shared, ...]
    below: tuple[Link, ...]
    above: Link | None
    checklist: Link | None


@dataclass(frozen=True)
class Rung:
    """A tier, and how many strategies stand at it."""

    tier: Tier
    strategies: int


@dataclass(frozen=True)
class TierList:
    """The tiers, each with its place in the building-up."""

    rungs: tuple[Rung, ...]


@dataclass(frozen=True)
class TierPage:
    """A tier across all areas."""

    tier: Tier
    below: tuple[Tier, ...]
    above: Tier | None
    areas: tuple[tuple[Area, links.Address, tuple[ThemeGroup, ...]], ...]
    checklist: Link


@dataclass(frozen=True)
class MatrixCell:
    """How many strategies a theme holds in an area at a tier, how dark that is, and where they stand."""

    area: Area
    tier: Tier
    strategies: int
    depth: int
    address: links.Address


@dataclass(frozen=True)
class Matrix:
    """Area by theme, and in each the tiers."""

    areas: tuple[Area, ...]
    rows: tuple[tuple[Theme, tuple[MatrixCell, ...]], ...]


@dataclass(frozen=True)
class Ladder:
    """A theme: what it looks like at each tier."""

    theme: Theme
    rungs: tuple[AtTier, ...]


@dataclass(frozen=True)
class ChecklistList:
    """The sheets, of each area, each tier over all areas and each symptom; and the files of the whole catalogue."""

    areas: tuple[tuple[Area, tuple[Sheet, ...]], ...]
    tiers: tuple[Sheet, ...]
    symptoms: tuple[Sheet, ...]
    whole: tuple[File, ...]


def area_pages(lookup: Lookup) -> tuple[Page, ...]:
    """The grid of areas and tiers, then each area, and each area at each tier."""
    rows = area_grid(lookup)
    front = Page(
        address=links.AREAS,
        template="areas",
        title=AREAS.label,
        description="What every area of need holds at every tier of the graduated approach.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=AreaGrid(rows),
        with_contents=False,
    )
    pages = [front]
    neighbours = Neighbours("Other areas", tuple(link(area) for area in lookup.catalogue.areas))
    for row in rows:
        pages.append(_area_page(lookup, row, neighbours))
        pages += [_area_at_tier(lookup, row.area, tier) for tier in lookup.catalogue.tiers]
    return chained(pages)


def area_grid(lookup: Lookup) -> tuple[AreaRow, ...]:
    """What each area holds at each tier, as counts."""
    areas, tiers = lookup.catalogue.areas, lookup.catalogue.tiers
    most = max(len(lookup.at(area, tier)) for area in areas for tier in tiers)
    return tuple(AreaRow(area, tuple(_cell(lookup, area, tier, most) for tier in tiers)) for area in areas)


def _cell(lookup: Lookup, area: Area, tier: Tier, most: int) -> Cell:
    own = len(lookup.at(area, tier))
    shared = sum(len(lookup.at(each, tier)) for each in lookup.serving_every_area() if each is not area)
    return Cell(tier, links.area_at_tier(area, tier), own, shared, _depth(own, most))


def _depth(count: int, most: int) -> int:
    """How dark a count is drawn: not at all for none, and in steps up to the darkest for the most."""
    return -(-DEPTHS * count // most)


def _area_page(lookup: Lookup, row: AreaRow, neighbours: Neighbours) -> Page:
    area = row.area
    symptoms = tuple(each for each in lookup.catalogue.symptoms if each.area == area.id)
    return Page(
        address=links.address(area),
        template="area",
        title=area.label,
        description=described(area.summary, "Its strategies, tier by tier."),
        reviewed=lookup.catalogue.guide.reviewed,
        shows=AreaPage(row, symptoms, tuple(each for each in lookup.serving_every_area() if each is not area)),
        trail=(*HOME_TRAIL, AREAS),
        neighbours=neighbours,
    )


def _area_at_tier(lookup: Lookup, area: Area, tier: Tier) -> Page:
    def neighbour(other: Tier) -> Link:
        return Link(other.label, links.area_at_tier(area, other))

    following = lookup.next_tier(tier)
    sheet = checklist(lookup, area, tier)
    own = lookup.at(area, tier)
    shared = tuple(
        Shared(each, by_theme(lookup, lookup.at(each, tier)))
        for each in lookup.serving_every_area()
        if each is not area
    )
    return Page(
        address=links.area_at_tier(area, tier),
        template="area_at_tier",
        title=f"{area.label}: {tier.label}",
        description=f"{area.label} at {tier.label}, {tier.name[0].lower()}{tier.name[1:]}: strategies by theme.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=AreaAtTier(
            area=area,
            tier=tier,
            groups=by_theme(lookup, own),
            shared=tuple(each for each in shared if each.groups),
            below=tuple(neighbour(each) for each in lookup.catalogue.tiers[: lookup.order(tier) - 1]),
            above=neighbour(following) if following else None,
            checklist=Link(TO_PRINT, sheet.address) if sheet.strategies else None,
        ),
        trail=(*HOME_TRAIL, AREAS, link(area)),
        neighbours=Neighbours(
            f"{tier.label} in other areas",
            tuple(Link(each.label, links.area_at_tier(each, tier)) for each in lookup.catalogue.areas),
        ),
        safeguarding=any(lookup.flagged(each) for each in own),
    )


def tier_pages(lookup: Lookup) -> tuple[Page, ...]:
    """The building-up of the tiers, then each tier across all areas."""
    tiers = lookup.catalogue.tiers
    front = Page(
        address=links.TIERS,
        template="tiers",
        title=TIERS.label,
        description="How support builds up, tier by tier, and what each tier is called elsewhere.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=TierList(rungs(lookup)),
    )
    neighbours = Neighbours("Tiers", tuple(link(tier) for tier in tiers))
    return chained((front, *(_tier_page(lookup, tier, neighbours) for tier in tiers)))


def rungs(lookup: Lookup) -> tuple[Rung, ...]:
    """Every tier from the ground up, with how much stands at it."""
    at = Counter(each.tier for each in lookup.catalogue.strategies)
    return tuple(Rung(tier, at[tier.id]) for tier in lookup.catalogue.tiers)


def _tier_page(lookup: Lookup, tier: Tier, neighbours: Neighbours) -> Page:
    areas = (
        (area, links.area_at_tier(area, tier), by_theme(lookup, lookup.at(area, tier)))
        for area in lookup.catalogue.areas
    )
    return Page(
        address=links.address(tier),
        template="tier",
        title=f"{tier.label}: {tier.name[0].lower()}{tier.name[1:]}",
        description=described(tier.summary, "A tier of support, with its strategies in every area."),
        reviewed=lookup.catalogue.guide.reviewed,
        shows=TierPage(
            tier=tier,
            below=lookup.catalogue.tiers[: lookup.order(tier) - 1],
            above=lookup.next_tier(tier),
            areas=tuple(areas),
            checklist=Link(TO_PRINT, tier_sheet(lookup, tier).address),
        ),
        trail=(*HOME_TRAIL, TIERS),
        neighbours=neighbours,
        safeguarding=any(lookup.flagged(each) for each in lookup.strategies.values() if each.tier == tier.id),
    )


def theme_pages(lookup: Lookup) -> tuple[Page, ...]:
    """The matrix of areas and themes, then a ladder for each theme."""
    themes = lookup.catalogue.themes
    front = Page(
        address=links.THEMES,
        template="themes",
        title=THEMES.label,
        description="Areas of need by theme, with the number of strategies at each tier.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=_matrix(lookup),
        with_contents=False,
    )
    neighbours = Neighbours("Other themes", tuple(link(theme) for theme in themes))
    return chained((front, *(_ladder_page(lookup, theme, neighbours) for theme in themes)))


def _matrix(lookup: Lookup) -> Matrix:
    counted = Counter((area, each.theme, each.tier) for each in lookup.catalogue.strategies for area in each.areas)
    areas = tuple(each for each in lookup.catalogue.areas if any(area == each.id for area, _, _ in counted))
    most = max(counted.values())

    def cell(theme: Theme, area: Area, tier: Tier) -> MatrixCell:
        count = counted[area.id, theme.id, tier.id]
        address = links.Address(links.area_at_tier(area, tier).path, theme.id)
        return MatrixCell(area, tier, count, _depth(count, most), address)

    return Matrix(
        areas,
        tuple(
            (theme, tuple(cell(theme, area, tier) for area in areas for tier in lookup.catalogue.tiers))
            for theme in lookup.catalogue.themes
        ),
    )


def _ladder_page(lookup: Lookup, theme: Theme, neighbours: Neighbours) -> Page:
    strategies = lookup.of_theme(theme)
    return Page(
        address=links.address(theme),
        template="theme",
        title=theme.label,
        description=described(theme.summary, "A theme, with its strategies tier by tier."),
        reviewed=lookup.catalogue.guide.reviewed,
        shows=Ladder(
            theme,
            tuple(
                AtTier(tier, tuple(each for each in strategies if each.tier == tier.id))
                for tier in lookup.catalogue.tiers
            ),
        ),
        trail=(*HOME_TRAIL, THEMES),
        neighbours=neighbours,
        safeguarding=any(lookup.flagged(each) for each in strategies),
        with_contents=False,
    )


def checklist_pages(lookup: Lookup) -> tuple[Page, ...]:
    """The list of sheets, then each sheet with its boxes."""
    every = sheets(lookup)
    by_area = checklists(lookup)
    areas = ((area, tuple(sheet for sheet in by_area if sheet.area == area)) for area in lookup.catalogue.areas)
    front = Page(
        address=links.CHECKLISTS,
        template="checklists",
        title=CHECKLISTS.label,
        description="A checklist for each area of need at each tier, for each tier, and for each thing you may see.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=ChecklistList(
            areas=tuple(group for group in areas if group[1]),
            tiers=tuple(sheet for sheet in every if not sheet.area),
            symptoms=tuple(sheet for sheet in every if sheet.symptom),
            whole=spreadsheets_of_all(),
        ),
    )
    return chained((front, *(_checklist_page(lookup, sheet) for sheet in every)))


def _checklist_page(lookup: Lookup, sheet: Sheet) -> Page:
    return Page(
        address=sheet.address,
        template="checklist",
        title=f"Checklist. {sheet.title}",
        description=f"What to have in place, to print or to fill in. {sheet.title}.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=sheet,
        trail=(*HOME_TRAIL, CHECKLISTS),
        safeguarding=sheet.safeguarding,
        with_contents=False,
    )
