"""Which files a catalogue consists of, and their bytes as text."""

from __future__ import annotations

import codecs
import re
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.problems import Problem, ProvisionError, did_you_mean
from generator.source.refusal import LARGEST_FILE, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.source.shapes import Collection

ENDING = ".yml"
UNTYPEABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]",
)
TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)


@dataclass
class Layout:
    """The files of each collection in reading order, and what else lies about."""

    files: dict[str, list[Path]]
    problems: list[Problem] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)
    """Collections of which a file is missing, or lies where it is not read."""


def layout(folder: Path, collections: Sequence[Collection]) -> Layout:
    """Find `NAME.yml` and `NAME/*.yml` for each collection; anything else is a problem, never passed over."""
    known = {collection.name: collection for collection in collections}
    found = Layout({name: [] for name in known})
    for entry in _entries(folder):
        name = entry.name.removesuffix(ENDING)
        if entry.name in known and not known[name].single and _is_folder(entry):
            _look_inside(entry, found)
        elif entry.name.endswith(ENDING) and name in known:
            found.files[name].insert(0, entry)
        else:
            _stray(entry, known, found)
    for name, files in found.files.items():
        if not files and name not in found.doubtful:
            found.doubtful.add(name)
            found.problems.append(Problem(_shown(folder / f"{name}{ENDING}"), 1, 1, name, _missing(known[name])))
    return found


def _entries(folder: Path) -> list[Path]:
    try:
        return _visible(folder)
    except FileNotFoundError as error:
        message = f"{_shown(folder)}: there is no such folder: name the one that holds the catalogue"
        raise ProvisionError(message) from error
    except OSError as error:
        message = f"{_shown(folder)}: cannot be read as a folder ({_reason(error)})"
        raise ProvisionError(message) from error


def _visible(folder: Path) -> list[Path]:
    """List a folder without what editors and systems keep for themselves, in the order of the names."""
    return sorted((entry for entry in folder.iterdir() if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _is_folder(path: Path) -> bool:
    """Tell whether this is a folder, as far as anyone may know."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _look_inside(folder: Path, found: Layout) -> None:
    name = folder.name
    try:
        entries = _visible(folder)
    except OSError as error:
        message = f"cannot be read ({_reason(error)}): check its permissions"
        found.problems.append(Problem(_shown(folder), 1, 1, name, message))
        found.doubtful.add(name)
        return
    for entry in entries:
        if entry.name.endswith(ENDING):
            found.files[name].append(entry)
            continue
        advice = (
            f"move its files up into {name}/"
            if _is_folder(entry)
            else f"rename it to {entry.stem}{ENDING}, or move it out of {name}/"
        )
        found.problems.append(Problem(_shown(entry), 1, 1, "file", f"is not read: {advice}"))
        found.doubtful.add(name)


def _stray(entry: Path, known: dict[str, Collection], found: Layout) -> None:
    """Say what to do with something that has no place in the folder."""
    meant = did_you_mean(entry.stem, known)
    if meant is None:
        parts = ", ".join(sorted(known))
        advice = f"move it out of {entry.parent.name or 'this folder'}/, or name it after what it holds ({parts})"
    elif (entry.parent / f"{meant}{ENDING}").exists() or (_is_folder(entry) and known[meant].single):
        advice = f"move what it holds into {meant}{ENDING}, and delete it"
    else:
        advice = f"rename it to {meant}{'' if _is_folder(entry) else ENDING}"
    if meant is not None:
        found.doubtful.add(meant)
    found.problems.append(Problem(_shown(entry), 1, 1, "file", f"is not read: {advice}"))


def _missing(collection: Collection) -> str:
    if collection.single:
        return f"is missing: write this file, with {_listed(collection.record.model_fields)}"
    return "is missing: write this file; if there is nothing to list yet, write [] in it"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _shown(path: Path) -> str:
    return path.as_posix()


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def text_of(path: Path) -> str:
    """Return the text of a file, or refuse it: too large, not a file, not UTF-8, or with what nobody can see."""
    data = _bytes(path).removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(data[: error.start].decode("utf-8", "replace"))
        message = f"is not UTF-8 text (byte {data[error.start]:#04x}): save the file again with the encoding UTF-8"
        raise Refusal(line, column, message) from error
    for wrong in _invisible(text):
        raise wrong
    return text


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a file of text"
            raise Refusal(1, 1, f"is {kind}: only files can end in {ENDING} here; rename it or move it away")
        if status.st_size <= LARGEST_FILE:
            with path.open("rb") as stream:
                data = stream.read(LARGEST_FILE + 1)
            if len(data) <= LARGEST_FILE:
                return data
    except OSError as error:
        raise Refusal(1, 1, f"cannot be read ({_reason(error)}): check the file and its permissions") from error
    raise Refusal(1, 1, f"is larger than {LARGEST_FILE // 1024} KiB: split it into several files in a folder")


def _invisible(text: str) -> Iterator[Refusal]:
    wrong = UNTYPEABLE.search(text)
    if wrong:
        code = f"U+{ord(wrong.group()):04X}"
        yield Refusal(*_position(text[: wrong.start()]), f"holds the control character {code}: delete it")
    tabs = list(TAB_INDENT.finditer(text))
    if tabs:
        lines = "this line begins" if len(tabs) == 1 else f"{len(tabs)} lines begin"
        yield Refusal(*_position(text[: tabs[0].start()]), f"{lines} with a tab: indent with spaces")


def _position(before: str) -> tuple[int, int]:
    """Return the line and column, counted from 1, of the character that comes after `before`."""
    lines = re.split("\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1
