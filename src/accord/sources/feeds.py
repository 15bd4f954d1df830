"""Feeds (RSS, Atom), by feedparser: each entry a document, of its content or else its summary."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from accord.errors import DamagedSource, OversizedSource, UnsupportedFormat
from accord.sources.columns import Columns
from accord.sources.inflate import FAULTS, broken_off
from accord.sources.limits import RECORD_LIMIT
from accord.sources.raw import Problem, Record

__all__ = ["entries"]

_COLUMNS = Columns()


def entries(doc: str, stream: BinaryIO) -> Iterator[Problem | Record]:
    """The entries of a feed, the one that comes first called 1. Raises SourceError where it is none."""
    import feedparser  # type: ignore[import-untyped]

    try:
        data = stream.read(RECORD_LIMIT + 1)
    except FAULTS as error:
        raise broken_off(doc, "its beginning", error) from error
    if len(data) > RECORD_LIMIT:
        raise OversizedSource(f"{doc} is a feed above the limit of {RECORD_LIMIT / 1e6:.0f} MB", "split it")
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version:
        raise UnsupportedFormat(f"{doc} is XML, but no feed", "save the article as HTML or text")
    for number, entry in enumerate(feed.entries, start=1):
        line = json.dumps(_told(entry, feed.feed), ensure_ascii=False).encode("utf-8", "replace")
        yield Record(f"{doc}#{number}", doc, line, _COLUMNS)
    if (
        feed.bozo
        and isinstance(feed.bozo_exception, Exception)
        and feed.bozo_exception.__class__.__name__.startswith("SAX")
    ):
        reason = f"{doc} is no well-formed feed ({feed.bozo_exception})"
        yield Problem(doc, DamagedSource(reason, f"get it again; the {len(feed.entries)} entries found in it are read"))


def _told(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, str]:
    content = next((c.value for c in entry.get("content", ()) if c.value), "") or entry.get("summary", "")
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    return {
        "html" if "<" in content else "text": content,
        "title": entry.get("title", ""),
        "url": entry.get("link", ""),
        "date": time.strftime("%Y-%m-%d", day) if day else "",
        "publisher": entry.get("source", {}).get("title") or feed.get("title", ""),
    }
