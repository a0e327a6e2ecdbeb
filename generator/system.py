"""Does what operating systems do differently: lock a folder, hold signals back, exchange folders, end a subprocess.

On Windows a folder has no lock, and folders are exchanged by renaming them.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
SECONDS_TO_END = 10
HELD_BACK = (signal.SIGINT, signal.SIGTERM)


def held(folder: Path) -> AbstractContextManager[object]:
    """Wait until no other run works on the folder, and keep others out. The kernel lets go if we are killed."""
    return _locked(folder, wait=True)


def claimed(folder: Path) -> AbstractContextManager[bool]:
    """Claim a folder, and say whether nobody else has. The kernel gives a claim up when its process ends."""
    return _locked(folder, wait=False)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and a request to end wait until a short step is done. For the main thread alone."""
    received: list[int] = []
    handlers = {number: signal.signal(number, lambda got, _: received.append(got)) for number in HELD_BACK}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        if received:
            signal.raise_signal(received[0])


def move(folder: Path, name: Path) -> None:
    """Give a folder a name that is free, or that an empty folder has."""
    if sys.platform == "win32" and name.exists():
        name.rmdir()  # there, a folder cannot be renamed over another
    folder.rename(name)


def exchange(first: Path, second: Path, aside: Path) -> None:
    """Let two folders change names: in one step where that is possible, or else with the second put aside meanwhile."""
    if not _exchanged_in_one_step(first, second):
        _exchange_by_renaming(first, second, aside)


def start(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own, where Ctrl-C reaches it once: through `end`."""
    if sys.platform == "win32":
        return subprocess.Popen(command, cwd=folder, env=environment)  # noqa: S603 - no shell reads it
    return subprocess.Popen(command, cwd=folder, env=environment, process_group=0)  # noqa: S603 - nor this


def end(process: subprocess.Popen[bytes]) -> None:
    """End what `start` started: with Ctrl-C for all of its group and then by force, or on Windows at once and alone."""
    if sys.platform == "win32":
        process.terminate()
    else:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def _locked(folder: Path, *, wait: bool) -> Iterator[bool]:
    if sys.platform == "win32":
        yield False  # nobody can know, and what another run may be filling is better left
    else:
        descriptor = os.open(folder, os.O_RDONLY)
        free = True
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                free = False
            except OSError:  # a filesystem without locks: nobody can have claimed anything
                pass
            yield free
        finally:
            os.close(descriptor)


def _exchanged_in_one_step(first: Path, second: Path) -> bool:
    """Try it, and say whether this system and this filesystem can."""
    if sys.platform == "win32":
        return False
    with suppress(AttributeError):
        renameat2 = ctypes.CDLL(None).renameat2
        renameat2.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
        result = renameat2(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE)
        return bool(result == 0)
    return False


def _exchange_by_renaming(first: Path, second: Path, aside: Path) -> None:
    second.rename(aside)
    try:
        first.rename(second)
    except OSError:
        aside.rename(second)
        raise
    aside.rename(first)
