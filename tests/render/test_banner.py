"""The picture beside a link to the site: of the size that services ask for, made of data, always the same."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from generator.lookup import Lookup
from generator.render.press import pictured
from tests.render.test_pictures import same_but_for_antialiasing

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Catalogue


def picture(catalogue: Catalogue) -> Image.Image:
    return Image.open(io.BytesIO(pictured(Lookup(catalogue))))


def test_it_has_the_size_and_the_form_that_services_take(small: Catalogue) -> None:
    banner = picture(small)
    assert (banner.format, banner.size) == ("PNG", (1200, 630))


def test_the_same_catalogue_gives_the_same_bytes(small: Catalogue) -> None:
    assert pictured(Lookup(small)) == pictured(Lookup(small.model_copy(deep=True)))


def test_it_looks_as_it_did_when_it_was_last_looked_at(small: Catalogue, golden: Path) -> None:
    with Image.open(golden / "pictures" / "banner.png") as kept:
        assert same_but_for_antialiasing(picture(small).convert("L"), kept.convert("L"))


def test_another_title_or_name_of_a_tier_is_another_picture(small: Catalogue) -> None:
    tier, *others = small.tiers
    guide = small.guide.model_copy(update={"title": "Another guide"})
    changes = ({"guide": guide}, {"tiers": (tier.model_copy(update={"name": "Support for all"}), *others)})
    assert len({pictured(Lookup(small.model_copy(update=change))) for change in ({}, *changes)}) == 3
