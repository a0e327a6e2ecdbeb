"""The words of warning as the browser looks for them: as short lists of stems as say the same."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from generator.search.analysis import stems
from generator.search.language import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Catalogue, Group, Together

BETWEEN = 1
"""How many other words may stand between two words of a phrase, as in `content/assets/search/warning.js`."""

Phrase = tuple[str, ...]


def warnings(catalogue: Catalogue) -> dict[str, object]:
    """`groups` as lists of phrases, and `warnings` that name them by their places.

    A combination of groups is [groups, unless, apart]. Phrases are sorted stems; one is left out where a shorter one
    says the same. Groups come in the order in which the warnings need them, each once.
    """
    named = {group.id: tuple(_gathered(leanest(group.words))) for group in catalogue.words}
    places: dict[tuple[str, ...], int] = {}

    def place(group: Group) -> int:
        phrases = named[group] if isinstance(group, str) else tuple(_gathered(leanest(group)))
        return places.setdefault(phrases, len(places))

    def combinations(found: Iterable[Together]) -> list[object]:
        return [[[*map(place, one.groups)], [*map(place, one.unless)], one.apart] for one in found]

    found = [
        {
            "together": combinations(warning.together),
            "alike": combinations(warning.alike),
            "phrases": _gathered(leanest(warning.phrases)),
            "unless": _gathered({stems_of(phrase) for phrase in warning.unless}),
        }
        for warning in catalogue.warnings
    ]
    return {"groups": [*places], "warnings": found}


def _gathered(phrases: Iterable[Phrase]) -> list[str]:
    """Phrases gathered by their first word, as `first rest|rest`: a rest is empty where the word stands alone."""
    return [
        f"{first} {'|'.join(' '.join(phrase[1:]) for phrase in group)}"
        for first, group in groupby(sorted(phrases), key=lambda phrase: phrase[0])
    ]


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
