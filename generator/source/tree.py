"""YAML text to plain values with the place of each, taken from the parser's events one by one.

Every scalar stays the text that was typed, so nothing turns into a number, a date or a truth value behind an editor's
back, and what makes YAML dangerous or surprising (aliases, tags, merged or repeated keys) is a problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn, TypeAlias

import yaml

from generator.problems import Path, Place, Places, Problem, Spot, quoted
from generator.source.refusal import DEEPEST, MOST_PROBLEMS, MOST_VALUES, TOO_MANY, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True)
class Tree:
    """A file's values, the place of each, and which of them something is wrong with."""

    value: Value
    spot: Spot
    broken: Mapping[Path, frozenset[Path]]
    """For each record with problems, the paths in it of values that are not there to be held against a type."""

    def broken_in(self, root: Path) -> frozenset[Path]:
        """Return the paths inside a record, counted from it, of which enough has been said."""
        return self.broken.get(root, frozenset())

    def is_marked(self, root: Path) -> bool:
        """Tell whether a problem has been made of anything in a record."""
        return root in self.broken


def plant(text: str, file: str, collection: str, problems: list[Problem]) -> Tree:
    """Read the one document of a file, adding to `problems`; raise a `Refusal` where it cannot be read to its end."""
    grower = _Grower(file, collection)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            grower.take(event)
    except yaml.MarkedYAMLError as error:
        raise _refusal(error) from error
    except yaml.YAMLError as error:
        raise Refusal(1, 1, f"is not YAML: {quoted(str(error))}") from error
    finally:
        problems += grower.problems()
    return grower.tree()


@dataclass
class _Branch:
    """A list or group of fields that is still growing."""

    value: list[Value] | dict[str, Value]
    path: Path
    place: Place
    key: Place | None
    children: dict[str | int, Spot] = field(default_factory=dict)
    next_key: tuple[str, Place] | None = None
    dropped: bool = False


class _Grower:
    """Builds the values of one document, event by event."""

    def __init__(self, file: str, collection: str) -> None:
        self.file = file
        self.collection = collection
        self.branches: list[_Branch] = []
        self.root: tuple[Value, Spot] | None = None
        self.count = 0
        self.documents = 0
        self.broken: set[Path] = set()
        self.found: list[tuple[Path, Place, str]] = []

    def take(self, event: yaml.Event) -> None:
        """Take one event of the parser."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, "a second document begins here: remove the line of dashes")
        elif isinstance(event, yaml.NodeEvent):
            self.count += 1
            if self.count > MOST_VALUES:
                self._refuse(event, f"more than {MOST_VALUES} values stand in one file: split it into several")
            self._node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            branch = self.branches.pop()
            self._attach(branch.value, Spot(branch.place, branch.key, None, branch.children))

    def problems(self) -> Iterator[Problem]:
        """Everything found so far, each with the path of its field."""
        root = self.root[1] if self.root else self._so_far()
        places = Places({self.collection: root})
        return (Problem(*place, places.field(path), message) for path, place, message in self.found)

    def tree(self) -> Tree:
        """Return the whole, once every event has been taken."""
        if self.root is None or self.root[0] is None:
            raise Refusal(1, 1, "is empty: write the records, or [] if there are none")
        size = 2 if isinstance(self.root[0], list) else 1
        broken = {path[:size]: set[Path]() for path, _, _ in self.found}
        for path in self.broken:
            broken[path[:size]].add(path[size:])
        return Tree(*self.root, {root: frozenset(paths) for root, paths in broken.items()})

    def _node(self, event: yaml.NodeEvent) -> None:
        branch = self.branches[-1] if self.branches else None
        if branch is not None and isinstance(branch.value, dict) and branch.next_key is None:
            self._key(event, branch)
            return
        path, place = self._path(), self._place(event)
        key = branch.next_key[1] if branch is not None and branch.next_key else None
        if isinstance(event, yaml.AliasEvent):
            self._complain(path, place, f"*{event.anchor} stands for something written elsewhere: write it out here")
            self.broken.add(path)
            self._attach(None, Spot(place, key, None, {}))
            return
        self._plain(event, path, place)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, path, place, key)
            return
        if len(self.branches) >= DEEPEST:
            self._refuse(event, f"lists and groups stand {DEEPEST} deep in one another: nothing here needs so many")
        empty: list[Value] | dict[str, Value] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self.branches.append(_Branch(empty, path, place, key))

    def _key(self, event: yaml.NodeEvent, branch: _Branch) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "the name of a field is a word: put text that begins with { or [ in quotes")
        name, place = event.value, self._place(event)
        path = (*branch.path, name)
        self._plain(event, path, place)
        if name == "<<":
            self._complain(path, place, "fields cannot be merged in from elsewhere: write them out here")
        repeated = name in branch.value
        branch.dropped = repeated or name == "<<"
        if repeated:
            first = branch.children[name].key if name in branch.children else None
            where = f"on line {first.line} " if first else ""
            self._complain(path, place, f"stands {where}already: keep one of the two")
        branch.next_key = (name, place)

    def _scalar(self, event: yaml.ScalarEvent, path: Path, place: Place, key: Place | None) -> None:
        text: str | None = event.value
        if not event.style and event.value in NOTHING:
            text = None
            if self.branches:
                after = "colon" if key else "dash"
                self._complain(path, key or place, f"is empty: write something after the {after}, or remove the line")
                self.broken.add(path)
        self._attach(text, Spot(place, key, text, {}))

    def _plain(self, event: yaml.NodeEvent, path: Path, place: Place) -> None:
        """Complain of a name or a type given to a value."""
        if event.anchor:
            self._complain(path, place, f"&{event.anchor} gives this a name, and names are not used: remove it")
        if getattr(event, "tag", None):
            self._complain(path, place, "a word after ! gives this a type: remove it, or put the whole text in quotes")

    def _attach(self, value: Value, spot: Spot) -> None:
        if not self.branches:
            self.root = (value, spot)
            return
        branch = self.branches[-1]
        if isinstance(branch.value, list):
            branch.children[len(branch.value)] = spot
            branch.value.append(value)
        elif branch.next_key is not None:
            name, branch.next_key = branch.next_key[0], None
            if not branch.dropped:
                branch.value[name] = value
                branch.children[name] = spot

    def _path(self) -> Path:
        if not self.branches:
            return (self.collection,)
        branch = self.branches[-1]
        step = branch.next_key[0] if branch.next_key else len(branch.value)
        return (*branch.path, step)

    def _so_far(self) -> Spot:
        """Return what has grown before reading was given up."""
        spot: Spot | None = None
        for branch in reversed(self.branches):
            if spot is not None:
                step = branch.next_key[0] if branch.next_key else len(branch.value)
                branch.children.setdefault(step, spot)
            spot = Spot(branch.place, branch.key, None, branch.children)
        return spot or Spot(Place(self.file, 1, 1), None, None, {})

    def _complain(self, path: Path, place: Place, message: str) -> None:
        if len(self.found) == MOST_PROBLEMS:
            raise Refusal(place.line, place.column, TOO_MANY)
        self.found.append((path, place, message))

    def _refuse(self, event: yaml.Event, message: str) -> NoReturn:
        place = self._place(event)
        raise Refusal(place.line, place.column, message)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file, 1, 1)


def _refusal(error: yaml.MarkedYAMLError) -> Refusal:
    """Turn the parser's complaint into what an editor should do."""
    problem = error.problem or ""
    words = next((words for sign, words in SYNTAX if sign in problem), None)
    at_start = error.context_mark if any(sign in problem for sign in OPENED_EARLIER) else None
    mark = at_start or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Refusal(line, column, words or f"is not YAML ({problem}): compare this line with the records around it")


OPENED_EARLIER = ("unexpected end of stream", "unexpected document", "',' or", "could not find expected ':'")
"""Complaints that are best made where the parser began to wait for what never came."""

# The two parsers, in C and in Python, word some complaints differently; each line serves both.
SYNTAX = (
    (
        "mapping values are not allowed",
        "a colon cannot follow here: put text that holds a colon in quotes, and line fields up",
    ),
    ("sequence entries are not allowed", "a list cannot begin here: put its first dash on a line of its own"),
    ("cannot start any token", "text cannot begin with this character: put the whole text in quotes"),
    ("unexpected end of stream", "a quotation mark opens here and never closes: close it at the end of the text"),
    ("unexpected document", "a quotation mark opens here and never closes: close it at the end of the text"),
    ("unknown escape character", "a backslash cannot stand here: use single quotation marks around the text"),
    ("alphabetic or numeric character", "text that begins with * or & needs quotes: put the whole text in quotes"),
    ("undefined tag handle", "text that begins with ! needs quotes: put the whole text in quotes"),
    ("comment or", "text that begins with | or > needs quotes, or else begins on the next line"),
    ("chomping or", "text that begins with | or > needs quotes, or else begins on the next line"),
    ("',' or ']'", "a square bracket opens here and is not closed: close it, or put the whole text in quotes"),
    ("',' or '}'", "a curly bracket opens here and is not closed: close it, or put the whole text in quotes"),
    (
        "could not find expected ':'",
        "this is neither a field nor an item of a list: is a colon missing after its first word?",
    ),
    ("did not find expected '-'", "this does not fit the list above it: line it up, and begin each item with a dash"),
    ("expected key", "this does not fit the lines above it: line it up; text in quotes or brackets ends with them"),
    ("expected <block end>", "this does not fit the lines above it: line it up, or begin it with a dash"),
    ("node content", "text cannot begin with this character: put the whole text in quotes"),
    ("<document start>", "this stands after the end of the list: line it up with the lines above it"),
)
