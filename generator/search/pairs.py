"""Finds the pairs of words that mean together what neither means alone: days and off, boo and goose.

Only such pairs are worth their room in the index. How telling each is follows from the phrases of the catalogue.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST = 400
"""How many pairs are kept. More of them take room and were found to tell nothing more."""

FEWEST = 2
"""A pair that a document holds only once may stand there by chance."""

UNSEEN = 0.05
"""What a word counts where it was never written, so that no chance is nothing."""


def pairs(stems: Sequence[str]) -> tuple[str, ...]:
    """Each stem with the next one and with the one after that, as `stem stem`."""
    return tuple(f"{first} {second}" for apart in (1, 2) for first, second in zip(stems, stems[apart:], strict=False))


def telling_pairs(documents: Iterable[Iterable[Sequence[str]]]) -> frozenset[str]:
    """The pairs that say most of which document a phrase is from, beyond what their words say.

    A document is its phrases, each as stems.
    """
    words: dict[str, Counter[int]] = defaultdict(Counter)
    together: dict[str, Counter[int]] = defaultdict(Counter)
    for place, phrases in enumerate(documents):
        for stems in phrases:
            for stem in set(stems):
                words[stem][place] += 1
            for pair in set(pairs(stems)):
                together[pair][place] += 1
    telling = {pair: _surprise(pair, held, words) for pair, held in together.items()}
    return frozenset(sorted(filter(telling.get, telling), key=lambda pair: (-telling[pair], pair))[:MOST])


def _surprise(pair: str, held: Counter[int], words: Mapping[str, Counter[int]]) -> float:
    """How much likelier a pair makes its documents than its two words would if each spoke for itself."""
    apart = [words[stem] for stem in pair.split(" ")]
    return sum(
        count * max(0.0, log(count / held.total() / _expected(place, apart)))
        for place, count in held.items()
        if count >= FEWEST
    )


def _expected(place: int, apart: Iterable[Counter[int]]) -> float:
    unlikely = 1.0
    for counts in apart:
        unlikely *= 1 - (counts[place] + UNSEEN) / (counts.total() + 100 * UNSEEN)
    return 1 - unlikely
