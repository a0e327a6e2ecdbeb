from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from generator.source import tree
from tests.source.builders import problems_with

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize(
    "text",
    [
        *(
            "a: b: c",
            "a: [x, y",
            "- a\nb: c",
            "a: 'x",
            "a: @x",
            "a: *x* y",
            "a:\n  - b\n c: d",
            'a: "\\q"',
            "a: x\n b: c",
        ),
        *(
            "a: `x`",
            "a: %x",
            "a: 'x' y",
            "a: {b: c",
            "a: &x* y",
            "a: |2x\n  b",
            "a: > x\n  b",
            "!foo!bar a",
            "a: b\nc",
        ),
        *("a: b\n...\nc: d", "a: -\n- b", "}", "a: ]", "- [a, b}", "a: b\n- c", "a: 'b\n---\nc'", "x: - y", ",a"),
    ],
)
def test_mistakes_in_yaml_are_explained_whichever_parser_finds_them(
    loader: type, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "LOADER", loader)
    found = problems_with(text, tmp_path)
    assert len(found) == 1
    assert "is not YAML" not in found[0]
