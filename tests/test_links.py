from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import links
from generator.links import Address

if TYPE_CHECKING:
    from generator.lookup import Lookup
    from generator.model import Catalogue


def test_a_link_is_relative_to_the_page_that_holds_it() -> None:
    page = Address("symptoms/hides-away.md")
    assert Address("strategies/quiet-corner.md").seen_from(page) == "../strategies/quiet-corner.md"
    assert Address("symptoms/runs-off.md").seen_from(page) == "runs-off.md"
    assert links.HOME.seen_from(page) == "../../index.md"


def test_a_link_from_the_home_page_goes_into_the_folder_of_generated_pages() -> None:
    assert Address("areas/feelings/base.md", "calm").seen_from(links.HOME) == "guide/areas/feelings/base.md#calm"


def test_a_link_within_a_page_is_its_anchor() -> None:
    assert Address("glossary.md", "slw").seen_from(links.GLOSSARY) == "#slw"
    assert links.GLOSSARY.seen_from(links.GLOSSARY) == "glossary.md"


def test_the_address_for_programs_starts_at_the_root_of_the_site() -> None:
    assert Address("services.md", "camhs").url == "guide/services.html#camhs"
    assert links.HOME.url == "index.html"


def test_a_file_is_linked_and_addressed_by_its_own_name() -> None:
    file = links.file("senses-base-checklist.xlsx")
    assert file.seen_from(links.checklist("senses-base")) == "files/senses-base-checklist.xlsx"
    assert file.url == "guide/checklists/files/senses-base-checklist.xlsx"


def test_a_record_without_a_page_is_refused() -> None:
    with pytest.raises(TypeError, match="str has no page"):
        links.address("hides-away")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/provision-guide/",
        "https://www.example.com/",
        "http://EXAMPLE.NET:8080/x/",
        "https://guide.example/",
        "https://guide.invalid/",
        "https://test/",
        "http://localhost:8000/",
        "https://example.org./",
    ],
)
def test_a_host_that_is_reserved_for_examples_is_known(address: str) -> None:
    assert links.is_example(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.bracknell-forest.gov.uk/",
        "https://example.org.uk/",
        "https://notexample.org/",
        "https://exampl.org/example.org/",
        "https://testing/",
        "https://example.school.sch.uk/",
    ],
)
def test_a_host_of_somebody_is_no_example(address: str) -> None:
    assert not links.is_example(address)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (None, None),
        ("https://guide.example/small/", None),
        ("https://guide.school.sch.uk/", "https://guide.school.sch.uk/"),
    ],
)
def test_an_address_is_public_when_it_is_known_and_no_example(
    small: Catalogue, address: str | None, public: str | None
) -> None:
    assert links.public(small.guide.model_copy(update={"address": address})) == public


def test_a_file_to_take_away_stands_beside_the_checklists() -> None:
    file = links.file("base-checklist-a4.pdf")
    assert file.url == "guide/checklists/files/base-checklist-a4.pdf"
    assert file.seen_from(links.CHECKLISTS) == "files/base-checklist-a4.pdf"


def test_a_page_has_its_whole_address_where_the_guide_says_where_it_stands(lookup: Lookup) -> None:
    guide, strategy = lookup.catalogue.guide, lookup.strategies["movement-break"]
    assert links.on_the_web(guide, strategy) == "guide/strategies/movement-break.html"
    somewhere = guide.model_copy(update={"address": "https://guide.example/"})
    assert links.on_the_web(somewhere, strategy) == "https://guide.example/guide/strategies/movement-break.html"
