"""What `write` promises: it changes only what differs, deletes only its own, and survives being stopped anywhere."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.problems import ProvisionError
from generator.write import MANIFEST, STAGING, Changes, left, refuse_inside, refuse_overlap, write

OLD = {"index.md": b"old", "tiers/some.md": b"some", "gone/only.md": b"gone"}
NEW = {"index.md": b"new", "tiers/some.md": b"some", "areas/semh.md": b"semh", "areas/cognition.md": b"cognition"}
PROJECT = Path(__file__).parents[1]


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder but the manifest."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path != folder / MANIFEST]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def moments(folder: Path) -> dict[str, int]:
    """When each file and folder last changed."""
    return {str(path): path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))}


def age(folder: Path) -> None:
    """Make everything old, so that any touch shows whatever the clock's grain."""
    for path in (*folder.rglob("*"), folder):
        os.utime(path, ns=(10**18, 10**18))


def refusal(folder: Path, files: dict[str, bytes]) -> str:
    """Return what the user reads when the folder is refused."""
    with pytest.raises(ProvisionError) as caught:
        write(folder, files)
    return str(caught.value)


def test_a_new_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    changes = write(tmp_path / "content" / "guide", OLD)
    assert contents(tmp_path / "content" / "guide") == OLD
    assert changes == Changes(written=tuple(sorted(OLD)), deleted=(), unchanged=())


