"""Why the panel is raised, as the command says it; and that the browser raises it for the same texts."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.search.why import Reason, Warner
from tests.benchmarks.judging import read_queries
from tests.search.node import run
from tests.search.test_engine import BLANK, HOSTILE, anything, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Catalogue, Together, WarningWords

QUERIES = Path(__file__).parents[1] / "benchmarks" / "queries"
RULE = ("warnings", 0, "together", 0)


def raised(warner: Warner, text: str) -> bool:
    return any(reason.silenced_by is None for reason in warner.reasons(text))


@pytest.fixture(scope="module")
def warner(small: Catalogue) -> Warner:
    return Warner(small)


def test_a_rule_is_met_by_a_word_of_each_of_its_groups(warner: Warner) -> None:
    assert warner.reasons("He gets right over the back wall!") == (Reason(RULE, "gets right over \u2026 back wall"),)


def test_a_group_may_stand_in_the_rule_itself(warner: Warner) -> None:
    assert warner.reasons("scrambles the gate") == (Reason(("warnings", 0, "together", 1), "scrambles \u2026 gate"),)


def test_a_phrase_is_met_by_its_words(warner: Warner) -> None:
    assert warner.reasons("leaving the site") == (Reason(("warnings", 0, "phrases", 1), "leaving site"),)


def test_a_group_under_unless_silences_a_rule_where_it_is_near(warner: Warner) -> None:
    silence = Reason((*RULE, "unless", 0, 0), "PE")
    (reason,) = warner.reasons("climbs the railings in PE")
    assert reason == Reason(RULE, "climbs \u2026 railings", Reason(silence.path, "pe"))
    assert raised(warner, "climbs the railings long before anybody had PE")


def test_a_look_alike_silences_what_stands_inside_it(warner: Warner) -> None:
    phrase = ("warnings", 0, "phrases", 0)
    assert warner.reasons("shoe over the fence") == (
        Reason(phrase, "over fence", Reason(("warnings", 0, "alike", 0), "shoe \u2026 over fence")),
    )
    assert warner.reasons("ball went over the fence")[0].silenced_by == Reason(
        ("warnings", 0, "unless", 0), "ball went over fence"
    )


def test_what_raises_the_panel_comes_before_what_is_silenced(warner: Warner) -> None:
    reasons = warner.reasons("shoe over the fence, then he leaves site")
    assert [(reason.words, reason.silenced_by is None) for reason in reasons] == [
        ("leaves site", True),
        ("over fence", False),
    ]


def test_a_rule_that_is_met_twice_is_named_once_by_where_it_is_not_silenced(warner: Warner) -> None:
    (reason,) = warner.reasons("climbs railings in PE and then much later in the day he scrambles over the back wall")
    assert (reason.words, reason.silenced_by) == ("scrambles \u2026 back wall", None)


def test_where_nothing_is_met_there_is_no_reason(warner: Warner) -> None:
    assert [warner.reasons(text) for text in ("climbs", "the railings he climbs", "photocopier", *BLANK)] == [()] * 10


def test_the_browser_raises_the_panel_for_the_same_texts(real: Catalogue, real_search: dict[str, bytes]) -> None:
    texts = [query.text for path in sorted(QUERIES.glob("*.yml")) for query in read_queries(path)]
    texts += some((phrase for records in phrases_of(real) for phrase in records), 3000)
    texts += some(words_of(real.warnings, real), 2000)
    texts += [*HOSTILE, *BLANK, *(anything(seed) for seed in range(300)), *mixtures(real, 3000)]
    warner = Warner(real)
    mine = [raised(warner, text) for text in texts]
    assert 1000 < sum(mine) < len(texts) - 1000
    assert [text for text, own, browsers in zip(texts, mine, run("warn", texts, real_search), strict=True)
            if own != browsers] == []  # fmt: skip


def phrases_of(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    for records in (catalogue.situations, catalogue.topics, catalogue.elsewhere):
        yield from (each.phrases for each in records)


def words_of(warnings: Iterable[WarningWords], catalogue: Catalogue) -> Iterator[str]:
    """Every word and phrase of the warnings."""
    for warning in warnings:
        yield from (*warning.phrases, *warning.unless)
        for rule in (*warning.together, *warning.alike):
            yield from (word for group in groups_of(rule, catalogue) for word in group)


def groups_of(rule: Together, catalogue: Catalogue) -> list[tuple[str, ...]]:
    """The words of each group of a rule, those that silence it after the others."""
    named = {group.id: group.words for group in catalogue.words}
    return [named[group] if isinstance(group, str) else group for group in (*rule.groups, *rule.unless)]


def mixtures(catalogue: Catalogue, count: int) -> Iterator[str]:
    """Words of a rule in their order, some of them left out, with other words between them and at the end."""
    chance = random.Random(7)  # noqa: S311 (nothing secret)
    own = [*words_of(catalogue.warnings, catalogue)]
    rules = [rule for each in catalogue.warnings for rule in (*each.together, *each.alike)]
    for _ in range(count):
        rule = chance.choice(rules)
        parts = [chance.choice(group) for group in groups_of(rule, catalogue) if chance.random() < 0.85]
        for _ in range(chance.randrange(1 + rule.apart)):
            parts.insert(chance.randrange(len(parts) + 1), chance.choice(chance.choice(own).split()))
        yield " ".join((*parts, *chance.choices(own, k=chance.randrange(2))))
