"""The records of the catalogue: frozen and typed, without input, output or Markdown.

Every closed list (tiers, areas, themes and the rest) is a tuple of records with labels, in the order in which people
should meet them; nothing in the program knows one of them by name.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
AnswerId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=61)]
StatementId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$", max_length=80)
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1200)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$")]
SiteAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'?#]+/$", max_length=200)]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+$")]


class Record(BaseModel):
    """What all records share: they cannot change, and a field that they do not have is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Contact(Record):
    """Where readers of this copy report a problem: an e-mail address, a web form, or neither yet."""

    email: Email | None = None
    url: WebAddress | None = None


class Statement(Record):
    """When the accessibility statement was written and last looked over, and when what it says was last tested."""

    prepared: date
    reviewed: date
    tested: date


class Guide(Record):
    """The catalogue as a whole: what it is called, which edition it is, and what the home page puts first."""

    title: Text
    short_title: Title
    version: Text
    reviewed: date
    summary: Text
    address: SiteAddress | None = None
    contact: Contact = Contact()
    publisher: Text | None = None
    statement: Statement | None = None
    common_symptoms: tuple[Id, ...] = Field(min_length=1)


class OtherName(Record):
    """What somebody else calls a tier."""

    label: Text
    where: Text
    note: Text | None = None


class Tier(Record):
    """A step of support. The order of the file is the order of the steps, and each builds on the one before."""

    id: Id
    label: Title
    name: Title
    summary: Text
    other_names: tuple[OtherName, ...] = ()


class Area(Record):
    """An area of need, or provision that serves every area."""

    id: Id
    label: Title
    summary: Text
    serves_every_area: bool = False
    paragraphs: Text | None = None
    note: Text | None = None


class Nation(Record):
    """A country whose law and names for things differ."""

    id: Id
    label: Title


class Theme(Record):
    """A thread that runs through the tiers, and so makes a ladder."""

    id: Id
    label: Title
    summary: Text


class Role(Record):
    """Who in a setting does something."""

    id: Id
    label: Title


class Phase(Record):
    """A stage of education."""

    id: Id
    label: Title


class TierLabel(Record):
    """How a source names one of its own tiers, and which tier of the guide that is."""

    tier: Id
    label: Text


class Section(Record):
    """A headed part of a source with the numbers of its statements; `tier` only where the source states one."""

    id: StatementId
    label: Text
    tier: Id | None = None
    provisions: tuple[StatementId, ...] = ()
    symptoms: tuple[StatementId, ...] = ()
    context: tuple[StatementId, ...] = ()
    references: tuple[StatementId, ...] = ()

    @property
    def statements(self) -> tuple[StatementId, ...]:
        """Every numbered statement of the section, in the order of their numbers."""
        return tuple(sorted((*self.provisions, *self.symptoms, *self.context, *self.references)))


class Source(Record):
    """A document that the guide restates, cited by the numbers of its statements."""

    id: Id
    title: Text
    publisher: Text | None = None
    published: date | None = None
    url: WebAddress | None = None
    nation: Id
    note: Text | None = None
    tier_labels: tuple[TierLabel, ...] = ()
    sections: tuple[Section, ...] = Field(min_length=1)


class Term(Record):
    """An acronym or term of art, explained in a line."""

    id: Id
    term: Title
    expansion: Text | None = None
    meaning: Text
    nation: Id | None = None
    also: tuple[Text, ...] = ()


class Symptom(Record):
    """What an adult sees. Never a diagnosis, and support never depends on one.

    `within` names the wider symptom that this one may lie behind.
    """

    id: Id
    label: Title
    area: Id
    summary: Text
    statements: tuple[StatementId, ...] = Field(min_length=1)
    notice: tuple[Text, ...] = Field(min_length=1)
    safeguarding: bool = False
    within: Id | None = None
    related: tuple[Id, ...] = ()
    try_first: tuple[Id, Id, Id]
    phrases: tuple[Text, ...] = Field(min_length=1)
    note: Text | None = None
    former_ids: tuple[Id, ...] = ()


class Situation(Record):
    """What staff describe in words of their own, between a symptom and its strategies.

    `symptoms` and `strategies` come best first; the first three strategies are what to try first, and `services` are
    whom to ask besides. `safeguarding` puts the panel above the results for whoever describes it. `phrases` are what
    people type: they are understood and never shown.
    """

    id: Id
    label: Title
    symptoms: tuple[Id, ...] = Field(min_length=1)
    strategies: tuple[Id, ...] = Field(min_length=3)
    services: tuple[Id, ...] = ()
    safeguarding: bool = False
    phrases: tuple[Text, ...] = Field(min_length=1)

    @property
    def try_first(self) -> tuple[Id, ...]:
        """The first three of its strategies."""
        return self.strategies[:3]


class Topic(Record):
    """What staff ask about an intervention, a process or a role; `answers` are strategies, services and steps."""

    id: Id
    label: Title
    answers: tuple[AnswerId, ...] = Field(min_length=1)
    phrases: tuple[Text, ...] = Field(min_length=1)


class Elsewhere(Record):
    """What staff may type that the guide does not answer, so that the search can say so."""

    id: Id
    label: Title
    phrases: tuple[Text, ...] = Field(min_length=1)


