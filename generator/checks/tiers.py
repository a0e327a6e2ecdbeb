"""Rules about tiers: support builds on a lower tier, and no tier is below what a source states."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.checks.facts import Facts
    from generator.problems import Problem


def support_builds_on_a_lower_tier(facts: Facts) -> Iterator[Problem]:
    """No strategy builds on one at its own tier or above."""
    for path, name in facts.values("strategies.builds_on"):
        lower, upper = facts.strategy(name), facts.catalogue.strategies[int(path[1])]
        if lower is None or lower.id == upper.id:
            continue
        below, above = facts.tier_order.get(lower.tier), facts.tier_order.get(upper.tier)
        if below is not None and above is not None and below >= above:
            message = f'"{name}" is at tier "{lower.tier}", which is not below "{upper.tier}": build on a lower tier'
            yield facts.problem(path, message)


def support_does_not_build_on_itself(facts: Facts) -> Iterator[Problem]:
    """No chain of strategies that build on one another comes back to where it began."""
    told: set[str] = set()
    links = _in_circles(facts)
    for start in sorted(links):
        circle = _way_back(start, links) if start not in told else None
        if circle:
            told.update(circle)
            number = facts.ids["strategies"][start]
            position = facts.catalogue.strategies[number].builds_on.index(circle[1])
            message = f"goes round in a circle ({' -> '.join(circle)}): remove one of its steps"
            yield facts.problem(("strategies", number, "builds_on", position), message)


def _in_circles(facts: Facts) -> dict[str, list[str]]:
    """Return which strategies build on which, without those from which, or to which, nothing leads round."""
    ids = facts.ids["strategies"]
    links = {name: [*facts.catalogue.strategies[number].builds_on] for name, number in ids.items()}
    size = -1
    while size != len(links):
        size = len(links)
        links = {name: kept for name, lower in links.items() if (kept := [other for other in lower if other in links])}
        reached = {other for lower in links.values() for other in lower}
        links = {name: lower for name, lower in links.items() if name in reached}
    return links


def _way_back(start: str, links: Mapping[str, list[str]]) -> list[str] | None:
    """Return the shortest chain that leads from a strategy back to it, both ends named, if there is one."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for lower in links.get(name, []):
            if lower == start:
                chain = [name]
                while chain[-1] != start:
                    chain.append(before[chain[-1]])
                return [*chain[::-1], start]
            if lower not in before:
                before[lower] = name
                waiting.append(lower)
    return None


def no_tier_is_below_its_source(facts: Facts) -> Iterator[Problem]:
    """No source that states a tier for a strategy states a higher one."""
    for path, sid in facts.values("strategies.statements"):
        strategy, statement = facts.catalogue.strategies[int(path[1])], facts.statements.get(sid)
        own = facts.tier_order.get(strategy.tier)
        stated = facts.tier_order.get(statement.tier or "") if statement else None
        if statement and own is not None and stated is not None and own < stated:
            yield facts.problem(
                path,
                f'tier "{strategy.tier}" is below "{statement.tier}", which {statement.section} states: '
                "raise the tier, or do not cite this statement",
            )


def placements_say_who_chose_the_tier(facts: Facts) -> Iterator[Problem]:
    """`source` where a cited section states exactly this tier, `editor` where none does."""
    for number, strategy in enumerate(facts.catalogue.strategies):
        path = ("strategies", number, "placement")
        known = [sid for sid in strategy.statements if _is_placed(facts, sid)]
        agreeing = next((sid for sid in strategy.statements if _states(facts, sid, strategy.tier)), None)
        if strategy.tier not in facts.tier_order:
            continue
        if strategy.placement == "source" and agreeing is None and len(known) == len(strategy.statements):
            message = f'no cited section states tier "{strategy.tier}": write "editor", or cite one that does'
            yield facts.problem(path, message)
        if strategy.placement == "editor" and agreeing is not None:
            section = facts.statements[agreeing].section
            yield facts.problem(path, f'{section} states tier "{strategy.tier}" for "{agreeing}": write "source"')


def _is_placed(facts: Facts, sid: str) -> bool:
    """Tell whether it is certain which tier a statement's section states, if any."""
    return sid in facts.statements and facts.statements[sid].tier in {None, *facts.tier_order}


def _states(facts: Facts, sid: str, tier: str) -> bool:
    return sid in facts.statements and facts.statements[sid].tier == tier
