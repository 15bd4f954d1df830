"""What a page says of itself: title, address, publisher, language, and when it was published.

Dates are taken from JSON-LD, meta elements and <time>; a date that a page merely shows counts only where an
independent reading agrees, and one in a page header never (it may be the day of the visit).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from accord.sources.clean import clean
from accord.sources.dates import from_stamp
from accord.sources.html_main import Main
from accord.sources.html_tree import Element, attribute, inner_text, walk
from accord.sources.parsed import Meta
from accord.values import Period

__all__ = ["page_meta"]

_DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "article.published",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
)
_ARTICLES = re.compile(r"article|posting|report|webpage|news|statement|legislation|creativework", re.IGNORECASE)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|time|datetime|published|pubdate|posted|byline|meta|dateline|created)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CORROBORATION_LIMIT = 100_000
"""Elements of a page; htmldate is not asked about larger ones."""
_LINE = 200
"""Characters; longer elements are no date lines."""
_SITE = re.compile(r"\s+(?:\||-|–|—|::|»|•|·)\s+(?=[^|–—»•·]{2,60}$)")


def page_meta(root: Element, main: Main, heading: str) -> Meta:
    """The page's metadata. `main` is its main part, `heading` its headline's text."""
    metas = _metas(root)
    linked = list(_linked_data(root))
    basis: dict[str, str] = {}
    title = clean(metas.get("og:title", "")) or _linked_text(linked, "headline") or _site_free(root)
    title = clean(heading) or title
    publisher = (
        clean(metas.get("og:site_name", ""))
        or _linked_name(linked, "publisher")
        or clean(metas.get("dc.publisher", ""))
    )
    url = _address(root, metas)
    language = attribute(root, "lang").partition("-")[0].lower() or metas.get("og:locale", "")[:2].lower()
    found = {"title": title, "publisher": publisher, "url": url, "language": language}
    basis |= {name: "metadata" for name, value in found.items() if value}
    published = _stated(linked, metas, main)
    if published:
        basis["published"] = "metadata"
    elif shown := _corroborated(root, main):
        published, basis["published"] = shown, "page"
    return Meta(title, url, publisher, language if re.fullmatch("[a-z]{2,3}", language) else "", published, basis)


def _metas(root: Element) -> dict[str, str]:
    """The content of meta elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = attribute(element, "property") or attribute(element, "name") or attribute(element, "itemprop")
        if name and attribute(element, "content"):
            found.setdefault(name.lower(), attribute(element, "content"))
    return found


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD, articles first; what is no JSON is passed over, as browsers do."""
    objects: list[dict[str, Any]] = []
    for element in root.iter("script"):
        if "ld+json" in attribute(element, "type").lower() and element.text:
            try:
                waiting = [json.loads(element.text.strip())]
            except (ValueError, RecursionError):
                continue
            while waiting and len(objects) < 1000:
                value = waiting.pop(0)
                if isinstance(value, list):
                    waiting += value
                elif isinstance(value, dict):
                    objects.append(value)
                    waiting += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]
    yield from sorted(objects, key=lambda value: not _ARTICLES.search(str(value.get("@type", ""))))


def _linked_text(linked: list[dict[str, Any]], key: str) -> str:
    return next((clean(value[key]) for value in linked if isinstance(value.get(key), str)), "")


def _linked_name(linked: list[dict[str, Any]], key: str) -> str:
    """The name of an object or of the first of several."""
    for value in linked:
        named = value.get(key)
        named = named[0] if isinstance(named, list) and named else named
        if isinstance(named, dict) and isinstance(named.get("name"), str):
            return clean(named["name"])
    return ""


def _site_free(root: Element) -> str:
    """The <title> without the site's name after the last bar or dash."""
    element = root.find(".//head/title")
    title = clean("".join(element.itertext())) if element is not None else ""
    found = list(_SITE.finditer(title))
    return title[: found[-1].start()] if found and found[-1].start() >= 15 else title


def _address(root: Element, metas: dict[str, str]) -> str:
    links = [attribute(e, "href") for e in root.iter("link") if attribute(e, "rel").lower() == "canonical"]
    return next((url for url in (*links, metas.get("og:url", "")) if re.match(r"https?://[^\s/]", url)), "")


def _stated(linked: list[dict[str, Any]], metas: dict[str, str], main: Main) -> Period | None:
    """The date that the markup gives, JSON-LD before meta elements before <time>."""
    stamps = [str(value["datePublished"]) for value in linked if isinstance(value.get("datePublished"), str)]
    stamps += [metas[name] for name in _DATES if name in metas]
    found = next((day for stamp in stamps if (day := from_stamp(stamp))), None)
    return found or _timed(main)


def _timed(main: Main) -> Period | None:
    """The <time> that is marked as the publication's, else the only one in the text."""
    times = [element for element in _own(main) if element.tag == "time"]
    marked = [e for e in times if e.get("pubdate") is not None or "datePublished" in attribute(e, "itemprop")]
    days = {day for e in marked or times if (day := from_stamp(attribute(e, "datetime")))}
    return days.pop() if len(days) == 1 else None


def _own(main: Main) -> Iterator[Element]:
    """The elements of the main part that are no furniture nor within any."""
    outside = 0
    for event, element in walk(main.node):
        if event == "end":
            outside -= element in main.furniture
        elif event == "start":
            outside += element in main.furniture
            if not outside:
                yield element


def _corroborated(root: Element, main: Main) -> Period | None:
    """The date that htmldate finds, where an element of the text itself that is marked as a date shows the same day."""
    lines = [inner_text(element, _LINE) for element in _own(main) if _is_date_line(element)]
    shown = [line for line in lines if len(line) < _LINE]
    if not any(re.search(r"\b(?:19|20)\d\d\b", text) for text in shown):
        return None
    if sum(1 for _ in root.iter()) > _CORROBORATION_LIMIT:
        return None
    import htmldate
    import lxml.etree  # type: ignore[import-untyped]

    source = lxml.etree.tostring(root, encoding="unicode", method="html")

    day = htmldate.find_date(
        source, original_date=True, extensive_search=False, min_date="1990-01-01", max_date="2100-01-01"
    )
    period = from_stamp(day) if day else None
    return period if period and any(_shows(text, period) for text in shown) else None


def _is_date_line(element: Element) -> bool:
    names = f"{attribute(element, 'class')} {attribute(element, 'id')} {attribute(element, 'itemprop')}"
    return _DATE_CLASS.search(names) is not None


def _shows(text: str, period: Period) -> bool:
    """Whether a line shows that one day: its year and day as numbers, with the month as a number or a word."""
    numbers = [int(number) for number in re.findall(r"\d+", re.sub(r"\d\d?:\d\d(?::\d\d)?", " ", text))]
    day = period.first
    worded = re.search(r"[^\W\d_]{3,}", text) is not None
    years = {number for number in numbers if 1900 <= number <= 2100}
    return years == {day.year} and day.day in numbers and (worded or day.month in numbers)
