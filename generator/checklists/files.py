"""Which files there are to print, and what each is called, on screen and in a person's folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import links

if TYPE_CHECKING:
    from generator.model import Catalogue, Step, Symptom


@dataclass(frozen=True)
class Kind:
    """A form in which something is printed: its name, its paper, and how the names of its files end."""

    name: str
    paper: str
    ending: str


@dataclass(frozen=True)
class File:
    """A file to print."""

    kind: Kind
    address: links.Address


WALL = Kind("Wall checklist", "A4", "checklist-a4")
PLANNING = Kind("Planning sheet", "A4 landscape", "planning-a4")
SELF_EVALUATION = Kind("Self-evaluation", "A4", "self-evaluation-a4")
LARGE_PRINT = Kind("Large print", "A4", "large-print-a4")
POSTER = Kind("Poster", "A3", "poster-a3")
KINDS = (WALL, PLANNING, SELF_EVALUATION, LARGE_PRINT, POSTER)
"""The forms of every sheet, those most used first."""

CARD = Kind("Symptom card", "A4, two to cut out", "card-a4")
RECORD = Kind("Record of one cycle", "A4", "a4")


def files_of(sheet: str, *, with_card: bool) -> tuple[File, ...]:
    """The files of a sheet by its id, those most used first."""
    return tuple(_file(sheet, kind) for kind in ((*KINDS, CARD) if with_card else KINDS))


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
    return File(kind, links.file_to_print(f"{name}-{kind.ending}"))
