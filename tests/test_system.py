"""What `system` promises, here and as far as it can be seen here on Windows, where its branches need nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from generator import system
from generator.system import claimed, end, exchange, held, move, start, uninterrupted

PROJECT = Path(__file__).parents[1]
CLAIMING = """
import sys
from pathlib import Path
from generator.system import claimed

with claimed(Path(sys.argv[1])) as free:
    print(free, flush=True)
    sys.stdin.read()
"""
WITH_A_CHILD = """
import signal, subprocess, sys
waits = "import time\\ntry:\\n print(flush=True)\\n time.sleep(60)\\nexcept KeyboardInterrupt:\\n raise SystemExit(7)"
child = subprocess.Popen([sys.executable, "-c", waits], stdout=subprocess.PIPE)
child.stdout.readline()
signal.signal(signal.SIGINT, signal.SIG_IGN)
print("ready", flush=True)
sys.exit(child.wait())
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
print("ready", flush=True)
time.sleep(60)
"""

only_with_locks = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no locks for folders")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the module, and nothing else, take this system for Windows."""
    monkeypatch.setattr(system, "sys", SimpleNamespace(platform="win32"))


def folder_with(path: Path, text: str) -> Path:
    """Make a folder with a file."""
    path.mkdir()
    (path / "file").write_text(text, "utf-8")
    return path


def text_in(folder: Path) -> str:
    """Return what the file of such a folder says."""
    return (folder / "file").read_text("utf-8")


@only_with_locks
def test_a_folder_that_is_held_is_nobody_elses_until_it_is_let_go(tmp_path: Path) -> None:
    with held(tmp_path), claimed(tmp_path) as free:
        assert not free
    with claimed(tmp_path) as free:
        assert free


@only_with_locks
def test_whoever_wants_a_folder_that_is_held_waits(tmp_path: Path) -> None:
    entered = Event()

    def other_run() -> None:
        with held(tmp_path):
            entered.set()

    thread = Thread(target=other_run)
    with held(tmp_path):
        thread.start()
        assert not entered.wait(0.1)
    thread.join()
    assert entered.is_set()


@only_with_locks
def test_a_folder_is_claimed_once(tmp_path: Path) -> None:
    with claimed(tmp_path) as first, claimed(tmp_path) as second:
        assert (first, second) == (True, False)


@only_with_locks
def test_a_claim_ends_with_its_process(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CLAIMING, str(tmp_path)]
    with subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        with claimed(tmp_path) as free:
            assert not free
        other.kill()
    with claimed(tmp_path) as free:
        assert free


@only_with_locks
def test_where_the_filesystem_has_no_locks_nobody_waits_and_every_claim_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", refuse)
    with held(tmp_path), claimed(tmp_path) as free:
        assert free


@pytest.mark.usefixtures("windows")
def test_on_windows_nobody_waits_and_no_claim_is_known_to_be_free(tmp_path: Path) -> None:
    with held(tmp_path), held(tmp_path), claimed(tmp_path) as free:
        assert not free


def test_ctrl_c_waits_until_the_short_step_is_done() -> None:
    done = []

    def short_step() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append(True)

    with pytest.raises(KeyboardInterrupt):
        short_step()
    assert done


def test_ctrl_c_waits_while_other_threads_run() -> None:
    stop = Event()
    thread = Thread(target=stop.wait)
    thread.start()
    done: list[int] = []

    def short_step() -> None:
        with uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
            done.extend(range(100_000))

    with pytest.raises(KeyboardInterrupt):
        short_step()
    stop.set()
    thread.join()
    assert len(done) == 100_000


def test_ctrl_c_does_its_work_after_a_short_step_that_failed() -> None:
    with pytest.raises(ZeroDivisionError), uninterrupted():
        _ = 1 / 0
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("name", ["free", "empty"])
@pytest.mark.parametrize("platform", [sys.platform, "win32"])
def test_a_folder_moves_to_a_name_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, name: str
) -> None:
    monkeypatch.setattr(system, "sys", SimpleNamespace(platform=platform))
    (tmp_path / "empty").mkdir()
    move(folder_with(tmp_path / "first", "first"), tmp_path / name)
    assert text_in(tmp_path / name) == "first"
    assert not (tmp_path / "first").exists()


