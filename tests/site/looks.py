"""The four looks of every page: a phone and a laptop, light and dark."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


class Look(NamedTuple):
    """How wide a window is, and which colours its device asks for."""

    width: int
    colours: Literal["light", "dark"]


PHONE, LAPTOP = 375, 1280
"""The widths of windows, in pixels."""
LOOKS = (Look(PHONE, "light"), Look(LAPTOP, "dark"), Look(PHONE, "dark"), Look(LAPTOP, "light"))


@contextmanager
def opened(browser: Browser, look: Look, script: str = "") -> Iterator[Page]:
    """A page of that look, on a device that keeps nothing, with a script of the test's in each document."""
    context = browser.new_context(
        viewport={"width": look.width, "height": 900}, color_scheme=look.colours, reduced_motion="reduce"
    )
    context.add_init_script(script)
    with closing(context):
        yield context.new_page()
