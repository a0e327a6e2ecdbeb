"""A page of each kind weighs little, at a first visit and as the next page, on a server that compresses."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.site.kinds import KINDS
from tests.site.serving import compressed, served
from tests.site.weight import FIRST_VISIT, NEXT_PAGE, scales

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LARGE = 50_000
"""Far more bytes than what a server says about them."""
AFTER = dict(zip(KINDS, (*KINDS[1:], KINDS[0]), strict=True))
"""What is opened after a page of each kind, so that each kind is the first of a visit once and the next page once."""


@pytest.fixture(scope="module")
def weights(browser: Browser, address: str) -> tuple[dict[str, int], dict[str, int]]:
    """What each kind brings at a first visit, and what as the next page; all pages load side by side."""
    contexts = [browser.new_context() for _ in KINDS]
    pages = dict(zip(KINDS, (context.new_page() for context in contexts), strict=True))
    weigh = {path: scales(page) for path, page in pages.items()}
    first = opened(pages, weigh, {path: f"{address}/{path}" for path in KINDS})
    then = opened(pages, weigh, {path: f"{address}/{AFTER[path]}" for path in KINDS})
    for context in contexts:
        context.close()
    return first, {AFTER[path]: weight for path, weight in then.items()}


def opened(pages: dict[str, Page], weigh: dict[str, Callable[[], int]], addresses: dict[str, str]) -> dict[str, int]:
    for path, page in pages.items():
        page.goto(addresses[path], wait_until="commit")
    for page in pages.values():
        page.wait_for_load_state("networkidle")
    return {path: weigh[path]() for path in pages}


def test_a_first_visit_to_a_page_of_any_kind_is_light(
    weights: tuple[dict[str, int], dict[str, int]], site: Path
) -> None:
    first, _ = weights
    (style,) = site.glob("assets/stylesheets/main.*.css")
    least = {path: len(compressed(site / path)) + len(compressed(style)) for path in KINDS}
    assert [path for path in KINDS if first[path] < least[path]] == [], "not all was counted"
    assert {path: weight for path, weight in first.items() if weight > FIRST_VISIT} == {}


def test_the_next_page_of_any_kind_is_lighter(weights: tuple[dict[str, int], dict[str, int]], site: Path) -> None:
    _, then = weights
    assert [path for path in KINDS if then[path] < len(compressed(site / path))] == [], "not all was counted"
    assert {path: weight for path, weight in then.items() if weight > NEXT_PAGE} == {}


def test_what_a_page_loads_is_counted_once_and_compressed(browser: Browser, tmp_path: Path) -> None:
    text = random.Random(5).randbytes(LARGE).hex()  # noqa: S311 (nothing secret)
    (tmp_path / "large.css").write_text(f"/* {text} */", "utf-8")
    for name in ("one", "other"):
        (tmp_path / f"{name}.html").write_text(f'<link rel="stylesheet" href="large.css"><h1>{name}</h1>', "utf-8")
    size = len(compressed(tmp_path / "large.css"))
    assert size < len(text)
    with served(tmp_path) as address, closing(browser.new_context()) as context:
        page = context.new_page()
        weigh = scales(page)
        page.goto(f"{address}/one.html", wait_until="networkidle")
        assert size < weigh() < size + 2000
        page.goto(f"{address}/other.html", wait_until="networkidle")
        assert 0 < weigh() < 2000