@pytest.mark.usefixtures("windows")
def test_on_windows_no_folder_is_renamed_over_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def strict(path: Path, target: Path) -> Path:
        assert not target.exists()
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", strict)
    first, second = folder_with(tmp_path / "first", "first"), folder_with(tmp_path / "second", "second")
    (tmp_path / "empty").mkdir()
    move(first, tmp_path / "empty")
    exchange(tmp_path / "empty", second, aside=tmp_path / "aside")
    assert (text_in(tmp_path / "empty"), text_in(second)) == ("second", "first")


@pytest.mark.parametrize("platform", [sys.platform, "win32"])
def test_a_folder_does_not_move_over_one_that_holds_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(system, "sys", SimpleNamespace(platform=platform))
    first, second = folder_with(tmp_path / "first", "first"), folder_with(tmp_path / "second", "second")
    with pytest.raises(OSError, match="not empty"):
        move(first, second)
    assert (text_in(first), text_in(second)) == ("first", "second")


@pytest.mark.parametrize("platform", [sys.platform, "win32"])
def test_two_folders_change_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(system, "sys", SimpleNamespace(platform=platform))
    first, second = folder_with(tmp_path / "first", "first"), folder_with(tmp_path / "second", "second")
    exchange(first, second, aside=tmp_path / "aside")
    assert (text_in(first), text_in(second)) == ("second", "first")
    assert not (tmp_path / "aside").exists()


@pytest.mark.parametrize(
    ("platform", "steps"),
    [
        pytest.param(
            "linux", [], marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux does it in one step")
        ),
        ("win32", ["second to aside", "first to second", "aside to first"]),
    ],
)
def test_two_folders_change_names_in_steps_only_where_they_must(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, steps: list[str]
) -> None:
    rename = Path.rename
    seen: list[str] = []

    def noted(path: Path, target: Path) -> Path:
        seen.append(f"{path.name} to {target.name}")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", noted)
    monkeypatch.setattr(system, "sys", SimpleNamespace(platform=platform))
    first, second = folder_with(tmp_path / "first", "first"), folder_with(tmp_path / "second", "second")
    exchange(first, second, aside=tmp_path / "aside")
    assert seen == steps


@pytest.mark.usefixtures("windows")
def test_an_exchange_in_steps_that_fails_puts_back_what_it_put_aside(tmp_path: Path) -> None:
    second = folder_with(tmp_path / "second", "second")
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "missing", second, aside=tmp_path / "aside")
    assert text_in(second) == "second"
    assert not (tmp_path / "aside").exists()


def started(code: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start a program with `start`, and wait until it says that it is ready."""
    said = folder / "said"
    code = f"import os, sys\nos.dup2(os.open({str(said)!r}, os.O_WRONLY | os.O_CREAT), 1)\n{code}"
    process = start([sys.executable, "-c", code], folder, os.environ)
    while not said.exists() or not said.read_bytes():
        assert process.poll() is None
        time.sleep(0.01)
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends one process, and at once")
def test_ctrl_c_reaches_also_what_a_program_has_started(tmp_path: Path) -> None:
    with started(WITH_A_CHILD, tmp_path) as process:
        end(process)
    assert process.returncode == 7


def test_a_program_that_does_not_end_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows ends it at once")
    monkeypatch.setattr(system, "SECONDS_TO_END", 0.1)
    with started(STUBBORN, tmp_path) as process:
        end(process)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.usefixtures("windows")
def test_on_windows_a_program_is_ended_at_once(tmp_path: Path) -> None:
    with started(STUBBORN, tmp_path) as process:
        end(process)
    assert process.returncode in {-signal.SIGTERM, 1}  # the second is how Windows says it
