"""The brief as Markdown (CommonMark with footnotes)."""

from __future__ import annotations

import re

from accord.brief.model import Brief, Chart, Statement
from accord.brief.render import left_groups, source_line

__all__ = ["escape", "markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")


def escape(text: str) -> str:
    """Text that stays text: markup, HTML and what would become a link on its own are escaped."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda m: m[1] + m[2][:-1] + "\\" + m[2][-1:], text)


def _notes(statement: Statement) -> str:
    return "".join(f"[^{n}]" for n in statement.footnotes)


def _statement(statement: Statement) -> str:
    notes = f" ({escape('; '.join(statement.notes))})" if statement.notes else ""
    return f"{escape(statement.text)}{_notes(statement)}{notes}"


def _table(brief: Brief, chart: Chart) -> list[str]:
    lines = [f"| {escape(brief.words['chart_period'])} | {escape(chart.value)} |", "| --- | ---: |"]
    return lines + [
        f"| {escape(r.label)} | {escape(r.shown)}{''.join(f'[^{n}]' for n in r.footnotes)} |" for r in chart.rows
    ]


def markdown(brief: Brief) -> str:
    """The whole brief."""
    words = brief.words
    marking = [f"**{escape(brief.marking)}**", ""] if brief.marking else []
    lines = [*marking, f"# {escape(brief.title)}", "", escape(brief.printed) + ".", ""]
    lines += [escape(brief.period) + ".", ""] if brief.period else []
    lines += [escape(brief.scope), "", f"## {escape(words['glance'])}", ""]
    for line in brief.glance:
        lines.append(f"- **{escape(line.label)}**: " + " ".join(_statement(s) for s in line.statements))
    lines += [] if brief.glance else [escape(words["nothing"])]
    for section in brief.sections:
        lines += ["", f"## {escape(section.title)}", ""]
        lines += [f"- {_statement(s)}" for s in section.statements]
        lines += [f"- *{escape(section.more)}*"] if section.more else []
        lines += ["", f"**{escape(section.chart.title)}**", "", *_table(brief, section.chart)] if section.chart else []
    lines += _end(brief)
    lines += ["", *marking[:1]]
    return "\n".join(lines).rstrip() + "\n"


def _end(brief: Brief) -> list[str]:
    """Disagreements, what was left out, sources, documents and the footnotes."""
    words, lines = brief.words, []
    if brief.disagreements:
        lines += ["", f"## {escape(words['disagreements'])}", ""]
        for item in brief.disagreements:
            values = f" {escape(words['versus'])} ".join(_statement(v) for v in item.values)
            explained = f" ({escape(item.explained)})" if item.explained else ""
            lines.append(f"- {escape(item.title)}: {values}{explained}")
    lines += ["", f"## {escape(words['left_out'])}", "", escape(words["left_intro"] or ""), ""]
    groups = list(left_groups(brief))
    for title, found in groups:
        lines += [f"- **{escape(title)}**", *(f"  - {escape(line)}" for line in found)]
    lines += [] if groups else [escape(words["left_none"])]
    lines += ["", f"## {escape(words['sources'])}", ""]
    for source in brief.sources:
        address = f" <{source.link}>" if source.link else f" {escape(source.address)}"
        lines.append(f"- {escape(source_line(brief, source))}{address.rstrip()}")
    for annex in brief.annexes:
        lines += ["", f"## {escape(words['annex'])}: {escape(annex.title)}", ""]
        text = "".join(f"**{_flat(t)}**[^{n}]" if n else _flat(t) for t, n in annex.segments)
        lines += [text]
    lines += [
        "",
        *([f"{escape(words['dagger'])}", ""] if any(p.mark for s in brief.statements() for p in s.parts) else []),
    ]
    for note in brief.footnotes:
        where = f"[{escape(words['open_source'])}](<{note.url}>)" if note.url else escape(note.doc)
        quote = f"{escape(note.before)}**{escape(note.quote)}**{escape(note.after)}".strip()
        lines.append(f"[^{note.number}]: {quote} – {escape(note.publisher)}, {escape(note.date)}. {where}")
    return lines


def _flat(text: str) -> str:
    """A document's text with its line breaks as paragraphs."""
    return "\n\n".join(escape(line) if line.strip() else line for line in text.split("\n"))
