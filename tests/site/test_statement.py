"""The accessibility statement has the form that the regulations ask for, and is the publisher's."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "package.json"
REGULATIONS = "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
HEADINGS = (
    "How accessible this website is",
    "Feedback and contact information",
    "Enforcement procedure",
    "Technical information about this website’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that’s not within the scope of the accessibility regulations",
    "What we’re doing to improve accessibility",
    "Preparation of this accessibility statement",
)


def test_it_has_the_sections_of_the_model_in_their_order(site: Path) -> None:
    assert re.findall(r"<h[23] [^>]*>([^<]*)<", html_of(site)) == [*HEADINGS]


def test_it_says_what_the_model_asks_in_its_words(public_site: Path) -> None:
    text = text_of(public_site)
    for words in (
        "This accessibility statement applies to A very small guide to support. It is run by Two Trees Trust.",
        f"The Equality and Human Rights Commission (EHRC) is responsible for enforcing the {REGULATIONS}",
        "contact the Equality Advisory and Support Service (EASS)",
        f"Two Trees Trust is committed to making its website accessible, in accordance with the {REGULATIONS}.",
        "This website is partially compliant with the Web Content Accessibility Guidelines version 2.2",
        "The content listed below is non-accessible for the following reasons.",
        "This statement was prepared on 1 February 2026. It was last reviewed on 27 February 2026.",
        "This website was last tested on 28 February 2026 against the WCAG 2.2 AA standard.",
        "Write to office@example.org.",
    ):
        assert words in text


def test_a_copy_without_a_publisher_says_so(site: Path) -> None:
    assert "They have yet to put their name here" in text_of(site)


def test_it_names_the_axe_core_that_the_tests_use(site: Path) -> None:
    version = ".".join(json.loads(AXE.read_text("utf-8"))["version"].split(".")[:2])
    assert re.findall(r"axe-core ([\d.]+\d)", text_of(site)) == [version]


def html_of(site: Path) -> str:
    """The article of the page, without the marks of glossary terms."""
    page = (site / "accessibility.html").read_text("utf-8")
    article = page[page.index("<article") : page.index("</article>")]
    return unescape(re.sub(r"</?abbr[^>]*>", "", article))


def text_of(site: Path) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html_of(site)))
