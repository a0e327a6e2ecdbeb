"""A finished site on a server of its own, and the browser that tests and benchmarks look at it with."""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Playwright

WHOLE = ("chromium", "google-chrome")
BROWSERS = ("chromium-headless-shell", *WHOLE)
"""The first makes no window for each page, which takes the others twice as long."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".csv"}
COMPRESSION = 6
"""The level at which most servers compress."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that keeps no log, and keeps connections open and compresses text as the servers of schools do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file compressed; whatever else is asked for is the library's to answer."""
        file = Path(self.translate_path(self.path))
        if self._compressible(file) and "If-Modified-Since" not in self.headers:
            content = compressed(file)
            self.send_response(http.HTTPStatus.OK)
            self.send_header("Content-Type", self.guess_type(file))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Last-Modified", self.date_time_string(file.stat().st_mtime))
            self.end_headers()
            self.wfile.write(content)
        else:
            super().do_GET()

    def _compressible(self, file: Path) -> bool:
        accepted = "gzip" in self.headers.get("Accept-Encoding", "")
        return accepted and file.suffix in COMPRESSED and file.is_file()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def compressed(file: Path) -> bytes:
    """A file as it goes over the network."""
    return _compressed(file, file.stat().st_mtime_ns)


@functools.lru_cache(maxsize=512)
def _compressed(file: Path, _edited: int) -> bytes:
    return gzip.compress(file.read_bytes(), COMPRESSION, mtime=0)


class Server(http.server.ThreadingHTTPServer):
    """A server that takes it in silence when a browser leaves before it has everything."""

    daemon_threads = True
    request_queue_size = 128  # several pages at once open six connections each

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
    """The machine's own Chromium or Chrome, without a window."""
    return playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)


def browser_path(names: Sequence[str] = BROWSERS) -> str:
    """Where the machine's own Chromium or Chrome is."""
    found = next((path for path in map(shutil.which, names) if path), None)
    assert found, "no Chromium or Chrome on the path: run `make test`, which installs it or says how"
    return found
