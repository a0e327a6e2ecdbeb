"""The real catalogue, and the search that is generated from it and from the small one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import source
from generator.checklists import checklists
from generator.lookup import Lookup
from generator.search import search
from generator.search.documents import documents, rings

if TYPE_CHECKING:
    from generator.model import Catalogue
    from generator.search.documents import Document

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return source.read(DATA).catalogue


@pytest.fixture(scope="session")
def real_search(real: Catalogue) -> dict[str, bytes]:
    return search(real)


@pytest.fixture(scope="session")
def real_documents(real: Catalogue) -> tuple[Document, ...]:
    lookup = Lookup(real)
    return documents(lookup, checklists(lookup), rings(lookup))


@pytest.fixture(scope="session")
def small_search(small: Catalogue) -> dict[str, bytes]:
    return search(small)
