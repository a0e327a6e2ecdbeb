"""Reads PDFs as the people and programs do that get them: their words, their structure, and what they look like."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}


def words(content: bytes) -> str:
    """The text of all pages without its spaces: where a line ends is the printer's business."""
    document = pypdfium2.PdfDocument(content)
    return squeezed("".join(page.get_textpage().get_text_bounded() for page in document))


def squeezed(text: str) -> str:
    return "".join(text.split())


def pictures(content: bytes, dots_per_inch: int) -> Iterator[Image]:
    """Each page in grey."""
    for page in pypdfium2.PdfDocument(content):
        yield page.render(scale=dots_per_inch / 72, grayscale=True).to_pil().convert("L")


@dataclass(frozen=True)
class Element:
    """A part of the structure that a screen reader reads: its kind, and its alternative text if it has one."""

    kind: str
    alternative: str


def structure(content: bytes) -> list[Element]:
    """The structure of a document, in reading order."""
    with pikepdf.open(BytesIO(content)) as document:
        return list(_below(document.Root.StructTreeRoot))


def _below(node: Any) -> Iterator[Element]:  # noqa: ANN401  what stands in a PDF is found by looking
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _below(each)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield Element(str(node.S).removeprefix("/"), str(node.get("/Alt", "")))
        yield from _below(node.get("/K", pikepdf.Array()))
    elif isinstance(node, pikepdf.Dictionary) and "/ParentTree" in node:
        yield from _below(node.K)


def untagged(content: bytes) -> list[str]:
    """What is written on the pages outside the structure and is not marked as decoration either."""
    found = []
    with pikepdf.open(BytesIO(content)) as document:
        for page in document.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                depth += (name in {"BDC", "BMC"}) - (name == "EMC")
                if depth == 0 and name in SHOWS_TEXT:
                    found.append(str(instruction.operands))
    return found


def fonts(content: bytes) -> list[tuple[str, bool]]:
    """The name of every face, and whether it is in the file itself."""
    with pikepdf.open(BytesIO(content)) as document:
        return [
            (str(each.FontName), "/FontFile2" in each or "/FontFile3" in each)
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        ]
