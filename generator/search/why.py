"""Says which words of warning raise the safeguarding panel for a text, and what takes the meaning from others.

It looks at a text as it was typed, as `content/assets/search/warning.js` does; `tests/search/test_why.py` holds the two
together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.search.analysis import tokens
from generator.search.language import LIGHT
from generator.search.warning import end_of, leanest, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Catalogue, Group, Together

NEARBY = 3
"""How near a word must stand to take the meaning from a warning, as in `content/assets/search/warning.js`."""

Path = tuple[str | int, ...]
"""The way to a value: a collection, a record's position, then names of fields and positions in lists."""


@dataclass(frozen=True)
class Reason:
    """A rule or phrase that a text meets, by which of its words, and what takes the meaning away if anything does."""

    path: Path
    words: str
    silenced_by: Reason | None = None


class Span(NamedTuple):
    """Where a phrase stands in a text, from its first word to its last, and where it stands in the catalogue."""

    start: int
    end: int
    path: Path


Chain = tuple[Span, ...]
"""A phrase of each group of a rule, in their order."""


class Rule(NamedTuple):
    """Lists of phrases, of each of which one must stand in a text. Without a path, each phrase is a rule of its own."""

    path: Path | None = None
    groups: tuple[Path, ...] = ()
    unless: tuple[Path, ...] = ()
    apart: int = 0


ALONE = Rule()


class Warner:
    """The words of warning of a catalogue, to be looked for in one text after another."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take every phrase of every list, by its first stem."""
        self._by_first: dict[str, list[tuple[Path, Path, tuple[str, ...]]]] = defaultdict(list)
        self._named = {
            group.id: self._taken(("words", number, "words"), group.words)
            for number, group in enumerate(catalogue.words)
        }
        self._warnings = [
            (
                [
                    Rule(None, (self._taken((*path, "phrases"), each.phrases),)),
                    *self._rules(path, "together", each.together),
                ],
                [
                    Rule(None, (self._taken((*path, "unless"), each.unless, lean=False),)),
                    *self._rules(path, "alike", each.alike),
                ],
            )
            for number, each in enumerate(catalogue.warnings)
            for path in [("warnings", number)]
        ]

    def reasons(self, text: str) -> tuple[Reason, ...]:
        """What a text meets, each rule and phrase once, whatever raises the panel first."""
        typed = tokens(text, LIGHT)
        spans = self._spans([stem for stem, _ in typed])
        found: dict[Path, Reason] = {}
        for dangers, alike in self._warnings:
            harmless = [(other, outer) for other in alike for outer, near in _chains(other, spans) if not near]
            for rule in dangers:
                for chain, near in _chains(rule, spans):
                    around = (_reason(other, outer, typed) for other, outer in harmless if _holds(outer, chain))
                    silence = _reason(ALONE, (near,), typed) if near else next(around, None)
                    reason = _reason(rule, chain, typed, silence)
                    before = found.setdefault(reason.path, reason)
                    if before.silenced_by and not silence:
                        found[reason.path] = reason
        return tuple(sorted(found.values(), key=lambda reason: reason.silenced_by is not None))

    def _rules(self, path: Path, field: str, rules: Iterable[Together]) -> Iterator[Rule]:
        for number, rule in enumerate(rules):
            own = (*path, field, number)
            groups, unless = (self._lists((*own, part), getattr(rule, part)) for part in ("groups", "unless"))
            yield Rule(own, groups, unless, rule.apart)

    def _lists(self, path: Path, groups: Iterable[Group]) -> tuple[Path, ...]:
        return tuple(
            self._named[group] if isinstance(group, str) else self._taken((*path, number), group)
            for number, group in enumerate(groups)
        )

    def _taken(self, path: Path, phrases: Sequence[str], *, lean: bool = True) -> Path:
        places = {stems_of(phrase): (*path, number) for number, phrase in reversed([*enumerate(phrases)])}
        for phrase in leanest(phrases) if lean else places:
            self._by_first[phrase[0]].append((path, places[phrase], phrase))
        return path

    def _spans(self, typed: Sequence[str]) -> Mapping[Path, Sequence[Span]]:
        """Where phrases of each list stand."""
        found: dict[Path, list[Span]] = defaultdict(list)
        for start, stem in enumerate(typed):
            for path, place, phrase in self._by_first.get(stem, ()):
                end = end_of(phrase, typed, start)
                if end is not None:
                    found[path].append(Span(start, end, place))
        return found


def _chains(rule: Rule, spans: Mapping[Path, Sequence[Span]]) -> Iterator[tuple[Chain, Span | None]]:
    """Where a rule is met, its groups close enough to one another, and whatever is near and takes the meaning away."""
    chains: list[Chain] = [()]
    for group in rule.groups:
        chains = [
            (*chain, span)
            for chain in chains
            for span in spans.get(group, ())
            if not chain or chain[-1].end < span.start <= chain[-1].end + 1 + rule.apart
        ]
    for chain in chains:
        near = (span for group in rule.unless for span in spans.get(group, ()) if _is_near(span, chain))
        yield chain, next(near, None)


def _is_near(span: Span, chain: Chain) -> bool:
    return span.start <= chain[-1].end + NEARBY and span.end >= chain[0].start - NEARBY


def _holds(outer: Chain, inner: Chain) -> bool:
    return outer[0].start <= inner[0].start and inner[-1].end <= outer[-1].end


def _reason(rule: Rule, chain: Chain, typed: Sequence[tuple[str, str]], silence: Reason | None = None) -> Reason:
    parts = (dict.fromkeys(word for _, word in typed[span.start : span.end + 1]) for span in chain)
    return Reason(rule.path or chain[0].path, " \u2026 ".join(" ".join(part) for part in parts), silence)
