"""What many tests start from: the small catalogue, read through the door that the command uses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import source
from generator.exports import spreadsheets
from generator.lookup import Lookup

if TYPE_CHECKING:
    from generator.model import Catalogue

SMALL = Path(__file__).parent / "catalogues" / "small"


@pytest.fixture(scope="session")
def small() -> Catalogue:
    return source.read(SMALL).catalogue


@pytest.fixture(scope="session")
def lookup(small: Catalogue) -> Lookup:
    return Lookup(small)


@pytest.fixture(scope="session")
def tables(small: Catalogue) -> dict[str, bytes]:
    return spreadsheets(small)


@pytest.fixture(scope="session")
def golden() -> Path:
    return Path(__file__).parent / "golden"
