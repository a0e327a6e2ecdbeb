"""What the search looks in: a document for each record, as lists of stems by field."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model import Source, Tier
from generator.search.analysis import stems
from generator.search.pairs import pairs, telling_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.checklists import Checklist
    from generator.lookup import Lookup
    from generator.model import Area, Catalogue, Theme

PHRASES, TITLE, TEXT = FIELDS = ("phrases", "title", "text")
"""What people type for it; what it is called; what else is said of it."""


@dataclass(frozen=True)
class Document:
    """A record as the index sees it: its texts by field, each as stems.

    `ref` is the letter of its kind and its number within the kind.
    """

    ref: str
    fields: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


class Rings:
    """Words that mean the same: whichever of a ring is written, its one token stands for it."""

    def __init__(self, rings: Iterable[Iterable[str]]) -> None:
        """Take rings of words or short phrases, the neutral one first. A ring that meets an earlier one joins it."""
        self.tokens: dict[tuple[str, ...], str] = {}
        for ring in rings:
            sequences = [tuple(stems(word)) for word in ring]
            met = (self.tokens[sequence] for sequence in sequences if sequence in self.tokens)
            token = next(met, "_".join(sequences[0]))
            for sequence in sequences:
                self.tokens.setdefault(sequence, token)
        self._longest = max(map(len, self.tokens), default=1)

    def analysed(self, text: str) -> tuple[str, ...]:
        """The stems of a text, with the token of a ring wherever one of its members stands; the longest wins."""
        words, found, place = stems(text), [], 0
        while place < len(words):
            for length in range(min(self._longest, len(words) - place), 0, -1):
                token = self.tokens.get(tuple(words[place : place + length]))
                if token or length == 1:
                    found.append(token or words[place])
                    place += length
                    break
        return tuple(found)


def rings(lookup: Lookup) -> Rings:
    """The rings of the vocabulary, and one for each term of the glossary with its expansion and other forms."""
    glossary = (
        (term.term, *((term.expansion,) if term.expansion else ()), *term.also) for term in lookup.catalogue.glossary
    )
    return Rings((*(ring.words for ring in lookup.catalogue.synonyms), *glossary))


def documents(lookup: Lookup, sheets: Iterable[Checklist], analysed: Rings) -> tuple[Document, ...]:
    """Every document, in the order of the catalogue. Nothing that is withheld is among them."""
    return _paired(tuple(_documents(lookup, sheets, analysed)))


def _paired(found: tuple[Document, ...]) -> tuple[Document, ...]:
    """Documents whose phrases hold, after their words, the pairs that mean something together."""
    telling = telling_pairs(document.fields.get(PHRASES, ()) for document in found)

    def with_pairs(text: tuple[str, ...]) -> tuple[str, ...]:
        return (*text, *(pair for pair in pairs(text) if pair in telling))

    return tuple(
        replace(document, fields={**document.fields, PHRASES: tuple(map(with_pairs, document.fields.get(PHRASES, ())))})
        for document in found
    )


def _documents(lookup: Lookup, sheets: Iterable[Checklist], analysed: Rings) -> tuple[Document, ...]:
    catalogue = lookup.catalogue

    def document(ref: str, *, phrases: Iterable[str] = (), title: str = "", text: Iterable[str] = ()) -> Document:
        written = {PHRASES: phrases, TITLE: (title,), TEXT: text}
        return Document(ref, {name: tuple(map(analysed.analysed, texts)) for name, texts in written.items()})

    return (
        *(
            document(f"y{n}", phrases=(*each.phrases, each.label, *each.notice))
            for n, each in enumerate(catalogue.symptoms)
        ),
        *(document(f"s{n}", phrases=(*each.phrases, each.label)) for n, each in enumerate(catalogue.situations)),
        *(document(f"t{n}", phrases=(*each.phrases, each.label)) for n, each in enumerate(catalogue.topics)),
        *(document(f"e{n}", phrases=each.phrases) for n, each in enumerate(catalogue.elsewhere)),
        *(
            document(f"a{n}", title=each.title, text=(each.summary, *each.examples, lookup.themes[each.theme].label))
            for n, each in enumerate(catalogue.strategies)
        ),
        *(
            document(f"c{n}", title=each.label, text=(each.summary, *(action.text for action in each.actions)))
            for n, each in enumerate(catalogue.cycle)
        ),
        *(document(f"v{n}", title=each.label, text=(each.summary,)) for n, each in enumerate(catalogue.services)),
        *(
            document(f"k{n}", title=f"checklist to print for class or wall {each.area.label} {each.tier.label}")
            for n, each in enumerate(sheets)
        ),
        *(
            document(f"g{n}", title=" ".join((each.term, each.expansion or "", *each.also)), text=(each.meaning,))
            for n, each in enumerate(catalogue.glossary)
        ),
        *(document(f"p{n}", title=name(each)) for n, each in enumerate(with_pages(catalogue))),
    )


def with_pages(catalogue: Catalogue) -> tuple[Area | Tier | Theme | Source, ...]:
    """The records whose pages gather others, and so answer a query for the page alone."""
    return (*catalogue.areas, *catalogue.tiers, *catalogue.themes, *catalogue.sources)


def name(record: Area | Tier | Theme | Source) -> str:
    """What the page of a record is called, with the name of a tier beside its label."""
    if isinstance(record, Source):
        return record.title
    return f"{record.label}: {record.name}" if isinstance(record, Tier) else record.label
