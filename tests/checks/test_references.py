from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, get_args

from generator.checks.references import REFERENCES
from generator.checks.statements import CITATIONS
from generator.model import Catalogue, Id, Record, StatementId
from tests.builders import problems_in, small_catalogue_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWN = {"id", "former_ids"}


def test_every_field_that_names_something_is_held_to_it() -> None:
    named = {".".join(path) for path, kind in _text_fields(Catalogue) if kind is Id and path[-1] not in OWN}
    cited = {".".join(path) for path, kind in _text_fields(Catalogue) if kind is StatementId and path[0] != "sources"}
    assert named == set(REFERENCES)
    assert cited == set(CITATIONS)


def test_an_area_needs_no_strategy_of_its_own_beside_provision_that_serves_every_area(tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    with (data / "areas.yml").open("a", encoding="utf-8") as areas:
        areas.write("- id: thinking\n  label: Thinking\n  summary: How pupils think.\n")
    assert problems_in(data) == []


def _text_fields(kind: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every field of text in records of this kind, with its type, whatever lists or options it stands in."""
    if isinstance(kind, type) and issubclass(kind, Record):
        for name, annotation in inspect.get_annotations(kind, eval_str=True).items():
            yield from _text_fields(annotation, (*path, name))
    elif kind in (Id, StatementId):
        yield path, kind
    elif get_args(kind) and path:
        yield from _text_fields(get_args(kind)[0], path)
