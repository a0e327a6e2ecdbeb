"""The guide by keyboard alone, step by step and in one go: no pointer, and nothing that a script has focused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.site.keyboard import focused, tab_to, tab_until
from tests.site.sheet import STRATEGY, drawn, rows, stored

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

SEEN = "anxious"
COUNT_PRINTS = "addEventListener('beforeprint', () => { globalThis.prints = (globalThis.prints ?? 0) + 1; })"
DARK, LIGHT = "slate", "default"


@pytest.fixture(params=[(375, 667), (1280, 720)], ids=["phone", "laptop"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    context.add_init_script(COUNT_PRINTS)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def tiers(site: Path) -> dict[str, int]:
    """The step on which each strategy stands."""
    catalogue: dict[str, Any] = json.loads((site / "guide" / "catalogue.json").read_text("utf-8"))
    steps = {tier["id"]: tier["order"] for tier in catalogue["tiers"]}
    return {each["id"]: steps[each["tier"]] for each in catalogue["strategies"] if each["status"] == "published"}


def test_a_symptom_is_found_in_ones_own_words(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    find_a_symptom(page)


def test_a_strategy_is_opened_from_its_symptom(page: Page, address: str) -> None:
    page.goto(f"{address}/guide/symptoms/withdrawn.html")
    open_a_strategy(page)


def test_the_ladder_of_a_strategy_leads_to_another_tier(page: Page, address: str, tiers: dict[str, int]) -> None:
    page.goto(f"{address}/{STRATEGY}")
    climb(page, tiers)


def test_a_strategy_is_put_on_the_sheet_and_taken_off_again(page: Page, address: str) -> None:
    page.goto(f"{address}/{STRATEGY}")
    strategy = add(page)
    assert stored(page)["ids"] == [strategy]
    page.keyboard.press("Space")
    assert stored(page)["ids"] == []
    assert focused(page).startswith("Add to my sheet")


def test_results_are_narrowed_and_the_focus_stays_on_what_narrows_them(page: Page, address: str) -> None:
    page.goto(f"{address}/{STRATEGY}")
    narrow(page)


def test_the_sheet_is_opened_and_printed(page: Page, address: str) -> None:
    page.goto(f"{address}/{STRATEGY}")
    strategy = add(page)
    print_the_sheet(page)
    assert rows(page) == [strategy]


def test_the_colours_are_changed_and_stay_so_on_the_next_page(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    change_colours(page, DARK)
    page.goto(f"{address}/find.html")
    assert colours(page) == DARK
    change_colours(page, LIGHT)


def test_all_of_it_in_one_go(page: Page, address: str, tiers: dict[str, int]) -> None:
    page.goto(f"{address}/index.html")
    find_a_symptom(page)
    open_a_strategy(page)
    climb(page, tiers)
    from_the_ladder = add(page)
    narrow(page)
    from_the_finder = add(page)
    print_the_sheet(page)
    assert {*rows(page)} == {from_the_ladder, from_the_finder}
    change_colours(page, DARK, "Shift+Tab")


def find_a_symptom(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type(SEEN)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    symptom = page.locator("[data-kind=symptom] [role=option][aria-selected=true]")
    wanted = symptom.get_attribute("href")
    assert wanted is not None
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


def open_a_strategy(page: Page) -> None:
    tab_until(page, "one => /strategies\\/(?!index)/.test(one.href)")
    wanted = focused(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/strategies/*.html")
    assert page.locator("h1").inner_text() == wanted


def climb(page: Page, tiers: dict[str, int]) -> None:
    below = tiers[strategy_of(page.url)]
    tab_until(page, "one => /themes\\/(?!index)/.test(one.href) && !one.closest('nav')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/themes/*.html")
    other = [strategy for strategy, tier in tiers.items() if tier != below]
    tab_until(page, "one => name.some(id => one.href?.endsWith(`/strategies/${id}.html`))", other)
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/strategies/*.html")
    assert tiers[strategy_of(page.url)] != below


def add(page: Page) -> str:
    """Puts the next strategy that can be added on the sheet, and returns which it is."""
    before = page.evaluate("JSON.parse(localStorage.getItem('sheet of /'))?.ids ?? []")
    tab_until(page, "one => 'add' in one.dataset && !one.classList.contains('is-on')")
    strategy: str = page.evaluate("document.activeElement.dataset.add")
    page.keyboard.press("Enter")
    assert stored(page)["ids"] == [*before, strategy]
    assert page.locator("[data-sheet-count]").inner_text().strip() == f"({len(before) + 1})"
    return strategy


def narrow(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type(SEEN)
    page.keyboard.press("Enter")
    results = page.locator("main [data-search-results][data-state=done]")
    steps = results.locator("[data-kind=strategy] [data-step]")
    steps.first.wait_for()
    assert len(tiers_of(steps)) > 1
    tab_to(page, "Narrow these results")
    page.keyboard.press("Enter")
    tab_until(page, "one => one.matches('[data-filters] input')")
    choice = focused(page)
    page.keyboard.press("Space")
    assert len(tiers_of(steps)) == 1
    assert parse_qs(urlsplit(page.url).fragment).keys() - {"q"}
    assert page.evaluate("document.activeElement.checked") is True
    assert focused(page).split()[0] == choice.split()[0]


def tiers_of(steps: Locator) -> set[str]:
    return {*steps.evaluate_all("found => found.map((one) => one.dataset.step)")}


def print_the_sheet(page: Page) -> None:
    tab_until(page, "one => 'sheetLink' in one.dataset", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sheet.html")
    drawn(page)
    tab_to(page, "Print")
    page.keyboard.press("Enter")
    assert page.evaluate("globalThis.prints") == 1


def change_colours(page: Page, wanted: str, key: str = "Tab") -> None:
    tab_to(page, "Dark colours", key)
    page.keyboard.press("Space")
    assert colours(page) == wanted
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == str(wanted == DARK).lower()


def colours(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def strategy_of(url: str) -> str:
    return url.rsplit("/", 1)[-1].partition(".html")[0]
