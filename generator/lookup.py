"""Answers questions about a catalogue: which strategies help a symptom, what builds on what, who cites a statement."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.model import Service, Source, Step, Strategy, Symptom, Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Area, Catalogue, Nation, Phase, Role, Section, Situation, Theme, Tier

Citing = Strategy | Symptom | Step | Service | Withheld


class Lookup:
    """A catalogue that has been checked, indexed once so that each question below is a dictionary away."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Index every record by its id and every statement by its section."""
        self.catalogue = catalogue
        self.tiers: dict[str, Tier] = {tier.id: tier for tier in catalogue.tiers}
        self.areas: dict[str, Area] = {area.id: area for area in catalogue.areas}
        self.themes: dict[str, Theme] = {theme.id: theme for theme in catalogue.themes}
        self.roles: dict[str, Role] = {role.id: role for role in catalogue.roles}
        self.phases: dict[str, Phase] = {phase.id: phase for phase in catalogue.phases}
        self.nations: dict[str, Nation] = {nation.id: nation for nation in catalogue.nations}
        self.symptoms: dict[str, Symptom] = {symptom.id: symptom for symptom in catalogue.symptoms}
        self.strategies: dict[str, Strategy] = {strategy.id: strategy for strategy in catalogue.strategies}
        self._order = {tier.id: number for number, tier in enumerate(catalogue.tiers, start=1)}
        themes = {theme.id: number for number, theme in enumerate(catalogue.themes)}
        self._rungs = {
            strategy.id: (themes[strategy.theme], self._order[strategy.tier], number)
            for number, strategy in enumerate(catalogue.strategies)
        }
        self._sections: dict[str, tuple[Source, Section]] = {
            statement: (source, section)
            for source in catalogue.sources
            for section in source.sections
            for statement in (section.id, *section.statements)
        }
        self._citing: dict[str, list[Citing]] = defaultdict(list)
        records: Iterable[Citing] = (
            *catalogue.strategies,
            *catalogue.symptoms,
            *catalogue.cycle,
            *catalogue.services,
            *catalogue.withheld,
        )
        for record in records:
            for statement in record.statements:
                self._citing[statement].append(record)
        self._followers: dict[str, list[Strategy]] = defaultdict(list)
        for strategy in self.ladder(catalogue.strategies):
            for lower in strategy.builds_on:
                self._followers[lower].append(strategy)

    def order(self, tier: Tier) -> int:
        """Which step of support a tier is, counted from 1."""
        return self._order[tier.id]

    def tier_of(self, strategy: Strategy) -> Tier:
        """The tier at which a strategy stands."""
        return self.tiers[strategy.tier]

    def next_tier(self, tier: Tier) -> Tier | None:
        """The tier that builds on this one; none above the last."""
        following = self.catalogue.tiers[self.order(tier) :]
        return following[0] if following else None

    def ladder(self, strategies: Iterable[Strategy]) -> tuple[Strategy, ...]:
        """Strategies by theme, then tier, then their order in the catalogue."""
        return tuple(sorted(strategies, key=lambda each: self._rungs[each.id]))

    def helping(self, symptom: Symptom) -> tuple[Strategy, ...]:
        """Strategies for a symptom, the likeliest first within each tier.

        Its own three come first, then those that are above all for it, then the others, by how early they name it.
        """

        def likelihood(strategy: Strategy) -> tuple[int, bool, bool, int]:
            first = strategy.id in symptom.try_first
            return (
                self._order[strategy.tier],
                not first,
                not own(symptom, strategy),
                strategy.symptoms.index(symptom.id),
            )

        return tuple(sorted((each for each in self.strategies.values() if symptom.id in each.symptoms), key=likelihood))

    def situations_of(self, symptom: Symptom) -> tuple[Situation, ...]:
        """The situations that stand under a symptom: those that name it first or, where none does, all that name it."""
        naming = tuple(each for each in self.catalogue.situations if symptom.id in each.symptoms)
        return tuple(each for each in naming if each.symptoms[0] == symptom.id) or naming

    def at(self, area: Area, tier: Tier) -> tuple[Strategy, ...]:
        """The strategies of an area at a tier, in the order of the ladder."""
        return self.ladder(each for each in self.catalogue.strategies if area.id in each.areas and each.tier == tier.id)

    def of_theme(self, theme: Theme) -> tuple[Strategy, ...]:
        """The strategies of a theme, lowest tier first."""
        return self.ladder(each for each in self.catalogue.strategies if each.theme == theme.id)

    def built_upon_by(self, strategy: Strategy) -> tuple[Strategy, ...]:
        """Strategies at higher tiers that name this one as what they build on."""
        return tuple(self._followers[strategy.id])

    def flagged(self, strategy: Strategy) -> bool:
        """Whether a strategy helps with something that the safeguarding panel must come before."""
        return any(self.symptoms[each].safeguarding for each in strategy.symptoms)

    def section_of(self, statement: str) -> tuple[Source, Section]:
        """The source and the section in which a numbered statement stands."""
        return self._sections[statement]

    def citing(self, statement: str) -> tuple[Citing, ...]:
        """Every record that restates a statement."""
        return tuple(self._citing[statement])

    def serving_every_area(self) -> tuple[Area, ...]:
        """The areas whose provision counts for every other area too."""
        return tuple(area for area in self.catalogue.areas if area.serves_every_area)


def own(symptom: Symptom, strategy: Strategy) -> bool:
    """Whether a strategy is above all for a symptom: names it first, or rests on a statement under its heading."""
    headings = tuple(f"{statement}." for statement in symptom.statements)
    return strategy.symptoms[0] == symptom.id or any(each.startswith(headings) for each in strategy.statements)
