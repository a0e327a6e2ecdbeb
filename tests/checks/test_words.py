from __future__ import annotations

from datetime import date

from generator.checks import check
from generator.source import read
from tests.builders import SMALL


def test_today_is_not_in_the_future() -> None:
    reading = read(SMALL)
    assert check(reading.catalogue, reading.places, reading.declared, date(2026, 3, 1)) == ()
    assert len(check(reading.catalogue, reading.places, reading.declared, date(2026, 2, 28))) == len(
        ["guide", "withheld", *reading.catalogue.strategies]
    )
