from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checklists import (
    card,
    checklist,
    checklists,
    file_of_card,
    file_of_record,
    sheets,
    symptom_sheet,
    tier_sheet,
    wording,
)

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


def test_a_tier_has_a_sheet_over_all_areas(lookup: Lookup) -> None:
    sheet = tier_sheet(lookup, lookup.tiers["base"])
    assert [each.id for each in sheet.strategies] == ["quiet-corner", "plain-timetable", "warm-greeting"]
    assert (sheet.id, sheet.title, sheet.area) == ("base", "Base: support for everyone", None)
    assert sheet.about.url == "guide/tiers/base.html"


def test_a_symptom_has_a_sheet_with_all_that_helps_whatever_its_tier(lookup: Lookup) -> None:
    sheet = symptom_sheet(lookup, lookup.symptoms["runs-off"])
    assert {each.id for each in sheet.strategies} == {each.id for each in lookup.helping(lookup.symptoms["runs-off"])}
    assert {each.tier for each in sheet.strategies} == {"base", "extra"}
    assert (sheet.id, sheet.tier) == ("runs-off", None)
    assert [tier.id for tier in sheet.below] == ["base"]


def test_the_sheet_of_a_flagged_symptom_is_flagged(lookup: Lookup) -> None:
    assert symptom_sheet(lookup, lookup.symptoms["runs-off"]).safeguarding


def test_every_sheet_has_a_name_of_its_own(lookup: Lookup) -> None:
    names = [sheet.id for sheet in sheets(lookup)]
    assert names[-4:] == ["base", "extra", "hides-away", "runs-off"]
    assert len(names) == len(set(names))


def test_a_card_holds_what_to_try_first_and_then_what_stands_above_it(lookup: Lookup) -> None:
    held = card(lookup, lookup.symptoms["hides-away"])
    assert [each.id for each in held.first] == ["quiet-corner", "warm-greeting", "plain-timetable"]
    assert [each.id for each in held.next] == ["buddy-walk"]


def test_a_card_whose_first_three_reach_the_highest_tier_goes_on_with_what_is_left(lookup: Lookup) -> None:
    held = card(lookup, lookup.symptoms["runs-off"])
    assert [each.id for each in held.first] == ["warm-greeting", "quiet-corner", "agreed-exit"]
    assert [each.id for each in held.next] == ["movement-break"]


def test_files_are_named_for_a_person_to_keep_and_the_most_used_come_first(lookup: Lookup) -> None:
    sheet = symptom_sheet(lookup, lookup.symptoms["runs-off"])
    names = [file.address.path.removeprefix("checklists/files/") for file in sheet.files]
    assert names == [
        "runs-off-checklist-a4.pdf",
        "runs-off-planning-a4.pdf",
        "runs-off-self-evaluation-a4.pdf",
        "runs-off-large-print-a4.pdf",
        "runs-off-poster-a3.pdf",
        "runs-off-card-a4.pdf",
        "runs-off-checklist.xlsx",
        "runs-off-checklist.csv",
    ]
    assert file_of_card(lookup.symptoms["runs-off"]) in sheet.files


def test_the_record_is_named_after_the_steps_on_which_the_code_has_a_paragraph(lookup: Lookup) -> None:
    assert file_of_record(lookup.catalogue).address.path == "checklists/files/look-again-a4.pdf"


def test_a_sheet_says_that_all_lower_tiers_continue(lookup: Lookup) -> None:
    assert wording.continues(tier_sheet(lookup, lookup.tiers["base"])) == ""
    assert wording.continues(tier_sheet(lookup, lookup.tiers["extra"])) == "Everything in Base continues."
    assert wording.listed(["One", "Two", "Three"]) == "One, Two and Three"


def test_a_strategy_of_one_place_says_where(lookup: Lookup) -> None:
    assert wording.where(lookup, lookup.strategies["movement-break"]) == "Elm, Southland"
    assert wording.where(lookup, lookup.strategies["quiet-corner"]) == ""


def test_sources_are_named_in_short(lookup: Lookup) -> None:
    statements = ["elm-notes.ideas.01", "oak-guide.base.01", "oak-guide.base.02"]
    assert wording.sources(lookup, statements) == "Sources: Oak Council; Notes from Elm."
