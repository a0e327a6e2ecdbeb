"""Says where the parts of each picture stand: plain numbers and lines of words, which a template draws.

Words are measured by a guess on the safe side, since whoever looks may see them in another face. A word that is
wider than its place is broken, because a word that is cut off says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 440
"""How wide every picture is, in its own units: those of a phone, so that its words stay large enough there."""
NARROW, WIDE = "fijlrtI.,:;'|!()[] -", "mwMW@%&"
"""Letters that are much narrower or wider than others, in whichever face."""

GAP, EDGE, INDENT = 4, 18, 52
TITLE, NAME = 22, 17
COUNT = 150
"""What a step keeps free beside its title, for a count."""
LEADING = 1.25
ACROSS_TREADS = WIDTH // 3
"""How much of the width all the treads of a stair may take together."""

RING = 150
MOST_LINES = 3
SIZES = (18, 16, 14, 12)


@dataclass(frozen=True)
class Line:
    """A line of words and where it stands."""

    words: str
    x: float
    y: float


@dataclass(frozen=True)
class Block:
    """A step of a stair: the block, the lines of its title and of its name, and where the first of them ends."""

    step: int
    x: float
    y: float
    width: float
    height: float
    right: float
    titles: tuple[Line, ...]
    names: tuple[Line, ...]


@dataclass(frozen=True)
class Stair:
    """Blocks that each stand on the one before, from the ground up."""

    width: float
    height: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Stop:
    """A place on a ring, with the lines of its name in the size in which they fit."""

    step: int
    x: float
    y: float
    radius: float
    size: float
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Arrow:
    """A stretch of the ring between two places: an arc, and the corners of the head that shows which way it goes."""

    path: str
    head: str


@dataclass(frozen=True)
class Ring:
    """Places on a ring and the arrows from each to the next."""

    width: float
    middle: float
    radius: float
    stops: tuple[Stop, ...]
    arrows: tuple[Arrow, ...]


def stair(words: Sequence[tuple[str, str]]) -> Stair:
    """The steps of a stair, each with a title and a name that it holds."""
    indent = min(INDENT, ACROSS_TREADS / max(len(words) - 1, 1))
    blocks = [_block(number, indent * number, *each) for number, each in enumerate(words)]
    top = total = sum(block.height for block in blocks) + GAP * (len(blocks) - 1)
    placed = []
    for block in blocks:
        top -= block.height
        placed.append(_lowered(block, top))
        top -= GAP
    return Stair(WIDTH, total, tuple(placed))


def _block(number: int, x: float, title: str, name: str) -> Block:
    """A step by itself, at the top of the picture."""
    width = WIDTH - x
    titles = broken(title, width - 2 * EDGE - COUNT, TITLE)
    names = broken(name, width - 2 * EDGE, NAME)
    first = EDGE + TITLE * 0.8
    second = first + LEADING * TITLE * (len(titles) - 1)
    return Block(
        step=number + 1,
        x=x,
        y=0,
        width=width,
        height=second + LEADING * NAME * len(names) + EDGE - 2,
        right=WIDTH - EDGE,
        titles=tuple(Line(line, x + EDGE, first + LEADING * TITLE * row) for row, line in enumerate(titles)),
        names=tuple(Line(line, x + EDGE, second + LEADING * NAME * row) for row, line in enumerate(names, start=1)),
    )


def _lowered(block: Block, by: float) -> Block:
    def lines(all_of_them: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(replace(line, y=round(line.y + by, 1)) for line in all_of_them)

    return replace(block, y=round(block.y + by, 1), titles=lines(block.titles), names=lines(block.names))


def ring(labels: Sequence[str]) -> Ring:
    """The places of a cycle, the first at the top, and the arrows that lead round it."""
    count, middle = len(labels), WIDTH / 2
    radius = min(62.0, RING * sin(pi / max(count, 2)) * 0.66)
    turn = 2 * pi / count
    at = tuple((middle + RING * sin(turn * number), middle - RING * cos(turn * number)) for number in range(count))
    stops = (
        _stop(number, label, place, radius) for number, (label, place) in enumerate(zip(labels, at, strict=True), 1)
    )
    clear = (radius + 7) / RING  # the angle that a place and the space beside it take up
    arrows = (_arrow(middle, turn * number + clear, turn * (number + 1) - clear) for number in range(count))
    return Ring(WIDTH, middle, RING, tuple(stops), tuple(arrows))


def _stop(number: int, label: str, place: tuple[float, float], radius: float) -> Stop:
    x, y = place
    fits = (size for size in SIZES if len(broken(label, 1.8 * radius, size)) <= MOST_LINES)
    size = next(fits, SIZES[-1])
    lines = broken(label, 1.8 * radius, size)
    first = y - LEADING * size * (len(lines) - 1) / 2 + size * 0.34
    placed = (Line(words, round(x, 1), round(first + LEADING * size * row, 1)) for row, words in enumerate(lines))
    return Stop(number, round(x, 1), round(y, 1), round(radius, 1), size, tuple(placed))


def _arrow(middle: float, start: float, end: float) -> Arrow:
    def point(angle: float, radius: float = RING) -> str:
        return f"{middle + radius * sin(angle):.1f},{middle - radius * cos(angle):.1f}"

    neck = end - 13 / RING
    return Arrow(
        path=f"M{point(start)} A{RING},{RING} 0 0 1 {point(neck)}",
        head=f"{point(end)} {point(neck, RING - 9)} {point(neck, RING + 9)}",
    )


def broken(words: str, width: float, size: float) -> tuple[str, ...]:
    """The words in lines that fit into a width."""
    lines: list[str] = []
    for piece in _pieces(words, width / size):
        if lines and _width(f"{lines[-1]} {piece}") <= width / size:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return tuple(lines)


def _pieces(words: str, most: float) -> Iterator[str]:
    """The words one by one, and a word that is too long in parts, each with a hyphen but the last."""
    for word in words.split():
        rest = word
        while _width(rest) > most and len(rest) > 1:
            end = next((end for end in range(len(rest) - 1, 1, -1) if _width(f"{rest[:end]}-") <= most), 1)
            yield f"{rest[:end]}-"
            rest = rest[end:]
        yield rest


def _width(words: str) -> float:
    """How wide words are at most, in bold, as a part of their size."""
    return sum(map(_letter, words))


def _letter(letter: str) -> float:
    if letter in NARROW:
        return 0.38
    if letter in WIDE:
        return 0.96
    return 0.68 if letter.isupper() or not letter.isascii() else 0.58
