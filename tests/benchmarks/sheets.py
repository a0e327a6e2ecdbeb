"""Measures how long the printed sheets take and how large they are, and the same sheets by WeasyPrint and Chromium.

Each measurement starts in a process of its own, so that nothing is warm. Run it with `make bench-sheets`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, TypeVar

from jinja2 import Environment, FileSystemLoader

from generator import source
from generator.checklists.files import PLANNING, WALL
from generator.lookup import Lookup
from generator.render.handed import handed
from generator.render.press import Press, fonts, printed
from tests.site.serving import BROWSERS, launched

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.render.handed import Handed

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "data"
COMPARED = 60

Result = TypeVar("Result")


def main() -> None:
    """Print one table after the other."""
    say(f"{os.cpu_count()} processors\n")
    say(cold(everything_cold))
    say(cold(each_alone))
    say(f"The same {COMPARED} sheets, wall checklists and planning sheets:")
    say(f"  Typst       {cold(by_typst):6.1f} s")
    say(f"  WeasyPrint  {compared(cold(by_weasyprint), 'it is not installed: pip install weasyprint')}")
    say(f"  Chromium    {compared(cold(by_chromium), 'it is not installed: sh tests/install_browser.sh')}")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def compared(seconds: float | None, without: str) -> str:
    return f"{seconds:6.1f} s" if seconds is not None else without


def cold(measure: Callable[[], Result]) -> Result:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(measure).result()


def everything_cold() -> str:
    lookup = Lookup(source.read(DATA).catalogue)
    started, worked = perf_counter(), process_time()
    first = printed(lookup, {})
    once, busy = perf_counter() - started, process_time() - worked
    started = perf_counter()
    again = printed(lookup, first.files)
    twice = perf_counter() - started
    size = sum(made.bytes for made in first.made.values())
    return (
        f"All {len(first.made)} files from cold: {once:.1f} s ({busy:.1f} s of work), "
        f"{1000 * once / len(first.made):.0f} ms each; {size / 1e6:.1f} MB\n"
        f"All of them unchanged: {twice:.1f} s, {'the same bytes' if again == first else 'OTHER BYTES'}\n"
    )


def each_alone() -> str:
    press = Press(fonts(), datetime(2026, 1, 1, tzinfo=UTC))
    times, sizes, pages = defaultdict(list), defaultdict(list), defaultdict(list)
    for each in handed(Lookup(source.read(DATA).catalogue)):
        started = perf_counter()
        content, sides = press.set(each)
        kind = each.file.kind.name
        times[kind].append(1000 * (perf_counter() - started))
        sizes[kind].append(len(content) / 1000)
        pages[kind].append(sides)
    rows = [
        f"{kind:20} {len(times[kind]):5} {median(times[kind]):9.0f} {max(times[kind]):7.0f}"
        f" {median(sizes[kind]):9.0f} {max(sizes[kind]):7.0f} {median(pages[kind]):9.0f} {max(pages[kind]):7}"
        for kind in times
    ]
    head = f"{'One after the other':20} {'files':>5} {'ms: half':>9} {'most':>7} {'kB: half':>9} {'most':>7}"
    return "\n".join((f"{head} {'sides: half':>9} {'most':>5}", *rows, ""))


def sixty() -> list[Handed]:
    every = [each for each in handed(Lookup(source.read(DATA).catalogue)) if each.file.kind in {WALL, PLANNING}]
    return every[:COMPARED]


def by_typst() -> float:
    wanted = sixty()
    started = perf_counter()
    press = Press(fonts(), datetime(2026, 1, 1, tzinfo=UTC))
    for each in wanted:
        press.set(each)
    return perf_counter() - started


def as_html(each: Handed) -> str:
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True)
    return environment.get_template("sheet.html").render(each.values)


def by_weasyprint() -> float | None:
    if find_spec("weasyprint") is None:
        return None
    wanted = [as_html(each) for each in sixty()]
    started = perf_counter()
    import weasyprint  # noqa: PLC0415 - only where it is installed, and the time that it takes counts

    for page in wanted:
        weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return perf_counter() - started


def by_chromium() -> float | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not to be loaded where Typst is measured

    if not any(map(shutil.which, BROWSERS)):
        return None
    wanted = [as_html(each) for each in sixty()]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        started = perf_counter()
        chromium = launched(playwright)
        page = chromium.new_page()
        for number, text in enumerate(wanted):
            page.set_content(text)
            page.pdf(path=Path(folder) / f"{number}.pdf", prefer_css_page_size=True, tagged=True)
        chromium.close()
        return perf_counter() - started


if __name__ == "__main__":
    main()
