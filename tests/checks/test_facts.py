"""One mistake is reported once.

What refers to a record that could not be used, or that nothing usable refers to, is not a second problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import SMALL, problems_in, small_catalogue_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_record_that_failed_can_still_be_named(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    _edit(data / "tiers.yml", "summary: What every pupil receives.", "sumary: What every pupil receives.")
    assert [line.split(": ")[1] for line in problems_in(data)] == ["tiers[base].sumary"]


def test_a_source_that_failed_can_still_be_cited(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    _edit(data / "sources.yml", "published: 2025-06-30", "published: last year")
    assert [line.split(": ")[1] for line in problems_in(data)] == ["sources[oak-guide].published"]


def test_a_strategy_that_failed_still_counts_as_using_and_citing(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    _edit(
        data / "strategies" / "calm.yml",
        "placement: editor\n  areas:\n    - senses",
        "placement: x\n  areas:\n    - senses",
    )
    assert [line.split(": ")[1] for line in problems_in(data)] == ["strategies[movement-break].placement"]


@pytest.mark.parametrize("name", sorted(path.name for path in SMALL.glob("*.yml")))
def test_a_file_that_cannot_be_read_is_one_problem(name: str, tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    (data / name).write_bytes(b"\xff")
    assert len(problems_in(data)) == 1


@pytest.mark.parametrize("name", sorted(path.name for path in SMALL.glob("*.yml")))
def test_a_missing_file_is_one_problem(name: str, tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    (data / name).unlink()
    assert len(problems_in(data)) == 1


def test_a_strategy_file_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    (data / "strategies" / "calm.yml").write_bytes(b"\xff")
    assert len(problems_in(data)) == 1


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
