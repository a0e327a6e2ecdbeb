from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pages import home, plan
from generator.pages.needs import StrategyPage, SymptomPage
from generator.pages.page import described
from generator.pages.reference import Ledger, SourceList

if TYPE_CHECKING:
    from generator.lookup import Lookup
    from generator.pages.page import Page


@pytest.fixture(scope="module")
def pages(lookup: Lookup) -> dict[str, Page]:
    return {page.address.path: page for page in plan(lookup)}


def test_no_two_pages_share_an_address(lookup: Lookup, pages: dict[str, Page]) -> None:
    assert len(pages) == len(plan(lookup))


def test_every_kind_of_page_exists(pages: dict[str, Page]) -> None:
    assert {page.template for page in pages.values()} == {
        "area", "area_at_tier", "areas", "checklist", "checklists", "cycle", "glossary", "ledger", "moved", "services",
        "sources", "strategies", "strategy", "symptom", "symptoms", "theme", "themes", "tier", "tiers",
    }  # fmt: skip


def test_a_symptom_shows_what_to_try_first_and_then_the_tiers_in_order(pages: dict[str, Page]) -> None:
    shows = pages["symptoms/runs-off.md"].shows
    assert isinstance(shows, SymptomPage)
    assert [each.id for each in shows.first] == ["warm-greeting", "quiet-corner", "agreed-exit"]
    assert [group.tier.id for group in shows.tiers] == ["base", "extra"]
    assert [each.id for each in shows.tiers[1].strategies] == ["agreed-exit", "movement-break"]
    assert [each.id for each in shows.tiers[0].others] == ["quiet-corner", "warm-greeting"]


def test_the_panel_stands_on_a_flagged_symptom_and_on_what_helps_with_it(pages: dict[str, Page]) -> None:
    assert pages["symptoms/runs-off.md"].safeguarding
    assert not pages["symptoms/hides-away.md"].safeguarding
    assert pages["strategies/quiet-corner.md"].safeguarding
    assert not pages["strategies/buddy-walk.md"].safeguarding
    assert pages["areas/senses/extra.md"].safeguarding
    assert pages["checklists/senses-extra.md"].safeguarding
    assert pages["themes/calm.md"].safeguarding
    assert pages["tiers/base.md"].safeguarding


def test_what_comes_next_is_what_names_the_strategy_as_its_ground(pages: dict[str, Page]) -> None:
    shows = pages["strategies/warm-greeting.md"].shows
    assert isinstance(shows, StrategyPage)
    assert [each.id for each in shows.next_steps] == ["buddy-walk", "agreed-exit"]


def test_what_nothing_names_steps_up_to_its_theme_at_the_next_tier(pages: dict[str, Page]) -> None:
    shows = pages["strategies/plain-timetable.md"].shows
    assert isinstance(shows, StrategyPage)
    assert [each.id for each in shows.next_steps] == ["movement-break"]


def test_the_last_tier_steps_up_to_nothing(pages: dict[str, Page]) -> None:
    shows = pages["strategies/buddy-walk.md"].shows
    assert isinstance(shows, StrategyPage)
    assert (shows.next_steps, shows.next_tier) == ((), None)


def test_each_page_leads_to_the_next_of_its_own_kind_and_back(pages: dict[str, Page]) -> None:
    first, second = pages["strategies/quiet-corner.md"], pages["strategies/plain-timetable.md"]
    assert first.next
    assert first.next.address == second.address
    assert second.previous
    assert second.previous.address == first.address


def test_every_page_has_a_trail_that_starts_at_home(pages: dict[str, Page]) -> None:
    assert {page.trail[0].label for page in pages.values()} == {"Home"}
    assert [link.label for link in pages["areas/senses/extra.md"].trail] == ["Home", "Areas and tiers", "Senses"]


def test_the_ledger_lists_every_statement_with_what_restates_it(pages: dict[str, Page]) -> None:
    shows = pages["sources/elm-notes.md"].shows
    assert isinstance(shows, Ledger)
    lines = {
        line.statement: (line.role, [record.id for record in line.citing])
        for *_, rows in shows.sections
        for line in rows
    }
    assert lines["elm-notes.ideas.02"] == ("provision", ["movement-break", "runs-off"])
    assert lines["elm-notes.ideas.05"] == ("context", [])
    assert list(lines) == sorted(lines)


def test_what_is_withheld_has_no_page_of_its_own(pages: dict[str, Page]) -> None:
    assert not [path for path in pages if "cold-water" in path]
    shows = pages["sources/index.md"].shows
    assert isinstance(shows, SourceList)
    assert [withheld.id for withheld, _ in shows.withheld] == ["cold-water"]


def test_a_former_address_leads_on(pages: dict[str, Page]) -> None:
    moved = pages["strategies/exit-card.md"]
    assert moved.template == "moved"
    assert moved.description == "This page has moved: Agree how to leave the room"


def test_the_home_page_counts_what_asks_to_be_restated(lookup: Lookup) -> None:
    shows = home(lookup)
    assert [symptom.id for symptom in shows.symptoms] == ["hides-away", "runs-off"]
    assert (shows.strategies, shows.statements, shows.sources) == (6, 12, 2)


def test_an_area_without_a_strategy_of_its_own_counts_what_serves_every_area(lookup: Lookup) -> None:
    row = next(row for row in home(lookup).rows if row.area.id == "senses")
    assert [(cell.own, cell.shared) for cell in row.cells] == [(0, 2), (2, 0)]


LONG = "Greet them at the door. " + "Then " * 20 + "go in."


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        pytest.param("Greet them at the door by name, every single morning.", None, id="what fits"),
        pytest.param("Greet them.", "Greet them. A way to begin.", id="what is too short"),
        pytest.param(f"{LONG} {'Later ' * 20}sit down.", LONG, id="the sentences that fit"),
        pytest.param(f"{'Greet ' * 40}them. Go in.", f"{'Greet ' * 40}them.", id="a sentence that does not"),
    ],
)
def test_a_page_is_described_by_whole_sentences(summary: str, shown: str | None) -> None:
    assert described(summary, "A way to begin.") == (shown or summary)
