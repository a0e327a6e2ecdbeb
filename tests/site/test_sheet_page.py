"""The page of the sheet: title, order, ticks, what stands first, and the saved file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.site.sheet import FLAGGED, OTHERS, own, rows, said

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


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


def focused(page: Page) -> list[str]:
    """The row and the deed of the button that has the focus."""
    found: list[str] = page.evaluate(
        "[document.activeElement.closest('[data-row]').dataset.row, document.activeElement.dataset.does]"
    )
    return found
