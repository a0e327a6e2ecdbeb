"""What comes out of the printer when somebody presses Print: every kind of page, counted and read."""

from __future__ import annotations

import re
from ctypes import c_double
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

A4 = (595, 842)
LOWER_MARGIN = 48
"""Width, height and margin in points."""
KINDS = {
    "checklist": ("guide/checklists/semh-some.html", 2),
    "symptom": ("guide/symptoms/withdrawn.html", 4),
    "flagged symptom": ("guide/symptoms/self-harm.html", 4),
    "strategy": ("guide/strategies/calm-space.html", 2),
    "short strategy": ("guide/strategies/distract-and-redirect.html", 1),
    "area at tier": ("guide/areas/semh/some.html", 5),
    "theme": ("guide/themes/regulation.html", 2),
    "tier": ("guide/tiers/few.html", 3),
    "finder": ("find.html#q=anxious", 2),
    "sheet": ("sheet.html#s=calm-space,youth-worker-support,co-regulate", 1),
    "sources": ("guide/sources/index.html", 2),
    "report": ("report.html", 1),
    "home": ("index.html", 2),
}
"""A page of each kind, and the most sides that it may take."""
WITH_BUTTON = ("checklist", "symptom", "strategy", "area at tier", "theme", "tier", "finder", "sheet")
CHROME = ("Home", "My sheet", "Print", "Add to my sheet", "Added", "Add", "Previous", "Next", "Find", "Search")
ITEMS = ":is(.strategies, .first, .ticks, .cards, .doors, .listed, .rungs, .sheet-paper) > :is(ul, ol) > li"
EVERY = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def paper(browser: Browser, address: str) -> dict[str, Printed]:
    """Each kind of page, printed once."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    printed = {kind: prints(page, address, kind) for kind in KINDS}
    page.close()
    return printed


@EVERY
def test_a_page_prints_on_a4_and_says_which_of_how_many_it_is(paper: dict[str, Printed], kind: str) -> None:
    printed = paper[kind]
    sides = len(printed.texts)
    assert {(round(width), round(height)) for width, height in printed.sizes} == {A4}
    assert printed.counters == [f"Page {number} of {sides}" for number in range(1, sides + 1)]


@EVERY
def test_no_side_is_blank_and_none_too_many(paper: dict[str, Printed], kind: str) -> None:
    texts = paper[kind].texts
    assert len(texts) <= KINDS[kind][1]
    assert [text for text in texts if len(text) < 100] == []


@EVERY
def test_nothing_of_the_site_stands_around_it(paper: dict[str, Printed], kind: str) -> None:
    first, *lines = paper[kind].lines
    assert [line for line in lines if line in CHROME or line.startswith("+")] == []
    assert "Report a problem with this page" not in paper[kind].text
    assert first == paper[kind].heading


@EVERY
def test_it_says_which_edition_it_is_and_when_it_was_reviewed(paper: dict[str, Printed], kind: str) -> None:
    assert re.search(r"Reviewed \d+ \w+ \d{4}\. Catalogue version \S+\.", paper[kind].text)


@pytest.mark.parametrize("kind", ["checklist", "symptom"])
def test_no_heading_is_left_alone_wherever_a_side_ends(page: Page, address: str, kind: str) -> None:
    opened(page, address, kind)
    alone = []
    for millimetres in range(0, 60, 4):
        page.evaluate("height => { document.querySelector('h1').style.paddingTop = height; }", f"{millimetres}mm")
        printed = Printed(page)
        alone += [line for side in printed.sides if (line := side.last) in printed.headings or line.endswith(":")]
    assert alone == []


@EVERY
def test_no_line_of_a_list_breaks_across_sides(paper: dict[str, Printed], kind: str) -> None:
    sides = [letters(text) for text in paper[kind].texts]
    assert [item for item in paper[kind].items if not any(letters(item) in side for side in sides)] == []


def test_every_strategy_of_a_checklist_is_printed_once(page: Page, address: str) -> None:
    lines = prints(page, address, "checklist").lines
    titles = page.locator("[data-tick] + a").all_inner_texts()
    assert len(titles) > 40
    printed = {title: sum(line.startswith(title) for line in lines) for title in titles}
    assert {title: times for title, times in printed.items() if times != 1} == {}


@pytest.mark.parametrize("kind", ["checklist", "flagged symptom", "strategy", "area at tier", "theme", "tier", "sheet"])
def test_the_safeguarding_panel_comes_first(paper: dict[str, Printed], kind: str) -> None:
    first, second, *_ = paper[kind].sides[0].rows
    assert (first, second) == (squeezed(paper[kind].heading), squeezed("Is someone at risk? Do this first"))


def test_a_checklist_says_that_it_is_no_test_and_bears_no_name(paper: dict[str, Printed]) -> None:
    text = paper["checklist"].text
    assert "Prompts for a conversation: not a test, and not a gate to support. Everything in All continues." in text
    assert "name on a sheet that hangs on a wall." in text
    assert "Ticks are not saved" not in text


def test_a_sheet_of_ones_own_prints_under_its_title(page: Page, address: str) -> None:
    page.goto(f"{address}/sheet.html#s=calm-space,co-regulate")
    page.get_by_role("button", name="Keep as my sheet").click()
    page.get_by_label("Title").fill("Year 4 Kestrels")
    page.locator("[data-row=co-regulate]").get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Share").click()
    printed = Printed(page)
    assert printed.lines[0] == "Year 4 Kestrels"
    assert "Offer a calm, safe place when things get too much" in printed.lines
    for words in ("Never write", "Order", "Remove", "Undo", "Address", "How it works"):
        assert words not in printed.text


def test_the_results_of_the_finder_say_what_they_are_for(paper: dict[str, Printed]) -> None:
    assert paper["finder"].lines[1] == "For “anxious”"


def test_what_is_folded_away_is_printed(page: Page, address: str) -> None:
    page.goto(f"{address}/report.html")
    page.evaluate(
        """() => { const folded = document.createElement("details");
             folded.innerHTML = "<summary>More</summary><p>Folded away</p>";
             document.querySelector("article").append(folded); }"""
    )
    assert "Folded away" in Printed(page).text


def test_addresses_follow_links_that_leave_the_guide_and_no_others(
    page: Page, address: str, paper: dict[str, Printed]
) -> None:
    text = letters(prints(page, address, "sources").text)
    outside = page.locator("article a[href^=http]").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert [link for link in outside if letters(link) not in text] == []
    for kind in ("finder", "strategy", "sheet"):
        assert "http" not in paper[kind].text


def test_a_box_is_drawn_before_each_line_and_is_empty(page: Page, address: str) -> None:
    opened(page, address, "checklist")
    side = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))[0]
    words = side.get_textpage()
    titles = [title for title in page.locator("[data-tick] + a").all_inner_texts() if words.search(title).get_next()]
    assert len(titles) > 15
    for title in titles:
        place, _ = words.search(title).get_next()
        left, bottom, _, top = words.get_charbox(place)
        assert strokes(side, (bottom + top) / 2, left - 22, left - 3) == 2


def test_dark_colours_print_as_light_ones_do(browser: Browser, address: str) -> None:
    pictures = []
    for colours in ("light", "dark"):
        context = browser.new_context(color_scheme=colours, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(f"{address}/{KINDS['checklist'][0]}")
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
        pictures.append([bytes(side.render().buffer) for side in document])
        context.close()
    assert pictures[0] == pictures[1]


def test_a_page_prints_the_same_without_javascript(browser: Browser, address: str, paper: dict[str, Printed]) -> None:
    context = browser.new_context(java_script_enabled=False)
    without = context.new_page()
    assert prints(without, address, "checklist").lines == paper["checklist"].lines
    context.close()


@pytest.mark.parametrize("kind", WITH_BUTTON)
def test_a_button_prints_the_page(page: Page, address: str, kind: str) -> None:
    page.add_init_script("window.print = () => { globalThis.printed = true; };")
    opened(page, address, kind)
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("globalThis.printed") is True


def test_the_finder_offers_no_print_before_there_is_anything(page: Page, address: str) -> None:
    page.goto(f"{address}/find.html")
    assert page.get_by_role("button", name="Print", exact=True).count() == 0


def strokes(side: pypdfium2.PdfPage, height: float, left: float, right: float) -> int:
    """How many dark strokes a level line crosses, all in points from the lower left corner."""
    scale = 4
    picture = side.render(scale=scale, grayscale=True)
    row = round((side.get_height() - height) * scale) * picture.stride
    dark = [shade < 128 for shade in bytes(picture.buffer)[row + round(left * scale) : row + round(right * scale)]]
    return sum(now and not before for before, now in pairwise([False, *dark]))


class Side:
    """A side as an eye goes down it, whatever the order in which its words were drawn: its rows, without spaces."""

    def __init__(self, words: pypdfium2.PdfTextPage) -> None:
        rows: dict[int, list[tuple[float, str]]] = {}
        for place in range(words.count_chars()):
            across, up = c_double(), c_double()
            pypdfium2.raw.FPDFText_GetCharOrigin(words, place, across, up)
            if up.value > LOWER_MARGIN:
                rows.setdefault(round(up.value), []).append((across.value, words.get_text_range(place, 1)))
        joined = (
            squeezed("".join(letter for _, letter in sorted(rows[height]))) for height in sorted(rows, reverse=True)
        )
        self.rows = [row for row in joined if row]
        self.last = self.rows[-1]


class Printed:
    """A printed page as its reader has it, and what stands on the page that was printed."""

    def __init__(self, page: Page) -> None:
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        texts = [side.get_textpage().get_text_bounded().replace("\r", "") for side in document]
        self.sides = [Side(side.get_textpage()) for side in document]
        self.sizes: list[tuple[float, float]] = [side.get_size() for side in document]
        self.counters = [text.partition("\n")[0] for text in texts]
        self.texts = [text.partition("\n")[2].strip() for text in texts]
        self.lines = [line.strip() for text in self.texts for line in text.splitlines()]
        self.text = re.sub(r"\s+", " ", " ".join(self.lines))
        page.emulate_media(media="print")
        self.heading = page.locator("h1").inner_text()
        self.headings = {squeezed(each) for each in page.locator("article :is(h2, h3)").all_inner_texts()}
        self.items = page.locator(ITEMS).all_inner_texts()
        page.emulate_media(media="null")


def opened(page: Page, address: str, kind: str) -> None:
    path, _ = KINDS[kind]
    page.goto(f"{address}/{path}")
    if "#q=" in path:
        page.locator("[data-search-results][data-state=done]").wait_for()
    if "#s=" in path:
        page.locator("[data-own-sheet]:visible").wait_for()


def prints(page: Page, address: str, kind: str) -> Printed:
    opened(page, address, kind)
    return Printed(page)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def letters(text: str) -> str:
    """The letters and digits alone: where a line ends, a reader of PDF may drop the hyphen or the space."""
    return re.sub(r"[\W_]+", "", text)
