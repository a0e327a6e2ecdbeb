"""A sheet that comes with an address or from an older edition: whatever it names is shown, or named as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest

from tests.site.sheet import FLAGGED, MOST, OTHERS, own, rows, stored, watch

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

WITHHELD = "self-harm-substitutes"

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


def later_edition(route: Route) -> None:
    """Serves the strategies as a later edition would, in which one strategy has taken the place of another."""
    response = route.fetch()
    body = re.sub(r'"former":\{[^}]*\}', '"former":{"quiet-corner":"buddy-system"}', response.text())
    route.fulfill(response=response, body=body)
