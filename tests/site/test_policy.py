"""The content security policy stands in every page and holds, whatever people do there, from a server or a folder.

That no page breaks it by being opened is seen where every page is opened, in `test_in_browser`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.site.looks import LOOKS, opened
from tests.site.policy import BROKEN, WATCH
from tests.site.sheet import FLAGGED, OTHERS, drawn, keep

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.site.pages_of_site import BuiltPage

POLICY = (
    "default-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)
FROM_DISK = ("index.html", "find.html", "sheet.html", "about.html", "guide/checklists/semh-some.html")


def test_every_page_carries_the_policy_before_anything_that_it_rules(pages: dict[str, BuiltPage]) -> None:
    carried = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    ruled = re.compile(r"<(script|link|style|img)\b")
    late = [
        page.path
        for page in pages.values()
        if not 0 <= page.text.find(carried) < getattr(ruled.search(page.text), "start", lambda: -1)()
    ]
    assert late == []


def test_pages_that_lead_on_carry_it_too(site: Path, pages: dict[str, BuiltPage]) -> None:
    others = {path for path in site.rglob("*.html") if path.relative_to(site).as_posix() not in pages}
    assert [path for path in others if POLICY not in path.read_text("utf-8")] == []


@pytest.mark.parametrize("path", FROM_DISK)
def test_no_page_breaks_it_from_a_folder(browser: Browser, site: Path, path: str) -> None:
    with opened(browser, LOOKS[0], WATCH) as page:
        page.goto((site / path).as_uri())
        assert page.evaluate(BROKEN) == []
        assert page.evaluate("typeof guide.load") == "function"


def test_what_people_do_does_not_break_it(browser: Browser, address: str) -> None:
    with opened(browser, LOOKS[1], WATCH) as page:
        use_everything(page, address)
        assert page.evaluate(BROKEN) == []


def test_what_people_do_does_not_break_it_from_a_folder(browser: Browser, site: Path) -> None:
    with opened(browser, LOOKS[1], WATCH) as page:
        use_everything(page, site.as_uri())
        assert page.evaluate(BROKEN) == []


def test_a_script_in_a_page_does_not_run(page: Page, address: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{address}/index.html")
    page.evaluate(
        """() => { const script = document.createElement("script");
             script.textContent = "globalThis.intruded = true"; document.body.append(script); }"""
    )
    page.wait_for_function(f"({BROKEN}).length")
    assert page.evaluate("globalThis.intruded") is None
    assert page.evaluate(BROKEN) == [["script-src-elem", "inline"]]


def test_the_chosen_colours_are_kept_and_shown_from_the_first_moment(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_role("button", name="Dark colours").click()
    page.goto(f"{address}/guide/glossary.html", wait_until="commit")
    page.locator("main").wait_for(state="attached")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert json.loads(page.evaluate("localStorage.getItem('/.__palette')"))["color"]["scheme"] == "slate"


def test_a_dark_device_is_never_shown_light_colours_first(browser: Browser, address: str) -> None:
    with opened(browser, LOOKS[1]) as page:
        page.route("**/*.js", lambda route: route.continue_() if "palette" in route.request.url else route.abort())
        page.goto(f"{address}/index.html")
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def use_everything(page: Page, address: str) -> None:
    """Search, filter, tip, sheet and palette, on the page where what they break is counted."""
    page.goto(f"{address}/find.html?q=anxious")
    page.locator("[data-search-results][data-state=done]").wait_for()
    page.locator("[data-filters] summary").click()
    page.locator("[data-filters] input").first.check()
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(BROKEN) == []
    page.goto(f"{address}/guide/areas/semh/some.html")
    page.locator("abbr[data-tip]").first.focus()
    page.get_by_role("tooltip").wait_for()
    assert page.evaluate(BROKEN) == []
    keep(page, FLAGGED, *OTHERS)
    page.goto(f"{address}/sheet.html")
    drawn(page)
    if page.get_by_role("button", name="Save as a file").is_visible():
        with page.expect_download():
            page.get_by_role("button", name="Save as a file").click()
