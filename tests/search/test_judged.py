"""Floors under what the search answers to judged queries: low enough for chance, too high for a search that broke."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rjsmin import jsmin

from generator import exports
from tests.benchmarks.judging import Judge, Shown, read_queries
from tests.search.node import SCRIPTS
from tests.search.test_engine import ask

if TYPE_CHECKING:
    from generator.model import Catalogue
    from tests.benchmarks.judging import Figures

QUERIES = Path(__file__).parents[1] / "benchmarks" / "queries"
MOST_BYTES = 200_000
"""Index and code, gzipped: what a phone loads at the first focus of the field."""


@pytest.fixture(scope="module")
def figures(real: Catalogue, real_search: dict[str, bytes]) -> dict[str, Figures]:
    catalogue = json.loads(exports.export(real)["catalogue.json"])
    judge = Judge(catalogue)
    found = {}
    for path in sorted(QUERIES.glob("*.yml")):
        queries = read_queries(path)
        answers = ask(real_search, (query.text for query in queries))
        found[path.stem] = judge.figures(
            [
                (
                    query,
                    Shown(
                        answer["state"],
                        (
                            *(("symptom", each) for each in answer["symptoms"]),
                            *((kind, each) for kind, each in (*answer["first"], *answer["then"])),
                        ),
                        answer["alarm"],
                    ),
                )
                for query, answer in zip(queries, answers, strict=True)
            ]
        )
    return found


@pytest.mark.parametrize("name", ["coasts", "everywhere", "north", "south", "towns", "valleys"])
def test_what_staff_see_is_mostly_understood(figures: dict[str, Figures], name: str) -> None:
    found = figures[name]
    assert (found.symptom_at_3 or 0) > 0.9
    assert (found.try_first or 0) > 0.85
    assert (found.ndcg or 0) > 0.6
    assert (found.no_answer or 0) < 0.03


@pytest.mark.parametrize("name", ["danger-hard", "danger-plain", "north", "south", "everywhere"])
def test_danger_raises_the_panel_and_what_looks_alike_seldom_does(figures: dict[str, Figures], name: str) -> None:
    found = figures[name]
    assert (found.panel or 0) > 0.95
    assert (found.false_panel or 0) < 0.03


def test_how_staff_talk_is_understood(figures: dict[str, Figures]) -> None:
    found = figures["staff-language"]
    assert (found.symptom_at_3 or 0) > 0.97
    assert (found.panel, found.false_panel) == (1, 0)


def test_words_far_from_danger_do_not_hide_it(real: Catalogue, real_search: dict[str, bytes]) -> None:
    near = "saw fresh scars all up her arm"
    rules = [rule for each in real.warnings for rule in (*each.together, *each.alike)]
    held = [group for rule in rules for group in (*rule.groups, *rule.unless) if not isinstance(group, str)]
    far = [words[0] for words in (*(group.words for group in real.words), *held)]
    asked = [f"{near} when we all came back to the classroom and somebody had the {word}" for word in far]
    assert [answer["query"] for answer in ask(real_search, asked) if not answer["alarm"]] == []


def test_the_search_is_small(real_search: dict[str, bytes]) -> None:
    own = {path.name: jsmin(path.read_text("utf-8")).encode() for path in SCRIPTS.glob("*.js")}
    assert sum(len(gzip.compress(content)) for content in (*real_search.values(), *own.values())) < MOST_BYTES
