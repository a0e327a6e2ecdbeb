from __future__ import annotations

from itertools import pairwise

import pytest

from generator.diagrams import WIDTH, broken, ring, stair

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunt"
MANY = pytest.mark.parametrize("count", [2, 3, 4, 5])


@MANY
def test_each_step_stands_on_the_one_before_and_is_narrower(count: int) -> None:
    blocks = stair([("All", "Support")] * count).blocks
    assert [block.step for block in blocks] == list(range(1, count + 1))
    for lower, upper in pairwise(blocks):
        assert upper.y + upper.height < lower.y
        assert upper.x > lower.x
        assert upper.x + upper.width == lower.x + lower.width == WIDTH


@MANY
def test_a_step_holds_its_words_however_long_they_are(count: int) -> None:
    drawn = stair([(LONG, f"Support for {LONG} and for whoever else needs it")] * count)
    for block in drawn.blocks:
        assert min(len(block.titles), len(block.names)) > 1
        baselines = [line.y for line in (*block.titles, *block.names)]
        assert baselines == sorted(set(baselines))
        assert block.y < min(baselines)
        assert max(baselines) < block.y + block.height
    assert max(block.y + block.height for block in drawn.blocks) == pytest.approx(drawn.height, abs=0.1)


@pytest.mark.parametrize("count", [2, 3, 5, 8])
def test_no_two_places_of_a_ring_touch_and_none_leaves_the_picture(count: int) -> None:
    drawn = ring(["Look again"] * count)
    assert len(drawn.arrows) == len(drawn.stops) == count
    for one, other in pairwise((*drawn.stops, drawn.stops[0])):
        assert ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 > one.radius + other.radius + 20
    for stop in drawn.stops:
        assert min(stop.x, stop.y) > stop.radius
        assert max(stop.x, stop.y) + stop.radius < drawn.width


def test_a_name_that_is_long_is_set_smaller() -> None:
    short, long = ring(["Plan", "Decide together what is to come next"]).stops
    assert long.size < short.size
    assert len(long.lines) <= 3


def test_words_keep_their_order_and_none_is_lost() -> None:
    text = f"Help from {LONG} and others"
    assert "".join(broken(text, 120, 17)).replace("-", "").replace(" ", "") == text.replace(" ", "")


def test_a_word_that_is_too_long_is_broken_with_a_hyphen() -> None:
    assert broken("unbreakable", 60, 17) == ("unbre-", "akable")
