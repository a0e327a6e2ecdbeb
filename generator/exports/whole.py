"""The tables of the whole catalogue: everything that the guide shows, a table for each kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import links
from generator.checklists import wording
from generator.exports.tables import ADDRESS, EMPTY, Column, Columns, Table, edition, in_lines, listed, rows

if TYPE_CHECKING:
    from generator.exports.tables import Cell
    from generator.lookup import Lookup
    from generator.model import Service, Source, Step, Strategy, Symptom, Term, Withheld

YES = "yes"


def whole_catalogue(lookup: Lookup) -> tuple[Table, ...]:
    """A table for each kind of record that has a page, strategies first."""
    return (
        strategies(lookup),
        _symptoms(lookup),
        _services(lookup),
        _cycle(lookup),
        _glossary(lookup),
        _sources(lookup),
    )


def strategies(lookup: Lookup) -> Table:
    """Every strategy, by theme and then by tier."""
    catalogue = lookup.catalogue
    columns: Columns[Strategy] = {
        Column("Strategy", 26): lambda each: each.title,
        Column("What to do", 40): lambda each: each.summary,
        Column("Needs first", 14): lambda each: listed(each.requires),
        Column("Take care", 24): lambda each: listed(each.cautions),
        Column("Tier", 7): lambda each: lookup.tier_of(each).label,
        Column("Areas", 15): lambda each: listed(lookup.areas[area].label for area in each.areas),
        Column("Theme", 14): lambda each: lookup.themes[each.theme].label,
        Column("Who does it", 22): lambda each: listed(lookup.roles[role].label for role in each.roles),
        Column("Source", 15): lambda each: listed(wording.publishers(lookup, each.statements)),
        Column("Helps with", 36, printed=False): lambda each: listed(
            lookup.symptoms[symptom].label for symptom in each.symptoms
        ),
        Column("Safeguarding first", 12, printed=False): lambda each: YES if lookup.flagged(each) else EMPTY,
        Column("Examples", 30, printed=False): lambda each: listed(each.examples),
        Column("Phases", 18, printed=False): lambda each: listed(lookup.phases[phase].label for phase in each.phases),
        Column("Nation", 12, printed=False): lambda each: _nation(lookup, each),
        Column("Locality", 18, printed=False): lambda each: each.locality or EMPTY,
        Column("Builds on", 36, printed=False): lambda each: listed(
            lookup.strategies[lower].title for lower in each.builds_on
        ),
        Column("Editor’s note", 40, printed=False): lambda each: each.note or EMPTY,
        Column("Tier given by", 12, printed=False): lambda each: each.placement,
        Column("Statements", 30, printed=False): lambda each: listed(each.statements),
        Column("Reviewed", 12, printed=False): lambda each: each.reviewed,
        Column("Id", 24, printed=False): lambda each: each.id,
        ADDRESS: lambda each: links.on_the_web(lookup.catalogue.guide, each),
    }
    return Table(
        name="Strategies",
        title="Strategies",
        columns=tuple(columns),
        rows=rows(lookup.ladder(catalogue.strategies), columns),
        panel=catalogue.safeguarding,
        lines=(wording.PROMPTS, edition(catalogue.guide)),
    )


def _symptoms(lookup: Lookup) -> Table:
    columns: Columns[Symptom] = {
        Column("What you are seeing", 28): lambda each: each.label,
        Column("In short", 40): lambda each: each.summary,
        Column("What to notice", 50): lambda each: in_lines(each.notice),
        Column("Try first", 40): lambda each: in_lines(lookup.strategies[first].title for first in each.try_first),
        Column("Area", 16): lambda each: lookup.areas[each.area].label,
        Column("Safeguarding first", 12, printed=False): lambda each: YES if each.safeguarding else EMPTY,
        Column("May lie behind", 28, printed=False): lambda each: (
            lookup.symptoms[each.within].label if each.within else EMPTY
        ),
        Column("See also", 36, printed=False): lambda each: listed(
            lookup.symptoms[other].label for other in each.related
        ),
        Column("Editor’s note", 40, printed=False): lambda each: each.note or EMPTY,
        Column("Statements", 30, printed=False): lambda each: listed(each.statements),
        Column("Id", 24, printed=False): lambda each: each.id,
        ADDRESS: lambda each: links.on_the_web(lookup.catalogue.guide, each),
    }
    return Table(
        name="Symptoms",
        title="What you may be seeing",
        columns=tuple(columns),
        rows=rows(lookup.catalogue.symptoms, columns),
        panel=lookup.catalogue.safeguarding,
        lines=("What is seen is never a diagnosis, and support never waits for one.", edition(lookup.catalogue.guide)),
    )


def _services(lookup: Lookup) -> Table:
    columns: Columns[Service] = {
        Column("Who to ask", 30): lambda each: each.label,
        Column("What they can do", 60): lambda each: each.summary,
        Column("Nation", 12): lambda each: _nation(lookup, each),
        Column("Locality", 20): lambda each: each.locality or EMPTY,
        Column("Phases", 18): lambda each: listed(lookup.phases[phase].label for phase in each.phases),
        Column("Source", 20): lambda each: listed(wording.publishers(lookup, each.statements)),
        Column("Editor’s note", 40, printed=False): lambda each: each.note or EMPTY,
        Column("Statements", 30, printed=False): lambda each: listed(each.statements),
        Column("Id", 24, printed=False): lambda each: each.id,
        ADDRESS: lambda each: links.on_the_web(lookup.catalogue.guide, each),
    }
    return Table(
        name="Services",
        title="Who to ask",
        columns=tuple(columns),
        rows=rows(lookup.catalogue.services, columns),
        lines=("Local services are examples, not expectations.", edition(lookup.catalogue.guide)),
    )


def _cycle(lookup: Lookup) -> Table:
    columns = (
        Column("Step", 16),
        Column("Part", 20),
        Column("What to do", 90),
        Column("Statements", 40),
        ADDRESS,
    )
    return Table(
        name="Cycle",
        title="Plan and review",
        columns=columns,
        rows=tuple(row for step in lookup.catalogue.cycle for row in _parts(lookup, step)),
        lines=(edition(lookup.catalogue.guide),),
    )


def _parts(lookup: Lookup, step: Step) -> tuple[tuple[Cell, ...], ...]:
    """A row for each thing that a step says."""
    address = links.on_the_web(lookup.catalogue.guide, step)
    return (
        (step.label, "In short", step.summary, EMPTY, address),
        *((step.label, "To do", each.text, listed(each.statements), address) for each in step.actions),
        *(
            (step.label, f"Paragraph {each.number}", each.text, listed(each.statements), address)
            for each in step.paragraphs
        ),
        *((step.label, "Editor’s note", note, EMPTY, address) for note in (step.note,) if note),
    )


def _glossary(lookup: Lookup) -> Table:
    columns: Columns[Term] = {
        Column("Term", 24): lambda each: each.term,
        Column("In full", 40): lambda each: each.expansion or EMPTY,
        Column("Meaning", 70): lambda each: each.meaning,
        Column("Also written", 24): lambda each: listed(each.also),
        Column("Nation", 12): lambda each: _nation(lookup, each),
        ADDRESS: lambda each: links.on_the_web(lookup.catalogue.guide, each),
    }
    return Table(
        name="Glossary",
        title="Glossary",
        columns=tuple(columns),
        rows=rows(lookup.catalogue.glossary, columns),
        lines=(edition(lookup.catalogue.guide),),
    )


def _sources(lookup: Lookup) -> Table:
    columns = (
        Column("Source", 36),
        Column("Publisher", 24),
        Column("Nation", 12),
        Column("Published", 12),
        Column("Status", 10),
        Column("Why withheld", 50),
        Column("Who could clear it", 24),
        Column("Statements", 24, printed=False),
        Column("Editor’s note", 40, printed=False),
        Column("Publisher’s page", 40, printed=False),
        ADDRESS,
    )
    catalogue = lookup.catalogue
    return Table(
        name="Sources",
        title="Sources, and what is withheld",
        columns=columns,
        rows=(
            *(_source(lookup, source) for source in catalogue.sources),
            *(_withheld(lookup, withheld) for withheld in catalogue.withheld),
        ),
        lines=("What is withheld is not passed on as advice.", edition(catalogue.guide)),
    )


def _source(lookup: Lookup, source: Source) -> tuple[Cell, ...]:
    numbered = sum(len(section.statements) for section in source.sections)
    return (
        source.title,
        source.publisher or EMPTY,
        _nation(lookup, source),
        source.published or EMPTY,
        "restated",
        EMPTY,
        EMPTY,
        f"{numbered} numbered",
        source.note or EMPTY,
        source.url or EMPTY,
        links.on_the_web(lookup.catalogue.guide, source),
    )


def _withheld(lookup: Lookup, withheld: Withheld) -> tuple[Cell, ...]:
    """A row that names what is withheld and why, and carries no advice."""
    source, _ = lookup.section_of(withheld.statements[0])
    return (
        f"{withheld.title} ({source.title})",
        source.publisher or EMPTY,
        _nation(lookup, source),
        source.published or EMPTY,
        "withheld",
        withheld.reason,
        withheld.cleared_by,
        listed(withheld.statements),
        EMPTY,
        EMPTY,
        links.on_the_web(lookup.catalogue.guide, withheld),
    )


def _nation(lookup: Lookup, record: Service | Source | Strategy | Term) -> str:
    return lookup.nations[record.nation].label if record.nation else EMPTY
