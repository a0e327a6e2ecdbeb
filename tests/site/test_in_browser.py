from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.site.policy import BROKEN, WATCH

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.site.pages_of_site import BuiltPage

WIDTHS = (375, 1280)


def test_no_page_asks_another_site_for_anything_breaks_its_policy_fails_or_overflows(
    browser: Browser, address: str, pages: dict[str, BuiltPage]
) -> None:
    asked: list[str] = []
    failed: list[str] = []
    broken: list[object] = []
    too_wide: list[str] = []
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 900})
    page.add_init_script(WATCH)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    for path, widths in zip(pages, cycle([WIDTHS, WIDTHS[::-1]])):
        page.goto(f"{address}/{path}", wait_until="load")
        broken += page.evaluate(BROKEN)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                too_wide.append(f"{path} at {width}")
    cookies = page.context.cookies()
    page.close()
    hosts = {parts.netloc for parts in map(urlsplit, asked) if parts.scheme in {"http", "https"}}
    assert len(asked) > len(pages)
    assert hosts == {urlsplit(address).netloc}
    assert broken == []
    assert cookies == []
    assert failed == []
    assert too_wide == []


def test_a_symptom_is_found_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    card = page.locator(".choices a").first
    name = card.inner_text()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/symptoms/*.html")
    assert page.locator("h1").inner_text() == name


def test_the_field_on_the_home_page_opens_the_search_with_its_words(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_label("Search in your own words").fill("calm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find.html#q=calm")
    page.locator("[data-search-results][data-query=calm] [data-kind]").first.wait_for()


def test_a_glossary_term_is_explained_on_focus_and_hidden_by_escape(page: Page, address: str) -> None:
    page.goto(f"{address}/guide/areas/semh/some.html")
    term = page.locator("abbr[data-tip]").first
    term.focus()
    tip = page.get_by_role("tooltip")
    assert tip.inner_text() == term.get_attribute("data-tip")
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    assert page.get_by_role("tooltip").count() == 0


def test_the_tip_can_be_pointed_at_without_going_away(page: Page, address: str) -> None:
    page.goto(f"{address}/guide/areas/semh/some.html")
    page.locator("abbr[data-tip]").first.hover()
    page.get_by_role("tooltip").hover()
    page.wait_for_timeout(400)
    assert page.get_by_role("tooltip").count() == 1
    page.locator("h1").hover()
    page.get_by_role("tooltip").wait_for(state="detached")


def test_escape_hides_the_tip_of_a_term_that_is_pointed_at(page: Page, address: str) -> None:
    page.goto(f"{address}/guide/areas/semh/some.html")
    page.locator("abbr[data-tip]").first.hover()
    page.get_by_role("tooltip").wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("tooltip").count() == 0


def test_a_term_is_explained_on_a_card_too_and_inside_the_window(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(f"{address}/guide/symptoms/index.html")
    terms = page.locator(".listed abbr[data-tip]")
    assert terms.count() > 0
    for term in terms.all():
        term.hover()
        box = page.get_by_role("tooltip").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")


def test_pages_read_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/guide/symptoms/index.html")
    page.locator(".listed a").first.click()
    assert page.locator(".first a").count() >= 3
    context.close()


@pytest.mark.parametrize("path", ["nowhere.html", "guide/strategies/nowhere.html"])
def test_a_page_that_is_not_there_offers_ways_on(page: Page, site: Path, address: str, path: str) -> None:
    page.route(
        f"**/{path}",
        lambda route: route.fulfill(status=404, content_type="text/html", body=(site / "404.html").read_text()),
    )
    page.goto(f"{address}/{path}")
    page.locator("article a").first.click()
    page.locator("h1").wait_for()
    assert "nowhere" not in page.url
