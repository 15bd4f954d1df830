"""Which part of a page is its text: the article or main element, else the smallest part that holds nearly all prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accord.sources.html_tree import Element, attribute, walk, words

__all__ = ["Main", "headline_of", "main_of"]

_ASIDE = words("nav footer aside menu")
_ROLES = words("navigation banner contentinfo complementary search menu dialog alertdialog")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:shar(?:e|ing)|share-?(?:bar|links?|buttons?)|social(?:-?media)?|related|newsletter|subscri(?:be|ption)|"
    r"breadcrumbs?|cookies?|comments?(?:-?(?:list|area|section|form))?|disqus|respond|reply|sidebar|widgets?|"
    r"most-?(?:read|popular)|advert(?:s|isement|ising)?|banner|promo|taglist|post-?tags|entry-?tags|toolbar|"
    r"pagination|pager|read-?(?:more|also)|more-?(?:news|stories)|recommend(?:ed|ations?)|author-?(?:bio|box|info)|"
    r"about-?author|biography|jp-relatedposts|sharedaddy|footer|navigation|skip-?links?|print-?(?:button|link)|"
    r"popup|modal|overlay|teaser-?list|copyright|metanav|subnav|sitemap)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*[^:]{2,40}:\s+\S|[^:]*\d")
_FACTS = 3
"""Lines of a box of facts, at least."""
_WHOLE = words("html body main article")
_NARROWED = words("div section article main form center td tr tbody table")
_HOLDS = 0.75
_WIDER = 1.5
_ENOUGH = 250
"""Characters; the shares are tuned on trafilatura's evaluation pages (990 of them) as of 2026-11."""


@dataclass(frozen=True, slots=True)
class Main:
    """The element that holds the text, and the elements within it that are page furniture."""

    node: Element
    furniture: frozenset[Element]


def _is_chrome(element: Element, within: int) -> bool:
    """Whether the markup calls it page furniture; a header `within` an article or main element is none."""
    tag = element.tag
    if tag == "aside" and _tells_facts(element):
        return False
    return tag in _ASIDE or attribute(element, "role") in _ROLES or (tag == "header" and not within)


def _tells_facts(aside: Element) -> bool:
    """Whether an aside is a box of facts: rows, or lists of labels and what is told of each, and nothing to follow."""
    if next(aside.iter("a"), None) is not None:
        return False
    lines = [" ".join(e.itertext()) for e in aside.iter("li", "tr", "dd")]
    labelled = sum(_LABELLED.match(line) is not None for line in lines)
    return labelled >= _FACTS and 2 * labelled >= len(lines)


def _is_named(element: Element) -> bool:
    """Whether its class or id calls it furniture."""
    names = f"{attribute(element, 'class')} {attribute(element, 'id')}"
    return len(names) > 1 and element.tag not in _WHOLE and _NAMED.search(names) is not None


def main_of(root: Element) -> Main:
    """The part of the page that holds its text.

    Names of classes are believed where enough prose is left without what they call furniture, then only elements and
    roles, then neither.
    """
    body = root.find("body") if root.find("body") is not None else root
    named, marked = _furniture(body)
    everything = _measure(body, frozenset()).get(body, 0)
    for furniture in (named | marked, marked, frozenset[Element]()):
        prose = _measure(body, furniture)
        if prose.get(body, 0) >= min(_ENOUGH, 0.4 * everything):
            return Main(_chosen(body, prose), furniture)
    return Main(body, frozenset())


def _furniture(body: Element) -> tuple[frozenset[Element], frozenset[Element]]:
    """The elements called furniture by a class or id, and those by their tag or role."""
    named, marked = set(), set()
    within = 0
    for event, element in walk(body):
        if event == "start":
            if _is_named(element):
                named.add(element)
            if _is_chrome(element, within):
                marked.add(element)
        if event != "skip" and element.tag in ("article", "main"):
            within += 1 if event == "start" else -1
    return frozenset(named), frozenset(marked)


def _chosen(body: Element, prose: dict[Element, int]) -> Element:
    marked = [element for element in body.iter() if element in prose and _is_main(element)]
    total = prose[body]
    best = max(marked, key=lambda element: prose[element], default=None)
    if best is None or prose[best] < 0.4 * total:
        return _widened(body, _narrowed(body, prose), prose)
    close = [element for element in marked if prose[element] >= 0.7 * prose[best] and element is not best]
    inner = [element for element in close if best in element.iterancestors()]
    return inner[-1] if inner else best


def _is_main(element: Element) -> bool:
    if element.tag in ("main", "article"):
        return True
    return attribute(element, "role") == "main" or "articleBody" in attribute(element, "itemprop")


def _narrowed(node: Element, prose: dict[Element, int]) -> Element:
    """Down to the smallest part that still holds nearly all of the prose, but no further than a block of blocks."""
    while True:
        heaviest = max(node, key=lambda child: prose.get(child, 0), default=None)
        if heaviest is None or heaviest.tag not in _NARROWED:
            return node
        if prose.get(heaviest, 0) < _HOLDS * prose.get(node, 0):
            return node
        node = heaviest


def _widened(body: Element, node: Element, prose: dict[Element, int]) -> Element:
    """Up to the part that has the page's h1 as well, where that adds little: a summary stands between the two."""
    for h1 in body.iter("h1"):
        if h1 not in prose:
            continue
        within = {node, *node.iterancestors()}
        shared = next((above for above in (h1, *h1.iterancestors()) if above in within), body)
        return shared if prose.get(shared, 0) <= _WIDER * prose.get(node, 0) else node
    return node


def _measure(body: Element, furniture: frozenset[Element]) -> dict[Element, int]:
    """How much prose (characters outside links, in longer stretches) each element holds, furniture left out."""
    prose: dict[Element, int] = {}
    outside = linked = 0
    stack: list[int] = []
    for event, element in walk(body):
        if event == "start":
            outside += element in furniture
            linked += element.tag == "a"
            stack.append(0 if outside or linked else _weight(element.text))
            continue
        if event == "end":
            own = stack.pop()
            if not outside:
                prose[element] = own
            outside -= element in furniture
            linked -= element.tag == "a"
            if stack:
                stack[-1] += own
        if stack and not outside and not linked and element is not body:
            stack[-1] += _weight(element.tail)
    return prose


def _weight(text: str | None) -> int:
    """Characters of a stretch; short labels count little."""
    length = len(text.strip()) if text else 0
    return length if length >= 25 else length // 4


def headline_of(root: Element, main: Main, title: str) -> Element | None:
    """The h1 of the page: in the text, else one elsewhere that the page's title repeats."""
    inside = next((h1 for h1 in main.node.iter("h1") if _words(h1)), None)
    if inside is not None:
        return inside
    known = set(re.findall(r"\w+", title.lower()))
    for h1 in root.iter("h1"):
        said = _words(h1)
        if len(said) >= 3 and sum(word in known for word in said) >= 0.6 * len(said):
            return h1
    return None


def _words(element: Element) -> list[str]:
    return re.findall(r"\w+", "".join(element.itertext()).lower())
