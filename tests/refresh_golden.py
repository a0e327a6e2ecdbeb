"""Writes the golden pages anew from the small catalogue; look at the difference before you commit it."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator import source
from generator.exports import spreadsheets
from generator.render import render

HERE = Path(__file__).parent


def main() -> None:
    """Replace the golden pages."""
    golden = HERE / "golden"
    shutil.rmtree(golden, ignore_errors=True)
    catalogue = source.read(HERE / "catalogues" / "small").catalogue
    for name, text in render(catalogue, {}, spreadsheets(catalogue)).items():
        if not name.endswith(".md"):
            continue
        path = golden / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


if __name__ == "__main__":
    main()
