"""What the search answers in Node, asked as the page asks it: the small catalogue exactly, the real one in general."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from tests.search.node import run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Catalogue

    Search = dict[str, bytes]
    Answer = dict[str, Any]

Value = TypeVar("Value")
NOTHING: Answer = {"symptoms": [], "first": [], "then": [], "others": []}
HOSTILE = [
    "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "null", "undefined", "NaN",
    "*", "**", "+hit -run", "hit~1", "title:run", "field:", ":", "^10", "hit^1e9", "~", "\\", "\\*", "(", "[", "a|b",
    ".*", "$&", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ x }}", "' or 1=1 --", "%00",
    "\x00", "hit\x00run",
    "'", "''", "n't", "s's", "'s", "won''t", "\u2019", "\u2019\u2019t", "\ud800", "\udfff hit", "hit \ud83d",
    "\u202ehit", "e\u0301" * 500,
    "\u4f60\u597d", "\u0645\u0631\u062d\u0628\u0627", "\U0001f600", "\ufb03", "\U0001d7cf\U0001d7d0 hit",
    "\n", "\t\t", "-", "_", "a_b", "a" * 50_000,
    "hit " * 2_000, "ab" * 20 + " ", "0", "1234567890" * 20, "1e400",
]  # fmt: skip
SAID = [
    "he",
    "she",
    "won't",
    "can't",
    "never",
    "no",
    "hits",
    "runs off",
    "cries",
    "at",
    "under",
    "table",
    "legs it",
    "fence",
]
BLANK = ["", " ", "\n\t", "\u00a0", "?", "...", "\u2019"]


def ask(search: Search, queries: Iterable[str], filters: dict[str, list[int]] | None = None) -> list[Answer]:
    asked = {"queries": list(queries), "filters": filters or {}}
    answers: list[Answer] = run("ask", asked, search)
    return answers


def ids(answer: Answer) -> list[str]:
    """The answers that are shown, in their order."""
    return [record for _, record in (*answer["first"], *answer["then"])]


def test_a_phrase_finds_its_situation_and_its_symptoms(small_search: Search) -> None:
    (answer,) = ask(small_search, ["bolts out of the room"])
    assert (answer["state"], answer["query"], answer["alarm"]) == ("done", "bolts out of the room", False)
    assert answer["symptoms"] == ["runs-off", "hides-away"]
    assert answer["situations"][0] == "Out of the door"
    assert answer["because"][0] == ["bolts out"]
    assert answer["first"][0] == ["strategy", "agreed-exit"]
    assert {*ids(answer)} >= {"agreed-exit", "warm-greeting", "quiet-corner"}


def test_a_phrase_of_a_symptom_finds_what_to_try_first(small_search: Search) -> None:
    (answer,) = ask(small_search, ["legs it"])
    assert (answer["symptoms"], answer["situations"], answer["because"]) == (["runs-off"], [""], [["legs"]])
    assert ids(answer)[:3] == ["warm-greeting", "quiet-corner", "agreed-exit"]


def test_a_topic_gives_its_answers_of_whatever_kind_and_no_symptom(small_search: Search) -> None:
    (answer,) = ask(small_search, ["who do I ring"])
    assert answer["symptoms"] == []
    assert answer["first"] == [["service", "talk-team"], ["step", "look"], ["strategy", "buddy-walk"]]


def test_the_words_of_the_page_do_not_hide_what_was_typed(small_search: Search) -> None:
    straight, curly, shouted = ask(small_search, ["won't come out", "won\u2019t come out", "WON'T COME OUT!!"])
    assert straight["symptoms"][0] == "hides-away"
    assert curly["symptoms"] == shouted["symptoms"] == straight["symptoms"]


def test_a_misspelling_is_mended_and_said(small_search: Search) -> None:
    (answer,) = ask(small_search, ["crawls undr the desk"])
    assert answer["corrections"] == [["undr", "under"]]
    assert answer["symptoms"] == ["hides-away"]


def test_a_known_word_is_not_mended(small_search: Search) -> None:
    assert [answer["corrections"] for answer in ask(small_search, ["crawls under the desk", "legs it"])] == [[], []]


def test_the_last_word_may_be_unfinished(small_search: Search) -> None:
    going_on, over = ask(small_search, ["out from under the tab", "out from under the tab "])
    assert (going_on["symptoms"][0], going_on["corrections"]) == ("hides-away", [])
    assert over["symptoms"][0] == "hides-away"


def test_words_of_warning_raise_the_alarm_even_where_nothing_is_found(small_search: Search) -> None:
    spelled, closer = ask(small_search, ["over the fence", "he went over the back fence"])
    assert (spelled["alarm"], closer["alarm"]) == (True, True)


def test_a_word_may_warn_only_where_it_is_typed_alone(small_search: Search) -> None:
    asked = ask(small_search, ["outside", "is outside!", "outside the hall", "hall outside"])
    assert [answer["alarm"] for answer in asked] == [True, True, False, False]


def test_groups_of_words_raise_the_alarm_together_in_their_order_and_close_by(small_search: Search) -> None:
    said = {
        "scrambled over the railings": True,
        "gets over the back wall": True,
        "gets right over the back wall": True,
        "the railings he climbs": False,
        "climbs up on top of those railings": False,
        "climbs": False,
        "railings": False,
    }
    assert {answer["query"]: answer["alarm"] for answer in ask(small_search, said)} == said


def test_a_group_under_unless_takes_the_meaning_away(small_search: Search) -> None:
    (answer,) = ask(small_search, ["climbs railings in PE"])
    assert not answer["alarm"]


def test_a_warning_inside_a_look_alike_of_groups_is_none(small_search: Search) -> None:
    alike, both = ask(small_search, ["ball stuck over the fence", "ball stuck over the fence, climbs the railings"])
    assert (alike["alarm"], both["alarm"]) == (False, True)


def test_a_look_alike_of_a_warning_is_none(small_search: Search) -> None:
    alike, both = ask(small_search, ["ball over the fence", "ball over the fence, then he leaves site"])
    assert (alike["alarm"], both["alarm"]) == (False, True)


def test_the_guide_says_when_it_has_nothing(small_search: Search) -> None:
    for answer in ask(small_search, ["wifi password", "photocopier is jammed", "zzyzx qwrtp", *BLANK]):
        assert {name: answer[name] for name in NOTHING} == NOTHING, answer["query"]
        assert (answer["state"], answer["alarm"], answer["counts"]) == ("none", False, {}), answer["query"]


def test_a_filter_leaves_as_many_as_its_count_says(small_search: Search, small: Catalogue) -> None:
    queries = ["crawls under the desk", "bolts out of the room", "legs it", "who do I ring"]
    whole = ask(small_search, queries)
    for name in ("tiers", "areas", "themes", "roles", "phases", "nations"):
        for value in range(len(getattr(small, name))):
            left = ask(small_search, queries, {name: [value]})
            assert [len(ids(answer)) for answer in left] == [answer["counts"][name][value] for answer in whole], name


def test_a_filter_keeps_what_is_wanted_in_its_order(small_search: Search, small: Catalogue) -> None:
    (whole,) = ask(small_search, ["bolts out of the room"])
    (left,) = ask(small_search, ["bolts out of the room"], {"tiers": [0]})
    base = {strategy.id for strategy in small.strategies if strategy.tier == small.tiers[0].id}
    assert ids(left) == [record for record in ids(whole) if record in base]
    assert left["symptoms"] == whole["symptoms"]
    assert left["counts"]["tiers"] == whole["counts"]["tiers"]


def test_two_values_of_a_filter_are_either_and_two_filters_are_both(small_search: Search) -> None:
    query = ["bolts out of the room"]
    (whole,), (either,) = ask(small_search, query), ask(small_search, query, {"tiers": [0, 1]})
    (first,), (second,) = ask(small_search, query, {"tiers": [0]}), ask(small_search, query, {"themes": [0]})
    (both,) = ask(small_search, query, {"tiers": [0], "themes": [0]})
    assert ids(either) == [record for kind, record in (*whole["first"], *whole["then"]) if kind == "strategy"]
    assert set(ids(both)) == set(ids(first)) & set(ids(second))


def test_the_words_of_a_ring_find_the_same(real_search: Search, real: Catalogue) -> None:
    rings = [ring.words for ring in real.synonyms]
    rings += [(each.expansion, *each.also) for each in real.glossary if each.expansion and each.also]
    asked = [word for ring in rings for word in ring]
    found = dict(zip(asked, ask(real_search, (f"{word} " for word in asked)), strict=True))
    assert len(rings) > 1
    for ring in rings:
        first = found[ring[0]]
        assert [
            word for word in ring if (found[word]["symptoms"], ids(found[word])) != (first["symptoms"], ids(first))
        ] == []


def test_nearly_every_phrase_of_the_catalogue_is_answered(real_search: Search, real: Catalogue) -> None:
    phrases = [each.phrases for records in (real.symptoms, real.situations, real.topics) for each in records]
    typed = some((phrase for group in phrases for phrase in group), 3000)
    missed = [answer["query"] for answer in ask(real_search, typed) if answer["state"] != "done"]
    assert len(missed) < 0.04 * len(typed), missed


def test_most_phrases_find_their_own_situation(real_search: Search, real: Catalogue) -> None:
    typed = [(phrase, set(each.symptoms)) for each in real.situations for phrase in each.phrases]
    asked = some(typed, 1000)
    answers = ask(real_search, (phrase for phrase, _ in asked))
    found = [bool(wanted & set(answer["symptoms"])) for (_, wanted), answer in zip(asked, answers, strict=True)]
    assert sum(found) > 0.9 * len(found)


def test_every_label_finds_its_record(real_search: Search, real: Catalogue) -> None:
    named = {each.id: each.label for records in (real.symptoms, real.services, real.cycle) for each in records}
    answers = zip(named, ask(real_search, named.values()), strict=True)
    assert [key for key, answer in answers if key not in {*ids(answer), *answer["symptoms"]}] == []


def test_nearly_every_term_is_explained(real_search: Search, real: Catalogue) -> None:
    answers = zip(real.glossary, ask(real_search, (each.term for each in real.glossary)), strict=True)
    missed = [each.term for each, answer in answers if ["term", each.id] not in answer["others"]]
    assert len(missed) < 0.05 * len(real.glossary), missed


def test_every_warning_of_the_catalogue_raises_the_alarm(real_search: Search, real: Catalogue) -> None:
    phrases = [phrase for each in real.warnings for phrase in (*each.phrases, *each.alone)]
    assert [answer["query"] for answer in ask(real_search, phrases) if not answer["alarm"]] == []


def test_most_of_what_is_answered_elsewhere_is_not_answered_here(real_search: Search, real: Catalogue) -> None:
    typed = some((phrase for each in real.elsewhere for phrase in each.phrases), 1000)
    answered = [answer["query"] for answer in ask(real_search, typed) if answer["state"] != "none"]
    assert len(answered) < 0.2 * len(typed), answered


@pytest.mark.parametrize("which", ["small", "real"])
def test_no_query_breaks_the_search(which: str, request: pytest.FixtureRequest) -> None:
    search: Search = request.getfixturevalue(f"{which}_search")
    queries = [*HOSTILE, *BLANK, *(anything(seed) for seed in range(1000))]
    answers = ask(search, queries)
    assert {answer["state"] for answer in answers} <= {"done", "none"}
    assert [answer["query"] for answer in answers] == queries
    done = [answer for answer in answers if answer["state"] == "done"]
    assert [answer["query"] for answer in done if not answer["symptoms"] and not ids(answer)] == []
    assert [answer["query"] for answer in answers if len(set(ids(answer))) < len(ids(answer))] == []


def test_a_filter_for_what_is_not_there_breaks_nothing(real_search: Search) -> None:
    for filters in ({"tiers": [99]}, {"tiers": [-1]}, {"nothing": [0]}):
        (answer,) = ask(real_search, ["hits other children"], filters)
        assert answer["symptoms"]


def some(values: Iterable[Value], most: int) -> list[Value]:
    """Some of many, always the same ones."""
    every = list(values)
    return random.Random(5).sample(every, min(most, len(every)))  # noqa: S311 (nothing secret)


def anything(seed: int) -> str:
    """A few words of staff, of nobody, with whatever a keyboard or a paste may add."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    pools = [
        lambda: chance.choice(SAID),
        lambda: "".join(chance.choices("abcdefghijklmnopqrstuvwxyz'", k=chance.randrange(1, 12))),
        lambda: "".join(chr(chance.randrange(1, 0x3000)) for _ in range(chance.randrange(1, 6))),
        lambda: chance.choice(HOSTILE[:40]),
    ]
    parts = (chance.choices(pools, (6, 2, 1, 1))[0]() for _ in range(chance.randrange(1, 9)))
    return chance.choice([" ", "  ", ", ", ""]).join(parts)
