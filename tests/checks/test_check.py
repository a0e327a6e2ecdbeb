"""Every rule is broken by a catalogue of its own, `catalogues/broken/<rule>/`, laid over the small one."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

from generator import checks
from generator.checks import RULES, check
from generator.problems import Places
from generator.source import read
from tests.builders import CATALOGUES, SMALL, TODAY, lay_over, problems_in, problems_of, small_catalogue_in

BROKEN = sorted(path.name for path in (CATALOGUES / "broken").iterdir())
MODULES = [
    checks,
    *(import_module(f"{checks.__name__}.{module.name}") for module in pkgutil.iter_modules(checks.__path__)),
]


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
        for module in MODULES
        for _, function in inspect.getmembers(module, inspect.isgeneratorfunction)
        if not function.__name__.startswith("_")
    }
    assert rules
    assert set(RULES) == rules


def test_no_rule_knows_a_record_by_name() -> None:
    source = "".join(map(inspect.getsource, MODULES))
    real = read(SMALL.parents[2] / "data").catalogue
    ids = {record.id for name in ("tiers", "areas", "themes", "nations", "phases") for record in dict(real)[name]}
    assert not {name for name in ids if f'"{name}"' in source}


def test_a_catalogue_made_in_a_program_can_be_checked_without_places() -> None:
    catalogue = read(SMALL).catalogue.model_copy(update={"themes": ()})
    problems = check(catalogue, Places(), {}, TODAY)
    assert str(problems[0]) == (
        'strategies.yml:1:1: strategies[1].theme: there is no theme "calm": correct it, or add it to themes'
    )


def test_problems_do_not_depend_on_the_order_in_which_sets_are_walked() -> None:
    reading = read(CATALOGUES / "awful")
    assert problems_of(reading) == problems_of(reading)
    assert list(reading.problems) == sorted(set(reading.problems))
