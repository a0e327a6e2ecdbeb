"""What is wrong with a catalogue and where: how a problem prints, and how the place of a field is found."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST_WORD = 80
LONGEST_QUOTE = 60

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: a collection, the record's position or id, then field names and positions in lists."""


class ProvisionError(Exception):
    """Something that the person who runs the command can mend; its text says how."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it stands, counted from 1, and what is wrong and what to do."""

    file: str
    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        """Print as one line, whatever stood in the file or its name."""
        return printable(f"{self.file}:{self.line}:{self.column}: {self.field}: {self.message}")


class Place(NamedTuple):
    """A position in a file, counted from 1."""

    file: str
    line: int
    column: int


class Spot(NamedTuple):
    """Where a value of a file stands: its own place, its key's (if it has a key), and what it holds."""

    place: Place
    key: Place | None
    text: str | None
    children: Mapping[str | int, Spot]

    @property
    def shown(self) -> Place:
        """Where to point: text at its first character, a list or a group of fields at its key, nothing at its key."""
        return self.place if self.text or self.key is None else self.key

    @property
    def name(self) -> str | None:
        """The id of a record, if it has one that can be printed in a path."""
        text = self.children["id"].text if "id" in self.children else None
        return text if text and re.fullmatch(r"[\w.-]{1,80}", text) else None


@dataclass(frozen=True)
class Places:
    """Where each record and field of the catalogue stands; the nearest thing around it where it stands nowhere."""

    collections: Mapping[str, Spot] = field(default_factory=dict)

    def of(self, path: Path) -> Place:
        """Return the place of a value, or of the nearest thing around it."""
        return self._walk(path)[0].shown

    def key_of(self, path: Path) -> Place:
        """Return the place of a value's key rather than of the value."""
        spot = self._walk(path)[0]
        return spot.key or spot.place

    def field(self, path: Path) -> str:
        """Write a path for people: `strategies[key-adult].symptoms[2]`, lists counted from 1."""
        return self._walk(path)[1]

    def problem(self, path: Path, message: str) -> Problem:
        """Make a problem at the place of a value."""
        return Problem(*self.of(path), self.field(path), message)

    def _walk(self, path: Path) -> tuple[Spot, str]:
        collection = str(path[0])
        spot = self.collections.get(collection) or Spot(Place(f"{collection}.yml", 1, 1), None, None, {})
        label, found = collection, True
        for step in path[1:]:
            child = _child(spot, step) if found else None
            name = child.name if child is not None else None
            label += f".{_short(str(step))}" if _is_field(spot, step, found=found) else f"[{name or _count(step)}]"
            spot, found = child or spot, child is not None
        return spot, label


def _child(spot: Spot, step: str | int) -> Spot | None:
    if step in spot.children:
        return spot.children[step]
    return next((child for child in spot.children.values() if child.key is None and child.name == step), None)


def _is_field(spot: Spot, step: str | int, *, found: bool) -> bool:
    in_list = found and any(isinstance(key, int) for key in spot.children)
    return isinstance(step, str) and not in_list


def _count(step: str | int) -> str:
    return str(step + 1) if isinstance(step, int) else _short(step)


@dataclass(frozen=True)
class Declared:
    """What the files of one collection hold, unusable records included, so that one mistake is reported once."""

    ids: frozenset[str] = frozenset()
    """Every id that stands there."""
    failed: frozenset[str] = frozenset()
    """Every text in records that could not be used: they may well mention what nothing else mentions."""
    complete: bool = True
    """False where something could not be read at all, so that nothing can be said of what is not there."""


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that a mistyped word most likely stands for."""
    if len(word) > LONGEST_WORD:  # comparing is slow, and nothing of ours is so long
        return None
    close = difflib.get_close_matches(word.lower(), sorted(set(choices)), n=1, cutoff=0.7)
    return close[0] if close else None


def quoted(text: str) -> str:
    """Write what somebody typed inside a message: on one line, and not too long."""
    return f'"{_short(" ".join(text[: LONGEST_QUOTE * 10].split()))}"'


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 3]}..."


def printable(text: str) -> str:
    """Write characters that a terminal would obey, or cannot show, as their codes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in text)
