"""The real catalogue holds to the rules of its words, as far as a program can tell."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import textstat

from generator import source

if TYPE_CHECKING:
    from generator.model import Catalogue

DATA = Path(__file__).parent.parent / "data"
HIGHEST_GRADE = 9
LONGEST_SENTENCE = 25
BLAMING = re.compile(
    r"attention[- ]seek|\brefusers?\b|\bdefian|\bnaught|\bmanipulat|\bproblem child|\blazy\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return source.read(DATA).catalogue


def summaries(catalogue: Catalogue) -> list[str]:
    return [
        *(record.summary for record in catalogue.strategies),
        *(record.summary for record in catalogue.symptoms),
        *(record.summary for record in catalogue.cycle),
        *(record.summary for record in catalogue.services),
    ]


def test_the_summaries_taken_together_read_easily(catalogue: Catalogue) -> None:
    assert textstat.flesch_kincaid_grade(" ".join(summaries(catalogue))) <= HIGHEST_GRADE


def test_a_sentence_has_at_most_25_words(catalogue: Catalogue) -> None:
    sentences = [each for text in summaries(catalogue) for each in re.split(r"(?<=[.!?])\s+", text)]
    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


def test_shown_words_do_not_blame(catalogue: Catalogue) -> None:
    shown = [
        text
        for record in (*catalogue.strategies, *catalogue.symptoms, *catalogue.glossary)
        for name, text in record
        if isinstance(text, str) and name != "note"
    ]
    shown += [line for symptom in catalogue.symptoms for line in symptom.notice]
    assert [text for text in shown if BLAMING.search(text)] == []


def test_a_title_is_an_instruction_without_a_full_stop(catalogue: Catalogue) -> None:
    assert [
        each.title for each in catalogue.strategies if each.title.endswith(".") or not each.title[0].isupper()
    ] == []


def test_no_two_strategies_share_a_title(catalogue: Catalogue) -> None:
    titles = [strategy.title.casefold() for strategy in catalogue.strategies]
    assert len(titles) == len(set(titles))
