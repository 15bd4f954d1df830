"""The brief as a Word document: an own plain layout, or a ministry's template filled by docxtpl."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from accord.brief.model import Brief, Chart, Statement
from accord.brief.render import left_groups, source_line
from accord.errors import UsageError
from accord.pictures import png, small

__all__ = ["CONTEXT", "docx", "from_template"]

_FONT = "Arial"  # on every machine, or a font of its widths

CONTEXT = {
    "title": "the brief's title",
    "printed": "Printed as of DATE",
    "period": "the time asked for, or nothing",
    "scope": "what was read",
    "marking": "the classification line, or nothing",
    "states": "codes of the states",
    "glance": "list of {label, text, statements}",
    "sections": "list of {key, title, statements, more}",
    "disagreements": "list of {title, text, explained}",
    "left_out": "list of {title, lines}",
    "sources": "list of {text, address}",
    "footnotes": "list of {number, quote, before, after, publisher, date, url}",
    "charts": "the pictures charts.course, charts.trade, charts.commitments, each a picture or nothing",
}
"""What a template may use. A statement is {text, notes, footnotes, marked, status, records}; `marked` has its footnote
numbers in brackets."""


def _stable(data: bytes) -> bytes:
    """The same archive with no clock in it."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


class _Page:
    """The own layout, written into python-docx's document."""

    def __init__(self, brief: Brief) -> None:
        from docx import Document
        from docx.shared import Cm, Pt, RGBColor

        self.brief, self.document = brief, Document()
        self.pt, self.soft = Pt, RGBColor(0x5D, 0x65, 0x6E)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.1)
        section.top_margin = section.bottom_margin = Cm(1.9)
        self._styles(Pt, RGBColor(0x22, 0x26, 0x2B))

    def _styles(self, pt: Any, ink: Any) -> None:
        from docx.oxml.ns import qn

        for name, size, before, after in (
            ("Normal", 9.5, 0, 2), ("Title", 18, 0, 3), ("Heading 1", 11, 9, 3), ("Heading 2", 9, 4, 2),
            ("List Bullet", 9.5, 0, 1),
        ):  # fmt: skip
            style = self.document.styles[name]
            style.font.name, style.font.size, style.font.color.rgb = _FONT, pt(size), ink
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(key), _FONT)
            for key in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
                fonts.attrib.pop(qn(key), None)
            style.paragraph_format.line_spacing = 1.0
            style.paragraph_format.space_before, style.paragraph_format.space_after = pt(before), pt(after)

    def small(self, text: str, size: float = 8.5, style: str = "Normal") -> Any:
        paragraph = self.document.add_paragraph(style=style)
        run = paragraph.add_run(text)
        run.font.size, run.font.color.rgb = self.pt(size), self.soft
        return paragraph

    def say(self, paragraph: Any, statement: Statement) -> None:
        """A statement with its numbers raised and its notes in small."""
        paragraph.add_run(statement.text)
        if statement.footnotes:
            run = paragraph.add_run(" ".join(map(str, statement.footnotes)))
            run.font.superscript = True
        if statement.notes:
            run = paragraph.add_run(f" ({'; '.join(statement.notes)})")
            run.font.size, run.font.color.rgb = self.pt(8.5), self.soft

    def marking(self) -> None:
        """The classification line, top and bottom of every page."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        section = self.document.sections[0]
        for part in (section.header, section.footer):
            paragraph = part.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(self.brief.marking)
            run.bold, run.font.size = True, self.pt(9)

    def head(self) -> None:
        brief, document = self.brief, self.document
        if brief.marking:
            self.marking()
        document.add_paragraph(brief.title, style="Title")
        self.small(brief.printed + (f" · {brief.period}" if brief.period else ""))
        self.small(brief.scope)
        document.add_heading(brief.words["glance"], 1)
        table = document.add_table(rows=0, cols=2)
        table.autofit = False
        self._width(table.columns)
        for line in brief.glance:
            cells = table.add_row().cells
            self._width(cells)
            cells[0].paragraphs[0].add_run(line.label).bold = True
            for place, statement in enumerate(line.statements):
                if place:
                    cells[1].paragraphs[0].add_run(" ")
                self.say(cells[1].paragraphs[0], statement)
        if not brief.glance:
            document.add_paragraph(brief.words["nothing"])

    def _width(self, cells: Any) -> None:
        from docx.shared import Cm

        cells[0].width, cells[1].width = Cm(3.4), Cm(13.6)

    def body(self) -> None:
        from docx.shared import Cm

        for section in self.brief.sections:
            self.document.add_heading(section.title, 1)
            if section.chart is not None:
                self.document.add_picture(
                    io.BytesIO(png(small(section.chart.picture, ground="white"), 2.5)), height=Cm(4.0)
                )
                self._table(section.chart)
            for statement in section.statements:
                self.say(self.document.add_paragraph(style="List Bullet"), statement)
            if section.more:
                self.small(section.more)
        if self.brief.disagreements:
            self.document.add_heading(self.brief.words["disagreements"], 1)
        for item in self.brief.disagreements:
            paragraph = self.document.add_paragraph(f"{item.title}: ", style="List Bullet")
            for place, value in enumerate(item.values):
                if place:
                    paragraph.add_run(f" {self.brief.words['versus']} ")
                self.say(paragraph, value)
            if item.explained:
                run = paragraph.add_run(f" ({item.explained})")
                run.font.size, run.font.color.rgb = self.pt(8.5), self.soft

    def _table(self, chart: Chart) -> None:
        """The chart's figures, for those who cannot see it."""
        words = self.brief.words
        table = self.document.add_table(rows=1, cols=3)
        heads = (words["chart_period"], chart.value, words["chart_source"])
        for cell, word in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(word).bold = True
        for row in chart.rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = row.label, row.shown
            cells[2].text = " ".join(map(str, row.footnotes))

    def end(self) -> None:
        brief, words, document = self.brief, self.brief.words, self.document
        document.add_heading(words["left_out"], 1)
        if words["left_intro"]:
            document.add_paragraph(words["left_intro"])
        groups = list(left_groups(brief))
        for title, lines in groups:
            document.add_heading(title, 2)
            for line in lines:
                self.small(line, 8.5, "List Bullet")
        if not groups:
            document.add_paragraph(words["left_none"])
        document.add_heading(words["sources"], 1)
        for source in brief.sources:
            paragraph = self.small(source_line(brief, source) + " ", 8.5, "List Bullet")
            self.link(paragraph, source.link, source.address)
        document.add_heading(words["notes"], 1)
        if any(p.mark for s in brief.statements() for p in s.parts):
            self.small(words["dagger"], 8)
        self._columns(2)
        for note in brief.footnotes:
            paragraph = self.small(f"{note.number}  {note.quote} – ", 7)
            self.link(paragraph, note.url, f"{note.publisher}, {note.date}")

    def _columns(self, number: int) -> None:
        """From here on, so many columns."""
        from docx.enum.section import WD_SECTION
        from docx.oxml.ns import qn

        section = self.document.add_section(WD_SECTION.CONTINUOUS)
        found = section._sectPr.find(qn("w:cols"))
        columns = section._sectPr.makeelement(qn("w:cols"), {}) if found is None else found
        if found is None:
            section._sectPr.append(columns)
        columns.set(qn("w:num"), str(number))
        columns.set(qn("w:space"), "340")

    def annexes(self) -> None:
        from docx.enum.text import WD_COLOR_INDEX

        if self.brief.annexes:
            self._columns(1)
        for annex in self.brief.annexes:
            self.document.add_page_break()  # type: ignore[no-untyped-call]
            self.document.add_heading(f"{self.brief.words['annex']}: {annex.title}", 1)
            paragraph = self.document.add_paragraph()
            for text, number in annex.segments:
                run = paragraph.add_run(text)
                if number:
                    run.font.highlight_color = WD_COLOR_INDEX.YELLOW
                    paragraph.add_run(str(number)).font.superscript = True

    def link(self, paragraph: Any, address: str, text: str) -> None:
        """A link where there is an address that may be one, else the text alone."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = paragraph.add_run(text)
        run.font.size = self.pt(7)
        if address:
            element = OxmlElement("w:hyperlink")
            element.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            run.font.underline = True
            element.append(run._r)
            paragraph._p.append(element)


def docx(brief: Brief, template: Path | None = None) -> bytes:
    """The document's bytes, the same for the same brief (and template)."""
    if template is not None:
        return from_template(brief, template)
    page = _Page(brief)
    page.head()
    page.body()
    page.end()
    page.annexes()
    properties = page.document.core_properties
    properties.title, properties.author, properties.comments = brief.title, "Accord", brief.printed
    result = io.BytesIO()
    page.document.save(result)
    return _stable(result.getvalue())


