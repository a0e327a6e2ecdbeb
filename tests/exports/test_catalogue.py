from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from generator.exports import export

if TYPE_CHECKING:
    from generator.model import Catalogue


@pytest.fixture(scope="module")
def catalogue(small: Catalogue) -> dict[str, Any]:
    exported: dict[str, Any] = json.loads(export(small)["catalogue.json"])
    return exported


def by_id(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


def files(sheet: str, *, with_card: bool = False) -> list[str]:
    """The files of a sheet, those most used first; a card comes before the spreadsheets."""
    endings = ["checklist-a4.pdf", "planning-a4.pdf", "self-evaluation-a4.pdf", "large-print-a4.pdf", "poster-a3.pdf"]
    endings += ["card-a4.pdf"] if with_card else []
    endings += ["checklist.xlsx", "checklist.csv"]
    return [f"guide/checklists/files/{sheet}-{ending}" for ending in endings]


def test_the_schema_beside_it_describes_it(small: Catalogue, catalogue: dict[str, Any]) -> None:
    schema = json.loads(export(small)["catalogue.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(catalogue, schema)


def test_the_schema_refuses_what_is_not_a_catalogue(small: Catalogue, catalogue: dict[str, Any]) -> None:
    schema = json.loads(export(small)["catalogue.schema.json"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**catalogue, "tiers": [{"id": "base"}]}, schema)


def test_rows_are_sorted_by_id(catalogue: dict[str, Any]) -> None:
    for name, rows in catalogue.items():
        if isinstance(rows, list):
            assert [row["id"] for row in rows] == sorted(row["id"] for row in rows), name


def test_a_tier_carries_its_order(catalogue: dict[str, Any]) -> None:
    assert catalogue["tiers"] == [
        {
            "id": tier,
            "label": tier.capitalize(),
            "order": order,
            "url": f"guide/tiers/{tier}.html",
            "checklist": f"guide/checklists/{tier}.html",
            "files": files(tier),
        }
        for order, tier in enumerate(("base", "extra"), start=1)
    ]


def test_a_symptom_names_its_checklist(catalogue: dict[str, Any]) -> None:
    row = by_id(catalogue["symptoms"])["runs-off"]
    assert row["checklist"] == "guide/checklists/runs-off.html"
    assert row["files"] == files("runs-off", with_card=True)


def test_a_strategy_carries_what_the_record_says(catalogue: dict[str, Any]) -> None:
    exit_ = by_id(catalogue["strategies"])["agreed-exit"]
    assert exit_["areas"] == ["feelings", "senses"]
    assert exit_["statements"] == ["oak-guide.extra.02", "elm-notes.ideas.01"]
    assert (exit_["tier"], exit_["placement"], exit_["status"]) == ("extra", "source", "published")
    assert exit_["url"] == "guide/strategies/agreed-exit.html"


def test_what_is_withheld_carries_its_reason_and_no_advice(catalogue: dict[str, Any]) -> None:
    assert by_id(catalogue["strategies"])["cold-water"] == {
        "id": "cold-water",
        "title": "Cold water",
        "reason": "Nobody here can tell whether it is safe.",
        "statements": ["elm-notes.ideas.03"],
        "status": "withheld",
        "url": "guide/sources/index.html#cold-water",
    }


def test_words_that_staff_type_are_not_exported(small: Catalogue) -> None:
    assert "legs it" not in export(small)["catalogue.json"].decode()


def test_a_source_counts_every_numbered_statement(catalogue: dict[str, Any]) -> None:
    assert {row["id"]: row["statements"] for row in catalogue["sources"]} == {"elm-notes": 7, "oak-guide": 7}


def test_a_checklist_names_its_area_tier_and_files(catalogue: dict[str, Any]) -> None:
    assert by_id(catalogue["checklists"])["senses-base"] == {
        "area": "senses",
        "files": files("senses-base"),
        "id": "senses-base",
        "tier": "base",
        "url": "guide/checklists/senses-base.html",
    }


def test_the_same_catalogue_gives_the_same_bytes(small: Catalogue) -> None:
    assert export(small) == export(small.model_copy(deep=True))
