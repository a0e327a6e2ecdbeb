"""The real catalogue, built once into a real site, and a real browser to look at it with."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from generator.pack import beside
from tests.builders import small_catalogue_in
from tests.site.pages_of_site import BuiltPage, read_pages
from tests.site.serving import launched, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    Once: TypeAlias = Callable[[str, Callable[[Path], object]], Path]

PROJECT = Path(__file__).parents[2]
ALONE = "master"
"""What pytest-xdist calls the only worker of a run that has no others."""
PUBLIC = "https://guide.school.sch.uk/below/"
NEEDS_CARE = "Förderung & 学校 100% #1"
"""A name of a folder that cannot stand in an address as it is."""


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Makes a folder in the worker that comes first, and gives every other worker the same."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == ALONE else own.parent

    def made(name: str, make: Callable[[Path], object]) -> Path:
        place = shared / name
        with FileLock(shared / f"{name}.lock"):
            if not place.exists():
                unfinished = tmp_path_factory.mktemp(f"{name} unfinished")
                make(unfinished)
                unfinished.rename(place)
        return place

    return made


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    return once("built", lambda folder: built(PROJECT, folder / "site")) / "site"


@pytest.fixture(scope="session")
def public_site(once: Once) -> Path:
    """The site of the small catalogue, which knows where it will stand and has a strategy that was renamed."""
    return once("public", build_public) / "site"


def build_public(folder: Path) -> None:
    project = bare_project(folder)
    data = small_catalogue_in(project)
    with (data / "guide.yml").open("a", encoding="utf-8") as guide:
        guide.write(f"address: {PUBLIC}\n")
    built(project, project / "site")


def bare_project(folder: Path) -> Path:
    """The folder, in which the project then stands without a catalogue."""
    for name in ("content", "overrides", "generator"):
        left_out = shutil.ignore_patterns("guide", "__pycache__") if name == "content" else None
        shutil.copytree(PROJECT / name, folder / name, ignore=left_out)
    shutil.copyfile(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def built(project: Path, folder: Path) -> Path:
    """The folder, in which a project's site then stands, with the same in one file beside it."""
    command = [sys.executable, "-m", "generator", "build", "--zip", "--site", str(folder)]
    building = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert building.returncode == 0, building.stderr
    return folder


@pytest.fixture(scope="session")
def folder(site: Path, once: Once) -> str:
    """The address of the site in a folder whose name would need care."""
    return (once("on disk", lambda place: shutil.copytree(site, place / NEEDS_CARE)) / NEEDS_CARE).as_uri()


@pytest.fixture(scope="session")
def unzipped(site: Path, once: Once) -> str:
    """The address of the site as it comes out of the one file that it was packed into."""

    def unzip(place: Path) -> None:
        with ZipFile(beside(site)) as archive:
            archive.extractall(place / NEEDS_CARE)

    (unpacked,) = (once("unzipped", unzip) / NEEDS_CARE).iterdir()
    return unpacked.as_uri()


@pytest.fixture(scope="session")
def below(site: Path) -> Iterator[str]:
    """The address of the site below the root of a server."""
    with served(site.parent) as address:
        yield f"{address}/{site.name}"


@pytest.fixture(params=["folder", "below", "unzipped"])
def anywhere(request: pytest.FixtureRequest) -> str:
    """The address of the site in each way in which it may reach people."""
    root: str = request.getfixturevalue(request.param)
    return root


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BuiltPage]:
    """Every page of the site by its path from the root, but for pages that only lead on."""
    return read_pages(site)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
