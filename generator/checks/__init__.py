"""The rules that no type can state: references exist, tiers agree with their sources, nothing withheld is linked.

Each rule is a small generator of problems. Ids and labels are data: a rule knows the fields of records, never a record.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.checks import ids, references, statements, tiers, vocabulary, withheld, words
from generator.checks.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.model import Catalogue
    from generator.problems import Declared, Places, Problem

__all__ = ["RULES", "check"]

MOST_OF_ONE_RULE = 500


def check(catalogue: Catalogue, places: Places, declared: Mapping[str, Declared], today: date) -> tuple[Problem, ...]:
    """Hold every rule against the catalogue, and return all problems in the order of their places.

    Of a rule that is broken very often, only the first `MOST_OF_ONE_RULE` are looked for: mending them shows the rest.
    """
    facts = Facts(catalogue, places, declared, today)
    return tuple(sorted({problem for rule in RULES for problem in islice(rule(facts), MOST_OF_ONE_RULE)}))


RULES: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    ids.ids_are_unique,
    ids.former_ids_stay_unused,
    ids.no_page_takes_the_place_of_a_list,
    ids.no_two_checklists_share_a_name,
    ids.no_checklists_of_two_kinds_share_a_name,
    references.references_exist,
    references.nothing_is_related_to_itself,
    references.what_is_tried_first_helps_with_it,
    references.every_group_of_words_is_named,
    references.everything_has_a_strategy,
    statements.statements_are_numbered_by_section,
    statements.citations_exist,
    statements.every_statement_is_restated,
    tiers.support_builds_on_a_lower_tier,
    tiers.support_does_not_build_on_itself,
    tiers.no_tier_is_below_its_source,
    tiers.placements_say_who_chose_the_tier,
    vocabulary.answers_exist,
    vocabulary.a_phrase_stands_in_one_place,
    vocabulary.situations_of_risk_name_whom_to_ask,
    vocabulary.no_rule_silences_itself,
    withheld.nothing_withheld_is_linked,
    withheld.nothing_withheld_is_restated,
    words.lists_name_each_thing_once,
    words.no_date_is_in_the_future,
    words.a_locality_has_a_nation,
    words.acronyms_are_explained,
)
