"""Papers whose title stands alone, with what was done with them in the labelled lines below it ("Agreement on fisheries" /
"Signed: 4 May 2019 (Lima)" / "Status: ratified by Peru on 3 June 2020; expired 2024")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.names.paper_items import paper_of_item
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["labelled_papers"]

_LABEL = re.compile(
    r"\W{0,3}(?P<label>(?:(?:date|place|day|year)(?:(?: and|,) (?:date|place))? of )?(?:signature|signing|conclusion|adoption|entry into force|ratification|expiry|termination|exchange)"
    r"|signed|concluded|adopted|initialled|(?:entered|entry|enters|came|coming) into force|in force(?: since| from)?|effective(?: date| from| since)?"
    r"|ratified|approved|terminated|denounced|expire[sd]|valid until|extended|prolonged|renewed|suspended|status|state of play|stage)"
    r"(?: (?:at|in|by|of) [^:]{2,30})?\s*(?::|[–—]|\s-\s|\t)\s*",
    re.IGNORECASE,
)
_ACTS = (  # what is said to be done, by its words; the first that a piece holds
    (re.compile(r"\b(?:not (?:yet )?|never |un|to be |awaiting |pending |under )(?:signed|ratified|ratification|approved|in force|signature)\b|\bn/a\b|\bnot yet\b|\bpending\b|\bdraft(?:ed)?\b", re.IGNORECASE), ""),
    (re.compile(r"\b(?:denounced|terminated|abrogated|termination|denunciation)\b", re.IGNORECASE), "terminate"),
    (re.compile(r"\b(?:expire[sd]|expiry|lapsed|valid until)\b", re.IGNORECASE), "expire"),
    (re.compile(r"\b(?:suspended|suspension|frozen)\b", re.IGNORECASE), "suspend"),
    (re.compile(r"\b(?:extended|prolonged|renewed|extension)\b", re.IGNORECASE), "extend"),
    (re.compile(r"\b(?:in|into) force\b|\beffective\b|\btook effect\b|\bapplied\b", re.IGNORECASE), "enter-force"),
    (re.compile(r"\bratifi\w+", re.IGNORECASE), "ratify"),
    (re.compile(r"\bexchanged?\b", re.IGNORECASE), "exchange"),
    (re.compile(r"\binitialled\b", re.IGNORECASE), "initial"),
    (re.compile(r"\b(?:under negotiation|being negotiated|in negotiation|negotiated)\b", re.IGNORECASE), "negotiate"),
    (re.compile(r"\b(?:approved|approval)\b", re.IGNORECASE), "approve"),
    (re.compile(r"\b(?:signed|signature|signing|concluded|conclusion|adopted|adoption)\b", re.IGNORECASE), "sign"),
)  # fmt: skip
_STATUS = re.compile(r"status|state of play|stage", re.IGNORECASE)
_COMING = re.compile(r"\b(?:expected|planned|due|foreseen|scheduled|envisaged|to enter|to be)\b", re.IGNORECASE)
_UNDATED = ("enter-force",)  # standing without a day tells nothing new: "Status: in force"
_TITLE = 30  # words of a title
_OPENING = 8  # words in which a title tells what sort of paper it is


def labelled_papers(
    lines: Sequence[Line],
    clauses: list[Clause],
    mentions: list[Mention],
    pair: tuple[str, ...],
    spans: tuple[Span, ...],
) -> list[Clause]:
    """The clauses, those of labelled lines below a paper's title as what is done with that paper. Puts the paper of such a
    title into `mentions` in place of those found there word by word."""
    told: list[Clause] = []
    taken: set[int] = set()
    title: Mention | None = None
    for index, line in enumerate(lines):
        label = (
            _LABEL.match(line.text, line.span.start, line.span.end)
            if title is not None or _titled(lines, index)
            else None
        )
        if label is None:
            title = None
            for paper in _opening(line, mentions):
                acts = list(_acts(line, index, paper.span.end, "", paper, mentions))
                told += acts
                taken |= {index} if acts else set()
            continue
        if title is None:
            title = _paper(lines[index - 1], mentions, pair, spans)
            taken.add(index - 1)
        if title is not None:
            taken.add(index)
            told += _acts(line, index, label.end(), label["label"], title, mentions)
    if not told:
        return clauses
    own = {id(c) for c in clauses if c.sentence in taken and (c.mentions("paper") or c.concept in _DONE)}
    return [*(c for c in clauses if id(c) not in own), *told]


_DONE = frozenset(
    "sign adopt initial ratify exchange enter-force extend terminate expire negotiate approve suspend list".split()
)


def _titled(lines: Sequence[Line], index: int) -> bool:
    """Whether the line before is no more than a paper's title."""
    line = lines[index - 1] if index else None
    if line is None or line.kind in ("headline", "row", "quotation") or len(line.tokens) > _TITLE:
        return False
    if line.text[line.span.end - 1] in ".:;" or not line.tokens[0].text[:1].isalnum():
        return False
    head = next((a for a, _, _ in line.find("papers")), _OPENING)
    return (
        head < _OPENING
        and not _LABEL.match(line.text, line.span.start, line.span.end)
        and not any(map(line.finite, range(len(line.tokens))))
    )