class Ring(Record):
    """Words that mean the same in schools, the neutral one first."""

    id: Id
    words: tuple[Text, ...] = Field(min_length=2)


class WordGroup(Record):
    """Words and short phrases that can stand for one another, and that more than one rule of the warnings names."""

    id: Id
    words: tuple[Text, ...] = Field(min_length=1)


NAMED, WRITTEN_OUT = KINDS_OF_GROUP = ("(named)", "(written out)")
"""How a rule may hold a group: by its id, or as a list of its words. Brackets keep them apart from names of fields."""

Group = Annotated[
    Annotated[Id, Tag(NAMED)] | Annotated[tuple[Text, ...], Field(min_length=1), Tag(WRITTEN_OUT)],
    Discriminator(lambda value: NAMED if isinstance(value, str) else WRITTEN_OUT),
]
"""The id of a group of words, or its words themselves where no other rule needs them."""


class Together(Record):
    """Groups of words that say something only together: one of each, in this order and close to one another.

    `apart` is how many other words may stand between neighbours; whatever stands in `unless`, close by, takes the
    meaning away.
    """

    groups: tuple[Group, ...] = Field(min_length=1)
    unless: tuple[Group, ...] = ()
    apart: int = Field(default=2, ge=0, le=9)


class WarningWords(Record):
    """What puts the safeguarding panel above every result, in groups of words (`together`) and in `phrases`.

    `alike`, in groups, and `unless`, in phrases, are look-alikes: a warning that stands inside one raises no panel.
    """

    id: Id
    label: Title
    together: tuple[Together, ...] = ()
    alike: tuple[Together, ...] = ()
    phrases: tuple[Text, ...] = Field(min_length=1)
    unless: tuple[Text, ...] = ()


class Strategy(Record):
    """One thing that a setting does, restated from the numbered statements that it rests on."""

    id: Id
    title: Title
    summary: Text
    tier: Id
    placement: Annotated[str, StringConstraints(pattern=r"^(source|editor)$")]
    areas: tuple[Id, ...] = Field(min_length=1)
    theme: Id
    symptoms: tuple[Id, ...] = ()
    roles: tuple[Id, ...] = Field(min_length=1)
    phases: tuple[Id, ...] = ()
    statements: tuple[StatementId, ...] = Field(min_length=1)
    examples: tuple[Text, ...] = ()
    nation: Id | None = None
    locality: Text | None = None
    requires: tuple[Text, ...] = ()
    cautions: tuple[Text, ...] = ()
    note: Text | None = None
    builds_on: tuple[Id, ...] = ()
    reviewed: date
    former_ids: tuple[Id, ...] = ()


class Withheld(Record):
    """A statement that the guide does not pass on as advice, with the reason and who could clear it."""

    id: Id
    title: Title
    reason: Text
    cleared_by: Text
    statements: tuple[StatementId, ...] = Field(min_length=1)
    reviewed: date


class Action(Record):
    """One thing to do within a step of the cycle."""

    text: Text
    statements: tuple[StatementId, ...] = Field(min_length=1)


class Paragraph(Record):
    """What a numbered paragraph of the Code asks for, in our own words."""

    number: Text
    text: Text
    statements: tuple[StatementId, ...] = ()


class Step(Record):
    """A step of the cycle by which support is chosen and checked."""

    id: Id
    label: Title
    summary: Text
    actions: tuple[Action, ...] = Field(min_length=1)
    paragraphs: tuple[Paragraph, ...] = ()
    note: Text | None = None

    @property
    def statements(self) -> tuple[StatementId, ...]:
        """What the step restates: the statements of its actions and of its paragraphs, each once."""
        parts: tuple[Action | Paragraph, ...] = (*self.actions, *self.paragraphs)
        return tuple(dict.fromkeys(sid for part in parts for sid in part.statements))


class Service(Record):
    """Somebody to ask for advice, what they can do and when to ask."""

    id: Id
    label: Title
    summary: Text
    statements: tuple[StatementId, ...] = Field(min_length=1)
    nation: Id | None = None
    locality: Text | None = None
    phases: tuple[Id, ...] = ()
    note: Text | None = None


class Safeguarding(Record):
    """The fixed panel that stands above any strategy where somebody may be at risk."""

    title: Title
    steps: tuple[Text, ...] = Field(min_length=1)
    afterwards: Text


class Catalogue(Record):
    """The whole catalogue. Each field is one file or folder of `data/` with the same name."""

    guide: Guide
    safeguarding: Safeguarding
    tiers: tuple[Tier, ...]
    areas: tuple[Area, ...]
    nations: tuple[Nation, ...]
    themes: tuple[Theme, ...]
    roles: tuple[Role, ...]
    phases: tuple[Phase, ...]
    sources: tuple[Source, ...]
    glossary: tuple[Term, ...]
    symptoms: tuple[Symptom, ...]
    strategies: tuple[Strategy, ...]
    withheld: tuple[Withheld, ...]
    cycle: tuple[Step, ...]
    services: tuple[Service, ...]
    situations: tuple[Situation, ...]
    topics: tuple[Topic, ...]
    elsewhere: tuple[Elsewhere, ...]
    synonyms: tuple[Ring, ...]
    words: tuple[WordGroup, ...]
    warnings: tuple[WarningWords, ...]
