"""What MkDocs does by itself with the hook: pages are generated first, and a preview follows the edits."""

from __future__ import annotations

import select
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from mkdocs.config import load_config

from generator import mkdocs_hook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

PROJECT = Path(__file__).parents[1]
CONFIGURATION = """\
site_name: Tiny
docs_dir: content
use_directory_urls: false
theme: mkdocs
plugins: []
hooks: [generator/mkdocs_hook.py]
exclude_docs: guide/parts/
validation: {omitted_files: ignore, links: {not_found: ignore, anchors: ignore}}
"""
COMMANDS: tuple[Literal["serve", "build"], ...] = ("serve", "build")
PAGE = "guide/symptoms/hides-away.html"
PATIENCE = 60  # seconds: after that it hangs
SILENCE = 1.5  # seconds: more than twice as long as MkDocs takes to notice an edit and to wait for more


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a whole project of the small catalogue."""
    shutil.copytree(PROJECT / "tests" / "catalogues" / "small", tmp_path / "data")
    shutil.copytree(PROJECT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Home\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    return tmp_path


def mkdocs(*arguments: str) -> list[str]:
    """Give the command line of the engine."""
    return [sys.executable, "-B", "-m", "mkdocs", *arguments]


def edit(path: Path, old: str, new: str) -> None:
    """Change some words of a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def build(project: Path) -> tuple[int, str]:
    """Build with the engine alone, from another folder."""
    command = mkdocs("build", "--strict", "--config-file", str(project / "mkdocs.yml"))
    result = subprocess.run(command, cwd=project.parent, check=False, capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


class Preview:
    """A preview that somebody is looking at."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        """Follow what it prints."""
        self.process = process
        self.port = port

    def until(self, words: str) -> list[str]:
        """Read what it prints, up to the line with these words."""
        assert self.process.stderr is not None
        lines: list[str] = []
        while not lines or words not in lines[-1]:
            assert select.select([self.process.stderr], [], [], PATIENCE)[0], f"no {words!r} after {lines}"
            lines.append(self.process.stderr.readline().decode())
            assert lines[-1], "the preview ended"
        return lines

    def until_silence(self) -> list[str]:
        """Read what it prints, up to a rebuild and from there until it prints nothing more."""
        assert self.process.stderr is not None
        lines = self.until("Reloading browsers")
        while select.select([self.process.stderr], [], [], SILENCE)[0]:
            lines.append(self.process.stderr.readline().decode())
        return lines

    def page(self, address: str) -> str:
        """Read a page as a browser does."""
        with urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=PATIENCE) as page:
            return str(page.read().decode())

    def until_shown(self, address: str, words: str) -> None:
        """Wait for the rebuild after which a page holds these words."""
        while words not in self.page(address):
            self.until("Reloading browsers")


@contextmanager
def previewed(project: Path) -> Iterator[Preview]:
    """Serve a project with the engine alone."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = mkdocs("serve", "--dev-addr", f"127.0.0.1:{port}")
    # Unbuffered, so that `select` sees every line that has not been read.
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, bufsize=0) as process:
        try:
            yield Preview(process, port)
        finally:
            process.terminate()


def rebuilds(lines: list[str]) -> int:
    """Count how often browsers were told to load again."""
    return sum("Reloading browsers" in line for line in lines)


def test_a_build_generates_the_pages_first(project: Path) -> None:
    code, output = build(project)
    assert code == 0, output
    assert "Hides away" in (project / "site" / PAGE).read_text("utf-8")


def test_a_build_does_not_generate_what_provision_has_just_generated(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROVISION_GENERATED", "1")
    assert build(project)[0] == 0
    assert not (project / "content" / "guide").exists()


def test_a_build_with_a_problem_ends_with_the_problem(project: Path) -> None:
    edit(project / "data" / "symptoms.yml", "label: Hides away", "labl: Hides away")
    code, output = build(project)
    assert code == 1
    assert "ERROR   -  The guide's pages cannot be generated:\ndata/symptoms.yml:2:" in output
    assert "Nothing was written." in output
    assert not (project / "site").exists()


def test_a_preview_follows_an_edit_of_the_data_with_at_most_two_rebuilds(project: Path) -> None:
    with previewed(project) as preview:
        preview.until("Serving on")
        edit(project / "data" / "symptoms.yml", "label: Hides away", "label: Stays hidden")
        lines = preview.until_silence()
        assert 1 <= rebuilds(lines) <= 2, lines
        assert "Stays hidden" in preview.page(PAGE)


def test_a_preview_follows_an_edit_of_a_template(project: Path) -> None:
    with previewed(project) as preview:
        preview.until("Serving on")
        (project / "generator" / "templates" / "symptom.md.jinja").write_text("An afterthought.\n", "utf-8")
        lines = preview.until_silence()
        assert 1 <= rebuilds(lines) <= 2, lines
        assert "An afterthought." in preview.page(PAGE)


def test_a_preview_with_a_problem_says_so_and_shows_the_last_good_pages(project: Path) -> None:
    with previewed(project) as preview:
        preview.until("Serving on")
        edit(project / "data" / "symptoms.yml", "label: Hides away", "labl: Stays hidden")
        lines = "".join(preview.until("Reloading browsers"))
        assert "ERROR   -  The guide's pages cannot be generated, so this preview shows the last good ones:\n" in lines
        assert "data/symptoms.yml:2:" in lines
        assert "Hides away" in preview.page(PAGE)
        edit(project / "data" / "symptoms.yml", "labl: Stays hidden", "label: Stays hidden")
        preview.until_shown(PAGE, "Stays hidden")
        assert "Stays hidden" in preview.page(PAGE)


def test_only_the_pages_of_a_preview_know_that_they_are_one(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    for command in COMMANDS:
        mkdocs_hook.on_startup(command=command, dirty=False)
        mkdocs_hook.on_config(config)
        assert config.extra["preview"] is (command == "serve")


def test_a_preview_starts_even_with_a_problem(project: Path) -> None:
    edit(project / "data" / "symptoms.yml", "label: Hides away", "labl: Hides away")
    with previewed(project) as preview:
        assert "shows the last good ones" in "".join(preview.until("Serving on"))
        assert "Home" in preview.page("index.html")
