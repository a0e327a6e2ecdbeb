"""Which files there are to print or to fill in, and what each is called, on screen and in a person's folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import links

if TYPE_CHECKING:
    from generator.model import Catalogue, Step, Symptom


@dataclass(frozen=True)
class Kind:
    """A form of what is in a file: its name, its paper or program, and how the names of its files end."""

    name: str
    paper: str
    ending: str


@dataclass(frozen=True)
class File:
    """A file to take away."""

    kind: Kind
    address: links.Address


WALL = Kind("Wall checklist", "A4", "checklist-a4.pdf")
PLANNING = Kind("Planning sheet", "A4 landscape", "planning-a4.pdf")
SELF_EVALUATION = Kind("Self-evaluation", "A4", "self-evaluation-a4.pdf")
LARGE_PRINT = Kind("Large print", "A4", "large-print-a4.pdf")
POSTER = Kind("Poster", "A3", "poster-a3.pdf")
KINDS = (WALL, PLANNING, SELF_EVALUATION, LARGE_PRINT, POSTER)
"""The forms of every sheet, those most used first."""

SPREADSHEETS = (
    Kind("Spreadsheet to fill in", "Excel", "checklist.xlsx"),
    Kind("The same rows for other programs", "CSV", "checklist.csv"),
)
WHOLE = "whole"
WHOLE_CATALOGUE = (
    Kind("The whole catalogue", "Excel", "catalogue.xlsx"),
    Kind("Every strategy, for other programs", "CSV", "catalogue.csv"),
)

CARD = Kind("Symptom card", "A4, two to cut out", "card-a4.pdf")
RECORD = Kind("Record of one cycle", "A4", "a4.pdf")


def files_of(sheet: str, *, with_card: bool) -> tuple[File, ...]:
    """The files of a sheet by its id, those most used first."""
    printed = (*KINDS, CARD) if with_card else KINDS
    return (*(_file(sheet, kind) for kind in printed), *spreadsheets_of(sheet))


def spreadsheets_of(sheet: str) -> tuple[File, File]:
    """The spreadsheets of a sheet by its id: for Excel, and for other programs."""
    excel, commas = SPREADSHEETS
    return _file(sheet, excel), _file(sheet, commas)


def spreadsheets_of_all() -> tuple[File, File]:
    """The spreadsheets of the whole catalogue: for Excel, and for other programs."""
    excel, commas = WHOLE_CATALOGUE
    return _file(WHOLE, excel), _file(WHOLE, commas)


def file_of_card(symptom: Symptom) -> File:
    """The card of a symptom."""
    return _file(symptom.id, CARD)


def file_of_record(catalogue: Catalogue) -> File:
    """The blank record of one cycle, named after the steps on which the Code has a paragraph."""
    return _file("-".join(step.id for step in steps_of_the_code(catalogue)), RECORD)


def steps_of_the_code(catalogue: Catalogue) -> tuple[Step, ...]:
    """The steps of the cycle on which the Code has a paragraph, or else all."""
    return tuple(step for step in catalogue.cycle if step.paragraphs) or catalogue.cycle


def _file(name: str, kind: Kind) -> File:
    return File(kind, links.file(f"{name}-{kind.ending}"))
