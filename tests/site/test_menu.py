"""The frame of a page by keyboard alone: the menu of narrow screens, the way past the header, and no single keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.keyboard import focused, tab_to
from tests.site.looks import LOOKS, PHONE, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PLACES = 40
"""More than what Tab stops at before the first heading."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with opened(browser, LOOKS[0]) as page:
        yield page


def test_it_opens_by_keyboard_and_leads_on(phone: Page, address: str) -> None:
    phone.goto(f"{address}/index.html")
    tab_to(phone, "Menu")
    phone.keyboard.press("Enter")
    tab_to(phone, "Glossary")
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"{address}/guide/glossary.html")


def test_escape_closes_it_and_gives_the_focus_back(phone: Page, address: str) -> None:
    phone.goto(f"{address}/index.html")
    tab_to(phone, "Menu")
    phone.keyboard.press("Enter")
    tab_to(phone, "Glossary")
    phone.keyboard.press("Escape")
    assert not shown(phone)
    assert focused(phone) == "Menu"


def test_its_links_take_no_focus_while_it_is_closed(phone: Page, address: str) -> None:
    phone.goto(f"{address}/index.html")
    for _ in range(PLACES):
        phone.keyboard.press("Tab")
        assert not phone.evaluate("document.activeElement.closest('#menu')")


def test_it_closes_when_the_focus_goes_on_so_that_nothing_focused_is_behind_it(phone: Page, address: str) -> None:
    phone.goto(f"{address}/index.html")
    tab_to(phone, "Menu")
    phone.keyboard.press("Enter")
    tab_to(phone, "Publishing")
    assert shown(phone)
    phone.keyboard.press("Tab")
    assert not shown(phone)


def test_its_button_and_a_touch_beside_it_close_it(phone: Page, address: str) -> None:
    phone.goto(f"{address}/index.html")
    phone.get_by_role("button", name="Menu").click()
    phone.get_by_role("button", name="Close").click()
    assert not shown(phone)
    phone.get_by_role("button", name="Menu").click()
    phone.mouse.click(PHONE - 10, 600)
    assert not shown(phone)


def test_it_names_every_page_of_the_navigation_and_where_the_reader_is(phone: Page, address: str, site: Path) -> None:
    phone.goto(f"{address}/about.html")
    phone.get_by_role("button", name="Menu").click()
    links = phone.locator("#menu a")
    assert phone.locator("#menu [aria-current=page]").all_inner_texts() == ["About this guide"]
    for link in links.evaluate_all("all => all.map(one => one.href)"):
        assert (site / link.removeprefix(f"{address}/")).is_file()
    tabs = phone.locator(".md-tabs a").evaluate_all("all => all.map(one => one.href)")
    assert len(tabs) > 5
    assert {*tabs} <= {*links.evaluate_all("all => all.map(one => one.href)")}


def test_what_is_pressed_in_it_is_large_enough(phone: Page, address: str) -> None:
    phone.goto(f"{address}/index.html")
    phone.get_by_role("button", name="Menu").click()
    for target in phone.locator("#menu :is(a, button), .menu-button").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_it_works_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Glossary").click()
    page.wait_for_url(f"{address}/guide/glossary.html")
    context.close()


def test_it_works_from_a_folder(phone: Page, site: Path) -> None:
    phone.goto((site / "index.html").as_uri())
    phone.get_by_role("button", name="Menu").click()
    phone.get_by_role("navigation", name="Menu").get_by_role("link", name="Find").click()
    phone.wait_for_url((site / "find.html").as_uri())


@pytest.mark.parametrize("path", ["index.html", "guide/glossary.html", "404.html"])
def test_the_first_key_leads_past_the_header_to_the_content(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_wide_screens_have_tabs_in_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    assert not page.locator(".menu-button").is_visible()
    assert page.get_by_role("navigation", name="Tabs").is_visible()


@pytest.mark.parametrize("path", ["find.html", "guide/symptoms/index.html", "about.html"])
def test_no_single_key_but_the_slash_does_anything(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    page.wait_for_load_state("load")
    before = page.evaluate("[location.href, document.activeElement.tagName]")
    for key in "abcdefghijklmnopqrstuvwxyz0123456789?.,<>[]'#-=":
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.evaluate("[location.href, document.activeElement.tagName]") == before


def shown(page: Page) -> bool:
    return page.get_by_role("navigation", name="Menu").is_visible()
