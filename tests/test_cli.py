"""What the command says, what it writes, and with which code it ends."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from generator import cli
from generator.publish import MARKER
from generator.render.press import Press

PROJECT = Path(__file__).parents[1]
SMALL = PROJECT / "tests" / "catalogues" / "small"
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
BLOCKING_HOOK = """
import os, signal

def on_post_build(config):
    with open("engine", "w") as fifo:
        fifo.write(str(os.getpid()))
    signal.pause()
"""
STRANGE = (
    "data/guide.yml:{line}:1: guide.strange: is not a field here: remove it, or use one of "
    "title, short_title, version, reviewed, summary, address, contact, publisher, statement, common_symptoms\n"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a whole project of the small catalogue, and go there."""
    shutil.copytree(SMALL, tmp_path / "data")
    shutil.copytree(PROJECT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Home\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def free_port() -> int:
    """Find a port that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder but bytecode."""
    paths = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def spoil(project: Path) -> str:
    """Put one problem into the guide, and return the line with which it is reported."""
    guide = project / "data" / "guide.yml"
    lines = [*guide.read_text("utf-8").splitlines(), "strange: 1"]
    guide.write_text("\n".join(lines) + "\n", "utf-8")
    return STRANGE.format(line=len(lines))


def called(*arguments: str) -> list[str]:
    """Give the command line that runs the command in a process of its own."""
    return [sys.executable, "-B", "-m", "generator", *arguments]


def wrong_usage(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the last line that the user reads when argparse refuses."""
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


def test_a_sound_catalogue_is_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(project)
    assert cli.main(["check"]) == 0
    assert capsys.readouterr() == ("No problems: 6 strategies, 2 symptoms, 2 services, 2 sources, 3 terms.\n", "")
    assert contents(project) == before


def test_every_problem_is_printed_and_then_their_count(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strange = spoil(project)
    with (project / "data" / "symptoms.yml").open("a", encoding="utf-8") as symptoms:
        symptoms.write("- id: nameless\n")
    assert cli.main(["check"]) == 1
    out, err = capsys.readouterr()
    lines = err.splitlines(keepends=True)
    assert out == ""
    assert lines[0] == strange
    assert all(line.startswith("data/symptoms.yml:") for line in lines[1:-1])
    assert lines[-1] == f"{len(lines) - 1} problems in 2 files.\n"


def test_why_names_the_rule_that_raises_the_panel_and_its_words(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(project)
    assert cli.main(["why", "He gets over the back wall"]) == 0
    assert capsys.readouterr() == (
        (
            'data/warnings.yml:4:7: warnings[off-site].together[1]: "gets over \u2026 back wall" raises the panel\n'
            "The words of warning raise the panel.\n"
        ),
        "",
    )
    assert contents(project) == before


@pytest.mark.usefixtures("project")
def test_why_names_what_silences_a_rule_and_where_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["why", "climbs railings in PE"]) == 0
    assert capsys.readouterr() == (
        (
            'data/warnings.yml:4:7: warnings[off-site].together[1]: "climbs \u2026 railings" '
            "would raise the panel, but\n"
            'data/warnings.yml:5:17: warnings[off-site].together[1].unless[1][1]: "pe" silences it\n'
            f"All are silenced: {cli.NOT_RAISED}\n"
        ),
        "",
    )


@pytest.mark.usefixtures("project")
def test_why_says_when_no_rule_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["why", "photocopier is jammed"]) == 0
    assert capsys.readouterr() == (f"No rule is met: {cli.NOT_RAISED}\n", "")


def test_why_answers_for_a_sound_catalogue_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strange = spoil(project)
    assert cli.main(["why", "over the fence"]) == 1
    assert capsys.readouterr() == ("", f"{strange}1 problem in 1 file.\n")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("typed", ["", " \n"])
def test_nothing_typed_is_wrong_usage(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert wrong_usage(capsys, "why", typed) == (
        "provision why: error: argument TEXT: there is nothing to look at. "
        'Write what was typed, in quotes: "marks all up her arm".'
    )


def test_one_problem_is_counted_in_the_singular(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strange = spoil(project)
    assert cli.main(["check"]) == 1
    assert capsys.readouterr() == ("", f"{strange}1 problem in 1 file.\n")


def test_what_the_checks_find_is_a_problem_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = project / "data" / "guide.yml"
    text = re.sub(r"^reviewed: .*", "reviewed: 2999-01-01", guide.read_text("utf-8"), flags=re.MULTILINE)
    guide.write_text(text, "utf-8")
    assert cli.main(["check"]) == 1
    assert "guide.reviewed: " in capsys.readouterr().err


def test_a_review_is_not_in_the_future_while_it_is_today_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    class Noon(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            assert tz is UTC
            return datetime(2026, 1, 31, 12, tzinfo=UTC)

    monkeypatch.setattr(cli, "datetime", Noon)
    assert str(cli.latest_date_on_earth()) == "2026-02-01"


def test_data_may_stand_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "--data", str(SMALL)]) == 0
    assert capsys.readouterr().out.startswith("No problems: 6 strategies")


def test_pages_are_written_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["generate"]) == 0
    count = len(contents(project / "content" / "guide")) - 1  # the manifest is not one of them
    assert capsys.readouterr().out == f"Wrote {count} files, deleted 0, left 0 as they were in content/guide.\n"
    assert cli.main(["generate"]) == 0
    assert capsys.readouterr().out == f"Wrote 0 files, deleted 0, left {count} as they were in content/guide.\n"


EXAMPLE = (
    "Printed sheets lead to https://guide.example/small/, an address reserved for examples. "
    f"Set `address` in {Path('data', 'guide.yml')} to where this guide will stand.\n"
)


@pytest.mark.parametrize(
    ("address", "said"), [("https://guide.example/small/", EXAMPLE), ("https://guide.school.sch.uk/", "")]
)
def test_an_address_that_is_only_an_example_is_mentioned(
    project: Path, capsys: pytest.CaptureFixture[str], address: str, said: str
) -> None:
    with (project / "data" / "guide.yml").open("a", encoding="utf-8") as guide:
        guide.write(f"address: {address}\n")
    assert cli.main(["generate"]) == 0
    assert capsys.readouterr().out.partition("content/guide.\n")[2] == said


def test_sheets_that_have_not_changed_are_not_printed_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.main(["generate"])
    before = contents(project / "content" / "guide")
    monkeypatch.setattr(Press, "set", lambda *_: pytest.fail("a sheet was printed again"))
    assert cli.main(["generate"]) == 0
    assert contents(project / "content" / "guide") == before


def test_pages_and_exports_are_written_together(project: Path) -> None:
    cli.main(["generate", "--out", "elsewhere"])
    assert (project / "elsewhere" / "symptoms" / "index.md").is_file()
    assert (project / "elsewhere" / "catalogue.json").is_file()
    assert not (project / "content" / "guide").exists()


def test_with_a_problem_no_page_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["generate"])
    before = contents(project / "content")
    strange = spoil(project)
    capsys.readouterr()
    assert cli.main(["generate"]) == 1
    assert capsys.readouterr() == ("", f"{strange}1 problem in 1 file. Nothing was written.\n")
    assert contents(project / "content") == before


def test_a_file_of_somebody_else_among_the_pages_is_an_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["generate"])
    (project / "content" / "guide" / "notes.md").write_text("mine", "utf-8")
    assert cli.main(["generate"]) == 1
    assert capsys.readouterr().err == (
        "provision: content/guide: the generator owns this folder whole, and it did not write content/guide/notes.md. "
        "Move what you want to keep elsewhere, delete the rest, and run the command again.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["generate", "--out", "content"], "content: this output folder is content, which is not the generator's"),
        (["generate", "--out", "."], ".: this output folder is ., which is not the generator's"),
        (
            ["generate", "--out", "data/guide"],
            "data/guide: this output folder stands in data, where only",
        ),
        (["generate", "--out", "tests/x"], "tests/x: this output folder stands in tests, where only people write."),
        (["build", "--site", "content"], "content: this output folder is content, which is not the generator's"),
        (["build", "--site", ".."], "..: this output folder contains ., which is not the generator's"),
        (["build", "--site", "content/site"], "content/site: this output folder stands in content, where only people"),
        (["build", "--site", "mkdocs.yml"], "mkdocs.yml: this is a file, and the site needs a folder."),
    ],
)
def test_an_output_in_the_way_of_people_is_wrong_usage(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    before = contents(project)
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err.startswith(f"provision: {complaint}")
    assert contents(project) == before


def test_an_output_that_cannot_be_written_is_an_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "file").touch()
    assert cli.main(["generate", "--out", "file/guide"]) == 1
    assert capsys.readouterr().err == (
        "provision: file/guide: the generated files cannot be written: Not a directory. "
        "Put that right and run the command again; it carries on from where it stopped.\n"
    )


@pytest.mark.parametrize("command", ["check", "generate", "build"])
def test_a_missing_data_folder_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert wrong_usage(capsys, command) == (
        f"provision {command}: error: argument --data: data: there is no such folder. Run the command in the project's "
        "own folder, or name the folder of the catalogue with --data."
    )


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_missing_configuration_is_wrong_usage(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (project / "mkdocs.yml").unlink()
    assert cli.main([command]) == 2
    assert capsys.readouterr().err == (
        f"provision: {project}: there is no mkdocs.yml here. Run the command in the project's own folder.\n"
    )
    assert not (project / "content" / "guide").exists()


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80.5", "many", "²", "9" * 5000])
def test_an_impossible_port_is_wrong_usage(capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert wrong_usage(capsys, "serve", f"--port={port}") == (
        f"provision serve: error: argument --port: {port}: a port is a whole number from 1 to 65535, such as 8000."
    )


@pytest.mark.usefixtures("project")
def test_a_port_in_use_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)]) == 1
    assert capsys.readouterr().err == (
        f"provision: port {port}: the preview cannot use it: Address already in use. "
        "End what uses it, or choose another port with --port.\n"
    )


@pytest.mark.parametrize("command", [[], ["check"], ["why"], ["generate"], ["build"], ["serve"]])
def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([*command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(" ".join(["usage: provision", *command]))


def test_the_command_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("provision ")


def test_a_build_generates_and_publishes(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", "--site", "www"]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert out.splitlines()[0].endswith("left 0 as they were in content/guide.")
    assert out.splitlines()[-1] == "Open www/index.html in a browser, or put www on any web server."
    assert {"index.html", "guide/symptoms/index.html", "guide/catalogue.json", MARKER} <= contents(
        project / "www"
    ).keys()


def test_a_build_packs_the_site_beside_it(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", "--site", "www", "--zip"]) == 0
    assert f"Packed it into {project / 'www.zip'}.\n" in capfd.readouterr().out
    with ZipFile(project / "www.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    site = contents(project / "www")
    assert packed == {f"www/{name}": content for name, content in site.items() if name != MARKER}


def test_a_file_in_the_place_of_the_pack_is_refused_before_any_work(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "www.zip").write_bytes(b"mine")
    before = contents(project)
    assert cli.main(["build", "--site", "www", "--zip"]) == 2
    assert capsys.readouterr().err.startswith(f"provision: {project / 'www.zip'}: `provision build --zip` did not make")
    assert contents(project) == before


def test_a_build_with_a_problem_keeps_the_pages_and_the_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["build"])
    strange = spoil(project)
    before = contents(project)
    capsys.readouterr()
    assert cli.main(["build"]) == 1
    assert capsys.readouterr() == (
        "",
        f"{strange}1 problem in 1 file. Nothing was written, and the old site is as it was.\n",
    )
    assert contents(project) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_stopped_keeps_the_site_and_leaves_nothing_running(project: Path, number: int) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such pipes")
    cli.main(["build"])
    before = contents(project / "site")
    os.mkfifo("engine")
    (project / "blocking_hook.py").write_text(BLOCKING_HOOK, "utf-8")
    (project / "mkdocs.yml").write_text(CONFIGURATION.replace("mkdocs_hook.py", "mkdocs_hook.py, blocking_hook.py"))
    with subprocess.Popen(called("build"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as building:
        engine = int((project / "engine").read_text("utf-8"))
        building.send_signal(number)
        _, err = building.communicate()
    assert (building.returncode, err) == (130, "Stopped. Nothing was left half replaced.\n")
    assert contents(project / "site") == before
    assert not list(project.glob(".site-*"))
    with pytest.raises(ProcessLookupError):
        os.kill(engine, 0)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_preview_is_served_until_it_is_stopped(free_port: int, number: int) -> None:
    with subprocess.Popen(called("serve", "--port", str(free_port)), stderr=subprocess.PIPE, text=True) as preview:
        assert preview.stderr is not None
        assert any(f"Serving on http://127.0.0.1:{free_port}/" in line for line in preview.stderr)
        with urlopen(f"http://127.0.0.1:{free_port}/guide/symptoms/index.html") as page:
            assert page.status == 200
        preview.send_signal(number)
        rest = preview.stderr.read()
    assert preview.returncode == 0
    assert "Traceback" not in rest
    with socket.create_server(("127.0.0.1", free_port)):
        pass  # nothing is left that uses the port


def test_a_preview_that_cannot_start_is_an_error(
    project: Path, free_port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text("docs_dir: nowhere\n", "utf-8")
    assert cli.main(["serve", "--port", str(free_port)]) == 1
    assert capfd.readouterr().err.endswith(
        "provision: mkdocs.yml: the preview ended. Put right what MkDocs says above, and start it again.\n"
    )


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Run the command as a person sees it, and return what stands on the screen."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such terminals")
    ours, theirs = os.openpty()
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(
        called(*arguments), stdout=theirs, stderr=theirs, check=False, env=plain | {"TERM": "xterm"} | environment
    )
    os.close(theirs)
    screen = b""
    try:
        while part := os.read(ours, 4096):
            screen += part
    except OSError:  # how a terminal says that nobody is left on its other side
        pass
    finally:
        os.close(ours)
    return screen.decode()


SOUND = "No problems: 6 strategies, 2 symptoms, 2 services, 2 sources, 3 terms."


@pytest.mark.usefixtures("project")
def test_a_person_sees_colour_and_progress() -> None:
    assert on_a_terminal("check") == f"Reading data...\r\n\x1b[32m{SOUND}\x1b[0m\r\n"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_turned_off(environment: dict[str, str]) -> None:
    assert on_a_terminal("check", **environment) == f"Reading data...\r\n{SOUND}\r\n"


def into_a_closed_pipe(stream: str) -> tuple[int, str]:
    """Run the command with nobody reading one stream, and return its code and what it says on the other."""
    reading, writing = os.pipe()
    os.close(reading)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | {stream: writing}
    result = subprocess.run(called("check"), check=False, text=True, **streams)  # type: ignore[call-overload]
    os.close(writing)
    return result.returncode, result.stdout or result.stderr or ""


def test_a_reader_who_left_changes_neither_the_code_nor_the_rest(project: Path) -> None:
    assert into_a_closed_pipe("stdout") == (0, "")
    spoil(project)
    assert into_a_closed_pipe("stderr") == (1, "")
