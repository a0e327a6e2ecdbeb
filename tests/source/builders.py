"""A file put into the small catalogue, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import problems_in, small_catalogue_in

if TYPE_CHECKING:
    from pathlib import Path

FIRST_TIER = "- id: base\n  label: Base\n  name: Support for everyone\n  summary: "


def problems_with(data: bytes | str, folder: Path, name: str = "tiers.yml") -> list[str]:
    """Put a file into the small catalogue, and return what is said of that file."""
    catalogue = small_catalogue_in(folder)
    (catalogue / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    found = [line.removeprefix(f"{folder.as_posix()}/") for line in problems_in(catalogue)]
    return [line for line in found if line.startswith(f"data/{name}:")]


def the_only_one(lines: list[str]) -> str:
    assert len(lines) == 1, lines
    return lines[0].rpartition("/")[2]
