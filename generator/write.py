"""Makes a folder equal `{path: bytes}`: writes only what differs, and deletes only what its own manifest lists.

The folder's `.manifest` names every file that the generator owns there, in the form that `sha256sum --check` reads.
A run first puts every changed byte into `.staging`, beside the files it will replace. Only when all of them are on the
disk does it touch the folder itself, and before that it writes down what it is about to own: so a run that is killed
leaves either the folder as it was, or one that the next run knows how to finish.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from generator.problems import ProvisionError
from generator.system import held, uninterrupted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MANIFEST = ".manifest"
STAGING = ".staging"
NAMES_IN_A_MESSAGE = 10


@dataclass(frozen=True)
class Changes:
    """What a run did to a folder: the paths in each group are sorted."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: tuple[str, ...]


def write(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """Make the folder hold these files and no others, or refuse and touch nothing."""
    _refuse_unsafe(folder, files)
    try:
        existed = folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        with held(folder):
            try:
                return _make_equal(folder, files)
            finally:
                if not existed:
                    with suppress(OSError):
                        folder.rmdir()
    except OSError as error:
        message = (
            f"{error.filename or folder}: the generated files cannot be written: {error.strerror}. "
            "Put that right and run the command again; it carries on from where it stopped."
        )
        raise ProvisionError(message) from error


def left(folder: Path, part: str) -> dict[str, bytes]:
    """What an earlier run left in a part of the folder, by its path from the folder; not what cannot be read of it."""
    found: dict[str, bytes] = {}
    with suppress(OSError):
        for path in sorted((folder / part).iterdir()):
            with suppress(OSError):
                found[f"{part}/{path.name}"] = path.read_bytes()
    return found


def refuse_overlap(output: Path, protected: Iterable[Path]) -> None:
    """Refuse an output folder that equals or contains one that people write in."""
    for folder in protected:
        if folder.resolve().is_relative_to(output.resolve()):
            verb = "is" if folder.resolve() == output.resolve() else "contains"
            message = (
                f"{output}: this output folder {verb} {folder}, which is not the generator's to replace. "
                "Choose a folder that holds nothing else."
            )
            raise ProvisionError(message)


def refuse_inside(output: Path, protected: Iterable[Path]) -> None:
    """Refuse an output folder that stands within one that people write in."""
    for folder in protected:
        if output.resolve().is_relative_to(folder.resolve()):
            message = (
                f"{output}: this output folder stands in {folder}, where only people write. Choose a folder outside it."
            )
            raise ProvisionError(message)


def _refuse_unsafe(folder: Path, files: Iterable[str]) -> None:
    spellings: dict[str, str] = {}
    names = set(files)
    for name in sorted(names):
        if reason := _why_unsafe(name):
            message = f"{folder}: the generator wants to write {name!r}, and that path {reason}. Mend the generator."
            raise ProvisionError(message)
        for path in (PurePosixPath(name), *PurePosixPath(name).parents[:-1]):
            spelling = str(path)
            other = spellings.setdefault(unicodedata.normalize("NFC", spelling.casefold()), spelling)
            if other != spelling:
                message = (
                    f"{folder}: the generator wants to write both {other!r} and {spelling!r}, which are one file where "
                    "capitals do not count. Rename one of the two."
                )
                raise ProvisionError(message)
            if spelling in names and spelling != name:
                message = (
                    f"{folder}: the generator wants to write {spelling!r} both as a file and as the folder of "
                    f"{name!r}. Rename one of the two."
                )
                raise ProvisionError(message)


def _why_unsafe(name: str) -> str | None:
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive:
        return "is absolute"
    if "\\" in name:
        return "holds a backslash"
    if not all(character.isprintable() for character in name):
        return "holds a character that cannot be printed"
    parts = name.split("/")
    if not {"", ".", ".."}.isdisjoint(parts):
        return "has an empty part, or a part that is '.' or '..'"
    if parts[0] in {MANIFEST, STAGING}:
        return "is one that the writer keeps for itself"
    return None


def _make_equal(folder: Path, files: Mapping[str, bytes]) -> Changes:
    owned = _read_manifest(folder)
    present = _survey(folder, owned)
    _clear_staging(folder)
    changed = sorted(name for name in files if name not in present or (folder / name).read_bytes() != files[name])
    obsolete = sorted(present - files.keys())
    ours = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    try:
        staged = _stage(folder, [files[name] for name in changed])
        promise = _stage_manifest(folder, "promise", owned | ours, owned)
        manifest = _stage_manifest(folder, "manifest", ours, owned)
        with uninterrupted():
            # What is deleted goes first: it may stand, as a file or by its capitals, where something new has to.
            _place(promise, folder / MANIFEST)
            for name in obsolete:
                (folder / name).unlink()
            _remove_empty_folders(folder)
            for name, temporary in zip(changed, staged, strict=True):
                _place(temporary, folder / name)
            _place(manifest, folder / MANIFEST)
    finally:
        _clear_staging(folder)
    return Changes(tuple(changed), tuple(obsolete), tuple(sorted(files.keys() - set(changed))))


def _read_manifest(folder: Path) -> dict[str, str]:
    path = folder / MANIFEST
    if path.is_symlink() or not path.exists():
        return {}
    owned: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        digest, _, name = line.partition("  ")
        if len(digest) != hashlib.sha256().digest_size * 2 or _why_unsafe(name):
            message = (
                f"{path}:{number}: this line is not one that the generator wrote, so it is not clear which files of "
                f"{folder} are its own. If all of them are, delete the folder and run the command again."
            )
            raise ProvisionError(message)
        owned[name] = digest
    return owned


def _survey(folder: Path, owned: Iterable[str]) -> set[str]:
    """Name the files that we own and that are there; refuse the folder if it holds anything else."""
    names = set(owned)
    present: set[str] = set()
    foreign: list[str] = []
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            message = (
                f"{path}: this is a symbolic link, and the generator does not write through one. "
                "Remove it and run the command again."
            )
            raise ProvisionError(message)
        if name in names and path.is_file():
            present.add(name)
        elif not _is_own_housekeeping(name):
            foreign.append(str(path))
    if foreign:
        listed = ", ".join(sorted(foreign)[:NAMES_IN_A_MESSAGE])
        more = f" and {len(foreign) - NAMES_IN_A_MESSAGE} more" if len(foreign) > NAMES_IN_A_MESSAGE else ""
        message = (
            f"{folder}: the generator owns this folder whole, and it did not write {listed}{more}. "
            "Move what you want to keep elsewhere, delete the rest, and run the command again."
        )
        raise ProvisionError(message)
    return present


def _walk(folder: Path) -> Iterator[Path]:
    """Every file and every symbolic link below the folder; links are not followed."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _is_own_housekeeping(name: str) -> bool:
    parent, _, last = name.rpartition("/")
    return name == MANIFEST or (parent == STAGING and (last.isdecimal() or last in {"promise", "manifest"}))


def _stage(folder: Path, contents: Iterable[bytes]) -> list[Path]:
    """Put each content on the disk, under a number: names come later, all at once."""
    staged = []
    for number, content in enumerate(contents):
        staged.append(folder / STAGING / str(number))
        staged[-1].parent.mkdir(exist_ok=True)
        staged[-1].write_bytes(content)
    return staged


def _stage_manifest(folder: Path, name: str, files: Mapping[str, str], before: Mapping[str, str]) -> Path | None:
    """Stage the list of what we own, unless the folder holds that very list."""
    if files == before and (folder / MANIFEST).exists():
        return None
    path = folder / STAGING / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes("".join(f"{digest}  {name}\n" for name, digest in sorted(files.items())).encode())
    return path


def _place(temporary: Path | None, path: Path) -> None:
    if temporary is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.replace(path)


def _clear_staging(folder: Path) -> None:
    staging = folder / STAGING
    if staging.is_dir():
        for path in staging.iterdir():
            path.unlink()
        staging.rmdir()


def _remove_empty_folders(folder: Path) -> None:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False) and entry.name != STAGING:
            _remove_empty_folders(Path(entry.path))
            with suppress(OSError):
                Path(entry.path).rmdir()
