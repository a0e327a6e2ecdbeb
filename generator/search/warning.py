"""The words of warning as the browser looks for them: as short lists of stems as say the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.search.analysis import stems
from generator.search.language import LIGHT
from generator.search.packing import shortened, stepped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Catalogue, Group, Together

BETWEEN = 1
"""How many other words may stand between two words of a phrase, as in `content/assets/search/warning.js`."""

Phrase = tuple[str, ...]


def warnings(catalogue: Catalogue) -> dict[str, object]:
    """`phrases`, `lists` of their places, and `warnings` that name lists by theirs.

    A combination of groups is [groups, unless, apart]. A phrase is its stems; in a list, it is left out where a shorter
    one says the same. `phrases` is written as `shortened` does, each of `lists` as `stepped` does.
    """
    named = {group.id: leanest(group.words) for group in catalogue.words}
    places: dict[tuple[Phrase, ...], int] = {}

    def place(phrases: Iterable[Phrase]) -> int:
        return places.setdefault(tuple(sorted(phrases)), len(places))

    def group(found: Group) -> int:
        return place(named[found] if isinstance(found, str) else leanest(found))

    def combinations(found: Iterable[Together]) -> list[object]:
        return [[[*map(group, one.groups)], [*map(group, one.unless)], one.apart] for one in found]

    found = [
        {
            "together": combinations(warning.together),
            "alike": combinations(warning.alike),
            "phrases": place(leanest(warning.phrases)),
            "unless": place({stems_of(phrase) for phrase in warning.unless}),
        }
        for warning in catalogue.warnings
    ]
    phrases = sorted({phrase for held in places for phrase in held}, key=" ".join)
    number = {phrase: number for number, phrase in enumerate(phrases)}
    return {
        "phrases": shortened(map(" ".join, phrases)),
        "lists": "".join(stepped(sorted(number[phrase] for phrase in held)) for held in places),
        "warnings": found,
    }


def stems_of(phrase: str) -> Phrase:
    """A phrase as the stems that are looked for."""
    return tuple(stems(phrase, LIGHT))


def leanest(phrases: Iterable[str]) -> list[Phrase]:
    """Phrases as stems, without those in which a shorter one stands."""
    kept: list[Phrase] = []
    by_first: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted({stems_of(phrase) for phrase in phrases}, key=lambda each: (len(each), each)):
        if not _holds_any(phrase, by_first):
            kept.append(phrase)
            by_first[phrase[0]].append(phrase)
    return kept


def _holds_any(text: Phrase, by_first: Mapping[str, Sequence[Phrase]]) -> bool:
    return any(
        end_of(phrase, text, place) is not None for place, word in enumerate(text) for phrase in by_first.get(word, ())
    )


def end_of(phrase: Phrase, text: Sequence[str], place: int) -> int | None:
    """Where a phrase ends whose first word stands at a place of a text: its words in their order and close together."""
    for word in phrase[1:]:
        following = text[place + 1 : place + 2 + BETWEEN]
        if word not in following:
            return None
        place += 1 + following.index(word)
    return place
