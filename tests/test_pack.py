"""What `pack` promises: one file with the whole site, the same bytes from the same site, and no file of others lost."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from generator.pack import beside, pack, refuse_pack
from generator.problems import ProvisionError
from generator.publish import MARKER, replace

if TYPE_CHECKING:
    from pathlib import Path

EDITION = date(2026, 9, 1)
FILES = {"index.html": b"home", "guide/\N{LATIN SMALL LETTER W WITH CIRCUMFLEX}yn.html": b"lamb", "a.pdf": bytes(1000)}


def site_in(folder: Path) -> Path:
    def fill(staging: Path) -> None:
        for name, content in FILES.items():
            (staging / name).parent.mkdir(exist_ok=True)
            (staging / name).write_bytes(content)

    replace(folder / "site", fill)
    return folder / "site"


def refusal(site: Path) -> str:
    with pytest.raises(ProvisionError) as caught:
        refuse_pack(site)
    return str(caught.value)


def test_a_site_unzips_into_one_folder_with_everything(tmp_path: Path) -> None:
    packed = pack(site_in(tmp_path), EDITION)
    assert packed == tmp_path / "site.zip"
    with ZipFile(packed) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"site/{name}": content for name, content in FILES.items()
        }


def test_what_is_unzipped_is_no_folder_that_a_build_would_replace(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    with ZipFile(pack(site, EDITION)) as archive:
        archive.extractall(tmp_path / "elsewhere")
    assert (site / MARKER).is_file()
    assert not (tmp_path / "elsewhere" / "site" / MARKER).exists()


def test_the_same_site_packs_into_the_same_bytes(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    before = pack(site, EDITION).read_bytes()
    os.utime(site / "index.html", (0, 0))
    (site / "index.html").chmod(0o600)
    assert pack(site, EDITION).read_bytes() == before
    assert pack(site_in(tmp_path / "elsewhere"), EDITION).read_bytes() == before


def test_every_file_carries_the_date_of_the_edition_and_may_be_read(tmp_path: Path) -> None:
    with ZipFile(pack(site_in(tmp_path), EDITION)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 9, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        assert archive.namelist() == sorted(archive.namelist())


def test_an_edition_older_than_the_format_can_be_packed(tmp_path: Path) -> None:
    with ZipFile(pack(site_in(tmp_path), date(1978, 5, 1))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("content", [b"mine", None], ids=["a file", "a folder"])
def test_what_we_did_not_pack_is_refused(tmp_path: Path, content: bytes | None) -> None:
    site = site_in(tmp_path)
    if content is None:
        beside(site).mkdir()
    else:
        beside(site).write_bytes(content)
    assert refusal(site) == (
        f"{tmp_path}/site.zip: `provision build --zip` did not make this, and will not replace it. "
        "Move or delete it, or choose another folder with --site."
    )


def test_an_archive_of_somebody_else_is_refused(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    with ZipFile(beside(site), "w") as archive:
        archive.writestr("notes.txt", "mine")
    assert refusal(site).startswith(f"{tmp_path}/site.zip: `provision build --zip` did not make this")


def test_a_disk_that_is_full_keeps_the_old_file_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_in(tmp_path)
    before = pack(site, EDITION).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ZipFile, "writestr", full)
    with pytest.raises(ProvisionError) as caught:
        pack(site, EDITION)
    assert str(caught.value) == (
        f"{tmp_path}/site.zip: the site is built, and cannot be packed here: No space left on device. "
        "Put that right and run the command again."
    )
    assert beside(site).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.zip"]
