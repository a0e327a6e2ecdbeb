from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checklists import checklist, checklists

if TYPE_CHECKING:
    from generator.lookup import Lookup


def test_a_sheet_groups_the_strategies_of_an_area_at_a_tier_by_theme(lookup: Lookup) -> None:
    sheet = checklist(lookup, lookup.areas["shared"], lookup.tiers["base"])
    assert [(group.theme.id, [each.id for each in group.strategies]) for group in sheet.groups] == [
        ("calm", ["plain-timetable"]),
        ("joining-in", ["warm-greeting"]),
    ]
    assert (sheet.id, sheet.address.url) == ("shared-base", "guide/checklists/shared-base.html")


def test_an_area_with_nothing_of_its_own_borrows_what_serves_every_area(lookup: Lookup) -> None:
    sheet = checklist(lookup, lookup.areas["senses"], lookup.tiers["base"])
    assert [area.id for area in sheet.borrowed] == ["shared"]
    assert [each.id for each in sheet.strategies] == ["plain-timetable", "warm-greeting"]


def test_an_area_with_strategies_of_its_own_borrows_nothing(lookup: Lookup) -> None:
    sheet = checklist(lookup, lookup.areas["feelings"], lookup.tiers["base"])
    assert sheet.borrowed == ()
    assert [each.id for each in sheet.strategies] == ["quiet-corner"]


def test_a_sheet_names_every_tier_that_continues(lookup: Lookup) -> None:
    assert checklist(lookup, lookup.areas["feelings"], lookup.tiers["base"]).below == ()
    assert [tier.id for tier in checklist(lookup, lookup.areas["feelings"], lookup.tiers["extra"]).below] == ["base"]


def test_there_is_no_empty_sheet(lookup: Lookup) -> None:
    assert [sheet.id for sheet in checklists(lookup)] == [
        "feelings-base",
        "feelings-extra",
        "senses-base",
        "senses-extra",
        "shared-base",
    ]


def test_a_sheet_is_flagged_when_one_of_its_strategies_is(lookup: Lookup) -> None:
    assert checklist(lookup, lookup.areas["senses"], lookup.tiers["extra"]).safeguarding
