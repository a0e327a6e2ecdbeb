"""What a problem looks like, and how the place of a field is found."""

from __future__ import annotations

import pytest

from generator.problems import Place, Places, Problem, ProvisionError, Spot, did_you_mean, quoted


def text(line: int, column: int, key: int | None, words: str) -> Spot:
    return Spot(Place("a.yml", line, column), Place("a.yml", line, key) if key else None, words, {})


SYMPTOMS = Spot(Place("a.yml", 4, 5), Place("a.yml", 3, 3), None, {0: text(4, 7, None, "one"), 1: text(5, 7, None, "")})
RECORD = Spot(Place("a.yml", 2, 3), None, None, {"id": text(2, 7, 3, "greet"), "symptoms": SYMPTOMS})
PLACES = Places({"strategies": Spot(Place("a.yml", 1, 1), None, None, {0: RECORD})})


def test_a_problem_prints_as_one_line_that_editors_can_follow() -> None:
    problem = Problem("data/a.yml", 2, 3, "strategies[greet].tier", "is missing: add it")
    assert str(problem) == "data/a.yml:2:3: strategies[greet].tier: is missing: add it"


def test_what_a_terminal_would_obey_prints_as_codes() -> None:
    problem = Problem("a\x1b[31m\udcff.yml", 1, 1, "x\n", "caf\u00e9\u202e")
    assert str(problem) == r"a\x1b[31m\udcff.yml:1:1: x\n: café\u202e"


def test_problems_stand_in_the_order_of_file_line_and_column() -> None:
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 9, 2), ("a.yml", 9, 1)]
    ordered = sorted(Problem(*place, "field", "message") for place in places)
    assert [(each.file, each.line, each.column) for each in ordered] == sorted(places)


def test_a_text_is_where_it_begins_and_a_list_where_its_key_is() -> None:
    assert PLACES.of(("strategies", 0, "id")) == Place("a.yml", 2, 7)
    assert PLACES.of(("strategies", 0, "symptoms")) == Place("a.yml", 3, 3)
    assert PLACES.of(("strategies", 0, "symptoms", 1)) == Place("a.yml", 5, 7)
    assert PLACES.key_of(("strategies", 0, "id")) == Place("a.yml", 2, 3)


def test_a_record_is_found_by_position_or_id() -> None:
    assert PLACES.of(("strategies", "greet", "id")) == PLACES.of(("strategies", 0, "id"))
    assert PLACES.field(("strategies", "greet", "symptoms", 0)) == "strategies[greet].symptoms[1]"


def test_what_stands_nowhere_is_at_what_is_around_it() -> None:
    assert PLACES.of(("strategies", 0, "tier")) == Place("a.yml", 2, 3)
    assert PLACES.of(("strategies", 0, "symptoms", 7)) == Place("a.yml", 3, 3)
    assert PLACES.of(("strategies", 7, "tier")) == Place("a.yml", 1, 1)
    assert PLACES.of(("themes", 0, "label")) == Place("themes.yml", 1, 1)


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (("strategies", 0, "tier"), "strategies[greet].tier"),
        (("strategies", 7, "tier"), "strategies[8].tier"),
        (("strategies", 7, "symptoms", 1), "strategies[8].symptoms[2]"),
        (("strategies", "unknown", "tier"), "strategies[unknown].tier"),
        (("guide", "contact", "email"), "guide.contact.email"),
        (("strategies", 0, "k" * 100), f"strategies[greet].{'k' * 57}..."),
    ],
)
def test_a_field_is_named_by_ids_and_numbers_counted_from_one(path: tuple[str | int, ...], field: str) -> None:
    assert PLACES.field(path) == field


def test_a_mistyped_word_brings_the_likeliest() -> None:
    assert did_you_mean("Quiet-cornr", ["quiet-corner", "warm-greeting"]) == "quiet-corner"
    assert did_you_mean("elephant", ["quiet-corner", "warm-greeting"]) is None
    assert did_you_mean("quiet-corner" * 100_000, ["quiet-corner"]) is None


def test_what_somebody_typed_is_quoted_on_one_line_and_cut() -> None:
    assert quoted("two\n  lines") == '"two lines"'
    assert quoted("x" * 61) == f'"{"x" * 57}..."'


def test_what_a_person_can_mend_is_one_kind_of_exception() -> None:
    assert issubclass(ProvisionError, Exception)
