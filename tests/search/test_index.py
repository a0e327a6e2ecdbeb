"""What is packed for the browser is what lunr.py built, in the real lunr.js; and what may not be in it is not."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from generator import search as generated
from generator.search.analysis import stems, words
from generator.search.documents import FIELDS
from generator.search.index import _built, kept
from generator.search.language import LIGHT
from generator.search.packing import DIGITS
from tests.search.node import run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Catalogue
    from generator.search.documents import Document

COLLECTIONS = {
    "y": "symptoms", "s": "situations", "t": "topics", "e": "elsewhere", "a": "strategies", "c": "steps",
    "v": "services", "k": "checklists", "g": "terms", "p": "pages",
}  # fmt: skip
"""The letter of a kind in the index, and the collection of data.js that its number is a place in."""
UNDERSTOOD = ("words", "language", "rings", "digits", "phrases", "lists", "warnings")
"""The parts of data.js that are never shown: single words, rules, and stems."""
TYPED = ("symptoms", "situations", "topics", "elsewhere")
"""The records whose phrases are understood and never shown."""
LONGEST_PHRASE = 20
HALF_A_STEP = 0.5


@pytest.fixture(scope="module")
def whole(real_documents: tuple[Document, ...]) -> dict[str, Any]:
    """What lunr.py serializes, without the terms that weigh too little to be kept."""
    return without_light_terms(_built(real_documents), real_documents)


@pytest.fixture(scope="module")
def queries(real_documents: tuple[Document, ...]) -> list[dict[str, Any]]:
    """Each of many documents' own words, some of them, and words of several documents together."""
    chance = random.Random(1)  # noqa: S311 (nothing secret)
    written = [
        stems
        for each in real_documents
        for texts in each.fields.values()
        if (stems := [stem for text in texts for stem in text])
    ]
    every = sorted({stem for stems in written for stem in stems})
    asked = [chance.sample(stems, min(len(stems), 1 + number % 5)) for number, stems in enumerate(written)]
    asked += [chance.sample(every, 1 + number % 6) for number in range(500)]
    return [
        {"stems": sorted(set(stems)), "fields": fields}
        for stems in chance.sample(asked, 1000)
        for fields in (["phrases"], ["title", "text"])
    ]


@pytest.fixture(scope="module")
def ranked(
    real_search: dict[str, bytes], whole: dict[str, Any], queries: list[dict[str, Any]]
) -> dict[str, list[list[tuple[str, float]]]]:
    answer: dict[str, Any] = run("rank", {"whole": whole, "queries": queries}, real_search)
    return answer


def test_the_packed_index_finds_what_the_whole_one_finds(ranked: dict[str, list[list[tuple[str, float]]]]) -> None:
    assert sum(map(len, ranked["whole"])) > 10_000
    for mine, theirs in zip(ranked["packed"], ranked["whole"], strict=True):
        assert {ref for ref, _ in mine} == {ref for ref, _ in theirs}


def test_the_packed_index_ranks_as_the_whole_one_but_for_ties(
    ranked: dict[str, list[list[tuple[str, float]]]], queries: list[dict[str, Any]]
) -> None:
    """A score is a sum of weights over the root of the number of terms; two that rounding could swap tie."""
    for asked, mine, theirs in zip(queries, ranked["packed"], ranked["whole"], strict=True):
        score = dict(theirs)
        tie = 2 * HALF_A_STEP * len(asked["stems"]) ** 0.5 * len(asked["fields"])
        falls = [(score[above], score[below]) for (above, _), (below, _) in pairwise(mine)]
        assert [fall for fall in falls if fall[1] - fall[0] > tie + 1e-9] == [], asked


def test_unpacking_undoes_packing(real_search: dict[str, bytes], whole: dict[str, Any]) -> None:
    unpacked = run("rank", {"whole": whole, "queries": []}, real_search)["unpacked"]
    terms = {posting["_index"]: term for term, posting in unpacked["invertedIndex"]}
    spelled = {posting["_index"]: term for term, posting in whole["invertedIndex"]}
    unpacked_weights = {name: weights(vector, terms) for name, vector in unpacked["fieldVectors"]}
    built = {name: weights(vector, spelled) for name, vector in whole["fieldVectors"] if vector}
    assert {name: sorted(vector) for name, vector in unpacked_weights.items() if vector} == {
        name: sorted(vector) for name, vector in built.items()
    }
    assert [
        abs(unpacked_weights[name][term] - max(1, weight)) for name in built for term, weight in built[name].items()
    ] == pytest.approx([0] * sum(map(len, built.values())), abs=HALF_A_STEP + 1e-9)
    postings = {(name, term) for name, vector in unpacked_weights.items() for term in vector}
    assert postings == {
        (f"{field}/{ref}", term)
        for term, posting in unpacked["invertedIndex"]
        for field in FIELDS
        for ref in posting[field]
    }


def test_the_index_is_of_the_version_of_the_lunr_beside_it(
    real_search: dict[str, bytes], whole: dict[str, Any]
) -> None:
    answer = run("rank", {"whole": whole, "queries": []}, real_search)
    assert answer["version"] == answer["unpacked"]["version"]


def test_every_ref_leads_to_a_record(real_search: dict[str, bytes], real: Catalogue) -> None:
    given = run("take", generated=real_search)
    size = {letter: len(given["data"].get(name, getattr(real, name, ()))) for letter, name in COLLECTIONS.items()}
    refs = {name.split("/")[1] for name in given["index"]["vectors"].split(" ")}
    assert {ref[0] for ref in refs} == {letter for letter, count in size.items() if count}
    assert [ref for ref in refs if not int(ref[1:]) < size[ref[0]]] == []


