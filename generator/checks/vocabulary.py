"""Rules about the words of staff: a phrase stands in one place, and a topic leads to answers that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import did_you_mean, quoted
from generator.search import warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.checks.facts import Facts
    from generator.model import Group
    from generator.problems import Path, Problem

ANSWERS = ("strategies", "services", "cycle")
"""The collections in which the answers to a topic stand."""

PHRASES = ("situations.phrases", "topics.phrases", "elsewhere.phrases")
"""What is told apart by its phrases."""


def answers_exist(facts: Facts) -> Iterator[Problem]:
    """Every answer to a topic is the id of exactly one strategy, service or step."""
    for path, name in facts.values("topics.answers"):
        holding = [collection for collection in ANSWERS if name in facts.ids[collection]]
        if name in facts.withheld:
            where = facts.where(("withheld", facts.withheld[name]))
            yield facts.problem(path, f'"{name}" is withheld ({where}): remove it here')
        elif len(holding) > 1:
            message = f'"{name}" is the id of two records, in {" and ".join(holding)}: give one of them another id'
            yield facts.problem(path, message)
        elif not holding and not any(facts.may_exist(collection, name) for collection in ANSWERS):
            guess = did_you_mean(name, {known for collection in ANSWERS for known in facts.ids[collection]})
            advice = f'did you mean "{guess}"?' if guess else "correct it"
            yield facts.problem(path, f'there is no strategy, service or step "{name}": {advice}')


def a_phrase_stands_in_one_place(facts: Facts) -> Iterator[Problem]:
    """No phrase points to two situations or topics: it would point to neither."""
    first: dict[str, Path] = {}
    for fields in PHRASES:
        for path, phrase in facts.values(fields):
            other = first.setdefault(phrase.casefold(), path)
            if other[:2] != path[:2]:
                where = facts.where(other)
                yield facts.problem(path, f"{quoted(phrase)} stands in another record too ({where}): keep it in one")


def situations_of_risk_name_whom_to_ask(facts: Facts) -> Iterator[Problem]:
    """Where somebody may be at risk, the search offers people before strategies, so there must be people to offer."""
    for number, situation in enumerate(facts.catalogue.situations):
        if situation.safeguarding and not situation.services:
            path = ("situations", number, "safeguarding")
            yield facts.problem(path, 'needs somebody to ask: add "services:" and a list under it to this record')


def no_rule_silences_itself(facts: Facts) -> Iterator[Problem]:
    """No phrase under `unless` stands in one that its own rule looks for: that one would never raise the panel."""
    named = {group.id: group.words for group in facts.catalogue.words}
    for number, each in enumerate(facts.catalogue.warnings):
        for field in ("together", "alike"):
            for place, rule in enumerate(getattr(each, field)):
                sought = {
                    warning.stems_of(phrase): phrase
                    for group in rule.groups
                    for _, phrase in _phrases(group, named, ())
                }
                path = ("warnings", number, field, place, "unless")
                for position, group in enumerate(rule.unless):
                    for where, phrase in _phrases(group, named, (*path, position)):
                        lost = next((own for stems, own in sought.items() if _stands_in(phrase, stems)), None)
                        if lost is not None:
                            advice = "it takes the meaning from the rule itself: remove one of the two"
                            yield facts.problem(where, f"{quoted(phrase)} stands in {quoted(lost)}, so {advice}")


def _phrases(group: Group, named: dict[str, tuple[str, ...]], path: Path) -> Iterable[tuple[Path, str]]:
    """The phrases of a group, each with its path: that of the group's name, where a rule only names the group."""
    if isinstance(group, str):
        return [(path, phrase) for phrase in named.get(group, ())]
    return [((*path, number), phrase) for number, phrase in enumerate(group)]


def _stands_in(phrase: str, text: tuple[str, ...]) -> bool:
    stems = warning.stems_of(phrase)
    return any(
        stem == stems[0] and warning.end_of(stems, text, place) is not None for place, stem in enumerate(text) if stems
    )