def _paper(line: Line, mentions: list[Mention], pair: tuple[str, ...], spans: tuple[Span, ...]) -> Mention | None:
    form = next((form for _, _, form in line.find("papers") if form), "")
    paper = paper_of_item(line, form)
    if paper is None or paper.attributes.get("plural"):
        return None
    if len(paper.states) < 2 and len(pair) > 1:
        paper = paper.but(states=pair[:2], antecedents=spans[:2])
    for old in [m for m in mentions if m.type == "paper" and m.span in line.span]:
        mentions.remove(old)
    mentions.append(paper)
    return paper


_TAIL = re.compile(
    r"[\s\"”')]{0,2}(?:[:,(]|\s?[–—]|\s-)\s?(?:signed|initialled|concluded|ratified|adopted|approved|in force|entered into force|expired|terminated|suspended|extended|under negotiation)\b"
)


_TOLD = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|covers?)\b")


def _opening(line: Line, mentions: Sequence[Mention]) -> list[Mention]:
    """The one paper that a line opens with, behind which it tells what was done with it ("Border treaty: signed 5 May 2018,
    in force since 2019")."""
    if line.kind in ("headline", "row") or not any(d.period for d in line.dates):
        return []
    papers = [m for m in mentions if m.type == "paper" and m.span in line.span and not m.attributes.get("within")]
    named = len(papers) == 1 and line.text[line.span.start : papers[0].span.start].strip("•-–—* \"“'0123456789.") == ""
    named = named and _TOLD.search(line.text, papers[0].span.end, line.span.end) is None
    return papers if named and _TAIL.match(line.text, papers[0].span.end, line.span.end) else []


def _acts(
    line: Line, index: int, start: int, label: str, paper: Mention, mentions: Sequence[Mention]
) -> Iterator[Clause]:
    """What a line says is done with the paper behind its label or title: each piece, or what the label says."""
    whole = not label or bool(_STATUS.match(label))
    for span in _pieces(line, start):
        words = line.text[span.start : span.end]
        act = next((act for pattern, act in _ACTS if pattern.search(words)), None)
        if act is None and not whole:
            act = next((act for pattern, act in _ACTS if pattern.search(label)), None)
        when = next((d for d in line.dates if d.period is not None and d.span in span), None)
        if not act or (when is None and (act in _UNDATED or not label)):
            continue
        towns = (
            m for m in mentions
            if m.span in span and (m.type == "place" or m.form in ("capital", "city")) and m.attributes.get("name", m.name)
        )  # fmt: skip
        places = [Argument(m.but(type="place"), "at") for m in towns][:1]
        status = "planned" if _COMING.search(words) else "reported"
        yield Clause(
            act, Span(line.span.start, span.end), line.span, index, (Argument(paper, "object"), *places), when, status
        )
        whole = True


_PARTS = re.compile(
    r";|\s[–—-]\s|,\s(?=(?:in|into|entered) force|ratified|signed|expired|extended|initialled|suspended|terminated|effective)"
)


def _pieces(line: Line, start: int) -> Iterator[Span]:
    """The pieces of a line behind its label, parted by semicolons and dashes."""
    at = start
    for mark in _PARTS.finditer(line.text[start : line.span.end]):
        if mark.start() + start > at:
            yield Span(at, start + mark.start())
        at = start + mark.end()
    if at < line.span.end:
        yield Span(at, line.span.end)
