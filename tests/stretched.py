"""The little catalogue drawn out: each name one word as long as a name may be, lists of fifty beside those of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from tests.builders import small_catalogue_in

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"title", "short_title", "label", "name"}
PROSE = {"summary", "meaning", "afterwards"}
LISTS = {"notice", "requires", "cautions", "examples", "steps"}
LONGEST = 60
MANY = 50
WORD = "llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochaf"


def stretched_catalogue_in(folder: Path) -> Path:
    """Write the catalogue to `folder/data`, and return that folder."""
    data, named = small_catalogue_in(folder), Names()
    for file in data.rglob("*.yml"):
        if file.name not in {"words.yml", "warnings.yml", "synonyms.yml", "topics.yml", "elsewhere.yml"}:
            write(file, stretched(yaml.safe_load(file.read_text("utf-8")), named))
    write(data / "strategies" / "many.yml", [strategy(number) for number in range(MANY)])
    add(data / "glossary.yml", [term(number, named) for number in range(MANY)])
    return data


class Names:
    """Makes each name one word of its own."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        number = len(self._known)
        return self._known.setdefault(name, f"{chr(65 + number // 26)}{chr(97 + number % 26)}{WORD}"[:LONGEST])


def stretched(value: Any, named: Names, key: str = "") -> Any:  # noqa: ANN401 - whatever YAML holds
    """The same value with long words in the places of its names, and in its prose."""
    if isinstance(value, dict):
        return {each: stretched(inner, named, each) for each, inner in value.items()}
    if isinstance(value, list):
        return [stretched(inner, named, key) for inner in value]
    if key in NAMES:
        return named(value)
    if key in PROSE | LISTS:
        return f"{value} {WORD}"
    return value


def strategy(number: int) -> dict[str, object]:
    return {
        "id": f"one-of-many-{number}",
        "title": f"Do what is number {number} of them all",
        "summary": f"It is like the other {WORD} ones.",
        "tier": "base",
        "placement": "source",
        "areas": ["feelings"],
        "theme": "calm",
        "symptoms": ["hides-away"],
        "roles": ["any-adult"],
        "statements": ["oak-guide.base.01"],
        "reviewed": "2026-03-01",
    }


def term(number: int, named: Names) -> dict[str, object]:
    return {"id": f"term-{number}", "term": named(f"Word {number}"), "meaning": "What it means."}


def add(file: Path, records: list[dict[str, Any]]) -> None:
    write(file, [*yaml.safe_load(file.read_text("utf-8")), *records])


def write(file: Path, value: object) -> None:
    file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
