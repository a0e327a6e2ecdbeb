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
FORMS = {get_args(kind)[1:2]: kind for kind in (Id, StatementId)}
"""The kinds of name that are held to something, by the form that sets them apart from any other text."""


def test_every_field_that_names_something_is_held_to_it() -> None:
    found = list(_text_fields(Catalogue))
    named = {".".join(path) for path, kind in found if kind is Id and path[-1] not in OWN}
    cited = {".".join(path) for path, kind in found if kind is StatementId and path[0] != "sources"}
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
    elif get_args(kind)[1:2] in FORMS:
        yield path, FORMS[get_args(kind)[1:2]]
    elif path:
        for inner in get_args(kind):
            yield from _text_fields(inner, path)
