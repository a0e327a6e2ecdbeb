"""Builds the lunr index at build time, and packs it small; `content/assets/search/unpack.js` undoes the packing.

lunr's own serialized form says everything twice and in long words. The packed form keeps what cannot be derived: the
sorted terms, and for each field of each document the places of its terms among them, with their weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lunr.builder import Builder

from generator.search.documents import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.search.documents import Document

WEIGHT = 4
"""Weights are kept in quarters: finer than the differences that order results."""

LEAST_WEIGHT = 2.25
"""A term that weighs less tells one document from another so little that leaving it out finds better, and faster."""

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "'\\")
"""Ninety letters that stand as they are in a string of JavaScript. The first half ends a number; the second goes on."""

HALF = len(DIGITS) // 2


def packed(documents: Iterable[Document]) -> dict[str, object]:
    """The index of the documents: `{version, fields, terms, vectors: [[field/ref, steps, weights], ...]}`.

    A step is how far a term stands beyond the one before it in `terms`, which are sorted. Steps and weights are written
    in `DIGITS`, a weight in one of them.
    """
    serialized = _built(documents)
    terms = sorted(term for term, _ in serialized["invertedIndex"])
    places = {posting["_index"]: terms.index(term) for term, posting in _with_places(serialized, terms)}
    return {
        "version": serialized["version"],
        "fields": serialized["fields"],
        "terms": " ".join(terms),
        "digits": DIGITS,
        "vectors": [[name, *_steps(vector, places)] for name, vector in serialized["fieldVectors"] if vector],
    }


def _built(documents: Iterable[Document]) -> dict[str, Any]:
    builder = Builder()
    builder.ref("ref")
    for name in FIELDS:
        builder.field(name)
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    for document in documents:
        builder.add({"ref": document.ref, **{name: list(document.fields.get(name, ())) for name in FIELDS}})
    serialized: dict[str, Any] = builder.build().serialize()
    return serialized


def _with_places(serialized: dict[str, Any], terms: list[str]) -> Iterable[tuple[str, dict[str, Any]]]:
    postings = dict(serialized["invertedIndex"])
    return ((term, postings[term]) for term in terms)


def _steps(vector: list[float], places: dict[int, int]) -> tuple[str, str]:
    weighed = zip(vector[::2], vector[1::2], strict=True)
    pairs = sorted((places[int(index)], weight) for index, weight in weighed if weight >= LEAST_WEIGHT)
    starts = (0, *(place for place, _ in pairs))
    steps = "".join(_written(place - before) for before, (place, _) in zip(starts, pairs, strict=False))
    weights = "".join(DIGITS[min(max(1, round(weight * WEIGHT)), len(DIGITS) - 1)] for _, weight in pairs)
    return steps, weights


def _written(number: int) -> str:
    """A number in base 45, the least digit first; every digit but the last comes from the second half."""
    digits = ""
    while number >= HALF:
        digits += DIGITS[HALF + number % HALF]
        number //= HALF
    return digits + DIGITS[number]
