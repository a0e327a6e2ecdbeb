"""Cuts text into stems, exactly as `content/assets/search/analysis.js` does in the browser."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from generator.search.language import APOSTROPHES, CONTRACTIONS, DROPPED, IRREGULAR, NEGATIONS, STEPS

WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
NOT = "not"
VOWELS = frozenset("aeiouy")
SHORTEST_TO_STEM = 4


def stems(text: str, dropped: frozenset[str] = DROPPED) -> list[str]:
    """The stems of a text in order, without the words that are dropped; all of them where nothing else is left."""
    return [stem for stem, _ in tokens(text, dropped)]


def tokens(text: str, dropped: frozenset[str] = DROPPED) -> list[tuple[str, str]]:
    """The stems of a text as `stems` gives them, each with the word that it is from."""
    parts = [(part, word) for word in words(text) for part in _parts(word) if part]
    telling = [(part, word) for part, word in parts if part in NEGATIONS or part not in dropped]
    kept = telling if any(part not in NEGATIONS for part, _ in telling) else parts
    return [(NOT if part in NEGATIONS else stem(part), word) for part, word in kept]


def words(text: str) -> list[str]:
    """The words of a text in small letters, without accents, with straight apostrophes."""
    for apostrophe in APOSTROPHES:
        text = text.replace(apostrophe, "'")
    plain = text.lower()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M"))
    return WORD.findall(plain)


@cache
def stem(word: str) -> str:
    """The stem of a single word."""
    if word in IRREGULAR:
        word = IRREGULAR[word]
    for step in STEPS if len(word) >= SHORTEST_TO_STEM else ():
        for ending, instead, letters, vowel in step:
            if word.endswith(ending):
                rest = word[: len(word) - len(ending)]
                if len(rest) >= letters and (not vowel or not VOWELS.isdisjoint(rest)):
                    word = rest + instead
                break
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        word = word[:-1] + "i"
    if len(word) >= SHORTEST_TO_STEM and word[-1] == word[-2] and word[-1] not in VOWELS:
        word = word[:-1]
    return word


def _parts(word: str) -> list[str]:
    """The words for which a word stands: a contraction's own, or itself without its apostrophe."""
    if word in CONTRACTIONS:
        return CONTRACTIONS[word].split(" ")
    if word.endswith("n't"):
        return [word[:-3], NOT]
    return [word.removesuffix("'s").replace("'", "")]
