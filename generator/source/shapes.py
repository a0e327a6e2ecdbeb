"""What shape each part of the catalogue has, as its types state it, and in plain words what does not fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin

from pydantic import StringConstraints, ValidationError

from generator import model
from generator.model import Record
from generator.problems import Path, did_you_mean, quoted
from generator.source.refusal import MOST_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class Collection:
    """A part of the catalogue: its name, its records, and whether it is one record or a list of them."""

    name: str
    record: type[Record]
    single: bool


def collections(catalogue: type[Record]) -> tuple[Collection, ...]:
    """Read from the types which parts a catalogue has."""
    parts = {name: info.annotation for name, info in catalogue.model_fields.items()}
    return tuple(
        Collection(name, cast("type[Record]", _record_in(kind)), get_origin(kind) is not tuple)
        for name, kind in parts.items()
    )


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a value inside a record; `at_key` where its name rather than its value is wrong."""

    path: Path
    message: str
    at_key: bool = False


def record_from(kind: type[Record], value: object, broken: frozenset[Path]) -> tuple[Record | None, list[Complaint]]:
    """Make a record of a value, or complaints; of what is `broken` something has been said already."""
    dates = [Complaint(path, _not_a_day(text)) for path, text in _odd_days(kind, value)]
    said = broken | {complaint.path for complaint in dates}
    try:
        record = kind.model_validate(value)
    except ValidationError as error:
        complaints = _complaints(kind, error.errors(include_url=False))
        unsaid = (complaint for complaint in complaints if not _is_said(complaint, said))
        return None, [*dates, *islice(unsaid, MOST_PROBLEMS + 1)]
    return (None if said else record), dates


def _is_said(complaint: Complaint, said: frozenset[Path]) -> bool:
    return not complaint.at_key and any(complaint.path[: len(path)] == path for path in said)


def _odd_days(kind: type[Record], value: object) -> Iterator[tuple[Path, str]]:
    """Dates that are not written as YYYY-MM-DD; pydantic would take a number for seconds since 1970."""
    for name, info in kind.model_fields.items():
        text = value.get(name) if isinstance(value, dict) else None
        if _bare(info.annotation) is date and isinstance(text, str) and not DAY.fullmatch(text):
            yield (name,), text


def _complaints(kind: type[Record], errors: list[ErrorDetails]) -> Iterator[Complaint]:
    """Say each thing once: no `missing` beside the misspelt field, no `too few` beside the items that are wrong."""
    errors = [{**error, "loc": _written(error["loc"])} for error in errors]
    wrong = {error["loc"] for error in errors}
    guesses: set[Path] = set()
    counted: set[Path] = set()
    for error in sorted(errors, key=lambda error: error["type"] != "extra_forbidden"):
        path, code = error["loc"], error["type"]
        parent = _annotation_at(kind, path[:-1])
        if code == "extra_forbidden":
            guess = _guess(kind, error)
            guesses.add((*path[:-1], guess or ""))
            yield Complaint(path, _not_a_field(parent, guess), at_key=True)
        elif code == "missing" and isinstance(path[-1], int):
            if path[:-1] not in counted:
                counted.add(path[:-1])
                yield Complaint(path[:-1], _wrong_count(parent, error["input"]))
        elif code == "missing":
            if path not in guesses:
                yield Complaint(path, _missing(_annotation_at(kind, path), str(path[-1])))
        elif code != "too_short" or not any(other[:-1] == path for other in wrong):
            words = WORDS.get(code)
            annotation = _annotation_at(kind, path)
            yield Complaint(path, words(error, annotation) if words else f"is not right: {error['msg']}")


def _written(path: Path) -> Path:
    """Return the way to a value as it stands in the file, without the kinds of group between its steps."""
    return tuple(step for step in path if step not in model.KINDS_OF_GROUP)


def _guess(kind: type[Record], error: ErrorDetails) -> str | None:
    around = _record_in(_annotation_at(kind, error["loc"][:-1]))
    return did_you_mean(str(error["loc"][-1]), around.model_fields) if around else None


def _not_a_field(around: object, guess: str | None) -> str:
    record = _record_in(around)
    fields = ", ".join(record.model_fields if record else ())
    return (
        f'is not a field here: did you mean "{guess}"? The fields are {fields}'
        if guess
        else (f"is not a field here: remove it, or use one of {fields}")
    )


def _missing(annotation: object, name: str) -> str:
    how = f'"{name}:" and a list under it' if get_origin(_bare(annotation)) is tuple else f'"{name}: ..."'
    return f"is missing: add {how} to this record"


def _wrong_count(annotation: object, found: object) -> str:
    wanted, given = len(get_args(_bare(annotation))), len(found) if isinstance(found, list) else 0
    change = f"add {wanted - given} more" if given < wanted else f"take {given - wanted} away"
    return f"should list exactly {wanted}, but lists {given}: {change}"


def _not_a_day(text: str) -> str:
    if not text.strip():
        return EMPTY
    return f"{quoted(text)} is not a date: write year, month and day, as in 2026-02-11"


def _too_short(_error: ErrorDetails, _annotation: object) -> str:
    return "lists nothing: write at least one item, on its own line after a dash"


