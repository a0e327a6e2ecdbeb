"""Build and browser cut text into the same stems; and what the rules of language are for."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING

import pytest
from spellchecker import SpellChecker

from generator.search.analysis import stems, words
from generator.search.language import APOSTROPHES, DROPPED, LIGHT, table
from tests.search.node import run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Catalogue

ALIKE = [
    ("won't", "wont", "won\u2019t", "WON'T", "will not"),
    ("can't sit still", "cant sit still", "cannot sit still", "can\u2019t sit still", "can not sit still"),
    ("isn't eating", "isnt eating", "not eating", "never eats", "doesn't eat"),
    ("don't care", "dont care", "don`t care", "don\u00b4t care", "don\u02bct care", "do not care"),
    ("no friends", "without friends", "hasn't any friends", "no friend", "not got friends"),
    ("self", "himself", "herself", "themselves", "myself"),
    ("behaviour", "behavior", "behaviors", "behaviours"),
    ("colour", "color", "colours"),
    ("counsellor", "counselor", "counsellors"),
    ("organise", "organize", "organising", "organizing", "organised", "organized"),
    ("mum", "mom", "mums", "mum's", "mom's"),
    ("hit", "hits", "hitting"),
    ("bully", "bullies", "bullying", "bullied"),
    ("play", "plays", "played", "playing"),
    ("stop", "stops", "stopped", "stopping"),
    ("run", "runs", "running", "ran"),
    ("bite", "bites", "biting", "bitten"),
    ("cry", "cries", "cried", "crying"),
    ("try", "tries", "tried", "trying"),
    ("family", "families"),
    ("use", "uses", "used", "using"),
    ("worry", "worries", "worried", "worrying"),
    ("delay", "delays", "delayed"),
    ("stay", "stays", "stayed", "staying"),
    ("key", "keys"),
    ("day", "days"),
    ("calm", "calmly"),
    ("angry", "angrily"),
    ("caf\u00e9", "cafe", "cafe\u0301", "CAF\u00c9"),
]
APART = [
    ("friends", "no friends"),
    ("can sit still", "can't sit still"),
    ("eating", "not eating"),
    ("joins in", "never joins in"),
    ("self", "sell"),
    ("hit", "hide"),
    ("play", "plan"),
    ("day", "dad"),
    ("wee", "weed"),
]
AS_WRITTEN = ["delay", "away", "stay", "key", "day", "play", "display", "today", "boy's", "they"]
QUESTIONS = {
    "What should I do when he won't sit still?": ["not", "sit", "stil"],
    "she has no friends": ["not", "friend"],
    "How do I get a pupil who won't come in to come in?": ["not", "in", "in"],
    "what strategies are there for when they keep running away": ["ther", "run", "away"],
    "why is he always hitting other children": ["hit", "other"],
}
TRICKY = ["n't", "'s", "ing", "ies", "iz", "\u0130", "\u1e9e", "\u03a3", "\ufb03", "\u212a", "\ud800"]
SEEDS = range(3000)


def test_the_catalogue_is_cut_alike_in_build_and_browser(real: Catalogue, small: Catalogue) -> None:
    texts = sorted({text for catalogue in (real, small) for text in texts_of(catalogue)})
    assert len(texts) > 10_000
    assert differing(texts) == []


def test_english_is_cut_alike_in_build_and_browser() -> None:
    listed = sorted(SpellChecker(language="en").word_frequency.words())
    curly = [word.replace("'", "\u2019") for word in listed if "'" in word]
    assert (len(listed) > 150_000, len(curly) > 30_000) == (True, True)
    assert differing([*listed, *curly]) == []


def test_any_text_is_cut_alike_in_build_and_browser() -> None:
    assert differing([anything(seed) for seed in SEEDS]) == []


def test_what_is_stated_here_holds_in_the_browser_too() -> None:
    stated = [text for group in (*ALIKE, *APART) for text in group]
    assert differing([*stated, *AS_WRITTEN, *QUESTIONS]) == []


@pytest.mark.parametrize("group", ALIKE, ids=lambda group: group[0])
def test_what_means_the_same_is_cut_alike(group: tuple[str, ...]) -> None:
    assert {text: stems(text) for text in group} == dict.fromkeys(group, stems(group[0]))


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_means_something_else_is_cut_apart(one: str, other: str) -> None:
    assert stems(one) != stems(other)


@pytest.mark.parametrize("word", AS_WRITTEN)
def test_a_vowel_before_y_keeps_it(word: str) -> None:
    assert stems(word) == [word.removesuffix("'s")]


@pytest.mark.parametrize(("question", "cut"), QUESTIONS.items())
def test_a_whole_question_leaves_what_it_asks_about(question: str, cut: list[str]) -> None:
    assert stems(question) == cut


def test_words_that_say_nothing_stay_where_nothing_else_is_said() -> None:
    assert stems("what do I do") == ["what", "do", "i", "do"]


def test_a_text_without_letters_has_no_stems() -> None:
    assert [stems(text) for text in ("", " ", "?!", "'", "\u2019\u2019", "\u4f60\u597d", "\U0001f600")] == [[]] * 7


def texts_of(catalogue: Catalogue) -> Iterable[str]:
    """Every text of a catalogue, whatever it is for: phrases, titles, summaries and the rest."""
    waiting: list[object] = [catalogue.model_dump(mode="json")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str):
            yield value


def differing(texts: list[str]) -> list[object]:
    """Where build and browser differ: the text, how close the look is, and what either makes of it."""
    return [
        (text, closely, mine, browsers)
        for closely, dropped in ((False, DROPPED), (True, LIGHT))
        for text, browsers in zip(
            texts, run("analyse", {"language": table(), "texts": texts, "closely": closely}), strict=True
        )
        for mine in [[stems(text, dropped), words(text)]]
        if mine != browsers
    ]


def anything(seed: int) -> str:
    """A text of letters, apostrophes, accents, marks and whatever else Unicode has that this Python knows of."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    pools = [
        lambda: chance.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        lambda: chance.choice("0123456789 -_.,!?/\\\"'<>&\n\t"),
        lambda: chance.choice(APOSTROPHES + "'"),
        lambda: chance.choice(TRICKY),
        lambda: chr(chance.randrange(0x00C0, 0x0370)),
        lambda: chr(chance.randrange(0x110000)),
    ]
    letters = (chance.choices(pools, (60, 12, 8, 8, 8, 4))[0]() for _ in range(chance.randrange(1, 60)))
    return "".join(letter for letter in letters if unicodedata.category(letter[0]) != "Cn")