def test_only_what_differs_is_written_and_only_what_is_obsolete_is_deleted(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    changes = write(tmp_path, NEW)
    assert contents(tmp_path) == NEW
    assert changes == Changes(
        written=("areas/cognition.md", "areas/semh.md", "index.md"),
        deleted=("gone/only.md",),
        unchanged=("tiers/some.md",),
    )


def test_a_second_run_writes_nothing_and_touches_nothing(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    age(tmp_path)
    before = moments(tmp_path)
    assert write(tmp_path, OLD) == Changes((), (), tuple(sorted(OLD)))
    assert moments(tmp_path) == before


def test_a_file_that_does_not_differ_keeps_its_time(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    age(tmp_path)
    write(tmp_path, NEW)
    assert (tmp_path / "tiers/some.md").stat().st_mtime_ns == 10**18
    assert (tmp_path / "index.md").stat().st_mtime_ns != 10**18


def test_folders_that_became_empty_are_removed(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c/d.md": b"", "a/e.md": b""})
    write(tmp_path, {"a/e.md": b""})
    assert sorted(path.name for path in tmp_path.rglob("*")) == [MANIFEST, "a", "e.md"]


def test_the_manifest_is_sorted_and_sha256sum_can_read_it(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    lines = (tmp_path / MANIFEST).read_text("utf-8").splitlines()
    assert lines == [f"{hashlib.sha256(OLD[name]).hexdigest()}  {name}" for name in sorted(OLD)]
    subprocess.run(["sha256sum", "--check", "--strict", MANIFEST], cwd=tmp_path, check=True, capture_output=True)


def test_our_file_that_somebody_edited_is_put_right(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    (tmp_path / "index.md").write_text("edited", "utf-8")
    assert write(tmp_path, OLD).written == ("index.md",)
    assert contents(tmp_path) == OLD


def test_our_file_that_somebody_deleted_comes_back(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    (tmp_path / "index.md").unlink()
    assert write(tmp_path, OLD).written == ("index.md",)


def test_a_file_that_is_not_ours_is_refused_by_name_and_nothing_is_touched(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    (tmp_path / "tiers" / "notes.md").write_text("mine", "utf-8")
    age(tmp_path)
    before = moments(tmp_path)
    assert refusal(tmp_path, NEW) == (
        f"{tmp_path}: the generator owns this folder whole, and it did not write {tmp_path}/tiers/notes.md. "
        "Move what you want to keep elsewhere, delete the rest, and run the command again."
    )
    assert moments(tmp_path) == before
    assert contents(tmp_path) == OLD | {"tiers/notes.md": b"mine"}


def test_a_file_that_is_not_ours_is_refused_even_where_we_would_write(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("mine", "utf-8")
    assert f"did not write {tmp_path}/index.md." in refusal(tmp_path, NEW)
    assert contents(tmp_path) == {"index.md": b"mine"}


def test_many_files_that_are_not_ours_are_counted(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").touch()
    assert f"{tmp_path}/09.txt and 2 more. Move" in refusal(tmp_path, NEW)


@pytest.mark.parametrize("place", ["linked.md", "tiers/linked.md", MANIFEST, STAGING, "tiers/some.md"])
def test_a_symbolic_link_inside_is_refused(tmp_path: Path, place: str) -> None:
    folder, elsewhere = tmp_path / "guide", tmp_path / "elsewhere"
    elsewhere.mkdir()
    write(folder, OLD)
    (folder / place).unlink(missing_ok=True)
    (folder / place).symlink_to(elsewhere)
    assert refusal(folder, NEW) == (
        f"{folder / place}: this is a symbolic link, and the generator does not write through one. "
        "Remove it and run the command again."
    )
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/etc/passwd", "is absolute"),
        ("C:/boot.ini", "is absolute"),
        ("../outside.md", "has an empty part, or a part that is '.' or '..'"),
        ("a/../../outside.md", "has an empty part, or a part that is '.' or '..'"),
        ("./a.md", "has an empty part, or a part that is '.' or '..'"),
        ("a//b.md", "has an empty part, or a part that is '.' or '..'"),
        ("a/", "has an empty part, or a part that is '.' or '..'"),
        ("", "has an empty part, or a part that is '.' or '..'"),
        ("a\\b.md", "holds a backslash"),
        ("a\nb.md", "holds a character that cannot be printed"),
        (".manifest", "is one that the writer keeps for itself"),
        (".staging/0", "is one that the writer keeps for itself"),
    ],
)
def test_an_unsafe_path_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    folder = tmp_path / "guide"
    assert refusal(folder, {"index.md": b"", name: b""}) == (
        f"{folder}: the generator wants to write {name!r}, and that path {reason}. Mend the generator."
    )
    assert not folder.exists()


@pytest.mark.parametrize(
    ("one", "other"), [("Index.md", "index.md"), ("A/x.md", "a/y.md"), ("straße.md", "strasse.md")]
)
def test_paths_that_differ_only_in_capitals_are_refused(tmp_path: Path, one: str, other: str) -> None:
    assert "which are one file where capitals do not count" in refusal(tmp_path / "guide", {one: b"", other: b""})


def test_a_path_that_is_both_a_file_and_a_folder_is_refused(tmp_path: Path) -> None:
    assert "'a' both as a file and as the folder of 'a/b'" in refusal(tmp_path / "guide", {"a": b"", "a/b": b""})


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"a": b"file", "b/c/d": b"folder"})
    write(tmp_path, {"a/b/c": b"folder", "b": b"file"})
    assert contents(tmp_path) == {"a/b/c": b"folder", "b": b"file"}


def test_a_manifest_cannot_make_us_delete_outside_the_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "guide", tmp_path / "outside.md"
    write(folder, OLD)
    outside.write_text("mine", "utf-8")
    with (folder / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write(f"{'0' * 64}  ../outside.md\n")
    assert refusal(folder, NEW).startswith(f"{folder / MANIFEST}:4: this line is not one that the generator wrote")
    assert outside.read_text("utf-8") == "mine"


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, OLD)
    write_bytes = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "2":
            raise OSError(28, "No space left on device", str(path))
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert "the generated files cannot be written: No space left on device." in refusal(tmp_path, NEW)
    assert contents(tmp_path) == OLD


def test_a_target_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "guide").write_text("mine", "utf-8")
    assert refusal(tmp_path / "guide", NEW).startswith(f"{tmp_path}/guide: the generated files cannot be written: ")


STOPPED = """
import os
from pathlib import Path
from generator import write

steps = 0

def stops(operation):
    def step(*arguments, **options):
        global steps
        steps += 1
        if steps == {step}:
            os.kill(os.getpid(), {signal})
        return operation(*arguments, **options)
    return step

for name in ("write_bytes", "replace", "unlink", "mkdir"):
    setattr(Path, name, stops(getattr(Path, name)))
write.write(Path({folder!r}), {new!r})
"""


def stop(folder: Path, step: int, number: int) -> int:
    """Write NEW over the folder, with a signal just before the given step of the disk."""
    code = STOPPED.format(step=step, signal=number, folder=str(folder), new=NEW)
    return subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=False, capture_output=True).returncode


@pytest.mark.parametrize("before", [None, OLD], ids=["new folder", "old folder"])
def test_a_run_killed_before_any_step_is_mended_by_the_next(tmp_path: Path, before: dict[str, bytes] | None) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such signal")
    untouched = 0
    for step in range(1, 100):
        folder = tmp_path / str(step)
        if before:
            write(folder, before)
        ended = stop(folder, step, signal.SIGKILL)
        if ended == 0:
            break
        found = {name: content for name, content in contents(folder).items() if not name.startswith(STAGING)}
        untouched += found == (before or {})
        assert all(content in {(before or {}).get(name), NEW.get(name)} for name, content in found.items())
        write(folder, NEW)
        assert contents(folder) == NEW
        assert write(folder, NEW) == Changes((), (), tuple(sorted(NEW)))
    assert step > untouched > len(NEW)  # every write of the first phase, and some steps of the second, were tried


def test_ctrl_c_leaves_the_old_files_or_finishes_the_new_ones(tmp_path: Path) -> None:
    outcomes = []
    for step in range(1, 100):
        folder = tmp_path / str(step)
        write(folder, OLD)
        ended = stop(folder, step, signal.SIGINT)
        outcomes.append(contents(folder))
        assert outcomes[-1] in (OLD, NEW)
        if ended == 0:
            break
    assert OLD in outcomes
    assert outcomes.count(NEW) > len(NEW)


@pytest.mark.parametrize("output", [".", "content", "content/../content", "linked"])
def test_an_output_that_is_or_contains_a_folder_of_people_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("linked").symlink_to("content")
    with pytest.raises(ProvisionError, match="which is not the generator's to replace"):
        refuse_overlap(Path(output), [Path("data"), Path("content")])


def test_an_output_within_or_beside_a_folder_of_people_does_not_overlap(tmp_path: Path) -> None:
    refuse_overlap(tmp_path / "content" / "guide", [tmp_path / "content"])
    refuse_overlap(tmp_path / "content2", [tmp_path / "content"])


def test_an_output_within_a_folder_where_only_people_write_is_refused(tmp_path: Path) -> None:
    refuse_inside(tmp_path / "site", [tmp_path / "data"])
    with pytest.raises(ProvisionError) as caught:
        refuse_inside(tmp_path / "data" / "site", [tmp_path / "data"])
    assert str(caught.value) == (
        f"{tmp_path}/data/site: this output folder stands in {tmp_path}/data, where only people write. "
        "Choose a folder outside it."
    )


def test_what_an_earlier_run_left_is_read_by_its_path(tmp_path: Path) -> None:
    write(tmp_path / "out", {"files/a.pdf": b"a", "files/deep/b.pdf": b"b", "c.md": b"c"})
    assert left(tmp_path / "out", "files") == {"files/a.pdf": b"a"}


def test_where_nothing_is_left_nothing_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert left(tmp_path, "files") == {}
    assert left(tmp_path / "file", "files") == {}
