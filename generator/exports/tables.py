"""What a table is, whichever kind of file it is written to: headed columns, and rows of text and dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from generator.figures import day

if TYPE_CHECKING:
    from generator.model import Guide, Safeguarding

Cell: TypeAlias = str | date
Shown = TypeVar("Shown")

EMPTY = ""
MAY_BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    """A column, as wide as so many characters.

    One with `choices` is filled in by choosing; one with a `hint` says what belongs there to whoever fills it in. What
    is not `printed` stands on the screen alone, to the right of what is.
    """

    heading: str
    width: int
    choices: tuple[str, ...] = ()
    hint: str = ""
    printed: bool = True


Columns: TypeAlias = Mapping[Column, Callable[[Shown], Cell]]
"""Columns in order, each with what it shows of a record."""

ADDRESS = Column("Address", 44, printed=False)


@dataclass(frozen=True)
class Table:
    """A table under its title; where `panel` is given, it stands above everything but that."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    panel: Safeguarding | None = None
    lines: tuple[str, ...] = ()


def rows(records: Iterable[Shown], columns: Columns[Shown]) -> tuple[tuple[Cell, ...], ...]:
    """A row for each record."""
    return tuple(tuple(shown(record) for shown in columns.values()) for record in records)


def listed(parts: Iterable[str]) -> str:
    """Several things in one cell, each once."""
    return "; ".join(dict.fromkeys(parts))


def in_lines(parts: Iterable[str]) -> str:
    """Several things in one cell, a line for each."""
    return "\n".join(parts)


def edition(guide: Guide) -> str:
    """Which edition of which guide a table is from."""
    return f"{guide.title}. Catalogue version {guide.version}, reviewed {day(guide.reviewed)}."


def may_begin_a_formula(cell: Cell) -> bool:
    """Whether a spreadsheet program could take a text for a formula."""
    return isinstance(cell, str) and cell.startswith(MAY_BEGIN_A_FORMULA)
