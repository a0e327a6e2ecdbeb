from __future__ import annotations

import json
from typing import Any

import pytest

from tests.sheet.node import call

EMPTY = {"ids": [], "title": "", "byTier": True, "summaries": True}
MOST = 200


def sheet(*ids: str) -> dict[str, Any]:
    return {**EMPTY, "ids": list(ids)}


def test_a_strategy_is_added_at_the_end() -> None:
    assert call("added", sheet("a", "b"), "c") == sheet("a", "b", "c")


def test_a_strategy_goes_back_to_the_place_that_it_had() -> None:
    assert call("added", sheet("a", "c"), "b", 1) == sheet("a", "b", "c")
    assert call("added", sheet("a"), "b", 7) == sheet("a", "b")


def test_a_strategy_stands_on_a_sheet_once() -> None:
    assert call("added", sheet("a", "b"), "a") == sheet("a", "b")


def test_a_full_sheet_stays_as_it_is() -> None:
    full = sheet(*(f"s{number}" for number in range(MOST)))
    assert call("added", full, "one-more") == full


def test_what_is_removed_is_gone_and_nothing_else() -> None:
    assert call("removed", sheet("a", "b", "c"), "b") == sheet("a", "c")
    assert call("removed", sheet("a"), "b") == sheet("a")


def test_a_strategy_moves_up_and_down_into_the_place_of_another() -> None:
    assert call("moved", sheet("a", "b", "c"), "c", "b") == sheet("a", "c", "b")
    assert call("moved", sheet("a", "b", "c"), "a", "c") == sheet("b", "c", "a")


@pytest.mark.parametrize(("mover", "other"), [("a", "z"), ("z", "a")])
def test_nothing_moves_to_or_from_where_nothing_is(mover: str, other: str) -> None:
    assert call("moved", sheet("a", "b"), mover, other) == sheet("a", "b")


def test_what_was_kept_comes_back_as_it_was() -> None:
    kept = {"ids": ["a", "b"], "title": "Year 4 Kestrels", "byTier": False, "summaries": False}
    assert call("restored", json.dumps(kept)) == kept


@pytest.mark.parametrize(
    "text",
    [
        None, "", "{", "null", "[]", "7", '"text"', '{"ids": "a"}', '{"ids": {"length": 9}}', '{"ids": [1, null, {}]}',
        '{"title": {}}', '{"byTier": "no"}', '{"summaries": 0}', '{"__proto__": {"title": "x"}}',
    ],
)  # fmt: skip
def test_what_is_not_a_sheet_is_an_empty_one(text: str | None) -> None:
    assert call("restored", text) == EMPTY


def test_of_what_was_kept_only_ids_are_taken_each_once_and_no_more_than_a_sheet_holds() -> None:
    kept = {"ids": ["a", "a", "<b>", "\ud800", "", "x" * 61, *(f"s{number}" for number in range(300))]}
    ids = call("restored", json.dumps(kept))["ids"]
    assert ids[:3] == ["a", "s0", "s1"]
    assert len(ids) == MOST


def test_a_title_is_cut_at_its_longest() -> None:
    assert call("restored", json.dumps({"title": "x" * 500}))["title"] == "x" * 80


def test_an_address_carries_ids_alone() -> None:
    assert call("fragment", ["calm-corner", "b"]) == "#s=calm-corner,b"


def test_what_an_address_carries_is_what_was_put_into_it() -> None:
    assert call("carried", call("fragment", ["a", "b-c"])) == {"ids": ["a", "b-c"], "more": 0}


@pytest.mark.parametrize("fragment", ["", "#", "#how", "#q=calm", "#S=a"])
def test_another_fragment_carries_nothing(fragment: str) -> None:
    assert call("carried", fragment) is None


def test_ids_of_an_address_are_taken_as_text_each_once() -> None:
    assert call("carried", "#s=a, a ,,%3Cimg%20src%3Dx%3E,__proto__,%ZZ,b&t=Sam")["ids"] == [
        "a", "<img src=x>", "__proto__", "%ZZ", "b",
    ]  # fmt: skip


def test_an_address_that_names_too_many_is_cut_and_says_by_how_many() -> None:
    carried = call("carried", f"#s={','.join(f's{number}' for number in range(5000))}")
    assert (len(carried["ids"]), carried["more"]) == (MOST, 4800)
