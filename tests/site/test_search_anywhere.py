"""The search works wherever the site stands, in either palette, at any width, and leads on without JavaScript."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

    from playwright.sync_api import Browser, Page

HEADER = "guide/symptoms/index.html"
DANGER = "anxuous and calm but wants to kill herself"
LEAST_CONTRAST = 4.5
"""What WCAG 2.2 asks of small text."""

CONTRASTS = """selector => {
  const numbers = colour => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const over = ([r, g, b, a = 1], under) => [r, g, b].map((value, place) => value * a + under[place] * (1 - a));
  const ground = one => {
    const above = one.parentElement ? ground(one.parentElement) : [255, 255, 255];
    return over(numbers(getComputedStyle(one).backgroundColor), above);
  };
  const light = colour => colour.map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  return [...document.querySelector(selector).querySelectorAll('*')]
    .filter(one => one.checkVisibility() && !one.closest('[aria-hidden=true]'))
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .map(one => {
      const under = ground(one);
      const ink = over(numbers(getComputedStyle(one).color), under);
      const [dark, bright] = [light(under), light(ink)].sort((a, b) => a - b);
      return [one.innerText.slice(0, 40), (bright + 0.05) / (dark + 0.05)];
    });
}"""


def test_the_finder_works_anywhere(page: Page, anywhere: str) -> None:
    wrong = failures(page)
    page.goto(f"{anywhere}/find.html?q=calm")
    results = page.locator("[data-search-results][data-state=done]")
    results.wait_for()
    page.locator("main input[type=search]").fill("anxious")
    page.locator("[data-search-results][data-query=anxious]").wait_for()
    page.locator("[data-filters] summary").click()
    page.locator("[data-filters] input").first.check()
    assert page.url.startswith(f"{anywhere}/find.html#q=anxious&tier=")
    results.locator("[data-kind=strategy] a").last.click()
    page.wait_for_url(f"{anywhere}/guide/strategies/*")
    page.go_back()
    results.wait_for()
    assert page.locator("main input[type=search]").input_value() == "anxious"
    assert page.locator("[data-filters] input:checked").count() == 1
    assert missing(wrong) == []


@pytest.mark.parametrize("path", ["index.html", HEADER])
def test_the_field_works_anywhere(page: Page, anywhere: str, path: str) -> None:
    wrong = failures(page)
    field = page.locator("[data-search-field]")
    page.goto(f"{anywhere}/{path}")
    field.focus()
    page.locator("[data-search-field][role=combobox]").wait_for()
    field.fill("anxious")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.startswith(f"{anywhere}/guide/symptoms/")
    field.focus()
    page.locator("[data-search-field][role=combobox]").wait_for()
    field.fill("calm")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{anywhere}/find.html#q=calm"
    page.locator("[data-search-results][data-state=done]").wait_for()
    assert missing(wrong) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_in_results_stands_out_in_both_palettes(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    contrasts = []
    page.goto(f"{address}/find.html?q={DANGER}")
    page.locator("[data-search-results][data-state=done] mark").first.wait_for()
    page.locator("[data-filters] summary").click()
    contrasts += page.evaluate(CONTRASTS, ".finder")
    page.goto(f"{address}/find.html?q=photocopier+jammed")
    page.locator("[data-search-results][data-state=none]").wait_for()
    contrasts += page.evaluate(CONTRASTS, ".finder")
    for path in ("index.html", HEADER):
        page.goto(f"{address}/{path}")
        page.locator("[data-search-field]").focus()
        page.locator("[data-search-field][role=combobox]").wait_for()
        page.locator("[data-search-field]").fill(DANGER)
        page.keyboard.press("ArrowDown")
        contrasts += page.evaluate(CONTRASTS, "[data-search-results]")
    dark = page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()
    assert dark is (scheme == "dark")
    assert len(contrasts) > 100
    assert [each for each in contrasts if each[1] < LEAST_CONTRAST] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_results_fit_into_the_page(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    every = (DANGER, "photocopier jammed", "calm " + "x" * 300)
    page.goto(f"{address}/find.html?q={DANGER}")
    page.locator("[data-search-results][data-state=done]").wait_for()
    page.locator("[data-filters] summary").click()
    for words in every:
        page.locator("main input[type=search]").fill(words)
        assert overflowing(page) == []
    for path in ("index.html", HEADER):
        page.goto(f"{address}/{path}")
        page.locator("[data-search-field]").focus()
        page.locator("[data-search-field][role=combobox]").wait_for()
        for words in every:
            page.locator("[data-search-field]").fill(words)
            assert overflowing(page) == []
    context.close()


@pytest.mark.parametrize("path", ["index.html", HEADER])
def test_without_javascript_the_form_leads_to_everything_from_a_to_z(
    browser: Browser, address: str, site: Path, path: str
) -> None:
    catalogue = json.loads((site / "guide" / "catalogue.json").read_text("utf-8"))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{path}")
    page.locator("input[type=search]").fill("calm")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/find.html?q=calm")
    for name in ("symptoms", "strategies"):
        wanted = {f"{address}/{each['url']}" for each in catalogue[name] if each.get("status") != "withheld"}
        links = page.locator(f"[data-a-to-z] a[href^='guide/{name}/']")
        assert {*links.evaluate_all("each => each.map(one => one.href)")} == wanted
        texts = [text.casefold() for text in links.all_inner_texts()]
        assert texts == sorted(texts)
        assert links.first.is_visible()
    context.close()


def failures(page: Page) -> list[str]:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("requestfailed", lambda request: wrong.append(f"{request.failure} {request.url}"))
    return wrong


def missing(wrong: list[str]) -> list[str]:
    """What went wrong, without what the browser gave up because it left the page."""
    return [each for each in wrong if not each.startswith("net::ERR_ABORTED")]


def overflowing(page: Page) -> list[str]:
    """What of the search stands out of the page at either side."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth > innerWidth ? ['the page'] :
             [...document.querySelectorAll('[data-search-results] *, [data-filters] *')]
               .filter(one => one.checkVisibility())
               .filter(one => one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > innerWidth)
               .map(one => one.outerHTML.slice(0, 80))"""
    )
    return found
