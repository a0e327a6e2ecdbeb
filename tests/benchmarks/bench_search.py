"""Asks the real site in a real browser what staff type, and prints how good, how large and how fast its search is.

`make bench-search` runs it on the finished site in `site/`. Beside the guide's own search it asks, in the same run, the
theme's stock search and MiniSearch over the same pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import tempfile
from contextlib import contextmanager
from dataclasses import astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from generator import source
from generator.search import search
from generator.search.analysis import words
from tests.benchmarks.judging import Figures, Judge, Query, Shown, read_queries
from tests.benchmarks.rivals import mini_search, stock_search, stock_site
from tests.site.serving import launched, served

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from playwright.sync_api import Browser, Page, Route

    from generator.model import Catalogue, Elsewhere, Situation, Symptom, Topic

PROJECT = Path(__file__).parents[2]
HERE = Path(__file__).parent
BATCH = 200
FOLDS = 5
MADE_UP = 5_000
SLOWED = 4
"""How many times slower than this machine a school's phone is taken to be."""
TIMES_READY = 9
TYPED = 30


def main() -> None:
    """Print every figure."""
    arguments = _parser().parse_args()
    site = arguments.site
    catalogue = source.read(PROJECT / "data").catalogue
    judge = Judge(json.loads((site / "guide" / "catalogue.json").read_text(encoding="utf-8")))
    sets = {path.stem: read_queries(path) for path in arguments.queries}
    written = _written(catalogue)
    with sync_playwright() as playwright, served(site) as address:
        browser = launched(playwright)
        with _finder(browser, address) as page:
            for name, queries in sets.items():
                judged = list(zip(queries, _ask(page, [query.text for query in queries]), strict=True))
                _print_figures(name, judge, judged, by_type=True)
                unseen = [each for each in judged if _plain(each[0].text) not in written]
                _print_row("not word for word in data/", judge.figures(unseen))
                if arguments.missed:
                    print(*(f"    {line}" for line in judge.missed(judged)), sep="\n")
        if not arguments.quick:
            _print_rivals(browser, site, judge, sets)
            _print_left_out(browser, address, catalogue, judge)
        own = _own_scripts(site)
        _print_speed(browser, address, "the real catalogue", {**_search_files(site), **own}, sets)
        if not arguments.quick:
            made_up = search(_with_made_up(catalogue))
            _print_speed(browser, address, f"{MADE_UP} made-up strategies", {**made_up, **own}, sets)
        browser.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("queries", type=Path, nargs="+", help="files of judged queries")
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="the finished site")
    parser.add_argument("--missed", action="store_true", help="list what was answered wrongly")
    parser.add_argument("--quick", action="store_true", help="the guide's own search on the judged queries alone")
    return parser


@contextmanager
def _finder(browser: Browser, address: str, instead: Mapping[str, bytes] | None = None) -> Iterator[Page]:
    """The finder page, ready; with other files of the search in place of the site's own, where they are given."""
    with _visit(browser, f"{address}/find.html", instead) as page:
        page.locator("[data-finder] input").focus()
        page.evaluate("guide.load()")
        yield page


@contextmanager
def _visit(browser: Browser, address: str, instead: Mapping[str, bytes] | None = None) -> Iterator[Page]:
    page = browser.new_page()
    for path, content in (instead or {}).items():
        page.route(f"**/guide/{path}", _answering(content))
    page.goto(address)
    yield page
    page.close()


def _answering(content: bytes) -> Any:  # noqa: ANN401 (what Playwright takes)
    def answer(route: Route) -> None:
        route.fulfill(body=content, content_type="text/javascript")

    return answer


def _ask(page: Page, queries: Sequence[str]) -> Iterator[Shown]:
    script = _script("ask")
    for start in range(0, len(queries), BATCH):
        for answer in page.evaluate(script, list(queries[start : start + BATCH])):
            assert answer["answers"], "the page did not answer the query that was typed"
            yield Shown(answer["state"], tuple(map(tuple, answer["results"])), answer["panel"])


def _written(catalogue: Catalogue) -> frozenset[str]:
    """The phrases of the catalogue: a query that is one of them says nothing of what was never written."""
    records: tuple[Symptom | Situation | Topic | Elsewhere, ...] = (
        *catalogue.symptoms,
        *catalogue.situations,
        *catalogue.topics,
        *catalogue.elsewhere,
    )
    return frozenset(_plain(phrase) for each in records for phrase in each.phrases)


def _plain(text: str) -> str:
    return " ".join(words(text))


def _print_figures(name: str, judge: Judge, judged: Sequence[tuple[Query, Shown]], *, by_type: bool = False) -> None:
    names = [each.name.replace("_", " ") for each in fields(Figures)]
    print(f"\n{name:30}", *(f"{each:>13}" for each in names))
    _print_row("all", judge.figures(judged))
    types = sorted({query.type for query, _ in judged}) if by_type else []
    for each in types if len(types) > 1 else ():
        _print_row(each, judge.figures([(query, shown) for query, shown in judged if query.type == each]))


