"""The rules that no type can state: references exist, tiers agree with their sources, nothing withheld is linked.

Each rule is a small generator of problems. Ids and labels are data: a rule knows the fields of records, never a record.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from generator.model import Catalogue, Record, Strategy
from generator.problems import Declared, Path, Places, Problem, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

REFERENCES = {
    "guide.common_symptoms": "symptoms",
    "glossary.nation": "nations",
    "sources.nation": "nations",
    "sources.tier_labels.tier": "tiers",
    "sources.sections.tier": "tiers",
    "symptoms.area": "areas",
    "symptoms.related": "symptoms",
    "symptoms.try_first": "strategies",
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
}
"""Each field that names records, and the collection in which they stand."""

PUBLISHED = (
    "strategies.statements",
    "symptoms.statements",
    "cycle.actions.statements",
    "cycle.paragraphs.statements",
    "services.statements",
)
"""Each field in which a record that people see cites statements."""

CITATIONS = (*PUBLISHED, "withheld.statements")
CITES_SECTIONS = "symptoms.statements"
"""The one field that may cite the heading of a section as well as what stands under it."""

ONE = {
    "areas": "area",
    "nations": "nation",
    "phases": "phase",
    "roles": "role",
    "strategies": "strategy",
    "symptoms": "symptom",
    "themes": "theme",
    "tiers": "tier",
}

SHARED_IDS = ("strategies", "withheld")
"""Collections whose ids share one space, because what is withheld is a strategy that nobody is offered."""

MOST_OF_ONE_RULE = 500

UNSHOWN = frozenset({"id", "phrases", "email", "url", "version", "statements"})
"""Fields whose words no page shows as prose."""

SOURCE_WORDS = frozenset({"title", "publisher", "label"})
"""Fields of a source in which somebody else's words stand."""


def check(catalogue: Catalogue, places: Places, declared: Mapping[str, Declared], today: date) -> tuple[Problem, ...]:
    """Hold every rule against the catalogue, and return all problems in the order of their places.

    Of a rule that is broken very often, only the first `MOST_OF_ONE_RULE` are looked for: mending them shows the rest.
    """
    facts = Facts(catalogue, places, declared, today)
    return tuple(sorted({problem for rule in RULES for problem in islice(rule(facts), MOST_OF_ONE_RULE)}))


@dataclass(frozen=True)
class Statement:
    """A numbered statement: its path, and the tier that its section states."""

    path: Path
    section: str
    tier: str | None
    must_be_cited: bool


