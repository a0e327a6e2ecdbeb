"""A page of each kind, for the tests that look at all of them closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS = (
    "index.html",
    "find.html",
    "sheet.html",
    "404.html",
    "privacy.html",
    "guide/areas/index.html",
    "guide/areas/semh/index.html",
    "guide/areas/semh/some.html",
    "guide/checklists/index.html",
    "guide/checklists/semh-some.html",
    "guide/cycle.html",
    "guide/glossary.html",
    "guide/services.html",
    "guide/sources/index.html",
    "guide/strategies/calm-space.html",
    "guide/strategies/index.html",
    "guide/symptoms/index.html",
    "guide/symptoms/self-harm.html",
    "guide/themes/index.html",
    "guide/themes/regulation.html",
    "guide/tiers/few.html",
    "guide/tiers/index.html",
)
IN_USE = ("find.html#q=anxious", "sheet.html#s=calm-space,co-regulate,buddy-system,youth-worker-support")
"""The pages that scripts fill, with something on them."""


def visit(page: Page, address: str, path: str) -> None:
    """Opens a page and waits until everything is on it."""
    page.goto(f"{address}/{path}")
    if "#q=" in path:
        page.locator("[data-search-results][data-state=done]").wait_for()
    if "#s=" in path:
        page.locator("[data-own-sheet]:visible").wait_for()
