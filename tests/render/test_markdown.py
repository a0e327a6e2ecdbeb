from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import markdown
import pytest

from generator.render import as_text, render

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Catalogue

AWKWARD = [
    "*stars* and **more**", "_lines_", "`code`", "<b>bold</b>", "&amp; & &lt;", "{{ x }} {% y %} {: .z }", "| pipe |",
    "[link](x) ![picture](y) [ref][1]", "# hash", "1. one", "12) twelve", "- dash", "+ plus", "> quote",
    "\\ back\\*slash", "~~gone~~ ~sub~ ^^up^^ ==mark==", ":smile: http://example.org", '--8<-- "file"', "--- and ***",
    "$math$", "a -- b", "<script>alert('x')</script>", "<!-- note -->", "http://example.org/<x>", "*[ABC]: gone",
    "[^1]: foot", "???+ note", "!!! note",
]  # fmt: skip


@pytest.fixture(scope="module")
def files(small: Catalogue, tables: dict[str, bytes]) -> dict[str, bytes]:
    return render(small, {}, tables)


@pytest.mark.parametrize("typed", AWKWARD)
@pytest.mark.parametrize(
    "template", ["{}", "- {}\n", "# {}\n", "words {} words", "| a |\n|---|\n| {} |\n", "<div markdown>\n\n{}\n\n</div>"]
)
def test_text_from_the_catalogue_comes_out_as_typed(typed: str, template: str) -> None:
    page = markdown.markdown(
        template.format(as_text(typed)),
        extensions=["abbr", "attr_list", "md_in_html", "tables", "toc", "pymdownx.snippets"],
    )
    shown = html.unescape(re.sub(r"<[^>]+>", "", page))
    assert typed in shown


def test_a_line_break_in_the_data_is_a_space_on_the_page() -> None:
    assert str(as_text("one\n\n  - two")) == "one - two"


def test_a_template_that_prints_nothing_there_is_a_bug() -> None:
    with pytest.raises(ValueError, match="not there"):
        as_text(None)


def test_the_pages_of_the_small_catalogue_are_the_golden_ones(files: dict[str, bytes], golden: Path) -> None:
    kept = {path.relative_to(golden).as_posix(): path.read_bytes() for path in golden.rglob("*.md")}
    pages = {name: text for name, text in files.items() if name.endswith(".md")}
    assert sorted(pages) == sorted(kept)
    assert {name for name, text in pages.items() if kept[name] != text} == set()


def test_the_same_catalogue_gives_the_same_bytes(
    small: Catalogue, tables: dict[str, bytes], files: dict[str, bytes]
) -> None:
    assert render(small.model_copy(deep=True), {}, tables) == files


def test_nothing_withheld_is_named_outside_the_sources(files: dict[str, bytes]) -> None:
    assert {name for name, text in files.items() if b"Cold water" in text} == {
        "sources/index.md",
        "sources/elm-notes.md",
    }


def test_words_that_staff_type_are_never_shown(files: dict[str, bytes]) -> None:
    assert not [name for name, text in files.items() if b"legs it" in text or b"AWOL" in text]


def test_the_panel_stands_above_everything_but_the_heading(files: dict[str, bytes]) -> None:
    page = files["symptoms/runs-off.md"].decode().split("---", 2)[2]
    assert page.index("# Runs off") < page.index("data-safeguarding") < page.index("The pupil leaves without a word")


def test_an_editorial_placement_looks_like_one(files: dict[str, bytes]) -> None:
    assert b"The tier is an editorial placement" in files["strategies/plain-timetable.md"]
    assert b"own." in files["strategies/quiet-corner.md"]
    assert b"editorial placement" not in files["strategies/quiet-corner.md"]


def test_a_checklist_has_one_box_for_each_of_its_strategies(files: dict[str, bytes]) -> None:
    boxes = re.findall(r'data-tick="([^"]+)"', files["checklists/shared-base.md"].decode())
    assert boxes == ["plain-timetable", "warm-greeting"]


def test_every_form_of_a_term_is_explained_on_every_page(files: dict[str, bytes]) -> None:
    assert b"*[SLW]:" in files["parts/glossary.md"]
