"""Add and Print as they stand on every page: by pointer and keyboard, with a count, and nothing without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.site.sheet import FLAGGED, MOST, STRATEGY, count, drawn, keep, own, said, stored

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SYMPTOM = "guide/symptoms/withdrawn.html"

WITH_ADD = (
    SYMPTOM, STRATEGY, "guide/areas/semh/some.html", "guide/themes/regulation.html", "guide/tiers/all.html",
    "guide/checklists/semh-some.html", "guide/strategies/index.html", "find.html#q=anxious",
)  # fmt: skip

SMALLEST_TARGET = 24


@pytest.mark.parametrize("path", WITH_ADD)
def test_a_strategy_can_be_added_wherever_it_stands(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    page.locator("article [data-add]").first.click()
    assert count(page) == "My sheet (1)"
    title = page.locator("article [data-add]").first.get_attribute("data-title")
    page.locator("header ~ .header-search [data-sheet-link]").click()
    assert titles(page) == [title]


def test_every_strategy_of_a_list_has_its_button(page: Page, address: str) -> None:
    page.goto(f"{address}/{SYMPTOM}")
    linked = page.locator("article li a[href*='/strategies/']").evaluate_all("all => all.map(one => one.textContent)")
    assert page.locator("article [data-add]").evaluate_all("all => all.map(one => one.dataset.title)") == linked


def test_the_name_of_the_button_says_what_it_does_and_to_what(page: Page, address: str) -> None:
    page.goto(f"{address}/{STRATEGY}")
    title = page.locator("h1").inner_text()
    page.get_by_role("button", name=f"Add to my sheet: {title}", exact=True).click()
    page.get_by_role("button", name=f"On my sheet: {title}. Take it off", exact=True).wait_for()
    assert said(page) == f"Added to my sheet: {title}. It holds 1 now."


def test_it_is_done_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/{STRATEGY}")
    press_until(page, "Tab", "[data-add]")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert count(page) == "My sheet (1)"
    page.keyboard.press("Space")
    assert count(page) == "My sheet"


def test_pressing_again_takes_it_off_and_once_more_puts_it_back_where_it_was(page: Page, address: str) -> None:
    page.goto(f"{address}/guide/areas/semh/some.html")
    for place in range(3):
        page.locator("article [data-add]").nth(place).click()
    before = stored(page)["ids"]
    page.locator("article [data-add]").nth(1).click()
    assert stored(page)["ids"] == [before[0], before[2]]
    assert said(page).endswith("Press again to put it back.")
    page.locator("article [data-add]").nth(1).click()
    assert stored(page)["ids"] == before


@pytest.mark.parametrize("width", [375, 1280])
def test_every_button_is_large_enough_to_press(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    small: list[str] = []
    for path in (*WITH_ADD, f"sheet.html#s={FLAGGED}", "sheet.html"):
        page.goto(f"{address}/{path}")
        page.locator("[data-add], [data-does]:visible").first.wait_for()
        small += page.locator("article button:visible, [data-sheet-link]").evaluate_all(
            """(all, least) => all.map(one => [one.outerHTML, one.getBoundingClientRect()])
                 .filter(([, box]) => box.width < least || box.height < least).map(([text]) => text)""",
            SMALLEST_TARGET,
        )
        keep(page, FLAGGED)
    assert small == []


def test_without_javascript_no_button_shows_and_the_page_says_what_to_do(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in (SYMPTOM, STRATEGY, "sheet.html"):
        page.goto(f"{address}/{path}")
        assert page.locator("article button:visible").count() == 0
    assert "It needs JavaScript. Without it, the checklists can be printed" in page.locator("article").inner_text()
    context.close()


def test_a_full_sheet_says_so(page: Page, address: str) -> None:
    own(page, address, *(f"n{number}" for number in range(MOST)))
    page.goto(f"{address}/{STRATEGY}")
    page.locator("article [data-add]").click()
    assert page.get_by_text(f"My sheet is full: it holds {MOST} strategies.").is_visible()
    assert count(page) == f"My sheet ({MOST})"


def test_only_the_page_of_the_sheet_loads_the_strategies(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{address}/{SYMPTOM}", wait_until="networkidle")
    assert [path for path in asked if "/sheet/" in path and path.endswith(".js")] == [
        "/assets/sheet/selection.js", "/assets/sheet/store.js", "/assets/sheet/buttons.js",
    ]  # fmt: skip
    page.goto(f"{address}/sheet.html", wait_until="networkidle")
    assert "/guide/sheet/strategies.js" in asked


def test_what_every_page_loads_for_the_sheet_is_small(site: Path) -> None:
    scripts = [site / "assets" / "sheet" / f"{name}.js" for name in ("selection", "store", "buttons")]
    assert sum(path.stat().st_size for path in scripts) < 12_000


def titles(page: Page) -> list[str]:
    drawn(page)
    return page.locator("[data-row] a").all_inner_texts()


def press_until(page: Page, key: str, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")
