from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.lookup import Lookup
from generator.problems import ProvisionError
from generator.render import press
from generator.render.press import MANIFEST, Press, ingredients, printed

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Catalogue
    from generator.render.handed import Handed
    from generator.render.press import Printed

WALL = "checklists/files/feelings-base-checklist-a4.pdf"


@pytest.fixture
def set_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of what Typst sets from now on."""
    paths: list[str] = []
    real = Press.set

    def noted(self: Press, each: Handed) -> tuple[bytes, int]:
        paths.append(each.file.address.path)
        return real(self, each)

    monkeypatch.setattr(Press, "set", noted)
    return paths


def test_the_same_catalogue_gives_the_same_bytes(addressed: Catalogue, sheets: Printed) -> None:
    assert printed(Lookup(addressed.model_copy(deep=True)), {}).files == sheets.files


def test_every_form_of_every_sheet_is_printed_with_the_cards_and_the_record(sheets: Printed) -> None:
    names = ["feelings-base", "feelings-extra", "senses-base", "senses-extra", "shared-base", "base", "extra"]
    names += ["hides-away", "runs-off"]
    endings = ["checklist-a4", "planning-a4", "self-evaluation-a4", "large-print-a4", "poster-a3"]
    wanted = [f"{name}-{ending}" for name in names for ending in endings]
    wanted += ["hides-away-card-a4", "runs-off-card-a4", "look-again-a4"]
    assert sorted(sheets.made) == sorted(f"checklists/files/{name}.pdf" for name in wanted)
    assert sheets.files.keys() == {*sheets.made, MANIFEST}


def test_the_manifest_tells_the_length_of_each(sheets: Printed) -> None:
    rows = json.loads(sheets.files[MANIFEST])
    assert list(rows) == sorted(sheets.made)
    assert {path: row["bytes"] for path, row in rows.items()} == {path: len(sheets.files[path]) for path in rows}
    assert rows[WALL]["pages"] == 1


def test_nothing_is_set_again_that_has_not_changed(addressed: Catalogue, sheets: Printed, set_anew: list[str]) -> None:
    assert printed(Lookup(addressed), sheets.files) == sheets
    assert set_anew == []


def test_a_change_is_set_on_the_sheets_where_it_stands_and_on_no_others(
    addressed: Catalogue, sheets: Printed, set_anew: list[str]
) -> None:
    changed = tuple(
        each.model_copy(update={"title": "Walk with a friend"}) if each.id == "buddy-walk" else each
        for each in addressed.strategies
    )
    again = printed(Lookup(addressed.model_copy(update={"strategies": changed})), sheets.files)
    assert {path.split("/")[-1].split("-")[0] for path in set_anew} == {"feelings", "extra", "hides"}
    assert not [path for path in set_anew if "feelings-base" in path]
    assert {path for path in again.made if again.files[path] != sheets.files[path]} == set(set_anew)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b'{"x": 1}', b'{"x": {"y": 1}}', b"\xff"])
def test_a_manifest_that_cannot_be_read_says_nothing(content: bytes) -> None:
    assert press._manifest({MANIFEST: content}) == {}


def test_without_a_manifest_everything_is_set_again(addressed: Catalogue, sheets: Printed, set_anew: list[str]) -> None:
    before = {path: content for path, content in sheets.files.items() if path != MANIFEST}
    assert printed(Lookup(addressed), before) == sheets
    assert sorted(set_anew) == sorted(sheets.made)


@pytest.mark.parametrize("damaged", [b"", b"%PDF-1.7 cut short"])
def test_a_damaged_sheet_is_set_again(
    addressed: Catalogue, sheets: Printed, set_anew: list[str], damaged: bytes
) -> None:
    assert printed(Lookup(addressed), {**sheets.files, WALL: damaged}) == sheets
    assert set_anew == [WALL]


def test_a_lost_sheet_is_set_again(addressed: Catalogue, sheets: Printed, set_anew: list[str]) -> None:
    before = {path: content for path, content in sheets.files.items() if path != WALL}
    assert printed(Lookup(addressed), before) == sheets
    assert set_anew == [WALL]


@pytest.mark.parametrize("place", ["TEMPLATES", "FONTS"])
def test_another_template_or_font_makes_every_digest_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str
) -> None:
    before = ingredients()
    for path in getattr(press, place).iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(press, place, tmp_path)
    assert ingredients() == before
    (tmp_path / "more.typ").write_text("// Nothing that shows", encoding="utf-8")
    assert ingredients() != before


def test_a_letter_that_the_face_lacks_is_named_with_its_sheet(addressed: Catalogue) -> None:
    strategies = tuple(
        each.model_copy(update={"title": "Smile \N{SLIGHTLY SMILING FACE} at \N{CJK UNIFIED IDEOGRAPH-65E5}"})
        if each.id == "buddy-walk"
        else each
        for each in addressed.strategies
    )
    with pytest.raises(ProvisionError) as refused:
        printed(Lookup(addressed.model_copy(update={"strategies": strategies})), {})
    assert str(refused.value) == (
        "checklists/files/feelings-extra-checklist-a4.pdf: this sheet cannot be printed, because its face has no "
        "\N{CJK UNIFIED IDEOGRAPH-65E5}, \N{SLIGHTLY SMILING FACE}. "
        "Find that in the catalogue, and write it in other letters."
    )


def test_another_version_of_typst_sets_everything_again(
    addressed: Catalogue, sheets: Printed, set_anew: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "version", lambda _: "99")
    printed(Lookup(addressed), sheets.files)
    assert sorted(set_anew) == sorted(sheets.made)
