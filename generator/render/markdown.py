"""The only module that knows Markdown and HTML: turns planned pages into the files that an engine builds.

Text from the catalogue is text. Whatever a template prints passes through `as_text`, so no letter of it can become
Markdown, HTML or a template.
"""

from __future__ import annotations

import html
import json
import re
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator import links
from generator.checklists import wording
from generator.diagrams import ring, stair
from generator.figures import day, size
from generator.pages import home, plan
from generator.pages.page import name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.checklists import File
    from generator.diagrams import Stair
    from generator.links import Address
    from generator.lookup import Lookup
    from generator.model import Catalogue, Term, Tier
    from generator.pages import Rung
    from generator.render.press import Made

PARTS = "parts"
# What may begin or end a construct of Markdown, of its extensions or of HTML.
SPECIAL = re.compile(r"""[&<>"'*_`\[\]\\#|~^={}!$]|:(?=\S)|^[-+](?=\s)|^\d+(?=[.)]\s)|--+""")


def pages(lookup: Lookup, made: Mapping[str, Made], tables: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every page by its path; `made` and `tables` tell what there is to say of each printed file and spreadsheet."""
    environment = _environment(lookup, made, tables)
    files = {
        page.address.path: _text(environment, f"{page.template}.md.jinja", page.address, page=page, shows=page.shows)
        for page in plan(lookup)
    }
    shared = {
        "home": links.HOME,
        "foot": links.REPORT,
        "contact": links.REPORT,
        "statement": links.REPORT,
        "glossary": links.REPORT,
        "find": links.FIND,
    }
    for part, seen_from in shared.items():
        files[f"{PARTS}/{part}.md"] = _text(environment, f"parts/{part}.md.jinja", seen_from, shows=home(lookup))
    return files


def _text(environment: Environment, template: str, seen_from: Address, **context: object) -> bytes:
    href = partial(_href, seen_from)
    text = environment.get_template(template).render(href=href, **context)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def _href(seen_from: Address, target: object) -> Markup:
    """The link to an address, or to the address of a record. Made of ids alone, so it needs no escaping."""
    place = target if isinstance(target, links.Address) else links.address(target)
    return Markup(place.seen_from(seen_from))  # noqa: S704


def _finished(link: Markup) -> Markup:
    """A link for markup, which the engine takes as it stands: to the finished page."""
    return Markup(link.replace(".md", ".html"))  # noqa: S704


def _environment(lookup: Lookup, made: Mapping[str, Made], tables: Mapping[str, bytes]) -> Environment:
    environment = Environment(
        loader=PackageLoader("generator"),
        autoescape=True,
        finalize=as_text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "front_matter": _front_matter,
        "day": day,
        "lower_first": _lower_first,
        "slug": _slug,
        "address": _address,
        "verbatim": _verbatim,
        "extent": partial(_extent, made, tables),
        "finished": _finished,
    }
    environment.globals |= {
        "guide": lookup.catalogue.guide,
        "safeguarding": lookup.catalogue.safeguarding,
        "tiers": lookup.catalogue.tiers,
        "terms": _terms(lookup.catalogue),
        "links": links,
        "wording": wording,
        "name": name,
        "where": partial(wording.where, lookup),
        "tier_of": lookup.tier_of,
        "order": lookup.order,
        "dots": partial(_dots, lookup),
        "stair": _stair,
        "ring": ring,
    }
    return environment


def as_text(value: object) -> object:
    """What a template prints: markup as it is; anything else as text in which nothing is Markdown or HTML."""
    if hasattr(value, "__html__"):
        return value
    if value is None:
        msg = "a template printed something that is not there"
        raise ValueError(msg)
    line = re.sub(r"\s+", " ", str(value))
    return Markup(SPECIAL.sub(_entities, line))  # noqa: S704


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(letter)};" for letter in match[0])


def _front_matter(value: str) -> Markup:
    """A value of the front matter: JSON is YAML, and the theme prints it into HTML as it stands."""
    return Markup(json.dumps(html.escape(" ".join(value.split())), ensure_ascii=False))  # noqa: S704


def _lower_first(value: str) -> str:
    """The text with a small first letter, for use inside a sentence; an acronym stays as it is."""
    return value if value[1:2].isupper() else value[:1].lower() + value[1:]


def _slug(value: str) -> Markup:
    """A letter or word as an anchor."""
    return Markup(re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-") or "other")  # noqa: S704


def _address(value: str) -> Markup:
    """An address on another site, as the target of a Markdown link."""
    return Markup(html.escape(value).replace("(", "%28").replace(")", "%29"))  # noqa: S704


def _terms(catalogue: Catalogue) -> tuple[tuple[str, Term], ...]:
    """Every form in which a term is written that Markdown can mark as an abbreviation, with the term."""
    forms = ((form, term) for term in catalogue.glossary for form in (term.term, *term.also))
    return tuple((form, term) for form, term in forms if not set(form) & set("[]\\"))


def _verbatim(value: str) -> Markup:
    """Text for a place where Markdown is not read: the definition of an abbreviation."""
    return Markup(html.escape(" ".join(value.split()), quote=False))  # noqa: S704


def _extent(made: Mapping[str, Made], tables: Mapping[str, bytes], file: File) -> str:
    """What a person wants to know of a file before they open it."""
    path = file.address.path
    if path in tables:
        return f"{file.kind.paper}, {size(len(tables[path]))}"
    known = made[path]
    sides = "1 side" if known.pages == 1 else f"{known.pages} sides"
    return f"PDF, {file.kind.paper}, {sides}, {size(known.bytes)}"


def _stair(rungs: Sequence[Rung]) -> Stair:
    return stair([(rung.tier.label, rung.tier.name) for rung in rungs])


def _dots(lookup: Lookup, tier: Tier) -> str:
    """As many filled dots as the tier's step, then empty ones: it reads in black and white too."""
    step = lookup.order(tier)
    return "●" * step + "○" * (len(lookup.catalogue.tiers) - step)
