from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lookup import own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.lookup import Lookup
    from generator.model import Strategy


def ids(strategies: Iterable[Strategy]) -> list[str]:
    return [strategy.id for strategy in strategies]


def test_a_tier_counts_from_one_in_the_order_of_the_file(lookup: Lookup) -> None:
    assert [lookup.order(tier) for tier in lookup.catalogue.tiers] == [1, 2]
    assert lookup.next_tier(lookup.tiers["base"]) == lookup.tiers["extra"]
    assert lookup.next_tier(lookup.tiers["extra"]) is None


def test_the_ladder_goes_by_theme_then_tier_then_the_order_of_the_catalogue(lookup: Lookup) -> None:
    assert ids(lookup.ladder(reversed(lookup.catalogue.strategies))) == [
        "quiet-corner",
        "plain-timetable",
        "movement-break",
        "warm-greeting",
        "buddy-walk",
        "agreed-exit",
    ]


def test_what_helps_a_symptom_comes_by_tier_with_its_own_three_first(lookup: Lookup) -> None:
    assert ids(lookup.helping(lookup.symptoms["runs-off"])) == [
        "quiet-corner",
        "warm-greeting",
        "agreed-exit",
        "movement-break",
    ]


def test_a_strategy_that_names_a_symptom_first_is_above_all_for_it(lookup: Lookup) -> None:
    corner = lookup.strategies["quiet-corner"]
    assert own(lookup.symptoms["hides-away"], corner)
    assert not own(lookup.symptoms["runs-off"], corner)


def test_an_area_at_a_tier_holds_its_strategies_and_no_others(lookup: Lookup) -> None:
    assert ids(lookup.at(lookup.areas["feelings"], lookup.tiers["extra"])) == ["buddy-walk", "agreed-exit"]
    assert lookup.at(lookup.areas["senses"], lookup.tiers["base"]) == ()


def test_what_builds_upon_a_strategy_is_found_from_below(lookup: Lookup) -> None:
    assert ids(lookup.built_upon_by(lookup.strategies["quiet-corner"])) == ["movement-break", "agreed-exit"]
    assert lookup.built_upon_by(lookup.strategies["buddy-walk"]) == ()


def test_a_strategy_for_a_flagged_symptom_is_flagged(lookup: Lookup) -> None:
    assert lookup.flagged(lookup.strategies["quiet-corner"])
    assert not lookup.flagged(lookup.strategies["buddy-walk"])


def test_every_record_that_cites_a_statement_is_found(lookup: Lookup) -> None:
    assert [record.id for record in lookup.citing("elm-notes.ideas.02")] == ["movement-break", "runs-off"]
    assert [record.id for record in lookup.citing("elm-notes.ideas.03")] == ["cold-water"]
    assert lookup.citing("elm-notes.ideas.05") == ()


def test_a_statement_knows_its_source_and_section(lookup: Lookup) -> None:
    source, section = lookup.section_of("oak-guide.extra.02")
    assert (source.id, section.id) == ("oak-guide", "oak-guide.extra")
