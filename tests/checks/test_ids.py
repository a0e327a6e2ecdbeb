from __future__ import annotations

from itertools import product

from generator.checks import check
from generator.problems import Places
from generator.source import read
from tests.builders import SMALL, TODAY

NAMES = ["-".join(words) for count in (1, 2, 3) for words in product("ab", repeat=count)]


def test_any_two_checklists_of_one_name_are_a_problem() -> None:
    made = [f"{area}-{tier}" for area, tier in product(NAMES, NAMES)]
    found = checklists_refused(areas=NAMES, tiers=NAMES)
    assert {message.split('"')[3] for message in found} == {name for name in made if made.count(name) > 1}


def test_ids_that_merely_share_words_are_no_problem() -> None:
    assert checklists_refused(areas=["early", "early-years", "years"], tiers=["all", "all-years", "few"]) == []


def test_a_tier_may_not_have_the_name_of_an_area_at_a_tier() -> None:
    refused = 'the checklist of area "early" with tier "years" has this name too: choose another id'
    assert refused in messages(areas=["early"], tiers=["years", "early-years"])


def checklists_refused(*, areas: list[str], tiers: list[str]) -> list[str]:
    """Return what is said of checklists when areas and tiers have these ids."""
    return [message for message in messages(areas=areas, tiers=tiers) if "names the checklist" in message]


def messages(*, areas: list[str], tiers: list[str]) -> list[str]:
    """Give the small catalogue areas and tiers with these ids, and return everything that is wrong then."""
    catalogue = read(SMALL).catalogue
    changed = {
        "areas": tuple(catalogue.areas[0].model_copy(update={"id": name}) for name in areas),
        "tiers": tuple(catalogue.tiers[0].model_copy(update={"id": name}) for name in tiers),
    }
    return [problem.message for problem in check(catalogue.model_copy(update=changed), Places(), {}, TODAY)]
