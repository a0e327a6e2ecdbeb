"""How the figures of a page are read from Lighthouse and set out, and which pages are measured."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from tests.benchmarks.bench_pages import Figures, Weight, beside, heading, largest_of_each_kind, rows
from tests.benchmarks.lighthouse import Audit, audit

if TYPE_CHECKING:
    from pathlib import Path


def report(**scores: float | None) -> dict[str, Any]:
    """What Lighthouse writes of a page that is right but for its contrast and its description."""
    marks = {"performance": 0.984, "accessibility": 0.9, "best-practices": 1, "seo": 0.92, **scores}
    parts = {
        "performance": [("largest-contentful-paint", 25), ("unused-css-rules", 0)],
        "accessibility": [("color-contrast", 7), ("custom-check", 0), ("video-caption", 10)],
        "best-practices": [],
        "seo": [("meta-description", 1)],
    }
    categories = {
        name: {"id": name, "score": score, "auditRefs": [{"id": id_, "weight": each} for id_, each in parts[name]]}
        for name, score in marks.items()
    }
    return {
        "categories": categories,
        "audits": {
            "largest-contentful-paint": said("Largest paint", 0.99, numericValue=1500),
            "cumulative-layout-shift": said("Layout shift", 1, numericValue=0.0123),
            "unused-css-rules": said("Unused rules", 0),
            "color-contrast": said("Contrast is too low", 0),
            "custom-check": said("Checked by hand", None, "manual"),
            "video-caption": said("Videos have captions", None, "notApplicable"),
            "meta-description": said("No description", None, "error"),
        },
    }


def said(title: str, score: float | None, mode: str = "binary", **more: float) -> dict[str, Any]:
    return {"title": title, "score": score, "scoreDisplayMode": mode, **more}


def test_a_report_comes_to_its_marks_and_figures() -> None:
    found = audit(report())
    assert found.marks == (98, 90, 100, 92)
    assert (found.largest_paint, found.layout_shift) == (1.5, 0.0123)


def test_whatever_takes_a_point_away_is_named_and_nothing_else() -> None:
    assert audit(report()).faults == (
        "largest-contentful-paint (performance): Largest paint",
        "color-contrast (accessibility): Contrast is too low",
        "meta-description (seo): No description",
    )
    assert audit(report(performance=1, accessibility=1, seo=1)).faults == ()


def test_a_mark_that_could_not_be_given_is_no_mark() -> None:
    with pytest.raises(TypeError):
        audit(report(performance=None))


def test_a_page_is_set_out_with_a_line_for_each_form_and_its_weight() -> None:
    mobile, fault, desktop, weight = rows("ours", figures(1.512, 80_123))
    assert mobile.split() == ["ours,", "mobile", "98", "90", "100", "92", "1.51", "s", "0.012"]
    assert fault == "    contrast"
    assert desktop.split() == ["ours,", "desktop", "100", "100", "100", "100", "0.40", "s", "0.000"]
    assert len(mobile) == len(desktop) == len(heading())
    assert weight == "  ours, weight            first visit 80.1 kB, next page 9.9 kB"


def test_two_sites_are_compared_by_what_ours_takes_of_the_other() -> None:
    assert beside(figures(1.5, 80_000), figures(2, 160_000)) == (
        "  ours to stock           first visit 0.50, next page 1.00, paint, mobile 0.75, paint, desktop 1.00"
    )


def figures(largest_paint: float, first: int) -> Figures:
    phone = Audit((98, 90, 100, 92), largest_paint, 0.0123, ("contrast",))
    return Figures({"mobile": phone, "desktop": Audit((100,) * 4, 0.4, 0, ())}, Weight(first, 9_870))


def test_the_largest_page_of_each_kind_is_measured_and_never_a_list(tmp_path: Path) -> None:
    for folder in ("symptoms", "areas/one", "areas/other", "strategies"):
        place = tmp_path / "guide" / folder
        place.mkdir(parents=True)
        for name, size in {"index": 900, "small": 100, f"large-{place.name}": 400 + 50 * ("other" in folder)}.items():
            noise = random.Random(5).randbytes(size).hex()  # noqa: S311 (nothing secret)
            (place / f"{name}.html").write_text(noise, "utf-8")
    (tmp_path / "guide" / "areas" / "other" / "repeated.html").write_text("much and nothing " * 1000, "utf-8")
    assert largest_of_each_kind(tmp_path) == {
        "symptom": "guide/symptoms/large-symptoms.html",
        "area at a tier": "guide/areas/other/large-other.html",
        "strategy": "guide/strategies/large-strategies.html",
    }
