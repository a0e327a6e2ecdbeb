"""Cuts the face of the site from the package that holds it, in the weights and with the letters that pages need.

The only module that knows fonts from inside. The face stands in a stylesheet of its own: so it is there with the first
words that are drawn, and nothing jumps; and from a disk, where browsers keep fonts from pages, it is there as well. It
goes by another name, because its licence keeps the first one for the whole; its copyright and licence stay in it.
Each weight is a font by itself: of one for all weights, browsers make PDFs whose words run together.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

import fontpkg_source_sans_3 as sans
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "typeface"
FILE = f"{FOLDER}/guide-sans.css"
FAMILY = "Guide Sans"
WHOLE = sans.ROOT / "files" / "SourceSans3[wght].ttf"
WEIGHTS = (400, 700)
LETTERS = (
    *range(0x20, 0x7F),  # the keyboard
    *range(0xA0, 0x180),  # the letters of western and central Europe, the circumflexes of Welsh among them
    *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3,  # the other accents of Welsh
    *range(0x2010, 0x2016), 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026, 0x2039, 0x203A,
    0x2032, 0x2033, 0x2044, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x25CB, 0x25CF, 0x2713,
)  # fmt: skip
FEATURES = ("kern", "liga", "ccmp", "locl", "mark", "mkmk")
COPYRIGHT, FAMILY_NAME, STYLE, FULL_NAME, VERSION, POSTSCRIPT, LICENCE, LICENCE_ADDRESS = 0, 1, 2, 4, 5, 6, 13, 14
"""The numbers by which a font names its own particulars."""
STYLESHEET = """\
/* {family}: cut from Source Sans 3, copyright Adobe, under the SIL Open Font License 1.1. Cut {recipe} */
{faces}"""
FACE = """\
@font-face {{
  font-display: block;
  font-family: "{family}";
  font-weight: {weight};
  src: url("data:font/woff2;base64,{font}") format("woff2");
}}
"""


def typeface(before: Mapping[str, bytes]) -> dict[str, bytes]:
    """The stylesheet of the face by its path; the one that an earlier run left is used again if it is the same cut."""
    recipe = _recipe()
    old = before.get(FILE, b"")
    return {FILE: old if f"Cut {recipe} ".encode() in old else _stylesheet(recipe)}


def _recipe() -> str:
    parts = (version("fonttools"), version("brotli"), FAMILY, WEIGHTS, LETTERS, FEATURES, STYLESHEET, FACE)
    return sha256(repr(parts).encode() + WHOLE.read_bytes()).hexdigest()


@cache
def _stylesheet(recipe: str) -> bytes:
    faces = (FACE.format(family=FAMILY, weight=each, font=b64encode(cut(each)).decode()) for each in WEIGHTS)
    return STYLESHEET.format(family=FAMILY, recipe=recipe, faces="".join(faces)).encode()


def cut(weight: int) -> bytes:
    """The face in one weight, packed for browsers."""
    font = TTFont(WHOLE, recalcTimestamp=False)
    kept = (COPYRIGHT, FAMILY_NAME, STYLE, FULL_NAME, VERSION, POSTSCRIPT, LICENCE, LICENCE_ADDRESS)
    subsetter = Subsetter(Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=kept))
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": weight})
    names = {FAMILY_NAME: FAMILY, FULL_NAME: f"{FAMILY} {weight}", POSTSCRIPT: f"{FAMILY.replace(' ', '')}-{weight}"}
    for number, words in names.items():
        font["name"].setName(words, number, platformID=3, platEncID=1, langID=0x409)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()
