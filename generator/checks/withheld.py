"""Rules about what is withheld: nothing that people see links to it or restates it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.references import REFERENCES
from generator.checks.statements import PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.facts import Facts
    from generator.problems import Problem


def nothing_withheld_is_linked(facts: Facts) -> Iterator[Problem]:
    """No record leads to what is withheld."""
    for fields in (fields for fields, collection in REFERENCES.items() if collection == "strategies"):
        for path, name in facts.values(fields):
            if name in facts.withheld:
                where = facts.where(("withheld", facts.withheld[name]))
                yield facts.problem(path, f'"{name}" is withheld ({where}): remove it here')


def nothing_withheld_is_restated(facts: Facts) -> Iterator[Problem]:
    """No record that people see rests on a statement that is withheld."""
    withheld = {sid: path for path, sid in facts.values("withheld.statements")}
    for fields in PUBLISHED:
        for path, sid in facts.values(fields):
            if sid in withheld:
                message = f'"{sid}" is withheld ({facts.where(withheld[sid])}): remove it here'
                yield facts.problem(path, message)
