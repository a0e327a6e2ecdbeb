"""Builds the finished site beside the old one, and puts it in its place in one step.

Whoever opens the site's path, at any moment, finds the whole old site or the whole new one: also when the engine
fails, when somebody presses Ctrl-C, and when the machine kills us.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, TypeAlias

from rjsmin import jsmin

from generator.problems import ProvisionError
from generator.system import claimed, exchange, held, move, uninterrupted
from generator.write import refuse_inside, refuse_overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MARKER = ".provision-site"
MARKER_TEXT = "Built by `provision build`, which replaces this folder whole and keeps nothing that was added to it.\n"
CONFIGURATION = "mkdocs.yml"
FOLDERS_OF_PEOPLE = ("content", "data", "generator", "overrides", "tests", ".ci", ".git")

QUIET_LEVELS = ("INFO ", "DEBUG ")

Fill: TypeAlias = "Callable[[Path], object]"


def publish(project: Path, site: Path, edition: date, address: str | None) -> None:
    """Build the project's site for this edition, and replace the old site only when the engine has no complaint.

    With the address at which it will stand, its pages can name themselves to search engines.
    """
    refuse_site(project, site)

    def fill(staging: Path) -> None:
        _run_engine(project, staging, engine_environment(edition, address))
        _shorten_scripts(project, staging)

    replace(site, fill)


def refuse_site(project: Path, site: Path) -> None:
    """Refuse, before any work, a folder that must not be replaced and a project that has no site."""
    if not (project / CONFIGURATION).is_file():
        message = (
            f"{project / CONFIGURATION}: there is no such file, so there is no site to build. "
            "Run the command in the project's own folder."
        )
        raise ProvisionError(message)
    people = [project / name for name in FOLDERS_OF_PEOPLE]
    refuse_overlap(site, [project, *people])
    refuse_inside(site, people)
    _refuse_what_is_not_ours(site)


def replace(site: Path, fill: Fill) -> None:
    """Let `fill` make a whole new site in an empty folder, then put that folder where the old site is."""
    real = site.resolve()
    try:
        _refuse_what_is_not_ours(site)
        real.parent.mkdir(parents=True, exist_ok=True)
        with held(real.parent):
            _recover(real)
        with _staging_beside(real) as staging:
            fill(staging)
            (staging / MARKER).write_text(MARKER_TEXT, "utf-8")
            with held(real.parent), uninterrupted():
                _swap(staging, real)
    except OSError as error:
        message = (
            f"{site}: the new site cannot be put here: {error.strerror} ({error.filename or site}). "
            "The old site is as it was. Put that right, or choose another folder with --site."
        )
        raise ProvisionError(message) from error


def engine_environment(edition: date | None = None, address: str | None = None) -> dict[str, str]:
    """Give the engine what it needs, and as little as can be that differs from one machine to the next."""
    settings = {
        "NO_MKDOCS_2_WARNING": "1",  # the theme's notice about its own future, above every build
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PROVISION_ADDRESS": address or "",  # what mkdocs.yml takes for `site_url`
    }
    if edition is not None:
        midnight = datetime.combine(edition, time(), UTC)
        settings["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
        settings["PROVISION_GENERATED"] = "1"  # the pages are there already: the hook has nothing to do
    kept = {name: value for name, value in os.environ.items() if name != "PROVISION_GENERATED"}
    return kept | settings


def _run_engine(project: Path, staging: Path, environment: dict[str, str]) -> None:
    configuration = str((project / CONFIGURATION).resolve())
    command = ["build", "--strict", "--config-file", configuration, "--site-dir", str(staging)]
    result = subprocess.run(  # noqa: S603 - our own interpreter, and arguments that no shell reads
        [sys.executable, "-m", "mkdocs", *command],
        cwd=project,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if result.returncode:
        message = (
            f"{project / CONFIGURATION}: the site cannot be built, and the old one is as it was. "
            f"Put right what MkDocs says:\n{_complaints(result.stdout)}"
        )
        raise ProvisionError(message)
    if not (staging / "index.html").is_file():
        message = (
            f"{project / CONFIGURATION}: MkDocs wrote no index.html, so the old site is as it was. "
            "The site needs a home page: add content/index.md."
        )
        raise ProvisionError(message)


def _shorten_scripts(project: Path, staging: Path) -> None:
    """Take comments and spacing out of the site's copies of our own scripts: a third of what a page loads of them."""
    content = project / "content"
    for script in sorted(content.glob("assets/**/*.js")):
        copy = staging / script.relative_to(content)
        copy.write_text(jsmin(copy.read_text("utf-8")), "utf-8")


def _complaints(output: str) -> str:
    """Keep what the engine complains of, with the lines that go on from a complaint; drop what it merely tells."""
    kept: list[str] = []
    keeping = True
    for line in output.splitlines():
        if not line.startswith(" "):
            keeping = not line.startswith(QUIET_LEVELS)
        if keeping and line.strip():
            kept.append(line)
    return "\n".join(kept or [output.strip()])


def _refuse_what_is_not_ours(site: Path) -> None:
    if site.exists() and not site.is_dir():
        message = f"{site}: this is a file, and the site needs a folder. Move it, or choose another with --site."
        raise ProvisionError(message)
    if site.is_dir() and any(site.iterdir()) and not (site / MARKER).is_file():
        message = (
            f"{site}: this folder holds files and no {MARKER}, so `provision build` did not make it and will not "
            "replace it. Move or delete it, or choose another folder with --site."
        )
        raise ProvisionError(message)


def _recover(site: Path) -> None:
    """Clear up after runs that were killed: put back a site that was moved away, and remove what they left."""
    for old in sorted(site.parent.glob(f".{site.name}-old-*")):
        if site.exists():
            old.rename(_staging_name(site))
        else:
            old.rename(site)
    for stale in sorted(site.parent.glob(f".{site.name}-staging-*")):
        with claimed(stale) as free:
            if free:
                shutil.rmtree(stale, ignore_errors=True)


@contextmanager
def _staging_beside(site: Path) -> Iterator[Path]:
    """Make an empty folder on the site's own filesystem, and leave nothing of it behind."""
    staging = _staging_name(site)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, staging, ignore_errors=True)
        with held(site.parent):  # between the next two lines it looks like one that a killed run has left
            staging.mkdir()
            stack.enter_context(claimed(staging))
        yield staging


def _staging_name(site: Path) -> Path:
    return site.with_name(f".{site.name}-staging-{secrets.token_hex(4)}")


def _swap(staging: Path, site: Path) -> None:
    """Put the new site in place; what stood there, if anything, then stands where the new one was."""
    if not site.exists() or not any(site.iterdir()):
        move(staging, site)
    else:
        # Where it takes more than one step, a run killed after the first is mended when the next one starts.
        exchange(staging, site, aside=site.with_name(staging.name.replace("-staging-", "-old-")))
