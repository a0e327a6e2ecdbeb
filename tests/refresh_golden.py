"""Writes the golden pages and pictures anew from the small catalogue; look at the difference before you commit it.

Run it as a module, from the project's own folder: `python -m tests.refresh_golden`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from generator import source
from generator.exports import spreadsheets
from generator.lookup import Lookup
from generator.render import render
from generator.render.press import pictured, printed
from tests.builders import SMALL, with_address
from tests.render.pdf import pictures
from tests.render.test_pictures import OF_EACH_KIND, RESOLUTION

HERE = Path(__file__).parent


def main() -> None:
    """Replace the golden pages, and the golden pictures of printed sheets."""
    golden = HERE / "golden"
    catalogue = source.read(SMALL).catalogue
    shutil.rmtree(golden, ignore_errors=True)
    for name, text in render(catalogue, {}, spreadsheets(catalogue)).items():
        if not name.endswith(".md"):
            continue
        path = golden / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    lookup = Lookup(with_address(catalogue))
    sheets = printed(lookup, {}).files
    (golden / "pictures").mkdir()
    (golden / "pictures" / "banner.png").write_bytes(pictured(lookup))
    for name in OF_EACH_KIND:
        picture = next(pictures(sheets[f"checklists/files/{name}.pdf"], RESOLUTION))
        picture.save(golden / "pictures" / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
