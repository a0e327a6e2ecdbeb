"""Calls the sheet's own functions, those that know nothing of the page, in Node."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.search.node import returned

PROGRAM = Path(__file__).parent / "call.js"
SCRIPTS = Path(__file__).parents[2] / "content" / "assets" / "sheet"
OWN = ("selection", "edition")


def call(name: str, *values: object) -> Any:  # noqa: ANN401 (what JSON holds)
    """What one function of the sheet returns."""
    own = {f"{each}.js": (SCRIPTS / f"{each}.js").read_text(encoding="utf-8") for each in OWN}
    return returned(PROGRAM, own, [[name, *values]])[0]
