"""What a screen reader, a filing system and a checker of accessibility find in every sheet."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest
import zxingcpp
from fontTools.ttLib import TTFont

from generator.render import press
from tests.builders import ADDRESS
from tests.render.pdf import Element, fonts, pictures, structure, untagged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.render.press import Printed


@pytest.fixture(scope="module")
def structures(real_sheets: Printed) -> Mapping[str, list[Element]]:
    return {path: structure(real_sheets.files[path]) for path in real_sheets.made}


def test_every_sheet_says_that_it_is_accessible_and_in_which_language(real_sheets: Printed) -> None:
    for path in real_sheets.made:
        with pikepdf.open(BytesIO(real_sheets.files[path])) as document:
            assert document.Root.MarkInfo.Marked, path
            assert str(document.Root.Lang) == "en-GB", path
            assert document.Root.ViewerPreferences.DisplayDocTitle, path
            assert document.open_metadata()["pdfuaid:part"] == "1", path


def test_every_sheet_has_a_title_an_author_a_subject_and_the_date_of_its_edition(real_sheets: Printed) -> None:
    titles = set()
    for path in real_sheets.made:
        with pikepdf.open(BytesIO(real_sheets.files[path])) as document:
            facts = {str(name): str(value) for name, value in document.docinfo.items()}
        titles.add(facts["/Title"])
        assert facts["/Author"] == "Graduated Approach Provision Guide", path
        assert facts["/Subject"] == "Prompts for a conversation: not a test, and not a gate to support.", path
        assert facts["/CreationDate"].startswith("D:20261123"), path
    assert len(titles) == len(real_sheets.made)
    assert "Social, emotional and mental health: Some. Wall checklist" in titles


def test_headings_begin_with_one_of_the_first_level_and_skip_none(structures: Mapping[str, list[Element]]) -> None:
    for path, elements in structures.items():
        levels = [int(each.kind[1]) for each in elements if each.kind[0] == "H" and each.kind[1:].isdigit()]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], path


def test_every_heading_is_a_bookmark(real_sheets: Printed, structures: Mapping[str, list[Element]]) -> None:
    for path, elements in structures.items():
        headings = sum(each.kind[0] == "H" and each.kind[1:].isdigit() for each in elements)
        with pikepdf.open(BytesIO(real_sheets.files[path])) as document, document.open_outline() as outline:
            assert sum(1 + len(item.children) for item in outline.root) == headings, path


def test_a_picture_is_described(structures: Mapping[str, list[Element]]) -> None:
    for path, elements in structures.items():
        described = [each.alternative for each in elements if each.kind == "Figure"]
        assert len(described) == 1, path
        assert described[0].startswith("QR code of the live page: https://example.org/provision-guide/guide/"), path


def test_each_strategy_of_a_wall_checklist_is_an_item_of_a_list(structures: Mapping[str, list[Element]]) -> None:
    elements = structures["checklists/files/semh-some-checklist-a4.pdf"]
    assert sum(each.kind == "LI" for each in elements) == 48 + 4


@pytest.mark.parametrize("kind", ["planning", "self-evaluation"])
def test_a_table_has_one_header_row_and_a_row_for_each_theme_and_strategy(
    structures: Mapping[str, list[Element]], kind: str
) -> None:
    elements = structures[f"checklists/files/semh-some-{kind}-a4.pdf"]
    tables = sum(each.kind == "Table" for each in elements)
    rows = sum(each.kind == "TR" for each in elements)
    assert (tables, rows) == {"planning": (1, 1 + 12 + 48), "self-evaluation": (2, 1 + 12 + 48 + 1 + 12 + 1)}[kind]


def test_nothing_is_written_outside_the_structure(real_sheets: Printed) -> None:
    assert {path: found for path in real_sheets.made if (found := untagged(real_sheets.files[path]))} == {}


def test_every_font_is_in_the_file_and_is_the_one_that_was_chosen(real_sheets: Printed) -> None:
    for path in real_sheets.made:
        found = fonts(real_sheets.files[path])
        assert found, path
        assert [name for name, embedded in found if not embedded or "SourceSans3" not in name] == [], path


def test_only_so_many_sides_as_the_wall_has_room_for(real_sheets: Printed) -> None:
    sides = {path.split("/")[-1]: made.pages for path, made in real_sheets.made.items()}
    walls = {name: number for name, number in sides.items() if name.endswith(("-checklist-a4.pdf", "-poster-a3.pdf"))}
    assert {name for name, number in walls.items() if number > 1} == {
        f"{sheet}-{ending}.pdf" for sheet in ("all", "challenging") for ending in ("checklist-a4", "poster-a3")
    }
    assert max(walls.values()) == 2
    assert {number for name, number in sides.items() if "-card-" in name or name.startswith("assess")} == {1}


@pytest.mark.parametrize("resolution", [100, 200])
def test_the_code_leads_to_the_live_page(sheets: Printed, resolution: int) -> None:
    for name, page in {
        "runs-off-checklist-a4": "checklists/runs-off",
        "runs-off-planning-a4": "checklists/runs-off",
        "extra-self-evaluation-a4": "checklists/extra",
        "senses-base-large-print-a4": "checklists/senses-base",
        "senses-base-poster-a3": "checklists/senses-base",
        "hides-away-card-a4": "checklists/hides-away",
        "look-again-a4": "cycle",
    }.items():
        page_picture = next(pictures(sheets.files[f"checklists/files/{name}.pdf"], resolution))
        found = {code.text for code in zxingcpp.read_barcodes(page_picture)}
        assert found == {f"{ADDRESS}guide/{page}.html"}, name


def test_the_face_has_the_letters_of_welsh() -> None:
    for path in press.FONTS.glob("*.ttf"):
        letters = TTFont(path).getBestCmap()
        assert [letter for letter in "ŴŵŶŷÂâÊêÎîÔôÛûẀẁẂẃẄẅỲỳ" if ord(letter) not in letters] == []
