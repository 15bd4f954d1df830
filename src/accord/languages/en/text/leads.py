"""What stands over a line of a list or a section: its lead-in, the heading above, the heading above that; and what such a
lead says of what stands under it."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Block
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Sentence

__all__ = ["foreseen_under", "leads", "signed_under", "undertaken_under"]

_LONGEST = 12  # words of a line that leads what follows as a title does
_NEAR = 60  # characters before the colon of a lead-in
_DEEPEST = 3  # leads over a line
_OPENING = 4  # lines in which a text tells that it is a list of undertakings
_TITLES = ("heading", "paragraph", "headline")


def leads(lines: Sequence[Line], rows: Sequence[Sentence], blocks: Sequence[Block]) -> None:
    """Give each line the lines that lead it, the nearest first; nothing where a document has no list and no heading."""
    if not any(block.kind in ("item", "heading") for block in blocks):
        return
    first: dict[int, Line] = {}
    last: dict[int, Line] = {}
    for line, row in zip(lines, rows, strict=True):
        first.setdefault(row.block, line)
        last[row.block] = line
    over = _over(blocks, {b for b in first if first[b] is last[b] and _titled(first[b])}, last)
    whole = next((line for line in lines[:_OPENING] if _titled(line) and _PLAN.search(_words(line))), None)
    agenda = next((line for line in lines[:_OPENING] if _titled(line) and _FORESEEN.search(_words(line))), None)
    for line, row in zip(lines, rows, strict=True):
        line.over = tuple(last[b] for b in over.get(row.block, ()) if b in last)
        if whole is not None and line.kind == "item" and whole not in line.over and line.span.start > whole.span.start:
            line.over = (*line.over, whole)
        if agenda is not None and agenda not in line.over and line.span.start > agenda.span.start and _entry(line):
            line.over = (*line.over, agenda)


def _entry(line: Line) -> bool:
    """Whether a line is one of an agenda: an item, or one that opens with its hour."""
    return line.kind == "item" or _TIMED.match(line.text, line.span.start, line.span.end) is not None


def _over(blocks: Sequence[Block], titled: set[int], last: dict[int, Line]) -> dict[int, tuple[int, ...]]:
    """The blocks that lead each block: the lead of an item, the heading of its section, a title right over another title,
    and the line of a list that itself leads the lines behind it."""
    found: dict[int, tuple[int, ...]] = {}
    shown = [n for n, block in enumerate(blocks) if block.kind not in ("furniture", "caption")]
    section: tuple[int, ...] = ()
    within: tuple[int, int] | None = None
    for before, number, behind in zip([-1, *shown], shown, [*shown[1:], -1], strict=False):
        block = blocks[number]
        if block.kind == "item" and block.lead is not None:
            inner = (within[0],) if within is not None and within[1] == block.lead else ()
            own = (*inner, block.lead, *found.get(block.lead, section))
            found[number] = tuple(dict.fromkeys(own))[:_DEEPEST]
            within = _leading(number, block.lead, last, within)
            continue
        within = None
        leader = block.kind == "heading" or (behind >= 0 and blocks[behind].lead == number)
        if block.kind != "headline" and number in titled and leader:
            if before in titled and blocks[before].kind in ("heading", "paragraph"):
                section = (before, *(s for s in section if s != before))
            elif block.lead is not None and blocks[block.lead].kind == "paragraph" and _open(last.get(block.lead)):
                section = (block.lead,)
            elif block.kind == "heading" and (not section or blocks[section[0]].kind == "heading"):
                section = section[1:] if section and len(section) > 1 else ()
            found[number] = section[:_DEEPEST]
            if block.kind == "heading" and not (behind >= 0 and behind in titled):
                section = (number, *section)[:_DEEPEST]
        else:
            section = section if section and blocks[section[0]].kind == "heading" else ()
            found[number] = section
    return found


def _open(line: Line | None) -> bool:
    """Whether a sentence waits for what stands under it."""
    return line is not None and line.own.rstrip().endswith(":")


def _leading(number: int, lead: int, last: dict[int, Line], within: tuple[int, int] | None) -> tuple[int, int] | None:
    """The item that leads those behind it: one that ends in a colon or in a verb that waits for its objects, until one
    closes with a full stop."""
    line = last.get(number)
    if line is None:
        return within
    text = line.own.rstrip()
    if text.endswith(":") or (len(line.tokens) <= 4 and _WAITS.search(text)):
        return number, lead
    return None if text.endswith((".", "!", "?")) else within


_WAITS = re.compile(r"\b(?:adopted|directed|instructed|decided|agreed|signed|approved|tasked|resolved)$", re.IGNORECASE)


def _titled(line: Line) -> bool:
    """Whether a line stands over others as a title does: short, without the end of a sentence."""
    if line.kind in ("heading", "headline"):
        return True
    words = sum(t.word for t in line.tokens)
    told = line.own.rstrip()
    return 0 < words <= _LONGEST and not told.endswith((".", ";", ",", "!", '"')) and ": " not in told


_SIGNED = re.compile(
    r"\b(?:signed|signing of|signature of|initialled|concluded|exchanged)\b",
    re.IGNORECASE,
)
_UNDERTAKEN = re.compile(
    r"\b(?:will(?: do)?|shall|undertakes?|undertook|commits?|committed|agrees?|decides?|resolved|promised|pledged|to be done|to do|to-do|directs|instructs)\W*$"
    r"|\b(?:undertakings?|commitments?|agreed|decided|decisions?|settled|promises|pledges|next steps|deliverables|directed|instructed|tasked"
    r"|actions?|measures|tasks|assignments|obligations|homework|road ?map|follow-up|points of agreement)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:action plan|plan of action|road ?map|commitments|undertakings|deliverables|decisions|agreed (?:measures|points|actions)|joint plan)\b",
    re.IGNORECASE,
)
_UNSETTLED = re.compile(
    r"\b(?:not|no|nothing|failed|without|unresolved|undecided|outstanding|open (?:questions?|issues?|points?)|left open|deferred|pending|recalled|noted"
    r"|discussed|raised|earlier|previous|so far|done|kept|past|last|background|context|statistics|figures|numbers|facts|history|remarks|reported"
    r"|signed|signing|said|quotes|sources?|participants|present|chairs)\b(?! be\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\W*(?:article|chapter|section|part|preamble|annex)\b", re.IGNORECASE)
_TREATY = re.compile(r"\bagreed? as follows|\bhereby agree\b|\bhereinafter\b|\bcontracting\b", re.IGNORECASE)
_UNSIGNED = re.compile(
    r"\b(?:not|no|nothing|failed|without|unsigned|outstanding|deferred|postponed|pending|recalled|noted|earlier|previous|past|draft"
    r"|negotiation|since|status|force|figures|number)\b",
    re.IGNORECASE,
)
_FORESEEN = re.compile(
    r"\b(?:agenda|calendar|schedule|diary|to be signed|upcoming|ahead|programme (?:of|for) (?:the|his|her) (?:\w+ ){0,2}visit)\b|^\W*programme(?:,|$)",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\W*\d{1,2}[:.]\d\d\b")


def _words(line: Line) -> str:
    return line.own.rstrip(" .:")


def undertaken_under(line: Line) -> Line | None:
    """The lead by which what a line tells is undertaken: "What Peru will do", "Undertakings" over "Peru"."""
    if line.kind != "item":
        return None
    for lead in line.over:
        words = _words(lead)
        if _ARTICLE.match(words) or _TREATY.search(words):
            return None  # the text of a treaty
        if _UNSETTLED.search(words) and not words.endswith("to be done"):
            return None
        if (_titled(lead) and _UNDERTAKEN.search(words)) or (_open(lead) and _UNDERTAKEN.search(words[-_NEAR:])):
            return lead
    return None


def signed_under(line: Line) -> Line | None:
    """The lead that tells that what stands under it was signed, without a sentence of its own: "Signed in Tarija"."""
    for lead in line.over:
        words = _words(lead)
        if _UNSIGNED.search(words):
            return None
        if _titled(lead) and _SIGNED.search(words):
            return lead
        if lead.kind != "heading" and (_titled(lead) or _open(lead)):
            return None
    return None


def foreseen_under(line: Line) -> bool:
    """Whether a line stands in an agenda or a calendar of what is to come."""
    return any(_FORESEEN.search(_words(lead)) for lead in line.over)
