"""Columns of a table, or keys of a line of JSON, as text and metadata: by what they are commonly called, or as told."""

from __future__ import annotations

import email.utils
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any

from accord.errors import DamagedSource, OversizedSource, UsageError
from accord.sources.dates import from_field
from accord.sources.limits import RECORD_LIMIT
from accord.sources.raw import Given, Raw

__all__ = ["FIELDS", "Columns"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "article_body", "article_text", "fulltext", "full_text", "maintext",
        "main_text", "plain_text", "content_text", "story",
    ),
    "html": ("html", "raw_html", "content_html", "body_html", "html_content", "page"),
    "title": ("title", "headline", "head"),
    "url": ("url", "link", "uri", "source_url", "canonical_url", "permalink", "address"),
    "date": (
        "date", "published", "published_at", "publishedat", "publication_date", "publish_date", "date_publish",
        "date_published", "pubdate", "pub_date", "published_date", "datetime",
    ),
    "publisher": (
        "publisher", "source", "source_name", "source_domain", "outlet", "newspaper", "publication", "site_name",
        "sitename", "media", "domain",
    ),
    "language": ("language", "lang", "language_code", "lang_code"),
}  # fmt: skip
"""What is looked for in a record, with the names that columns commonly have for it, the likeliest first."""
_TEXTS = ("text", "html")
_GIVEN = {"title": "title", "url": "url", "date": "published", "publisher": "publisher", "language": "language"}
_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|li|table|html|body|span|article|section|a|b|i|em|strong)\b[^<>]*>", re.I
)
_WHOLE_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html[\s>])", re.I)


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


@lru_cache(maxsize=256)
def _called(names: tuple[str, ...]) -> dict[str, str]:
    """What is looked for, to the column of these that a common name tells."""
    plain = {_plain(name): name for name in reversed(names)}
    found = {wanted: next((plain[name] for name in common if name in plain), "") for wanted, common in FIELDS.items()}
    return {wanted: name for wanted, name in found.items() if name}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what. `told` is the user's word, from FIELDS to names (`source.name` for a key within a key);
    what it leaves out is found by the common names."""

    told: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, words: str) -> Columns:
        """From `text=body,url=link`. Raises UsageError."""
        told: dict[str, str] = {}
        for part in filter(None, (part.strip() for part in words.split(","))):
            name, equals, column = (piece.strip() for piece in part.partition("="))
            if name not in FIELDS or not equals or not column:
                raise UsageError(
                    f"--columns: {part!r} is not understood", f"write {', '.join(f'{f}=NAME' for f in FIELDS)}"
                )
            told[name] = column
        return cls(told)

    def check(self, doc: str, names: Iterable[str]) -> None:
        """Raises DamagedSource where no column of these names holds the text, or one told of is not among them."""
        names = list(names)
        listed = ", ".join(names) or "none"
        lost = sorted(column for column in self.told.values() if column.partition(".")[0] not in names)
        if lost:
            reason = f"{doc} has no column {lost[0]}; its columns are: {listed}"
            raise DamagedSource(reason, "name one of these with --columns")
        called = _called(tuple(names))
        if not any(self._name(each, called) for each in _TEXTS):
            reason = f"{doc} has no column known to hold the text; its columns are: {listed}"
            raise DamagedSource(reason, "say which does: --columns text=NAME")

    def names(self, names: Iterable[str]) -> list[str]:
        """Those of the names that are read."""
        called = _called(tuple(names))
        return [name for name in dict.fromkeys(self._name(each, called) for each in FIELDS) if name]

    def _name(self, wanted: str, called: Mapping[str, str]) -> str:
        """The column that holds what is wanted, by what columns are commonly called; "" without one."""
        if wanted in self.told:
            return self.told[wanted].partition(".")[0]
        if wanted in _TEXTS and any(each in self.told for each in _TEXTS):
            return ""
        return called.get(wanted, "")

    def _value(self, wanted: str, record: Mapping[str, Any], called: Mapping[str, str]) -> Any:
        if wanted in self.told:
            value: Any = record
            for key in [self.told[wanted]] if self.told[wanted] in record else self.told[wanted].split("."):
                value = value.get(key) if isinstance(value, Mapping) else None
            return value
        value = record.get(self._name(wanted, called))
        return value.get("name") if isinstance(value, dict) else value  # {"source": {"id": ..., "name": ...}}

    def __call__(self, doc: str, data: bytes) -> Raw | None:
        """The document in a line of JSON; None where it has no text. Raises DamagedSource or OversizedSource."""
        if len(data) > RECORD_LIMIT:
            reason = f"{doc} is longer than the limit of {RECORD_LIMIT / 1e6:.0f} MB"
            raise OversizedSource(reason, "split it, or leave it out")
        try:
            record = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise DamagedSource(f"{doc} is no JSON ({error})", "write one object a line") from error
        if not isinstance(record, dict):
            raise DamagedSource(f"{doc} is no JSON object", 'write {"text": "...", "url": "..."}')
        called = _called(tuple(record))
        there = called.keys() | self.told.keys()
        texts = {name: self._value(name, record, called) for name in _TEXTS if name in there}
        for name, value in texts.items():
            if value is not None and not isinstance(value, str):
                raise DamagedSource(f"{doc}: its {name} is no text", "say which column holds it: --columns text=NAME")
        text, markup = texts.get("text") or texts.get("html") or "", not texts.get("text")
        if not text.strip():
            return None
        given = {
            key: said
            for name, key in _GIVEN.items()
            if name in there and (said := _said(name, self._value(name, record, called)))
        }
        data, media_type = _written(text, given.get("title", ""), markup or bool(_MARKUP.search(text)))
        return Raw(doc, Given(data), len(data), media_type, "utf-8", given)


def _said(name: str, value: Any) -> str:
    """Metadata as a manifest would have it; a date or language that cannot be read is left out."""
    if name == "date":
        return _date(str(value)) if value else ""
    said = " ".join(value.split()) if isinstance(value, str) else ""
    if name == "language":  # en, en-GB; what is no code is told from the text
        said = said.partition("-")[0].lower()
        return said if len(said) == 2 else ""
    return said


@lru_cache(maxsize=4096)
def _date(stamp: str) -> str:
    if period := from_field(stamp):
        return str(period)
    try:
        return email.utils.parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _written(text: str, title: str, markup: bool) -> tuple[bytes, str]:
    """The bytes of a document and what they are; its title stands above it where it does not begin with it."""
    if not markup:
        if title and not text.lstrip().startswith(title):
            text = f"{title}\n\n{text}"
        return text.encode("utf-8", "replace"), "text/plain"
    if not _WHOLE_PAGE.match(text):
        heading = f"<h1>{escape(title)}</h1>\n" if title and "<h1" not in text.lower() else ""
        text = f"<!DOCTYPE html>\n<html><body><article>\n{heading}{text}\n</article></body></html>"
    return text.encode("utf-8", "replace"), "text/html"
