"""A finished site on a server of its own, and the browser that tests and benchmarks look at it with."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Playwright

BROWSERS = ("chromium", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that keeps no log, and keeps connections open as the servers of schools do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """A server that takes it in silence when a browser leaves before it has everything."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, manner: type[Quiet] = Quiet) -> Iterator[str]:
    """The address at which a folder is served in some manner while the block runs."""
    server = Server(("127.0.0.1", 0), functools.partial(manner, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def launched(playwright: Playwright) -> Browser:
    """The machine's own Chromium or Chrome."""
    return playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)


def browser_path() -> str:
    """Where the machine's own Chromium or Chrome is."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    assert found, "no Chromium or Chrome on the path: run `make test`, which installs it or says how"
    return found
