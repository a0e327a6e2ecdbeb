from __future__ import annotations

from typing import Any

import pytest

from tests.sheet.node import call


def strategy(name: str, tier: int = 0, *sources: int) -> dict[str, Any]:
    return {"id": name, "title": name.title(), "tier": tier, "sources": list(sources), "flagged": False}


GREET, WALK, EXIT = strategy("greet", 0, 0), strategy("walk", 1, 2), strategy("exit", 1, 0, 1)
EDITION = {
    "tiers": ["Base", "Extra", "More"],
    "sources": ["Oak", "Elm", "Oak"],
    "strategies": [GREET, WALK, EXIT],
    "former": {"exit-card": "exit"},
    "withheld": {"cold-water": "sources.html#cold-water"},
}


def test_strategies_come_in_the_order_of_the_sheet() -> None:
    assert call("looked", EDITION, ["walk", "greet"]) == {"strategies": [WALK, GREET], "changes": []}


def test_a_former_id_is_named_with_what_replaced_it_and_keeps_its_place() -> None:
    assert call("looked", EDITION, ["exit-card", "greet"]) == {
        "strategies": [EXIT, GREET],
        "changes": [{"id": "exit-card", "kind": "moved", "now": EXIT}],
    }


def test_a_strategy_that_two_ids_stand_for_is_shown_once() -> None:
    assert call("looked", EDITION, ["exit-card", "exit"])["strategies"] == [EXIT]
    assert call("standingFor", EDITION, ["exit-card", "greet", "exit"], "exit") == ["exit-card", "exit"]


def test_what_is_withheld_is_named_and_never_shown() -> None:
    assert call("looked", EDITION, ["cold-water"]) == {
        "strategies": [],
        "changes": [{"id": "cold-water", "kind": "withheld", "url": "sources.html#cold-water"}],
    }


@pytest.mark.parametrize("name", ["nowhere", "<img src=x>", "__proto__", "constructor", "toString", "hasOwnProperty"])
def test_what_the_guide_does_not_have_is_named(name: str) -> None:
    assert call("looked", EDITION, [name]) == {"strategies": [], "changes": [{"id": name, "kind": "gone"}]}


def test_groups_are_the_tiers_that_are_there_each_in_the_order_of_the_sheet() -> None:
    assert call("grouped", [EXIT, GREET, WALK], True) == [  # noqa: FBT003 - JavaScript has no named arguments
        {"tier": 0, "strategies": [GREET]},
        {"tier": 1, "strategies": [EXIT, WALK]},
    ]


def test_in_ones_own_order_there_is_one_group() -> None:
    assert call("grouped", [EXIT, GREET], False) == [{"strategies": [EXIT, GREET]}]  # noqa: FBT003 - as above


def test_every_tier_beneath_the_highest_one_continues() -> None:
    assert call("below", EDITION, [GREET]) == []
    assert call("below", EDITION, [WALK, GREET]) == ["Base"]
    assert call("below", EDITION, []) == []


def test_each_source_is_named_once() -> None:
    assert call("sources", EDITION, [WALK, GREET, EXIT]) == ["Oak", "Elm"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Year 4 Kestrels", "year-4-kestrels.html"),
        ("Blwyddyn 4: Ŵyn a Chŷn", "blwyddyn-4-wyn-a-chyn.html"),
        ("  ../../etc\\passwd ", "etc-passwd.html"),
        ("", "my-sheet.html"),
        ("שלום", "my-sheet.html"),
    ],
)
def test_a_file_is_named_after_the_title(title: str, name: str) -> None:
    assert call("fileName", title) == name
