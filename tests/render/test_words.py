"""What stands on the sheets, read from the PDFs themselves."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from generator.checklists import card, wording
from generator.checklists import sheets as every_sheet
from generator.checklists.files import KINDS
from generator.exports import spreadsheets
from generator.lookup import Lookup
from generator.render.markdown import pages
from generator.render.press import printed
from tests.builders import ADDRESS
from tests.render.pdf import pictures, squeezed, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model import Catalogue
    from generator.render.press import Printed


@pytest.fixture(scope="module")
def real_words(real_sheets: Printed) -> dict[str, str]:
    return {path: words(real_sheets.files[path]) for path in real_sheets.made}


@pytest.fixture(scope="module")
def small_words(sheets: Printed) -> dict[str, str]:
    return {path.split("/")[-1]: words(sheets.files[path]) for path in sheets.made}


def wrong_number_of(titles: Iterable[str], text: str, times: int = 1) -> list[str]:
    """The titles that do not stand in a text as often as they should, within one another included."""
    written = [squeezed(title) for title in titles]
    return [one for one in written if text.count(one) != times * sum(other.count(one) for other in written)]


def test_each_sheet_holds_each_of_its_strategies_once(real: Lookup, real_words: Mapping[str, str]) -> None:
    wrong = {
        file.address.path: wrong
        for sheet in every_sheet(real)
        for file in sheet.files
        if file.kind in KINDS
        if (wrong := wrong_number_of([each.title for each in sheet.strategies], real_words[file.address.path]))
    }
    assert wrong == {}


def test_each_card_holds_what_to_notice_to_try_first_and_to_do_next_twice(
    real: Lookup, real_words: Mapping[str, str]
) -> None:
    for symptom in real.catalogue.symptoms:
        held = card(real, symptom)
        lines = [*symptom.notice, *(each.title for each in (*held.first, *held.next))]
        text = real_words[f"checklists/files/{symptom.id}-card-a4.pdf"]
        assert wrong_number_of(lines, text, times=2) == [], symptom.id
        assert wrong_number_of([each.summary for each in held.first], text, times=2) == [], symptom.id


def test_the_page_of_a_sheet_holds_the_same_in_the_same_order(
    real: Lookup, real_sheets: Printed, real_words: Mapping[str, str]
) -> None:
    on_screen = pages(real, real_sheets.made, spreadsheets(real.catalogue))
    for sheet in every_sheet(real):
        page = html.unescape(on_screen[sheet.address.path].decode())
        ticks = re.findall(r'data-tick="([^"]+)"', page)
        assert ticks == [each.id for each in sheet.strategies], sheet.id
        text = real_words[sheet.files[0].address.path]
        body = text[text.index("Classorgroup") :]
        places = [body.index(squeezed(group.theme.label + group.strategies[0].title)) for group in sheet.groups]
        assert places == sorted(places), sheet.id
        for said in (wording.PROMPTS, wording.continues(sheet), wording.EDITORIAL if sheet.editorial else ""):
            assert squeezed(said) in squeezed(page), sheet.id
            assert squeezed(said) in text, sheet.id


def test_nothing_withheld_is_printed(real: Lookup, real_words: Mapping[str, str]) -> None:
    for withheld in real.catalogue.withheld:
        for said in (withheld.title, withheld.reason, withheld.id, *withheld.statements):
            assert [path for path, text in real_words.items() if squeezed(said) in text] == []


def test_every_sheet_says_what_it_is_not_and_asks_for_no_name(real_words: Mapping[str, str]) -> None:
    for said in (
        "Prompts for a conversation: not a test, and not a gate to support.",
        "Write no pupil’s name.",
        "Catalogue version 1.0.0, reviewed 23 November 2026.",
        "Sources:",
    ):
        assert [path for path, text in real_words.items() if squeezed(said) not in text] == []
    assert [path for path, text in real_words.items() if "Classorgroup" not in text and "-card-" not in path] == []


def test_every_page_says_which_of_how_many_it_is(real_sheets: Printed, real_words: Mapping[str, str]) -> None:
    for path, text in real_words.items():
        pages = real_sheets.made[path].pages
        assert [number for number in range(1, pages + 1) if f"Page{number}of{pages}" not in text] == [], path


def test_every_sheet_says_what_it_builds_on(real: Lookup, real_words: Mapping[str, str]) -> None:
    labels = [tier.label for tier in real.catalogue.tiers]
    for sheet in every_sheet(real):
        below = [tier.label for tier in sheet.below]
        said = squeezed(f"Everything in {' and '.join(below)} continues.")
        for path in (file.address.path for file in sheet.files if file.address.path.endswith(".pdf")):
            assert (said in real_words[path]) == bool(below), path
    assert "EverythinginAllandSomecontinues." in real_words["checklists/files/semh-few-checklist-a4.pdf"]
    assert len(labels) == len(set(labels))


def test_the_panel_comes_before_any_strategy_where_it_is_needed(small_words: Mapping[str, str]) -> None:
    panel = squeezed("Is someone at risk? Do this first")
    flagged = {name for name, text in small_words.items() if panel in text}
    assert {name for name in small_words if name.startswith("runs-off")} <= flagged
    assert "shared-base-checklist-a4.pdf" in flagged
    assert "look-again-a4.pdf" not in flagged
    text = small_words["runs-off-checklist-a4.pdf"]
    assert text.index(panel) < text.index(squeezed("Then ask the QTT.")) < text.index(squeezed("Keep a quiet corner"))


def test_a_sheet_of_several_tiers_shows_that_of_each_strategy(small_words: Mapping[str, str]) -> None:
    text = small_words["runs-off-planning-a4.pdf"]
    assert "KeepaquietcornerBase" in text
    assert squeezed("Agree how to leave the room Extra") in text


def test_an_editorial_tier_is_marked_and_explained(small_words: Mapping[str, str]) -> None:
    text = small_words["extra-checklist-a4.pdf"]
    assert squeezed("Plan a break to move †") in text
    assert squeezed("† The guide’s editors chose the tier: the source gives none, or a lower one.") in text
    assert "†" not in small_words["feelings-base-checklist-a4.pdf"]


def test_a_strategy_of_one_place_says_where(real_words: Mapping[str, str]) -> None:
    text = real_words["checklists/files/semh-few-checklist-a4.pdf"]
    assert squeezed("Consider dual registration with a PRU (Wales)") in text
    assert squeezed("Check if the pupil can join a local programme (Wrexham, Wales)") in text


def test_a_sheet_that_borrows_says_so(small_words: Mapping[str, str]) -> None:
    said = squeezed("The lines below serve every area.")
    assert {name for name, text in small_words.items() if said in text} == {
        f"senses-base-{ending}.pdf"
        for ending in ("checklist-a4", "planning-a4", "self-evaluation-a4", "large-print-a4", "poster-a3")
    }


def test_the_planning_sheet_has_room_for_who_does_what(small_words: Mapping[str, str]) -> None:
    columns = "Strategy", "In place?", "Who", "Since", "Review date", "Impact"
    assert squeezed("".join(columns)) in small_words["extra-planning-a4.pdf"]
    assert "YesPartlyNotyet" in small_words["extra-planning-a4.pdf"]


def test_the_self_evaluation_has_room_for_totals(small_words: Mapping[str, str]) -> None:
    text = small_words["extra-self-evaluation-a4.pdf"]
    assert "StrategyYesPartlyNotyetEvidenceNextstep" in text
    assert text.index("Totals") > text.index(squeezed("Plan a break to move"))
    assert squeezed("All themes 3") in text


def test_the_record_holds_each_step_with_what_the_code_says(real: Lookup, real_words: Mapping[str, str]) -> None:
    text = real_words["checklists/files/assess-plan-do-review-a4.pdf"]
    for number, step in enumerate(real.catalogue.cycle, start=1):
        assert squeezed(f"{number}. {step.label}") in text
        for paragraph in step.paragraphs:
            said = f"SEND Code of Practice (2015), {paragraph.number}. {paragraph.text}"
            assert squeezed(said) in text


def test_the_live_page_is_named_by_its_address(small_words: Mapping[str, str]) -> None:
    page = ADDRESS.removeprefix("https://")
    assert f"Livepage:{page}guide/checklists/extra.html" in small_words["extra-poster-a3.pdf"]
    assert f"Livepage:{page}guide/cycle.html" in small_words["look-again-a4.pdf"]


def test_without_an_address_a_sheet_says_where_to_find_its_page(small: Catalogue) -> None:
    files = printed(Lookup(small), {}).files
    text = words(files["checklists/files/extra-checklist-a4.pdf"])
    assert squeezed("Live page: A very small guide to support, Checklists, Extra: support on top.") in text


HOSTILE = [
    "#panic() $x$ *bold* _line_ `code` \\ @label",
    "<label> [content] {block} ~ -- --- ... // /* */",
    "= heading + list - item / term: #let x = 1",
    "sys.inputs \\u{41} #image(\"x\") '\"' ’ “”",
    "W" * 60,
    "Ŵylan ŵy Ŷd ŷd Ẁ ẁ Ẃ ẃ Ẅ ẅ â ê î ô û ï",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_text_from_the_catalogue_comes_out_as_typed(addressed: Catalogue, typed: str) -> None:
    text = printed_with(addressed, typed)
    assert [name for name, found in text.items() if squeezed(typed) not in found] == []


def printed_with(catalogue: Catalogue, typed: str) -> dict[str, str]:
    """The words of every sheet of a tier whose every strategy, theme and label are these."""
    update = {
        "strategies": tuple(
            each.model_copy(update={"title": typed, "summary": typed}) for each in catalogue.strategies
        ),
        "themes": tuple(each.model_copy(update={"label": typed}) for each in catalogue.themes),
        "symptoms": tuple(each.model_copy(update={"label": typed, "notice": (typed,)}) for each in catalogue.symptoms),
    }
    files = printed(Lookup(catalogue.model_copy(update=update)), {})
    return {path: words(files.files[path]) for path in files.made if "/hides-away" in path}


def test_a_word_that_no_line_has_room_for_stays_on_the_paper_and_in_its_column(addressed: Catalogue) -> None:
    strategies = tuple(each.model_copy(update={"title": "W" * 60}) for each in addressed.strategies)
    files = printed(Lookup(addressed.model_copy(update={"strategies": strategies})), {}).files
    for path, content in files.items():
        for page in pictures(content, 50) if path.endswith(".pdf") else ():
            edge = page.crop((page.width - 12, 0, page.width, page.height))
            assert edge.getextrema() == (255, 255) or "-card-" in path, path
