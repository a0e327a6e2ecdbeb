"""What `publish` promises: the same bytes from the same pages, and always a whole site at the site's path."""

from __future__ import annotations

import random
import select
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator import publish as publishing
from generator import system
from generator.problems import ProvisionError
from generator.publish import MARKER, MARKER_TEXT, publish, replace

PROJECT = Path(__file__).parents[1]
EDITION = date(2026, 9, 1)
ADDRESS = "https://guide.school.sch.uk/below/"
CONFIGURATION = """\
site_name: Tiny
site_url: !ENV [PROVISION_ADDRESS, ""]
docs_dir: content
use_directory_urls: false
theme: {name: material, font: false}
plugins: [{search: {enabled: false}}]
"""


def tiny_project(folder: Path) -> Path:
    """Make a project of two pages."""
    (folder / "content").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    (folder / "content" / "index.md").write_text("# Home\n\n[Other](other.md)\n", "utf-8")
    (folder / "content" / "other.md").write_text("# Other\n", "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fill_with(text: str) -> publishing.Fill:
    """Make a stand-in for the engine, which is done at once."""
    return lambda staging: (staging / "index.html").write_text(text, "utf-8")


def refusal(site: Path) -> str:
    """Return what the user reads when a site is not replaced."""
    with pytest.raises(ProvisionError) as caught:
        replace(site, fill_with("new"))
    return str(caught.value)


def left_over(site: Path) -> list[str]:
    """Name what stands beside a site under a name of ours."""
    return [path.name for path in site.parent.iterdir() if path.name.startswith(f".{site.name}-")]


def test_two_builds_of_the_same_pages_have_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tiny_project(tmp_path / "one"), tiny_project(tmp_path / "other")
    publish(one, one / "site", EDITION, ADDRESS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    publish(other, other / "elsewhere", EDITION, ADDRESS)
    assert contents(one / "site") == contents(other / "elsewhere")
    assert b"<lastmod>2026-09-01</lastmod>" in (one / "site" / "sitemap.xml").read_bytes()
    assert (one / "site" / MARKER).read_text("utf-8") == MARKER_TEXT


def test_pages_name_the_address_at_which_they_will_stand(tmp_path: Path) -> None:
    project = tiny_project(tmp_path)
    publish(project, project / "site", EDITION, ADDRESS)
    page = (project / "site" / "other.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{ADDRESS}other.html">' in page


def test_without_an_address_no_page_names_one_whatever_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROVISION_ADDRESS", ADDRESS)
    project = tiny_project(tmp_path)
    publish(project, project / "site", EDITION, None)
    assert [path for path, content in contents(project / "site").items() if b"guide.school.sch.uk" in content] == []


def test_a_warning_of_the_engine_keeps_the_old_site_and_is_shown(tmp_path: Path) -> None:
    project = tiny_project(tmp_path)
    publish(project, project / "site", EDITION, None)
    before = contents(project / "site")
    (project / "content" / "other.md").write_text("[Gone](gone.md)\n", "utf-8")
    with pytest.raises(ProvisionError) as caught:
        publish(project, project / "site", EDITION, None)
    assert str(caught.value) == (
        f"{project}/mkdocs.yml: the site cannot be built, and the old one is as it was. "
        "Put right what MkDocs says:\n"
        "WARNING -  Doc file 'other.md' contains a link 'gone.md', but the target is not found among documentation "
        "files.\n"
        "Aborted with 1 warnings in strict mode!"
    )
    assert contents(project / "site") == before
    assert left_over(project / "site") == []


def test_a_project_without_a_home_page_keeps_the_old_site(tmp_path: Path) -> None:
    project = tiny_project(tmp_path)
    (project / "content" / "index.md").unlink()
    with pytest.raises(ProvisionError, match=r"MkDocs wrote no index\.html"):
        publish(project, project / "site", EDITION, None)
    assert not (project / "site").exists()


def test_a_project_without_a_configuration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProvisionError, match="there is no such file, so there is no site to build"):
        publish(tmp_path, tmp_path / "site", EDITION, None)


@pytest.mark.parametrize("site", [".", "..", "content", "generator", "data"])
def test_a_site_in_place_of_the_project_is_refused(tmp_path: Path, site: str) -> None:
    project = tiny_project(tmp_path / "project")
    before = contents(tmp_path)
    with pytest.raises(ProvisionError, match="which is not the generator's to replace"):
        publish(project, project / site, EDITION, None)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("site", ["content/site", "data/site"])
def test_a_site_among_what_people_write_is_refused(tmp_path: Path, site: str) -> None:
    project = tiny_project(tmp_path)
    with pytest.raises(ProvisionError, match="where only people write"):
        publish(project, project / site, EDITION, None)


def test_a_folder_that_we_did_not_make_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("mine", "utf-8")
    assert refusal(site) == (
        f"{site}: this folder holds files and no .provision-site, so `provision build` did not make it and will not "
        "replace it. Move or delete it, or choose another folder with --site."
    )
    assert contents(site) == {"index.html": b"mine"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    assert refusal(tmp_path / "site") == (
        f"{tmp_path}/site: this is a file, and the site needs a folder. Move it, or choose another with --site."
    )


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "site").startswith(f"{tmp_path}/file/site: the new site cannot be put here: ")


@pytest.mark.parametrize("in_one_step", [True, False])
@pytest.mark.parametrize("before", ["nothing", "an empty folder", "a site"])
def test_a_new_site_takes_the_place_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, *, in_one_step: bool
) -> None:
    site = tmp_path / "deep" / "site"
    if before == "a site":
        replace(site, fill_with("old"))
        (site / "obsolete.html").touch()
    elif before == "an empty folder":
        site.mkdir(parents=True)
    if not in_one_step:
        monkeypatch.setattr(system, "_exchanged_in_one_step", lambda _first, _second: False)
    replace(site, fill_with("new"))
    assert contents(site) == {"index.html": b"new", MARKER: MARKER_TEXT.encode()}
    assert left_over(site) == []


def test_anybody_may_read_a_new_site_who_may_read_a_new_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    replace(tmp_path / "site", fill_with("new"))
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "folder").stat().st_mode


