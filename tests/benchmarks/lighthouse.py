"""Asks Lighthouse about a page, as a phone on a slow network or a desktop sees it, and keeps what counts."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from tests.search.node import node
from tests.site.serving import ARGUMENTS, WHOLE, browser_path

Form: TypeAlias = Literal["mobile", "desktop"]

LIGHTHOUSE = Path(__file__).parents[1] / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Audit:
    """What Lighthouse says of a page: its four marks of 100, its two figures, and what takes a point away."""

    marks: tuple[int, ...]
    largest_paint: float
    """Seconds until the largest thing on the first screen is drawn."""
    layout_shift: float
    faults: tuple[str, ...]


def audited(address: str, form: Form) -> Audit:
    """Opens a page in a browser of its own, as for a first visit, and throttled as Lighthouse does unasked."""
    command = [
        *(node(), str(LIGHTHOUSE), address, "--quiet", "--output=json", "--output-path=stdout"),
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(('--headless=new', *ARGUMENTS))}",
        *(["--preset=desktop"] if form == "desktop" else []),
    ]
    run = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": browser_path(WHOLE)}, stdout=subprocess.PIPE, check=True
    )
    return audit(json.loads(run.stdout))


def audit(report: dict[str, Any]) -> Audit:
    """What a report of Lighthouse comes to. A mark that it could not give ends everything: there is no figure then."""
    categories = [report["categories"][name] for name in CATEGORIES]
    audits = report["audits"]
    return Audit(
        marks=tuple(round(100 * category["score"]) for category in categories),
        largest_paint=audits["largest-contentful-paint"]["numericValue"] / 1000,
        layout_shift=audits["cumulative-layout-shift"]["numericValue"],
        faults=tuple(
            f"{part['id']} ({category['id']}): {audits[part['id']]['title']}"
            for category in categories
            for part in category["auditRefs"]
            if category["score"] < 1 and part["weight"] and (audits[part["id"]]["score"] or 0) < 1
            if audits[part["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
        ),
    )
