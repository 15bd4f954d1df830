"""The tree of a page: parsed without network or entities, its depth limited; helpers on its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from accord.errors import DamagedSource, NoText, OversizedSource
from accord.sources.charset import decode
from accord.sources.limits import HTML_DEPTH, HTML_ELEMENTS, HTML_LIMIT

__all__ = [
    "BLOCKS",
    "SKIPPED",
    "Element",
    "attribute",
    "hidden",
    "inner_text",
    "parse",
    "shown",
    "walk",
    "words",
]

Element = Any
"""An lxml element; lxml brings no types."""


def words(text: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(text.split())


SKIPPED = words(
    "script style noscript template svg math button input select option textarea label iframe object embed canvas "
    "audio video map head link meta title datalist dialog"
)
BLOCKS = words(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul"
)
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def decoded(data: bytes, doc: str, declared: str = "") -> str:
    """The text of a page by the charset that it, or a mail, names. Raises DamagedSource."""
    named = _META_CHARSET.search(data[:4096])
    return decode(data, doc, declared or (named[1].decode("ascii", "replace") if named else ""))


def parse(data: bytes, doc: str, declared: str = "") -> Element:
    """The root element of a page; `declared` is the charset that a mail names.

    Raises OversizedSource, DamagedSource or NoText.
    """
    import lxml.etree  # type: ignore[import-untyped]

    if len(data) > HTML_LIMIT:
        reason = f"{doc} is a page of {len(data) / 1e6:.0f} MB, above the limit of {HTML_LIMIT / 1e6:.0f} MB"
        raise OversizedSource(reason, "save the article alone, or as text")
    text = decoded(data, doc, declared)
    declaration = _XML_DECLARATION.match(text)
    text = text[declaration.end() if declaration else 0 :].replace("\0", "")
    parser = lxml.etree.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.etree.fromstring(text, parser)
    except lxml.etree.LxmlError as error:
        raise DamagedSource(f"{doc} is no readable HTML: {error}", "save the page again") from error
    if root is None:
        raise NoText(f"{doc} is a page without content", "save the page again after it has loaded")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        reason = f"{doc} nests its elements deeper than the limit of {HTML_DEPTH} levels"
        raise OversizedSource(reason, "save the article alone, or as text")
    if sum(1 for _ in root.iter()) > HTML_ELEMENTS:
        reason = f"{doc} has more elements than the limit of {HTML_ELEMENTS}"
        raise OversizedSource(reason, "save the article alone, or as text")
    return root


def attribute(element: Element, name: str) -> str:
    return str(element.get(name) or "").strip()


def hidden(element: Element) -> bool:
    """Whether a page does not show the element."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def walk(node: Element) -> Iterator[tuple[str, Element]]:
    """("start" | "end", element) in document order below and with `node`, without what is never shown."""
    import lxml.etree

    walker = lxml.etree.iterwalk(node, events=("start", "end"))
    skipped = None
    for event, element in walker:
        if event == "end":
            if element is skipped:
                skipped = None
            else:
                yield event, element
        elif element is not node and (element.tag in SKIPPED or hidden(element)):
            skipped = element
            walker.skip_subtree()
            yield "skip", element
        else:
            yield event, element


def shown(text: str, element: Element) -> str:
    """Character data as it reads: source line ends are spaces, raised figures stay apart from the number before."""
    text = text.replace("\n", " ").replace("\r", " ")
    return text.translate(_SUPERSCRIPT) if element.tag == "sup" else text


def inner_text(node: Element, limit: int = 0) -> str:
    """All text shown within an element, blocks and breaks parted by spaces; cut some way after `limit` characters."""
    parts: list[str] = []
    length = 0
    for event, element in walk(node):
        tag = element.tag
        if tag in BLOCKS or tag == "br":
            parts.append(" ")
        if event == "start" and element.text:
            parts.append(shown(element.text, element))
            length += len(element.text)
        if event in ("end", "skip") and element is not node and element.tail:
            parts.append(shown(element.tail, element.getparent()))
            length += len(element.tail)
        if limit and length > limit:
            break
    return "".join(parts)
