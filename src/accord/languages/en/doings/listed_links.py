"""Links told by their two ends alone, with what the words about them, a label, a lead or a heading say of them: "Quito – Lima,
4 May" under "Routes to be added", "Flights: Quito–Lima, back since 4 May", "a second bus, Ibarra–Pasto, is under study"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.names.links import AIRLINE
from accord.languages.en.names.naming import called, end_of_link
from accord.languages.en.rows.acts import Said, told_in
from accord.languages.en.text.leads import undertaken_under
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["listed_links"]

_MODES = (
    ("sea", r"ferr(?:y|ies)|boats?|by sea|ships?|shipping|sail\w*|vessels?|hydrofoil|catamaran|ro-ro|feeder|cruise|maritime"),
    ("rail", r"trains?|by rail|rail (?:links?|services?)|railcars?|sleepers?|wagons?|(?:through |sleeping )?carriages?"),
    ("bus", r"bus(?:es)?|coach(?:es)?|minibus(?:es)?"),
    ("air", r"flights?|fl(?:y|ies|ew|own|ying)|by air|airports?|airlines?|airways|aeronautical|aviation|planes?|aircraft|carriers?|non-?stop"
     r"|(?:summer|winter) season|frequenc(?:y|ies)|air (?:links?|services?|routes?|connections?)|seats|air$"),
)  # fmt: skip
_MODE = tuple((mode, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)) for mode, words in _MODES)
_BARE = (("air", re.compile(r"\W*air\W*", re.IGNORECASE)), ("sea", re.compile(r"\W*sea\W*", re.IGNORECASE)),
         ("rail", re.compile(r"\W*rail(?:ways?)?\W*", re.IGNORECASE)))  # fmt: skip
_OF_LINKS = re.compile(
    r"\b(?:routes?|services?|lines?|points?|connections?|links?|destinations?)\b|"
    + "|".join(words for _, words in _MODES),
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:bridges?|roads?|highways?|motorways?|railways?|pipelines?|kV|tunnels?|cables?|transmission|power|(?<!maiden )crossings?|posts?|gates?"
    r"|checkpoints?|borders?|frontiers?|sections?|tracks?|twin\w*|sister|match|league|corridors?|gauge|fib(?:re|er)|interconnect\w+|km|built|construction"
    r"|commission|committee|council|forum|summit)\b",
    re.IGNORECASE,
)  # what else two names may be the ends of
_OFTEN = re.compile(
    r"\W*(?:daily|once|twice|thrice|\w+ (?:times )?(?:a|per) week|weekly|\w+ weekly)\b", re.IGNORECASE
)  # as planes go, where nothing else is told
_DOMESTIC = re.compile(r"\b(?:domestic|internal|inland)\b", re.IGNORECASE)
_TO_BE = re.compile(
    r"\b(?:to be|to come|will|planned|upcoming|agreed|promis\w+|settled|new points|to)\b", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|from|as of|as from|begun|starting|set for)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:second|third|fourth|fifth|additional|extra|more)\s+(?:(?:daily|weekly|non-?stop)\s+)*(?:flights?|frequenc\w+|ships?|bus(?:es)?"
    r"|trains?|ferr(?:y|ies)|boats?|service)\b|\bnon-?stop\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:,|;|and|&|,\s*and|or)\s*$")
_DASHES = ("-", "–", "—", "/", "→", "↔")
_OPENING = 4  # lines that tell what a document is on
_LONGEST = 26  # words of a line that tells a link by its ends alone
_FEW = 4
_BACK = 4  # lines to a word that announces what follows
_SHORT = 14  # words of a line that its surroundings may tell the mode of
_NEAR = 70  # characters between a link and its act in what is longer
_ASKED = 7  # words of the line before that may ask of links ("Buses?")
# Words that tell of no act though they look so.
_SILENT = re.compile(r"\bnon-?stop\b|\b(?:year|month|week)['’]?s end\b", re.IGNORECASE)


def listed_links(
    lines: Sequence[Line], clauses: Sequence[Clause], today: Period | None
) -> tuple[list[Clause], list[Mention]]:
    """What becomes of the links that lines tell by their ends, as their words or their lead say, as clauses, and those links."""
    done: list[Clause] = []
    links: list[Mention] = []
    told = {(c.sentence, _ends(m)) for c in clauses for m in c.mentions("transport") if c.concept in _TOLD}
    for index, line in enumerate(lines):
        if line.kind == "headline" or line.said.isdisjoint(_DASHES):
            continue
        found = [m for m in _links(line, index, lines) if (index, _ends(m)) not in told]
        for link, reach in zip(found, _reaches(line, found), strict=True):
            clause = _clause(line, index, link, reach, len(found) == 1, today)
            if clause is not None:
                done.append(clause)
                links.append(link)
    return done, links


_TOLD = frozenset(f"transport/{act}" for act in ("resume", "suspend", "launch", "plan", "propose", "postpone"))


def _ends(link: Mention) -> frozenset[str]:
    return frozenset((link.attributes.get("from", ""), link.attributes.get("to", "")))


def _links(line: Line, index: int, lines: Sequence[Line]) -> Iterator[Mention]:
    """The links that a line names by their ends, of the mode that it, its lead or the head of the document tells."""
    after = 0
    for at, token in enumerate(line.tokens):
        if token.low not in _DASHES or at < after:
            continue
        pair = _about(line, at, after)
        if pair is None:
            continue
        first, left, last, right = pair
        after = last
        mode = _mode(line, index, lines, line.slice(first, last))
        if not mode:
            continue
        names = _called(left, right, line), _called(right, left, line)
        states = tuple(dict.fromkeys((*left.states, *right.states)))
        yield Mention("transport", line.slice(first, last), f"{names[0]}-{names[1]}", states, (left.span, right.span),
                      form=mode, attributes={"from": names[0], "to": names[1]})  # fmt: skip


def _about(line: Line, dash: int, since: int) -> tuple[int, Mention, int, Mention] | None:
    """The two names that a dash parts, with the token where they begin and that behind them; more than two run from the
    first to the last."""
    right = end_of_link(line, dash + 1)
    if right is None or right[0].span.start != line.tokens[dash + 1].start:
        return None
    for first in range(max(since, dash - 4), dash):
        left = end_of_link(line, first)
        if left is None or left[1] != dash or left[0].span.start != line.tokens[first].start:
            continue
        if first and line.low(first - 1) in _DASHES and line.tokens[first].glued:
            return None
        last = right[1]
        while line.low(last) in _DASHES and (more := end_of_link(line, last + 1)) is not None:
            right, last = more, more[1]
        if _named_on(line, last) or (
            first and line.tokens[first - 1].word and line.tokens[first - 1].capital and first > 1
        ):
            return None
        known = any(m.type in ("place", "state") and m.form != "unknown" for m in (left[0], right[0]))
        apart = line.tokens[dash].text != "-" or not line.tokens[dash].glued
        same = called(left[0]) == called(right[0])
        return None if same or not (known or apart) else (first, left[0], last, right[0])
    return None


def _named_on(line: Line, last: int) -> bool:
    """Whether a name goes on behind two ends ("Kenya-Uganda Joint Council")."""
    token = line.tokens[last] if last < len(line.tokens) else None
    apart = token is not None and "\t" in line.text[line.tokens[last - 1].end : token.start]
    return token is not None and token.word and token.capital and not apart and line.covered(last, "date") is None


def _called(end: Mention, other: Mention, line: Line) -> str:
    """The name of an end; a state's name beside a town is that of the town or island ("Lima – Panama")."""
    if end.type == "state" and (other.type != "state" or other.form == "capital"):
        return line.text[end.span.start : end.span.end]
    return called(end)


