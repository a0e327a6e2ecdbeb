"""What machines can hold of WCAG 2.2 AA: axe-core finds nothing on any page, light or dark, narrow or wide, opened out.

Axe cannot see whether what is there makes sense; the other tests of the site, and people, have to.
"""

from __future__ import annotations

from collections import deque
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.looks import LOOKS, PHONE, Look, opened
from tests.site.sheet import FLAGGED, OTHERS, STRATEGY, drawn, keep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.site.pages_of_site import BuiltPage

AXE = (Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
FOUND = """async () => (await axe.run(document, {resultTypes: ['violations'], preload: false}))
  .violations.flatMap(({id, nodes}) => nodes.map(({target, any, all}) =>
    [id, target.flat().join(' '), [...any, ...all].map(({message}) => message).join('; ')].join(': ')))"""
AT_ONCE = f"{AXE};globalThis.found = new Promise(done => addEventListener('load', () => done(({FOUND})())))"
"""The same by itself, as soon as a page is there: while one page is looked at, the next can load."""


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_page_has_a_violation(browser: Browser, address: str, pages: dict[str, BuiltPage], look: Look) -> None:
    found: list[str] = []

    def collect(page: Page, path: str) -> None:
        found.extend(f"{path}: {each}" for each in page.evaluate("found"))

    with opened(browser, look, AT_ONCE) as first, opened(browser, look, AT_ONCE) as second:
        waiting: deque[tuple[Page, str]] = deque()
        for path, page in zip(pages, cycle((first, second)), strict=False):
            if len(waiting) > 1:
                collect(*waiting.popleft())
            page.goto(f"{address}/{path}", wait_until="commit")
            waiting.append((page, path))
        for page, path in waiting:
            collect(page, path)
    assert found == []


@pytest.fixture(params=LOOKS, ids=str)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with opened(browser, request.param, AXE) as page:
        yield page


def test_the_open_list_of_the_search_has_no_violation(page: Page, address: str) -> None:
    for path in ("index.html", STRATEGY):
        page.goto(f"{address}/{path}")
        field = page.locator("[data-search-field]")
        field.focus()
        page.locator("[data-search-field][role=combobox]").wait_for()
        for words in ("anxious", "wants to kill herself", "photocopier jammed"):
            field.fill(words)
            page.keyboard.press("ArrowDown")
            assert violations(page, f"{path} {words}") == []


def test_the_finder_with_results_and_filters_has_no_violation(page: Page, address: str) -> None:
    for words in ("anxious", "wants to kill herself", "photocopier jammed"):
        page.goto(f"{address}/find.html?q={words}")
        page.locator("[data-search-results]:is([data-state=done], [data-state=none])").wait_for()
        if page.locator("[data-filters] summary").is_visible():
            page.locator("[data-filters] summary").click()
        assert violations(page, words) == []


def test_a_sheet_with_strategies_has_no_violation(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    keep(page, FLAGGED, *OTHERS)
    page.goto(f"{address}/sheet.html")
    drawn(page)
    page.get_by_role("button", name="Share").click()
    assert violations(page, "sheet") == []


def test_a_glossary_tip_has_no_violation(page: Page, address: str) -> None:
    page.goto(f"{address}/guide/areas/semh/some.html")
    page.locator("abbr[data-tip]").first.focus()
    page.get_by_role("tooltip").wait_for()
    assert violations(page, "tip") == []


@pytest.mark.parametrize("look", [look for look in LOOKS if look.width == PHONE], ids=str)
def test_the_open_menu_has_no_violation(browser: Browser, address: str, look: Look) -> None:
    with opened(browser, look, AXE) as page:
        page.goto(f"{address}/about.html")
        page.get_by_role("button", name="Menu").click()
        page.get_by_role("navigation", name="Menu").wait_for()
        assert violations(page, "menu") == []


def violations(page: Page, place: str) -> list[str]:
    """What axe-core finds on a page, of any impact."""
    return [f"{place}: {each}" for each in page.evaluate(FOUND)]