@dataclass(frozen=True)
class Facts:
    """A catalogue with what the rules ask of it."""

    catalogue: Catalogue
    places: Places
    declared: Mapping[str, Declared]
    today: date

    def problem(self, path: Path, message: str) -> Problem:
        """Make a problem at the place of a value."""
        return self.places.problem(path, message)

    def where(self, path: Path) -> str:
        """Name the place of another record in a message."""
        place = self.places.of(path)
        return f"{place.file}:{place.line}"

    def record(self, path: Path) -> Any:  # noqa: ANN401  the rule knows which fields its records have
        """Return the record in which a value stands."""
        return dict(self.catalogue)[str(path[0])][path[1]]

    def values(self, fields: str) -> Iterator[tuple[Path, str]]:
        """Every text at a path of fields such as `sources.sections.tier`, with its own path."""
        return _follow(self.catalogue, tuple(fields.split(".")), ())

    @cached_property
    def ids(self) -> Mapping[str, Mapping[str, int]]:
        """For each collection the position of each id; of the first where two records share one."""
        return {
            name: {record.id: number for number, record in reversed(list(enumerate(records)))}
            for name, records in self.catalogue
            if isinstance(records, tuple)
        }

    @cached_property
    def sections(self) -> Mapping[str, Path]:
        """The path of each section, by its id."""
        return {sid: path[:-1] for path, sid in reversed(list(self.values("sources.sections.id")))}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Every numbered statement of every source; of the first where two share a number."""
        found: dict[str, Statement] = {}
        for number, source in enumerate(self.catalogue.sources):
            for place, section in enumerate(source.sections):
                for role in ("provisions", "symptoms", "context", "references"):
                    for position, sid in enumerate(getattr(section, role)):
                        path = ("sources", number, "sections", place, role, position)
                        must = role in {"provisions", "symptoms"}
                        found.setdefault(sid, Statement(path, section.id, section.tier, must))
        return found

    @cached_property
    def tier_order(self) -> Mapping[str, int]:
        """How many tiers stand below each."""
        return self.ids["tiers"]

    @cached_property
    def withheld(self) -> Mapping[str, int]:
        """The ids of what is withheld and is nothing else as well."""
        return {wid: number for wid, number in self.ids["withheld"].items() if wid not in self.ids["strategies"]}

    def seen(self, collection: str) -> Declared:
        """Return what the files of a collection mention, unusable records included."""
        return self.declared.get(collection, Declared())

    def may_exist(self, collection: str, name: str) -> bool:
        """Whether a record stands in the files, or may stand in what could not be read of them."""
        seen = self.seen(collection)
        return name in self.ids[collection] or name in seen.ids or not seen.complete

    def statement_may_exist(self, sid: str) -> bool:
        """Whether a statement stands in a source, or may stand in a source that could not be used."""
        source = sid.split(".", maxsplit=1)[0]
        unused = source not in self.ids["sources"] and self.may_exist("sources", source)
        return sid in self.statements or unused or not self.seen("sources").complete

    def may_mention(self, collections: tuple[str, ...], name: str) -> bool:
        """Whether a record that could not be used mentions this, or may do so for all that is known."""
        seen = [self.seen(collection) for collection in collections]
        return any(name in one.failed or not one.complete for one in seen)


def _follow(value: object, fields: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _follow(item, fields, (*path, number))
    elif isinstance(value, Record) and fields:
        yield from _follow(getattr(value, fields[0], None), fields[1:], (*path, fields[0]))
    elif isinstance(value, str):
        yield path, value


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Every single value in a record, with its path."""
    if isinstance(value, Record):
        for name, inner in value:
            yield from _leaves(inner, (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _leaves(item, (*path, number))
    elif value is not None:
        yield path, value


# Ids


def ids_are_unique(facts: Facts) -> Iterator[Problem]:
    """No two records of a collection share an id, nor what is offered and what is withheld."""
    first: dict[tuple[str, str], Path] = {}
    for name, records in facts.catalogue:
        if not isinstance(records, tuple):
            continue
        space = SHARED_IDS[0] if name in SHARED_IDS else name
        for number, record in enumerate(records):
            path = (name, number, "id")
            other = first.setdefault((space, record.id), path)
            if other != path:
                message = f'"{record.id}" is the id of the record at {facts.where(other)} too: give one another id'
                yield facts.problem(path, message)


def former_ids_stay_unused(facts: Facts) -> Iterator[Problem]:
    """Every id that a record once had leads to that record for ever."""
    for name in facts.ids:
        spaces = SHARED_IDS if name in SHARED_IDS else (name,)
        first: dict[str, Path] = {}
        for path, former in facts.values(f"{name}.former_ids"):
            taken = next((space for space in spaces if former in facts.ids[space]), None)
            other = first.setdefault(former, path)
            if taken:
                where = facts.where((taken, facts.ids[taken][former], "id"))
                message = f'"{former}" is the id of the record at {where}: remove it here, or give that record another'
                yield facts.problem(path, message)
            elif other[:2] != path[:2]:
                message = f'"{former}" is a former id of the record at {facts.where(other)} too: remove it from one'
                yield facts.problem(path, message)


def statements_are_numbered_by_section(facts: Facts) -> Iterator[Problem]:
    """Every section's id begins with its source's, every statement's with its section's, and each stands once."""
    first: dict[str, Path] = {}
    for number, source in enumerate(facts.catalogue.sources):
        for place, section in enumerate(source.sections):
            here: Path = ("sources", number, "sections", place)
            yield from _numbered(facts, (*here, "id"), section.id, source.id, first)
            for role in ("provisions", "symptoms", "context", "references"):
                for position, sid in enumerate(getattr(section, role)):
                    yield from _numbered(facts, (*here, role, position), sid, section.id, first)


def _numbered(facts: Facts, path: Path, sid: str, parent: str, first: dict[str, Path]) -> Iterator[Problem]:
    if not sid.startswith(f"{parent}."):
        yield facts.problem(path, f'"{sid}" does not begin with "{parent}.": correct it, or move it where it belongs')
    other = first.setdefault(sid, path)
    if other != path:
        yield facts.problem(path, f'"{sid}" stands at {facts.where(other)} already: give one of them another number')


# References


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


def citations_exist(facts: Facts) -> Iterator[Problem]:
    """Every statement that a record cites stands in a source; only a symptom may cite a whole section."""
    for fields in CITATIONS:
        for path, sid in facts.values(fields):
            if sid in facts.sections and sid not in facts.statements:
                if fields != CITES_SECTIONS:
                    yield facts.problem(path, f'"{sid}" is the heading of a section: cite the statements under it')
            elif not facts.statement_may_exist(sid):
                guess = _meant(facts, fields, sid)
                advice = f'did you mean "{guess}"?' if guess else "correct it, or add it to its source"
                yield facts.problem(path, f'there is no statement "{sid}": {advice}')


def _meant(facts: Facts, fields: str, sid: str) -> str | None:
    """Guess which statement was meant; a wrong number in a section that exists could be any."""
    if sid.rpartition(".")[0] in facts.sections:
        return None
    return did_you_mean(sid, [*facts.statements, *(facts.sections if fields == CITES_SECTIONS else ())])


def lists_name_each_thing_once(facts: Facts) -> Iterator[Problem]:
    """No list of texts or ids says the same thing twice."""
    first: dict[tuple[Path, str], Path] = {}
    for path, value in _leaves(facts.catalogue, ()):
        if path[0] != "sources" and isinstance(value, str) and isinstance(path[-1], int):
            other = first.setdefault((path[:-1], value), path)
            if other != path:
                yield facts.problem(path, f"{quoted(value)} stands in this list already: remove one of the two")


def nothing_is_related_to_itself(facts: Facts) -> Iterator[Problem]:
    """No symptom names itself."""
    for path, name in facts.values("symptoms.related"):
        if name == facts.catalogue.symptoms[int(path[1])].id:
            yield facts.problem(path, f'"{name}" is this symptom itself: remove it')


def what_is_tried_first_helps_with_it(facts: Facts) -> Iterator[Problem]:
    """Each strategy to try first says that it helps with the symptom."""
    for path, name in facts.values("symptoms.try_first"):
        symptom = facts.catalogue.symptoms[int(path[1])].id
        strategy = _strategy(facts, name)
        if strategy is not None and symptom not in strategy.symptoms:
            message = f'"{name}" does not list this symptom: add "{symptom}" to its symptoms, or try another first'
            yield facts.problem(path, message)


def _strategy(facts: Facts, name: str) -> Strategy | None:
    number = facts.ids["strategies"].get(name)
    return None if number is None else facts.catalogue.strategies[number]


# Tiers


def support_builds_on_a_lower_tier(facts: Facts) -> Iterator[Problem]:
    """No strategy builds on one at its own tier or above."""
    for path, name in facts.values("strategies.builds_on"):
        lower, upper = _strategy(facts, name), facts.catalogue.strategies[int(path[1])]
        if lower is None or lower.id == upper.id:
            continue
        below, above = facts.tier_order.get(lower.tier), facts.tier_order.get(upper.tier)
        if below is not None and above is not None and below >= above:
            message = f'"{name}" is at tier "{lower.tier}", which is not below "{upper.tier}": build on a lower tier'
            yield facts.problem(path, message)


def support_does_not_build_on_itself(facts: Facts) -> Iterator[Problem]:
    """No chain of strategies that build on one another comes back to where it began."""
    told: set[str] = set()
    links = _in_circles(facts)
    for start in sorted(links):
        circle = _way_back(start, links) if start not in told else None
        if circle:
            told.update(circle)
            number = facts.ids["strategies"][start]
            position = facts.catalogue.strategies[number].builds_on.index(circle[1])
            message = f"goes round in a circle ({' -> '.join(circle)}): remove one of its steps"
            yield facts.problem(("strategies", number, "builds_on", position), message)


def _in_circles(facts: Facts) -> dict[str, list[str]]:
    """Return which strategies build on which, without those from which, or to which, nothing leads round."""
    ids = facts.ids["strategies"]
    links = {name: [*facts.catalogue.strategies[number].builds_on] for name, number in ids.items()}
    size = -1
    while size != len(links):
        size = len(links)
        links = {name: kept for name, lower in links.items() if (kept := [other for other in lower if other in links])}
        reached = {other for lower in links.values() for other in lower}
        links = {name: lower for name, lower in links.items() if name in reached}
    return links


def _way_back(start: str, links: Mapping[str, list[str]]) -> list[str] | None:
    """Return the shortest chain that leads from a strategy back to it, both ends named, if there is one."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for lower in links.get(name, []):
            if lower == start:
                chain = [name]
                while chain[-1] != start:
                    chain.append(before[chain[-1]])
                return [*chain[::-1], start]
            if lower not in before:
                before[lower] = name
                waiting.append(lower)
    return None


def no_tier_is_below_its_source(facts: Facts) -> Iterator[Problem]:
    """No source that states a tier for a strategy states a higher one."""
    for path, sid in facts.values("strategies.statements"):
        strategy, statement = facts.catalogue.strategies[int(path[1])], facts.statements.get(sid)
        own = facts.tier_order.get(strategy.tier)
        stated = facts.tier_order.get(statement.tier or "") if statement else None
        if statement and own is not None and stated is not None and own < stated:
            yield facts.problem(
                path,
                f'tier "{strategy.tier}" is below "{statement.tier}", which {statement.section} states: '
                "raise the tier, or do not cite this statement",
            )


def placements_say_who_chose_the_tier(facts: Facts) -> Iterator[Problem]:
    """`source` where a cited section states exactly this tier, `editor` where none does."""
    for number, strategy in enumerate(facts.catalogue.strategies):
        path = ("strategies", number, "placement")
        known = [sid for sid in strategy.statements if _is_placed(facts, sid)]
        agreeing = next((sid for sid in strategy.statements if _states(facts, sid, strategy.tier)), None)
        if strategy.tier not in facts.tier_order:
            continue
        if strategy.placement == "source" and agreeing is None and len(known) == len(strategy.statements):
            message = f'no cited section states tier "{strategy.tier}": write "editor", or cite one that does'
            yield facts.problem(path, message)
        if strategy.placement == "editor" and agreeing is not None:
            section = facts.statements[agreeing].section
            yield facts.problem(path, f'{section} states tier "{strategy.tier}" for "{agreeing}": write "source"')


def _is_placed(facts: Facts, sid: str) -> bool:
    """Tell whether it is certain which tier a statement's section states, if any."""
    return sid in facts.statements and facts.statements[sid].tier in {None, *facts.tier_order}


def _states(facts: Facts, sid: str, tier: str) -> bool:
    return sid in facts.statements and facts.statements[sid].tier == tier


# Nothing is left out


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


def every_statement_is_restated(facts: Facts) -> Iterator[Problem]:
    """Each provision and each symptom of each source is cited by some record."""
    citing = tuple(dict.fromkeys(fields.split(".")[0] for fields in CITATIONS))
    named = [(fields, sid) for fields in CITATIONS for _, sid in facts.values(fields)]
    cited = {sid if facts.statement_may_exist(sid) else _meant(facts, fields, sid) for fields, sid in named}
    for sid, statement in facts.statements.items():
        if statement.must_be_cited and sid not in cited and not facts.may_mention(citing, sid):
            message = f'no record cites "{sid}": cite it where it is restated, or withhold it'
            yield facts.problem(statement.path, message)


# What needs care


def nothing_withheld_is_linked(facts: Facts) -> Iterator[Problem]:
    """No record leads to what is withheld."""
    for fields in (fields for fields, collection in REFERENCES.items() if collection == "strategies"):
        for path, name in facts.values(fields):
            if name in facts.withheld:
                where = facts.where(("withheld", facts.withheld[name]))
                yield facts.problem(path, f'"{name}" is withheld ({where}): remove it here')


def nothing_withheld_is_restated(facts: Facts) -> Iterator[Problem]:
    """No record that people see rests on a statement that is withheld."""
    withheld = {sid: path for path, sid in facts.values("withheld.statements")}
    for fields in PUBLISHED:
        for path, sid in facts.values(fields):
            if sid in withheld:
                message = f'"{sid}" is withheld ({facts.where(withheld[sid])}): remove it here'
                yield facts.problem(path, message)


def no_date_is_in_the_future(facts: Facts) -> Iterator[Problem]:
    """Nothing was reviewed or published tomorrow."""
    for path, value in _leaves(facts.catalogue, ()):
        if isinstance(value, date) and value > facts.today:
            yield facts.problem(path, f"{value} is in the future: write the day on which it was done")


def a_locality_has_a_nation(facts: Facts) -> Iterator[Problem]:
    """Every record that belongs to one place says in which country that is."""
    for collection in facts.ids:
        for path, _ in facts.values(f"{collection}.locality"):
            if facts.record(path).nation is None:
                yield facts.problem(path, 'has a locality but no nation: add "nation: ..." to this record')


def acronyms_are_explained(facts: Facts) -> Iterator[Problem]:
    """Every acronym on a page stands in the glossary."""
    known = {
        form
        for fields in ("glossary.term", "glossary.also", "glossary.expansion")
        for _, text in facts.values(fields)
        for word in _acronyms(text)
        for form in (word, _singular(word))
    }
    for path, value in _leaves(facts.catalogue, ()):
        if not isinstance(value, str) or not _is_shown(path):
            continue
        for word in dict.fromkeys(_acronyms(value)):
            if _singular(word) not in known and word not in known and not _may_explain(facts, word):
                yield facts.problem(path, f'"{word}" is not in the glossary: add it to glossary.yml, or write it out')


def _is_shown(path: Path) -> bool:
    names = {step for step in path[1:] if isinstance(step, str)}
    return not names & UNSHOWN and not (path[0] == "sources" and names & SOURCE_WORDS)


def _acronyms(text: str) -> list[str]:
    """Words with two capitals in a row."""
    return [word for word in re.findall(r"[^\W_]+", text) if re.search(r"[A-Z]{2}", word)]


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _may_explain(facts: Facts, word: str) -> bool:
    seen = facts.seen("glossary")
    return not seen.complete or any(_singular(word) in map(_singular, _acronyms(text)) for text in seen.failed)


RULES: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    ids_are_unique,
    former_ids_stay_unused,
    statements_are_numbered_by_section,
    references_exist,
    citations_exist,
    lists_name_each_thing_once,
    nothing_is_related_to_itself,
    what_is_tried_first_helps_with_it,
    support_builds_on_a_lower_tier,
    support_does_not_build_on_itself,
    no_tier_is_below_its_source,
    placements_say_who_chose_the_tier,
    everything_has_a_strategy,
    every_statement_is_restated,
    nothing_withheld_is_linked,
    nothing_withheld_is_restated,
    no_date_is_in_the_future,
    a_locality_has_a_nation,
    acronyms_are_explained,
)
