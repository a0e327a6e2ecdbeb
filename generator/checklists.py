"""What a checklist holds, whoever prints it: the strategies of an area at a tier, grouped by theme."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator import links

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.lookup import Lookup
    from generator.model import Area, Strategy, Theme, Tier


@dataclass(frozen=True)
class ThemeGroup:
    """Strategies that share a theme."""

    theme: Theme
    strategies: tuple[Strategy, ...]


@dataclass(frozen=True)
class Checklist:
    """The sheet of an area at a tier.

    `borrowed` names the areas whose strategies stand on it where the area has none of its own at this tier; `below` is
    every tier whose provision continues.
    """

    area: Area
    tier: Tier
    groups: tuple[ThemeGroup, ...]
    borrowed: tuple[Area, ...]
    below: tuple[Tier, ...]
    safeguarding: bool

    @property
    def id(self) -> str:
        """The name of the sheet, for files and programs."""
        return f"{self.area.id}-{self.tier.id}"

    @property
    def address(self) -> links.Address:
        """The page on which the sheet stands."""
        return links.checklist(self.id)

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        """Every strategy of the sheet, in the order of its boxes."""
        return tuple(strategy for group in self.groups for strategy in group.strategies)


def checklists(lookup: Lookup) -> tuple[Checklist, ...]:
    """Every sheet: each area at each tier that has any provision, in the order of the vocabularies."""
    every = (checklist(lookup, area, tier) for area in lookup.catalogue.areas for tier in lookup.catalogue.tiers)
    return tuple(sheet for sheet in every if sheet.strategies)


def checklist(lookup: Lookup, area: Area, tier: Tier) -> Checklist:
    """The sheet of an area at a tier: its own strategies or, where it has none, those that serve every area."""
    strategies = lookup.at(area, tier)
    borrowed = () if strategies else lookup.serving_every_area()
    strategies = strategies or tuple(dict.fromkeys(each for general in borrowed for each in lookup.at(general, tier)))
    return Checklist(
        area=area,
        tier=tier,
        groups=by_theme(lookup, strategies),
        borrowed=borrowed,
        below=lookup.catalogue.tiers[: lookup.order(tier) - 1],
        safeguarding=any(lookup.flagged(each) for each in strategies),
    )


def by_theme(lookup: Lookup, strategies: Iterable[Strategy]) -> tuple[ThemeGroup, ...]:
    """Strategies grouped by theme, in the order of the themes."""
    ladder = lookup.ladder(strategies)
    return tuple(
        ThemeGroup(lookup.themes[theme], tuple(group)) for theme, group in groupby(ladder, key=lambda each: each.theme)
    )
