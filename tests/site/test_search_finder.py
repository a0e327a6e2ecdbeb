"""The finder page, as whoever searches meets it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

COLLECTIONS = {
    "symptom": "symptoms",
    "strategy": "strategies",
    "step": "cycle",
    "service": "services",
    "checklist": "checklists",
}
KINDS = {*COLLECTIONS, "term", "page"}
DANGER = "she said she wants to kill herself"
FOREIGN = ("wie hoch ist der berg", "combien de kilomètres jusqu'à Lyon", "photocopier jammed", "北京天气")
MANY = ("calm", "will not come into school", "who do I ask about CAMHS", "checklist for the class", DANGER)

Catalogue = dict[str, Any]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of its own in the one context, which spares loading every script anew."""
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def catalogue(site: Path) -> Catalogue:
    found: Catalogue = json.loads((site / "guide" / "catalogue.json").read_text("utf-8"))
    return found


def test_an_address_with_a_query_shows_its_results(page: Page, address: str) -> None:
    results = find(page, address, "will not come into school")
    assert results.get_attribute("data-state") == "done"
    assert results.get_attribute("data-query") == "will not come into school"
    assert field(page).input_value() == "will not come into school"
    assert results.locator("[data-kind=symptom]").count() >= 1
    assert results.locator("[data-kind=strategy]").count() >= 3


def test_the_same_address_with_a_fragment_is_answered_alike(page: Page, address: str) -> None:
    by_query = ids(find(page, address, "calm"))
    page.goto("about:blank")
    page.goto(f"{address}/find.html#q=calm")
    assert ids(settled(page)) == by_query
    page.goto(f"{address}/find.html#q=anxious")
    page.locator("[data-search-results][data-query=anxious][data-state=done]").wait_for()


def test_without_a_query_it_waits_and_shows_everything_from_a_to_z(page: Page, address: str) -> None:
    page.goto(f"{address}/find.html")
    page.evaluate("guide.load().then(() => true)")
    results = page.locator("[data-search-results]")
    assert results.get_attribute("data-state") == "idle"
    assert results.get_attribute("data-query") == ""
    assert results.locator("[data-kind]").count() == 0
    assert page.locator("[data-a-to-z]").is_visible()


def test_results_follow_what_is_typed(page: Page, address: str) -> None:
    find(page, address, "calm")
    steps = page.evaluate("history.length")
    typed(page, "anxious").locator("[data-kind]").first.wait_for()
    assert query(page)["q"] == ["anxious"]
    assert not page.locator("[data-a-to-z]").is_visible()
    assert page.evaluate("history.length") == steps
    field(page).fill("")
    page.locator("[data-search-results][data-state=idle][data-query='']").wait_for(state="attached")
    assert page.locator("[data-a-to-z]").is_visible()
    assert query(page) == {}


@pytest.mark.parametrize("words", MANY)
def test_each_result_names_a_record_and_links_to_it(page: Page, address: str, catalogue: Catalogue, words: str) -> None:
    shown = (
        find(page, address, words)
        .locator("[data-kind]")
        .evaluate_all("each => each.map(one => [one.dataset.kind, one.dataset.id, one.querySelector('a').href])")
    )
    assert shown
    assert {kind for kind, _, _ in shown} <= KINDS
    assert len({(kind, name) for kind, name, _ in shown}) == len(shown)
    urls = {(kind, each["id"]): each["url"] for kind, name in COLLECTIONS.items() for each in catalogue[name]}
    assert [
        (name, url) for kind, name, url in shown if kind in COLLECTIONS and url != f"{address}/{urls.get((kind, name))}"
    ] == []


def test_what_it_sounds_like_comes_before_what_to_try(page: Page, address: str) -> None:
    kinds = (
        find(page, address, "will not come into school")
        .locator("[data-kind]")
        .evaluate_all("each => each.map(one => one.dataset.kind)")
    )
    symptoms = kinds.count("symptom")
    assert kinds[:symptoms] == ["symptom"] * symptoms
    assert kinds[symptoms] == "strategy"


def test_the_safeguarding_panel_stands_before_every_result(page: Page, address: str) -> None:
    results = find(page, address, DANGER)
    assert results.locator("[data-safeguarding]").count() == 1
    assert (
        results.locator("[data-safeguarding], [data-kind]").first.evaluate("one => 'safeguarding' in one.dataset")
        is True
    )
    assert results.locator("[data-safeguarding] li").count() >= 2
    assert page.locator("main [role=status]").inner_text().startswith("Safeguarding first.")


def test_no_filter_hides_the_safeguarding_panel(page: Page, address: str, catalogue: Catalogue) -> None:
    for tier in catalogue["tiers"]:
        assert find(page, address, f"{DANGER}&tier={tier['id']}").locator("[data-safeguarding]").is_visible()


