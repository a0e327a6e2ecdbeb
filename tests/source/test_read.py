"""What is read from a folder of YAML; what is refused of the shapes of records stands in `catalogues/broken/`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.model import Catalogue
from generator.problems import Place
from generator.source import read
from tests.builders import SMALL, problems_in, small_catalogue_in
from tests.source.builders import problems_with

if TYPE_CHECKING:
    from pathlib import Path


def test_every_record_is_read_in_the_order_of_its_file_and_files_in_the_order_of_their_names() -> None:
    catalogue = read(SMALL).catalogue
    assert [tier.id for tier in catalogue.tiers] == ["base", "extra"]
    assert [strategy.id for strategy in catalogue.strategies] == [
        *("quiet-corner", "plain-timetable", "movement-break"),
        *("warm-greeting", "buddy-walk", "agreed-exit"),
    ]


def test_a_file_comes_before_the_folder_of_its_name(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    (data / "strategies" / "joining-in.yml").rename(data / "strategies.yml")
    assert problems_in(data) == []
    assert read(data).catalogue.strategies[0].id == "warm-greeting"


def test_text_becomes_dates_and_truth_values_only_where_the_record_says_so(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    text = (data / "symptoms.yml").read_text("utf-8")
    text = text.replace("Waits in the cloakroom", "2026-03-01").replace("- legs it", "- no\n    - 01\n    - 1e3")
    (data / "symptoms.yml").write_text(text.replace("safeguarding: true", "safeguarding: yes"), "utf-8")
    reading = read(data)
    assert reading.problems == ()
    assert reading.catalogue.guide.reviewed == date(2026, 3, 1)
    assert reading.catalogue.symptoms[0].notice[1] == "2026-03-01"
    assert reading.catalogue.symptoms[1].phrases == ("no", "01", "1e3", "AWOL again")
    assert reading.catalogue.symptoms[1].safeguarding is True


def test_text_with_marks_of_other_languages_comes_in_as_typed() -> None:
    strategy = read(SMALL).catalogue.strategies[1]
    assert strategy.title == "Show a *plain* <b>timetable</b> & `code`"
    assert strategy.examples[1] == "{{ x }} | pipe | <!-- note -->"


def test_each_value_has_its_place() -> None:
    places = read(SMALL).places
    calm = (SMALL / "strategies" / "calm.yml").as_posix()
    assert places.of(("strategies", 1, "areas", 0)) == Place(calm, 23, 7)
    assert places.of(("strategies", "movement-break", "builds_on")) == Place(calm, 61, 3)
    assert places.of(("guide", "common_symptoms", 1)) == Place((SMALL / "guide.yml").as_posix(), 10, 5)


def test_places_count_characters_and_not_bytes(tmp_path: Path) -> None:
    line = '- {id: base, label: "\N{GRINNING FACE}é", name: Naïve, sumary: x}'
    found = problems_with(line, tmp_path)
    assert [each.split(": ")[:2] for each in found] == [
        [f"data/tiers.yml:1:{line.index('sumary') + 1}", "tiers[base].sumary"]
    ]


def test_a_record_with_a_problem_is_left_out_and_the_places_of_the_others_still_fit(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    text = (data / "themes.yml").read_text("utf-8")
    (data / "themes.yml").write_text(text.replace("label: Calm places", "lable: Calm places"), "utf-8")
    reading = read(data)
    assert [theme.id for theme in reading.catalogue.themes] == ["joining-in"]
    assert reading.places.of(("themes", 0)).line == 4
    assert reading.declared["themes"].ids == {"calm", "joining-in"}
    assert reading.declared["themes"].complete


@pytest.mark.parametrize("line", ["label: Again", "note: ~", "<<: x"])
def test_a_record_is_left_out_even_if_what_is_wrong_with_it_would_fit_its_type(line: str, tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    text = (data / "areas.yml").read_text("utf-8")
    (data / "areas.yml").write_text(text.replace("  label: Senses\n", f"  label: Senses\n  {line}\n"), "utf-8")
    reading = read(data)
    assert len(reading.problems) == 1
    assert [area.id for area in reading.catalogue.areas] == ["feelings", "shared"]


def test_a_catalogue_without_a_usable_guide_is_still_a_catalogue(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    (data / "guide.yml").write_text("title: [", "utf-8")
    assert isinstance(read(data).catalogue, Catalogue)
    assert dict(read(data).catalogue.guide).get("title") is None


def test_windows_line_ends_and_a_byte_order_mark_are_no_problem(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    text = (data / "tiers.yml").read_bytes()
    (data / "tiers.yml").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert problems_in(data) == []


def test_what_editors_and_systems_keep_for_themselves_is_passed_over(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    (data / ".DS_Store").write_bytes(b"\0")
    (data / "strategies" / ".calm.yml.swp").write_bytes(b"\0")
    (data / ".git").mkdir()
    assert problems_in(data) == []


def test_an_empty_list_says_that_there_is_nothing_to_list(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    (data / "strategies" / "more.yml").write_text("[]\n", "utf-8")
    assert problems_in(data) == []
