"""Writes down what breaks the content security policy of a page."""

from __future__ import annotations

WATCH = """addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) =>
  (globalThis.broken ??= []).push([effectiveDirective, blockedURI]))"""
BROKEN = "globalThis.broken ?? []"
