"""When a clause happened, where it carries no date of its own: the date of its sentence, of the paper it speaks of, of
the closing formula, or of the visit, talks or signing told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.paper_days import finer, names_paper, of_relative
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause, Mention

__all__ = ["dated", "lead_of"]

_ANAPHOR = re.compile(
    r"\b(?:during|following|after|in|of|at|on|upon|as a result of|within|as part of|outcome|result(?:s)? of|after)\s+(?:the|this|his|her|their|its|these)\s+(?:\w+\s+){0,2}(?:visit|trip|talks|meeting|negotiations|summit|session|sidelines|ceremony|event|stay|tour)\b"
    r"|\b[Tt]he (?:visit|trip|talks|meeting|session|summit|ceremony)\b|\b(?:same|that) day\b|\b(?:earlier|later) (?:in the day|today)\b|\bon (?:that|this) occasion\b",
    re.IGNORECASE,
)  # fmt: skip
_SAME_DAY = re.compile(
    r"\b(?:earlier|later) (?:in the day|today|that day)\b|\bthe same (?:day|morning|evening|afternoon)\b", re.IGNORECASE
)
_FRAMING = frozenset({"agree", "visit", "meet", "talk", "hold", "sign", "session", "sitting", "receive", "attend"})
_FOLLOWING = frozenset(
    {
        "sign",
        "adopt",
        "initial",
        "exchange",
        "ratify",
        "approve",
        "meet",
        "talk",
        "establish",
        "receive",
        "hold",
        "reopen",
        "open",
        "attend",
        "session",
        "sitting",
        "visit",
        "reach",
    }
)
_REACH = 8  # sentences a date reaches without being referred to
_HAPPENING = _FOLLOWING | {"reopen", "close", "launch", "resume", "inaugurate", "clash", "kill"}
_SCHEDULING = frozenset({"", "plan", "expect", "postpone", "cancel"})

_DONE = re.compile(r"\b(?:done|adopted|signed|concluded)\s+(?:at|in)\s+", re.IGNORECASE)


# A date told of how a paper or a body came about, in an aside: "the Council, established by ... on 2 March".
_ASIDE = re.compile(
    r"(?:,|\b(?:[Tt]reaty|[Aa]greements?|[Pp]rotocol|[Dd]eclaration|[Mm]emorandum|[Mm]emoranda|[Uu]nderstanding|[Cc]onvention|[Aa]ccords?|[Cc]ouncil"
    r"|[Cc]ommission|[Cc]ommittee|[Cc]ontract|[Mm]o[Uu]s?|[Dd]ocuments?|[Bb]ridge|[Rr]oad|[Ss]tatement|[Pp]act|[Dd]eal)\b[^,;.]{0,70})"
    r"[ ](?:which[ ](?:was|were|had[ ]been)[ ]|that[ ](?:was|were)[ ])?(?:first[ ])?"
    r"(?:signed|adopted|established|concluded|initialled|initialed|created|set[ ]up|ratified|inaugurated|dated|issued|founded|agreed|reached"
    r"|approved|closed|opened|launched|done|negotiated|brokered|sealed|struck)\b[^,;]{0,90}$"
    r"|,[ ]who[ ](?!is\b|are\b|then\b|also\b)[^,;]{0,80}$"
)
_BACKGROUND = re.compile(r"\b(?:had|last|previous(?:ly)?|already|first|earlier|preceded)\b[^.;]{0,40}$")
_HEADER = 60  # characters of a line that is a place and a date
_LEAD = 4  # sentences
_FAR = timedelta(days=45)


def lead_of(lines: Sequence[Line]) -> Mention | None:
    """When the act of the first sentences was: their first date that is no limit, no dateline and no aside's."""
    body = [
        line for line in lines[:8] if line.kind not in ("headline", "heading", "row", "item") or len(line.tokens) > 25
    ]
    for line in [b for b in body if b.span.end - b.span.start > _HEADER][:_LEAD]:
        for date in line.dates:
            if (
                date.period is None or not _fine(date) or date.attributes.get("part") not in ("on", "in", "during", "")
                or date.attributes.get("form") in ("duration", "recurring") or date.attributes.get("preposition") in ("of", "dated")
                or (not date.attributes.get("part") and date.attributes.get("form") != "relative")
                or line.calls_paper(date, ()) or _aside(line, date) or _SAID.search(line.text, line.span.start, date.span.start) or date.attributes.get("near") in ("that", "following")
                or _FUTURE.search(line.text, line.span.start, date.span.end)
            ):  # fmt: skip
                continue
            return date if date.period.length.days <= _REACH else None
    return None


