"""Says where the parts of each picture stand: plain numbers and lines of words, which a template draws.

Words are measured by a guess on the safe side, since whoever looks may see them in another face. A word that is
wider than its place is broken, because a word that is cut off says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 440
"""How wide every picture is, in its own units: those of a phone, so that its words stay large enough there."""
LETTER = 0.56
"""How wide a letter is on average, as a part of its size, in bold and with room to spare."""

GAP, EDGE, INDENT = 4, 18, 52
TITLE, NAME = 22, 17
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
    """A step of a stair: the block, and the lines of its name; its title stands on the first baseline."""

    step: int
    x: float
    y: float
    width: float
    height: float
    left: float
    right: float
    baseline: float
    lines: tuple[Line, ...]


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


def stair(names: Sequence[str]) -> Stair:
    """The steps of a stair, each with the words that it holds under its title."""
    indent = min(INDENT, ACROSS_TREADS / max(len(names) - 1, 1))
    wrapped = [broken(name, WIDTH - indent * number - 2 * EDGE, NAME) for number, name in enumerate(names)]
    heights = [2 * EDGE + TITLE + LEADING * NAME * len(lines) for lines in wrapped]
    top = sum(heights) + GAP * (len(names) - 1)
    total, blocks = top, []
    for number, (lines, height) in enumerate(zip(wrapped, heights, strict=True)):
        top -= height
        x, baseline = indent * number, top + EDGE + TITLE * 0.8
        placed = (Line(words, x + EDGE, baseline + LEADING * NAME * row) for row, words in enumerate(lines, start=1))
        width = WIDTH - x
        blocks.append(
            Block(number + 1, x, top, width, height, x + EDGE, WIDTH - EDGE, baseline, tuple(placed)),
        )
        top -= GAP
    return Stair(WIDTH, total, tuple(blocks))


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
    most = max(int(width / (size * LETTER)), 1)
    lines: list[str] = []
    for piece in _pieces(words, most):
        if lines and len(lines[-1]) + 1 + len(piece) <= most:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return tuple(lines)


def _pieces(words: str, most: int) -> Iterator[str]:
    """The words one by one, and a word that is too long in parts, each with a hyphen but the last."""
    for word in words.split():
        rest = word
        while len(rest) > most > 1:
            yield f"{rest[: most - 1]}-"
            rest = rest[most - 1 :]
        yield rest
