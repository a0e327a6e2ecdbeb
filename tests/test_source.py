"""What is read from a folder of YAML, and what is refused; the shapes of records are in `catalogues/broken/`."""

from __future__ import annotations

import os
import sys
import unicodedata
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml

from generator import model
from generator.model import Catalogue, Record
from generator.problems import Place, ProvisionError
from generator.source import read, shapes, tree
from generator.source.refusal import MOST_PROBLEMS, MOST_VALUES
from tests.builders import SMALL, problems_in, small_catalogue_in

FIRST_TIER = "- id: base\n  label: Base\n  name: Support for everyone\n  summary: "


def problems_with(data: bytes | str, folder: Path, name: str = "tiers.yml") -> list[str]:
    """Put a file into the small catalogue, and return what is said of that file."""
    catalogue = small_catalogue_in(folder)
    (catalogue / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    found = [line.removeprefix(f"{folder.as_posix()}/") for line in problems_in(catalogue)]
    return [line for line in found if line.startswith(f"data/{name}:")]


class TestReading:
    def test_every_record_is_read_in_the_order_of_its_file_and_files_in_the_order_of_their_names(self) -> None:
        catalogue = read(SMALL).catalogue
        assert [tier.id for tier in catalogue.tiers] == ["base", "extra"]
        assert [strategy.id for strategy in catalogue.strategies] == [
            *("quiet-corner", "plain-timetable", "movement-break"),
            *("warm-greeting", "buddy-walk", "agreed-exit"),
        ]

    def test_a_file_comes_before_the_folder_of_its_name(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / "strategies" / "joining-in.yml").rename(data / "strategies.yml")
        assert problems_in(data) == []
        assert read(data).catalogue.strategies[0].id == "warm-greeting"

    def test_text_becomes_dates_and_truth_values_only_where_the_record_says_so(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        text = (data / "symptoms.yml").read_text("utf-8")
        text = text.replace("Waits in the cloakroom", "2026-03-01").replace("- legs it", "- no\n    - 01\n    - 1e3")
        (data / "symptoms.yml").write_text(text.replace("safeguarding: true", "safeguarding: yes"), "utf-8")
        reading = read(data)
        assert reading.problems == ()
        assert reading.catalogue.guide.reviewed == date(2026, 3, 1)
        assert reading.catalogue.symptoms[0].notice[1] == "2026-03-01"
        assert reading.catalogue.symptoms[1].phrases == ("no", "01", "1e3", "AWOL again")
        assert reading.catalogue.symptoms[1].safeguarding is True

    def test_text_with_marks_of_other_languages_comes_in_as_typed(self) -> None:
        strategy = read(SMALL).catalogue.strategies[1]
        assert strategy.title == "Show a *plain* <b>timetable</b> & `code`"
        assert strategy.examples[1] == "{{ x }} | pipe | <!-- note -->"

    def test_each_value_has_its_place(self) -> None:
        places = read(SMALL).places
        calm = (SMALL / "strategies" / "calm.yml").as_posix()
        assert places.of(("strategies", 1, "areas", 0)) == Place(calm, 23, 7)
        assert places.of(("strategies", "movement-break", "builds_on")) == Place(calm, 61, 3)
        assert places.of(("guide", "common_symptoms", 1)) == Place((SMALL / "guide.yml").as_posix(), 10, 5)

    def test_places_count_characters_and_not_bytes(self, tmp_path: Path) -> None:
        line = '- {id: base, label: "\N{GRINNING FACE}é", name: Naïve, sumary: x}'
        found = problems_with(line, tmp_path)
        assert [each.split(": ")[:2] for each in found] == [
            [f"data/tiers.yml:1:{line.index('sumary') + 1}", "tiers[base].sumary"]
        ]

    def test_a_record_with_a_problem_is_left_out_and_the_places_of_the_others_still_fit(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        text = (data / "themes.yml").read_text("utf-8")
        (data / "themes.yml").write_text(text.replace("label: Calm places", "lable: Calm places"), "utf-8")
        reading = read(data)
        assert [theme.id for theme in reading.catalogue.themes] == ["joining-in"]
        assert reading.places.of(("themes", 0)).line == 4
        assert reading.declared["themes"].ids == {"calm", "joining-in"}
        assert reading.declared["themes"].complete

    @pytest.mark.parametrize("line", ["label: Again", "note: ~", "<<: x"])
    def test_a_record_is_left_out_even_if_what_is_wrong_with_it_would_fit_its_type(
        self, line: str, tmp_path: Path
    ) -> None:
        data = small_catalogue_in(tmp_path)
        text = (data / "areas.yml").read_text("utf-8")
        (data / "areas.yml").write_text(text.replace("  label: Senses\n", f"  label: Senses\n  {line}\n"), "utf-8")
        reading = read(data)
        assert len(reading.problems) == 1
        assert [area.id for area in reading.catalogue.areas] == ["feelings", "shared"]

    def test_a_catalogue_without_a_usable_guide_is_still_a_catalogue(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / "guide.yml").write_text("title: [", "utf-8")
        assert isinstance(read(data).catalogue, Catalogue)
        assert dict(read(data).catalogue.guide).get("title") is None

    def test_windows_line_ends_and_a_byte_order_mark_are_no_problem(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        text = (data / "tiers.yml").read_bytes()
        (data / "tiers.yml").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
        assert problems_in(data) == []

    def test_what_editors_and_systems_keep_for_themselves_is_passed_over(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / ".DS_Store").write_bytes(b"\0")
        (data / "strategies" / ".calm.yml.swp").write_bytes(b"\0")
        (data / ".git").mkdir()
        assert problems_in(data) == []

    def test_an_empty_list_says_that_there_is_nothing_to_list(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        (data / "strategies" / "more.yml").write_text("[]\n", "utf-8")
        assert problems_in(data) == []


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
        assert _last(problems_in(data)) == (
            "x.yml:1:1: strategies: is a folder: only files can end in .yml here; rename it or move it away"
        )

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
    def test_a_pipe_is_refused_and_not_waited_for(self, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        os.mkfifo(data / "strategies" / "x.yml")
        assert _last(problems_in(data)) == (
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
        assert _last([str(problem) for problem in read(data).problems]) == (
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


TOO_DEEP = "lists and groups stand 20 deep in one another: nothing here needs so many"
TOO_MANY_VALUES = f"more than {MOST_VALUES} values stand in one file: split it into several"
TOO_MANY_PROBLEMS = "there is more to mend from here on: mend the rest first"
ALIAS_BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 30)
)
HOSTILE = {
    "an alias bomb": (ALIAS_BOMB, TOO_MANY_PROBLEMS),
    "lists in lists": ("- " * 10_000 + "x", TOO_DEEP),
    "brackets in brackets": ("[" * 10_000 + "x" + "]" * 10_000, TOO_DEEP),
    "braces in braces": ("{a: " * 10_000 + "x" + "}" * 10_000, TOO_DEEP),
    "groups in groups": ("".join(f"{' ' * level}a:\n" for level in range(1400)), TOO_DEEP),
    "keys in keys": ("? " * 10_000 + "x", "the name of a field is a word: put text that begins with { or [ in quotes"),
    "100,000 keys": ("".join(f"k{number}: x\n" for number in range(100_000))[:1_000_000], TOO_MANY_VALUES),
    "100,000 keys of one record": (
        "- " + "".join(f"k{number}: x\n  " for number in range(100_000))[:1_000_000],
        TOO_MANY_VALUES,
    ),
    "9,000 misspelt keys": ("- " + "".join(f"label{number}: x\n  " for number in range(9_000)), TOO_MANY_PROBLEMS),
    "one key 100,000 times": ("a: x\n" * 100_000, TOO_MANY_PROBLEMS),
    "one very long key": ("- ? " + "k" * 1_000_000 + "\n  : x\n", 'is missing: add "summary: ..." to this record'),
    "one very long line": (
        FIRST_TIER + "x" * 1_000_000,
        "is 1000000 characters long, and at most 1200 fit: shorten it by 998800",
    ),
    "many broken records": ("- {}\n" * 19_000, TOO_MANY_PROBLEMS),
    "many broken items": (FIRST_TIER + "x\n  other_names:\n" + "    - x\n" * 19_000, TOO_MANY_PROBLEMS),
    "many quotation marks": (
        "'" * 1_000_001,
        "a quotation mark opens here and never closes: close it at the end of the text",
    ),
    "many empty lines": ("\n" * 1_000_000, "is empty: write the records, or [] if there are none"),
    "many tabs": ("\t" * 1_000_000 + "x", "this line begins with a tab: indent with spaces"),
}


class TestHostileFiles:
    """Each is refused by its structure, before anything is built from it, and after a bounded number of problems."""

    @pytest.mark.parametrize("kind", HOSTILE)
    def test_it_is_refused_with_a_bounded_number_of_problems(self, kind: str, tmp_path: Path) -> None:
        data, expected = HOSTILE[kind]
        found = problems_with(data, tmp_path)
        assert len(found) <= MOST_PROBLEMS + 1
        assert any(line.endswith(expected) for line in found), found[:3]
        assert max(map(len, found)) < 500

    def test_a_name_that_stands_for_something_elsewhere_is_never_followed(self, tmp_path: Path) -> None:
        found = problems_with("- &a [*a]\n", tmp_path)
        assert found == [
            "data/tiers.yml:1:3: tiers[1]: &a gives this a name, and names are not used: remove it",
            (
                "data/tiers.yml:1:3: tiers[1]: should be a group of fields, but is a list: "
                "write its fields (id, label, name, summary, other_names) on lines of their own"
            ),
            "data/tiers.yml:1:7: tiers[1][1]: *a stands for something written elsewhere: write it out here",
        ]

    @pytest.mark.parametrize("size", [50_000_000, 1 << 40])
    def test_a_large_file_is_refused_unread(self, size: int, tmp_path: Path) -> None:
        data = small_catalogue_in(tmp_path)
        with (data / "tiers.yml").open("wb") as stream:
            stream.truncate(size)
        assert _last(problems_in(data)) == (
            "tiers.yml:1:1: tiers: is larger than 1024 KiB: split it into several files in a folder"
        )


class TestWords:
    def test_every_pattern_of_the_model_is_explained(self) -> None:
        kinds = [kind for kind in vars(model).values() if hasattr(kind, "__metadata__")]
        patterns = {str(part.pattern) for kind in kinds for part in get_args(kind)[1:] if part.pattern}
        assert patterns == set(shapes.PATTERNS)

    def test_every_error_of_every_record_is_explained(self) -> None:
        """Put each kind of value that YAML can hold into each field of each record."""
        found: list[object] = [None, "", "x", "A b", "x" * 2000, [], ["x"], [["x"]], [{}], ["x"] * 5, {}, {"x": "y"}]
        records = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record)]
        for kind in records:
            for name in kind.model_fields:
                for value in found:
                    _, complaints = shapes.record_from(kind, {name: value}, frozenset())
                    assert not [each for each in complaints if "is not right" in each.message], (kind, name, value)
                    assert not [each for each in complaints if "does not have the form" in each.message]

    @pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
    @pytest.mark.parametrize(
        "text",
        [
            *(
                "a: b: c",
                "a: [x, y",
                "- a\nb: c",
                "a: 'x",
                "a: @x",
                "a: *x* y",
                "a:\n  - b\n c: d",
                'a: "\\q"',
                "a: x\n b: c",
            ),
            *(
                "a: `x`",
                "a: %x",
                "a: 'x' y",
                "a: {b: c",
                "a: &x* y",
                "a: |2x\n  b",
                "a: > x\n  b",
                "!foo!bar a",
                "a: b\nc",
            ),
            *("a: b\n...\nc: d", "a: -\n- b", "}", "a: ]", "- [a, b}", "a: b\n- c", "a: 'b\n---\nc'", "x: - y", ",a"),
        ],
    )
    def test_mistakes_in_yaml_are_explained_whichever_parser_finds_them(
        self, loader: type, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tree, "LOADER", loader)
        found = problems_with(text, tmp_path)
        assert len(found) == 1
        assert "is not YAML" not in found[0]


def _last(lines: list[str]) -> str:
    assert len(lines) == 1, lines
    return lines[0].rpartition("/")[2]
