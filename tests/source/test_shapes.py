from __future__ import annotations

from typing import get_args

from generator import model
from generator.model import Record
from generator.source import shapes


def test_every_pattern_of_the_model_is_explained() -> None:
    kinds = [kind for kind in vars(model).values() if hasattr(kind, "__metadata__")]
    patterns = {str(part.pattern) for kind in kinds for part in get_args(kind)[1:] if getattr(part, "pattern", None)}
    assert patterns == set(shapes.PATTERNS)


def test_every_error_of_every_record_is_explained() -> None:
    """Put each kind of value that YAML can hold into each field of each record."""
    found: list[object] = [None, "", "x", "A b", "x" * 2000, [], ["x"], [["x"]], [{}], ["x"] * 5, {}, {"x": "y"}]
    records = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record)]
    for kind in records:
        for name in kind.model_fields:
            for value in found:
                _, complaints = shapes.record_from(kind, {name: value}, frozenset())
                assert not [each for each in complaints if "is not right" in each.message], (kind, name, value)
                assert not [each for each in complaints if "does not have the form" in each.message]
