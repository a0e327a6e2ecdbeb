"""Turns the catalogue into what the browser searches: a prebuilt lunr index, the words of staff, and lunr.js itself.

The files are classic scripts: a page that is opened from a folder can load nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from rjsmin import jsmin

from generator import links
from generator.checklists import checklists
from generator.lookup import Lookup
from generator.scripts import script
from generator.search.analysis import stem, words
from generator.search.documents import documents, rings
from generator.search.index import packed
from generator.search.language import table
from generator.search.warning import warnings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.checklists import Checklist
    from generator.model import Catalogue, Situation

TO_TRY_FIRST = 3
COMMON_ENOUGH = 3
"""How often a word must be used, in whatever form, to be what a misspelt one may have meant."""

LUNR = "contrib/search/templates/search/lunr.js"
"""Where the installed engine keeps lunr.js, whose version is that of the index."""


def search(catalogue: Catalogue) -> dict[str, bytes]:
    """The files of the search by their path in the folder of generated pages."""
    lookup = Lookup(catalogue)
    sheets = checklists(lookup)
    analysed = rings(lookup)
    found = documents(lookup, sheets, analysed)
    return {
        "search/lunr.js": _lunr(),
        "search/index.js": script("index", packed(found)),
        "search/data.js": script("data", {**_records(lookup, sheets), **_vocabulary(lookup, analysed.tokens)}),
    }


def _lunr() -> bytes:
    package = find_spec("mkdocs")
    if package is None or not package.submodule_search_locations:
        msg = "mkdocs is not installed, and lunr.js comes out of it"
        raise RuntimeError(msg)
    script = (Path(package.submodule_search_locations[0]) / LUNR).read_text("utf-8")
    return f"{jsmin(script, keep_bang_comments=True)}\n".encode()


def _records(lookup: Lookup, sheets: Iterable[Checklist]) -> dict[str, object]:
    """What a result shows and what filters ask of it. Records stand in the order of the index; links by position."""
    catalogue = lookup.catalogue
    place = {
        name: {record.id: number for number, record in enumerate(getattr(catalogue, name))}
        for name in (
            "symptoms",
            "strategies",
            "services",
            "cycle",
            "tiers",
            "areas",
            "themes",
            "roles",
            "phases",
            "nations",
        )
    }

    def url(record: object) -> str:
        return links.address(record).url.removeprefix(f"{links.FOLDER}/")

    def answer(name: str) -> str:
        kinds = {"strategies": "a", "services": "v", "cycle": "c"}
        return next(f"{letter}{place[kind][name]}" for kind, letter in kinds.items() if name in place[kind])

    return {
        "labels": {
            name: [[record.id, record.label] for record in getattr(catalogue, name)]
            for name in ("tiers", "areas", "themes", "roles", "phases", "nations")
        },
        "symptoms": [
            {
                "id": each.id,
                "title": each.label,
                "text": each.summary,
                "url": url(each),
                "within": place["symptoms"][each.within] if each.within else -1,
                "first": [place["strategies"][s] for s in each.try_first],
            }
            for each in catalogue.symptoms
        ],
        "situations": [
            {
                "id": each.id,
                "title": each.label,
                "alarm": each.safeguarding,
                "symptoms": [place["symptoms"][s] for s in each.symptoms],
                "answers": [answer(s) for s in _in_order(each)],
            }
            for each in catalogue.situations
        ],
        "topics": [
            {"id": each.id, "title": each.label, "answers": [answer(s) for s in each.answers]}
            for each in catalogue.topics
        ],
        "strategies": [
            {
                "id": each.id,
                "title": each.title,
                "text": each.summary,
                "tier": place["tiers"][each.tier],
                "areas": [place["areas"][a] for a in each.areas],
                "theme": place["themes"][each.theme],
                "roles": [place["roles"][r] for r in each.roles],
                "phases": [place["phases"][p] for p in each.phases],
                "nation": place["nations"][each.nation] if each.nation else -1,
                "url": url(each),
            }
            for each in catalogue.strategies
        ],
        "steps": [
            {"id": each.id, "title": each.label, "text": each.summary, "url": url(each)} for each in catalogue.cycle
        ],
        "services": [
            {
                "id": each.id,
                "title": each.label,
                "text": each.summary,
                "nation": place["nations"][each.nation] if each.nation else -1,
                "url": url(each),
            }
            for each in catalogue.services
        ],
        "checklists": [
            {
                "id": sheet.id,
                "title": f"{sheet.area.label}: {sheet.tier.label}",
                "area": place["areas"][sheet.area.id],
                "tier": place["tiers"][sheet.tier.id],
                "url": sheet.address.url.removeprefix(f"{links.FOLDER}/"),
            }
            for sheet in sheets
        ],
        "terms": [
            {
                "id": each.id,
                "title": each.term,
                "text": " ".join(filter(None, (each.expansion and f"{each.expansion}.", each.meaning))),
                "url": url(each),
            }
            for each in catalogue.glossary
        ],
        "safeguarding": {
            "title": catalogue.safeguarding.title,
            "steps": catalogue.safeguarding.steps,
            "afterwards": catalogue.safeguarding.afterwards,
        },
        "common": [place["symptoms"][each] for each in catalogue.guide.common_symptoms],
    }


def _in_order(situation: Situation) -> tuple[str, ...]:
    """What to try for a situation, best first. Where somebody may be at risk, whom to ask comes before what to try."""
    if situation.safeguarding:
        return (*situation.services, *situation.strategies)
    first, later = situation.strategies[:TO_TRY_FIRST], situation.strategies[TO_TRY_FIRST:]
    return (*first, *situation.services, *later)


def _vocabulary(lookup: Lookup, tokens: dict[tuple[str, ...], str]) -> dict[str, object]:
    """The rules of analysis, the rings, the words of warning, and the whole words that people use.

    The words stand in steps, the commonest first, and from A to Z within a step, which packs small.
    """
    catalogue = lookup.catalogue
    phrases = (
        *(phrase for each in catalogue.symptoms for phrase in each.phrases),
        *(phrase for each in catalogue.situations for phrase in each.phrases),
        *(phrase for each in catalogue.topics for phrase in each.phrases),
    )
    used = Counter(word for phrase in phrases for word in words(phrase))
    shown = Counter(
        word
        for texts in ((each.title, each.summary) for each in catalogue.strategies)
        for text in texts
        for word in words(text)
    )
    known = _spellings(used + shown)
    return {
        "language": table(),
        "rings": [
            [" ".join(sequence), token] for sequence, token in sorted(tokens.items()) if " ".join(sequence) != token
        ],
        **warnings(catalogue),
        "words": " ".join(sorted(known, key=lambda word: (-known[word].bit_length(), word))),
    }


def _spellings(counts: Mapping[str, int]) -> dict[str, int]:
    """The commonest and the shortest form of each stem that is used often enough, with how often the stem is used."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in counts.items():
        if word.isalpha():
            forms[stem(word)][word] += count
    return {
        form: words.total()
        for words in forms.values()
        if words.total() >= COMMON_ENOUGH
        for form in {_commonest(words), min(words, key=lambda word: (len(word), word))}
    }


def _commonest(words: Counter[str]) -> str:
    return max(words, key=lambda word: (words[word], word))
