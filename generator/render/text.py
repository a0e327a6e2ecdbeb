"""How dates read, whoever prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date) -> str:
    """A date as British readers write it, whatever the machine's language: 23 November 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
