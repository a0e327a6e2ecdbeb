"""Turns a catalogue into files: Markdown pages for an engine to build, PDFs to print, and a picture of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.links import BANNER
from generator.lookup import Lookup
from generator.render.markdown import as_text, pages
from generator.render.press import pictured, printed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Catalogue

__all__ = ["as_text", "render"]


def render(catalogue: Catalogue, before: Mapping[str, bytes], tables: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every page, every printed sheet and the banner by its path: a pure function of its arguments.

    The catalogue must have passed its checks. `before` is what an earlier run left, by its path there: a sheet that
    would come out the same is taken from it. `tables` are the spreadsheets that the pages offer, by their paths.
    """
    lookup = Lookup(catalogue)
    sheets = printed(lookup, before)
    return {**pages(lookup, sheets.made, tables), **sheets.files, BANNER.path: pictured(lookup)}
