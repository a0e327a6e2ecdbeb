from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.site.pages_of_site import BuiltPage

OFFER = re.compile(r'<li><a href="([^"]+)">[^<]*</a> ([^<]*), (\d+) kB</li>')


def offers(page: BuiltPage) -> list[tuple[str, str, int]]:
    """The path, the kind and the size of each file that a page offers."""
    found = []
    for link, kind, size in OFFER.findall(page.text):
        target = page.inside(link)
        assert target
        found.append((target[0], kind, int(size)))
    return found


def test_every_checklist_offers_a_workbook_and_a_csv(pages: dict[str, BuiltPage]) -> None:
    checklists = [page for path, page in pages.items() if path.startswith("guide/checklists/")]
    assert len(checklists) > 30
    assert [page.path for page in checklists if [kind for _, kind, _ in offers(page)][-2:] != ["Excel", "CSV"]] == []


def test_a_file_is_as_large_as_its_page_says(site: Path, pages: dict[str, BuiltPage]) -> None:
    offered = {(path, size) for page in pages.values() for path, _, size in offers(page)}
    assert len(offered) > 200
    wrong = {path: size for path, size in offered if size != max(1, round((site / path).stat().st_size / 1000))}
    assert wrong == {}


def test_a_browser_saves_a_workbook_that_opens(page: Page, site: Path) -> None:
    page.goto((site / "guide" / "checklists" / "index.html").as_uri())
    with page.expect_download() as saving:
        page.get_by_role("link", name="The whole catalogue").click()
    assert saving.value.suggested_filename == "whole-catalogue.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(saving.value.path().read_bytes()))
    assert book.sheetnames == ["Strategies", "Symptoms", "Services", "Cycle", "Glossary", "Sources"]
