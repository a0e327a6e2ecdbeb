"""Rules about the numbered statements of sources: where each stands, who may cite it, and that somebody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.facts import Facts
    from generator.problems import Path, Problem

PUBLISHED = (
    "strategies.statements",
    "symptoms.statements",
    "cycle.actions.statements",
    "cycle.paragraphs.statements",
    "services.statements",
)
"""Each field in which a record that people see cites statements."""

CITATIONS = (*PUBLISHED, "withheld.statements")

CITES_SECTIONS = "symptoms.statements"
"""The one field that may cite the heading of a section as well as what stands under it."""


def statements_are_numbered_by_section(facts: Facts) -> Iterator[Problem]:
    """Every section's id begins with its source's, every statement's with its section's, and each stands once."""
    first: dict[str, Path] = {}
    for number, source in enumerate(facts.catalogue.sources):
        for place, section in enumerate(source.sections):
            here: Path = ("sources", number, "sections", place)
            yield from _numbered(facts, (*here, "id"), section.id, source.id, first)
            for role in ("provisions", "symptoms", "context", "references"):
                for position, sid in enumerate(getattr(section, role)):
                    yield from _numbered(facts, (*here, role, position), sid, section.id, first)


def _numbered(facts: Facts, path: Path, sid: str, parent: str, first: dict[str, Path]) -> Iterator[Problem]:
    if not sid.startswith(f"{parent}."):
        yield facts.problem(path, f'"{sid}" does not begin with "{parent}.": correct it, or move it where it belongs')
    other = first.setdefault(sid, path)
    if other != path:
        yield facts.problem(path, f'"{sid}" stands at {facts.where(other)} already: give one of them another number')


def citations_exist(facts: Facts) -> Iterator[Problem]:
    """Every statement that a record cites stands in a source; only a symptom may cite a whole section."""
    for fields in CITATIONS:
        for path, sid in facts.values(fields):
            if sid in facts.sections and sid not in facts.statements:
                if fields != CITES_SECTIONS:
                    yield facts.problem(path, f'"{sid}" is the heading of a section: cite the statements under it')
            elif not facts.statement_may_exist(sid):
                guess = _meant(facts, fields, sid)
                advice = f'did you mean "{guess}"?' if guess else "correct it, or add it to its source"
                yield facts.problem(path, f'there is no statement "{sid}": {advice}')


def every_statement_is_restated(facts: Facts) -> Iterator[Problem]:
    """Each provision and each symptom of each source is cited by some record."""
    citing = tuple(dict.fromkeys(fields.split(".")[0] for fields in CITATIONS))
    named = [(fields, sid) for fields in CITATIONS for _, sid in facts.values(fields)]
    cited = {sid if facts.statement_may_exist(sid) else _meant(facts, fields, sid) for fields, sid in named}
    for sid, statement in facts.statements.items():
        if statement.must_be_cited and sid not in cited and not facts.may_mention(citing, sid):
            message = f'no record cites "{sid}": cite it where it is restated, or withhold it'
            yield facts.problem(statement.path, message)


def _meant(facts: Facts, fields: str, sid: str) -> str | None:
    """Guess which statement was meant; a wrong number in a section that exists could be any."""
    if sid.rpartition(".")[0] in facts.sections:
        return None
    return did_you_mean(sid, [*facts.statements, *(facts.sections if fields == CITES_SECTIONS else ())])