def test_a_query_without_danger_shows_no_panel(page: Page, address: str) -> None:
    assert find(page, address, "cannot sit still").locator("[data-safeguarding]").count() == 0


@pytest.mark.parametrize("query", ["cannot sit still", "photocopier"])
def test_what_to_do_at_risk_is_one_step_away_where_there_is_no_panel(page: Page, address: str, query: str) -> None:
    reminder = find(page, address, query).locator(".at-risk")
    assert reminder.locator("li").first.is_visible() is False
    reminder.locator("summary").press("Enter")
    steps = reminder.locator("li").all_inner_texts()
    assert steps == find(page, address, DANGER).locator("[data-safeguarding] li").all_inner_texts()
    assert page.locator(".at-risk").count() == 0


def test_nothing_withheld_is_ever_found(page: Page, address: str, site: Path, catalogue: Catalogue) -> None:
    withheld = [each for each in catalogue["strategies"] if each["status"] == "withheld"]
    assert withheld
    for each in withheld:
        for words in (each["title"], each["id"], each["id"].replace("-", " ")):
            results = find(page, address, words)
            assert results.locator(f"[data-id='{each['id']}']").count() == 0
            assert results.locator(f"a[href*='{each['id']}']").count() == 0
        assert [
            path.name for path in (site / "guide" / "search").iterdir() if each["id"] in path.read_text("utf-8")
        ] == []


def test_words_that_match_are_marked(page: Page, address: str) -> None:
    marks = find(page, address, "calm").locator("[data-kind=strategy] mark").all_inner_texts()
    assert marks
    assert [mark for mark in marks if not mark.lower().startswith("calm")] == []


def test_a_symptom_says_which_words_led_to_it(page: Page, address: str) -> None:
    because = find(page, address, "he is anxious today").locator(".sounds-like .why").all_inner_texts()
    assert because
    assert [each for each in because if not re.fullmatch(r"because you typed “[^”]*anxious[^”]*”.*", each)] == []


def test_what_is_said_of_every_symptom_is_said_once(page: Page, address: str) -> None:
    sounds = find(page, address, "alone at break").locator(".sounds-like")
    symptoms = sounds.locator("[data-kind=symptom]")
    assert symptoms.count() > 1
    assert sounds.locator(".why").all_inner_texts() == ["because you typed “alone at break”"]
    assert symptoms.first.locator("p").all_inner_texts()[1:] == ["On their own, or without friends"]


def test_a_correction_is_said_openly(page: Page, address: str) -> None:
    results = find(page, address, "anxuous")
    assert results.locator(".correction").inner_text() == "Showing results for anxious"
    assert results.get_attribute("data-query") == "anxuous"
    assert field(page).input_value() == "anxuous"


def test_a_word_spelt_well_is_not_corrected(page: Page, address: str) -> None:
    assert find(page, address, "anxious").locator(".correction").count() == 0


def test_how_much_was_found_is_announced_as_it_is_shown(page: Page, address: str) -> None:
    results = find(page, address, "calm")
    symptoms = results.locator("[data-kind=symptom]").count()
    answers = results.locator(":is([data-kind=strategy], [data-kind=service], [data-kind=step])").count()
    status = page.locator("main [role=status]")
    assert [int(each) for each in re.findall(r"\d+", status.inner_text())] == [symptoms, answers]
    assert status.get_attribute("aria-live") in {None, "polite"}


def test_a_filter_is_chosen_by_keyboard_and_kept_in_the_address(page: Page, address: str, catalogue: Catalogue) -> None:
    find(page, address, "calm")
    field(page).focus()
    press_until(page, "Tab", "summary")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "input[type=checkbox]")
    filters = page.locator("[data-filters]")
    counts = filters.locator("label").evaluate_all("each => each.map(one => Number(one.innerText.match(/\\d+$/)[0]))")
    assert [count for count in counts if count < 1] == []
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.matches('[data-filters] input:checked')")
    ((name, chosen),) = ((name, ids) for name, ids in query(page).items() if name != "q")
    assert name == "tier"
    assert chosen == [catalogue["tiers"][0]["id"]]
    assert {*tiers_of(page.locator("[data-search-results]"), catalogue)} == {*chosen}


