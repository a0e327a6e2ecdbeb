"""Runs the browser's scripts in the Node that Playwright brings, so that the tests need no other."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright._impl._driver import compute_driver_executable

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAMS = Path(__file__).parent
SCRIPTS = Path(__file__).parents[2] / "content" / "assets" / "search"
OWN = ("analysis", "spelling", "unpack", "warning", "reading", "nearness", "ranking", "engine")
"""The scripts that know nothing of the page."""


def run(program: str, given: object = None, generated: Mapping[str, bytes] | None = None) -> Any:  # noqa: ANN401 (what JSON holds)
    """What one of the programs beside this file returns, once the search's own and generated scripts are loaded."""
    files = {name: text.decode() for name, text in (generated or {}).items()}
    own = {f"{name}.js": (SCRIPTS / f"{name}.js").read_text(encoding="utf-8") for name in OWN}
    return returned(PROGRAMS / f"{program}.js", {**files, **own}, given)


def returned(program: Path, scripts: Mapping[str, str], given: object) -> Any:  # noqa: ANN401 (what JSON holds)
    """What a program returns, once scripts have run before it as a page would load them."""
    asked = {"program": str(program), "scripts": [*scripts.items()], "given": given}
    done = subprocess.run(
        [node(), PROGRAMS / "run.js"], input=json.dumps(asked).encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@cache
def node() -> str:
    """Where that Node is."""
    executable, _ = compute_driver_executable()
    return executable
