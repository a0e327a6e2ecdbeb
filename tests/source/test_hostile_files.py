"""Each is refused by its structure, before anything is built from it, and after a bounded number of problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.source.refusal import MOST_PROBLEMS, MOST_VALUES
from tests.builders import problems_in, small_catalogue_in
from tests.source.builders import FIRST_TIER, problems_with, the_only_one

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_refused_with_a_bounded_number_of_problems(kind: str, tmp_path: Path) -> None:
    data, expected = HOSTILE[kind]
    found = problems_with(data, tmp_path)
    assert len(found) <= MOST_PROBLEMS + 1
    assert any(line.endswith(expected) for line in found), found[:3]
    assert max(map(len, found)) < 500


def test_a_name_that_stands_for_something_elsewhere_is_never_followed(tmp_path: Path) -> None:
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
def test_a_large_file_is_refused_unread(size: int, tmp_path: Path) -> None:
    data = small_catalogue_in(tmp_path)
    with (data / "tiers.yml").open("wb") as stream:
        stream.truncate(size)
    assert the_only_one(problems_in(data)) == (
        "tiers.yml:1:1: tiers: is larger than 1024 KiB: split it into several files in a folder"
    )