def test_a_site_behind_a_link_is_replaced_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    replace(tmp_path / "site", fill_with("new"))
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "www" / "index.html").read_text("utf-8") == "new"


def test_a_second_step_that_fails_brings_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    replace(site, fill_with("old"))
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if "-staging-" in path.name:
            raise OSError(5, "Input/output error", str(path))
        return rename(path, target)

    monkeypatch.setattr(system, "_exchanged_in_one_step", lambda _first, _second: False)
    monkeypatch.setattr(Path, "rename", fail)
    assert ": the new site cannot be put here: Input/output error" in refusal(site)
    assert (site / "index.html").read_text("utf-8") == "old"
    assert left_over(site) == []


def test_ctrl_c_keeps_the_old_site_and_leaves_nothing_behind(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(site, fill_with("old"))

    def interrupted(staging: Path) -> None:
        (staging / "index.html").write_text("half", "utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace(site, interrupted)
    assert (site / "index.html").read_text("utf-8") == "old"
    assert left_over(site) == []


def test_a_site_that_a_killed_run_moved_away_is_put_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(site, fill_with("old"))
    site.rename(tmp_path / ".site-old-12345678")
    with pytest.raises(ZeroDivisionError):
        replace(site, lambda _staging: 1 / 0)
    assert (site / "index.html").read_text("utf-8") == "old"
    assert left_over(site) == []


def test_a_staging_folder_that_another_run_is_filling_is_left_alone(tmp_path: Path) -> None:
    def meanwhile(staging: Path) -> None:
        (staging / "index.html").write_text("first", "utf-8")
        replace(tmp_path / "site", fill_with("second"))
        assert (staging / "index.html").read_text("utf-8") == "first"

    replace(tmp_path / "site", meanwhile)
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "first"
    assert left_over(tmp_path / "site") == []


BUILDING = """
import sys
from itertools import count
from pathlib import Path
from generator import publish

def fill(staging):
    for page in range(40):
        (staging / f"{page}.html").write_text(str(edition))

print("ready", flush=True)
for edition in count(int(sys.argv[2])):
    publish.replace(Path(sys.argv[1]), fill)
"""


def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(site, lambda staging: [(staging / f"{page}.html").write_text("0") for page in range(40)])
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    editions = set()
    for kill in range(1, 31):
        command = [sys.executable, "-c", BUILDING, str(site), str(kill * 100_000)]
        with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE) as building:
            assert building.stdout is not None
            building.stdout.readline()
            select.select([], [], [], chance.uniform(0, 0.05))
            building.kill()
        pages = contents(site)
        editions |= {pages["0.html"]}
        assert pages == {f"{page}.html": pages["0.html"] for page in range(40)} | {MARKER: MARKER_TEXT.encode()}
    assert len(editions) > 5  # the kills did fall among replacements
    replace(site, fill_with("last"))
    assert left_over(site) == []


def test_the_site_is_there_whole_whenever_somebody_looks(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(site, lambda staging: [(staging / f"{page}.html").write_text("0") for page in range(40)])
    with subprocess.Popen([sys.executable, "-c", BUILDING, str(site), "1"], cwd=PROJECT) as building:
        try:
            seen: set[str] = set()
            while len(seen) < 50:
                seen.add((site / "39.html").read_text("utf-8"))  # fails if the site is away, or not whole
                assert building.poll() is None
        finally:
            building.kill()
