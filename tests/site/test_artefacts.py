"""Pictures of each kind of page, for a person to leaf through: open tests/artefacts/looks/index.html after a run."""

from __future__ import annotations

from html import escape
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from tests.site.kinds import IN_USE, KINDS, visit
from tests.site.looks import LAPTOP, PHONE, Look, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).parents[1] / "artefacts" / "looks"
TABLET = 768
HEIGHT = 1400
LOOKS = tuple(look for width in (PHONE, TABLET, LAPTOP) for look in (Look(width, "light"), Look(width, "dark")))
SHEET = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Each kind of page</title>
<link rel="stylesheet" href="looks.css"><h1>Each kind of page, at three widths, in light and dark</h1>
"""
STYLE = """body { font-family: sans-serif; margin: 1em; }
section { display: flex; gap: 1em; overflow-x: auto; }
figure { margin: 0; } img { border: 1px solid #888; height: 30em; }"""


def test_a_picture_is_taken_of_each_kind_of_page_in_each_look(browser: Browser, address: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    paths = (*KINDS, *IN_USE)
    for look in LOOKS:
        with opened(browser, look) as page:
            page.set_viewport_size({"width": look.width, "height": HEIGHT})
            for path in paths:
                visit(page, address, path)
                page.screenshot(path=FOLDER / named(path, look), quality=60)
    (FOLDER / "looks.css").write_text(STYLE, "utf-8")
    (FOLDER / "index.html").write_text(SHEET + "".join(map(row, paths)), "utf-8")
    for path, look in product(paths, LOOKS):
        with Image.open(FOLDER / named(path, look)) as taken:
            assert taken.size == (look.width, HEIGHT)
            assert len(set(taken.convert("L").resize((40, 60)).tobytes())) > 8, f"{path} is blank"


def named(path: str, look: Look) -> str:
    """The file of a picture."""
    place = path.partition("#")[0].removesuffix(".html").replace("/", "-")
    return f"{place}{'-in-use' if '#' in path else ''}-{look.width}-{look.colours}.jpg"


def row(path: str) -> str:
    """The pictures of a page beside each other."""
    figures = (
        f'<figure><a href="{named(path, look)}"><img src="{named(path, look)}" alt="{escape(path)}" loading="lazy"></a>'
        f"<figcaption>{look.width}, {look.colours}</figcaption></figure>"
        for look in LOOKS
    )
    return f"<h2>{escape(path)}</h2>\n<section>{''.join(figures)}</section>\n"
