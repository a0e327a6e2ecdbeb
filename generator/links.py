"""The only place that knows on which page and at which anchor a record stands.

Addresses are relative to the folder of generated pages. From them come relative `.md#anchor` links, which every engine
checks, and the address of the finished page for programs.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import singledispatch
from urllib.parse import urlsplit

from generator.model import Area, Guide, Service, Source, Step, Strategy, Symptom, Term, Theme, Tier, Withheld

FOLDER = "guide"


@dataclass(frozen=True)
class Address:
    """A Markdown page or another file, as a path from the folder of generated pages, and a place on it."""

    path: str
    anchor: str = ""

    @property
    def url(self) -> str:
        """The address of the finished page or file from the root of the site."""
        page = self._from_root
        if page.endswith(".md"):
            page = page.removesuffix(".md") + ".html"
        return f"{page}#{self.anchor}" if self.anchor else page

    @property
    def _from_root(self) -> str:
        return posixpath.normpath(posixpath.join(FOLDER, self.path))

    def seen_from(self, page: Address) -> str:
        """The relative link from a page to this address."""
        if self.path == page.path:
            return f"#{self.anchor}" if self.anchor else posixpath.basename(self.path)
        path = posixpath.relpath(f"/{self._from_root}", posixpath.dirname(f"/{page._from_root}"))
        return f"{path}#{self.anchor}" if self.anchor else path


HOME = Address("../index.md")
REPORT = Address("../report.md")
FIND = Address("../find.md")
OWN_SHEET = Address("../sheet.md")
SYMPTOMS = Address("symptoms/index.md")
AREAS = Address("areas/index.md")
TIERS = Address("tiers/index.md")
THEMES = Address("themes/index.md")
STRATEGIES = Address("strategies/index.md")
CHECKLISTS = Address("checklists/index.md")
BANNER = Address("banner.png")
CHECKLIST_FILES = "checklists/files"
CYCLE = Address("cycle.md")
SERVICES = Address("services.md")
GLOSSARY = Address("glossary.md")
SOURCES = Address("sources/index.md")


@singledispatch
def address(record: object) -> Address:
    """Where a record stands. Raises TypeError for a record that has no place of its own."""
    msg = f"{type(record).__name__} has no page"
    raise TypeError(msg)


@address.register
def _(symptom: Symptom) -> Address:
    return Address(f"symptoms/{symptom.id}.md")


@address.register
def _(strategy: Strategy) -> Address:
    return Address(f"strategies/{strategy.id}.md")


@address.register
def _(area: Area) -> Address:
    return Address(f"areas/{area.id}/index.md")


@address.register
def _(tier: Tier) -> Address:
    return Address(f"tiers/{tier.id}.md")


@address.register
def _(theme: Theme) -> Address:
    return Address(f"themes/{theme.id}.md")


@address.register
def _(step: Step) -> Address:
    return Address(CYCLE.path, step.id)


@address.register
def _(service: Service) -> Address:
    return Address(SERVICES.path, service.id)


@address.register
def _(term: Term) -> Address:
    return Address(GLOSSARY.path, term.id)


@address.register
def _(source: Source) -> Address:
    return Address(f"sources/{source.id}.md")


@address.register
def _(withheld: Withheld) -> Address:
    return Address(SOURCES.path, withheld.id)


def on_the_web(guide: Guide, record: object) -> str:
    """The whole address of a record's page where the guide says where it stands; else from the root of the site."""
    return f"{guide.address or ''}{address(record).url}"


def area_at_tier(area: Area, tier: Tier) -> Address:
    """The page of an area at a tier."""
    return Address(f"areas/{area.id}/{tier.id}.md")


def checklist(identifier: str) -> Address:
    """The page of a checklist, by the checklist's id."""
    return Address(f"checklists/{identifier}.md")


def public(guide: Guide) -> str | None:
    """Where the site stands for everybody; nothing where that is not known, or is only an example."""
    return guide.address if guide.address and not is_example(guide.address) else None


def is_example(address: str) -> bool:
    """Whether an address leads nowhere because its host is reserved for documentation and tests (RFC 2606)."""
    host = (urlsplit(address).hostname or "").removesuffix(".")
    names = (*(f"example.{ending}" for ending in ("com", "net", "org")), "example", "invalid", "test", "localhost")
    return any(host == name or host.endswith(f".{name}") for name in names)


def file(name: str) -> Address:
    """A file to take away, by the name under which a person files it."""
    return Address(f"{CHECKLIST_FILES}/{name}")


def statement(source: Source, identifier: str) -> Address:
    """The line of the ledger that stands for a numbered statement."""
    return Address(f"sources/{source.id}.md", identifier)
