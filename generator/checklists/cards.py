"""What the card of a symptom holds: what to try first, and what comes after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checklists.sheets import Sheet, symptom_sheet

if TYPE_CHECKING:
    from generator.lookup import Lookup
    from generator.model import Strategy, Symptom

AS_MANY_NEXT = 3


@dataclass(frozen=True)
class Card:
    """A symptom with what to try first and next; `sheet` is the sheet on which all of it stands."""

    symptom: Symptom
    sheet: Sheet
    first: tuple[Strategy, ...]
    next: tuple[Strategy, ...]


def card(lookup: Lookup, symptom: Symptom) -> Card:
    """The card of a symptom. Next come the tiers above what is tried first or, if they hold nothing, what is left."""
    first = tuple(lookup.strategies[each] for each in symptom.try_first)
    highest = max(lookup.order(lookup.tier_of(each)) for each in first)
    others = tuple(each for each in lookup.helping(symptom) if each not in first)
    above = tuple(each for each in others if lookup.order(lookup.tier_of(each)) > highest)
    return Card(symptom, symptom_sheet(lookup, symptom), first, (above or others)[:AS_MANY_NEXT])
