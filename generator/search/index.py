"""Builds the lunr index at build time, and packs it small; `content/assets/search/unpack.js` undoes the packing.

lunr's own serialized form says everything twice and in long words. The packed form keeps what cannot be derived: the
sorted terms, and for each the fields of documents that hold it, with its weights there.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Any

from lunr.builder import Builder

from generator.search.documents import FIELDS, TITLE
from generator.search.packing import DIGITS, shortened, stepped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.search.documents import Document

LEAST_PART = 0.225
"""Which part of the weight of a term that only one document has a term must weigh to be kept.

A lighter one tells one document from another so little that leaving it out finds better, and faster.
"""


def packed(documents: Iterable[Document], derived: frozenset[str]) -> dict[str, object]:
    """The index of the documents: `{version, fields, vectors, terms, postings, weights}`.

    `vectors` names each field of each document that holds anything, as `field/ref`. `terms` leaves out those that the
    browser derives, as the stems of the whole words that it has to mend by. `postings` says of each term, derived or
    not, from A to Z, how many vectors hold it, and how far each stands beyond the one before. `weights` follows it, a
    digit for each: whole numbers are finer than the differences that order results.
    """
    found = tuple(documents)
    serialized = _built(found)
    vectors = {name: weights for name, weights in kept(serialized, found).items() if weights}
    terms = {term for term, _ in serialized["invertedIndex"]}
    holding: dict[str, list[tuple[int, float]]] = {term: [] for term in sorted(terms | derived)}
    for place, weights in enumerate(vectors.values()):
        for term, weight in weights.items():
            holding[term].append((place, weight))
    return {
        "version": serialized["version"],
        "fields": serialized["fields"],
        "vectors": " ".join(vectors),
        "terms": shortened(sorted(terms - derived)),
        "postings": "".join(stepped(place for place, _ in held) for held in holding.values()),
        "weights": "".join(_digit(weight) for held in holding.values() for _, weight in held),
    }


def kept(serialized: Mapping[str, Any], documents: Sequence[Document]) -> dict[str, dict[str, float]]:
    """For each field of each document, as `field/ref`, the weights of the terms that tell it from others."""
    names = {posting["_index"]: term for term, posting in serialized["invertedIndex"]}
    least = LEAST_PART * log(1 + len(documents))
    texts = {f"{name}/{document.ref}": texts for document in documents for name, texts in document.fields.items()}
    weighed = {
        name: {names[int(index)]: weight for index, weight in zip(vector[::2], vector[1::2], strict=True)}
        for name, vector in serialized["fieldVectors"]
    }
    return {
        name: _telling(weights, texts[name], 0 if name.startswith(TITLE) else least)
        for name, weights in weighed.items()
    }


def _telling(weights: Mapping[str, float], texts: Iterable[tuple[str, ...]], least: float) -> dict[str, float]:
    """The terms of a document that tell it from others; of a text that would be left without any, all of them."""
    kept = {term for term, weight in weights.items() if weight >= least}
    kept |= {term for text in texts if kept.isdisjoint(text) for term in text}
    return {term: weights[term] for term in kept}


def _built(documents: Iterable[Document]) -> dict[str, Any]:
    builder = Builder()
    builder.ref("ref")
    for name in FIELDS:
        builder.field(name)
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    for document in documents:
        builder.add(
            {
                "ref": document.ref,
                **{name: [s for text in document.fields.get(name, ()) for s in text] for name in FIELDS},
            }
        )
    serialized: dict[str, Any] = builder.build().serialize()
    return serialized


def _digit(weight: float) -> str:
    return DIGITS[min(max(1, round(weight)), len(DIGITS) - 1)]
