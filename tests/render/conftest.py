"""Every sheet of the small catalogue, with an address to lead to, and every sheet of the real one: printed once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import source
from generator.lookup import Lookup
from generator.render.press import printed
from tests.builders import with_address

if TYPE_CHECKING:
    from generator.model import Catalogue
    from generator.render.press import Printed

REAL = Path(__file__).parent.parent.parent / "data"


@pytest.fixture(scope="session")
def addressed(small: Catalogue) -> Catalogue:
    return with_address(small)


@pytest.fixture(scope="session")
def sheets(addressed: Catalogue) -> Printed:
    return printed(Lookup(addressed), {})


@pytest.fixture(scope="session")
def real() -> Lookup:
    return Lookup(source.read(REAL).catalogue)


@pytest.fixture(scope="session")
def real_sheets(real: Lookup) -> Printed:
    return printed(real, {})
