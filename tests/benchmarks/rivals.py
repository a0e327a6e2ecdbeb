"""The searches to compare with: the theme's own as it comes, and MiniSearch, both over the pages of the guide."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from tests.benchmarks.judging import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Page

HERE = Path(__file__).parent
MINI_SEARCH = HERE.parent / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
STOCK = """
INHERIT: {project}/mkdocs.yml
docs_dir: {project}/content
hooks: []
theme: {{name: material, custom_dir: {empty}}}
plugins: [search]
extra_css: []
extra_javascript: []
"""
KINDS = {
    "symptoms": "symptom",
    "strategies": "strategy",
    "cycle": "step",
    "services": "service",
    "checklists": "checklist",
}
"""The lists of the catalogue whose records can be found, and their kinds in results."""


def stock_site(project: Path, folder: Path, address: str = "") -> Path:
    """The same pages built with the theme as it comes, in a folder, for an address if there is one."""
    empty = folder / "empty"
    empty.mkdir()
    configuration = folder / "mkdocs.yml"
    configuration.write_text(STOCK.format(project=project.resolve(), empty=empty), encoding="utf-8")
    command = ["build", "--quiet", "--config-file", str(configuration), "--site-dir", str(folder / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PROVISION_ADDRESS": address}
    subprocess.run([sys.executable, "-m", "mkdocs", *command], check=True, env=environment)
    return folder / "site"


def stock_search(page: Page, site: Path) -> Callable[[str], Shown]:
    """Asks the theme's own search through its own page."""
    records = _records(site)
    page.locator("[data-md-component=search-query]").focus()
    script = (HERE / "ask_stock.js").read_text(encoding="utf-8")

    def answer(query: str) -> Shown:
        return _shown(page.evaluate(script, query), records, page.url)

    return answer


def mini_search(page: Page, site: Path) -> Callable[[str], Shown]:
    """Asks MiniSearch over the texts that the theme's own search reads."""
    records = _records(site)
    page.add_script_tag(path=MINI_SEARCH)
    page.evaluate((HERE / "load_mini_search.js").read_text(encoding="utf-8"))
    script = (HERE / "ask_mini_search.js").read_text(encoding="utf-8")

    def answer(query: str) -> Shown:
        return _shown(page.evaluate(script, query), records, page.url)

    return answer


def _records(site: Path) -> dict[str, tuple[str, str]]:
    """The kind and id of each record by its address from the root of the site."""
    catalogue: dict[str, Any] = json.loads((site / "guide" / "catalogue.json").read_text(encoding="utf-8"))
    return {row["url"]: (kind, row["id"]) for name, kind in KINDS.items() for row in catalogue[name]}


def _shown(found: Iterable[str], records: dict[str, tuple[str, str]], base: str) -> Shown:
    """Results by their addresses, each record once; a place on the page of a record stands for the record."""
    places = [urljoin(base, each).removeprefix(urljoin(base, ".")) for each in found]
    known = [records.get(place) or records.get(place.partition("#")[0]) for place in places]
    return Shown("done" if places else "none", tuple(dict.fromkeys(each for each in known if each)))
