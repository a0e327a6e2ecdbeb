"""Which files are read, and which are refused before anything of their YAML is."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from generator.model import Catalogue
from generator.problems import ProvisionError
from generator.source import read
from tests.builders import problems_in, small_catalogue_in
from tests.source.builders import FIRST_TIER, problems_with, the_only_one


class TestFiles:
    def test_a_folder_that_does_not_exist_is_an_error_that_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(ProvisionError) as caught:
            read(tmp_path / "nowhere")
        where = (tmp_path / "nowhere").as_posix()
        assert str(caught.value) == f"{where}: there is no such folder: name the one that holds the catalogue"

    def test_a_file_in_place_of_the_folder_is_an_error_that_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("", "utf-8")
        with pytest.raises(ProvisionError) as caught:
            read(tmp_path / "data")
        where = (tmp_path / "data").as_posix()
        assert str(caught.value) == f"{where}: cannot be read as a folder (not a directory)"

    def test_files_are_named_the_way_the_folder_was(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        small_catalogue_in(tmp_path)
        (tmp_path / "data" / "tiers.yml").write_text("", "utf-8")
        monkeypatch.chdir(tmp_path)
        assert problems_in(Path("data")) == [
            "data/tiers.yml:1:1: tiers: is empty: write the records, or [] if there are none"
        ]

    def test_an_empty_folder_misses_every_part(self, tmp_path: Path) -> None:
        (tmp_path / "data").mkdir()
        found = [str(problem).rpartition("/")[2] for problem in read(tmp_path / "data").problems]
        assert [line.partition(".yml")[0] for line in found] == sorted(Catalogue.model_fields)
        assert (
            "nations.yml:1:1: nations: is missing: write this file; if there is nothing to list yet, write [] in it"
            in found
        )
        assert "safeguarding.yml:1:1: safeguarding: is missing: write this file, with title, steps, afterwards" in found

    def test_a_folder_with_the_name_of_a_file_is_refused(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / "strategies" / "x.yml").mkdir()
        assert the_only_one(problems_in(data)) == (
            "x.yml:1:1: strategies: is a folder: only files can end in .yml here; rename it or move it away"
        )

    def test_a_pipe_is_refused_and_not_waited_for(self, tmp_path: Path) -> None:
        if sys.platform == "win32":
            pytest.skip("Windows has no such files")
        data = small_catalogue_in(tmp_path)
        os.mkfifo(data / "strategies" / "x.yml")
        assert the_only_one(problems_in(data)) == (
            "x.yml:1:1: strategies: is not a file of text: only files can end in .yml here; rename it or move it away"
        )

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows seldom allows links")
    def test_a_link_that_leads_nowhere_is_refused(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / "strategies" / "x.yml").symlink_to("x.yml")
        assert "x.yml:1:1: strategies: cannot be read (" in problems_in(data)[0]

    def test_a_file_that_may_not_be_read_is_a_problem(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        data = small_catalogue_in(tmp_path)
        allowed = Path.open

        def forbidding(path: Path, mode: str) -> object:
            if path.name == "tiers.yml":
                raise PermissionError(13, "Permission denied")
            return allowed(path, mode)

        monkeypatch.setattr(Path, "open", forbidding)
        assert the_only_one([str(problem) for problem in read(data).problems]) == (
            "tiers.yml:1:1: tiers: cannot be read (permission denied): check the file and its permissions"
        )


class TestText:
    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"- id: base\n  label: caf\xe9\n", "2:13: tiers: is not UTF-8 text (byte 0xe9)"),
            (b"\xef\xbb\xbf- id: \xc3\xa9\xff\n", "1:8: tiers: is not UTF-8 text (byte 0xff)"),
            (b"\xff\xfe-\0 \0", "1:1: tiers: is not UTF-8 text (byte 0xff)"),
            (b"- id: base\r\n  label: \xed\xa0\x80\n", "2:10: tiers: is not UTF-8 text (byte 0xed)"),
        ],
    )
    def test_another_encoding_is_refused_at_its_first_byte(self, data: bytes, expected: str, tmp_path: Path) -> None:
        assert problems_with(data, tmp_path) == [
            f"data/tiers.yml:{expected}: save the file again with the encoding UTF-8",
        ]

    @pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0xFEFF, 0xFFFE])
    def test_a_control_character_is_refused_where_it_stands(self, code: int, tmp_path: Path) -> None:
        assert problems_with(f"- id: base\n  label: a{chr(code)}b\n", tmp_path) == [
            f"data/tiers.yml:2:11: tiers: holds the control character U+{code:04X}: delete it",
        ]

    def test_every_character_that_may_stand_in_text_is_read(self, tmp_path: Path) -> None:
        some = [chr(code) for code in range(0xA0, 0x30000, 7) if unicodedata.category(chr(code))[0] in "LNPS"]
        label = f"{FIRST_TIER}'{''.join(some[:1000])}'\n"
        data = small_catalogue_in(tmp_path)
        (data / "tiers.yml").write_text(label, "utf-8")
        assert read(data).catalogue.tiers[0].summary == "".join(some[:1000])

    def test_a_tab_in_front_of_a_line_is_refused(self, tmp_path: Path) -> None:
        assert problems_with("- id: base\n\tlabel: Base\n", tmp_path) == [
            "data/tiers.yml:2:1: tiers: this line begins with a tab: indent with spaces",
        ]

    def test_many_tabs_are_one_problem(self, tmp_path: Path) -> None:
        assert problems_with("- id: base\n  \tlabel: Base\n \t name: x\n", tmp_path) == [
            "data/tiers.yml:2:1: tiers: 2 lines begin with a tab: indent with spaces",
        ]

    @pytest.mark.parametrize("data", ["", "\n\n", "# a comment\n", "---\n", "~\n", "\ufeff"])
    def test_a_file_with_nothing_in_it_is_a_problem(self, data: str, tmp_path: Path) -> None:
        assert problems_with(data, tmp_path) == [
            "data/tiers.yml:1:1: tiers: is empty: write the records, or [] if there are none",
        ]
