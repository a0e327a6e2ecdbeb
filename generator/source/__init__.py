"""The only reader of `data/`: YAML files go in, and typed records or problems at their lines come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.model import Catalogue, Record
from generator.problems import Declared, Path, Place, Places, Problem, Spot
from generator.source.files import Layout, layout, text_of
from generator.source.refusal import MOST_PROBLEMS, TOO_MANY, Refusal
from generator.source.shapes import Collection, collections, record_from
from generator.source.tree import Tree, Value, plant

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator, Mapping

__all__ = ["Reading", "read"]


@dataclass(frozen=True)
class Reading:
    """What a folder holds: the records that are well formed, and a problem for whatever is not."""

    catalogue: Catalogue
    places: Places
    declared: Mapping[str, Declared]
    problems: tuple[Problem, ...]


def read(folder: pathlib.Path) -> Reading:
    """Read a whole catalogue. Problems name their files the way `folder` was given.

    Raises `ProvisionError` where there is no such folder. A catalogue with problems is partial: records that could
    not be used are left out, and a part that is one record is then without any field.
    """
    parts = collections(Catalogue)
    found = layout(folder, parts)
    shelves = [_shelve(part, found, Place((folder / f"{part.name}.yml").as_posix(), 1, 1)) for part in parts]
    contents: dict[str, Any] = {shelf.collection.name: shelf.content() for shelf in shelves}
    return Reading(
        catalogue=Catalogue.model_construct(**contents),
        places=Places({shelf.collection.name: shelf.root() for shelf in shelves}),
        declared={shelf.collection.name: shelf.declared() for shelf in shelves},
        problems=tuple(sorted({*found.problems, *(problem for shelf in shelves for problem in shelf.problems)})),
    )


@dataclass
class _Shelf:
    """What has been read of one collection so far."""

    collection: Collection
    place: Place
    complete: bool
    records: list[Record] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def content(self) -> object:
        """Return what the catalogue's field holds; a record without fields where there should be one and is none."""
        if self.collection.single:
            return self.records[0] if self.records else self.collection.record.model_construct()
        return tuple(self.records)

    def root(self) -> Spot:
        """Return the places of the usable records, numbered as in the catalogue."""
        if self.spots and self.collection.single:
            return self.spots[0]
        return Spot(self.place, None, None, dict(enumerate(self.spots)))

    def declared(self) -> Declared:
        """Return what the files mention, unusable records included."""
        return Declared(frozenset(self.ids), frozenset(self.failed), self.complete)


def _shelve(collection: Collection, found: Layout, place: Place) -> _Shelf:
    """Read every file of one collection."""
    files = found.files[collection.name]
    start = Place(files[0].as_posix(), 1, 1) if files else place
    shelf = _Shelf(collection, start, complete=collection.name not in found.doubtful)
    for path in files:
        _read_file(path, shelf)
    return shelf


def _read_file(path: pathlib.Path, shelf: _Shelf) -> None:
    """Read one file onto its shelf; of a file that cannot be read to its end, only the problems."""
    file, name, problems = path.as_posix(), shelf.collection.name, list[Problem]()
    try:
        tree = plant(text_of(path), file, name, problems)
        _use(tree, shelf, problems)
    except Refusal as refusal:
        problems.append(Problem(file, refusal.line, refusal.column, name, refusal.message))
        shelf.complete = False
    shelf.problems += problems


def _use(tree: Tree, shelf: _Shelf, problems: list[Problem]) -> None:
    """Turn the values of a file into records, and what is wrong with them into problems."""
    collection = shelf.collection
    wanted = dict if collection.single else list
    if not isinstance(tree.value, wanted):
        raise Refusal(tree.spot.place.line, tree.spot.place.column, _wrong_outside(collection, tree.value))
    places = Places({collection.name: tree.spot})
    for root, value, spot in _parts(collection, tree):
        record, complaints = record_from(collection.record, value, tree.broken_in(root))
        for complaint in complaints:
            if len(problems) == MOST_PROBLEMS:
                raise Refusal(spot.place.line, spot.place.column, TOO_MANY)
            path = (*root, *complaint.path)
            place = places.key_of(path) if complaint.at_key else places.of(path)
            problems.append(Problem(*place, places.field(path), complaint.message))
        if spot.name:
            shelf.ids.add(spot.name)
        if record is None or tree.is_marked(root):
            shelf.failed |= _texts(value)
            shelf.complete &= collection.single or spot.name is not None
        else:
            shelf.records.append(record)
            shelf.spots.append(spot)


def _parts(collection: Collection, tree: Tree) -> Iterator[tuple[Path, Value, Spot]]:
    """Take a file's value apart into those of its records, each with its path and place."""
    if isinstance(tree.value, list):
        for number, value in enumerate(tree.value):
            yield (collection.name, number), value, tree.spot.children[number]
    else:
        yield (collection.name,), tree.value, tree.spot


def _wrong_outside(collection: Collection, value: object) -> str:
    if collection.single:
        return 'should be one group of fields: write each as "name: ..." on its own line, without a dash'
    if isinstance(value, dict):
        return "should be a list of records: begin each record with a dash, and indent its fields under the first"
    return 'should be a list of records: begin each record with a dash, as in "- id: ..."'


def _texts(value: Value) -> set[str]:
    """Every text inside a value; nothing is nested deeply enough to matter here."""
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for part in inner for text in _texts(part)}
