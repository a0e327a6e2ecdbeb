"""The catalogue for other programs and for spreadsheets."""

from __future__ import annotations

from generator.exports.catalogue import export

__all__ = ["export"]
