"""The brief as PDF, set by Typst. All text travels as data and is never read as markup."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from accord.brief.model import Brief, Statement
from accord.brief.render import left_groups, source_line
from accord.errors import AccordError
from accord.pictures import small, svg

__all__ = ["pages", "pdf"]


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "text": statement.text,
        "notes": "; ".join(statement.notes),
        "footnotes": list(statement.footnotes),
        "status": statement.status,
    }


def _data(brief: Brief) -> dict[str, Any]:
    """The brief as plain JSON for the template."""
    return {
        "title": brief.title,
        "printed": brief.printed,
        "period": brief.period,
        "scope": brief.scope,
        "marking": brief.marking,
        "language": brief.language,
        "words": dict(brief.words),
        "glance": [{"label": g.label, "statements": [_statement(s) for s in g.statements]} for g in brief.glance],
        "sections": [
            {
                "title": s.title,
                "statements": [_statement(x) for x in s.statements],
                "more": s.more,
                "chart": f"{s.key}.svg" if s.chart else "",
            }
            for s in brief.sections
        ],
        "disagreements": [
            {"title": d.title, "values": [_statement(v) for v in d.values], "explained": d.explained}
            for d in brief.disagreements
        ],
        "left": [{"title": title, "lines": list(lines)} for title, lines in left_groups(brief)],
        "sources": [{"text": source_line(brief, s), "link": s.link, "address": s.address} for s in brief.sources],
        "notes": [
            {"number": n.number, "quote": n.quote, "from": f"{n.publisher}, {n.date}", "link": n.url}
            for n in brief.footnotes
        ],
        "marks": any(p.mark for s in brief.statements() for p in s.parts),
        "annexes": [
            {"title": a.title, "segments": [{"text": t, "number": n} for t, n in a.segments]} for a in brief.annexes
        ],
    }


def pdf(brief: Brief) -> bytes:
    """The document's bytes, the same for the same brief."""
    import typst

    files: dict[str, bytes] = {
        "main.typ": resources.files("accord.brief").joinpath("templates", "brief.typ").read_bytes(),
        "data.json": json.dumps(_data(brief), ensure_ascii=False, sort_keys=True).encode(),
    }
    files |= {f"{s.key}.svg": svg(small(s.chart.picture)).encode() for s in brief.sections if s.chart}
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory(prefix="accord-") as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        stamp = (brief.as_of.toordinal() - 719163) * 86400  # midnight of the brief's own day, in seconds since 1970
        try:
            made: Any = typst.compile(
                Path(folder) / "main.typ", root=Path(folder), ignore_system_fonts=True, timestamp=max(0, stamp)
            )
        except typst.TypstError as error:
            raise AccordError(f"the PDF could not be set: {error}", "write .html or .docx and report this") from error
    return bytes(made)


def pages(data: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]

    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()
