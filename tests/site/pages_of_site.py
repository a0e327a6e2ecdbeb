"""Reads the finished pages as a browser without JavaScript would: links, places that links can name, headings."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Away:
    """A link to another site: what it asks of the browser, and its words."""

    attributes: dict[str, str]
    words: str = ""


@dataclass
class BuiltPage:
    """What a finished page says of itself, and what it names."""

    path: str
    text: str
    language: str = ""
    title: str = ""
    moved: bool = False
    h1: int = 0
    headings: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    away: list[Away] = field(default_factory=list)
    in_article: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)

    def inside(self, link: str) -> tuple[str, str] | None:
        """The page of the site and the place on it that a link names; none for a link that leaves the site."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        path = (
            posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(parts.path)))
            if parts.path
            else self.path
        )
        return path, unquote(parts.fragment)


def read_pages(site: Path) -> dict[str, BuiltPage]:
    """Every page of a site by its path."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page = _Reader(name, path.read_text(encoding="utf-8")).page
        if not page.moved:
            found[name] = page
    return found


class _Reader(HTMLParser):
    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self.page = BuiltPage(path, text)
        self._open: list[str] = []
        self._away: Away | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._open.append(tag)
        page = self.page
        if "id" in values:
            page.ids.append(values["id"])
        if tag == "html":
            page.language = values.get("lang", "")
        if tag == "meta" and values.get("http-equiv") == "refresh":
            page.moved = True
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"} and "article" in self._open:
            page.headings.append(int(tag[1]))
            page.h1 += tag == "h1"
        if tag == "meta" and "content" in values:
            page.told[values.get("name") or values.get("property", "")] = values["content"]
        if tag == "a":
            self._link(values)
        for name in ("src", "srcset", "poster", "data"):
            if name in values:
                page.assets.append(values[name])
        if tag == "link" and values.get("rel") not in {"canonical", "next", "prev"}:
            page.assets.append(values.get("href", ""))

    def _link(self, values: dict[str, str]) -> None:
        page, link = self.page, values.get("href")
        self._away = Away(values) if urlsplit(link or "").netloc else None
        if self._away:
            page.away.append(self._away)
        if link is not None:
            page.links.append(link)
            if "article" in self._open:
                page.in_article.append(link)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "a" in self._open and self._away:
            self._away.words += data
        if self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.page.title += data
