"""Files to take away, and the pages that offer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.links import Address

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Download:
    """A file: what it is for, what kind of file it is, where it stands, and what is in it."""

    label: str
    kind: str
    address: Address
    content: bytes


Offers: TypeAlias = Mapping[Address, tuple[Download, ...]]
"""What each page offers, most used first."""


def together(several: Iterable[Offers]) -> Offers:
    """What each page offers in all, the first offers first."""
    joined: dict[Address, tuple[Download, ...]] = {}
    for offers in several:
        for page, downloads in offers.items():
            joined[page] = (*joined.get(page, ()), *downloads)
    return joined


def files(offers: Offers) -> dict[str, bytes]:
    """The files that are offered, by their path in the folder of generated pages."""
    return {each.address.path: each.content for downloads in offers.values() for each in downloads}
