"""What people ask of their devices is done: no motion, their own colours, more contrast."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.kinds import visit
from tests.site.looks import LAPTOP
from tests.site.pictures import CLEARLY, changed, picture
from tests.site.test_access import AXE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HOME = "index.html"
SYMPTOM = "guide/symptoms/self-harm.html"
CHECKLIST = "guide/checklists/semh-some.html"
FINDER = "find.html#q=anxious"
SHEET = "sheet.html#s=calm-space,co-regulate"
PAGES = (HOME, SYMPTOM, CHECKLIST, FINDER, SHEET)
CONTROLS = (Path(__file__).parent / "controls.js").read_text("utf-8")
MOVES = """globalThis.moved = [];
for (const kind of ['transitionrun', 'animationstart'])
  addEventListener(kind, ({target, propertyName, animationName}) => animationName === 'wait' ||
    moved.push([kind, propertyName ?? animationName, target.outerHTML.slice(0, 80)]), true)"""
"""Notes what begins to move. `wait` shows something at last, and moves nothing."""
GLIDES = "[...document.querySelectorAll('*')].filter(one => getComputedStyle(one).scrollBehavior === 'smooth').length"
BARE = """[...document.querySelectorAll('button, input, select, summary')]
  .filter(one => one.checkVisibility({opacityProperty: true}) && one.offsetWidth > 1)
  .filter(one => !/checkbox|radio/.test(one.type))
  .filter(one => { const {borderTopStyle, borderTopWidth} = getComputedStyle(one);
    return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1; })
  .map(one => one.outerHTML.slice(0, 120))"""
FOUND = """async () => (await axe.run(document, {rules: {'color-contrast': {enabled: false}}, preload: false}))
  .violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target}`))"""
"""The device answers for its colours; axe-core would read those that the page asked for."""
ENHANCED = """async () => (await axe.run(document, {runOnly: ['color-contrast-enhanced'], preload: false}))
  .violations.flatMap(({nodes}) => nodes.map(({target, any}) => `${target}: ${any.map(each => each.message)}`))"""


@contextmanager
def asking(browser: Browser, script: str, **wishes: str) -> Iterator[Page]:
    """A page on a device of which its owner has asked something."""
    context = browser.new_context(viewport={"width": LAPTOP, "height": 720}, **wishes)  # type: ignore[arg-type]
    context.add_init_script(script)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A page in the colours of its device."""
    with asking(browser, AXE + CONTROLS, forced_colors="active", reduced_motion="reduce") as page:
        yield page


def test_nothing_moves_on_a_device_that_asks_for_no_motion(browser: Browser, address: str) -> None:
    with asking(browser, MOVES, reduced_motion="reduce") as page:
        for path in PAGES:
            visit(page, address, path)
            page.locator("article a").last.hover()
            page.get_by_role("button", name="Dark colours").click()
            for _ in range(12):
                page.keyboard.press("Tab")
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            assert page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
            assert page.evaluate(GLIDES) == 0
            assert page.evaluate("moved") == []


@pytest.mark.parametrize("path", PAGES)
def test_in_the_colours_of_the_device_nothing_is_wrong_and_every_control_has_a_border(
    plain: Page, address: str, path: str
) -> None:
    visit(plain, address, path)
    if path == FINDER:
        plain.locator("[data-filters] summary").click()
    assert plain.evaluate(BARE) == []
    assert plain.evaluate(FOUND) == []


def test_in_the_colours_of_the_device_the_focus_can_be_seen_at_each_stop(plain: Page, address: str) -> None:
    visit(plain, address, SHEET)
    stops = plain.evaluate("controls.begin()")
    for _ in range(stops + 1):
        plain.keyboard.press("Tab")
    assert plain.evaluate("controls.there.wrong") == []


def test_in_the_colours_of_the_device_what_is_chosen_in_the_list_can_be_seen(plain: Page, address: str) -> None:
    visit(plain, address, SYMPTOM)
    plain.keyboard.press("/")
    plain.keyboard.type("anxious")
    option = plain.get_by_role("option").first
    option.wait_for()
    before = picture(option)
    plain.keyboard.press("ArrowDown")
    assert changed(before, picture(option)) > before.width


def test_in_the_colours_of_the_device_a_tick_and_the_marks_of_tiers_can_be_seen(plain: Page, address: str) -> None:
    visit(plain, address, CHECKLIST)
    box = plain.locator("[data-tick]").first
    before = picture(box)
    box.check()
    assert changed(before, picture(box)) > 20
    for mark in plain.locator("article .dots").all():
        shades = picture(mark, margin=0).tobytes()
        assert max(shades) - min(shades) > CLEARLY


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_seven_to_one(browser: Browser, address: str, colours: str) -> None:
    with asking(browser, AXE, contrast="more", color_scheme=colours, reduced_motion="reduce") as page:
        found = []
        for path in PAGES:
            visit(page, address, path)
            found += [f"{path} {each}" for each in page.evaluate(ENHANCED)]
    assert found == []