def _too_long_text(error: ErrorDetails, _annotation: object) -> str:
    length, most = len(str(error["input"]).strip()), error["ctx"]["max_length"]
    return f"is {length} characters long, and at most {most} fit: shorten it by {length - most}"


def _wrong_pattern(error: ErrorDetails, _annotation: object) -> str:
    text, pattern = str(error["input"]), str(error["ctx"]["pattern"])
    if not text.strip():
        return EMPTY
    choices = re.fullmatch(r"\^\(([\w|-]+)\)\$", pattern)
    if choices:
        words = choices.group(1).split("|")
        guess = did_you_mean(text, words)
        return f"{quoted(text)} is not one of {', '.join(words)}: " + (
            f'did you mean "{guess}"?' if guess else "write one of them"
        )
    say = PATTERNS.get(pattern)
    return f"{quoted(text)} {say(text)}" if say else f"{quoted(text)} does not have the form {pattern}"


def _not_an_id(text: str) -> str:
    slug = "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:60].strip("-")
    return f'is not an id: ids are lower-case words joined by hyphens, such as "{slug or "trusted-adult"}"'


def _not_text(error: ErrorDetails, _annotation: object) -> str:
    if isinstance(error["input"], dict):
        return "should be text, but is a group of fields: if the text holds a colon, put all of it in quotes"
    return f"should be text, but is {_found(error)}: write one text, without a dash"


def _not_a_list(error: ErrorDetails, _annotation: object) -> str:
    return f"should be a list, but is {_found(error)}: put each item on its own line after a dash"


def _not_a_record(error: ErrorDetails, annotation: object) -> str:
    record = _record_in(annotation)
    fields = ", ".join(record.model_fields if record else ())
    return f"should be a group of fields, but is {_found(error)}: write its fields ({fields}) on lines of their own"


def _found(error: ErrorDetails) -> str:
    found = error["input"]
    return "a list" if isinstance(found, list) else "a group of fields" if isinstance(found, dict) else "text"


EMPTY = "is empty: write something, or remove the line"

WORDS: Mapping[str, Callable[[ErrorDetails, object], str]] = {
    "string_type": _not_text,
    "string_too_short": lambda _error, _annotation: EMPTY,
    "string_too_long": _too_long_text,
    "string_pattern_mismatch": _wrong_pattern,
    "tuple_type": _not_a_list,
    "too_short": _too_short,
    "too_long": lambda error, annotation: _wrong_count(annotation, error["input"]),
    "model_type": _not_a_record,
    "date_type": lambda error, _: f"should be a date, as in 2026-02-11, but is {_found(error)}: write one date",
    "date_parsing": lambda error, _: _not_a_day(str(error["input"])),
    "date_from_datetime_parsing": lambda error, _: _not_a_day(str(error["input"])),
    "date_from_datetime_inexact": lambda error, _: _not_a_day(str(error["input"])),
    "int_type": lambda error, _: f"should be a whole number, but is {_found(error)}: write one number",
    "int_parsing": lambda error, _: f"{quoted(str(error['input']))} is not a whole number: write one, such as 2",
    "greater_than_equal": lambda error, _: f"{error['input']} is too small: write {error['ctx']['ge']} or more",
    "less_than_equal": lambda error, _: f"{error['input']} is too large: write {error['ctx']['le']} or less",
    "bool_type": lambda error, _: f"should be true or false, but is {_found(error)}: write one of the two",
    "bool_parsing": lambda error, _: f"{quoted(str(error['input']))} is neither yes nor no: write true or false",
}


def _pattern(kind: Any) -> str:  # noqa: ANN401  an Annotated type has no type that a checker could name
    return next(str(part.pattern) for part in get_args(kind) if isinstance(part, StringConstraints))


PATTERNS: Mapping[str, Callable[[str], str]] = {
    _pattern(model.Id): _not_an_id,
    _pattern(model.StatementId): lambda _: (
        "is not the number of a statement: write source, section and number joined by full stops, "
        'such as "source.section.01"'
    ),
    _pattern(model.WebAddress): lambda _: "is not a secure web address: begin with https:// and use no spaces",
    _pattern(model.SiteAddress): lambda _: (
        "is not the address of a site: begin with https://, use no spaces, ? or #, and end with /"
    ),
    _pattern(model.Email): lambda _: "is not an e-mail address: write it as name@example.org",
}


def _annotation_at(kind: type[Record], path: Path) -> object:
    """Return the type that a value at this path should have."""
    here: object = kind
    for step in path:
        record = _record_in(here)
        if isinstance(step, int):
            here = get_args(_bare(here))[0] if get_args(_bare(here)) else None
        else:
            info: FieldInfo | None = record.model_fields.get(step) if record else None
            here = info.annotation if info else None
    return here


def _record_in(annotation: object) -> type[Record] | None:
    """Return the record that a type is, is a list of, or may be."""
    bare = _bare(annotation)
    inner = get_args(bare)[0] if get_origin(bare) is tuple else bare
    return inner if isinstance(inner, type) and issubclass(inner, Record) else None


def _bare(annotation: object) -> object:
    """Return what a type is when it is not None."""
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not NoneType)
    return annotation
