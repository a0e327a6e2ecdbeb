"""Holds what CONTRIBUTING.md says of the stylesheets: each size and colour is given once, in tokens.css."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ASSETS = Path(__file__).parent.parent / "content" / "assets"
TOKENS = ASSETS / "tokens.css"
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted(ASSETS.rglob("*.css")) if path != TOKENS}
SCALE = re.compile(r"var\(--size-\d\)|clamp\(.*var\(--size-\d\)\)|[\d.]+em|inherit")
ROOT = {"print.css": "12.2pt"}
"""The one size that all of paper is measured in."""
IN_A_DIAGRAM = {"17px", "22px"}
"""Sizes in the units of a picture, which grow and shrink with it."""
EVERY = pytest.mark.parametrize("name", SHEETS)


@EVERY
def test_a_colour_is_given_in_the_tokens_alone(name: str) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*;)|\b(?:rgb|hsl)a?\([^)]*\)", SHEETS[name]) == []


@EVERY
def test_a_size_of_type_is_one_of_the_scale(name: str) -> None:
    sizes = re.findall(r"font-size: ([^;]+);", SHEETS[name])
    odd = [size for size in sizes if not SCALE.fullmatch(size) and size not in IN_A_DIAGRAM]
    assert odd == [size for size in (ROOT.get(name),) if size]


def test_every_token_is_used_and_each_that_is_used_is_given() -> None:
    tokens = TOKENS.read_text(encoding="utf-8")
    given = set(re.findall(r"^\s*(--[\w-]+):|[{;] (--[\w-]+):", tokens + "".join(SHEETS.values()), re.MULTILINE))
    names = {first or second for first, second in given}
    used = set(re.findall(r"var\((--[\w-]+)", tokens + "".join(SHEETS.values())))
    of_the_theme = {name for name in names | used if name.startswith("--md-")}
    assert names - of_the_theme - used == set()
    assert used - of_the_theme - names == set()


def test_both_palettes_give_the_same_tokens() -> None:
    text = TOKENS.read_text(encoding="utf-8")
    palettes = [re.search(rf'="{scheme}"\] {{([^}}]+)}}', text) for scheme in ("default", "slate")]
    light, dark = (set(re.findall(r"(--[\w-]+):", found[1])) for found in palettes if found)
    assert light == {name for name in dark if not name.startswith("--md-")}


def test_no_token_is_given_twice_in_one_place() -> None:
    blocks = re.findall(r"{([^{}]+)}", TOKENS.read_text(encoding="utf-8"))
    counted = [Counter(re.findall(r"(--[\w-]+):", block)) for block in blocks]
    assert [name for block in counted for name, count in block.items() if count > 1] == []
