from __future__ import annotations

from datetime import date

import pytest

from generator.figures import day, size


def test_a_day_is_written_as_british_readers_write_it() -> None:
    assert day(date(2026, 11, 3)) == "3 November 2026"


@pytest.mark.parametrize(("length", "shown"), [(1, "1 kB"), (1499, "1 kB"), (1501, "2 kB"), (57_765, "58 kB")])
def test_a_size_is_the_nearest_kilobyte_but_never_none(length: int, shown: str) -> None:
    assert size(length) == shown
