from __future__ import annotations

from generator.downloads import Download, files, together
from generator.links import Address

PAGE, OTHER = Address("sheet.md"), Address("list.md")
PAPER = Download("Sheet", "PDF", Address("files/sheet.pdf"), b"paper")
TABLE = Download("Table", "CSV", Address("files/sheet.csv"), b"table")


def test_a_page_offers_what_comes_first_first() -> None:
    assert together([{PAGE: (PAPER,)}, {PAGE: (TABLE,), OTHER: (TABLE,)}]) == {PAGE: (PAPER, TABLE), OTHER: (TABLE,)}


def test_a_file_that_two_pages_offer_is_one_file() -> None:
    assert files({PAGE: (PAPER, TABLE), OTHER: (TABLE,)}) == {"files/sheet.pdf": b"paper", "files/sheet.csv": b"table"}