def test_every_link_by_place_leads_to_a_record(real_search: dict[str, bytes]) -> None:
    data = run("take", generated=real_search)["data"]
    answers = {ref for name in ("situations", "topics") for each in data[name] for ref in each["answers"]}
    assert [ref for ref in answers if not int(ref[1:]) < len(data[COLLECTIONS[ref[0]]])] == []
    places = {place for each in data["situations"] for place in each["symptoms"]} | set(data["common"])
    places |= {each["within"] for each in data["symptoms"]} - {-1}
    assert places <= set(range(len(data["symptoms"])))
    assert {place for each in data["symptoms"] for place in each["first"]} <= set(range(len(data["strategies"])))


def test_nothing_withheld_is_in_the_files(small: Catalogue, small_search: dict[str, bytes]) -> None:
    (withheld,) = small.withheld
    text = b"".join(small_search[name] for name in ("search/index.js", "search/data.js")).decode().lower()
    assert [word for word in ("cold", "water", withheld.id, "safe.") if word in text] == []


def test_nothing_that_is_really_withheld_is_in_the_files(real: Catalogue, real_search: dict[str, bytes]) -> None:
    text = b"".join(real_search[name] for name in ("search/index.js", "search/data.js")).decode()
    assert real.withheld
    assert [
        each.id for each in real.withheld if f'"{each.id}"' in text or each.title in text or each.reason in text
    ] == []


def test_what_staff_type_is_in_the_files_as_single_words_alone(real: Catalogue, real_search: dict[str, bytes]) -> None:
    data = run("take", generated=real_search)["data"]
    given = runs_of(texts({name: part for name, part in data.items() if name not in UNDERSTOOD}))
    shown = runs_of(texts(real.model_dump(mode="json", exclude={name: {"__all__": {"phrases"}} for name in TYPED})))
    typed = {tuple(words(phrase)) for name in TYPED for each in getattr(real, name) for phrase in each.phrases}
    several = {phrase for phrase in typed if len(phrase) > 1}
    assert len(several) > 10_000
    assert several & given <= shown
    assert re.fullmatch(r"([A-Z][a-z]* ?)+", data["words"])


def test_the_words_of_warning_are_in_the_files_as_stems_alone(small: Catalogue, small_search: dict[str, bytes]) -> None:
    (warning,) = small.warnings
    assert run("warned", generated=small_search) == {
        "lists": [
            ["climb", "get over", "scrambl"],
            ["back wal", "over fenc", "rail"],
            ["climb club", "pe"],
            ["barrier", "gat"],
            ["bal", "sho"],
            sorted(" ".join(stems(phrase, LIGHT)) for phrase in warning.phrases),
            sorted(" ".join(stems(phrase, LIGHT)) for phrase in warning.unless),
        ],
        "warnings": [
            {
                "together": [[[0, 1], [2], 1], [[0, 3], [], 0]],
                "alike": [[[4, 1], [], 2]],
                "phrases": 5,
                "unless": 6,
            }
        ],
    }
    assert "leaves site" not in small_search["search/data.js"].decode()


def test_the_same_catalogue_gives_the_same_bytes(small: Catalogue, small_search: dict[str, bytes]) -> None:
    assert generated.search(small.model_copy(deep=True)) == small_search


def test_the_same_real_catalogue_gives_the_same_bytes(real: Catalogue, real_search: dict[str, bytes]) -> None:
    assert generated.search(real.model_copy(deep=True)) == real_search


def test_text_comes_through_the_script_as_it_was_written(small: Catalogue, small_search: dict[str, bytes]) -> None:
    data = run("take", generated=small_search)["data"]
    assert [each["text"] for each in data["strategies"]] == [each.summary for each in small.strategies]


def test_no_weight_is_too_great_to_be_written(whole: dict[str, Any]) -> None:
    heaviest = max(weight for _, vector in whole["fieldVectors"] for weight in vector[1::2])
    assert heaviest < len(DIGITS) - 1


def without_light_terms(serialized: dict[str, Any], found: tuple[Document, ...]) -> dict[str, Any]:
    """The index without the terms of a document's field that weigh too little."""
    heavy = kept(serialized, found)
    spelled = {posting["_index"]: term for term, posting in serialized["invertedIndex"]}
    vectors, light = [], set()
    for name, vector in serialized["fieldVectors"]:
        pairs = list(zip(vector[::2], vector[1::2], strict=True))
        vectors.append([name, [part for pair in pairs if spelled[int(pair[0])] in heavy[name] for part in pair]])
        light |= {(int(index), *name.split("/")) for index, _ in pairs if spelled[int(index)] not in heavy[name]}
    inverted = [
        [term, {
            name: value if name == "_index" else {
                ref: held for ref, held in value.items() if (posting["_index"], name, ref) not in light
            } for name, value in posting.items()
        }] for term, posting in serialized["invertedIndex"]
    ]  # fmt: skip
    return {**serialized, "fieldVectors": vectors, "invertedIndex": inverted}


def weights(vector: list[float], spelled: dict[int, str]) -> dict[str, float]:
    return {spelled[int(index)]: weight for index, weight in zip(vector[::2], vector[1::2], strict=True)}


def texts(value: object) -> Iterable[str]:
    """Every text in a value that JSON could hold."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from texts(part)


def runs_of(written: Iterable[str]) -> set[tuple[str, ...]]:
    """Every run of words that stands in a text."""
    cut = (words(text) for text in written)
    return {
        tuple(text[start : start + length])
        for text in cut
        for start in range(len(text))
        for length in range(1, min(LONGEST_PHRASE, len(text) - start) + 1)
    }