def _mode(line: Line, index: int, lines: Sequence[Line], link: Span) -> str:
    """The mode of a link: by the words about it, its label, what leads it, the question that it answers, the page's head;
    "" where it is that of something else."""
    behind = line.text[link.end : line.span.end].strip()
    own = f"{line.text[line.span.start : link.start]}\n{behind}"
    if _OTHER.search(line.text, line.span.start, line.span.end) or _DOMESTIC.search(own):
        return ""
    label = own.partition(":")[0] if ":" in own[: link.start - line.span.start + 1] else ""
    before = [lines[i] for i in range(index - 1, max(-1, index - 1 - _BACK), -1)]
    asked = [b.own for n, b in enumerate(before) if _asks(b, n)][:1]
    near = [label, *asked, *(above.own for above in line.over)]
    if line.kind == "paragraph" and not label and not asked and len(line.tokens) > _SHORT:
        return _only(own)
    if (found := _only(own)) or (found := next(_told_by(near), "")):
        return found
    if AIRLINE.search(own):
        return "air"
    head = next(_told_by([first.own for first in lines[:_OPENING] if _OF_LINKS.search(first.own)]), "")
    return head or ("air" if _OFTEN.match(behind) else "")


def _asks(line: Line, back: int) -> bool:
    """Whether a line asks what the next tells or announces it and what follows in a few words ("Buses?", "By air")."""
    asks = not back and len(line.tokens) <= _ASKED and line.own.endswith("?")
    return not line.dates and (asks or len(line.tokens) < _FEW)


