from __future__ import annotations

from generator.checks import check
from generator.problems import Places
from generator.source import read
from tests.builders import SMALL, TODAY


def test_a_long_chain_of_strategies_is_followed_to_its_end() -> None:
    reading = read(SMALL)
    first = reading.catalogue.strategies[0]
    names = [f"s-{number}" for number in range(3000)]
    chain = tuple(
        first.model_copy(update={"id": name, "builds_on": (lower,)})
        for name, lower in zip(names, [*names[1:], names[0]], strict=True)
    )
    catalogue = reading.catalogue.model_copy(update={"strategies": (*reading.catalogue.strategies, *chain)})
    circles = [
        each for each in check(catalogue, Places(), reading.declared, TODAY) if each.message.startswith("goes round")
    ]
    assert len(circles) == 1
    assert circles[0].message.count(" -> ") == len(names)
