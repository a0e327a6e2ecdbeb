"""Everything but the search, which has tests of its own, works from a folder, below a root and out of the one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from tests.site.sheet import FLAGGED, STRATEGY, count, rows, watch

if TYPE_CHECKING:
    from playwright.sync_api import Page

OF_EACH_KIND = (
    "index.html",
    "about.html",
    "sheet.html",
    "guide/symptoms/index.html",
    "guide/symptoms/withdrawn.html",
    "guide/areas/semh/some.html",
    "guide/themes/index.html",
    "guide/checklists/semh-some.html",
    "guide/sources/index.html",
    STRATEGY,
)

TARGETS = "all => all.map(one => new URL(one.getAttribute('href'), location).href.split('#')[0])"
"""Where links lead, those in drawings among them."""


def test_every_link_of_a_page_of_each_kind_leads_to_a_file_of_the_site(page: Page, anywhere: str) -> None:
    wrong = watch(page)
    links: set[str] = set()
    for path in OF_EACH_KIND:
        page.goto(f"{anywhere}/{path}")
        links |= {*page.locator("a[href]").evaluate_all(TARGETS)}
    inside = {link for link in links if link.startswith(f"{anywhere}/")}
    assert len(inside) > 150
    assert {link for link in links - inside if not link.startswith(("https://", "mailto:"))} == set()
    assert {link for link in inside if not content(page, link)} == set()
    assert wrong == []


def test_people_go_from_what_they_see_to_a_sheet_of_their_own(page: Page, anywhere: str) -> None:
    wrong = watch(page)
    page.goto(f"{anywhere}/index.html")
    page.locator(".choices a").first.click()
    page.locator(".first a").first.click()
    assert page.url.startswith(f"{anywhere}/guide/strategies/")
    page.goto(f"{anywhere}/{STRATEGY}")
    page.locator("article [data-add]").click()
    assert count(page) == "My sheet (1)"
    page.locator("[data-sheet-link]").click()
    assert page.url == f"{anywhere}/sheet.html"
    assert rows(page) == [FLAGGED]
    page.reload()
    assert rows(page) == [FLAGGED]
    assert wrong == []


def test_a_shared_sheet_opens_where_it_was_shared(page: Page, anywhere: str) -> None:
    page.goto(f"{anywhere}/{STRATEGY}")
    page.locator("article [data-add]").click()
    page.locator("[data-sheet-link]").click()
    page.get_by_role("button", name="Share").click()
    shared = page.get_by_label("Address of this sheet").input_value()
    assert shared == f"{anywhere}/sheet.html#s={FLAGGED}"
    page.goto("about:blank")
    page.goto(shared)
    assert rows(page) == [FLAGGED]


def test_a_sheet_to_print_and_one_to_fill_in_are_where_a_page_says(page: Page, anywhere: str) -> None:
    page.goto(f"{anywhere}/guide/checklists/semh-some.html")
    links = page.locator(".take-away a").evaluate_all("all => all.map(one => one.href)")
    printed = [link for link in links if link.endswith(".pdf")]
    assert len(printed) > 3
    assert {content(page, link)[:5] for link in printed} == {b"%PDF-"}
    assert {content(page, link)[:2] for link in links if link.endswith(".xlsx")} == {b"PK"}


def test_a_choice_of_colours_goes_with_people_from_page_to_page(page: Page, anywhere: str) -> None:
    page.goto(f"{anywhere}/index.html")
    assert colours(page) == "default"
    page.get_by_role("button", name="Dark colours").click()
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    page.goto(f"{anywhere}/{STRATEGY}")
    assert colours(page) == "slate"
    page.reload()
    assert colours(page) == "slate"
    page.get_by_role("button", name="Dark colours").click()
    page.locator("body[data-md-color-scheme=default]").wait_for()


@pytest.mark.parametrize("path", ["index.html", STRATEGY])
def test_nothing_is_asked_of_any_other_place(page: Page, anywhere: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{anywhere}/{path}", wait_until="networkidle")
    assert [url for url in asked if not url.startswith((f"{anywhere}/", "data:"))] == []


def content(page: Page, link: str) -> bytes:
    """What stands at an address of the site; nothing where there is nothing."""
    if link.startswith("file:"):
        file = Path(url2pathname(urlsplit(link).path))
        return file.read_bytes() if file.is_file() else b""
    response = page.request.get(link)
    return response.body() if response.ok else b""


def colours(page: Page) -> str:
    found: str = page.evaluate("document.body.dataset.mdColorScheme")
    return found
