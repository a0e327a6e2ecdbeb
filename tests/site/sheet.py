"""What the tests of the sheet share: how to put one on the device, and how to read the page of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

FLAGGED = "calm-space"

OTHERS = ("co-regulate", "buddy-system", "youth-worker-support")

STRATEGY = "guide/strategies/calm-space.html"

MOST = 200


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


def drawn(page: Page) -> None:
    """Waits until the page of the sheet has drawn it."""
    page.locator("[data-own-sheet]:not([hidden])").wait_for(state="attached")


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
