"""What the search knows of words: the rules of analysis, the rings, words of warning, and whole words to mend by."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.search.analysis import stem, words
from generator.search.language import table
from generator.search.packing import DIGITS, shortened
from generator.search.warning import warnings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Catalogue

COMMON_ENOUGH = 3
"""How often a word must be used, in whatever form, to be what a misspelt one may have meant."""


def vocabulary(
    catalogue: Catalogue, tokens: Mapping[tuple[str, ...], str], whole: Mapping[str, int]
) -> dict[str, object]:
    """The digits of packed numbers, the rules of analysis, rings, words of warning, and whole words that people use.

    The words stand in steps, the commonest first, and from A to Z within a step, written as `shortened` does.
    """
    return {
        "digits": DIGITS,
        "language": table(),
        "rings": _rings(tokens),
        **warnings(catalogue),
        "words": " ".join(shortened(sorted(step)) for step in _steps(whole)),
    }


def whole_words(catalogue: Catalogue) -> dict[str, int]:
    """The words by which misspelt ones are mended, with how often their stem is used."""
    phrases = (
        *(phrase for each in catalogue.symptoms for phrase in each.phrases),
        *(phrase for each in catalogue.situations for phrase in each.phrases),
        *(phrase for each in catalogue.topics for phrase in each.phrases),
    )
    shown = (text for each in catalogue.strategies for text in (each.title, each.summary))
    return _spellings(Counter(word for text in (*phrases, *shown) for word in words(text)))


def _rings(tokens: Mapping[tuple[str, ...], str]) -> list[list[str]]:
    """For each ring its token, and then the sequences of stems for which it stands."""
    rings: dict[str, list[str]] = defaultdict(list)
    for sequence, token in sorted(tokens.items()):
        if (written := " ".join(sequence)) != token:
            rings[token].append(written)
    return [[token, *sequences] for token, sequences in rings.items()]


def _steps(counts: Mapping[str, int]) -> list[list[str]]:
    """Words by how often they are used, to the nearest power of two, the commonest first."""
    steps: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        steps[count.bit_length()].append(word)
    return [steps[size] for size in sorted(steps, reverse=True)]


def _spellings(counts: Mapping[str, int]) -> dict[str, int]:
    """The commonest and the shortest form of each stem that is used often enough, with how often the stem is used."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in counts.items():
        if word.isalpha():
            forms[stem(word)][word] += count
    return {
        form: words.total()
        for words in forms.values()
        if words.total() >= COMMON_ENOUGH
        for form in {_commonest(words), min(words, key=lambda word: (len(word), word))}
    }


def _commonest(words: Counter[str]) -> str:
    return max(words, key=lambda word: (words[word], word))
