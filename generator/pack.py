"""Puts a finished site into one file, which unzips into one folder and holds everything that the site needs."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from generator.problems import ProvisionError
from generator.publish import MARKER
from generator.system import held

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMENT = b"Packed by `provision build --zip`, which replaces this file whole."
FIRST_DAY = date(1980, 1, 1)  # the format knows none before it
READABLE = 0o100644 << 16  # a plain file that everybody may read, wherever it was packed
UNIX = 3


def beside(site: Path) -> Path:
    """The file that holds a site: it stands beside the site's folder, and has its name."""
    folder = site.resolve()
    return folder.with_name(f"{folder.name}.zip")


def refuse_pack(site: Path) -> None:
    """Refuse, before any work, to replace what we did not pack."""
    target = beside(site)
    if target.exists() and not _is_ours(target):
        message = (
            f"{target}: `provision build --zip` did not make this, and will not replace it. "
            "Move or delete it, or choose another folder with --site."
        )
        raise ProvisionError(message)


def pack(site: Path, edition: date) -> Path:
    """Pack the site that stands there, dated as its edition; the same site gives the same bytes."""
    refuse_pack(site)
    folder, target = site.resolve(), beside(site)
    try:
        with held(folder.parent), _fresh_beside(target) as fresh:
            _fill(fresh, folder, edition)
            fresh.replace(target)
    except OSError as error:
        message = (
            f"{target}: the site is built, and cannot be packed here: {error.strerror}. "
            "Put that right and run the command again."
        )
        raise ProvisionError(message) from error
    return target


def _is_ours(file: Path) -> bool:
    try:
        with ZipFile(file) as archive:
            return archive.comment == COMMENT
    except (OSError, BadZipFile):
        return False


@contextmanager
def _fresh_beside(target: Path) -> Iterator[Path]:
    """A name on the same filesystem, at which nothing is left behind."""
    fresh = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    try:
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _fill(file: Path, site: Path, edition: date) -> None:
    day = max(edition, FIRST_DAY)
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    with ZipFile(file, "w") as archive:
        archive.comment = COMMENT
        for name in names:
            if name == MARKER:
                continue  # the copy is its owner's: no build of ours may replace it
            entry = ZipInfo(f"{site.name}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr, entry.create_system = READABLE, UNIX
            archive.writestr(entry, (site / name).read_bytes(), ZIP_DEFLATED)
