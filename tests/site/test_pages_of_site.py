from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site.pages_of_site import BuiltPage


def test_every_page_has_one_main_heading(pages: dict[str, BuiltPage]) -> None:
    assert {page.path: page.h1 for page in pages.values() if page.h1 != 1} == {}


def test_no_heading_skips_a_level(pages: dict[str, BuiltPage]) -> None:
    skipped = [
        page.path for page in pages.values() if any(after > before + 1 for before, after in pairwise(page.headings))
    ]
    assert skipped == []


def test_every_page_has_a_title_of_its_own(pages: dict[str, BuiltPage]) -> None:
    titles = Counter(page.title for page in pages.values())
    assert {title: count for title, count in titles.items() if count > 1 or not title.strip()} == {}


def test_every_page_names_its_language(pages: dict[str, BuiltPage]) -> None:
    assert {page.language for page in pages.values()} == {"en"}


def test_no_place_is_named_twice_on_a_page(pages: dict[str, BuiltPage]) -> None:
    twice = {page.path: [name for name, count in Counter(page.ids).items() if count > 1] for page in pages.values()}
    assert {path: names for path, names in twice.items() if names} == {}


def test_every_page_says_when_it_was_reviewed_which_edition_it_is_and_how_to_report(
    pages: dict[str, BuiltPage],
) -> None:
    wanted = ("Reviewed ", "Catalogue version ", "Report a problem")
    assert [
        page.path
        for page in pages.values()
        if page.path != "404.html" and any(each not in page.text for each in wanted)
    ] == []


def test_every_page_but_home_says_where_it_stands(pages: dict[str, BuiltPage]) -> None:
    lost = [page.path for page in pages.values() if 'aria-label="Breadcrumbs"' not in page.text]
    assert sorted(lost) == ["404.html", "index.html"]


def test_every_page_but_home_leads_on(pages: dict[str, BuiltPage]) -> None:
    stuck = [page.path for page in pages.values() if 'aria-label="Previous and next"' not in page.text]
    assert sorted(stuck) == ["404.html", "index.html"]
