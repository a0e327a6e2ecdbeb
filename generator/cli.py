"""The command `provision`: the one place that wires the rooms together, prints, and decides on an exit code."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from generator import checks, exports, links, own_sheet, render, search, source, system, typeface
from generator.pack import pack, refuse_pack
from generator.problems import Problem, ProvisionError, quoted
from generator.publish import CONFIGURATION, FOLDERS_OF_PEOPLE, engine_environment, publish, refuse_site
from generator.search.why import Warner
from generator.write import Changes, left, refuse_inside, refuse_overlap, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Catalogue

SOUND, PROBLEMS, WRONG_USAGE, STOPPED = 0, 1, 2, 130
HOST = "127.0.0.1"
GUIDE = Path("content", "guide")
NOT_RAISED = (
    "the words of warning do not raise the panel. "
    "A misspelt word that the search mends, or a situation of risk, still may: try it in the search too."
)
LAST_TIME_ZONE = timedelta(hours=14)
RED, GREEN = "31", "32"


class WrongUsageError(ProvisionError):
    """The command was called with something that it cannot work with, or in the wrong folder."""


class UnsoundError(Exception):
    """The catalogue has problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems, to be printed one by one."""
        super().__init__(_count_of(problems))
        self.problems = problems


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit code. Whatever a person can mend ends in a message, not in a traceback."""
    try:
        options = _parser().parse_args(arguments)
        with _ended_like_ctrl_c():
            options.run(options)
    except UnsoundError as unsound:
        for problem in unsound.problems:
            _say(str(problem), sys.stderr)
        _say(f"{unsound} {options.consequence}".rstrip(), sys.stderr, RED)
        return PROBLEMS
    except ProvisionError as error:
        _say(f"provision: {error}", sys.stderr, RED)
        return WRONG_USAGE if isinstance(error, WrongUsageError) else PROBLEMS
    except KeyboardInterrupt:
        _say("Stopped. Nothing was left half replaced.", sys.stderr)
        return STOPPED
    return SOUND


