"""What can be pressed on each kind of page: Tab reaches it, it shows the focus in full, and it is large enough."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import pytest

from tests.site.kinds import IN_USE, KINDS, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CONTROLS = (Path(__file__).parent / "controls.js").read_text("utf-8")


class Window(NamedTuple):
    """How large a window is, in pixels, and which colours its device asks for."""

    width: int
    height: int
    colours: Literal["light", "dark"]


@pytest.fixture(scope="module", params=[Window(375, 667, "light"), Window(1280, 720, "dark")], ids=["phone", "laptop"])
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    size: Window = request.param
    context = browser.new_context(
        viewport={"width": size.width, "height": size.height}, color_scheme=size.colours, reduced_motion="reduce"
    )
    context.add_init_script(CONTROLS)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=[*KINDS, *IN_USE])
def page(request: pytest.FixtureRequest, window: Page, address: str) -> Page:
    """A page of each kind. For the module, so that each is loaded once."""
    visit(window, address, request.param)
    return window


def test_what_is_pressed_is_large_enough_or_has_room_around_it(page: Page) -> None:
    assert page.evaluate("controls.small()") == []


def test_tab_goes_through_all_of_it_and_back_and_the_focus_can_be_seen_at_each_stop(page: Page) -> None:
    stops = page.evaluate("controls.begin()")
    hold(page, "Tab", stops)
    page.evaluate("controls.turn()")
    page.keyboard.down("Shift")
    hold(page, "Tab", stops)
    page.keyboard.up("Shift")
    there, back = page.evaluate("[controls.there, controls.back]")
    assert there == {"went": [-1, *range(stops - 1)], "wrong": []}
    assert back == {"went": [*reversed(range(stops))], "wrong": []}


def hold(page: Page, key: str, times: int) -> None:
    """Holds a key down until it has repeated so often."""
    for _ in range(times):
        page.keyboard.down(key)
    page.keyboard.up(key)
