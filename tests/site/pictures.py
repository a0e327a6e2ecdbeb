"""How much of a picture another differs from."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

if TYPE_CHECKING:
    from playwright.sync_api import Locator

CLEARLY = 80
"""How far apart two shades must be, of 255, to tell them apart at once."""


def picture(element: Locator, margin: int = 8) -> Image.Image:
    """An element as it is painted now, with what is around it."""
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    assert box is not None
    left, top = max(box["x"] - margin, 0), max(box["y"] - margin, 0)
    width, height = box["width"] + 2 * margin, box["height"] + 2 * margin
    taken = element.page.screenshot(clip={"x": left, "y": top, "width": width, "height": height})
    return Image.open(BytesIO(taken)).convert("L")


def changed(before: Image.Image, after: Image.Image) -> int:
    """How many pixels clearly differ."""
    return sum(ImageChops.difference(before, after).histogram()[CLEARLY:])
