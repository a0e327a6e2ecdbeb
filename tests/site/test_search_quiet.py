"""The search loads only for those who search, and what they type stays with them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote_plus, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

HEADER = "guide/symptoms/index.html"
GENERATED = ("guide/search/lunr.js", "guide/search/index.js", "guide/search/data.js")
WORDS = "zebedee is anxious and will not come in"


@pytest.mark.parametrize("path", ["index.html", "find.html", HEADER, "guide/areas/semh/some.html", "about.html"])
def test_a_page_that_nobody_searches_from_loads_no_search(page: Page, address: str, path: str) -> None:
    asked = requests(page, address)
    page.goto(f"{address}/{path}", wait_until="networkidle")
    page.locator("h1").click()
    page.keyboard.press("End")
    assert [each for each in asked if "search/" in each] == ["assets/search/start.js"]


@pytest.mark.parametrize("path", ["index.html", HEADER])
def test_the_first_focus_loads_the_search_once_and_makes_it_ready(page: Page, address: str, path: str) -> None:
    asked = requests(page, address)
    page.goto(f"{address}/{path}")
    field = page.locator("[data-search-field]")
    for _ in range(2):
        field.focus()
        page.locator("[data-search-field][role=combobox]").wait_for()
        field.blur()
    assert [asked.count(each) for each in GENERATED] == [1, 1, 1]
    assert len(asked) == len({*asked})


def test_the_finder_loads_the_search_by_itself_where_its_address_asks(page: Page, address: str) -> None:
    asked = requests(page, address)
    page.goto(f"{address}/find.html?q=calm")
    page.locator("[data-search-results][data-state=done]").wait_for()
    assert [asked.count(each) for each in GENERATED] == [1, 1, 1]


def test_the_finder_loads_the_search_when_its_address_begins_to_ask(page: Page, address: str) -> None:
    page.goto(f"{address}/find.html")
    page.evaluate("location.hash = 'q=calm'")
    page.locator("[data-search-results][data-query=calm][data-state=done]").wait_for()


def test_the_finder_answers_what_was_typed_before_the_search_was_there(page: Page, address: str) -> None:
    asked = requests(page, address)
    page.goto(f"{address}/find.html")
    page.locator("[data-finder] input").press_sequentially("calm")
    page.locator("[data-search-results][data-query=calm][data-state=done]").wait_for()
    assert [asked.count(each) for each in GENERATED] == [1, 1, 1]


def test_typing_in_the_header_asks_the_server_for_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/{HEADER}")
    field = page.locator("[data-search-field]")
    field.focus()
    page.locator("[data-search-field][role=combobox]").wait_for()
    asked = requests(page, address)
    field.press_sequentially(WORDS)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.wait_for_load_state("networkidle")
    assert asked == []


@pytest.mark.parametrize("path", ["index.html", HEADER, "find.html"])
def test_what_is_typed_is_sent_nowhere(page: Page, address: str, path: str) -> None:
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))  # noqa: PLW0108 - a built-in method is refused
    page.goto(f"{address}/{path}")
    page.evaluate("guide.load().then(() => true)")
    page.locator("input[type=search]").press_sequentially(WORDS)
    page.locator("[data-search-results][data-state=done]").wait_for()
    page.keyboard.press("Enter")
    page.locator("main [data-search-results][data-state=done]").wait_for()
    page.locator("[data-filters] summary").click()
    page.locator("[data-filters] input").first.check()
    page.locator("[data-kind=strategy] a").first.click()
    page.wait_for_url("**/guide/strategies/*")
    page.go_back()
    page.locator("[data-search-results][data-state=done]").wait_for()
    assert {urlsplit(each.url).netloc for each in sent} == {urlsplit(address).netloc}
    said = [f"{each.url.partition('#')[0]} {each.headers} {each.post_data}" for each in sent]
    assert [each for each in said if "zebedee" in unquote_plus(each).lower()] == []


@pytest.mark.parametrize("path", ["index.html", HEADER, "find.html"])
def test_nothing_that_is_typed_is_kept_by_the_browser(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    page.evaluate("guide.load().then(() => true)")
    page.locator("input[type=search]").focus()
    before = kept(page)
    page.locator("input[type=search]").fill(WORDS)
    page.locator("[data-search-results][data-state=done]").wait_for()
    page.keyboard.press("Enter")
    page.locator("main [data-search-results][data-state=done]").wait_for()
    page.locator("[data-kind=strategy] a").first.click()
    page.wait_for_url("**/guide/strategies/*")
    assert kept(page) == before
    assert page.context.cookies() == []
    assert "zebedee" not in str(before).lower()


def requests(page: Page, address: str) -> list[str]:
    """What the page asks for from now on, by its path from the root; in full if it is of another site."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{address}/")))
    return asked


def kept(page: Page) -> object:
    return page.evaluate(
        """async () => [
          {...localStorage}, {...sessionStorage}, document.cookie,
          (await indexedDB.databases()).map(({name}) => name), await caches.keys(), name,
        ]"""
    )
