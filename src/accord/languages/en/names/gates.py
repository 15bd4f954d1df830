"""Crossings that no noun of their own closes: those of data/crossings.toml, named alone ("Beitbridge was shut"), and whole
borders that are shut or opened ("closed its border with Benin")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from accord.document import Span
from accord.gazetteer import states
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["known_gates", "whole_borders"]

_Known = tuple[tuple[str, ...], str, tuple[str, ...]]
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
_BORDER = {"count": 1, "border": True}
_PARTNER = re.compile(r"\s+(?:with|to|into|between|from|of)\s+(?:the\s+)?$")


@cache
def _known() -> dict[str, tuple[_Known, ...]]:
    """The crossings of the table by the first token of their names, the longest first."""
    found: dict[str, list[_Known]] = {}
    for name, codes in table("crossings")["crossings"].items():
        words = tuple(name.replace("-", " - ").replace("/", " / ").split())
        found.setdefault(words[0], []).append((words, name, tuple(codes.split())))
    return {first: tuple(sorted(options, key=lambda o: -len(o[0]))) for first, options in found.items()}


def known_gates(line: Line) -> Iterator[Mention]:
    """The crossings of the table that a sentence names, as `gate` mentions: crossings only where something is done with
    them."""
    known, taken = _known(), 0
    for i, token in enumerate(line.tokens):
        if i < taken or not token.capital:
            continue
        for words, name, codes in known.get(token.text, ()):
            end = i + len(words)
            if [line.tokens[k].text.replace("–", "-") for k in range(i, min(end, len(line.tokens)))] == list(words):
                taken = end
                if not line.covered(i, "person"):
                    kind = "crossing" if _passing(line, i) else "gate"
                    yield Mention(kind, line.slice(i, end), name, codes, attributes={"count": 1})
                break


def _passing(line: Line, i: int) -> bool:
    """ "Traffic at Beitbridge", "trade through Torkham": what passes there stands for the crossing."""
    return line.low(i - 1) in ("at", "through", "via", "across", "over") and line.low(i - 2) in (
        "traffic",
        "clearance",
        "passage",
        "operations",
        "movement",
        "crossings",
    )


def whole_borders(
    lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]
) -> list[Mention]:
    """ "The border was sealed": a border between two states as the crossing that is shut or opened, where its sentence names
    no crossing of its own."""
    found: list[Mention] = []
    for line in lines if len(pair) > 1 else ():
        words = line.text[line.span.start : line.span.end]
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