def _statement(statement: Statement) -> dict[str, Any]:
    numbers = "".join(f"[{n}]" for n in statement.footnotes)
    return {
        "text": statement.text,
        "notes": "; ".join(statement.notes),
        "footnotes": list(statement.footnotes),
        "marked": f"{statement.text} {numbers}".strip(),
        "status": statement.status,
        "records": list(statement.records),
    }


def context(brief: Brief) -> dict[str, Any]:
    """What a template may use, as `CONTEXT` lists it; the chart is added where the template is known."""
    return {
        "title": brief.title,
        "printed": brief.printed,
        "period": brief.period,
        "scope": brief.scope,
        "marking": brief.marking,
        "states": list(brief.states),
        "glance": [
            {
                "label": g.label,
                "text": " ".join(_statement(s)["marked"] for s in g.statements),
                "statements": [_statement(s) for s in g.statements],
            }
            for g in brief.glance
        ],
        "sections": [
            {"key": s.key, "title": s.title, "statements": [_statement(x) for x in s.statements], "more": s.more}
            for s in brief.sections
        ],
        "disagreements": [
            {
                "title": d.title,
                "text": f" {brief.words['versus']} ".join(_statement(v)["marked"] for v in d.values),
                "explained": d.explained,
            }
            for d in brief.disagreements
        ],
        "left_out": [{"title": title, "lines": list(lines)} for title, lines in left_groups(brief)],
        "sources": [{"text": source_line(brief, s), "address": s.address} for s in brief.sources],
        "footnotes": [
            {
                "number": n.number,
                "quote": n.quote,
                "before": n.before,
                "after": n.after,
                "publisher": n.publisher,
                "date": n.date,
                "url": n.url,
            }
            for n in brief.footnotes
        ],
        "charts": dict.fromkeys(("course", "trade", "commitments"), ""),
    }


def from_template(brief: Brief, template: Path) -> bytes:
    """A Word template with the places of `CONTEXT` filled. Raises UsageError where it cannot be read or filled."""
    from docx.opc.exceptions import PackageNotFoundError
    from docx.shared import Cm
    from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped, unused-ignore]
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import SandboxedEnvironment

    mend = "give a .docx with the variables " + ", ".join(CONTEXT)
    if not template.is_file():
        raise UsageError(f"there is no template {template}", mend)
    try:
        filled = DocxTemplate(str(template))
        values, charts = context(brief), {s.key: s.chart for s in brief.sections if s.chart}
        filled.init_docx()
        for key, chart in charts.items():
            picture = io.BytesIO(png(small(chart.picture, ground="white"), 2.5))
            values["charts"][key] = InlineImage(filled, picture, height=Cm(4.6))
        environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
        filled.render(values, jinja_env=environment, autoescape=True)
        result = io.BytesIO()
        filled.save(result)
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UsageError(f"{template} is no Word template: {error}", mend) from error
    except (TemplateError, SecurityError) as error:
        raise UsageError(f"{template} cannot be filled: {error}", mend) from error
    return _stable(result.getvalue())
