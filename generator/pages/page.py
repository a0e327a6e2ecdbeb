"""What every page is made of, whatever its kind: where it stands, what stands around it, and what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.links import HOME, Address, address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from generator.model import Area, Source, Strategy, Symptom, Theme, Tier


@dataclass(frozen=True)
class Link:
    """Words that lead to a page."""

    label: str
    address: Address


LEAST_LETTERS, MOST_LETTERS = 50, 170  # what search engines show of a description
HOME_TRAIL = (Link("Home", HOME),)


@dataclass(frozen=True)
class Neighbours:
    """Other pages of the same kind, and what they are called together."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Page:
    """A page: `shows` holds what its template prints; `safeguarding` puts the fixed panel above everything."""

    address: Address
    template: str
    title: str
    description: str
    reviewed: date
    shows: object
    trail: tuple[Link, ...] = HOME_TRAIL
    neighbours: Neighbours | None = None
    previous: Link | None = None
    next: Link | None = None
    safeguarding: bool = False
    with_contents: bool = True


def described(summary: str, kind: str) -> str:
    """The line under a page's title in a list of results: as many sentences as fit there, and what it is if few do."""
    sentences = re.split(r"(?<=[.!?]) ", summary)
    fitting = [" ".join(sentences[:count]) for count in range(1, len(sentences) + 1)]
    longest = max((each for each in fitting if len(each) <= MOST_LETTERS), key=len, default=sentences[0])
    return longest if len(longest) >= LEAST_LETTERS else f"{longest} {kind}"


def link(record: Area | Source | Strategy | Symptom | Theme | Tier) -> Link:
    """A link to a record's page, in the record's own words."""
    return Link(name(record), address(record))


def name(record: object) -> str:
    """What a record is called: its title, or its label where it has one."""
    return str(getattr(record, "title", "") or getattr(record, "label", ""))


def chained(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages with links from each to the one before and the one after."""
    row: Sequence[Page] = tuple(pages)
    before = (None, *row[:-1])
    after = (*row[1:], None)
    return tuple(
        replace(page, previous=to(previous) if previous else None, next=to(following) if following else None)
        for previous, page, following in zip(before, row, after, strict=True)
    )


def to(page: Page) -> Link:
    """A link to a page by its title."""
    return Link(page.title, page.address)
