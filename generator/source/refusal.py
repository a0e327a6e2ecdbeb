"""How a file that cannot be read to its end is given up, and how much of it is looked at."""

from __future__ import annotations

LARGEST_FILE = 1024 * 1024
MOST_VALUES = 20_000
MOST_PROBLEMS = 100
DEEPEST = 20

TOO_MANY = "there is more to mend from here on: mend the rest first"


class Refusal(Exception):  # noqa: N818  it says what happens to the file, not only that something went wrong
    """Nothing more can be read of a file; the caller makes it a problem."""

    def __init__(self, line: int, column: int, message: str) -> None:
        """Say where reading stopped and why."""
        super().__init__(message)
        self.line = line
        self.column = column
        self.message = message
