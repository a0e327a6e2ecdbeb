"""The catalogue for other programs, and the spreadsheets."""

from __future__ import annotations

from generator.exports.catalogue import export
from generator.exports.spreadsheets import spreadsheets

__all__ = ["export", "spreadsheets"]
