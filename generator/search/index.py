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

WEIGHT = 10
"""Weights are kept in tenths: finer than the difference that a reader would see."""


def packed(documents: Iterable[Document]) -> dict[str, object]:
    """The index of the documents: `{version, fields, terms, vectors: [[field/ref, [step, weight, ...]], ...]}`.

    A step is how far a term stands beyond the one before it in `terms`, which are sorted.
    """
    serialized = _built(documents)
    terms = sorted(term for term, _ in serialized["invertedIndex"])
    places = {posting["_index"]: terms.index(term) for term, posting in _with_places(serialized, terms)}
    return {
        "version": serialized["version"],
        "fields": serialized["fields"],
        "terms": " ".join(terms),
        "vectors": [[name, _steps(vector, places)] for name, vector in serialized["fieldVectors"] if vector],
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


def _steps(vector: list[float], places: dict[int, int]) -> list[int]:
    pairs = sorted((places[int(index)], weight) for index, weight in zip(vector[::2], vector[1::2], strict=True))
    steps: list[int] = []
    before = 0
    for place, weight in pairs:
        steps += [place - before, max(1, round(weight * WEIGHT))]
        before = place
    return steps
