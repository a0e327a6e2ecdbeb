"""The pages that explain and account: the cycle, services, glossary, sources with their ledger, and the home page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from generator import links
from generator.checklists import file_of_record, spreadsheets_of_all
from generator.pages.needs import Rests, rests
from generator.pages.page import HOME_TRAIL, Link, Neighbours, Page, chained, link
from generator.pages.provision import AreaRow, Rung, area_grid, rungs

if TYPE_CHECKING:
    from generator.checklists import File
    from generator.lookup import Citing, Lookup
    from generator.model import (
        Guide,
        Section,
        Service,
        Situation,
        Source,
        Step,
        Strategy,
        Symptom,
        Term,
        Theme,
        Tier,
        Withheld,
    )

SOURCES = Link("Sources", links.SOURCES)
EXAMPLES = 4


@dataclass(frozen=True)
class Home:
    """What the home page puts within reach: what staff see, area by tier, the tiers, the themes."""

    guide: Guide
    symptoms: tuple[Symptom, ...]
    others: tuple[Symptom, ...]
    examples: tuple[Situation, ...]
    rows: tuple[AreaRow, ...]
    rungs: tuple[Rung, ...]
    themes: tuple[Theme, ...]
    every_symptom: tuple[Symptom, ...]
    every_strategy: tuple[Strategy, ...]
    strategies: int
    statements: int
    sources: int


@dataclass(frozen=True)
class Cycle:
    """The steps by which support is chosen and checked, each with what it rests on."""

    steps: tuple[tuple[Step, tuple[Rests, ...]], ...]
    record: File


@dataclass(frozen=True)
class Services:
    """Who to ask, each with what it rests on, and where it is to be had."""

    services: tuple[tuple[Service, str | None, tuple[str, ...], tuple[Rests, ...]], ...]


@dataclass(frozen=True)
class Glossary:
    """Terms in alphabetical order, each with the label of its nation where it has one."""

    terms: tuple[tuple[Term, str | None], ...]


@dataclass(frozen=True)
class SourceList:
    """The sources, how each names the tiers, what is withheld, and the files of the whole catalogue."""

    sources: tuple[tuple[Source, str, tuple[tuple[str, Tier], ...], int], ...]
    withheld: tuple[tuple[Withheld, tuple[Rests, ...]], ...]
    whole: tuple[File, ...]


@dataclass(frozen=True)
class Line:
    """A line of the ledger: a numbered statement, what it is, and the records that restate it."""

    statement: str
    role: str
    citing: tuple[Citing, ...]


@dataclass(frozen=True)
class Ledger:
    """Every numbered statement of a source, by section."""

    source: Source
    nation: str
    tier_labels: tuple[tuple[str, Tier], ...]
    sections: tuple[tuple[Section, Tier | None, tuple[Citing, ...], tuple[Line, ...]], ...]


def home(lookup: Lookup) -> Home:
    """What the home page shows."""
    catalogue = lookup.catalogue
    common = tuple(lookup.symptoms[each] for each in catalogue.guide.common_symptoms)
    return Home(
        guide=catalogue.guide,
        symptoms=common,
        others=tuple(each for each in catalogue.symptoms if each not in common),
        examples=_examples(lookup, common),
        rows=area_grid(lookup),
        rungs=rungs(lookup),
        themes=catalogue.themes,
        every_symptom=tuple(sorted(catalogue.symptoms, key=lambda each: each.label.casefold())),
        every_strategy=tuple(sorted(catalogue.strategies, key=lambda each: each.title.casefold())),
        strategies=len(catalogue.strategies),
        statements=sum(_wanted(source) for source in catalogue.sources),
        sources=len(catalogue.sources),
    )


def _examples(lookup: Lookup, common: tuple[Symptom, ...]) -> tuple[Situation, ...]:
    """Things that staff see, to show what may be typed: one from under each of the first symptoms."""
    under = (situation for symptom in common for situation in _calm(lookup.situations_of(symptom))[:1])
    return tuple(islice(dict.fromkeys(under), EXAMPLES))


def _calm(situations: tuple[Situation, ...]) -> tuple[Situation, ...]:
    """Those that do not speak of someone at risk."""
    return tuple(each for each in situations if not each.safeguarding)


def reference_pages(lookup: Lookup) -> tuple[Page, ...]:
    """The cycle, services and glossary, each a page of its own."""
    catalogue, reviewed = lookup.catalogue, lookup.catalogue.guide.reviewed
    cycle = Page(
        address=links.CYCLE,
        template="cycle",
        title=", ".join(step.label for step in catalogue.cycle[:1])
        + "".join(f", {step.label.lower()}" for step in catalogue.cycle[1:]),
        description="The cycle by which support is chosen and checked, step by step.",
        reviewed=reviewed,
        shows=Cycle(
            steps=tuple((step, rests(lookup, step.statements)) for step in catalogue.cycle),
            record=file_of_record(catalogue),
        ),
    )
    services = Page(
        address=links.SERVICES,
        template="services",
        title="Who to ask",
        description="Services and professionals who can advise, and when to ask them.",
        reviewed=reviewed,
        shows=Services(
            tuple(
                (
                    service,
                    service.nation and lookup.nations[service.nation].label,
                    tuple(lookup.phases[each].label for each in service.phases),
                    rests(lookup, service.statements),
                )
                for service in catalogue.services
            )
        ),
        with_contents=False,
    )
    glossary = Page(
        address=links.GLOSSARY,
        template="glossary",
        title="Glossary",
        description="Every acronym and term of art in the guide, explained in a line.",
        reviewed=reviewed,
        shows=Glossary(
            tuple(
                (term, term.nation and lookup.nations[term.nation].label)
                for term in sorted(catalogue.glossary, key=lambda each: (each.term.casefold(), each.id))
            )
        ),
        with_contents=False,
    )
    return chained((cycle, services, glossary))


def source_pages(lookup: Lookup) -> tuple[Page, ...]:
    """The list of sources with what is withheld, then a ledger for each."""
    catalogue = lookup.catalogue
    front = Page(
        address=links.SOURCES,
        template="sources",
        title=SOURCES.label,
        description="Where each line of the guide comes from, and what is withheld and why.",
        reviewed=catalogue.guide.reviewed,
        shows=SourceList(
            sources=tuple(
                (source, lookup.nations[source.nation].label, _tier_labels(lookup, source), _wanted(source))
                for source in catalogue.sources
            ),
            withheld=tuple((each, rests(lookup, each.statements)) for each in catalogue.withheld),
            whole=spreadsheets_of_all(),
        ),
    )
    neighbours = Neighbours("Other sources", tuple(link(source) for source in catalogue.sources))
    return chained((front, *(_ledger_page(lookup, source, neighbours) for source in catalogue.sources)))


def _ledger_page(lookup: Lookup, source: Source, neighbours: Neighbours) -> Page:
    return Page(
        address=links.address(source),
        template="ledger",
        title=source.title,
        description=f"Every numbered statement of this source, and the records that restate it: {source.title}.",
        reviewed=lookup.catalogue.guide.reviewed,
        shows=Ledger(
            source=source,
            nation=lookup.nations[source.nation].label,
            tier_labels=_tier_labels(lookup, source),
            sections=tuple(
                (
                    section,
                    lookup.tiers[section.tier] if section.tier else None,
                    lookup.citing(section.id),
                    _lines(lookup, section),
                )
                for section in source.sections
            ),
        ),
        trail=(*HOME_TRAIL, SOURCES),
        neighbours=neighbours,
    )


def _lines(lookup: Lookup, section: Section) -> tuple[Line, ...]:
    roles = {
        statement: role
        for role, statements in (
            ("provision", section.provisions),
            ("symptom", section.symptoms),
            ("context", section.context),
            ("reference", section.references),
        )
        for statement in statements
    }
    return tuple(Line(each, roles[each], lookup.citing(each)) for each in section.statements)


def _tier_labels(lookup: Lookup, source: Source) -> tuple[tuple[str, Tier], ...]:
    return tuple((each.label, lookup.tiers[each.tier]) for each in source.tier_labels)


def _wanted(source: Source) -> int:
    """How many statements of a source ask to be restated."""
    return sum(len(section.provisions) + len(section.symptoms) for section in source.sections)
