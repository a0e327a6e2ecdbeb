from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.pages_of_site import BuiltPage

NOT_FOUND = "404.html"


def test_every_link_leads_to_a_page_and_a_place_that_exist(site: Path, pages: dict[str, BuiltPage]) -> None:
    broken = []
    for page in pages.values():
        if page.path == NOT_FOUND:
            continue
        for link in {*page.links, *page.assets}:
            target = page.inside(link)
            if target is None:
                continue
            path, anchor = target
            if not (site / path).is_file() or (anchor and path in pages and anchor not in pages[path].ids):
                broken.append(f"{page.path}: {link}")
    assert broken == []


def test_every_page_can_be_reached_from_home(pages: dict[str, BuiltPage]) -> None:
    met, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = pages[waiting.pop()]
        targets = {target[0] for link in page.links if (target := page.inside(link))}
        new = (targets & pages.keys()) - met
        met |= new
        waiting += new
    assert pages.keys() - met - {NOT_FOUND} == set()


def test_no_page_is_a_dead_end(pages: dict[str, BuiltPage]) -> None:
    assert [page.path for page in pages.values() if len({*page.in_article}) < 2] == []


def test_every_strategy_of_a_symptom_is_two_clicks_from_home(pages: dict[str, BuiltPage]) -> None:
    def leads_to(path: str, folder: str) -> set[str]:
        page = pages[path]
        targets = {target[0] for link in page.in_article if (target := page.inside(link))}
        return {target for target in targets if target.startswith(folder) and not target.endswith("index.html")}

    symptoms = leads_to("index.html", "guide/symptoms/")
    assert symptoms == {path for path in pages if path.startswith("guide/symptoms/")} - {"guide/symptoms/index.html"}
    assert [symptom for symptom in symptoms if len(leads_to(symptom, "guide/strategies/")) < 3] == []


def test_nothing_is_fetched_from_another_site(pages: dict[str, BuiltPage]) -> None:
    assert {
        asset
        for page in pages.values()
        for asset in page.assets
        if page.inside(asset) is None and not asset.startswith("data:")
    } == set()


def test_links_to_other_sites_are_https_say_so_and_hand_nothing_over(pages: dict[str, BuiltPage]) -> None:
    away = [(page.path, each) for page in pages.values() for each in page.away]
    assert len({path for path, _ in away}) >= 3
    wrong = [
        (path, each)
        for path, each in away
        if not each.attributes["href"].startswith("https://")
        or not each.words.endswith(" (another site)")
        or each.attributes.get("rel") != "noopener noreferrer"
        or each.attributes.get("referrerpolicy") != "no-referrer"
    ]
    assert wrong == []
