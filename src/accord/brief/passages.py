"""A quote in its surroundings: the sentence on either side, and the address that leads to it."""

from __future__ import annotations

import re
from urllib.parse import quote as percent
from urllib.parse import urlsplit, urlunsplit

from accord.brief.model import clean, plain_text
from accord.document import QUOTE_LIMIT, Document

__all__ = ["around", "link", "sentence_around", "text_fragment"]

_END = re.compile(r"(?<=[.!?…])[”\"’»)\]]*\s+(?=[\W_]*[^\W_a-z])")
# After these a full stop ends no sentence: titles, initials and the like, as Latin scripts write them.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|[A-Z]\.[A-Z]|Amb|Hon|Mrs?|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Gov|Rep|Rev|St|Nos?|Art"
    r"|paras?|vs|Jr|Sr|Inc|Ltd|Co|approx|ca|e\.g|i\.e|Eng)\.\s*$"
)
_LONG = 80  # longer quotes are given by their first and last words
_WORDS = 5
_REACH = 400
_CLOSING = (".", "!", "?", "…")
_TITLES = ("headline", "heading", "caption")


def _breaks(text: str) -> list[tuple[int, int]]:
    """Where sentences end, and where the next ones begin."""
    found = [(m.start(), m.end()) for m in _END.finditer(text)]
    return [(end, start) for end, start in found if not _ABBREVIATION.search(text, max(0, end - 12), end)]


def sentence_around(document: Document, start: int, end: int) -> tuple[int, int]:
    """The sentences that a span stands in, where they are no longer than a quote may be; else the span."""
    block = next((b for b in document.blocks if b.start <= start and end <= b.end), None)
    if block is None:
        return start, end
    breaks = [block.start + start for _, start in _breaks(document.text[block.start : block.end])]
    first = max((b for b in breaks if b <= start), default=block.start)
    last = min((b for b in breaks if b >= end), default=block.end)
    while last > end and document.text[last - 1].isspace():
        last -= 1
    while first < start and document.text[first].isspace():
        first += 1
    return (first, last) if last - first <= QUOTE_LIMIT else (start, end)


def around(document: Document, start: int, end: int) -> tuple[str, str]:
    """The words before a quote, from the beginning of the sentence before its own; and those after it likewise."""
    blocks = [b for b in document.blocks if b.kind != "furniture"]
    first = next((b.start for b in blocks if b.start <= start < b.end), max(0, document.text.rfind("\n", 0, start) + 1))
    found = document.text.find("\n", end)
    last = next((b.end for b in blocks if b.start < end <= b.end), len(document.text) if found < 0 else found)
    before, after = document.text[first:start], document.text[end:last]
    breaks = [start for _, start in _breaks(before)]
    whole = not before.strip() or (before[-1:].isspace() and before.rstrip('”"’») ').endswith(_CLOSING))
    keep = 2 if not whole else 1
    starts = [0, *[b for b in breaks if b < len(before)]]
    if len(starts) >= keep:
        before = before[starts[-keep] :]
    elif previous := [b for b in blocks if b.end <= first and b.kind not in _TITLES]:
        before = _last_sentence(document.text[previous[-1].start : previous[-1].end]) + " " + before
    ends = [end for end, _ in _breaks(after)]
    need = 1 if document.text[:end].rstrip('”"’»)').endswith(_CLOSING) else 2
    following = [b for b in blocks if b.start >= last and b.kind not in _TITLES]
    if len(ends) >= need:
        after = after[: ends[need - 1]]
    elif following and len(ends) + bool(after.strip()) < need:
        after = after + " " + _first_sentence(document.text[following[0].start : following[0].end])
    return _cut(before.lstrip(), left=True), _cut(after.rstrip(), left=False)


def _last_sentence(text: str) -> str:
    text = text.strip()
    return text[_breaks(text)[-1][1] :] if _breaks(text) else text


def _first_sentence(text: str) -> str:
    found = _breaks(text)
    return text[: found[0][0]] if found else text


def _cut(text: str, left: bool) -> str:
    """At most a few lines of it, cut between words, with the space that parts it from the quote."""
    joint = " " if (text[-1:] if left else text[:1]).isspace() else ""
    text = plain_text(text)
    if not text:
        return ""
    if left:
        cut = text if len(text) <= _REACH else "… " + text[-_REACH:].split(" ", 1)[-1]
        return cut + joint
    return joint + (text if len(text) <= _REACH else text[:_REACH].rsplit(" ", 1)[0] + " …")


def text_fragment(quote: str) -> str:
    """The text directive for a quote: `text=whole` or `text=first words,last words`, percent-encoded, the dash and the
    comma too, which have a meaning there."""
    words = clean(quote).split()
    if not words:
        return ""
    text = " ".join(words)
    if len(text) <= _LONG or len(words) <= 2 * _WORDS:
        return f"text={_encode(text)}"
    return f"text={_encode(' '.join(words[:_WORDS]))},{_encode(' '.join(words[-_WORDS:]))}"


def _encode(text: str) -> str:
    return percent(text, safe="").replace("-", "%2D")


def link(url: str, quote: str = "") -> str:
    """An address that may be linked, with the text fragment of a quote; empty for anything but http and https."""
    url = "".join(clean(url).split())
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.casefold() not in ("http", "https") or not parts.netloc:
        return ""
    path = percent(parts.path, safe="/%:@$&+,;=~-._()")
    query = percent(parts.query, safe="/%:@$&+,;=~-._()?")
    fragment = percent(parts.fragment.partition(":~:")[0], safe="/%:@$&+,;=~-._()?")
    directive = f":~:{text_fragment(quote)}" if quote.strip() else ""
    netloc = percent(parts.netloc, safe=":@[]!$&'*+,;=~-._%()")
    return urlunsplit((parts.scheme, netloc, path, query, fragment + directive))
