"""Rules about records that name one another: what is named exists, and everything is reached by some strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.facts import Facts
    from generator.problems import Problem

REFERENCES = {
    "guide.common_symptoms": "symptoms",
    "glossary.nation": "nations",
    "sources.nation": "nations",
    "sources.tier_labels.tier": "tiers",
    "sources.sections.tier": "tiers",
    "symptoms.area": "areas",
    "symptoms.related": "symptoms",
    "symptoms.within": "symptoms",
    "symptoms.try_first": "strategies",
    "situations.symptoms": "symptoms",
    "situations.strategies": "strategies",
    "situations.services": "services",
    "strategies.tier": "tiers",
    "strategies.areas": "areas",
    "strategies.theme": "themes",
    "strategies.symptoms": "symptoms",
    "strategies.roles": "roles",
    "strategies.phases": "phases",
    "strategies.nation": "nations",
    "strategies.builds_on": "strategies",
    "services.nation": "nations",
    "services.phases": "phases",
    "warnings.together.groups": "words",
    "warnings.together.unless": "words",
    "warnings.alike.groups": "words",
    "warnings.alike.unless": "words",
}
"""Each field that names records, and the collection in which they stand."""

ONE = {
    "areas": "area",
    "nations": "nation",
    "phases": "phase",
    "roles": "role",
    "services": "service",
    "strategies": "strategy",
    "symptoms": "symptom",
    "themes": "theme",
    "tiers": "tier",
    "words": "group of words",
}


def references_exist(facts: Facts) -> Iterator[Problem]:
    """Every id that a record names is the id of a record."""
    for fields, collection in REFERENCES.items():
        for path, name in facts.values(fields):
            is_withheld = collection == "strategies" and name in facts.withheld
            if not is_withheld and not facts.may_exist(collection, name):
                advice = _instead(facts, collection, name)
                yield facts.problem(path, f'there is no {ONE[collection]} "{name}": {advice}')


def _instead(facts: Facts, collection: str, name: str) -> str:
    for path, former in facts.values(f"{collection}.former_ids"):
        if former == name:
            return f'it is now called "{facts.record(path).id}", so write that'
    guess = did_you_mean(name, {*facts.ids[collection], *facts.seen(collection).ids})
    return f'did you mean "{guess}"?' if guess else f"correct it, or add it to {collection}"


def nothing_is_related_to_itself(facts: Facts) -> Iterator[Problem]:
    """No symptom names itself."""
    for path, name in facts.values("symptoms.related"):
        if name == facts.catalogue.symptoms[int(path[1])].id:
            yield facts.problem(path, f'"{name}" is this symptom itself: remove it')


def what_is_tried_first_helps_with_it(facts: Facts) -> Iterator[Problem]:
    """Each strategy to try first says that it helps with the symptom."""
    for path, name in facts.values("symptoms.try_first"):
        symptom = facts.catalogue.symptoms[int(path[1])].id
        strategy = facts.strategy(name)
        if strategy is not None and symptom not in strategy.symptoms:
            message = f'"{name}" does not list this symptom: add "{symptom}" to its symptoms, or try another first'
            yield facts.problem(path, message)


def every_group_of_words_is_named(facts: Facts) -> Iterator[Problem]:
    """No group of words lies about that no rule of the warnings names: nobody would look for it."""
    named = {name for fields, kind in REFERENCES.items() if kind == "words" for _, name in facts.values(fields)}
    for name, number in facts.ids["words"].items():
        if name not in named and not facts.may_mention(("warnings",), name):
            message = f'no warning names this group of words: name "{name}" in one, or remove it'
            yield facts.problem(("words", number), message)


def everything_has_a_strategy(facts: Facts) -> Iterator[Problem]:
    """No tier, theme, area or symptom leads to an empty page."""
    serving = {area.id for area in facts.catalogue.areas if area.serves_every_area}
    for collection, fields in (
        ("tiers", "strategies.tier"),
        ("areas", "strategies.areas"),
        ("themes", "strategies.theme"),
        ("symptoms", "strategies.symptoms"),
    ):
        used = {name for _, name in facts.values(fields)}
        used |= {name for name in facts.ids[collection] if facts.may_mention(("strategies",), name)}
        if collection == "areas" and used & serving:
            used |= facts.ids["areas"].keys() - serving
        for name, number in facts.ids[collection].items():
            if name not in used:
                message = f'no strategy has this {ONE[collection]}: write one that names "{name}", or remove it'
                yield facts.problem((collection, number), message)
