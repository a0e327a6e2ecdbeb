"""What one sheet of each kind looks like in grey, held against pictures that somebody has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageFilter

from tests.render.pdf import pictures

if TYPE_CHECKING:
    from pathlib import Path

    from generator.render.press import Printed

RESOLUTION = 100
FAINT = 24
OF_EACH_KIND = (
    "runs-off-checklist-a4",
    "runs-off-planning-a4",
    "extra-self-evaluation-a4",
    "senses-base-large-print-a4",
    "feelings-extra-poster-a3",
    "hides-away-card-a4",
    "look-again-a4",
)


@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_a_sheet_looks_as_it_did_when_it_was_last_looked_at(sheets: Printed, golden: Path, name: str) -> None:
    picture = next(pictures(sheets.files[f"checklists/files/{name}.pdf"], RESOLUTION))
    with Image.open(golden / "pictures" / f"{name}.png") as kept:
        assert same_but_for_antialiasing(picture, kept.convert("L"))


def test_a_line_that_has_moved_by_two_dots_is_seen(golden: Path) -> None:
    with Image.open(golden / "pictures" / f"{OF_EACH_KIND[0]}.png") as kept:
        picture = kept.convert("L")
    assert same_but_for_antialiasing(picture, picture)
    assert not same_but_for_antialiasing(ImageChops.offset(picture, 0, 2), picture)


def same_but_for_antialiasing(one: Image.Image, other: Image.Image) -> bool:
    """Whether each dot of either is as light, but for a shade, as some dot beside its place in the other."""
    return one.size == other.size and _within(one, other) and _within(other, one)


def _within(picture: Image.Image, other: Image.Image) -> bool:
    darkest, lightest = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    beyond = ImageChops.lighter(ImageChops.subtract(darkest, picture), ImageChops.subtract(picture, lightest))
    return not any(beyond.histogram()[FAINT + 1 :])
