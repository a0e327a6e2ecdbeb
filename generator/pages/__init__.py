"""Decides which pages exist and what each shows, back-links included: data, not text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.needs import moved_pages, strategy_pages, symptom_pages
from generator.pages.provision import Rung, area_pages, checklist_pages, theme_pages, tier_pages
from generator.pages.reference import Home, home, reference_pages, source_pages

if TYPE_CHECKING:
    from generator.lookup import Lookup
    from generator.pages.page import Page

__all__ = ["Home", "Rung", "home", "plan"]


def plan(lookup: Lookup) -> tuple[Page, ...]:
    """Every page below the home page."""
    return (
        *symptom_pages(lookup),
        *strategy_pages(lookup),
        *area_pages(lookup),
        *tier_pages(lookup),
        *theme_pages(lookup),
        *checklist_pages(lookup),
        *reference_pages(lookup),
        *source_pages(lookup),
        *moved_pages(lookup),
    )
