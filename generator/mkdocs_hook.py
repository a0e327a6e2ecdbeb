"""Makes `mkdocs serve` and `mkdocs build` generate the guide's pages first, and `serve` follow the edits of their data.

It runs the command as a subprocess, so that an edit of the generator itself counts at once. Nothing else belongs here.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

WATCHED = ("data", "generator")

log = logging.getLogger("mkdocs.hooks.provision")
_serving = Event()  # MkDocs says once, at its start, which command it runs, and not where the answer is needed


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001 - theirs
    """Remember whether a preview has to go on when the catalogue has a problem."""
    if command == "serve":
        _serving.set()
    else:
        _serving.clear()


def on_config(config: MkDocsConfig) -> None:
    """Tell the pages of a preview that they are one: MkDocs writes a script into them that their policy would stop."""
    config.extra["preview"] = _serving.is_set()


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Generate the pages, unless `provision build` has just done it."""
    if os.environ.get("PROVISION_GENERATED"):
        return
    result = subprocess.run(
        [sys.executable, "-m", "generator", "generate"],
        cwd=_project(config),
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},  # bytecode would count as an edit
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if result.returncode == 0:
        return
    problems = (result.stderr or result.stdout).strip()
    if not _serving.is_set():
        message = f"The guide's pages cannot be generated:\n{problems}"
        raise PluginError(message)
    log.error("The guide's pages cannot be generated, so this preview shows the last good ones:\n%s", problems)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:  # noqa: ARG001 - theirs
    """Follow the edits of the catalogue and of the generator, besides those of the pages."""
    for name in WATCHED:
        if (_project(config) / name).is_dir():
            server.watch(str(_project(config) / name))


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent
