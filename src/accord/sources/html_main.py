"""Which part of a page is its text: the article or main element, else the smallest part that holds nearly all prose."""

from __future__ import annotations

import re

from accord.sources.html_tree import Element, attribute, tag_of, walk

__all__ = ["ASIDE", "headline_of", "main_of", "prose_length"]

ASIDE = frozenset(["nav", "footer", "aside", "menu"])
_CHROME = ASIDE | {"header"}
_ROLES = frozenset(["navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog", "alertdialog"])
_HOLDS = 0.75
_ENOUGH = 140


def is_chrome(element: Element) -> bool:
    """Whether the markup calls it page furniture, whatever it holds."""
    return tag_of(element) in _CHROME or attribute(element, "role") in _ROLES


def main_of(root: Element) -> Element:
    """The element that holds the text of the page."""
    body = root.find("body") if root.find("body") is not None else root
    prose = _measure(body)
    marked = [e for e in body.iter("main", "article") if e in prose] + [
        e
        for e in body.iter()
        if e in prose and (attribute(e, "role") == "main" or "articleBody" in attribute(e, "itemprop"))
    ]
    total = prose.get(body, 0)
    best = max(marked, key=lambda element: prose[element], default=None)
    node = best if best is not None and prose[best] >= max(_ENOUGH, 0.4 * total) else body
    return _narrowed(node, prose)


def _narrowed(node: Element, prose: dict[Element, int]) -> Element:
    """Down to the smallest part that still holds nearly all of the prose, but no further than a block of blocks."""
    while True:
        heaviest = max(node, key=lambda child: prose.get(child, 0), default=None)
        if heaviest is None or tag_of(heaviest) not in ("div", "section", "article", "main", "form", "center"):
            return node
        if prose.get(heaviest, 0) < max(_ENOUGH, _HOLDS * prose.get(node, 0)):
            return node
        node = heaviest


def _measure(body: Element) -> dict[Element, int]:
    """How much prose (characters outside links, in longer stretches) each element holds, furniture left out."""
    prose: dict[Element, int] = {}
    outside = 0
    linked = 0
    stack: list[int] = []
    for event, element in walk(body):
        if event == "start":
            outside += is_chrome(element) and element is not body
            linked += tag_of(element) == "a"
            stack.append(0 if outside or linked else _weight(element.text))
        else:
            if event == "end":
                own = stack.pop()
                if not outside:
                    prose[element] = own
                outside -= is_chrome(element) and element is not body
                linked -= tag_of(element) == "a"
                if stack:
                    stack[-1] += own
            if stack and not outside and not linked and element is not body:
                stack[-1] += _weight(element.tail)
    return prose


def _weight(text: str | None) -> int:
    """Characters of a stretch; short labels count little."""
    length = len(text.strip()) if text else 0
    return length if length >= 25 else length // 4


def prose_length(node: Element) -> int:
    return _measure(node).get(node, 0)


def headline_of(root: Element, node: Element, title: str) -> Element | None:
    """The h1 of the page: in the text, else one elsewhere that the page's title repeats."""
    inside = next((h1 for h1 in node.iter("h1") if _words(h1)), None)
    if inside is not None:
        return inside
    known = set(re.findall(r"\w+", title.lower()))
    for h1 in root.iter("h1"):
        words = _words(h1)
        if len(words) >= 3 and sum(word in known for word in words) >= 0.6 * len(words):
            return h1
    return None


def _words(element: Element) -> list[str]:
    return re.findall(r"\w+", "".join(element.itertext()).lower())
