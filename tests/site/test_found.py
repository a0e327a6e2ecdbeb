"""What search engines and the cards of other services are told, and nothing of it where nobody knows the address."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.site.conftest import NEEDS_CARE, PUBLIC
from tests.site.pages_of_site import read_pages
from tests.site.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page, Route

    from tests.site.pages_of_site import BuiltPage

NOT_FOUND = "404.html"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
FORMER, PRESENT = "guide/strategies/exit-card.html", "guide/strategies/agreed-exit.html"
LEAST, MOST = 50, 170


@pytest.fixture(scope="session")
def public_pages(public_site: Path) -> dict[str, BuiltPage]:
    return read_pages(public_site)


def test_every_page_says_what_it_is_in_a_line_that_is_shown(pages: dict[str, BuiltPage]) -> None:
    lengths = {page.path: len(page.told.get("description", "")) for page in pages.values()}
    assert {path: length for path, length in lengths.items() if not LEAST <= length <= MOST} == {}


def test_no_two_pages_say_the_same_of_themselves(pages: dict[str, BuiltPage]) -> None:
    lines = [page.told["description"] for page in pages.values() if page.path not in {"index.html", NOT_FOUND}]
    assert {line for line in lines if lines.count(line) > 1} == set()


def test_the_card_of_every_page_says_what_its_title_and_description_say(pages: dict[str, BuiltPage]) -> None:
    for page in pages.values():
        if page.path != NOT_FOUND:
            assert page.title.strip() == f"{page.told['og:title']} - {page.told['og:site_name']}"
            assert page.told["og:description"] == page.told["description"]
            assert (page.told["og:type"], page.told["og:locale"]) == ("website", "en_GB")


def test_where_the_address_is_only_an_example_nothing_names_it(site: Path, pages: dict[str, BuiltPage]) -> None:
    assert [page.path for page in pages.values() if CANONICAL.search(page.text)] == []
    assert [page.path for page in pages.values() if {"og:url", "og:image"} & page.told.keys()] == []
    assert [name for name in ("sitemap.xml", "sitemap.xml.gz", "robots.txt") if (site / name).exists()] == []


def test_every_page_of_a_public_site_names_its_own_address(public_pages: dict[str, BuiltPage]) -> None:
    for page in public_pages.values():
        if page.path != NOT_FOUND:
            assert CANONICAL.findall(page.text) == [PUBLIC + page.path]
            assert page.told["og:url"] == PUBLIC + page.path


def test_the_picture_of_the_card_is_there(public_site: Path, public_pages: dict[str, BuiltPage]) -> None:
    named = {page.told["og:image"] for page in public_pages.values() if page.path != NOT_FOUND}
    (picture,) = named
    assert (public_site / picture.removeprefix(PUBLIC)).read_bytes().startswith(b"\x89PNG")


def test_the_sitemap_names_every_page_that_stays_where_it_is(
    public_site: Path, public_pages: dict[str, BuiltPage]
) -> None:
    root = ET.parse(public_site / "sitemap.xml").getroot()  # noqa: S314 - our own
    named = [element.text for element in root.iterfind("{*}url/{*}loc")]
    assert sorted(map(str, named)) == sorted(PUBLIC + path for path in public_pages if path != NOT_FOUND)
    assert {element.text for element in root.iterfind("{*}url/{*}lastmod")} == {"2026-03-01"}


def test_robots_are_shown_the_sitemap(public_site: Path) -> None:
    assert (public_site / "robots.txt").read_text("utf-8") == (
        f"User-agent: *\nAllow: /\n\nSitemap: {PUBLIC}sitemap.xml\n"
    )


@pytest.fixture
def hosted(public_site: Path, page: Page, tmp_path: Path) -> Iterator[str]:
    """The address of a server that shows the page for what is not there, and has the site where its address says."""
    text = (public_site / NOT_FOUND).read_text("utf-8")

    def fulfilled(route: Route) -> None:
        response = route.fetch(max_redirects=0)
        if response.status == 404:
            route.fulfill(status=404, content_type="text/html", body=text)
        else:
            route.fulfill(response=response)

    (tmp_path / "below").symlink_to(public_site)
    with served(tmp_path) as address:
        page.route(f"{address}/**", fulfilled)
        yield address


@pytest.mark.parametrize("path", ["nowhere.html", "below/nowhere.html", "below/guide/strategies/deep/er/nowhere"])
def test_a_page_that_is_not_there_leads_on_from_any_depth(page: Page, hosted: str, path: str) -> None:
    failed: list[str] = []
    page.goto(f"{hosted}/{path}")
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.reload()
    assert failed == [f"{hosted}/{path}"]
    page.locator("article a").nth(2).click()
    page.wait_for_url(f"{hosted}/below/guide/symptoms/index.html")


@pytest.mark.parametrize("place", ["on a server", "below its root", "in a folder"])
def test_a_former_address_leads_on(page: Page, public_site: Path, tmp_path: Path, place: str) -> None:
    copy = tmp_path / NEEDS_CARE / "site"
    shutil.copytree(public_site, copy)
    with served(copy if place == "on a server" else copy.parent) as address:
        root = {"on a server": address, "below its root": f"{address}/site", "in a folder": copy.as_uri()}[place]
        page.goto(f"{root}/{FORMER}")
        page.wait_for_url(f"{root}/{PRESENT}")
        assert page.locator("h1").inner_text() == "Agree how to leave the room"


def test_a_page_that_has_moved_is_not_to_be_found_itself(public_site: Path) -> None:
    assert '<meta name="robots" content="noindex">' in (public_site / FORMER).read_text("utf-8")
    assert urlsplit(PUBLIC + FORMER).path not in (public_site / "sitemap.xml").read_text("utf-8")