def compose(catalogue: Catalogue, before: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of the guide's folder, by its path there; what took long to make is used again where it can be."""
    tables = exports.spreadsheets(catalogue)
    return {
        **render.render(catalogue, before, tables),
        **exports.export(catalogue),
        **search.search(catalogue),
        **own_sheet.own_sheet(catalogue),
        **typeface.typeface(before),
        **tables,
    }


def _check(options: argparse.Namespace) -> None:
    catalogue = _sound_catalogue(options.data)
    counted = {
        "strategy": len(catalogue.strategies),
        "symptom": len(catalogue.symptoms),
        "service": len(catalogue.services),
        "source": len(catalogue.sources),
        "term": len(catalogue.glossary),
    }
    _say(f"No problems: {', '.join(_count(number, word) for word, number in counted.items())}.", sys.stdout, GREEN)


def _why(options: argparse.Namespace) -> None:
    reading = _sound_reading(options.data)
    reasons = Warner(reading.catalogue).reasons(options.typed)
    for reason in reasons:
        said = "would raise the panel, but" if reason.silenced_by else "raises the panel"
        _say(str(reading.places.problem(reason.path, f"{quoted(reason.words)} {said}")), sys.stdout)
        if silence := reason.silenced_by:
            _say(str(reading.places.problem(silence.path, f"{quoted(silence.words)} silences it")), sys.stdout)
    if any(reason.silenced_by is None for reason in reasons):
        _say("The words of warning raise the panel.", sys.stdout)
    else:
        _say(f"{'All are silenced' if reasons else 'No rule is met'}: {NOT_RAISED}", sys.stdout)


def _generate(options: argparse.Namespace) -> None:
    _refuse_output(options.out, options.data)
    catalogue, changes = _generated(options.data, options.out)
    _say(_summary(changes, options.out), sys.stdout)
    _warn_of_example(catalogue, options.data)


def _build(options: argparse.Namespace) -> None:
    started = time.monotonic()
    project = _project()
    with _wrong_usage():
        refuse_site(project, options.site)
        refuse_overlap(options.site, [options.data])
        refuse_inside(options.site, [options.data])
        if options.zip:
            refuse_pack(options.site)
    catalogue, changes = _generated(options.data, GUIDE)
    _say(_summary(changes, GUIDE), sys.stdout)
    _progress("Building the site. This takes about half a minute...")
    publish(project, options.site, catalogue.guide.reviewed, links.public(catalogue.guide))
    _say(f"Built the site in {time.monotonic() - started:.1f} seconds.", sys.stdout, GREEN)
    if options.zip:
        _say(f"Packed it into {pack(options.site, catalogue.guide.reviewed)}.", sys.stdout)
    _say(f"Open {options.site / 'index.html'} in a browser, or put {options.site} on any web server.", sys.stdout)
    _warn_of_example(catalogue, options.data)


def _serve(options: argparse.Namespace) -> None:
    project = _project()
    _refuse_taken(options.port)
    command = [sys.executable, "-m", "mkdocs", "serve"]
    command += ["--config-file", CONFIGURATION, "--dev-addr", f"{HOST}:{options.port}"]
    if (project / "overrides").is_dir():
        command += ["--watch", "overrides"]
    with system.start(command, project, engine_environment()) as preview:
        try:
            code = preview.wait()
        except KeyboardInterrupt:
            system.end(preview)
            return
    if code:
        message = f"{CONFIGURATION}: the preview ended. Put right what MkDocs says above, and start it again."
        raise ProvisionError(message)


def _sound_catalogue(data: Path) -> Catalogue:
    return _sound_reading(data).catalogue


def _sound_reading(data: Path) -> source.Reading:
    _progress(f"Reading {data}...")
    reading = source.read(data)
    found = checks.check(reading.catalogue, reading.places, reading.declared, latest_date_on_earth())
    if problems := sorted({*reading.problems, *found}):
        raise UnsoundError(problems)
    return reading


def latest_date_on_earth() -> date:
    """Whoever reviewed a record today, anywhere, did not do so in the future."""
    return (datetime.now(UTC) + LAST_TIME_ZONE).date()


def _generated(data: Path, out: Path) -> tuple[Catalogue, Changes]:
    catalogue = _sound_catalogue(data)
    _progress(f"Writing {out}...")
    before = left(out, links.CHECKLIST_FILES) | left(out, typeface.FOLDER)
    return catalogue, write(out, compose(catalogue, before))


def _warn_of_example(catalogue: Catalogue, data: Path) -> None:
    """Say so when the codes on printed sheets lead to an address that belongs to nobody."""
    address = catalogue.guide.address
    if address and links.is_example(address):
        _say(
            f"Printed sheets lead to {address}, an address reserved for examples. "
            f"Set `address` in {data / 'guide.yml'} to where this guide will stand.",
            sys.stdout,
        )


def _project() -> Path:
    """Return the folder of the project, which is the one where the command is run."""
    project = Path()
    if not (project / CONFIGURATION).is_file():
        message = f"{Path.cwd()}: there is no {CONFIGURATION} here. Run the command in the project's own folder."
        raise WrongUsageError(message)
    return project


def _refuse_output(out: Path, data: Path) -> None:
    people = [Path(name) for name in FOLDERS_OF_PEOPLE]
    with _wrong_usage():
        refuse_overlap(out, [Path(), data, *people])
        refuse_inside(out, [data, *(folder for folder in people if folder not in GUIDE.parents)])


@contextmanager
def _wrong_usage() -> Iterator[None]:
    """Count a refusal as wrong usage: the fault is in what was asked for, not in the catalogue."""
    try:
        yield
    except ProvisionError as error:
        raise WrongUsageError(error) from error


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the preview itself does
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = (
                f"port {port}: the preview cannot use it: {error.strerror}. "
                "End what uses it, or choose another port with --port."
            )
            raise ProvisionError(message) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="provision",
        description="Turns the catalogue of provision in data/ into a web site that any setting can use.",
        epilog="Run it in the project's own folder. `provision COMMAND --help` tells more about a command.",
    )
    parser.add_argument("--version", action="version", version=f"provision {_version()}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    check = commands.add_parser(
        "check",
        help="read the catalogue and list every problem",
        description="Reads the catalogue and lists every problem, each with its file, line and column. Writes nothing.",
    )
    check.set_defaults(run=_check, consequence="")

    generate = commands.add_parser(
        "generate",
        help="write the plain pages of the guide",
        description="Writes the plain pages of the guide. If the catalogue has a problem, nothing is written.",
    )
    generate.add_argument(
        "--out", type=_place, metavar="DIR", default=str(GUIDE),
        help="folder for the pages, which the command then owns whole (default: %(default)s)",
    )  # fmt: skip
    generate.set_defaults(run=_generate, consequence="Nothing was written.")

    build = commands.add_parser(
        "build",
        help="write the pages and build the finished site",
        description=(
            "Writes the pages and builds the finished site, ready for any web server and for opening from a folder. "
            "If anything is wrong, the old site stays as it was."
        ),
    )
    build.add_argument(
        "--site", type=_place, metavar="DIR", default="site",
        help="folder for the site, which each build replaces whole (default: %(default)s)",
    )  # fmt: skip
    build.add_argument(
        "--zip", action="store_true",
        help="pack the site into one file as well, beside its folder and named after it: to hand on, to unzip anywhere",
    )  # fmt: skip
    build.set_defaults(run=_build, consequence="Nothing was written, and the old site is as it was.")

    why = commands.add_parser(
        "why",
        help="say which words of warning raise the safeguarding panel, or what silences them",
        description=(
            "Says which rules of the words of warning raise the safeguarding panel for what somebody typed, or what "
            "silences them, and by which words. Looks at the words as they are spelt. Writes nothing."
        ),
    )
    why.add_argument("typed", type=_typed, metavar="TEXT", help='what was typed, in quotes: "marks all up her arm"')
    why.set_defaults(run=_why, consequence="")

    for command in (check, why, generate, build):
        command.add_argument(
            "--data", type=_data, metavar="DIR", default="data", help="folder of the catalogue (default: %(default)s)"
        )

    serve = commands.add_parser(
        "serve",
        help="show a preview that follows your edits",
        description="Shows a preview in the browser that follows edits of data, templates and pages. Ctrl-C ends it.",
    )
    serve.add_argument(
        "--port", type=_port, metavar="N", default="8000",
        help="port of this computer to show it on (default: %(default)s)",
    )  # fmt: skip
    serve.set_defaults(run=_serve)
    return parser


