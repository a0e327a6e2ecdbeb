"""Every rule is broken by a catalogue of its own, `catalogues/broken/<rule>/`, laid over the small one."""

from __future__ import annotations

import inspect
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from generator import checks
from generator.checks import CITATIONS, REFERENCES, RULES, check
from generator.model import Catalogue, Id, Record, StatementId
from generator.problems import Places
from generator.source import read
from tests.builders import CATALOGUES, SMALL, TODAY, lay_over, problems_in, problems_of, small_catalogue_in

if TYPE_CHECKING:
    from collections.abc import Iterator

BROKEN = sorted(path.name for path in (CATALOGUES / "broken").iterdir())


def test_the_small_catalogue_has_no_problems() -> None:
    assert problems_in(SMALL) == []


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_reported_where_it_is_broken(
    rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overlay = CATALOGUES / "broken" / rule
    lay_over(small_catalogue_in(tmp_path), overlay)
    monkeypatch.chdir(tmp_path)
    assert problems_in(Path("data")) == (overlay / "expected.txt").read_text("utf-8").splitlines()


def test_an_awful_catalogue_has_all_its_problems_reported_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    awful = CATALOGUES / "awful"
    lay_over(tmp_path / "data", awful)
    monkeypatch.chdir(tmp_path)
    assert problems_in(Path("data")) == (awful / "expected.txt").read_text("utf-8").splitlines()


def test_every_rule_is_held() -> None:
    rules = {
        function
        for _, function in inspect.getmembers(checks, inspect.isgeneratorfunction)
        if not function.__name__.startswith("_")
    }
    assert set(RULES) == rules


def test_every_field_that_names_something_is_held_to_it() -> None:
    named = {".".join(path) for path, kind in _text_fields(Catalogue) if kind is Id and path[-1] not in OWN}
    cited = {".".join(path) for path, kind in _text_fields(Catalogue) if kind is StatementId and path[0] != "sources"}
    assert named == set(REFERENCES)
    assert cited == set(CITATIONS)


OWN = {"id", "former_ids"}


def _text_fields(kind: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every field of text in records of this kind, with its type, whatever lists or options it stands in."""
    if isinstance(kind, type) and issubclass(kind, Record):
        for name, annotation in inspect.get_annotations(kind, eval_str=True).items():
            yield from _text_fields(annotation, (*path, name))
    elif kind in (Id, StatementId):
        yield path, kind
    elif get_args(kind) and path:
        yield from _text_fields(get_args(kind)[0], path)


def test_no_rule_knows_a_record_by_name() -> None:
    source = inspect.getsource(checks)
    real = read(SMALL.parents[2] / "data").catalogue
    ids = {record.id for name in ("tiers", "areas", "themes", "nations", "phases") for record in dict(real)[name]}
    assert not {name for name in ids if f'"{name}"' in source}


def test_a_catalogue_made_in_a_program_can_be_checked_without_places() -> None:
    catalogue = read(SMALL).catalogue.model_copy(update={"themes": ()})
    problems = check(catalogue, Places(), {}, TODAY)
    assert str(problems[0]) == (
        'strategies.yml:1:1: strategies[1].theme: there is no theme "calm": correct it, or add it to themes'
    )


def test_an_area_needs_no_strategy_of_its_own_beside_provision_that_serves_every_area(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    with (data / "areas.yml").open("a", encoding="utf-8") as areas:
        areas.write("- id: thinking\n  label: Thinking\n  summary: How pupils think.\n")
    assert problems_in(data) == []


def test_today_is_not_in_the_future() -> None:
    reading = read(SMALL)
    assert check(reading.catalogue, reading.places, reading.declared, date(2026, 3, 1)) == ()
    assert len(check(reading.catalogue, reading.places, reading.declared, date(2026, 2, 28))) == len(
        ["guide", "withheld", *reading.catalogue.strategies]
    )


def test_a_long_chain_of_strategies_is_followed_to_its_end() -> None:
    reading = read(SMALL)
    first = reading.catalogue.strategies[0]
    names = [f"s-{number}" for number in range(3000)]
    chain = tuple(
        first.model_copy(update={"id": name, "builds_on": (lower,)})
        for name, lower in zip(names, [*names[1:], names[0]], strict=True)
    )
    catalogue = reading.catalogue.model_copy(update={"strategies": (*reading.catalogue.strategies, *chain)})
    circles = [
        each for each in check(catalogue, Places(), reading.declared, TODAY) if each.message.startswith("goes round")
    ]
    assert len(circles) == 1
    assert circles[0].message.count(" -> ") == len(names)


class TestOneMistakeIsReportedOnce:
    """What refers to a record that could not be used, or that nothing usable refers to, is not a second problem."""

    def test_a_record_that_failed_can_still_be_named(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        _edit(data / "tiers.yml", "summary: What every pupil receives.", "sumary: What every pupil receives.")
        assert [line.split(": ")[1] for line in problems_in(data)] == ["tiers[base].sumary"]

    def test_a_source_that_failed_can_still_be_cited(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        _edit(data / "sources.yml", "published: 2025-06-30", "published: last year")
        assert [line.split(": ")[1] for line in problems_in(data)] == ["sources[oak-guide].published"]

    def test_a_strategy_that_failed_still_counts_as_using_and_citing(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        _edit(
            data / "strategies" / "calm.yml",
            "placement: editor\n  areas:\n    - senses",
            "placement: x\n  areas:\n    - senses",
        )
        assert [line.split(": ")[1] for line in problems_in(data)] == ["strategies[movement-break].placement"]

    @pytest.mark.parametrize("name", sorted(path.name for path in SMALL.glob("*.yml")))
    def test_a_file_that_cannot_be_read_is_one_problem(self, name: str, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / name).write_bytes(b"\xff")
        assert len(problems_in(data)) == 1

    @pytest.mark.parametrize("name", sorted(path.name for path in SMALL.glob("*.yml")))
    def test_a_missing_file_is_one_problem(self, name: str, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / name).unlink()
        assert len(problems_in(data)) == 1

    def test_a_strategy_file_that_cannot_be_read_is_one_problem(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / "strategies" / "calm.yml").write_bytes(b"\xff")
        assert len(problems_in(data)) == 1


def test_problems_do_not_depend_on_the_order_in_which_sets_are_walked() -> None:
    reading = read(CATALOGUES / "awful")
    assert problems_of(reading) == problems_of(reading)
    assert list(reading.problems) == sorted(set(reading.problems))


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