_SAID = re.compile(r"\b(?:said|says|told|announced|stated|added|reported)\b[^,;.]{0,40}$")
_FUTURE = re.compile(r"\b(?:will|to be|is to|are to|due|scheduled|planned|expected|next)\b")


def _aside(line: Line, date: Mention) -> bool:
    return _ASIDE.search(line.text[max(line.span.start, date.span.start - 180) : date.span.start]) is not None


def _header(lines: Sequence[Line]) -> Mention | None:
    """The place and date over a communiqué ("Jakarta, 5 March 2026")."""
    for line in lines[:8]:
        days = [d for d in line.dates if d.period is not None and d.period.length.days == 0]
        if (
            len(days) == 1 == len(line.dates)
            and line.span.end - line.span.start <= _HEADER
            and any(line.covered(i, "state", "place") for i in range(len(line.tokens)))
        ):
            return days[0]
    return None


def _closing(lines: Sequence[Line], mentions: Sequence[Mention]) -> Mention | None:
    """The date of "Done at Kampala on 5 March 2025", the formula that closes a treaty or communiqué."""
    for line in lines:
        match = _DONE.match(line.text, line.span.start, line.span.end)
        if match:
            return next((d for d in line.dates if d.period is not None), None)
    return None


@dataclass(slots=True)
class _Frame:
    """What later clauses may be dated by: the act told last with a date, the last single day, the papers signed so far,
    and the closing formula."""

    when: Mention | None = None
    at: int = -99  # its sentence
    day: Mention | None = None
    signed: dict[str, Mention] = field(default_factory=dict)
    closing: Mention | None = None
    lead: Mention | None = None  # the date of the first sentences, for what is told before any dated act
    stage: Mention | None = None  # the day that opens the sentence before, or the last act's that "then" goes on from
    stage_at: int = -99
    last: Mention | None = None  # the day told last, old or new
    last_at: int = -99
    read: int = 0  # sentences whose opening day is known


