"""When a doing was or will be: the date of its own clause."""

from __future__ import annotations

from accord.languages import patterns as re
from accord.languages.en.doings.act import Act
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["when_of"]

_NO_DATE = re.compile(r"\b(?:until|till|than|every|each|for the)\s+(?:at least\s+|the\s+)?$")
_THE_FIRST_SINCE = re.compile(r"\bfirst\b[^.;:]{0,120}?\bsince\s+(?:[\w-]+\s+){0,4}$")
_STOPPED = re.compile(
    r"\b(?:closed|shut|sealed|suspended|halted|stopped|interrupted|discontinued|abandoned|severed|broken off|called off|"
    r"idle|dormant|out of (?:use|service|operation|action)|grounded|withdrawn)\s+"
    r"(?:(?:again|unilaterally|down|back|ever)\s+)?(?:(?:since|in|on|from|after|during)\s+)?"
    r"(?:(?:the\s+)?(?:end|beginning|start|middle|spring|summer|autumn|winter)\s+of\s+|early\s+|late\s+|mid-?)?$"
)


def when_of(line: Line, act: Act) -> Mention | None:
    """The date nearest to an act in its segment, or right before its "when"."""
    best: tuple[int, Mention] | None = None
    low, high = line.tokens[act.left].start, line.tokens[act.right - 1].end
    trigger = line.slice(act.at, act.end)
    for date in line.dates:
        if (
            not date.period
            or line.term(date)
            or _THE_FIRST_SINCE.search(line.text, line.span.start, date.span.start)
            or (
                _NO_DATE.search(line.text[max(line.span.start, date.span.start - 18) : date.span.start])
                and not {"did", "not"} <= set(line.lows(max(0, act.at - 4), act.at))
            )
            or _of_stop(line, act, date)
        ):
            continue
        if low <= date.span.start < high:
            distance = (
                date.span.start - trigger.end if date.span.start >= trigger.end else trigger.start - date.span.end + 1
            )
            distance += 200 * (date.span.end <= trigger.start and date.period.open)
            if best is None or distance < best[0]:
                best = (distance, date)
    if best is not None and "respectively" in line.lows(act.left, act.right):
        return None
    if best is None and line.low(act.left) in ("when", "as"):
        return next((d for d in line.dates if d.period and 0 <= low - d.span.end <= 3), None)
    return best[1].begun() if best else None


def _of_stop(line: Line, act: Act, date: Mention) -> bool:
    """ "Flights, suspended in May, are to be resumed": whether a date tells when a stop of another clause began."""
    stop = _STOPPED.search(line.text, line.span.start, date.span.start)
    return stop is not None and not line.tokens[act.first].start <= stop.start() < line.tokens[act.end - 1].end
