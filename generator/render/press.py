"""The only module that knows Typst: sets every sheet into a tagged PDF, and leaves alone what has not changed.

It makes one picture as well, for the cards that other services show of a link to the site.

The manifest beside the files says what each was made from, as a digest of its template's words and numbers, of all
templates, of the fonts and of Typst itself. A file of an earlier run is used again where that digest is the same and
the file is still the one that was made; without a manifest that can be read, everything is made again.
"""

from __future__ import annotations

import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import fontpkg_source_sans_3 as sans
import typst

from generator import links
from generator.problems import ProvisionError
from generator.render.handed import banner, handed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.lookup import Lookup
    from generator.render.handed import Handed, Values

MANIFEST = f"{links.CHECKLIST_FILES}/made.json"
TEMPLATES = Path(__file__).parent.parent / "templates"
FONTS = sans.ROOT / "files"
STANDARD: Final = "ua-1"
PRESSES = 2
DOTS_TO_AN_INCH = 144  # two to each point of the banner


@dataclass(frozen=True)
class Made:
    """A file that was printed: what it was made from, what it is, and how long; the first two as digests."""

    recipe: str
    digest: str
    pages: int
    bytes: int


@dataclass(frozen=True)
class Printed:
    """The printed files by their paths, the manifest among them, and what is known of each."""

    files: Mapping[str, bytes]
    made: Mapping[str, Made]


def printed(lookup: Lookup, before: Mapping[str, bytes]) -> Printed:
    """Every printed file; those that an earlier run left and that would come out the same are taken from there."""
    known, common = _manifest(before), ingredients()
    files: dict[str, bytes] = {}
    made: dict[str, Made] = {}
    wanted: list[tuple[Handed, str]] = []
    for each in handed(lookup):
        path = each.file.address.path
        recipe = _digest(f"{common}\n{each.template}\n{_json(each.values)}".encode())
        old, content = known.get(path), before.get(path)
        if old and content and (old.recipe, old.digest) == (recipe, _digest(content)):
            files[path], made[path] = content, old
        else:
            wanted.append((each, recipe))
    date = datetime.combine(lookup.catalogue.guide.reviewed, time(), UTC)
    for (each, recipe), (content, pages) in zip(wanted, _set([each for each, _ in wanted], date), strict=True):
        path = each.file.address.path
        files[path], made[path] = content, Made(recipe, _digest(content), pages, len(content))
    rows = {path: asdict(each) for path, each in sorted(made.items())}
    files[MANIFEST] = (json.dumps(rows, indent=1) + "\n").encode()
    return Printed(files, made)


def pictured(lookup: Lookup) -> bytes:
    """The banner of the site as a PNG: few services take anything else."""
    compiler = typst.Compiler(TEMPLATES / "banner.typ", font_paths=fonts())
    content = compiler.compile(format="png", ppi=DOTS_TO_AN_INCH, sys_inputs={"data": _json(banner(lookup))})
    if not isinstance(content, bytes):
        msg = "Typst made no picture of one page"
        raise TypeError(msg)
    return content


def _set(wanted: Sequence[Handed], date: datetime) -> Iterator[tuple[bytes, int]]:
    """Each file and its number of pages, set by presses that work side by side."""
    faces = fonts()
    with ThreadPoolExecutor(PRESSES) as pool:
        presses = threading.local()

        def one(each: Handed) -> tuple[bytes, int]:
            if not hasattr(presses, "own"):
                presses.own = Press(faces, date)
            own: Press = presses.own
            return own.set(each)

        yield from pool.map(one, wanted)


class Press:
    """Typst with its fonts, which reads each template once."""

    def __init__(self, fonts: typst.Fonts, date: datetime) -> None:
        """Take the edition's date for that of every file."""
        self._fonts = fonts
        self._date = date
        self._compilers: dict[str, typst.Compiler] = {}

    def set(self, each: Handed) -> tuple[bytes, int]:
        """The file, and its number of pages."""
        if each.template not in self._compilers:
            template = TEMPLATES / f"{each.template}.typ"
            self._compilers[each.template] = typst.Compiler(template, font_paths=self._fonts)
        compiler = self._compilers[each.template]
        try:
            content = compiler.compile(
                format="pdf", sys_inputs={"data": _json(each.values)}, pdf_standards=STANDARD, timestamp=self._date
            )
        except typst.TypstError as error:
            raise _mendable(each, error) from error
        if not isinstance(content, bytes):
            msg = f"Typst made no PDF of {each.file.address.path}"
            raise TypeError(msg)
        return content, int(compiler.query("<pages>", field="value", one=True))


def _mendable(each: Handed, error: typst.TypstError) -> Exception:
    """What to tell whoever typed a letter that the sheets cannot show; any other error is a bug, and stays as it is."""
    letters = sorted(set(re.findall(r'the text `"(.+?)"` could not be displayed', error.diagnostic)))
    if not letters:
        return error
    message = (
        f"{each.file.address.path}: this sheet cannot be printed, because its face has no {', '.join(letters)}. "
        "Find that in the catalogue, and write it in other letters."
    )
    return ProvisionError(message)


def fonts() -> typst.Fonts:
    """The faces of the sheets, and none of the machine's own or of Typst's."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def ingredients() -> str:
    """What all files are made from: Typst, its settings, the fonts and the templates."""
    return "\n".join((version("typst"), STANDARD, *_digests(FONTS.iterdir()), *_digests(TEMPLATES.glob("*.typ"))))


def _json(values: Values) -> str:
    return json.dumps(values | {"font": sans.FAMILY}, ensure_ascii=False, sort_keys=True)


def _digests(paths: Iterable[Path]) -> Iterable[str]:
    return (f"{path.name} {_digest(path.read_bytes())}" for path in sorted(paths))


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _manifest(before: Mapping[str, bytes]) -> dict[str, Made]:
    """What an earlier run says of its files; nothing where it cannot be read."""
    try:
        return {path: Made(**row) for path, row in json.loads(before[MANIFEST]).items()}
    except (KeyError, ValueError, TypeError, AttributeError):
        return {}
