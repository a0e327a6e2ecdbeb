"""Where the sheet is kept: on the device alone, in one for all tabs, and not at all where the browser will not."""

from __future__ import annotations

import functools
import http.server
import threading
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from playwright.sync_api import Error

from tests.site.serving import ARGUMENTS, WHOLE, Quiet, browser_path
from tests.site.sheet import FLAGGED, OTHERS, STRATEGY, count, own, rows, stored, watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

STORED = ("{", "null", '{"ids":["<img src=x onerror=alert(1)>",7,null]}', "\\ud800", "[" * 5_000)


@pytest.mark.parametrize("text", STORED)
def test_whatever_stands_in_the_storage_does_no_harm(page: Page, address: str, text: str) -> None:
    wrong = watch(page)
    page.goto(f"{address}/{STRATEGY}")
    page.evaluate("text => localStorage.setItem('sheet of /', text)", text)
    page.goto(f"{address}/sheet.html")
    assert "Nothing is on your sheet yet" in page.locator("article").inner_text()
    page.goto(f"{address}/{STRATEGY}")
    page.locator("article [data-add]").click()
    assert stored(page)["ids"] == [FLAGGED]
    assert wrong == []


def test_two_tabs_are_one_sheet(page: Page, address: str) -> None:
    other = page.context.new_page()
    for each in (page, other):
        each.goto(f"{address}/{STRATEGY}")
    sheet = page.context.new_page()
    sheet.goto(f"{address}/sheet.html")
    page.locator("article [data-add]").click()
    sheet.locator(f"[data-row={FLAGGED}]").wait_for()
    other.locator("article [data-add].is-on").wait_for()
    assert count(other) == "My sheet (1)"
    other.goto(f"{address}/guide/strategies/buddy-system.html")
    other.locator("article [data-add]").click()
    sheet.locator("[data-row=buddy-system]").wait_for()
    assert stored(page)["ids"] == [FLAGGED, "buddy-system"]
    sheet.get_by_role("button", name="Forget my sheet").click()
    page.locator("article [data-add]:not(.is-on)").wait_for()
    assert count(page) == "My sheet"


def test_two_tabs_lose_nothing_of_what_the_other_adds(page: Page, address: str) -> None:
    tabs = [page, page.context.new_page()]
    for each in tabs:
        each.goto(f"{address}/guide/areas/semh/some.html")
    for place in range(4):
        tabs[place % 2].locator("article [data-add]").nth(place).click()
    assert len(stored(page)["ids"]) == 4


def test_going_back_shows_what_was_added_meanwhile(page: Page, address: str) -> None:
    page.goto(f"{address}/guide/areas/semh/some.html")
    page.goto(f"{address}/{STRATEGY}")
    page.locator("article [data-add]").click()
    page.go_back()
    page.locator(f"article [data-add={FLAGGED}].is-on").wait_for()
    assert count(page) == "My sheet (1)"


def test_a_full_storage_is_said_and_the_sheet_goes_on_from_this_page(page: Page, address: str) -> None:
    page.goto(f"{address}/{STRATEGY}")
    page.evaluate(
        """() => { for (let size = 1 << 22; size > 0; size >>= 1) {
             try { while (true) localStorage.setItem(`filler ${Math.random()}`, "x".repeat(size)); } catch {} } }"""
    )
    page.locator("article [data-add]").click()
    works_for_this_page(page, address)


def test_a_refused_storage_is_said_and_the_sheet_goes_on_from_this_page(refusing: Page, address: str) -> None:
    page = refusing
    page.goto(f"{address}/{STRATEGY}")
    with pytest.raises(Error, match="Access is denied for this document"):
        page.evaluate("localStorage")
    page.locator("article [data-add]").click()
    works_for_this_page(page, address)
    page.get_by_role("button", name="Keep as my sheet").click()
    assert rows(page) == [FLAGGED]
    assert "This browser will not keep your sheet" in page.locator("article").inner_text()
    page.get_by_label("Title").fill("Year 4 Kestrels")
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Forget my sheet").click()
    assert "Your sheet is forgotten." in page.locator("article").inner_text()


