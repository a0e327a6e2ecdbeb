"""Turns the catalogue into what the browser searches: a prebuilt lunr index, the words of staff, and lunr.js itself.

The files are classic scripts: a page that is opened from a folder can load nothing else.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from rjsmin import jsmin

from generator.checklists import checklists
from generator.lookup import Lookup
from generator.scripts import script
from generator.search.analysis import stem
from generator.search.documents import documents, rings
from generator.search.index import packed
from generator.search.records import records
from generator.search.vocabulary import vocabulary, whole_words

if TYPE_CHECKING:
    from generator.model import Catalogue

LUNR = "contrib/search/templates/search/lunr.js"
"""Where the installed engine keeps lunr.js, whose version is that of the index."""


def search(catalogue: Catalogue) -> dict[str, bytes]:
    """The files of the search by their path in the folder of generated pages."""
    lookup = Lookup(catalogue)
    sheets = checklists(lookup)
    analysed = rings(lookup)
    whole = whole_words(catalogue)
    index = packed(documents(lookup, sheets, analysed), frozenset(map(stem, whole)))
    return {
        "search/lunr.js": _lunr(),
        "search/index.js": script("index", index),
        "search/data.js": script("data", {**records(lookup, sheets), **vocabulary(catalogue, analysed.tokens, whole)}),
    }


def _lunr() -> bytes:
    package = find_spec("mkdocs")
    if package is None or not package.submodule_search_locations:
        msg = "mkdocs is not installed, and lunr.js comes out of it"
        raise RuntimeError(msg)
    code = (Path(package.submodule_search_locations[0]) / LUNR).read_text("utf-8")
    return f"{jsmin(code, keep_bang_comments=True)}\n".encode()
