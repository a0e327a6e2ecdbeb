from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.own_sheet import own_sheet
from tests.search.node import run

if TYPE_CHECKING:
    from generator.model import Catalogue

FILE = "sheet/strategies.js"


@pytest.fixture(scope="module")
def edition(small: Catalogue) -> dict[str, Any]:
    """What the page of the sheet takes from the script."""
    given: dict[str, Any] = run("take", generated=own_sheet(small))["strategies"]
    return given


def test_it_is_one_file(small: Catalogue) -> None:
    assert own_sheet(small).keys() == {FILE}


def test_every_strategy_is_there_in_the_order_of_the_catalogue(small: Catalogue, edition: dict[str, Any]) -> None:
    assert [each["id"] for each in edition["strategies"]] == [each.id for each in small.strategies]


def test_a_strategy_carries_what_a_sheet_shows(edition: dict[str, Any]) -> None:
    row = next(each for each in edition["strategies"] if each["id"] == "agreed-exit")
    assert row == {
        "id": "agreed-exit",
        "title": "Agree how to leave the room",
        "summary": row["summary"],
        "tier": 1,
        "sources": [0, 1],
        "flagged": True,
        "url": "guide/strategies/agreed-exit.html",
    }
    assert edition["tiers"][row["tier"]] == "Extra"


def test_a_former_id_leads_to_what_replaced_it(small: Catalogue, edition: dict[str, Any]) -> None:
    replaced = {former: each.id for each in small.strategies for former in each.former_ids}
    assert edition["former"] == replaced
    assert replaced["exit-card"] == "agreed-exit"


def test_of_what_is_withheld_nothing_is_there_but_where_the_reason_stands(
    small: Catalogue, edition: dict[str, Any]
) -> None:
    assert edition["withheld"] == {"cold-water": "guide/sources/index.html#cold-water"}
    assert "Cold water" not in own_sheet(small)[FILE].decode()


def test_the_same_catalogue_gives_the_same_bytes(small: Catalogue) -> None:
    assert own_sheet(small) == own_sheet(small.model_copy(deep=True))
