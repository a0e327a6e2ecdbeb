"""What every page looks like: its words in the face of the site, its diagrams whole, and no markup left in its text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from generator import links
from generator.lookup import Lookup
from generator.pages import home
from generator.render.markdown import _environment, _text
from tests.site.kinds import KINDS
from tests.site.looks import LOOKS, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from generator.model import Catalogue
    from tests.site.pages_of_site import BuiltPage

FACE = "Guide Sans"
STYLES = ("guide/typeface/guide-sans.css", "assets/tokens.css", "assets/guide.css")
BLOCKS = {"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "div", "section", "aside", "article"}
LEFT_OVER = re.compile(
    r"(?:^|[.!?:] )\d{1,2}\. \S"  # a numbered list that ran together
    r"|^[-+*] |^#+ |^> |^\|.*\||^```"  # what begins a line
    r"|\]\(|\*\*|\{ ?[.#:%{]|</?(?:div|span|section|p|a|li)\b"  # links, weight, attributes, templates, tags
)
DRAWN = ("h1", "article p", "article a", ".md-header__topic", ".header-sheet")
LONG = "Verantwortungsübernahmegemeinschaftsförderungsmaßnahmenpläne"
OUTSIDE = """() => [...document.querySelectorAll('.diagram a')].flatMap(link => {
  const box = element => element.getBoundingClientRect(), face = box(link.querySelector('.face'));
  const count = link.querySelector('.count'), title = link.querySelector('.title');
  return [...link.querySelectorAll('text')].filter(text => {
    const {left, right, top, bottom} = box(text);
    const meets = count && text === title && right > box(count).left;
    return meets || left < face.left || right > face.right || top < face.top || bottom > face.bottom;
  }).map(text => text.textContent);
})"""


def test_no_markup_is_left_in_the_text_of_any_page(pages: dict[str, BuiltPage]) -> None:
    found = {path: [text for text in blocks_of(page.text) if LEFT_OVER.search(text)] for path, page in pages.items()}
    assert {path: texts for path, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    "text",
    [
        "<p>It is the ground. 1. ●●○ Some</p>",
        "<ul><li>One - two</li></ul><p>- three</p>",
        "<p>See [this](that.md)</p>",
        "<p>**Take care.**</p>",
        "<p>Words { .lead }</p>",
        "<p>&lt;div markdown&gt;</p>",
    ],
)
def test_markup_that_is_left_would_be_seen(text: str) -> None:
    assert [block for block in blocks_of(f"<article>{text}</article>") if LEFT_OVER.search(block)]


def test_every_page_asks_for_the_face_and_the_tokens(pages: dict[str, BuiltPage], site: Path) -> None:
    assert all((site / style).is_file() for style in STYLES)
    lacking = [(page.path, style) for page in pages.values() for style in STYLES if style not in loaded(page)]
    assert lacking == []


def test_a_page_of_each_kind_is_drawn_in_that_face_from_a_disk(page: Page, folder: str) -> None:
    for path in (kind for kind in KINDS if kind != "404.html"):  # a server alone shows that one
        page.goto(f"{folder}/{path}")
        drawn = {selector: faces(page, selector) for selector in DRAWN}
        assert drawn == {selector: {FACE} for selector in DRAWN}, path


def test_a_page_is_drawn_in_that_face_wherever_it_stands(page: Page, anywhere: str) -> None:
    page.goto(f"{anywhere}/guide/cycle.html")
    assert faces(page, "h1") == {FACE}


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("path", ["index.html", "guide/tiers/index.html", "guide/cycle.html"])
def test_the_words_of_a_diagram_stand_inside_it(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/{path}")
    assert page.locator(".diagram a").count() >= 3
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_words_of_any_length_stand_inside_a_diagram(page: Page, site: Path, small: Catalogue, count: int) -> None:
    drawn = diagram(small, count)
    page.set_content(f"<body data-md-color-scheme='default'><article class='md-typeset'>{drawn}</article>")
    for style in STYLES:
        page.add_style_tag(content=(site / style).read_text("utf-8"))
    page.evaluate("document.fonts.ready")
    assert page.locator(".stair a").count() == count
    assert page.evaluate(OUTSIDE) == []


def test_a_diagram_is_a_group_of_links_with_a_name(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    group = page.get_by_role("group", name="How the tiers build up, from the ground")
    names = group.get_by_role("link").evaluate_all(
        "all => all.map(one => one.textContent.replace(/\\s+/g, ' ').trim())"
    )
    assert len(names) == 3
    assert all(re.search(r"\d+ strategies", name) for name in names)


@pytest.mark.parametrize("path", ["index.html", "guide/tiers/index.html", "guide/cycle.html"])
def test_a_diagram_keeps_its_shapes_in_the_colours_of_the_device(browser: Browser, address: str, path: str) -> None:
    with opened(browser, LOOKS[1]) as page:
        page.emulate_media(forced_colors="active")
        page.goto(f"{address}/{path}")
        shapes = page.locator(".diagram .face").evaluate_all(
            "all => all.map(getComputedStyle).map(one => [one.fill !== one.stroke, one.stroke !== 'none'])"
        )
        assert shapes
        assert {all(shape) for shape in shapes} == {True}


@pytest.mark.parametrize(("path", "rows", "columns"), [("guide/themes/index.html", 12, 6), ("index.html", 5, 3)])
def test_a_matrix_names_each_row_and_column_and_its_darkest_cell_holds_the_most(
    page: Page, address: str, path: str, rows: int, columns: int
) -> None:
    page.goto(f"{address}/{path}")
    assert page.locator(".matrix th[scope=row]").count() == rows
    assert page.locator(".matrix td").count() == rows * columns
    cells = page.locator(".matrix td").evaluate_all(
        "all => all.map(one => [Number(one.dataset.depth), parseInt(one.innerText) || 0])"
    )
    assert all(depth == 0 for depth, count in cells if not count)
    assert sorted(depth for depth, _ in cells) == [depth for depth, _ in sorted(cells, key=lambda cell: cell[::-1])]
    assert max(depth for depth, _ in cells) == 4


@pytest.mark.parametrize("width", [320, 375])
def test_a_phone_shows_the_whole_question_in_the_search(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 667})
    page.goto(f"{address}/guide/symptoms/index.html")
    room = page.locator("#header-search").evaluate("""one => {
      const style = getComputedStyle(one), canvas = document.createElement('canvas').getContext('2d');
      canvas.font = style.font;
      return one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
        - canvas.measureText(one.placeholder).width;
    }""")
    assert room >= 0


def test_the_first_screen_of_a_phone_holds_the_search_and_the_first_symptoms(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(f"{address}/index.html")
    assert page.locator("#ask").evaluate("one => one.getBoundingClientRect().bottom") < 400
    bottoms = page.locator(".choices a").evaluate_all("all => all.map(one => one.getBoundingClientRect().bottom)")
    assert sum(bottom <= 667 for bottom in bottoms) >= 2


def test_an_example_of_the_home_page_finds_its_own_symptom(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    example = page.locator(".examples a").first
    words = example.inner_text()
    example.click()
    page.locator("[data-search-results][data-state=done]").wait_for()
    assert page.locator("input[name=q]").input_value() == words
    assert words in page.locator("[data-search-results] [data-kind=symptom]").first.inner_text()


def loaded(page: BuiltPage) -> set[str]:
    """The files that a page loads, by their paths from the root of the site."""
    return {found[0].lstrip("/") for each in page.assets if (found := page.inside(each))}


def diagram(catalogue: Catalogue, count: int) -> str:
    """The tiers of a catalogue, drawn, as if it had so many, with names of any length."""
    names = (f"Help with {LONG}"[:60], "Personal", "WWWWWWWWWWWW MMMMMMMMMMMM " * 2, LONG[:60], "Highly personal")
    first = catalogue.tiers[0]
    more = tuple(first.model_copy(update={"id": f"tier-{number}"}) for number in range(count))
    tiers = (*catalogue.tiers, *more)[:count]
    named = tuple(
        tier.model_copy(update={"label": name, "name": name}) for tier, name in zip(tiers, names, strict=False)
    )
    lookup = Lookup(catalogue.model_copy(update={"tiers": named}))
    home_page = _text(_environment(lookup, {}, {}), "parts/home.md.jinja", links.HOME, shows=home(lookup)).decode()
    return home_page[home_page.index("<figure") : home_page.index("</figure>")]


def faces(page: Page, selector: str) -> set[str]:
    """The faces in which the browser draws what a selector finds first."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    return {each["familyName"] for each in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}


def blocks_of(text: str) -> list[str]:
    """The text of each block of an article, but for what is quoted as code."""
    reader = _Blocks()
    reader.feed(text)
    return [" ".join(block.split()) for block in reader.blocks if block.strip()]


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self._inside = {"article": 0, "code": 0, "pre": 0}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - theirs
        if tag in self._inside:
            self._inside[tag] += 1
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            self._inside[tag] -= 1
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self._inside["article"] and not self._inside["code"] and not self._inside["pre"]:
            self.blocks[-1] += data