def dated(lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses in the order of the text, those without a date of their own given one where the text fixes it."""
    frame = _Frame(closing=_closing(lines, mentions), lead=lead_of(lines) or _header(lines))
    found: list[Clause] = []
    for clause in sorted(clauses, key=lambda c: (c.sentence, c.trigger.start)):
        line = lines[clause.sentence]
        _follow(lines, clause.sentence, frame)
        counted = not _COUNTING.isdisjoint(line.said)
        if counted and _COUNTED_FROM.search(line.text, line.span.start, clause.trigger.start):
            behind = clause.when is not None and clause.when.span.start > clause.trigger.start
            clause = clause if behind else replace(clause, when=None)
        elif clause.when is None:
            clause = _given(line, clause, clauses, mentions, frame)
        if clause.when is None or not _of_aside(lines[clause.sentence], clause, clause.when):
            _remember(lines[clause.sentence], clause, frame)
        found.append(clause)
    return found


# "Comes a week after A and B signed": the act has a day of its own, which is not told.
_COUNTING = frozenset(("after", "before", "since"))
_COUNTED_FROM = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|decades?)[ ](?:after|before|since)[ ](?!that\b|which\b|the (?:visit|talks|meeting))[^,;:]{0,90}$"
)


def _given(line: Line, clause: Clause, clauses: Sequence[Clause], mentions: Sequence[Mention], frame: _Frame) -> Clause:
    """The clause with the date that its surroundings give it, or as it stands."""
    own = _own_dates(line, clause, clauses, mentions)
    if own:
        return replace(clause, when=own[0]) if len(own) == 1 and clause.concept in _HAPPENING else clause
    if clause.concept == "sign":
        known = next((frame.signed[m.name] for m in clause.mentions("paper") if m.name in frame.signed), None)
        if known is not None:
            return replace(clause, when=known)
    if clause.status != "reported":
        return clause
    if frame.closing is not None and (
        clause.concept in ("sign", "adopt", "initial") or (clause.concept == "establish" and clause.tense == "present")
    ):
        return replace(clause, when=_inherited(frame.closing))
    if clause.concept not in _FOLLOWING or (clause.concept == "approve" and _before(line, clause)):
        return clause
    if frame.day is not None and _SAME_DAY.search(line.text, line.span.start, line.span.end):
        return replace(clause, when=_inherited(frame.day))
    past = clause.tense == "past" or (clause.tense == "present" and line.kind == "headline")
    spoken = clause.nominal and _THAT.search(line.text, line.span.start, clause.trigger.start)
    new = past and clause.concept in _AT_TABLE and not spoken
    if new and frame.stage is not None and _staged(line, clause, frame):
        return replace(clause, when=_inherited(frame.stage, stage=True))
    then = new and clause.sentence - frame.last_at == 1
    if then and frame.last is not None and _THEN.search(line.text, line.span.start, clause.trigger.end):
        return replace(clause, when=_inherited(frame.last, stage=True))
    if frame.when is not None and past and _refers(line, clause, frame):
        frame.at = clause.sentence
        return replace(clause, when=_inherited(frame.when))
    if frame.when is None and frame.lead is not None and past and not _before(line, clause):
        return replace(clause, when=_inherited(frame.lead))
    return clause


_AT_TABLE = frozenset({"sign", "adopt", "initial", "exchange"})
_STAGES = 2  # sentences over which a day that opens one is that of what follows
_THEN = re.compile(r"\b(?:(?<!the )then|at that time|on (?:that|the same) occasion|(?:during|in the course of) (?:that|the) (?:visit|trip))\b", re.IGNORECASE)  # fmt: skip


_NOT_THERE = re.compile(
    r"\b(?:will|to be|is to|are to|due|scheduled|planned|expected|next|had)\b"
)  # to come, or background


def _follow(lines: Sequence[Line], index: int, frame: _Frame) -> None:
    """Keep the day told last, and the one that opens the nearest sentence before: "On Tuesday she met her host. They signed"."""
    for at in range(frame.read, index):
        line = lines[at]
        day = next((d for d in line.dates if _fine(d) and not d.attributes.get("dateline")), None)
        if day is None or line.kind in ("headline", "heading", "row", "item"):
            continue
        opens = day.span.start - line.span.start < 14 and day.attributes.get("part") in ("on", "")
        frame.last, frame.last_at = day, at
        told = opens and _days(day) == 0 and not _NOT_THERE.search(line.text, day.span.end, line.span.end)
        frame.stage, frame.stage_at = (day, at) if told else (None, -99)
    frame.read = max(frame.read, index)


def _staged(line: Line, clause: Clause, frame: _Frame) -> bool:
    """Whether an act without a day goes on with what a day opened, near the day of the news."""
    known = frame.when or frame.lead
    if clause.sentence - frame.stage_at > _STAGES or _before(line, clause) or frame.stage is None:
        return False
    if known is None or known.period is None or frame.stage.period is None:
        return False
    return abs((frame.stage.period.first - known.period.last).days) <= _REACH


def _days(day: Mention) -> int:
    return day.period.length.days if day.period is not None else -1


def _before(line: Line, clause: Clause) -> bool:
    """Whether an act is told as background: "had met", "last met"."""
    return (
        _BACKGROUND.search(line.text[max(line.span.start, clause.trigger.start - 50) : clause.trigger.start])
        is not None
    )


def _own_dates(line: Line, clause: Clause, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Mention]:
    """The dates of the clause's sentence that may be its own: no limits, no terms, no years that call a paper, none that
    belongs to another act of the sentence, no dateline's for what is to come. Each date once."""
    if not line.dates:
        return []
    titles = [m.span for m in mentions if m.type == "paper" and m.span in line.span]
    others = {
        id(c.when)
        for c in clauses
        if c.sentence == clause.sentence and c.when is not None and c is not clause and _apart(c, clause)
    }
    own = {
        d.period.iso: d for d in line.dates
        if d.period and not of_relative(line, clause.trigger.end, d) and not (clause.concept in _PAPER_ACTS and names_paper(d)) and not _of_saying(line, clause, d, clauses) and not (d.attributes.get("dateline") and clause.status != "reported") and id(d) not in others and not line.calls_paper(d, titles) and (not _aside(line, d) or _beside(line, clause, d)) and d.attributes.get("part") not in ("since", "until", "by") and not line.term(d) and not _years(d, clause) and not _in_name(d, titles)
    }  # fmt: skip
    if len(own) == 1 and next(iter(own.values())).attributes.get("dateline") and any(_days_told(d) for d in line.dates):
        return []
    return finer(list(own.values()))


def _years_long(date: Mention) -> bool:
    return date.period is not None and date.period.length.days > 300


_SAYING = frozenset("say tell announce".split())


def _of_saying(line: Line, clause: Clause, date: Mention, clauses: Sequence[Clause]) -> bool:
    """Whether a date tells when an act was spoken of: "said on Monday that it had signed", "signed, the minister said on
    Monday"."""
    said = [c.trigger for c in clauses if c.sentence == clause.sentence and c.concept in _SAYING]
    first, last = sorted((clause.trigger, date.span))
    return any(
        (
            s.end <= date.span.start < clause.trigger.start
            and _THAT.search(line.text, date.span.end, clause.trigger.start)
        )
        or (first.end <= s.start < last.start and last is date.span)
        for s in said
    )


_THAT = re.compile(r"\bthat\b")


def _days_told(date: Mention) -> bool:
    """Whether a date tells, behind a dateline, when what is reported was."""
    return (
        _fine(date)
        and not date.attributes.get("dateline")
        and date.attributes.get("part") not in ("since", "until", "by")
    )


_PAPER_ACTS = frozenset("sign initial ratify approve enter-force extend suspend terminate expire exchange".split())
_RELATIVE = re.compile(r"\b(?:who|which|whose|whom)\b")


def _in_name(date: Mention, titles: Sequence[Span]) -> bool:
    """Whether a year stands before a paper as part of its name ("a 2021 memorandum")."""
    return _years_long(date) and any(0 <= t.start - date.span.end <= 1 for t in titles)


def _years(date: Mention, clause: Clause) -> bool:
    """Whether a span of years stands beside an act on a paper: the years that the paper runs."""
    period = date.period
    return period is not None and not period.open and period.length.days > 366 and clause.concept in _PAPER_ACTS


def _beside(line: Line, clause: Clause, date: Mention) -> bool:
    """Whether the date of an aside is of the aside's own act, which this clause is."""
    match = _ASIDE.search(line.text[max(line.span.start, date.span.start - 180) : date.span.start])
    start = max(line.span.start, date.span.start - 180) + (match.start() if match else 0)
    return start <= clause.trigger.start < date.span.start or (
        clause.trigger.start > date.span.end and line.text[date.span.end :][:1] not in ",;.)"
    )


def _apart(other: Clause, clause: Clause) -> bool:
    """Whether another clause's date is that of another act: one of another standing, or an aside about a paper."""
    if other.concept != clause.concept and {other.concept, clause.concept} <= _PAPER_ACTS and other.mentions("paper"):
        return True
    if other.status != clause.status and not other.nominal and other.concept not in _SCHEDULING:
        return True
    papers = other.mentions("paper")
    if not other.passive or not papers:
        return False
    return not any(p is q for p in papers for q in clause.mentions("paper")) or (
        other.concept != clause.concept and other.trigger != clause.trigger
    )


def _refers(line: Line, clause: Clause, frame: _Frame) -> bool:
    near = clause.sentence - frame.at <= _REACH
    return (
        near
        or (clause.nominal and clause.concept == "sign")
        or bool(_ANAPHOR.search(line.text, line.span.start, line.span.end))
    )


def _inherited(when: Mention, stage: bool = False) -> Mention:
    told = {**when.attributes, "inherited": True, "stage": stage}
    return when.but(antecedents=(*when.antecedents, when.span), attributes=told)


def _older(when: Mention, frame: _Frame) -> bool:
    """Whether a date lies before the act told last, or far behind it: reports go from what is new to its background."""
    if frame.when is None:
        lead = frame.lead
        return bool(lead and lead.period and when.period and when.period.last < lead.period.first - _FAR)
    known, new = frame.when.period, when.period
    return bool(known and new and (new.last < known.first or new.first > known.last + _FAR))


def _remember(line: Line, clause: Clause, frame: _Frame) -> None:
    """Keep what later clauses may be dated by."""
    when = clause.when
    if when is None:
        return
    if clause.concept == "sign":
        for paper in clause.mentions("paper"):
            frame.signed.setdefault(paper.name, when)
    if (
        clause.concept not in _FRAMING
        or clause.status != "reported"
        or when.attributes.get("inherited")
        or not _fine(when)
    ):
        return
    if clause.concept == "receive" and not clause.mentions("person", "office", parts=("object",)):
        return
    if clause.nominal and clause.concept not in ("visit", "session", "sitting") and frame.when is not None:
        return
    if _older(when, frame) or _before(line, clause):
        return
    if when.attributes.get("part") not in ("since", "until", "by", "before", "after"):
        frame.when, frame.at = when, clause.sentence
        frame.day = when if when.period is not None and when.period.length.days == 0 else frame.day


def _of_aside(line: Line, clause: Clause, when: Mention) -> bool:
    """Whether the date stands in a relative clause behind the act ("talks with X, who flew in on Sunday")."""
    return bool(_RELATIVE.bare.search(line.text, clause.trigger.end, max(when.span.start, clause.trigger.end)))


def _fine(when: Mention) -> bool:
    return when.period is not None and when.period.length.days <= 31 and not when.period.open
