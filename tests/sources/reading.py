"""Helpers of these tests: documents from bytes, and their blocks as readable pairs."""

from __future__ import annotations

from accord.document import Document
from accord.sources import Manifest, Raw, read
from accord.sources.raw import Given
from accord.values import Period

PROSE = (
    "The two ministers met in the capital on Monday and spoke of trade, of water and of the long border between them. "
)


def document(
    name: str, data: bytes | str, manifest: Manifest | None = None, published: Period | None = None
) -> Document:
    """The document that these bytes make under this name."""
    data = data.encode() if isinstance(data, str) else data
    return read(Raw(name, Given(data), len(data)), manifest, published)


def blocks(found: Document) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def leads(found: Document) -> list[tuple[str, str]]:
    """For every block with a lead: the start of the lead's text, and of its own."""
    text = [body[:24] for _, body in blocks(found)]
    return [(text[block.lead], text[i]) for i, block in enumerate(found.blocks) if block.lead is not None]


def page(main: str, head: str = "", around: str = "") -> str:
    """An HTML page with a main element."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{around}<main>{main}</main></body></html>"


def sound(found: Document) -> None:
    """What holds of every document: blocks in order, apart, trimmed, and nothing but line ends between them."""
    place = 0
    for block in found.blocks:
        body = found.text[block.start : block.end]
        assert block.start == place and body and "\n" not in body
        assert body.strip(" \n") == body and (block.kind == "row" or body.strip() == body)
        assert found.text[block.end : block.end + 1] in ("\n", "")
        assert block.lead is None or 0 <= block.lead < len(found.blocks)
        place = block.end + 1
    assert place == len(found.text) + 1