def _data(text: str) -> Path:
    folder = _place(text)
    if not folder.is_dir():
        message = (
            f"{text}: there is no such folder. Run the command in the project's own folder, "
            "or name the folder of the catalogue with --data."
        )
        raise argparse.ArgumentTypeError(message)
    return folder


def _typed(text: str) -> str:
    if not text.strip():
        message = 'there is nothing to look at. Write what was typed, in quotes: "marks all up her arm".'
        raise argparse.ArgumentTypeError(message)
    return text


def _place(text: str) -> Path:
    if not text or "\0" in text:
        message = "a folder needs a name."
        raise argparse.ArgumentTypeError(message)
    return Path(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 65535):  # noqa: PLR2004 - what a port is
        message = f"{text}: a port is a whole number from 1 to 65535, such as 8000."
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _version() -> str:
    try:
        return metadata.version("provision")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def _summary(changes: Changes, folder: Path) -> str:
    written, deleted, unchanged = len(changes.written), len(changes.deleted), len(changes.unchanged)
    verb = "it was" if unchanged == 1 else "they were"
    return f"Wrote {_count(written, 'file')}, deleted {deleted}, left {unchanged} as {verb} in {folder}."


def _count_of(problems: Sequence[Problem]) -> str:
    return f"{_count(len(problems), 'problem')} in {_count(len({problem.file for problem in problems}), 'file')}."


def _count(number: int, word: str) -> str:
    if number == 1:
        return f"1 {word}"
    return f"{number} {word.removesuffix('y') + 'ies' if word.endswith('y') else word + 's'}"


def _progress(text: str) -> None:
    """Tell somebody who is watching what takes its time."""
    if sys.stderr.isatty():
        _say(text, sys.stderr)


def _say(text: str, stream: TextIO, colour: str | None = None) -> None:
    """Print, in colour where somebody sees it; and go on in silence when the reader has left, as `head` does."""
    if colour and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        text = f"\x1b[{colour}m{text}\x1b[0m"
    try:
        print(text, file=stream, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """Let a request to end do what Ctrl-C does, so that nothing is left running or lying about."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
