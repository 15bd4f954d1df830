"""Crossings that no noun of their own closes: those that the document names or shows as one elsewhere ("Mokambo was shut"),
and whole borders that are shut or opened ("closed its border with Benin")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from accord.document import Span
from accord.gazetteer import states
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["gates", "of_borders", "whole_borders"]

_BORDER_WORDS = re.compile(r"\b(?:border|frontier|customs|crossing)\b", re.IGNORECASE)
_HAULED = re.compile(
    r"\b(?:lorr(?:y|ies)|trucks?|truckers|hauliers|checkpoints?|travellers|goods|pedestrians|cross|crossed)\b"
)
_NAME = r"(?P<name>(?!(?:Both|All|The|Some|When|After|It|This|That|Only)\b)[A-Z][\w’'-]+(?:[ –/](?:(?:al|el|de|la|del|as)[ -]){0,2}[A-Z][\w’'-]+){0,3})"
_MOVED = r"(?:lorr(?:y|ies)|trucks?|truckers|hauliers|freight|cargo|queues?|queued)"
_KEPT = (
    r"(?:of|are|were|was|is|being|been|sent|round|wait(?:s|ed|ing)?|stuck|stranded|lined|up|parked|held|halted|pass(?:ed|es)?|"
    r"drove|drive|roll(?:ed|ing)?|moving|trucks?|lorries|still|now)"
)
_CARRIED = (
    r"(?:(?:\w+ )?(?:cars|coaches|buses|lorries|trucks|vehicles|traffic|freight|cargo|goods|pedestrians|travell?ers|passengers|"
    r"traders|motorists|tourists|people)\b)"
)
_AUX = r"(?:(?:will|would|shall|is|are|was|were|has|have|been|be|to|both|again|also|now|soon|fully|partly|finally|only|due|set)\s){0,4}"
_SHOWN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?i:{_MOVED}(?: {_KEPT}){{0,5}}) (?:at|through|via|by) {_NAME}",
        rf"\b(?i:freight|cargo|truck|lorry|passenger|cross-border) traffic (?:at|through|via) {_NAME}",
        rf"\b(?:drove|rolled|crossed) (?:through|over at) {_NAME}",
        rf"\bborders? at {_NAME}",
        rf"{_NAME} (?i:{_AUX})(?:shut|shuts?|closed?|closes|reopen(?:ed|s)?|open(?:ed|s)?) (?:again )?(?:to|for) {_CARRIED}",
        rf"{_NAME} and [A-Z][\w’'-]+ (?i:{_AUX})(?:closed?|reopen(?:ed|s)?|open(?:ed|s)?) (?:again )?(?:to|for) {_CARRIED}",
        rf"\b(?:closed|shut|reopened|opened|reopens|opens|closes|shuts) {_NAME} (?:to|for) {_CARRIED}",
        rf"\b(?:cross(?:ed|es|ing)?|enter(?:ed|ing)?|walk(?:ed|ing)?) (?:the (?:border|frontier|river) )?(?:at|via|through) {_NAME}(?: (?:again|on foot|by car)| since\b)",
        rf"{_NAME} \([A-Z]\w+[–-][A-Z]\w+\) (?:is|was|has been|remains?|reopened|closed)\b",
    )
)
_CAP = r"[^\W\d_a-zß-öø-ÿ]"
_ONE = rf"(?!(?:With|In|At|On|From|Since|After|When|While|Both|The|But|And|As|If|Only|Now|For|Between|Through|All|Until)\b){_CAP}[\w’'-]+(?:(?: | ?[–-] ?){_CAP}[\w’'-]+){{0,3}}"
_ROW = rf"(?P<row>{_ONE}(?:, {_ONE}){{0,6}},? and {_ONE})"
_STAND = r"(?:(?:will|would|shall|is|are|was|were|has|have|had|been|be|to|both|again|also|now|soon|fully|still|only|due|set|stays?|stayed|remains?|remained|kept)\s)"
_GOING = r"(?=,? (?:on|in|at|to|for|from|as|again|since|until|yesterday|today|after|before|last|this|earlier|when|and|because|indefinitely|completely|down)\b|[,.;]|$)"
_ROWS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ROW} {_STAND}{{1,5}}(?:shut|closed|sealed|reopened|re-opened|opened again|open again|unblocked)\b",
        rf"{_ROW} (?:reopened|re-opened|opened again|reopen|shut|closed){_GOING}",
        rf"\b(?:closed|closes|shut|shuts|shutting|closing|reopened|reopening|reopens|sealed|sealing|kept|keeps?|keeping) {_ROW}{_GOING}",
    )
)
_PARTED = re.compile(r",? and |, ")
_ELSE = re.compile(
    r"\b(?:[Aa]irport|[Pp]ort|[Ss]tation|[Cc]anal|[Rr]iver|[Rr]oad|[Hh]ighway|[Cc]orridor|[Ss]trait|[Ss]ea)\b"
)
_PASSES = re.compile(r"\b(?i:traffic|clearance|passage|operations|movement|crossings) (?:at|through|via|across|over) $")
_WHAT = (
    r"(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|both|common|shared|entire|whole|land|mutual|joint|\d[\d,.]*[- ]?"
    r"(?:km|kilomet\w+|mile\w*)|long|southern|northern|eastern|western|all|road|state|official|[A-Z]\w+[–-][A-Z]\w+) ){1,4}"
    r"(?:borders?|frontiers?|land crossings|border crossings|border posts|border gates|border points|checkpoints)"
    r"(?! (?:crossing|post|gate|point|market|trade|area|region|district|town|village|polic|guard|force|patrol|"
    r"control|zone|dispute|committee|commission|management|security|fee|commerce|station|office|complex|wall|fence|"
    r"strip|incident|clash|service|hamlet|community|communities|province|county|traffic)s?\b)"
)
_ALONE = re.compile(rf"\b{_WHAT}")
_DONE = r"(?:clos(?:ed?|es|ing)|shut(?:s|ting)?|seal(?:s|ed|ing)?|re-?open(?:s|ed|ing)?|unseal\w*|block(?:ed|s|ing)?)"
_BEFORE = re.compile(
    rf"\b(?:{_DONE}(?: (?:off|down|again|completely|fully|partially|indefinitely|both|all|most))*|"
    rf"(?:closure|closing|re-?opening|opening|sealing|shutdown|shutting) of)\s+$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?: (?:with|to|between|on|from|for|and|itself|the|both) ?(?:[A-Z][\w’'-]+ ?){{0,3}}(?:and (?:[A-Z][\w’'-]+ ?){{1,2}})?)?"
    rf",?(?:\s(?:is|are|was|were|be|been|being|has|have|had|will|would|shall|to|not|only|fully|partly|partially|again|"
    rf"finally|once|more|remains?|remained|stays?|stayed|itself|itself,|still|now|officially|completely|temporarily|also|first|then|"
    rf"last|which|that|and))*\s(?:{_DONE}|open(?:ed)?)\b"
)
_RECENT = 400  # characters in which "the border" is the only crossing named
_BORDER = {"count": 1, "border": True}
_PARTNER = re.compile(r"\s+(?:with|to|into|between|from|of)\s+(?:the\s+)?$")


@lru_cache(maxsize=8)
def of_borders(text: str) -> bool:
    """Whether a document speaks of borders."""
    return _BORDER_WORDS.search(text) is not None


def gates(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The crossings that a document names once as such, or shows as one by what passes there, wherever else their bare
    names stand, as `gate` mentions: crossings only where something is done with them."""
    if not lines or not (of_borders(lines[0].text) or _HAULED.search(lines[0].text)):
        return []
    named = {m.name for m in mentions if m.type == "crossing" and m.name[:1].isupper()}
    capitals = {lines[0].text[m.span.start : m.span.end] for m in mentions if m.form == "capital"}
    names = sorted({n for n in (named | set(_shown(lines))) - capitals if len(n) > 3}, key=len, reverse=True)
    if not names:
        return []
    anywhere = re.passing(r"(?<![\w–-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w–-])")
    taken = [m.span for m in mentions if m.type in ("crossing", "person", "project", "work") and not m.definite]
    return [
        Mention(_passing(line, match.start()), Span(*match.span()), match[0], attributes={"count": 1})
        for line in lines
        for match in anywhere.finditer(line.text, line.span.start, line.span.end)
        if not any(Span(*match.span()).overlaps(t) for t in taken)
    ]


