"""The field in the header and on the home page: results while typing, by keyboard, by pointer and by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

HEADER = "guide/symptoms/index.html"
HOME = "index.html"
DANGER = "she said she wants to kill herself"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for every test here, which `ready` clears: loading the search anew each time takes most of the time."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=[HEADER, HOME], ids=["header", "home"])
def path(request: pytest.FixtureRequest) -> str:
    """Where the field stands. For the module, so that the tests of one place run together."""
    found: str = request.param
    return found


def test_the_field_is_a_combobox_with_a_name_and_a_list(page: Page, address: str, path: str) -> None:
    field = ready(page, address, path)
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-autocomplete") == "list"
    assert field.get_attribute("aria-expanded") == "false"
    assert field.evaluate("one => one.labels[0].innerText.trim()")
    field.fill("calm")
    assert field.get_attribute("aria-expanded") == "true"
    controlled = page.locator(f"#{field.get_attribute('aria-controls')}")
    assert controlled.is_visible()
    assert controlled.get_attribute("role") == "listbox"
    assert controlled.get_attribute("aria-label") == "Results"
    assert controlled.get_by_role("option").count() >= 3
    assert controlled.locator("[role=option]:not([aria-selected=false])").count() == 0
    assert field.get_attribute("aria-activedescendant") is None


def test_arrow_keys_go_through_the_options_and_back_to_the_field(page: Page, address: str, path: str) -> None:
    field = ready(page, address, path)
    field.fill("calm")
    options = page.get_by_role("option").evaluate_all("each => each.map(one => one.id)")
    went = []
    for _ in (*options, "to the field", "to the first"):
        page.keyboard.press("ArrowDown")
        went.append(active(page))
    assert went == [*options, None, options[0]]
    page.keyboard.press("ArrowUp")
    assert active(page) is None
    page.keyboard.press("ArrowUp")
    assert active(page) == options[-1]
    assert field.evaluate("one => one === document.activeElement")
    assert field.input_value() == "calm"


def test_enter_on_an_option_opens_it(page: Page, address: str, path: str) -> None:
    ready(page, address, path).fill("calm")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    wanted = page.locator("[role=option][aria-selected=true]").evaluate("one => one.href")
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)
    page.locator("h1").wait_for()


def test_enter_without_an_option_opens_the_finder(page: Page, address: str, path: str) -> None:
    ready(page, address, path).fill("calm & quiet")
    page.keyboard.press("Enter")
    page.locator("main [data-search-results][data-state=done]").wait_for()
    assert page.locator("main [data-search-results]").get_attribute("data-query") == "calm & quiet"
    assert page.url == f"{address}/find.html#q=calm+%26+quiet"


def test_escape_closes_the_list_and_keeps_the_words(page: Page, address: str, path: str) -> None:
    field = ready(page, address, path)
    field.fill("calm")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not page.get_by_role("listbox").is_visible()
    assert field.get_attribute("aria-expanded") == "false"
    assert field.get_attribute("aria-activedescendant") is None
    assert field.input_value() == "calm"
    assert field.evaluate("one => one === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("listbox").is_visible()


def test_tab_leads_to_all_results_and_then_away_which_closes_the_list(page: Page, address: str, path: str) -> None:
    field = ready(page, address, path)
    field.fill("calm")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "See everything for this"
    assert page.get_by_role("listbox").is_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('form')"):
            break
    assert not page.get_by_role("listbox").is_visible()
    assert field.get_attribute("aria-expanded") == "false"


def test_the_link_to_all_results_carries_the_query(page: Page, address: str, path: str) -> None:
    ready(page, address, path).fill("calm & quiet")
    page.get_by_role("link", name="See everything for this").click()
    page.locator("main [data-search-results][data-query='calm & quiet'][data-state=done]").wait_for()


def test_what_was_found_is_announced_politely(page: Page, address: str, path: str) -> None:
    field = ready(page, address, path)
    status = page.locator("form [role=status]")
    for words, said in (("calm", "things to try."), ("photocopier jammed", "Nothing found."), ("anxious", "to try.")):
        field.fill(words)
        assert said in status.inner_text()
    assert status.get_attribute("aria-live") in {None, "polite"}
    assert field.evaluate("one => one === document.activeElement")


def test_the_safeguarding_panel_stands_first_in_the_list(page: Page, address: str, path: str) -> None:
    ready(page, address, path).fill(DANGER)
    box = page.locator("[data-search-results]")
    assert box.locator("[data-safeguarding]").is_visible()
    assert (
        box.locator("[data-safeguarding], [data-kind]").first.evaluate("one => 'safeguarding' in one.dataset") is True
    )
    assert page.get_by_role("status").filter(has_text="Safeguarding first.").count() == 1


def test_the_panel_goes_when_the_words_of_danger_go(page: Page, address: str) -> None:
    field = ready(page, address, HEADER)
    field.fill(DANGER)
    assert page.locator("[data-safeguarding]").count() == 1
    field.fill("calm")
    assert page.locator("[data-safeguarding]").count() == 0


def test_an_option_can_be_clicked(page: Page, address: str, path: str) -> None:
    ready(page, address, path).fill("calm")
    option = page.get_by_role("option").first
    wanted = option.evaluate("one => one.href")
    option.click()
    page.wait_for_url(wanted)


def test_a_click_elsewhere_closes_the_list(page: Page, address: str) -> None:
    ready(page, address, HEADER).fill("calm")
    page.locator("h1").click()
    assert not page.get_by_role("listbox").is_visible()


def test_an_option_can_be_tapped_on_a_phone(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}/{path}")
    page.locator("[data-search-field]").tap()
    page.locator("[role=combobox]").fill("calm")
    option = page.get_by_role("option").nth(1)
    wanted = option.evaluate("one => one.href")
    option.tap()
    page.wait_for_url(wanted)
    context.close()


def test_the_list_begins_as_the_finder_does_and_follows_the_same_contract(page: Page, address: str, path: str) -> None:
    ready(page, address, path).fill("anxious")
    box = page.locator("[data-search-results]")
    assert box.get_attribute("data-state") == "done"
    assert box.get_attribute("data-query") == "anxious"
    assert box.locator("[data-kind] a").count() == box.locator("[data-kind]").count()
    offered = results(box)
    page.goto(f"{address}/find.html?q=anxious")
    page.locator("[data-search-results][data-state=done]").wait_for()
    assert results(page.locator("[data-search-results]"))[: len(offered)] == offered


def test_what_the_guide_does_not_know_offers_no_option(page: Page, address: str) -> None:
    field = ready(page, address, HEADER)
    field.fill("photocopier jammed")
    assert page.locator("[data-search-results]").get_attribute("data-state") == "none"
    assert page.get_by_role("option").count() == 0
    assert field.get_attribute("aria-expanded") == "false"
    assert "The guide has nothing on that." in page.locator("[data-search-results]").inner_text()
    assert page.get_by_role("status").filter(has_text="Nothing found.").count() == 1


def test_an_empty_field_shows_no_list(page: Page, address: str) -> None:
    field = ready(page, address, HEADER)
    field.fill("calm")
    field.fill("  ")
    assert not page.locator("[data-search-results]").is_visible()
    assert page.locator("[data-search-results]").get_attribute("data-state") == "idle"


def test_words_typed_before_the_search_has_loaded_are_answered(page: Page, address: str) -> None:
    page.goto(f"{address}/{HEADER}")
    page.locator("[data-search-field]").press_sequentially("calm")
    page.get_by_role("option").first.wait_for()
    assert page.locator("[data-search-results]").get_attribute("data-query") == "calm"


def test_a_page_has_one_field_to_search_with(page: Page, address: str) -> None:
    for path in (HEADER, HOME, "find.html"):
        page.goto(f"{address}/{path}")
        assert page.locator("input[type=search]").count() == 1


def ready(page: Page, address: str, path: str) -> Locator:
    """The field, empty and focused, on its page with the search loaded."""
    if page.url != f"{address}/{path}":
        page.goto(f"{address}/{path}")
    page.locator("[data-search-field]").focus()
    page.locator("[data-search-field][role=combobox]").wait_for()
    page.locator("[data-search-field]").fill("")
    return page.locator("[data-search-field]")


def active(page: Page) -> str | None:
    """The option that the field names, which is the only one selected and shown."""
    named: str | None = page.get_by_role("combobox").get_attribute("aria-activedescendant")
    selected = page.locator("[role=option][aria-selected=true]").evaluate_all("each => each.map(one => one.id)")
    assert selected == ([] if named is None else [named])
    return named


def results(box: Locator) -> list[list[str]]:
    found: list[list[str]] = box.locator("[data-kind]").evaluate_all(
        "each => each.map(one => [one.dataset.kind, one.dataset.id])"
    )
    return found


@pytest.mark.parametrize("path", [HEADER, HOME, "find.html"], ids=["header", "home", "finder"])
def test_a_slash_leads_to_the_field(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.matches('input[type=search]')")
    assert page.locator("input[type=search]").input_value() == ""
    page.keyboard.type("and/or")
    assert page.locator("input[type=search]").input_value() == "and/or"


def test_a_slash_with_another_key_is_left_to_the_browser(page: Page, address: str) -> None:
    page.goto(f"{address}/{HEADER}")
    for key in ("Control+/", "Alt+/", "Meta+/"):
        page.keyboard.press(key)
    assert not page.evaluate("document.activeElement.matches('input[type=search]')")


def test_a_slash_can_be_turned_off_and_on_again(page: Page, address: str) -> None:
    page.goto(f"{address}/accessibility.html")
    choice = page.get_by_label("Pressing / goes to the search")
    for on in (False, True):
        page.goto(f"{address}/accessibility.html")
        choice.set_checked(on)
        page.goto(f"{address}/{HEADER}")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.matches('input[type=search]')") == on
