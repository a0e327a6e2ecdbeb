"""What a sheet holds, whoever prints it: the strategies of an area at a tier, of a tier, or for a symptom, by theme."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator import links
from generator.checklists.files import files_of
from generator.checklists.wording import editorial

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checklists.files import File
    from generator.lookup import Lookup
    from generator.model import Area, Strategy, Symptom, Theme, Tier


@dataclass(frozen=True)
class ThemeGroup:
    """Strategies that share a theme, those of lower tiers first."""

    theme: Theme
    strategies: tuple[Strategy, ...]


@dataclass(frozen=True)
class Sheet:
    """Strategies to have in place, with what stands around them whoever prints them.

    `tier`, `area` and `symptom` are what the sheet is for; with no tier it holds several, and shows that of each
    strategy. `borrowed` names the areas whose strategies stand on it where its own has none at this tier. `below` is
    every tier whose provision continues under that of the sheet. `about` is where the same stands with its summaries.
    """

    id: str
    title: str
    about: links.Address
    groups: tuple[ThemeGroup, ...]
    below: tuple[Tier, ...]
    safeguarding: bool
    tier: Tier | None = None
    area: Area | None = None
    symptom: Symptom | None = None
    borrowed: tuple[Area, ...] = ()

    @property
    def address(self) -> links.Address:
        """The page on which the sheet stands."""
        return links.checklist(self.id)

    @property
    def editorial(self) -> bool:
        """Whether the guide's editors gave any of its strategies its tier."""
        return any(map(editorial, self.strategies))

    @property
    def files(self) -> tuple[File, ...]:
        """What can be downloaded of the sheet, most used first; that of a symptom has a card besides."""
        return files_of(self.id, with_card=bool(self.symptom))

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        """Every strategy of the sheet, in the order of its boxes."""
        return tuple(strategy for group in self.groups for strategy in group.strategies)


@dataclass(frozen=True, kw_only=True)
class Checklist(Sheet):
    """The sheet of an area at a tier."""

    tier: Tier
    area: Area


def sheets(lookup: Lookup) -> tuple[Sheet, ...]:
    """Every sheet: each area at each tier, each tier over all areas, and each symptom."""
    return (
        *checklists(lookup),
        *(tier_sheet(lookup, tier) for tier in lookup.catalogue.tiers),
        *(symptom_sheet(lookup, symptom) for symptom in lookup.catalogue.symptoms),
    )


def checklists(lookup: Lookup) -> tuple[Checklist, ...]:
    """The sheets of each area at each tier that has any provision, in the order of the vocabularies."""
    every = (checklist(lookup, area, tier) for area in lookup.catalogue.areas for tier in lookup.catalogue.tiers)
    return tuple(sheet for sheet in every if sheet.strategies)


def checklist(lookup: Lookup, area: Area, tier: Tier) -> Checklist:
    """The sheet of an area at a tier: its own strategies or, where it has none, those that serve every area."""
    strategies = lookup.at(area, tier)
    borrowed = () if strategies else lookup.serving_every_area()
    strategies = strategies or tuple(dict.fromkeys(each for general in borrowed for each in lookup.at(general, tier)))
    return Checklist(
        id=f"{area.id}-{tier.id}",
        title=f"{area.label}: {tier.label}",
        about=links.area_at_tier(area, tier),
        tier=tier,
        area=area,
        groups=by_theme(lookup, strategies),
        borrowed=borrowed,
        below=_below(lookup, tier),
        safeguarding=_flagged(lookup, strategies),
    )


def tier_sheet(lookup: Lookup, tier: Tier) -> Sheet:
    """The sheet of a tier over all areas."""
    strategies = tuple(each for each in lookup.catalogue.strategies if each.tier == tier.id)
    return Sheet(
        id=tier.id,
        title=f"{tier.label}: {tier.name[0].lower()}{tier.name[1:]}",
        about=links.address(tier),
        tier=tier,
        groups=by_theme(lookup, strategies),
        below=_below(lookup, tier),
        safeguarding=_flagged(lookup, strategies),
    )


def symptom_sheet(lookup: Lookup, symptom: Symptom) -> Sheet:
    """The sheet of a symptom: everything that helps with it, at every tier."""
    strategies = lookup.helping(symptom)
    highest = max(map(lookup.tier_of, strategies), key=lookup.order)
    return Sheet(
        id=symptom.id,
        title=symptom.label,
        about=links.address(symptom),
        symptom=symptom,
        area=lookup.areas[symptom.area],
        groups=by_theme(lookup, strategies),
        below=_below(lookup, highest),
        safeguarding=symptom.safeguarding,
    )


def by_theme(lookup: Lookup, strategies: Iterable[Strategy]) -> tuple[ThemeGroup, ...]:
    """Strategies grouped by theme, in the order of the themes."""
    ladder = lookup.ladder(strategies)
    return tuple(
        ThemeGroup(lookup.themes[theme], tuple(group)) for theme, group in groupby(ladder, key=lambda each: each.theme)
    )


def _below(lookup: Lookup, tier: Tier) -> tuple[Tier, ...]:
    return lookup.catalogue.tiers[: lookup.order(tier) - 1]


def _flagged(lookup: Lookup, strategies: Iterable[Strategy]) -> bool:
    return any(lookup.flagged(each) for each in strategies)
