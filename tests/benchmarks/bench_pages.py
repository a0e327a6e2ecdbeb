"""Measures pages of the finished site in a real browser, and the same pages of the theme as it comes, in one run.

`make bench-pages` runs it on the pages that `make site` generated. Both sites are built with the same address, so that
search engines are told all that they are told of a public one, and served compressed. Of each kind of page it takes the
largest.
"""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from playwright.sync_api import sync_playwright

from generator import source
from generator.publish import publish
from tests.benchmarks.lighthouse import CATEGORIES, Audit, Form, audited
from tests.benchmarks.rivals import stock_site
from tests.site.serving import compressed, launched, served
from tests.site.weight import scales

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Browser

PROJECT = Path(__file__).parents[2]
ADDRESS = "https://guide.school.sch.uk/"
HOME, FINDER = "index.html", "find.html"
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True)
class Weight:
    """The bytes that a page brings over the network: at a first visit, and to somebody who comes from another page."""

    first: int
    next: int


@dataclass(frozen=True)
class Figures:
    """What was measured of a page on one site."""

    audits: dict[Form, Audit]
    weight: Weight


def main() -> None:
    """Print every figure, page by page."""
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = Path(folder, "ours"), Path(folder, "stock")
        stock.mkdir()
        publish(PROJECT, ours, source.read(PROJECT / "data").catalogue.guide.reviewed, ADDRESS)
        pages = {"home": HOME, "finder": FINDER, **largest_of_each_kind(ours)}
        with served(ours) as our_address, served(stock_site(PROJECT, stock, ADDRESS)) as stock_address:
            for name, path in pages.items():
                print(f"\n{name}: {path}\n{heading()}")
                ours_is, stock_is = measured(our_address, path), measured(stock_address, path)
                print(*rows("ours", ours_is), *rows("stock Material", stock_is), beside(ours_is, stock_is), sep="\n")
                print(end="", flush=True)


def largest_of_each_kind(site: Path) -> dict[str, str]:
    """The page that is largest when compressed among the symptoms, areas at a tier and strategies of a site."""
    kinds = {"symptom": "symptoms/*.html", "area at a tier": "areas/*/*.html", "strategy": "strategies/*.html"}
    found = {name: (page for page in site.glob(f"guide/{pages}") if page.name != HOME) for name, pages in kinds.items()}
    return {name: max(pages, key=weight_of).relative_to(site).as_posix() for name, pages in found.items()}


def weight_of(page: Path) -> tuple[int, str]:
    """How large a page is when compressed, and its path, so that of two that are equal the same one is taken."""
    return len(compressed(page)), page.as_posix()


def measured(address: str, path: str) -> Figures:
    """What Lighthouse says of a page in each form, and what the page weighs."""
    audits = {form: audited(f"{address}/{path}", form) for form in FORMS}
    with sync_playwright() as playwright, closing(launched(playwright)) as browser:
        return Figures(audits, weighed(browser, address, path))


def weighed(browser: Browser, address: str, path: str) -> Weight:
    """What a page weighs at a first visit, and after the home page; after the finder, if it is the home page itself."""
    before = FINDER if path == HOME else HOME
    (first,) = brought(browser, [f"{address}/{path}"])
    _, after = brought(browser, [f"{address}/{before}", f"{address}/{path}"])
    return Weight(first, after)


def brought(browser: Browser, addresses: Sequence[str]) -> Iterable[int]:
    """The bytes that each of some pages brings to a browser that opens one after the other and had nothing before."""
    with closing(browser.new_context()) as context:
        page = context.new_page()
        weigh = scales(page)
        weights = []
        for address in addresses:
            page.goto(address, wait_until="networkidle")
            weights.append(weigh())
        return weights


def heading() -> str:
    """The names of the columns."""
    names = (*CATEGORIES, "largest paint", "layout shift")
    return f"{'':24}" + "".join(f"{name:>15}" for name in names)


def rows(name: str, figures: Figures) -> list[str]:
    """The figures of a page on one site, a line for each form and one for what it weighs."""
    lines = []
    for form, found in figures.audits.items():
        marks = "".join(f"{mark:>15}" for mark in found.marks)
        lines.append(f"  {f'{name}, {form}':22}{marks}{found.largest_paint:13.2f} s{found.layout_shift:15.3f}")
        lines += [f"    {fault}" for fault in found.faults]
    first, after = kilobytes(figures.weight.first), kilobytes(figures.weight.next)
    return [*lines, f"  {f'{name}, weight':22}  first visit {first}, next page {after}"]


def beside(ours: Figures, stock: Figures) -> str:
    """How many times what the stock page takes ours takes."""
    parts = {
        "first visit": ours.weight.first / stock.weight.first,
        "next page": ours.weight.next / stock.weight.next,
        **{f"paint, {form}": ours.audits[form].largest_paint / stock.audits[form].largest_paint for form in FORMS},
    }
    return f"  {'ours to stock':22}  " + ", ".join(f"{name} {part:.2f}" for name, part in parts.items())


def kilobytes(count: int) -> str:
    return f"{count / 1000:.1f} kB"


if __name__ == "__main__":
    main()
