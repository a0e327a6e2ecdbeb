"""What the browser needs to draw a sheet of one's own: every strategy in short, and what became of former ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import links
from generator.lookup import Lookup
from generator.scripts import script

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Catalogue, Strategy


def own_sheet(catalogue: Catalogue) -> dict[str, bytes]:
    """The file of strategies by its path in the folder of generated pages; no other page than the sheet's loads it."""
    return {"sheet/strategies.js": script("strategies", _edition(Lookup(catalogue)))}


def _edition(lookup: Lookup) -> dict[str, object]:
    """The strategies, and the former and withheld ids by which an older sheet may still name something.

    Tiers and sources stand in lists, and a strategy names them by position.
    """
    catalogue = lookup.catalogue
    places = {source.id: place for place, source in enumerate(catalogue.sources)}
    return {
        "tiers": [tier.label for tier in catalogue.tiers],
        "sources": [source.publisher or source.title for source in catalogue.sources],
        "safeguarding": catalogue.safeguarding.model_dump(mode="json"),
        "strategies": [_row(lookup, places, strategy) for strategy in catalogue.strategies],
        "former": {former: strategy.id for strategy in catalogue.strategies for former in strategy.former_ids},
        "withheld": {withheld.id: links.address(withheld).url for withheld in catalogue.withheld},
    }


def _row(lookup: Lookup, places: Mapping[str, int], strategy: Strategy) -> dict[str, object]:
    return {
        "id": strategy.id,
        "title": strategy.title,
        "summary": strategy.summary,
        "tier": lookup.order(lookup.tier_of(strategy)) - 1,
        "sources": sorted({places[lookup.section_of(statement)[0].id] for statement in strategy.statements}),
        "flagged": lookup.flagged(strategy),
        "url": links.address(strategy).url,
    }
