"""Rules about what is written, in whatever record: lists, dates, places and acronyms."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.facts import Facts
    from generator.problems import Path, Problem

UNSHOWN = frozenset({"id", "alone", "phrases", "unless", "words", "email", "url", "version", "statements"})
"""Fields whose words no page shows as prose."""

SOURCE_WORDS = frozenset({"title", "publisher", "label"})
"""Fields of a source in which somebody else's words stand."""


def lists_name_each_thing_once(facts: Facts) -> Iterator[Problem]:
    """No list of texts or ids says the same thing twice."""
    first: dict[tuple[Path, str], Path] = {}
    for path, value in facts.leaves():
        if path[0] != "sources" and isinstance(value, str) and isinstance(path[-1], int):
            other = first.setdefault((path[:-1], value), path)
            if other != path:
                yield facts.problem(path, f"{quoted(value)} stands in this list already: remove one of the two")


def no_date_is_in_the_future(facts: Facts) -> Iterator[Problem]:
    """Nothing was reviewed or published tomorrow."""
    for path, value in facts.leaves():
        if isinstance(value, date) and value > facts.today:
            yield facts.problem(path, f"{value} is in the future: write the day on which it was done")


def a_locality_has_a_nation(facts: Facts) -> Iterator[Problem]:
    """Every record that belongs to one place says in which country that is."""
    for collection in facts.ids:
        for path, _ in facts.values(f"{collection}.locality"):
            if facts.record(path).nation is None:
                yield facts.problem(path, 'has a locality but no nation: add "nation: ..." to this record')


def acronyms_are_explained(facts: Facts) -> Iterator[Problem]:
    """Every acronym on a page stands in the glossary."""
    known = {
        form
        for fields in ("glossary.term", "glossary.also", "glossary.expansion")
        for _, text in facts.values(fields)
        for word in _acronyms(text)
        for form in (word, _singular(word))
    }
    for path, value in facts.leaves():
        if not isinstance(value, str) or not _is_shown(path):
            continue
        for word in dict.fromkeys(_acronyms(value)):
            if _singular(word) not in known and word not in known and not _may_explain(facts, word):
                yield facts.problem(path, f'"{word}" is not in the glossary: add it to glossary.yml, or write it out')


UNDERSTOOD = frozenset({"elsewhere", "synonyms", "warnings", "words"})
"""Collections that the search understands and no page shows."""


def _is_shown(path: Path) -> bool:
    if path[0] in UNDERSTOOD:
        return False
    names = {step for step in path[1:] if isinstance(step, str)}
    return not names & UNSHOWN and not (path[0] == "sources" and names & SOURCE_WORDS)


def _acronyms(text: str) -> list[str]:
    """Words with two capitals in a row."""
    return [word for word in re.findall(r"[^\W_]+", text) if re.search(r"[A-Z]{2}", word)]


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _may_explain(facts: Facts, word: str) -> bool:
    seen = facts.seen("glossary")
    return not seen.complete or any(_singular(word) in map(_singular, _acronyms(text)) for text in seen.failed)
