"""The real catalogue, and the search that is generated from it and from the small one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import source
from generator.search import search

if TYPE_CHECKING:
    from generator.model import Catalogue

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return source.read(DATA).catalogue


@pytest.fixture(scope="session")
def real_search(real: Catalogue) -> dict[str, bytes]:
    return search(real)


@pytest.fixture(scope="session")
def small_search(small: Catalogue) -> dict[str, bytes]:
    return search(small)
