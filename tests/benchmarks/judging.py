"""Judges what a search shows for queries whose right answers are known: by headings of sources, and by statements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import log2
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

ANSWERS = ("strategies", "cycle", "services")
"""The lists of the catalogue whose records rest on statements and answer a query, symptoms aside."""
BEST = 2
"""The grade of a statement that is the first thing to do for a query; 1 is reasonable."""
FIRST = 3
COUNTED = 10


@dataclass(frozen=True)
class Query:
    """A query, and what a right answer to it is.

    `headings` come best first; `grades` are by statement. `panel` is whether the safeguarding panel must stand first:
    none where it may. `foreign` is what the guide does not answer. Without grades, answers are not judged.
    """

    text: str
    type: str
    headings: tuple[str, ...] = ()
    grades: Mapping[str, int] = field(default_factory=dict)
    panel: bool | None = False
    foreign: bool = False


@dataclass(frozen=True)
class Shown:
    """What a search shows for a query: kinds and ids of results in their order, and whether the panel stands first."""

    state: str
    results: tuple[tuple[str, str], ...]
    panel: bool = False


@dataclass(frozen=True)
class Figures:
    """The figures of a set of queries, each a part of those it is judged on; none where it is judged on none."""

    queries: int
    symptom_at_1: float | None
    symptom_at_3: float | None
    ndcg: float | None
    try_first: float | None
    no_answer: float | None
    abstained: float | None
    panel: float | None
    false_panel: float | None


def read_queries(path: Path) -> tuple[Query, ...]:
    """The judged queries of a file: a list of `{query, type, barriers, relevant, safeguarding, panel, none}`."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Query(
            text=str(row["query"]),
            type=str(row["type"]),
            headings=tuple(row.get("barriers") or ()),
            grades=row.get("relevant") or {},
            panel=None if row.get("panel") == "optional" else bool(row.get("safeguarding")),
            foreign=bool(row.get("none")),
        )
        for row in rows
    )


class Judge:
    """Knows which statements each record of a catalogue rests on, and so what a result is worth."""

    def __init__(self, catalogue: Mapping[str, Any]) -> None:
        """Take a catalogue as `catalogue.json` holds it."""
        self.headings = {row["id"]: frozenset(row["statements"]) for row in catalogue["symptoms"]}
        self.statements = {
            row["id"]: frozenset(row["statements"])
            for name in ANSWERS
            for row in catalogue[name]
            if row.get("status") != "withheld"
        }

    def figures(self, judged: Sequence[tuple[Query, Shown]]) -> Figures:
        """The figures of queries with what was shown for each."""
        by_heading = [(query, shown) for query, shown in judged if query.headings]
        graded = [(query, shown) for query, shown in judged if query.grades]
        inside = [(query, shown) for query, shown in judged if not query.foreign]
        return Figures(
            queries=len(judged),
            symptom_at_1=_part(self._names(query, shown, 1) for query, shown in by_heading),
            symptom_at_3=_part(self._names(query, shown, FIRST) for query, shown in by_heading),
            ndcg=_part(self.ndcg(query, shown) for query, shown in graded),
            try_first=_part(self._tries_first(query, shown) for query, shown in graded),
            no_answer=_part(shown.state != "done" for _, shown in inside),
            abstained=_part(shown.state == "none" for query, shown in judged if query.foreign),
            panel=_part(shown.panel for query, shown in judged if query.panel),
            false_panel=_part(shown.panel for query, shown in judged if query.panel is False),
        )

    def missed(self, judged: Iterable[tuple[Query, Shown]]) -> Iterator[str]:
        """A line for each query that was answered wrongly, with what is wrong."""
        tests: Mapping[str, Callable[[Query, Shown], bool]] = {
            "wrong symptom": lambda query, shown: bool(query.headings) and not self._names(query, shown, FIRST),
            "nothing to try": lambda query, shown: bool(query.grades) and not self._tries_first(query, shown),
            "no answer": lambda query, shown: not query.foreign and shown.state != "done",
            "answered": lambda query, shown: query.foreign and shown.state != "none",
            "no panel": lambda query, shown: query.panel is True and not shown.panel,
            "false panel": lambda query, shown: query.panel is False and shown.panel,
        }
        for query, shown in judged:
            wrong = [name for name, test in tests.items() if test(query, shown)]
            if wrong:
                symptoms = [identifier for kind, identifier in shown.results if kind == "symptom"]
                yield f"{query.text}: {', '.join(wrong)} ({', '.join(symptoms[:FIRST]) or shown.state})"

    def ndcg(self, query: Query, shown: Shown) -> float:
        """The gain of the first ten answers, of the gain of the best order that the catalogue allows."""
        best = self._best_order(query.grades)
        return _discounted(self._gains(self._answers(shown), query.grades)) / _discounted(best) if any(best) else 1.0

    def _names(self, query: Query, shown: Shown, most: int) -> bool:
        symptoms = [identifier for kind, identifier in shown.results if kind == "symptom"][:most]
        return any(not self.headings[identifier].isdisjoint(query.headings) for identifier in symptoms)

    def _tries_first(self, query: Query, shown: Shown) -> bool:
        grades = (
            query.grades.get(statement, 0)
            for answer in self._answers(shown)[:FIRST]
            for statement in self.statements[answer]
        )
        return max(grades, default=0) >= BEST

    def _answers(self, shown: Shown) -> list[str]:
        return [identifier for _, identifier in shown.results if identifier in self.statements]

    def _gains(self, answers: Iterable[str], grades: Mapping[str, int]) -> list[int]:
        """The grade of each answer: the best among its statements that no earlier answer has earned."""
        earned: set[str] = set()
        gains = []
        for answer in answers:
            fresh = self.statements[answer] - earned
            gains.append(max((grades.get(statement, 0) for statement in fresh), default=0))
            earned |= fresh
        return gains

    def _best_order(self, grades: Mapping[str, int]) -> list[int]:
        """The gains of the order that takes, each time, the answer that gains most and uses up least."""
        left = {answer: found for answer, held in self.statements.items() if (found := held & grades.keys())}
        earned: set[str] = set()
        gains: list[int] = []
        while left and len(gains) < COUNTED:
            worth = {answer: Counter(grades[statement] for statement in held - earned) for answer, held in left.items()}
            answer = min(worth, key=lambda each: (-max(worth[each], default=0), worth[each].total(), each))
            gains.append(max(worth[answer], default=0))
            earned |= left.pop(answer)
        return gains


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains[:COUNTED]))


def _part(values: Iterable[float]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None
