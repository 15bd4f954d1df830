"""HTML: the main part of a page with its lists and tables, and the metadata that its markup gives."""

from __future__ import annotations

from accord.sources.html_main import headline_of, main_of
from accord.sources.html_meta import page_meta
from accord.sources.html_tree import inner_text, parse
from accord.sources.html_walk import pieces_of_main
from accord.sources.outline import refine
from accord.sources.parsed import Parsed
from accord.sources.titles import entitled

__all__ = ["read"]


def read(data: bytes, doc: str, declared: str = "") -> Parsed:
    """A page as saved, or a mail's HTML part; `declared` is the charset that the mail names."""
    root = parse(data, doc, declared)
    main = main_of(root)
    title = root.find(".//head/title")
    known = "" if title is None else "".join(title.itertext())
    known = " ".join((known, *(e.get("content") or "" for e in root.iter("meta") if e.get("property") == "og:title")))
    headline = headline_of(root, main, known)
    heading = inner_text(headline) if headline is not None else ""
    meta = page_meta(root, main, heading)
    return Parsed(entitled(refine(pieces_of_main(main, headline)), meta.title), meta)
