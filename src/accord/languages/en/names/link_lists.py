"""Links told together: several modes between one pair of ends, one end for several links, the ends told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.languages import patterns as re
from accord.languages.en.names.naming import called, end_of_link
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["joined_links"]

_JOINED = re.compile(
    r"\s*(?:,|and|or|, and|as well as|but also)\s+(?:(?:the|all|both|direct|regular|passenger|freight|cargo|weekly|daily|car|its|their)\s+)*"
)
_ENDS_BEHIND = re.compile(r"\s+(?:services?\s+)?(?:to|from|into|between|via|of|over|across)\b")
_OWN_END = re.compile(r"\s+(?:services?\s+)?(?P<way>to|from)\s+")
_DETERMINED = re.compile(
    r"\b(?:the|its|their|these|those|this|that|other|another|all|no)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_MODES = {
    "air": "air",
    "sea": "sea",
    "rail": "rail",
    "railway": "rail",
    "road": "road",
    "bus": "bus",
    "ferry": "sea",
    "train": "rail",
}
_OTHER_MODE = re.compile(rf"\b(?P<mode>{'|'.join(_MODES)})\s*(?:,|and|or)\s+(?:{'|'.join(_MODES)})\s+$", re.IGNORECASE)
_THOSE = re.compile(
    r"(?:(?:,|\band\b|;)\s+(?:and\s+)?(?:those|that|one|ones)|\b(?P<run>fly|flies|flew|flown|flying|sails?|sailed|runs?|ran))"
    r"\s+(?P<way>to|from)\s+",
    re.IGNORECASE,
)


def joined_links(line: Line, found: Sequence[Mention]) -> Iterator[Mention]:
    """The links of a sentence, those without ends given the ends of the link that they are told with."""
    order = sorted(found, key=lambda m: m.span.start)
    for n, link in enumerate(order):
        if link.definite:
            yield _ends_of(line, link, order[:n], order[n + 1 :]) or link
            continue
        yield link
        other = _OTHER_MODE.search(line.text, line.span.start, _head(line, link))
        if other is not None and _MODES[other["mode"].lower()] != link.form:
            yield link.but(form=_MODES[other["mode"].lower()])
    named = [m for m in order if not m.definite]
    if not named:
        return
    for match in _THOSE.finditer(line.text, named[0].span.end, line.span.end):
        before = [m for m in named if m.span.end <= match.start()]
        turned = _turned(line, before[-1], match["way"], match.end()) if before else None
        if turned is not None:
            start = match.start("run" if match["run"] else "way")
            more = {"verb": True} if match["run"] else {}
            yield turned.but(
                span=line.slice(*_tokens(line, start, match.end("run") if match["run"] else match.end())),
                attributes={**turned.attributes, **more},
            )


def _head(line: Line, link: Mention) -> int:
    """Where the noun of a link begins, the last word of its mention."""
    return link.span.start + line.text[link.span.start : link.span.end].rfind(" ") + 1


def _ends_of(line: Line, link: Mention, before: Sequence[Mention], after: Sequence[Mention]) -> Mention | None:
    """A link without ends as the link told with it: "flights and ferries between A and B", "buses between A and B resumed in May
    and trains in June"."""
    following = next((m for m in after if not m.definite), None)
    if following is not None and _JOINED.fullmatch(line.text, link.span.end, following.span.start):
        return _as(link, following)
    last = next((m for m in reversed(before) if not m.definite), None)
    own = _OWN_END.match(line.text, link.span.end)
    if last is not None and own is not None and last.form == link.form:
        turned = _turned(line, last, own["way"], own.end())
        return turned.but(span=link.span) if turned is not None else None
    if last is None or last.form == link.form or link.form == "context" or last.form == "context":
        return None
    if _ENDS_BEHIND.match(line.text, link.span.end) or _DETERMINED.search(line.text, line.span.start, link.span.start):
        return None
    return _as(link, last)


def _as(link: Mention, other: Mention) -> Mention:
    return other.but(
        span=link.span, form=link.form, attributes={k: v for k, v in other.attributes.items() if k != "verb"}
    )


def _turned(line: Line, link: Mention, way: str, start: int) -> Mention | None:
    """A link with one end of its own, "those to C" beside "flights from A to B"."""
    at = next((i for i, t in enumerate(line.tokens) if t.start >= start), len(line.tokens))
    told = end_of_link(line, at)
    if told is None or line.low(told[1]) in ("to", "from", "-", "—", "via"):
        return None
    end, name = told[0], called(told[0])
    ends = {**link.attributes, way: name}
    if ends["from"] == ends["to"]:
        return None
    kept = link.antecedents[0 if way == "to" else -1 :][:1]
    return link.but(
        name=f"{ends['from']}-{ends['to']}",
        states=tuple(dict.fromkeys((*link.states, *end.states))),
        antecedents=(*kept, end.span),
        attributes={"from": ends["from"], "to": ends["to"]},
    )


def _tokens(line: Line, start: int, end: int) -> tuple[int, int]:
    within = [i for i, t in enumerate(line.tokens) if start <= t.start < end]
    return within[0], within[-1] + 1
