"""A sheet of one's own, from the first press of Add to the address that is shared, in a real browser."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Error

from tests.site.conftest import ARGUMENTS, Quiet, browser_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, Request, Route

SYMPTOM = "guide/symptoms/withdrawn.html"
STRATEGY = "guide/strategies/calm-space.html"
FLAGGED = "calm-space"
OTHERS = ("co-regulate", "buddy-system", "youth-worker-support")
WITHHELD = "self-harm-substitutes"
WITH_ADD = (
    SYMPTOM, STRATEGY, "guide/areas/semh/some.html", "guide/themes/regulation.html", "guide/tiers/all.html",
    "guide/checklists/semh-some.html", "guide/strategies/index.html", "find.html#q=anxious",
)  # fmt: skip
SMALLEST_TARGET = 24
MOST = 200


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


def test_an_empty_sheet_says_how_to_begin(page: Page, address: str) -> None:
    page.goto(f"{address}/sheet.html")
    assert "Nothing is on your sheet yet" in page.locator("article").inner_text()
    assert page.get_by_role("button", name="Print").count() == 0


def test_a_title_is_kept_with_a_warning_beside_it(page: Page, address: str) -> None:
    own(page, address, FLAGGED)
    field = page.get_by_label("Title, such as the class or group")
    warning = page.locator(f"#{field.get_attribute('aria-describedby')}")
    assert warning.inner_text() == "Never write a pupil\u2019s name."
    field.press_sequentially("Year 4 Kestrels")
    assert page.locator("h1").inner_text() == "Year 4 Kestrels"
    page.reload()
    assert page.locator("h1").inner_text() == "Year 4 Kestrels"
    assert "Kestrels" not in page.title()


def test_rows_move_by_keyboard_and_the_focus_moves_with_them(page: Page, address: str) -> None:
    own(page, address, *OTHERS)
    page.get_by_label("As I put them").check()
    page.locator("[data-row=buddy-system] [data-does=up]").focus()
    page.keyboard.press("Enter")
    assert rows(page) == ["buddy-system", "co-regulate", "youth-worker-support"]
    assert focused(page) == ["buddy-system", "up"]
    assert said(page) == "Moved to place 1 of 3."
    page.keyboard.press("Enter")
    assert said(page) == "It is the first already."
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert rows(page) == ["co-regulate", "youth-worker-support", "buddy-system"]
    assert focused(page) == ["buddy-system", "down"]
    page.reload()
    assert rows(page) == ["co-regulate", "youth-worker-support", "buddy-system"]


def test_grouped_by_tier_a_row_moves_within_its_tier(page: Page, address: str) -> None:
    own(page, address, "buddy-system", "youth-worker-support", "co-regulate")
    assert rows(page) == ["buddy-system", "co-regulate", "youth-worker-support"]
    assert page.locator("[data-part=paper] h2 .tier").all_inner_texts() == ["●○○ All", "●●○ Some"]
    page.locator("[data-row=co-regulate] [data-does=up]").click()
    assert rows(page) == ["co-regulate", "buddy-system", "youth-worker-support"]
    page.locator("[data-row=co-regulate] [data-does=up]").click()
    assert rows(page) == ["co-regulate", "buddy-system", "youth-worker-support"]


def test_what_is_removed_comes_back_where_it_was(page: Page, address: str) -> None:
    own(page, address, *OTHERS)
    page.get_by_label("As I put them").check()
    page.locator("[data-row=buddy-system]").get_by_role("button", name="Remove").press("Enter")
    assert rows(page) == ["co-regulate", "youth-worker-support"]
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Enter")
    assert rows(page) == list(OTHERS)


def test_summaries_can_be_left_out(page: Page, address: str) -> None:
    own(page, address, FLAGGED)
    assert page.locator(".row-words p").count() == 2
    page.get_by_label("Show what each one means").uncheck()
    page.reload()
    assert page.locator(".row-words p").count() == 1


def test_each_strategy_has_one_box_with_its_id_and_a_tick_outlives_a_change(page: Page, address: str) -> None:
    own(page, address, *OTHERS)
    boxes = page.locator("[data-tick]").evaluate_all("all => all.map(one => one.dataset.tick)")
    assert sorted(boxes) == sorted(OTHERS)
    page.locator("[data-tick=co-regulate]").check()
    page.get_by_label("As I put them").check()
    assert page.locator("[data-tick]:checked").evaluate_all("all => all.map(one => one.dataset.tick)") == [
        "co-regulate"
    ]
    page.reload()
    assert page.locator("[data-tick]:checked").count() == 0


def test_the_panel_comes_first_when_anything_on_the_sheet_is_flagged(page: Page, address: str) -> None:
    own(page, address, *OTHERS, FLAGGED)
    panel = page.locator("article [data-safeguarding]")
    assert "call 999" in panel.inner_text()
    assert panel.evaluate("one => one.parentElement.firstElementChild === one")


def test_the_sheet_says_what_it_is_and_what_continues(page: Page, address: str) -> None:
    own(page, address, "buddy-system")
    paper = page.locator("[data-part=paper]")
    assert "Prompts for a conversation: not a test, and not a gate to support." in paper.inner_text()
    assert "continues" not in paper.inner_text()
    own(page, address, "youth-worker-support")
    assert "Everything in All continues." in paper.inner_text()
    assert "Sources: Wrexham" in paper.inner_text()


def test_the_saved_file_needs_nothing_beside_it(page: Page, address: str, tmp_path: Path) -> None:
    own(page, address, *OTHERS, FLAGGED)
    page.get_by_label("Title").fill("Year 4 <b>Kestrels</b>")
    page.locator(f"[data-tick={FLAGGED}]").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "year-4-b-kestrels-b.html"
    file = tmp_path / "saved.html"
    download.value.save_as(file)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert page.title() == page.locator("h1").inner_text() == "Year 4 <b>Kestrels</b>"
    text = page.locator("body").inner_text()
    assert (text.count("☐"), text.count("☑")) == (3, 1)
    assert text.index("call 999") < text.index("Prompts for a conversation") < text.index("Set up a buddy system")
    assert re.search(r"Reviewed \d+ \w+ \d{4}\. Catalogue version ", text)
    assert page.locator("button, input, script").count() == 0
    links = page.locator("a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert [link for link in links if not link.startswith(f"{address}/")] == []


def test_the_address_names_the_strategies_and_nothing_else(page: Page, address: str) -> None:
    own(page, address, *OTHERS)
    page.get_by_label("Title").fill("Year 4 Kestrels")
    button = page.get_by_role("button", name="Share")
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    shown = page.get_by_label("Address of this sheet").input_value()
    assert shown == f"{address}/sheet.html#s={','.join(OTHERS)}"


def test_the_address_is_copied(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    own(page, address, FLAGGED)
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("Copied.").wait_for()
    page.keyboard.press("Tab")
    assert "for-readers" in (page.locator(".sheet-status").get_attribute("class") or "")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/sheet.html#s={FLAGGED}"


def test_a_shared_sheet_is_shown_and_not_kept(page: Page, address: str) -> None:
    page.goto(f"{address}/sheet.html#s={','.join(OTHERS)}")
    assert page.locator("h1").inner_text() == "A shared sheet"
    assert sorted(rows(page)) == sorted(OTHERS)
    assert page.locator(".row-tools").count() == 0
    assert stored(page) is None
    page.get_by_role("button", name="Keep as my sheet").click()
    assert stored(page)["ids"] == list(OTHERS)
    assert urlsplit(page.url).fragment == ""
    page.reload()
    assert page.locator("h1").inner_text() == "My sheet"
    assert sorted(rows(page)) == sorted(OTHERS)


def test_a_shared_sheet_asks_before_it_takes_the_place_of_ones_own(page: Page, address: str) -> None:
    own(page, address, FLAGGED)
    page.get_by_label("Title").fill("Year 4 Kestrels")
    page.goto(f"{address}/sheet.html#s={','.join(OTHERS)}")
    page.get_by_role("button", name="Keep as my sheet").press("Enter")
    assert "Your own sheet holds 1. Put this one in its place?" in page.locator("article").inner_text()
    assert page.evaluate("document.activeElement.textContent") == "Replace my sheet"
    page.get_by_role("button", name="Do not replace it").click()
    assert stored(page)["ids"] == [FLAGGED]
    page.get_by_role("button", name="Keep as my sheet").click()
    page.get_by_role("button", name="Replace my sheet").click()
    assert stored(page)["ids"] == list(OTHERS)
    assert page.locator("h1").inner_text() == "My sheet"
    page.get_by_role("button", name="Undo").click()
    assert stored(page)["ids"] == [FLAGGED]
    assert page.locator("h1").inner_text() == "Year 4 Kestrels"


def test_from_a_shared_sheet_one_comes_back_to_ones_own(page: Page, address: str) -> None:
    own(page, address, FLAGGED)
    page.goto(f"{address}/sheet.html#s={OTHERS[0]}")
    page.get_by_role("button", name="Show my own sheet (1)").click()
    assert rows(page) == [FLAGGED]
    assert page.url == f"{address}/sheet.html"


def test_what_is_withheld_or_gone_is_named_and_never_shown(page: Page, address: str) -> None:
    page.goto(f"{address}/sheet.html#s={FLAGGED},{WITHHELD},nowhere")
    assert rows(page) == [FLAGGED]
    assert page.locator(".sheet-notice li").all_inner_texts() == [
        f"{WITHHELD} is withheld: it is not advice. Why it is withheld",
        "nowhere is not in this edition, and nothing has replaced it",
    ]
    page.get_by_role("link", name="Why it is withheld").click()
    assert page.url == f"{address}/guide/sources/index.html#{WITHHELD}"


def test_a_sheet_of_an_older_edition_says_what_became_of_its_lines(page: Page, address: str) -> None:
    page.route("**/guide/sheet/strategies.js", later_edition)
    own(page, address, "quiet-corner", "nowhere", FLAGGED)
    assert rows(page) == ["buddy-system", FLAGGED]
    assert page.locator(".sheet-notice li").all_inner_texts() == [
        "quiet-corner has been replaced by Set up a buddy system",
        "nowhere is not in this edition, and nothing has replaced it",
    ]
    page.reload()
    assert page.locator(".sheet-notice li").count() == 2
    assert stored(page)["ids"] == ["quiet-corner", "nowhere", FLAGGED]
    page.get_by_role("button", name="Change my sheet so").click()
    assert stored(page)["ids"] == ["buddy-system", FLAGGED]
    assert page.locator(".sheet-notice").count() == 0


def test_a_line_under_a_former_id_can_be_moved_and_removed(page: Page, address: str) -> None:
    page.route("**/guide/sheet/strategies.js", later_edition)
    own(page, address, "co-regulate", "quiet-corner", "buddy-system")
    page.locator("[data-row=buddy-system] [data-does=up]").click()
    assert rows(page) == ["buddy-system", "co-regulate"]
    page.locator("[data-row=buddy-system] [data-does=off]").click()
    assert rows(page) == ["co-regulate"]
    page.get_by_role("button", name="Undo").click()
    assert rows(page) == ["buddy-system", "co-regulate"]


HOSTILE = {
    "markup": "<img src=x onerror=alert(1)>,</script><script>alert(1)</script>",
    "attribute": '" onfocus="alert(1)" autofocus x="',
    "address": "javascript:alert(1)",
    "prototype": "__proto__,constructor,toString,hasOwnProperty",
    "paths": "../../etc/passwd,..%2f..,guide/strategies/calm-space.html",
    "NUL": "\0,a\0b",
    "right to left": "\u202ecalm-space\u202c",
    "emoji": "😀,👩🏽‍🏫",
    "very long": "x" * 30_000,
    "very many": ",".join(f"<b>{number}" for number in range(5_000)),
    "nothing": ",,, ,",
    "ampersands": "a&b=<i>&s=<b>",
}


@pytest.mark.parametrize("ids", HOSTILE.values(), ids=HOSTILE)
def test_whatever_stands_in_a_shared_address_is_text(page: Page, address: str, ids: str) -> None:
    wrong = watch(page)
    for written in (quote(ids, safe=",/"), ids.replace("\0", "%00"), f"{ids}%", f"%FF%ZZ{ids[:50]}"):
        page.goto("about:blank")
        page.goto(f"{address}/sheet.html#s={written}")
        page.locator("[data-own-sheet]:visible").wait_for()
        assert rows(page) == []
        assert (
            page.locator("article :is(img, script, i, b, iframe, svg), article [onerror], article [autofocus]").count()
            == 0
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []


def test_every_id_of_a_hostile_address_is_named_as_it_was_written(page: Page, address: str) -> None:
    page.goto(f"{address}/sheet.html#s={quote('<img src=x onerror=alert(1)>')},{FLAGGED},__proto__")
    assert page.locator(".sheet-notice bdi").all_inner_texts() == ["<img src=x onerror=alert(1)>", "__proto__"]
    assert rows(page) == [FLAGGED]


def test_an_address_of_too_many_ids_says_how_many_are_left_out(page: Page, address: str) -> None:
    page.goto(f"{address}/sheet.html#s={','.join(f'n{number}' for number in range(1_000))}")
    assert page.locator(".sheet-notice li").count() == MOST
    assert page.get_by_text("The address names 800 more than a sheet can hold. Those are left out.").is_visible()


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


def test_a_full_sheet_says_so(page: Page, address: str) -> None:
    own(page, address, *(f"n{number}" for number in range(MOST)))
    page.goto(f"{address}/{STRATEGY}")
    page.locator("article [data-add]").click()
    assert page.get_by_text(f"My sheet is full: it holds {MOST} strategies.").is_visible()
    assert count(page) == f"My sheet ({MOST})"


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
    """A page of a browser whose owner lets no site keep anything."""
    profile = tmp_path / "Default"
    profile.mkdir()
    (profile / "Preferences").write_text('{"profile": {"default_content_setting_values": {"cookies": 2}}}', "utf-8")
    context = browser.browser_type.launch_persistent_context(tmp_path, executable_path=browser_path(), args=ARGUMENTS)
    yield context.new_page()
    context.close()


def keep(page: Page, *ids: str) -> None:
    """Keeps a sheet on the device as an earlier visit would have."""
    page.evaluate("ids => localStorage.setItem('sheet of /', JSON.stringify({ids}))", list(ids))


def own(page: Page, address: str, *ids: str) -> None:
    page.goto(f"{address}/index.html")
    keep(page, *ids)
    page.goto(f"{address}/sheet.html")


def stored(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.evaluate("JSON.parse(localStorage.getItem('sheet of /'))")
    return found


def count(page: Page) -> str:
    return page.locator("[data-sheet-link]").inner_text()


def said(page: Page) -> str:
    return page.locator(".sheet-status").inner_text()


def rows(page: Page) -> list[str]:
    drawn(page)
    found: list[str] = page.locator("[data-row]").evaluate_all("all => all.map(one => one.dataset.row)")
    return found


def titles(page: Page) -> list[str]:
    drawn(page)
    return page.locator("[data-row] a").all_inner_texts()


def drawn(page: Page) -> None:
    """Waits until the page of the sheet has drawn it."""
    page.locator("[data-own-sheet]:not([hidden])").wait_for(state="attached")


def focused(page: Page) -> list[str]:
    """The row and the deed of the button that has the focus."""
    found: list[str] = page.evaluate(
        "[document.activeElement.closest('[data-row]').dataset.row, document.activeElement.dataset.does]"
    )
    return found


def press_until(page: Page, key: str, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")


def watch(page: Page) -> list[str]:
    """What goes wrong on a page from now on."""
    wrong: list[str] = []

    def refuse(dialog: Dialog) -> None:
        wrong.append(f"asked {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("pageerror", lambda error: wrong.append(f"threw {error}"))
    page.on("console", lambda message: wrong.append(f"said {message.text}"))
    return wrong


def works_for_this_page(page: Page, address: str) -> None:
    """What was added is counted, it is said that it will not be kept, and the link carries it to the sheet."""
    assert count(page) == "My sheet (1)"
    assert page.get_by_text("This browser will not keep it: open My sheet from this page").is_visible()
    page.locator("[data-sheet-link]").click()
    assert page.url == f"{address}/sheet.html#s={FLAGGED}"
    assert rows(page) == [FLAGGED]


def later_edition(route: Route) -> None:
    """Serves the strategies as a later edition would, in which one strategy has taken the place of another."""
    response = route.fetch()
    body = re.sub(r'"former":\{[^}]*\}', '"former":{"quiet-corner":"buddy-system"}', response.text())
    route.fulfill(response=response, body=body)
