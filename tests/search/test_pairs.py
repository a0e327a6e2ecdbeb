"""Pairs of words that mean together what neither means alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.search.documents import PHRASES
from generator.search.pairs import MOST, pairs, telling_pairs
from tests.search.node import run

if TYPE_CHECKING:
    import pytest

    from generator.search.documents import Document


def split(*phrases: str) -> list[list[str]]:
    return [phrase.split(" ") for phrase in phrases]


def test_each_stem_stands_with_the_next_and_the_one_after() -> None:
    assert pairs(["day", "off", "again"]) == ("day off", "off again", "day again")
    assert pairs(["day"]) == ()


def test_a_pair_is_kept_where_it_says_more_than_its_words() -> None:
    absent = split("day off", "day off sick", "seldom in")
    moods = split("bad day", "sad day", "long day", "good day")
    calling = split("call off", "back off", "set off", "tell off")
    assert telling_pairs([absent, moods, calling]) == {"day off"}


def test_a_pair_says_less_whose_words_say_as_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.search.pairs.MOST", 1)
    wet = split("wet bed", "wet bed", "wet bed")
    absent = split("day off", "day off sick", "seldom in")
    others = split("bad day", "sad day", "call off", "set off")
    assert telling_pairs([wet, absent, others]) == {"day off"}


def test_a_pair_that_stands_once_is_left_out() -> None:
    assert telling_pairs([split("day off"), split("day", "day"), split("off", "off")]) == frozenset()


def test_the_browser_makes_the_same_pairs(real_documents: tuple[Document, ...]) -> None:
    texts = [[stem for stem in text if " " not in stem] for each in real_documents for text in each.fields[PHRASES]]
    assert run("pair", texts) == [list(pairs(text)) for text in texts]


def test_the_index_holds_the_telling_pairs_of_the_catalogue(real_documents: tuple[Document, ...]) -> None:
    held = {stem for document in real_documents for text in document.fields[PHRASES] for stem in text if " " in stem}
    assert len(held) == MOST
