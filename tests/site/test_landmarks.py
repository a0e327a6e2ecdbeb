"""Whoever jumps from landmark to landmark finds the great ones once, and each of several by a name of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.kinds import IN_USE, KINDS, visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANDMARKS = """() => {
  const seen = selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility());
  return {
    great: ['body > header', 'main', 'footer:not(main *)'].map(selector => seen(selector).length),
    searches: seen('[role=search]').length,
    navigations: seen('nav').map(one =>
      one.ariaLabel ?? document.getElementById(one.getAttribute('aria-labelledby'))?.textContent.trim() ?? ''),
  };
}"""


def test_each_kind_of_page_has_its_landmarks(page: Page, address: str) -> None:
    for path in (*KINDS, *IN_USE):
        visit(page, address, path)
        found = page.evaluate(LANDMARKS)
        assert (path, found["great"], found["searches"]) == (path, [1, 1, 1], 1)
        navigations = found["navigations"]
        assert "" not in navigations, path
        assert sorted({*navigations}) == sorted(navigations), path