_LABEL = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?P<name>[A-Z][\w’'-]+(?: [A-Z]\w+)?(?:\s?[–—-]\s?[A-Z][\w’'-]+){1,2})\s*[.:]?\s*"
)


def _shown(lines: Sequence[Line]) -> Iterator[str]:
    """ "Queues of lorries at Mokambo", "cross the border at Suam", "Mokambo (Zambia-Congo) was shut"; the label of an entry."""
    for line in lines:
        label = (
            _LABEL.fullmatch(line.text, line.span.start, line.span.end)
            if line.span.end - line.span.start < 60
            else None
        )
        if label is not None and not any(
            m is not None and m.type in ("state", "person", "office", "date") for m in line.at
        ):
            yield label["name"]
        for shown in re.likely(_SHOWN, line.text, line.span.start, line.span.end):
            for match in shown.finditer(line.text, line.span.start, line.span.end):
                i = next(k for k, token in enumerate(line.tokens) if token.end > match.start("name"))
                if line.covered(i, "state", "person", "office", "date") is None and not _ELSE.search(match["name"]):
                    yield match["name"]
        if of_borders(line.text) and " and " in line.own:
            yield from _in_rows(line)


_ELSEWHERE = re.compile(
    r"\b(?:airports?|ports?|schools?|offices?|embass\w+|consulates?|missions?|universit\w+|factor\w+|plants?|mines?|banks?|shops?|stations?|branches|between)\b"
)
_NO_GATE = ("state", "person", "office", "date", "organisation")


