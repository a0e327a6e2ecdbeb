"""The catalogue for other programs: `catalogue.json`, and the JSON Schema that describes it.

Rows are sorted by id and keys by name, so that two editions can be compared line by line. Addresses are relative to the
root of the site. What is withheld is named with its reason and carries no advice.
"""

from __future__ import annotations

import json
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from generator import links
from generator.checklists import Sheet, checklists, symptom_sheet, tier_sheet
from generator.lookup import Lookup
from generator.model import Catalogue


class Row(BaseModel):
    """What all rows share: an id and the address of the page where the record stands."""

    model_config = ConfigDict(frozen=True)

    id: str
    url: str


class LabelRow(Row):
    """An area or a theme."""

    label: str


class TierRow(Row):
    """A tier; `order` counts from 1, the tier that every pupil receives. `files` are those of its checklist."""

    label: str
    order: int
    checklist: str
    files: tuple[str, ...]


class SymptomRow(Row):
    """What an adult sees; `try_first` names strategies in the order to try them, `files` are those of its checklist."""

    label: str
    area: str
    statements: tuple[str, ...]
    safeguarding: bool
    try_first: tuple[str, ...]
    checklist: str
    files: tuple[str, ...]


class StrategyRow(Row):
    """One thing that a setting does; `placement` says who gave it its tier."""

    title: str
    summary: str
    tier: str
    placement: str
    areas: tuple[str, ...]
    theme: str
    symptoms: tuple[str, ...]
    roles: tuple[str, ...]
    phases: tuple[str, ...]
    builds_on: tuple[str, ...]
    examples: tuple[str, ...]
    requires: tuple[str, ...]
    cautions: tuple[str, ...]
    nation: str | None
    locality: str | None
    note: str | None
    statements: tuple[str, ...]
    reviewed: str
    status: Literal["published"] = "published"


class WithheldRow(Row):
    """A statement that is not passed on as advice, and why."""

    title: str
    reason: str
    statements: tuple[str, ...]
    status: Literal["withheld"] = "withheld"


class StepRow(Row):
    """A step of the cycle; `order` counts from 1."""

    label: str
    order: int
    statements: tuple[str, ...]


class ServiceRow(Row):
    """Somebody to ask for advice."""

    label: str
    summary: str
    statements: tuple[str, ...]
    nation: str | None
    locality: str | None


class SourceRow(BaseModel):
    """A document that the guide restates; `url` is the publisher's own page, `statements` how many it numbers."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    publisher: str | None
    url: str | None
    statements: int


class ChecklistRow(Row):
    """A sheet to print; `files` lists what can be downloaded, most used first."""

    area: str
    tier: str
    files: tuple[str, ...]


class Export(BaseModel):
    """The catalogue of provision as other programs read it."""

    model_config = ConfigDict(frozen=True, title="Catalogue of provision")

    version: str
    title: str
    tiers: tuple[TierRow, ...]
    areas: tuple[LabelRow, ...]
    themes: tuple[LabelRow, ...]
    symptoms: tuple[SymptomRow, ...]
    strategies: tuple[StrategyRow | WithheldRow, ...] = Field(
        description="Published and withheld, told apart by status"
    )
    cycle: tuple[StepRow, ...]
    services: tuple[ServiceRow, ...]
    sources: tuple[SourceRow, ...]
    checklists: tuple[ChecklistRow, ...]


RowType = TypeVar("RowType", bound=Row)


def export(catalogue: Catalogue) -> dict[str, bytes]:
    """The exported files by their path in the folder of generated pages."""
    rows = {
        name: sorted(value, key=lambda row: str(row["id"])) if isinstance(value, list) else value
        for name, value in _export(Lookup(catalogue)).model_dump(mode="json").items()
    }
    return {
        "catalogue.json": _json(rows),
        "catalogue.schema.json": _json(Export.model_json_schema(mode="serialization")),
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _export(lookup: Lookup) -> Export:
    catalogue = lookup.catalogue
    return Export(
        version=catalogue.guide.version,
        title=catalogue.guide.title,
        tiers=tuple(
            TierRow(
                id=tier.id,
                url=_url(tier),
                label=tier.label,
                order=lookup.order(tier),
                **_printed(tier_sheet(lookup, tier)),
            )
            for tier in catalogue.tiers
        ),
        areas=tuple(LabelRow(id=area.id, url=_url(area), label=area.label) for area in catalogue.areas),
        themes=tuple(LabelRow(id=theme.id, url=_url(theme), label=theme.label) for theme in catalogue.themes),
        symptoms=tuple(
            _row(SymptomRow, symptom, **_printed(symptom_sheet(lookup, symptom))) for symptom in catalogue.symptoms
        ),
        strategies=(
            *(_row(StrategyRow, strategy) for strategy in catalogue.strategies),
            *(_row(WithheldRow, withheld) for withheld in catalogue.withheld),
        ),
        cycle=tuple(
            StepRow(id=step.id, url=_url(step), label=step.label, order=order, statements=step.statements)
            for order, step in enumerate(catalogue.cycle, start=1)
        ),
        services=tuple(_row(ServiceRow, service) for service in catalogue.services),
        sources=tuple(
            SourceRow(
                id=source.id,
                title=source.title,
                publisher=source.publisher,
                url=source.url,
                statements=sum(len(section.statements) for section in source.sections),
            )
            for source in catalogue.sources
        ),
        checklists=tuple(
            ChecklistRow(
                id=sheet.id, url=sheet.address.url, area=sheet.area.id, tier=sheet.tier.id, files=_files(sheet)
            )
            for sheet in checklists(lookup)
        ),
    )


def _row(kind: type[RowType], record: BaseModel, **others: object) -> RowType:
    """A row made of the fields that it shares with a record, and of others."""
    fields = record.model_dump(mode="json", include=set(kind.model_fields))
    return kind(**fields, url=_url(record), **others)


def _printed(sheet: Sheet) -> dict[str, Any]:
    """Where the sheet of a record stands, and its files."""
    return {"checklist": sheet.address.url, "files": _files(sheet)}


def _files(sheet: Sheet) -> tuple[str, ...]:
    return tuple(file.address.url for file in sheet.files)


def _url(record: object) -> str:
    return links.address(record).url