@pytest.mark.parametrize("words", ["anxious", "will not come into school"])
def test_a_filter_leaves_as_many_as_it_says(page: Page, address: str, words: str) -> None:
    find(page, address, words)
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('[data-filters] input')].map(one => one.id).flatMap(id => {
          const box = () => document.getElementById(id);
          const said = Number(box().closest('label').textContent.match(/\\d+$/)[0]);
          box().click();
          const left = document.querySelectorAll('[data-kind=strategy], [data-kind=service], [data-kind=step]').length;
          box().click();
          return said === left ? [] : [`${id} says ${said} and leaves ${left}`];
        })"""
    )
    assert page.locator("[data-filters] input").count() > 10
    assert wrong == []


def test_an_address_with_filters_finds_them_again(page: Page, address: str, catalogue: Catalogue) -> None:
    for tier in (each["id"] for each in catalogue["tiers"][:2]):
        results = find(page, address, f"anxious&tier={tier}")
        assert {*tiers_of(results, catalogue)} == {tier}
    assert page.locator("[data-filters] input:checked").count() == 1
    assert page.locator("[data-filters] input:checked").is_visible()


def test_one_action_clears_every_filter(page: Page, address: str, catalogue: Catalogue) -> None:
    first, second = (each["id"] for each in catalogue["tiers"][:2])
    all_of_them = ids(find(page, address, "calm"))
    find(page, address, f"calm&tier={first}&tier={second}")
    assert page.locator("[data-filters] input:checked").count() == 2
    page.get_by_role("button", name="Clear filters").focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-filters] input:checked").count() == 0
    assert query(page) == {"q": ["calm"]}
    assert ids(page.locator("[data-search-results]")) == all_of_them
    assert page.evaluate("document.activeElement.matches('main input[type=search]')")
    assert not page.get_by_role("button", name="Clear filters").is_visible()


def test_back_from_a_result_returns_to_the_query_its_filters_and_the_place(
    page: Page, address: str, catalogue: Catalogue
) -> None:
    first, second = (each["id"] for each in catalogue["tiers"][:2])
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"{address}/find.html#tier={first}&tier={second}")
    results = typed(page, "calm")
    before = ids(results)
    link = results.locator("[data-kind=strategy] a").last
    link.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 200
    link.click()
    page.wait_for_url("**/guide/strategies/*")
    page.go_back()
    page.locator("[data-search-results][data-state=done]").wait_for()
    assert query(page) == {"q": ["calm"], "tier": [first, second]}
    assert field(page).input_value() == "calm"
    assert page.locator("[data-filters] input:checked").count() == 2
    assert ids(page.locator("[data-search-results]")) == before
    assert page.evaluate("scrollY") == pytest.approx(place, abs=2)


@pytest.mark.parametrize("words", FOREIGN)
def test_what_the_guide_does_not_know_gives_no_result_but_ten_symptoms_to_choose_from(
    page: Page, address: str, words: str
) -> None:
    results = find(page, address, words)
    assert results.get_attribute("data-state") == "none"
    assert results.get_attribute("data-query") == words
    assert results.locator("[data-kind]").count() == 0
    assert "The guide has nothing on that." in results.inner_text()
    links = results.locator("a").evaluate_all("each => each.map(one => one.href)")
    assert len({*links}) == 10
    assert [link for link in links if "/guide/symptoms/" not in link] == []
    assert "Nothing found" in page.locator("main [role=status]").inner_text()


def test_the_button_searches_without_loading_the_page_again(page: Page, address: str) -> None:
    find(page, address, "calm")
    page.evaluate("globalThis.stayed = true")
    field(page).fill("anxious")
    page.get_by_role("button", name="Search").click()
    page.locator("[data-search-results][data-query=anxious]").wait_for()
    assert page.evaluate("globalThis.stayed") is True


def find(page: Page, address: str, words: str) -> Locator:
    """The results for words by address; what follows an ampersand is further parameters."""
    page.goto(f"{address}/find.html?q={quote(words, safe='&=')}")
    return settled(page)


def typed(page: Page, words: str) -> Locator:
    page.evaluate("guide.load().then(() => true)")
    field(page).fill(words)
    page.locator(f"[data-search-results][data-query='{words}']").wait_for()
    return settled(page)


def settled(page: Page) -> Locator:
    page.locator("[data-search-results]:is([data-state=done], [data-state=none])").wait_for()
    return page.locator("[data-search-results]")


def field(page: Page) -> Locator:
    return page.locator("main input[type=search]")


def query(page: Page) -> dict[str, list[str]]:
    """The query and its filters in the address: in its fragment, which is sent to no server."""
    assert urlsplit(page.url).query == ""
    return parse_qs(urlsplit(page.url).fragment)


def ids(results: Locator) -> list[str]:
    found: list[str] = results.locator("[data-kind]").evaluate_all("each => each.map(one => one.dataset.id)")
    return found


def tiers_of(results: Locator, catalogue: Catalogue) -> list[str]:
    tiers = {each["id"]: each.get("tier", "") for each in catalogue["strategies"]}
    shown = results.locator("[data-kind=strategy]").evaluate_all("each => each.map(one => one.dataset.id)")
    return [tiers[each] for each in shown]


def press_until(page: Page, key: str, selector: str) -> None:
    for _ in range(5):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")
