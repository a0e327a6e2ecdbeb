"""How the guide writes dates and sizes, on pages and in files alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
BYTES_IN_A_KILOBYTE = 1000


def day(value: date) -> str:
    """A date as British readers write it, whatever the machine's language: 23 November 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def size(number: int) -> str:
    """How large a file of so many bytes is, to the nearest kilobyte but never none: 12 kB."""
    return f"{max(1, round(number / BYTES_IN_A_KILOBYTE))} kB"
