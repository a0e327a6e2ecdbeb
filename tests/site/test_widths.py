"""From a small phone to a large screen, enlarged in both ways, with names short or long, text can be read."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import pytest

from tests.site.conftest import bare_project, built
from tests.site.kinds import IN_USE, KINDS, visit
from tests.site.serving import served
from tests.stretched import MANY, stretched_catalogue_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LAYOUT = (Path(__file__).parent / "layout.js").read_text("utf-8")


class Window(NamedTuple):
    """How wide a window is, in pixels of the page; how many of the screen make one; and how large text is to be."""

    width: int
    zoom: int = 1
    text: int = 16


WINDOWS = (
    Window(320),
    Window(375),
    Window(640, zoom=2),
    Window(768),
    Window(1280),
    Window(1280, text=64),
    Window(1920),
)
"""The third is a laptop at 200 %, the sixth one at whose text is four times as large as usual."""
COLOURS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
CLOSE = (Window(320), Window(1280), Window(1280, text=64))
SHEET = "sheet.html#s=quiet-corner,buddy-walk,one-of-many-1"
ALIKE = "guide/strategies/one-of-many-"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(LAYOUT)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def stretched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A site of long words, lists of fifty and lists of one, as the command makes it, and its address."""
    project = bare_project(tmp_path_factory.mktemp("stretched"))
    stretched_catalogue_in(project)
    site = built(project, project / "site")
    with served(site) as address:
        yield site, address


@pytest.mark.parametrize("path", [*KINDS, *IN_USE])
def test_each_kind_of_page_can_be_read_in_every_window(page: Page, address: str, path: str) -> None:
    visit(page, address, path)
    assert unreadable(page) == []


def test_so_can_every_page_of_a_catalogue_with_words_of_sixty_letters_and_lists_of_fifty(
    page: Page, stretched: tuple[Path, str]
) -> None:
    site, address = stretched
    generated = [path.relative_to(site).as_posix() for path in sorted((site / "guide").rglob("*.html"))]
    of_many = [path for path in generated if path.startswith(ALIKE)]
    assert len(of_many) == MANY
    found = []
    for path in (*(each for each in generated if each not in of_many[1:]), "index.html", SHEET):
        visit(page, address, path)
        found += [f"{path} {each}" for each in unreadable(page, CLOSE)]
    assert found == []


def unreadable(page: Page, windows: tuple[Window, ...] = WINDOWS) -> list[str]:
    """What cannot be read on a page, in each window; each has the other colours than the one before."""
    session, colours = page.context.new_cdp_session(page), cycle(COLOURS)
    found: list[str] = []
    for window in windows:
        page.emulate_media(color_scheme=next(colours))
        screen = {"width": window.width, "height": 720, "deviceScaleFactor": window.zoom, "mobile": False}
        session.send("Emulation.setDeviceMetricsOverride", screen)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": window.text, "fixed": window.text}})
        found += [f"{window}: {each}" for each in page.evaluate("document.fonts.ready.then(unreadable)")]
    session.detach()
    return found
