from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from generator import typeface

MOST_BYTES = 45_000


@pytest.fixture(scope="module")
def made() -> bytes:
    return typeface.typeface({})[typeface.FILE]


@pytest.fixture(scope="module", params=[0, 1], ids=["text", "bold"])
def font(request: pytest.FixtureRequest, made: bytes) -> TTFont:
    packed = re.findall(rb"base64,([^\"]+)", made)
    return TTFont(BytesIO(b64decode(packed[request.param])))


def test_it_has_the_letters_of_welsh_and_every_mark_that_pages_print(font: TTFont) -> None:
    letters = font.getBestCmap()
    wanted = "ÂâÊêÎîÔôÛûŴŵŶŷÁáÉéÍíÓóÚúÝýÀàÈèÌìÒòÙùẀẁỲỳÄäËëÏïÖöÜüẄẅŸÿẂẃ" + "●○→·•’“”…£€\u203a\u2013\u2014\u2018\u00d7"
    assert [letter for letter in wanted if ord(letter) not in letters] == []


def test_it_has_the_weights_that_the_styles_ask_for_each_by_itself(made: bytes, font: TTFont) -> None:
    assert re.findall(rb"font-weight: (\d+)", made) == [b"400", b"700"]
    assert "fvar" not in font


def test_it_is_small_and_packed_for_browsers(made: bytes, font: TTFont) -> None:
    assert font.flavor == "woff2"
    assert len(made) < MOST_BYTES


def test_it_goes_by_a_name_of_its_own_and_keeps_its_licence(made: bytes, font: TTFont) -> None:
    names = font["name"]
    assert names.getDebugName(1) == "Guide Sans"
    assert not [number for number in (1, 4, 6) if "Source" in names.getDebugName(number)]
    assert "Adobe" in names.getDebugName(0)
    assert "SIL Open Font License" in names.getDebugName(13)
    assert b"SIL Open Font License" in made


def test_it_is_cut_to_the_same_bytes_each_time() -> None:
    assert typeface.cut(400) == typeface.cut(400)


def test_what_an_earlier_run_left_is_used_again(made: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeface, "_stylesheet", None)  # nothing can be cut now
    assert typeface.typeface({typeface.FILE: made})[typeface.FILE] == made


@pytest.mark.parametrize("old", [b"", b"@font-face {}"])
def test_what_is_no_such_cut_is_made_again(made: bytes, old: bytes) -> None:
    assert typeface.typeface({typeface.FILE: old})[typeface.FILE] == made
