"""A tiny house: documents whose lines are claims already, so that the store is tested without readers and rules.

A line `agreement|Border Treaty|TJK,KGZ|2025-03-13|reported|0.9` is a claim; all other lines are talk.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from accord.document import Block, Document, Span
from accord.errors import DamagedSource
from accord.pipeline import Tools
from accord.record import Claim, Record, claim_id
from accord.sources import Problem, Raw
from accord.values import Period


def raw(doc: str, text: str | bytes) -> Raw:
    data = text.encode() if isinstance(text, str) else text
    return Raw(doc, lambda: data, len(data))


def problem(doc: str) -> Problem:
    return Problem(doc, DamagedSource(f"{doc} is broken", "mend it"))


def read_document(found: Raw, given: Mapping[str, Any]) -> Document:
    data = found.bytes()
    if data.startswith(b"BROKEN"):
        raise DamagedSource(f"{found.doc} is broken", "mend it")
    text = data.decode().replace("\r", "")
    language = "ru" if text.startswith("По-русски") else "en"
    published = given.get("published") or given.get("argument")
    return Document(
        hash=hashlib.sha256(data).hexdigest(),
        doc=found.doc,
        text=text,
        blocks=(Block("paragraph", 0, len(text)),),
        language=language,
        title=text.partition("\n")[0],
        published=Period.parse(published) if published else None,
        basis={"published": "manifest"} if published else {},
    )


def searched(document: Document) -> None:
    """Told of each document that is searched for claims."""


def extract(document: Document) -> tuple[Claim, ...] | None:
    searched(document)
    if document.language == "ru":
        return None
    if "CRASH" in document.text:
        raise ZeroDivisionError("a rule divided by zero")
    claims, at = [], 0
    for line in document.text.splitlines(keepends=True):
        parts = line.strip().split("|")
        if len(parts) == 6:
            claims.append(_claim(document, parts, Span(at, at + len(line.rstrip()))))
        at += len(line)
    return tuple(claims)


def _claim(document: Document, parts: list[str], span: Span) -> Claim:
    kind, title, states, when, status, confidence = parts
    names = {"agreement": ("title", "parties"), "event": ("name", "states")}[kind]
    values: dict[str, Any] = {names[0]: title, names[1]: states.split(",")}
    basis = {}
    if when:
        values["date"] = when
    elif document.published:
        values["date"], basis["date"] = str(document.published), "manifest"
    keys = tuple(sorted(key for key in values if key not in basis))
    return Claim(
        id=claim_id(document.hash, kind, values, span.start, span.end),
        document=document.hash,
        doc=document.doc,
        kind=kind,
        values=values,
        evidence=(document.evidence(span, keys),),
        status=status,
        concerns=tuple(sorted(states.split(","))),
        basis=basis,
        confidence=float(confidence),
    )


def resolver(
    claims: Sequence[Claim], prints: Mapping[str, Sequence[Any]], judgements: Sequence[Any] = ()
) -> list[Record]:
    """Same kind and same name: one record."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.kind, str(claim.values.get("title") or claim.values.get("name"))].append(claim)
    found = []
    for (kind, name), members in sorted(groups.items()):
        first = members[0]
        reasons = tuple((first.id, other.id, 1.0, "same name") for other in members[1:])
        dates = sorted({c.values["date"] for c in members if "date" in c.values} - {first.values.get("date")})
        other = {"date": tuple((d, tuple(c.id for c in members if c.values.get("date") == d)) for d in dates)}
        found.append(
            Record(
                id=f"{kind}-{hashlib.sha256(name.encode()).hexdigest()[:12]}",
                kind=kind,
                values=first.values,
                status=first.status,
                concerns=tuple(sorted({state for c in members for state in c.concerns})),
                claims=tuple(members),
                other=other if dates else {},
                steps=(("signed", tuple(c.id for c in members)),),
                reasons=reasons,
                voices=len({c.document for c in members}),
            )
        )
    return found


def tools(given: Mapping[str, Mapping[str, Any]] | None = None, version: str = "1") -> Callable[[], Tools]:
    return partial(_tools, given or {}, version)


def _tools(listed: Mapping[str, Mapping[str, Any]], version: str) -> Tools:
    return Tools(
        lambda doc: listed.get(doc, {}),
        lambda text: text != TALK,
        read_document,
        extract,
        lambda d: [len(d.text)],
        version,
    )


TALK = "Talk\n" + "more talk " * 20
TREATY = "Border news\nagreement|Border Treaty|TJK,KGZ|2025-03-13|reported|0.9\nmore talk\n"
SECOND = (
    "Later\nagreement|Border Treaty|TJK,KGZ|2025-03|reported|0.8\nevent|Nowruz|TJK,KGZ,UZB|2025-03-31|planned|0.7\n"
)
DOUBTFUL = "Rumour\nevent|Quarrel of neighbours|TJK,KGZ||reported|0.2\n"
RUSSIAN = "По-русски\nтекст\n"
