"""Organisations for what is told of who belongs to them: "the bloc", "the Union", and those that no gazetteer lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.gazetteer import organisation
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.views import Mention

__all__ = ["bodies_meant", "called_so", "unlisted"]

_THAT = re.compile(
    r"\b[Tt](?:he|his|hat)(?: same)? (?:[a-z\d]+(?:-[a-z\d]+)* )?(?P<noun>bloc|grouping|organi[sz]ation|alliance|club|Bloc|Union|Alliance|Organi[sz]ation|"
    r"Community|Forum|League|Group|Initiative|Association|Commonwealth|Cooperation|Court|Council|Commission)\b"
    r"(?! (?:of|for|on)\b| [A-Z]|-)"
)
_ANY = frozenset(("bloc", "grouping", "organisation", "organization", "alliance", "club", "Bloc"))
_HEAD = (
    r"(?:Organi[sz]ation|Authority|Pool|Council|Commission|Process|Group|Community|Union|Committee|Association|Alliance|Initiative|Forum|League|Network|"
    r"Partnership|Compact|Agency)"
)
_UNLISTED = re.compile(
    r"\b(?:members? (?:states? |countries )?of|membership (?:of|in)|join(?:s|ed|ing)?|acced(?:es?|ed|ing) to|accession to|admitted to|admission to|entry into|withdr(?:aw|ew|awn|awing|awal) from|"
    r"(?:to leave|left|leaving|quit|quitting)|observers? (?:in|at|of|status (?:in|at|with)))(?: the)? "
    rf"(?P<name>(?:[A-Z][\w’'-]+ )(?:(?:[A-Z][\w’'-]+|of|for|on|and|the) ){{0,5}}?{_HEAD}(?: (?:for|of|on) [A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})?)"
    r"(?: \((?P<short>[A-Z][A-Za-z]{2,8})\))?"
)
_OWN = re.compile(
    r"\b(?:Joint|Intergovernmental|Mixed|Bilateral|Parliament\w*|Friendship|Business|Ministerial|Working)\b"
)


def bodies_meant(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """For each sentence the organisations told before that it speaks of by their noun: "the bloc" the last, "the Union" one
    called so."""
    found: list[list[Mention]] = []
    before: list[Mention] = []
    for line, here in zip(lines, by_line(lines, mentions), strict=True):
        found.append(_meant(line, here, before))
        before += [m for m in here if m.type == "organisation"]
    return found


def _meant(line: Line, mentions: Sequence[Mention], before: Sequence[Mention]) -> list[Mention]:
    own = [m for m in mentions if m.type == "organisation"]
    if not (before or own):
        return []
    taken = [m.span for m in mentions if m.type in ("organisation", "body", "office", "person", "paper")]
    found: list[Mention] = []
    for match in _THAT.finditer(line.text, line.span.start, line.span.end):
        span = Span(match.start(), match.end())
        if any(span.overlaps(t) for t in taken):
            continue
        noun = match["noun"]
        told = [*before, *(m for m in own if m.span.end <= span.start)]
        called = next(reversed(told), None) if noun in _ANY else called_so(noun, told)
        if called is not None:
            found.append(called.but(span=span, antecedents=(called.span,), definite=True))
    return found


def called_so(noun: str, bodies: Sequence[Mention]) -> Mention | None:
    """The last organisation with a noun in one of its names; "the Alliance" alone is NATO."""
    stem = noun[:6].casefold()
    return next((m for m in reversed(bodies) if any(stem in name.casefold() for name in _names(m))), None)


def _names(mention: Mention) -> tuple[str, ...]:
    known = organisation(mention.name)
    return (*known.surfaces, *(("Alliance",) if known.key == "NATO" else ())) if known is not None else (mention.name,)


def unlisted(lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Organisations by their name and head noun, where it is said who joins, leaves or belongs to them."""
    taken = [m.span for m in mentions if m.type in ("organisation", "body", "paper")]
    for line in lines:
        for match in _UNLISTED.finditer(line.text, line.span.start, line.span.end):
            span = Span(match.start("name"), match.end("name"))
            if not _OWN.search(match["name"]) and not any(span.overlaps(t) for t in taken):
                yield Mention("organisation", span, match["short"] or match["name"], form="unlisted")
