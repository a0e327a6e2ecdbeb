"""A person at the keyboard: goes by Tab from where the focus is to what they look for, and gives up in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 200
"""How many times a person may press Tab before giving up."""
NAME = """one => (one.getAttribute('aria-label') || one.labels?.[0]?.textContent || one.textContent.trim()
  || one.title).trim()"""


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Goes to what bears a name."""
    tab_until(page, f"one => ({NAME})(one) === name", name, key)


def tab_until(page: Page, wanted: str, given: object = None, key: str = "Tab") -> None:
    """Goes on until the focus is on what a function of the page wants; the function may use `given` as `name`."""
    for _ in range(PATIENCE):
        page.keyboard.press(key)
        if page.evaluate(f"name => ({wanted})(document.activeElement)", given):
            return
    pytest.fail(f"{given or wanted} cannot be reached by keyboard")


def focused(page: Page) -> str:
    """The name of what has the focus."""
    name: str = page.evaluate(f"({NAME})(document.activeElement)")
    return name
