"""Holds the table of rooms in CONTRIBUTING.md: who may import what, read from the code itself."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"

ROOMS: dict[str, set[str]] = {
    "problems": set(),
    "model": set(),
    "source": {"model", "problems"},
    "checks": {"model", "problems", "search"},
    "lookup": {"model"},
    "links": {"model"},
    "figures": set(),
    "checklists": {"model", "links", "lookup"},
    "pages": {"model", "links", "lookup", "checklists"},
    "exports": {"model", "links", "lookup", "checklists", "figures"},
    "render": {"problems", "model", "links", "lookup", "pages", "checklists", "figures", "diagrams"},
    "scripts": set(),
    "search": {"model", "links", "lookup", "checklists", "scripts"},
    "own_sheet": {"model", "links", "lookup", "scripts"},
    "diagrams": set(),
    "typeface": set(),
    "system": set(),
    "write": {"problems", "system"},
    "publish": {"problems", "write", "system"},
    "pack": {"problems", "publish", "system"},
    "mkdocs_hook": set(),
}
OWNERS = {
    "yaml": {"source"},
    "jinja2": {"render"},
    "typst": {"render"},
    "segno": {"render"},
    "fontpkg_source_sans_3": {"render", "typeface"},
    "fontTools": {"typeface"},
    "markupsafe": {"render"},
    "mkdocs": {"mkdocs_hook"},
    "lunr": {"search"},
    "xlsxwriter": {"exports/workbook"},
    "fcntl": {"system"},
    "ctypes": {"system"},
    "print": {"cli"},
}
FREE = {"cli", "__main__", "__init__"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def stands_in(path: Path, owners: set[str]) -> bool:
    """Whether a file is one of the rooms or modules that are named."""
    return any(path.relative_to(PACKAGE).with_suffix("").is_relative_to(owner) for owner in owners)


def imported(path: Path) -> set[str]:
    """Every module that a file imports, in full."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_what_its_line_of_the_table_allows(path: Path) -> None:
    if room(path) in FREE:
        return
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("generator.")}
    assert ours - {room(path)} <= ROOMS[room(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_each_library_has_one_door(path: Path) -> None:
    for name in imported(path):
        top = name.split(".")[0]
        assert top not in OWNERS or stands_in(path, OWNERS[top]), f"{top} belongs to {OWNERS[top]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_command_prints(path: Path) -> None:
    calls = {node.func.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}  # fmt: skip
    assert "print" not in calls or stands_in(path, OWNERS["print"])


def test_every_room_is_in_the_table() -> None:
    assert {room(path) for path in FILES} == ROOMS.keys() | FREE


def test_no_record_of_the_catalogue_is_named_in_code_templates_or_styles() -> None:
    ids = {
        line.removeprefix("- id: ").strip()
        for path in (PACKAGE.parent / "data").rglob("*.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("- id: ") and "-" in line.removeprefix("- id: ")
    }
    assert len(ids) > 100
    places = [
        *FILES,
        *PACKAGE.rglob("*.jinja"),
        *PACKAGE.rglob("*.typ"),
        *(PACKAGE.parent / "content" / "assets").rglob("*.[cj]s*"),
    ]
    places += (PACKAGE.parent / "overrides").rglob("*.html")
    named = {(path.name, name) for path in places for name in ids if f'"{name}"' in path.read_text(encoding="utf-8")}
    assert named == set()
