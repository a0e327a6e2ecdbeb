"""Weighs what a page brings over the network: the bytes that the browser itself counts, compressed and with headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

FIRST_VISIT = 250_000
"""The most bytes that a first visit to any page may bring, with all that the page loads."""
NEXT_PAGE = 30_000
"""The most bytes that any page may bring to somebody who comes from another page of the site."""


def scales(page: Page) -> Callable[[], int]:
    """Gives the bytes that a page has brought since they were last asked for."""
    received: list[int] = []
    session = page.context.new_cdp_session(page)
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    session.send("Network.enable")

    def weigh() -> int:
        weight = sum(received)
        received.clear()
        return weight

    return weigh