def test_forgetting_leaves_nothing_on_the_device(page: Page, address: str) -> None:
    page.goto(f"{address}/sheet.html")
    before = page.evaluate("Object.keys(localStorage)")
    own(page, address, FLAGGED)
    page.get_by_label("Title").fill("Year 4 Kestrels")
    page.get_by_role("button", name="Forget my sheet").press("Enter")
    assert page.evaluate("Object.keys(localStorage)") == before
    assert page.locator("h1").inner_text() == "My sheet"
    assert page.get_by_role("button", name="Forget my sheet").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.get_by_role("button", name="Undo").click()
    assert page.locator("h1").inner_text() == "Year 4 Kestrels"


def test_no_server_is_told_of_the_sheet(page: Page, address: str) -> None:
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))  # noqa: PLW0108 - a built-in method is refused
    own(page, address, *OTHERS)
    page.get_by_label("Title").fill("Zebedee")
    page.get_by_label("As I put them").check()
    page.goto("about:blank")
    page.goto(f"{address}/sheet.html#s=zebedee,{FLAGGED}")
    page.get_by_role("button", name="Keep as my sheet").click()
    page.get_by_role("button", name="Replace my sheet").click()
    assert {each.method for each in sent} == {"GET"}
    said_to_it = [unquote(f"{each.url.partition('#')[0]} {each.headers}").lower() for each in sent]
    assert [each for each in said_to_it if "zebedee" in each or "co-regulate" in each] == []
    assert page.context.cookies() == []


def test_it_works_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / STRATEGY).as_uri())
    page.locator("article [data-add]").click()
    page.locator("[data-sheet-link]").click()
    assert rows(page) == [FLAGGED]
    page.get_by_label("Title").fill("Year 4 Kestrels")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "year-4-kestrels.html"
    page.get_by_role("button", name="Share").click()
    shared = page.get_by_label("Address of this sheet").input_value()
    assert shared == f"{(site / 'sheet.html').as_uri()}#s={FLAGGED}"
    page.goto("about:blank")
    page.goto(shared)
    page.get_by_role("button", name="Show my own sheet (1)").click()
    assert page.locator("h1").inner_text() == "Year 4 Kestrels"
    page.locator("[data-row] a").click()
    assert page.locator("h1").inner_text() == "Offer a calm, safe place when things get too much"


def test_guides_below_one_address_keep_their_sheets_apart(page: Page, below: str) -> None:
    page.goto(f"{below}/one/{STRATEGY}")
    page.locator("article [data-add]").click()
    page.locator("[data-sheet-link]").click()
    assert page.url == f"{below}/one/sheet.html"
    assert rows(page) == [FLAGGED]
    page.goto(f"{below}/two/sheet.html")
    assert rows(page) == []


@pytest.fixture
def below(site: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server that has the site twice, below its root."""
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def refusing(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page of a browser whose owner lets no site keep anything, a setting that only the whole browser has."""
    profile = tmp_path / "Default"
    profile.mkdir()
    (profile / "Preferences").write_text('{"profile": {"default_content_setting_values": {"cookies": 2}}}', "utf-8")
    whole = browser_path(WHOLE)
    context = browser.browser_type.launch_persistent_context(tmp_path, executable_path=whole, args=ARGUMENTS)
    yield context.new_page()
    context.close()


def works_for_this_page(page: Page, address: str) -> None:
    """What was added is counted, it is said that it will not be kept, and the link carries it to the sheet."""
    assert count(page) == "My sheet (1)"
    assert page.get_by_text("This browser will not keep it: open My sheet from this page").is_visible()
    page.locator("[data-sheet-link]").click()
    assert page.url == f"{address}/sheet.html#s={FLAGGED}"
    assert rows(page) == [FLAGGED]
