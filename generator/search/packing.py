"""Writes words and numbers short, for the browser; `content/assets/search/unpack.js` reads them."""

from __future__ import annotations

from itertools import pairwise
from posixpath import commonprefix
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "'\\")
"""Ninety letters that stand as they are in a string of JavaScript. The first half ends a number; the second goes on."""

HALF = len(DIGITS) // 2

MOST_SHARED = 25
"""There are no more capital letters to say how long a shared beginning is."""


def shortened(words: Iterable[str]) -> str:
    """Sorted words, each as a capital letter for how much it shares with the one before, and then what is its own."""
    written, before = "", ""
    for word in words:
        shared = min(len(commonprefix((before, word))), MOST_SHARED)
        written += chr(ord("A") + shared) + word[shared:]
        before = word
    return written


def stepped(places: Iterable[int]) -> str:
    """How many rising places there are, and how far each is beyond the one before."""
    found = tuple(places)
    return "".join(map(_written, (len(found), *(place - before for before, place in pairwise((0, *found))))))


def _written(number: int) -> str:
    """A number in base 45, the least digit first; every digit but the last comes from the second half."""
    digits = ""
    while number >= HALF:
        digits += DIGITS[HALF + number % HALF]
        number //= HALF
    return digits + DIGITS[number]
