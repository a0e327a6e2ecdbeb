"""What the rules ask of a catalogue: its values by their fields, its ids and statements, and what it may still hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.model import Catalogue, Record, Strategy
from generator.problems import Declared, Path, Places, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


@dataclass(frozen=True)
class Facts:
    """A catalogue with what the rules ask of it."""

    catalogue: Catalogue
    places: Places
    declared: Mapping[str, Declared]
    today: date

    def problem(self, path: Path, message: str) -> Problem:
        """Make a problem at the place of a value."""
        return self.places.problem(path, message)

    def where(self, path: Path) -> str:
        """Name the place of another record in a message."""
        place = self.places.of(path)
        return f"{place.file}:{place.line}"

    def record(self, path: Path) -> Any:  # noqa: ANN401  the rule knows which fields its records have
        """Return the record in which a value stands."""
        return dict(self.catalogue)[str(path[0])][path[1]]

    def values(self, fields: str) -> Iterator[tuple[Path, str]]:
        """Every text at a path of fields such as `sources.sections.tier`, with its own path.

        A list inside the list of a field is passed over: what stands there is written out, not named.
        """
        return _follow(self.catalogue, tuple(fields.split(".")), ())

    def leaves(self) -> Iterator[tuple[Path, object]]:
        """Every single value in the catalogue, with its path."""
        return _leaves(self.catalogue, ())

    @cached_property
    def ids(self) -> Mapping[str, Mapping[str, int]]:
        """For each collection the position of each id; of the first where two records share one."""
        return {
            name: {record.id: number for number, record in reversed(list(enumerate(records)))}
            for name, records in self.catalogue
            if isinstance(records, tuple)
        }

    @cached_property
    def sections(self) -> Mapping[str, Path]:
        """The path of each section, by its id."""
        return {sid: path[:-1] for path, sid in reversed(list(self.values("sources.sections.id")))}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Every numbered statement of every source; of the first where two share a number."""
        found: dict[str, Statement] = {}
        for number, source in enumerate(self.catalogue.sources):
            for place, section in enumerate(source.sections):
                for role in ("provisions", "symptoms", "context", "references"):
                    for position, sid in enumerate(getattr(section, role)):
                        path = ("sources", number, "sections", place, role, position)
                        must = role in {"provisions", "symptoms"}
                        found.setdefault(sid, Statement(path, section.id, section.tier, must))
        return found

    def strategy(self, name: str) -> Strategy | None:
        """Return the strategy with this id, if there is one."""
        number = self.ids["strategies"].get(name)
        return None if number is None else self.catalogue.strategies[number]

    @cached_property
    def tier_order(self) -> Mapping[str, int]:
        """How many tiers stand below each."""
        return self.ids["tiers"]

    @cached_property
    def withheld(self) -> Mapping[str, int]:
        """The ids of what is withheld and is nothing else as well."""
        return {wid: number for wid, number in self.ids["withheld"].items() if wid not in self.ids["strategies"]}

    def seen(self, collection: str) -> Declared:
        """Return what the files of a collection mention, unusable records included."""
        return self.declared.get(collection, Declared())

    def may_exist(self, collection: str, name: str) -> bool:
        """Whether a record stands in the files, or may stand in what could not be read of them."""
        seen = self.seen(collection)
        return name in self.ids[collection] or name in seen.ids or not seen.complete

    def statement_may_exist(self, sid: str) -> bool:
        """Whether a statement stands in a source, or may stand in a source that could not be used."""
        source = sid.split(".", maxsplit=1)[0]
        unused = source not in self.ids["sources"] and self.may_exist("sources", source)
        return sid in self.statements or unused or not self.seen("sources").complete

    def may_mention(self, collections: tuple[str, ...], name: str) -> bool:
        """Whether a record that could not be used mentions this, or may do so for all that is known."""
        seen = [self.seen(collection) for collection in collections]
        return any(name in one.failed or not one.complete for one in seen)


@dataclass(frozen=True)
class Statement:
    """A numbered statement: its path, and the tier that its section states."""

    path: Path
    section: str
    tier: str | None
    must_be_cited: bool


def _follow(value: object, fields: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, tuple) and (fields or isinstance(path[-1], str)):
        for number, item in enumerate(value):
            yield from _follow(item, fields, (*path, number))
    elif isinstance(value, Record) and fields:
        yield from _follow(getattr(value, fields[0], None), fields[1:], (*path, fields[0]))
    elif isinstance(value, str):
        yield path, value


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    if isinstance(value, Record):
        for name, inner in value:
            yield from _leaves(inner, (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _leaves(item, (*path, number))
    elif value is not None:
        yield path, value
