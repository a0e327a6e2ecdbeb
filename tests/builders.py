"""Small things that tests are made of: the little catalogue, what is laid over it, and what a user then reads."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.checks import check
from generator.source import Reading, read

if TYPE_CHECKING:
    from generator.model import Catalogue

CATALOGUES = Path(__file__).parent / "catalogues"
SMALL = CATALOGUES / "small"
TODAY = date(2026, 3, 2)
ADDRESS = "https://guide.example/small/"


def small_catalogue_in(folder: Path) -> Path:
    """Copy the little catalogue to `folder/data`, and return that folder."""
    return Path(shutil.copytree(SMALL, folder / "data"))


def with_address(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue whose printed sheets know where its site stands."""
    return catalogue.model_copy(update={"guide": catalogue.guide.model_copy(update={"address": ADDRESS})})


def lay_over(folder: Path, overlay: Path) -> None:
    """Lay the files of an overlay over a catalogue; what is expected of them is not part of it."""
    shutil.copytree(overlay, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))


def problems_of(reading: Reading) -> list[str]:
    """Return everything that is wrong, in the lines that a user reads."""
    checked = check(reading.catalogue, reading.places, reading.declared, TODAY)
    return [str(problem) for problem in sorted({*reading.problems, *checked})]


def problems_in(folder: Path) -> list[str]:
    """Read a catalogue and return everything that is wrong with it."""
    return problems_of(read(folder))