def _print_row(name: str, figures: Figures) -> None:
    count, *parts = astuple(figures)
    print(f"  {name:28} {count:13}", *(f"{'-' if part is None else f'{part:.3f}':>13}" for part in parts))


def _print_rivals(browser: Browser, site: Path, judge: Judge, sets: Mapping[str, Sequence[Query]]) -> None:
    with tempfile.TemporaryDirectory() as folder, served(stock_site(PROJECT, Path(folder))) as address:
        for name, rival in {"stock Material": stock_search, "MiniSearch": mini_search}.items():
            with _visit(browser, f"{address}/index.html") as page:
                answer = rival(page, site)
                for each, queries in sets.items():
                    _print_figures(f"{name}: {each}", judge, [(query, answer(query.text)) for query in queries])


def _print_left_out(browser: Browser, address: str, catalogue: Catalogue, judge: Judge) -> None:
    """A fifth of the phrases of each situation is taken away and asked, five times over."""
    headings = {each.id: each.statements for each in catalogue.symptoms}
    judged: list[tuple[Query, Shown]] = []
    for fold in range(FOLDS):
        kept, queries = [], []
        for each in catalogue.situations:
            phrases = _shuffled(each.phrases)
            left_out = phrases[fold::FOLDS]
            wanted = tuple(heading for symptom in each.symptoms for heading in headings[symptom])
            kept.append(each.model_copy(update={"phrases": tuple(p for p in phrases if p not in left_out)}))
            queries += [Query(phrase, "left out", headings=wanted, panel=None) for phrase in left_out]
        files = search(catalogue.model_copy(update={"situations": tuple(kept)}))
        with _finder(browser, address, files) as page:
            judged += zip(queries, _ask(page, [query.text for query in queries]), strict=True)
    _print_figures("phrases left out, five-fold", judge, judged)


def _shuffled(phrases: Sequence[str]) -> list[str]:
    """Phrases in an order of chance that is the same each time: neighbours in the file are much alike."""
    return random.Random(5).sample(phrases, len(phrases))  # noqa: S311 (nothing secret)


def _print_speed(
    browser: Browser, address: str, name: str, files: Mapping[str, bytes], sets: Mapping[str, Sequence[Query]]
) -> None:
    sizes = {path: len(gzip.compress(content, mtime=0)) for path, content in files.items()}
    ready = [_time_ready(browser, address, files) for _ in range(TIMES_READY)]
    typed = [query.text for queries in sets.values() for query in queries][:TYPED]
    with _visit(browser, f"{address}/guide/symptoms/index.html", files) as page:
        page.evaluate(_script("ready"))
        _slow(page)
        strokes: list[float] = page.evaluate(_script("keystrokes"), typed)
    slow = statistics.quantiles(strokes, n=20)[-1]
    print(f"\n{name}: {sum(sizes.values()) / 1000:.0f} kB gzipped in all")
    for path, size in sorted(sizes.items(), key=lambda each: -each[1]):
        print(f"  {size / 1000:6.1f} kB {path}")
    print(f"  processor slowed {SLOWED} times: ready in {statistics.median(ready):.0f} ms "
          f"(median of {TIMES_READY}, {min(ready):.0f} to {max(ready):.0f}); 95 of 100 of {len(strokes)} keystrokes "
          f"answered within {slow:.0f} ms, half within {statistics.median(strokes):.0f} ms")  # fmt: skip


def _time_ready(browser: Browser, address: str, files: Mapping[str, bytes]) -> float:
    with _visit(browser, f"{address}/guide/symptoms/index.html", files) as page:
        _slow(page)
        milliseconds: float = page.evaluate(_script("ready"))
        return milliseconds


def _slow(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


def _search_files(site: Path) -> dict[str, bytes]:
    return {f"search/{path.name}": path.read_bytes() for path in sorted((site / "guide" / "search").glob("*.js"))}


def _own_scripts(site: Path) -> dict[str, bytes]:
    folder = site / "assets" / "search"
    return {f"assets/search/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.js"))}


def _with_made_up(catalogue: Catalogue) -> Catalogue:
    """The catalogue with thousands of strategies whose words are those of the real ones, drawn by chance."""
    chance = random.Random(5)  # noqa: S311 (nothing secret)
    words = [word for each in catalogue.strategies for word in each.summary.split()]
    titles = [word for each in catalogue.strategies for word in each.title.split()]
    made_up = tuple(
        chance.choice(catalogue.strategies).model_copy(
            update={
                "id": f"made-up-{number}",
                "title": " ".join(chance.choices(titles, k=5)),
                "summary": " ".join(chance.choices(words, k=40)),
            }
        )
        for number in range(MADE_UP)
    )
    return catalogue.model_copy(update={"strategies": (*catalogue.strategies, *made_up)})


def _script(name: str) -> str:
    return (HERE / f"{name}.js").read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