def _only(words: str) -> str:
    """The mode that words tell first."""
    found = [(m.start(), mode) for mode, pattern in _MODE if (m := pattern.search(words))]
    return min(found)[1] if found else ""


def _told_by(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if _OTHER.search(text):
            return
        yield from (mode for mode, pattern in _BARE if pattern.fullmatch(text))
        yield from [mode] if (mode := _only(text)) else []


def _reaches(line: Line, links: Sequence[Mention]) -> list[Span]:
    """The words behind each link that are of it: up to the next, or those behind the last of a row of links."""
    starts = [*(m.span.start for m in links), line.span.end]
    ends = [Span(m.span.end, max(end, m.span.end)) for m, end in zip(links, starts[1:], strict=True)]
    for n, (one, other) in reversed(list(enumerate(pairwise(ends)))):
        if _PARTED.fullmatch(line.text, one.start, one.end):
            ends[n] = other if n + 1 < len(ends) else one
    return ends


def _clause(line: Line, index: int, link: Mention, reach: Span, alone: bool, today: Period | None) -> Clause | None:
    """What is said of a link behind it ("back since 2 May"), before it, else over it ("Routes dropped"); None where it but
    runs."""
    before = Span(line.span.start, link.span.start)
    long = len(line.tokens) > _LONGEST
    if long:
        reach = Span(reach.start, min(reach.end, reach.start + _NEAR))
        before = Span(max(before.start, before.end - _NEAR), before.end)
    label = line.text.find(":", before.start, before.end)
    spans = [reach, before] if alone or long else [reach, Span(before.start, max(label, before.start))]
    when = next((d for s in spans for d in line.dates if d.period is not None and d.span in s), None)
    led = undertaken_under(line)
    said = next((s for span in spans if (s := _said(line, span))), None)
    if said is None and not long:
        said = next((Said(s.act, link.span, s.status) for lead in line.over[:1] if (s := _said(lead, lead.span))), None)
    own = " ".join(line.text[s.start : s.end] for s in spans)
    if said is None and ((when is not None and _SINCE.search(own)) or _MORE.search(own)) and not long:
        said = Said("launch", link.span)
    if said is None and not long and (led is not None or _ahead(when, today)):
        said = Said("plan", link.span, "planned")
    if said is None or (said.act == "launch" and when is None and line.entry is None and not alone):
        return None
    when = when and when.begun()
    lead = " ".join(above.own for above in line.over[:1])
    to_be = said.act != "suspend" and bool(line.over) and _TO_BE.search(lead) is not None
    status = said.status if said.status != "reported" else "planned" if to_be or _ahead(when, today) else "reported"
    tense = "past" if status == "reported" else "future"
    argument = (Argument(link, "object"),)
    return Clause(f"transport/{said.act}", link.span, line.span, index, argument, when, status, tense, True)


def _said(line: Line, span: Span) -> Said | None:
    """The first act that words tell of a link."""
    words = _SILENT.sub(lambda m: " " * len(m[0]), line.text[span.start : span.end])
    return next(iter(told_in("transport", Cell(words, span))), None)


def _ahead(when: Mention | None, today: Period | None) -> bool:
    return when is not None and when.period is not None and today is not None and when.period.first > today.last
