"""Nothing jumps while a page loads, even where its scripts come long after its words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.site.kinds import IN_USE, KINDS
from tests.site.looks import LAPTOP, PHONE
from tests.site.serving import Quiet, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

LATE = 0.5
MOST = 0.02
SHIFTS = """globalThis.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().map(({value, sources}) =>
  [value, sources.map(({node}) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80))])))
  .observe({type: 'layout-shift', buffered: true});
globalThis.settled = new Promise(done =>
  addEventListener('load', () => setTimeout(() => requestAnimationFrame(() => done(shifts)), 300)))"""


class Late(Quiet):
    """A server of which the scripts come late."""

    def do_GET(self) -> None:  # noqa: N802 - the library names it
        """Wait before a script."""
        if self.path.partition("?")[0].endswith(".js"):
            time.sleep(LATE)
        super().do_GET()


@pytest.fixture(scope="module")
def slow(site: Path) -> Iterator[str]:
    with served(site, Late) as address:
        yield address


@pytest.mark.parametrize("width", [PHONE, LAPTOP])
def test_nothing_jumps_while_a_page_loads(browser: Browser, slow: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 720})
    context.add_init_script(SHIFTS)
    paths = [*KINDS, *IN_USE]
    pages = [context.new_page() for _ in paths]
    for page, path in zip(pages, paths, strict=True):
        page.goto(f"{slow}/{path}", wait_until="commit")
    shifts = {path: page.evaluate("settled") for page, path in zip(pages, paths, strict=True)}
    context.close()
    assert {path: found for path, found in shifts.items() if sum(value for value, _ in found) >= MOST} == {}
