"""What a search is worth, reckoned by hand on a catalogue of a few records."""

from __future__ import annotations

from math import log2
from pathlib import Path

import pytest

from generator import source
from tests.benchmarks.judging import Judge, Query, Shown, read_queries

QUERIES = sorted((Path(__file__).parent / "queries").glob("*.yml"))
CATALOGUE = {
    "symptoms": [
        {"id": "hides", "statements": ["oak.hides"]},
        {"id": "runs", "statements": ["oak.runs", "elm.01"]},
    ],
    "strategies": [
        {"id": "listen", "statements": ["oak.01", "oak.02"], "status": "published"},
        {"id": "walk", "statements": ["oak.02"], "status": "published"},
        {"id": "quiet", "statements": ["oak.03"], "status": "published"},
        {"id": "cold", "statements": ["oak.04"], "status": "withheld"},
    ],
    "cycle": [{"id": "plan", "statements": ["elm.02"]}],
    "services": [],
}
QUERY = Query("hides", "colloquial", headings=("oak.hides",), grades={"oak.02": 2, "oak.03": 1, "oak.04": 2})


def shown(*results: tuple[str, str], panel: bool = False) -> Shown:
    return Shown("done" if results else "none", results, panel)


def answers(*ids: str) -> Shown:
    return shown(*(("strategy", each) for each in ids))


@pytest.fixture
def judge() -> Judge:
    return Judge(CATALOGUE)


def test_an_answer_is_worth_its_best_statement_that_none_before_it_has_earned(judge: Judge) -> None:
    assert judge.ndcg(QUERY, answers("walk", "quiet")) == 1
    assert judge.ndcg(QUERY, answers("listen", "walk", "quiet")) == pytest.approx((2 + 1 / 2) / (2 + 1 / log2(3)))


def test_what_is_withheld_is_no_answer_and_no_part_of_the_ideal(judge: Judge) -> None:
    assert judge.ndcg(QUERY, answers("cold", "walk", "quiet")) == 1


def test_a_symptom_is_right_where_it_names_a_wanted_heading(judge: Judge) -> None:
    first = judge.figures([(QUERY, shown(("symptom", "hides"), ("symptom", "runs")))])
    second = judge.figures([(QUERY, shown(("symptom", "runs"), ("symptom", "hides")))])
    neither = judge.figures([(QUERY, answers("walk"))])
    assert [(each.symptom_at_1, each.symptom_at_3) for each in (first, second, neither)] == [(1, 1), (0, 1), (0, 0)]


def test_the_best_must_be_among_the_first_three_to_try(judge: Judge) -> None:
    assert judge.figures([(QUERY, answers("quiet", "walk"))]).try_first == 1
    assert judge.figures([(QUERY, answers("quiet"))]).try_first == 0


def test_a_panel_that_may_stand_first_is_not_judged(judge: Judge) -> None:
    raised = shown(("symptom", "hides"), panel=True)
    queries = [Query("a", "x", panel=True), Query("b", "x", panel=False), Query("c", "x", panel=None)]
    figures = judge.figures([(query, raised) for query in queries])
    assert (figures.panel, figures.false_panel) == (1, 1)
    assert judge.figures([(queries[2], raised)]).panel is None


def test_nothing_is_the_right_answer_to_what_is_foreign_alone(judge: Judge) -> None:
    figures = judge.figures([(Query("photocopier", "x", foreign=True), shown()), (QUERY, shown())])
    assert (figures.abstained, figures.no_answer) == (1, 1)
    assert judge.figures([(Query("photocopier", "x", foreign=True), answers("walk"))]).abstained == 0


def test_each_wrong_answer_is_named_with_what_is_wrong(judge: Judge) -> None:
    assert list(judge.missed([(QUERY, shown(("symptom", "runs"), ("strategy", "quiet"), panel=True))])) == [
        "hides: wrong symptom, nothing to try, false panel (runs)"
    ]


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_judged_queries_name_statements_that_exist(path: Path, statements: set[str]) -> None:
    queries = read_queries(path)
    assert len(queries) > 80
    named = {each for query in queries for each in (*query.headings, *query.grades)}
    assert named - statements == set()


@pytest.fixture(scope="session")
def statements() -> set[str]:
    catalogue = source.read(Path(__file__).parents[2] / "data").catalogue
    return {sid for each in catalogue.sources for section in each.sections for sid in (section.id, *section.statements)}