def _in_rows(line: Line) -> Iterator[str]:
    """ "P and Q have been closed since May", "keeps P, Q and R shut", where a document speaks of borders: all of a row."""
    if _ELSEWHERE.search(line.text, line.span.start, line.span.end):
        return
    for shown in _ROWS:
        for match in shown.finditer(line.text, line.span.start, line.span.end):
            at, names = match.start("row"), []
            for name in _PARTED.split(match["row"]):
                at = line.text.index(name, at)
                names.append((next(k for k, token in enumerate(line.tokens) if token.end > at), name))
            if not any(line.covered(k, *_NO_GATE) for k, _ in names):
                yield from (name for _, name in names)


def _passing(line: Line, at: int) -> str:
    """ "Traffic at Mokambo", "trade through Suam": what passes there stands for the crossing."""
    return "crossing" if _PASSES.search(line.text, line.span.start, at) else "gate"


def whole_borders(
    lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]
) -> list[Mention]:
    """ "The border was sealed": a border between two states as the crossing that is shut or opened, where its sentence names
    no crossing of its own."""
    found: list[Mention] = []
    named_ones = [m for m in mentions if m.type == "crossing" and not m.definite]
    sole = named_ones if len({m.name for m in named_ones}) == 1 else []
    for line in lines if len(pair) > 1 else ():
        words = line.own
        if "order" not in words and "rontier" not in words and "crossings" not in words:
            continue
        if any(m.type == "crossing" and not m.definite and m.span in line.span for m in mentions):
            continue
        for match in _ALONE.finditer(line.text, line.span.start, line.span.end):
            if not (
                _BEFORE.search(line.text[max(line.span.start, match.start() - 60) : match.start()])
                or _BEHIND.match(line.text[match.end() : min(line.span.end, match.end() + 120)])
            ):
                continue
            told = next((m for m in reversed(sole) if 0 < line.span.start - m.span.end < _RECENT), None)
            if told is not None and not any(m.type == "state" and m.span in line.span for m in mentions):
                here = Span(match.start(), match.end())
                found.append(told.but(span=here, antecedents=(told.span, *told.antecedents)))
                break
            named = _of_two(line, match, mentions, pair, pair_spans)
            if named is not None:
                found.append(named)
                break
    return found


def _of_two(
    line: Line, match: re.Match[str], mentions: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]
) -> Mention | None:
    """The border with the two states that it parts: those that the sentence joins with it, else the document's pair."""
    own = [m for m in mentions if m.type == "state" and m.states and m.span in line.span]
    told: dict[str, Span] = {}
    for m in own:
        for state in m.states:
            told.setdefault(state, m.span)
    partner = next(
        (m for m in own if m.span.start >= match.end() and _PARTNER.fullmatch(line.text[match.end() : m.span.start])),
        None,
    )
    if partner is not None and len(partner.states) == 1:
        other = next((s for s in told if s != partner.states[0]), None) or next(
            (s for s in pair[:2] if s != partner.states[0]), None
        )
        codes: tuple[str, ...] = (other, partner.states[0]) if other else ()
    elif match[0].endswith("s") and len(told) == 1 and (owner := next(iter(told))) in pair[:2]:
        name = f"land borders of {states.display(owner)}"
        return Mention("crossing", Span(match.start(), match.end()), name, pair[:2], pair_spans[:2], attributes=_BORDER)
    elif len(told) == 2:
        codes = tuple(told)
    else:
        codes = pair[:2] if not told or set(told) & set(pair[:2]) else ()
    if len(codes) != 2:
        return None
    spans = dict(zip(pair, pair_spans, strict=False)) | told
    return Mention(
        "crossing",
        Span(match.start(), match.end()),
        "-".join(states.display(code) for code in codes) + (" frontier" if "rontier" in match[0] else " border"),
        codes,
        tuple(spans[c] for c in codes if c in spans),
        attributes=_BORDER,
    )
