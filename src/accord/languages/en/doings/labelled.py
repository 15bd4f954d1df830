"""Crossings and works told as lines of a list: a name, then what became of it and when ("A–B: closed 4 May 2020, reopened 2
June 2021", "Bridges: two (A-B, 1954; C-D, 2013)")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["labelled_things"]


@dataclass(frozen=True, slots=True)
class _Sort:
    """What a line tells of: a crossing or a work, and of which type."""

    family: str
    form: str = ""


def _any(words: str) -> re.Pattern:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_SORTS = (  # by the words of a name, a label or a heading; the first that holds
    (_any(r"border (?:posts?|crossings?|points?|gates?)|(?:land |road )?crossings?|checkpoints?|crossing points?|(?:land|frontier|customs|main|one-stop|rail|road) posts?"), _Sort("crossing")),
    (_any(r"bridges?"), _Sort("work", "bridge")),
    (_any(r"(?:hydropower|hydroelectric)(?: power)? (?:plants?|stations?)|dams?"), _Sort("work", "hydropower")),
    (_any(r"(?:gas |oil )?pipelines?"), _Sort("work", "pipeline")),
    (_any(r"(?:power|transmission) lines?|interconnectors?|interconnections?|\d+[ -]?kv"), _Sort("work", "power-line")),
    (_any(r"power (?:plants?|stations?)"), _Sort("work", "power-plant")),
    (_any(r"railways?|railroads?"), _Sort("work", "railway")),
    (_any(r"roads?|highways?|motorways?|corridors?"), _Sort("work", "road")),
)  # fmt: skip
_ACTS = {
    "crossing": (
        (_any(r"re-?open(?:ed|s)?|open again"), "crossing/reopen"),
        (_any(r"closed|shut|sealed|barred"), "crossing/close"),
        (_any(r"planned|to open|to be opened|under construction"), "crossing/plan"),
        (_any(r"opened|inaugurated|open since|opens"), "crossing/open"),
    ),
    "work": (
        (_any(r"suspended|shelved|frozen|halted|switched off|put on hold"), "work/suspended"),
        (_any(r"cancelled|abandoned|dropped|never built"), "work/cancelled"),
        (_any(r"under construction|being built|half built|works? (?:began|begun|started)|construction (?:began|begun|started|since)"), "work/construction"),
        (_any(r"planned|to (?:start|begin|open|be built)|proposed|on paper|under study"), "work/planned"),
        (_any(r"agreed"), "work/agreed"),
        (_any(r"opened|inaugurated|commissioned|in (?:service|use|operation)|open(?: to traffic)? since|operational|operating since"), "work/inaugurated"),
        (_any(r"completed|finished|built"), "work/completed"),
    ),
}  # fmt: skip
_NAME = re.compile(
    r"\W{0,3}(?P<name>[A-ZÀ-Þ0-9][^:;,.()–—\t]*?(?:\s?[–/-]\s?[A-ZÀ-Þ][^:;,.()–—\t]*?){0,2})(?P<apart>\s*(?::|\(|\.(?=\s[A-Z]))|\s+[–—-]\s+|,\s+(?=(?:re-?)?(?:opened|closed|shut|inaugurated|completed|commissioned|in service|in use|under construction|launched|suspended|open since)\b))"
)
_LIST = re.compile(
    r"\W{0,3}(?P<label>[A-Z][a-z]+(?: [a-z]+)?s)(?:\s*:|\s+[–—])\s*(?:(?:one|two|three|four|five|six|\d)\s*\(|both\s*\()?"
)
_ITEM = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’ .]*?\s?[–/-]\s?[A-ZÀ-Þ][\w'’ .]*?)(?=\s*(?:[,;()]|$))(?P<told>(?:\s*\([^()]*\)|,\s?(?=[^,;]*\d)[^;,]*(?:,\s\d{4})?)?)"
)
_ENDS = re.compile(r"(?P<a>[A-ZÀ-Þ][\w'’. ]*?)\s?[–/-]\s?(?P<b>[A-ZÀ-Þ][\w'’. ]*)")
_PIECE = re.compile(r"[^;,()]+(?:,\s\d{4})?")
_LONG = 45  # tokens of a line that tells of a thing in a list
_SHORT = 9  # words of a name
_TITLE = 6  # words of a heading or label
_ONLY = _any(r"(?:border |land |road )?(?:crossings?|posts?|points?|gates?|checkpoints?)")  # names none of them
_SAID = re.compile(r"\b(?:said|says|told|will|would|has|have|had|was|were|are|is)\b")


def labelled_things(
    lines: Sequence[Line], mentions: Sequence[Sequence[Mention]], clauses: list[Clause]
) -> list[Clause]:
    """The clauses, those of lines that list crossings and works as what is told of each of them; `mentions` line by
    line."""
    told: list[Clause] = []
    under: _Sort | None = None
    for index, line in enumerate(lines):
        words = line.own
        if line.kind == "heading" or (len(line.tokens) <= _TITLE and not line.dates and words[-1:] in ":"):
            under = _sort(words)
            continue
        if not line.dates or len(line.tokens) > _LONG or line.kind in ("row", "headline", "quotation"):
            continue
        told += _of_line(line, index, under, mentions[index])
    if not told:
        return clauses
    taken = {(c.sentence, c.concept.split("/")[0]) for c in told}
    taken |= {(sentence, "project") for sentence, family in taken if family == "work"}
    kept = [c for c in clauses if (c.sentence, c.concept.split("/")[0].removesuffix("-last")) not in taken]
    return [*kept, *told]


def _sort(words: str) -> _Sort | None:
    return next((sort for pattern, sort in _SORTS if pattern.search(words)), None)


def _of_line(line: Line, index: int, under: _Sort | None, here: Sequence[Mention]) -> Iterator[Clause]:
    start, end = line.span.start, line.span.end
    listed = _LIST.match(line.text, start, end)
    sort = _sort(listed["label"]) if listed is not None else None
    if listed is not None and sort is not None:
        for item in _ITEM.finditer(line.text, listed.end(), end):
            name, told = Span(item.start("name"), item.end("name")), Span(item.start("told"), item.end("told"))
            yield from _acts(line, index, sort, name, told, here, alone=sort.form == "bridge")
        return
    match = _NAME.match(line.text, start, end)
    if (
        match is None
        or not _is_name(match["name"])
        or _ONLY.fullmatch(match["name"])
        or (match["apart"][0] == "," and line.text[end - 1] == ".")
    ):
        return
    name, told = Span(match.start("name"), match.end("name")), Span(match.end(), end)
    if _SAID.search(line.text, start, end):
        return
    rest = line.text[told.start : told.end]
    named = _sort(match["name"]) or _sort(rest[:24].split(",")[0].split(";")[0])
    named = named or (under if _ENDS.fullmatch(match["name"]) or (under and under.family == "crossing") else None)
    if named is not None:
        yield from _acts(line, index, named, name, told, here, alone=False)


_PLAIN = frozenset(
    "of the over and between at a by new old second third first fourth one-stop main direct gas oil power".split()
)


def _is_name(words: str) -> bool:
    """Whether words may be the name of a thing: few, with none in lower case that does not belong to such names."""
    low = [w for w in words.split() if w[:1].islower() and w not in _PLAIN]
    sorts = " ".join(m[0] for pattern, _ in _SORTS for m in pattern.finditer(words)).lower().split()
    return len(words.split()) <= _SHORT and all(w in sorts for w in low)


def _acts(
    line: Line, index: int, sort: _Sort, name: Span, told: Span, here: Sequence[Mention], *, alone: bool
) -> Iterator[Clause]:
    """What each piece of a line tells of its thing: the act, and the day in the same piece."""
    thing = _thing(line, sort, name, told, here)
    if thing is None:
        return
    for piece in _PIECE.finditer(line.text, told.start, told.end):
        span = Span(piece.start(), piece.end())
        when = next((d for d in line.dates if d.period is not None and d.span.overlaps(span)), None)
        act = next((act for pattern, act in _ACTS[sort.family] if pattern.search(piece[0])), None)
        if act is None and alone and when is not None and not piece[0].strip(" .0123456789").count(" "):
            act = "work/inaugurated"
        if act is None or (when is None and not act.endswith(("plan", "planned", "construction"))):
            continue
        status = "planned" if act in ("crossing/plan", "work/planned") else "reported"
        yield Clause(act, Span(name.start, span.end), line.span, index, (Argument(thing, "object"),), when, status)


def _thing(line: Line, sort: _Sort, name: Span, told: Span, here: Sequence[Mention]) -> Mention | None:
    """The thing that a line names: as it is known already, else by its words."""
    types = ("project", "work") if sort.family == "work" else (sort.family,)
    words = " ".join(line.text[name.start : name.end].split())
    known = next(
        (m for m in here if m.type in types and m.span.start >= name.start and m.span.end <= name.end + 1), None
    )
    if known is not None and sort.family != "crossing":
        return known
    if sort.family == "work" and not _sort(words):
        words = f"{words} {sort.form.replace('-', ' ')}"
    if sort.family == "crossing":
        words = _POST.sub("", words).strip() or words
    states = tuple(
        dict.fromkeys(
            s for m in here if m.type == "state" and name.end <= m.span.start < name.end + 3 for s in m.states
        )
    )
    return Mention("project" if sort.family == "work" else "crossing", name, words, states, form=sort.form)


_POST = re.compile(r"(?i)\b(?:the|border|land|road|rail|main|crossing|post|point|checkpoint|gate|side)\b")
